#include "engine/cell/importers/file_format.h"

#include "engine/cell/importers/fasta.h"
#include "engine/cell/importers/foreign_format.h"
#include "engine/cell/importers/graph_formats.h"
#include "engine/cell/importers/json_kind.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/text_encoding.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

namespace knockscape
{
namespace
{

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
    if (beginning.starts_with("<!doctype html") || beginning.starts_with("<html") || beginning.starts_with("<head") ||
        beginning.starts_with("<body")) {
        return FileFormat::Html;
    }
    const std::string_view root = rootElement(start);
    return root == "sbml"      ? FileFormat::Sbml
           : root == "graphml" ? FileFormat::GraphMl
           : root == "graph"   ? FileFormat::Xgmml
           : root == "gexf"    ? FileFormat::Gexf
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
    if (foreignFormat(content)) {
        return FileFormat::Foreign;
    }
    if (content.starts_with("PK\x03\x04")) {
        return FileFormat::TorchCheckpoint;
    }
    if (content.size() > 2 && content[0] == '\x80' && content[1] >= 2 && content[1] <= 5) {
        return FileFormat::TorchCheckpoint;
    }
    // Protocol 0 is text.
    const bool pickle = content.starts_with("ccollections\n") || content.starts_with("c__builtin__\n") ||
                        content.starts_with("(dp") || content.starts_with("(lp");
    return pickle ? FileFormat::Pickle : FileFormat::Text;
}

/// COBRApy and RAVEN write models in YAML: a list or map whose first entries are these.
bool isCobraYaml(std::string_view start)
{
    start = start.substr(0, 4096);
    bool marked = false;
    while (!start.empty()) {
        const std::size_t length = std::min(start.find('\n'), start.size());
        const std::string_view line = trimmed(start.substr(0, length));
        start.remove_prefix(std::min(length + 1, start.size()));
        if (line.empty() || line.starts_with('#') || line == "---" || line.starts_with("%YAML")) {
            continue;
        }
        if (line == "!!omap" || line == "--- !!omap") {
            marked = true;
            continue;
        }
        for (const std::string_view key : {"metaData:", "metabolites:", "reactions:", "genes:", "compartments:"}) {
            if (line == key || (line.starts_with("- ") && trimmed(line.substr(2)) == key)) {
                return true;
            }
        }
        break;
    }
    return marked;
}

bool isJsonList(std::string_view start)
{
    return start.starts_with('[') && trimmed(start.substr(1)).starts_with('{');
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
    if (start.starts_with('{') || isJsonList(start)) {
        return FileFormat::Json;
    }
    if (isCobraYaml(start)) {
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
    case FileFormat::Xgmml:
        return "XGMML";
    case FileFormat::Gexf:
        return translate("Engine", "GEXF (Gephi)");
    case FileFormat::Html:
        return webPageName(file.content);
    case FileFormat::OtherXml:
        return foreignXml(rootElement(trimmed(file.content)), file.content).name;
    case FileFormat::Json:
        return jsonName(file.content);
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
    case FileFormat::Pickle:
        return translate("Engine", "Python pickle");
    case FileFormat::Foreign:
        break;
    }
    const std::optional<ForeignFormat> foreign = foreignFormat(file.content);
    return foreign ? foreign->name : translate("Engine", "binary file");
}

std::string formatRemedy(FileFormat format, const ImportFile &file)
{
    switch (format) {
    case FileFormat::Sbml:
        return translate("Engine", "Give it as a metabolic model in SBML.");
    case FileFormat::GraphMl:
    case FileFormat::Xgmml:
    case FileFormat::Gexf:
    case FileFormat::Gml:
        return translate("Engine", "Give it as interactions.");
    case FileFormat::Html:
        return translate("Engine",
                         "Download the file itself, not the page about it; sign in first where the site asks.");
    case FileFormat::OtherXml:
        return foreignXml(rootElement(trimmed(file.content)), file.content).remedy;
    case FileFormat::Json:
        return jsonRemedy(jsonKind(file.content));
    case FileFormat::CobraYaml:
        return translate("Engine",
                         "Save the model as SBML or COBRA JSON (in COBRApy: cobra.io.save_json_model; in RAVEN: "
                         "exportModel).");
    case FileFormat::Fasta:
        return translate("Engine", "Give it as genes or as features.");
    case FileFormat::Foreign:
        if (const std::optional<ForeignFormat> foreign = foreignFormat(file.content)) {
            return foreign->remedy;
        }
        break;
    default:
        break;
    }
    return translate("Engine", "Export the data as text.");
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
    throw InputError(errorAt(file.name,
                             translate("Engine", "The file is not %1 (found: %2).", {wanted, formatName(format, file)}),
                             formatRemedy(format, file)));
}

void refuseOtherThanText(std::string &text, const std::filesystem::path &path, const std::string &wanted)
{
    ImportFile file;
    file.path = path;
    file.name = path.string();
    // Lent, for it may be large.
    file.content = std::move(text);
    try {
        if (!file.content.empty() && !looksLikeUtf16(file.content)) {
            refuseOtherFormats(file, {FileFormat::Fasta}, wanted);
        }
    } catch (...) {
        text = std::move(file.content);
        throw;
    }
    text = std::move(file.content);
}

} // namespace knockscape
