// How the import assistant is put together.

#include "ui/importing/import_file_details.h"
#include "ui/importing/import_list_view.h"
#include "ui/importing/import_page_private.h"
#include "ui/importing/import_preview_panel.h"
#include "ui/issues/issue_model.h"
#include "ui/issues/source_view.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace knockscape::ui
{
namespace
{

QVBoxLayout *columnIn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit);
    return column;
}

QSplitter *splitterOf(Qt::Orientation orientation, QWidget *first, QWidget *second, int share, int otherShare)
{
    auto *splitter = new QSplitter(orientation);
    splitter->addWidget(first);
    splitter->addWidget(second);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(2 * gridUnit);
    splitter->setStretchFactor(0, share);
    splitter->setStretchFactor(1, otherShare);
    splitter->setSizes({share * 1000, otherShare * 1000});
    return splitter;
}

} // namespace

void ImportPage::Private::build()
{
    stack = new QStackedWidget(q);
    stack->addWidget(buildEmptyPage());
    stack->addWidget(buildWork());
    auto *column = columnIn(q);
    column->addWidget(stack);
}

QWidget *ImportPage::Private::buildEmptyPage()
{
    auto *page = new QWidget;
    auto *title = new QLabel(ImportPage::tr("Make a cell of your own files"), page);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    title->setFont(font);
    title->setAlignment(Qt::AlignCenter);
    auto *text = new QLabel(
        ImportPage::tr(
            "Drop files here: a gene table or SGD_features.tab, networks (GraphML, XGMML, GEXF, GML, SIF, CX2, "
            "PSI-MI TAB, BioGRID, STRING, YEASTRACT or any table), a metabolic model (SBML or COBRA JSON), coding "
            "sequences or features, "
            "and annotations. What each one is gets recognised; nothing is written until you import."),
        page);
    text->setObjectName(QStringLiteral("importEmpty"));
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    text->setFixedWidth(72 * gridUnit);
    // Layouts give a wrapped label of fixed width the height of two lines.
    text->setMinimumHeight(text->heightForWidth(72 * gridUnit));
    text->setForegroundRole(QPalette::PlaceholderText);
    auto *addFiles = new QPushButton(themedIcon(QStringLiteral("add")), ImportPage::tr("&Add files…"), page);
    addFiles->setObjectName(QStringLiteral("importAddFirst"));
    auto *paste = new QPushButton(themedIcon(QStringLiteral("paste")), ImportPage::tr("Paste paths"), page);
    paste->setObjectName(QStringLiteral("importPasteFirst"));
    auto *close = new QPushButton(ImportPage::tr("Not now"), page);
    connect(addFiles, &QPushButton::clicked, this, &Private::chooseFiles);
    connect(paste, &QPushButton::clicked, this, [this] { list->paste(); });
    connect(close, &QPushButton::clicked, q, &ImportPage::closeRequested);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gridUnit);
    buttons->addStretch(1);
    for (QPushButton *button : {addFiles, paste, close}) {
        button->setAutoDefault(true);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *column = columnIn(page);
    column->setSpacing(2 * gridUnit);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(text, 0, Qt::AlignHCenter);
    column->addLayout(buttons);
    column->addStretch(3);
    return page;
}

QWidget *ImportPage::Private::buildWork()
{
    auto *page = new QWidget;
    QSplitter *upper = splitterOf(Qt::Horizontal, buildFiles(), buildCell(), 2, 1);
    QSplitter *whole = splitterOf(Qt::Vertical, upper, buildIssues(), 2, 1);
    work = upper;
    auto *column = columnIn(page);
    column->setContentsMargins(gridUnit, gridUnit, gridUnit, gridUnit);
    column->addWidget(whole, 1);
    column->addWidget(buildFooter());
    return page;
}

QToolButton *ImportPage::Private::makeTool(const QString &icon, const QString &text, const QString &tip,
                                           const QString &objectName)
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setObjectName(objectName);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    return button;
}

QWidget *ImportPage::Private::buildFiles()
{
    auto *side = new QWidget;
    list = new ImportListView(draft->list(), side);
    details = new ImportFileDetails(draft->list(), side);
    QToolButton *addFiles = makeTool(QStringLiteral("add"), ImportPage::tr("&Add files…"),
                                     ImportPage::tr("Choose more files"), QStringLiteral("importAdd"));
    QToolButton *paste = makeTool(QStringLiteral("paste"), ImportPage::tr("Paste"),
                                  ImportPage::tr("Add the files or paths of the clipboard (Ctrl+V in the list)"),
                                  QStringLiteral("importPaste"));
    undo = makeTool(QStringLiteral("undo"), {}, {}, QStringLiteral("importUndo"));
    redo = makeTool(QStringLiteral("redo"), {}, {}, QStringLiteral("importRedo"));
    remove = makeTool(QStringLiteral("delete"), ImportPage::tr("&Remove"),
                      ImportPage::tr("Take the selected files off the list (Delete)"), QStringLiteral("importRemove"));
    up = makeTool(QStringLiteral("up"), {}, ImportPage::tr("Move up (Alt+Up): networks keep this order"),
                  QStringLiteral("importUp"));
    down = makeTool(QStringLiteral("down"), {}, ImportPage::tr("Move down (Alt+Down): networks keep this order"),
                    QStringLiteral("importDown"));
    QToolButton *over =
        makeTool(QStringLiteral("clear"), ImportPage::tr("S&tart over"),
                 ImportPage::tr("Empty the list; no file is touched"), QStringLiteral("importStartOver"));
    connect(addFiles, &QToolButton::clicked, this, &Private::chooseFiles);
    connect(paste, &QToolButton::clicked, list, &ImportListView::paste);
    connect(remove, &QToolButton::clicked, list, &ImportListView::removeSelected);
    connect(up, &QToolButton::clicked, list, [this] { list->moveCurrent(-1); });
    connect(down, &QToolButton::clicked, list, [this] { list->moveCurrent(1); });
    connect(over, &QToolButton::clicked, this, [this] {
        draft->startOver();
        q->focusFirst();
    });
    auto *tools = new QHBoxLayout;
    tools->setSpacing(gridUnit / 2);
    tools->addWidget(makeCaption(ImportPage::tr("Files")));
    tools->addSpacing(gridUnit);
    for (QToolButton *button : {addFiles, paste, remove, up, down, undo, redo}) {
        tools->addWidget(button);
    }
    tools->addStretch(1);
    tools->addWidget(over);
    auto *column = columnIn(side);
    column->addLayout(tools);
    column->addWidget(list, 1);
    column->addWidget(details);
    return side;
}

QWidget *ImportPage::Private::buildCell()
{
    auto *side = new QWidget;
    name = new QLineEdit(side);
    name->setObjectName(QStringLiteral("importName"));
    organism = new QLineEdit(side);
    organism->setObjectName(QStringLiteral("importOrganism"));
    organism->setPlaceholderText(ImportPage::tr("for example Saccharomyces cerevisiae"));
    auto *form = new QFormLayout;
    form->setSpacing(gridUnit);
    form->addRow(ImportPage::tr("&Name"), name);
    form->addRow(ImportPage::tr("&Organism"), organism);
    preview = new ImportPreviewPanel(draft, side);
    const auto option = [&](const QString &text, const QString &tip, const QString &objectName, bool on) {
        auto *box = new QCheckBox(text, side);
        box->setToolTip(tip);
        box->setObjectName(objectName);
        box->setChecked(on);
        connect(box, &QCheckBox::toggled, this, &Private::readOptions);
        return box;
    };
    const HyperedgeOptions defaults;
    isozymes = option(ImportPage::tr("per iso&zyme"),
                      ImportPage::tr("A reaction that several enzymes can carry becomes a hyperedge for each of them"),
                      QStringLiteral("importIsozymes"), defaults.expandIsozymes);
    directions =
        option(ImportPage::tr("per &direction"), ImportPage::tr("A reversible reaction becomes two hyperedges"),
               QStringLiteral("importDirections"), defaults.expandDirections);
    allReactions = option(ImportPage::tr("&Keep reactions without genes"),
                          ImportPage::tr("Spontaneous reactions and exchanges become hyperedges too"),
                          QStringLiteral("importAllReactions"), defaults.keepReactionsWithoutGenes);
    auto *column = columnIn(side);
    auto *expansion = new QHBoxLayout;
    expansion->setSpacing(2 * gridUnit);
    expansion->addWidget(new QLabel(ImportPage::tr("One hyperedge"), side));
    expansion->addWidget(isozymes);
    expansion->addWidget(directions);
    expansion->addStretch(1);
    column->addWidget(makeCaption(ImportPage::tr("The cell")));
    column->addLayout(form);
    column->addLayout(expansion);
    column->addWidget(allReactions);
    column->addSpacing(gridUnit);
    column->addWidget(preview, 1);
    return side;
}

QWidget *ImportPage::Private::buildIssues()
{
    auto *left = new QWidget;
    issuesTitle = makeCaption(ImportPage::tr("Issues"));
    issueModel = new IssueModel(this);
    issueView = new QTreeView(left);
    issueView->setObjectName(QStringLiteral("importIssues"));
    issueView->setAccessibleName(ImportPage::tr("Issues of the chosen files"));
    issueView->setModel(issueModel);
    issueView->setRootIsDecorated(false);
    issueView->setAlternatingRowColors(true);
    issueView->setUniformRowHeights(true);
    issueView->setAllColumnsShowFocus(true);
    issueView->setColumnHidden(IssueModel::TimeColumn, true);
    issueView->setColumnWidth(IssueModel::SeverityColumn, 11 * gridUnit);
    issueView->setColumnWidth(IssueModel::WhereColumn, 20 * gridUnit);
    issueView->setColumnWidth(IssueModel::WhatColumn, 40 * gridUnit);
    auto *column = columnIn(left);
    column->addWidget(issuesTitle);
    column->addWidget(issueView, 1);
    source = new SourceView;
    source->setHint(ImportPage::tr("Choose a file or an issue to see the lines it is about."));
    return splitterOf(Qt::Horizontal, left, source, 2, 1);
}

QWidget *ImportPage::Private::buildFooter()
{
    auto *footer = new QWidget;
    auto *label = new QLabel(ImportPage::tr("&Save as"), footer);
    target = new QLineEdit(footer);
    target->setObjectName(QStringLiteral("importTargetFolder"));
    label->setBuddy(target);
    browse = new QPushButton(ImportPage::tr("&Browse…"), footer);
    browse->setObjectName(QStringLiteral("importBrowse"));
    statusIcon = new QLabel(footer);
    status = new QLabel(footer);
    status->setObjectName(QStringLiteral("importStatus"));
    status->setWordWrap(true);
    status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    progress = new QProgressBar(footer);
    progress->setObjectName(QStringLiteral("importProgress"));
    progress->setTextVisible(false);
    progress->setFixedSize(20 * gridUnit, 12);
    cancel = new QPushButton(themedIcon(QStringLiteral("cancel")), ImportPage::tr("Cancel"), footer);
    cancel->setObjectName(QStringLiteral("importCancel"));
    cancel->setToolTip(ImportPage::tr("Stop importing (Esc); the list stays and nothing is written"));
    go = new QPushButton(themedIcon(QStringLiteral("import")), ImportPage::tr("&Import cell"), footer);
    go->setObjectName(QStringLiteral("importGo"));
    auto *close = new QPushButton(ImportPage::tr("C&lose"), footer);
    close->setObjectName(QStringLiteral("importClose"));
    close->setToolTip(ImportPage::tr("Put the assistant away; the list stays"));
    connect(close, &QPushButton::clicked, q, &ImportPage::closeRequested);
    for (QWidget *part : {static_cast<QWidget *>(progress), static_cast<QWidget *>(cancel)}) {
        QSizePolicy policy = part->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        part->setSizePolicy(policy);
    }
    auto *where = new QHBoxLayout;
    where->setSpacing(gridUnit);
    where->addWidget(label);
    where->addWidget(target, 1);
    where->addWidget(browse);
    auto *row = new QHBoxLayout;
    row->setSpacing(gridUnit);
    row->addWidget(statusIcon);
    row->addWidget(status, 1);
    for (QWidget *part : {static_cast<QWidget *>(progress), static_cast<QWidget *>(cancel),
                          static_cast<QWidget *>(close), static_cast<QWidget *>(go)}) {
        row->addWidget(part);
    }
    auto *column = columnIn(footer);
    column->addLayout(where);
    column->addLayout(row);
    return footer;
}

} // namespace knockscape::ui
