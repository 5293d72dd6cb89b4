#include "engine/training/model_intervals.h"

#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/training/derived_labels.h"
#include "engine/training/label_files.h"
#include "engine/training/metrics.h"
#include "engine/training/model_ranking.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace knockscape
{

namespace
{

/// How the width of intervals follows the prediction; README.md says what was tried.
constexpr IntervalScale fitnessScale{0.0, 2.0};
constexpr IntervalScale interactionScale{0.0, 25.0};

/// "support 1-4"; nothing where it is not known.
std::string supportGroup(std::int64_t support)
{
    const std::span<const std::int64_t> limits = supportLimits();
    for (std::size_t place = limits.size(); place-- > 0;) {
        if (support >= limits[place]) {
            std::string text = "support " + std::to_string(limits[place]);
            if (place + 1 == limits.size()) {
                text += '+';
            } else if (limits[place + 1] - 1 > limits[place]) {
                text += '-' + std::to_string(limits[place + 1] - 1);
            }
            return text;
        }
    }
    return {};
}

QuantityMeasure measureGroup(const std::string &quantity, int order, const std::string &group,
                             std::span<const CalibrationRow> rows, std::span<const Interval> intervals,
                             const std::vector<std::size_t> &members)
{
    QuantityMeasure measure;
    measure.quantity = quantity;
    measure.order = order;
    measure.group = group;
    measure.count = static_cast<std::int64_t>(members.size());
    std::vector<double> predicted;
    std::vector<double> measured;
    std::vector<Interval> ofMembers;
    for (const std::size_t row : members) {
        predicted.push_back(rows[row].predicted);
        measured.push_back(rows[row].measured);
        ofMembers.push_back(intervals.empty() ? Interval() : intervals[row]);
    }
    measure.pearson = pearson(predicted, measured);
    std::tie(measure.pearsonLow, measure.pearsonHigh) = pearsonInterval(measure.pearson, members.size());
    measure.slope = regressionSlope(predicted, measured);
    const Coverage coverage = coverageOf(ofMembers, measured);
    measure.intervals = coverage.count;
    measure.coverage = coverage.share;
    measure.width = coverage.width;
    return measure;
}

/// The tenth of the members with the lowest predictions: what stands first in a screen. None of few.
std::vector<std::size_t> lowestTenth(std::span<const CalibrationRow> rows, std::vector<std::size_t> members)
{
    constexpr std::size_t fewest = 200;
    const std::size_t count = members.size() < fewest ? 0 : members.size() / 10;
    std::stable_sort(members.begin(), members.end(),
                     [&](std::size_t left, std::size_t right) { return rows[left].predicted < rows[right].predicted; });
    members.resize(count);
    return members;
}

/// All rows of each order, and of its sources and supports where there are several. `intervals` may be empty.
void addMeasures(std::vector<QuantityMeasure> &result, const std::string &quantity,
                 std::span<const CalibrationRow> rows, std::span<const Interval> intervals)
{
    using Groups = std::map<std::string, std::vector<std::size_t>>;
    std::map<int, std::pair<Groups, Groups>> orders;
    std::map<int, std::vector<std::size_t>> all;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        all[rows[row].order].push_back(row);
        auto &[sources, supports] = orders[rows[row].order];
        sources["source " + rows[row].source].push_back(row);
        supports[supportGroup(rows[row].support)].push_back(row);
    }
    for (const auto &[order, members] : all) {
        result.push_back(measureGroup(quantity, order, {}, rows, intervals, members));
        if (const std::vector<std::size_t> lowest = lowestTenth(rows, members); !lowest.empty()) {
            result.push_back(measureGroup(quantity, order, "lowest tenth", rows, intervals, lowest));
        }
        for (const Groups *groups : {&orders[order].first, &orders[order].second}) {
            for (const auto &[name, part] : *groups) {
                if (groups->size() > 1) {
                    result.push_back(measureGroup(quantity, order, name, rows, intervals, part));
                }
            }
        }
    }
}

/// Rows that training leaves out, as it does before anything else.
void eraseUnused(std::vector<Label> &labels)
{
    std::erase_if(labels, [](const Label &label) { return label.weight == 0.0 || label.genotype.empty(); });
}

/// The rows of the models' own labels that trained none of them.
IntervalRows heldOutRows(std::span<const ModelSummary> models, const LabelTable &labels)
{
    const std::vector<Split> splits = recordedSplits(labels, models);
    IntervalRows result;
    for (const auto &[split, kind] : {std::pair{Split::Test, "test"}, std::pair{Split::Validation, "validation"}}) {
        for (std::size_t i = 0; i < splits.size(); ++i) {
            if (splits[i] == split) {
                result.rows.push_back(labels.labels[i]);
            }
        }
        if (!result.rows.empty()) {
            result.kind = kind;
            return result;
        }
    }
    return result;
}

/// The rows of other labels whose genotypes no model was trained on or chosen by.
IntervalRows rowsUnseenByAll(std::span<const ModelSummary> models, const LabelTable &labels,
                             const LabelTable &trainedOn)
{
    const std::vector<Split> splits = recordedSplits(trainedOn, models);
    std::set<Genotype> seen;
    for (std::size_t i = 0; i < splits.size(); ++i) {
        if (splits[i] == Split::Train || splits[i] == Split::Validation) {
            seen.insert(trainedOn.labels[i].genotype);
        }
    }
    IntervalRows result{labels.labels, "other"};
    std::erase_if(result.rows, [&](const Label &label) { return seen.contains(label.genotype); });
    return result;
}

} // namespace

IntervalFacts calibratedOn(const IntervalRows &rows, const GenotypePredictions &predictions, std::uint64_t seed)
{
    std::vector<Genotype> genotypes;
    for (const Label &row : rows.rows) {
        genotypes.push_back(row.genotype);
    }
    const QuantityRows quantities = quantityRows(rows.rows, predictions(genotypes));
    IntervalFacts facts;
    facts.rows = rows.kind;
    facts.fitness = calibrateIntervals(quantities.fitness, fitnessScale, NeutralFitness, facts.level);
    facts.interaction = calibrateIntervals(quantities.interaction, interactionScale, NeutralInteraction, facts.level);
    facts.measured = measureQuantities(quantities, facts, true, seed);
    return facts;
}

std::vector<QuantityMeasure> measureQuantities(const QuantityRows &rows, const IntervalFacts &facts, bool ownRows,
                                               std::uint64_t seed)
{
    std::vector<QuantityMeasure> result;
    addMeasures(result, "fitness", rows.fitness, fitnessIntervals(rows.fitness, facts, ownRows, seed));
    addMeasures(result, "interaction", rows.interaction, interactionIntervals(rows.interaction, facts, ownRows, seed));
    addMeasures(result, "epistasis", rows.epistasis, {});
    return result;
}

IntervalRows rowsForIntervals(std::span<const ModelSummary> models, LabelTable labels, const LabelTable &trainedOn,
                              const std::string &where)
{
    bool own = true;
    for (const ModelSummary &model : models) {
        own = isTrainedOn(model, labels, trainedOn, where) && own;
    }
    deriveInteractions(labels.labels);
    IntervalRows result = own ? heldOutRows(models, labels) : rowsUnseenByAll(models, labels, trainedOn);
    eraseUnused(result.rows);
    if (result.rows.size() < LeastBinRows) {
        throw InputError(errorAt(
            where,
            translate("Engine",
                      "Only %1 of these rows were not used to train these models; at least %2 are needed to "
                      "say how far off predictions are.",
                      {std::to_string(result.rows.size()), std::to_string(LeastBinRows)}),
            translate("Engine", "Give other labels, whose genotypes they were not trained on, or train with some rows "
                                "held out (test_fraction).")));
    }
    eraseUnused(labels.labels);
    completeFitness(result.rows, labels.labels);
    return result;
}

void completeFitness(std::vector<Label> &rows, std::span<const Label> known)
{
    std::set<Genotype> own;
    for (const Label &row : rows) {
        own.insert(row.genotype);
    }
    std::vector<Label> all = rows;
    std::copy_if(known.begin(), known.end(), std::back_inserter(all),
                 [&](const Label &label) { return label.genotype.size() == 1 && !own.contains(label.genotype); });
    deriveFitness(all);
    std::copy_n(std::make_move_iterator(all.begin()), rows.size(), rows.begin());
}

void recordIntervals(std::span<const std::filesystem::path> files, const IntervalFacts &facts)
{
    if (files.size() == 1) {
        recordTraining(files.front(), files.front(), "intervals", toJson(facts));
        return;
    }
    std::string hashes;
    for (const std::filesystem::path &file : files) {
        hashes += sha256OfFile(file) + '\n';
    }
    EnsembleIntervals ensemble{sha256(hashes), static_cast<int>(files.size()), 0, facts};
    for (const std::filesystem::path &file : files) {
        ++ensemble.member;
        recordTraining(file, file, "ensemble_intervals", toJson(ensemble));
    }
}

} // namespace knockscape
