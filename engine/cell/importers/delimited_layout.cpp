#include "engine/cell/importers/delimited_layout.h"

#include "engine/cell/importers/delimited_sample.h"
#include "engine/cell/importers/gene_columns.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace knockscape
{
namespace
{

using Cells = DelimitedSample::Cells;
using Column = std::optional<std::size_t>;

/// Columns searched for numbers: a hostile line has a million.
constexpr std::size_t sampleColumns = 2000;

constexpr std::array sourceNames = {"source",       "systematic name interactor a",
                                    "from",         "gene1",
                                    "gene_1",       "gene 1",
                                    "gene a",       "gene_a",
                                    "genea",        "orf1",
                                    "orf_a",        "orf a",
                                    "protein1",     "protein_a",
                                    "protein a",    "stringid_a",
                                    "node1",        "node_1",
                                    "tf",           "regulator",
                                    "regulators",   "transcription factor",
                                    "interactor_a", "interactor a",
                                    "interactor1",  "official symbol interactor a",
                                    "source node",  "query",
                                    "bait",         "a"};
constexpr std::array targetNames = {"target",       "systematic name interactor b",
                                    "to",           "gene2",
                                    "gene_2",       "gene 2",
                                    "gene b",       "gene_b",
                                    "geneb",        "orf2",
                                    "orf_b",        "orf b",
                                    "protein2",     "protein_b",
                                    "protein b",    "stringid_b",
                                    "node2",        "node_2",
                                    "target gene",  "target genes",
                                    "regulated",    "target orf",
                                    "interactor_b", "interactor b",
                                    "interactor2",  "official symbol interactor b",
                                    "target node",  "array",
                                    "prey",         "b"};
constexpr std::array weightNames = {"weight", "combined_score", "score",       "confidence",
                                    "value",  "weights",        "edge weight", "edge_weight"};

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

/// "A pp B": the middle column holds few different words, and more rows than that.
bool isRelation(const DelimitedSample &sample, std::size_t first)
{
    static const std::set<std::string> known = {"pp",       "pd",        "pr",        "rc",        "cr",
                                                "gl",       "pm",        "mp",        "interacts", "activates",
                                                "inhibits", "represses", "regulates", "binds",     "interacts with",
                                                "--",       "->"};
    std::set<std::string> words;
    std::size_t rows = 0;
    for (std::size_t row = first; row < sample.rows().size(); ++row) {
        const Cells &cells = sample.rows()[row];
        if (cells.size() < 3 || !looksLikeGene(cells[2])) {
            return false;
        }
        words.insert(lowered(cells[1]));
        ++rows;
    }
    const bool allKnown =
        std::all_of(words.begin(), words.end(), [](const std::string &word) { return known.count(word) == 1; });
    return rows > 0 && (allKnown || (rows >= 10 && words.size() <= 3));
}

/// Fills a lay-out from a sample.
class LayoutFinder
{
public:
    LayoutFinder(const DelimitedSample &sample, const std::string &type, const ColumnChoice &choice,
                 const std::string &file)
        : sample_(sample), type_(type), choice_(choice), file_(file)
    {
    }

    NetworkLayout find()
    {
        layout_.separator = sample_.separator();
        layout_.width = sample_.width();
        layout_.skippedRows = sample_.skippedRows();
        layout_.formatName = translate("Engine", "table");
        if (sample_.rows().empty()) {
            return layout_;
        }
        header_ = sample_.rows()[0];
        if (header_[0].starts_with('#')) {
            header_[0] = trimmed(header_[0].substr(1));
        }
        if (choice_.empty() && sample_.rows().size() > 1 && isMatrix(header_, sample_.rows()[1])) {
            layout_.format = NetworkLayout::Format::Matrix;
            layout_.formatName = translate("Engine", "regulation matrix");
            layout_.directed = true;
            setHeader();
            return layout_;
        }
        if (layout_.width < 2) {
            throw InputError(errorAt(file_, translate("Engine", "The lines do not name two genes."),
                                     translate("Engine", "Write source and target in two columns.")));
        }
        findEnds();
        applyChoice();
        findSpecial();
        findWeight();
        return layout_;
    }

private:
    void setHeader()
    {
        layout_.hasHeader = true;
        layout_.header.assign(header_.begin(), header_.end());
    }

    void findEnds()
    {
        const Column source = findColumn(header_, sourceNames);
        const Column target = findColumn(header_, targetNames);
        if (source && target && *source != *target) {
            setHeader();
            layout_.source = *source;
            layout_.target = *target;
            layout_.namedEnds = true;
            return;
        }
        // A column of numbers with a word above it has a header, whatever it is called.
        for (std::size_t column = 0; column < std::min(header_.size(), sampleColumns) && sample_.rows().size() > 1;
             ++column) {
            if (!header_[column].empty() && !isNumber(header_[column], true) && sample_.isNumeric(column, 1)) {
                setHeader();
                break;
            }
        }
        const std::size_t first = layout_.hasHeader ? 1 : 0;
        layout_.target = isRelation(sample_, first) ? 2 : 1;
    }

    void applyChoice()
    {
        if (choice_.source.empty() && choice_.target.empty() && choice_.weight.empty()) {
            return;
        }
        const auto choose = [&](const std::string &name, std::size_t guess) {
            if (name.empty()) {
                return guess;
            }
            const std::size_t column = chosenColumn(name, header_, layout_.width, file_);
            // Named by its text: so there is a header.
            if (!layout_.hasHeader && column < header_.size() && lowered(header_[column]) == lowered(trimmed(name))) {
                setHeader();
            }
            return column;
        };
        layout_.source = choose(choice_.source, layout_.source);
        layout_.target = choose(choice_.target, layout_.target);
        if (!choice_.weight.empty() && choice_.weight != "-") {
            layout_.weight = choose(choice_.weight, 0);
        }
        if (layout_.source == layout_.target) {
            throw InputError(errorAt(file_, translate("Engine", "Source and target are the same column."),
                                     translate("Engine", "Name two columns.")));
        }
    }

    void findSpecial()
    {
        if (!layout_.hasHeader) {
            return;
        }
        const bool bioGrid =
            findColumn(header_, "biogrid interaction id") || findColumn(header_, "#biogrid interaction id");
        if (bioGrid) {
            layout_.format = NetworkLayout::Format::BioGrid;
            layout_.formatName = translate("Engine", "BioGRID");
            layout_.kind = findColumn(header_, "experimental system type");
            const std::string wanted = lowered(type_);
            for (const char *kind : {"physical", "genetic"}) {
                if (layout_.kind && wanted.find(kind) != std::string::npos) {
                    layout_.keptKind = kind;
                }
            }
            layout_.sourceOrganism =
                findColumn(header_, std::array{"organism id interactor a", "organism interactor a"});
            layout_.targetOrganism =
                findColumn(header_, std::array{"organism id interactor b", "organism interactor b"});
            takeOtherNames();
        } else if (findColumn(header_, "protein1") && findColumn(header_, "combined_score")) {
            layout_.format = NetworkLayout::Format::StringLinks;
            layout_.formatName = translate("Engine", "STRING links");
            layout_.taxonPrefix = true;
        } else if (findColumn(header_, "node1_string_id") && findColumn(header_, "node2_string_id")) {
            // The names shown on the page change with the gene's; the ids are identity.
            layout_.format = NetworkLayout::Format::StringLinks;
            layout_.formatName = translate("Engine", "STRING network");
            layout_.taxonPrefix = true;
            if (choice_.source.empty() && choice_.target.empty()) {
                layout_.sourceOthers = {layout_.source};
                layout_.targetOthers = {layout_.target};
                layout_.source = *findColumn(header_, "node1_string_id");
                layout_.target = *findColumn(header_, "node2_string_id");
            }
        }
    }

    /// BioGRID gives systematic name, symbol and Entrez number; of organisms without systematic names the first is "-".
    void takeOtherNames()
    {
        if (!choice_.source.empty() || !choice_.target.empty()) {
            return;
        }
        constexpr std::array kinds = {"systematic name interactor ", "official symbol interactor ",
                                      "entrez gene interactor "};
        const auto columnsOf = [&](const char *side) {
            std::vector<std::size_t> columns;
            for (const char *kind : kinds) {
                if (const Column column = findColumn(header_, (std::string(kind) + side).c_str())) {
                    columns.push_back(*column);
                }
            }
            // The first that is there in most rows is shown as the column taken.
            const auto filled = std::find_if(columns.begin(), columns.end(),
                                             [&](std::size_t column) { return isMostlyFilled(column); });
            if (filled != columns.end()) {
                std::rotate(columns.begin(), filled, filled + 1);
            }
            return columns;
        };
        const auto take = [](const std::vector<std::size_t> &columns, std::size_t &first,
                             std::vector<std::size_t> &others) {
            if (!columns.empty()) {
                first = columns[0];
                others.assign(columns.begin() + 1, columns.end());
            }
        };
        take(columnsOf("a"), layout_.source, layout_.sourceOthers);
        take(columnsOf("b"), layout_.target, layout_.targetOthers);
    }

    bool isMostlyFilled(std::size_t column) const
    {
        std::size_t filled = 0;
        for (std::size_t row = 1; row < sample_.rows().size(); ++row) {
            const Cells &cells = sample_.rows()[row];
            filled += column < cells.size() && !isMissing(cells[column]) ? 1 : 0;
        }
        return filled * 2 >= sample_.rows().size() - 1;
    }

    void findWeight()
    {
        if (choice_.weight == "-" || layout_.format == NetworkLayout::Format::BioGrid) {
            // BioGRID's "Score" is the score of one experiment, on a scale of its own.
            layout_.weight = choice_.weight.empty() || choice_.weight == "-" ? std::nullopt : layout_.weight;
            return;
        }
        const std::size_t first = layout_.hasHeader ? 1 : 0;
        if (!layout_.weight && layout_.hasHeader) {
            layout_.weight = findColumn(header_, weightNames);
        }
        std::vector<std::size_t> numeric;
        for (std::size_t column = 0; column < std::min(layout_.width, sampleColumns) && !layout_.weight; ++column) {
            if (column != layout_.source && column != layout_.target && sample_.isNumeric(column, first) &&
                !countsRows(column, first)) {
                numeric.push_back(column);
            }
        }
        // A table that names its ends but has several unnamed candidates leaves the choice to the person.
        if (numeric.size() == 1 || (!numeric.empty() && !layout_.namedEnds)) {
            layout_.weight = numeric.front();
        }
        for (std::size_t row = first; layout_.weight && row < sample_.rows().size(); ++row) {
            const Cells &cells = sample_.rows()[row];
            const std::string_view cell = *layout_.weight < cells.size() ? cells[*layout_.weight] : std::string_view();
            layout_.decimalComma =
                layout_.decimalComma || (cell.find(',') != std::string_view::npos && isNumber(cell, true));
            // STRING writes thousandths as whole numbers; a table made from it may hold 0.999.
            const std::optional<double> value = parseNumber(cell);
            if (layout_.format == NetworkLayout::Format::StringLinks && value && *value > 1.0) {
                layout_.scale = 1000.0;
            }
        }
    }

    /// True for a column that only numbers the rows: 1, 2, 3, …
    bool countsRows(std::size_t column, std::size_t first) const
    {
        std::optional<long long> last;
        for (std::size_t row = first; row < sample_.rows().size(); ++row) {
            const Cells &cells = sample_.rows()[row];
            const std::optional<long long> number =
                column < cells.size() ? parseInteger(cells[column]) : std::optional<long long>();
            if (!number || (last ? *number != *last + 1 : *number != 0 && *number != 1)) {
                return false;
            }
            last = number;
        }
        return sample_.rows().size() >= first + 3;
    }

    const DelimitedSample &sample_;
    const std::string &type_;
    const ColumnChoice &choice_;
    const std::string &file_;
    Cells header_;
    NetworkLayout layout_;
};

} // namespace

std::vector<TakenColumn> NetworkLayout::taken() const
{
    std::vector<TakenColumn> columns;
    const auto add = [&](ColumnRole role, std::optional<std::size_t> column) {
        if (column) {
            columns.push_back({role, *column, *column < header.size() ? header[*column] : std::string()});
        }
    };
    if (format == Format::Matrix) {
        return columns;
    }
    add(ColumnRole::Source, source);
    add(ColumnRole::Target, target);
    add(ColumnRole::Weight, weight);
    add(ColumnRole::Kind, kind);
    add(ColumnRole::Organism, sourceOrganism);
    add(ColumnRole::Organism, targetOrganism);
    return columns;
}

NetworkLayout networkLayout(std::string_view start, const std::string &type, const ColumnChoice &choice,
                            const std::string &file)
{
    const DelimitedSample sample(start, file);
    return LayoutFinder(sample, type, choice, file).find();
}

} // namespace knockscape
