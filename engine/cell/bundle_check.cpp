#include "engine/cell/bundle_check.h"

#include "engine/core/translate.h"

#include <algorithm>
#include <cstring>

namespace knockscape
{
namespace
{

bool sameEdges(const GeneNetwork &a, const GeneNetwork &b)
{
    return a.type() == b.type() && a.directed() == b.directed() && a.edges().size() == b.edges().size() &&
           std::equal(a.edges().begin(), a.edges().end(), b.edges().begin(), [](const GeneEdge &x, const GeneEdge &y) {
               return x.source == y.source && x.target == y.target && x.weight == y.weight;
           });
}

/// Terms of 0 say nothing and are not kept.
std::vector<StoichiometricTerm> withoutZeros(std::vector<StoichiometricTerm> terms)
{
    std::erase_if(terms, [](const StoichiometricTerm &term) { return term.coefficient == 0.0; });
    return terms;
}

bool sameTerms(const Reaction &a, const Reaction &b)
{
    const std::vector<StoichiometricTerm> first = withoutZeros(a.terms);
    const std::vector<StoichiometricTerm> second = withoutZeros(b.terms);
    return std::equal(first.begin(), first.end(), second.begin(), second.end(),
                      [](const StoichiometricTerm &x, const StoichiometricTerm &y) {
                          return x.metabolite == y.metabolite && x.coefficient == y.coefficient;
                      });
}

std::string genesDifference(const GeneCatalogue &a, const GeneCatalogue &b)
{
    if (a.size() != b.size()) {
        return translate("Engine", "the number of genes");
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Gene &gene = a.genes()[i];
        // Aliases of blanks alone are not written.
        const std::size_t aliases = splitAliases(joinedAliases(gene.aliases)).size();
        if (gene.id != b.genes()[i].id || aliases != b.genes()[i].aliases.size() ||
            gene.essential != b.genes()[i].essential) {
            return translate("Engine", "gene %1", {gene.id});
        }
    }
    return {};
}

std::string metabolismDifference(const Metabolism &a, const Metabolism &b)
{
    if (a.metabolites.size() != b.metabolites.size() || a.reactions.size() != b.reactions.size()) {
        return translate("Engine", "the number of metabolites or reactions");
    }
    for (std::size_t i = 0; i < a.metabolites.size(); ++i) {
        if (a.metabolites[i].id != b.metabolites[i].id || a.metabolites[i].charge != b.metabolites[i].charge) {
            return translate("Engine", "metabolite %1", {a.metabolites[i].id});
        }
    }
    for (std::size_t i = 0; i < a.reactions.size(); ++i) {
        const Reaction &x = a.reactions[i];
        const Reaction &y = b.reactions[i];
        const bool same = x.id == y.id && x.lowerBound == y.lowerBound && x.upperBound == y.upperBound &&
                          x.objective == y.objective && x.isozymes == y.isozymes && x.rule.formula == y.rule.formula &&
                          sameTerms(x, y);
        if (!same) {
            return translate("Engine", "reaction %1", {x.id});
        }
    }
    return {};
}

} // namespace

std::string bundleDifference(const Cell &written, const Cell &read)
{
    if (std::string genes = genesDifference(written.genes, read.genes); !genes.empty()) {
        return genes;
    }
    if (written.networks.size() != read.networks.size()) {
        return translate("Engine", "the number of networks");
    }
    for (std::size_t i = 0; i < written.networks.size(); ++i) {
        if (!sameEdges(written.networks[i], read.networks[i])) {
            return translate("Engine", "network %1", {written.networks[i].type()});
        }
    }
    if (std::string metabolism = metabolismDifference(written.metabolism, read.metabolism); !metabolism.empty()) {
        return metabolism;
    }
    const bool sameFeatures =
        written.features.columns == read.features.columns &&
        written.features.values.size() == read.features.values.size() &&
        (written.features.values.empty() || std::memcmp(written.features.values.data(), read.features.values.data(),
                                                        written.features.values.size() * sizeof(float)) == 0);
    return sameFeatures ? std::string() : translate("Engine", "the features");
}

} // namespace knockscape
