#include "engine/training/splits.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>

namespace knockscape
{

namespace
{

using Pair = std::pair<GeneIndex, GeneIndex>;

/// Fisher–Yates; std::shuffle differs between standard libraries.
template <typename T>
void shuffle(std::vector<T> &items, std::mt19937_64 &random)
{
    for (std::size_t i = items.size(); i > 1; --i) {
        std::swap(items[i - 1], items[random() % i]);
    }
}

std::size_t portion(double fraction, std::size_t count)
{
    return static_cast<std::size_t>(std::llround(fraction * static_cast<double>(count)));
}

/// Exchanges the first `validation` items for others that are not among the `test` items behind them.
template <typename T>
void redraw(std::vector<T> &order, std::size_t validation, std::size_t test, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::vector<T> free(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(validation));
    free.insert(free.end(), order.begin() + static_cast<std::ptrdiff_t>(validation + test), order.end());
    shuffle(free, random);
    const auto split = free.begin() + static_cast<std::ptrdiff_t>(validation);
    std::copy(free.begin(), split, order.begin());
    std::copy(split, free.end(), order.begin() + static_cast<std::ptrdiff_t>(validation + test));
}

/// Shuffles the items and gives the first of them to validation and test.
template <typename T>
std::map<T, Split> drawn(const std::set<T> &items, const SplitOptions &options, std::mt19937_64 &random)
{
    std::vector<T> order(items.begin(), items.end());
    shuffle(order, random);
    const std::size_t validation = portion(options.validationFraction, order.size());
    const std::size_t test = portion(options.testFraction, order.size());
    if (options.validationSeed) {
        redraw(order, validation, test, *options.validationSeed);
    }
    std::map<T, Split> result;
    for (std::size_t i = 0; i < order.size(); ++i) {
        result[order[i]] = i < validation ? Split::Validation : i < validation + test ? Split::Test : Split::Train;
    }
    return result;
}

std::vector<Pair> pairsOf(const Genotype &genotype)
{
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < genotype.size(); ++i) {
        for (std::size_t j = i + 1; j < genotype.size(); ++j) {
            pairs.emplace_back(genotype.genes()[i], genotype.genes()[j]);
        }
    }
    return pairs;
}

/// The strictest split among the parts of a genotype: test before validation before training.
template <typename Parts, typename T>
Split strictest(const Parts &parts, const std::map<T, Split> &splits)
{
    Split result = Split::Train;
    for (const auto &part : parts) {
        result = std::max(result, splits.at(part));
    }
    return result;
}

std::map<Genotype, Split> splitGenotypes(const std::set<Genotype> &genotypes, const SplitOptions &options)
{
    std::mt19937_64 random(options.seed);
    std::map<Genotype, Split> result;
    if (options.kind == SplitKind::Random) {
        std::map<std::size_t, std::set<Genotype>> byOrder;
        for (const Genotype &genotype : genotypes) {
            byOrder[genotype.size()].insert(genotype);
        }
        for (const auto &[order, members] : byOrder) {
            result.merge(drawn(members, options, random));
        }
        return result;
    }
    std::set<GeneIndex> genes;
    std::set<Pair> pairs;
    for (const Genotype &genotype : genotypes) {
        genes.insert(genotype.genes().begin(), genotype.genes().end());
        const std::vector<Pair> own = pairsOf(genotype);
        pairs.insert(own.begin(), own.end());
    }
    const std::map<GeneIndex, Split> geneSplits = drawn(genes, options, random);
    const std::map<Pair, Split> pairSplits = drawn(pairs, options, random);
    for (const Genotype &genotype : genotypes) {
        result[genotype] = options.kind == SplitKind::ByGene ? strictest(genotype.genes(), geneSplits)
                                                             : strictest(pairsOf(genotype), pairSplits);
    }
    return result;
}

/// Deals shuffled items to the folds in turn, and says which belong to the one asked for.
template <typename T>
std::map<T, bool> dealt(const std::set<T> &items, const FoldOptions &options, std::mt19937_64 &random)
{
    std::vector<T> order(items.begin(), items.end());
    shuffle(order, random);
    std::map<T, bool> result;
    for (std::size_t i = 0; i < order.size(); ++i) {
        result[order[i]] = i % static_cast<std::size_t>(options.folds) == static_cast<std::size_t>(options.fold);
    }
    return result;
}

std::map<Genotype, bool> heldOutInFold(const std::set<Genotype> &genotypes, const FoldOptions &options)
{
    std::mt19937_64 random(options.seed);
    std::map<Genotype, bool> result;
    std::map<std::size_t, std::set<Genotype>> byOrder;
    std::set<GeneIndex> genes;
    std::set<Pair> pairs;
    for (const Genotype &genotype : genotypes) {
        byOrder[genotype.size()].insert(genotype);
        genes.insert(genotype.genes().begin(), genotype.genes().end());
        const std::vector<Pair> own = pairsOf(genotype);
        pairs.insert(own.begin(), own.end());
    }
    if (options.kind == SplitKind::Random) {
        for (const auto &[order, members] : byOrder) {
            result.merge(dealt(members, options, random));
        }
        return result;
    }
    const std::map<GeneIndex, bool> ofGene = dealt(genes, options, random);
    const std::map<Pair, bool> ofPair = dealt(pairs, options, random);
    for (const Genotype &genotype : genotypes) {
        const std::vector<Pair> own = pairsOf(genotype);
        result[genotype] = options.kind == SplitKind::ByGene
                               ? std::any_of(genotype.genes().begin(), genotype.genes().end(),
                                             [&](GeneIndex gene) { return ofGene.at(gene); })
                               : std::any_of(own.begin(), own.end(), [&](const Pair &pair) { return ofPair.at(pair); });
    }
    return result;
}

} // namespace

std::vector<Split> assignSplits(std::span<const Label> labels, const SplitOptions &options)
{
    const auto isFraction = [](double fraction) { return fraction >= 0.0 && fraction < 1.0; };
    if (!isFraction(options.validationFraction) || !isFraction(options.testFraction) ||
        options.validationFraction + options.testFraction >= 1.0) {
        throw InputError(
            errorAt("validation",
                    translate("Engine", "%1 and %2 are not fractions to hold out",
                              {formatNumber(options.validationFraction), formatNumber(options.testFraction)}),
                    translate("Engine", "Give fractions from 0 to below 1 that leave rows to train on.")));
    }
    std::set<Genotype> unassigned;
    std::map<Genotype, Split> given;
    for (const Label &label : labels) {
        if (label.split == Split::Unassigned) {
            unassigned.insert(label.genotype);
        } else {
            Split &split = given[label.genotype];
            split = std::max(split, label.split);
        }
    }
    // A genotype of which some rows are held out by the file is held out as a whole.
    for (const auto &[genotype, split] : given) {
        unassigned.erase(genotype);
    }
    const std::map<Genotype, Split> drawnSplits = splitGenotypes(unassigned, options);
    std::vector<Split> result;
    result.reserve(labels.size());
    for (const Label &label : labels) {
        if (label.split != Split::Unassigned) {
            result.push_back(label.split);
        } else if (const auto known = given.find(label.genotype); known != given.end()) {
            result.push_back(known->second);
        } else {
            result.push_back(drawnSplits.at(label.genotype));
        }
    }
    return result;
}

std::vector<Split> foldSplits(std::span<const Label> labels, const FoldOptions &options)
{
    if (options.folds < 2 || options.fold < 0 || options.fold >= options.folds) {
        throw InputError(errorAt("folds",
                                 translate("Engine", "fold %1 of %2 cannot be held out",
                                           {std::to_string(options.fold + 1), std::to_string(options.folds)}),
                                 translate("Engine", "Give at least two folds.")));
    }
    std::set<Genotype> genotypes;
    for (const Label &label : labels) {
        genotypes.insert(label.genotype);
    }
    const std::map<Genotype, bool> heldOut = heldOutInFold(genotypes, options);
    std::vector<Split> result;
    result.reserve(labels.size());
    for (const Label &label : labels) {
        result.push_back(heldOut.at(label.genotype) ? Split::Test : Split::Train);
    }
    return result;
}

} // namespace knockscape
