#include "engine/inference/genotype_source.h"

#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/translate.h"

#include <limits>
#include <numeric>
#include <utility>

namespace knockscape
{

namespace
{

/// Beyond this nobody waits; sums of two still fit in 64 bits.
constexpr std::uint64_t mostCombinations = std::uint64_t{1} << 63U;

std::string numbers(const std::vector<GeneIndex> &genes)
{
    std::string text;
    for (const GeneIndex gene : genes) {
        text += std::to_string(gene) + ' ';
    }
    return text;
}

} // namespace

Genotype GenotypeSource::genotype(std::uint64_t index) const
{
    std::vector<GeneIndex> genes;
    genesOf(index, genes);
    return Genotype(std::move(genes));
}

Combinations::Combinations(std::vector<GeneIndex> panel, int order, std::vector<GeneIndex> fixed) : order_(order)
{
    const Genotype fixedSet(std::move(fixed));
    const Genotype members(std::move(panel));
    fixed_.assign(fixedSet.genes().begin(), fixedSet.genes().end());
    for (const GeneIndex gene : members.genes()) {
        if (!fixedSet.contains(gene)) {
            panel_.push_back(gene);
        }
    }
    if (order < 1 || static_cast<std::size_t>(order) > panel_.size()) {
        throw InputError(errorAt(translate("Engine", "screen"),
                                 translate("Engine", "Combinations of %1 genes cannot be made from %2 genes.",
                                           {std::to_string(order), std::to_string(panel_.size())}),
                                 translate("Engine", "Use an order between 1 and the number of genes.")));
    }
    const std::size_t columns = panel_.size() + 1;
    binomials_.assign((static_cast<std::size_t>(order) + 1) * columns, 0);
    for (std::size_t from = 0; from < columns; ++from) {
        binomials_[from] = 1;
        for (int size = 1; size <= order && from > 0; ++size) {
            const std::uint64_t sum = choose(from - 1, size) + choose(from - 1, size - 1);
            // Saturating keeps comparisons right: no index reaches it.
            binomials_[static_cast<std::size_t>(size) * columns + from] = std::min(sum, mostCombinations);
        }
    }
    count_ = choose(panel_.size(), order);
    if (count_ >= mostCombinations) {
        throw InputError(errorAt(translate("Engine", "screen"), translate("Engine", "There are too many combinations."),
                                 translate("Engine", "Use fewer genes or a lower order.")));
    }
}

std::vector<std::size_t> Combinations::positionsOf(std::uint64_t index) const
{
    std::vector<std::size_t> positions;
    std::size_t next = 0;
    for (int left = order_; left > 0; --left) {
        // Combinations that begin at `next`: the rest is chosen from those behind it.
        for (std::uint64_t here = choose(panel_.size() - next - 1, left - 1); index >= here;
             here = choose(panel_.size() - next - 1, left - 1)) {
            index -= here;
            ++next;
        }
        positions.push_back(next++);
    }
    return positions;
}

std::uint64_t Combinations::indexOf(const std::vector<std::size_t> &positions) const
{
    // Combinations that begin at or behind `start`, of `left` genes: choose(n − start, left).
    std::uint64_t index = 0;
    std::size_t start = 0;
    int left = order_;
    for (const std::size_t position : positions) {
        index += choose(panel_.size() - start, left) - choose(panel_.size() - position, left);
        start = position + 1;
        --left;
    }
    return index;
}

bool Combinations::nextPrefix(std::vector<std::size_t> &positions) const
{
    const std::size_t size = positions.size();
    for (std::size_t i = size - 1; i-- > 0;) {
        // The largest place of gene i leaves one for each gene behind it.
        if (positions[i] + (size - i) < panel_.size()) {
            ++positions[i];
            for (std::size_t j = i + 1; j < size; ++j) {
                positions[j] = positions[j - 1] + 1;
            }
            return true;
        }
    }
    return false;
}

void Combinations::genesOf(std::uint64_t index, std::vector<GeneIndex> &genes) const
{
    genes = fixed_;
    for (const std::size_t position : positionsOf(index)) {
        genes.push_back(panel_[position]);
    }
    std::sort(genes.begin(), genes.end());
}

std::string Combinations::fingerprint() const
{
    return sha256("combinations " + std::to_string(order_) + " of " + numbers(panel_) + "with " + numbers(fixed_));
}

GenotypeList::GenotypeList(std::vector<Genotype> genotypes) : genotypes_(std::move(genotypes))
{
    for (const Genotype &genotype : genotypes_) {
        largest_ = std::max(largest_, genotype.size());
    }
}

void GenotypeList::genesOf(std::uint64_t index, std::vector<GeneIndex> &genes) const
{
    const auto members = genotypes_[static_cast<std::size_t>(index)].genes();
    genes.assign(members.begin(), members.end());
}

std::string GenotypeList::fingerprint() const
{
    std::string text = "list ";
    for (const Genotype &genotype : genotypes_) {
        text += numbers({genotype.genes().begin(), genotype.genes().end()}) + ';';
    }
    return sha256(text);
}

IndexRange shardRange(std::uint64_t total, std::uint64_t shard, std::uint64_t shards)
{
    if (shards < 1 || shard < 1 || shard > shards) {
        throw InputError(errorAt(
            "--shard",
            translate("Engine", "%1 of %2 is no part of a screen.", {std::to_string(shard), std::to_string(shards)}),
            translate("Engine", "Number the parts from 1, as in 1/4.")));
    }
    const std::uint64_t even = total / shards;
    const std::uint64_t rest = total % shards; // the first `rest` parts have one more
    const std::uint64_t first = (shard - 1) * even + std::min(shard - 1, rest);
    return {first, even + (shard <= rest ? 1 : 0)};
}

std::vector<GeneIndex> allGenes(std::size_t count)
{
    std::vector<GeneIndex> genes(count);
    std::iota(genes.begin(), genes.end(), 0);
    return genes;
}

} // namespace knockscape
