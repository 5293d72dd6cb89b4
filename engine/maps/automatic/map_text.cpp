#include "engine/maps/automatic/map_text.h"

#include "engine/core/text.h"
#include "engine/maps/automatic/cofactors.h"

#include <algorithm>
#include <array>
#include <vector>

namespace knockscape
{
namespace
{

/// Widths of the characters from blank to "~" in thousandths of their height.
constexpr std::array<int, 95> helveticaWidths = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr double widerFonts = 1.12;
constexpr std::size_t longestName = 22;
constexpr std::size_t shownGenes = 3;

/// Cut to so many characters (of UTF-8), with an ellipsis for the rest.
std::string elided(const std::string &text, std::size_t length)
{
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        if (begins && ++characters > length) {
            return text.substr(0, i) + "…";
        }
    }
    return text;
}

/// Whether an id is a running number ("s_0001", "r_0467", "C00031", "MNXM3", "cpd00027", "12") and says nothing.
bool isRunningNumber(std::string_view id)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto digits = static_cast<std::size_t>(std::count_if(id.begin(), id.end(), isDigit));
    return digits >= 3 && digits * 2 >= id.size() && isDigit(id.back());
}

/// The id without its compartment, in its own case.
std::string idWithoutCompartment(const Metabolite &metabolite)
{
    const std::size_t length = plainMetaboliteId(metabolite).size();
    const std::size_t prefix = metabolite.id.starts_with("M_") ? 2 : 0;
    return metabolite.id.substr(prefix, length);
}

} // namespace

double mapTextWidth(std::string_view text, double height)
{
    int sum = 0;
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (code >= 32 && code < 127) {
            sum += helveticaWidths[code - 32U];
        } else if (code >= 0xE0) {
            sum += 1000;
        } else if (code >= 0xC0) {
            sum += 600;
        }
    }
    return sum * height / 1000.0 * widerFonts;
}

std::string shortMetaboliteName(const Metabolite &metabolite)
{
    const std::string id = idWithoutCompartment(metabolite);
    if (!isRunningNumber(id) || metabolite.name.empty()) {
        return elided(id, longestName);
    }
    std::string name = metabolite.name;
    if (const std::size_t bracket = name.find(" ["); bracket != std::string::npos) {
        name.resize(bracket);
    }
    return elided(name, longestName);
}

std::string shortReactionName(const Reaction &reaction)
{
    const std::string id = reaction.id.starts_with("R_") ? reaction.id.substr(2) : reaction.id;
    const bool useful = !isRunningNumber(id) || reaction.name.empty();
    return elided(useful ? id : reaction.name, longestName);
}

std::string shortGenes(const Reaction &reaction, const GeneCatalogue &genes)
{
    std::vector<GeneIndex> rows;
    for (const std::vector<GeneIndex> &isozyme : reaction.isozymes) {
        for (const GeneIndex gene : isozyme) {
            if (gene >= 0 && std::find(rows.begin(), rows.end(), gene) == rows.end()) {
                rows.push_back(gene);
            }
        }
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(rows.size(), shownGenes); ++i) {
        names.push_back(genes[rows[i]].label());
    }
    std::string text = joined(names, ", ");
    if (rows.size() > shownGenes) {
        text += " +";
        text += std::to_string(rows.size() - shownGenes);
    }
    return text;
}

} // namespace knockscape
