#include "engine/plan/plates.h"

#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <random>
#include <utility>

namespace knockscape
{

namespace
{

constexpr int MostRows = 16;
constexpr int MostColumns = 24;

/// std::shuffle differs between standard libraries.
template <class Item>
void shuffle(std::vector<Item> &items, std::mt19937_64 &random)
{
    for (std::size_t i = items.size(); i > 1; --i) {
        std::swap(items[i - 1], items[random() % i]);
    }
}

bool isEdge(int row, int column, const PlateLayout &layout)
{
    return row == 0 || column == 0 || row == layout.rows - 1 || column == layout.columns - 1;
}

/// Strains to measure, replicate after replicate, in random order within each.
std::vector<Well> strainWells(const Plan &plan, const PlateOptions &options, std::mt19937_64 &random)
{
    std::vector<Well> all;
    for (int replicate = 1; replicate <= options.replicates; ++replicate) {
        std::vector<Well> block;
        for (std::size_t strain = 0; strain < plan.strains.size(); ++strain) {
            if (plan.strains[strain].state != StrainState::Measured) {
                Well well;
                well.role = WellRole::Strain;
                well.strain = strain;
                well.replicate = replicate;
                block.push_back(well);
            }
        }
        shuffle(block, random);
        all.insert(all.end(), block.begin(), block.end());
    }
    return all;
}

} // namespace

std::string toText(WellRole role)
{
    constexpr std::array<const char *, 5> names{"strain", "wild_type", "edge", "blank", "empty"};
    return names[static_cast<std::size_t>(role)];
}

std::string wellName(int row, int column)
{
    return std::string(1, static_cast<char>('A' + row)).append(std::to_string(column + 1));
}

std::string Well::name() const
{
    return wellName(row, column);
}

bool parseWell(std::string_view text, int &row, int &column)
{
    const std::string plain = lowered(trimmed(text));
    if (plain.size() < 2 || plain[0] < 'a' || plain[0] >= 'a' + MostRows) {
        return false;
    }
    const auto number = parseInteger(trimmed(std::string_view(plain).substr(1)));
    if (!number || *number < 1 || *number > MostColumns) {
        return false;
    }
    row = plain[0] - 'a';
    column = static_cast<int>(*number) - 1;
    return true;
}

PlateLayout layOutPlates(const Plan &plan, const PlateOptions &options)
{
    PlateLayout layout;
    layout.options = options;
    layout.rows = options.wells == 384 ? 16 : 8;
    layout.columns = options.wells == 384 ? 24 : 12;
    const int inner = options.edge ? (layout.rows - 2) * (layout.columns - 2) : layout.rows * layout.columns;
    const int room = inner - options.controls - options.blanks;
    if ((options.wells != 96 && options.wells != 384) || room < 1 || options.replicates < 1 || options.controls < 0 ||
        options.blanks < 0) {
        throw InputError(errorAt("plates", translate("Engine", "Such plates have no well for a strain."),
                                 translate("Engine", "Take 96 or 384 wells, one replicate or more, and fewer "
                                                     "controls.")));
    }
    std::mt19937_64 random(options.seed);
    std::vector<Well> strains = strainWells(plan, options, random);
    for (std::size_t first = 0; first < strains.size(); first += static_cast<std::size_t>(room)) {
        ++layout.plates;
        const std::size_t end = std::min(strains.size(), first + static_cast<std::size_t>(room));
        std::vector<Well> contents(strains.begin() + static_cast<std::ptrdiff_t>(first),
                                   strains.begin() + static_cast<std::ptrdiff_t>(end));
        for (int i = 0; i < options.controls + options.blanks; ++i) {
            Well well;
            well.role = i < options.controls ? WellRole::WildType : WellRole::Blank;
            contents.push_back(well);
        }
        // What is left over stays empty, in random places too.
        contents.resize(static_cast<std::size_t>(inner));
        shuffle(contents, random);
        std::size_t next = 0;
        for (int row = 0; row < layout.rows; ++row) {
            for (int column = 0; column < layout.columns; ++column) {
                Well well;
                if (options.edge && isEdge(row, column, layout)) {
                    well.role = WellRole::Edge;
                } else {
                    well = contents[next++];
                }
                well.plate = layout.plates;
                well.row = row;
                well.column = column;
                layout.wells.push_back(well);
            }
        }
    }
    return layout;
}

} // namespace knockscape
