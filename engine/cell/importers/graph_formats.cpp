#include "engine/cell/importers/graph_formats.h"

#include "engine/cell/importers/file_format.h"
#include "engine/cell/importers/json_graph.h"
#include "engine/cell/importers/json_kind.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>

namespace knockscape
{
namespace
{

template <FileFormat Format>
bool hasFormat(const ImportFile &file)
{
    return fileFormat(file) == Format;
}

template <FileFormat Format>
std::string nameOfFormat(const ImportFile &file)
{
    return formatName(Format, file);
}

template <RawNetwork (*Read)(const ImportFile &)>
RawNetwork readGraph(ImportFile &file, const std::string &)
{
    return Read(file);
}

template <RawNetwork (*Read)(ImportFile &)>
RawNetwork readText(ImportFile &file, const std::string &)
{
    return Read(file);
}

/// In the order in which they are tried.
const std::array<GraphFormat, 7> graphFormats = {
    {{nameOfFormat<FileFormat::GraphMl>, isGraphMl, readGraph<readGraphMl>},
     {nameOfFormat<FileFormat::Xgmml>, hasFormat<FileFormat::Xgmml>, readGraph<readXgmml>},
     {nameOfFormat<FileFormat::Gexf>, hasFormat<FileFormat::Gexf>, readGraph<readGexf>},
     {[](const ImportFile &file) { return jsonKindName(jsonKind(file.content)); },
      [](const ImportFile &file) { return hasFormat<FileFormat::Json>(file) && isGraph(jsonKind(file.content)); },
      readGraph<readJsonGraph>},
     {nameOfFormat<FileFormat::Gml>, hasFormat<FileFormat::Gml>, readText<readGml>},
     {[](const ImportFile &) { return translate("Engine", "PSI-MI TAB"); },
      [](const ImportFile &file) { return hasFormat<FileFormat::Text>(file) && isMitab(file); }, readMitab},
     {[](const ImportFile &) { return translate("Engine", "SIF"); },
      [](const ImportFile &file) { return hasFormat<FileFormat::Text>(file) && isSif(file); }, readText<readSif>}}};

} // namespace

const GraphFormat *graphFormatOf(const ImportFile &file)
{
    const auto *found = std::find_if(graphFormats.begin(), graphFormats.end(),
                                     [&](const GraphFormat &format) { return format.matches(file); });
    return found == graphFormats.end() ? nullptr : found;
}

std::string graphFormatNames()
{
    return "GraphML, XGMML, GEXF, GML, SIF, CX2, Cytoscape.js, PSI-MI TAB";
}

} // namespace knockscape
