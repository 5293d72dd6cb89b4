#pragma once

#include "engine/training/labels.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace knockscape
{

/// What is held out together.
enum class SplitKind {
    /// Genotypes at random, the same fraction of every order (singles, doubles, …).
    Random,
    /// Genes: every genotype with a held-out gene is held out, so the model never saw that gene.
    ByGene,
    /// Pairs of genes: every genotype with both is held out. Singles stay in training.
    ByPair,
};

struct SplitOptions {
    SplitKind kind = SplitKind::Random;
    double validationFraction = 0.1;
    double testFraction = 0.0;
    std::uint64_t seed = 0;
    /// Draws the validation rows anew from what `seed` leaves beside the test rows: members of an ensemble share their
    /// test rows, while each learns from most of the rows that another one validates on.
    std::optional<std::uint64_t> validationSeed = {};
};

/// The split of every label. Rows that have one keep it; the others are split by `options`, all rows of one genotype
/// together. Depends on nothing but the arguments. Throws InputError for fractions outside [0, 1) or with a sum of 1 or
/// more.
std::vector<Split> assignSplits(std::span<const Label> labels, const SplitOptions &options);

/// One fold of a cross-validation.
struct FoldOptions {
    int folds = 5;
    /// 0 … folds − 1.
    int fold = 0;
    SplitKind kind = SplitKind::Random;
    std::uint64_t seed = 0;
};

/// Test for the rows of one fold, Train for the others, whatever split the rows name. Genotypes (of every order alike),
/// genes or pairs are dealt to the folds at random by `seed`; a genotype with several genes (or pairs) is held out in
/// the folds of each of them. Throws InputError for fewer than two folds or a fold that is not there.
std::vector<Split> foldSplits(std::span<const Label> labels, const FoldOptions &options);

} // namespace knockscape
