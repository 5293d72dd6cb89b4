#include "ui/plots/enlarger.h"

#include "ui/theme/icon.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMainWindow>
#include <QSplitter>

namespace knockscape::ui
{

Enlarger::Enlarger(QWidget *window) : QObject(window)
{
    setObjectName(QStringLiteral("enlarger"));
}

Enlarger *Enlarger::of(const QWidget *widget)
{
    QWidget *window = widget->window();
    auto *found = window->findChild<Enlarger *>(QString(), Qt::FindDirectChildrenOnly);
    return found != nullptr ? found : new Enlarger(window);
}

/// Hides what else is seen in `parent`.
void Enlarger::putAside(QWidget *parent, const QWidget *kept)
{
    if (auto *splitter = qobject_cast<QSplitter *>(parent))
        sizes_.emplace_back(splitter, splitter->sizes());
    for (QObject *child : parent->children()) {
        auto *widget = qobject_cast<QWidget *>(child);
        const bool other = widget != nullptr && widget != kept && !widget->isWindow() && !widget->isHidden() &&
                           !widget->property(stays).toBool() && qobject_cast<QSplitterHandle *>(widget) == nullptr;
        if (other) {
            widget->hide();
            aside_.emplace_back(widget);
        }
    }
}

void Enlarger::enlarge(QWidget *part)
{
    restore();
    part_ = part;
    const QWidget *window = part->window();
    for (QWidget *inner = part; inner != window; inner = inner->parentWidget()) {
        // A main window's other parts (menu, tool bar, docks, status bar) are not of the page.
        if (inner->parentWidget() == window && qobject_cast<const QMainWindow *>(window) != nullptr)
            break;
        putAside(inner->parentWidget(), inner);
    }
    part->installEventFilter(this);
    qApp->installEventFilter(this);
    emit changed(part);
}

void Enlarger::restore()
{
    if (part_ == nullptr && aside_.empty())
        return;
    qApp->removeEventFilter(this);
    if (part_)
        part_->removeEventFilter(this);
    part_ = nullptr;
    for (const QPointer<QWidget> &widget : std::exchange(aside_, {})) {
        if (widget)
            widget->show();
    }
    for (const auto &[splitter, sizes] : std::exchange(sizes_, {})) {
        if (splitter)
            splitter->setSizes(sizes);
    }
    emit changed(nullptr);
}

bool Enlarger::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == part_ && event->type() == QEvent::Hide && !event->spontaneous()) {
        restore();
        return false;
    }
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!key || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape || part_ == nullptr)
        return false;
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (widget == nullptr || widget->window() != part_->window() || QApplication::activePopupWidget() != nullptr)
        return false;
    // The key is meant for this, and not for the window's shortcut of it.
    event->accept();
    if (event->type() == QEvent::KeyPress)
        restore();
    return true;
}

EnlargeButton::EnlargeButton(QWidget *part, QWidget *parent) : QToolButton(parent), subject_(part)
{
    setObjectName(QStringLiteral("enlarge"));
    setIcon(themedIcon(QStringLiteral("enlarge")));
    setText(tr("Enlarge"));
    setCheckable(true);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("Give the picture the whole page (F9); Escape brings the rest back"));
    connect(this, &QToolButton::clicked, this, [this](bool on) {
        if (on)
            Enlarger::of(subject_)->enlarge(subject_);
        else
            Enlarger::of(subject_)->restore();
    });
}

void EnlargeButton::showEvent(QShowEvent *event)
{
    QToolButton::showEvent(event);
    // Only now is it known which window it belongs to.
    Enlarger *enlarger = Enlarger::of(subject_);
    if (enlarger != enlarger_) {
        enlarger_ = enlarger;
        connect(enlarger, &Enlarger::changed, this, &EnlargeButton::follow, Qt::UniqueConnection);
    }
    follow();
}

void EnlargeButton::follow()
{
    setChecked(enlarger_ && enlarger_->part() == subject_);
}

} // namespace knockscape::ui
