// What the window tells without asking: the message in the status bar, and what makes each message untrue.

#include "ui/graph/subgraph_panel.h"
#include "ui/mainwindow/issues_dock.h"
#include "ui/mainwindow/log_dock.h"
#include "ui/mainwindow/main_window.h"
#include "ui/mainwindow/message_bar.h"
#include "ui/mainwindow/metabolism_tab.h"
#include "ui/plan/plan_panel.h"
#include "ui/screening/screen_panel.h"
#include "ui/training/training_panel.h"

namespace knockscape::ui
{

void MainWindow::tell(const Message &message)
{
    message_->showMessage(message);
    issues_->add(message.issues);
    log_->add(message.headline);
}

void MainWindow::connectMessages()
{
    Workbench *const bench = workbench_.get();
    connect(bench, &Workbench::reported, this,
            [this](const QString &headline, const std::vector<Issue> &issues, MessageTopic topic) {
                tell({headline, issues, topic, {}});
            });
    connect(bench, &Workbench::offered, this, &MainWindow::tell);
    connect(bench, &Workbench::cellWanted, this, &MainWindow::chooseCell);
    connect(message_, &MessageBar::detailsRequested, this, [this] {
        issues_->show();
        issues_->raise();
    });
    withdrawMessages();
}

/// Each line: when this happens, messages about these are not true any more.
void MainWindow::withdrawMessages()
{
    using Topic = MessageTopic;
    const auto withdraw = [this](std::initializer_list<Topic> topics) {
        return [this, topics = std::vector<Topic>(topics)] { message_->withdraw(topics); };
    };
    Workbench *const bench = workbench_.get();
    Session *const session = bench->session();
    connect(bench, &Workbench::cellOpening, this, withdraw({Topic::Cell, Topic::PastRun, Topic::Blocked}));
    connect(session, &Session::cellChanged, this,
            withdraw({Topic::General, Topic::Model, Topic::Blocked, Topic::Prediction, Topic::Live, Topic::PastRun,
                      Topic::Screen, Topic::Measured, Topic::Plan, Topic::Network, Topic::Metabolism}));
    connect(session, &Session::modelsChanged, this,
            withdraw({Topic::Model, Topic::Blocked, Topic::Live, Topic::PastRun}));
    connect(bench, &Workbench::openingChanged, this, [this](const QString &stage) {
        if (!stage.isEmpty()) {
            message_->withdraw({Topic::Model});
        }
    });
    connect(bench, &Workbench::modelStateChanged, this, withdraw({Topic::Blocked}));
    connect(bench->inference(), &InferenceService::moduleReady, this, withdraw({Topic::Module}));
    connect(session, &Session::knockoutsChanged, this, withdraw({Topic::Blocked, Topic::Live}));
    connect(session, &Session::genotypesChanged, this, withdraw({Topic::Blocked}));
    connect(bench, &Workbench::liveChanged, this, withdraw({Topic::Live}));
    connect(bench, &Workbench::jobStarted, this, withdraw({Topic::Blocked, Topic::Prediction}));
    connect(bench, &Workbench::jobEnded, this, withdraw({Topic::Blocked}));
    connect(session, &Session::resultsBegun, this, withdraw({Topic::Prediction, Topic::PastRun}));
    connect(session, &Session::measuredChanged, this, withdraw({Topic::Measured}));
    connect(bench->screens(), &ScreenService::ended, this, withdraw({Topic::Blocked}));
    connect(screen_, &ScreenPanel::begun, this, withdraw({Topic::Screen, Topic::Blocked}));
    connect(plan_, &PlanPanel::begun, this, withdraw({Topic::Plan}));
    connect(trainer_.get(), &TrainingService::started, this, withdraw({Topic::Training}));
    connect(network_, &SubgraphPanel::layoutShown, this, withdraw({Topic::Network}));
    connect(metabolism_->maps(), &MetabolismPanel::mapShown, this, withdraw({Topic::Metabolism}));
    connect(bench->database(), &DatabaseService::runsChanged, this, withdraw({Topic::Database}));
}

} // namespace knockscape::ui
