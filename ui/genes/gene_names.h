#pragma once

#include "engine/cell/gene_catalogue.h"

#include <QString>

#include <string_view>
#include <vector>

namespace knockscape::ui
{

/// True if `a` comes before `b` for a person: without regard to case, and runs of digits as numbers (ADE2 < ADE13).
/// Names that differ in case only are ordered by their bytes, so that the order is total.
bool naturalLess(std::string_view a, std::string_view b);

/// Place of every gene in the natural order of its label (standard name, or id): sort keys for views.
std::vector<int> naturalRanks(const GeneCatalogue &genes);

/// "HXK2", or the id of a gene without a standard name.
QString geneLabel(const GeneCatalogue &genes, GeneIndex gene);

/// "HXK2 · YGL253W", or the id alone.
QString geneLabelWithId(const GeneCatalogue &genes, GeneIndex gene);

/// "hxk2Δ pgi1Δ" in id order, as yeast genotypes are written (shown in italics); "wild type" for the empty genotype.
QString deletionLabel(const GeneCatalogue &genes, const Genotype &genotype);

/// "HXK2 · YGL253W" lines, for tooltips of a deletion label; "no gene deleted" for the wild type.
QString deletionToolTip(const GeneCatalogue &genes, const Genotype &genotype);

} // namespace knockscape::ui
