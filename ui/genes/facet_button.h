#pragma once

#include "ui/genes/gene_search.h"

#include <QToolButton>

class QMenu;

namespace knockscape::ui
{

/// "All genes ▾": which genes the list is narrowed to. The menu follows the cell: annotation values and subsystems are
/// submenus with counts.
class FacetButton : public QToolButton
{
    Q_OBJECT

public:
    explicit FacetButton(QWidget *parent = nullptr);

    /// `search` must outlive the next call; nullptr for no cell. Goes back to "All genes" when the facet is gone.
    void setSearch(const GeneSearch *search, bool hasSupport);
    void setFacet(const GeneFacet &facet);
    const GeneFacet &facet() const noexcept { return facet_; }
    /// The facet in words.
    QString facetTitle() const { return title(facet_); }

signals:
    void facetChosen(const knockscape::ui::GeneFacet &facet);

private:
    QString title(const GeneFacet &facet) const;
    void fillMenu();
    void fillGroup(QMenu *menu, int group);
    void choose(const GeneFacet &facet);

    const GeneSearch *search_ = nullptr;
    bool hasSupport_ = false;
    GeneFacet facet_;
    QMenu *menu_ = nullptr;
};

} // namespace knockscape::ui
