#pragma once

#include "engine/core/model_summary.h"
#include "engine/inference/npy_file.h"
#include "engine/inference/screen.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace knockscape
{

/// What a screen found, row by row. Immutable, hence usable from any thread.
class ScreenRows
{
public:
    ScreenRows() = default;
    ScreenRows(const ScreenRows &) = delete;
    ScreenRows &operator=(const ScreenRows &) = delete;
    virtual ~ScreenRows() = default;

    virtual std::uint64_t count() const noexcept = 0;
    /// Replaces `block` by rows rows.first … rows.end() − 1: genes and predictions; block.first is the first row.
    virtual void read(IndexRange rows, PredictionBlock &block) const = 0;
};

/// The rows that a screen kept, best first.
class KeptRows final : public ScreenRows
{
public:
    KeptRows(std::shared_ptr<const GenotypeSource> source, const TopRows &top);

    std::uint64_t count() const noexcept override { return rows_.size(); }
    void read(IndexRange rows, PredictionBlock &block) const override;
    const std::vector<ScreenRow> &rows() const noexcept { return rows_; }

private:
    std::shared_ptr<const GenotypeSource> source_;
    std::vector<ScreenRow> rows_;
};

/// Every row of a screen, read from its matrix: what the matrix does not hold is derived as the predictor derives it
/// (expected fitness from the single deletions on the diagonal, support from the genes, in_range from the labels'
/// ranges). Numbers have the matrix's single precision.
class MatrixRows final : public ScreenRows
{
public:
    /// Maps request.matrix; with `part`, the one that is still or only partly written, whose first `done` rows count.
    /// Throws InputError for a file that is not this request's, and for matrix columns other than columns().
    MatrixRows(const ScreenRequest &request, std::uint64_t done, bool part, const std::vector<ModelSummary> &models);

    /// The matrix columns that MatrixRows can be made of, for this source and number of models (0: simulated).
    static std::vector<std::string> columns(const GenotypeSource &source, std::size_t models);

    std::uint64_t count() const noexcept override { return done_; }
    void read(IndexRange rows, PredictionBlock &block) const override;

    /// [columns, genes, genes] or [genotypes, columns]; see matrixShape().
    const NpyMap &matrix() const noexcept { return matrix_; }
    bool isSquare() const noexcept { return matrix_.shape().size() == 3; }

private:
    void readPairs(IndexRange rows, PredictionBlock &block) const;
    void complete(std::span<const GeneIndex> genes, Prediction &prediction) const;

    std::shared_ptr<const GenotypeSource> source_;
    std::uint64_t first_;
    std::uint64_t done_;
    NpyMap matrix_;
    std::vector<double Prediction::*> members_; ///< what each column of the matrix is
    std::vector<std::int64_t> support_;
    std::vector<TrainingFacts> ranges_;
};

} // namespace knockscape
