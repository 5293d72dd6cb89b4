#pragma once

#include "engine/cell/cell.h"
#include "engine/core/genotype.h"

#include <QDockWidget>

#include <memory>
#include <vector>

namespace knockscape::ui
{

/// GENES: every gene of the cell. Search over id, name, aliases and description (words in any order), facets, sortable
/// columns, a tick per gene that knocks it out, "250 of 6,604" below. 6,604 genes filter within a frame.
/// The dock never changes the knockout set itself: it asks, and shows what setKnockouts says.
class GeneListDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit GeneListDock(QWidget *parent = nullptr);
    ~GeneListDock() override;

    void setCell(std::shared_ptr<const Cell> cell);
    void setKnockouts(const Genotype &knockouts);
    /// Training genotypes per gene, for the support facet and column; empty when the model does not say.
    void setSupport(const std::vector<std::int64_t> &support);
    /// Scrolls to and selects a gene without emitting. One that the search or facet hides leaves nothing selected: what
    /// a person searched for is not thrown away.
    void showGene(GeneIndex gene);
    /// The genes that are selected, and those that search and facet leave, in the order of the list.
    std::vector<GeneIndex> selectedGenes() const;
    std::vector<GeneIndex> shownGenes() const;
    /// Puts the keyboard in the search field (Ctrl+F).
    void focusSearch();

signals:
    void geneToggled(int gene, bool knockedOut);
    /// The current row changed (for details and the network view); -1 for none.
    void geneSelected(int gene);
    /// Buttons that stand where the genes would be while no cell is open.
    void openCellRequested();
    void importCellRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
