#pragma once

#include "ui/results/results_columns.h"
#include "ui/results/results_filter.h"
#include "ui/results/score_guide.h"
#include "ui/session/simulation_service.h"

#include "engine/cell/cell.h"
#include "engine/cell/metabolic_genes.h"
#include "engine/core/prediction_intervals.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace knockscape::ui
{

/// Predictions as a table that filters and sorts itself. Rows come in batches while a job runs.
///
/// "Row" below is a place in the table as seen, "source row" the place in the order of arrival, which never changes and
/// by which plots and table are linked. What is seen is one vector of source rows: sorting 250,000 rows means sorting
/// that vector, and one model reset.
class ResultsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The number of a numeric cell (double, NaN for none), for delegates.
    static constexpr int valueRole = Qt::UserRole;
    /// The source row.
    static constexpr int sourceRole = Qt::UserRole + 1;

    explicit ResultsModel(QObject *parent = nullptr);

    void setCell(std::shared_ptr<const Cell> cell);
    /// What the models learnt says which scores of a row count.
    void setModels(std::vector<ModelSummary> models);
    /// Of these models.
    const PredictionIntervals &intervals() const noexcept { return intervals_; }
    const std::shared_ptr<const Cell> &cell() const noexcept { return cell_; }
    void clear();
    /// While a sort order is set, the new rows stand at the end until settle().
    void append(std::vector<PredictionRow> rows);
    /// Puts appended rows in their place in the sort order. True if anything moved.
    bool settle();
    void setFilter(const ResultsFilter &filter);
    const ResultsFilter &filter() const noexcept { return filter_; }

    const std::vector<PredictionRow> &rows() const noexcept { return rows_; }
    const std::vector<std::uint32_t> &seenRows() const noexcept { return seen_; }
    /// Growth by flux balance was asked for: the column is there from now on.
    void expectSimulated();
    /// Simulated values are those on this medium; others are forgotten. Empty: nobody said.
    void setSimulationMedium(const QString &medium);
    const QString &simulationMedium() const noexcept { return simulationMedium_; }
    /// Growth by flux balance of these source rows.
    void setSimulated(std::span<const int> sources, std::span<const SimulatedFitness> growth);
    /// Relative to wild type; NaN where it was not simulated, or without an answer.
    double simulated(int source) const;
    /// True where simulation has answered, with a number or why there is none.
    bool isSimulated(int source) const;
    /// What stands beside the number in a table (simulationNote()).
    std::string simulationNoteOf(int source) const;
    /// True for deletions of which the metabolic model knows no gene: simulation says nothing about them.
    bool outsideMetabolism(int source) const;
    /// Whether the cell says of any gene that it is essential.
    bool knowsEssential() const noexcept { return knowsEssential_; }
    /// Whether the rows themselves are simulated, not predicted.
    void setSimulatedAnswers(bool simulated);
    bool hasSimulatedAnswers() const noexcept { return simulatedAnswers_; }
    bool hasSimulated() const noexcept { return simulatedExpected_; }
    bool hasEnsemble() const noexcept { return hasEnsemble_; }
    /// "hxk2Δ pgi1Δ", from names made once per cell.
    QString label(const Genotype &genotype) const;
    int sourceRow(int row) const;
    /// The row a source row is seen in, or -1.
    int rowOfSource(int sourceRow) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Column -1: the order of arrival.
    void sort(int column, Qt::SortOrder order) override;
    /// By what the rows are sorted, for an exported table's provenance; empty in the order of arrival.
    QString orderText() const;

signals:
    /// An ensemble's spread arrived for the first time since clear().
    void ensembleSeen();
    /// Simulated growth was asked for, for the first time since clear().
    void simulatedSeen();

private:
    void rebuild();
    std::vector<std::uint32_t> acceptedRows() const;
    void sortRows(std::vector<std::uint32_t> &rows) const;
    void sortByNumber(std::vector<std::uint32_t> &rows) const;
    void sortByKnockouts(std::vector<std::uint32_t> &rows) const;
    void sortByEssential(std::vector<std::uint32_t> &rows) const;
    double number(std::uint32_t source, ResultsColumn column) const;
    QString text(const PredictionRow &row, ResultsColumn column) const;
    QString toolTip(const PredictionRow &row, ResultsColumn column) const;
    /// Not even maintenance can be met: growth of 0 that is none.
    bool isInfeasible(int source) const;
    QString simulatedText(int source) const;
    QString simulatedToolTip(int source) const;
    /// "HXK2, PGI1": the essential genes of a row.
    QString essentialNames(const Genotype &genotype) const;
    bool isEssentialHere(GeneIndex gene) const;
    std::size_t essentialCount(const Genotype &genotype) const;
    /// True for the score of the two that is not the headline.
    bool isOtherScore(const PredictionRow &row, ResultsColumn column) const;
    const ScoreGuide &guide(const PredictionRow &row) const;

    std::shared_ptr<const Cell> cell_;
    /// Per gene: "hxk2Δ", and its place in the natural order.
    std::vector<QString> deletionNames_;
    std::vector<int> nameRanks_;
    /// Per gene: is it essential, is it in the metabolic model.
    std::vector<char> essential_;
    bool knowsEssential_ = false;
    std::optional<MetabolicGenes> metabolic_;
    std::vector<ModelSummary> models_;
    PredictionIntervals intervals_;
    /// By number of deletions; made when first asked for.
    mutable std::map<std::size_t, ScoreGuide> guides_;
    std::vector<PredictionRow> rows_;
    std::vector<std::uint32_t> seen_;
    /// Per source row; shorter where the last rows have none. Without a status: not simulated.
    std::vector<SimulatedFitness> simulated_;
    QString simulationMedium_;
    bool simulatedExpected_ = false;
    bool simulatedAnswers_ = false;
    /// Row of each source row, -1 where filtered out; made when first asked for.
    mutable std::vector<std::int32_t> rowOfSource_;
    ResultsFilter filter_;
    ResultsMatcher matcher_;
    int sortColumn_ = -1;
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
    bool hasEnsemble_ = false;
    bool unsettled_ = false;
};

} // namespace knockscape::ui
