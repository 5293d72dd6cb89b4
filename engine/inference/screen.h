#pragma once

#include "engine/core/job_control.h"
#include "engine/inference/predictor.h"
#include "engine/inference/screen_evaluator.h"
#include "engine/inference/screen_state.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace knockscape
{

/// Genotypes with a gene that fewer training genotypes held rank last unless a person wants otherwise: with less than
/// a handful of measurements a model knows about a gene what its neighbours tell, and little of how it interacts.
constexpr std::int64_t defaultMinSupport = 5;

/// What is asked of a screen.
struct ScreenRequest {
    std::shared_ptr<const GenotypeSource> source;
    /// The part of the source to run (shardRange()).
    IndexRange range;
    /// Rows to keep, sorted by the expression `by`; smallest first unless `descending`. Empty: by what chooseRanking()
    /// says of the models and the source.
    std::size_t top = 1000;
    std::string by;
    bool descending = false;
    /// Genotypes whose support is known and below this rank behind all others (0: nothing does). Not where `by` reads
    /// the support itself.
    std::int64_t minSupport = defaultMinSupport;
    /// Only genotypes for which this holds are kept and count as hits; empty: all. See ScreenExpression.
    std::string where;
    bool wantsGeneSummaries = false;
    /// The whole result as .npy (NpyFile); empty: none. See matrixShape().
    std::filesystem::path matrix;
    std::vector<std::string> matrixColumns{"fitness", "interaction"};
    /// Where the state is stored now and then, and when cancelled; empty: nowhere. Whoever has put the result into
    /// safety removes it.
    std::filesystem::path checkpoint;
    double secondsBetweenCheckpoints = 15.0;
    /// Go on from `checkpoint`, which must belong to this very request. Where it does not exist, start.
    bool resume = false;
    /// Called on the predictor's thread after each batch, a few milliseconds apart on a CPU, and while the disk is
    /// waited for (checkpoints and the matrix are written by a thread of their own). The owner of the predictor's
    /// thread may use the predictor there: answer the live prediction of a person who ticks genes meanwhile.
    std::function<void()> yield;
};

/// What a screen will cost.
struct ScreenEstimate {
    std::uint64_t genotypes = 0;
    double seconds = 0.0;
    std::uint64_t diskBytes = 0;
};

/// How a screen ended. `state` covers the first state.done genotypes of the range.
struct ScreenResult {
    ScreenState state;
    bool finished = false; ///< false: cancelled
    std::uint64_t resumedAt = 0;
    double seconds = 0.0; ///< of this run
};

/// Shape of the matrix. All pairs of a panel: [columns, genes, genes], symmetric, in the order of
/// Combinations::panel(), single deletions on the diagonal. Anything else: [genotypes of the range, columns]. What was
/// not computed is NaN.
std::vector<std::uint64_t> matrixShape(const ScreenRequest &request);

/// Measures for a tenth of a second. Throws InputError for expressions that cannot be parsed, or need an ensemble or
/// intervals that the models do not have.
ScreenEstimate estimateScreen(Predictor &predictor, const ScreenRequest &request);

/// Runs a screen on the predictor's thread in memory that does not grow with the number of genotypes, reporting
/// progress after each batch. When cancelled it stores its state and returns what is finished instead of throwing.
/// Rows, hits, histograms and matrix depend on the predictor and the request alone, bit for bit on the CPU; sums of
/// gene summaries to rounding. (A predictor opened with another number of threads has its tables rounded differently.)
///
/// Throws InputError (expressions; a checkpoint or matrix of another request), EngineError (disk, device).
ScreenResult runScreen(Predictor &predictor, const ScreenRequest &request, const JobControl &control);

/// Identifies what a screen computes and keeps: models, cell, genotypes, expressions. Equal for the shards of one
/// screen.
std::string screenFingerprint(const Predictor &predictor, const ScreenRequest &request);

} // namespace knockscape
