// How the knockout set is put together.
#include "ui/mainwindow/knockout_dock_private.h"

#include "ui/mainwindow/flow_layout.h"
#include "ui/mainwindow/tool_row.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace knockscape::ui
{
namespace
{

/// About three rows of chips or the coaching text; fixed, so that the numbers below stay where they are.
constexpr int chipAreaHeight = 80;
/// Lines of the answer that are seen in the lowest dock; the rest is scrolled to.
constexpr int leastAnswerLines = 7;

/// Scrolls upright alone, so it is never narrower than what it holds.
class UprightScroll : public QScrollArea
{
public:
    QSize minimumSizeHint() const override
    {
        const int width = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
        return {width, QScrollArea::minimumSizeHint().height()};
    }
};

/// Makes a scroll area look like the page it is on.
QScrollArea *dressScroll(QScrollArea *scroll, QWidget *content)
{
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return scroll;
}

QToolButton *makeButton(const QString &icon, const QString &text, const QString &tip, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setText(text);
    button->setToolTip(tip);
    button->setObjectName(name);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

} // namespace

void KnockoutDock::Private::build()
{
    auto *content = new QWidget(q);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(gridUnit, gridUnit / 2, gridUnit, gridUnit);
    column->setSpacing(gridUnit / 2);
    column->addWidget(buildHeader());
    stack = new QStackedWidget;
    stack->addWidget(buildCoaching());
    stack->addWidget(buildChips());
    stack->setFixedHeight(chipAreaHeight);
    column->addWidget(stack);
    column->addWidget(buildAnswer(), 1);
    q->setWidget(content);
}

/// The numbers, and under them, where nothing follows that could move, what is to be warned of.
QWidget *KnockoutDock::Private::buildAnswer()
{
    auto *answer = new QWidget;
    auto *column = new QVBoxLayout(answer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit / 2);
    card = new PredictionCard;
    column->addWidget(card);
    QObject::connect(card, &PredictionCard::labelsRequested, q, &KnockoutDock::labelsRequested);
    buildWarnings();
    column->addWidget(warnings);
    column->addStretch(1);
    QScrollArea *scroll = dressScroll(new UprightScroll, answer);
    // As high as the dock leaves it, and no higher for what it says.
    scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    scroll->setMinimumHeight(leastAnswerLines * q->fontMetrics().lineSpacing());
    return scroll;
}

QWidget *KnockoutDock::Private::buildHeader()
{
    count = new QLabel;
    count->setForegroundRole(QPalette::PlaceholderText);
    QToolButton *paste =
        makeButton(QStringLiteral("paste"), KnockoutDock::tr("Paste…"),
                   KnockoutDock::tr("Paste or open a list of gene names"), QStringLiteral("pasteKnockouts"));
    add = makeButton(QStringLiteral("add"), KnockoutDock::tr("To list"),
                     KnockoutDock::tr("Add this set to the list of genotypes to predict"), QStringLiteral("addToList"));
    clear =
        makeButton(QStringLiteral("clear"), KnockoutDock::tr("Clear"),
                   KnockoutDock::tr("Restore every gene (undo brings the set back)"), QStringLiteral("clearKnockouts"));
    QObject::connect(paste, &QToolButton::clicked, q, &KnockoutDock::pasteRequested);
    QObject::connect(add, &QToolButton::clicked, q, &KnockoutDock::addToListRequested);
    QObject::connect(clear, &QToolButton::clicked, q, &KnockoutDock::clearRequested);
    return new ToolRow(count, {paste, add, clear});
}

QWidget *KnockoutDock::Private::buildCoaching()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit / 2);
    coaching = new QLabel(KnockoutDock::tr("Tick a gene, or paste names"));
    coaching->setForegroundRole(QPalette::PlaceholderText);
    exampleLinks = new QLabel;
    exampleLinks->setObjectName(QStringLiteral("examples"));
    exampleLinks->setTextFormat(Qt::RichText);
    exampleLinks->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    column->addWidget(coaching);
    column->addWidget(exampleLinks);
    column->addStretch(1);
    QObject::connect(exampleLinks, &QLabel::linkActivated, q, [this](const QString &link) {
        const auto position = static_cast<std::size_t>(link.toUInt());
        if (position < examples.size()) {
            emit q->exampleRequested(examples[position]);
        }
    });
    return page;
}

QWidget *KnockoutDock::Private::buildChips()
{
    chipHost = new QWidget;
    new FlowLayout(chipHost, gridUnit / 2);
    // A chip that is too wide is cut: its tooltip has the whole name.
    return dressScroll(new QScrollArea, chipHost);
}

void KnockoutDock::Private::buildWarnings()
{
    warnings = new QLabel;
    warnings->setObjectName(QStringLiteral("warnings"));
    warnings->setTextFormat(Qt::RichText);
    warnings->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    warnings->setWordWrap(true);
    warnings->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    QObject::connect(warnings, &QLabel::linkActivated, q, [this](const QString &link) {
        if (link == QLatin1String("cell")) {
            emit q->openCellRequested();
        } else if (link == QLatin1String("model")) {
            emit q->openModelRequested();
        } else if (link == QLatin1String("train")) {
            emit q->trainRequested();
        }
    });
}

} // namespace knockscape::ui
