#include "engine/cell/importers/recognise.h"

#include "engine/cell/bundle_files.h"
#include "engine/cell/importers/file_format.h"
#include "engine/cell/importers/graph_formats.h"
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
    if (const GraphFormat *graph = graphFormatOf(file)) {
        recognition::recogniseGraph(file, *graph, result);
        return;
    }
    const FileFormat format = fileFormat(file);
    result.formatName = formatName(format, file);
    switch (format) {
    case FileFormat::Sbml:
    case FileFormat::OtherXml:
        recognition::recogniseXml(file, result);
        break;
    case FileFormat::Json:
        recognition::recogniseJson(file, result);
        break;
    case FileFormat::Text:
    case FileFormat::Fasta:
        recognition::recogniseText(file, result);
        break;
    case FileFormat::NumPy:
        result.kind = FileKind::Features;
        break;
    case FileFormat::Safetensors:
        recogniseSafetensors(file, result);
        break;
    case FileFormat::TorchCheckpoint:
        result.kind = FileKind::ModelFile;
        break;
    default:
        recognition::refuse(result, result.formatName, formatRemedy(format, file));
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
        result.path.string(), translate("Engine", "Found: %1, which cannot be imported as it is.", {format}), remedy));
}

std::string suggestedType(const ImportFile &file)
{
    const std::string name = lowered(file.path.filename().string());
    constexpr std::array<std::pair<std::string_view, const char *>, 13> words = {{{"regulat", "regulatory"},
                                                                                  {"yeastract", "regulatory"},
                                                                                  {"genetic", "genetic"},
                                                                                  {"physical", "physical"},
                                                                                  {"ppi", "physical"},
                                                                                  {"ppc", "physical"},
                                                                                  {"biogrid", "physical"},
                                                                                  {"coexpress", "coexpression"},
                                                                                  {"string", "string"},
                                                                                  {"protein.links", "string"},
                                                                                  {"intact", "physical"},
                                                                                  {"mitab", "physical"},
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
            ImportFile file = loadImportFileStart(path, lookLimit, result.complete);
            control.cancel.throwIfCancelled();
            result.issues = file.issues;
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
