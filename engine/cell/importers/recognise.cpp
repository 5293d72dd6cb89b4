#include "engine/cell/importers/recognise.h"

#include "engine/cell/bundle_files.h"
#include "engine/cell/importers/recognise_parts.h"
#include "engine/core/files.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <set>
#include <utility>

namespace knockscape
{
namespace
{

/// What a quick look reads at most.
constexpr std::uint64_t lookLimit = std::uint64_t{64} << 20U;

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

/// Model or features, from the names in the header.
void recogniseSafetensors(const ImportFile &file, RecognisedFile &result)
{
    std::uint64_t length = 0;
    std::memcpy(&length, file.content.data(), sizeof length);
    const std::string_view header = std::string_view(file.content).substr(8, length);
    const auto tensors = static_cast<std::size_t>([&] {
        std::size_t count = 0;
        for (std::size_t at = header.find("\"data_offsets\""); at != std::string_view::npos;
             at = header.find("\"data_offsets\"", at + 1)) {
            ++count;
        }
        return count;
    }());
    result.formatName = "safetensors";
    const bool model = header.find("\"knockscape\"") != std::string_view::npos || tensors > 4;
    result.kind = model ? FileKind::ModelFile : FileKind::Features;
    result.alternatives = {model ? FileKind::Features : FileKind::ModelFile};
}

void recogniseZip(const ImportFile &file, RecognisedFile &result)
{
    const std::string_view content = file.content;
    if (content.find("data.pkl") != std::string_view::npos) {
        result.kind = FileKind::ModelFile;
        result.formatName = translate("Engine", "PyTorch checkpoint");
    } else if (content.find("xl/") != std::string_view::npos) {
        recognition::refuse(result, translate("Engine", "spreadsheet"),
                            translate("Engine", "Save the sheet as CSV or TSV and choose that."));
    } else {
        recognition::refuse(result, translate("Engine", "ZIP archive"), translate("Engine", "Unpack it first."));
    }
}

/// Files that are no text.
bool recogniseBinary(const ImportFile &file, RecognisedFile &result)
{
    const std::string_view content = file.content;
    if (content.starts_with("\x93NUMPY")) {
        result.kind = FileKind::Features;
        result.formatName = "NumPy";
        return true;
    }
    if (isSafetensors(content)) {
        recogniseSafetensors(file, result);
        return true;
    }
    if (content.starts_with("PK\x03\x04")) {
        recogniseZip(file, result);
        return true;
    }
    for (const Signature &signature : foreignFiles) {
        if (content.starts_with(signature.start)) {
            recognition::refuse(result, signature.name, translate("Engine", "Export the data as text."));
            return true;
        }
    }
    if (content.starts_with("\x80\x02") || content.starts_with("\x80\x04")) {
        result.kind = FileKind::ModelFile;
        result.formatName = translate("Engine", "PyTorch checkpoint");
        return true;
    }
    return false;
}

void recogniseFolder(const std::filesystem::path &path, RecognisedFile &result)
{
    if (bundle::isBundle(path)) {
        result.kind = FileKind::CellBundle;
        result.formatName = translate("Engine", "cell");
        bool complete = false;
        const std::string genes = readFileStart(path / bundle::genes, lookLimit, complete);
        const auto lines = static_cast<std::size_t>(std::count(genes.begin(), genes.end(), '\n'));
        if (complete && lines > 0) {
            result.counts.genes = lines - 1;
        }
        return;
    }
    recognition::refuse(result, translate("Engine", "folder"),
                        translate("Engine", "Choose files or a folder NAME.cell."));
}

void recogniseContent(ImportFile &file, RecognisedFile &result)
{
    if (file.content.empty()) {
        recognition::refuse(result, translate("Engine", "empty file"), translate("Engine", "Choose another file."));
        return;
    }
    if (recogniseBinary(file, result)) {
        return;
    }
    std::string_view start = std::string_view(file.content).substr(0, 4096);
    start.remove_prefix(start.starts_with("\xef\xbb\xbf") ? 3 : 0);
    start = trimmed(start);
    if (start.starts_with('<')) {
        recognition::recogniseXml(file, result);
    } else if (start.starts_with('{')) {
        recognition::recogniseJson(file, result);
    } else {
        recognition::recogniseText(file, result);
    }
}

/// A type that no network has yet: "string", "string 2", …
std::string uniqueType(std::string type, std::set<std::string> &taken)
{
    if (!bundle::isInteractionType(type)) {
        type = "network";
    }
    std::string unique = type;
    for (int number = 2; !taken.insert(lowered(unique)).second; ++number) {
        unique = type + " " + std::to_string(number);
    }
    return unique;
}

} // namespace

namespace recognition
{

void refuse(RecognisedFile &result, const std::string &format, const std::string &remedy)
{
    result.kind = FileKind::Unknown;
    result.formatName = format;
    result.alternatives.clear();
    result.issues.push_back(errorAt(
        result.path.string(), translate("Engine", "This (%1) is nothing that can be imported.", {format}), remedy));
}

std::string suggestedType(const ImportFile &file)
{
    const std::string name = lowered(file.path.filename().string());
    constexpr std::array<std::pair<std::string_view, const char *>, 11> words = {{{"regulat", "regulatory"},
                                                                                  {"yeastract", "regulatory"},
                                                                                  {"genetic", "genetic"},
                                                                                  {"physical", "physical"},
                                                                                  {"ppi", "physical"},
                                                                                  {"ppc", "physical"},
                                                                                  {"biogrid", "physical"},
                                                                                  {"coexpress", "coexpression"},
                                                                                  {"string", "string"},
                                                                                  {"protein.links", "string"},
                                                                                  {"interactome", "physical"}}};
    for (const auto &[word, type] : words) {
        if (name.find(word) != std::string::npos) {
            return type;
        }
    }
    std::string stem = name.substr(0, std::min(name.find('.'), std::size_t{60}));
    std::replace_if(
        stem.begin(), stem.end(), [](char c) { return !bundle::isInteractionType(std::string(1, c)); }, '_');
    return bundle::isInteractionType(stem) ? stem : "network";
}

} // namespace recognition

RecognisedFile recogniseImportFile(const std::filesystem::path &path, const JobControl &control)
{
    control.report(translate("Engine", "Looking at %1", {path.filename().string()}), 0, 0);
    RecognisedFile result;
    result.path = path;
    try {
        std::error_code error;
        if (std::filesystem::is_directory(path, error)) {
            recogniseFolder(path, result);
        } else {
            ImportFile file;
            file.path = path;
            file.name = path.string();
            file.content = readFileStart(path, lookLimit, result.complete);
            control.cancel.throwIfCancelled();
            recogniseContent(file, result);
        }
    } catch (const InputError &error) {
        result.issues.insert(result.issues.end(), error.issues().begin(), error.issues().end());
    }
    control.cancel.throwIfCancelled();
    return result;
}

CellImportRequest suggestedRequest(const std::vector<RecognisedFile> &files, std::vector<Issue> &issues)
{
    CellImportRequest request;
    std::vector<std::pair<std::string, std::filesystem::path>> networks;
    const auto leaveOut = [&](const RecognisedFile &file, const std::string &why) {
        issues.push_back(warningAt(file.path.string(), why, translate("Engine", "The file is left out.")));
    };
    const auto placeOnce = [&](std::filesystem::path &place, const RecognisedFile &file) {
        if (place.empty()) {
            place = file.path;
        } else {
            leaveOut(file, translate("Engine", "There is another file of this kind (%1).", {kindName(file.kind)}));
        }
    };
    for (const RecognisedFile &file : files) {
        switch (file.kind) {
        case FileKind::GeneTable:
            placeOnce(request.genes, file);
            break;
        case FileKind::Features:
            placeOnce(request.features, file);
            break;
        case FileKind::SbmlModel:
        case FileKind::CobraModel:
            if (!request.sbml.empty() || !request.cobraJson.empty()) {
                leaveOut(file, translate("Engine", "There is another metabolic model."));
            } else {
                (file.kind == FileKind::SbmlModel ? request.sbml : request.cobraJson) = file.path;
            }
            break;
        case FileKind::Network:
            networks.emplace_back(file.interactionType, file.path);
            break;
        case FileKind::Annotations:
            request.annotations.push_back(file.path);
            break;
        case FileKind::Sequences:
            break;
        default:
            leaveOut(file, translate("Engine", "It is no part of a cell (%1).", {kindName(file.kind)}));
        }
    }
    for (const RecognisedFile &file : files) {
        if (file.kind == FileKind::Sequences) {
            placeOnce(request.features, file);
            request.genes = request.genes.empty() ? file.path : request.genes;
        }
    }
    // The order is the order of the model's edge types.
    const auto rank = [](const auto &network) {
        return network.first == "physical" ? 0 : network.first == "regulatory" ? 1 : 2;
    };
    std::stable_sort(networks.begin(), networks.end(), [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
    std::set<std::string> taken;
    for (const auto &[type, path] : networks) {
        request.networks.emplace_back(uniqueType(type, taken), path);
    }
    return request;
}

} // namespace knockscape
