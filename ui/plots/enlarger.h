#pragma once

#include <QObject>
#include <QPointer>
#include <QToolButton>
#include <QWidget>

#include <utility>
#include <vector>

class QSplitter;

namespace knockscape::ui
{

/// Gives one part of a window, a plot with its bars, the whole page, and gives it back: asked again, with Escape, or
/// when the part is hidden (another tab). What stands beside it and around it steps aside meanwhile, apart from widgets
/// with the property staysBesideEnlarged (messages, progress). One a window; docks are the window's own business, which
/// follows changed(). GUI thread.
class Enlarger : public QObject
{
    Q_OBJECT

public:
    static constexpr const char *stays = "staysBesideEnlarged";

    /// That of the widget's window; made where there is none.
    static Enlarger *of(const QWidget *widget);

    void enlarge(QWidget *part);
    void restore();
    /// What has the page; null: nothing.
    QWidget *part() const { return part_; }

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// Null: everything is back.
    void changed(QWidget *part);

private:
    explicit Enlarger(QWidget *window);
    void putAside(QWidget *parent, const QWidget *kept);

    QPointer<QWidget> part_;
    std::vector<QPointer<QWidget>> aside_;
    std::vector<std::pair<QPointer<QSplitter>, QList<int>>> sizes_;
};

/// Enlarges a part of the window, and shows that it is.
class EnlargeButton : public QToolButton
{
    Q_OBJECT

public:
    /// `part` is the button's parent or above it, so that the button stays in sight.
    EnlargeButton(QWidget *part, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void follow();

    QWidget *subject_;
    QPointer<Enlarger> enlarger_;
};

} // namespace knockscape::ui
