#pragma once

#include "ui/history/database_service.h"
#include "ui/screening/screen_panel.h"

#include <QObject>

namespace knockscape::ui
{

/// Writes every screen into the run database, as `knockscape-cli screen` does: one run with the best rows, and the
/// NumPy file where a person asked for one.
class ScreenRecorder : public QObject
{
    Q_OBJECT

public:
    ScreenRecorder(ScreenPanel *panel, Session *session, DatabaseService *database, QObject *parent = nullptr);
    /// A screen that still runs is recorded as cancelled: it can be gone on with at the next start.
    ~ScreenRecorder() override;

private:
    void begin(const ScreenPlan &plan);
    void finish(JobEnd end, const std::shared_ptr<const ScreenOutcome> &outcome, const std::vector<Issue> &issues);

    Session *session_;
    DatabaseService *database_;
    quint64 token_;
    bool recording_ = false;
};

} // namespace knockscape::ui
