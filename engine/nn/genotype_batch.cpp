#include "engine/nn/genotype_batch.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"

#include <algorithm>

namespace knockscape
{

GenotypeBatch makeGenotypeBatch(std::span<const Genotype> genotypes, std::int64_t geneCount, const at::Device &device)
{
    std::size_t longest = 1;
    for (const Genotype &genotype : genotypes) {
        longest = std::max(longest, genotype.size());
    }
    const auto rows = static_cast<std::int64_t>(genotypes.size());
    const auto columns = static_cast<std::int64_t>(longest);
    at::Tensor genes = at::zeros({rows, columns}, at::kLong);
    at::Tensor mask = at::zeros({rows, columns}, at::kBool);
    auto *geneData = genes.data_ptr<std::int64_t>();
    bool *maskData = mask.data_ptr<bool>();
    for (std::size_t row = 0; row < genotypes.size(); ++row) {
        std::size_t column = row * longest;
        for (const GeneIndex gene : genotypes[row].genes()) {
            if (gene < 0 || gene >= geneCount) {
                throw InputError(errorAt(translate("Engine", "genotype %1", {std::to_string(row + 1)}),
                                         translate("Engine", "Gene number %1 is not one of the cell's %2 genes.",
                                                   {std::to_string(gene), std::to_string(geneCount)})));
            }
            geneData[column] = gene;
            maskData[column] = true;
            ++column;
        }
    }
    return {genes.to(device), mask.to(device)};
}

} // namespace knockscape
