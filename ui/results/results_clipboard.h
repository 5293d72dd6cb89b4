#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/core/prediction.h"

#include <QString>

#include <vector>

namespace knockscape::ui
{

/// Rows as tab-separated text with a header, in the columns of the prediction file: what was copied can be pasted into
/// a spreadsheet, and back into the genotype list. Numbers have 9 significant digits in the C locale; a missing one is
/// an empty cell.
QString resultsAsText(const std::vector<PredictionRow> &rows, const GeneCatalogue &genes);

} // namespace knockscape::ui
