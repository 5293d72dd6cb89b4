#pragma once

#include "engine/cell/cell.h"
#include "engine/core/genotype.h"
#include "ui/plots/picture_export.h"

#include <QWidget>

#include <cstdint>
#include <memory>
#include <vector>

namespace knockscape::ui
{

class GraphView;

/// The "Network" tab: the neighbourhood of the selected genes, in the interaction networks or in metabolism, laid out
/// by Graphviz in the helper process. Has its own bar (view, layout engine, limits, fit, export) and an empty state.
class SubgraphPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SubgraphPanel(QWidget *parent = nullptr);
    ~SubgraphPanel() override;

    void setCell(std::shared_ptr<const Cell> cell);
    using QWidget::setFocus;
    /// Genes to show around, outlined in the accent colour. An answer to an older request is dropped; nothing is laid
    /// out while the panel is hidden.
    void setFocus(const Genotype &genes);
    /// Knocked-out genes, drawn struck through wherever they appear. Until this is called the focus counts as knocked
    /// out. Does not lay out anew.
    void setKnockouts(const Genotype &genes);
    /// Rows of Metabolism::reactions that the knocked-out genes block, drawn struck through. Does not lay out anew.
    void setBlockedReactions(std::vector<std::int32_t> reactions);
    /// What is seen, for paper.
    PictureSource picture() const;
    /// True while no layout is pending or running.
    bool settled() const;
    /// The widget that shows the picture and takes mouse and keys.
    GraphView *view() const;

signals:
    /// A person clicked a gene (select it) or double-clicked / pressed Return (toggle its knockout).
    void geneSelected(int gene);
    void geneToggled(int gene);
    /// A layout was shown (nodes, edges) or failed (message for the status bar and log).
    void layoutShown(int nodes, int edges);
    void failed(const QString &message);
    /// A picture was written, or was not, and why.
    void exported(bool written, const QString &file, const QString &error);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
