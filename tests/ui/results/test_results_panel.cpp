#include "tests/ui/genes/ui_fixture.h"
#include "tests/ui/results/prediction_rows.h"

#include "tests/patience.h"
#include "tests/processor_timer.h"
#include "tests/ui/picture.h"
#include "ui/plots/fitness_delta_plot.h"
#include "ui/results/results_panel.h"
#include "ui/results/results_table.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

class TestResultsPanel : public QObject
{
    Q_OBJECT

    QString counts() { return panel->findChild<QLabel *>(QStringLiteral("resultsCounts"))->text(); }
    QLabel *badge() { return panel->findChild<QLabel *>(QStringLiteral("resultsBadge")); }
    void fill()
    {
        panel->begin(QStringLiteral("Five genotypes, small"));
        panel->append({predictionRow(Genotype{1, 2}, 0.41, 0.6, -0.19, 0),
                       predictionRow(Genotype{0}, 1.002, 1.002, 0.0),
                       failedRow(Genotype{3}, "The model has no gene ZWF1")});
        panel->append({predictionRow(Genotype{}, 1.0, 1.0, 0.0), predictionRow(Genotype{0, 1}, 0.9, 0.85, 0.05, 12)});
        panel->finish(true);
    }
    void clickRow(int row)
    {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(row, 0)).center());
    }

private slots:
    void init()
    {
        applyTheme(ThemeChoice::Light);
        panel = std::make_unique<ResultsPanel>();
        panel->setCell(smallCell());
        panel->resize(760, 640);
        panel->show();
        panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(panel.get()));
        table = panel->findChild<ResultsTable *>();
        filter = panel->findChild<QLineEdit *>(QStringLiteral("resultsFilter"));
        plot = panel->findChild<FitnessDeltaPlot *>();
    }

    void emptyStateOffersTheScreen()
    {
        auto *button = panel->findChild<QPushButton *>(QStringLiteral("resultsSingles"));
        QVERIFY(button->isVisible());
        QSignalSpy asked(panel.get(), &ResultsPanel::singlesRequested);
        shoot(*panel, QStringLiteral("results-empty"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QVERIFY(!table->isVisible());
    }

    void rowsArriveInBatches()
    {
        fill();
        QVERIFY(table->isVisible());
        QCOMPARE(panel->rowCount(), 5);
        QCOMPARE(table->model()->rowCount(), 5);
        QVERIFY2(counts().contains("5 rows"), qPrintable(counts()));
        QVERIFY2(counts().contains("1 without a prediction"), qPrintable(counts()));
        QVERIFY(!badge()->isVisible());
        QCOMPARE(panel->findChild<QLabel *>(QStringLiteral("resultsTitle"))->text(),
                 QStringLiteral("Five genotypes, small"));
        // The row without a prediction is in the table, not in the plot.
        QCOMPARE(plot->points().size(), std::size_t{4});
    }

    void aCancelledJobIsMarked()
    {
        panel->begin(QStringLiteral("Cut short"));
        QVERIFY(badge()->isVisible());
        QVERIFY(badge()->text().contains("running"));
        panel->append({predictionRow(Genotype{0}, 0.9, 0.9, 0.0)});
        panel->finish(false);
        QVERIFY(badge()->isVisible());
        QVERIFY(badge()->text().contains("partial"));
        QCOMPARE(panel->rowCount(), 1);
        QVERIFY(counts().contains("1 row"));
    }

    void filterFieldNarrowsAndExplains()
    {
        fill();
        QTest::keyClicks(filter, QStringLiteral("fitness < 0.95"));
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QTRY_VERIFY2(counts().contains("2 of 5 rows, 3 filtered out"), qPrintable(counts()));
        QCOMPARE(panel->visibleRows().size(), std::size_t{2});
        QTRY_COMPARE(plot->points().size(), std::size_t{2});
        auto *message = panel->findChild<QLabel *>(QStringLiteral("resultsFilterMessage"));
        QTest::keyClicks(filter, QStringLiteral(" fitnes > 1"));
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(message->isVisible());
        QVERIFY(message->text().contains("fitnes"));
        QCOMPARE(table->model()->rowCount(), 2);
        shoot(*panel, QStringLiteral("results-filter-mistake"));
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(table->model()->rowCount(), 5);
        QVERIFY(!message->isVisible());
    }

    void startsInTheOrderOfThePlot()
    {
        fill();
        const auto sources = [this] {
            std::vector<int> seen;
            for (int row = 0; row < table->model()->rowCount(); ++row)
                seen.push_back(table->model()->index(row, 0).data(ResultsModel::sourceRole).toInt());
            return seen;
        };
        // Most harmful first, and the header says so; a row without a prediction comes last.
        QHeaderView *header = table->horizontalHeader();
        QCOMPARE(sources(), (std::vector<int>{0, 4, 3, 1, 2}));
        QVERIFY(header->isSortIndicatorShown());
        QCOMPARE(header->sortIndicatorSection(), int(ResultsColumn::Delta));
        QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
        std::vector<int> marks;
        plot->flush();
        for (const PlotMark &mark : plot->view().marks)
            marks.push_back(plot->points()[static_cast<std::size_t>(mark.point)].row);
        QCOMPARE(marks, (std::vector<int>{0, 4, 3, 1}));
        // It goes with the plot that is looked at …
        auto *plots = panel->findChild<QTabWidget *>(QStringLiteral("resultsPlots"));
        QTest::mouseClick(plots->tabBar(), Qt::LeftButton, {}, plots->tabBar()->tabRect(1).center());
        QCOMPARE(header->sortIndicatorSection(), int(ResultsColumn::Interaction));
        QCOMPARE(sources(), (std::vector<int>{0, 1, 3, 4, 2}));
        // … until a person sorts it.
        const int column = int(ResultsColumn::Fitness);
        QTest::mouseClick(
            header->viewport(), Qt::LeftButton, {},
            QPoint(header->sectionViewportPosition(column) + header->sectionSize(column) / 2, header->height() / 2));
        QTest::mouseClick(plots->tabBar(), Qt::LeftButton, {}, plots->tabBar()->tabRect(0).center());
        QCOMPARE(header->sortIndicatorSection(), column);
        // Another job starts anew.
        fill();
        QCOMPARE(header->sortIndicatorSection(), int(ResultsColumn::Delta));
        QCOMPARE(sources(), (std::vector<int>{0, 4, 3, 1, 2}));
    }

    void oneInteractionIsTheHeadline()
    {
        const QHeaderView *header = table->horizontalHeader();
        const auto place = [header](ResultsColumn column) { return header->visualIndex(int(column)); };
        QVERIFY(place(ResultsColumn::Interaction) < place(ResultsColumn::Expected));
        QVERIFY(place(ResultsColumn::Expected) < place(ResultsColumn::Epistasis));
        QCOMPARE(columnTitle(ResultsColumn::Epistasis), QStringLiteral("Fitness − expected"));
        // Files and filters keep their name.
        QCOMPARE(columnFromName(QStringLiteral("epistasis")), std::optional(ResultsColumn::Epistasis));
        // Beyond what the model learnt there is no interaction, and the reason.
        ModelSummary model;
        model.training.genotypesPerOrder = {{1, 10}, {2, 20}};
        model.training.interactionsPerOrder = {{2, 20}};
        panel->setModels({model});
        panel->begin(QStringLiteral("A pair and a triple"));
        panel->append(
            {predictionRow(Genotype{0, 1}, 0.8, 0.9, -0.05), predictionRow(Genotype{0, 1, 3}, 0.9, 0.9, std::nan(""))});
        panel->finish(true);
        const QModelIndex pair = table->model()->index(0, int(ResultsColumn::Interaction));
        const QModelIndex triple = table->model()->index(1, int(ResultsColumn::Interaction));
        QCOMPARE(pair.data().toString(), QStringLiteral("−0.0500"));
        QCOMPARE(triple.data().toString(), QStringLiteral("–"));
        QVERIFY2(triple.data(Qt::ToolTipRole).toString().contains(QStringLiteral("not of 3")),
                 qPrintable(triple.data(Qt::ToolTipRole).toString()));
        // The other score is dimmed where there is a headline.
        QVERIFY(!pair.data(Qt::ForegroundRole).isValid());
        QVERIFY(table->model()->index(0, int(ResultsColumn::Epistasis)).data(Qt::ForegroundRole).isValid());
        QVERIFY(!table->model()->index(1, int(ResultsColumn::Epistasis)).data(Qt::ForegroundRole).isValid());
    }

    void essentialGenesAreMarkedAndFiltered()
    {
        // PGI1 (2) is essential.
        fill();
        const int column = int(ResultsColumn::Essential);
        QVERIFY(!table->isColumnHidden(column));
        QCOMPARE(table->model()->index(0, column).data().toString(), QStringLiteral("PGI1"));
        QVERIFY(table->model()->index(1, column).data().toString().isEmpty());
        const QModelIndex knockouts = table->model()->index(0, 0);
        QVERIFY(!knockouts.data(Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY(knockouts.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Essential, so not viable: PGI1")));
        QVERIFY(table->model()->index(1, 0).data(Qt::DecorationRole).value<QIcon>().isNull());
        // A click on the title brings the rows without together, another those with.
        QHeaderView *header = table->horizontalHeader();
        const auto clickTitle = [&] {
            table->scrollTo(table->model()->index(0, column));
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                              {header->sectionViewportPosition(column) + 12, header->height() / 2});
        };
        const auto holdsAny = [&](int row) { return !table->model()->index(row, column).data().toString().isEmpty(); };
        const int rows = table->model()->rowCount();
        for (int click = 0; click < 2; ++click) {
            clickTitle();
            const bool withFirst = header->sortIndicatorOrder() == Qt::DescendingOrder;
            for (int row = 1; row < rows; ++row)
                QVERIFY(holdsAny(row - 1) == holdsAny(row) || holdsAny(row - 1) == withFirst);
        }
        QTest::keyClicks(filter, QStringLiteral("essential = no"));
        QTRY_COMPARE(table->model()->rowCount(), 4);
        filter->clear();
        QTest::keyClicks(filter, QStringLiteral("essential = yes, fitness < 0.5\r"));
        QCOMPARE(table->model()->rowCount(), 1);
        shoot(*panel, QStringLiteral("results-essential"));
    }

    void knockoutsStayInSight()
    {
        fill();
        panel->resize(520, 640);
        QVERIFY(QTest::qWaitForWindowExposed(panel.get()));
        QCOMPARE(table->pinnedWidth(), 0);
        table->scrollTo(table->model()->index(0, int(ResultsColumn::Status)));
        QVERIFY(table->pinnedWidth() > 0);
        auto *strip = table->findChild<QWidget *>(QStringLiteral("pinnedColumn"));
        QSignalSpy selected(panel.get(), &ResultsPanel::genotypeSelected);
        QTest::mouseClick(
            strip, Qt::LeftButton, {},
            QPoint(20, table->visualRect(table->model()->index(1, int(ResultsColumn::Status))).center().y()));
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.front().front().value<Genotype>(), (Genotype{0, 1}));
        QVERIFY(table->pinnedWidth() > 0);
        shoot(*panel, QStringLiteral("results-pinned"));
    }

    void headerClickSorts()
    {
        fill();
        QHeaderView *header = table->horizontalHeader();
        const int column = int(ResultsColumn::Fitness);
        const QPoint place(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                           header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(table->model()->index(0, column).data().toString(), QStringLiteral("0.410"));
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(table->model()->index(0, column).data().toString(), QStringLiteral("1.00"));
    }

    void selectionIsLinkedBothWays()
    {
        fill();
        QSignalSpy selected(panel.get(), &ResultsPanel::genotypeSelected);
        clickRow(1);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.front().front().value<Genotype>(), (Genotype{0, 1}));
        plot->flush();
        QCOMPARE(plot->highlightedRows(), std::vector<int>{4});
        // Sorting keeps what is selected.
        table->horizontalHeader()->setSortIndicator(int(ResultsColumn::Fitness), Qt::AscendingOrder);
        QCOMPARE(table->currentSource(), 4);
        QCOMPARE(table->selectedSources(), std::vector<int>{4});
        QCOMPARE(selected.size(), 1);
        emit plot->rowActivated(0);
        QCOMPARE(table->selectedSources(), std::vector<int>{0});
        QCOMPARE(table->currentIndex().row(), 0);
        QCOMPARE(selected.size(), 2);
        QCOMPARE(selected.back().front().value<Genotype>(), (Genotype{1, 2}));
        emit plot->rowActivated(999);
        QCOMPARE(selected.size(), 2);
    }

    void returnAndDoubleClickChoose()
    {
        fill();
        QSignalSpy activated(panel.get(), &ResultsPanel::genotypeActivated);
        clickRow(0);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.back().front().value<Genotype>(), (Genotype{1, 2}));
        const QPoint place = table->visualRect(table->model()->index(1, 0)).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(activated.size(), 2);
        QCOMPARE(activated.back().front().value<Genotype>(), (Genotype{0, 1}));
    }

    void copiesTheSelectionAsSeen()
    {
        fill();
        table->horizontalHeader()->setSortIndicator(int(ResultsColumn::Fitness), Qt::AscendingOrder);
        table->setFocus();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith("knockouts\tnames\tn\tfitness"));
        QVERIFY(lines[1].contains("\t0.41\t"));
        QVERIFY(lines[2].contains("\t0.9\t"));
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), 6);
    }

    void exportsWhatIsSeen()
    {
        fill();
        QTest::keyClicks(filter, QStringLiteral("fitness < 0.95\r"));
        QTemporaryDir folder;
        QString error;
        const QString file = folder.filePath(QStringLiteral("seen.csv"));
        QVERIFY2(panel->exportTable(file, &error), qPrintable(error));
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = saved.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith("knockouts,names,n,fitness,fitness_delta,interaction,expected_fitness,epistasis"));
        QVERIFY(written(panel->picture(), folder.filePath(QStringLiteral("plot.svg")), &error));
        QVERIFY(QFile(folder.filePath(QStringLiteral("plot.svg"))).size() > 500);
        QVERIFY(written(panel->interactionPicture(), folder.filePath(QStringLiteral("plot.png")), &error));
        QVERIFY(!panel->exportTable(folder.filePath(QStringLiteral("no/such/folder.csv")), &error));
        QVERIFY(!error.isEmpty());
    }

    void ensembleColumnsAppear()
    {
        PredictionRow row = predictionRow(Genotype{4}, 0.5, 0.6, 0.0);
        row.prediction.fitnessSd = row.prediction.interactionSd = 0.02;
        panel->begin(QStringLiteral("Ensemble"));
        QVERIFY(table->isColumnHidden(int(ResultsColumn::FitnessSd)));
        panel->append({row});
        QVERIFY(!table->isColumnHidden(int(ResultsColumn::FitnessSd)));
        panel->finish(true);
    }

    void anotherCellEmptiesThePanel()
    {
        fill();
        panel->setCell(nullptr);
        QCOMPARE(panel->rowCount(), 0);
        QVERIFY(panel->findChild<QPushButton *>(QStringLiteral("resultsSingles"))->isVisible());
        QString error;
        QVERIFY(!panel->exportTable(QStringLiteral("/nowhere.csv"), &error));
        QVERIFY(!error.isEmpty());
    }

    void aScreenOfTheGenomeStaysFluid()
    {
        const auto yeast = yeastGenes();
        const auto cell = yeast ? yeast : smallCell();
        panel->setCell(cell);
        std::vector<PredictionRow> rows = manyRows(250'000, static_cast<GeneIndex>(cell->genes.size()));
        panel->begin(QStringLiteral("A quarter million pairs"));
        double worst = 0.0;
        ::knockscape::testing::ProcessorTimer timer(::knockscape::testing::ProcessorTimer::Of::Thread);
        for (std::size_t first = 0; first < rows.size(); first += 10'000) {
            timer.start();
            panel->append({rows.begin() + long(first), rows.begin() + long(first) + 10'000});
            QApplication::processEvents();
            worst = std::max(worst, double(timer.nsecsElapsed()) / 1e6);
        }
        timer.start();
        panel->finish(true);
        const double finish = double(timer.nsecsElapsed()) / 1e6;
        qInfo("250,000 rows into the panel: longest batch %.0f ms, end %.0f ms", worst, finish);
        timer.start();
        table->horizontalHeader()->setSortIndicator(int(ResultsColumn::Interaction), Qt::AscendingOrder);
        qInfo("sorting them: %.0f ms", double(timer.nsecsElapsed()) / 1e6);
        timer.start();
        table->selectAll();
        qInfo("selecting them: %.0f ms", double(timer.nsecsElapsed()) / 1e6);
        QCOMPARE(table->selectedSources().size(), std::size_t{250'000});
        QVERIFY2(worst < 2500.0 && finish < 2500.0, qPrintable(QString::number(std::max(worst, finish))));
    }

    void looksRightOnTheDemo()
    {
        const auto cell = demoCell();
        QVERIFY(cell);
        panel->setCell(cell);
        panel->begin(QStringLiteral("Current set × all genes, demo"));
        panel->append(manyRows(400, static_cast<GeneIndex>(cell->genes.size())));
        panel->append({failedRow(Genotype{3}, "The model has no gene ADH4")});
        panel->finish(false);
        table->horizontalHeader()->setSortIndicator(int(ResultsColumn::Interaction), Qt::AscendingOrder);
        table->selectRow(2);
        plot->flush();
        QTest::qWait(200);
        shoot(*panel, QStringLiteral("results"));
        panel->findChild<QTabWidget *>(QStringLiteral("resultsPlots"))->setCurrentIndex(1);
        QTest::qWait(200);
        shoot(*panel, QStringLiteral("results-interaction"));
    }

private:
    std::unique_ptr<ResultsPanel> panel;
    ResultsTable *table = nullptr;
    QLineEdit *filter = nullptr;
    FitnessDeltaPlot *plot = nullptr;
};

QTEST_MAIN(TestResultsPanel)
#include "test_results_panel.moc"
