#pragma once

#include "engine/cell/cell.h"

#include <QWidget>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace knockscape::ui
{

/// GENE DETAILS: names, description, reactions with their equations, interaction partners (links), annotations and
/// support of one gene. Selectable text.
class GeneDetails : public QWidget
{
    Q_OBJECT

public:
    explicit GeneDetails(QWidget *parent = nullptr);
    ~GeneDetails() override;

    void setCell(std::shared_ptr<const Cell> cell);
    /// -1 for none.
    void setGene(int gene);
    /// Training genotypes per gene; empty when the model does not say.
    void setSupport(const std::vector<std::int64_t> &support);
    /// Who to ask for what labels hold of a gene's deletion alone, in one line of plain text (empty: nothing), whenever
    /// a gene is shown. Set it again when the labels are others.
    void setLabelText(std::function<QString(GeneIndex)> textOf);

signals:
    /// A partner's link was followed.
    void geneActivated(int gene);

protected:
    /// Colours are written into the text, so a new palette renders it again.
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
