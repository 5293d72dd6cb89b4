#include "engine/maps/automatic/cofactors.h"

#include "engine/cell/database_entries.h"
#include "engine/core/text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace knockscape
{
namespace
{

struct Cofactor {
    std::string_view id;
    MetaboliteRole role;
    /// Names in lower case without blanks, "(+)", charges and compartments, divided by "|".
    std::string_view names;
};

using enum MetaboliteRole;

constexpr Cofactor cofactors[] = {
    {"h", Currency, "h+|h|proton"},
    {"h2o", Currency, "h2o|water"},
    {"o2", Currency, "o2|oxygen|dioxygen"},
    {"co2", Currency, "co2|carbondioxide"},
    {"hco3", Currency, "hco3|bicarbonate|hydrogencarbonate"},
    {"nh4", Currency, "nh4|nh3|ammonium|ammonia"},
    {"pi", Currency, "phosphate|orthophosphate|inorganicphosphate"},
    {"ppi", Currency, "diphosphate|pyrophosphate|ppi"},
    {"so4", Currency, "sulfate|sulphate"},
    {"so3", Currency, "sulfite|sulphite"},
    {"h2o2", Currency, "hydrogenperoxide|h2o2"},
    {"na1", Currency, "na+|sodium"},
    {"k", Currency, "k+|potassium"},
    {"fe2", Currency, "fe2+|iron(2+)"},
    {"atp", Currency, "atp"},
    {"adp", Currency, "adp"},
    {"amp", Currency, "amp"},
    {"gtp", Currency, "gtp"},
    {"gdp", Currency, "gdp"},
    {"gmp", Currency, "gmp"},
    {"utp", Currency, "utp"},
    {"udp", Currency, "udp"},
    {"ump", Currency, "ump"},
    {"ctp", Currency, "ctp"},
    {"cdp", Currency, "cdp"},
    {"cmp", Currency, "cmp"},
    {"itp", Currency, "itp"},
    {"idp", Currency, "idp"},
    {"nad", Currency, "nad|nad+|nicotinamideadeninedinucleotide"},
    {"nadh", Currency, "nadh|nicotinamideadeninedinucleotide-reduced"},
    {"nadp", Currency, "nadp|nadp+|nicotinamideadeninedinucleotidephosphate"},
    {"nadph", Currency, "nadph|nicotinamideadeninedinucleotidephosphate-reduced"},
    {"fad", Currency, "fad|flavinadeninedinucleotideoxidized"},
    {"fadh2", Currency, "fadh2|flavinadeninedinucleotidereduced"},
    {"fmn", Currency, "fmn"},
    {"fmnh2", Currency, "fmnh2"},
    {"q6", Currency, "ubiquinone-6"},
    {"q6h2", Currency, "ubiquinol-6"},
    {"q8", Currency, "ubiquinone-8"},
    {"q8h2", Currency, "ubiquinol-8"},
    {"ficytc", Currency, "ferricytochromec"},
    {"focytc", Currency, "ferrocytochromec"},
    {"ficytb5", Currency, "ferricytochromeb5"},
    {"focytb5", Currency, "ferrocytochromeb5"},
    {"trdox", Currency, "thioredoxindisulfide|oxidizedthioredoxin|trx1disulphide"},
    {"trdrd", Currency, "thioredoxin|reducedthioredoxin|trx1"},
    {"coa", Carrier, "coenzymea|coa"},
    {"acp", Carrier, "acp|acylcarrierprotein|acyl-carrierprotein"},
    {"gthrd", Carrier, "glutathione|reducedglutathione"},
    {"lpam", Carrier, "lipoamide"},
    {"dhlam", Currency, "dihydrolipoamide"},
    {"gthox", Currency, "glutathionedisulfide|oxidizedglutathione"},
    {"thf", Folate, "thf|5,6,7,8-tetrahydrofolate|tetrahydrofolate"},
    {"mlthf", Folate, "5,10-methylene-thf|5,10-methylenetetrahydrofolate"},
    {"methf", Folate, "5,10-methenyl-thf|5,10-methenyltetrahydrofolate"},
    {"10fthf", Folate, "10-formyl-thf|10-formyltetrahydrofolate"},
    {"5mthf", Folate, "5-methyltetrahydrofolate"},
    {"dhf", Folate, "dihydrofolicacid|7,8-dihydrofolate|dihydrofolate"},
    {"glu__l", Donor, "l-glutamate|glutamate"},
    {"gln__l", Donor, "l-glutamine|glutamine"},
    {"akg", Donor, "2-oxoglutarate"},
    {"accoa", Donor, "acetyl-coa|acetylcoa|acetylcoenzymea"},
    {"malcoa", Donor, "malonyl-coa|malonylcoa"},
    {"amet", Donor, "s-adenosyl-l-methionine"},
    {"ahcys", Donor, "s-adenosyl-l-homocysteine"},
    {"udpg", Donor, "udp-d-glucose|udp-glucose|udpglucose"},
};

constexpr std::pair<std::string_view, std::string_view> couples[] = {
    {"atp", "adp"},    {"atp", "amp"},       {"adp", "amp"},         {"gtp", "gdp"},     {"gtp", "gmp"},
    {"utp", "udp"},    {"utp", "ump"},       {"ctp", "cdp"},         {"ctp", "cmp"},     {"itp", "idp"},
    {"nad", "nadh"},   {"nadp", "nadph"},    {"fad", "fadh2"},       {"fmn", "fmnh2"},   {"q6", "q6h2"},
    {"q8", "q8h2"},    {"ficytc", "focytc"}, {"ficytb5", "focytb5"}, {"trdox", "trdrd"}, {"gthrd", "gthox"},
    {"ppi", "pi"},     {"glu__l", "akg"},    {"gln__l", "glu__l"},   {"amet", "ahcys"},  {"accoa", "coa"},
    {"malcoa", "coa"}, {"udpg", "udp"}};

/// A name as the table has it: in lower case, without blanks, a compartment or a formula behind it, and "(+)" as "+".
std::string plainName(const Metabolite &metabolite)
{
    std::string name = lowered(metabolite.name);
    if (const std::size_t bracket = name.find(" ["); bracket != std::string::npos) {
        name.resize(bracket);
    }
    const std::string formula = lowered(metabolite.formula);
    if (!formula.empty() && name.size() > formula.size() + 1 && name.ends_with(formula)) {
        name.resize(name.size() - formula.size());
    }
    std::string plain;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name.compare(i, 3, "(+)") == 0) {
            plain += '+';
            i += 2;
        } else if (name[i] != ' ' && name[i] != '_') {
            plain += name[i];
        }
    }
    return plain;
}

const Cofactor *cofactorOf(const Metabolite &metabolite)
{
    static const std::unordered_map<std::string_view, const Cofactor *> byId = [] {
        std::unordered_map<std::string_view, const Cofactor *> index;
        for (const Cofactor &cofactor : cofactors) {
            index.emplace(cofactor.id, &cofactor);
        }
        return index;
    }();
    static const std::unordered_map<std::string_view, const Cofactor *> byName = [] {
        std::unordered_map<std::string_view, const Cofactor *> index;
        for (const Cofactor &cofactor : cofactors) {
            for (const std::string_view name : split(cofactor.names, "|")) {
                index.emplace(name, &cofactor);
            }
        }
        return index;
    }();
    if (const auto found = byId.find(plainMetaboliteId(metabolite)); found != byId.end()) {
        return found->second;
    }
    if (const auto found = byName.find(plainName(metabolite)); found != byName.end()) {
        return found->second;
    }
    for (const DatabaseEntry &entry : splitEntries(metabolite.annotations)) {
        const auto found = entry.collection == "bigg.metabolite" ? byId.find(lowered(entry.id)) : byId.end();
        if (found != byId.end()) {
            return found->second;
        }
    }
    return nullptr;
}

} // namespace

std::string plainMetaboliteId(const Metabolite &metabolite)
{
    std::string id = lowered(metabolite.id);
    if (id.starts_with("m_")) {
        id.erase(0, 2);
    }
    if (const std::size_t bracket = id.find('['); bracket != std::string::npos && bracket > 0) {
        id.resize(bracket);
    } else if (const std::size_t end = id.rfind('_');
               end != std::string::npos && end > 0 && id.size() - end <= 3 && id[end - 1] != '_') {
        // Only what the metabolite's compartment says: "pi_c", but not "dad_2" with its compartment elsewhere.
        const std::string compartment = lowered(metabolite.compartment);
        const std::string_view suffix = std::string_view(id).substr(end + 1);
        if (compartment.empty() || compartment.starts_with(suffix) || suffix.starts_with(compartment)) {
            id.resize(end);
        }
    }
    return id;
}

MetaboliteRole metaboliteRole(const Metabolite &metabolite)
{
    const Cofactor *cofactor = cofactorOf(metabolite);
    return cofactor == nullptr ? Substance : cofactor->role;
}

std::string cofactorName(const Metabolite &metabolite)
{
    const Cofactor *cofactor = cofactorOf(metabolite);
    return cofactor == nullptr ? std::string() : std::string(cofactor->id);
}

bool areCouple(const std::string &a, const std::string &b)
{
    return std::any_of(std::begin(couples), std::end(couples), [&](const auto &couple) {
        return (couple.first == a && couple.second == b) || (couple.first == b && couple.second == a);
    });
}

} // namespace knockscape
