#include "ui/mainwindow/knockout_dock_private.h"

#include "engine/cell/essentiality.h"
#include "ui/mainwindow/knockout_notes.h"
#include "ui/theme/colours.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"

#include <QBoxLayout>

#include <algorithm>

namespace knockscape::ui
{

namespace
{

/// A word of more letters may be wider than the dock.
constexpr int mostLetters = 20;

/// The same text, with places in its long words (names of genes as some genomes have them) where a line may break.
QString breakable(const QString &text)
{
    QString result;
    int letters = 0;
    for (const QChar letter : text) {
        letters = letter.isSpace() ? 0 : letters + 1;
        if (letters > mostLetters) {
            result += QChar(0x200b); // a space of no width
            letters = 1;
        }
        result += letter;
    }
    return result;
}

} // namespace

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
        chip->setToolTip(chipToolTip(gene));
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

QString KnockoutDock::Private::chipToolTip(GeneIndex gene) const
{
    const Gene &known = cell->genes[gene];
    QString tip = QString::fromStdString(known.id + "\n" + known.description).trimmed();
    if (isEssential(cell->genes, gene)) {
        tip += QLatin1Char('\n') + KnockoutDock::tr("essential: its deletion is not viable");
    }
    return tip;
}

/// Links to what helps.
QString KnockoutDock::Private::nextSteps() const
{
    const auto link = [](const char *target, const QString &text) {
        return QStringLiteral("<a href='%1'>%2</a>").arg(QLatin1String(target), text.toHtmlEscaped());
    };
    switch (step) {
    case NextStep::OpenCell:
        return link("cell", KnockoutDock::tr("Open a cell…"));
    case NextStep::OpenModel:
        return link("model", KnockoutDock::tr("Open a model…")) + QStringLiteral(" · ") +
               link("train", KnockoutDock::tr("Train one…"));
    case NextStep::None:
        break;
    }
    return {};
}

void KnockoutDock::Private::updateWarnings()
{
    KnockoutFacts facts{cell.get(), knockouts, &support, std::nullopt, simulation};
    if (live && unavailable.isEmpty()) {
        facts.prediction = live->prediction;
    }
    QStringList lines = knockoutNotes(facts);
    if (!unavailable.isEmpty()) {
        lines.prepend(unavailable);
    }
    const QString mark =
        QStringLiteral("<span style='color:%1'>⚠</span> ").arg(severityColour(Severity::Warning, q->palette()).name());
    QString html;
    for (const QString &line : std::as_const(lines)) {
        html += QStringLiteral("<div>%1%2</div>").arg(mark, breakable(line).toHtmlEscaped());
        if (line == unavailable && step != NextStep::None) {
            html += QStringLiteral("<div>%1</div>").arg(nextSteps());
        }
    }
    warnings->setText(html);
    warnings->setToolTip(lines.join(QLatin1Char('\n')));
}

/// Shows the live answer on card and chips.
void KnockoutDock::Private::showLive()
{
    const std::size_t known = std::min(chips.size(), live->singles.size());
    std::vector<SingleFitness> singles;
    for (std::size_t i = 0; i < known; ++i) {
        const GeneIndex gene = chips[i]->gene();
        const double fitness = live->singles[i].fitness;
        singles.push_back({QString::fromStdString(cell->genes[gene].label()), fitness});
        chips[i]->setToolTip(chipToolTip(gene) + QLatin1Char('\n') +
                             KnockoutDock::tr("alone: fitness %1").arg(formatFitness(fitness)));
    }
    card->showPrediction(live->prediction, singles);
}

KnockoutDock::KnockoutDock(QWidget *parent)
    : QDockWidget(tr("Knockout set"), parent), d(std::make_unique<Private>(this))
{
    setObjectName(QStringLiteral("KnockoutDock"));
    d->build();
    setKnockouts({});
}

KnockoutDock::~KnockoutDock() = default;

void KnockoutDock::setCell(std::shared_ptr<const Cell> cell)
{
    d->cell = std::move(cell);
    d->live.reset();
    d->simulation.reset();
    d->card->clearSimulation();
    setKnockouts({});
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

void KnockoutDock::setModels(const std::vector<ModelSummary> &models)
{
    d->hasModels = !models.empty();
    d->live.reset();
    d->card->setModels(models);
    d->updateWarnings();
}

void KnockoutDock::setKnockouts(const Genotype &knockouts)
{
    if (d->live && d->live->genotype != knockouts) {
        d->live.reset();
    }
    if (d->simulation && d->simulation->genotype != knockouts) {
        d->simulation.reset();
        d->card->clearSimulation();
    }
    d->knockouts = knockouts;
    d->rebuildChips();
    d->stack->setCurrentIndex(knockouts.empty() ? 0 : 1);
    d->clear->setEnabled(!knockouts.empty());
    d->add->setEnabled(!knockouts.empty());
    d->count->setText(knockouts.empty()
                          ? tr("Wild type")
                          : trCount("KnockoutDock", "%1 gene", "%1 genes", static_cast<qint64>(knockouts.size())));
    if (d->unavailable.isEmpty()) {
        d->card->setPending();
    } else if (!d->live) {
        d->card->clearPrediction(d->unavailable);
    }
    d->updateWarnings();
}

void KnockoutDock::showPrediction(const LivePrediction &live)
{
    if (live.genotype != d->knockouts) {
        return;
    }
    d->live = live;
    d->showLive();
    d->updateWarnings();
}

void KnockoutDock::showSimulation(const LiveSimulation &simulation)
{
    if (simulation.genotype == d->knockouts) {
        d->simulation = simulation;
        d->card->showSimulation(simulation);
        d->updateWarnings();
    }
}

void KnockoutDock::setSimulationReason(const QString &words, const QString &reason)
{
    d->simulation.reset();
    d->card->setSimulationReason(words, reason);
    d->updateWarnings();
}

void KnockoutDock::showMeasured(const std::optional<MeasuredValue> &measured, const QString &labels, LabelKind kind)
{
    d->card->showMeasured(measured, labels, kind);
}

void KnockoutDock::setUnavailable(const QString &reason, NextStep step)
{
    d->unavailable = reason;
    d->step = step;
    if (reason.isEmpty()) {
        if (d->live) {
            d->showLive();
        }
    } else if (d->live && d->hasModels) {
        // Another model is being looked at: what this one says is still true.
        d->card->setPending();
    } else {
        d->card->clearPrediction(reason);
    }
    d->updateWarnings();
}

void KnockoutDock::addBelowCard(QWidget *line)
{
    auto *column = static_cast<QBoxLayout *>(d->card->parentWidget()->layout());
    column->insertWidget(column->indexOf(d->card) + 1, line);
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
