#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/core/genotype.h"
#include "ui/metabolism/flux_painting.h"
#include "ui/metabolism/map_choice.h"

#include <QString>

#include <filesystem>
#include <vector>

namespace knockscape::ui
{

/// A knockout worth looking at first.
struct Example {
    Genotype genotype;
    /// "leu2Δ needs leucine", and one sentence on why it is interesting.
    QString title;
    QString why;
    /// The map that shows it, and what its lines show there; of kind None where the file names none.
    MapChoice map;
    PaintBy paint = PaintBy::Knockout;
};

/// Reads examples.json ({"examples":[{"genes":[…],"title":"…","why":"…","map":"…","pathway":"…","paint":"…"}]}). A map
/// is a file beside the examples, or the pathway of that name; "paint" is "difference", else the knockout is painted.
/// Examples with genes that `genes` does not hold are left out, and so is everything if the file is missing or
/// malformed: examples are a courtesy. Texts of the demo's file are translated.
std::vector<Example> readExamples(const std::filesystem::path &file, const GeneCatalogue &genes);

} // namespace knockscape::ui
