#include "engine/training/label_files.h"

#include "engine/core/files.h"
#include "engine/core/translate.h"
#include "engine/training/splits.h"
#include "engine/training/training_config.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <set>

namespace knockscape
{

namespace
{

void widen(LabelRange &range, std::int64_t &count, double value)
{
    if (std::isnan(value)) {
        return;
    }
    ++count;
    range.low = std::isnan(range.low) ? value : std::min(range.low, value);
    range.high = std::isnan(range.high) ? value : std::max(range.high, value);
}

/// How much a use weighs where several models saw a row: trained on, chosen by, reported on, not seen.
int strictness(Split split)
{
    switch (split) {
    case Split::Train:
        return 3;
    case Split::Validation:
        return 2;
    case Split::Test:
        return 1;
    case Split::Unassigned:
        break;
    }
    return 0;
}

/// The split of one training, rows that training leaves out unassigned.
std::vector<Split> splitsOf(std::span<const Label> labels, SplitOptions options)
{
    // Training leaves these rows out before it splits.
    std::vector<Label> used;
    std::vector<std::size_t> place;
    bool hasTest = false;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i].weight != 0.0 && !labels[i].genotype.empty()) {
            used.push_back(labels[i]);
            place.push_back(i);
            hasTest = hasTest || labels[i].split == Split::Test;
        }
    }
    if (hasTest) {
        options.testFraction = 0.0;
    }
    const std::vector<Split> drawn = assignSplits(used, options);
    std::vector<Split> result(labels.size(), Split::Unassigned);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        result[place[i]] = drawn[i];
    }
    return result;
}

/// The splits that the rows name themselves, which training keeps; rows that name none were trained on for all we know.
std::vector<Split> namedSplits(std::span<const Label> labels)
{
    std::vector<Split> result;
    for (const Label &label : labels) {
        result.push_back(label.split == Split::Unassigned ? Split::Train : label.split);
    }
    return result;
}

} // namespace

LabelCounts countLabels(std::span<const Label> labels)
{
    LabelCounts counts;
    std::set<Genotype> genotypes;
    std::set<GeneIndex> genes;
    for (const Label &label : labels) {
        ++counts.rows;
        ++counts.rowsPerOrder[static_cast<int>(label.genotype.size())];
        ++counts.rowsPerSource[label.source];
        counts.splitRows += label.split == Split::Unassigned ? 0 : 1;
        widen(counts.fitnessRange, counts.fitnessRows, label.fitness);
        widen(counts.interactionRange, counts.interactionRows, label.interaction);
        genotypes.insert(label.genotype);
        genes.insert(label.genotype.genes().begin(), label.genotype.genes().end());
    }
    counts.kind = labelKindOf(counts.rowsPerSource);
    counts.genotypes = static_cast<std::int64_t>(genotypes.size());
    counts.genes = static_cast<std::int64_t>(genes.size());
    return counts;
}

LabelTable readLabelFiles(std::span<const std::filesystem::path> paths, const GeneCatalogue &genes,
                          std::vector<Issue> &issues, const JobControl &control)
{
    LabelTable all;
    std::vector<std::string> hashes;
    for (const std::filesystem::path &path : paths) {
        LabelTable table = readLabels(path, genes, issues, control);
        hashes.push_back(table.sha256);
        all.labels.insert(all.labels.end(), std::make_move_iterator(table.labels.begin()),
                          std::make_move_iterator(table.labels.end()));
    }
    if (hashes.empty()) {
        throw InputError(errorAt("labels", translate("Engine", "no file of labels was given"),
                                 translate("Engine", "Choose at least one file.")));
    }
    if (hashes.size() == 1) {
        all.sha256 = hashes.front();
        return all;
    }
    std::sort(hashes.begin(), hashes.end());
    std::string lines;
    for (const std::string &hash : hashes) {
        lines += hash + '\n';
    }
    all.sha256 = sha256(lines);
    return all;
}

std::vector<Split> recordedSplits(const LabelTable &labels, std::span<const ModelSummary> models)
{
    std::vector<Split> result(labels.labels.size(), Split::Unassigned);
    for (const ModelSummary &model : models) {
        if (labels.sha256.empty() || model.training.labelsSha256 != labels.sha256) {
            continue;
        }
        const std::optional<SplitOptions> options = repeatedSplit(model.training.optionsJson);
        const std::vector<Split> own = options ? splitsOf(labels.labels, *options) : namedSplits(labels.labels);
        for (std::size_t i = 0; i < own.size(); ++i) {
            if (strictness(own[i]) > strictness(result[i])) {
                result[i] = own[i];
            }
        }
    }
    return result;
}

} // namespace knockscape
