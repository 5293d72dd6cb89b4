#pragma once

#include "ui/plots/training_curves.h"
#include "ui/session/label_service.h"
#include "ui/training/interrupted_bar.h"
#include "ui/training/training_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

class QFormLayout;

namespace knockscape::ui
{

/// The parts of the training panel and what happens between them.
class TrainingPanel::Private : public QObject
{
public:
    Private(TrainingPanel *panel, Session *session, TrainingService *service);

    // training_panel_build.cpp
    void build();
    QWidget *buildSetup();
    QWidget *buildLabels();
    QWidget *buildSettings();
    QWidget *buildAdvanced();
    QWidget *buildStart();
    QWidget *buildRun();

    // training_panel.cpp: labels, settings
    void connectSetup();
    void chooseFiles();
    void chooseOutput();
    void simulate();
    void onCellChanged();
    void showLabels(const std::shared_ptr<const LabelTable> &table, const QString &title,
                    const std::vector<Issue> &found);
    void showIssues(const std::vector<Issue> &found);
    void showReading(const QString &text, quint64 done, quint64 total);
    TrainingSettings settings() const;
    QString blockedReason() const;
    void updateStart();
    QString suggestedOutput() const;

    // training_panel_estimate.cpp
    void scheduleEstimate();
    void startEstimate();
    void showEstimate();
    static bool hasCheckpoint(const QString &output);

    // training_panel_run.cpp: the training that runs
    void connectRun();
    void start();
    void onStarted(const TrainingPlan &plan);
    void onEpoch(int member, const EpochReport &report);
    void onEnded(JobEnd end, const std::vector<TrainedModel> &models, const std::vector<Issue> &found);
    void updateProgress();
    double secondsLeft() const;
    void showResults(const std::vector<TrainedModel> &models);
    void exportCurves();

    // training_panel_interrupted.cpp: going on with a training that was interrupted
    void connectInterrupted();
    void goOn(const InterruptedTraining &training);
    void goOnWithCell();
    void goOnWithLabels();
    void refuseToGoOn(const std::filesystem::path &where, const QString &what);
    void stopGoingOn();
    void showSettings(const TrainingSettings &shown);

    TrainingPanel *q;
    Session *session;
    TrainingService *service;
    LabelService reader;
    TorchSettings torch;
    std::filesystem::path offered;
    std::vector<std::filesystem::path> files;
    QString labelsTitle;
    std::shared_ptr<const LabelTable> table;
    LabelCounts counts;
    std::vector<Issue> found;
    std::optional<TrainingEstimate> estimate;
    bool estimating = false;
    bool outputChosen = false;
    QTimer estimateTimer;
    std::uint64_t simulationSeed = 0;
    TrainingJournal *journal = nullptr;
    /// The interrupted training that is being prepared.
    std::optional<TrainingRecord> goingOn;

    QStackedWidget *pages = nullptr;
    InterruptedBar *interruptedBar = nullptr;
    QLabel *labelsSummary = nullptr;
    QListWidget *issueList = nullptr;
    QPushButton *filesButton = nullptr;
    QPushButton *offerButton = nullptr;
    QPushButton *simulateButton = nullptr;
    QProgressBar *readingBar = nullptr;
    QToolButton *readingCancel = nullptr;
    QWidget *readingRow = nullptr;
    QSpinBox *epochs = nullptr;
    QSpinBox *ensemble = nullptr;
    QComboBox *split = nullptr;
    QSpinBox *heldOut = nullptr;
    QSpinBox *seed = nullptr;
    QToolButton *advancedToggle = nullptr;
    QWidget *advanced = nullptr;
    QComboBox *loss = nullptr;
    QDoubleSpinBox *rate = nullptr;
    QDoubleSpinBox *dropout = nullptr;
    QSpinBox *hidden = nullptr;
    QComboBox *convolution = nullptr;
    QLineEdit *output = nullptr;
    QLabel *estimateText = nullptr;
    QPushButton *startButton = nullptr;

    QLabel *runTitle = nullptr;
    QLabel *runState = nullptr;
    QProgressBar *runBar = nullptr;
    QPushButton *pauseButton = nullptr;
    QPushButton *cancelButton = nullptr;
    TrainingCurves *curves = nullptr;
    QLabel *results = nullptr;
    QPushButton *openButton = nullptr;
    QPushButton *compareButton = nullptr;
    QPushButton *againButton = nullptr;
    int member = 0;
    int epoch = 0;
    int epochsOfMember = 0;
    /// What is done before the first epoch of a model ends.
    QString preparation;
    double epochSeconds = 0.0;
    std::vector<std::filesystem::path> written;
};

} // namespace knockscape::ui
