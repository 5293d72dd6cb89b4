#pragma once

#include <QObject>

#include <vector>

namespace knockscape::ui
{
class MainWindow;
}

namespace knockscape::app
{

/// With KNOCKSCAPE_TRACE_STARTUP=1: prints to stderr how many milliseconds after the process was started the window was
/// built and first painted, the cell was open, the module loaded, the model ready and the first prediction there.
class StartupTrace : public QObject
{
    Q_OBJECT

public:
    /// True if the environment asks for it.
    static bool wanted();
    explicit StartupTrace(QObject *parent);
    void watch(ui::MainWindow *window);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Prints a milestone the first time it is reached.
    void reach(const char *milestone);

    std::vector<const char *> reached_;
};

} // namespace knockscape::app
