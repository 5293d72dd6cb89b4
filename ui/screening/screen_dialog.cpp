#include "ui/screening/screen_dialog_private.h"

#include "engine/core/files.h"
#include "engine/inference/npy_file.h"
#include "engine/inference/screen_expression.h"
#include "ui/genes/gene_names.h"
#include "ui/screening/screen_files.h"
#include "ui/theme/colours.h"
#include "ui/theme/number_format.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLocale>
#include <QStorageInfo>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

/// A list of a few million genotypes; more is better enumerated than written down.
constexpr std::uint64_t largestFile = 256ULL << 20;
/// Longer than a person waits without doing something else.
constexpr double longSeconds = 600.0;
/// Names of unresolved genes that are listed; the rest is counted.
constexpr std::size_t mostListed = 4;

/// The folder itself, or the nearest one above it that exists.
QString existingFolder(QString folder)
{
    while (!QFileInfo::exists(folder) && !QDir(folder).isRoot()) {
        folder = QFileInfo(folder).absolutePath();
    }
    return folder;
}

QString bytesText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

QString countText(std::uint64_t genotypes)
{
    return genotypes == 1 ? ScreenDialog::tr("1 genotype")
                          : ScreenDialog::tr("%1 genotypes").arg(formatCount(static_cast<std::int64_t>(genotypes)));
}

void tell(QLabel *label, const QString &text, Severity severity)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, severityColour(severity, label->parentWidget()->palette()));
    label->setPalette(palette);
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ScreenDialog::Private::Private(ScreenDialog *dialog, Session *asked, ScreenService *screens,
                               std::vector<NamedGenes> offered)
    : q(dialog), session(asked), service(screens)
{
    panels.push_back({ScreenDialog::tr("whole genome"), allGenes(session->cell()->genes.size())});
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
        ScreenDialog::tr("%1 of %2 names found").arg(review->resolvedCount()).arg(review->nameCount());
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
    asked.order = order->value();
    asked.top = static_cast<std::size_t>(top->value());
    asked.by = by->currentText().trimmed().toStdString();
    asked.descending = direction->currentData().toBool();
    asked.where = where->text().trimmed().toStdString();
    asked.whole = chosenWhole();
    if (asked.whole == WholeResult::File) {
        asked.matrix = matrix->text().trimmed().toStdString();
    }
    return asked;
}

bool ScreenDialog::Private::checkExpression(const QString &text, QLabel *message) const
{
    QString problem;
    try {
        if (!text.trimmed().isEmpty()) {
            const ScreenExpression parsed = ScreenExpression::parse(text.toStdString(), {});
            if (parsed.needsEnsemble() && session->models().size() < 2) {
                problem = ScreenDialog::tr("A spread needs several models; one is open");
            }
        }
    } catch (const InputError &error) {
        problem = QString::fromStdString(describe(error.issues().front()));
    }
    tell(message, problem, Severity::Error);
    return problem.isEmpty();
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
    const bool byIsRight = checkExpression(by->currentText(), byMessage) && !by->currentText().trimmed().isEmpty();
    const bool whereIsRight = checkExpression(where->text(), whereMessage);
    form->setRowVisible(byMessage, byMessage->isVisibleTo(q));
    form->setRowVisible(whereMessage, whereMessage->isVisibleTo(q));
    question = 0;
    pause.stop();
    startButton->setEnabled(false);
    try {
        const ScreenPlan asked = plan();
        const ScreenRequest request = asked.request(session->models().size());
        cost->setText(countText(request.range.count));
        const QString blocked = blockedReason(asked, request);
        tell(warning, blocked, Severity::Error);
        if (blocked.isEmpty() && byIsRight && whereIsRight) {
            pause.start();
        }
    } catch (const InputError &error) {
        cost->clear();
        tell(warning, reading ? QString() : QString::fromStdString(describe(error.issues().front())),
             Severity::Warning);
    }
}

QString ScreenDialog::Private::blockedReason(const ScreenPlan &asked, const ScreenRequest &request) const
{
    const bool written = panelIsPasted() || asked.kind == ScreenKind::List;
    if (written && review && !review->undecidedNames().empty() && !leaveOut->isChecked()) {
        return ScreenDialog::tr("Correct the names above, or leave them out");
    }
    if (asked.whole == WholeResult::File) {
        const QFileInfo file(matrix->text().trimmed());
        if (matrix->text().trimmed().isEmpty() || !file.isAbsolute()) {
            return ScreenDialog::tr("Choose where the NumPy file is written");
        }
        if (!QFileInfo(file.absolutePath()).isDir()) {
            return ScreenDialog::tr("The folder %1 does not exist; choose another").arg(file.absolutePath());
        }
    }
    bool fits = true;
    const QString disk = diskText(asked, request, fits);
    return fits ? QString()
                : ScreenDialog::tr("%1. Free some space, choose another folder, screen fewer genotypes, or keep the "
                                   "best rows only")
                      .arg(disk);
}

QString ScreenDialog::Private::diskText(const ScreenPlan &asked, const ScreenRequest &request, bool &fits) const
{
    fits = true;
    const bool kept = asked.whole == WholeResult::File ||
                      (asked.whole == WholeResult::Temporary && request.range.count <= mostBrowsableRows);
    if (!kept) {
        return ScreenDialog::tr("nothing on disk");
    }
    const std::uint64_t needed = NpyFile::bytes(matrixShape(request));
    const QString folder = asked.whole == WholeResult::File
                               ? QFileInfo(QString::fromStdString(asked.matrix.string())).absolutePath()
                               : QString::fromStdString(ScreenFiles::cacheFolder().string());
    const qint64 available = QStorageInfo(existingFolder(folder)).bytesAvailable();
    fits = available < 0 || needed <= static_cast<std::uint64_t>(available);
    return ScreenDialog::tr("%1 on disk (%2 are free)")
        .arg(bytesText(needed), bytesText(static_cast<std::uint64_t>(std::max<qint64>(0, available))));
}

void ScreenDialog::Private::showCost(const ScreenEstimate &estimate)
{
    const ScreenPlan asked = plan();
    const ScreenRequest request = asked.request(session->models().size());
    bool fits = true;
    const QString disk = diskText(asked, request, fits);
    const QString time = estimate.seconds < 1.0 ? ScreenDialog::tr("less than a second")
                                                : ScreenDialog::tr("about %1").arg(formatDuration(estimate.seconds));
    cost->setText(QStringLiteral("%1, %2, %3").arg(countText(estimate.genotypes), time, disk));
    QStringList words;
    if (estimate.seconds > longSeconds) {
        words << ScreenDialog::tr("This takes long. The computer stays usable; you can cancel at any time, keep what "
                                  "is done, and go on later.");
    }
    if (asked.whole != WholeResult::None && estimate.genotypes > mostBrowsableRows) {
        words << ScreenDialog::tr("More than %1 rows cannot be browsed: the table will show the best ones.")
                     .arg(formatCount(static_cast<std::int64_t>(mostBrowsableRows)));
    }
    tell(warning, words.join(QLatin1Char(' ')), Severity::Warning);
    startButton->setEnabled(true);
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
    tell(d->notice, notice, Severity::Note);
}

ScreenPlan ScreenDialog::plan() const
{
    ScreenPlan plan = d->plan();
    if (plan.whole == WholeResult::Temporary &&
        plan.request(d->session->models().size()).range.count > mostBrowsableRows) {
        plan.whole = WholeResult::None;
    }
    return plan;
}

} // namespace knockscape::ui
