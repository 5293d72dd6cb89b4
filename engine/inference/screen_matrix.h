#pragma once

#include "engine/inference/npy_file.h"
#include "engine/inference/screen.h"
#include "engine/inference/screen_expression.h"

#include <vector>

namespace knockscape
{

/// Writes the whole result of a screen into the array that matrixShape() describes.
class ScreenMatrix
{
public:
    /// `diagonal`: predictions of the panel's single deletions where the matrix is one of pairs, else empty.
    ScreenMatrix(const ScreenRequest &request, std::vector<ScreenExpression> columns,
                 const std::vector<Prediction> &diagonal, bool keep);

    void add(const PredictionBlock &block);
    void flush() { file_.flush(); }
    void finish() { file_.finish(); }

    /// True if the matrix of this request has a row and a column per gene.
    static bool isSquare(const ScreenRequest &request);

private:
    void addPairs(const PredictionBlock &block);

    const ScreenRequest &request_;
    std::vector<ScreenExpression> columns_;
    NpyFile file_;
};

} // namespace knockscape
