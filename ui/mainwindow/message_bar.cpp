#include "ui/mainwindow/message_bar.h"

#include "ui/theme/colours.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace knockscape::ui
{

MessageBar::MessageBar(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("MessageBar"));
    setAutoFillBackground(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gridUnit, gridUnit / 2, gridUnit / 2, gridUnit / 2);
    row->setSpacing(gridUnit);
    icon_ = new QLabel;
    text_ = new QLabel;
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    details_ = new QToolButton;
    details_->setObjectName(QStringLiteral("showIssues"));
    details_->setAutoRaise(true);
    auto *close = new QToolButton;
    close->setObjectName(QStringLiteral("closeMessage"));
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    row->addWidget(icon_, 0, Qt::AlignTop);
    row->addWidget(text_, 1);
    row->addWidget(details_);
    row->addWidget(close);
    connect(details_, &QToolButton::clicked, this, &MessageBar::detailsRequested);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void MessageBar::showIssues(const QString &headline, const std::vector<Issue> &issues)
{
    severity_ = Severity::Note;
    for (const Issue &issue : issues) {
        severity_ = std::max(severity_, issue.severity);
    }
    QString text = headline;
    if (!issues.empty()) {
        text += QStringLiteral(": ") + QString::fromStdString(describe(issues.front()));
    }
    text_->setText(text);
    text_->setToolTip(text);
    details_->setText(issues.size() > 1 ? tr("Show all %1").arg(issues.size()) : tr("Show in Issues"));
    details_->setVisible(!issues.empty());
    restyle();
    show();
}

QString MessageBar::text() const
{
    return text_->text();
}

void MessageBar::changeEvent(QEvent *event)
{
    // Setting the palette below sends this event to the bar itself.
    if (event->type() == QEvent::ApplicationPaletteChange && text_ != nullptr) {
        restyle();
    }
    QFrame::changeEvent(event);
}

void MessageBar::restyle()
{
    const QPalette application = parentWidget() != nullptr ? parentWidget()->palette() : palette();
    QPalette own = application;
    own.setColor(QPalette::Window, severityBackground(severity_, application));
    setPalette(own);
    const QString name = severity_ == Severity::Error     ? QStringLiteral("error")
                         : severity_ == Severity::Warning ? QStringLiteral("warning")
                                                          : QStringLiteral("note");
    icon_->setPixmap(themedIcon(name, severityColour(severity_, application)).pixmap(18, 18));
}

} // namespace knockscape::ui
