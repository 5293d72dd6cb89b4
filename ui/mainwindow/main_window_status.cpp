// What can be done now, and what status bar and device button say.

#include "ui/mainwindow/knockout_dock.h"
#include "ui/mainwindow/main_window_p.h"
#include "ui/mainwindow/message_bar.h"
#include "ui/results/genotype_list_panel.h"
#include "ui/screening/screen_panel.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"

#include <QToolButton>

#include <cmath>

namespace knockscape::ui
{

void MainWindow::updateAvailability()
{
    Workbench *const bench = workbench_.get();
    const QString blocked = bench->blockedReason();
    const bool hasSet = !bench->session()->knockouts().empty();
    updateEvaluator();
    actions_->clear->setEnabled(hasSet);
    actions_->paste->setEnabled(bench->session()->cell() != nullptr);
    actions_->cancel->setEnabled(bench->running());
    actions_->modelInfo->setEnabled(!bench->session()->models().empty());
    actions_->exportTable->setEnabled(!bench->session()->results().empty());
    actions_->exportPlot->setEnabled(bench->session()->cell() != nullptr);
    actions_->exportNetwork->setEnabled(bench->session()->cell() != nullptr);
    const bool predicts = bench->modelState() == ModelState::Ready || bench->running();
    const bool noModel = bench->modelState() == ModelState::None;
    knockouts_->setUnavailable(predicts ? QString() : blocked, predicts || !noModel       ? NextStep::None
                                                               : bench->session()->cell() ? NextStep::OpenModel
                                                                                          : NextStep::OpenCell);
}

void MainWindow::updateStatus()
{
    const Session *session = workbench_->session();
    QStringList parts;
    if (session->cell()) {
        parts << QString::fromStdString(session->cell()->name)
              << trCount("MainWindow", "%1 gene", "%1 genes", qint64(session->cell()->genes.size()));
    } else {
        parts << tr("no cell open");
    }
    for (const ModelSummary &model : session->models()) {
        const auto found = model.training.metrics.find("fitness_pearson");
        parts << (found == model.training.metrics.end() || std::isnan(found->second)
                      ? tr("model %1").arg(QString::fromStdString(model.path.filename().string()))
                      : tr("model r %1").arg(formatValue(found->second)));
    }
    if (session->models().empty()) {
        parts << tr("no model");
    }
    if (!session->device().isEmpty()) {
        parts << session->device();
    }
    message_->setStatus(parts.join(QStringLiteral(" · ")));
    updateDevice();
}

void MainWindow::updateDevice()
{
    QString text;
    QColor colour(0x00, 0x9e, 0x73);
    const Workbench *bench = workbench_.get();
    switch (bench->modelState()) {
    case ModelState::Ready:
        text = workbench_->session()->device().toUpper();
        break;
    case ModelState::Loading:
        text = tr("Loading…");
        colour = QColor(0xe6, 0x9f, 0x00);
        break;
    case ModelState::ModuleMissing:
        text = tr("No prediction module");
        colour = QColor(0xd5, 0x5e, 0x00);
        break;
    case ModelState::None:
        text = tr("No model");
        colour = QColor(0x80, 0x88, 0x90);
        break;
    }
    device_->setText(text);
    device_->setIcon(themedIcon(QStringLiteral("dot"), colour));
    device_->setToolTip(bench->moduleVersion().isEmpty()
                            ? tr("Where predictions are computed")
                            : tr("Predictions are computed by %1").arg(bench->moduleVersion()));
}

} // namespace knockscape::ui
