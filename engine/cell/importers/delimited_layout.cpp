#include "engine/cell/importers/delimited_layout.h"

#include "engine/core/delimited_rows.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace knockscape
{
namespace
{

using Cells = std::vector<std::string_view>;
using Column = std::optional<std::size_t>;

/// Rows looked at, and how much of the text at most.
constexpr std::size_t sampleRows = 60;
/// Columns searched for numbers: a hostile line has a million.
constexpr std::size_t sampleColumns = 2000;
constexpr std::size_t sampleBytes = std::size_t{1} << 18U;

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

bool isNumber(std::string_view cell, bool commaAllowed)
{
    if (parseNumber(cell)) {
        return true;
    }
    std::string point(cell);
    std::replace(point.begin(), point.end(), ',', '.');
    return commaAllowed && parseNumber(point).has_value();
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty() && lines.size() < sampleRows) {
        const std::size_t length = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, length));
        if (!line.empty() && !isCommentLine(line)) {
            lines.push_back(line);
        }
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return lines;
}

/// The separator that divides most of the lines; a tab in the first line decides at once.
char separatorOfLines(const std::vector<std::string_view> &lines)
{
    if (lines.empty()) {
        return '\t';
    }
    const char first = separatorOfLine(lines.front());
    if (first == '\t') {
        return first;
    }
    for (const char separator : {'\t', ';', ',', ' '}) {
        const auto divided = std::count_if(lines.begin(), lines.end(), [&](std::string_view line) {
            return line.find(separator) != std::string_view::npos;
        });
        if (divided * 10 >= static_cast<long>(lines.size()) * 8) {
            return separator;
        }
    }
    return first == 0 ? ' ' : first;
}

/// The first rows of a table as cells.
class Sample
{
public:
    Sample(std::string_view start, const std::string &file) : text_(start.substr(0, sampleBytes))
    {
        if (start.size() > sampleBytes) {
            // Not a row that is cut, unless there is no other.
            const std::size_t end = text_.rfind('\n');
            text_.resize(end == std::string::npos ? text_.size() : end + 1);
        }
        separator_ = separatorOfLines(linesOf(text_));
        if (separator_ == ' ') {
            std::replace(text_.begin(), text_.end(), '\t', ' ');
        }
        DelimitedRows rows(text_, file, separator_, separator_ == ',' || separator_ == ';');
        Cells cells;
        while (rows_.size() < sampleRows && next(rows, cells)) {
            std::transform(cells.begin(), cells.end(), cells.begin(), withoutQuotes);
            rows_.push_back(cells);
        }
        // "#made by hand" above the rows is a comment too, "#node1 node2" is a header.
        while (rows_.size() > 1 && rows_[0][0].starts_with('#') && rows_[0].size() < rows_[1].size()) {
            rows_.erase(rows_.begin());
            ++skippedRows_;
        }
        for (const Cells &row : rows_) {
            width_ = std::max(width_, row.size());
        }
    }

    char separator() const noexcept { return separator_; }
    const std::vector<Cells> &rows() const noexcept { return rows_; }
    std::size_t width() const noexcept { return width_; }
    std::size_t skippedRows() const noexcept { return skippedRows_; }

    /// True if the cells of the column are numbers (or empty, but not all) in the rows from `first` on.
    bool isNumeric(std::size_t column, std::size_t first) const
    {
        bool any = false;
        for (std::size_t row = first; row < rows_.size(); ++row) {
            const std::string_view cell = column < rows_[row].size() ? rows_[row][column] : std::string_view();
            if (!cell.empty() && !isNumber(cell, separator_ != ',')) {
                return false;
            }
            any = any || !cell.empty();
        }
        return any;
    }

private:
    bool next(DelimitedRows &rows, Cells &cells) const
    {
        try {
            return nextTableRow(rows, separator_, cells);
        } catch (const InputError &) {
            // A sample may end within a quoted cell; the reader reports what is really wrong.
            return false;
        }
    }

    std::string text_;
    char separator_ = '\t';
    std::vector<Cells> rows_;
    std::size_t width_ = 0;
    std::size_t skippedRows_ = 0;
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

/// "A pp B": the middle column holds few different words, and more rows than that.
bool isRelation(const Sample &sample, std::size_t first)
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
    LayoutFinder(const Sample &sample, const std::string &type, const ColumnChoice &choice, const std::string &file)
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
        refuseMitab();
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

    void refuseMitab() const
    {
        if (findColumn(header_, "id(s) interactor a") || findColumn(header_, "id interactor a")) {
            throw InputError(errorAt(file_, translate("Engine", "This is a PSI-MITAB table, which is not read."),
                                     translate("Engine", "Download the table as tab3 (BioGRID) or as TSV.")));
        }
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
        } else if (findColumn(header_, "protein1") && findColumn(header_, "combined_score")) {
            layout_.format = NetworkLayout::Format::StringLinks;
            layout_.formatName = translate("Engine", "STRING links");
            layout_.taxonPrefix = true;
        }
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
            if (column != layout_.source && column != layout_.target && sample_.isNumeric(column, first)) {
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

    const Sample &sample_;
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
    const Sample sample(start, file);
    return LayoutFinder(sample, type, choice, file).find();
}

bool isCommentLine(std::string_view line)
{
    return line.starts_with("# ") || line == "#" || line.starts_with("##") || line.starts_with('%');
}

bool nextTableRow(DelimitedRows &rows, char separator, std::vector<std::string_view> &cells)
{
    while (rows.next(cells)) {
        if (separator == ' ') {
            std::erase_if(cells, [](std::string_view cell) { return cell.empty(); });
        }
        const bool word = cells.size() == 1 && cells[0].starts_with('#');
        if (!cells.empty() && !isCommentLine(cells[0]) && !word) {
            return true;
        }
    }
    return false;
}

char separatorOfLine(std::string_view line)
{
    for (const char separator : {'\t', ';', ',', ' '}) {
        if (line.find(separator) != std::string_view::npos) {
            return separator;
        }
    }
    return 0;
}

bool looksLikeGene(std::string_view text)
{
    return !text.empty() && text.size() <= 40 && text.find_first_of(" \t\"") == std::string_view::npos &&
           !isNumber(text, true);
}

} // namespace knockscape
