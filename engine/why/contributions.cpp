#include "engine/why/contributions.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>
#include <utility>

namespace knockscape
{

namespace
{

/// Orders that are sampled, half of them the reverse of the other half.
constexpr std::size_t sampledOrders = 256;

GenotypeValue plus(const GenotypeValue &left, const GenotypeValue &right, double factor)
{
    return {left.fitness + factor * right.fitness, left.interaction + factor * right.interaction};
}

GenotypeValue times(const GenotypeValue &value, double factor)
{
    return {value.fitness * factor, value.interaction * factor};
}

/// Bit i of a mask stands for the i-th gene.
Genotype subsetOf(const Genotype &genotype, std::uint32_t mask)
{
    std::vector<GeneIndex> genes;
    for (std::size_t place = 0; place < genotype.size(); ++place) {
        if ((mask >> place & 1U) != 0U) {
            genes.push_back(genotype.genes()[place]);
        }
    }
    return Genotype(std::move(genes));
}

std::vector<GenotypeValue> valuesOfSubsets(const Genotype &genotype, const GenotypeValueFunction &values)
{
    std::vector<Genotype> subsets;
    for (std::uint32_t mask = 0; mask < 1U << genotype.size(); ++mask) {
        subsets.push_back(subsetOf(genotype, mask));
    }
    return values(subsets);
}

/// In place: v(S) → m(S), one gene after the other.
void invert(std::vector<GenotypeValue> &values, std::size_t genes)
{
    for (std::size_t gene = 0; gene < genes; ++gene) {
        const std::uint32_t bit = 1U << gene;
        for (std::uint32_t mask = 0; mask < values.size(); ++mask) {
            if ((mask & bit) != 0U) {
                values[mask] = plus(values[mask], values[mask ^ bit], -1.0);
            }
        }
    }
}

Contributions fromSubsets(const Genotype &genotype, const GenotypeValueFunction &function)
{
    const std::size_t genes = genotype.size();
    std::vector<GenotypeValue> values = valuesOfSubsets(genotype, function);
    Contributions result;
    result.method = genes <= MostSubsetGenes ? Contributions::Method::Subsets : Contributions::Method::Exact;
    result.predictions = values.size();
    result.whole = plus(values.back(), values.front(), -1.0);
    invert(values, genes);
    for (std::size_t place = 0; place < genes; ++place) {
        // A set's dividend is shared equally by its genes.
        GenotypeValue share{0.0, 0.0};
        for (std::uint32_t mask = 0; mask < values.size(); ++mask) {
            if ((mask >> place & 1U) != 0U) {
                share = plus(share, values[mask], 1.0 / std::popcount(mask));
            }
        }
        result.genes.push_back({genotype.genes()[place], share, {0.0, 0.0}});
    }
    if (result.method == Contributions::Method::Subsets) {
        for (std::uint32_t mask = 1; mask < values.size(); ++mask) {
            result.subsets.push_back({subsetOf(genotype, mask), values[mask]});
        }
        std::stable_sort(result.subsets.begin(), result.subsets.end(), [](const auto &left, const auto &right) {
            return std::pair(left.genes.size(), left.genes) < std::pair(right.genes.size(), right.genes);
        });
    }
    return result;
}

/// Places 0 … count − 1 in an order drawn by `random` (std::shuffle differs between standard libraries).
std::vector<std::size_t> drawnOrder(std::size_t count, std::mt19937_64 &random)
{
    std::vector<std::size_t> order(count);
    for (std::size_t i = 0; i < count; ++i) {
        order[i] = i;
    }
    for (std::size_t i = count; i > 1; --i) {
        std::swap(order[i - 1], order[random() % i]);
    }
    return order;
}

/// Orders of the genes' places, each followed by its reverse.
std::vector<std::vector<std::size_t>> drawnOrders(std::size_t genes, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::vector<std::vector<std::size_t>> orders;
    while (orders.size() < sampledOrders) {
        orders.push_back(drawnOrder(genes, random));
        orders.emplace_back(orders.back().rbegin(), orders.back().rend());
    }
    return orders;
}

double standardError(double sum, double squares, double count)
{
    const double mean = sum / count;
    const double variance = squares / count - mean * mean;
    return std::isnan(variance) ? variance : std::sqrt(std::max(0.0, variance) / (count - 1.0));
}

/// Sums over pairs of orders of what a gene adds.
struct Sums {
    GenotypeValue value{0.0, 0.0};
    GenotypeValue square{0.0, 0.0};

    void add(const GenotypeValue &mean)
    {
        value = plus(value, mean, 1.0);
        square = plus(square, {mean.fitness * mean.fitness, mean.interaction * mean.interaction}, 1.0);
    }
};

Contributions fromOrders(const Genotype &genotype, const GenotypeValueFunction &function, std::uint64_t seed)
{
    const std::size_t genes = genotype.size();
    const std::vector<std::vector<std::size_t>> orders = drawnOrders(genes, seed);
    std::vector<Genotype> chains;
    for (const std::vector<std::size_t> &order : orders) {
        chains.emplace_back();
        for (const std::size_t place : order) {
            chains.push_back(chains.back().with(genotype.genes()[place]));
        }
    }
    const std::vector<GenotypeValue> values = function(chains);
    std::vector<Sums> sums(genes);
    std::vector<GenotypeValue> ofPair(genes);
    for (std::size_t row = 0; row < orders.size(); ++row) {
        const GenotypeValue *chain = values.data() + row * (genes + 1);
        for (std::size_t step = 0; step < genes; ++step) {
            const std::size_t place = orders[row][step];
            const GenotypeValue added = plus(chain[step + 1], chain[step], -1.0);
            if (row % 2 == 0) {
                ofPair[place] = added;
            } else {
                sums[place].add(times(plus(ofPair[place], added, 1.0), 0.5));
            }
        }
    }
    Contributions result;
    result.method = Contributions::Method::Sampled;
    result.orders = orders.size();
    result.predictions = chains.size();
    result.whole = plus(values[genes], values.front(), -1.0);
    const auto count = static_cast<double>(orders.size()) / 2.0;
    for (std::size_t place = 0; place < genes; ++place) {
        result.genes.push_back({genotype.genes()[place],
                                times(sums[place].value, 1.0 / count),
                                {standardError(sums[place].value.fitness, sums[place].square.fitness, count),
                                 standardError(sums[place].value.interaction, sums[place].square.interaction, count)}});
    }
    return result;
}

} // namespace

Contributions contributionsOf(const Genotype &genotype, const GenotypeValueFunction &values, std::uint64_t seed)
{
    return genotype.size() <= MostExactGenes ? fromSubsets(genotype, values) : fromOrders(genotype, values, seed);
}

} // namespace knockscape
