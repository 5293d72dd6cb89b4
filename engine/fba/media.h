#pragma once

#include "engine/cell/cell.h"
#include "engine/core/issue.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace knockscape
{

/// What a cell may take up, and how much of it: a named set of bounds of exchange reactions. Without a word about it:
/// the cell's own, whose uptake is the cell's and need not be told.
struct Medium {
    /// What commands and files call it: "own", "minimal-glucose", "anaerobic", "rich", or the name of a table.
    std::string name = "own";
    /// What people read: "minimal glucose"; the name again for one's own.
    std::string title;
    /// Largest uptake in mmol/gDW/h by id of the exchange reaction; what is not named takes nothing up.
    std::map<std::string, double> uptake;

    bool operator==(const Medium &) const = default;
};

/// The names of the media that are derived from the cell, in the order in which to offer them; "own" is the first.
///
/// - own: the bounds as the cell has them.
/// - minimal-glucose: glucose is the only carbon. It and oxygen keep the cell's own uptake, or have DefaultUptake and
/// no
///   limit where the cell takes none up; salts (water, protons, ammonium, phosphate, sulfate, metal ions, chloride)
///   have their own uptake or no limit. What does not go through the outside is left as it is.
/// - anaerobic: the cell's own without oxygen. Yeast can then not make sterols and unsaturated fatty acids and is given
///   them (Andreasen & Stier 1953, doi:10.1002/jcp.1030410103, and 1954, doi:10.1002/jcp.1030430304): ergosterol and
///   oleate at DefaultUptake, where the cell has these exchanges.
/// - rich: all that the cell can exchange with the outside, at RichUptake or its own uptake (onRichMedium()).
///
/// Glucose, oxygen and the others are exchange reactions of one metabolite of the compartment that most exchange
/// reactions drain, found by id (BiGG, KEGG, ModelSEED) or name, salts also by formula; never by a part of a name.
const std::vector<std::string> &builtInMedia();

/// Uptake of a nutrient that the cell's own medium lacks, in mmol/gDW/h.
constexpr double DefaultUptake = 10.0;
/// Uptake that is not limited.
constexpr double OpenUptake = 1000.0;

/// A built-in medium of this cell. Throws InputError for another name, and where the cell has no exchange of what makes
/// the medium (glucose, oxygen).
Medium builtInMedium(const Cell &cell, const std::string &name);

/// Where one's own media stand: the folder NAME.media beside NAME.cell, a table NAME.tsv each (readMedium()). They are
/// not in the bundle, so that importing the cell again keeps them and the cell's hash does not change.
std::filesystem::path mediaFolder(const std::filesystem::path &bundle);
/// Their names, sorted.
std::vector<std::string> savedMedia(const std::filesystem::path &bundle);
/// Writes a medium there. Throws InputError for a name that is no file name or that of a built-in one, and EngineError.
void saveMedium(const std::filesystem::path &bundle, const Medium &medium);

/// The medium that a person means: a built-in one, a saved one, or a file. Empty: "own". Throws InputError, with the
/// names that there are, and as readMedium() and builtInMedium() do.
Medium findMedium(const Cell &cell, const std::filesystem::path &bundle, const std::string &nameOrFile,
                  std::vector<Issue> &issues);

/// The cell on a medium, for FluxBalance and simulateAll(); the cell itself on its own.
std::shared_ptr<const Cell> onMedium(const std::shared_ptr<const Cell> &cell, const Medium &medium);

} // namespace knockscape
