#pragma once

#include "engine/cell/cell.h"
#include "engine/cell/metabolic_genes.h"
#include "engine/core/model_summary.h"
#include "engine/inference/screen.h"
#include "engine/inference/screen_rows.h"
#include "ui/screening/screen_plan.h"

#include <memory>
#include <string>
#include <vector>

namespace knockscape::ui
{

/// A screen that ended, whole or cancelled: plain data for everything that shows it. Immutable.
struct ScreenOutcome {
    std::shared_ptr<const Cell> cell;
    std::vector<ModelSummary> models;
    ScreenPlan plan;
    /// Source, range, columns and path of the matrix as they were run.
    ScreenRequest request;
    std::shared_ptr<const ScreenResult> result;
    /// The best rows, as the engine kept them; always there.
    std::shared_ptr<const KeptRows> kept;
    /// Every row, where the whole result was kept: its matrix is [columns, genes, genes] for all pairs of a panel (in
    /// the order of Combinations::panel(), single deletions on the diagonal), else [genotypes, columns]; the columns
    /// are request.matrixColumns. What was not computed is NaN. Null: only the best rows are known.
    std::shared_ptr<const MatrixRows> whole;

    /// The rows a table shows: all of them where they are known.
    std::shared_ptr<const ScreenRows> rows() const
    {
        return whole ? std::static_pointer_cast<const ScreenRows>(whole) : kept;
    }
    bool isEnsemble() const noexcept { return models.size() > 1; }
};

/// What a reader must know of simulated rows of a cell. Any thread.
class SimulatedStatus
{
public:
    explicit SimulatedStatus(const Cell &cell);

    /// "ok", or why the row's number says nothing.
    std::string of(const Genotype &genotype, const Prediction &prediction) const;

private:
    MetabolicGenes genes_;
};

} // namespace knockscape::ui
