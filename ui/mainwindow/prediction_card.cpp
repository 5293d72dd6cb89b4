#include "ui/mainwindow/prediction_card.h"

#include "engine/core/agreement.h"
#include "engine/core/column_worth.h"
#include "ui/mainwindow/effect_bar.h"
#include "ui/results/certainty.h"
#include "ui/results/score_guide.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>

#include <cmath>
#include <limits>

namespace knockscape::ui
{
namespace
{

/// A product of more factors than this is told in the tooltip.
constexpr std::size_t mostFactors = 4;

const QString none = QStringLiteral("–");

QString withSource(const QString &meaning, double value)
{
    return meaning + QLatin1Char('\n') + formatExact(value);
}

QString deviation(double sd)
{
    return std::isnan(sd) ? QString() : QStringLiteral("±") + QChar(QChar::Nbsp) + formatFitness(sd);
}

QString paragraph(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("\n\n") + text;
}

/// "Measured …", or what simulated labels are.
QString meaningOfLabels(LabelKind kind)
{
    switch (kind) {
    case LabelKind::Simulated:
        return PredictionCard::tr(
            "Growth relative to wild type in the loaded labels, which were simulated, not measured");
    case LabelKind::Mixed:
        return PredictionCard::tr("Growth relative to wild type in the loaded labels, some of which were simulated");
    default:
        break;
    }
    return PredictionCard::tr("Measured growth relative to wild type, where the loaded labels hold it");
}

QString captionOfLabels(LabelKind kind)
{
    return kind == LabelKind::Simulated ? PredictionCard::tr("simulated label")
           : kind == LabelKind::Mixed   ? PredictionCard::tr("label")
                                        : PredictionCard::tr("measured");
}

/// What the score that leads says, in words.
QString callOf(const Prediction &prediction, std::size_t deletions, bool byInteraction)
{
    // τ is about what is left when the pairs are known.
    const bool ofPairs = byInteraction && deletions > 2;
    switch (interactionCall(byInteraction ? prediction.interaction : prediction.epistasis())) {
    case InteractionCall::Negative:
        return ofPairs ? PredictionCard::tr("sicker than the pairs explain")
                       : PredictionCard::tr("sicker than expected");
    case InteractionCall::Positive:
        return ofPairs ? PredictionCard::tr("healthier than the pairs explain")
                       : PredictionCard::tr("healthier than expected");
    case InteractionCall::None:
        return ofPairs ? PredictionCard::tr("about what the pairs explain") : PredictionCard::tr("about as expected");
    case InteractionCall::Unknown:
        break;
    }
    return {};
}

QString joinedWords(const QString &first, const QString &second)
{
    return first.isEmpty() || second.isEmpty() ? first + second : first + QStringLiteral(" · ") + second;
}

} // namespace

PredictionCard::PredictionCard(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gridUnit);
    grid->setVerticalSpacing(1);
    grid->setColumnMinimumWidth(1, fontMetrics().horizontalAdvance(QStringLiteral("> −0.000")));
    grid->setColumnStretch(2, 1);
    fitness_ = addRow(grid, tr("fitness"), tr("Predicted growth relative to wild type (= 1)"),
                      QStringLiteral("fitness"), false);
    expected_ = addRow(grid, tr("expected"), tr("Product of the predicted fitness of the single deletions"),
                       QStringLiteral("expected"), false);
    interaction_ = addRow(grid, {}, {}, QStringLiteral("interaction"), true);
    epistasis_ = addRow(grid, tr("fitness − expected"),
                        tr("Predicted fitness minus expected fitness (epistasis); negative: sicker than expected. Of "
                           "three and more deletions it holds the interactions of their pairs as well."),
                        QStringLiteral("epistasis"), true);
    simulated_ = addRow(grid, tr("simulated"), tr("Growth relative to wild type by flux balance analysis"),
                        QStringLiteral("simulated"), false);
    measured_ = addRow(grid, {}, {}, QStringLiteral("measured"), false);
    connect(measured_.detail, &QLabel::linkActivated, this, &PredictionCard::labelsRequested);
    nameInteraction(0);
    clearPrediction({});
    clearSimulation();
    showMeasured(std::nullopt, {}, LabelKind::Unknown);
}

PredictionCard::Row PredictionCard::addRow(QGridLayout *grid, const QString &caption, const QString &meaning,
                                           const QString &name, bool hasBar)
{
    const bool first = grid->count() == 0;
    const int row = first ? 0 : grid->rowCount();
    Row labels{new QLabel(caption, this), new QLabel(this), hasBar ? new EffectBar(this) : nullptr, new QLabel(this),
               meaning};
    labels.caption->setToolTip(meaning);
    labels.caption->setForegroundRole(QPalette::PlaceholderText);
    labels.caption->setObjectName(name + QStringLiteral("Caption"));
    labels.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    labels.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    labels.value->setFont(numberFont());
    labels.value->setObjectName(name);
    // In a low dock it is the room between the rows that gives, never a number.
    labels.value->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    labels.detail->setTextFormat(Qt::PlainText);
    labels.detail->setWordWrap(true);
    labels.detail->setForegroundRole(QPalette::PlaceholderText);
    labels.detail->setObjectName(name + QStringLiteral("Detail"));
    // An empty line is as high as one with words.
    labels.detail->setMinimumHeight(fontMetrics().lineSpacing());
    if (first) {
        QFont large = numberFont();
        large.setPointSizeF(large.pointSizeF() * 1.3);
        large.setBold(true);
        labels.value->setFont(large);
    }
    grid->addWidget(labels.caption, row, 0);
    grid->addWidget(labels.value, row, 1);
    if (hasBar) {
        grid->addWidget(labels.bar, row, 2, Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (first) {
        // A spread is a word or two.
        grid->addWidget(labels.detail, row, 2);
    } else {
        labels.detail->setIndent(gridUnit);
        grid->addWidget(labels.detail, row + 1, 0, 1, 3);
    }
    return labels;
}

void PredictionCard::show(const Row &row, const QString &text, double exact, const QString &detail)
{
    row.value->setText(text);
    row.value->setToolTip(withSource(row.meaning, exact));
    row.detail->setText(detail);
    row.detail->setToolTip(detail);
}

void PredictionCard::showNone(const Row &row, const QString &words, const QString &reason)
{
    row.value->setText(none);
    row.value->setToolTip(reason);
    row.detail->setText(words);
    row.detail->setToolTip(reason);
    if (row.bar != nullptr) {
        row.bar->hide();
    }
}

void PredictionCard::setModels(const std::vector<ModelSummary> &models)
{
    models_ = models;
}

void PredictionCard::showPrediction(const Prediction &prediction, const std::vector<SingleFitness> &singles)
{
    QString delta = QStringLiteral("Δ ") + formatSigned(prediction.fitnessDelta());
    const Certainty certainty = fitnessCertainty(PredictionIntervals(models_), prediction, singles.size());
    show(fitness_, formatFitness(prediction.fitness), prediction.fitness,
         certainty.words.isEmpty() ? delta : certainty.words + QStringLiteral(" · ") + delta);
    fitness_.detail->setToolTip(withSource(tr("Fitness minus wild type"), prediction.fitnessDelta()) +
                                paragraph(certainty.explanation));
    showExpected(prediction, singles);
    showScores(prediction, singles.size());
    setDimmed(false);
}

void PredictionCard::showExpected(const Prediction &prediction, const std::vector<SingleFitness> &singles)
{
    if (singles.size() < 2) {
        showNone(expected_, {}, tr("Expectations are about two and more deletions"));
        return;
    }
    QStringList factors;
    QStringList lines;
    for (const SingleFitness &single : singles) {
        factors << formatFitness(single.fitness);
        lines << tr("%1 alone: %2").arg(single.name, formatExact(single.fitness));
    }
    show(expected_, formatFitness(prediction.expectedFitness), prediction.expectedFitness,
         singles.size() <= mostFactors ? QStringLiteral("= ") + factors.join(QStringLiteral(" × "))
                                       : trCount("PredictionCard", "product of %1 single", "product of %1 singles",
                                                 static_cast<qint64>(singles.size())));
    expected_.detail->setToolTip(lines.join(QLatin1Char('\n')));
}

void PredictionCard::nameInteraction(std::size_t deletions)
{
    const QString sign = tr("negative: sicker than expected");
    switch (deletions) {
    case 2:
        interaction_.caption->setText(tr("interaction ε"));
        interaction_.meaning = tr("Digenic ε: what two deletions do beyond the product of each alone; %1").arg(sign);
        break;
    case 3:
        interaction_.caption->setText(tr("interaction τ"));
        interaction_.meaning =
            tr("Trigenic τ: what three deletions do beyond their pairs, and no measure of all that they do; %1")
                .arg(sign);
        break;
    default:
        interaction_.caption->setText(tr("interaction"));
        interaction_.meaning = tr("Predicted interaction score (ε for pairs, τ for triples); %1").arg(sign);
        break;
    }
    interaction_.caption->setToolTip(interaction_.meaning);
}

void PredictionCard::showScores(const Prediction &prediction, std::size_t deletions)
{
    nameInteraction(deletions);
    other_ = nullptr;
    if (deletions < 2) {
        const QString reason = tr("An interaction is one of at least two deletions");
        showNone(interaction_, tr("of two and more deletions"), reason);
        showNone(epistasis_, {}, reason);
        return;
    }
    const ScoreGuide guide = scoreGuide(models_, deletions);
    const auto worthOf = [&](const char *quantity) {
        return QString::fromStdString(describeWorth(models_, std::string(quantity), static_cast<int>(deletions)));
    };
    const QString why = guide.explanation.isEmpty() ? QString() : QLatin1String("\n\n") + guide.explanation;
    if (guide.interactionKnown && !std::isnan(prediction.interaction)) {
        const Certainty certainty = interactionCertainty(PredictionIntervals(models_), prediction, deletions);
        show(interaction_, formatSigned(prediction.interaction), prediction.interaction, certainty.words);
        interaction_.detail->setToolTip(certainty.explanation);
        interaction_.value->setToolTip(interaction_.value->toolTip() + why + paragraph(worthOf("interaction")));
    } else {
        showNone(interaction_,
                 trCount("PredictionCard", "not learnt for %1 deletion", "not learnt for %1 deletions",
                         static_cast<qint64>(deletions)),
                 guide.reason);
    }
    show(epistasis_, formatSigned(prediction.epistasis()), prediction.epistasis(), {});
    epistasis_.value->setToolTip(epistasis_.value->toolTip() + why + paragraph(worthOf("epistasis")));

    const Row &lead = guide.interactionLeads ? interaction_ : epistasis_;
    const Row &other = guide.interactionLeads ? epistasis_ : interaction_;
    lead.bar->setValue(guide.interactionLeads ? prediction.interaction : prediction.epistasis());
    lead.bar->show();
    lead.detail->setText(joinedWords(lead.detail->text(), callOf(prediction, deletions, guide.interactionLeads)));
    other.bar->hide();
    if (guide.interactionKnown) {
        other.detail->setText(guide.otherScore);
        other.detail->setToolTip(guide.explanation);
        other_ = &other;
    }
}

void PredictionCard::showSimulation(const LiveSimulation &simulation)
{
    if (simulation.genesInModel == 0 && !simulation.genotype.empty()) {
        setSimulationReason(tr("not in the metabolic model"),
                            tr("The metabolic model knows none of these genes: it says nothing about their deletion."));
        return;
    }
    const std::size_t blocked = simulation.blockedReactions.size();
    const std::size_t outside = simulation.genotype.size() - simulation.genesInModel;
    QStringList words{simulation.richMediumOnly ? tr("grows on rich medium only")
                      : blocked == 0            ? tr("no reaction blocked")
                                     : trCount("PredictionCard", "%1 reaction blocked", "%1 reactions blocked",
                                               static_cast<qint64>(blocked))};
    if (outside > 0) {
        words << trCount("PredictionCard", "%1 gene outside the model", "%1 genes outside the model",
                         static_cast<qint64>(outside));
    }
    const QString medium = tr("medium: %1").arg(QString::fromStdString(simulation.medium));
    if (!simulation.onOwnMedium) {
        words << medium;
    }
    show(simulated_, formatFitness(simulation.fitness), simulation.fitness, words.join(QStringLiteral(" · ")));
    QStringList facts{
        trCount("PredictionCard", "%1 reaction blocked", "%1 reactions blocked", static_cast<qint64>(blocked)),
        tr("%1 per hour").arg(formatValue(simulation.growth))};
    if (simulation.richMediumOnly) {
        facts.prepend(tr("No growth on this medium; it grows where everything it can take up is there"));
    }
    if (!simulation.medium.empty()) {
        facts << medium;
    }
    if (outside > 0) {
        facts << trCount("PredictionCard", "%1 gene is not in the metabolic model and was left out",
                         "%1 genes are not in the metabolic model and were left out", static_cast<qint64>(outside));
    }
    simulated_.detail->setToolTip(facts.join(QLatin1Char('\n')));
}

void PredictionCard::setSimulationReason(const QString &words, const QString &reason)
{
    showNone(simulated_, words, reason);
}

void PredictionCard::showMeasured(const std::optional<MeasuredValue> &measured, const QString &labels, LabelKind kind)
{
    measured_.meaning = meaningOfLabels(kind);
    measured_.caption->setText(captionOfLabels(kind));
    measured_.caption->setToolTip(measured_.meaning);
    measured_.detail->setTextFormat(Qt::PlainText);
    measured_.detail->setTextInteractionFlags(Qt::NoTextInteraction);
    if (labels.isEmpty()) {
        showNone(measured_, {}, tr("No labels are loaded"));
        measured_.detail->setTextFormat(Qt::RichText);
        measured_.detail->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        measured_.detail->setText(QStringLiteral("<a href='labels'>%1</a>").arg(tr("load labels…").toHtmlEscaped()));
        measured_.detail->setToolTip(tr("Load measured values, to see them beside the predictions"));
        return;
    }
    if (!measured) {
        showNone(measured_, tr("not in these labels"), labels);
        return;
    }
    QStringList details;
    if (!std::isnan(measured->fitnessSd)) {
        details << deviation(measured->fitnessSd);
    }
    if (!std::isnan(measured->interaction)) {
        details << tr("interaction %1").arg(formatSigned(measured->interaction));
    }
    if (!measured->sources.isEmpty()) {
        details << measured->sources;
    }
    show(measured_, formatFitness(measured->fitness), measured->fitness, details.join(QStringLiteral(" · ")));
    details << trCount("PredictionCard", "%1 row of %2", "Mean of %1 rows of %2", static_cast<qint64>(measured->rows))
                   .arg(labels);
    measured_.detail->setToolTip(details.join(QLatin1Char('\n')));
}

void PredictionCard::setPending()
{
    setDimmed(true);
}

void PredictionCard::clearPrediction(const QString &reason)
{
    other_ = nullptr;
    for (const Row *row : {&fitness_, &expected_, &interaction_, &epistasis_}) {
        showNone(*row, {}, reason);
    }
    setDimmed(false);
}

void PredictionCard::clearSimulation()
{
    showNone(simulated_, {}, {});
}

void PredictionCard::setDimmed(bool dimmed)
{
    for (const Row *row : {&fitness_, &expected_, &interaction_, &epistasis_}) {
        row->value->setForegroundRole(dimmed || row == other_ ? QPalette::PlaceholderText : QPalette::WindowText);
    }
}

} // namespace knockscape::ui
