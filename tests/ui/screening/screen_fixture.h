#pragma once

#include "tests/ui/mainwindow/window_fixture.h"
#include "ui/screening/screen_dialog.h"
#include "ui/screening/screen_panel.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

namespace knockscape::ui::tests
{

/// The window on the demo, and what a person does in its "Screen" tab. Files of screens go to a folder of the test.
class ScreenFixture : public WindowFixture
{
public:
    explicit ScreenFixture(const QString &home) : WindowFixture(home)
    {
        qputenv("XDG_DATA_HOME", (home + QStringLiteral("/data")).toLocal8Bit());
        qputenv("XDG_CACHE_HOME", (home + QStringLiteral("/cache")).toLocal8Bit());
    }

    ScreenPanel *panel() { return window->screen(); }
    template <typename Part>
    Part *part(const char *name)
    {
        return window->findChild<Part *>(QString::fromLatin1(name));
    }
    QString text(const char *label) { return part<QLabel>(label)->text(); }
    void click(const char *button) { QTest::mouseClick(part<QAbstractButton>(button), Qt::LeftButton); }

    ScreenDialog *openDialog()
    {
        // Without a window manager nobody hands the keyboard back when a dialog goes.
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            return nullptr;
        QTest::keyClick(window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        // One that was closed a moment ago may still be there, hidden.
        for (ScreenDialog *dialog : window->findChildren<ScreenDialog *>())
            if (!dialog->isHidden())
                return QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
        return nullptr;
    }

    /// All combinations of `order` genes among the first `genes`.
    ScreenPlan plan(int genes, int order)
    {
        ScreenPlan plan;
        plan.kind = order == 2 ? ScreenKind::Pairs : ScreenKind::Combinations;
        plan.order = order;
        plan.panel = allGenes(static_cast<std::size_t>(genes));
        plan.panelName = QStringLiteral("test");
        plan.by = "epistasis";
        return plan;
    }

    /// Waits until filter and sort order are done.
    bool settled()
    {
        return QTest::qWaitFor(
            [this] {
                return panel()->outcome() && !text("screenRows").contains(QStringLiteral("…")) &&
                       panel()->table()->rows() == panel()->outcome()->rows();
            },
            patience);
    }

    bool run(const ScreenPlan &plan)
    {
        QSignalSpy ended(panel(), &ScreenPanel::ended);
        panel()->run(plan);
        return ended.wait(patience) && settled();
    }
};

} // namespace knockscape::ui::tests
