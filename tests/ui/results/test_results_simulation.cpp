#include "tests/ui/genes/ui_fixture.h"
#include "tests/ui/results/prediction_rows.h"

#include "ui/results/results_panel.h"
#include "ui/results/results_table.h"

#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

class TestResultsSimulation : public QObject
{
    Q_OBJECT

    static constexpr int column = static_cast<int>(ResultsColumn::Simulated);

    QToolButton *button() { return panel->findChild<QToolButton *>(QStringLiteral("simulateRows")); }
    static std::vector<SimulatedFitness> grown(const std::vector<double> &fitness)
    {
        std::vector<SimulatedFitness> growth;
        for (const double value : fitness)
            growth.push_back({value, "ok"});
        return growth;
    }
    QString cell(int row) { return table->model()->index(row, column).data().toString(); }

private slots:
    void init()
    {
        applyTheme(ThemeChoice::Light);
        panel = std::make_unique<ResultsPanel>();
        panel->setCell(smallCell());
        panel->setSimulationAvailable(true, {});
        panel->resize(760, 640);
        panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel.get()));
        table = panel->findChild<ResultsTable *>();
        panel->begin(QStringLiteral("Four genotypes"));
        panel->append({predictionRow(Genotype{1, 2}, 0.41, 0.6, -0.19, 0), predictionRow(Genotype{0}, 0.5, 0.5, 0.0),
                       predictionRow(Genotype{2}, 0.7, 0.7, 0.0), predictionRow(Genotype{0, 1}, 0.9, 0.85, 0.05)});
        panel->finish(true);
    }

    void theColumnAppearsBesideThePrediction()
    {
        QVERIFY(table->isColumnHidden(column));
        QSignalSpy asked(panel.get(), &ResultsPanel::simulationRequested);
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        const auto genotypes = asked.front().front().value<std::vector<Genotype>>();
        QCOMPARE(genotypes.size(), std::size_t{4});
        QCOMPARE(genotypes.front(), (Genotype{1, 2}));
        auto *text = panel->findChild<QLabel *>(QStringLiteral("simulationText"));
        QVERIFY(text->isVisible());
        panel->showSimulated(0, grown({0.0, 1.0}));
        QVERIFY(!table->isColumnHidden(column));
        QVERIFY2(text->text().contains(QStringLiteral("2 / 4")), qPrintable(text->text()));
        QCOMPARE(cell(0), QStringLiteral("0"));
        QCOMPARE(cell(1), QStringLiteral("1.00"));
        QVERIFY(cell(2).isEmpty());
        const QHeaderView *header = table->horizontalHeader();
        QVERIFY(header->visualIndex(column) <= header->visualIndex(static_cast<int>(ResultsColumn::Fitness)) + 2);

        // Stopping keeps what there is; asking again simulates only the rest.
        QSignalSpy cancelled(panel.get(), &ResultsPanel::simulationCancelled);
        QTest::mouseClick(panel->findChild<QToolButton *>(QStringLiteral("simulationCancel")), Qt::LeftButton);
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(!text->isVisible());
        QCOMPARE(cell(1), QStringLiteral("1.00"));
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(asked.back().front().value<std::vector<Genotype>>(),
                 (std::vector<Genotype>{Genotype{2}, Genotype{0, 1}}));
        panel->showSimulated(0, grown({0.5, 0.8}));
        panel->endSimulation();
        QCOMPARE(cell(2), QStringLiteral("0.500"));
        QCOMPARE(cell(3), QStringLiteral("0.800"));
    }

    void nothingMovesWhileItRuns()
    {
        auto *filter = panel->findChild<QLineEdit *>(QStringLiteral("resultsFilter"));
        const auto places = [&] {
            QCoreApplication::processEvents();
            return QList<QRect>{{table->mapTo(panel.get(), QPoint()), table->size()},
                                {filter->mapTo(panel.get(), QPoint()), filter->size()}};
        };
        const QList<QRect> before = places();
        button()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button(), Qt::Key_Space);
        auto *cancel = panel->findChild<QToolButton *>(QStringLiteral("simulationCancel"));
        QVERIFY(cancel->isVisible() && !button()->isVisible());
        QCOMPARE(places(), before);
        // The keyboard is where the button was: what began with a key ends with a key.
        QSignalSpy cancelled(panel.get(), &ResultsPanel::simulationCancelled);
        QVERIFY(cancel->hasFocus());
        QTest::keyClick(cancel, Qt::Key_Space);
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(button()->isVisible() && button()->hasFocus());
        QCOMPARE(places(), before);
    }

    void aSimulatedNumberIsOfItsMedium()
    {
        panel->setSimulationMedium(QStringLiteral("as the cell has it"));
        QTest::mouseClick(button(), Qt::LeftButton);
        panel->showSimulated(0, grown({0.0, 1.0, 0.5, 0.8}));
        panel->endSimulation();
        const auto tip = [this](int row) {
            return table->model()->index(row, column).data(Qt::ToolTipRole).toString();
        };
        QVERIFY2(tip(2).contains(QStringLiteral("medium: as the cell has it")), qPrintable(tip(2)));
        QTemporaryDir folder;
        const auto written = [&](const QString &name) {
            QString error;
            QFile about(folder.filePath(name + QStringLiteral("-metadata.json")));
            return panel->exportTable(folder.filePath(name), &error) && about.open(QIODevice::ReadOnly)
                       ? about.readAll()
                       : error.toUtf8();
        };
        QVERIFY(written(QStringLiteral("own.csv")).contains("simulated_fitness: as the cell has it"));
        // Another medium: the numbers are gone, and can be asked for again.
        QSignalSpy asked(panel.get(), &ResultsPanel::simulationRequested);
        panel->setSimulationMedium(QStringLiteral("rich"));
        QCOMPARE(cell(0), QString());
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(asked.front().front().value<std::vector<Genotype>>().size(), std::size_t{4});
        panel->showSimulated(0, grown({0.9, 1.0}));
        // A change while it runs stops what is of the medium before.
        QSignalSpy cancelled(panel.get(), &ResultsPanel::simulationCancelled);
        panel->setSimulationMedium(QStringLiteral("anaerobic"));
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(cell(0), QString());
        QVERIFY(written(QStringLiteral("other.csv")).contains("simulated_fitness: anaerobic"));
    }

    void onlyWhatIsShownIsSimulated()
    {
        QSignalSpy asked(panel.get(), &ResultsPanel::simulationRequested);
        auto *filter = panel->findChild<QLineEdit *>(QStringLiteral("resultsFilter"));
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("n = 1"));
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(asked.front().front().value<std::vector<Genotype>>(),
                 (std::vector<Genotype>{Genotype{0}, Genotype{2}}));
    }

    void whatTheMetabolicModelLacksIsNotSimulated()
    {
        // ZWF1 (3) and CCR4 (6) are in no reaction of the small cell.
        panel->begin(QStringLiteral("Outside"));
        panel->append({predictionRow(Genotype{3}, 0.3, 0.3, 0.0), predictionRow(Genotype{3, 6}, 0.4, 0.4, 0.0),
                       predictionRow(Genotype{0, 3}, 0.5, 0.5, 0.0), predictionRow(Genotype{}, 1.0, 1.0, 0.0)});
        panel->finish(true);
        QSignalSpy asked(panel.get(), &ResultsPanel::simulationRequested);
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(asked.front().front().value<std::vector<Genotype>>(),
                 (std::vector<Genotype>{Genotype{0, 3}, Genotype{}}));
        panel->showSimulated(0, grown({0.9, 1.0}));
        panel->endSimulation();
        QCOMPARE(cell(0), QStringLiteral("– not in model"));
        QCOMPARE(cell(1), QStringLiteral("– not in model"));
        QVERIFY(table->model()
                    ->index(0, column)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("metabolic model")));
        QCOMPARE(cell(2), QStringLiteral("0.900"));
        QCOMPARE(cell(3), QStringLiteral("1.00"));
        shoot(*panel, QStringLiteral("results-outside"));
        // Nothing is asked for twice, and nothing in vain.
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QTemporaryDir folder;
        QString error;
        const QString csv = folder.filePath(QStringLiteral("outside.csv"));
        QVERIFY2(panel->exportTable(csv, &error), qPrintable(error));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QVERIFY2(lines.at(1).endsWith(",ok,,not in the metabolic model"), lines.at(1).constData());
        QVERIFY2(lines.at(3).endsWith(",ok,0.9,not every gene is in the metabolic model"), lines.at(3).constData());
        // Such rows sort like rows without a value, and are empty in files.
        table->horizontalHeader()->setSortIndicator(column, Qt::DescendingOrder);
        QCOMPARE(cell(0), QStringLiteral("1.00"));
        QCOMPARE(cell(3), QStringLiteral("– not in model"));
    }

    void sortsAndExports()
    {
        QTest::mouseClick(button(), Qt::LeftButton);
        panel->showSimulated(0, {{0.25, "ok"}, {1.0, "ok"}, {std::nan(""), "no reliable answer"}});
        panel->endSimulation();
        table->horizontalHeader()->setSortIndicator(column, Qt::AscendingOrder);
        QCOMPARE(cell(0), QStringLiteral("0.250"));
        QCOMPARE(cell(1), QStringLiteral("1.00"));
        QCOMPARE(cell(2), QStringLiteral("–"));
        QCOMPARE(table->model()->index(2, column).data(Qt::ToolTipRole).toString(),
                 QStringLiteral("no reliable answer"));
        QVERIFY(cell(3).isEmpty());
        QTemporaryDir folder;
        QString error;
        const QString csv = folder.filePath(QStringLiteral("r.csv"));
        QVERIFY2(panel->exportTable(csv, &error), qPrintable(error));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QVERIFY(lines.at(0).endsWith(",status,simulated_fitness,simulation_note"));
        QVERIFY(lines.at(1).endsWith(",ok,0.25,"));
        QVERIFY(lines.at(3).endsWith(",ok,,no reliable answer"));
        QVERIFY(lines.at(4).endsWith(",ok,,not simulated"));
    }

    void otherResultsBeginWithout()
    {
        QTest::mouseClick(button(), Qt::LeftButton);
        panel->showSimulated(0, grown({0.25}));
        QSignalSpy cancelled(panel.get(), &ResultsPanel::simulationCancelled);
        panel->begin(QStringLiteral("Others"));
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(table->isColumnHidden(column));
        // What still arrives of the old ones is not mistaken for the new ones.
        panel->append({predictionRow(Genotype{2}, 0.9, 0.9, 0.0)});
        panel->showSimulated(1, grown({0.5}));
        QVERIFY(cell(0).isEmpty());
    }

    void aGeneWithoutSupportIsFlagged()
    {
        const QModelIndex support = table->model()->index(0, static_cast<int>(ResultsColumn::Support));
        QVERIFY(!support.data(Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY(support.data(Qt::ToolTipRole).toString().contains(QStringLiteral("networks alone")));
        QVERIFY(table->model()
                    ->index(1, static_cast<int>(ResultsColumn::Support))
                    .data(Qt::DecorationRole)
                    .value<QIcon>()
                    .isNull());
    }

    void whereNothingCanBeSimulatedTheReasonIsTold()
    {
        panel->setSimulationAvailable(false, QStringLiteral("This cell has no metabolism"));
        QVERIFY(!button()->isEnabled());
        QCOMPARE(button()->toolTip(), QStringLiteral("This cell has no metabolism"));
    }

private:
    std::unique_ptr<ResultsPanel> panel;
    ResultsTable *table = nullptr;
};

QTEST_MAIN(TestResultsSimulation)
#include "test_results_simulation.moc"
