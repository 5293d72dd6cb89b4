#pragma once

#include "engine/core/issue.h"
#include "engine/inference/screen_query.h"
#include "engine/store/provenance.h"
#include "ui/screening/screen_simulation.h"
#include "ui/session/inference_service.h"
#include "ui/session/task_thread.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <vector>

namespace knockscape::ui
{

/// Writes the rows of a screen as they are shown into a prediction table (.csv, .tsv, .xlsx), on a thread of its own,
/// row by row, with the columns of `intervals` where there are any; with `simulated` rows also simulated_fitness,
/// simulated_epistasis, agreement (toText()) and simulation_note (simulationNote()). All or nothing: a cancelled or
/// failed file is not there. GUI thread.
class ScreenExporter : public QObject
{
    Q_OBJECT

public:
    explicit ScreenExporter(QObject *parent = nullptr);
    ~ScreenExporter() override;

    /// Nothing may be running.
    void start(const std::filesystem::path &file, std::shared_ptr<const Cell> cell,
               std::shared_ptr<const ScreenRows> rows, std::shared_ptr<const RowOrder> order, bool spreads,
               const Provenance &about, SimulatedRows simulated = std::nullopt,
               const PredictionIntervals &intervals = {});
    void cancel();
    bool running() const noexcept { return running_; }

signals:
    void progressed(quint64 done, quint64 total);
    /// `issues` say why when Failed.
    void ended(knockscape::ui::JobEnd end, const QString &file, const std::vector<knockscape::Issue> &issues);

private:
    CancelToken cancel_;
    bool running_ = false;
    TaskThread thread_;
};

} // namespace knockscape::ui
