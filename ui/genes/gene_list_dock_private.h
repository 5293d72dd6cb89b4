#pragma once

#include "ui/genes/facet_button.h"
#include "ui/genes/gene_list_dock.h"
#include "ui/genes/gene_list_model.h"
#include "ui/genes/gene_list_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace knockscape::ui
{

/// The parts of the gene list and what happens between them.
class GeneListDock::Private : public QObject
{
public:
    explicit Private(GeneListDock *dock);

    void build();
    QWidget *buildEmptyPage();
    void connectAll();
    void placeColumns();
    /// Wide enough for every systematic name, whatever the font.
    void sizeNames();
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
    /// Return in the search: knocks out the one gene that is meant, or goes into the list.
    void takeMatch();
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
    QPushButton *openCell = nullptr;
    QPushButton *importCell = nullptr;
    QLabel *count = nullptr;
    GeneIndex announced = -1;
    // Set while rows are replaced, when the view's "current changed" means nothing.
    bool quiet = false;
};

} // namespace knockscape::ui
