#pragma once

#include "engine/cell/cell.h"
#include "engine/core/model_summary.h"
#include "ui/screening/screen_plan.h"

#include <QJsonObject>
#include <QLockFile>
#include <QString>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace knockscape::ui
{

/// Where a screen keeps what it needs to go on after a crash: a folder in the user's data folder with the plan and the
/// checkpoint, locked by the process that has it open, and the array of the whole result, in the user's cache folder
/// where no person asked for a file. GUI thread.
class ScreenFiles
{
public:
    /// A folder of its own for a new screen. Throws EngineError where it cannot be written.
    static std::unique_ptr<ScreenFiles> create(const ScreenPlan &plan, const Cell &cell,
                                               const std::vector<ModelSummary> &models);
    /// The newest screen that was interrupted and that no running program has; removes what finished screens of
    /// programs that are gone left behind.
    static std::unique_ptr<ScreenFiles> findInterrupted();
    /// Where temporary arrays are written, for its free space.
    static std::filesystem::path cacheFolder();

    /// A screen that is not finished can be gone on with; everything else is removed.
    ~ScreenFiles();
    ScreenFiles(const ScreenFiles &) = delete;
    ScreenFiles &operator=(const ScreenFiles &) = delete;

    std::filesystem::path checkpoint() const { return folder_ / "checkpoint"; }
    std::filesystem::path temporaryMatrix() const;
    /// True if the screen was begun with this session's cell, and with its models or simulated on its medium.
    bool fits(const Session &session) const;
    bool isSimulated() const;
    /// The medium of a simulation, as people read it.
    QString medium() const;
    /// "central-metabolism", "model.safetensors": what to open to go on.
    QString cellName() const;
    QString modelNames() const;
    QString title() const;
    /// Throws InputError where the plan cannot be read.
    ScreenPlan plan(const GeneCatalogue &genes) const;

    /// The result is in safety: nothing is kept when this object goes.
    void finish();
    /// Gives the screen up.
    void discard();

private:
    explicit ScreenFiles(std::filesystem::path folder);
    bool lock();
    void removeFiles() const;

    std::filesystem::path folder_;
    std::unique_ptr<QLockFile> lock_;
    QJsonObject description_;
    bool finished_ = false;
};

} // namespace knockscape::ui
