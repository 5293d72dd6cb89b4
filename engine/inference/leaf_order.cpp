// The order of a cluster tree's leaves (gene_order.h).
#include "engine/inference/gene_order.h"

#include "engine/core/translate.h"
#include "engine/core/worker_pool.h"

#include <algorithm>
#include <limits>
#include <thread>

namespace knockscape
{

namespace
{

/// The leaves of a cluster are neighbours in the tree's own order: [begin, middle) are those of its first half.
struct Node {
    std::size_t begin, middle, end;

    bool leaf() const { return end - begin == 1; }
};

struct Range {
    std::size_t begin, end;
};

/// Where the other end of a subtree can be when one end is `leaf`: in the other half, or the leaf itself.
Range otherEnds(const Node &node, std::size_t leaf)
{
    if (node.leaf()) {
        return {node.begin, node.end};
    }
    return leaf < node.middle ? Range{node.middle, node.end} : Range{node.begin, node.middle};
}

class LeafOrder
{
public:
    LeafOrder(const std::vector<ClusterMerge> &merges, const std::vector<double> &distances, std::size_t genes)
        : genes_(genes), merges_(merges), nodes_(genes + merges.size()), leaves_(genes), distances_(genes * genes),
          costs_(genes * genes, 0.0)
    {
        layOut();
        for (std::size_t row = 0; row < genes_; ++row) {
            const double *source = distances.data() + leaves_[row] * genes_;
            for (std::size_t column = 0; column < genes_; ++column) {
                distances_[row * genes_ + column] = source[leaves_[column]];
            }
        }
    }

    void solve(const JobControl &control)
    {
        const std::string stage = translate("Engine", "ordering the genes");
        WorkerPool pool(std::max(1U, std::thread::hardware_concurrency()));
        std::vector<std::vector<double>> bridges(pool.size());
        for (std::size_t i = 0; i < merges_.size(); ++i) {
            control.report(stage, i, merges_.size());
            const Node &first = nodes_[merges_[i].first];
            const Node &second = nodes_[merges_[i].second];
            // Waking other threads costs more than a small cluster.
            constexpr std::size_t worthSharing = 64 * 64;
            const std::size_t leaves = first.end - first.begin;
            if (leaves * (second.end - second.begin) < worthSharing) {
                for (std::size_t leaf = first.begin; leaf < first.end; ++leaf) {
                    join(first, second, leaf, bridges[0]);
                }
                continue;
            }
            pool.run(leaves, [&](std::size_t worker, std::size_t piece) {
                control.cancel.throwIfCancelled();
                join(first, second, first.begin + piece, bridges[worker]);
            });
        }
    }

    std::vector<std::size_t> order() const
    {
        std::vector<std::size_t> order;
        if (genes_ > 0) {
            const Node &root = nodes_.back();
            Ends best{root.begin, root.end - 1};
            for (std::size_t u = root.begin; u < root.middle; ++u) {
                for (std::size_t w = root.middle; w < root.end; ++w) {
                    if (cost(u, w) < cost(best.first, best.last)) {
                        best = {u, w};
                    }
                }
            }
            trace(best, order);
            if (order.front() > order.back()) {
                std::reverse(order.begin(), order.end());
            }
        }
        return order;
    }

private:
    struct Ends {
        std::size_t first, last;
    };

    double cost(std::size_t u, std::size_t w) const { return costs_[u * genes_ + w]; }
    double distance(std::size_t u, std::size_t w) const { return distances_[u * genes_ + w]; }

    /// Gives every cluster its place, from the root down.
    void layOut()
    {
        std::vector<std::size_t> sizes(nodes_.size(), 1);
        for (std::size_t i = 0; i < merges_.size(); ++i) {
            sizes[genes_ + i] = sizes[merges_[i].first] + sizes[merges_[i].second];
        }
        if (genes_ > 0) {
            nodes_.back() = {0, 1, genes_};
        }
        for (std::size_t i = merges_.size(); i-- > 0;) {
            Node &node = nodes_[genes_ + i];
            node.middle = node.begin + sizes[merges_[i].first];
            nodes_[merges_[i].first] = {node.begin, node.middle, node.middle};
            nodes_[merges_[i].second] = {node.middle, node.end, node.end};
        }
        for (std::size_t gene = 0; gene < genes_; ++gene) {
            leaves_[nodes_[gene].begin] = gene;
        }
    }

    /// Least costs of the cluster `first` ∪ `second` with the leaf `u` of `first` at one end, for every leaf of
    /// `second` at the other.
    void join(const Node &first, const Node &second, std::size_t u, std::vector<double> &bridge)
    {
        // bridge[k]: the least cost of `first`, from u, up to the step to the leaf k of `second`.
        const std::size_t width = second.end - second.begin;
        bridge.assign(width, std::numeric_limits<double>::infinity());
        const Range inner = otherEnds(first, u);
        for (std::size_t m = inner.begin; m < inner.end; ++m) {
            const double *steps = distances_.data() + m * genes_ + second.begin;
            const double before = cost(u, m);
            for (std::size_t k = 0; k < width; ++k) {
                bridge[k] = std::min(bridge[k], before + steps[k]);
            }
        }
        double *results = costs_.data() + u * genes_;
        std::fill(results + second.begin, results + second.end, std::numeric_limits<double>::infinity());
        for (std::size_t k = second.begin; k < second.end; ++k) {
            const Range ends = otherEnds(second, k);
            const double before = bridge[k - second.begin];
            const double *rest = costs_.data() + k * genes_;
            for (std::size_t w = ends.begin; w < ends.end; ++w) {
                results[w] = std::min(results[w], before + rest[w]);
            }
        }
        for (std::size_t w = second.begin; w < second.end; ++w) {
            costs_[w * genes_ + u] = results[w];
        }
    }

    /// Leaves of the whole tree with these ends, from one end to the other.
    void trace(Ends whole, std::vector<std::size_t> &order) const
    {
        struct Task {
            std::size_t node;
            Ends ends;
        };
        std::vector<Task> tasks{{nodes_.size() - 1, whole}};
        while (!tasks.empty()) {
            const Task task = tasks.back();
            tasks.pop_back();
            if (nodes_[task.node].leaf()) {
                order.push_back(leaves_[task.ends.first]);
                continue;
            }
            const ClusterMerge &merge = merges_[task.node - genes_];
            const bool forward = task.ends.first < nodes_[task.node].middle;
            const std::size_t near = forward ? merge.first : merge.second;
            const std::size_t far = forward ? merge.second : merge.first;
            const Ends step = cheapestStep(nodes_[near], nodes_[far], task.ends);
            tasks.push_back({far, {step.last, task.ends.last}});
            tasks.push_back({near, {task.ends.first, step.first}});
        }
    }

    Ends cheapestStep(const Node &near, const Node &far, const Ends &ends) const
    {
        const Range from = otherEnds(near, ends.first);
        const Range to = otherEnds(far, ends.last);
        Ends best{from.begin, to.begin};
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t m = from.begin; m < from.end; ++m) {
            for (std::size_t k = to.begin; k < to.end; ++k) {
                const double sum = cost(ends.first, m) + distance(m, k) + cost(k, ends.last);
                if (sum < least) {
                    least = sum;
                    best = {m, k};
                }
            }
        }
        return best;
    }

    std::size_t genes_;
    const std::vector<ClusterMerge> &merges_;
    std::vector<Node> nodes_;
    /// The gene at each place of the tree's own order, in which all below is given.
    std::vector<std::size_t> leaves_;
    std::vector<double> distances_;
    /// Symmetric: the least cost of the smallest cluster that holds both leaves, with these at its ends.
    std::vector<double> costs_;
};

} // namespace

std::vector<std::size_t> optimalLeafOrder(const std::vector<ClusterMerge> &merges, const std::vector<double> &distances,
                                          std::size_t genes, const JobControl &control)
{
    LeafOrder order(merges, distances, genes);
    order.solve(control);
    return order.order();
}

} // namespace knockscape
