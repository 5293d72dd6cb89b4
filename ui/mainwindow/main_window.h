#pragma once

#include "ui/mainwindow/workbench.h"
#include "ui/plots/picture_export.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

class QAction;
class QLabel;
class QMenu;
class QTabWidget;
class QToolButton;

namespace knockscape::ui
{

class ComparePanel;
class PlanPanel;
class GeneDetails;
class GeneListDock;
class GenotypeListPanel;
class ImportPage;
class IssuesDock;
class JobIndicator;
class KnockoutDock;
class LogDock;
class MessageBar;
class MetabolismTab;
class ResultsPanel;
class RunsDock;
class ScreenPanel;
class ScreenRecorder;
class SubgraphPanel;
class TrainingPanel;
class TrainingService;
struct ImportResult;

/// The window: menu, tool bar, docks, tabs and status bar, and the wires between them and the workbench.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Preferences &preferences, QWidget *parent = nullptr);
    ~MainWindow() override;

    Workbench *workbench() { return workbench_.get(); }
    ResultsPanel *results() { return results_; }
    SubgraphPanel *network() { return network_; }
    MetabolismTab *metabolism() { return metabolism_; }
    ComparePanel *compare() { return compare_; }
    PlanPanel *plan() { return plan_; }
    TrainingPanel *training() { return training_; }
    TrainingService *trainingService() { return trainer_.get(); }
    ScreenPanel *screen() { return screen_; }
    QTabWidget *tabs() { return tabs_; }

    /// Opens files, or the demo when there are none; files that a cell can be made of go to the import assistant.
    void openFiles(const std::vector<std::filesystem::path> &files);
    /// The import assistant; nullptr until it was first shown.
    ImportPage *importPage() { return import_; }

public slots:
    /// Puts docks, sizes and tool bar where they were at first.
    void resetLayout();
    void showNetwork();
    /// Shows the import assistant as a tab that has the window to itself: the docks step aside while it is in front.
    void showImport();
    void hideImport();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Actions;

    // main_window.cpp: parts and wires
    void buildCentre();
    void buildDocks();
    void updateTitleBar(QDockWidget *dock);
    void arrangeDocks();
    void sizeDocks();
    bool bottomDocksShown() const;
    void buildStatusBar();
    void connectPanels();
    void connectWorkbench();
    // main_window_messages.cpp: what the window tells, and when that is over
    void connectMessages();
    void withdrawMessages();
    void tell(const Message &message);
    void onCellChanged();
    void onModelsChanged();
    void onKnockoutsChanged(const Genotype &knockouts);
    void updateAvailability();
    // main_window_evaluator.cpp: whether a model predicts or the cell's metabolism is simulated
    void buildSimulateActions();
    void updateEvaluator();
    void updateStatus();
    void updateDevice();
    void showGene(int gene);
    // main_window_layout.cpp: what has how much room
    void buildLayout();
    void saveLayout() const;
    void restoreLayout();
    void settleLayout();
    void giveThePageRoom();
    void toggleEnlarged();

    // main_window_import.cpp: the import assistant
    void open(const FilesToOpen &files);
    void buildImport();
    void onImported(const ImportResult &result);
    void updateDocksAside();
    void letDocksStepAside(bool aside);
    void onIssueActivated(const Issue &issue);

    // main_window_actions.cpp: menus, tool bar, shortcuts
    void buildActions();
    void buildMenus();
    void buildToolBar();
    void buildDeviceMenu(QMenu *menu);
    void fillRecent(QMenu *menu);
    void showShortcuts();
    void showPreferences();
    void showAbout();
    void toggleFullScreen(bool on);

    // main_window_files.cpp: what opens dialogs for files and lists
    void chooseCell();
    void chooseModels();
    void pasteKnockouts();
    void pasteGenotypes();
    void openKnockoutList(const QString &file);
    void reviewList(const QString &text, bool genotypeList);
    void exportTable();
    /// Of the tab in front; the others' where that has none.
    PictureSource shownPicture() const;
    void exportPicture(const PictureSource &source);
    void exportRun(const RunRecord &run);
    QString chooseExportFile(const QString &title, const QString &name, const QString &filters);
    void reportExport(bool written, const QString &file, const QString &error);

    // main_window_model_info.cpp: what it asks and tells about models
    void askAboutModel(const ModelQuestions &asked);
    void showModelInfo();
    // main_window_screen.cpp: screens at genome scale
    void showScreen();
    void connectScreen();
    void connectScreenStatus();
    // main_window_models.cpp: training, and comparing with measured values
    void buildModelMenu(QMenu *menu);
    void connectModelling();
    void connectTraining();
    void connectInterrupted();
    void connectSimulation();
    void addWhyLine();
    void updateMeasured();
    bool mayCloseWhileTraining();

    std::unique_ptr<Workbench> workbench_;
    std::unique_ptr<TrainingService> trainer_;
    std::unique_ptr<Actions> actions_;
    MessageBar *message_ = nullptr;
    QTabWidget *tabs_ = nullptr;
    ResultsPanel *results_ = nullptr;
    SubgraphPanel *network_ = nullptr;
    MetabolismTab *metabolism_ = nullptr;
    GenotypeListPanel *genotypes_ = nullptr;
    ComparePanel *compare_ = nullptr;
    PlanPanel *plan_ = nullptr;
    TrainingPanel *training_ = nullptr;
    ScreenPanel *screen_ = nullptr;
    ScreenRecorder *screenRecorder_ = nullptr;
    ImportPage *import_ = nullptr;
    GeneListDock *genes_ = nullptr;
    KnockoutDock *knockouts_ = nullptr;
    GeneDetails *details_ = nullptr;
    QDockWidget *detailsDock_ = nullptr;
    RunsDock *runs_ = nullptr;
    IssuesDock *issues_ = nullptr;
    LogDock *log_ = nullptr;
    JobIndicator *job_ = nullptr;
    QToolButton *device_ = nullptr;
    Genotype shownKnockouts_;
    QByteArray defaultState_;
    /// Where the docks are when the import assistant is not in front; empty while they are there.
    QByteArray stateAside_;
    /// As stored, until the window has had its final size for a moment.
    QByteArray stateToRestore_;
    bool defaultsPending_ = true;
    QTimer settling_;
    QTimer settled_;
    /// The docks below were closed for the sake of the page, and come back with the room.
    bool bottomCollapsed_ = false;
};

} // namespace knockscape::ui
