#pragma once

#include "engine/cell/cell.h"

#include <QWidget>

#include <memory>

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
    void setGene(int gene);
    void setSupport(const std::vector<std::int64_t> &support);

signals:
    void geneActivated(int gene);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
