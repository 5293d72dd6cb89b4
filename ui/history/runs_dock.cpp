#include "ui/history/runs_dock.h"

#include "ui/history/run_commands.h"
#include "ui/history/run_text.h"
#include "ui/history/runs_model.h"
#include "ui/history/runs_view.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

namespace knockscape::ui
{

/// A QObject, so that nothing calls it after it is gone.
class RunsDock::Private : public QObject
{
public:
    Private(RunsDock *owner, DatabaseService *service, QUndoStack *stack);

    bool eventFilter(QObject *watched, QEvent *event) override;
    void buildActions();
    QWidget *buildTable();
    QWidget *buildMessage();
    void setRuns(const std::vector<RunRecord> &runs);
    void fail(const QString &message);
    void updateState();
    void showMessage(const QString &text, QWidget *button);
    void showMenu(const QPoint &position);
    void deleteSelected();
    void push(QUndoCommand *command);
    std::vector<const RunRecord *> selected() const;
    const RunRecord *current() const;

    RunsDock *dock;
    DatabaseService *database;
    QUndoStack *undo;
    RunsModel *model;
    RunsFilter *filter;
    RunsView *view = nullptr;
    QLineEdit *search = nullptr;
    QLabel *count = nullptr;
    QStackedWidget *pages = nullptr;
    QLabel *message = nullptr;
    QPushButton *clearFilter = nullptr;
    QPushButton *retry = nullptr;
    QToolButton *emptyAction = nullptr;
    QAction *open = nullptr;
    QAction *exportRows = nullptr;
    QAction *editNote = nullptr;
    QAction *remove = nullptr;
    bool loaded = false;
    bool sized = false;
};

RunsDock::Private::Private(RunsDock *owner, DatabaseService *service, QUndoStack *stack)
    : dock(owner), database(service), undo(stack), model(new RunsModel(owner)), filter(new RunsFilter(owner))
{
    filter->setSourceModel(model);
    auto *body = new QWidget;
    pages = new QStackedWidget;
    view = new RunsView;
    view->setObjectName(QStringLiteral("runsView"));
    buildActions();
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(gridUnit, gridUnit, gridUnit, gridUnit);
    layout->setSpacing(gridUnit);
    layout->addWidget(buildTable());
    layout->addWidget(pages, 1);
    pages->addWidget(view);
    pages->addWidget(buildMessage());
    dock->setWidget(body);

    QObject::connect(database, &DatabaseService::runsChanged, this,
                     [this](const std::vector<RunRecord> &runs) { setRuns(runs); });
    QObject::connect(database, &DatabaseService::failed, this, [this](const QString &text) { fail(text); });
    QObject::connect(model, &RunsModel::noteEdited, this, [this](const RunRecord &run, const QString &note) {
        push(new EditNoteCommand(database, run, note));
    });
    QObject::connect(view, &RunsView::openRequested, this, [this] { open->trigger(); });
    QObject::connect(view, &RunsView::leftUpwards, this, [this] { search->setFocus(Qt::OtherFocusReason); });
    QObject::connect(view, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) { showMenu(at); });
    QObject::connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { updateState(); });
    QObject::connect(search, &QLineEdit::textChanged, this, [this](const QString &text) {
        filter->setText(text);
        updateState();
    });
    updateState();
    database->requestRuns();
}

void RunsDock::Private::buildActions()
{
    const auto add = [&](const char *icon, const QString &text, const QKeySequence &keys, auto &&work) {
        auto *action = new QAction(themedIcon(QString::fromLatin1(icon)), text, dock);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        view->addAction(action);
        QObject::connect(action, &QAction::triggered, this, work);
        return action;
    };
    // Return is a key of the view, not a shortcut: while a note is edited it must end the editing.
    open = add("results", RunsDock::tr("&Open"), {}, [this] {
        if (const RunRecord *run = current()) {
            emit dock->openRequested(*run);
        }
    });
    exportRows = add("export", RunsDock::tr("E&xport…"), {}, [this] {
        if (const RunRecord *run = current()) {
            emit dock->exportRequested(*run);
        }
    });
    editNote = add("edit", RunsDock::tr("Edit &Note"), QKeySequence(Qt::Key_F2), [this] { view->editNote(); });
    remove = add("delete", RunsDock::tr("&Delete"), QKeySequence(QKeySequence::Delete), [this] { deleteSelected(); });
    open->setToolTip(RunsDock::tr("Open this run in the results (Return)"));
    exportRows->setToolTip(RunsDock::tr("Write the rows of this run to a file"));
    editNote->setToolTip(RunsDock::tr("Write a note on this run (F2)"));
    remove->setToolTip(RunsDock::tr("Delete the selected runs (Delete); undo brings them back"));
}

QWidget *RunsDock::Private::buildTable()
{
    view->setModel(filter);
    view->sortByColumn(RunsModel::Started, Qt::DescendingOrder);
    view->setAccessibleName(RunsDock::tr("Runs"));

    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit);
    search = new QLineEdit;
    search->setObjectName(QStringLiteral("runsFilter"));
    search->setPlaceholderText(RunsDock::tr("Filter runs by gene, cell, model, note …"));
    search->setAccessibleName(RunsDock::tr("Filter runs"));
    search->setClearButtonEnabled(true);
    search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    search->setMaximumWidth(48 * gridUnit);
    search->installEventFilter(this);
    count = new QLabel;
    layout->addWidget(search, 1);
    layout->addWidget(count);
    layout->addStretch(1);
    for (QAction *action : {open, exportRows, editNote, remove}) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        layout->addWidget(button);
    }
    return bar;
}

QWidget *RunsDock::Private::buildMessage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    message = new QLabel;
    message->setObjectName(QStringLiteral("runsMessage"));
    message->setWordWrap(true);
    message->setAlignment(Qt::AlignCenter);
    message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    clearFilter = new QPushButton(themedIcon(QStringLiteral("clear")), RunsDock::tr("Clear Filter"));
    clearFilter->setObjectName(QStringLiteral("runsClearFilter"));
    retry = new QPushButton(themedIcon(QStringLiteral("refresh")), RunsDock::tr("Try Again"));
    emptyAction = new QToolButton;
    emptyAction->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    layout->addStretch(1);
    layout->addWidget(message);
    for (QWidget *button : std::initializer_list<QWidget *>{clearFilter, retry, emptyAction}) {
        layout->addWidget(button, 0, Qt::AlignHCenter);
    }
    layout->addStretch(1);
    QObject::connect(clearFilter, &QPushButton::clicked, this, [this] {
        search->clear();
        search->setFocus(Qt::OtherFocusReason);
    });
    QObject::connect(retry, &QPushButton::clicked, this, [this] { database->requestRuns(); });
    return page;
}

void RunsDock::Private::setRuns(const std::vector<RunRecord> &runs)
{
    loaded = true;
    model->setRuns(runs);
    if (!sized && !runs.empty()) {
        sized = true;
        for (int column = 0; column < RunsModel::Note; ++column) {
            view->resizeColumnToContents(column);
            view->setColumnWidth(column, view->columnWidth(column) + 2 * gridUnit);
        }
    }
    updateState();
}

void RunsDock::Private::fail(const QString &text)
{
    if (!loaded) {
        count->clear();
        showMessage(RunsDock::tr("The run history cannot be read.\n%1").arg(text), retry);
    }
}

void RunsDock::Private::showMessage(const QString &text, QWidget *button)
{
    message->setText(text);
    for (QWidget *one : std::initializer_list<QWidget *>{clearFilter, retry, emptyAction}) {
        one->setVisible(one == button);
    }
    pages->setCurrentIndex(1);
}

void RunsDock::Private::updateState()
{
    const int shown = filter->rowCount();
    const int all = model->rowCount();
    if (loaded && all == 0) {
        count->clear();
        showMessage(
            RunsDock::tr(
                "No runs yet: tick genes and predict. Every prediction, screen, training and simulation is kept "
                "here."),
            emptyAction->defaultAction() != nullptr ? emptyAction : nullptr);
    } else if (loaded && shown == 0) {
        count->setText(RunsDock::tr("0 of %1").arg(formatCount(all)));
        showMessage(RunsDock::tr("No run matches “%1”.").arg(search->text()), clearFilter);
    } else if (loaded) {
        count->setText(shown == all ? RunsDock::tr("runs: %1").arg(formatCount(all))
                                    : RunsDock::tr("%1 of %2").arg(formatCount(shown), formatCount(all)));
        pages->setCurrentIndex(0);
    }
    search->setEnabled(all > 0);
    const std::vector<const RunRecord *> chosen = selected();
    const RunRecord *run = current();
    open->setEnabled(run != nullptr);
    exportRows->setEnabled(run != nullptr && run->genotypeCount > 0);
    editNote->setEnabled(run != nullptr);
    remove->setEnabled(std::any_of(chosen.begin(), chosen.end(),
                                   [](const RunRecord *one) { return one->status != RunStatus::Running; }));
}

const RunRecord *RunsDock::Private::current() const
{
    const QModelIndex index = view->currentIndex();
    const bool chosen = index.isValid() && view->selectionModel()->isRowSelected(index.row(), {});
    return chosen ? &model->run(filter->mapToSource(index).row()) : nullptr;
}

std::vector<const RunRecord *> RunsDock::Private::selected() const
{
    std::vector<const RunRecord *> runs;
    const QModelIndexList rows = view->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        runs.push_back(&model->run(filter->mapToSource(row).row()));
    }
    return runs;
}

void RunsDock::Private::showMenu(const QPoint &position)
{
    if (!view->indexAt(position).isValid()) {
        return;
    }
    auto *menu = new QMenu(view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({open, exportRows, editNote});
    menu->addSeparator();
    menu->addAction(remove);
    menu->setDefaultAction(open);
    menu->popup(view->viewport()->mapToGlobal(position));
}

void RunsDock::Private::deleteSelected()
{
    std::vector<qint64> runs;
    for (const RunRecord *run : selected()) {
        if (run->status != RunStatus::Running) {
            runs.push_back(run->id);
        }
    }
    if (!runs.empty()) {
        push(new DeleteRunsCommand(database, std::move(runs)));
    }
}

void RunsDock::Private::push(QUndoCommand *command)
{
    if (undo != nullptr) {
        undo->push(command);
    } else {
        command->redo();
        delete command;
    }
}

bool RunsDock::Private::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !search->text().isEmpty()) {
            search->clear();
            return true;
        }
        if ((key == Qt::Key_Down || key == Qt::Key_Return) && filter->rowCount() > 0) {
            view->setFocus(Qt::OtherFocusReason);
            if (!view->selectionModel()->hasSelection()) {
                view->setCurrentIndex(filter->index(0, 0));
            }
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

RunsDock::RunsDock(DatabaseService *database, QUndoStack *undo, QWidget *parent) : QDockWidget(tr("Runs"), parent)
{
    setObjectName(QStringLiteral("runsDock"));
    d = std::make_unique<Private>(this, database, undo);
}

RunsDock::~RunsDock() = default;

void RunsDock::setEmptyAction(QAction *action)
{
    d->emptyAction->setDefaultAction(action);
    d->updateState();
}

} // namespace knockscape::ui
