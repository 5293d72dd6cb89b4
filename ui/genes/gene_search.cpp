#include "ui/genes/gene_search.h"

#include "engine/core/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace knockscape::ui
{

namespace
{

// More values than this would make a menu nobody can read.
constexpr std::size_t facetValueLimit = 150;

std::string folded(const std::string &text)
{
    return QString::fromStdString(text).toCaseFolded().toStdString();
}

} // namespace

GeneSearch::GeneSearch(const Cell &cell)
{
    texts_.reserve(cell.genes.size());
    for (const Gene &gene : cell.genes.genes()) {
        Text text{folded(gene.id), folded(gene.name), {}, folded(gene.description)};
        for (const std::string &alias : gene.aliases)
            text.aliases += folded(alias) + '\n';
        texts_.push_back(std::move(text));
    }
    collectReactions(cell);
    collectAnnotations(cell.genes);
}

void GeneSearch::collectReactions(const Cell &cell)
{
    reactionCounts_.assign(cell.genes.size(), 0);
    FacetGroup subsystems{QCoreApplication::translate("GeneListDock", "Subsystem"), {}};
    for (const Reaction &reaction : cell.metabolism.reactions) {
        std::set<GeneIndex> genes;
        for (const auto &isozyme : reaction.isozymes)
            genes.insert(isozyme.begin(), isozyme.end());
        for (const GeneIndex gene : genes) {
            if (gene < 0 || static_cast<std::size_t>(gene) >= reactionCounts_.size())
                continue;
            ++reactionCounts_[static_cast<std::size_t>(gene)];
            if (!reaction.subsystem.empty())
                subsystems.genes[reaction.subsystem].push_back(gene);
        }
    }
    for (auto &[value, genes] : subsystems.genes) {
        std::sort(genes.begin(), genes.end());
        genes.erase(std::unique(genes.begin(), genes.end()), genes.end());
    }
    if (!subsystems.genes.empty() && subsystems.genes.size() <= facetValueLimit)
        groups_.push_back(std::move(subsystems));
}

void GeneSearch::collectAnnotations(const GeneCatalogue &genes)
{
    for (std::size_t column = 0; column < genes.annotationColumns().size(); ++column) {
        FacetGroup group{QString::fromStdString(genes.annotationColumns()[column]), {}};
        for (std::size_t gene = 0; gene < genes.size(); ++gene) {
            const auto &values = genes.genes()[gene].annotations;
            if (column >= values.size())
                continue;
            // A cell may hold several values, joined like the aliases.
            for (const std::string_view value : split(values[column], "|;", true)) {
                auto &members = group.genes[std::string(trimmed(value))];
                if (members.empty() || members.back() != static_cast<GeneIndex>(gene))
                    members.push_back(static_cast<GeneIndex>(gene));
            }
            if (group.genes.size() > facetValueLimit)
                break;
        }
        group.genes.erase(std::string());
        const bool repeats = std::any_of(group.genes.begin(), group.genes.end(),
                                         [](const auto &entry) { return entry.second.size() > 1; });
        if (repeats && group.genes.size() <= facetValueLimit)
            groups_.push_back(std::move(group));
    }
}

SearchRank GeneSearch::rankWord(const Text &text, const std::string &word)
{
    if (text.name == word || text.id == word)
        return SearchRank::ExactName;
    if (text.name.starts_with(word) || text.id.starts_with(word))
        return SearchRank::NamePrefix;
    if (text.name.find(word) != std::string::npos || text.id.find(word) != std::string::npos)
        return SearchRank::Name;
    if (text.aliases.find(word) != std::string::npos)
        return SearchRank::Alias;
    if (text.description.find(word) != std::string::npos)
        return SearchRank::Description;
    return SearchRank::None;
}

std::vector<SearchRank> GeneSearch::rank(const QString &query) const
{
    std::vector<std::string> words;
    for (const QString &word : query.toCaseFolded().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        words.push_back(word.toStdString());

    std::vector<SearchRank> ranks(texts_.size(), SearchRank::ExactName);
    for (std::size_t gene = 0; gene < texts_.size(); ++gene) {
        for (const std::string &word : words) {
            ranks[gene] = std::max(ranks[gene], rankWord(texts_[gene], word));
            if (ranks[gene] == SearchRank::None)
                break;
        }
    }
    return ranks;
}

} // namespace knockscape::ui
