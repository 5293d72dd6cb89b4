#include "ui/genes/gene_list_model.h"

#include "ui/genes/gene_names.h"

#include "engine/cell/essentiality.h"

#include <QMimeData>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace knockscape::ui
{

GeneListModel::GeneListModel(QObject *parent) : QAbstractTableModel(parent) {}

void GeneListModel::setCell(std::shared_ptr<const Cell> cell)
{
    beginResetModel();
    cell_ = std::move(cell);
    search_ = cell_ ? GeneSearch(*cell_) : GeneSearch();
    nameRanks_ = cell_ ? naturalRanks(cell_->genes) : std::vector<int>();
    knockouts_ = {};
    support_.clear();
    readEssentiality();
    facet_ = {};
    if (sortColumn_ >= columnCount())
        sortColumn_ = Name;
    ranks_ = search_.rank(query_);
    sortKeys_ = sortKeys();
    seen_ = seenGenes();
    endResetModel();
}

void GeneListModel::readEssentiality()
{
    essential_.clear();
    for (std::size_t gene = 0; cell_ && gene < cell_->genes.size(); ++gene)
        essential_.push_back(essentiality(cell_->genes, static_cast<GeneIndex>(gene)));
    knowsEssential_ = std::any_of(essential_.begin(), essential_.end(),
                                  [](const std::optional<bool> &essential) { return essential.value_or(false); });
}

void GeneListModel::setKnockouts(const Genotype &knockouts)
{
    if (knockouts == knockouts_)
        return;
    knockouts_ = knockouts;
    if (sortColumn_ == Tick)
        sortKeys_ = sortKeys();
    if (facet_.kind == GeneFacet::Kind::KnockedOut)
        refresh();
    else if (!seen_.empty())
        emit dataChanged(index(0, Tick), index(rowCount() - 1, Name));
}

void GeneListModel::setSupport(std::vector<std::int64_t> support)
{
    if (support.size() != static_cast<std::size_t>(totalCount()))
        support.clear();
    support_ = std::move(support);
    sortKeys_ = sortKeys();
    refresh();
    emit headerDataChanged(Qt::Horizontal, Support, Support);
}

void GeneListModel::setQuery(const QString &query)
{
    query_ = query;
    ranks_ = search_.rank(query_);
    refresh();
}

void GeneListModel::setFacet(const GeneFacet &facet)
{
    facet_ = facet;
    refresh();
}

void GeneListModel::sort(int column, Qt::SortOrder order)
{
    sortColumn_ = std::max(column, 0);
    sortOrder_ = order;
    sortKeys_ = sortKeys();
    refresh();
}

void GeneListModel::refresh()
{
    std::vector<GeneIndex> seen = seenGenes();
    if (seen == seen_) {
        if (!seen_.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    seen_ = std::move(seen);
    endResetModel();
}

std::vector<char> GeneListModel::acceptedByFacet() const
{
    const std::size_t count = cell_->genes.size();
    std::vector<char> accepted(count, 0);
    const auto keep = [&](auto &&condition) {
        for (std::size_t gene = 0; gene < count; ++gene)
            accepted[gene] = condition(gene) ? 1 : 0;
    };
    switch (facet_.kind) {
    case GeneFacet::Kind::All:
        std::fill(accepted.begin(), accepted.end(), 1);
        break;
    case GeneFacet::Kind::KnockedOut:
        keep([&](std::size_t gene) { return knockouts_.contains(static_cast<GeneIndex>(gene)); });
        break;
    case GeneFacet::Kind::Essential:
        keep([&](std::size_t gene) { return essential_[gene].value_or(false); });
        break;
    case GeneFacet::Kind::NotEssential:
        keep([&](std::size_t gene) { return !essential_[gene].value_or(true); });
        break;
    case GeneFacet::Kind::InMetabolism:
        keep([&](std::size_t gene) { return search_.reactionCounts()[gene] > 0; });
        break;
    case GeneFacet::Kind::InTraining:
        keep([&](std::size_t gene) { return !support_.empty() && support_[gene] > 0; });
        break;
    case GeneFacet::Kind::NotInTraining:
        keep([&](std::size_t gene) { return !support_.empty() && support_[gene] == 0; });
        break;
    case GeneFacet::Kind::Annotation: {
        const auto &groups = search_.groups();
        if (facet_.group < 0 || static_cast<std::size_t>(facet_.group) >= groups.size())
            break;
        const auto &values = groups[static_cast<std::size_t>(facet_.group)].genes;
        if (const auto found = values.find(facet_.value); found != values.end()) {
            for (const GeneIndex gene : found->second)
                accepted[static_cast<std::size_t>(gene)] = 1;
        }
        break;
    }
    }
    return accepted;
}

std::vector<int> GeneListModel::textRanks() const
{
    std::vector<QString> texts;
    texts.reserve(cell_->genes.size());
    for (std::size_t gene = 0; gene < cell_->genes.size(); ++gene)
        texts.push_back(text(cell_->genes.genes()[gene], static_cast<GeneIndex>(gene), sortColumn_));
    std::vector<std::string> keys;
    keys.reserve(texts.size());
    for (const QString &text : texts)
        keys.push_back(text.toStdString());
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return naturalLess(keys[a], keys[b]); });
    // Equal texts share a rank, so that ties fall back to the name.
    std::vector<int> ranks(keys.size());
    for (std::size_t place = 1; place < order.size(); ++place)
        ranks[order[place]] = ranks[order[place - 1]] + (keys[order[place]] == keys[order[place - 1]] ? 0 : 1);
    return ranks;
}

std::vector<int> GeneListModel::sortKeys() const
{
    if (!cell_)
        return {};
    std::vector<int> keys(cell_->genes.size());
    for (std::size_t gene = 0; gene < keys.size(); ++gene) {
        const std::optional<bool> &essential = essential_[gene];
        switch (sortColumn_) {
        case Tick:
            keys[gene] = knockouts_.contains(static_cast<GeneIndex>(gene)) ? 0 : 1;
            break;
        case Name:
            keys[gene] = nameRanks_[gene];
            break;
        case Support:
            keys[gene] = support_.empty() ? -1 : static_cast<int>(std::min<std::int64_t>(support_[gene], INT32_MAX));
            break;
        case Essential:
            keys[gene] = !essential ? 2 : *essential ? 0 : 1;
            break;
        case Reactions:
            keys[gene] = search_.reactionCounts()[gene];
            break;
        default:
            return textRanks();
        }
    }
    return keys;
}

std::vector<GeneIndex> GeneListModel::seenGenes() const
{
    if (!cell_)
        return {};
    const std::vector<char> accepted = acceptedByFacet();
    std::vector<std::tuple<SearchRank, int, int, GeneIndex>> keyed;
    for (std::size_t gene = 0; gene < accepted.size(); ++gene) {
        if (accepted[gene] == 0 || ranks_[gene] == SearchRank::None)
            continue;
        const int key = sortOrder_ == Qt::AscendingOrder ? sortKeys_[gene] : -sortKeys_[gene];
        keyed.emplace_back(ranks_[gene], key, nameRanks_[gene], static_cast<GeneIndex>(gene));
    }
    std::sort(keyed.begin(), keyed.end());
    std::vector<GeneIndex> seen;
    seen.reserve(keyed.size());
    for (const auto &entry : keyed)
        seen.push_back(std::get<3>(entry));
    return seen;
}

int GeneListModel::totalCount() const
{
    return cell_ ? static_cast<int>(cell_->genes.size()) : 0;
}

GeneIndex GeneListModel::geneAt(int row) const
{
    return row >= 0 && row < rowCount() ? seen_[static_cast<std::size_t>(row)] : -1;
}

int GeneListModel::rowOf(GeneIndex gene) const
{
    const auto found = std::find(seen_.begin(), seen_.end(), gene);
    return found == seen_.end() ? -1 : static_cast<int>(found - seen_.begin());
}

GeneIndex GeneListModel::meant() const
{
    if (query_.trimmed().isEmpty() || seen_.empty())
        return -1;
    // Best answers come first.
    const auto isExact = [this](std::size_t row) {
        return ranks_[static_cast<std::size_t>(seen_[row])] == SearchRank::ExactName;
    };
    return seen_.size() == 1 || (isExact(0) && !isExact(1)) ? seen_.front() : -1;
}

int GeneListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(seen_.size());
}

int GeneListModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return FirstAnnotation + (cell_ ? static_cast<int>(cell_->genes.annotationColumns().size()) : 0);
}

bool GeneListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const GeneIndex gene = geneAt(index.row());
    if (gene < 0 || role != Qt::CheckStateRole || index.column() != Tick)
        return false;
    emit toggleRequested(gene, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags GeneListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    if (index.column() == Tick)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QStringList GeneListModel::mimeTypes() const
{
    return {QStringLiteral("text/plain")};
}

QMimeData *GeneListModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList names;
    int lastRow = -1;
    for (const QModelIndex &index : indexes) {
        if (index.row() == lastRow)
            continue;
        lastRow = index.row();
        names << geneLabel(cell_->genes, geneAt(lastRow));
    }
    // The selection lists columns of a row apart from each other when it was made piecewise.
    names.removeDuplicates();
    auto *mime = new QMimeData;
    mime->setText(names.join(QLatin1Char('\n')));
    return mime;
}

} // namespace knockscape::ui
