#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// A gene-protein-reaction rule in disjunctive normal form: any one of the alternatives (isozymes) suffices, and an
/// alternative needs all of its genes (a complex). No alternatives: the reaction needs no gene.
struct GeneRule {
    std::vector<std::vector<std::string>> alternatives;

    bool operator==(const GeneRule &) const = default;
};

/// Parses "(A and B) or C": and/or in any case, also "&", "&&", "|", "||", nested parentheses; names may hold
/// letters, digits and . _ - : ' and the like.
/// Alternatives keep the order of first appearance; genes within one are unique in order of appearance; an alternative
/// of the same genes as an earlier one is dropped, one that contains another is kept (yeast-GEM 9.0.2 has such, and
/// they are among its 4,881 hyperedges). Throws InputError with `where` and the column for a syntax error, nesting
/// deeper than 200, or a normal form of more than `limit` alternatives (the error says how many it may be).
/// `work`, where given, is the effort left for the rules of a whole model (genes gone through); it is used up.
GeneRule parseGeneRule(std::string_view text, const std::string &where, std::size_t limit = 4096,
                       std::uint64_t *work = nullptr);

/// A rule as files of others write it, in plain signs: blanks and dashes of Unicode become a blank and "-", ∧ and ∨
/// (and ⋀ ⋁ × ·) become "and" and "or".
std::string plainGeneRule(std::string_view text);

} // namespace knockscape
