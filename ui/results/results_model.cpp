#include "ui/results/results_model.h"

#include "ui/genes/gene_names.h"

#include "engine/cell/essentiality.h"
#include "engine/store/prediction_table.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace knockscape::ui
{

ResultsModel::ResultsModel(QObject *parent) : QAbstractTableModel(parent) {}

void ResultsModel::setCell(std::shared_ptr<const Cell> cell)
{
    beginResetModel();
    cell_ = std::move(cell);
    nameRanks_ = cell_ ? naturalRanks(cell_->genes) : std::vector<int>();
    deletionNames_.clear();
    for (std::size_t gene = 0; cell_ && gene < cell_->genes.size(); ++gene)
        deletionNames_.push_back(deletionLabel(cell_->genes, Genotype{static_cast<GeneIndex>(gene)}));
    essential_ = cell_ ? essentialGenes(cell_->genes) : std::vector<char>();
    knowsEssential_ = std::find(essential_.begin(), essential_.end(), 1) != essential_.end();
    metabolic_.reset();
    if (cell_ && !cell_->metabolism.empty())
        metabolic_.emplace(*cell_);
    rows_.clear();
    seen_.clear();
    simulated_.clear();
    simulatedExpected_ = false;
    rowOfSource_.clear();
    matcher_ = ResultsMatcher(filter_, cell_ ? &cell_->genes : nullptr);
    hasEnsemble_ = unsettled_ = false;
    endResetModel();
}

void ResultsModel::setModels(std::vector<ModelSummary> models)
{
    models_ = std::move(models);
    intervals_ = PredictionIntervals(models_);
    guides_.clear();
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, resultsColumnCount - 1));
}

const ScoreGuide &ResultsModel::guide(const PredictionRow &row) const
{
    const std::size_t deletions = row.genotype.size();
    const auto found = guides_.find(deletions);
    return found != guides_.end() ? found->second
                                  : guides_.emplace(deletions, scoreGuide(models_, deletions)).first->second;
}

bool ResultsModel::outsideMetabolism(int source) const
{
    const Genotype &genotype = rows_[static_cast<std::size_t>(source)].genotype;
    return metabolic_ && !genotype.empty() && deletedGenesInModel(*metabolic_, genotype) == 0;
}

void ResultsModel::clear()
{
    beginResetModel();
    rows_.clear();
    seen_.clear();
    simulated_.clear();
    simulatedExpected_ = false;
    rowOfSource_.clear();
    hasEnsemble_ = unsettled_ = false;
    endResetModel();
}

void ResultsModel::append(std::vector<PredictionRow> rows)
{
    const std::size_t first = rows_.size();
    rows_.insert(rows_.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    std::vector<std::uint32_t> accepted;
    bool ensemble = false;
    for (std::size_t row = first; row < rows_.size(); ++row) {
        if (matcher_.accepts(rows_[row]))
            accepted.push_back(static_cast<std::uint32_t>(row));
        ensemble = ensemble || !std::isnan(rows_[row].prediction.fitnessSd);
    }
    if (!accepted.empty()) {
        const int end = rowCount();
        beginInsertRows({}, end, end + static_cast<int>(accepted.size()) - 1);
        seen_.insert(seen_.end(), accepted.begin(), accepted.end());
        rowOfSource_.clear();
        endInsertRows();
        unsettled_ = sortColumn_ >= 0;
    }
    if (ensemble && !hasEnsemble_) {
        hasEnsemble_ = true;
        emit ensembleSeen();
    }
}

void ResultsModel::expectSimulated()
{
    if (!std::exchange(simulatedExpected_, true))
        emit simulatedSeen();
}

void ResultsModel::setSimulationMedium(const QString &medium)
{
    simulationMedium_ = medium;
    if (!std::exchange(simulated_, {}).empty() && rowCount() > 0) {
        const int column = static_cast<int>(ResultsColumn::Simulated);
        emit dataChanged(index(0, column), index(rowCount() - 1, column));
        unsettled_ = unsettled_ || sortColumn_ == column;
    }
}

void ResultsModel::setSimulated(std::span<const int> sources, std::span<const SimulatedFitness> growth)
{
    if (sources.empty())
        return;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const auto source = static_cast<std::size_t>(sources[i]);
        if (source >= rows_.size())
            continue;
        if (source >= simulated_.size())
            simulated_.resize(source + 1, SimulatedFitness{std::numeric_limits<double>::quiet_NaN(), {}});
        simulated_[source] = growth[i];
    }
    const int column = static_cast<int>(ResultsColumn::Simulated);
    emit dataChanged(index(0, column), index(rowCount() - 1, column));
    unsettled_ = unsettled_ || sortColumn_ == column;
    expectSimulated();
}

double ResultsModel::simulated(int source) const
{
    return isSimulated(source) ? simulated_[static_cast<std::size_t>(source)].fitness
                               : std::numeric_limits<double>::quiet_NaN();
}

bool ResultsModel::isSimulated(int source) const
{
    const auto place = static_cast<std::size_t>(source);
    return source >= 0 && place < simulated_.size() && !simulated_[place].status.empty();
}

std::string ResultsModel::simulationNoteOf(int source) const
{
    const auto place = static_cast<std::size_t>(source);
    const Genotype &genotype = rows_[place].genotype;
    const std::size_t known = metabolic_ ? deletedGenesInModel(*metabolic_, genotype) : 0;
    return simulationNote(isSimulated(source) ? simulated_[place].status : std::string(), known, genotype.size());
}

double ResultsModel::number(std::uint32_t source, ResultsColumn column) const
{
    return column == ResultsColumn::Simulated ? simulated(static_cast<int>(source))
                                              : columnValue(rows_[source], column);
}

void ResultsModel::setSimulatedAnswers(bool simulated)
{
    simulatedAnswers_ = simulated;
    emit headerDataChanged(Qt::Horizontal, 0, resultsColumnCount - 1);
}

bool ResultsModel::settle()
{
    if (!unsettled_)
        return false;
    rebuild();
    return true;
}

void ResultsModel::setFilter(const ResultsFilter &filter)
{
    if (filter == filter_)
        return;
    filter_ = filter;
    matcher_ = ResultsMatcher(filter_, cell_ ? &cell_->genes : nullptr);
    rebuild();
}

void ResultsModel::sort(int column, Qt::SortOrder order)
{
    sortColumn_ = column;
    sortOrder_ = order;
    rebuild();
}

void ResultsModel::rebuild()
{
    unsettled_ = false;
    std::vector<std::uint32_t> seen = acceptedRows();
    sortRows(seen);
    if (seen == seen_)
        return;
    beginResetModel();
    seen_ = std::move(seen);
    rowOfSource_.clear();
    endResetModel();
}

std::vector<std::uint32_t> ResultsModel::acceptedRows() const
{
    std::vector<std::uint32_t> accepted;
    accepted.reserve(rows_.size());
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        if (filter_.empty() || matcher_.accepts(rows_[row]))
            accepted.push_back(static_cast<std::uint32_t>(row));
    }
    return accepted;
}

void ResultsModel::sortRows(std::vector<std::uint32_t> &rows) const
{
    if (sortColumn_ < 0)
        return;
    const auto column = static_cast<ResultsColumn>(sortColumn_);
    if (column == ResultsColumn::Knockouts) {
        sortByKnockouts(rows);
    } else if (column == ResultsColumn::Essential) {
        sortByEssential(rows);
    } else if (column == ResultsColumn::Status) {
        std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
            const bool ascending = sortOrder_ == Qt::AscendingOrder;
            return ascending ? rows_[a].status < rows_[b].status : rows_[b].status < rows_[a].status;
        });
    } else {
        sortByNumber(rows);
    }
}

void ResultsModel::sortByNumber(std::vector<std::uint32_t> &rows) const
{
    // Keys beside their rows: the sort then never touches the rows themselves. Missing values come last in either
    // order.
    const auto column = static_cast<ResultsColumn>(sortColumn_);
    const double sign = sortOrder_ == Qt::AscendingOrder ? 1.0 : -1.0;
    std::vector<std::pair<double, std::uint32_t>> keyed;
    std::vector<std::uint32_t> missing;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const double value = number(row, column);
        if (std::isnan(value))
            missing.push_back(row);
        else
            keyed.emplace_back(sign * value, row);
    }
    std::sort(keyed.begin(), keyed.end());
    const auto end =
        std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const auto &key) { return key.second; });
    std::copy(missing.begin(), missing.end(), end);
}

/// By how many essential genes a row holds, and rows with as many by the names of these.
void ResultsModel::sortByEssential(std::vector<std::uint32_t> &rows) const
{
    struct Key {
        std::size_t count;
        QString names;
        std::uint32_t row;
    };
    std::vector<Key> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const std::size_t count = essentialCount(rows_[row].genotype);
        keyed.push_back({count, count > 0 ? essentialNames(rows_[row].genotype) : QString(), row});
    }
    std::stable_sort(keyed.begin(), keyed.end(), [this](const Key &a, const Key &b) {
        if (a.count != b.count)
            return sortOrder_ == Qt::AscendingOrder ? a.count < b.count : b.count < a.count;
        return a.names < b.names;
    });
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const Key &key) { return key.row; });
}

void ResultsModel::sortByKnockouts(std::vector<std::uint32_t> &rows) const
{
    const auto rank = [&](GeneIndex gene) {
        return gene >= 0 && static_cast<std::size_t>(gene) < nameRanks_.size()
                   ? static_cast<std::uint64_t>(nameRanks_[static_cast<std::size_t>(gene)]) + 1
                   : std::uint64_t{0};
    };
    // The first genes packed into one number decide almost every comparison.
    const int bits = nameRanks_.size() < 65535 ? 16 : 32;
    const std::size_t packed = bits == 16 ? 4 : 2;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const auto genes = rows_[row].genotype.genes();
        std::uint64_t key = 0;
        for (std::size_t i = 0; i < packed; ++i)
            key = (key << bits) | (i < genes.size() ? rank(genes[i]) : 0);
        keyed.emplace_back(key, row);
    }
    const auto restLess = [&](std::uint32_t a, std::uint32_t b) {
        const auto left = rows_[a].genotype.genes();
        const auto right = rows_[b].genotype.genes();
        if (left.size() <= packed || right.size() <= packed)
            return left.size() < right.size();
        return std::lexicographical_compare(left.begin() + static_cast<long>(packed), left.end(),
                                            right.begin() + static_cast<long>(packed), right.end(),
                                            [&](GeneIndex x, GeneIndex y) { return rank(x) < rank(y); });
    };
    const bool ascending = sortOrder_ == Qt::AscendingOrder;
    std::sort(keyed.begin(), keyed.end(), [&](const auto &a, const auto &b) {
        if (a.first != b.first)
            return ascending ? a.first < b.first : b.first < a.first;
        if (restLess(a.second, b.second))
            return ascending;
        if (restLess(b.second, a.second))
            return !ascending;
        return a.second < b.second;
    });
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const auto &key) { return key.second; });
}

int ResultsModel::sourceRow(int row) const
{
    return row >= 0 && row < rowCount() ? static_cast<int>(seen_[static_cast<std::size_t>(row)]) : -1;
}

int ResultsModel::rowOfSource(int sourceRow) const
{
    if (sourceRow < 0 || static_cast<std::size_t>(sourceRow) >= rows_.size())
        return -1;
    if (rowOfSource_.empty()) {
        rowOfSource_.assign(rows_.size(), -1);
        for (std::size_t row = 0; row < seen_.size(); ++row)
            rowOfSource_[seen_[row]] = static_cast<std::int32_t>(row);
    }
    return rowOfSource_[static_cast<std::size_t>(sourceRow)];
}

int ResultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(seen_.size());
}

int ResultsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : resultsColumnCount;
}

} // namespace knockscape::ui
