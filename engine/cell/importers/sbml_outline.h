#pragma once

#include "engine/cell/database_entries.h"
#include "engine/cell/importers/import_file.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace knockscape
{

/// What is read from the text of an SBML file itself, since the library would need its stack for nested rules and a
/// hundred times their size for annotations.
struct SbmlOutline {
    /// The file without annotations and gene associations; line breaks stay, so that lines keep their numbers.
    std::string xml;
    /// Gene rules of the fbc package (its associations, and those that version 1 keeps in annotations), by the id of
    /// the reaction, as parseGeneRule reads them. Genes have the ids of the file.
    std::unordered_map<std::string, std::string> rules;
    /// What other databases call species and reactions, by id.
    std::unordered_map<std::string, std::vector<DatabaseEntry>> entries;
    /// Names that annotations give to gene products and species, by id.
    std::unordered_map<std::string, std::vector<std::string>> names;
};

/// Throws InputError, with file and line, for what is not XML, for elements other than associations nested more than
/// 200 deep, and for more than `elementLimit` of them outside of annotations.
SbmlOutline readSbmlOutline(const ImportFile &file, std::size_t elementLimit);

} // namespace knockscape
