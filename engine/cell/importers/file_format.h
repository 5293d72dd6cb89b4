#pragma once

#include "engine/cell/importers/import_file.h"

#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// Formats that the beginning of a file gives away.
enum class FileFormat {
    /// Text in rows, or nothing known.
    Text,
    Sbml,
    GraphMl,
    Xgmml,
    Gexf,
    Html,
    OtherXml,
    Json,
    CobraYaml,
    Fasta,
    Gml,
    NumPy,
    Safetensors,
    TorchCheckpoint,
    Pickle,
    /// PDF, spreadsheets, archives, messages of servers, …: foreignFormat() says which.
    Foreign,
};

/// What the file is by its first bytes; cheap.
FileFormat fileFormat(const ImportFile &file);

/// Translated name of what the file is: "SBML", "web page", "PDF". Text has none.
std::string formatName(FileFormat format, const ImportFile &file);

/// What the person can do with a file of this format, where something else was expected.
std::string formatRemedy(FileFormat format, const ImportFile &file);

/// Throws InputError, saying what the file is and what it can be used for, unless its format is Text or among
/// `allowed`. `wanted` says in the message what was expected ("a gene table").
void refuseOtherFormats(const ImportFile &file, const std::vector<FileFormat> &allowed, const std::string &wanted);

/// The same for a text that a reader of lists or tables has in hand: throws unless it is text in rows. `text` is left
/// as it was. A list may begin with ">", as FASTA does.
void refuseOtherThanText(std::string &text, const std::filesystem::path &path, const std::string &wanted);

} // namespace knockscape
