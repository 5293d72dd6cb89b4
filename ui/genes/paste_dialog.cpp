#include "ui/genes/paste_dialog_private.h"

#include "ui/genes/paste_summary.h"
#include "ui/genes/undecided_name_row.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include "engine/core/files.h"
#include "engine/core/text.h"

#include <QFileDialog>
#include <QVBoxLayout>

#include <algorithm>
#include <exception>

namespace knockscape::ui
{

namespace
{

// Longer texts are resolved in the background.
constexpr int immediateLength = 400;
constexpr int typingPause = 150;
// As many decisions as a person can look at; the rest follows as these are made.
constexpr std::size_t rowLimit = 60;
// Far above any list of genotypes; keeps a mistaken drop of a huge file from filling the memory.
constexpr std::uint64_t fileLimit = std::uint64_t{32} << 20;

} // namespace

PasteDialog::Private::Private(PasteDialog *dialog, std::shared_ptr<const Cell> cellOfNames, Purpose purposeOfList)
    : q(dialog), cell(std::move(cellOfNames)), purpose(purposeOfList), reading(purposeOfList), pause(new QTimer(this)),
      parser(new PasteParser(this)), preview(new PastePreviewModel(cell, purpose, this))
{
    pause->setSingleShot(true);
    build();
    connect(pause, &QTimer::timeout, this, [this] { check(); });
    connect(edit, &QPlainTextEdit::textChanged, this, [this] {
        stale = true;
        parser->cancel();
        pause->start(typingPause);
        refresh();
    });
    connect(edit, &KnockoutTextEdit::fileDropped, this, [this](const QString &file) { openFile(file); });
    connect(parser, &PasteParser::parsed, this,
            [this](std::shared_ptr<const PasteReview> result) { show(std::move(result)); });
    connect(parser, &PasteParser::failed, this, [this](const QString &error) {
        show(std::make_shared<const PasteReview>());
        showMessage(error);
    });
    show(std::make_shared<const PasteReview>());
}

void PasteDialog::Private::check()
{
    pause->stop();
    if (!cell) {
        showMessage(PasteDialog::tr("No cell is open, so there are no genes to find. Open a cell first."));
        return;
    }
    const QString text = edit->toPlainText();
    if (text.size() > immediateLength) {
        parser->start(text, cell);
        return;
    }
    try {
        show(PasteParser::parse(text, *cell));
    } catch (const std::exception &problem) {
        show(std::make_shared<const PasteReview>());
        showMessage(QString::fromUtf8(problem.what()));
    }
}

void PasteDialog::Private::show(std::shared_ptr<const PasteReview> newReview)
{
    review = std::move(newReview);
    stale = false;
    showMessage(review->faults().empty() ? QString() : QString::fromStdString(describe(review->faults().front())));
    fillProblems();
    if (!readingChosen)
        reading = review->holdsGenotypes() ? Purpose::GenotypeList : purpose;
    readAs(reading);
}

void PasteDialog::Private::readAs(Purpose newReading)
{
    reading = newReading;
    preview->setPurpose(reading);
    refresh();
}

/// Both readings in numbers, where there is more than one line.
void PasteDialog::Private::offerReadings()
{
    const auto genotypes = static_cast<qint64>(review->genotypes(decisions, Purpose::GenotypeList).size());
    const std::vector<Genotype> united = review->genotypes(decisions, Purpose::KnockoutSet);
    asSet->setText(trCount("PasteDialog", "As one knockout set of %1 gene", "As one knockout set of %1 genes",
                           united.empty() ? 0 : static_cast<qint64>(united.front().size())));
    asList->setText(trCount("PasteDialog", "As %1 genotype for the list, one a line",
                            "As %1 genotypes for the list, one a line", genotypes));
    (reading == Purpose::KnockoutSet ? asSet : asList)->setChecked(true);
    readings->setVisible(review->entries().size() > 1);
}

void PasteDialog::Private::showMessage(const QString &text)
{
    message->setText(text);
    message->setVisible(!text.isEmpty());
}

void PasteDialog::Private::fillProblems()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, gridUnit, 0);
    layout->setSpacing(gridUnit / 2);
    const auto &names = review->undecidedNames();
    for (std::size_t i = 0; i < std::min(names.size(), rowLimit); ++i) {
        const auto found = decisions.find(names[i].key);
        const auto decision = found == decisions.end() ? std::nullopt : std::optional(found->second);
        auto *row = new UndecidedNameRow(names[i], cell->genes, decision, content);
        connect(row, &UndecidedNameRow::decided, this, [this](const std::string &key, int gene) { decide(key, gene); });
        layout->addWidget(row);
    }
    if (names.size() > rowLimit) {
        auto *rest = new QLabel(trCount("PasteDialog",
                                        "and %1 more name. Correct it in the text, or leave all unknown names out.",
                                        "and %1 more names. Correct them in the text, or leave all unknown names out.",
                                        static_cast<qint64>(names.size() - rowLimit)),
                                content);
        rest->setWordWrap(true);
        layout->addWidget(rest);
    }
    layout->addStretch(1);
    problems->setWidget(content);
    problems->setVisible(!names.empty());
}

bool PasteDialog::Private::isDone() const
{
    return !stale && review->isDecided(decisions) && !preview->genotypes().empty();
}

void PasteDialog::Private::refresh()
{
    if (!stale) {
        preview->setReview(review, decisions);
        offerReadings();
    }
    int unknown = 0;
    for (const UndecidedName &name : review->undecidedNames())
        unknown += !decisions.contains(name.key) && name.resolution.kind == NameResolution::Kind::Unknown ? 1 : 0;
    leaveOut->setText(trCount("PasteDialog", "Leave out %1 unknown name", "Leave out all %1 unknown names", unknown));
    leaveOut->setVisible(unknown > 1);
    summary->setText(stale ? PasteDialog::tr("Looking up the names…")
                           : pasteSummary(*review, decisions, preview->genotypes(), reading));
    ok->setText(pasteAction(preview->genotypes(), reading));
    ok->setEnabled(isDone());
    ok->setToolTip(ok->isEnabled() || review->undecidedNames().empty()
                       ? QString()
                       : PasteDialog::tr("Choose a gene for every name, or leave it out"));
}

void PasteDialog::Private::decide(const std::string &key, int gene)
{
    decisions[key] = {gene};
    refresh();
}

void PasteDialog::Private::leaveOutUnknown()
{
    for (const UndecidedName &name : review->undecidedNames()) {
        if (name.resolution.kind == NameResolution::Kind::Unknown)
            decisions.try_emplace(name.key);
    }
    fillProblems();
    refresh();
}

void PasteDialog::Private::chooseFile()
{
    const QString file =
        QFileDialog::getOpenFileName(q, PasteDialog::tr("Open a list of knockouts"), QString(),
                                     PasteDialog::tr("Lists and tables (*.txt *.csv *.tsv *.gz);;All files (*)"));
    if (!file.isEmpty())
        openFile(file);
}

void PasteDialog::Private::openFile(const QString &file)
{
    try {
        const std::string text = readFile(file.toStdString(), fileLimit);
        if (!isUtf8(text) || text.find('\0') != std::string::npos) {
            showMessage(
                PasteDialog::tr("%1: this is not a text file in UTF-8 — save the list as plain text").arg(file));
            return;
        }
        q->setText(QString::fromStdString(text));
    } catch (const std::exception &problem) {
        showMessage(QString::fromUtf8(problem.what()));
    }
}

PasteDialog::PasteDialog(std::shared_ptr<const Cell> cell, Purpose purpose, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(purpose == Purpose::KnockoutSet ? PasteDialog::tr("Paste genes to knock out")
                                                   : PasteDialog::tr("Paste genotypes"));
    resize(112 * gridUnit, 68 * gridUnit);
    d = std::make_unique<Private>(this, std::move(cell), purpose);
    d->edit->setFocus();
}

PasteDialog::~PasteDialog() = default;

void PasteDialog::setText(const QString &text)
{
    d->edit->setPlainText(text);
    d->check();
}

PasteDialog::Purpose PasteDialog::reading() const
{
    return d->reading;
}

std::vector<Genotype> PasteDialog::genotypes() const
{
    return d->isDone() ? d->preview->genotypes() : std::vector<Genotype>();
}

} // namespace knockscape::ui
