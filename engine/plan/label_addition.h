#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/core/issue.h"
#include "engine/plan/measured_panel.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace knockscape
{

/// What became of a labels file.
struct LabelAddition {
    std::size_t rowsBefore = 0;
    std::size_t rowsAdded = 0;
    std::string sha256Before; ///< empty where there was no file
    std::string sha256After;
};

/// Adds what was measured behind the rows of a labels table: a row per strain, with fitness, fitness_sd (the standard
/// error) and source, and for genotypes whose interaction was measured interaction and p_value too. Not a byte of what
/// is there changes; a file that is not there begins with the contract's columns. The new file is written beside, read
/// back with readLabels(), compared value by value, and only then put in place.
///
/// Throws InputError for a table of another kind (compressed, of a publication, in another encoding, without a column
/// that is needed), and says to name a new file.
LabelAddition addToLabels(const std::filesystem::path &labels, const MeasuredPanel &panel, const std::string &source,
                          const GeneCatalogue &genes);

} // namespace knockscape
