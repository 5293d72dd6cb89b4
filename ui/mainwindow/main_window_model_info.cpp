// What the window asks and tells about models.

#include "ui/mainwindow/hyperparameter_dialog.h"
#include "ui/mainwindow/main_window_p.h"
#include "ui/mainwindow/model_info_dialog.h"

namespace knockscape::ui
{

void MainWindow::askAboutModel(const ModelQuestions &asked)
{
    auto *dialog = new HyperparameterDialog(QString::fromStdString(asked.file.string()), asked.questions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, asked] { workbench_->answerModelQuestions(asked, dialog->answers()); });
    connect(dialog, &QDialog::rejected, this, [this, asked] { workbench_->leaveModelQuestions(asked); });
    // The answer would be about models of another cell.
    connect(workbench_->session(), &Session::cellChanged, dialog, &QDialog::reject);
    dialog->open();
}

void MainWindow::showModelInfo()
{
    const Session *session = workbench_->session();
    auto *dialog = new ModelInfoDialog(session->models(), QString::fromStdString(session->cell()->name), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(session, &Session::modelsChanged, dialog, &QDialog::reject);
    dialog->open();
}

} // namespace knockscape::ui
