#include "engine/cell/importers/delimited_network.h"

#include "engine/core/delimited_rows.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace knockscape
{
namespace
{

using Cells = std::vector<std::string_view>;
using Column = std::optional<std::size_t>;

/// Which columns of a row hold what.
struct Layout {
    std::size_t source = 0;
    std::size_t target = 1;
    Column weight;
    /// Weights are divided by this (STRING writes 0–1000).
    double scale = 1.0;
    /// BioGRID: column of the experimental system type and the value to keep; empty keeps all.
    Column kind;
    std::string keptKind;
    bool hasHeader = false;
    std::optional<bool> directed;
    std::string format;
};

constexpr std::array sourceNames = {"source",       "systematic name interactor a",
                                    "from",         "gene1",
                                    "gene_1",       "gene a",
                                    "gene_a",       "orf1",
                                    "orf_a",        "protein1",
                                    "protein_a",    "node1",
                                    "tf",           "regulator",
                                    "interactor_a", "interactor a",
                                    "interactor1",  "query",
                                    "bait",         "a"};
constexpr std::array targetNames = {"target",       "systematic name interactor b",
                                    "to",           "gene2",
                                    "gene_2",       "gene b",
                                    "gene_b",       "orf2",
                                    "orf_b",        "protein2",
                                    "protein_b",    "node2",
                                    "target gene",  "regulated",
                                    "interactor_b", "interactor b",
                                    "interactor2",  "array",
                                    "prey",         "b"};
constexpr std::array weightNames = {"weight", "combined_score", "score", "confidence", "value"};

template <std::size_t N>
Column findColumn(const Cells &header, const std::array<const char *, N> &names)
{
    for (const char *name : names) {
        const auto found =
            std::find_if(header.begin(), header.end(), [&](std::string_view cell) { return lowered(cell) == name; });
        if (found != header.end()) {
            return static_cast<std::size_t>(found - header.begin());
        }
    }
    return std::nullopt;
}

Column findColumn(const Cells &header, const char *name)
{
    return findColumn(header, std::array{name});
}

char separatorOf(std::string_view line)
{
    for (const char separator : {'\t', ';', ','}) {
        if (line.find(separator) != std::string_view::npos) {
            return separator;
        }
    }
    return ' ';
}

std::string_view firstLine(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, length));
        if (!line.empty() && !line.starts_with("# ")) {
            return line;
        }
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return {};
}

void applyBiogrid(const Cells &header, const std::string &type, Layout &layout)
{
    layout.format = translate("Engine", "BioGRID");
    layout.kind = findColumn(header, "experimental system type");
    const std::string wanted = lowered(type);
    for (const char *kind : {"physical", "genetic"}) {
        if (layout.kind && wanted.find(kind) != std::string::npos) {
            layout.keptKind = kind;
        }
    }
    // "Score" there is the score of one experiment, on a scale of its own.
    layout.weight.reset();
}

Layout layoutOf(const Cells &first, const std::string &type)
{
    Layout layout;
    layout.format = translate("Engine", "table");
    Cells header = first;
    if (!header.empty() && header[0].starts_with('#')) {
        header[0].remove_prefix(1);
    }
    const Column source = findColumn(header, sourceNames);
    const Column target = findColumn(header, targetNames);
    if (!source || !target || *source == *target) {
        layout.weight = first.size() >= 3 && parseNumber(first[2]) ? Column(2) : std::nullopt;
        return layout;
    }
    layout.hasHeader = true;
    layout.source = *source;
    layout.target = *target;
    layout.weight = findColumn(header, weightNames);
    if (findColumn(header, "biogrid interaction id")) {
        applyBiogrid(header, type, layout);
    } else if (findColumn(header, "protein1") && findColumn(header, "combined_score")) {
        layout.format = translate("Engine", "STRING links");
        layout.scale = 1000.0;
    }
    return layout;
}

/// Reads the rows of a table into a network.
class RowImporter
{
public:
    RowImporter(const ImportFile &file, Layout layout, RawNetwork &network)
        : file_(file), layout_(std::move(layout)), network_(network)
    {
    }

    void add(const Cells &cells, std::size_t line)
    {
        const std::size_t last = std::max(layout_.source, layout_.target);
        if (cells.size() <= last || cells[layout_.source].empty() || cells[layout_.target].empty() ||
            cells[layout_.source] == "-" || cells[layout_.target] == "-") {
            network_.leftOut.add(translate("Engine", "a gene is missing"), {}, file_.at(line));
            return;
        }
        if (!layout_.keptKind.empty() &&
            (cells.size() <= *layout_.kind || lowered(cells[*layout_.kind]) != layout_.keptKind)) {
            network_.leftOut.add(translate("Engine", "not a %1 interaction", {layout_.keptKind}), {}, file_.at(line));
            return;
        }
        float weight = 1.0F;
        if (layout_.weight && *layout_.weight < cells.size() && !cells[*layout_.weight].empty()) {
            const std::optional<double> value = parseNumber(cells[*layout_.weight]);
            if (!value || !std::isfinite(*value)) {
                network_.leftOut.add(translate("Engine", "the weight is not a number"),
                                     std::string(cells[*layout_.weight]), file_.at(line));
                return;
            }
            weight = static_cast<float>(*value / layout_.scale);
        }
        network_.add(cells[layout_.source], cells[layout_.target], weight, line, file_.name);
    }

private:
    const ImportFile &file_;
    Layout layout_;
    RawNetwork &network_;
};

bool isFlag(std::string_view cell)
{
    return cell == "0" || cell == "1";
}

/// A YEASTRACT matrix has a header of genes and rows of a gene and zeros and ones.
bool isMatrix(const Cells &first, const Cells &second)
{
    return first.size() >= 4 && second.size() >= first.size() - 1 &&
           std::all_of(second.begin() + 1, second.end(),
                       [](std::string_view cell) { return isFlag(cell) || cell.empty(); }) &&
           std::count_if(second.begin() + 1, second.end(), isFlag) >= 3;
}

/// Regulators are the shorter side of the matrix: there are far fewer of them than targets.
void readMatrix(const ImportFile &file, DelimitedRows &rows, const Cells &header, Cells cells, RawNetwork &network)
{
    network.format = translate("Engine", "regulation matrix");
    network.directed = true;
    const std::vector<std::string> columns(header.begin(), header.end());
    std::size_t rowCount = 0;
    do {
        const bool same = cells.size() == columns.size() || (cells.size() > columns.size() && cells.back().empty());
        if (!same || cells[0].empty()) {
            network.leftOut.add(translate("Engine", "wrong number of cells"), {}, rows.where());
            continue;
        }
        for (std::size_t column = 1; column < columns.size(); ++column) {
            if (cells[column] == "1") {
                network.add(columns[column], cells[0], 1.0F, rows.line(), file.name);
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

RawNetwork readDelimitedNetwork(ImportFile &file, const std::string &type)
{
    DelimitedRows::prepare(file.content, file.name);
    const std::string_view first = firstLine(file.content);
    const char separator = separatorOf(first);
    if (separator == ' ') {
        std::replace(file.content.begin(), file.content.end(), '\t', ' ');
    }
    RawNetwork network;
    DelimitedRows rows(file.content, file.name, separator, separator == ',' || separator == ';');
    Cells cells;
    const auto next = [&] {
        while (rows.next(cells)) {
            if (separator == ' ') {
                std::erase_if(cells, [](std::string_view cell) { return cell.empty(); });
            }
            if (!(cells[0].starts_with("# ") || cells[0] == "#")) {
                return true;
            }
        }
        return false;
    };
    if (!next()) {
        return network;
    }
    const Cells header = cells;
    const std::size_t headerLine = rows.line();
    const bool more = next();
    if (more && isMatrix(header, cells)) {
        readMatrix(file, rows, header, std::move(cells), network);
        return network;
    }
    Layout layout = layoutOf(header, type);
    if (header.size() < 2) {
        throw InputError(errorAt(rows.where(), translate("Engine", "The line does not name two genes."),
                                 translate("Engine", "Write source and target in two columns.")));
    }
    network.format = layout.format;
    network.directed = layout.directed;
    const bool hasHeader = layout.hasHeader;
    RowImporter importer(file, std::move(layout), network);
    if (!hasHeader) {
        importer.add(header, headerLine);
    }
    if (more) {
        do {
            importer.add(cells, rows.line());
        } while (next());
    }
    return network;
}

} // namespace knockscape
