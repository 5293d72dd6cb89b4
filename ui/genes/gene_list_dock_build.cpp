// How the gene list is put together.
#include "ui/genes/gene_list_dock_private.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QMimeData>
#include <QStyle>
#include <QVBoxLayout>

namespace knockscape::ui
{

void GeneListDock::Private::build()
{
    auto *content = new QWidget(q);
    model = new GeneListModel(q);
    search = new QLineEdit(content);
    search->setObjectName(QStringLiteral("geneSearch"));
    search->setPlaceholderText(GeneListDock::tr("Search names and descriptions"));
    search->setAccessibleName(GeneListDock::tr("Search genes"));
    search->setToolTip(GeneListDock::tr(
        "Words in any order, in systematic and standard names, aliases and descriptions (Ctrl+F). Return "
        "knocks out the only match, Down goes into the list, Escape clears."));
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
    emptyButton = new QPushButton(GeneListDock::tr("Show all genes"), page);
    emptyButton->setObjectName(QStringLiteral("geneClearFilter"));
    openCell = new QPushButton(themedIcon(QStringLiteral("open-cell")), GeneListDock::tr("Open cell…"), page);
    openCell->setObjectName(QStringLiteral("geneOpenCell"));
    importCell = new QPushButton(themedIcon(QStringLiteral("import")), GeneListDock::tr("Import cell…"), page);
    importCell->setObjectName(QStringLiteral("geneImportCell"));
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(1);
    layout->addWidget(emptyText);
    layout->addSpacing(gridUnit);
    for (QPushButton *button : {emptyButton, openCell, importCell}) {
        layout->addWidget(button, 0, Qt::AlignHCenter);
    }
    layout->addStretch(2);
    return page;
}

void GeneListDock::Private::connectAll()
{
    connect(search, &QLineEdit::textChanged, this, [this](const QString &text) { applyQuery(text); });
    connect(search, &QLineEdit::returnPressed, this, [this] { takeMatch(); });
    connect(facets, &FacetButton::facetChosen, this, [this](const GeneFacet &facet) { applyFacet(facet); });
    connect(openCell, &QPushButton::clicked, q, &GeneListDock::openCellRequested);
    connect(importCell, &QPushButton::clicked, q, &GeneListDock::importCellRequested);
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
    // Beside the name, as narrow as its mark.
    header->setSectionHidden(GeneListModel::Essential, !model->knowsEssential());
    header->setSectionResizeMode(GeneListModel::Essential, QHeaderView::Fixed);
    header->resizeSection(GeneListModel::Essential, 7 * gridUnit / 2);
    header->moveSection(header->visualIndex(GeneListModel::Essential), header->visualIndex(GeneListModel::Name) + 1);
    header->setSectionResizeMode(GeneListModel::Tick, QHeaderView::Fixed);
    header->resizeSection(GeneListModel::Tick, 7 * gridUnit / 2);
    header->setSectionResizeMode(GeneListModel::Description, QHeaderView::Stretch);
    sizeNames();
    connect(view, &GeneListView::fontChanged, this, [this] { sizeNames(); });
}

void GeneListDock::Private::sizeNames()
{
    const QFontMetrics metrics(view->font());
    // The margin that item views leave on either side of a text.
    const int margins = 2 * (view->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, view) + 1);
    view->header()->resizeSection(GeneListModel::Name,
                                  metrics.horizontalAdvance(QStringLiteral("YAL001C")) + margins + gridUnit / 2);
    // Among the widest names of yeast, of which some have a suffix.
    view->header()->resizeSection(GeneListModel::Id,
                                  metrics.horizontalAdvance(QStringLiteral("YNR033W-A")) + margins + gridUnit / 2);
}

} // namespace knockscape::ui
