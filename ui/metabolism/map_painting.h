#pragma once

#include "engine/cell/cell.h"

#include <QColor>
#include <QPalette>
#include <QString>

#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace knockscape::ui
{

/// What became of a metabolite by the deletions.
enum class MetaboliteMark : std::uint8_t { None, Lost, Rescued };

/// The values and marks that a map shows, by rows of the cell. Plain data; an empty list says nothing about anything.
struct MapPainting {
    enum class Scale : std::uint8_t {
        None,      ///< ink only
        Magnitude, ///< |value| by width, and by viridis
        Difference ///< value by width, and from blue over grey to orange
    };

    Scale scale = Scale::None;
    /// The legend's words: "flux, bna1Δ npt1Δ", "mmol/gDW/h".
    QString title;
    QString unit;
    /// The magnitude that has full colour and width; larger ones look the same.
    double limit = 0.0;
    /// Per row of Metabolism::reactions; NaN where there is none.
    std::vector<double> reactionValues;
    /// Where each reaction runs, by sign; the values where empty (a difference of fluxes is no direction).
    std::vector<double> directions;
    std::vector<bool> blocked;
    /// Per row of Metabolism::metabolites.
    std::vector<MetaboliteMark> metabolites;
    /// Struck out beside their reactions.
    Genotype knockouts;
    /// Per row of the gene catalogue, shown under the gene's name on the scale of differences; NaN where there is none.
    std::vector<double> geneValues;
    QString geneTitle;
    double geneLimit = 0.0;

    /// A painting with the scale of the genes' values, for valueColour() and the legend.
    MapPainting scaleOfGenes() const;
};

/// Fluxes below this, in mmol/gDW/h, are none.
inline constexpr double mapFluxThreshold = 1e-6;

/// How a reaction is drawn; lengths in units of the map.
struct ReactionStyle {
    QColor colour;
    double width = 3.0;
    bool dashed = false;
    /// A cross over its middle: no enzyme is left.
    bool crossed = false;
    bool headAtProducts = false;
    bool headAtSubstrates = false;
};

/// How a metabolite is drawn: a disc, or where it is lost a ring; with a second ring where it is rescued.
struct MetaboliteStyle {
    QColor fill;
    QColor outline;
    bool hollow = false;
    bool ringed = false;
};

/// The style of row `row` of Metabolism::reactions, with `reaction` that row; grey for row -1 (`reaction` nullptr),
/// which the cell does not have, with heads at `reversible`'s sides.
ReactionStyle reactionStyle(const MapPainting &painting, std::int32_t row, const Reaction *reaction, bool reversible,
                            const QPalette &palette);
MetaboliteStyle metaboliteStyle(const MapPainting &painting, std::int32_t row, bool primary, const QPalette &palette);

/// The colour of a value on the painting's scale.
QColor valueColour(const MapPainting &painting, double value, const QPalette &palette);
/// The width of a value's line in units of the map.
double valueWidth(const MapPainting &painting, double value);

/// 1, 2 or 5 times a power of ten, not below the largest magnitude of `values` at `rows`; 0 where all are none.
double scaleLimit(const std::vector<double> &values, const std::vector<std::int32_t> &rows);

} // namespace knockscape::ui
