#pragma once

#include "ui/plots/picture_export.h"
#include "ui/session/session.h"
#include "ui/training/training_service.h"

#include <QWidget>

#include <filesystem>
#include <memory>
#include <vector>

namespace knockscape::ui
{

class TrainingJournal;

/// The "Train" tab: choose labels, see what was read, set the few settings that matter, see what it will cost; then
/// watch, pause or cancel, and open the model that came of it. Training goes on whichever tab is shown.
///
/// Follows the session's cell; the service does the work. GUI thread.
class TrainingPanel : public QWidget
{
    Q_OBJECT

public:
    TrainingPanel(Session *session, TrainingService *service, QWidget *parent = nullptr);
    ~TrainingPanel() override;

    /// Reads these files as labels of the open cell.
    void load(const std::vector<std::filesystem::path> &files);
    /// Labels that belong to the open cell, offered beside the person's own; empty for none.
    void offer(const std::filesystem::path &labels);
    /// Where and how libtorch runs.
    void setTorchSettings(const TorchSettings &settings);

    /// Where interrupted trainings are noted down; lives longer than the panel. Once.
    void setJournal(TrainingJournal *journal);
    /// The cell that was asked for was not opened.
    void cellRefused();

    /// The training as it would start now; without labels where none were read.
    TrainingPlan plan() const;
    std::vector<Issue> issues() const;

    /// The curves, for paper.
    PictureSource picture() const;

signals:
    /// Something that a person should know.
    void reported(const QString &headline, const std::vector<knockscape::Issue> &issues);
    /// An interrupted training goes on once this cell is open.
    void cellRequested(const std::filesystem::path &folder);
    void openRequested(const std::vector<std::filesystem::path> &models);
    void compareRequested(const std::vector<std::filesystem::path> &labels);
    void exported(bool written, const QString &file, const QString &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
