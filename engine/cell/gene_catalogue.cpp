#include "engine/cell/gene_catalogue.h"

#include "engine/cell/name_similarity.h"
#include "engine/cell/spreadsheet_names.h"
#include "engine/core/files.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <utility>

namespace knockscape
{
namespace
{

using NameIndex = std::unordered_map<std::string, std::vector<GeneIndex>>;

void addName(NameIndex &index, const std::string &name, GeneIndex gene)
{
    if (name.empty()) {
        return;
    }
    std::vector<GeneIndex> &genes = index[lowered(name)];
    if (genes.empty() || genes.back() != gene) {
        genes.push_back(gene);
    }
}

std::string place(const std::string &where, std::size_t row)
{
    return translate("Engine", "%1, gene %2", {where, std::to_string(row + 1)});
}

} // namespace

bool isGeneId(std::string_view id) noexcept
{
    return !id.empty() &&
           std::none_of(id.begin(), id.end(), [](unsigned char c) { return c <= ' ' || c == 127 || c == ';'; });
}

std::string described(const Gene &gene)
{
    return gene.name.empty() || gene.name == gene.id ? gene.id : gene.name + " (" + gene.id + ")";
}

std::string joinedAliases(const std::vector<std::string> &aliases)
{
    std::string text;
    for (const std::string &alias : aliases) {
        text += text.empty() ? "" : "|";
        for (const char c : alias) {
            text += c == '|' || c == '\\' ? "\\" : "";
            text += c;
        }
    }
    return text;
}

std::vector<std::string> splitAliases(std::string_view text)
{
    std::vector<std::string> aliases;
    std::string alias;
    const auto finish = [&] {
        if (const std::string_view plain = trimmed(alias); !plain.empty()) {
            aliases.emplace_back(plain);
        }
        alias.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '|') {
            finish();
            continue;
        }
        const bool escaped = text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '|' || text[i + 1] == '\\');
        alias += text[escaped ? ++i : i];
    }
    finish();
    return aliases;
}

GeneCatalogue::GeneCatalogue(std::vector<Gene> genes, std::vector<std::string> annotationColumns,
                             const std::string &where)
    : genes_(std::move(genes)), annotationColumns_(std::move(annotationColumns))
{
    for (std::size_t row = 0; row < genes_.size(); ++row) {
        Gene &gene = genes_[row];
        const auto index = static_cast<GeneIndex>(row);
        gene.annotations.resize(annotationColumns_.size());
        if (gene.id.empty()) {
            throw InputError(errorAt(place(where, row), translate("Engine", "The gene has no id."),
                                     translate("Engine", "Give every gene a systematic name.")));
        }
        if (!isGeneId(gene.id)) {
            throw InputError(errorAt(place(where, row),
                                     translate("Engine", "The id “%1” holds a blank or semicolon.", {gene.id}),
                                     translate("Engine", "Give every gene a systematic name without them.")));
        }
        addName(byId_, gene.id, index);
        const std::vector<GeneIndex> &same = byId_[lowered(gene.id)];
        if (same.size() > 1) {
            throw InputError(errorAt(place(where, row),
                                     translate("Engine", "The id %1 is already that of gene %2.",
                                               {gene.id, std::to_string(same.front() + 1)}),
                                     translate("Engine", "Remove or rename one of the two.")));
        }
        addName(byName_, gene.name, index);
        for (const std::string &alias : gene.aliases) {
            addName(byAlias_, alias, index);
        }
    }
}

NameResolution GeneCatalogue::resolve(std::string_view name, Suggestions suggestions) const
{
    const std::string wanted = lowered(trimmed(name));
    for (const NameIndex *index : {&byId_, &byName_, &byAlias_}) {
        const auto found = index->find(wanted);
        if (found == index->end()) {
            continue;
        }
        if (found->second.size() == 1) {
            return {NameResolution::Kind::Resolved, found->second.front(), {}};
        }
        return {NameResolution::Kind::Ambiguous, -1, found->second};
    }
    NameResolution unknown;
    if (suggestions == Suggestions::Include && !wanted.empty()) {
        unknown.candidates = genesBehindDate(*this, trimmed(name));
        if (unknown.candidates.empty()) {
            unknown.candidates = similarGenes(*this, wanted, 5);
        }
    }
    return unknown;
}

GeneIndex GeneCatalogue::findId(std::string_view id) const
{
    const auto found = byId_.find(lowered(id));
    return found == byId_.end() ? -1 : found->second.front();
}

Issue GeneCatalogue::explain(std::string_view name, const NameResolution &resolution, std::string where) const
{
    std::vector<std::string> candidates;
    for (const GeneIndex gene : resolution.candidates) {
        candidates.push_back(described((*this)[gene]));
        if (candidates.size() == 20) {
            break;
        }
    }
    const std::string list = joined(candidates, ", ");
    const std::string shown(name.substr(0, 80));
    if (resolution.kind == NameResolution::Kind::Ambiguous) {
        return errorAt(std::move(where), translate("Engine", "“%1” may mean %2.", {shown, list}),
                       translate("Engine", "Use the systematic name of the one that is meant."));
    }
    const bool spoilt = isSpreadsheetDate(name) || isSpreadsheetNumber(name) ||
                        (!candidates.empty() && genesBehindDate(*this, name) == resolution.candidates);
    if (spoilt) {
        const std::string retype = translate("Engine", "Write the gene's name in a column that is formatted as text.");
        return errorAt(std::move(where),
                       translate("Engine", "“%1” is what a spreadsheet makes of a gene's name, not a gene.", {shown}),
                       candidates.empty() ? retype : translate("Engine", "Was it %1? %2", {list, retype}));
    }
    return errorAt(std::move(where), translate("Engine", "There is no gene “%1” in this cell.", {shown}),
                   candidates.empty() ? translate("Engine", "Check the spelling and the organism.")
                                      : translate("Engine", "Did you mean %1?", {list}));
}

std::vector<GeneIndex> GeneCatalogue::inIdOrder(const Genotype &genotype) const
{
    std::vector<GeneIndex> genes(genotype.genes().begin(), genotype.genes().end());
    std::sort(genes.begin(), genes.end(), [this](GeneIndex a, GeneIndex b) { return (*this)[a].id < (*this)[b].id; });
    return genes;
}

std::string GeneCatalogue::ids(const Genotype &genotype, std::string_view separator) const
{
    std::vector<std::string> parts;
    for (const GeneIndex gene : inIdOrder(genotype)) {
        parts.push_back((*this)[gene].id);
    }
    return joined(parts, separator);
}

std::string GeneCatalogue::labels(const Genotype &genotype, std::string_view separator) const
{
    std::vector<std::string> parts;
    for (const GeneIndex gene : inIdOrder(genotype)) {
        parts.push_back((*this)[gene].label());
    }
    return joined(parts, separator);
}

std::string GeneCatalogue::idsSha256() const
{
    std::string text;
    for (const Gene &gene : genes_) {
        if (&gene != &genes_.front()) {
            text += '\n';
        }
        text += gene.id;
    }
    return sha256(text);
}

} // namespace knockscape
