#include "engine/plan/candidate_pool.h"

#include <algorithm>

namespace knockscape
{

namespace
{

/// More worth first, equal ones as in the source: the worst is in front of a heap.
bool precedes(const Candidate &left, const Candidate &right)
{
    return left.worth != right.worth ? left.worth > right.worth : left.index < right.index;
}

} // namespace

CandidatePool::CandidatePool(std::size_t limit, std::size_t perGene, std::size_t genes)
    : limit_(limit), perGene_(perGene), genes_(perGene > 0 ? genes : 0)
{
}

bool CandidatePool::keep(Heap &heap, std::size_t limit, const Candidate &candidate, double &let)
{
    if (heap.size() < limit) {
        heap.push_back(candidate);
        std::push_heap(heap.begin(), heap.end(), precedes);
        return false;
    }
    if (limit == 0 || !precedes(candidate, heap.front())) {
        let = candidate.worth;
        return true;
    }
    let = heap.front().worth;
    std::pop_heap(heap.begin(), heap.end(), precedes);
    heap.back() = candidate;
    std::push_heap(heap.begin(), heap.end(), precedes);
    return true;
}

void CandidatePool::add(const Candidate &candidate, std::span<const GeneIndex> genes)
{
    double let = 0.0;
    if (keep(best_, limit_, candidate, let)) {
        leftOut_ = std::max(leftOut_, let);
    }
    if (perGene_ > 0) {
        for (const GeneIndex gene : genes) {
            keep(genes_[static_cast<std::size_t>(gene)], perGene_, candidate, let);
        }
    }
}

std::vector<Candidate> CandidatePool::sorted() const
{
    std::vector<Candidate> all = best_;
    for (const Heap &heap : genes_) {
        all.insert(all.end(), heap.begin(), heap.end());
    }
    std::sort(all.begin(), all.end(), precedes);
    all.erase(
        std::unique(all.begin(), all.end(), [](const Candidate &a, const Candidate &b) { return a.index == b.index; }),
        all.end());
    return all;
}

} // namespace knockscape
