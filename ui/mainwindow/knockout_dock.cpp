#include "ui/mainwindow/knockout_dock.h"

#include "ui/mainwindow/flow_layout.h"
#include "ui/mainwindow/knockout_chip.h"
#include "ui/mainwindow/prediction_card.h"
#include "ui/theme/colours.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace knockscape::ui
{
namespace
{

/// About three rows of chips or the coaching text; fixed, so that the numbers below stay where they are.
constexpr int chipAreaHeight = 80;
/// More warnings than this would push the details away; the rest is counted.
constexpr int mostWarnings = 2;

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

class KnockoutDock::Private
{
public:
    explicit Private(KnockoutDock *dock) : q(dock) {}

    QLayout *buildHeader();
    QWidget *buildCoaching();
    QWidget *buildChips();
    void rebuildChips();
    void updateExamples();
    void updateWarnings();
    void moveFocusAfterRemoval(int position);

    KnockoutDock *q;
    std::shared_ptr<const Cell> cell;
    std::vector<Example> examples;
    std::vector<std::int64_t> support;
    Genotype knockouts;
    QString unavailable;
    Prediction prediction;
    bool predicted = false;

    QLabel *count = nullptr;
    QToolButton *clear = nullptr;
    QToolButton *add = nullptr;
    QStackedWidget *stack = nullptr;
    QLabel *coaching = nullptr;
    QLabel *exampleLinks = nullptr;
    QWidget *chipHost = nullptr;
    std::vector<KnockoutChip *> chips;
    PredictionCard *card = nullptr;
    QLabel *warnings = nullptr;
};

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

void KnockoutDock::Private::rebuildChips()
{
    int focused = -1;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        if (chips[i]->hasFocus()) {
            focused = static_cast<int>(i);
        }
        chipHost->layout()->removeWidget(chips[i]);
        chips[i]->hide();
        chips[i]->deleteLater();
    }
    chips.clear();
    for (const GeneIndex gene : knockouts.genes()) {
        const Gene &known = cell->genes[gene];
        auto *chip = new KnockoutChip(gene, QString::fromStdString(known.label()), chipHost);
        chip->setToolTip(QString::fromStdString(known.id + "\n" + known.description).trimmed());
        QObject::connect(chip, &KnockoutChip::removeRequested, q, &KnockoutDock::removeRequested);
        QObject::connect(chip, &KnockoutChip::activated, q, &KnockoutDock::geneActivated);
        chipHost->layout()->addWidget(chip);
        chip->show();
        chips.push_back(chip);
    }
    if (focused >= 0) {
        moveFocusAfterRemoval(focused);
    }
}

void KnockoutDock::Private::moveFocusAfterRemoval(int position)
{
    if (!chips.empty()) {
        chips[std::min(static_cast<std::size_t>(position), chips.size() - 1)]->setFocus();
    }
}

void KnockoutDock::Private::updateExamples()
{
    QString html;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        html += QStringLiteral("<div style='margin-bottom:2px'><a href='%1' title='%2'>%3</a></div>")
                    .arg(i)
                    .arg(examples[i].why.toHtmlEscaped(), examples[i].title.toHtmlEscaped());
    }
    exampleLinks->setText(html);
    exampleLinks->setVisible(!examples.empty());
}

void KnockoutDock::Private::updateWarnings()
{
    QStringList lines;
    QStringList unsupported;
    for (const GeneIndex gene : knockouts.genes()) {
        if (static_cast<std::size_t>(gene) < support.size() && support[static_cast<std::size_t>(gene)] == 0) {
            unsupported << QString::fromStdString(cell->genes[gene].label());
        }
    }
    if (!unavailable.isEmpty()) {
        lines << unavailable;
    } else {
        for (int i = 0; i < std::min<int>(mostWarnings, static_cast<int>(unsupported.size())); ++i) {
            lines << KnockoutDock::tr("%1 has no training support").arg(unsupported[i]);
        }
        if (unsupported.size() > mostWarnings) {
            lines << KnockoutDock::tr("%1 more without training support").arg(unsupported.size() - mostWarnings);
        }
        if (predicted && !prediction.inRange) {
            lines << KnockoutDock::tr("Outside the range of the training labels");
        }
    }
    const QString mark =
        QStringLiteral("<span style='color:%1'>⚠</span> ").arg(severityColour(Severity::Warning, q->palette()).name());
    QString html;
    for (const QString &line : lines) {
        html += QStringLiteral("<div>%1%2</div>").arg(mark, line.toHtmlEscaped());
    }
    warnings->setText(html);
    warnings->setToolTip(unsupported.join(QStringLiteral(", ")));
}

KnockoutDock::KnockoutDock(QWidget *parent)
    : QDockWidget(tr("Knockout set"), parent), d(std::make_unique<Private>(this))
{
    setObjectName(QStringLiteral("KnockoutDock"));
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(gridUnit, gridUnit / 2, gridUnit, gridUnit);
    column->setSpacing(gridUnit / 2);
    column->addLayout(d->buildHeader());
    d->stack = new QStackedWidget;
    d->stack->addWidget(d->buildCoaching());
    d->stack->addWidget(d->buildChips());
    d->stack->setFixedHeight(chipAreaHeight);
    column->addWidget(d->stack);
    d->card = new PredictionCard;
    column->addWidget(d->card);
    d->warnings = new QLabel;
    d->warnings->setObjectName(QStringLiteral("warnings"));
    d->warnings->setTextFormat(Qt::RichText);
    d->warnings->setWordWrap(true);
    d->warnings->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    // Room for two lines at all times.
    d->warnings->setMinimumHeight(2 * fontMetrics().lineSpacing());
    column->addWidget(d->warnings);
    column->addStretch(1);
    setWidget(content);
    setKnockouts({});
}

KnockoutDock::~KnockoutDock() = default;

void KnockoutDock::setCell(std::shared_ptr<const Cell> cell)
{
    d->cell = std::move(cell);
    d->predicted = false;
    setKnockouts({});
    d->card->clearSimulation();
}

void KnockoutDock::setExamples(std::vector<Example> examples)
{
    d->examples = std::move(examples);
    d->updateExamples();
}

void KnockoutDock::setSupport(std::vector<std::int64_t> support)
{
    d->support = std::move(support);
    d->updateWarnings();
}

void KnockoutDock::setKnockouts(const Genotype &knockouts)
{
    d->knockouts = knockouts;
    d->rebuildChips();
    d->stack->setCurrentIndex(knockouts.empty() ? 0 : 1);
    d->clear->setEnabled(!knockouts.empty());
    d->add->setEnabled(!knockouts.empty());
    d->count->setText(knockouts.empty()       ? tr("Wild type")
                      : knockouts.size() == 1 ? tr("1 gene")
                                              : tr("%1 genes").arg(knockouts.size()));
    if (d->unavailable.isEmpty()) {
        d->card->setPending();
    }
    d->predicted = false;
    d->updateWarnings();
}

void KnockoutDock::showPrediction(const LivePrediction &live)
{
    if (live.genotype != d->knockouts) {
        return;
    }
    d->prediction = live.prediction;
    d->predicted = true;
    d->card->showPrediction(live.prediction);
    for (std::size_t i = 0; i < std::min(d->chips.size(), live.singles.size()); ++i) {
        const Gene &gene = d->cell->genes[d->chips[i]->gene()];
        d->chips[i]->setToolTip(QString::fromStdString(gene.id + "\n" + gene.description).trimmed() +
                                QLatin1Char('\n') + tr("alone: fitness %1").arg(formatValue(live.singles[i].fitness)));
    }
    d->updateWarnings();
}

void KnockoutDock::showSimulation(const LiveSimulation &simulation)
{
    if (simulation.genotype == d->knockouts) {
        d->card->showSimulation(simulation);
    }
}

void KnockoutDock::setSimulationReason(const QString &reason)
{
    d->card->setSimulationReason(reason);
}

void KnockoutDock::showMeasured(const std::optional<MeasuredValue> &measured, const QString &labels)
{
    d->card->showMeasured(measured, labels);
}

void KnockoutDock::setUnavailable(const QString &reason)
{
    d->unavailable = reason;
    if (!reason.isEmpty()) {
        d->card->clearPrediction(reason);
    }
    d->updateWarnings();
}

PredictionCard *KnockoutDock::card() const
{
    return d->card;
}

std::vector<KnockoutChip *> KnockoutDock::chips() const
{
    return d->chips;
}

} // namespace knockscape::ui
