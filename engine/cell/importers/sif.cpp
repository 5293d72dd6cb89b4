// SIF, the simple interaction format of Cytoscape.
#include "engine/cell/importers/graph_formats.h"

#include "engine/core/delimited_rows.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>

namespace knockscape
{
namespace
{

/// Tab if there is any, else a comma or semicolon that divides the first line in three (a spreadsheet saved it), else a
/// blank.
char sifSeparator(std::string_view text)
{
    if (text.find('\t') != std::string_view::npos) {
        return '\t';
    }
    const std::string_view line = text.substr(0, text.find('\n'));
    for (const char separator : {';', ','}) {
        if (std::count(line.begin(), line.end(), separator) >= 2) {
            return separator;
        }
    }
    return ' ';
}

} // namespace

bool isSif(const ImportFile &file)
{
    return file.hasExtension(".sif");
}

RawNetwork readSif(ImportFile &file)
{
    RawNetwork network;
    network.issues = DelimitedRows::prepare(file.content, file.name);
    network.format = translate("Engine", "SIF");
    DelimitedRows rows(file.content, file.name, declaredSeparator(file.content).value_or(sifSeparator(file.content)));
    for (std::vector<std::string_view> cells; rows.next(cells);) {
        std::erase_if(cells, [](std::string_view cell) { return cell.empty(); });
        if (cells.empty() || cells[0].starts_with('#')) {
            continue;
        }
        if (cells.size() == 2) {
            network.leftOut.add(translate("Engine", "the line names one gene only"), {}, rows.where(),
                                translate("Engine", "Write the source, the kind of interaction and the target."));
        }
        for (std::size_t target = 2; target < cells.size(); ++target) {
            network.add(cells[0], cells[target], 1.0F, rows.line(), file.name);
        }
    }
    return network;
}

} // namespace knockscape
