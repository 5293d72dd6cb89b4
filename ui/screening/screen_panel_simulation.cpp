// Simulated growth beside the rows of a screen, on request, and what is known of their genes.
#include "ui/screening/screen_panel_private.h"

#include "engine/cell/essentiality.h"
#include "ui/results/results_model.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

void ScreenPanel::Private::connectSimulation()
{
    connect(simulateButton, &QPushButton::clicked, q, [this] { simulateFirst(); });
    connect(table, &ScreenTable::simulationRequested, q, [this] { simulateSelected(); });
    connect(simulationCancel, &QToolButton::clicked, &simulation, &ScreenSimulation::cancel);
    connect(&simulation, &ScreenSimulation::progressed, q, [this](quint64 done, quint64 total) {
        simulationBar->setValue(total == 0 ? 1000 : static_cast<int>(done * 1000 / total));
        simulationText->setText(
            ScreenPanel::tr("simulating %1 / %2")
                .arg(formatCount(static_cast<qint64>(done)), formatCount(static_cast<qint64>(total))));
        updateSimulation();
    });
    connect(&simulation, &ScreenSimulation::ended, q, [this] {
        updateSimulation();
        if (beside) {
            find(); // in the order that the values have now
        }
    });
    connect(withoutEssential, &QCheckBox::toggled, q, [this](bool on) {
        query.without.reset();
        if (on && outcome) {
            query.without = std::make_shared<const std::vector<char>>(essentialGenes(outcome->cell->genes));
        }
        find();
    });
    connect(supportLast, &QCheckBox::toggled, q, [this](bool on) {
        query.minSupport = on && outcome ? outcome->result->state.top.minSupport() : 0;
        find();
    });
    connect(session, &Session::cellChanged, q, [this] { q->setSimulationUnavailable({}); });
    connect(session, &Session::mediumChanged, q, [this] {
        // What was simulated was so on another medium.
        beside.reset();
        simulation.setCell(outcome ? outcome->cell : nullptr);
        q->setSimulationUnavailable({});
        find();
    });
}

/// As many of the table's first rows as asked for, in its order.
void ScreenPanel::Private::simulateFirst()
{
    const int count = std::min(simulateCount->value(), model->rowCount());
    std::vector<Genotype> genotypes;
    std::vector<std::uint64_t> rows;
    for (int row = 0; row < count; ++row) {
        genotypes.push_back(model->at(row).genotype);
        rows.push_back(model->sourceOf(row));
    }
    simulation.start(genotypes, rows);
}

void ScreenPanel::Private::simulateSelected()
{
    std::vector<Genotype> genotypes;
    std::vector<std::uint64_t> rows;
    for (const int row : table->selectedTableRows()) {
        genotypes.push_back(model->at(row).genotype);
        rows.push_back(model->sourceOf(row));
    }
    simulation.start(genotypes, rows);
}

void ScreenPanel::Private::updateSimulation()
{
    simulationPages->show(simulationPages->widget(simulation.running() ? 1 : 0));
    const QString reason = outcome && outcome->plan.simulated ? ScreenPanel::tr("These rows are simulated already")
                                                              : simulation.unavailableReason();
    // The rows that arrive first are the kept ones; places among all rows are known when those are there.
    const bool ready = outcome && model->rowCount() > 0 && model->rows() == outcome->rows();
    for (QWidget *part : {static_cast<QWidget *>(simulateButton), static_cast<QWidget *>(simulateCount)}) {
        part->setEnabled(reason.isEmpty() && ready);
    }
    simulateButton->setToolTip(reason.isEmpty()
                                   ? ScreenPanel::tr("Simulate the growth of the table's first rows by flux balance "
                                                     "analysis, beside what is predicted")
                                   : reason);
    table->setSimulationReason(reason);
    table->setColumnHidden(ScreenTableModel::Simulated, simulation.empty() && !simulation.running());
    // Single deletions have but one predicted answer: something to compare comes with the simulation.
    const bool singles = outcome && outcome->plan.kind == ScreenKind::Singles;
    table->setColumnHidden(ScreenTableModel::Agree,
                           (singles && simulation.empty()) || (outcome && outcome->plan.simulated));
}

/// Rows that were simulated, sorted by the column beside the predictions that a person chose; those without a value
/// last.
std::shared_ptr<const std::vector<std::uint32_t>> ScreenPanel::Private::sortedBeside() const
{
    struct Entry {
        double key;
        std::uint32_t row;
    };
    std::vector<Entry> entries;
    PredictionBlock block;
    for (const auto &[row, genotype] : simulation.rows()) {
        double key = std::numeric_limits<double>::quiet_NaN();
        if (*beside == ScreenTableModel::Simulated) {
            const std::optional<SimulatedRow> known = simulation.find(genotype);
            key = known ? known->fitness : key;
        } else {
            outcome->rows()->read({row, 1}, block);
            const AnswerAgreement agreement = simulation.agreementOf({genotype, block.predictions.front()});
            key = agreement == AnswerAgreement::Unknown ? key : static_cast<double>(agreement);
        }
        entries.push_back({key, static_cast<std::uint32_t>(row)});
    }
    const bool descending = besideOrder == Qt::DescendingOrder;
    std::stable_sort(entries.begin(), entries.end(), [descending](const Entry &left, const Entry &right) {
        if (std::isnan(left.key) || std::isnan(right.key)) {
            return !std::isnan(left.key) && std::isnan(right.key);
        }
        return descending ? left.key > right.key : left.key < right.key;
    });
    auto rows = std::make_shared<std::vector<std::uint32_t>>();
    for (const Entry &entry : entries) {
        rows->push_back(entry.row);
    }
    return rows;
}

/// The filter and the column are there where essential genes are known and in the screen.
void ScreenPanel::Private::updateEssential()
{
    // What was left out of the panel may be in the set that every genotype holds.
    const bool held = outcome && (!outcome->plan.withoutEssential ||
                                  !essentialGenesOf(outcome->cell->genes, outcome->plan.fixed).empty());
    const bool known = held && model->knowsEssentialGenes();
    withoutEssential->setVisible(known);
    table->setColumnHidden(ScreenTableModel::Essential, !known);
}

/// The floor is a condition that is seen, and that a person can lift.
void ScreenPanel::Private::updateSupport()
{
    const std::int64_t floor = outcome->result->state.top.minSupport();
    const QSignalBlocker quiet(supportLast);
    supportLast->setVisible(floor > 0 && outcome->result->state.unsupported > 0);
    supportLast->setText(ScreenPanel::tr("Support below %1 last").arg(formatCount(floor)));
    supportLast->setChecked(floor > 0);
}

} // namespace knockscape::ui
