#include "ui/results/results_header.h"

#include "ui/theme/colours.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStringList>

namespace knockscape::ui
{

ResultsHeader::ResultsHeader(QWidget *parent)
    : QWidget(parent), title_(new QLabel(this)), badge_(new QLabel(this)), counts_(new QLabel(this))
{
    title_->setObjectName(QStringLiteral("resultsTitle"));
    title_->setTextFormat(Qt::PlainText);
    title_->setMinimumWidth(8 * gridUnit);
    // A past run says much: of which cell and model it is, and what part of it is stored.
    title_->setWordWrap(true);
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    badge_->setObjectName(QStringLiteral("resultsBadge"));
    badge_->setTextFormat(Qt::RichText);
    counts_->setObjectName(QStringLiteral("resultsCounts"));
    counts_->setTextFormat(Qt::RichText);
    counts_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    // A long line must not push the window wider.
    counts_->setMinimumWidth(20 * gridUnit);
    counts_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(counts_, &QLabel::linkActivated, this, &ResultsHeader::clearFilterRequested);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(gridUnit, gridUnit, gridUnit, gridUnit / 2);
    layout->setSpacing(gridUnit);
    layout->addWidget(title_, 1);
    layout->addWidget(badge_, 0);
    layout->addWidget(counts_, 0);
    render();
}

void ResultsHeader::begin(const QString &title)
{
    title_->setText(title);
    title_->setToolTip(title);
    state_ = State::Running;
    seen_ = total_ = failed_ = selected_ = 0;
    render();
}

void ResultsHeader::finish(bool complete)
{
    state_ = complete ? State::Complete : State::Partial;
    render();
}

void ResultsHeader::setCounts(std::int64_t seen, std::int64_t total, std::int64_t failed)
{
    seen_ = seen;
    total_ = total;
    failed_ = failed;
    render();
}

void ResultsHeader::setSelected(std::int64_t selected)
{
    selected_ = selected;
    render();
}

void ResultsHeader::render()
{
    const QString dimmed = dimmedText(palette()).name();
    QStringList parts;
    if (seen_ != total_)
        parts << trCount("ResultsHeader", "%2 of %1 row, %3 filtered out", "%2 of %1 rows, %3 filtered out", total_)
                         .arg(formatCount(seen_), formatCount(total_ - seen_)) +
                     QStringLiteral(" <a href='clear'>%1</a>").arg(tr("show all"));
    else
        parts << trCount("ResultsHeader", "%1 row", "%1 rows", total_);
    if (failed_ > 0)
        parts << QStringLiteral("<span style='color:%1'>%2</span>")
                     .arg(severityColour(Severity::Error, palette()).name(),
                          trCount("ResultsHeader", "%1 without a prediction", "%1 without a prediction", failed_));
    if (selected_ > 1)
        parts << trCount("ResultsHeader", "%1 selected", "%1 selected", selected_);
    counts_->setText(QStringLiteral("<span style='color:%1'>%2</span>").arg(dimmed, parts.join(QStringLiteral(" · "))));

    badge_->setVisible(state_ != State::Complete);
    const QColor colour =
        state_ == State::Partial ? severityColour(Severity::Warning, palette()) : dimmedText(palette());
    badge_->setText(QStringLiteral("<span style='color:%1'>%2</span>")
                        .arg(colour.name(), state_ == State::Running ? tr("running…") : tr("⚠ partial")));
    badge_->setToolTip(state_ == State::Partial ? tr("The job was stopped before its end; the rows it had are kept.")
                                                : QString());
}

void ResultsHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        render();
    QWidget::changeEvent(event);
}

} // namespace knockscape::ui
