#include "ui/results/genotype_list_model.h"

#include "ui/genes/gene_names.h"

#include <QDataStream>
#include <QFont>
#include <QGuiApplication>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>

namespace knockscape::ui
{

namespace
{

const auto rowsMimeType = QStringLiteral("application/x-knockscape-genotype-rows");

} // namespace

GenotypeListModel::GenotypeListModel(QObject *parent) : QAbstractListModel(parent) {}

void GenotypeListModel::setCell(std::shared_ptr<const Cell> cell)
{
    beginResetModel();
    cell_ = std::move(cell);
    genotypes_.clear();
    endResetModel();
}

void GenotypeListModel::setGenotypes(const std::vector<Genotype> &genotypes)
{
    if (genotypes == genotypes_)
        return;
    beginResetModel();
    genotypes_ = genotypes;
    endResetModel();
}

int GenotypeListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(genotypes_.size());
}

QVariant GenotypeListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || !cell_)
        return {};
    const Genotype &genotype = genotypes_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return deletionLabel(cell_->genes, genotype);
    case Qt::ToolTipRole:
        return deletionToolTip(cell_->genes, genotype);
    case Qt::FontRole: {
        QFont font = QGuiApplication::font();
        font.setItalic(!genotype.empty());
        return font;
    }
    default:
        return {};
    }
}

Qt::ItemFlags GenotypeListModel::flags(const QModelIndex &index) const
{
    // Drops land between rows, never on one.
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled;
}

Qt::DropActions GenotypeListModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

QStringList GenotypeListModel::mimeTypes() const
{
    return {rowsMimeType, QStringLiteral("text/plain")};
}

QMimeData *GenotypeListModel::mimeData(const QModelIndexList &indexes) const
{
    QList<int> rows;
    for (const QModelIndex &index : indexes)
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    QByteArray encoded;
    QDataStream stream(&encoded, QIODevice::WriteOnly);
    stream << rows;
    QStringList lines;
    for (const int row : rows) {
        const Genotype &genotype = genotypes_[static_cast<std::size_t>(row)];
        lines << (genotype.empty() ? QStringLiteral("WT") : QString::fromStdString(cell_->genes.labels(genotype, " ")));
    }
    auto *mime = new QMimeData;
    mime->setData(rowsMimeType, encoded);
    mime->setText(lines.join(QLatin1Char('\n')));
    return mime;
}

bool GenotypeListModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &)
{
    if (action != Qt::MoveAction || !data->hasFormat(rowsMimeType))
        return false;
    QByteArray encoded = data->data(rowsMimeType);
    QList<int> rows;
    QDataStream stream(&encoded, QIODevice::ReadOnly);
    stream >> rows;
    const bool valid =
        !rows.isEmpty() && std::is_sorted(rows.begin(), rows.end()) && rows.front() >= 0 && rows.back() < rowCount();
    if (valid)
        emit moveRequested({rows.begin(), rows.end()}, row < 0 ? rowCount() : row);
    // The rows are moved by the request: the view must not remove them as well.
    return false;
}

std::vector<Genotype> withRowsMoved(const std::vector<Genotype> &genotypes, const std::vector<int> &rows, int before)
{
    std::vector<Genotype> front;
    std::vector<Genotype> moved;
    std::vector<Genotype> back;
    for (int row = 0; row < static_cast<int>(genotypes.size()); ++row) {
        const bool moves = std::binary_search(rows.begin(), rows.end(), row);
        std::vector<Genotype> &part = moves ? moved : row < before ? front : back;
        part.push_back(genotypes[static_cast<std::size_t>(row)]);
    }
    front.insert(front.end(), moved.begin(), moved.end());
    front.insert(front.end(), back.begin(), back.end());
    return front;
}

} // namespace knockscape::ui
