#include "tests/cli/cli_program.h"

#include <QDir>
#include <QFileInfo>
#include <QtEndian>

#include <cmath>

namespace
{

const QByteArray contractColumns =
    "knockouts,names,n,fitness,fitness_delta,interaction,expected_fitness,epistasis,support,in_range,status";
/// Behind them, where the model file says how far its predictions are off, as the demo's does.
const QByteArray intervalColumns = ",fitness_low,fitness_high,interaction_low,interaction_high";

/// The demo model without what says how far its predictions are off.
QByteArray uncalibratedDemo()
{
    constexpr qsizetype lengthBytes = 8;
    QFile file(demoModel());
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray all = file.readAll();
    const auto headerBytes = qFromLittleEndian<quint64>(all.constData());
    auto header = nlohmann::json::parse(all.mid(lengthBytes, static_cast<qsizetype>(headerBytes)).toStdString());
    auto ours = nlohmann::json::parse(header["__metadata__"]["knockscape"].get<std::string>());
    ours["training"].erase("intervals");
    header["__metadata__"]["knockscape"] = ours.dump();
    QByteArray text = QByteArray::fromStdString(header.dump());
    text.append(QByteArray((lengthBytes - text.size() % lengthBytes) % lengthBytes, ' '));
    QByteArray length(lengthBytes, '\0');
    qToLittleEndian(static_cast<quint64>(text.size()), length.data());
    return length + text + all.mid(lengthBytes + static_cast<qsizetype>(headerBytes));
}

/// A CSV row without quoted cells, by column name.
QHash<QByteArray, QByteArray> cellsOf(const QByteArray &header, const QByteArray &line)
{
    QHash<QByteArray, QByteArray> cells;
    const QByteArrayList names = header.split(',');
    const QByteArrayList values = line.split(',');
    for (qsizetype i = 0; i < names.size(); ++i) {
        cells.insert(names[i], values.value(i));
    }
    return cells;
}

} // namespace

/// The main job on the command line: genotypes in, predictions out; and training a model to do it with.
class TestCliPredict : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        cli_ = std::make_unique<CliProgram>();
        if (!hasCommand(*cli_, "predict")) {
            QSKIP("this build cannot predict");
        }
    }
    void writesTheContractsColumns();
    void saysWhereTheTableComesFrom();
    void leavesInteractionsEmptyThatWereNotLearnt();
    void readsListsInInputOrder();
    void recordsTheRun();
    void listsEveryUnknownGene();
    void keepsGoingWhenAsked();
    void refusesUnusableModels();
    void refusesAMissingDevice();
    void equalsTheReference_data();
    void equalsTheReference();
    void refusesAModelOfAnotherCell();
    void evaluatesTheRowsMarkedTest();
    void validatesTheRankingOfAFinishedModel();
    void calibratesAFinishedModel();
    void ensemblesAreCalibratedTogether();
    void crossValidationTellsWhatEachRankingFinds();
    void predictsWithAModelItTrained();

private:
    CliResult predict(const QStringList &more) const
    {
        return cli_->run(QStringList{"predict", "--cell", demoCell(), "--model", demoModel(), "--out", "out.csv"} +
                         more);
    }
    std::unique_ptr<CliProgram> cli_;
};

void TestCliPredict::writesTheContractsColumns()
{
    const CliResult result = predict({"--genes", "hxk2;HXK2 PGI1;WT"});
    COMPARE_EXIT(result, 0);
    QVERIFY(result.output.isEmpty());
    const QByteArrayList lines = cli_->lines("out.csv");
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0], contractColumns + intervalColumns + ",note");
    const auto single = cellsOf(lines[0], lines[1]);
    // All single deletions of the demo were trained on, so nobody knows how far off they are; and that is said.
    QVERIFY(single["fitness_low"].isEmpty() && single["note"].contains("interval"));
    QCOMPARE(single["knockouts"], QByteArray("YGL253W"));
    QCOMPARE(single["names"], QByteArray("HXK2"));
    QCOMPARE(single["n"], QByteArray("1"));
    QCOMPARE(single["status"], QByteArray("ok"));
    QVERIFY(std::abs(single["expected_fitness"].toDouble() - single["fitness"].toDouble()) < 1e-5);
    const auto pair = cellsOf(lines[0], lines[2]);
    QCOMPARE(pair["knockouts"], QByteArray("YBR196C;YGL253W"));
    QCOMPARE(pair["names"], QByteArray("PGI1;HXK2"));
    const double fitness = pair["fitness"].toDouble();
    QVERIFY(std::isfinite(fitness) && fitness > -1.0 && fitness < 3.0);
    QVERIFY(std::abs(pair["fitness_delta"].toDouble() - (fitness - 1.0)) < 1e-8);
    QVERIFY(std::abs(pair["epistasis"].toDouble() - (fitness - pair["expected_fitness"].toDouble())) < 1e-8);
    const auto wildType = cellsOf(lines[0], lines[3]);
    QCOMPARE(wildType["n"], QByteArray("0"));
    QCOMPARE(wildType["expected_fitness"], QByteArray("1"));
}

void TestCliPredict::saysWhereTheTableComesFrom()
{
    COMPARE_EXIT(predict({"--genes", "HXK2"}), 0);
    const nlohmann::json about = cli_->provenance("out.csv");
    QCOMPARE(about.at("content").get<std::string>(), "predictions");
    QCOMPARE(about.at("cell").at("sha256").get<std::string>().size(), 64U);
    QVERIFY(QFileInfo::exists(QString::fromStdString(about.at("cell").at("path").get<std::string>())));
    QCOMPARE(about.at("models").size(), 1U);
    QCOMPARE(about.at("models")[0].at("sha256").get<std::string>().size(), 64U);
    QCOMPARE(about.at("parameters").at("genes").get<std::string>(), "HXK2");
    QVERIFY(about.contains("version") && about.contains("created"));
    COMPARE_EXIT(cli_->run({"runs", "export", "1", "--out", "rows.tsv"}), 0);
    const nlohmann::json stored = cli_->provenance("rows.tsv");
    QVERIFY(stored.at("cell").at("sha256") == about.at("cell").at("sha256"));
    QVERIFY(stored.at("models")[0].at("sha256") == about.at("models")[0].at("sha256"));
}

void TestCliPredict::leavesInteractionsEmptyThatWereNotLearnt()
{
    // The demo was trained on singles, pairs and triples.
    COMPARE_EXIT(predict({"--genes", "HXK2 PGI1;HXK2 PGI1 TDH3;HXK2 PGI1 TDH3 ADE2"}), 0);
    const QByteArrayList lines = cli_->lines("out.csv");
    QCOMPARE(lines[0], contractColumns + intervalColumns + ",note");
    for (const int row : {1, 2}) {
        QVERIFY(!cellsOf(lines[0], lines[row])["interaction"].isEmpty());
        QVERIFY(cellsOf(lines[0], lines[row])["note"].isEmpty());
    }
    const auto four = cellsOf(lines[0], lines[3]);
    QVERIFY(four["interaction"].isEmpty());
    QVERIFY(!four["fitness"].isEmpty() && !four["epistasis"].isEmpty());
    // No row that was held out has four deletions: nobody knows how far off their fitness is.
    QVERIFY(four["fitness_low"].isEmpty() && four["interaction_high"].isEmpty());
    QCOMPARE(four["status"], QByteArray("ok"));
    QVERIFY2(lines[3].contains("not of 4"), lines[3].constData());
}

void TestCliPredict::readsListsInInputOrder()
{
    cli_->write("list.txt", "# three\nTDH3, PGK1\n\nADE2 # red\nADE2 ADE2\nLEU2;HIS3;TRP1\n");
    COMPARE_EXIT(predict({"--knockouts", "list.txt"}), 0);
    const QByteArrayList lines = cli_->lines("out.csv");
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines[1].startsWith("YCR012W;YGR192C,PGK1;TDH3,2,"));
    QVERIFY(lines[2].startsWith("YOR128C,ADE2,1,"));
    QVERIFY(lines[3].startsWith("YOR128C,ADE2,1,"));
    const auto same = [&](const char *column) {
        const double once = cellsOf(lines[0], lines[2])[column].toDouble();
        return std::abs(once - cellsOf(lines[0], lines[3])[column].toDouble()) < 1e-5;
    };
    QVERIFY(same("fitness") && same("interaction"));
    QVERIFY(lines[4].startsWith("YCL018W;YDR007W;YOR202W,LEU2;TRP1;HIS3,3,"));
    // The table can be fed back.
    const QByteArray first = cli_->read("out.csv");
    COMPARE_EXIT(cli_->run({"predict", "--cell", demoCell(), "--model", demoModel(), "--knockouts", "out.csv", "--out",
                            "again.csv"}),
                 0);
    QCOMPARE(cli_->read("again.csv"), first);
}

void TestCliPredict::recordsTheRun()
{
    COMPARE_EXIT(predict({"--genes", "HXK2;PGI1"}), 0);
    COMPARE_EXIT(predict({"--genes", "HXK2", "--no-log"}), 0);
    const nlohmann::json runs = cli_->runs();
    QCOMPARE(runs.size(), 1U);
    QCOMPARE(runs[0]["kind"].get<std::string>(), "predict");
    QCOMPARE(runs[0]["status"].get<std::string>(), "finished");
    QCOMPARE(runs[0]["rows"].get<int>(), 2);
    QCOMPARE(runs[0]["models"].size(), 1U);
    QCOMPARE(runs[0]["models"][0]["sha256"].get<std::string>().size(), 64U);
    COMPARE_EXIT(cli_->run({"runs", "export", "1", "--out", "rows.csv"}), 0);
    COMPARE_EXIT(predict({"--genes", "HXK2;PGI1"}), 0);
    QCOMPARE(cli_->lines("rows.csv"), cli_->leadingColumns("out.csv"));
}

void TestCliPredict::listsEveryUnknownGene()
{
    cli_->write("list.txt", "HXK2\nXYZ1\nHXK2 XYZ2\n");
    const CliResult result = predict({"--knockouts", "list.txt"});
    COMPARE_EXIT(result, 3);
    QVERIFY(result.error.contains("list.txt:2") && result.error.contains("XYZ1"));
    QVERIFY(result.error.contains("list.txt:3") && result.error.contains("XYZ2"));
    QVERIFY(!QFile::exists(cli_->path("out.csv")));
    QVERIFY(cli_->runs().empty());
}

void TestCliPredict::keepsGoingWhenAsked()
{
    cli_->write("list.txt", "HXK2\nXYZ1\nPGI1\n");
    COMPARE_EXIT(predict({"--knockouts", "list.txt", "--keep-going"}), 0);
    const QByteArrayList lines = cli_->lines("out.csv");
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[1].split(',')[10], QByteArray("ok"));
    QCOMPARE(lines[3].split(',')[10], QByteArray("ok"));
    QVERIFY(!lines[2].contains(",ok"));
    QVERIFY2(lines[2].contains(",,,,,") && lines[2].contains("XYZ1"), lines[2].constData());
}

void TestCliPredict::refusesUnusableModels()
{
    const auto predictWith = [&](const QString &model) {
        return cli_->run({"predict", "--cell", demoCell(), "--model", model, "--genes", "HXK2", "--out", "out.csv"});
    };
    const CliResult missing = predictWith("missing.safetensors");
    COMPARE_EXIT(missing, 3);
    QVERIFY(missing.error.contains("missing.safetensors"));
    cli_->write("text.safetensors", "this is no model");
    const CliResult text = predictWith("text.safetensors");
    COMPARE_EXIT(text, 3);
    QVERIFY(text.error.contains("text.safetensors"));
    QFile demo(demoModel());
    QVERIFY(demo.open(QIODevice::ReadOnly));
    cli_->write("cut.safetensors", demo.read(demo.size() / 2));
    const CliResult cut = predictWith("cut.safetensors");
    COMPARE_EXIT(cut, 3);
    QVERIFY(cut.error.contains("cut.safetensors"));
    QVERIFY(!QFile::exists(cli_->path("out.csv")));
}

void TestCliPredict::refusesAMissingDevice()
{
    const CliResult result = predict({"--genes", "HXK2", "--device", "cuda:99"});
    COMPARE_EXIT(result, 3);
    QVERIFY(result.error.contains("cuda"));
}

void TestCliPredict::equalsTheReference_data()
{
    QTest::addColumn<QString>("folder");
    const QDir parity(KNOCKSCAPE_TEST_DATA "/parity");
    const QFileInfoList folders = parity.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &folder : folders) {
        QTest::newRow(qPrintable(folder.fileName())) << folder.filePath();
    }
}

void TestCliPredict::equalsTheReference()
{
    QFETCH(QString, folder);
    COMPARE_EXIT(cli_->run({"predict", "--cell", folder + "/cell", "--model", folder + "/model.safetensors", "--config",
                            folder + "/config.json", "--knockouts", folder + "/knockouts.txt", "--out", "out.csv"}),
                 0);
    const QByteArrayList lines = cli_->lines("out.csv");
    QFile file(folder + "/expected.tsv");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList expected = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), expected.size());
    QCOMPARE(lines[0], contractColumns);
    for (qsizetype row = 1; row < lines.size(); ++row) {
        const auto cells = cellsOf(lines[0], lines[row]);
        const QByteArrayList reference = expected[row].split('\t');
        QCOMPARE(cells["status"], QByteArray("ok"));
        QVERIFY2(std::abs(cells["fitness"].toDouble() - reference[1].toDouble()) < 1e-5, lines[row].constData());
        QVERIFY2(std::abs(cells["interaction"].toDouble() - reference[2].toDouble()) < 1e-5, lines[row].constData());
    }
}

void TestCliPredict::refusesAModelOfAnotherCell()
{
    const QString folder = KNOCKSCAPE_TEST_DATA "/parity/gcn_plain";
    const CliResult result = cli_->run({"predict", "--cell", demoCell(), "--model", folder + "/model.safetensors",
                                        "--config", folder + "/config.json", "--genes", "HXK2", "--out", "out.csv"});
    COMPARE_EXIT(result, 3);
    QVERIFY2(result.error.contains("model.safetensors") && result.error.contains("shape"), result.error.constData());
    QVERIFY(!QFile::exists(cli_->path("out.csv")));
    QVERIFY(cli_->runs().empty());
}

void TestCliPredict::evaluatesTheRowsMarkedTest()
{
    cli_->write("labels.tsv", "knockouts\tfitness\tsplit\nHXK1\t1\t\nHXK2\t0.9\t\nPGI1\t0.2\ttest\n"
                              "ZWF1\t1\ttest\nPYC1\t0.9\ttest\nBNA1\t1\t\n");
    const CliResult result = cli_->run(
        {"evaluate", "--cell", demoCell(), "--model", demoModel(), "--labels", "labels.tsv", "--json", "--no-log"});
    COMPARE_EXIT(result, 0);
    const nlohmann::json output = nlohmann::json::parse(result.output.toStdString());
    const nlohmann::json groups = output["groups"];
    QVERIFY(!groups.empty());
    QCOMPARE(groups[0]["phenotype"].get<std::string>(), "fitness");
    QCOMPARE(groups[0]["predictors"]["model"]["count"].get<int>(), 3);
    // None of the held-out singles was trained on, so the multiplicative baseline has to take the model's own fitness.
    QVERIFY(!groups[0]["predictors"].contains("multiplicative"));
    QVERIFY(groups[0]["same_as_model"] == nlohmann::json{"multiplicative"});
    QVERIFY(groups[0]["predictors"].contains("mean"));
    QVERIFY2(result.error.contains("multiplicative is left out"), result.error.constData());
    QCOMPARE(output["about"]["labels"][0]["sha256"].get<std::string>().size(), 64U);
}

void TestCliPredict::predictsWithAModelItTrained()
{
    if (!hasCommand(*cli_, "train") || !hasCommand(*cli_, "simulate")) {
        QSKIP("this build cannot train on simulated growth");
    }
    COMPARE_EXIT(cli_->run({"simulate", "--cell", demoCell(), "--singles", "--out", "labels.tsv", "--no-log"}), 0);
    const CliResult trained = cli_->run({"train", "--cell", demoCell(), "--labels", "labels.tsv", "--out",
                                         "mine.safetensors", "--epochs", "1", "--seed", "7"},
                                        240'000);
    COMPARE_EXIT(trained, 0);
    QVERIFY(cli_->read("mine.safetensors").size() > 1000);
    COMPARE_EXIT(cli_->run({"predict", "--cell", demoCell(), "--model", "mine.safetensors", "--genes", "HXK2", "--out",
                            "mine.csv"}),
                 0);
    QCOMPARE(cli_->lines("mine.csv").size(), 2);
    const nlohmann::json runs = cli_->runs();
    QCOMPARE(runs.size(), 2U);
    QCOMPARE(runs[1]["kind"].get<std::string>(), "train");
    QCOMPARE(runs[1]["status"].get<std::string>(), "finished");
    const auto model =
        nlohmann::json::parse(cli_->run({"runs", "show", "2", "--json"}).output.toStdString())["models"][0];
    QCOMPARE(model["path"].get<std::string>(), cli_->path("mine.safetensors").toStdString());
}

void TestCliPredict::validatesTheRankingOfAFinishedModel()
{
    if (!hasCommand(*cli_, "train")) {
        QSKIP("this build cannot train");
    }
    // What training recorded in the demo's model comes out again, from the rows that it held out.
    const QString labels = QFileInfo(demoModel()).dir().filePath("labels.tsv");
    const auto rankingOf = [&](const QString &model) {
        const CliResult info = cli_->run({"model", "info", model, "--json"});
        return nlohmann::json::parse(info.output.toStdString()).at("training").at("ranking").at("orders");
    };
    COMPARE_EXIT(cli_->run({"model", "validate", demoModel(), "--cell", demoCell(), "--labels", labels, "--out",
                            "validated.safetensors"},
                           240'000),
                 0);
    const nlohmann::json recorded = rankingOf(demoModel());
    const nlohmann::json found = rankingOf("validated.safetensors");
    QCOMPARE(found.size(), recorded.size());
    for (const auto &[order, wanted] : recorded.items()) {
        const nlohmann::json &is = found.at(order);
        QVERIFY(is.at("count") == wanted.at("count") && is.at("hits") == wanted.at("hits"));
        for (const auto &[score, values] : wanted.at("scores").items()) {
            const nlohmann::json &mine = is.at("scores").at(score);
            QVERIFY(std::abs(mine.at("pearson").get<double>() - values.at("pearson").get<double>()) < 1e-3);
            for (const auto &[place, share] : values.at("precision").items()) {
                QVERIFY(std::abs(mine.at("precision").at(place).get<double>() - share.get<double>()) < 0.05);
            }
        }
    }
    // Of other labels nobody knows whether it has seen them.
    cli_->write("others.tsv", "knockouts\tinteraction\nHXK1;HXK2\t-0.5\n");
    const CliResult refused = cli_->run(
        {"model", "validate", demoModel(), "--cell", demoCell(), "--labels", "others.tsv", "--out", "no.safetensors"});
    COMPARE_EXIT(refused, 3);
    QVERIFY2(refused.error.contains("--trained-on"), refused.error.constData());
    QVERIFY(!QFile::exists(cli_->path("no.safetensors")));
}

void TestCliPredict::calibratesAFinishedModel()
{
    if (!hasCommand(*cli_, "train")) {
        QSKIP("this build cannot train");
    }
    const QString labels = QFileInfo(demoModel()).dir().filePath("labels.tsv");
    const auto factsOf = [this](const QString &model) {
        return nlohmann::json::parse(
            cli_->run({"model", "info", model, "--json"}).output.toStdString())["training"]["intervals"];
    };
    cli_->write("mine.safetensors", uncalibratedDemo());
    COMPARE_EXIT(cli_->run({"predict", "--cell", demoCell(), "--model", "mine.safetensors", "--genes", "HXK2 PGI1",
                            "--out", "before.csv"}),
                 0);
    QCOMPARE(cli_->lines("before.csv")[0], contractColumns);
    COMPARE_EXIT(
        cli_->run({"model", "calibrate", "mine.safetensors", "--cell", demoCell(), "--labels", labels}, 240'000), 0);
    const auto facts = factsOf("mine.safetensors");
    QCOMPARE(facts.at("rows").get<std::string>(), "test");
    for (const auto &measure : facts.at("measured")) {
        if (measure.at("group") == "" && measure.at("intervals").get<int>() > 500) {
            QVERIFY(std::abs(measure.at("coverage").get<double>() - 0.9) < 0.04);
        }
    }
    // The demo was shipped with them, as far as another processor rounds alike.
    const auto shipped = factsOf(demoModel());
    QCOMPARE(facts.at("measured").size(), shipped.at("measured").size());
    for (std::size_t i = 0; i < facts.at("measured").size(); ++i) {
        const auto &mine = facts.at("measured")[i];
        const auto &theirs = shipped.at("measured")[i];
        QVERIFY(mine.at("count") == theirs.at("count") && mine.at("quantity") == theirs.at("quantity"));
        if (mine.at("count").get<int>() > 500 && mine.at("width").is_number()) {
            QVERIFY(std::abs(mine.at("width").get<double>() - theirs.at("width").get<double>()) < 1e-4);
        }
    }
    // Predictions have them, behind what files had before.
    COMPARE_EXIT(cli_->run({"predict", "--cell", demoCell(), "--model", "mine.safetensors", "--genes", "HXK2 PGI1;WT",
                            "--out", "mine.csv"}),
                 0);
    const QByteArrayList lines = cli_->lines("mine.csv");
    QCOMPARE(lines[0], contractColumns + intervalColumns);
    const auto pair = cellsOf(lines[0], lines[1]);
    for (const char *quantity : {"fitness", "interaction"}) {
        const double value = pair[quantity].toDouble();
        QVERIFY(pair[QByteArray(quantity) + "_low"].toDouble() < value);
        QVERIFY(pair[QByteArray(quantity) + "_high"].toDouble() > value);
    }
    QVERIFY(cellsOf(lines[0], lines[2])["fitness_low"].isEmpty());
    // So do screens, which can ask for them.
    cli_->write("panel.txt", "PGI1\nZWF1\nHXK1\nHXK2\nBNA1\nNPT1\n");
    const QStringList screen{
        "screen",    "pairs",     "--cell",          demoCell(), "--genes",
        "panel.txt", "--by",      "interaction_low", "--where",  "interaction_high - interaction_low > 0",
        "--out",     "screen.csv"};
    COMPARE_EXIT(cli_->run(screen + QStringList{"--model", "mine.safetensors"}), 0);
    const QByteArrayList found = cli_->lines("screen.csv");
    QVERIFY(found.size() > 2);
    double last = -10.0;
    for (qsizetype row = 1; row < found.size(); ++row) {
        const double low = cellsOf(found[0], found[row])["interaction_low"].toDouble();
        QVERIFY(low >= last - 1e-6);
        last = low;
    }
    // What the rows say that calibrated the model is not measured by intervals that know them.
    const CliResult measured =
        cli_->run({"evaluate", "--cell", demoCell(), "--model", "mine.safetensors", "--labels", labels}, 240'000);
    COMPARE_EXIT(measured, 0);
    QVERIFY(measured.error.contains("the other nine"));
    QVERIFY(measured.output.contains("\nquantity\tdeletions\tgroup\tcount\t"));
    QVERIFY(measured.output.contains("\ndeletions\tscore\tranked\thits\thit_below\tchance\tprecision_25"));
}

void TestCliPredict::ensemblesAreCalibratedTogether()
{
    const QString labels = QFileInfo(demoModel()).dir().filePath("labels.tsv");
    for (const char *name : {"m.1.safetensors", "m.2.safetensors"}) {
        cli_->write(name, uncalibratedDemo());
    }
    COMPARE_EXIT(cli_->run({"model", "calibrate", "m.1.safetensors", "m.2.safetensors", "--cell", demoCell(),
                            "--labels", labels},
                           240'000),
                 0);
    const auto columnsWith = [&](const QStringList &models) {
        QStringList arguments{"predict", "--cell", demoCell(), "--genes", "HXK2 PGI1", "--out", "out.csv", "--no-log"};
        for (const QString &model : models) {
            arguments += {"--model", model};
        }
        return cli_->run(arguments).exitCode == 0 ? cli_->lines("out.csv").value(0) : QByteArray();
    };
    QVERIFY(columnsWith({"m.1.safetensors", "m.2.safetensors"}).contains(",fitness_low,"));
    // One of them alone was not calibrated, nor was one that counts twice.
    const QByteArray alone = columnsWith({"m.2.safetensors"});
    QVERIFY(!alone.isEmpty() && !alone.contains("_low"));
    const QByteArray twice = columnsWith({"m.1.safetensors", "m.1.safetensors"});
    QVERIFY(!twice.isEmpty() && !twice.contains("_low"));
}

void TestCliPredict::crossValidationTellsWhatEachRankingFinds()
{
    if (!hasCommand(*cli_, "train")) {
        QSKIP("this build cannot train");
    }
    QFile labels(QFileInfo(demoModel()).dir().filePath("labels.tsv"));
    QVERIFY(labels.open(QIODevice::ReadOnly));
    const QByteArrayList lines = labels.readAll().split('\n');
    QByteArray some = lines.front() + '\n';
    for (qsizetype i = 1; i < lines.size(); i += 12) {
        some += lines[i] + '\n';
    }
    cli_->write("some.tsv", some);
    const CliResult result = cli_->run({"train", "--cell", demoCell(), "--labels", "some.tsv", "--out",
                                        "cv.safetensors", "--epochs", "1", "--cross-validate", "2", "--no-log"},
                                       240'000);
    COMPARE_EXIT(result, 0);
    const qsizetype begin = result.output.indexOf("fold\tdeletions\tscore");
    QVERIFY2(begin > 0, result.output.constData());
    const QByteArrayList table = result.output.mid(begin).trimmed().split('\n');
    QSet<QByteArray> folds;
    for (const QByteArray &line : table.mid(1)) {
        const QByteArrayList cells = line.split('\t');
        QCOMPARE(cells.size(), table.front().count('\t') + 1);
        folds.insert(cells[0]);
        QVERIFY(cells[4].toInt() > cells[5].toInt() && cells[5].toInt() > 0);
        const double share = cells[9].toDouble();
        QVERIFY(share >= 0.0 && share <= 1.0);
    }
    QCOMPARE(folds, (QSet<QByteArray>{"1", "2", "mean"}));
}

QTEST_GUILESS_MAIN(TestCliPredict)
#include "test_cli_predict.moc"
