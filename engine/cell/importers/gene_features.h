#pragma once

#include "engine/cell/cell.h"
#include "engine/cell/importers/import_file.h"
#include "engine/cell/importers/import_report.h"
#include "engine/core/issue.h"

#include <vector>

namespace knockscape
{

/// Features of the genes: a table with a gene column and otherwise numbers, FASTA coding sequences (codon
/// frequencies), or an .npy or .safetensors matrix with one row per gene in catalogue order. Genes without a row get
/// zeros, rows of unknown genes are left out; both are summed up in `issues`. Throws InputError naming file, line and
/// column. `report` gets format, columns and counts.
FeatureMatrix readGeneFeatures(ImportFile &file, const ColumnChoice &choice, const GeneCatalogue &genes,
                               std::vector<Issue> &issues, ImportedFile &report);

/// The genes that a feature file names, for a cell without a gene table; none for a matrix.
std::vector<std::string> genesOfFeatures(ImportFile file, const ColumnChoice &choice);

/// A two-dimensional NumPy array (format 1.0 to 3.0; little-endian f2, f4, f8 or integers; C or Fortran order),
/// row-major.
struct NumpyMatrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> values;
};
NumpyMatrix readNumpy(const ImportFile &file);

} // namespace knockscape
