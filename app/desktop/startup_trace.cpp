#include "app/desktop/startup_trace.h"

#include "ui/mainwindow/main_window.h"

#include <QEvent>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <unistd.h>

namespace knockscape::app
{
namespace
{

/// Milliseconds since the kernel started this process (proc(5): field 22 of stat, in clock ticks since boot), so that
/// dynamic linking counts. Resolution is that of the tick, 10 ms.
double millisecondsSinceProcessStart()
{
    std::ifstream stat("/proc/self/stat");
    std::string text;
    std::getline(stat, text);
    // The command in field 2 may hold blanks; fields are counted after its closing parenthesis.
    std::size_t position = text.rfind(')');
    for (int field = 2; field < 22 && position != std::string::npos; ++field) {
        position = text.find(' ', position + 1);
    }
    if (position == std::string::npos) {
        return 0.0;
    }
    const double started = std::stod(text.substr(position)) / static_cast<double>(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 - started) * 1000.0;
}

} // namespace

bool StartupTrace::wanted()
{
    return qEnvironmentVariableIntValue("KNOCKSCAPE_TRACE_STARTUP") != 0;
}

StartupTrace::StartupTrace(QObject *parent) : QObject(parent)
{
    reach("Qt is up");
}

void StartupTrace::watch(ui::MainWindow *window)
{
    reach("window built");
    window->installEventFilter(this);
    ui::Workbench *const bench = window->workbench();
    connect(bench->session(), &ui::Session::cellChanged, this, [this] { reach("cell open"); });
    connect(bench->inference(), &ui::InferenceService::moduleReady, this, [this] { reach("libtorch loaded"); });
    connect(bench->inference(), &ui::InferenceService::modelsOpened, this, [this] { reach("model open"); });
    connect(bench->inference(), &ui::InferenceService::liveReady, this, [this] { reach("first prediction"); });
    connect(bench->session(), &ui::Session::resultsFinished, this, [this] { reach("all single knockouts"); });
}

bool StartupTrace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        // What is queued behind the paint event runs once the window is on screen.
        QTimer::singleShot(0, this, [this] { reach("window shown"); });
    }
    return QObject::eventFilter(watched, event);
}

void StartupTrace::reach(const char *milestone)
{
    if (std::find(reached_.begin(), reached_.end(), milestone) == reached_.end()) {
        reached_.push_back(milestone);
        // Processor time tells a slow program from a busy machine.
        const double processor = static_cast<double>(std::clock()) * 1000.0 / CLOCKS_PER_SEC;
        std::fprintf(stderr, "startup %6.0f ms (processor %5.0f ms)  %s\n", millisecondsSinceProcessStart(), processor,
                     milestone);
    }
}

} // namespace knockscape::app
