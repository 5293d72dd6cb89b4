#include "engine/maps/automatic/formula.h"

#include "engine/core/text.h"

#include <algorithm>

namespace knockscape
{
namespace
{

/// Deeper than any formula; more is passed over.
constexpr std::size_t formulaNesting = 20;

double atomWeight(std::string_view element)
{
    if (element == "C") {
        return 1.0;
    }
    if (element == "N" || element == "S") {
        return 0.8;
    }
    return element == "P" ? 0.3 : element == "O" ? 0.2 : 0.5;
}

bool isIn(char c, char low, char high)
{
    return c >= low && c <= high;
}

/// The number at `place`, which moves behind it; 1 where there is none.
double amountAt(std::string_view formula, std::size_t &place)
{
    const std::size_t start = place;
    while (place < formula.size() && (isIn(formula[place], '0', '9') || formula[place] == '.')) {
        ++place;
    }
    return start == place ? 1.0 : parseNumber(formula.substr(start, place - start)).value_or(1.0);
}

} // namespace

AtomCounts::AtomCounts(std::string_view formula)
{
    // Formulas within parentheses are read for themselves, then added as often as the factor behind them says.
    std::vector<AtomCounts> open(1);
    for (std::size_t place = 0; place < formula.size();) {
        const char c = formula[place];
        if (c == '(' && open.size() < formulaNesting) {
            open.emplace_back();
            ++place;
        } else if (c == ')' && open.size() > 1) {
            ++place;
            const AtomCounts inner = open.back().scaled(amountAt(formula, place));
            open.pop_back();
            for (const Atom &atom : inner.atoms_) {
                open.back().add(atom.element, atom.amount);
            }
        } else if (isIn(c, 'A', 'Z')) {
            const std::size_t start = place++;
            while (place < formula.size() && isIn(formula[place], 'a', 'z')) {
                ++place;
            }
            const std::string_view element = formula.substr(start, place - start);
            const double amount = amountAt(formula, place);
            if (element != "H") {
                open.back().add(element, amount);
            }
        } else {
            ++place;
        }
    }
    for (std::size_t i = 1; i < open.size(); ++i) {
        for (const Atom &atom : open[i].atoms_) {
            open[0].add(atom.element, atom.amount);
        }
    }
    atoms_ = std::move(open[0].atoms_);
}

void AtomCounts::add(std::string_view element, double amount)
{
    const auto place = std::lower_bound(atoms_.begin(), atoms_.end(), element,
                                        [](const Atom &atom, std::string_view key) { return atom.element < key; });
    if (place != atoms_.end() && place->element == element) {
        place->amount += amount;
    } else {
        atoms_.insert(place, {std::string(element), amount});
    }
}

double AtomCounts::of(std::string_view element) const
{
    const auto found =
        std::find_if(atoms_.begin(), atoms_.end(), [&](const Atom &atom) { return atom.element == element; });
    return found == atoms_.end() ? 0.0 : found->amount;
}

AtomCounts AtomCounts::scaled(double factor) const
{
    AtomCounts result = *this;
    for (Atom &atom : result.atoms_) {
        atom.amount *= factor;
    }
    return result;
}

AtomCounts AtomCounts::without(const AtomCounts &part) const
{
    AtomCounts result = *this;
    for (const Atom &atom : part.atoms_) {
        if (of(atom.element) < atom.amount - 2.0) {
            return *this;
        }
        result.add(atom.element, -std::min(atom.amount, of(atom.element)));
    }
    return result;
}

double AtomCounts::weight() const
{
    return sharedWeight(*this);
}

double AtomCounts::sharedWeight(const AtomCounts &other) const
{
    double sum = 0.0;
    for (const Atom &atom : atoms_) {
        sum += atomWeight(atom.element) * std::min(atom.amount, other.of(atom.element));
    }
    return sum;
}

} // namespace knockscape
