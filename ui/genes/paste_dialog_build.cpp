// How the paste dialog is put together.
#include "ui/genes/paste_dialog_private.h"

#include "ui/genes/row_delegate.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QSplitter>
#include <QVBoxLayout>

namespace knockscape::ui
{

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

QWidget *PasteDialog::Private::buildReadings()
{
    readings = new QWidget;
    asSet = new QRadioButton(readings);
    asSet->setObjectName(QStringLiteral("pasteAsSet"));
    asList = new QRadioButton(readings);
    asList->setObjectName(QStringLiteral("pasteAsList"));
    connect(asSet, &QRadioButton::clicked, this, [this] {
        readingChosen = true;
        readAs(Purpose::KnockoutSet);
    });
    connect(asList, &QRadioButton::clicked, this, [this] {
        readingChosen = true;
        readAs(Purpose::GenotypeList);
    });
    auto *layout = new QVBoxLayout(readings);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit / 2);
    layout->addWidget(asSet);
    layout->addWidget(asList);
    return readings;
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
    layout->addWidget(buildReadings());
    layout->addWidget(summary);
    layout->addWidget(message);
    layout->addWidget(problems, 3);
    layout->addWidget(leaveOut, 0, Qt::AlignLeft);
    layout->addWidget(list, 2);
    return side;
}

} // namespace knockscape::ui
