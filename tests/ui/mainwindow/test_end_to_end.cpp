// The application's main job with real clicks: start, tick two genes, predict, see the bar, the subgraph, the run in
// SQLite and the CSV on disk.

#include "engine/core/delimited_table.h"
#include "engine/core/text.h"
#include "engine/store/run_database.h"
#include "tests/ui/mainwindow/window_fixture.h"
#include "tests/ui/picture.h"
#include "ui/graph/subgraph_panel.h"
#include "ui/mainwindow/knockout_dock.h"
#include "ui/plots/prediction_plot.h"
#include "ui/results/results_panel.h"
#include "ui/theme/colours.h"

#include <QFile>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>

#include <cmath>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

/// Pixels of a bar's colour in a picture of a widget.
int pixelsOf(QWidget *widget, const QColor &colour)
{
    const QImage image = widget->grab().toImage().convertToFormat(QImage::Format_RGB32);
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixel(x, y) == colour.rgb() ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class TestEndToEnd : public QObject
{
    Q_OBJECT

private slots:
    void theMainJob();
};

void TestEndToEnd::theMainJob()
{
    QTemporaryDir settings;
    applyTheme(ThemeChoice::Light);
    WindowFixture fixture(settings.path());
    fixture.openDemo();
    MainWindow &window = *fixture.window;
    ResultsPanel *results = window.results();
    // The first view is a preview and no run.
    QCOMPARE(fixture.session()->resultOrigin(), ResultOrigin::Preview);
    QCOMPARE(results->rowCount(), int(fixture.session()->cell()->genes.size()));

    // Tick two genes.
    QSignalSpy live(fixture.bench(), &Workbench::liveChanged);
    fixture.tick("HXK2");
    fixture.tick("PGI1");
    const Genotype set{fixture.gene("HXK2"), fixture.gene("PGI1")};
    QVERIFY(fixture.session()->knockouts() == set);
    QCOMPARE(window.findChild<KnockoutDock *>()->chips().size(), std::size_t{2});
    QTRY_VERIFY_WITH_TIMEOUT(!live.isEmpty() && live.last().first().value<LivePrediction>().genotype == set, patience);
    const Prediction answer = live.last().first().value<LivePrediction>().prediction;
    const auto *shown = window.findChild<QLabel *>(QStringLiteral("fitness"));
    QTRY_COMPARE(shown->toolTip().section(QLatin1Char('\n'), -1).toDouble(),
                 QString::number(answer.fitness, 'g', 9).toDouble());

    // Predict.
    QSignalSpy ended(fixture.bench(), &Workbench::jobEnded);
    QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!ended.isEmpty() || ended.wait(patience));
    QCOMPARE(ended.first().first().value<JobEnd>(), JobEnd::Finished);
    // The set and its two parts.
    QCOMPARE(results->rowCount(), 3);
    QVERIFY(results->rows()[0].genotype == set);
    QVERIFY(std::abs(results->rows()[0].prediction.fitness - answer.fitness) < 1e-5);
    const double product = results->rows()[1].prediction.fitness * results->rows()[2].prediction.fitness;
    QVERIFY(std::abs(results->rows()[0].prediction.expectedFitness - product) < 1e-5);

    // The bar.
    PredictionPlot *plot = nullptr;
    for (PredictionPlot *candidate : results->findChildren<PredictionPlot *>()) {
        plot = candidate->isVisible() ? candidate : plot;
    }
    QVERIFY(plot != nullptr);
    const int sign = answer.fitnessDelta() < 0 ? -1 : 1;
    QTRY_VERIFY_WITH_TIMEOUT(
        pixelsOf(plot, sign < 0 ? negativeColour(plot->palette()) : positiveColour(plot->palette())) > 20, 10'000);

    // The subgraph.
    QSignalSpy drawn(window.network(), &SubgraphPanel::layoutShown);
    QTabBar *bar = window.tabs()->tabBar();
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(window.tabs()->indexOf(window.network())).center());
    QVERIFY(!drawn.isEmpty() || drawn.wait(patience));
    QVERIFY(drawn.first().at(0).toInt() >= 2);
    QString error;
    const QString picture = fixture.folder.filePath(QStringLiteral("network.svg"));
    QVERIFY2(written(window.network()->picture(), picture, &error), qPrintable(error));
    QFile svg(picture);
    QVERIFY(svg.open(QIODevice::ReadOnly) && svg.size() > 1000);

    // CSV on disk.
    const QString csv = fixture.folder.filePath(QStringLiteral("results.csv"));
    QVERIFY2(results->exportTable(csv, &error), qPrintable(error));
    const DelimitedTable table = DelimitedTable::read(csv.toStdString());
    for (const char *column : {"knockouts", "names", "n", "fitness", "fitness_delta", "interaction", "expected_fitness",
                               "epistasis", "support", "in_range", "status"}) {
        QVERIFY2(table.findColumn(column).has_value(), column);
    }
    QCOMPARE(table.rowCount(), std::size_t{3});
    bool found = false;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        if (table.cell(row, table.column("knockouts")) == "YBR196C;YGL253W") {
            found = true;
            QCOMPARE(std::string(table.cell(row, table.column("n"))), std::string("2"));
            QVERIFY(std::abs(table.number(row, table.column("fitness")) - results->rows()[0].prediction.fitness) <
                    1e-8);
        }
    }
    QVERIFY(found);

    // The run in SQLite, as another program sees it.
    const RunDatabase database(fixture.database().toStdString());
    QTRY_VERIFY_WITH_TIMEOUT(database.runs().size() == 1 && database.runs()[0].status == RunStatus::Finished, 10'000);
    const RunRecord run = database.runs()[0];
    QCOMPARE(run.kind, std::string("predict"));
    QCOMPARE(run.cellSha256, fixture.session()->cell()->sha256);
    const std::vector<StoredPrediction> rows = database.predictions(run.id);
    QCOMPARE(rows.size(), std::size_t{3});
    QCOMPARE(rows[0].knockouts, std::string("YBR196C;YGL253W"));
    QVERIFY(std::abs(rows[0].prediction.fitness - results->rows()[0].prediction.fitness) < 1e-8);

    // Undo restores gene by gene.
    window.setFocus();
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(fixture.session()->knockouts() == Genotype{fixture.gene("HXK2")});
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(fixture.session()->knockouts().empty());
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(fixture.session()->knockouts() == Genotype{fixture.gene("HXK2")});
}

QTEST_MAIN(TestEndToEnd)
#include "test_end_to_end.moc"
