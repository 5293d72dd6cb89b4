#include "engine/plan/plate_picture.h"

#include "engine/cell/essentiality.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace knockscape
{

namespace
{

/// Fill, outline and dashes of a role: told apart without colour too.
struct Look {
    const char *fill;
    const char *stroke;
    const char *dashes;
};

Look lookOf(const Well &well, const Plan &plan)
{
    switch (well.role) {
    case WellRole::WildType:
        return {"#009E73", "#000000", ""};
    case WellRole::Edge:
        return {"#DDDDDD", "#888888", "3 3"};
    case WellRole::Blank:
        return {"#FFFFFF", "#0072B2", "1 3"};
    case WellRole::Empty:
        return {"none", "#BBBBBB", ""};
    case WellRole::Strain:
        break;
    }
    constexpr std::array<const char *, 3> bySize{"#F0E442", "#56B4E9", "#E69F00"};
    const std::size_t size = plan.strains[well.strain].genotype.size();
    return {bySize[std::clamp<std::size_t>(size, 1, 3) - 1], "#000000", ""};
}

std::string svgNumber(double value)
{
    return formatNumber(value, 6);
}

std::string textAt(double x, double y, double size, const std::string &text, const char *anchor = "middle",
                   const char *more = "")
{
    return "<text x=\"" + svgNumber(x) + "\" y=\"" + svgNumber(y) + "\" font-size=\"" + svgNumber(size) +
           "\" text-anchor=\"" + anchor + "\"" + more + ">" + escapedForMarkup(text) + "</text>\n";
}

std::string circle(double x, double y, double radius, const Look &look)
{
    return "<circle cx=\"" + svgNumber(x) + "\" cy=\"" + svgNumber(y) + "\" r=\"" + svgNumber(radius) + "\" fill=\"" +
           look.fill + "\" stroke=\"" + look.stroke + "\"" +
           (*look.dashes != '\0' ? std::string(" stroke-dasharray=\"") + look.dashes + "\"" : std::string()) + "/>\n";
}

std::string wellTitle(const Well &well, const Plan &plan, const GeneCatalogue &genes)
{
    if (well.role != WellRole::Strain) {
        return well.name() + ": " + toText(well.role);
    }
    const Genotype &strain = plan.strains[well.strain].genotype;
    return well.name() + ": " + strainName(strain, genes) + " (" + genes.ids(strain) + "), " +
           translate("Engine", "replicate %1", {std::to_string(well.replicate)});
}

std::string drawnWell(const Well &well, double x, double y, double radius, const Plan &plan, const GeneCatalogue &genes)
{
    std::string svg = "<g><title>" + escapedForMarkup(wellTitle(well, plan, genes)) + "</title>\n" +
                      circle(x, y, radius, lookOf(well, plan));
    if (well.role == WellRole::WildType) {
        svg += textAt(x, y + 4, 11, translate("Engine", "WT"), "middle", " fill=\"#FFFFFF\"");
    } else if (well.role == WellRole::Strain) {
        const Genotype &strain = plan.strains[well.strain].genotype;
        const auto held = strain.genes();
        const double size = radius > 20 ? 8.5 : 5.0;
        const double step = size + 1.0;
        double line = y - 0.5 * step * static_cast<double>(held.size()) + 0.8 * size;
        for (const GeneIndex gene : held) {
            svg += textAt(x, line, size, genes[gene].label());
            line += step;
        }
        svg += textAt(x + 0.72 * radius, y + 0.95 * radius, 0.8 * size, std::to_string(well.replicate), "start",
                      " fill=\"#555555\"");
    }
    return svg + "</g>\n";
}

std::string legend(double y)
{
    std::string svg;
    double x = 40;
    const std::array<std::pair<Look, std::string>, 7> entries{
        {{{"#F0E442", "#000000", ""}, translate("Engine", "single")},
         {{"#56B4E9", "#000000", ""}, translate("Engine", "pair")},
         {{"#E69F00", "#000000", ""}, translate("Engine", "triple")},
         {{"#009E73", "#000000", ""}, translate("Engine", "wild type")},
         {{"#DDDDDD", "#888888", "3 3"}, translate("Engine", "wild type at the edge")},
         {{"#FFFFFF", "#0072B2", "1 3"}, translate("Engine", "blank")},
         {{"none", "#BBBBBB", ""}, translate("Engine", "empty")}}};
    for (const auto &[look, text] : entries) {
        svg += circle(x, y - 4, 7, look) + textAt(x + 12, y, 11, text, "start");
        x += 40 + 6.5 * static_cast<double>(text.size());
    }
    return svg;
}

} // namespace

std::string escapedForMarkup(std::string_view text)
{
    std::string result;
    for (const char character : text) {
        switch (character) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += character;
        }
    }
    return result;
}

std::string strainName(const Genotype &strain, const GeneCatalogue &genes)
{
    std::vector<std::string> names;
    for (const GeneIndex gene : strain.genes()) {
        const std::string name = lowered(genes[gene].label());
        names.push_back(isEssential(genes, gene) ? name + "-hypomorph" : name + "Δ");
    }
    return names.empty() ? translate("Engine", "wild type") : joined(names, " ");
}

std::string platePicture(const PlateLayout &layout, int plate, const Plan &plan, const GeneCatalogue &genes)
{
    const double pitch = layout.columns > 12 ? 36 : 56;
    const double radius = 0.44 * pitch;
    const double left = 40;
    const double top = 64;
    const double width = left + pitch * layout.columns + 16;
    const double height = top + pitch * layout.rows + 40;
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + svgNumber(width) + "\" height=\"" +
                      svgNumber(height) + "\" viewBox=\"0 0 " + svgNumber(width) + " " + svgNumber(height) +
                      "\" font-family=\"sans-serif\">\n<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n";
    svg +=
        textAt(left, 22, 15,
               translate("Engine", "Plate %1 of %2 (seed %3)",
                         {std::to_string(plate), std::to_string(layout.plates), std::to_string(layout.options.seed)}),
               "start");
    for (int column = 0; column < layout.columns; ++column) {
        svg += textAt(left + pitch * (column + 0.5), top - 8, 12, std::to_string(column + 1));
    }
    for (int row = 0; row < layout.rows; ++row) {
        svg += textAt(left - 16, top + pitch * (row + 0.5) + 4, 12, std::string(1, static_cast<char>('A' + row)));
    }
    for (const Well &well : layout.wells) {
        if (well.plate == plate) {
            svg += drawnWell(well, left + pitch * (well.column + 0.5), top + pitch * (well.row + 0.5), radius, plan,
                             genes);
        }
    }
    return svg + legend(height - 14) + "</svg>\n";
}

} // namespace knockscape
