#include "ui/genes/knockout_text_edit.h"

#include <QMimeData>
#include <QUrl>

namespace knockscape::ui
{

namespace
{

QString localFile(const QMimeData *source)
{
    const auto urls = source->urls();
    return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

} // namespace

KnockoutTextEdit::KnockoutTextEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
}

bool KnockoutTextEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return !localFile(source).isEmpty() || QPlainTextEdit::canInsertFromMimeData(source);
}

void KnockoutTextEdit::insertFromMimeData(const QMimeData *source)
{
    const QString file = localFile(source);
    if (file.isEmpty())
        QPlainTextEdit::insertFromMimeData(source);
    else
        emit fileDropped(file);
}

} // namespace knockscape::ui
