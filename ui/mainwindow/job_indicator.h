#pragma once

#include "ui/mainwindow/workbench.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace knockscape::ui
{

/// In the status bar: "predicting 12,345 / 34,453 ▮▮▮▯▯ 3 s left ✕", or what is being opened. Keeps its place when
/// idle.
class JobIndicator : public QWidget
{
    Q_OBJECT

public:
    explicit JobIndicator(QWidget *parent = nullptr);

    void showJob(const JobStatus &status);
    /// "Reading networks", with a bar that does not promise an end.
    void showOpening(const QString &stage);
    void showIdle(const QString &summary);

signals:
    void cancelRequested();

private:
    QLabel *text_ = nullptr;
    QProgressBar *bar_ = nullptr;
    QLabel *left_ = nullptr;
    QToolButton *cancel_ = nullptr;
};

} // namespace knockscape::ui
