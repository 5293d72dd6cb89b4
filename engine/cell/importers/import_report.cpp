#include "engine/cell/importers/import_report.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>

namespace knockscape
{

std::string kindName(FileKind kind)
{
    switch (kind) {
    case FileKind::GeneTable:
        return translate("Engine", "gene table");
    case FileKind::Features:
        return translate("Engine", "gene features");
    case FileKind::Sequences:
        return translate("Engine", "coding sequences");
    case FileKind::SbmlModel:
    case FileKind::CobraModel:
        return translate("Engine", "metabolic model");
    case FileKind::Network:
        return translate("Engine", "interactions");
    case FileKind::Annotations:
        return translate("Engine", "annotations");
    case FileKind::Labels:
        return translate("Engine", "measured values");
    case FileKind::CellBundle:
        return translate("Engine", "cell");
    case FileKind::ModelFile:
        return translate("Engine", "trained model");
    case FileKind::Unknown:
        break;
    }
    return translate("Engine", "unknown");
}

std::string roleName(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Source:
        return translate("Engine", "source");
    case ColumnRole::Target:
        return translate("Engine", "target");
    case ColumnRole::Weight:
        return translate("Engine", "weight");
    case ColumnRole::Kind:
        return translate("Engine", "kind of interaction");
    case ColumnRole::Organism:
        return translate("Engine", "organism");
    case ColumnRole::Id:
        return translate("Engine", "gene");
    case ColumnRole::Name:
        return translate("Engine", "name");
    case ColumnRole::Aliases:
        return translate("Engine", "aliases");
    case ColumnRole::Description:
        return translate("Engine", "description");
    case ColumnRole::Essential:
        return translate("Engine", "essential");
    case ColumnRole::Aspect:
        return translate("Engine", "GO aspect");
    case ColumnRole::Term:
        return translate("Engine", "GO term");
    }
    return {};
}

std::string describe(const std::vector<TakenColumn> &columns)
{
    std::vector<std::string> parts;
    for (const TakenColumn &column : columns) {
        const std::string number = std::to_string(column.index + 1);
        parts.push_back(column.name.empty() ? translate("Engine", "%1 = column %2", {roleName(column.role), number})
                                            : translate("Engine", "%1 = column %2 (%3)",
                                                        {roleName(column.role), number, column.name.substr(0, 60)}));
    }
    return joined(parts, ", ");
}

std::string takenHint(const std::vector<TakenColumn> &columns)
{
    std::string hint;
    if (!columns.empty()) {
        hint += ' ';
        hint += translate("Engine", "Taken were: %1.", {describe(columns)});
    }
    return hint;
}

std::size_t chosenColumn(const std::string &choice, const std::vector<std::string_view> &header, std::size_t width,
                         const std::string &where)
{
    const std::string wanted = lowered(trimmed(choice));
    const auto found =
        std::find_if(header.begin(), header.end(), [&](std::string_view cell) { return lowered(cell) == wanted; });
    if (found != header.end()) {
        return static_cast<std::size_t>(found - header.begin());
    }
    const std::optional<long long> number = parseInteger(wanted);
    if (number && *number >= 1 && static_cast<std::size_t>(*number) <= width) {
        return static_cast<std::size_t>(*number - 1);
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min<std::size_t>(header.size(), 20); ++i) {
        names.emplace_back(header[i].substr(0, 60));
    }
    throw InputError(errorAt(where, translate("Engine", "There is no column %1.", {choice.substr(0, 80)}),
                             names.empty() ? translate("Engine", "Give a number from 1 to %1.", {std::to_string(width)})
                                           : translate("Engine", "The columns are: %1.",
                                                       {joined(names, ", ") + (header.size() > 20 ? ", …" : "")})));
}

} // namespace knockscape
