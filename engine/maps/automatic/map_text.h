#pragma once

#include "engine/cell/cell.h"

#include <string>
#include <string_view>

namespace knockscape
{

/// Sizes of a map's drawing in canvas units: radii of discs, heights of letters.
struct MapSizes {
    static constexpr double primaryRadius = 14.0;
    static constexpr double sideRadius = 8.0;
    static constexpr double primaryText = 20.0;
    static constexpr double sideText = 16.0;
    static constexpr double reactionText = 20.0;
    static constexpr double geneText = 16.0;
    /// Between a disc and its name.
    static constexpr double labelGap = 7.0;
};

/// About how wide a text is at this height of letters, by the widths of Helvetica and a reserve for wider fonts: maps
/// are laid out without fonts, the same everywhere. Whoever draws fits the text into it.
double mapTextWidth(std::string_view text, double height);

/// The name of a metabolite as a map shows it: its id without compartment where that is a word ("g6p"), else its name,
/// cut with an ellipsis.
std::string shortMetaboliteName(const Metabolite &metabolite);

/// The same for a reaction ("PGI"); of a reaction whose id is a number ("r_0467") its name.
std::string shortReactionName(const Reaction &reaction);

/// The genes of a reaction, three at most and how many more there are: "TDH1, TDH2 +1"; empty without any.
std::string shortGenes(const Reaction &reaction, const GeneCatalogue &genes);

} // namespace knockscape
