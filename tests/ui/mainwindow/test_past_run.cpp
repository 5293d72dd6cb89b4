// Runs of the history: what part is stored, and what is said beside another cell or other models.

#include "ui/history/run_text.h"
#include "ui/mainwindow/past_run.h"

#include <QTest>

using namespace knockscape;
using namespace knockscape::ui;

namespace
{

std::shared_ptr<const Cell> cellOf(const std::string &name, const std::string &sha256,
                                   const std::vector<std::string> &ids)
{
    auto cell = std::make_shared<Cell>();
    cell->name = name;
    cell->sha256 = sha256;
    std::vector<Gene> genes;
    for (const std::string &id : ids) {
        genes.push_back({id, {}, {}, {}, {}, {}});
    }
    cell->genes = GeneCatalogue(std::move(genes));
    return cell;
}

RunRecord screenOfYeast()
{
    RunRecord run;
    run.id = 7;
    run.kind = "screen";
    run.status = RunStatus::Finished;
    run.startedUtc = "2026-03-04T05:06:07.000Z";
    run.cellName = "yeast";
    run.cellSha256 = "aa";
    run.modelsJson = R"([{"path":"/models/large.safetensors","sha256":"bb"}])";
    run.parametersJson = R"({"kind":"pairs","genotypes":34453,"top":1000,"by":"epistasis","where":"fitness < 0.5"})";
    run.genotypeCount = 1000;
    return run;
}

std::vector<StoredPrediction> rowsOf(const std::vector<std::string> &knockouts)
{
    std::vector<StoredPrediction> rows(knockouts.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].knockouts = knockouts[i];
    }
    return rows;
}

std::string whatOf(const std::vector<Issue> &issues)
{
    std::string text;
    for (const Issue &issue : issues) {
        text += describe(issue) + "\n";
    }
    return text;
}

} // namespace

class TestPastRun : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatPartIsStored_data();
    void saysWhatPartIsStored();
    void titleNamesRunCellAndModel();
    void rowsThatTheOpenCellKnowsAreShown();
    void aRunOfAnotherCellIsOneIssue();
    void anotherVersionOfTheCellIsToldApart();
    void modelsAreTheSameByTheirHash();
};

void TestPastRun::saysWhatPartIsStored_data()
{
    QTest::addColumn<QString>("parameters");
    QTest::addColumn<int>("stored");
    QTest::addColumn<bool>("finished");
    QTest::addColumn<QString>("text");
    const QString screen = QString::fromStdString(screenOfYeast().parametersJson);
    QTest::newRow("screen") << screen << 1000 << true
                            << QStringLiteral("the best 1,000 of 34,453 genotypes, by epistasis, where fitness < 0.5");
    QTest::newRow("cancelled screen") << screen << 12 << false << QStringLiteral("12 of 34,453 genotypes");
    QTest::newRow("all") << QStringLiteral(R"({"genotypes":12})") << 12 << true << QStringLiteral("all 12 genotypes");
    QTest::newRow("one") << QStringLiteral(R"({"genotypes":1})") << 1 << true << QStringLiteral("its one genotype");
    QTest::newRow("cut short") << QStringLiteral(R"({"genotypes":12})") << 5 << false
                               << QStringLiteral("5 of 12 genotypes");
    QTest::newRow("unknown total") << QStringLiteral("{}") << 5 << true << QStringLiteral("all 5 genotypes");
    QTest::newRow("training") << QStringLiteral("{}") << 0 << true << QString();
    QTest::newRow("damaged") << QStringLiteral(R"({"genotypes":"many")") << 5 << true
                             << QStringLiteral("all 5 genotypes");
}

void TestPastRun::saysWhatPartIsStored()
{
    QFETCH(QString, parameters);
    QFETCH(int, stored);
    QFETCH(bool, finished);
    RunRecord run;
    run.parametersJson = parameters.toStdString();
    run.genotypeCount = stored;
    run.status = finished ? RunStatus::Finished : RunStatus::Cancelled;
    QTEST(storedText(run), "text");
}

void TestPastRun::titleNamesRunCellAndModel()
{
    RunRecord run = screenOfYeast();
    for (const char *part : {"Past run 7", "yeast", "large", "the best 1,000 of 34,453 genotypes"}) {
        QVERIFY2(titleOf(run).contains(QString::fromUtf8(part)), qPrintable(titleOf(run)));
    }
    QVERIFY(!titleOf(run).contains(QStringLiteral("cancelled")));
    run.status = RunStatus::Cancelled;
    QVERIFY(titleOf(run).endsWith(QStringLiteral("cancelled")));
}

void TestPastRun::rowsThatTheOpenCellKnowsAreShown()
{
    Session session;
    session.setCell(cellOf("yeast", "aa", {"YA", "YB"}), {});
    const PastRun run = compareWithOpen(screenOfYeast(), rowsOf({"YA;YB", "YA;YC", "YC", ""}), session);
    QCOMPARE(run.rows.size(), std::size_t{2});
    QVERIFY((run.rows[0].genotype == Genotype{0, 1}));
    QVERIFY(run.rows[1].genotype.empty());
    QCOMPARE(run.rowsLeftOut, std::size_t{2});
    QVERIFY(run.genesLacking == std::vector<std::string>{"YC"});
    QVERIFY(!run.otherCell);
    QVERIFY(run.otherModels);
}

void TestPastRun::aRunOfAnotherCellIsOneIssue()
{
    Session session;
    session.setCell(cellOf("demo", "cc", {"YA"}), {});
    std::vector<std::string> knockouts{"YA"};
    for (int i = 0; i < 889; ++i) {
        knockouts.push_back(QStringLiteral("X%1").arg(1000 + i).toStdString());
    }
    RunRecord record = screenOfYeast();
    record.modelsJson = "[]";
    const PastRun run = compareWithOpen(record, rowsOf(knockouts), session);
    QVERIFY(run.otherCell);
    const std::vector<Issue> issues = remarksOn(run, session);
    QCOMPARE(issues.size(), std::size_t{1});
    const std::string text = whatOf(issues);
    for (const char *part : {"Run 7", "yeast", "demo", "889 of its rows are", "X1000", "X1002", "886 more"}) {
        QVERIFY2(text.find(part) != std::string::npos, text.c_str());
    }
    QVERIFY2(text.find("X1003") == std::string::npos, text.c_str());

    Session empty;
    const PastRun nowhere = compareWithOpen(record, rowsOf(knockouts), empty);
    QVERIFY(nowhere.rows.empty());
    QCOMPARE(remarksOn(nowhere, empty).size(), std::size_t{1});
}

void TestPastRun::anotherVersionOfTheCellIsToldApart()
{
    Session session;
    session.setCell(cellOf("yeast", "cc", {"YA", "YB"}), {});
    const PastRun run = compareWithOpen(screenOfYeast(), rowsOf({"YA", "YC"}), session);
    const std::string text = whatOf(remarksOn(run, session));
    QVERIFY2(text.find("another version of the cell") != std::string::npos, text.c_str());
    QVERIFY2(text.find("1 of its rows is not shown") != std::string::npos, text.c_str());
}

void TestPastRun::modelsAreTheSameByTheirHash()
{
    Session session;
    session.setCell(cellOf("yeast", "aa", {"YA"}), {});
    ModelSummary model;
    model.path = "/elsewhere/renamed.safetensors";
    model.sha256 = "bb";
    session.setModels({model}, QStringLiteral("cpu"));
    const PastRun same = compareWithOpen(screenOfYeast(), rowsOf({"YA"}), session);
    QVERIFY(!same.otherModels);
    QVERIFY(remarksOn(same, session).empty());
    model.path = "/models/large.safetensors";
    model.sha256 = "dd";
    session.setModels({model}, QStringLiteral("cpu"));
    const PastRun other = compareWithOpen(screenOfYeast(), rowsOf({"YA"}), session);
    QVERIFY(other.otherModels);
    const std::vector<Issue> remarks = remarksOn(other, session);
    QCOMPARE(remarks.size(), std::size_t{1});
    QVERIFY(remarks[0].severity == Severity::Note);
    // Nothing is asked about models of a run that used none.
    RunRecord simulated = screenOfYeast();
    simulated.modelsJson = "[]";
    QVERIFY(!compareWithOpen(simulated, rowsOf({"YA"}), session).otherModels);
}

QTEST_GUILESS_MAIN(TestPastRun)
#include "test_past_run.moc"
