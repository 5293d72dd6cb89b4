#pragma once

#include "engine/cell/cell.h"
#include "engine/core/genotype.h"
#include "ui/session/evaluator.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace knockscape::ui
{

/// The list of genotypes to predict together: add the current set, paste or open a file, remove, reorder by drag;
/// buttons Predict, All single knockouts, Current set × all genes. Changes go out as requests, so that they can be
/// undone.
class GenotypeListPanel : public QWidget
{
    Q_OBJECT

public:
    explicit GenotypeListPanel(QWidget *parent = nullptr);
    ~GenotypeListPanel() override;

    void setCell(std::shared_ptr<const Cell> cell);
    void setGenotypes(const std::vector<Genotype> &genotypes);
    /// Enables "Current set × all genes" and "Add current set".
    void setCurrentSet(const Genotype &set);
    /// While a job runs or nothing can answer, the predict buttons are disabled with this reason as tooltip; empty
    /// enables them. They say who answers.
    void setBlocked(const QString &reason, Evaluator evaluator = Evaluator::Model);

signals:
    /// The list should become this (the session makes an undoable command of it; `what` follows the word "Undo").
    void genotypesEdited(const std::vector<knockscape::Genotype> &genotypes, const QString &what);
    void pasteRequested();
    void predictRequested();
    void singlesRequested();
    void currentAgainstAllRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
