#include "engine/cell/importers/delimited_layout.h"
#include "engine/cell/importers/delimited_network.h"
#include "engine/cell/importers/fasta.h"
#include "engine/cell/importers/gene_adder.h"
#include "engine/cell/importers/gene_annotations.h"
#include "engine/cell/importers/gene_association.h"
#include "engine/cell/importers/gene_columns.h"
#include "engine/cell/importers/gene_list.h"
#include "engine/cell/importers/recognise_parts.h"
#include "engine/core/delimited_rows.h"
#include "engine/core/delimited_table.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace knockscape::recognition
{
namespace
{

constexpr std::size_t shownRows = 5;

/// A table as its header and first rows show it.
struct TableFacts {
    std::vector<std::string> header;
    bool hasGeneColumn = false;
    std::size_t geneColumn = 0;
    std::size_t numericColumns = 0;
    std::size_t otherColumns = 0;
    std::size_t rows = 0;
};

bool has(const std::vector<std::string> &header, std::string_view name)
{
    return std::any_of(header.begin(), header.end(), [&](const std::string &cell) { return lowered(cell) == name; });
}

bool hasAny(const std::vector<std::string> &header, std::initializer_list<std::string_view> names)
{
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return has(header, name); });
}

/// The beginning of the text up to the last whole line of `size` bytes.
std::string startOf(const std::string &text, std::size_t size)
{
    if (text.size() <= size) {
        return text;
    }
    const std::size_t end = text.rfind('\n', size);
    return text.substr(0, end == std::string::npos ? size : end + 1);
}

/// Rows of a table of which `sample` is the beginning: lines that are not empty, without the header.
std::size_t rowsOf(const std::string &text, const DelimitedTable &sample, std::size_t sampled)
{
    if (text.size() <= sampled) {
        return sample.rowCount();
    }
    std::size_t lines = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines += trimmed(std::string_view(text).substr(begin, end - begin)).empty() ? 0 : 1;
        begin = end + 1;
    }
    return lines > 0 ? lines - 1 : 0;
}

void recogniseFasta(const ImportFile &file, RecognisedFile &result)
{
    result.kind = FileKind::Sequences;
    result.formatName = translate("Engine", "FASTA");
    result.alternatives = {FileKind::Features, FileKind::GeneTable};
    if (!result.complete) {
        return;
    }
    const std::vector<FastaRecord> records = longestOfEachGene(readFasta(file, FastaLetters::Any), file, result.issues);
    result.counts.genes = records.size();
    // Of proteins only the names serve.
    const bool proteins = std::any_of(records.begin(), records.end(), [](const FastaRecord &record) {
        return record.sequence.find_first_of("EFILPQ") != std::string::npos;
    });
    if (proteins) {
        result.kind = FileKind::GeneTable;
        result.formatName = translate("Engine", "FASTA of proteins");
        result.alternatives.clear();
    }
    for (std::size_t i = 0; i < std::min(records.size(), shownRows); ++i) {
        result.sampleRows.push_back(
            {records[i].header.gene, records[i].header.name, records[i].header.description.substr(0, 80)});
    }
}

void sampleOf(const DelimitedTable &table, RecognisedFile &result)
{
    result.header = table.columns();
    for (std::size_t row = 0; row < std::min(table.rowCount(), shownRows); ++row) {
        std::vector<std::string> &cells = result.sampleRows.emplace_back();
        for (std::size_t column = 0; column < std::min<std::size_t>(table.columns().size(), 50); ++column) {
            cells.emplace_back(table.cell(row, column).substr(0, 200));
        }
    }
}

TableFacts factsOf(const DelimitedTable &table)
{
    TableFacts facts;
    facts.header = table.columns();
    facts.rows = table.rowCount();
    facts.geneColumn = geneColumn(table, {});
    facts.hasGeneColumn = isGeneColumnName(facts.header[facts.geneColumn]);
    for (std::size_t column = 0; column < facts.header.size(); ++column) {
        if (column == facts.geneColumn) {
            continue;
        }
        bool numeric = table.rowCount() > 0;
        for (std::size_t row = 0; row < std::min<std::size_t>(table.rowCount(), 50) && numeric; ++row) {
            const std::string_view cell = table.cell(row, column);
            numeric = cell.empty() || isNumber(cell, true);
        }
        ++(numeric ? facts.numericColumns : facts.otherColumns);
    }
    return facts;
}

bool isLabels(const std::vector<std::string> &header)
{
    return has(header, "knockouts") || hasAny(header, {"query strain id", "query_strain_id"}) ||
           (has(header, "strain id") && hasAny(header, {"systematic gene name"}));
}

/// Whether both ends of the first rows are what genes look like.
bool endsLookLikeGenes(const NetworkLayout &layout, std::string text, const std::string &file)
{
    DelimitedRows rows(text, file, layout.separator);
    std::vector<std::string_view> cells;
    std::size_t total = 0;
    std::size_t good = 0;
    std::size_t same = 0;
    for (std::size_t row = 0; row < 50 && nextTableRow(rows, layout.separator, cells); ++row) {
        const std::size_t last = std::max(layout.source, layout.target);
        if (row < layout.skippedRows + (layout.hasHeader ? 1 : 0) || cells.size() <= last) {
            continue;
        }
        ++total;
        good += looksLikeGene(cells[layout.source]) && looksLikeGene(cells[layout.target]) ? 1 : 0;
        same += cells[layout.source] == cells[layout.target] ? 1 : 0;
    }
    return total > 0 && good * 10 >= total * 9 && same * 2 < total;
}

/// Genes with texts or numbers: which of the three kinds of table.
void recogniseGeneTable(const TableFacts &facts, RecognisedFile &result)
{
    const bool described =
        hasAny(facts.header, {"sgdid"}) || geneTableColumns(facts.header, facts.geneColumn).size() > 1;
    result.formatName = translate("Engine", "table");
    result.counts.rows = facts.rows;
    if (facts.numericColumns >= 1 && facts.otherColumns == 0) {
        result.kind = FileKind::Features;
        result.alternatives = {FileKind::Annotations, FileKind::GeneTable};
    } else if (described || facts.header.size() == 1) {
        result.kind = FileKind::GeneTable;
        result.alternatives = {FileKind::Annotations};
    } else {
        result.kind = FileKind::Annotations;
        result.alternatives = {FileKind::GeneTable};
    }
    result.columns = {{ColumnRole::Id, facts.geneColumn, facts.header[facts.geneColumn]}};
    if (result.kind == FileKind::GeneTable) {
        result.formatName = geneTableFormat(facts.header);
        result.columns = geneTableColumns(facts.header, facts.geneColumn);
        result.counts.genes = facts.rows;
    }
}

/// Looks at text in rows of cells.
void recogniseTable(ImportFile &file, RecognisedFile &result)
{
    const std::string start = startOf(file.content, std::size_t{256} << 10U);
    constexpr std::size_t sampled = std::size_t{64} << 10U;
    const DelimitedTable sample = DelimitedTable::parse(startOf(file.content, sampled), file.name);
    sampleOf(sample, result);
    TableFacts facts = factsOf(sample);
    facts.rows = result.complete ? rowsOf(file.content, sample, sampled) : 0;
    if (isLabels(facts.header)) {
        result.kind = FileKind::Labels;
        result.formatName = translate("Engine", "table of measured values");
        return;
    }
    if (hasAny(facts.header, {"aspect"}) && has(facts.header, "term")) {
        result.kind = FileKind::Annotations;
        result.formatName = translate("Engine", "GO terms");
        for (const auto &[role, name] :
             {std::pair(ColumnRole::Aspect, "aspect"), std::pair(ColumnRole::Term, "term")}) {
            result.columns.push_back({role, *sample.findColumn(name), name});
        }
        result.columns.insert(result.columns.begin(),
                              {ColumnRole::Id, facts.geneColumn, facts.header[facts.geneColumn]});
        return;
    }
    std::optional<NetworkLayout> layout;
    try {
        layout = networkLayout(start, suggestedType(file), {}, file.name);
    } catch (const InputError &) {
        // One column.
        layout.reset();
    }
    const bool special = layout && layout->format != NetworkLayout::Format::Table;
    const bool ends = layout && !special && endsLookLikeGenes(*layout, start, file.name);
    const bool named = ends && layout->hasHeader && layout->namedEnds;
    if (special || named || (ends && !facts.hasGeneColumn)) {
        result.header = layout->header;
        result.columns = layout->taken();
        result.kind = FileKind::Network;
        result.interactionType = suggestedType(file);
        if (result.complete) {
            describeNetwork(file, readDelimitedNetwork(file, result.interactionType, {}), result);
        }
        if (layout->directed.value_or(false) || result.interactionType == "regulatory" ||
            hasAny(layout->header, {"tf", "regulator", "transcription factor"})) {
            result.interactionType = "regulatory";
            result.directed = true;
        }
        result.formatName = layout->formatName;
        result.alternatives = {FileKind::GeneTable, FileKind::Annotations};
        if (!layout->hasHeader && layout->width == 2) {
            result.issues.push_back(noteAt(
                file.name,
                translate("Engine", "Each line holds two names. They are read as an interaction; they may as well be a "
                                    "genotype of two deletions."),
                translate("Engine", "If this is a list of genotypes, do not import it: open it as a knockout list.")));
        }
        return;
    }
    if (facts.hasGeneColumn) {
        recogniseGeneTable(facts, result);
        return;
    }
    result.formatName = translate("Engine", "table");
    result.alternatives = {FileKind::GeneTable, FileKind::Annotations, FileKind::Network, FileKind::Features};
    const bool isEmpty = result.complete && facts.rows == 0;
    result.issues.push_back(
        isEmpty ? warningAt(file.name, translate("Engine", "The file has a single line: a header without rows."),
                            translate("Engine", "Choose a file with rows, or check that it was saved completely."))
                : warningAt(file.name, translate("Engine", "It is not clear what the columns hold."),
                            translate("Engine", "Choose what the file is, and its columns.")));
}

} // namespace

void recogniseText(ImportFile &file, RecognisedFile &result)
{
    const std::vector<Issue> said = DelimitedRows::prepare(file.content, file.name);
    result.issues.insert(result.issues.end(), said.begin(), said.end());
    if (isFasta(file)) {
        recogniseFasta(file, result);
    } else if (isSgdFeatures(file.content)) {
        result.kind = FileKind::GeneTable;
        result.formatName = "SGD_features.tab";
        std::vector<Issue> issues;
        ImportedFile report;
        if (result.complete) {
            result.counts.genes = readGeneList(file, {}, issues, report).genes.size();
        }
    } else if (isGeneAssociation(file.content)) {
        result.kind = FileKind::Annotations;
        result.formatName = translate("Engine", "GO annotations (GAF)");
        result.counts.rows = countGeneAssociations(file.content);
    } else if (isGoSlimMapping(file.content)) {
        result.kind = FileKind::Annotations;
        result.formatName = "go_slim_mapping.tab";
        result.counts.rows = static_cast<std::size_t>(std::count(file.content.begin(), file.content.end(), '\n'));
    } else {
        recogniseTable(file, result);
    }
}

} // namespace knockscape::recognition
