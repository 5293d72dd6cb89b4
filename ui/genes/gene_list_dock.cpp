#include "ui/genes/gene_list_dock_private.h"

#include "ui/theme/counted_text.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"

#include <QAction>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace knockscape::ui
{

GeneListDock::Private::Private(GeneListDock *dock) : q(dock)
{
    build();
    connectAll();
    filtered();
}

void GeneListDock::Private::filtered()
{
    const int seen = model->rowCount();
    const int total = model->totalCount();
    count->setText(total == 0      ? QString()
                   : seen == total ? trCount("GeneListDock", "%1 gene", "%1 genes", total)
                                   : GeneListDock::tr("%1 of %2").arg(formatCount(seen), formatCount(total)));
    const bool narrowed = !search->text().trimmed().isEmpty() || model->facet() != GeneFacet();
    emptyButton->setVisible(narrowed && total > 0);
    openCell->setVisible(total == 0);
    importCell->setVisible(total == 0);
    if (total == 0)
        emptyText->setText(GeneListDock::tr(
            "No cell is open. Open one, make one of networks and a metabolic model, or drop either on the window."));
    else if (!search->text().trimmed().isEmpty())
        emptyText->setText(GeneListDock::tr("No gene matches “%1”.").arg(search->text().simplified()));
    else if (model->facet().kind == GeneFacet::Kind::KnockedOut)
        emptyText->setText(GeneListDock::tr("No gene is knocked out. Tick genes in the list of all genes."));
    else
        emptyText->setText(GeneListDock::tr("No gene is in “%1”.").arg(facets->facetTitle()));
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
        QAction *action = menu.addAction(model->columnName(column));
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
    QAction *toggle = menu.addAction(deleted ? GeneListDock::tr("Restore") : GeneListDock::tr("Knock out"));
    toggle->setShortcut(Qt::Key_Space);
    connect(toggle, &QAction::triggered, this, [this] { toggleSelected(); });
    QAction *copy = menu.addAction(themedIcon(QStringLiteral("copy")),
                                   genes.size() == 1 ? GeneListDock::tr("Copy name") : GeneListDock::tr("Copy names"));
    copy->setShortcut(QKeySequence::Copy);
    connect(copy, &QAction::triggered, view, &GeneListView::copyRequested);
    menu.exec(view->viewport()->mapToGlobal(position));
}

void GeneListDock::Private::takeMatch()
{
    const GeneIndex gene = model->meant();
    if (gene < 0) {
        enterList();
        return;
    }
    // Return says which gene, never that one is restored: that takes a tick or Space.
    if (!model->knockouts().contains(gene))
        emit q->geneToggled(gene, true);
    restore({gene}, gene);
    // The next name can be typed at once.
    search->selectAll();
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

GeneListDock::GeneListDock(QWidget *parent) : QDockWidget(GeneListDock::tr("Genes"), parent)
{
    setObjectName(QStringLiteral("geneListDock"));
    d = std::make_unique<Private>(this);
}

GeneListDock::~GeneListDock() = default;

std::vector<GeneIndex> GeneListDock::selectedGenes() const
{
    return d->selectedGenes();
}

std::vector<GeneIndex> GeneListDock::shownGenes() const
{
    std::vector<GeneIndex> genes;
    for (int row = 0; row < d->model->rowCount(); ++row) {
        genes.push_back(d->model->geneAt(row));
    }
    return genes;
}

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
