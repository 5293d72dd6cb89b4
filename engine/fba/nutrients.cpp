#include "engine/fba/nutrients.h"

#include "engine/core/text.h"
#include "engine/fba/building_blocks.h"
#include "engine/fba/growth_conditions.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace knockscape
{

namespace
{

using Words = std::vector<std::string_view>;

struct NutrientWords {
    Words ids;
    Words names;
    Words formulas;
};

const NutrientWords &wordsOf(Nutrient nutrient)
{
    static const std::map<Nutrient, NutrientWords> words{
        {Nutrient::Glucose,
         {{"glc__d", "glc-d", "glc_d", "glc_dash_d", "glc", "c00031", "cpd00027"},
          {"d-glucose", "glucose", "dextrose", "alpha-d-glucose", "beta-d-glucose", "d-glucopyranose",
           "alpha-d-glucopyranose", "beta-d-glucopyranose"},
          {}}},
        {Nutrient::Oxygen, {{"o2", "c00007", "cpd00007"}, {"oxygen", "o2", "dioxygen", "molecular oxygen"}, {"O2"}}},
        {Nutrient::Ergosterol, {{"ergst", "c01694"}, {"ergosterol"}, {}}},
        {Nutrient::Oleate,
         {{"ocdcea", "c00712", "cpd00536"},
          {"oleate", "oleic acid", "octadecenoate (n-c18:1)", "octadecenoate", "(9z)-octadecenoate",
           "(9z)-octadecenoic acid"},
          {}}},
        {Nutrient::Salt,
         {{"h2o", "h",   "nh4", "nh3", "pi", "so4", "k",   "na1",     "na",  "mg2", "ca2",
           "cl",  "fe2", "fe3", "zn2", "cu", "cu2", "mn2", "cobalt2", "ni2", "mobd"},
          {"water",
           "h2o",
           "h+",
           "proton",
           "ammonium",
           "ammonia",
           "phosphate",
           "orthophosphate",
           "hydrogen phosphate",
           "sulfate",
           "sulphate",
           "potassium",
           "sodium",
           "magnesium",
           "calcium",
           "chloride",
           "iron(2+)",
           "iron(3+)",
           "fe2+",
           "fe3+",
           "zinc",
           "copper",
           "manganese",
           "cobalt",
           "nickel",
           "molybdate",
           "iron"},
          {"H2O", "H",  "H4N", "H3N", "NH4", "NH3", "HO4P", "H2O4P", "O4P", "HPO4", "PO4", "O4S",  "SO4",
           "K",   "Na", "Mg",  "Ca",  "Cl",  "Fe",  "Zn",   "Cu",    "Mn",  "Co",   "Ni",  "MoO4", "H2MoO4"}}}};
    return words.at(nutrient);
}

bool holds(const Words &words, const std::string &word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool cutEnd(std::string &text, const std::string &end)
{
    if (text.size() <= end.size() || text.compare(text.size() - end.size(), end.size(), end) != 0) {
        return false;
    }
    text.resize(text.size() - end.size());
    return true;
}

/// "M_glc__D_e", "glc__D[e]" and "glc_D(e)" are "glc__d".
std::string bareId(const Metabolite &metabolite)
{
    std::string id = lowered(metabolite.id);
    const std::string place = lowered(metabolite.compartment);
    if (id.size() > 2 && id.compare(0, 2, "m_") == 0) {
        id.erase(0, 2);
    }
    if (!place.empty()) {
        // Only one of them: the id of oxygen in compartment e is no place inside another.
        cutEnd(id, std::string("_") += place) || cutEnd(id, std::string("[").append(place).append("]")) ||
            cutEnd(id, std::string("(").append(place).append(")"));
    }
    return id;
}

/// Without the compartment and the formula that some models write behind the name: "Ergosterol C28H44O".
std::string bareName(const Metabolite &metabolite)
{
    std::string name = metabolite.name;
    if (!metabolite.compartment.empty()) {
        cutEnd(name, std::string(" [").append(metabolite.compartment).append("]"));
    }
    std::replace(name.begin(), name.end(), '_', ' ');
    const std::size_t blank = name.find_last_of(' ');
    if (blank != std::string::npos && name.find_first_of("0123456789", blank) != std::string::npos &&
        isWholeFormula(name.substr(blank + 1))) {
        name.resize(blank);
    }
    return lowered(trimmed(name));
}

} // namespace

bool isNutrient(const Metabolite &metabolite, Nutrient nutrient)
{
    const NutrientWords &words = wordsOf(nutrient);
    return holds(words.ids, bareId(metabolite)) || holds(words.names, bareName(metabolite)) ||
           holds(words.formulas, metabolite.formula);
}

std::string outerCompartment(const Metabolism &metabolism)
{
    std::map<std::string, std::size_t> drains;
    for (const Reaction &reaction : metabolism.reactions) {
        if (isExchangeReaction(reaction)) {
            const auto row = static_cast<std::size_t>(reaction.terms.front().metabolite);
            ++drains[row < metabolism.metabolites.size() ? metabolism.metabolites[row].compartment : std::string()];
        }
    }
    const auto most = std::max_element(drains.begin(), drains.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == drains.end() ? std::string() : most->first;
}

std::vector<std::int32_t> exchangesOf(const Metabolism &metabolism, Nutrient nutrient)
{
    const std::string outside = outerCompartment(metabolism);
    std::vector<std::int32_t> rows;
    for (std::size_t i = 0; i < metabolism.reactions.size(); ++i) {
        const Reaction &reaction = metabolism.reactions[i];
        if (!isExchangeReaction(reaction)) {
            continue;
        }
        const auto at = static_cast<std::size_t>(reaction.terms.front().metabolite);
        if (at < metabolism.metabolites.size() && metabolism.metabolites[at].compartment == outside &&
            isNutrient(metabolism.metabolites[at], nutrient)) {
            rows.push_back(static_cast<std::int32_t>(i));
        }
    }
    return rows;
}

} // namespace knockscape
