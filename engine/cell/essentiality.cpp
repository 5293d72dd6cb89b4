#include "engine/cell/essentiality.h"

#include "engine/cell/gene_catalogue.h"
#include "engine/core/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace knockscape
{
namespace
{

constexpr std::array<std::string_view, 9> yesWords = {"1",        "true",     "yes",    "y", "essential",
                                                      "inviable", "unviable", "lethal", "e"};
constexpr std::array<std::string_view, 13> noWords = {"0",
                                                      "false",
                                                      "no",
                                                      "n",
                                                      "non-essential",
                                                      "nonessential",
                                                      "non essential",
                                                      "not essential",
                                                      "dispensable",
                                                      "viable",
                                                      "non-lethal",
                                                      "not lethal",
                                                      "ne"};
constexpr std::array<std::string_view, 8> unknownWords = {"", "na", "n/a", "nan", "unknown", "-", "?", "none"};

/// Titles of annotation columns that say it, without the number that tells columns of one title apart.
constexpr std::array<std::string_view, 6> columnTitles = {"essential",    "is_essential", "is essential",
                                                          "essentiality", "viability",    "deletion_viability"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size> &words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool saysEssentiality(const std::string &title)
{
    std::string plain = lowered(trimmed(title));
    const std::size_t end = plain.find_last_not_of("0123456789");
    if (end != std::string::npos && end + 1 < plain.size() && plain[end] == '_') {
        plain.resize(end);
    }
    return holds(columnTitles, plain);
}

std::vector<std::size_t> columnsOf(const GeneCatalogue &genes)
{
    std::vector<std::size_t> columns;
    for (std::size_t column = 0; column < genes.annotationColumns().size(); ++column) {
        if (saysEssentiality(genes.annotationColumns()[column])) {
            columns.push_back(column);
        }
    }
    return columns;
}

std::optional<bool> essentiality(const Gene &gene, const std::vector<std::size_t> &columns)
{
    if (gene.essential) {
        return gene.essential;
    }
    std::optional<bool> answer;
    for (const std::size_t column : columns) {
        if (column >= gene.annotations.size()) {
            continue;
        }
        for (const std::string_view word : split(gene.annotations[column], "|", true)) {
            std::optional<bool> said;
            if (!readEssential(word, said) || !said) {
                continue;
            }
            if (answer && *answer != *said) {
                return std::nullopt;
            }
            answer = said;
        }
    }
    return answer;
}

} // namespace

bool readEssential(std::string_view word, std::optional<bool> &essential)
{
    const std::string plain = lowered(trimmed(word));
    if (holds(unknownWords, plain)) {
        return true;
    }
    const bool yes = holds(yesWords, plain);
    if (!yes && !holds(noWords, plain)) {
        return false;
    }
    essential = yes;
    return true;
}

std::optional<bool> essentiality(const GeneCatalogue &genes, GeneIndex gene)
{
    return essentiality(genes[gene], columnsOf(genes));
}

bool isEssential(const GeneCatalogue &genes, GeneIndex gene)
{
    return essentiality(genes, gene).value_or(false);
}

std::vector<char> essentialGenes(const GeneCatalogue &genes)
{
    const std::vector<std::size_t> columns = columnsOf(genes);
    std::vector<char> essential;
    essential.reserve(genes.size());
    for (const Gene &gene : genes.genes()) {
        essential.push_back(essentiality(gene, columns).value_or(false) ? 1 : 0);
    }
    return essential;
}

std::vector<GeneIndex> essentialGenesOf(const GeneCatalogue &genes, const Genotype &genotype)
{
    const std::vector<std::size_t> columns = columnsOf(genes);
    std::vector<GeneIndex> found;
    for (const GeneIndex gene : genotype.genes()) {
        if (essentiality(genes[gene], columns).value_or(false)) {
            found.push_back(gene);
        }
    }
    return found;
}

std::size_t leaveOutEssential(const GeneCatalogue &genes, std::vector<GeneIndex> &panel)
{
    const std::vector<char> essential = essentialGenes(genes);
    return std::erase_if(panel, [&](GeneIndex gene) { return essential[static_cast<std::size_t>(gene)] != 0; });
}

std::size_t leaveOutEssential(const GeneCatalogue &genes, std::vector<Genotype> &genotypes)
{
    const std::vector<char> essential = essentialGenes(genes);
    return std::erase_if(genotypes, [&](const Genotype &genotype) {
        return std::any_of(genotype.genes().begin(), genotype.genes().end(),
                           [&](GeneIndex gene) { return essential[static_cast<std::size_t>(gene)] != 0; });
    });
}

} // namespace knockscape
