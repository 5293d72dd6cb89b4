// Simulated growth beside the predictions, on request.
#include "ui/results/results_panel_private.h"

#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>

#include <algorithm>
#include <span>

namespace knockscape::ui
{

/// What asks for simulation, and while it runs what tells of it, in one place beside the filter.
QWidget *ResultsPanel::Private::buildSimulation()
{
    simulateButton = new QToolButton;
    simulateButton->setObjectName(QStringLiteral("simulateRows"));
    simulateButton->setIcon(themedIcon(QStringLiteral("metabolism")));
    simulateButton->setText(ResultsPanel::tr("Simulate"));
    simulateButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    simulateButton->setFocusPolicy(Qt::TabFocus);
    connect(simulateButton, &QToolButton::clicked, this, [this] { simulate(seenSources()); });
    simulationText = new QLabel;
    simulationText->setObjectName(QStringLiteral("simulationText"));
    simulationText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    simulationText->setMinimumWidth(
        simulationText->fontMetrics().horizontalAdvance(QStringLiteral("250,000 / 250,000")));
    simulationBar = new QProgressBar;
    simulationBar->setTextVisible(false);
    simulationBar->setFixedSize(6 * gridUnit, 12);
    auto *cancel = new QToolButton;
    cancel->setObjectName(QStringLiteral("simulationCancel"));
    cancel->setIcon(themedIcon(QStringLiteral("cancel")));
    cancel->setAutoRaise(true);
    cancel->setFocusPolicy(Qt::StrongFocus);
    cancel->setToolTip(ResultsPanel::tr("Stop simulating; what was simulated is kept"));
    cancel->setAccessibleName(ResultsPanel::tr("Stop simulating"));
    connect(cancel, &QToolButton::clicked, this, [this] { stopSimulation(); });
    const auto rowOf = [](const std::vector<QWidget *> &parts) {
        auto *page = new QWidget;
        auto *row = new QHBoxLayout(page);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(gridUnit);
        row->addStretch(1);
        for (QWidget *part : parts)
            row->addWidget(part);
        return page;
    };
    simulationPlace = new SteadyPlace;
    simulationPlace->addWidget(simulationAsk = rowOf({simulateButton}));
    simulationPlace->addWidget(simulationRun = rowOf({simulationText, simulationBar, cancel}));
    return simulationPlace;
}

std::vector<int> ResultsPanel::Private::seenSources() const
{
    const auto &seen = model->seenRows();
    return {seen.begin(), seen.end()};
}

/// Rows that were simulated before are not simulated again, but where there was no answer, and rows that simulation
/// says nothing about not at all: the table says so.
void ResultsPanel::Private::simulate(std::vector<int> sources)
{
    std::erase_if(sources, [this](int source) { return !std::isnan(model->simulated(source)); });
    std::erase_if(sources, [this](int source) { return model->outsideMetabolism(source); });
    model->expectSimulated();
    if (sources.empty())
        return;
    simulating = std::move(sources);
    simulated = 0;
    std::vector<Genotype> genotypes;
    genotypes.reserve(simulating.size());
    for (const int source : simulating)
        genotypes.push_back(row(source).genotype);
    simulationPlace->show(simulationRun);
    q->showSimulated(0, {});
    emit q->simulationRequested(genotypes);
}

void ResultsPanel::Private::stopSimulation()
{
    if (!simulating.empty())
        emit q->simulationCancelled();
    q->endSimulation();
}

/// Not to be able to live is an answer too.
bool ResultsPanel::Private::hasAnswer(const PredictionRow &row) const
{
    return row.status == "ok" || (model->hasSimulatedAnswers() && row.status == "infeasible");
}

void ResultsPanel::setSimulatedAnswers(bool simulated)
{
    if (simulated == d->model->hasSimulatedAnswers())
        return;
    d->stopSimulation();
    d->model->setSimulatedAnswers(simulated);
    for (int column = 0; column < resultsColumnCount; ++column) {
        const auto which = static_cast<ResultsColumn>(column);
        // Spreads and simulated growth come with the rows that have them.
        const bool comes = which == ResultsColumn::FitnessSd || which == ResultsColumn::InteractionSd ||
                           which == ResultsColumn::Simulated;
        if (isOfModel(which))
            d->table->setColumnHidden(column, simulated || comes);
    }
    QHeaderView *const header = d->table->horizontalHeader();
    const int fitness = static_cast<int>(ResultsColumn::Fitness);
    header->resizeSection(fitness, std::max(header->sectionSize(fitness), header->sectionSizeHint(fitness)));
    if (auto *filter = findChild<QLineEdit *>(QStringLiteral("resultsFilter")))
        filter->setPlaceholderText(simulated ? tr("Filter: hxk2, fitness < 0.5, epistasis < -0.1")
                                             : tr("Filter: hxk2, fitness < 0.5, |interaction| > 0.08"));
    d->plots->setTabVisible(d->plots->indexOf(d->interaction), !simulated);
    d->plots->setTabText(d->plots->indexOf(d->fitness), simulated ? tr("Simulated fitness Δ") : tr("Fitness Δ"));
    d->simulationPlace->setVisible(!simulated);
}

void ResultsPanel::setBlocked(const QString &reason, Evaluator evaluator)
{
    const bool simulates = evaluator == Evaluator::Simulation;
    d->emptyText->setText(
        simulates ? tr("Nothing simulated yet.\nSimulate every single deletion to see where growth suffers, or tick "
                       "genes on the left and press Simulate.")
                  : tr("Nothing predicted yet.\nScreen every single deletion to see where growth suffers, or tick "
                       "genes on the left and press Predict."));
    d->emptyButton->setText(simulates ? tr("Simulate all single knockouts") : tr("All single knockouts"));
    d->emptyButton->setEnabled(reason.isEmpty());
    d->emptyButton->setToolTip(reason);
}

void ResultsPanel::setSimulationAvailable(bool available, const QString &reason)
{
    d->simulateButton->setEnabled(available);
    d->simulateButton->setToolTip(
        available ? tr("Simulate the growth of the rows shown by flux balance analysis, beside what is predicted")
                  : reason);
}

void ResultsPanel::setSimulationMedium(const QString &medium)
{
    if (d->model->simulationMedium() != medium) {
        d->stopSimulation();
        d->model->setSimulationMedium(medium);
    }
}

void ResultsPanel::showSimulated(std::size_t first, const std::vector<SimulatedFitness> &growth)
{
    if (first + growth.size() > d->simulating.size())
        return;
    d->model->setSimulated(std::span(d->simulating).subspan(first, growth.size()), growth);
    d->simulated = first + growth.size();
    const std::size_t total = d->simulating.size();
    d->simulationText->setText(
        QStringLiteral("%1 / %2").arg(formatCount(qint64(d->simulated)), formatCount(qint64(total))));
    d->simulationText->setToolTip(
        tr("simulating %1 / %2").arg(formatCount(qint64(d->simulated)), formatCount(qint64(total))));
    d->simulationBar->setRange(0, 1000);
    d->simulationBar->setValue(total > 0 ? static_cast<int>(d->simulated * 1000 / total) : 0);
}

void ResultsPanel::endSimulation()
{
    d->simulating.clear();
    d->simulationPlace->show(d->simulationAsk);
    d->scheduleFollow();
}

} // namespace knockscape::ui
