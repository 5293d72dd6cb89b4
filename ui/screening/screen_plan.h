#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/core/model_summary.h"
#include "engine/inference/default_ranking.h"
#include "engine/inference/screen.h"

#include "ui/session/simulation_record.h"

#include <QJsonObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace knockscape::ui
{

/// Which genotypes a screen goes through.
enum class ScreenKind {
    Singles,      ///< every gene of the panel alone
    Against,      ///< the fixed set, and each gene of the panel with it
    Pairs,        ///< every pair of the panel
    Combinations, ///< every combination of `order` genes of the panel
    List          ///< the genotypes of a list
};

/// What becomes of the rows that are not among the best.
enum class WholeResult {
    None,      ///< nothing: the table shows the best rows
    Temporary, ///< kept on disk while it is shown, so that the table shows every row
    File       ///< the same, in a NumPy file that a person chose and that stays
};

/// What a person asks of a screen, as the dialog makes it; gene indices belong to the open cell.
struct ScreenPlan {
    ScreenKind kind = ScreenKind::Pairs;
    std::vector<GeneIndex> panel;
    /// "whole genome", "pasted genes": what the panel is, for titles.
    QString panelName;
    Genotype fixed;
    int order = 3;
    std::vector<Genotype> genotypes;
    std::size_t top = 1000;
    /// An expression; empty: what validation says finds hits (chooseRanking()).
    std::string by;
    bool descending = false;
    /// Genotypes with a gene that fewer training genotypes held rank last; 0: none does.
    std::int64_t minSupport = defaultMinSupport;
    std::string where;
    /// Essential genes were left out of the panel and, with their genotypes, of the list.
    bool withoutEssential = false;
    WholeResult whole = WholeResult::Temporary;
    std::filesystem::path matrix;
    /// Simulated by flux balance instead of predicted, and on what.
    bool simulated = false;
    SimulatedOn on;

    /// Throws InputError where there is nothing to screen (order above the panel's size, an empty list).
    std::shared_ptr<const GenotypeSource> source() const;
    /// The models that answer, of those that are open: none where it is simulated.
    const std::vector<ModelSummary> &answering(const std::vector<ModelSummary> &open) const;
    /// The request of this plan without matrix and checkpoint paths, with these models open; throws as source().
    ScreenRequest request(const std::vector<ModelSummary> &models) const;
    /// By what it ranks with these models open, and why; throws as source().
    RankingChoice ranking(const std::vector<ModelSummary> &models) const;
    /// Leaves essential genes out of the panel, and their genotypes out of the list; returns how many of them.
    std::size_t leaveOutEssential(const GeneCatalogue &genes);
    /// "All pairs of 564 genes, epistasis < -0.1".
    QString title(const GeneCatalogue &genes) const;
    /// For the run database, with the keys of `knockscape-cli screen`.
    QJsonObject parameters(const GeneCatalogue &genes) const;
};

/// "singles", "against", "pairs", "combos", "list".
QString toText(ScreenKind kind);

/// A plan as JSON, genes by id, so that it can be gone on with after a crash.
QJsonObject toJson(const ScreenPlan &plan, const GeneCatalogue &genes);
/// Throws InputError for anything else, and for genes that the cell lacks.
ScreenPlan planFromJson(const QJsonObject &json, const GeneCatalogue &genes);

} // namespace knockscape::ui
