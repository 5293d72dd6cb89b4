#include "tests/cli/cli_program.h"
#include "tests/patience.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <csignal>

namespace
{

const QByteArray contractColumns =
    "knockouts,names,n,fitness,fitness_delta,interaction,expected_fitness,epistasis,support,in_range,status,"
    "fitness_low,fitness_high,interaction_low,interaction_high";

double number(const QByteArray &line, int column)
{
    return line.split(',')[column].toDouble();
}

/// Difference of two rows with the same genotype in their numbers.
bool close(const QByteArray &left, const QByteArray &right)
{
    const QByteArrayList a = left.split(',');
    const QByteArrayList b = right.split(',');
    // The predicted values, and the ends of their intervals.
    for (const int column : {3, 4, 5, 6, 7, 11, 12, 13, 14}) {
        if (a.value(column).isEmpty() != b.value(column).isEmpty() ||
            std::abs(a.value(column).toDouble() - b.value(column).toDouble()) > 1e-5) {
            return false;
        }
    }
    return a.mid(0, 3) == b.mid(0, 3) && a.mid(8, 3) == b.mid(8, 3) && a.mid(15) == b.mid(15);
}

const char *const panel = "HXK2 PGI1 ZWF1\nGND1, TDH3; PGK1\nADE2 URA3 HIS3 BNA1 NPT1 FKS1\n";

} // namespace

/// Screens on the command line: what is best, in which files, whatever happens meanwhile.
class TestCliScreen : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        cli_ = std::make_unique<CliProgram>();
        if (!hasCommand(*cli_, "screen") || !hasCommand(*cli_, "predict") || !QFile::exists(demoModel())) {
            QSKIP("this build cannot predict, or resources/demo has no trained model yet");
        }
        cli_->write("panel.txt", panel);
    }
    void singlesEqualPredict();
    void pairsBestFirst();
    void ranksByWhatValidationSays();
    void genesWithoutSupportComeLast();
    void essentialGenesCanBeLeftOut();
    void summariesAndHistograms();
    void matrixOfPairs();
    void againstASet();
    void combinationsAndLists();
    void shardsMergeToTheWhole();
    void interruptedScreensKeepWhatIsDone();
    void recordsTheRun();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();

private:
    CliResult screen(const QString &kind, const QStringList &more, const QString &out = "out.csv") const
    {
        return cli_->run(QStringList{"screen", kind, "--cell", demoCell(), "--model", demoModel(), "--out", out} +
                         more);
    }
    std::unique_ptr<CliProgram> cli_;
};

void TestCliScreen::singlesEqualPredict()
{
    COMPARE_EXIT(screen("singles", {"--genes", "panel.txt", "--min-support", "0"}), 0);
    const QByteArrayList lines = cli_->lines("out.csv");
    QCOMPARE(lines.size(), 13);
    QCOMPARE(lines[0], contractColumns + ",note"); // why single deletions have no interval
    for (qsizetype row = 2; row < lines.size(); ++row) {
        QVERIFY(number(lines[row], 3) >= number(lines[row - 1], 3));
    }
    COMPARE_EXIT(cli_->run({"predict", "--cell", demoCell(), "--model", demoModel(), "--knockouts", "out.csv", "--out",
                            "predicted.csv"}),
                 0);
    const QByteArrayList predicted = cli_->lines("predicted.csv");
    QCOMPARE(predicted.size(), lines.size());
    for (qsizetype row = 1; row < lines.size(); ++row) {
        QVERIFY2(close(lines[row], predicted[row]), lines[row] + " " + predicted[row]);
    }
}

void TestCliScreen::pairsBestFirst()
{
    const CliResult result = screen("pairs", {"--where", "fitness < 0.9 && abs(epistasis) > 0.01", "--top", "200",
                                              "--by", "interaction", "--descending", "--no-log"});
    COMPARE_EXIT(result, 0);
    QVERIFY(result.output.isEmpty());
    QVERIFY2(result.error.contains("158766 genotypes, about"), result.error.constData()); // 564·563/2
    const QByteArrayList lines = cli_->lines("out.csv");
    QCOMPARE(lines.size(), 201);
    for (qsizetype row = 1; row < lines.size(); ++row) {
        QVERIFY(number(lines[row], 3) < 0.9 && std::abs(number(lines[row], 7)) > 0.01);
        QCOMPARE(number(lines[row], 2), 2.0);
        QVERIFY(row == 1 || number(lines[row], 5) <= number(lines[row - 1], 5));
    }
    COMPARE_EXIT(cli_->run({"predict", "--cell", demoCell(), "--model", demoModel(), "--knockouts", "out.csv", "--out",
                            "predicted.csv"}),
                 0);
    const QByteArrayList predicted = cli_->lines("predicted.csv");
    for (qsizetype row = 1; row < lines.size(); ++row) {
        QVERIFY2(close(lines[row], predicted[row]), lines[row] + " " + predicted[row]);
    }
    QVERIFY(!QFile::exists(cli_->path("out.csv.checkpoint")));
    // Again, on one thread: the tables are rounded differently, the rows are the same.
    COMPARE_EXIT(screen("pairs", {"--where", "fitness < 0.9 && abs(epistasis) > 0.01", "--top", "200", "--by",
                                  "interaction", "--descending", "--no-log", "--threads", "1"}),
                 0);
    const QByteArrayList again = cli_->lines("out.csv");
    QCOMPARE(again.size(), lines.size());
    for (qsizetype row = 1; row < lines.size(); ++row) {
        QVERIFY(std::abs(number(lines[row], 5) - number(again[row], 5)) < 1e-5);
    }
}

void TestCliScreen::ranksByWhatValidationSays()
{
    const CliResult info = cli_->run({"model", "info", demoModel(), "--json"});
    COMPARE_EXIT(info, 0);
    const nlohmann::json training = nlohmann::json::parse(info.output.toStdString()).at("training");
    QCOMPARE(training.at("label_kind").get<std::string>(), "simulated");
    const nlohmann::json pairs = training.at("ranking").at("orders").at("2");
    const std::string by = pairs.at("by").get<std::string>();
    const CliResult chosen = screen("pairs", {"--genes", "panel.txt", "--no-log"});
    COMPARE_EXIT(chosen, 0);
    const QByteArray rows = cli_->read("out.csv");
    // What it reached stands in the output and beside the table.
    const double precision = pairs.at("scores").at(by).at("precision").at("25").get<double>();
    const QByteArray reached = QByteArray::number(std::lround(100.0 * precision)) + " %";
    QVERIFY2(chosen.error.contains("Ranked by") && chosen.error.contains("simulated interaction") &&
                 chosen.error.contains("best 25, 50, 100: " + reached) && chosen.error.contains("by chance"),
             chosen.error.constData());
    const nlohmann::json about = cli_->provenance("out.csv");
    QCOMPARE(about.at("order").get<std::string>(), by + ", smallest first");
    QVERIFY(about.at("remarks")[0].get<std::string>().starts_with("Ranked by"));
    COMPARE_EXIT(screen("pairs", {"--genes", "panel.txt", "--no-log", "--by", QString::fromStdString(by)}), 0);
    QCOMPARE(cli_->read("out.csv"), rows);
    // What was never learnt cannot rank.
    const CliResult four = screen("combos", {"--order", "4", "--genes", "panel.txt", "--no-log"});
    COMPARE_EXIT(four, 0);
    QVERIFY2(four.error.contains("Ranked by epistasis") && four.error.contains("not of 4"), four.error.constData());
    QVERIFY(cli_->lines("out.csv")[0].endsWith(",interaction_high,note"));
}

void TestCliScreen::genesWithoutSupportComeLast()
{
    // A floor that some genes of the demo meet and others do not.
    const QStringList common{"--no-log", "--top", "158766", "--where", "n == 2"};
    const CliResult floored = screen("pairs", common + QStringList{"--min-support", "40"}, "out.tsv");
    COMPARE_EXIT(floored, 0);
    const QByteArrayList rows = cli_->lines("out.tsv");
    QCOMPARE(rows.size(), 158767);
    const qsizetype support = rows[0].split('\t').indexOf("support");
    qsizetype lacking = 0;
    for (qsizetype row = 1; row < rows.size(); ++row) {
        const bool lacks = rows[row].split('\t')[support].toInt() < 40;
        QVERIFY2(lacks || lacking == 0, rows[row].constData());
        lacking += lacks ? 1 : 0;
    }
    QVERIFY(lacking > 0 && lacking < rows.size() - 1);
    const QByteArray count = QByteArray::number(lacking);
    QVERIFY2(floored.error.contains(count + " of these have a gene that fewer than 40 training genotypes held"),
             floored.error.constData());
    QVERIFY(cli_->provenance("out.tsv").at("remarks").back().get<std::string>().starts_with(count.toStdString()));
    const CliResult lifted = screen("pairs", common + QStringList{"--min-support", "0"}, "all.tsv");
    COMPARE_EXIT(lifted, 0);
    QVERIFY(!lifted.error.contains("training genotypes held;"));
    QByteArrayList all = cli_->lines("all.tsv");
    QVERIFY(all != rows);
    QByteArrayList same = rows;
    std::sort(all.begin(), all.end());
    std::sort(same.begin(), same.end());
    QCOMPARE(all, same); // nothing was dropped
    COMPARE_EXIT(screen("pairs", {"--min-support", "-1"}), 2);
}

void TestCliScreen::essentialGenesCanBeLeftOut()
{
    // As the cell's own table has it.
    QSet<QByteArray> essential;
    qsizetype genes = 0;
    QFile table(demoCell() + QStringLiteral("/genes.tsv"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    const qsizetype column = table.readLine().trimmed().split('\t').indexOf("essential");
    while (!table.atEnd()) {
        const QByteArrayList cells = table.readLine().split('\t');
        ++genes;
        if (cells.value(column).trimmed() == "1") {
            essential.insert(cells.front());
        }
    }
    QVERIFY(!essential.isEmpty());
    const CliResult result = screen("singles", {"--without-essential"});
    COMPARE_EXIT(result, 0);
    const QByteArrayList lines = cli_->lines("out.csv");
    QCOMPARE(lines.size() - 1, genes - essential.size());
    for (qsizetype row = 1; row < lines.size(); ++row) {
        QVERIFY2(!essential.contains(lines[row].split(',').front()), lines[row].constData());
    }
    QVERIFY2(result.error.contains(QByteArray::number(essential.size())), result.error.constData());
    // Nothing is left, and it says so.
    cli_->write("essential.txt", *essential.begin() + "\n");
    const CliResult nothing = screen("singles", {"--without-essential", "--genes", "essential.txt"});
    COMPARE_EXIT(nothing, 3);
}

void TestCliScreen::summariesAndHistograms()
{
    COMPARE_EXIT(screen("pairs", {"--genes", "panel.txt", "--where", "epistasis < 0", "--gene-summary", "genes.csv",
                                  "--histogram", "histogram.csv"}),
                 0);
    const qsizetype hits = cli_->lines("out.csv").size() - 1;
    const QByteArrayList genes = cli_->lines("genes.csv");
    QCOMPARE(genes.size(), 13);
    QVERIFY(genes[0].startsWith("gene,name,genotypes,hits,mean_fitness,"));
    double degrees = 0.0;
    for (qsizetype row = 1; row < genes.size(); ++row) {
        QCOMPARE(number(genes[row], 2), 11.0);
        degrees += number(genes[row], 3);
        QVERIFY(number(genes[row], 7) <= number(genes[row], 10));
        QCOMPARE(genes[row].split(',')[8].count(';'), 0); // one partner
        QVERIFY(!genes[row].split(',')[8].isEmpty() && genes[row].split(',')[8] != genes[row].split(',')[0]);
    }
    QCOMPARE(degrees, 2.0 * static_cast<double>(hits));
    double counted = 0.0;
    double hit = 0.0;
    for (const QByteArray &line : cli_->lines("histogram.csv").mid(1)) {
        if (line.startsWith("epistasis,")) {
            counted += number(line, 3);
            hit += number(line, 4);
            QVERIFY(number(line, 1) < 0.0 || number(line, 4) == 0.0);
        }
    }
    QCOMPARE(counted, 66.0);
    QCOMPARE(hit, static_cast<double>(hits));
}

void TestCliScreen::matrixOfPairs()
{
    COMPARE_EXIT(screen("pairs", {"--genes", "panel.txt", "--matrix", "m.npy"}), 0);
    const QByteArray array = cli_->read("m.npy");
    QVERIFY(array.startsWith("\x93NUMPY") && array.contains("'shape': (2, 12, 12, )"));
    const auto description = nlohmann::json::parse(cli_->read("m.npy.json").toStdString());
    QCOMPARE(description["columns"].dump(), std::string("[\"fitness\",\"interaction\"]"));
    QCOMPARE(description["genes"].size(), 12U);
    const auto *values = reinterpret_cast<const float *>(array.constData() + array.size() - qsizetype{2 * 144 * 4});
    const auto place = [&](const QByteArray &id) {
        for (std::size_t i = 0; i < 12; ++i) {
            if (description["genes"][i].get<std::string>() == id.toStdString()) {
                return i;
            }
        }
        return std::size_t{99};
    };
    const QByteArrayList lines = cli_->lines("out.csv");
    QCOMPARE(lines.size(), 67);
    for (const QByteArray &line : lines.mid(1)) {
        const QByteArrayList ids = line.split(',')[0].split(';');
        const std::size_t a = place(ids[0]);
        const std::size_t b = place(ids[1]);
        QVERIFY(std::abs(values[a * 12 + b] - number(line, 3)) < 1e-6);
        QCOMPARE(values[a * 12 + b], values[b * 12 + a]);
        QVERIFY(std::abs(values[144 + a * 12 + b] - number(line, 5)) < 1e-6);
        // The diagonal holds the single deletions.
        QVERIFY(std::abs(values[a * 12 + a] * values[b * 12 + b] - number(line, 6)) < 1e-5);
    }
}

void TestCliScreen::againstASet()
{
    COMPARE_EXIT(screen("against", {"--with", "hxk2 PGI1", "--top", "5"}), 0);
    const QByteArrayList lines = cli_->lines("out.csv");
    QCOMPARE(lines.size(), 6);
    for (const QByteArray &line : lines.mid(1)) {
        QVERIFY(line.contains("YBR196C") && line.contains("YGL253W"));
        QCOMPARE(number(line, 2), 3.0);
    }
    COMPARE_EXIT(screen("against", {}), 2);
}

void TestCliScreen::combinationsAndLists()
{
    COMPARE_EXIT(screen("combos", {"--order", "3", "--genes", "panel.txt", "--top", "500"}), 0);
    const QByteArrayList triples = cli_->lines("out.csv");
    QCOMPARE(triples.size(), 221); // 12 choose 3
    COMPARE_EXIT(screen("list", {"--knockouts", "out.csv", "--top", "500"}, "list.csv"), 0);
    const QByteArrayList listed = cli_->lines("list.csv");
    QCOMPARE(listed.size(), 221);
    QHash<QByteArray, QByteArray> byGenotype;
    for (const QByteArray &line : listed) {
        byGenotype.insert(line.split(',')[0], line);
    }
    for (const QByteArray &line : triples.mid(1)) {
        QVERIFY(close(line, byGenotype.value(line.split(',')[0])));
    }
    cli_->write("mixed.txt", "WT\nHXK2\nHXK2 PGI1\n");
    COMPARE_EXIT(screen("list", {"--knockouts", "mixed.txt", "--by", "n"}), 0);
    QVERIFY(cli_->lines("out.csv")[1].startsWith(",,0,1,0,0,1,0,"));
}

void TestCliScreen::shardsMergeToTheWhole()
{
    const QStringList common{"--genes", "panel.txt", "--top", "20", "--gene-summary", "genes.csv"};
    COMPARE_EXIT(
        screen("pairs", common + QStringList{"--matrix", "whole.npy", "--histogram", "whole-h.csv"}, "whole.csv"), 0);
    const QByteArray genes = cli_->read("genes.csv");
    for (const QString part : {"1", "2", "3"}) {
        COMPARE_EXIT(
            screen("pairs", common + QStringList{"--matrix", part + ".npy", "--shard", part + "/3"}, part + ".csv"), 0);
    }
    const CliResult missing = cli_->run({"screen", "merge", "1.csv", "3.csv", "--out", "merged.csv"});
    COMPARE_EXIT(missing, 3);
    QVERIFY2(missing.error.contains("2/3"), missing.error.constData());
    COMPARE_EXIT(cli_->run({"screen", "merge", "3.csv", "1.csv", "2.csv", "--out", "merged.csv", "--matrix",
                            "merged.npy", "--gene-summary", "merged-genes.csv", "--histogram", "merged-h.csv"}),
                 0);
    QCOMPARE(cli_->read("merged.csv"), cli_->read("whole.csv"));
    QCOMPARE(cli_->read("merged.npy"), cli_->read("whole.npy"));
    QCOMPARE(cli_->read("merged-h.csv"), cli_->read("whole-h.csv"));
    QCOMPARE(cli_->read("merged-genes.csv"), genes);
    QVERIFY(cli_->provenance("merged.csv").at("order") == cli_->provenance("whole.csv").at("order"));
    QVERIFY(cli_->provenance("merged.csv").at("models") == cli_->provenance("whole.csv").at("models"));
    COMPARE_EXIT(cli_->run({"screen", "merge", "1.csv", "1.csv", "2.csv", "3.csv", "--out", "merged.csv"}), 3);
    COMPARE_EXIT(cli_->run({"screen", "merge", "whole.csv", "--out", "merged.csv"}), 3);
    COMPARE_EXIT(screen("pairs", {"--genes", "panel.txt", "--top", "21", "--shard", "2/3"}, "other.csv"), 0);
    COMPARE_EXIT(cli_->run({"screen", "merge", "1.csv", "other.csv", "3.csv", "--out", "merged.csv"}), 3);
}

void TestCliScreen::interruptedScreensKeepWhatIsDone()
{
    // 29.7 million triples: nobody finishes these before the signal arrives.
    const QStringList arguments{"screen",  "combos",    "--order", "3",       "--cell", demoCell(),
                                "--model", demoModel(), "--out",   "out.csv", "--top",  "10"};
    const auto interruptWhenRunning = [&](const QStringList &more) {
        const auto process = cli_->start(arguments + more);
        process->setReadChannel(QProcess::StandardError);
        QByteArray error;
        while (!error.contains("genotypes, about") && process->waitForReadyRead(::knockscape::testing::patience)) {
            error += process->readAllStandardError();
        }
        if (process->processId() > 0) { // 0 would be this test itself
            ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        }
        CliResult result = CliProgram::end(*process);
        result.error.prepend(error);
        return result;
    };
    const auto done = [](const CliResult &result) {
        const QRegularExpressionMatch match =
            QRegularExpression("(\\d+) of 29735208 genotypes screened").match(QString::fromUtf8(result.error));
        return match.captured(1).toLongLong();
    };
    const CliResult first = interruptWhenRunning({});
    COMPARE_EXIT(first, 130);
    QVERIFY2(first.error.contains("--resume"), first.error.constData());
    QVERIFY(QFile::exists(cli_->path("out.csv")) && QFile::exists(cli_->path("out.csv.checkpoint")));
    const CliResult other = cli_->run(arguments + QStringList{"--resume", "--where", "n == 3"});
    COMPARE_EXIT(other, 3);
    QVERIFY(other.error.contains("out.csv.checkpoint"));
    const CliResult second = interruptWhenRunning({"--resume"});
    COMPARE_EXIT(second, 130);
    QVERIFY(done(second) >= done(first));
    const CliResult anew = interruptWhenRunning({});
    COMPARE_EXIT(anew, 130);
    QVERIFY2(anew.error.contains("given up"), anew.error.constData());
    const nlohmann::json runs = cli_->runs();
    QCOMPARE(runs.back()["status"].get<std::string>(), "cancelled");
}

void TestCliScreen::recordsTheRun()
{
    COMPARE_EXIT(screen("pairs", {"--genes", "panel.txt", "--top", "7", "--matrix", "m.npy"}), 0);
    const nlohmann::json runs = cli_->runs();
    QCOMPARE(runs.size(), 1U);
    QCOMPARE(runs[0]["kind"].get<std::string>(), "screen");
    QCOMPARE(runs[0]["rows"].get<int>(), 7);
    const std::string shown = cli_->run({"runs", "show", "1", "--json"}).output.toStdString();
    QVERIFY2(shown.find(cli_->path("m.npy").toStdString()) != std::string::npos, shown.c_str());
    COMPARE_EXIT(cli_->run({"runs", "export", "1", "--out", "rows.csv"}), 0);
    QCOMPARE(cli_->lines("rows.csv"), cli_->leadingColumns("out.csv"));
}

void TestCliScreen::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no order") << QStringList{"combos"} << 2 << QByteArray("--order");
    QTest::newRow("shard") << QStringList{"pairs", "--shard", "5/4"} << 2 << QByteArray("5/4");
    QTest::newRow("order") << QStringList{"combos", "--order", "13", "--genes", "panel.txt"} << 3 << QByteArray("13");
    QTest::newRow("where") << QStringList{"pairs", "--where", "fitness < 1 & n"} << 3 << QByteArray("character 13");
    QTest::newRow("by") << QStringList{"pairs", "--by", "growth"} << 3 << QByteArray("growth");
    QTest::newRow("spread of one") << QStringList{"pairs", "--by", "fitness_sd"} << 3 << QByteArray("several models");
    QTest::newRow("gene") << QStringList{"against", "--with", "XYZ1"} << 3 << QByteArray("XYZ1");
    QTest::newRow("genes") << QStringList{"singles", "--genes", "missing.txt"} << 3 << QByteArray("missing.txt");
    QTest::newRow("folder") << QStringList{"pairs", "--matrix", "no/where.npy"} << 3 << QByteArray("no");
    QTest::newRow("kind") << QStringList{"quadruples"} << 2 << QByteArray("quadruples");
}

void TestCliScreen::refusesWhatMakesNoSense()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    const CliResult result = screen(arguments.front(), arguments.mid(1));
    COMPARE_EXIT(result, code);
    QVERIFY2(result.error.contains(says), result.error.constData());
    QVERIFY(!QFile::exists(cli_->path("out.csv")));
}

QTEST_GUILESS_MAIN(TestCliScreen)
#include "test_cli_screen.moc"
