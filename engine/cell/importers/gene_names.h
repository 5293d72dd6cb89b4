#pragma once

#include "engine/cell/gene_catalogue.h"

#include <string>
#include <vector>

namespace knockscape
{

/// The gene that several names of one thing mean together.
struct NamesMeaning {
    /// -1 if none of the names means a gene, or several are meant.
    GeneIndex gene = -1;
    /// True if the names mean different genes.
    bool conflicting = false;
};

/// Resolves names of one gene (systematic name, symbol, Entrez number, synonyms), each exactly. Names that are a gene's
/// id decide; where there are none, those that are a standard name; then the others. Two genes on one rank are a
/// conflict: nothing is guessed.
NamesMeaning geneOfNames(const GeneCatalogue &genes, const std::vector<std::string> &names);

} // namespace knockscape
