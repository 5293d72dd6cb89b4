#include "engine/core/issue.h"
#include "engine/inference/screen_expression.h"
#include "engine/inference/screen_query.h"
#include "engine/inference/screen_rows.h"
#include "engine/inference/table_predictor.h"
#include "tests/engine/nn/random_cell.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace knockscape;

namespace
{

constexpr std::size_t genes = 60;

std::unique_ptr<TablePredictor> makePredictor(std::size_t models)
{
    const auto cell = std::make_shared<const Cell>(tests::randomCell(3, static_cast<int>(genes)));
    std::vector<OpenedModel> opened;
    for (std::size_t model = 0; model < models; ++model) {
        const ModelConfig config = configForCell(nativeDefaults(), *cell);
        opened.push_back({{makeModel(config, cellSizes(*cell), static_cast<unsigned>(1 + model)), {}, {}, {}, {}}, {}});
        opened.back().summary.sha256 = std::to_string(model);
        TrainingFacts &training = opened.back().summary.training;
        training.fitnessRange = {0.9, 1.01};
        for (std::size_t gene = 0; gene < genes; ++gene) {
            training.supportPerGene.push_back(static_cast<std::int64_t>((gene * 7 + model) % 11));
        }
        opened.back().file.training = training;
    }
    return std::make_unique<TablePredictor>(std::move(opened), cell, at::kCPU, JobControl{});
}

ScreenRequest requestOf(std::shared_ptr<const GenotypeSource> source, const QTemporaryDir &folder, std::size_t models)
{
    ScreenRequest request;
    request.source = std::move(source);
    request.range = {0, request.source->count()};
    request.top = 20;
    request.matrix = std::filesystem::path(folder.path().toStdString()) / "rows.npy";
    request.matrixColumns = MatrixRows::columns(*request.source, models);
    return request;
}

bool near(double left, double right)
{
    return (std::isnan(left) && std::isnan(right)) || std::abs(left - right) < 1e-5;
}

} // namespace

/// A finished screen, row by row: what is read back from its matrix is what was predicted, and filters and sorting
/// find what a person would find by hand.
class ScreenRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreThePredictions_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("models");
        for (const int models : {1, 2}) {
            for (const int kind : {0, 1, 2, 3}) {
                QTest::addRow("source %d, models %d", kind, models) << kind << models;
            }
        }
    }

    void rowsAreThePredictions()
    {
        QFETCH(int, kind);
        QFETCH(int, models);
        std::shared_ptr<const GenotypeSource> source;
        if (kind == 0) {
            source = std::make_shared<Combinations>(std::vector<GeneIndex>{1, 4, 5, 9, 30, 31, 59}, 2);
        } else if (kind == 1) {
            source = std::make_shared<Combinations>(allGenes(genes), 1, std::vector<GeneIndex>{7, 20});
        } else if (kind == 2) {
            source = std::make_shared<Combinations>(std::vector<GeneIndex>{0, 2, 3, 40, 41}, 3);
        } else {
            source = std::make_shared<GenotypeList>(
                std::vector<Genotype>{Genotype{}, Genotype{5}, Genotype{3, 9}, Genotype{1, 2, 3, 4}});
        }
        const QTemporaryDir folder;
        const auto predictor = makePredictor(static_cast<std::size_t>(models));
        const ScreenRequest request = requestOf(source, folder, static_cast<std::size_t>(models));
        QVERIFY(runScreen(*predictor, request, {}).finished);
        PredictionBlock expected;
        predictor->openScreen(source)->evaluate(request.range, expected);

        const MatrixRows rows(request, source->count(), false, predictor->models());
        QCOMPARE(rows.count(), source->count());
        PredictionBlock block;
        for (std::uint64_t first = 0; first < rows.count(); first += 3) {
            rows.read({first, std::min<std::uint64_t>(3, rows.count() - first)}, block);
            QCOMPARE(block.first, first);
            for (std::size_t row = 0; row < block.size(); ++row) {
                const auto at = static_cast<std::size_t>(first) + row;
                QVERIFY(std::ranges::equal(block.genesOf(row), expected.genesOf(at)));
                const Prediction &left = block.predictions[row];
                const Prediction &right = expected.predictions[at];
                QVERIFY(near(left.fitness, right.fitness));
                QVERIFY(near(left.interaction, right.interaction));
                QVERIFY(near(left.expectedFitness, right.expectedFitness));
                QVERIFY(near(left.fitnessSd, right.fitnessSd));
                QVERIFY(near(left.interactionSd, right.interactionSd));
                QCOMPARE(left.support, right.support);
                QCOMPARE(left.inRange, right.inRange);
            }
        }
    }

    void aPartHasTheRowsThatAreDone()
    {
        const QTemporaryDir folder;
        const auto predictor = makePredictor(1);
        ScreenRequest request = requestOf(std::make_shared<Combinations>(allGenes(genes), 3), folder, 1);
        request.checkpoint = std::filesystem::path(folder.path().toStdString()) / "state";
        JobControl control;
        control.progress = [&](const Progress &) { control.cancel.cancel(); };
        const ScreenResult result = runScreen(*predictor, request, control);
        QVERIFY(!result.finished && result.state.done > 0);
        const MatrixRows rows(request, result.state.done, true, predictor->models());
        PredictionBlock block;
        rows.read({rows.count() - 1, 1}, block);
        QVERIFY(std::isfinite(block.predictions.front().fitness));
        QVERIFY_EXCEPTION_THROWN(MatrixRows(request, result.state.done, false, predictor->models()), InputError);
    }

    void keptRowsAreTheBest()
    {
        const QTemporaryDir folder;
        const auto predictor = makePredictor(1);
        const ScreenRequest request = requestOf(std::make_shared<Combinations>(allGenes(genes), 2), folder, 1);
        const ScreenResult result = runScreen(*predictor, request, {});
        const KeptRows rows(request.source, result.state.top);
        QCOMPARE(rows.count(), std::uint64_t{20});
        PredictionBlock block;
        rows.read({4, 2}, block);
        QCOMPARE(block.size(), std::size_t{2});
        QCOMPARE(block.predictions[1].fitness, result.state.top.sorted()[5].prediction.fitness);
    }

    void queriesFindAndSort_data()
    {
        QTest::addColumn<ScreenQuery>("query");
        ScreenQuery query;
        query.by = "epistasis";
        QTest::newRow("sorted") << query;
        query.descending = true;
        query.where = "interaction > 0 && support > 2";
        QTest::newRow("filtered, descending") << query;
        query.gene = 17;
        QTest::newRow("one gene") << query;
        query = {};
        query.by = "epistasis";
        query.minSupport = 3;
        QTest::newRow("what lacks support last") << query;
        query.descending = true;
        QTest::newRow("what lacks support last, descending") << query;
        query = {};
        query.column = "fitness";
        query.low = 0.97;
        query.high = 1.0;
        QTest::newRow("a range in the screen's order") << query;
        query.descending = true;
        QTest::newRow("backwards") << query;
        QTest::newRow("everything") << ScreenQuery{};
        query = {};
        query.descending = true;
        QTest::newRow("everything backwards") << query;
        query.where = "fitness > 100";
        QTest::newRow("nothing") << query;
    }

    void queriesFindAndSort()
    {
        QFETCH(ScreenQuery, query);
        const QTemporaryDir folder;
        const auto predictor = makePredictor(1);
        const ScreenRequest request = requestOf(std::make_shared<Combinations>(allGenes(genes), 2), folder, 1);
        QVERIFY(runScreen(*predictor, request, {}).finished);
        const MatrixRows rows(request, request.source->count(), false, predictor->models());
        PredictionBlock all;
        rows.read({0, rows.count()}, all);
        std::vector<std::uint64_t> expected;
        for (std::size_t row = 0; row < all.size(); ++row) {
            const Prediction &p = all.predictions[row];
            const bool holds = (query.where.empty() || ScreenExpression::parse(query.where, "test").holds(p, 2)) &&
                               (query.column.empty() || (p.fitness >= query.low && p.fitness < query.high)) &&
                               (query.gene < 0 || std::ranges::count(all.genesOf(row), query.gene) == 1);
            if (holds) {
                expected.push_back(row);
            }
        }
        if (query.by.empty() && query.descending) {
            std::reverse(expected.begin(), expected.end());
        } else if (!query.by.empty()) {
            std::stable_sort(expected.begin(), expected.end(), [&](std::uint64_t left, std::uint64_t right) {
                const bool leftLacks = all.predictions[left].support < query.minSupport;
                if (leftLacks != (all.predictions[right].support < query.minSupport)) {
                    return !leftLacks;
                }
                const auto key = [&](std::uint64_t row) {
                    return static_cast<float>(all.predictions[row].epistasis());
                };
                return query.descending ? key(left) > key(right) : key(left) < key(right);
            });
        }
        const RowOrder order = orderRows(rows, query, {});
        QCOMPARE(order.size(), expected.size());
        for (std::size_t place = 0; place < expected.size(); ++place) {
            QCOMPARE(order[place], expected[place]);
        }
    }

    void rowsAreSortedByTheMarkedGenesTheyHold()
    {
        const QTemporaryDir folder;
        const auto predictor = makePredictor(1);
        const ScreenRequest request = requestOf(std::make_shared<Combinations>(allGenes(genes), 2), folder, 1);
        QVERIFY(runScreen(*predictor, request, {}).finished);
        const MatrixRows rows(request, request.source->count(), false, predictor->models());
        std::vector<char> marked(genes, 0);
        marked[1] = marked[4] = 1;
        ScreenQuery query;
        query.by = "fitness"; // stands back
        query.byMarked = std::make_shared<const std::vector<char>>(marked);
        const auto held = [&](std::uint64_t row) {
            int count = 0;
            const Genotype genotype = request.source->genotype(row);
            for (const GeneIndex gene : genotype.genes()) {
                count += marked[static_cast<std::size_t>(gene)];
            }
            return count;
        };
        for (const bool descending : {false, true}) {
            query.descending = descending;
            const RowOrder order = orderRows(rows, query, {});
            QCOMPARE(order.size(), rows.count());
            for (std::uint64_t place = 1; place < order.size(); ++place) {
                const int before = held(order[place - 1]);
                const int here = held(order[place]);
                QVERIFY(descending ? before >= here : before <= here);
                QVERIFY(before != here || order[place - 1] < order[place]); // as many: as they came
            }
            QCOMPARE(held(order[descending ? 0 : order.size() - 1]), 2);
        }
    }

    void aQueryCanBeCancelledAndRefused()
    {
        const QTemporaryDir folder;
        const auto predictor = makePredictor(1);
        const ScreenRequest request = requestOf(std::make_shared<Combinations>(allGenes(genes), 2), folder, 1);
        QVERIFY(runScreen(*predictor, request, {}).finished);
        const MatrixRows rows(request, request.source->count(), false, predictor->models());
        ScreenQuery query;
        query.by = "fitness";
        JobControl control;
        control.cancel.cancel();
        QVERIFY_EXCEPTION_THROWN(orderRows(rows, query, control), Cancelled);
        query.where = "fitness <";
        QVERIFY_EXCEPTION_THROWN(orderRows(rows, query, {}), InputError);
    }
};

QTEST_GUILESS_MAIN(ScreenRowsTest)
#include "screen_rows_test.moc"
