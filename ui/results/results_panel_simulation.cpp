// Simulated growth beside the predictions, on request.
#include "ui/results/results_panel_private.h"

#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>

#include <algorithm>
#include <span>

namespace knockscape::ui
{

QWidget *ResultsPanel::Private::buildSimulationStrip()
{
    simulationStrip = new QWidget;
    simulationText = new QLabel;
    simulationText->setObjectName(QStringLiteral("simulationText"));
    simulationBar = new QProgressBar;
    simulationBar->setTextVisible(false);
    simulationBar->setFixedHeight(12);
    auto *cancel = new QToolButton;
    cancel->setObjectName(QStringLiteral("simulationCancel"));
    cancel->setIcon(themedIcon(QStringLiteral("cancel")));
    cancel->setAutoRaise(true);
    cancel->setToolTip(ResultsPanel::tr("Stop simulating; what was simulated is kept"));
    cancel->setAccessibleName(ResultsPanel::tr("Stop simulating"));
    connect(cancel, &QToolButton::clicked, this, [this] { stopSimulation(); });
    connect(simulateButton, &QToolButton::clicked, this, [this] { simulate(seenSources()); });
    auto *row = new QHBoxLayout(simulationStrip);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gridUnit);
    row->addWidget(simulationText);
    row->addWidget(simulationBar, 1);
    row->addWidget(cancel);
    simulationStrip->hide();
    return simulationStrip;
}

std::vector<int> ResultsPanel::Private::seenSources() const
{
    const auto &seen = model->seenRows();
    return {seen.begin(), seen.end()};
}

/// Rows that were simulated before are not simulated again, and rows that simulation says nothing about not at all: the
/// table says so.
void ResultsPanel::Private::simulate(std::vector<int> sources)
{
    std::erase_if(sources, [this](int source) { return !std::isnan(model->simulated(source)); });
    if (std::erase_if(sources, [this](int source) { return model->outsideMetabolism(source); }) > 0)
        table->setColumnHidden(static_cast<int>(ResultsColumn::Simulated), false);
    if (sources.empty())
        return;
    simulating = std::move(sources);
    simulated = 0;
    std::vector<Genotype> genotypes;
    genotypes.reserve(simulating.size());
    for (const int source : simulating)
        genotypes.push_back(row(source).genotype);
    simulationStrip->show();
    q->showSimulated(0, {});
    emit q->simulationRequested(genotypes);
}

void ResultsPanel::Private::stopSimulation()
{
    if (!simulating.empty())
        emit q->simulationCancelled();
    q->endSimulation();
}

void ResultsPanel::setSimulationAvailable(bool available, const QString &reason)
{
    d->simulateButton->setEnabled(available);
    d->simulateButton->setToolTip(
        available ? tr("Simulate the growth of the rows shown by flux balance analysis, beside what is predicted")
                  : reason);
}

void ResultsPanel::showSimulated(std::size_t first, const std::vector<double> &fitness)
{
    if (first + fitness.size() > d->simulating.size())
        return;
    d->model->setSimulated(std::span(d->simulating).subspan(first, fitness.size()), fitness);
    d->simulated = first + fitness.size();
    const std::size_t total = d->simulating.size();
    d->simulationText->setText(
        tr("simulating %1 / %2").arg(formatCount(qint64(d->simulated)), formatCount(qint64(total))));
    d->simulationBar->setRange(0, 1000);
    d->simulationBar->setValue(total > 0 ? static_cast<int>(d->simulated * 1000 / total) : 0);
}

void ResultsPanel::endSimulation()
{
    d->simulating.clear();
    d->simulationStrip->hide();
    d->scheduleFollow();
}

} // namespace knockscape::ui
