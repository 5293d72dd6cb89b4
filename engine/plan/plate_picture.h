#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/plan/plates.h"

#include <string>

namespace knockscape
{

/// Text as it may stand in SVG and HTML.
std::string escapedForMarkup(std::string_view text);

/// A strain as geneticists write it: "bna1Δ npt1Δ"; a hypomorph of an essential gene as "cdc28-hypomorph".
std::string strainName(const Genotype &strain, const GeneCatalogue &genes);

/// Plate `plate` (from 1) as an SVG picture, for paper (black on white): a circle a well, its strain's name and
/// replicate in it; what a well is stands in its colour (Okabe & Ito) and in its outline.
std::string platePicture(const PlateLayout &layout, int plate, const Plan &plan, const GeneCatalogue &genes);

} // namespace knockscape
