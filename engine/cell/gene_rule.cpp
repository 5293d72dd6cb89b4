#include "engine/cell/gene_rule.h"

#include "engine/cell/gene_rule_parser.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

namespace knockscape
{
namespace
{

/// Genes in all alternatives that one rule may go through: what stops a rule that was made to explode.
constexpr std::uint64_t ruleWorkLimit = 1'000'000;

/// One complex: its genes (numbers of names) in order of appearance, and sorted for comparisons.
struct Alternative {
    std::vector<int> genes;
    std::vector<int> sorted;
};

Alternative combined(const Alternative &a, const Alternative &b)
{
    Alternative result = a;
    for (const int gene : b.genes) {
        if (!std::binary_search(a.sorted.begin(), a.sorted.end(), gene)) {
            result.genes.push_back(gene);
        }
    }
    result.sorted = result.genes;
    std::sort(result.sorted.begin(), result.sorted.end());
    return result;
}

/// Alternatives in order of appearance, each set of genes once.
struct Alternatives {
    std::vector<Alternative> list;
    std::set<std::vector<int>> present;
};

/// Expands postfix steps into alternatives, as far as the budget goes.
class RuleExpander
{
public:
    explicit RuleExpander(RuleBudget &budget) : budget_(budget) {}

    /// False if there are too many.
    bool expand(const std::vector<RuleStep> &steps)
    {
        for (const RuleStep &step : steps) {
            if (step.kind == RuleStep::Kind::Gene) {
                Alternatives single;
                add(single, {{step.value}, {step.value}});
                values_.push_back(std::move(single));
            } else {
                combine(step);
            }
            if (tooMany_) {
                return false;
            }
        }
        return true;
    }

    const std::vector<Alternative> &result() const { return values_.back().list; }

private:
    void combine(const RuleStep &step)
    {
        const std::size_t first = values_.size() - static_cast<std::size_t>(step.value);
        Alternatives all = std::move(values_[first]);
        for (std::size_t i = first + 1; i < values_.size() && !tooMany_; ++i) {
            if (step.kind == RuleStep::Kind::Any) {
                for (std::size_t j = 0; j < values_[i].list.size() && !tooMany_; ++j) {
                    add(all, std::move(values_[i].list[j]));
                }
            } else {
                all = product(all, values_[i]);
            }
        }
        values_.resize(first);
        values_.push_back(std::move(all));
    }

    Alternatives product(const Alternatives &left, const Alternatives &right)
    {
        Alternatives result;
        for (std::size_t a = 0; a < left.list.size() && !tooMany_; ++a) {
            for (std::size_t b = 0; b < right.list.size() && !tooMany_; ++b) {
                add(result, combined(left.list[a], right.list[b]));
            }
        }
        return result;
    }

    /// Adds `added` unless the same genes are there already. One that merely contains another stays: it is a complex of
    /// its own, with a hyperedge of its own.
    void add(Alternatives &alternatives, Alternative added)
    {
        const std::uint64_t cost = added.genes.size() + 1;
        work_ += cost;
        budget_.work -= std::min(budget_.work, cost);
        if (work_ > ruleWorkLimit || budget_.work == 0) {
            tooMany_ = true;
        } else if (alternatives.present.insert(added.sorted).second) {
            alternatives.list.push_back(std::move(added));
            tooMany_ = alternatives.list.size() > budget_.alternatives;
        }
    }

    RuleBudget &budget_;
    std::uint64_t work_ = 0;
    bool tooMany_ = false;
    std::vector<Alternatives> values_;
};

/// Takes `genes` names out of the budget; false if it has not so many left.
bool takeMentions(RuleBudget &budget, std::size_t genes)
{
    const bool enough = genes <= budget.mentions;
    budget.mentions -= enough ? genes : 0;
    return enough;
}

} // namespace

GeneRule parseGeneRule(std::string_view text, const std::string &where, RuleBudget *shared)
{
    RuleBudget own;
    RuleBudget &budget = shared != nullptr ? *shared : own;
    ParsedRule parsed = parseRuleSteps(text, where);
    GeneRule rule;
    RuleExpander expander(budget);
    if (parsed.steps.empty()) {
        return rule;
    }
    if (expander.expand(parsed.steps)) {
        std::size_t mentions = 0;
        for (const Alternative &alternative : expander.result()) {
            mentions += alternative.genes.size() + 1;
        }
        if (takeMentions(budget, mentions)) {
            for (const Alternative &alternative : expander.result()) {
                std::vector<std::string> &genes = rule.alternatives.emplace_back();
                for (const int gene : alternative.genes) {
                    genes.push_back(parsed.names[static_cast<std::size_t>(gene)]);
                }
            }
            return rule;
        }
    }
    rule.alternatives.push_back(std::move(parsed.names));
    rule.formula = std::move(parsed.steps);
    return rule;
}

bool ruleHolds(const std::vector<RuleStep> &formula, const std::function<bool(std::size_t)> &present)
{
    std::vector<char> values;
    for (const RuleStep &step : formula) {
        if (step.kind == RuleStep::Kind::Gene) {
            values.push_back(present(static_cast<std::size_t>(step.value)) ? 1 : 0);
            continue;
        }
        const auto first = values.end() - step.value;
        const auto isTrue = [](char value) { return value != 0; };
        const bool holds = step.kind == RuleStep::Kind::All ? std::all_of(first, values.end(), isTrue)
                                                            : std::any_of(first, values.end(), isTrue);
        values.erase(first, values.end());
        values.push_back(holds ? 1 : 0);
    }
    return values.empty() || values.back() != 0;
}

} // namespace knockscape
