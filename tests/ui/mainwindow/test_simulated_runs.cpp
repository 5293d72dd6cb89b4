// A cell without a model: what can be predicted elsewhere is simulated, says so, and is found again so.

#include "engine/cell/bundle.h"
#include "engine/core/delimited_table.h"
#include "engine/core/files.h"
#include "engine/store/run_database.h"
#include "tests/ui/mainwindow/window_fixture.h"
#include "ui/history/run_text.h"
#include "ui/results/results_columns.h"
#include "ui/results/results_panel.h"
#include "ui/screening/screen_dialog.h"
#include "ui/screening/screen_panel.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include <cmath>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

class TestSimulatedRuns : public WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase();
    void singlesOfACellWithoutAModel();
    void setAndWhatItMeans();
    void cancelKeepsWhatIsDone();
    void screenOfPairs();
    void aModelLeavesTheChoice();
    void nothingAnswersWithoutMetabolism();

private:
    QAction *action(const char *name) { return fixture_->window->findChild<QAction *>(QString::fromLatin1(name)); }
    /// The demo cell, without its model.
    void openCell(const std::filesystem::path &cell)
    {
        fixture_->open();
        fixture_->window->openFiles({cell});
        QTRY_VERIFY_WITH_TIMEOUT(fixture_->session()->cell() != nullptr, patience);
        QTRY_VERIFY_WITH_TIMEOUT(fixture_->bench()->modelState() == ModelState::None, patience);
    }
    std::filesystem::path demo() const { return *demoFiles().cell; }
    bool shows(ResultsColumn column)
    {
        auto *table = fixture_->window->findChild<QTableView *>(QStringLiteral("resultsTable"));
        return !table->isColumnHidden(static_cast<int>(column));
    }
    QString titleOf(ResultsColumn column)
    {
        auto *table = fixture_->window->findChild<QTableView *>(QStringLiteral("resultsTable"));
        return table->model()->headerData(static_cast<int>(column), Qt::Horizontal).toString();
    }
    RunRecord lastRun()
    {
        const RunDatabase database(fixture_->database().toStdString());
        RunRecord last;
        for (const RunRecord &run : database.runs()) {
            last = run.id > last.id ? run : last;
        }
        return last;
    }

    QTemporaryDir home_;
};

void TestSimulatedRuns::initTestCase()
{
    qputenv("XDG_DATA_HOME", home_.filePath(QStringLiteral("data")).toLocal8Bit());
    qputenv("XDG_CACHE_HOME", home_.filePath(QStringLiteral("cache")).toLocal8Bit());
    if (!InferenceService::canSimulate()) {
        QSKIP("this build cannot simulate");
    }
}

void TestSimulatedRuns::singlesOfACellWithoutAModel()
{
    openCell(demo());
    QVERIFY(action("predict")->isEnabled());
    QCOMPARE(action("predict")->text(), QStringLiteral("Simulate"));
    QVERIFY(!action("simulateSingles")->isVisible()); // there is but one way
    QVERIFY(!action("against")->isEnabled() && action("against")->toolTip().contains(QStringLiteral("tick a gene")));

    QSignalSpy ended(fixture_->bench(), &Workbench::jobEnded);
    QTest::mouseClick(fixture_->window->findChild<QPushButton *>(QStringLiteral("resultsSingles")), Qt::LeftButton);
    QVERIFY(fixture_->bench()->running());
    QVERIFY(!action("singles")->isEnabled());
    QVERIFY(ended.wait(patience));
    ResultsPanel *const results = fixture_->window->results();
    QCOMPARE(results->rowCount(), 490);
    QVERIFY(fixture_->session()->resultsSimulated());
    QVERIFY(fixture_->session()->resultTitle().contains(QStringLiteral("simulated")));
    QCOMPARE(titleOf(ResultsColumn::Fitness), QStringLiteral("Simulated fitness"));
    for (const ResultsColumn column :
         {ResultsColumn::Interaction, ResultsColumn::Support, ResultsColumn::InRange, ResultsColumn::Simulated}) {
        QVERIFY(!shows(column));
    }
    // SciPy's HiGHS: 0.3429202169 of 0.4579531127 per hour.
    for (const PredictionRow &row : results->rows()) {
        if (row.genotype == Genotype{fixture_->gene("YML123C")}) {
            QVERIFY(std::abs(row.prediction.fitness - 0.3429202169 / 0.4579531127) < 1e-6);
        }
    }

    QString error;
    const QString csv = fixture_->folder.filePath(QStringLiteral("simulated.csv"));
    QVERIFY2(results->exportTable(csv, &error), qPrintable(error));
    const DelimitedTable table = DelimitedTable::read(csv.toStdString());
    QCOMPARE(table.rowCount(), std::size_t{490});
    for (const char *column : {"interaction", "support", "in_range", "simulated_fitness"}) {
        QVERIFY2(!table.findColumn(column).has_value(), column);
    }
    const std::string about = readFile(csv.toStdString() + "-metadata.json");
    for (const char *words :
         {"\"evaluator\": \"simulation\"", "\"method\": \"fba\"", "\"medium\"", "simulated growth"}) {
        QVERIFY2(about.find(words) != std::string::npos, words);
    }

    QTRY_VERIFY_WITH_TIMEOUT(lastRun().status == RunStatus::Finished, patience);
    const RunRecord run = lastRun();
    QCOMPARE(run.kind, std::string("screen"));
    QCOMPARE(run.modelsJson, std::string("[]"));
    QVERIFY(run.parametersJson.find("\"evaluator\":\"simulation\"") != std::string::npos);
    QCOMPARE(kindText(run), QStringLiteral("Simulated screen"));
    // Opened later it is still simulated.
    fixture_->session()->beginResults(ResultOrigin::Run, QStringLiteral("something else"));
    QVERIFY(shows(ResultsColumn::Interaction));
    fixture_->bench()->openRun(run);
    QTRY_VERIFY_WITH_TIMEOUT(results->rowCount() == 490, patience);
    QVERIFY(fixture_->session()->resultsSimulated() && !shows(ResultsColumn::Interaction));
    QVERIFY(fixture_->bench()->resultsProvenance().method == "fba");
}

void TestSimulatedRuns::setAndWhatItMeans()
{
    openCell(demo());
    fixture_->session()->setKnockouts(Genotype{fixture_->gene("BNA1"), fixture_->gene("NPT1")});
    QVERIFY(action("against")->isEnabled());
    QSignalSpy ended(fixture_->bench(), &Workbench::jobEnded);
    action("predict")->trigger();
    QVERIFY(ended.wait(patience));
    const auto &rows = fixture_->window->results()->rows();
    QCOMPARE(rows.size(), std::size_t{3});
    QCOMPARE(rows.front().prediction.fitness, 0.0);
    QVERIFY(rows.front().prediction.expectedFitness > 0.9);
    QVERIFY(rows.front().prediction.epistasis() < -0.9);
    QTRY_VERIFY_WITH_TIMEOUT(lastRun().status == RunStatus::Finished, patience);
    QCOMPARE(lastRun().kind, std::string("simulate"));
}

void TestSimulatedRuns::cancelKeepsWhatIsDone()
{
    openCell(demo());
    fixture_->listManyGenotypes();
    QSignalSpy ended(fixture_->bench(), &Workbench::jobEnded);
    action("predictList")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(fixture_->window->results()->rowCount() > 0, patience);
    QVERIFY(action("cancel")->isEnabled());
    action("cancel")->trigger();
    QVERIFY(ended.wait(patience));
    QCOMPARE(ended.front().front().value<JobEnd>(), JobEnd::Cancelled);
    QVERIFY(fixture_->window->results()->rowCount() > 0);
    QVERIFY(action("predictList")->isEnabled());
}

void TestSimulatedRuns::screenOfPairs()
{
    openCell(demo());
    ScreenPanel *const panel = fixture_->window->screen();
    // The dialog offers simulation alone, of the genes that it knows.
    panel->ask(ScreenKind::Pairs);
    auto *dialog = fixture_->window->findChild<ScreenDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->plan().simulated);
    QCOMPARE(dialog->plan().panel.size(), std::size_t{490});
    QCOMPARE(dialog->findChild<QComboBox *>(QStringLiteral("screenBy"))->currentText(), QStringLiteral("epistasis"));
    QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QPushButton *>(QStringLiteral("screenStart"))->isEnabled(), patience);
    ScreenPlan plan = dialog->plan();
    dialog->reject();

    plan.panel.clear();
    for (const char *gene : {"YHL003C", "YKL008C", "YLR028C", "YMR120C", "YJL198W", "YML123C"}) {
        plan.panel.push_back(fixture_->gene(gene));
    }
    QSignalSpy ended(panel, &ScreenPanel::ended);
    panel->run(plan);
    QVERIFY(ended.wait(patience));
    const auto &outcome = panel->outcome();
    QVERIFY(outcome && outcome->result->finished && outcome->models.empty());
    QCOMPARE(outcome->kept->count(), std::uint64_t{15});
    // SciPy's HiGHS: both pairs of isozymes are lethal together.
    QCOMPARE(outcome->kept->rows()[0].prediction.fitness, 0.0);
    QVERIFY(outcome->kept->rows()[0].prediction.epistasis() < -0.49);
    QVERIFY(outcome->whole && outcome->whole->isSquare()); // the heat map has all of them
    QCOMPARE(panel->table()
                 ->headerData(static_cast<int>(ResultsColumn::Fitness), Qt::Horizontal, Qt::DisplayRole)
                 .toString(),
             QStringLiteral("Simulated fitness"));
    QTRY_VERIFY_WITH_TIMEOUT(lastRun().status == RunStatus::Finished, patience);
    QCOMPARE(kindText(lastRun()), QStringLiteral("Simulated screen"));
    QVERIFY(lastRun().parametersJson.find("\"method\":\"fba\"") != std::string::npos);
}

void TestSimulatedRuns::aModelLeavesTheChoice()
{
    fixture_->openDemo();
    QCOMPARE(action("predict")->text(), QStringLiteral("Predict"));
    QVERIFY(action("simulateSingles")->isVisible() && action("simulateSingles")->isEnabled());
    QVERIFY(!fixture_->session()->resultsSimulated());
    QSignalSpy ended(fixture_->bench(), &Workbench::jobEnded);
    action("simulateSingles")->trigger();
    QVERIFY(ended.wait(patience));
    QVERIFY(fixture_->session()->resultsSimulated());
    QCOMPARE(fixture_->window->results()->rowCount(), 490);
    // And the model answers again.
    fixture_->session()->setKnockouts(Genotype{fixture_->gene("BNA1"), fixture_->gene("NPT1")});
    action("predict")->trigger();
    QVERIFY(ended.wait(patience));
    QVERIFY(!fixture_->session()->resultsSimulated());
    QVERIFY(!std::isnan(fixture_->window->results()->rows().front().prediction.interaction));
    QVERIFY(shows(ResultsColumn::Interaction) && shows(ResultsColumn::Support));
}

void TestSimulatedRuns::nothingAnswersWithoutMetabolism()
{
    std::vector<Issue> issues;
    Cell cell = readCellBundle(demo(), issues);
    cell.metabolism = {};
    writeCellBundle(cell, path("genes.cell"));
    openCell(path("genes.cell"));
    for (const char *name : {"predict", "predictList", "predictSet", "singles", "against", "screen"}) {
        QVERIFY2(!action(name)->isEnabled(), name);
        QVERIFY2(action(name)->toolTip().contains(QStringLiteral("No model is open")), name);
    }
    QVERIFY(!fixture_->window->findChild<QPushButton *>(QStringLiteral("resultsSingles"))->isEnabled());
    QVERIFY(!fixture_->window->findChild<QPushButton *>(QStringLiteral("genotypesSingles"))->isEnabled());
    QVERIFY(!action("simulateSingles")->isVisible());
}

QTEST_MAIN(TestSimulatedRuns)
#include "test_simulated_runs.moc"
