// Who answers: what actions and buttons are called, and which of them can be used now.

#include "ui/mainwindow/main_window_p.h"
#include "ui/results/genotype_list_panel.h"
#include "ui/results/results_panel.h"
#include "ui/screening/screen_panel.h"
#include "ui/theme/icon.h"

namespace knockscape::ui
{
namespace
{

/// What an action is called, and what it does where it can be used.
void describe(QAction *action, const QString &icon, const QString &text, const QString &toolTip, const QString &blocked)
{
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setIcon(themedIcon(icon));
    action->setText(text);
    action->setEnabled(blocked.isEmpty());
    action->setToolTip(!blocked.isEmpty() ? blocked
                       : keys.isEmpty()   ? toolTip
                                          : QStringLiteral("%1 (%2)").arg(toolTip, keys));
}

} // namespace

void MainWindow::buildSimulateActions()
{
    Workbench *const bench = workbench_.get();
    const auto make = [this](const QString &name) {
        auto *action = new QAction(this);
        action->setObjectName(name);
        return action;
    };
    Actions &a = *actions_;
    a.simulateList = make(QStringLiteral("simulateList"));
    a.simulateSet = make(QStringLiteral("simulateSet"));
    a.simulateSingles = make(QStringLiteral("simulateSingles"));
    a.simulateAgainst = make(QStringLiteral("simulateAgainst"));
    connect(a.simulateList, &QAction::triggered, bench, &Workbench::simulateList);
    connect(a.simulateSet, &QAction::triggered, bench, &Workbench::simulateSet);
    connect(a.simulateSingles, &QAction::triggered, bench, &Workbench::simulateSingles);
    connect(a.simulateAgainst, &QAction::triggered, bench, &Workbench::simulateAgainstAll);
}

void MainWindow::updateEvaluator()
{
    const Actions &a = *actions_;
    const Workbench *const bench = workbench_.get();
    const Session *const session = workbench_->session();
    const QString noSet = tr("The knockout set is empty: tick a gene first");
    const QString noList = tr("The genotype list is empty");
    const auto orElse = [](const QString &blocked, bool there, const QString &reason) {
        return blocked.isEmpty() && !there ? reason : blocked;
    };
    const bool hasSet = !session->knockouts().empty();
    const bool hasList = !session->genotypes().empty();

    const Evaluator usual = bench->usualEvaluator();
    const QString blocked = bench->blockedReason(usual);
    const bool simulates = usual == Evaluator::Simulation;
    const QString icon = simulates ? QStringLiteral("metabolism") : QStringLiteral("predict");
    const QString forSet = orElse(blocked, hasSet, noSet);
    const QString forList = orElse(blocked, hasList, noList);
    const QString simulateList = tr("Simulate the genotype list");
    const QString simulateSet = tr("Simulate the knockout set and its parts");
    const QString listTip = tr("Growth of every genotype of the list by flux balance analysis");
    const QString setTip = tr("Growth of the knockout set and of its parts by flux balance analysis");
    const QString singlesTip = tr("Growth of every single deletion of the metabolic model by flux balance analysis");
    const QString againstTip = tr("Growth of the knockout set with each other gene of the metabolic model deleted too");
    if (simulates) {
        describe(a.predict, icon, tr("Simulate"),
                 tr("Simulate the genotype list, or the knockout set when the list is empty"), blocked);
        describe(a.predictList, icon, simulateList, listTip, forList);
        describe(a.predictSet, QStringLiteral("knockout"), simulateSet, setTip, forSet);
        describe(a.singles, QStringLiteral("screen"), tr("Simulate all single knockouts"), singlesTip, blocked);
        describe(a.against, QStringLiteral("add"), tr("Simulate current set × all genes"), againstTip, forSet);
        describe(a.screen, QStringLiteral("screen"), tr("Simulated screen…"),
                 tr("Simulate all pairs or combinations of genes, and keep the best"), blocked);
    } else {
        describe(a.predict, icon, tr("Predict"),
                 tr("Predict the genotype list, or the knockout set when the list is empty"), blocked);
        describe(a.predictList, QStringLiteral("genotypes"), tr("Predict the genotype list"),
                 tr("Predict every genotype of the list"), forList);
        describe(a.predictSet, QStringLiteral("knockout"), tr("Predict the knockout set and its parts"),
                 tr("Predict the knockout set and its parts, to compare"), forSet);
        describe(a.singles, QStringLiteral("screen"), tr("All single knockouts"),
                 tr("Predict the deletion of each gene of the cell"), blocked);
        describe(a.against, QStringLiteral("add"), tr("Current set × all genes"),
                 tr("Predict the current set with each other gene deleted as well"), forSet);
        describe(a.screen, QStringLiteral("screen"), tr("Screen…"),
                 tr("Predict all pairs or combinations of genes, and keep the best"), blocked);
    }
    // Beside a model: simulation is a choice in the same menus.
    const QString simulation = bench->blockedReason(Evaluator::Simulation);
    const bool both = !simulates && whyNotSimulated(session->cell().get()).isEmpty();
    const QString metabolism = QStringLiteral("metabolism");
    describe(a.simulateList, metabolism, simulateList, listTip, orElse(simulation, hasList, noList));
    describe(a.simulateSet, metabolism, simulateSet, setTip, orElse(simulation, hasSet, noSet));
    describe(a.simulateSingles, metabolism, tr("Simulate all single knockouts"), singlesTip, simulation);
    describe(a.simulateAgainst, metabolism, tr("Simulate current set × all genes"), againstTip,
             orElse(simulation, hasSet, noSet));
    for (QAction *action : {a.simulateList, a.simulateSet, a.simulateSingles, a.simulateAgainst}) {
        action->setVisible(both);
    }
    a.cancel->setText(workbench_->running() && session->resultsSimulated() ? tr("Cancel the running simulation")
                                                                           : tr("Cancel the running prediction"));
    genotypes_->setBlocked(blocked, usual);
    results_->setBlocked(blocked, usual);
    screen_->setBlocked(blocked, usual);
}

} // namespace knockscape::ui
