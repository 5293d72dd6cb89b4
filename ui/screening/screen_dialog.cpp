#include "ui/screening/screen_dialog_private.h"

#include "engine/cell/essentiality.h"
#include "engine/cell/metabolic_genes.h"
#include "engine/core/files.h"
#include "engine/core/translate.h"
#include "engine/inference/screen_expression.h"
#include "ui/genes/gene_names.h"
#include "ui/session/evaluator.h"
#include "ui/theme/colours.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSignalBlocker>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

/// A list of a few million genotypes; more is better enumerated than written down.
constexpr std::uint64_t largestFile = 256ULL << 20;
/// Names of unresolved genes that are listed; the rest is counted.
constexpr std::size_t mostListed = 4;

/// A share as "44 %", with at least one digit that is not 0.
QString percentOf(double share)
{
    const double percent = 100.0 * share;
    const QString digits = percent >= 10.0                    ? QLocale().toString(percent, 'f', 0)
                           : percent >= 0.1 || percent == 0.0 ? QLocale().toString(percent, 'f', percent == 0.0 ? 0 : 1)
                                                              : QLocale().toString(percent, 'g', 1);
    return digits + QStringLiteral("\u00a0%");
}

} // namespace

// In the unnamed namespace lupdate takes ScreenDialog::tr() for another class, and the text stays English.
static QString whereHint(bool simulated)
{
    QStringList columns;
    if (simulated) {
        columns << QStringLiteral("fitness, fitness_delta, expected_fitness, epistasis, n");
    } else {
        for (const std::string &column : ScreenExpression::columnNames()) {
            columns << QString::fromStdString(column);
        }
    }
    QStringList functions;
    for (const std::string &function : ScreenExpression::functionNames()) {
        functions << QString::fromStdString(function) + QStringLiteral("()");
    }
    return ScreenDialog::tr("Columns: %1. Functions: %2")
        .arg(columns.join(QStringLiteral(", ")), functions.join(QStringLiteral(", ")));
}

/// What decided, in a line or two; choice.text() says it of every score.
static QString briefly(const RankingChoice &choice)
{
    const OrderValidation &validation = choice.validation;
    const ScoreValidation &score = validation.scores.at(choice.by);
    if (score.precision.empty()) {
        return QString::fromStdString(choice.text());
    }
    const auto &best = *score.precision.begin();
    QStringList parts{
        ScreenDialog::tr("Of the best %1, %2 are hits; by chance %3 would be (%4 %5 that trained nothing).")
            .arg(formatCount(best.first), percentOf(best.second), percentOf(validation.chance()),
                 formatCount(validation.count), QString::fromStdString(nameOfOrder(choice.order)))};
    if (!(score.meanPrecision() > validation.chance())) {
        parts << QString::fromStdString(translate("Engine", "That is no more than chance."));
    }
    if (validation.by != choice.by) {
        parts << QString::fromStdString(translate("Engine", "%1 found more.", {validation.by}));
    }
    return parts.join(QLatin1Char(' '));
}

ScreenDialog::Private::Private(ScreenDialog *dialog, Session *asked, ScreenService *screens,
                               std::vector<NamedGenes> offered)
    : q(dialog), session(asked), service(screens)
{
    panels.push_back({ScreenDialog::tr("whole genome"), allGenes(session->cell()->genes.size())});
    if (whyNotSimulated(session->cell().get()).isEmpty()) {
        panels.push_back({ScreenDialog::tr("genes of the metabolic model"), MetabolicGenes(*session->cell()).genes()});
    }
    for (NamedGenes &genes : offered) {
        if (!genes.genes.empty()) {
            panels.push_back(std::move(genes));
        }
    }
    build();
    for (const NamedGenes &genes : panels) {
        panel->addItem(
            ScreenDialog::tr("%1 (%2)").arg(genes.name, formatCount(static_cast<std::int64_t>(genes.genes.size()))));
    }
    panel->addItem(ScreenDialog::tr("pasted names"));
    const Genotype &set = session->knockouts();
    fixedSet->setText(set.empty() ? ScreenDialog::tr("No gene is knocked out")
                                  : deletionLabel(session->cell()->genes, set));
    fileName->setText(ScreenDialog::tr("No file chosen"));
    kind->setCurrentIndex(kind->findData(static_cast<int>(ScreenKind::Pairs)));
    connectAll();
    evaluatorChanged();
}

bool ScreenDialog::Private::simulates() const
{
    return static_cast<Evaluator>(evaluator->currentData().toInt()) == Evaluator::Simulation;
}

/// Other genes and other columns to begin with.
void ScreenDialog::Private::evaluatorChanged()
{
    const bool simulated = simulates();
    {
        const QScopedValueRollback<bool> quiet(proposing, true);
        const QSignalBlocker silent(panel);
        by->clear();
        by->addItems(simulated ? QStringList{QStringLiteral("epistasis"), QStringLiteral("fitness"),
                                             QStringLiteral("abs(epistasis)")}
                               : QStringList{QStringLiteral("interaction"), QStringLiteral("epistasis"),
                                             QStringLiteral("max(interaction, epistasis)"), QStringLiteral("fitness"),
                                             QStringLiteral("abs(interaction)")});
        ranked = false;
        // The whole genome, or what of it the simulation knows; what a person chose otherwise stays.
        if (panel->currentIndex() <= 1 && panels.size() > 1) {
            panel->setCurrentIndex(simulated ? 1 : 0);
        }
    }
    form->setRowVisible(supportLast->parentWidget(), !simulated);
    changed();
}

ScreenKind ScreenDialog::Private::chosenKind() const
{
    return static_cast<ScreenKind>(kind->currentData().toInt());
}

WholeResult ScreenDialog::Private::chosenWhole() const
{
    return static_cast<WholeResult>(whole->currentData().toInt());
}

bool ScreenDialog::Private::panelIsPasted() const
{
    return chosenKind() != ScreenKind::List && panel->currentIndex() == static_cast<int>(panels.size());
}

void ScreenDialog::Private::chooseFile()
{
    const QString file =
        QFileDialog::getOpenFileName(q, ScreenDialog::tr("Genotypes to screen"), {},
                                     ScreenDialog::tr("Knockout lists (*.txt *.csv *.tsv);;All files (*)"));
    if (file.isEmpty()) {
        return;
    }
    try {
        readText(QString::fromStdString(readFile(file.toStdString(), largestFile)));
        listFile = file;
        fileName->setText(QFileInfo(file).fileName());
    } catch (const InputError &error) {
        parserError = QString::fromStdString(describe(error.issues().front()));
        changed();
    }
}

void ScreenDialog::Private::chooseMatrix()
{
    QString file = QFileDialog::getSaveFileName(q, ScreenDialog::tr("Keep the whole result"), matrix->text(),
                                                QStringLiteral("NumPy (*.npy)"));
    if (!file.isEmpty()) {
        if (QFileInfo(file).suffix().isEmpty()) {
            file += QStringLiteral(".npy");
        }
        matrix->setText(file);
    }
}

void ScreenDialog::Private::readText(const QString &text)
{
    reading = true;
    leaveOut->setChecked(false);
    parser.start(text, session->cell());
    changed();
}

/// What the names of a pasted panel or a file resolve to.
void ScreenDialog::Private::showReview()
{
    const bool shown = (panelIsPasted() || chosenKind() == ScreenKind::List) && (review || !parserError.isEmpty());
    leaveOut->setVisible(shown && review && !review->undecidedNames().empty());
    if (!shown) {
        reviewText->hide();
        return;
    }
    if (!review) {
        tell(reviewText, parserError, Severity::Error);
        return;
    }
    QStringList problems;
    for (const UndecidedName &name : review->undecidedNames()) {
        if (static_cast<std::size_t>(problems.size()) == mostListed) {
            problems << ScreenDialog::tr("and %1 more")
                            .arg(review->undecidedNames().size() - static_cast<std::size_t>(problems.size()));
            break;
        }
        problems << QString::fromStdString(describe(session->cell()->genes.explain(
            name.text.toStdString(), name.resolution, ScreenDialog::tr("line %1").arg(name.firstLine).toStdString())));
    }
    for (const Issue &fault : review->faults()) {
        problems << QString::fromStdString(describe(fault));
    }
    const QString found =
        trCount("ScreenDialog", "%2 of %1 name found", "%2 of %1 names found", static_cast<qint64>(review->nameCount()))
            .arg(review->resolvedCount());
    tell(reviewText, problems.isEmpty() ? found : found + QLatin1Char('\n') + problems.join(QLatin1Char('\n')),
         problems.isEmpty()      ? Severity::Note
         : leaveOut->isChecked() ? Severity::Warning
                                 : Severity::Error);
}

std::vector<GeneIndex> ScreenDialog::Private::pastedGenes() const
{
    std::vector<GeneIndex> genes;
    if (review) {
        for (const KnockoutEntry &entry : review->entries()) {
            genes.insert(genes.end(), entry.genotype.genes().begin(), entry.genotype.genes().end());
        }
    }
    std::sort(genes.begin(), genes.end());
    genes.erase(std::unique(genes.begin(), genes.end()), genes.end());
    return genes;
}

ScreenPlan ScreenDialog::Private::plan() const
{
    ScreenPlan asked;
    asked.kind = chosenKind();
    if (asked.kind == ScreenKind::List) {
        NameDecisions decisions;
        if (review) {
            for (const UndecidedName &name : review->undecidedNames()) {
                decisions[name.key] = {};
            }
            asked.genotypes = review->genotypes(decisions, PasteDialog::Purpose::GenotypeList);
        }
        asked.panelName = listFile;
    } else if (panelIsPasted()) {
        asked.panel = pastedGenes();
        asked.panelName = ScreenDialog::tr("pasted names");
    } else {
        const NamedGenes &chosen = panels[static_cast<std::size_t>(panel->currentIndex())];
        asked.panel = chosen.genes;
        asked.panelName = chosen.name;
    }
    if (asked.kind == ScreenKind::Against) {
        asked.fixed = session->knockouts();
    }
    if (withoutEssential->isChecked()) {
        asked.leaveOutEssential(session->cell()->genes);
    }
    asked.order = order->value();
    asked.minSupport = supportLast->isChecked() ? minSupport->value() : 0;
    asked.top = static_cast<std::size_t>(top->value());
    asked.simulated = simulates();
    if (asked.simulated) {
        asked.on = simulatedOn(*session);
        asked.minSupport = 0;
    }
    asked.by = by->currentText().trimmed().toStdString();
    asked.descending = direction->currentData().toBool();
    asked.where = where->text().trimmed().toStdString();
    asked.whole = chosenWhole();
    if (asked.whole == WholeResult::File) {
        asked.matrix = matrix->text().trimmed().toStdString();
    }
    return asked;
}

/// The box is there where it would change something, and says how much.
void ScreenDialog::Private::updateEssential()
{
    const bool checked = withoutEssential->isChecked();
    const QSignalBlocker quiet(withoutEssential);
    withoutEssential->setChecked(false);
    ScreenPlan complete = plan();
    const std::size_t found = complete.leaveOutEssential(session->cell()->genes);
    withoutEssential->setChecked(checked);
    withoutEssential->setText(chosenKind() == ScreenKind::List
                                  ? trCount("ScreenDialog", "Leave out %1 genotype with an essential gene",
                                            "Leave out %1 genotypes with an essential gene", static_cast<qint64>(found))
                                  : trCount("ScreenDialog", "Leave out %1 essential gene",
                                            "Leave out %1 essential genes", static_cast<qint64>(found)));
    withoutEssential->setVisible(found > 0);
    const std::vector<GeneIndex> fixed = essentialGenesOf(session->cell()->genes, complete.fixed);
    QStringList essential;
    for (const GeneIndex gene : fixed) {
        essential << geneLabel(session->cell()->genes, gene);
    }
    tell(essentialFixed,
         fixed.empty() ? QString()
                       : trCount("ScreenDialog",
                                 "%2 in the knockout set is essential: no genotype of this screen is viable, whatever "
                                 "is left out. Take it out of the set for a screen that can be tested.",
                                 "%2 in the knockout set are essential: no genotype of this screen is viable, "
                                 "whatever is left out. Take them out of the set for a screen that can be tested.",
                                 static_cast<qint64>(fixed.size()))
                             .arg(essential.join(QStringLiteral(", "))),
         Severity::Warning);
}

/// What validation says finds hits among these genotypes, unless a person chose something else.
void ScreenDialog::Private::proposeRanking(const ScreenPlan &asked)
{
    if (ranked) {
        return;
    }
    ScreenPlan open = asked;
    open.by.clear();
    const QString proposed = QString::fromStdString(open.ranking(session->models()).by);
    if (by->currentText() != proposed) {
        const QScopedValueRollback<bool> quiet(proposing, true);
        by->setEditText(proposed);
    }
}

void ScreenDialog::Private::showRanking(const ScreenPlan &asked)
{
    const QString problem = by->currentText().trimmed().isEmpty() ? ScreenDialog::tr("Choose what to rank by")
                                                                  : problemOf(by->currentText());
    if (!problem.isEmpty()) {
        byMessage->setToolTip({});
        tell(byMessage, problem, Severity::Error);
        return;
    }
    // What was proposed was not asked for: it has its own reasons.
    ScreenPlan open = asked;
    if (!ranked) {
        open.by.clear();
    }
    const RankingChoice choice = open.ranking(session->models());
    const QString all = QString::fromStdString(choice.text());
    byMessage->setToolTip(all);
    tell(byMessage, choice.validated ? briefly(choice) : all,
         choice.validated || asked.simulated ? Severity::Note : Severity::Warning);
}

QString ScreenDialog::Private::problemOf(const QString &text) const
{
    QString problem;
    try {
        if (!text.trimmed().isEmpty()) {
            const ScreenExpression parsed = ScreenExpression::parse(text.toStdString(), {});
            if (parsed.needsEnsemble() && (simulates() || session->models().size() < 2)) {
                problem = ScreenDialog::tr("A spread needs several models; one is open");
            }
            if (simulates() && parsed.reads("interaction")) {
                problem = ScreenDialog::tr("Simulated growth has no interaction score; use epistasis");
            }
            if (const PredictionIntervals intervals(session->models()); parsed.needsIntervals() && !intervals.any()) {
                problem = QString::fromStdString(intervals.reason());
            }
        }
    } catch (const InputError &error) {
        problem = QString::fromStdString(describe(error.issues().front()));
    }
    return problem;
}

void ScreenDialog::Private::updateParts()
{
    const ScreenKind chosen = chosenKind();
    form->setRowVisible(order, chosen == ScreenKind::Combinations);
    form->setRowVisible(fixedSet, chosen == ScreenKind::Against);
    form->setRowVisible(panel, chosen != ScreenKind::List);
    form->setRowVisible(names, panelIsPasted());
    form->setRowVisible(fileRow, chosen == ScreenKind::List);
    form->setRowVisible(matrixRow, chosenWhole() == WholeResult::File);
    showReview();
    form->setRowVisible(reviewText, reviewText->isVisibleTo(q));
    form->setRowVisible(leaveOut, leaveOut->isVisibleTo(q));
}

void ScreenDialog::Private::changed()
{
    updateParts();
    const QString whereProblem = problemOf(where->text());
    tell(whereMessage, whereProblem.isEmpty() ? whereHint(simulates()) : whereProblem, Severity::Error);
    if (whereProblem.isEmpty()) {
        QPalette dimmed = whereMessage->palette();
        dimmed.setColor(QPalette::WindowText, dimmedText(q->palette()));
        whereMessage->setPalette(dimmed);
    }
    minSupport->setEnabled(supportLast->isChecked());
    question = 0;
    pause.stop();
    startButton->setEnabled(false);
    try {
        updateEssential();
        form->setRowVisible(withoutEssential, withoutEssential->isVisibleTo(q));
        form->setRowVisible(essentialFixed, essentialFixed->isVisibleTo(q));
        proposeRanking(plan());
        const ScreenPlan asked = plan();
        showRanking(asked);
        const bool byIsRight = !by->currentText().trimmed().isEmpty() && problemOf(by->currentText()).isEmpty();
        const ScreenRequest request = asked.request(session->models());
        cost->setText(countText(request.range.count));
        const QString blocked = blockedReason(asked, request);
        tell(warning, blocked, Severity::Error);
        if (blocked.isEmpty() && byIsRight && whereProblem.isEmpty()) {
            pause.start();
        }
    } catch (const InputError &error) {
        cost->clear();
        tell(warning, reading ? QString() : QString::fromStdString(describe(error.issues().front())),
             Severity::Warning);
    }
}

ScreenDialog::ScreenDialog(Session *session, ScreenService *service, std::vector<NamedGenes> panels, QWidget *parent)
    : QDialog(parent), d(std::make_unique<Private>(this, session, service, std::move(panels)))
{
    setObjectName(QStringLiteral("screenDialog"));
}

ScreenDialog::~ScreenDialog() = default;

void ScreenDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && d) {
        d->changed(); // what is coloured by its meaning
    }
}

void ScreenDialog::setKind(ScreenKind kind)
{
    d->kind->setCurrentIndex(d->kind->findData(static_cast<int>(kind)));
}

void ScreenDialog::setNotice(const QString &notice)
{
    Private::tell(d->notice, notice, Severity::Note);
}

ScreenPlan ScreenDialog::plan() const
{
    ScreenPlan plan = d->plan();
    if (plan.whole == WholeResult::Temporary && plan.request(d->session->models()).range.count > mostBrowsableRows) {
        plan.whole = WholeResult::None;
    }
    return plan;
}

} // namespace knockscape::ui
