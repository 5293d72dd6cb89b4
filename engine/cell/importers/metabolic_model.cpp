#include "engine/cell/importers/metabolic_model.h"

#include "engine/cell/cell_tables.h"
#include "engine/cell/importers/gene_matcher.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace knockscape
{
namespace
{

bool isNameCharacter(char c)
{
    return std::string_view(" \t\r\n()&|").find(c) == std::string_view::npos;
}

/// The rule with the names that `genes` knows under another spelling written as its ids.
std::string withCatalogueIds(const std::string &rule, const GeneCatalogue &genes)
{
    std::string result;
    for (std::size_t i = 0; i < rule.size();) {
        std::size_t end = i;
        while (end < rule.size() && isNameCharacter(rule[end])) {
            ++end;
        }
        if (end == i) {
            result += rule[i++];
            continue;
        }
        const std::string name = rule.substr(i, end - i);
        const std::string word = lowered(name);
        i = end;
        const bool known = word == "and" || word == "or" ||
                           genes.resolve(name, GeneCatalogue::Suggestions::Omit).kind != NameResolution::Kind::Unknown;
        const GeneIndex gene = known ? -1 : matchGene(genes, name);
        result += gene >= 0 ? genes[gene].id : name;
    }
    return result;
}

/// Incidences of a hypergraph: some 200 MB. Human-GEM has some 300,000.
constexpr double incidenceLimit = 1e7;

/// Genes in all alternatives of all rules: what they take in memory. Human-GEM has some 150,000.
constexpr std::size_t mentionLimit = 2'000'000;

/// Genes that all rules of a model may go through while they are expanded: some seconds.
constexpr std::uint64_t workLimit = 20'000'000;

std::size_t mentionsOf(const GeneRule &rule)
{
    std::size_t count = 0;
    for (const std::vector<std::string> &alternative : rule.alternatives) {
        count += alternative.size() + 1;
    }
    return count;
}

template <typename Items>
void checkIds(const Items &items, const std::string &file, const std::string &kind)
{
    std::unordered_set<std::string_view> seen;
    for (const auto &item : items) {
        if (item.id.empty() || !seen.insert(item.id).second) {
            throw InputError(errorAt(file,
                                     item.id.empty()
                                         ? translate("Engine", "A %1 has no id.", {kind})
                                         : translate("Engine", "The id of %1 %2 is there twice.", {kind, item.id}),
                                     translate("Engine", "Give each an id of its own.")));
        }
    }
}

} // namespace

std::vector<StoichiometricTerm> summedTerms(const std::vector<StoichiometricTerm> &terms)
{
    std::vector<StoichiometricTerm> result;
    std::unordered_map<std::int32_t, std::size_t> places;
    for (const StoichiometricTerm &term : terms) {
        const auto [place, isNew] = places.try_emplace(term.metabolite, result.size());
        if (isNew) {
            result.push_back(term);
        } else {
            result[place->second].coefficient += term.coefficient;
        }
    }
    std::erase_if(result, [](const StoichiometricTerm &term) { return term.coefficient == 0.0; });
    return result;
}

void checkModel(const MetabolicModel &model, const std::string &file)
{
    const Metabolism &metabolism = model.metabolism;
    if (metabolism.reactions.empty() || metabolism.metabolites.empty()) {
        throw InputError(errorAt(file, translate("Engine", "The model has no reactions."),
                                 translate("Engine", "Choose a model with metabolites and reactions.")));
    }
    checkIds(metabolism.metabolites, file, translate("Engine", "metabolite"));
    checkIds(metabolism.reactions, file, translate("Engine", "reaction"));
    for (const Reaction &reaction : metabolism.reactions) {
        const std::string where = translate("Engine", "%1, reaction %2", {file, reaction.id});
        // Written so that NaN fails too.
        if (!(reaction.lowerBound <= reaction.upperBound)) {
            throw InputError(errorAt(where, translate("Engine", "The lower bound is above the upper bound."),
                                     translate("Engine", "Correct the bounds.")));
        }
        for (const StoichiometricTerm &term : reaction.terms) {
            if (!std::isfinite(term.coefficient)) {
                throw InputError(errorAt(where, translate("Engine", "A stoichiometric coefficient is not a number."),
                                         translate("Engine", "Correct the coefficient.")));
            }
        }
    }
}

std::vector<std::string> namesInRule(const std::string &rule)
{
    const std::string plain = plainGeneRule(rule);
    std::vector<std::string> names;
    for (const std::string_view name : split(plain, " \t\r\n()&|", true)) {
        const std::string word = lowered(name);
        if (word != "and" && word != "or") {
            names.emplace_back(name);
        }
    }
    return names;
}

void checkHypergraphSize(const Metabolism &metabolism, const HyperedgeOptions &options, const std::string &file)
{
    double incidences = 0.0;
    const Reaction *largest = nullptr;
    double most = 0.0;
    for (const Reaction &reaction : metabolism.reactions) {
        const double edges =
            options.expandIsozymes ? std::max<double>(1.0, static_cast<double>(reaction.isozymes.size())) : 1.0;
        const double size = edges * 2.0 * static_cast<double>(reaction.terms.size());
        incidences += size;
        if (size > most) {
            most = size;
            largest = &reaction;
        }
    }
    if (incidences > incidenceLimit) {
        throw InputError(
            errorAt(translate("Engine", "%1, reaction %2", {file, largest->id}),
                    translate("Engine", "The hypergraph would have about %1 incidences, most of them of this reaction.",
                              {formatNumber(incidences, 3)}),
                    translate("Engine", "Simplify the gene rule or the reaction.")));
    }
}

void bindRules(MetabolicModel &model, const GeneCatalogue &genes, const std::string &file, std::vector<Issue> &issues,
               ImportedFile &report)
{
    LeftOut leftOut;
    std::size_t mentions = 0;
    std::uint64_t work = workLimit;
    for (Reaction &reaction : model.metabolism.reactions) {
        const std::string where = translate("Engine", "%1, reaction %2", {file, reaction.id});
        try {
            const std::string text = withCatalogueIds(plainGeneRule(reaction.ruleText), genes);
            reaction.rule = parseGeneRule(text, where, 4096, &work);
            reaction.ruleText = text;
            mentions += mentionsOf(reaction.rule);
            if (mentions > mentionLimit) {
                mentions -= mentionsOf(reaction.rule);
                throw InputError(errorAt(where, translate("Engine", "the rules of the model together are too large")));
            }
        } catch (const InputError &error) {
            // The reaction stays, as one that needs no gene: it is never knocked out.
            leftOut.add(error.issues().front().what, reaction.ruleText.substr(0, 60), where);
            reaction.ruleText.clear();
            reaction.rule = {};
        }
    }
    leftOut.report(file, translate("Engine", "gene rules"), issues);
    if (leftOut.count() > 0) {
        issues.push_back(noteAt(file, translate("Engine", "Reactions whose rule was left out count as needing no gene: "
                                                          "no deletion blocks them.")));
    }
    const std::vector<std::string> unbound = model.metabolism.bindGenes(genes);
    reportUnboundGenes(unbound, file, issues);
    std::unordered_set<GeneIndex> bound;
    for (const Reaction &reaction : model.metabolism.reactions) {
        for (const std::vector<GeneIndex> &isozyme : reaction.isozymes) {
            bound.insert(isozyme.begin(), isozyme.end());
        }
    }
    bound.erase(-1);
    report.namesResolved = bound.size();
    report.namesUnresolved = unbound.size();
    report.firstUnresolved.assign(unbound.begin(),
                                  unbound.begin() + static_cast<long>(std::min<std::size_t>(unbound.size(), 5)));
}

} // namespace knockscape
