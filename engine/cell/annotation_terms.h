#pragma once

#include "engine/cell/gene_catalogue.h"

#include <cstddef>
#include <string>
#include <vector>

namespace knockscape
{

/// A statement that holds for some genes: one value of an annotation column (values are joined by |), or essentiality.
struct AnnotationTerm {
    std::string column;
    std::string term;
    std::vector<GeneIndex> genes; ///< ascending
};

/// The terms that may tell genes apart: those of at least `fewest` genes and at most nine tenths of them, in order of
/// column and name. Identifiers, coordinates and descriptions drop out, for each is one gene's.
std::vector<AnnotationTerm> annotationTerms(const GeneCatalogue &genes, std::size_t fewest = 10);

} // namespace knockscape
