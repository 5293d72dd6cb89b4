#pragma once

#include <QObject>

class QWidget;

namespace knockscape::ui
{

/// While it lives, the mouse wheel changes no choice in the whole application: over a combo box, spin box, date,
/// slider, dial or tab bar, focused or not, now or later created, it scrolls the page that the choice stands on. Scroll
/// bars, opened lists of combo boxes, and views that zoom are left alone.
class WheelGuard : public QObject
{
    Q_OBJECT

public:
    explicit WheelGuard(QObject *parent = nullptr);

    /// True for a widget whose value the wheel would change if it were let.
    static bool isChoice(const QWidget *widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace knockscape::ui
