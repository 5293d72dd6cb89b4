#include "tests/ui/genes/ui_fixture.h"
#include "tests/ui/results/prediction_rows.h"

#include "engine/cell/knockout_list.h"

#include "tests/processor_timer.h"
#include "ui/results/results_clipboard.h"
#include "ui/results/results_filter.h"
#include "ui/results/results_model.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QSignalSpy>
#include <QTest>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

using Comparison = ResultsCondition::Comparison;

class TestResultsModel : public QObject
{
    Q_OBJECT

    static QString text(const ResultsModel &model, int row, ResultsColumn column)
    {
        return model.index(row, static_cast<int>(column)).data().toString();
    }
    static QStringList seen(const ResultsModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names << text(model, row, ResultsColumn::Knockouts);
        return names;
    }

private slots:
    void init()
    {
        model = std::make_unique<ResultsModel>();
        model->setCell(smallCell());
        model->append({predictionRow(Genotype{1, 2}, 0.41234567891, 0.6, -0.1876, 0),
                       predictionRow(Genotype{0}, 1.002, 1.002, std::nan("")),
                       failedRow(Genotype{3}, "The model has no gene ZWF1"), predictionRow(Genotype{}, 1.0, 1.0, 0.0),
                       predictionRow(Genotype{0, 1}, 0.9, 0.85, 0.05, 12)});
    }

    void saysHowSureAndWhatAColumnIsWorth()
    {
        ModelSummary summary;
        summary.training.genotypesPerOrder = {{1, 80}, {2, 900}};
        summary.training.interactionsPerOrder = {{2, 900}};
        summary.training.intervals.rows = "test";
        summary.training.intervals.interaction.bins = {{2, 0, -1, 100, -0.125, 0.0625}};
        QuantityMeasure measure;
        measure.quantity = "interaction";
        measure.order = 2;
        measure.count = 278;
        measure.pearson = 0.53;
        summary.training.intervals.measured = {measure};
        model->setModels({summary});
        const int interaction = static_cast<int>(ResultsColumn::Interaction);
        const QString cell = model->index(0, interaction).data(Qt::ToolTipRole).toString();
        QVERIFY2(cell.startsWith("-0.1876\n−0.313 to −0.125"), qPrintable(cell));
        QVERIFY(cell.contains("90 %"));
        const QString fitness =
            model->index(0, static_cast<int>(ResultsColumn::Fitness)).data(Qt::ToolTipRole).toString();
        QVERIFY2(fitness.contains("No interval"), qPrintable(fitness));
        const QString header = model->headerData(interaction, Qt::Horizontal, Qt::ToolTipRole).toString();
        QVERIFY2(header.contains("pairs: r 0.53 on 278"), qPrintable(header));
        const QString other =
            model->headerData(static_cast<int>(ResultsColumn::Epistasis), Qt::Horizontal, Qt::ToolTipRole).toString();
        QVERIFY2(other.contains("pairs: not validated"), qPrintable(other));
    }

    void writesNumbersAsPeopleReadThem()
    {
        QCOMPARE(seen(*model),
                 QStringList({QStringLiteral("pgi1Δ hxk2Δ"), QStringLiteral("hxk1Δ"), QStringLiteral("zwf1Δ"),
                              QStringLiteral("wild type"), QStringLiteral("hxk1Δ hxk2Δ")})
                     .replaceInStrings(QStringLiteral("pgi1Δ hxk2Δ"), text(*model, 0, ResultsColumn::Knockouts)));
        QVERIFY(text(*model, 0, ResultsColumn::Knockouts).contains(QStringLiteral("hxk2Δ")));
        QCOMPARE(text(*model, 0, ResultsColumn::Fitness), QStringLiteral("0.412"));
        QCOMPARE(text(*model, 0, ResultsColumn::Delta), QStringLiteral("−0.588"));
        QCOMPARE(text(*model, 0, ResultsColumn::Interaction), QStringLiteral("−0.188"));
        QCOMPARE(text(*model, 4, ResultsColumn::Epistasis), QStringLiteral("+0.0500"));
        const QModelIndex fitness = model->index(0, int(ResultsColumn::Fitness));
        QCOMPARE(fitness.data(Qt::ToolTipRole).toString(), QStringLiteral("0.412345679"));
        QVERIFY(Qt::Alignment(fitness.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignRight);
        const QModelIndex names = model->index(0, 0);
        QVERIFY(names.data(Qt::FontRole).value<QFont>().italic());
        QVERIFY(names.data(Qt::ToolTipRole).toString().contains("YGL253W"));
        QVERIFY(!model->index(3, 0).data(Qt::FontRole).value<QFont>().italic());
        // A single deletion interacts with nothing.
        QCOMPARE(text(*model, 1, ResultsColumn::Interaction), QStringLiteral("–"));
        QCOMPARE(text(*model, 1, ResultsColumn::Epistasis), QStringLiteral("–"));
        QVERIFY(model->index(1, int(ResultsColumn::Epistasis))
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("two deletions")));
        // A row without a prediction shows why.
        QCOMPARE(text(*model, 2, ResultsColumn::Status), QStringLiteral("The model has no gene ZWF1"));
        QCOMPARE(text(*model, 2, ResultsColumn::Fitness), QStringLiteral("–"));
        QCOMPARE(text(*model, 2, ResultsColumn::InRange), QStringLiteral("–"));
        for (int column = 0; column < resultsColumnCount; ++column)
            QVERIFY(!model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }

    void sortsWithMissingValuesLast()
    {
        const QAbstractItemModelTester tester(model.get());
        model->sort(int(ResultsColumn::Fitness), Qt::AscendingOrder);
        QCOMPARE(model->seenRows(), (std::vector<std::uint32_t>{0, 4, 3, 1, 2}));
        model->sort(int(ResultsColumn::Fitness), Qt::DescendingOrder);
        QCOMPARE(model->seenRows(), (std::vector<std::uint32_t>{1, 3, 4, 0, 2}));
        model->sort(int(ResultsColumn::Knockouts), Qt::AscendingOrder);
        QCOMPARE(model->sourceRow(0), 3);
        QCOMPARE(model->rowOfSource(3), 0);
        model->sort(int(ResultsColumn::Status), Qt::DescendingOrder);
        QCOMPARE(model->sourceRow(4), 2);
        model->sort(-1, Qt::AscendingOrder);
        QCOMPARE(model->seenRows(), (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
    }

    void appendedRowsSettleIntoTheOrder()
    {
        const QAbstractItemModelTester tester(model.get());
        model->sort(int(ResultsColumn::Fitness), Qt::AscendingOrder);
        model->append({predictionRow(Genotype{4}, 0.1, 0.1, std::nan(""))});
        QCOMPARE(model->sourceRow(5), 5);
        QVERIFY(model->settle());
        QCOMPARE(model->sourceRow(0), 5);
        QVERIFY(!model->settle());
    }

    void filtersAreRead_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<int>("rows");
        QTest::newRow("nothing") << "" << 5;
        QTest::newRow("less") << "fitness < 0.5" << 1;
        QTest::newRow("no blanks") << "fitness<0.5" << 1;
        QTest::newRow("several") << "fitness > 0.5, n = 2" << 1;
        QTest::newRow("and") << "fitness > 0.5 AND n = 1" << 1;
        QTest::newRow("sign") << "delta < -0.05" << 2;
        QTest::newRow("typographic minus") << QStringLiteral("Δ ≤ −0.05") << 2;
        QTest::newRow("contract name") << "fitness_delta < 0" << 2;
        QTest::newRow("size") << "|interaction| >= 0.05" << 2;
        QTest::newRow("rounded equality") << "fitness = 0.412" << 1;
        QTest::newRow("not") << "support != 0" << 3;
        QTest::newRow("gene") << "hxk1" << 2;
        QTest::newRow("genotype") << QStringLiteral("hxk1Δ hxk2Δ") << 1;
        QTest::newRow("id") << "ybr196" << 1;
        QTest::newRow("gene and number") << "hxk2 epistasis > 0" << 1;
        QTest::newRow("error") << "model" << 1;
        QTest::newRow("wild type") << "wt" << 1;
        QTest::newRow("title with a blank") << "in range = yes" << 4;
        QTest::newRow("essential") << "essential = yes" << 1;
        QTest::newRow("not essential") << "essential = no, fitness > 0.95" << 2;
        QTest::newRow("none") << "fitness > 5" << 0;
    }
    void filtersAreRead()
    {
        QFETCH(QString, written);
        QFETCH(int, rows);
        const ParsedFilter parsed = parseResultsFilter(written);
        QVERIFY2(parsed.error.isEmpty(), qPrintable(parsed.error));
        model->setFilter(parsed.filter);
        QCOMPARE(model->rowCount(), rows);
        QCOMPARE(model->rows().size(), std::size_t{5});
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("named");
        QTest::newRow("column") << "fitnes < 0.5"
                                << "fitnes";
        QTest::newRow("no number") << "fitness <"
                                   << "needs a number";
        QTest::newRow("word for number") << "fitness < low"
                                         << "low";
        QTest::newRow("decimal comma") << "fitness < 0,5"
                                       << "decimal point";
        QTest::newRow("no column") << "< 0.5"
                                   << "needs a column";
        QTest::newRow("chain") << "n > 1 < 3"
                               << "on its own";
        QTest::newRow("double sign") << "fitness < > 1"
                                     << "needs a number";
        QTest::newRow("size alone") << "|interaction|"
                                    << "comparison";
        QTest::newRow("open bar") << "|interaction > 1"
                                  << "|";
        QTest::newRow("bang") << "fitness ! 1"
                              << "!";
        QTest::newRow("infinite") << "fitness < inf"
                                  << "not a number";
    }
    void mistakesAreNamed()
    {
        QFETCH(QString, written);
        QFETCH(QString, named);
        const ParsedFilter parsed = parseResultsFilter(written);
        QVERIFY2(parsed.error.contains(named), qPrintable(parsed.error));
        QVERIFY(parsed.filter.empty());
    }

    void filterAppliesToNewRows()
    {
        model->setFilter(parseResultsFilter(QStringLiteral("fitness < 0.5")).filter);
        QCOMPARE(model->rowCount(), 1);
        model->append({predictionRow(Genotype{4}, 0.1, 0.1, 0.0), predictionRow(Genotype{5}, 0.9, 0.9, 0.0)});
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(model->rowOfSource(5), 1);
        QCOMPARE(model->rowOfSource(6), -1);
    }

    void ensembleIsNoticed()
    {
        QSignalSpy seenEnsemble(model.get(), &ResultsModel::ensembleSeen);
        PredictionRow row = predictionRow(Genotype{4}, 0.5, 0.6, 0.0);
        row.prediction.fitnessSd = 0.02;
        model->append({row});
        model->append({row});
        QCOMPARE(seenEnsemble.size(), 1);
        QVERIFY(model->hasEnsemble());
        model->clear();
        QVERIFY(!model->hasEnsemble());
    }

    void copiedTextCanBePastedBack()
    {
        const auto cell = smallCell();
        const QString text = resultsAsText(model->rows(), cell->genes);
        const QStringList lines = text.split(QLatin1Char('\n'));
        QCOMPARE(lines[0], QStringLiteral("knockouts\tnames\tn\tfitness\tfitness_delta\tinteraction\texpected_fitness\t"
                                          "epistasis\tsupport\tin_range\tstatus"));
        QCOMPARE(lines[4], QStringLiteral("WT\tWT\t0\t1\t0\t0\t1\t0\t3\t1\tok"));
        QVERIFY(lines[1].contains(QStringLiteral("\t0.412345679\t-0.587654321\t-0.1876\t")));
        QCOMPARE(lines[3], QStringLiteral("YNL241C\tZWF1\t1\t\t\t\t\t\t\t\tThe model has no gene ZWF1"));
        std::vector<Issue> said;
        const auto entries = parseKnockoutList(text.toStdString(), cell->genes, "clipboard", said);
        QCOMPARE(entries.size(), model->rows().size());
        for (std::size_t i = 0; i < entries.size(); ++i)
            QCOMPARE(entries[i].genotype, model->rows()[i].genotype);
    }

    void aQuarterMillionRowsDoNotFreeze()
    {
        const auto yeast = yeastGenes();
        const auto cell = yeast ? yeast : smallCell();
        model->setCell(cell);
        std::vector<PredictionRow> rows = manyRows(250'000, static_cast<GeneIndex>(cell->genes.size()));
        ::knockscape::testing::ProcessorTimer timer(::knockscape::testing::ProcessorTimer::Of::Thread);
        timer.start();
        const auto lap = [&timer](const char *what) {
            const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
            qInfo("250,000 rows, %s: %.0f ms", what, milliseconds);
            timer.restart();
            return milliseconds;
        };
        model->append(std::move(rows));
        double worst = lap("append");
        model->sort(int(ResultsColumn::Interaction), Qt::AscendingOrder);
        worst = std::max(worst, lap("sort by interaction"));
        QVERIFY(std::is_sorted(model->seenRows().begin(), model->seenRows().end(), [&](auto a, auto b) {
            return model->rows()[a].prediction.interaction < model->rows()[b].prediction.interaction;
        }));
        timer.restart();
        model->sort(int(ResultsColumn::Knockouts), Qt::AscendingOrder);
        worst = std::max(worst, lap("sort by knockouts"));
        model->setFilter(parseResultsFilter(QStringLiteral("fitness < 0.8 |interaction| > 0.05")).filter);
        worst = std::max(worst, lap("filter by numbers"));
        QVERIFY(model->rowCount() > 0);
        QVERIFY(model->rowCount() < 250'000);
        model->setFilter(parseResultsFilter(QStringLiteral("a")).filter);
        worst = std::max(worst, lap("filter by a name"));
        QVERIFY2(worst < 1500.0, qPrintable(QString::number(worst)));
    }

private:
    std::unique_ptr<ResultsModel> model;
};

QTEST_MAIN(TestResultsModel)
#include "test_results_model.moc"
