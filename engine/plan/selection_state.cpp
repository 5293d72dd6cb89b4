#include "engine/plan/selection_state.h"

#include <algorithm>
#include <utility>

namespace knockscape
{

SelectionState::SelectionState(const SelectionProblem &problem)
    : problem_(&problem), taken_(problem.items.size(), false), paid_(problem.strains, false),
      sharing_(problem.strains, 0.0)
{
    std::size_t genes = 0;
    for (const SelectionItem &item : problem.items) {
        for (const GeneIndex gene : item.genes) {
            genes = std::max(genes, static_cast<std::size_t>(gene) + 1);
        }
        for (const std::uint32_t strain : item.strains) {
            sharing_[strain] += 1.0;
        }
    }
    perGene_.resize(genes, 0);
    // Every strain lacks a gene, so the limit per gene is one of items per strain.
    for (double &sharing : sharing_) {
        for (const std::size_t limit : {problem.mostPerGene, problem.mostItems}) {
            sharing = limit > 0 ? std::min(sharing, static_cast<double>(limit)) : sharing;
        }
    }
}

std::size_t SelectionState::cost(std::size_t item) const
{
    const auto &strains = problem_->items[item].strains;
    return static_cast<std::size_t>(
        std::count_if(strains.begin(), strains.end(), [this](std::uint32_t strain) { return !paid_[strain]; }));
}

bool SelectionState::admits(std::size_t item) const
{
    if (taken_[item] || strains_ + cost(item) > problem_->budget ||
        (problem_->mostItems > 0 && items_ >= problem_->mostItems)) {
        return false;
    }
    const auto &genes = problem_->items[item].genes;
    return problem_->mostPerGene == 0 || std::all_of(genes.begin(), genes.end(), [this](GeneIndex gene) {
               return perGene_[static_cast<std::size_t>(gene)] < problem_->mostPerGene;
           });
}

std::vector<std::uint32_t> SelectionState::take(std::size_t item)
{
    std::vector<std::uint32_t> added;
    for (const std::uint32_t strain : problem_->items[item].strains) {
        if (!paid_[strain]) {
            paid_[strain] = true;
            added.push_back(strain);
        }
    }
    for (const GeneIndex gene : problem_->items[item].genes) {
        ++perGene_[static_cast<std::size_t>(gene)];
    }
    taken_[item] = true;
    strains_ += added.size();
    ++items_;
    return added;
}

void SelectionState::giveBack(std::size_t item, std::span<const std::uint32_t> added)
{
    for (const std::uint32_t strain : added) {
        paid_[strain] = false;
    }
    for (const GeneIndex gene : problem_->items[item].genes) {
        --perGene_[static_cast<std::size_t>(gene)];
    }
    taken_[item] = false;
    strains_ -= added.size();
    --items_;
}

double mostFromMore(const SelectionProblem &problem, const SelectionState &state, PanelValue &value,
                    std::span<const std::size_t> items)
{
    struct Offer {
        double gain;
        double cost;
    };
    std::vector<Offer> offers;
    double most = 0.0;
    std::size_t freeItems = 0;
    for (const std::size_t item : items) {
        const double gain = state.isTaken(item) ? 0.0 : value.gain(item);
        double cost = 0.0;
        for (const std::uint32_t strain : problem.items[item].strains) {
            cost += state.isPaid(strain) ? 0.0 : 1.0 / state.mostSharing(strain);
        }
        if (gain <= 0.0) {
            continue;
        }
        if (cost == 0.0) {
            most += gain;
            ++freeItems;
        } else {
            offers.push_back({gain, cost});
        }
    }
    std::sort(offers.begin(), offers.end(),
              [](const Offer &a, const Offer &b) { return a.gain * b.cost > b.gain * a.cost; });
    double left = static_cast<double>(problem.budget - state.strains());
    for (const Offer &offer : offers) {
        if (left <= 0.0 || offer.gain < problem.leftOutGain * offer.cost) {
            break;
        }
        const double share = std::min(1.0, left / offer.cost);
        most += share * offer.gain;
        left -= share * offer.cost;
    }
    most += std::max(0.0, left) * problem.leftOutGain;
    if (problem.mostItems == 0) {
        return most;
    }
    // The other relaxation: only the number of items counts.
    std::vector<double> gains;
    for (const Offer &offer : offers) {
        gains.push_back(offer.gain);
    }
    std::sort(gains.begin(), gains.end(), std::greater<>());
    const std::size_t room = problem.mostItems - std::min(problem.mostItems, state.items());
    double byCount = freeItems > 0 ? most : 0.0;
    if (freeItems == 0) {
        for (std::size_t i = 0; i < room; ++i) {
            byCount += std::max(i < gains.size() ? gains[i] : 0.0, problem.leftOutGain);
        }
    }
    return std::min(most, byCount);
}

} // namespace knockscape
