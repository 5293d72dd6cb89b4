#include "engine/inference/gene_order.h"

#include "engine/core/translate.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace knockscape
{

namespace
{

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Merges clusters that are each other's nearest neighbours until one is left. A cluster goes by the position of its
/// lowest gene; its distances lie in that gene's row and column.
class NeighbourChain
{
public:
    NeighbourChain(std::vector<double> distances, std::size_t genes)
        : genes_(genes), distances_(std::move(distances)), sizes_(genes, 1), heights_(genes, 0.0), active_(genes)
    {
        std::iota(active_.begin(), active_.end(), std::size_t{0});
    }

    bool done() const { return active_.size() < 2; }

    /// The next merge, in the order the chain finds them; clusters go by their lowest genes.
    ClusterMerge next()
    {
        if (chain_.empty()) {
            chain_.push_back(active_.front());
        }
        for (;;) {
            const std::size_t last = chain_.back();
            const std::size_t before = chain_.size() > 1 ? chain_[chain_.size() - 2] : last;
            const std::size_t nearest = nearestTo(last, before);
            if (nearest == before && before != last) {
                chain_.resize(chain_.size() - 2);
                return merge(std::min(last, before), std::max(last, before));
            }
            chain_.push_back(nearest);
        }
    }

private:
    /// The nearest other cluster; of equally near ones `preferred` (else a chain could run in circles), then the
    /// lowest.
    std::size_t nearestTo(std::size_t cluster, std::size_t preferred) const
    {
        const double *row = distances_.data() + cluster * genes_;
        std::size_t nearest = preferred;
        double least = preferred == cluster ? infinite : row[preferred];
        for (const std::size_t other : active_) {
            if (other != cluster && (row[other] < least || nearest == cluster)) {
                least = row[other];
                nearest = other;
            }
        }
        return nearest;
    }

    ClusterMerge merge(std::size_t first, std::size_t second)
    {
        // Rounding of means must not put a merge below those it is made of.
        const double height = std::max({distances_[first * genes_ + second], heights_[first], heights_[second]});
        heights_[first] = height;
        const auto firstSize = static_cast<double>(sizes_[first]);
        const auto secondSize = static_cast<double>(sizes_[second]);
        active_.erase(std::lower_bound(active_.begin(), active_.end(), second));
        for (const std::size_t other : active_) {
            if (other != first) {
                const double mean = (firstSize * distances_[first * genes_ + other] +
                                     secondSize * distances_[second * genes_ + other]) /
                                    (firstSize + secondSize);
                distances_[first * genes_ + other] = distances_[other * genes_ + first] = mean;
            }
        }
        sizes_[first] += sizes_[second];
        return {first, second, height};
    }

    std::size_t genes_;
    std::vector<double> distances_;
    std::vector<std::size_t> sizes_;
    std::vector<double> heights_;     ///< of the merge that made the cluster
    std::vector<std::size_t> active_; ///< ascending
    std::vector<std::size_t> chain_;
};

} // namespace

std::vector<ClusterMerge> averageLinkage(std::vector<double> distances, std::size_t genes, const JobControl &control)
{
    std::vector<ClusterMerge> merges;
    NeighbourChain chain(std::move(distances), genes);
    const std::string stage = translate("Engine", "clustering the genes");
    while (!chain.done()) {
        merges.push_back(chain.next());
        control.report(stage, merges.size(), genes - 1);
    }
    // The chain finds merges out of order. A merge never lies below those it is made of, and the sort is stable.
    std::stable_sort(merges.begin(), merges.end(),
                     [](const ClusterMerge &a, const ClusterMerge &b) { return a.height < b.height; });
    std::vector<std::size_t> clusterOf(genes);
    std::iota(clusterOf.begin(), clusterOf.end(), std::size_t{0});
    for (std::size_t i = 0; i < merges.size(); ++i) {
        const std::size_t lowest = merges[i].first;
        const auto [first, second] = std::minmax(clusterOf[lowest], clusterOf[merges[i].second]);
        merges[i].first = first;
        merges[i].second = second;
        clusterOf[lowest] = genes + i;
    }
    return merges;
}

std::vector<std::size_t> hierarchicalOrder(std::span<const float> matrix, std::size_t genes, ProfileDistance distance,
                                           const JobControl &control)
{
    const std::vector<double> distances = profileDistances(matrix, genes, distance, control);
    return optimalLeafOrder(averageLinkage(distances, genes, control), distances, genes, control);
}

} // namespace knockscape
