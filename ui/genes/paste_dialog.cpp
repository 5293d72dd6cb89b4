#include "ui/genes/paste_dialog.h"

#include "ui/genes/knockout_text_edit.h"
#include "ui/genes/paste_parser.h"
#include "ui/genes/paste_preview_model.h"
#include "ui/genes/paste_summary.h"
#include "ui/genes/row_delegate.h"
#include "ui/genes/undecided_name_row.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include "engine/core/files.h"
#include "engine/core/text.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>
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

class PasteDialog::Private : public QObject
{
public:
    Private(PasteDialog *dialog, std::shared_ptr<const Cell> cellOfNames, Purpose purposeOfList);

    void build();
    QWidget *buildTextSide();
    QWidget *buildPreviewSide();
    void check();
    void show(std::shared_ptr<const PasteReview> newReview);
    void showMessage(const QString &message);
    void refresh();
    void fillProblems();
    void decide(const std::string &key, int gene);
    void leaveOutUnknown();
    void chooseFile();
    void openFile(const QString &file);
    bool isDone() const;

    PasteDialog *q;
    std::shared_ptr<const Cell> cell;
    Purpose purpose;
    std::shared_ptr<const PasteReview> review;
    NameDecisions decisions;
    /// Text has changed since `review` was made.
    bool stale = false;

    QTimer *pause = nullptr;
    PasteParser *parser = nullptr;
    PastePreviewModel *preview = nullptr;
    KnockoutTextEdit *edit = nullptr;
    QLabel *summary = nullptr;
    QLabel *message = nullptr;
    QScrollArea *problems = nullptr;
    QPushButton *leaveOut = nullptr;
    QListView *list = nullptr;
    QPushButton *ok = nullptr;
};

PasteDialog::Private::Private(PasteDialog *dialog, std::shared_ptr<const Cell> cellOfNames, Purpose purposeOfList)
    : q(dialog), cell(std::move(cellOfNames)), purpose(purposeOfList), pause(new QTimer(this)),
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

void PasteDialog::Private::build()
{
    auto *splitter = new QSplitter(q);
    splitter->addWidget(buildTextSide());
    splitter->addWidget(buildPreviewSide());
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setHandleWidth(2 * gridUnit);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, q);
    ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, q, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, q, &QDialog::reject);

    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(2 * gridUnit, 2 * gridUnit, 2 * gridUnit, 2 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
}

QWidget *PasteDialog::Private::buildTextSide()
{
    auto *side = new QWidget;
    edit = new KnockoutTextEdit(side);
    edit->setObjectName(QStringLiteral("pasteText"));
    edit->setAccessibleName(PasteDialog::tr("Names of genes"));
    edit->setPlaceholderText(purpose == Purpose::KnockoutSet
                                 ? PasteDialog::tr("HXK2 PGI1\nYFR053C")
                                 : PasteDialog::tr("HXK2 PGI1\nZWF1\nYFR053C, YGL253W\nWT"));
    auto *hint = new QLabel(
        purpose == Purpose::KnockoutSet
            ? PasteDialog::tr("Names of the genes to delete, separated by blanks, commas or lines.")
            : PasteDialog::tr("One genotype a line; names separated by blanks, commas or semicolons. WT is the "
                              "wild type, # starts a comment. A table with a column “knockouts” works too."),
        side);
    hint->setWordWrap(true);
    auto *open = new QPushButton(themedIcon(QStringLiteral("import")), PasteDialog::tr("Open file…"), side);
    open->setObjectName(QStringLiteral("pasteOpenFile"));
    open->setAutoDefault(false);
    connect(open, &QPushButton::clicked, this, [this] { chooseFile(); });

    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit);
    layout->addWidget(makeCaption(PasteDialog::tr("Names"), side));
    layout->addWidget(hint);
    layout->addWidget(edit, 1);
    layout->addWidget(open, 0, Qt::AlignLeft);
    return side;
}

QWidget *PasteDialog::Private::buildPreviewSide()
{
    auto *side = new QWidget;
    summary = new QLabel(side);
    summary->setObjectName(QStringLiteral("pasteSummary"));
    summary->setWordWrap(true);
    message = new QLabel(side);
    message->setObjectName(QStringLiteral("pasteMessage"));
    message->setWordWrap(true);
    message->setTextFormat(Qt::PlainText);
    message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    problems = new QScrollArea(side);
    problems->setObjectName(QStringLiteral("pasteProblems"));
    problems->setWidgetResizable(true);
    problems->setFrameShape(QFrame::NoFrame);
    leaveOut = new QPushButton(side);
    leaveOut->setObjectName(QStringLiteral("pasteLeaveOutAll"));
    leaveOut->setAutoDefault(false);
    connect(leaveOut, &QPushButton::clicked, this, [this] { leaveOutUnknown(); });
    list = new QListView(side);
    list->setObjectName(QStringLiteral("pastePreview"));
    list->setAccessibleName(PasteDialog::tr("What the list means"));
    list->setItemDelegate(new RowDelegate(list));
    list->setUniformItemSizes(true);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setModel(preview);

    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit);
    layout->addWidget(makeCaption(PasteDialog::tr("What it means"), side));
    layout->addWidget(summary);
    layout->addWidget(message);
    layout->addWidget(problems, 3);
    layout->addWidget(leaveOut, 0, Qt::AlignLeft);
    layout->addWidget(list, 2);
    return side;
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
    refresh();
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
        auto *rest =
            new QLabel(PasteDialog::tr("and %1 more names. Correct them in the text, or leave all unknown names out.")
                           .arg(formatCount(static_cast<std::int64_t>(names.size() - rowLimit))),
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
    if (!stale)
        preview->setReview(review, decisions);
    int unknown = 0;
    for (const UndecidedName &name : review->undecidedNames())
        unknown += !decisions.contains(name.key) && name.resolution.kind == NameResolution::Kind::Unknown ? 1 : 0;
    leaveOut->setText(PasteDialog::tr("Leave out all %1 unknown names").arg(formatCount(unknown)));
    leaveOut->setVisible(unknown > 1);
    summary->setText(stale ? PasteDialog::tr("Looking up the names…")
                           : pasteSummary(*review, decisions, preview->genotypes(), purpose));
    ok->setText(pasteAction(preview->genotypes(), purpose));
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

std::vector<Genotype> PasteDialog::genotypes() const
{
    return d->isDone() ? d->preview->genotypes() : std::vector<Genotype>();
}

} // namespace knockscape::ui
