#pragma once

#include "engine/layout/layout_protocol.h"

#include <QObject>
#include <QString>
#include <QTimer>

class QProcess;

namespace knockscape::ui
{

/// Runs the layout helper (knockscape-layout) for one request at a time. GUI thread; never waits.
///
/// A new request kills the process of the one before, whose answer is never delivered. A helper that runs too long is
/// killed; one that crashes or takes too long with another engine is tried once more with sfdp, which copes with
/// every graph.
class LayoutRunner : public QObject
{
    Q_OBJECT

public:
    explicit LayoutRunner(QObject *parent = nullptr);
    ~LayoutRunner() override;

    /// Lays out `request`; `finished` or `failed` follows, unless another start() or cancel() comes first.
    void start(const LayoutRequest &request);
    /// Kills the helper and drops its answer.
    void cancel();
    bool running() const noexcept { return process_ != nullptr; }

    /// The helper's path: beside this program, else in the private folders of an installation; empty if there is none.
    static QString findHelper();
    /// Another helper than findHelper().
    void setHelper(const QString &path) { helper_ = path; }
    /// How long a layout may take.
    void setTimeLimit(int milliseconds) { timeLimit_ = milliseconds; }

signals:
    void finished(const knockscape::LayoutResult &result);
    /// A sentence for a person: what failed and what to do.
    void failed(const QString &message);

private:
    void launch();
    void onFinished();
    void onStopped(const QString &reason);
    void drop();

    QString helper_;
    int timeLimit_;
    LayoutRequest request_;
    QProcess *process_ = nullptr;
    QTimer watchdog_;
};

} // namespace knockscape::ui
