#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/core/genotype.h"

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
};

/// Reads examples.json ({"examples":[{"genes":[…],"title":"…","why":"…"}]}); examples with genes that `genes` does not
/// hold are left out, and so is everything if the file is missing or malformed: examples are a courtesy. Texts of the
/// demo's file are translated.
std::vector<Example> readExamples(const std::filesystem::path &file, const GeneCatalogue &genes);

} // namespace knockscape::ui
