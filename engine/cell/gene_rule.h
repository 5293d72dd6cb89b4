#pragma once

#include "engine/core/issue.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// One step of a rule in postfix order, worked off with a stack of truth values.
struct RuleStep {
    enum class Kind : std::uint8_t { Gene, All, Any };
    Kind kind = Kind::Gene;
    /// Gene: the place of its name among the rule's names, whose presence is put on the stack. All, Any: how many
    /// values are taken from the stack and replaced by whether all, or any, of them are true.
    std::int32_t value = 0;

    bool operator==(const RuleStep &) const = default;
};

/// A gene-protein-reaction rule in disjunctive normal form: any one of the alternatives (isozymes) suffices, and an
/// alternative needs all of its genes (a complex). No alternatives: the reaction needs no gene.
struct GeneRule {
    std::vector<std::vector<std::string>> alternatives;
    /// Only of a rule with more alternatives than can be written out, else empty: the rule itself, over the names of
    /// the single entry of `alternatives`, which then lists all genes of the rule and is no complex.
    std::vector<RuleStep> formula;

    bool operator==(const GeneRule &) const = default;
};

/// What the normal forms of a model's rules may take, in memory and time; it is used up by the rules one after another.
struct RuleBudget {
    /// Alternatives of one rule.
    std::size_t alternatives = 4096;
    /// Genes gone through while all rules are expanded: some seconds.
    std::uint64_t work = 20'000'000;
    /// Genes in all alternatives of all rules. Human-GEM has some 150,000.
    std::size_t mentions = 2'000'000;
};

/// A rule that cannot be read.
class GeneRuleError : public InputError
{
public:
    /// `fault`: a translated phrase, "a gene name is missing"; `column`: from 1.
    GeneRuleError(const std::string &where, std::size_t column, std::string fault);

    const std::string &fault() const noexcept { return fault_; }

private:
    std::string fault_;
};

/// Parses "(A and B) or C": and/or in any case, also "&", "&&", "|", "||", nested parentheses to any depth; names may
/// hold letters, digits and . _ - : ' and the like, and anything at all within double quotes (\" and \\ for " and \).
/// Alternatives keep the order of first appearance; genes within one are unique in order of appearance; an alternative
/// of the same genes as an earlier one is dropped, one that contains another is kept (yeast-GEM 9.0.2 has such, and
/// they are among its 4,881 hyperedges). A rule whose normal form exceeds `budget` (that of a single model if none is
/// given) comes as `formula`. Throws GeneRuleError with `where` and the column for what is no rule.
GeneRule parseGeneRule(std::string_view text, const std::string &where, RuleBudget *budget = nullptr);

/// Whether a formula is true, given which of its names are present. An empty one is.
bool ruleHolds(const std::vector<RuleStep> &formula, const std::function<bool(std::size_t)> &present);

/// `name` as parseGeneRule reads it back: in double quotes if it holds a blank, a parenthesis, "&" or "|", begins with
/// a quote or is “and” or “or”.
std::string ruleName(std::string_view name);

/// The names in a rule, in order, repeated ones too.
std::vector<std::string> namesInRule(std::string_view rule);
/// The rule with each name replaced by what `renamed` gives for it.
std::string renamedRule(std::string_view rule, const std::function<std::string(const std::string &)> &renamed);

/// Length of the quoted name that `text` begins with, quotes included; 0 if it begins with none.
std::size_t quotedNameLength(std::string_view text);
/// The name within the quotes of such a text.
std::string withoutNameQuotes(std::string_view quoted);

/// A rule as files of others write it, in plain signs: blanks and dashes of Unicode become a blank and "-", ∧ and ∨
/// (and ⋀ ⋁ × ·) become "and" and "or".
std::string plainGeneRule(std::string_view text);

} // namespace knockscape
