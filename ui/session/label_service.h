#pragma once

#include "ui/session/inference_service.h"
#include "ui/session/measured_labels.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <vector>

namespace knockscape::ui
{

/// Reads labels on a thread of its own: files of a genome's interactions have millions of rows. Every answer is a
/// signal in the GUI thread; a new request, or cancel(), drops the answers of the one before.
class LabelService : public QObject
{
    Q_OBJECT

public:
    explicit LabelService(QObject *parent = nullptr);
    ~LabelService() override;

    /// Reads these files as labels of `cell`. ready or refused follows once, unless it is cancelled or replaced.
    void read(std::vector<std::filesystem::path> files, std::shared_ptr<const Cell> cell);
    /// Simulates growth of all metabolic single deletions and of `doubles` random pairs of them as labels (source
    /// "simulated"); answers as read() does. The same cell, count and seed give the same labels.
    void simulate(std::shared_ptr<const Cell> cell, int doubles, std::uint64_t seed);
    /// Whether this build can simulate.
    static bool canSimulate();
    void cancel();
    bool busy() const noexcept { return job_ != 0; }

signals:
    /// total is 0 while unknown.
    void progressed(const QString &stage, quint64 done, quint64 total);
    /// `issues` say what was left out and why. `table` is as read, for training; `measured` for comparing.
    void ready(const std::shared_ptr<const knockscape::LabelTable> &table,
               const knockscape::ui::MeasuredLabelsPtr &measured, const std::vector<knockscape::Issue> &issues);
    void refused(const std::vector<knockscape::Issue> &issues);

private:
    class Worker;

    quint64 begin();

    std::unique_ptr<Worker> worker_;
    CancelToken cancel_;
    quint64 last_ = 0;
    quint64 job_ = 0;
};

} // namespace knockscape::ui
