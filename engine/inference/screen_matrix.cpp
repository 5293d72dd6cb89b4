#include "engine/inference/screen_matrix.h"

#include <utility>

namespace knockscape
{

ScreenMatrix::ScreenMatrix(const ScreenRequest &request, std::vector<ScreenExpression> columns,
                           const std::vector<Prediction> &diagonal, bool keep)
    : request_(request), columns_(std::move(columns)), file_(request.matrix, matrixShape(request), keep)
{
    const std::size_t genes = diagonal.size();
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        for (std::size_t gene = 0; gene < genes; ++gene) {
            file_.values()[(column * genes + gene) * genes + gene] =
                static_cast<float>(columns_[column].value(diagonal[gene], 1));
        }
    }
}

bool ScreenMatrix::isSquare(const ScreenRequest &request)
{
    const Combinations *combinations = request.source->combinations();
    return combinations != nullptr && combinations->order() == 2 && combinations->fixed().empty();
}

void ScreenMatrix::addPairs(const PredictionBlock &block)
{
    const Combinations &combinations = *request_.source->combinations();
    const std::size_t genes = combinations.panel().size();
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        float *plane = file_.values() + column * genes * genes;
        std::vector<std::size_t> place = combinations.positionsOf(block.first);
        for (std::size_t row = 0; row < block.size(); ++row) {
            const auto value = static_cast<float>(columns_[column].value(block.predictions[row], 2));
            plane[place[0] * genes + place[1]] = value;
            plane[place[1] * genes + place[0]] = value;
            if (++place[1] == genes && row + 1 < block.size()) {
                combinations.nextPrefix(place);
            }
        }
    }
}

void ScreenMatrix::add(const PredictionBlock &block)
{
    if (isSquare(request_)) {
        addPairs(block);
        return;
    }
    float *next = file_.values() + (block.first - request_.range.first) * columns_.size();
    for (std::size_t row = 0; row < block.size(); ++row) {
        for (const ScreenExpression &column : columns_) {
            *next++ = static_cast<float>(column.value(block.predictions[row], block.genesOf(row).size()));
        }
    }
}

std::vector<std::uint64_t> matrixShape(const ScreenRequest &request)
{
    const std::uint64_t columns = request.matrixColumns.size();
    if (ScreenMatrix::isSquare(request)) {
        const std::uint64_t genes = request.source->combinations()->panel().size();
        return {columns, genes, genes};
    }
    return {request.range.count, columns};
}

} // namespace knockscape
