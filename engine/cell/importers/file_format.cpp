#include "engine/cell/importers/file_format.h"

#include "engine/cell/importers/fasta.h"
#include "engine/cell/importers/graph_formats.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace knockscape
{
namespace
{

struct Signature {
    std::string_view start;
    const char *name;
};

/// Files that are none of ours but are chosen by mistake.
constexpr std::array<Signature, 9> foreignFiles = {{{"%PDF", "PDF"},
                                                    {"SQLite format 3", "SQLite"},
                                                    {"\x89HDF", "HDF5"},
                                                    {"\xd0\xcf\x11\xe0", "Microsoft Office"},
                                                    {"MATLAB 5.0", "MATLAB"},
                                                    {"\x89PNG", "PNG"},
                                                    {"7z\xbc\xaf", "7-Zip"},
                                                    {"\xfd"
                                                     "7zXZ",
                                                     "xz"},
                                                    {"\x28\xb5\x2f\xfd", "Zstandard"}}};

bool isSafetensors(std::string_view bytes)
{
    std::uint64_t length = 0;
    if (bytes.size() < 10) {
        return false;
    }
    std::memcpy(&length, bytes.data(), sizeof length);
    return bytes[8] == '{' && length >= 2 && length < (std::uint64_t{100} << 20U);
}

/// Root element of an XML text that begins with `start`; empty if it is not in sight.
std::string_view rootElement(std::string_view start)
{
    while (true) {
        const std::size_t open = start.find('<');
        if (open == std::string_view::npos || open + 1 >= start.size()) {
            return {};
        }
        start.remove_prefix(open);
        const bool comment = start.starts_with("<!--");
        if (comment || start.starts_with("<?") || start.starts_with("<!")) {
            const std::size_t end = start.find(comment ? "-->" : ">");
            if (end == std::string_view::npos) {
                return {};
            }
            start.remove_prefix(end + 1);
            continue;
        }
        const std::string_view name = start.substr(1, std::min(start.find_first_of(" \t\r\n>/", 1), start.size()) - 1);
        const std::size_t colon = name.find(':');
        return colon == std::string_view::npos ? name : name.substr(colon + 1);
    }
}

FileFormat xmlFormat(std::string_view start)
{
    const std::string beginning = lowered(start.substr(0, 200));
    if (beginning.starts_with("<!doctype html") || beginning.starts_with("<html")) {
        return FileFormat::Html;
    }
    const std::string_view root = rootElement(start);
    return root == "sbml"      ? FileFormat::Sbml
           : root == "graphml" ? FileFormat::GraphMl
           : root == "html"    ? FileFormat::Html
                               : FileFormat::OtherXml;
}

FileFormat binaryFormat(std::string_view content)
{
    if (content.starts_with("\x93NUMPY")) {
        return FileFormat::NumPy;
    }
    if (isSafetensors(content)) {
        return FileFormat::Safetensors;
    }
    if (content.starts_with("PK\x03\x04")) {
        return content.find("data.pkl") != std::string_view::npos ? FileFormat::TorchCheckpoint
               : content.find("xl/") != std::string_view::npos    ? FileFormat::Spreadsheet
                                                                  : FileFormat::Zip;
    }
    const bool foreign = std::any_of(foreignFiles.begin(), foreignFiles.end(),
                                     [&](const Signature &signature) { return content.starts_with(signature.start); });
    if (foreign) {
        return FileFormat::Foreign;
    }
    if (content.size() > 2 && content[0] == '\x80' && content[1] >= 2 && content[1] <= 5) {
        return FileFormat::TorchCheckpoint;
    }
    // Protocol 0 is text.
    const bool pickle = content.starts_with("ccollections\n") || content.starts_with("c__builtin__\n") ||
                        content.starts_with("(dp") || content.starts_with("(lp");
    return pickle ? FileFormat::Pickle : FileFormat::Text;
}

} // namespace

FileFormat fileFormat(const ImportFile &file)
{
    const FileFormat binary = binaryFormat(file.content);
    if (binary != FileFormat::Text) {
        return binary;
    }
    std::string_view start = std::string_view(file.content).substr(0, 65536);
    start.remove_prefix(start.starts_with("\xef\xbb\xbf") ? 3 : 0);
    start = trimmed(start);
    if (start.starts_with('<')) {
        return xmlFormat(start);
    }
    if (start.starts_with('{')) {
        return FileFormat::Json;
    }
    if (start.starts_with("!!omap") || start.starts_with("---\n- metabolites:") ||
        start.starts_with("- metabolites:") || start.starts_with("metabolites:\n")) {
        return FileFormat::CobraYaml;
    }
    if (isFasta(file)) {
        return FileFormat::Fasta;
    }
    return isGml(file) ? FileFormat::Gml : FileFormat::Text;
}

std::string formatName(FileFormat format, const ImportFile &file)
{
    switch (format) {
    case FileFormat::Text:
        return {};
    case FileFormat::Sbml:
        return "SBML";
    case FileFormat::GraphMl:
        return "GraphML";
    case FileFormat::Html:
        return translate("Engine", "web page");
    case FileFormat::OtherXml:
        return "XML";
    case FileFormat::Json:
        return "JSON";
    case FileFormat::CobraYaml:
        return translate("Engine", "COBRA YAML");
    case FileFormat::Fasta:
        return "FASTA";
    case FileFormat::Gml:
        return "GML";
    case FileFormat::NumPy:
        return "NumPy";
    case FileFormat::Safetensors:
        return "safetensors";
    case FileFormat::TorchCheckpoint:
        return translate("Engine", "PyTorch checkpoint");
    case FileFormat::Spreadsheet:
        return translate("Engine", "spreadsheet");
    case FileFormat::Zip:
        return translate("Engine", "ZIP archive");
    case FileFormat::Pickle:
        return translate("Engine", "Python pickle");
    case FileFormat::Foreign:
        break;
    }
    for (const Signature &signature : foreignFiles) {
        if (std::string_view(file.content).starts_with(signature.start)) {
            return signature.name;
        }
    }
    return translate("Engine", "binary file");
}

void refuseOtherFormats(const ImportFile &file, const std::vector<FileFormat> &allowed, const std::string &wanted)
{
    if (file.content.empty()) {
        throw InputError(
            errorAt(file.name, translate("Engine", "The file is empty."), translate("Engine", "Choose %1.", {wanted})));
    }
    const FileFormat format = fileFormat(file);
    if (format == FileFormat::Text || std::find(allowed.begin(), allowed.end(), format) != allowed.end()) {
        return;
    }
    std::string remedy = translate("Engine", "Choose %1.", {wanted});
    switch (format) {
    case FileFormat::Sbml:
        remedy = translate("Engine", "Give it as a metabolic model in SBML.");
        break;
    case FileFormat::GraphMl:
    case FileFormat::Gml:
        remedy = translate("Engine", "Give it as interactions.");
        break;
    case FileFormat::Html:
        remedy = translate("Engine", "Download the file itself, not the page about it.");
        break;
    case FileFormat::Json:
        remedy = translate("Engine", "A model in COBRA JSON can be given as that.");
        break;
    case FileFormat::CobraYaml:
        remedy = translate("Engine", "Save the model as SBML or COBRA JSON (cobra.io.save_json_model).");
        break;
    case FileFormat::Fasta:
        remedy = translate("Engine", "Give it as genes or as features.");
        break;
    case FileFormat::Spreadsheet:
        remedy = translate("Engine", "Save the sheet as CSV or TSV and choose that.");
        break;
    case FileFormat::Zip:
        remedy = translate("Engine", "Unpack it first.");
        break;
    default:
        break;
    }
    throw InputError(
        errorAt(file.name, translate("Engine", "This is %1, not %2.", {formatName(format, file), wanted}), remedy));
}

} // namespace knockscape
