#include "ui/genes/gene_list_dock.h"

#include "ui/genes/facet_button.h"
#include "ui/genes/gene_list_model.h"
#include "ui/genes/gene_list_view.h"
#include "ui/genes/gene_names.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace knockscape::ui
{

class GeneListDock::Private : public QObject
{
public:
    explicit Private(GeneListDock *dock);

    void build();
    QWidget *buildEmptyPage();
    void connectAll();
    void placeColumns();
    void filtered();
    void applyQuery(const QString &text);
    void applyFacet(const GeneFacet &facet);
    void clearFilter();
    void restore(const std::vector<GeneIndex> &selected, GeneIndex current);
    std::vector<GeneIndex> selectedGenes() const;
    GeneIndex currentGene() const { return model->geneAt(view->currentIndex().row()); }
    void toggleSelected();
    void chooseColumns(const QPoint &position);
    void showMenu(const QPoint &position);
    void enterList();
    void announceCurrent();
    bool eventFilter(QObject *object, QEvent *event) override;

    GeneListDock *q;
    GeneListModel *model = nullptr;
    QLineEdit *search = nullptr;
    FacetButton *facets = nullptr;
    GeneListView *view = nullptr;
    QStackedWidget *stack = nullptr;
    QLabel *emptyText = nullptr;
    QPushButton *emptyButton = nullptr;
    QLabel *count = nullptr;
    GeneIndex announced = -1;
    // Set while rows are replaced, when the view's "current changed" means nothing.
    bool quiet = false;
};

GeneListDock::Private::Private(GeneListDock *dock) : q(dock)
{
    build();
    connectAll();
    filtered();
}

void GeneListDock::Private::build()
{
    auto *content = new QWidget(q);
    model = new GeneListModel(q);
    search = new QLineEdit(content);
    search->setObjectName(QStringLiteral("geneSearch"));
    search->setPlaceholderText(tr("Search names and descriptions"));
    search->setAccessibleName(tr("Search genes"));
    search->setToolTip(tr("Words in any order, in systematic and standard names, aliases and descriptions (Ctrl+F)"));
    search->setClearButtonEnabled(true);
    search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    search->installEventFilter(this);
    facets = new FacetButton(content);
    view = new GeneListView(content);
    view->setModel(model);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    stack = new QStackedWidget(content);
    stack->addWidget(view);
    stack->addWidget(buildEmptyPage());
    count = new QLabel(content);
    count->setObjectName(QStringLiteral("geneCount"));
    count->setForegroundRole(QPalette::PlaceholderText);

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(gridUnit, gridUnit, gridUnit, gridUnit);
    layout->setSpacing(gridUnit);
    layout->addWidget(search);
    layout->addWidget(facets, 0, Qt::AlignLeft);
    layout->addWidget(stack, 1);
    layout->addWidget(count);
    q->setWidget(content);
    QWidget::setTabOrder(search, facets);
    QWidget::setTabOrder(facets, view);
    view->sortByColumn(GeneListModel::Name, Qt::AscendingOrder);
    placeColumns();
}

QWidget *GeneListDock::Private::buildEmptyPage()
{
    auto *page = new QWidget;
    emptyText = new QLabel(page);
    emptyText->setObjectName(QStringLiteral("geneEmptyText"));
    emptyText->setAlignment(Qt::AlignCenter);
    emptyText->setWordWrap(true);
    emptyText->setTextFormat(Qt::PlainText);
    emptyButton = new QPushButton(tr("Show all genes"), page);
    emptyButton->setObjectName(QStringLiteral("geneClearFilter"));
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(1);
    layout->addWidget(emptyText);
    layout->addSpacing(gridUnit);
    layout->addWidget(emptyButton, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return page;
}

void GeneListDock::Private::connectAll()
{
    connect(search, &QLineEdit::textChanged, this, [this](const QString &text) { applyQuery(text); });
    connect(search, &QLineEdit::returnPressed, this, [this] { enterList(); });
    connect(facets, &FacetButton::facetChosen, this, [this](const GeneFacet &facet) { applyFacet(facet); });
    connect(emptyButton, &QPushButton::clicked, this, [this] {
        clearFilter();
        search->setFocus();
    });
    connect(model, &GeneListModel::toggleRequested, q, &GeneListDock::geneToggled);
    connect(model, &GeneListModel::modelReset, this, [this] { filtered(); });
    connect(view, &GeneListView::toggleSelectedRequested, this, [this] { toggleSelected(); });
    connect(view, &GeneListView::copyRequested, this, [this] {
        std::vector<GeneIndex> genes = selectedGenes();
        QModelIndexList indexes;
        for (const GeneIndex gene : genes)
            indexes << model->index(model->rowOf(gene), GeneListModel::Name);
        if (!indexes.isEmpty())
            QApplication::clipboard()->setMimeData(model->mimeData(indexes));
    });
    connect(view, &GeneListView::typed, this, [this](const QString &text) {
        search->setFocus();
        search->setText(search->text() + text);
    });
    connect(view, &GeneListView::leftUpwards, search, [this] { search->setFocus(); });
    connect(view, &QAbstractItemView::activated, this, [this] {
        announced = -1;
        announceCurrent();
    });
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { announceCurrent(); });
    connect(view->header(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint &position) { chooseColumns(position); });
    connect(view, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) { showMenu(position); });
}

void GeneListDock::Private::placeColumns()
{
    QHeaderView *header = view->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(3 * gridUnit);
    for (int column = GeneListModel::Support; column < model->columnCount(); ++column)
        header->setSectionHidden(column, true);
    const QFontMetrics metrics(view->font());
    header->setSectionResizeMode(GeneListModel::Tick, QHeaderView::Fixed);
    header->resizeSection(GeneListModel::Tick, 7 * gridUnit / 2);
    header->resizeSection(GeneListModel::Name, metrics.horizontalAdvance(QStringLiteral("YAL001C")) + gridUnit);
    header->resizeSection(GeneListModel::Id, metrics.horizontalAdvance(QStringLiteral("YAL001C")) + 3 * gridUnit / 2);
    header->setSectionResizeMode(GeneListModel::Description, QHeaderView::Stretch);
}

void GeneListDock::Private::filtered()
{
    const int seen = model->rowCount();
    const int total = model->totalCount();
    count->setText(total == 0      ? QString()
                   : seen == total ? (total == 1 ? tr("1 gene") : tr("%1 genes").arg(formatCount(total)))
                                   : tr("%1 of %2").arg(formatCount(seen), formatCount(total)));
    const bool narrowed = !search->text().trimmed().isEmpty() || model->facet() != GeneFacet();
    emptyButton->setVisible(narrowed && total > 0);
    if (total == 0)
        emptyText->setText(tr("No cell is open. Open one from the toolbar, or drop a cell folder on the window."));
    else if (!search->text().trimmed().isEmpty())
        emptyText->setText(tr("No gene matches “%1”.").arg(search->text().simplified()));
    else if (model->facet().kind == GeneFacet::Kind::KnockedOut)
        emptyText->setText(tr("No gene is knocked out. Tick genes in the list of all genes."));
    else
        emptyText->setText(tr("No gene is in “%1”.").arg(facets->facetTitle()));
    stack->setCurrentIndex(seen == 0 ? 1 : 0);
}

void GeneListDock::Private::applyQuery(const QString &text)
{
    const auto selected = selectedGenes();
    const GeneIndex current = currentGene();
    quiet = true;
    model->setQuery(text);
    restore(selected, current);
    quiet = false;
    filtered();
}

void GeneListDock::Private::applyFacet(const GeneFacet &facet)
{
    const auto selected = selectedGenes();
    const GeneIndex current = currentGene();
    quiet = true;
    model->setFacet(facet);
    restore(selected, current);
    quiet = false;
    filtered();
}

void GeneListDock::Private::clearFilter()
{
    facets->setFacet({});
    model->setFacet({});
    search->clear();
    filtered();
}

void GeneListDock::Private::restore(const std::vector<GeneIndex> &selected, GeneIndex current)
{
    QItemSelection selection;
    for (const GeneIndex gene : selected) {
        if (const int row = model->rowOf(gene); row >= 0)
            selection.select(model->index(row, 0), model->index(row, 0));
    }
    QItemSelectionModel *selectionModel = view->selectionModel();
    const int row = model->rowOf(current);
    if (row >= 0)
        selectionModel->setCurrentIndex(model->index(row, GeneListModel::Name), QItemSelectionModel::NoUpdate);
    selectionModel->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (row >= 0)
        view->scrollTo(model->index(row, GeneListModel::Name));
    else
        view->scrollToTop();
}

std::vector<GeneIndex> GeneListDock::Private::selectedGenes() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : view->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    std::vector<GeneIndex> genes;
    for (const int row : rows)
        genes.push_back(model->geneAt(row));
    return genes;
}

void GeneListDock::Private::toggleSelected()
{
    std::vector<GeneIndex> genes = selectedGenes();
    if (genes.empty() && currentGene() >= 0)
        genes.push_back(currentGene());
    const Genotype before = model->knockouts();
    const bool allDeleted =
        std::all_of(genes.begin(), genes.end(), [&](GeneIndex gene) { return before.contains(gene); });
    for (const GeneIndex gene : genes) {
        if (before.contains(gene) == allDeleted)
            emit q->geneToggled(gene, !allDeleted);
    }
}

void GeneListDock::Private::chooseColumns(const QPoint &position)
{
    QMenu menu;
    for (int column = GeneListModel::Id; column < model->columnCount(); ++column) {
        QAction *action = menu.addAction(model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!view->header()->isSectionHidden(column));
        connect(action, &QAction::toggled, view,
                [this, column](bool shown) { view->header()->setSectionHidden(column, !shown); });
        if (column == GeneListModel::Description || column == GeneListModel::Reactions)
            menu.addSeparator();
    }
    menu.exec(view->header()->mapToGlobal(position));
}

void GeneListDock::Private::showMenu(const QPoint &position)
{
    const auto genes = selectedGenes();
    if (genes.empty())
        return;
    QMenu menu;
    const bool deleted =
        std::all_of(genes.begin(), genes.end(), [&](GeneIndex gene) { return model->knockouts().contains(gene); });
    QAction *toggle = menu.addAction(deleted ? tr("Restore") : tr("Knock out"));
    toggle->setShortcut(Qt::Key_Space);
    connect(toggle, &QAction::triggered, this, [this] { toggleSelected(); });
    QAction *copy =
        menu.addAction(themedIcon(QStringLiteral("copy")), genes.size() == 1 ? tr("Copy name") : tr("Copy names"));
    copy->setShortcut(QKeySequence::Copy);
    connect(copy, &QAction::triggered, view, &GeneListView::copyRequested);
    menu.exec(view->viewport()->mapToGlobal(position));
}

void GeneListDock::Private::enterList()
{
    if (model->rowCount() == 0)
        return;
    view->setFocus();
    const int row = std::max(0, view->currentIndex().row());
    view->setCurrentIndex(model->index(row, GeneListModel::Name));
}

void GeneListDock::Private::announceCurrent()
{
    const GeneIndex gene = currentGene();
    if (quiet || gene == announced)
        return;
    announced = gene;
    emit q->geneSelected(gene);
}

bool GeneListDock::Private::eventFilter(QObject *object, QEvent *event)
{
    if (object == search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_PageDown) {
            enterList();
            return true;
        }
        if (key->key() == Qt::Key_Escape && !search->text().isEmpty()) {
            search->clear();
            return true;
        }
    }
    return QObject::eventFilter(object, event);
}

GeneListDock::GeneListDock(QWidget *parent) : QDockWidget(tr("Genes"), parent)
{
    setObjectName(QStringLiteral("geneListDock"));
    d = std::make_unique<Private>(this);
}

GeneListDock::~GeneListDock() = default;

void GeneListDock::setCell(std::shared_ptr<const Cell> cell)
{
    d->quiet = true;
    d->announced = -1;
    d->model->setCell(std::move(cell));
    d->quiet = false;
    d->facets->setFacet({});
    d->facets->setSearch(&d->model->search(), d->model->hasSupport());
    d->search->setEnabled(d->model->totalCount() > 0);
    d->facets->setEnabled(d->model->totalCount() > 0);
    d->placeColumns();
    d->filtered();
}

void GeneListDock::setKnockouts(const Genotype &knockouts)
{
    const auto selected = d->selectedGenes();
    const GeneIndex current = d->currentGene();
    const int seen = d->model->rowCount();
    d->quiet = true;
    d->model->setKnockouts(knockouts);
    if (d->model->rowCount() != seen)
        d->restore(selected, current);
    d->quiet = false;
    d->filtered();
}

void GeneListDock::setSupport(const std::vector<std::int64_t> &support)
{
    const auto selected = d->selectedGenes();
    const GeneIndex current = d->currentGene();
    d->quiet = true;
    d->model->setSupport(support);
    d->restore(selected, current);
    d->quiet = false;
    d->facets->setSearch(&d->model->search(), d->model->hasSupport());
    d->filtered();
}

void GeneListDock::showGene(GeneIndex gene)
{
    if (gene < 0 || gene >= d->model->totalCount())
        return;
    d->quiet = true;
    if (d->model->rowOf(gene) >= 0)
        d->restore({gene}, gene);
    else
        d->view->selectionModel()->clear();
    d->quiet = false;
    d->announced = gene;
}

void GeneListDock::focusSearch()
{
    show();
    raise();
    d->search->setFocus(Qt::ShortcutFocusReason);
    d->search->selectAll();
}

} // namespace knockscape::ui
