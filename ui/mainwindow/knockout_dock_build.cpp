// How the knockout set is put together.
#include "ui/mainwindow/knockout_dock_private.h"

#include "ui/mainwindow/flow_layout.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace knockscape::ui
{
namespace
{

/// About three rows of chips or the coaching text; fixed, so that the numbers below stay where they are.
constexpr int chipAreaHeight = 80;
/// Lines of warnings that have room; more are scrolled to, so that nothing moves when they come and go.
constexpr int warningLines = 4;

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
    column->addLayout(buildHeader());
    stack = new QStackedWidget;
    stack->addWidget(buildCoaching());
    stack->addWidget(buildChips());
    stack->setFixedHeight(chipAreaHeight);
    column->addWidget(stack);
    card = new PredictionCard;
    column->addWidget(card);
    QObject::connect(card, &PredictionCard::labelsRequested, q, &KnockoutDock::labelsRequested);
    column->addWidget(buildWarnings());
    column->addStretch(1);
    q->setWidget(content);
}

QLayout *KnockoutDock::Private::buildHeader()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    count = new QLabel;
    count->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(count, 1);
    QToolButton *paste =
        makeButton(QStringLiteral("paste"), KnockoutDock::tr("Paste…"),
                   KnockoutDock::tr("Paste or open a list of gene names"), QStringLiteral("pasteKnockouts"));
    add = makeButton(QStringLiteral("add"), KnockoutDock::tr("To list"),
                     KnockoutDock::tr("Add this set to the list of genotypes to predict"), QStringLiteral("addToList"));
    clear =
        makeButton(QStringLiteral("clear"), KnockoutDock::tr("Clear"),
                   KnockoutDock::tr("Restore every gene (undo brings the set back)"), QStringLiteral("clearKnockouts"));
    for (QToolButton *button : {paste, add, clear}) {
        row->addWidget(button);
    }
    QObject::connect(paste, &QToolButton::clicked, q, &KnockoutDock::pasteRequested);
    QObject::connect(add, &QToolButton::clicked, q, &KnockoutDock::addToListRequested);
    QObject::connect(clear, &QToolButton::clicked, q, &KnockoutDock::clearRequested);
    return row;
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
            emit q->exampleRequested(examples[position].genotype, examples[position].title);
        }
    });
    return page;
}

QWidget *KnockoutDock::Private::buildChips()
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    chipHost = new QWidget;
    chipHost->setAutoFillBackground(false);
    new FlowLayout(chipHost, gridUnit / 2);
    scroll->setWidget(chipHost);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

QWidget *KnockoutDock::Private::buildWarnings()
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
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(warnings);
    scroll->viewport()->setAutoFillBackground(false);
    warnings->setAutoFillBackground(false);
    scroll->setFixedHeight(warningLines * q->fontMetrics().lineSpacing());
    return scroll;
}

} // namespace knockscape::ui
