#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// Atoms of a formula by element, ascending by symbol. Amounts need not be whole: models give polymers and pools per
/// unit. Hydrogen is left out, since models give metabolites at different pH.
class AtomCounts
{
public:
    AtomCounts() = default;
    /// "C6H11O9P", "C10H12N5O13P3", "C16H30OX"; what is no symbol or number is passed over. Parentheses with a factor
    /// count as often as it says.
    explicit AtomCounts(std::string_view formula);

    bool empty() const noexcept { return atoms_.empty(); }
    double of(std::string_view element) const;
    AtomCounts scaled(double factor) const;
    /// These atoms without those of a part that is in them (give or take two of an element), else these.
    AtomCounts without(const AtomCounts &part) const;
    /// How much skeleton there is: carbon counts 1, nitrogen and sulphur 0.8, phosphorus 0.3, oxygen 0.2.
    double weight() const;
    /// The weight of what both have.
    double sharedWeight(const AtomCounts &other) const;

private:
    void add(std::string_view element, double amount);

    struct Atom {
        std::string element;
        double amount = 0.0;
    };
    std::vector<Atom> atoms_;
};

} // namespace knockscape
