#include "ui/results/genotype_list_panel.h"

#include "ui/results/genotype_list_model.h"
#include "ui/results/genotype_list_view.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace knockscape::ui
{

class GenotypeListPanel::Private : public QObject
{
public:
    explicit Private(GenotypeListPanel *panel);

    void build();
    QWidget *buildEmptyPage();
    QLayout *buildEditRow();
    QLayout *buildPredictRow();
    QToolButton *makeTool(const char *icon, const QString &text, const QString &tip, const char *name);
    void refresh();
    QString countText() const;
    std::vector<int> selectedRows() const;
    void removeSelected();
    void moveSelected(int step);
    void move(const std::vector<int> &rows, int before);
    void request(std::vector<Genotype> genotypes, const QString &what, std::vector<int> rowsToSelect);

    GenotypeListPanel *q;
    GenotypeListModel *model = nullptr;
    Genotype current;
    QString blocked;
    Evaluator evaluator = Evaluator::Model;
    bool hasCell = false;
    /// Rows to select when the list has become what was asked for.
    std::vector<int> selectNext;

    QStackedWidget *stack = nullptr;
    GenotypeListView *list = nullptr;
    QLabel *count = nullptr;
    QToolButton *add = nullptr;
    QToolButton *paste = nullptr;
    QToolButton *remove = nullptr;
    QToolButton *up = nullptr;
    QToolButton *down = nullptr;
    QToolButton *clear = nullptr;
    QPushButton *predict = nullptr;
    QPushButton *singles = nullptr;
    QPushButton *against = nullptr;
};

GenotypeListPanel::Private::Private(GenotypeListPanel *panel) : q(panel), model(new GenotypeListModel(this))
{
    build();
    connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { refresh(); });
    connect(list, &GenotypeListView::removeRequested, this, [this] { removeSelected(); });
    connect(list, &GenotypeListView::moveRequested, this, [this](int step) { moveSelected(step); });
    connect(list, &GenotypeListView::copyRequested, this, [this] {
        const QModelIndexList rows = list->selectionModel()->selectedRows();
        if (!rows.isEmpty())
            QApplication::clipboard()->setMimeData(model->mimeData(rows));
    });
    connect(model, &GenotypeListModel::moveRequested, this,
            [this](const std::vector<int> &rows, int before) { move(rows, before); });
    refresh();
}

QToolButton *GenotypeListPanel::Private::makeTool(const char *icon, const QString &text, const QString &tip,
                                                  const char *name)
{
    auto *button = new QToolButton(q);
    button->setObjectName(QLatin1String(name));
    button->setIcon(themedIcon(QLatin1String(icon)));
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    return button;
}

QLayout *GenotypeListPanel::Private::buildEditRow()
{
    add = makeTool("add", GenotypeListPanel::tr("Add current set"),
                   GenotypeListPanel::tr("Add the current knockout set to the list"), "genotypesAdd");
    paste = makeTool("paste", GenotypeListPanel::tr("Paste…"),
                     GenotypeListPanel::tr("Paste or open a list of genotypes"), "genotypesPaste");
    up = makeTool("up", {}, GenotypeListPanel::tr("Move up (Alt+Up)"), "genotypesUp");
    down = makeTool("down", {}, GenotypeListPanel::tr("Move down (Alt+Down)"), "genotypesDown");
    remove = makeTool("delete", {}, GenotypeListPanel::tr("Remove the selected genotypes (Del)"), "genotypesRemove");
    clear = makeTool("clear", {}, GenotypeListPanel::tr("Empty the list"), "genotypesClear");
    connect(add, &QToolButton::clicked, this, [this] {
        std::vector<Genotype> genotypes = model->genotypes();
        genotypes.push_back(current);
        const int last = static_cast<int>(genotypes.size()) - 1;
        request(std::move(genotypes), GenotypeListPanel::tr("adding of the knockout set to the list"), {last});
    });
    connect(paste, &QToolButton::clicked, q, &GenotypeListPanel::pasteRequested);
    connect(up, &QToolButton::clicked, this, [this] { moveSelected(-1); });
    connect(down, &QToolButton::clicked, this, [this] { moveSelected(1); });
    connect(remove, &QToolButton::clicked, this, [this] { removeSelected(); });
    connect(clear, &QToolButton::clicked, this,
            [this] { request({}, GenotypeListPanel::tr("emptying of the list"), {}); });
    auto *row = new QHBoxLayout;
    row->setSpacing(gridUnit / 2);
    for (QToolButton *button : {add, paste})
        row->addWidget(button);
    row->addStretch(1);
    for (QToolButton *button : {up, down, remove, clear})
        row->addWidget(button);
    return row;
}

QLayout *GenotypeListPanel::Private::buildPredictRow()
{
    predict = new QPushButton(themedIcon(QStringLiteral("predict")), GenotypeListPanel::tr("Predict"), q);
    predict->setObjectName(QStringLiteral("genotypesPredict"));
    singles = new QPushButton(GenotypeListPanel::tr("All single knockouts"), q);
    singles->setObjectName(QStringLiteral("genotypesSingles"));
    against = new QPushButton(GenotypeListPanel::tr("Current set × all genes"), q);
    against->setObjectName(QStringLiteral("genotypesAgainst"));
    connect(predict, &QPushButton::clicked, q, &GenotypeListPanel::predictRequested);
    connect(singles, &QPushButton::clicked, q, &GenotypeListPanel::singlesRequested);
    connect(against, &QPushButton::clicked, q, &GenotypeListPanel::currentAgainstAllRequested);
    auto *screens = new QHBoxLayout;
    screens->setSpacing(gridUnit);
    screens->addWidget(singles, 1);
    screens->addWidget(against, 1);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(gridUnit);
    rows->addWidget(predict);
    rows->addLayout(screens);
    return rows;
}

QWidget *GenotypeListPanel::Private::buildEmptyPage()
{
    auto *page = new QWidget;
    auto *text = new QLabel(
        GenotypeListPanel::tr("No genotypes yet. Add the current knockout set, or paste a list: one genotype a line."),
        page);
    text->setObjectName(QStringLiteral("genotypesEmpty"));
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    auto *button = new QPushButton(themedIcon(QStringLiteral("paste")), GenotypeListPanel::tr("Paste a list…"), page);
    connect(button, &QPushButton::clicked, q, &GenotypeListPanel::pasteRequested);
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(1);
    layout->addWidget(text);
    layout->addWidget(button, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    return page;
}

void GenotypeListPanel::Private::build()
{
    list = new GenotypeListView(q);
    list->setModel(model);
    stack = new QStackedWidget(q);
    stack->addWidget(buildEmptyPage());
    stack->addWidget(list);
    count = new QLabel(q);
    count->setObjectName(QStringLiteral("genotypesCount"));
    count->setForegroundRole(QPalette::PlaceholderText);
    count->setWordWrap(true);
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(gridUnit, gridUnit, gridUnit, gridUnit);
    layout->setSpacing(gridUnit);
    layout->addLayout(buildEditRow());
    layout->addWidget(stack, 1);
    layout->addWidget(count);
    layout->addLayout(buildPredictRow());
}

QString GenotypeListPanel::Private::countText() const
{
    std::array<qint64, 5> byOrder{};
    for (const Genotype &genotype : model->genotypes())
        ++byOrder[std::min(genotype.size(), byOrder.size() - 1)];
    const QString texts[] = {
        trCount("GenotypeListPanel", "%1 wild type", "%1 wild type", byOrder[0]),
        trCount("GenotypeListPanel", "%1 single", "%1 single", byOrder[1]),
        trCount("GenotypeListPanel", "%1 double", "%1 double", byOrder[2]),
        trCount("GenotypeListPanel", "%1 triple", "%1 triple", byOrder[3]),
        trCount("GenotypeListPanel", "%1 of four or more", "%1 of four or more", byOrder[4]),
    };
    const auto total = static_cast<qint64>(model->genotypes().size());
    if (total == 1)
        return trCount("GenotypeListPanel", "%1 genotype", "%1 genotypes", total);
    QStringList parts;
    for (std::size_t order = 0; order < byOrder.size(); ++order) {
        if (byOrder[order] > 0)
            parts << texts[order];
    }
    return trCount("GenotypeListPanel", "%1 genotype: %2", "%1 genotypes: %2", total)
        .arg(parts.join(QStringLiteral(", ")));
}

void GenotypeListPanel::Private::refresh()
{
    const bool any = model->rowCount() > 0;
    const bool selected = list->selectionModel()->hasSelection();
    const std::vector<int> rows = selectedRows();
    stack->setCurrentIndex(any ? 1 : 0);
    count->setVisible(any);
    count->setText(any ? countText() : QString());
    add->setEnabled(hasCell && !current.empty());
    paste->setEnabled(hasCell);
    remove->setEnabled(selected);
    clear->setEnabled(any);
    up->setEnabled(selected && rows.front() > 0);
    down->setEnabled(selected && rows.back() < model->rowCount() - 1);
    const bool free = blocked.isEmpty() && hasCell;
    const bool simulates = evaluator == Evaluator::Simulation;
    predict->setText(simulates ? GenotypeListPanel::tr("Simulate") : GenotypeListPanel::tr("Predict"));
    predict->setIcon(themedIcon(simulates ? QStringLiteral("metabolism") : QStringLiteral("predict")));
    predict->setEnabled(free && any);
    predict->setToolTip(!blocked.isEmpty() ? blocked
                        : !any             ? GenotypeListPanel::tr("The list is empty")
                        : simulates
                            ? GenotypeListPanel::tr("Growth of every genotype of the list by flux balance analysis")
                            : GenotypeListPanel::tr("Predict every genotype of the list"));
    singles->setEnabled(free);
    singles->setToolTip(
        !blocked.isEmpty() ? blocked
        : simulates ? GenotypeListPanel::tr("Growth of every single deletion of the metabolic model by flux balance "
                                            "analysis")
                    : GenotypeListPanel::tr("Predict the deletion of each gene of the cell"));
    against->setEnabled(free && !current.empty());
    against->setToolTip(
        !blocked.isEmpty() ? blocked
        : current.empty()  ? GenotypeListPanel::tr("The knockout set is empty: tick a gene first")
        : simulates ? GenotypeListPanel::tr("Growth of the current set with each other gene of the metabolic model "
                                            "deleted too, by flux balance analysis")
                    : GenotypeListPanel::tr("Predict the current set with each other gene deleted as well"));
}

std::vector<int> GenotypeListPanel::Private::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : list->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void GenotypeListPanel::Private::request(std::vector<Genotype> genotypes, const QString &what,
                                         std::vector<int> rowsToSelect)
{
    selectNext = std::move(rowsToSelect);
    emit q->genotypesEdited(genotypes, what);
}

void GenotypeListPanel::Private::removeSelected()
{
    const std::vector<int> rows = selectedRows();
    if (rows.empty())
        return;
    std::vector<Genotype> kept;
    for (int row = 0; row < model->rowCount(); ++row) {
        if (!std::binary_search(rows.begin(), rows.end(), row))
            kept.push_back(model->genotypes()[static_cast<std::size_t>(row)]);
    }
    const int next = std::min(rows.front(), static_cast<int>(kept.size()) - 1);
    const QString what = trCount("GenotypeListPanel", "removal of a genotype", "removal of %1 genotypes",
                                 static_cast<qint64>(rows.size()));
    request(std::move(kept), what, next >= 0 ? std::vector<int>{next} : std::vector<int>());
}

void GenotypeListPanel::Private::moveSelected(int step)
{
    const std::vector<int> rows = selectedRows();
    if (rows.empty())
        return;
    const int before = step < 0 ? rows.front() - 1 : rows.back() + 2;
    if (before >= 0 && before <= model->rowCount())
        move(rows, before);
}

void GenotypeListPanel::Private::move(const std::vector<int> &rows, int before)
{
    std::vector<Genotype> moved = withRowsMoved(model->genotypes(), rows, before);
    if (moved == model->genotypes())
        return;
    const auto skipped = std::lower_bound(rows.begin(), rows.end(), before) - rows.begin();
    std::vector<int> places;
    for (std::size_t i = 0; i < rows.size(); ++i)
        places.push_back(before - static_cast<int>(skipped) + static_cast<int>(i));
    request(std::move(moved), GenotypeListPanel::tr("move of genotypes"), std::move(places));
}

GenotypeListPanel::GenotypeListPanel(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this)) {}

GenotypeListPanel::~GenotypeListPanel() = default;

void GenotypeListPanel::setCell(std::shared_ptr<const Cell> cell)
{
    d->hasCell = cell != nullptr;
    d->current = {};
    d->selectNext.clear();
    d->model->setCell(std::move(cell));
    d->refresh();
}

void GenotypeListPanel::setGenotypes(const std::vector<Genotype> &genotypes)
{
    d->model->setGenotypes(genotypes);
    QItemSelection selection;
    for (const int row : d->selectNext) {
        if (row < d->model->rowCount())
            selection.select(d->model->index(row), d->model->index(row));
    }
    if (!selection.isEmpty()) {
        const QModelIndex first = selection.front().topLeft();
        d->list->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        d->list->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        d->list->scrollTo(first);
    }
    d->selectNext.clear();
    d->refresh();
}

void GenotypeListPanel::setCurrentSet(const Genotype &set)
{
    d->current = set;
    d->refresh();
}

void GenotypeListPanel::setBlocked(const QString &reason, Evaluator evaluator)
{
    d->blocked = reason;
    d->evaluator = evaluator;
    d->refresh();
}

} // namespace knockscape::ui
