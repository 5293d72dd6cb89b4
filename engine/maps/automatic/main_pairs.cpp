#include "engine/maps/automatic/main_pairs.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace knockscape
{
namespace
{

constexpr double currencyPenalty = 0.35;
constexpr double donorPenalty = 0.15;
constexpr double couplePenalty = 0.3;
constexpr double degreePenalty = 0.03;
/// A few atoms more or less matter little in a large molecule and much in a small one.
constexpr double smallMolecule = 3.0;
/// Metabolites of at least so many reactions are drawn at the side of those that are not about them.
constexpr std::size_t commonDegree = 10;

double rolePenalty(MetaboliteRole role, const std::string &cofactor)
{
    switch (role) {
    case MetaboliteRole::Currency:
    case MetaboliteRole::Carrier:
        return currencyPenalty;
    case MetaboliteRole::Donor:
        // 2-oxoglutarate is as often a step of a pathway as it takes an amino group.
        return cofactor == "akg" ? 0.0 : donorPenalty;
    case MetaboliteRole::Folate:
    case MetaboliteRole::Substance:
        break;
    }
    return 0.0;
}

} // namespace

MainPairs::MainPairs(const Metabolism &metabolism) : metabolism_(metabolism), degrees_(metabolism.metabolites.size(), 0)
{
    for (const Metabolite &metabolite : metabolism.metabolites) {
        atoms_.emplace_back(metabolite.formula);
        roles_.push_back(metaboliteRole(metabolite));
        cofactors_.push_back(cofactorName(metabolite));
    }
    for (const Reaction &reaction : metabolism.reactions) {
        for (const StoichiometricTerm &term : reaction.terms) {
            ++degrees_[static_cast<std::size_t>(term.metabolite)];
        }
    }
    // The same substance elsewhere: by name and formula, which all compartments share.
    std::unordered_map<std::string, std::size_t> largest;
    const auto keyOf = [&](std::size_t i) {
        std::string key = plainMetaboliteId(metabolism.metabolites[i]);
        const bool byName = key == metabolism.metabolites[i].id && !metabolism.metabolites[i].name.empty();
        key = byName ? metabolism.metabolites[i].name : key;
        return key + '\t' + metabolism.metabolites[i].formula;
    };
    for (std::size_t i = 0; i < degrees_.size(); ++i) {
        std::size_t &most = largest[keyOf(i)];
        most = std::max(most, degrees_[i]);
    }
    for (std::size_t i = 0; i < degrees_.size(); ++i) {
        degrees_[i] = largest[keyOf(i)];
    }
}

bool MainPairs::isCommon(std::int32_t metabolite) const
{
    return role(metabolite) != MetaboliteRole::Substance || degree(metabolite) >= commonDegree;
}

std::vector<MainPairs::Part> MainPairs::partsOf(const Reaction &reaction, double sign) const
{
    std::vector<Part> parts;
    for (const StoichiometricTerm &term : reaction.terms) {
        if (term.coefficient * sign <= 0.0) {
            continue;
        }
        Part part;
        part.metabolite = term.metabolite;
        part.atoms = atoms_[static_cast<std::size_t>(term.metabolite)];
        for (const StoichiometricTerm &carrier : reaction.terms) {
            const auto row = static_cast<std::size_t>(carrier.metabolite);
            if (carrier.metabolite != term.metabolite && roles_[row] == MetaboliteRole::Carrier &&
                cofactors_[row] != cofactors_[static_cast<std::size_t>(term.metabolite)]) {
                // What is nothing but the carrier (its reduced form) stays.
                if (AtomCounts rest = part.atoms.without(atoms_[row]); rest.weight() >= 1.0) {
                    part.atoms = std::move(rest);
                }
            }
        }
        part.atoms = part.atoms.scaled(std::abs(term.coefficient));
        part.weight = part.atoms.weight();
        parts.push_back(std::move(part));
    }
    return parts;
}

double MainPairs::score(const Part &substrate, const Part &product) const
{
    const auto s = static_cast<std::size_t>(substrate.metabolite);
    const auto p = static_cast<std::size_t>(product.metabolite);
    const double shared = substrate.atoms.sharedWeight(product.atoms);
    double result = 2.0 * shared / (substrate.weight + product.weight + smallMolecule);
    result -= rolePenalty(roles_[s], cofactors_[s]) + rolePenalty(roles_[p], cofactors_[p]);
    const bool bothFolates = roles_[s] == MetaboliteRole::Folate && roles_[p] == MetaboliteRole::Folate;
    const bool sameSubstance = cofactors_[s] == cofactors_[p];
    if (!sameSubstance && (bothFolates || areCouple(cofactors_[s], cofactors_[p]))) {
        result -= couplePenalty;
    }
    const auto common = [&](std::size_t row) {
        return std::log2(static_cast<double>(std::max<std::size_t>(degrees_[row], 1)));
    };
    return result - degreePenalty * (common(s) + common(p));
}

MainPair MainPairs::of(std::int32_t reaction) const
{
    const Reaction &source = metabolism_.reactions[static_cast<std::size_t>(reaction)];
    const std::vector<Part> substrates = partsOf(source, -1.0);
    const std::vector<Part> products = partsOf(source, 1.0);
    MainPair best;
    if (substrates.empty() || products.empty()) {
        // An exchange: the metabolite that is no cofactor, if there are several.
        const std::vector<Part> &parts = substrates.empty() ? products : substrates;
        const auto rarest = std::min_element(parts.begin(), parts.end(), [&](const Part &a, const Part &b) {
            return std::pair(isCommon(a.metabolite), degree(a.metabolite)) <
                   std::pair(isCommon(b.metabolite), degree(b.metabolite));
        });
        if (rarest != parts.end()) {
            (substrates.empty() ? best.product : best.substrate) = rarest->metabolite;
        }
        return best;
    }
    double bestScore = -1e300;
    for (const Part &substrate : substrates) {
        for (const Part &product : products) {
            // Rounded, so that processors that add in another order do not decide ties.
            const double value = std::round(score(substrate, product) * 1e9) / 1e9;
            if (value > bestScore) {
                bestScore = value;
                best = {substrate.metabolite, product.metabolite};
            }
        }
    }
    return best;
}

bool MainPairs::sharesSkeleton(std::int32_t reaction, std::int32_t substrate, std::int32_t product) const
{
    const auto isCurrency = [&](std::int32_t metabolite) {
        return role(metabolite) == MetaboliteRole::Currency || role(metabolite) == MetaboliteRole::Carrier ||
               role(metabolite) == MetaboliteRole::Folate;
    };
    const MainPair main = of(reaction);
    const bool isMain = (main.substrate == substrate && main.product == product) ||
                        (main.substrate == product && main.product == substrate);
    if (isMain) {
        return true;
    }
    if (isCurrency(substrate) || isCurrency(product)) {
        return false;
    }
    // Half the smaller one: group transfers such as an amino group do not count.
    const auto carbon = [&](std::int32_t row) { return atoms_[static_cast<std::size_t>(row)].of("C"); };
    const AtomCounts &a = atoms_[static_cast<std::size_t>(substrate)];
    const AtomCounts &b = atoms_[static_cast<std::size_t>(product)];
    const double smaller = std::min(carbon(substrate), carbon(product));
    return smaller > 0.0 && a.sharedWeight(b) >= 0.5 * std::min(a.weight(), b.weight()) &&
           role(substrate) == MetaboliteRole::Substance && role(product) == MetaboliteRole::Substance;
}

} // namespace knockscape
