#include "engine/cell/importers/delimited_network.h"

#include "engine/cell/importers/gene_annotations.h"
#include "engine/cell/importers/gene_columns.h"
#include "engine/cell/importers/gene_list.h"
#include "engine/core/delimited_rows.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace knockscape
{
namespace
{

using Cells = std::vector<std::string_view>;

/// A weight, written with a decimal point or, where the comma divides no cells, with a decimal comma.
std::optional<double> weightOf(std::string_view cell, bool commaAllowed)
{
    std::optional<double> value = parseNumber(cell);
    if (!value && commaAllowed && cell.size() < 60 && std::count(cell.begin(), cell.end(), ',') == 1) {
        std::string point(cell);
        std::replace(point.begin(), point.end(), ',', '.');
        value = parseNumber(point);
    }
    return value && std::isfinite(*value) && std::isfinite(static_cast<float>(*value)) ? value : std::nullopt;
}

/// Reads the rows of a table into a network.
class RowImporter
{
public:
    RowImporter(const ImportFile &file, const NetworkLayout &layout, RawNetwork &network)
        : file_(file), layout_(layout), network_(network)
    {
    }

    void add(Cells &cells, std::size_t line)
    {
        for (std::string_view &cell : cells) {
            cell = withoutQuotes(cell);
        }
        if (nameColumn(cells, layout_.source, layout_.sourceOthers) == nullptr ||
            nameColumn(cells, layout_.target, layout_.targetOthers) == nullptr) {
            network_.leftOut.add(translate("Engine", "the line names one gene only"), {}, file_.at(line),
                                 translate("Engine", "Write two genes a line, or choose other columns."));
            return;
        }
        if (!layout_.keptKind.empty() &&
            (cells.size() <= *layout_.kind || lowered(cells[*layout_.kind]) != layout_.keptKind)) {
            network_.leftOut.add(translate("Engine", "of another type than %1", {layout_.keptKind}), {},
                                 file_.at(line));
            return;
        }
        float weight = 1.0F;
        if (layout_.weight && *layout_.weight < cells.size() && !cells[*layout_.weight].empty()) {
            const std::optional<double> value = weightOf(cells[*layout_.weight], layout_.separator != ',');
            if (!value) {
                network_.leftOut.add(translate("Engine", "the weight is not a number"),
                                     std::string(cells[*layout_.weight]), file_.at(line),
                                     translate("Engine", "Choose another column of weights, or none."));
                return;
            }
            weight = static_cast<float>(*value / layout_.scale);
        }
        const std::uint32_t source = nameOf(cells, layout_.source, layout_.sourceOthers, layout_.sourceOrganism);
        network_.add(source, nameOf(cells, layout_.target, layout_.targetOthers, layout_.targetOrganism), weight, line,
                     file_.name);
    }

private:
    /// The first of these columns that names something; nullptr if none does.
    static const std::string_view *nameColumn(const Cells &cells, std::size_t first,
                                              const std::vector<std::size_t> &others)
    {
        const auto named = [&](std::size_t column) { return column < cells.size() && !isMissing(cells[column]); };
        if (named(first)) {
            return &cells[first];
        }
        const auto found = std::find_if(others.begin(), others.end(), named);
        return found == others.end() ? nullptr : &cells[*found];
    }

    std::uint32_t nameOf(const Cells &cells, std::size_t first, const std::vector<std::size_t> &others,
                         const std::optional<std::size_t> &organism)
    {
        const std::string_view name = *nameColumn(cells, first, others);
        const std::size_t known = network_.names().size();
        const std::uint32_t number =
            network_.intern(name, organism && *organism < cells.size() ? cells[*organism] : std::string_view());
        if (number == known) {
            std::vector<std::string> otherNames;
            for (const std::size_t column : others) {
                if (column < cells.size() && !isMissing(cells[column]) && cells[column] != name) {
                    otherNames.emplace_back(cells[column]);
                }
            }
            network_.addOtherNames(number, std::move(otherNames));
        }
        return number;
    }

    const ImportFile &file_;
    const NetworkLayout &layout_;
    RawNetwork &network_;
};

/// Regulators are the shorter side of the matrix: there are far fewer of them than targets.
void readMatrix(const ImportFile &file, DelimitedRows &rows, const Cells &header, Cells cells, RawNetwork &network)
{
    const std::vector<std::string> columns(header.begin(), header.end());
    std::vector<std::uint32_t> numbers(1);
    for (std::size_t column = 1; column < columns.size(); ++column) {
        numbers.push_back(network.intern(columns[column]));
    }
    std::size_t rowCount = 0;
    do {
        const bool same = cells.size() == columns.size() || (cells.size() > columns.size() && cells.back().empty());
        if (!same || cells[0].empty()) {
            network.leftOut.add(translate("Engine", "the line has more or fewer cells than the header"), {},
                                rows.where(), translate("Engine", "Correct these lines of the matrix."));
            continue;
        }
        const std::uint32_t row = network.intern(cells[0]);
        for (std::size_t column = 1; column < columns.size(); ++column) {
            if (cells[column] == "1") {
                network.add(numbers[column], row, 1.0F, rows.line(), file.name);
            } else if (cells[column] != "0") {
                throw InputError(errorAt(rows.where(),
                                         translate("Engine", "Column %1: “%2” is neither 1 nor 0.",
                                                   {columns[column], std::string(cells[column].substr(0, 80))}),
                                         translate("Engine", "A regulation matrix holds only these.")));
            }
        }
        ++rowCount;
    } while (rows.next(cells));
    if (rowCount < columns.size() - 1) {
        network.reverse();
    }
}

} // namespace

RawNetwork readDelimitedNetwork(ImportFile &file, const std::string &type, const ColumnChoice &choice)
{
    std::vector<Issue> said = DelimitedRows::prepare(file.content, file.name);
    if (choice.empty() && (isSgdFeatures(file.content) || isGoSlimMapping(file.content))) {
        throw InputError(errorAt(file.name,
                                 translate("Engine", "This is a table about single genes, not interactions."),
                                 translate("Engine", "Give it as genes or annotations.")));
    }
    const NetworkLayout layout = networkLayout(file.content, type, choice, file.name);
    if (layout.separator == ' ') {
        std::replace(file.content.begin(), file.content.end(), '\t', ' ');
    }
    RawNetwork network;
    network.issues = std::move(said);
    network.format = layout.formatName;
    network.columns = layout.taken();
    network.directed = layout.directed;
    DelimitedRows rows(file.content, file.name, layout.separator);
    Cells cells;
    const auto next = [&] { return nextTableRow(rows, layout.separator, cells); };
    for (std::size_t row = 0; row <= layout.skippedRows; ++row) {
        if (!next()) {
            return network;
        }
    }
    if (layout.format == NetworkLayout::Format::Matrix) {
        const Cells header = cells;
        if (next()) {
            readMatrix(file, rows, header, std::move(cells), network);
        }
        return network;
    }
    RowImporter importer(file, layout, network);
    bool more = !layout.hasHeader || next();
    for (; more; more = next()) {
        importer.add(cells, rows.line());
    }
    if (layout.taxonPrefix) {
        network.takeTaxaOff();
    }
    return network;
}

} // namespace knockscape
