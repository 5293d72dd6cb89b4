#include "ui/results/results_filter_bar.h"

#include "ui/theme/field_message.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace knockscape::ui
{

namespace
{

constexpr int typingPauseMs = 120;
// A condition half typed is no mistake yet.
constexpr int errorPauseMs = 600;

} // namespace

ResultsFilterBar::ResultsFilterBar(QWidget *parent)
    : QWidget(parent), field_(new QLineEdit(this)), message_(new FieldMessage(field_)), typingPause_(new QTimer(this)),
      errorPause_(new QTimer(this))
{
    field_->setObjectName(QStringLiteral("resultsFilter"));
    field_->setAccessibleName(tr("Filter results"));
    field_->setPlaceholderText(tr("Filter: hxk2, fitness < 0.5, |interaction| > 0.08"));
    field_->setToolTip(
        tr("<p>Names and conditions, all of which a row must meet:</p><p>hxk2 pgi1<br/>fitness &lt; 0.5, "
           "epistasis &lt; -0.1<br/>|interaction| &gt; 0.08 and support &gt; 0<br/>essential = no, in_range = yes</p>"
           "<p>Columns: %1</p>")
            .arg(columnNames()));
    field_->setClearButtonEnabled(true);
    field_->addAction(themedIcon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    field_->installEventFilter(this);
    message_->setObjectName(QStringLiteral("resultsFilterMessage"));
    typingPause_->setSingleShot(true);
    typingPause_->setInterval(typingPauseMs);
    errorPause_->setSingleShot(true);
    errorPause_->setInterval(errorPauseMs);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(field_);
    connect(field_, &QLineEdit::textChanged, typingPause_, qOverload<>(&QTimer::start));
    connect(typingPause_, &QTimer::timeout, this, &ResultsFilterBar::apply);
    connect(field_, &QLineEdit::returnPressed, this, [this] {
        apply();
        showError(error_);
    });
    connect(errorPause_, &QTimer::timeout, this, [this] { showError(error_); });
}

void ResultsFilterBar::clear()
{
    field_->clear();
    apply();
}

QString ResultsFilterBar::text() const
{
    return applied_.empty() ? QString() : field_->text();
}

void ResultsFilterBar::focusField()
{
    field_->setFocus(Qt::ShortcutFocusReason);
    field_->selectAll();
}

void ResultsFilterBar::apply()
{
    typingPause_->stop();
    const ParsedFilter parsed = parseResultsFilter(field_->text());
    error_ = parsed.error;
    if (error_.isEmpty()) {
        errorPause_->stop();
        showError({});
    } else {
        errorPause_->start();
    }
    if (parsed.filter == applied_)
        return;
    applied_ = parsed.filter;
    emit filterChanged(applied_);
}

void ResultsFilterBar::showError(const QString &error)
{
    message_->showText(error.isEmpty() ? QString() : tr("%1 What stands before it is applied.").arg(error));
}

bool ResultsFilterBar::eventFilter(QObject *object, QEvent *event)
{
    if (object == field_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down) {
            emit leftDownwards();
            return true;
        }
        if (key == Qt::Key_Escape && !field_->text().isEmpty()) {
            clear();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace knockscape::ui
