#include "ui/mainwindow/log_dock.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QTime>

namespace knockscape::ui
{

LogDock::LogDock(QWidget *parent) : QDockWidget(tr("Log"), parent), edit_(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("LogDock"));
    edit_->setReadOnly(true);
    edit_->setMaximumBlockCount(4000);
    edit_->setFrameShape(QFrame::NoFrame);
    edit_->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setWidget(edit_);
}

void LogDock::add(const QString &line)
{
    edit_->appendPlainText(QTime::currentTime().toString(QStringLiteral("HH:mm:ss  ")) + line);
}

QString LogDock::text() const
{
    return edit_->toPlainText();
}

} // namespace knockscape::ui
