#include "engine/cell/importers/gene_list.h"

#include "engine/cell/importers/fasta.h"
#include "engine/cell/importers/gene_adder.h"
#include "engine/cell/importers/gene_columns.h"
#include "engine/core/delimited_rows.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <utility>

namespace knockscape
{
namespace
{

/// Fixed columns of SGD_features.tab (its README).
namespace sgd
{
constexpr std::size_t columns = 16;
constexpr std::size_t sgdid = 0;
constexpr std::size_t type = 1;
constexpr std::size_t qualifier = 2;
constexpr std::size_t id = 3;
constexpr std::size_t name = 4;
constexpr std::size_t aliases = 5;
constexpr std::size_t chromosome = 8;
constexpr std::size_t start = 9;
constexpr std::size_t stop = 10;
constexpr std::size_t strand = 11;
constexpr std::size_t description = 15;
} // namespace sgd

GeneList readSgdFeatures(ImportFile &file, std::vector<Issue> &issues)
{
    GeneList list;
    list.annotationColumns = {"sgdid", "qualifier", "chromosome", "start", "end", "strand"};
    GeneAdder adder(file, list);
    DelimitedRows rows(file.content, file.name, '\t');
    for (std::vector<std::string_view> cells; rows.next(cells);) {
        cells.resize(std::max(cells.size(), sgd::columns));
        if (cells[sgd::type] != "ORF") {
            continue;
        }
        Gene gene;
        gene.id = cells[sgd::id];
        gene.name = cells[sgd::name];
        for (const std::string_view alias : split(cells[sgd::aliases], "|", true)) {
            gene.aliases.emplace_back(trimmed(alias));
        }
        gene.description = cells[sgd::description];
        for (const std::size_t column :
             {sgd::sgdid, sgd::qualifier, sgd::chromosome, sgd::start, sgd::stop, sgd::strand}) {
            gene.annotations.emplace_back(cells[column]);
        }
        adder.add(std::move(gene), rows.line());
    }
    adder.report(issues);
    return list;
}

GeneList readFastaGenes(const ImportFile &file, std::vector<Issue> &issues)
{
    GeneList list;
    GeneAdder adder(file, list);
    for (FastaRecord &record : longestOfEachGene(readFasta(file, FastaLetters::Any), file, issues)) {
        Gene gene;
        gene.id = std::move(record.header.gene);
        gene.name = std::move(record.header.name);
        gene.aliases = std::move(record.header.otherNames);
        gene.description = std::move(record.header.description);
        std::erase_if(gene.aliases, [](const std::string &alias) { return !canBeGeneId(alias); });
        adder.add(std::move(gene), record.line);
    }
    adder.report(issues);
    return list;
}

} // namespace

bool isSgdFeatures(std::string_view text)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    return line.size() > 10 && line.starts_with('S') && split(line, "\t").size() >= sgd::columns - 1 &&
           std::all_of(line.begin() + 1, line.begin() + 10, [](char c) { return c >= '0' && c <= '9'; });
}

GeneList readGeneList(ImportFile &file, const ColumnChoice &choice, std::vector<Issue> &issues, ImportedFile &report)
{
    const std::vector<Issue> said = DelimitedRows::prepare(file.content, file.name);
    issues.insert(issues.end(), said.begin(), said.end());
    GeneList list;
    if (isFasta(file)) {
        report.formatName = translate("Engine", "FASTA");
        list = readFastaGenes(file, issues);
    } else if (isSgdFeatures(file.content)) {
        report.formatName = "SGD_features.tab";
        list = readSgdFeatures(file, issues);
    } else {
        list = readGeneTable(file, choice, issues, report);
    }
    report.genes = list.genes.size();
    if (list.genes.empty()) {
        throw InputError(errorAt(file.name, translate("Engine", "There are no genes in the file."),
                                 translate("Engine", "A cell needs at least one gene.")));
    }
    return list;
}

} // namespace knockscape
