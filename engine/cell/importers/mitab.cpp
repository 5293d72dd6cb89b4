// PSI-MI TAB (Kerrien et al. 2007, doi:10.1186/1741-7007-5-44): one interaction a line, in 15, 36, 42 or 46 columns.
#include "engine/cell/importers/graph_formats.h"
#include "engine/cell/importers/mitab_fields.h"

#include "engine/core/delimited_rows.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace knockscape
{
namespace
{

/// Columns of the format, from 0.
namespace mitab
{
constexpr std::size_t identifiers = 0;
constexpr std::size_t alternatives = 2;
constexpr std::size_t aliases = 4;
constexpr std::size_t method = 6;
constexpr std::size_t taxon = 9;
constexpr std::size_t kind = 11;
constexpr std::size_t confidence = 14;
constexpr std::size_t columns = 15;
constexpr std::size_t expansion = 15;
constexpr std::size_t interactor = 20;
constexpr std::size_t negative = 35;
} // namespace mitab

using MitabCells = std::vector<std::string_view>;

/// The first line that says anything.
std::string_view firstLine(std::string_view text)
{
    text = text.substr(0, 65536);
    while (!text.empty()) {
        const std::size_t length = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, length);
        if (!trimmed(line).empty() && !line.starts_with("##")) {
            return line;
        }
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return {};
}

bool isMitabHeader(std::string_view cell)
{
    std::string name = lowered(trimmed(cell));
    name.erase(0, name.find_first_not_of("# "));
    return name == "id(s) interactor a" || name == "id interactor a" || name == "uida" ||
           name == "unique identifier for interactor a" || name == "unique id a";
}

bool isEntry(std::string_view cell)
{
    const std::size_t colon = cell.find(':');
    return cell == "-" || (colon != std::string_view::npos && colon > 0 && colon + 1 < cell.size());
}

/// True for a row without a header above: entries of databases, and taxa where they belong.
bool isMitabRow(const MitabCells &cells)
{
    return cells.size() >= mitab::columns && isEntry(trimmed(cells[0])) && isEntry(trimmed(cells[1])) &&
           (trimmed(cells[mitab::taxon]).starts_with("taxid:") ||
            trimmed(cells[mitab::taxon + 1]).starts_with("taxid:"));
}

std::string versionOf(std::size_t width)
{
    return width >= 46 ? "2.8" : width >= 42 ? "2.7" : width >= 36 ? "2.6" : "2.5";
}

class MitabReader
{
public:
    MitabReader(const ImportFile &file, const std::string &type) : file_(file)
    {
        const std::string wanted = lowered(type);
        for (const char *kind : {"physical", "genetic"}) {
            keptKind_ = wanted.find(kind) != std::string::npos ? kind : keptKind_;
        }
    }

    void add(const MitabCells &cells, std::size_t line)
    {
        width_ = std::max(width_, cells.size());
        if (cells.size() < mitab::columns) {
            network_.leftOut.add(translate("Engine", "the line has fewer than 15 columns"), {}, file_.at(line),
                                 translate("Engine", "Download the table again; it may have been cut."));
            return;
        }
        if (cells.size() > mitab::negative && lowered(trimmed(cells[mitab::negative])) == "true") {
            network_.leftOut.add(translate("Engine", "it was found not to take place"), {}, file_.at(line));
            return;
        }
        if (!keptKind_.empty() && (keptKind_ == "genetic") != isGenetic(cells)) {
            network_.leftOut.add(translate("Engine", "of another type than %1", {keptKind_}), {}, file_.at(line));
            return;
        }
        const std::optional<std::uint32_t> source = interactor(cells, 0, line);
        const std::optional<std::uint32_t> target = source ? interactor(cells, 1, line) : std::nullopt;
        if (!target) {
            return;
        }
        expanded_ += cells.size() > mitab::expansion && isExpansion(cells[mitab::expansion]) ? 1 : 0;
        const float score = scoreOf(cells[mitab::confidence]);
        scored_ += std::isnan(score) ? 0 : 1;
        network_.add(*source, *target, std::isnan(score) ? 1.0F : score, line, file_.name);
    }

    RawNetwork finish(const MitabCells &header)
    {
        network_.format = translate("Engine", "PSI-MI TAB %1", {versionOf(width_)});
        const bool scored = scored_ > 0 && scored_ == network_.edges().size();
        if (!scored) {
            network_.ignoreWeights();
        }
        const auto take = [&](ColumnRole role, std::size_t column) {
            network_.columns.push_back({role, column, std::string(column < header.size() ? header[column] : "")});
        };
        take(ColumnRole::Source, 0);
        take(ColumnRole::Target, 1);
        if (scored) {
            take(ColumnRole::Weight, mitab::confidence);
        }
        take(ColumnRole::Organism, mitab::taxon);
        take(ColumnRole::Organism, mitab::taxon + 1);
        report();
        return std::move(network_);
    }

private:
    static bool isGenetic(const MitabCells &cells)
    {
        return lowered(cells[mitab::kind]).find("genetic") != std::string::npos ||
               lowered(cells[mitab::method]).find("genetic interference") != std::string::npos;
    }

    static bool isExpansion(std::string_view cell) { return lowered(cell).find("expansion") != std::string::npos; }

    /// IntAct's score of an interaction, from 0 to 1; NaN where there is none.
    static float scoreOf(std::string_view cell)
    {
        for (const MitabField &field : mitabFields(cell)) {
            const std::optional<double> value =
                field.database.find("miscore") != std::string::npos ? parseNumber(field.value) : std::nullopt;
            if (value && std::isfinite(static_cast<float>(*value))) {
                return static_cast<float>(*value);
            }
        }
        return std::numeric_limits<float>::quiet_NaN();
    }

    /// The name of interactor A (side 0) or B; nothing after counting why the row is left out.
    std::optional<std::uint32_t> interactor(const MitabCells &cells, std::size_t side, std::size_t line)
    {
        MitabNames names = mitabNames(cells[mitab::identifiers + side], cells[mitab::alternatives + side],
                                      cells[mitab::aliases + side]);
        if (names.shown.empty()) {
            network_.leftOut.add(translate("Engine", "it has a single interactor"), {}, file_.at(line));
            return std::nullopt;
        }
        const std::size_t typeColumn = mitab::interactor + side;
        const bool molecule =
            typeColumn < cells.size() && lowered(cells[typeColumn]).find("small molecule") != std::string::npos;
        if (names.isMolecule || molecule) {
            network_.leftOut.add(translate("Engine", "an interactor is a small molecule"), names.shown, file_.at(line));
            return std::nullopt;
        }
        const std::vector<MitabField> taxa = mitabFields(cells[mitab::taxon + side]);
        const std::size_t known = network_.names().size();
        const std::uint32_t number =
            network_.intern(names.shown, taxa.empty() ? std::string_view() : std::string_view(taxa.front().value));
        if (number == known) {
            network_.addOtherNames(number, std::move(names.others));
            network_.addSynonyms(number, std::move(names.synonyms));
        }
        return number;
    }

    void report()
    {
        if (expanded_ > 0) {
            network_.issues.push_back(
                noteAt(file_.name,
                       translateCount(
                           "Engine",
                           "%1 interaction was not measured as a pair: the file takes the members of a complex for "
                           "pairs.",
                           "%1 interactions were not measured as pairs: the file takes the members of complexes for "
                           "pairs.",
                           static_cast<std::int64_t>(expanded_))));
        }
        if (scored_ > 0 && scored_ < network_.edges().size()) {
            network_.issues.push_back(
                warningAt(file_.name,
                          translateCount("Engine", "%1 interaction has no MI score, so no score was taken as weight.",
                                         "%1 interactions have no MI score, so no score was taken as weight.",
                                         static_cast<std::int64_t>(network_.edges().size() - scored_)),
                          translate("Engine", "Keep the lines with a score if they are to weigh.")));
        }
    }

    const ImportFile &file_;
    std::string keptKind_;
    RawNetwork network_;
    std::size_t width_ = 0;
    std::size_t scored_ = 0;
    std::size_t expanded_ = 0;
};

} // namespace

bool isMitab(const ImportFile &file)
{
    const std::string_view line = firstLine(file.content);
    const MitabCells cells = split(line, "\t");
    return !cells.empty() && (isMitabHeader(cells[0]) || isMitabRow(cells));
}

RawNetwork readMitab(ImportFile &file, const std::string &type)
{
    std::vector<Issue> said = DelimitedRows::prepare(file.content, file.name);
    MitabReader reader(file, type);
    MitabCells header;
    DelimitedRows rows(file.content, file.name, '\t');
    for (MitabCells cells; rows.next(cells);) {
        if (isMitabHeader(cells[0])) {
            header = cells;
        } else if (!cells[0].starts_with('#')) {
            reader.add(cells, rows.line());
        }
    }
    RawNetwork network = reader.finish(header);
    network.issues.insert(network.issues.end(), said.begin(), said.end());
    return network;
}

} // namespace knockscape
