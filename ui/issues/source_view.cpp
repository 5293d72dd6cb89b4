#include "ui/issues/source_view.h"

#include "ui/issues/file_excerpt.h"
#include "ui/theme/colours.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

namespace knockscape::ui
{
namespace
{

/// Enough to fill a tall window around the line.
constexpr int contextLines = 40;

} // namespace

SourceView::SourceView(QWidget *parent) : QWidget(parent)
{
    title_ = new QLabel(this);
    title_->setObjectName(QStringLiteral("sourceTitle"));
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    text_ = new QPlainTextEdit(this);
    text_->setObjectName(QStringLiteral("sourceText"));
    text_->setReadOnly(true);
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setTabChangesFocus(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setTabStopDistance(4.0 * text_->fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    text_->setAccessibleName(tr("Lines of the file"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit / 2);
    column->addWidget(title_);
    column->addWidget(text_, 1);
    reader_ = new ExcerptReader(this);
    connect(reader_, &ExcerptReader::ready, this, &SourceView::display);
}

void SourceView::show(const IssuePlace &place)
{
    place_ = place;
    if (place_.empty()) {
        reader_->forget();
        displayHint();
    } else {
        reader_->request(place_.file, place_.line, contextLines);
    }
}

void SourceView::setHint(const QString &hint)
{
    hint_ = hint;
    if (place_.empty()) {
        displayHint();
    }
}

void SourceView::displayHint()
{
    marked_ = -1;
    title_->setText(QStringLiteral(" "));
    title_->setToolTip({});
    text_->clear();
    text_->setExtraSelections({});
    text_->setPlaceholderText(hint_);
}

void SourceView::display(const FileExcerpt &excerpt)
{
    const QString name = QString::fromStdString(excerpt.file.filename().string());
    title_->setText(excerpt.line > 0 ? tr("%1, line %2").arg(name, formatCount(excerpt.line)) : name);
    title_->setToolTip(QString::fromStdString(excerpt.file.string()));
    QStringList numbered;
    const std::int64_t last = excerpt.firstLine + excerpt.lines.size();
    const auto width = static_cast<int>(QString::number(last).size());
    for (int i = 0; i < excerpt.lines.size(); ++i) {
        numbered << QStringLiteral("%1  %2").arg(excerpt.firstLine + i, width).arg(excerpt.lines[i]);
    }
    text_->setPlaceholderText(excerpt.problem);
    text_->setPlainText(numbered.join(QLatin1Char('\n')));
    const std::int64_t block = excerpt.line - excerpt.firstLine;
    marked_ = excerpt.line > 0 && block < excerpt.lines.size() ? static_cast<int>(block) : -1;
    mark();
    emit shown();
}

void SourceView::mark()
{
    if (marked_ < 0) {
        text_->setExtraSelections({});
        return;
    }
    QTextCursor cursor(text_->document()->findBlockByNumber(marked_));
    QTextEdit::ExtraSelection line;
    line.cursor = cursor;
    line.format.setBackground(severityBackground(Severity::Warning, palette()));
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    text_->setExtraSelections({line});
    text_->setTextCursor(cursor);
    text_->centerCursor();
}

void SourceView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && text_ != nullptr) {
        mark();
    }
    QWidget::changeEvent(event);
}

} // namespace knockscape::ui
