#include "engine/core/column_worth.h"
#include "engine/core/interval_calibration.h"
#include "engine/core/issue.h"
#include "engine/core/prediction_intervals.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace knockscape;

namespace
{

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr double level = 0.9;

/// Uniform in [0, 1), the same with every standard library.
double uniform(std::mt19937_64 &random)
{
    return static_cast<double>(random() >> 11U) * 0x1p-53;
}

/// Skewed and heavy-tailed, about as wide as `width`.
double skewedError(std::mt19937_64 &random, double width)
{
    return width * (-std::log(1.0 - uniform(random)) - 0.5 * uniform(random));
}

/// Genes that training saw less often are predicted worse; pairs better than triples.
CalibrationRow drawnRow(std::mt19937_64 &random)
{
    CalibrationRow row;
    row.order = random() % 2 == 0 ? 2 : 3;
    row.support = static_cast<std::int64_t>(random() % 60);
    const double width = (row.order == 2 ? 0.05 : 0.1) * (row.support < 5 ? 4.0 : row.support < 30 ? 2.0 : 1.0);
    row.predicted = uniform(random) - 0.5;
    row.deviation = uniform(random);
    row.measured = row.predicted + skewedError(random, width * (1.0 + 2.0 * row.deviation));
    return row;
}

std::vector<CalibrationRow> drawnRows(std::uint64_t seed, std::size_t count)
{
    std::mt19937_64 random(seed);
    std::vector<CalibrationRow> rows;
    for (std::size_t i = 0; i < count; ++i) {
        rows.push_back(drawnRow(random));
    }
    return rows;
}

/// The bounds by their definition: the least residual that at least `rank` of them, and one more, do not exceed.
Interval slowBounds(const std::vector<double> &residuals)
{
    Interval bounds{missing, missing};
    const double wanted = 0.95 * static_cast<double>(residuals.size() + 1) - 1e-9;
    for (const double bound : residuals) {
        const auto below = std::count_if(residuals.begin(), residuals.end(), [&](double r) { return r <= bound; });
        const auto above = std::count_if(residuals.begin(), residuals.end(), [&](double r) { return r >= bound; });
        if (static_cast<double>(below) >= wanted && !(bounds.high <= bound)) {
            bounds.high = bound;
        }
        if (static_cast<double>(above) >= wanted && !(bounds.low >= bound)) {
            bounds.low = bound;
        }
    }
    return bounds;
}

/// A file with intervals for pairs of well-known genes.
TrainingFacts calibratedFacts()
{
    TrainingFacts facts;
    facts.intervals.rows = "test";
    facts.intervals.fitness.bins = {{2, 5, -1, 100, -0.2, 0.1}};
    facts.intervals.interaction.scale = {0.0, 1.0};
    facts.intervals.interaction.bins = {{2, 5, -1, 100, -0.1, 0.05}};
    facts.intervals.interaction.anySupport[2] = {2, 0, -1, 120, -0.2, 0.2};
    facts.intervals.measured = {
        {"interaction", 2, "", 100, 0.5, 0.4, 0.6, 0.98, 100, 0.91, 0.2},
        {"epistasis", 2, "source sga", 80, missing, missing, missing, missing, 0, missing, missing}};
    return facts;
}

Prediction predicted(double fitness, double interaction, std::int64_t support)
{
    Prediction prediction;
    prediction.fitness = fitness;
    prediction.interaction = interaction;
    prediction.support = support;
    return prediction;
}

} // namespace

class TestIntervalCalibration : public QObject
{
    Q_OBJECT

private slots:
    void ranksAreThoseOfFiniteSamples();
    void boundsAreThoseOfTheDefinition();
    void holdsWhatItPromises();
    void unseenGenesHaveNoIntervalWithoutRows();
    void fewRowsTakeThoseOfLowerSupport();
    void crossIntervalsNeverSawTheirRow();
    void factsSurviveTheFile();
    void refusesForeignFacts();
    void predictionsGetTheirInterval();
    void ensemblesMustBeCalibratedTogether();
    void columnsAreWorthWhatTheirFilesSay();
};

void TestIntervalCalibration::ranksAreThoseOfFiniteSamples()
{
    // ⌈(n + 1) · 0.9⌉ by hand.
    QCOMPARE(conformalRank(8, 0.9), std::size_t{0});
    QCOMPARE(conformalRank(9, 0.9), std::size_t{9});
    QCOMPARE(conformalRank(19, 0.95), std::size_t{19});
    QCOMPARE(conformalRank(18, 0.95), std::size_t{0});
    QCOMPARE(conformalRank(100, 0.9), std::size_t{91});
    QCOMPARE(conformalRank(999, 0.9), std::size_t{900});
    QCOMPARE(conformalRank(0, 0.9), std::size_t{0});
}

void TestIntervalCalibration::boundsAreThoseOfTheDefinition()
{
    for (const std::size_t count : {19U, 20U, 57U, 200U}) {
        std::vector<double> residuals;
        for (const CalibrationRow &row : drawnRows(count, count)) {
            residuals.push_back(std::round(20.0 * (row.measured - row.predicted))); // with ties
        }
        const Interval bounds = conformalBounds(residuals, level);
        const Interval slow = slowBounds(residuals);
        QCOMPARE(bounds.low, slow.low);
        QCOMPARE(bounds.high, slow.high);
    }
    QVERIFY(!conformalBounds(std::vector<double>(18, 1.0), level).known());
}

void TestIntervalCalibration::holdsWhatItPromises()
{
    for (const IntervalScale &scale : {IntervalScale{}, IntervalScale{2.0, 0.0}, IntervalScale{0.0, 1.0}}) {
        const QuantityIntervals intervals = calibrateIntervals(drawnRows(1, 12000), scale, 0.0, level);
        std::map<std::pair<int, std::int64_t>, std::pair<int, int>> held;
        for (const CalibrationRow &row : drawnRows(2, 20000)) {
            const IntervalBin *bin = intervals.find(row.order, row.support);
            QVERIFY(bin != nullptr);
            const Interval interval = intervals.around(row.predicted, 0.0, row.deviation, row.order, row.support);
            auto &[inside, all] = held[{row.order, bin->supportFrom}];
            inside += interval.holds(row.measured) ? 1 : 0;
            ++all;
        }
        QCOMPARE(held.size(), std::size_t{8});
        for (const auto &[where, counts] : held) {
            const auto &[inside, all] = counts;
            const auto count = static_cast<double>(intervals.find(where.first, where.second)->count);
            // Four standard errors: of the calibration's own rows, and of the rows that are looked at.
            const double error = 4.0 * std::sqrt(0.09 / count + 0.09 / static_cast<double>(all));
            const double share = static_cast<double>(inside) / static_cast<double>(all);
            QVERIFY2(std::abs(share - level) < error, qPrintable(QString::number(share)));
        }
    }
}

void TestIntervalCalibration::unseenGenesHaveNoIntervalWithoutRows()
{
    std::vector<CalibrationRow> rows = drawnRows(3, 4000);
    std::erase_if(rows, [](const CalibrationRow &row) { return row.support < 1; });
    const QuantityIntervals intervals = calibrateIntervals(rows, {}, 0.0, level);
    QVERIFY(intervals.find(2, 0) == nullptr);
    QVERIFY(!intervals.around(0.0, 0.0, missing, 2, 0).known());
    QVERIFY(intervals.around(0.0, 0.0, missing, 2, 1).known());
    QVERIFY(intervals.find(4, 10) == nullptr);
    // Where the support is not known, rows of any.
    QCOMPARE(intervals.find(2, -1)->count,
             std::count_if(rows.begin(), rows.end(), [](const CalibrationRow &row) { return row.order == 2; }));
}

void TestIntervalCalibration::fewRowsTakeThoseOfLowerSupport()
{
    std::vector<CalibrationRow> rows;
    for (int i = 0; i < 60; ++i) {
        rows.push_back({2, 3, 0.0, i % 2 == 0 ? 1.0 : -1.0, missing, {}});
    }
    for (int i = 0; i < 20; ++i) {
        rows.push_back({2, 40, 0.0, 0.0, missing, {}});
    }
    const QuantityIntervals intervals = calibrateIntervals(rows, {}, 0.0, level);
    QCOMPARE(intervals.find(2, 40)->count, std::int64_t{80});
    QCOMPARE(intervals.find(2, 40)->high, 1.0);
    QCOMPARE(intervals.find(2, 10)->count, std::int64_t{60});
    QVERIFY(intervals.find(2, 0) == nullptr);
}

void TestIntervalCalibration::crossIntervalsNeverSawTheirRow()
{
    std::vector<CalibrationRow> rows = drawnRows(4, 3000);
    const std::vector<Interval> intervals = crossIntervals(rows, {}, 0.0, level, 7);
    const auto inside = std::count_if(rows.begin(), rows.end(), [&](const CalibrationRow &row) {
        return intervals[static_cast<std::size_t>(&row - rows.data())].holds(row.measured);
    });
    QVERIFY(std::abs(static_cast<double>(inside) / 3000.0 - level) < 0.02);
    // What a row itself says does not change its interval; it changes others'.
    const CalibrationRow first = rows.front();
    for (CalibrationRow &row : rows) {
        const bool isFirst = &row == rows.data();
        row.measured += isFirst ? 100.0 : 0.0;
    }
    QCOMPARE(crossIntervals(rows, {}, 0.0, level, 7).front().high, intervals.front().high);
    rows.front() = first;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        rows[i].measured += 100.0;
    }
    QVERIFY(crossIntervals(rows, {}, 0.0, level, 7).front().high > intervals.front().high + 50.0);
}

void TestIntervalCalibration::factsSurviveTheFile()
{
    const IntervalFacts facts = calibratedFacts().intervals;
    const IntervalFacts read = parseIntervalFacts(toJson(facts), "file");
    QCOMPARE(toJson(read), toJson(facts));
    QCOMPARE(read.find("interaction", 2)->coverage, 0.91);
    QVERIFY(read.find("epistasis", 2) == nullptr); // of a source alone
    QCOMPARE(read.interaction.find(2, -1)->count, std::int64_t{120});
    const EnsembleIntervals ensemble{"abc", 3, 2, facts};
    QCOMPARE(toJson(parseEnsembleIntervals(toJson(ensemble), "file")), toJson(ensemble));
    QVERIFY(parseIntervalFacts("{}", "file").empty());
    QCOMPARE(toJson(IntervalFacts()), std::string("{}"));
    QVERIFY(parseEnsembleIntervals(toJson(EnsembleIntervals()), "file").id.empty());
}

void TestIntervalCalibration::refusesForeignFacts()
{
    for (const char *json : {R"({"rows": 5})", R"({"rows": "test", "level": "high"})", R"([])", R"({"rows": "test"})",
                             R"({"rows": "test", "level": 0.9, "fitness": {"scale": 1}})"}) {
        QVERIFY_EXCEPTION_THROWN(parseIntervalFacts(json, "model.safetensors"), InputError);
    }
    QVERIFY_EXCEPTION_THROWN(parseEnsembleIntervals(R"({"id": "a", "members": 2, "member": 3, "intervals": {}})", "x"),
                             InputError);
}

void TestIntervalCalibration::predictionsGetTheirInterval()
{
    ModelSummary model;
    model.training = calibratedFacts();
    const PredictionIntervals intervals(std::span(&model, 1));
    QVERIFY(intervals.any());
    const Prediction prediction = predicted(0.15, -0.5, 9);
    QCOMPARE(intervals.fitness(prediction, 2).low, 0.0); // nothing grows less than not at all
    QCOMPARE(intervals.fitness(prediction, 2).high, 0.25);
    QCOMPARE(intervals.interaction(prediction, 2).low, -0.65); // 1 + |−0.5| times as wide
    QCOMPARE(intervals.interaction(prediction, 2).high, -0.425);
    QVERIFY(intervals.reason(prediction, 2).empty());
    QVERIFY(!intervals.interaction(prediction, 1).known());
    const Prediction unseen = predicted(0.15, -0.5, 0);
    QVERIFY(!intervals.interaction(unseen, 2).known());
    QVERIFY(intervals.reason(unseen, 2).find("no training genotype") != std::string::npos);
    QVERIFY(!intervals.reason(prediction, 3).empty());
    QVERIFY(intervals.reason(prediction, 0).empty());

    ModelSummary older;
    const PredictionIntervals none(std::span(&older, 1));
    QVERIFY(!none.any());
    QVERIFY(none.reason(prediction, 2).find("model calibrate") != std::string::npos);
    QVERIFY(!none.fitness(prediction, 2).known());
}

void TestIntervalCalibration::ensemblesMustBeCalibratedTogether()
{
    std::vector<ModelSummary> models(2);
    for (int member = 0; member < 2; ++member) {
        models[static_cast<std::size_t>(member)].training = calibratedFacts();
        models[static_cast<std::size_t>(member)].training.ensembleIntervals = {"abc", 2, member + 1,
                                                                               calibratedFacts().intervals};
    }
    QVERIFY(!PredictionIntervals(std::span<const ModelSummary>()).any());
    QVERIFY(PredictionIntervals(models).any());
    std::swap(models[0], models[1]);
    QVERIFY(PredictionIntervals(models).any());
    // Each alone has its own; two that are one, or of which one is of another ensemble, have none.
    QVERIFY(PredictionIntervals(std::span(models).first(1)).any());
    const std::vector<ModelSummary> twice{models[0], models[0]};
    QVERIFY(!PredictionIntervals(twice).any());
    models[1].training.ensembleIntervals.id = "other";
    QVERIFY(!PredictionIntervals(models).any());
    QVERIFY(!PredictionIntervals(models).reason().empty());
}

void TestIntervalCalibration::columnsAreWorthWhatTheirFilesSay()
{
    std::vector<ModelSummary> models(2);
    for (ModelSummary &model : models) {
        model.training = calibratedFacts();
        model.training.genotypesPerOrder = {{1, 60}, {2, 900}, {3, 40}};
        model.training.metrics = {{"fitness_pearson_order1", 0.375}, {"fitness_count_order1", 80.0}};
    }
    const std::span<const ModelSummary> one = std::span(models).first(1);
    QCOMPARE(columnWorth(one, "interaction", 2).pearson, 0.5);
    QCOMPARE(columnWorth(one, "interaction", 2).count, std::int64_t{100});
    QCOMPARE(columnWorth(one, "interaction", 3).count, std::int64_t{0});
    // Files without intervals have metrics; of epistasis they say nothing.
    QCOMPARE(columnWorth(one, "fitness", 1).pearson, 0.375);
    QVERIFY(std::isnan(columnWorth(one, "fitness", 1).low));
    QCOMPARE(columnWorth(one, "epistasis", 2).count, std::int64_t{0});
    QCOMPARE(describeWorth(one, "interaction"),
             std::string("pairs: r 0.5 (0.4 to 0.6) on 100 that trained nothing\ntriples: not validated"));
    QVERIFY(describeWorth(one, "fitness").find("single deletions: r 0.38 on 80") == 0);
    // Of models that were not calibrated together, the least that one of them reached.
    models[1].training.intervals.measured.front().pearson = 0.25;
    QCOMPARE(columnWorth(models, "interaction", 2).pearson, 0.25);
    models[1].training = TrainingFacts();
    QCOMPARE(columnWorth(models, "interaction", 2).count, std::int64_t{0});
    QVERIFY(describeWorth({}, "interaction").empty());
}

QTEST_GUILESS_MAIN(TestIntervalCalibration)
#include "test_interval_calibration.moc"
