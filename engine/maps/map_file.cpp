#include "engine/maps/map_file.h"

#include "engine/core/files.h"
#include "engine/core/text.h"
#include "engine/core/text_encoding.h"
#include "engine/core/translate.h"
#include "engine/maps/escher.h"
#include "engine/maps/sbgn.h"
#include "engine/maps/sbml_layout.h"

#include <ostream>

namespace knockscape
{
namespace
{

constexpr std::uint64_t mapFileLimit = std::uint64_t{256} << 20U;

} // namespace

MapDocument readMap(const std::string &content, const std::string &file, std::vector<Issue> &issues)
{
    const std::string_view begin = trimmed(std::string_view(content).substr(0, 4096));
    if (!begin.starts_with('<')) {
        return readEscherMap(content, file, issues);
    }
    if (looksLikeSbgn(content)) {
        return readSbgnMap(content, file, issues);
    }
    if (looksLikeSbmlLayout(content)) {
        return readSbmlLayout(content, file, issues);
    }
    throw InputError(errorAt(file, translate("Engine", "This is no map: neither SBGN-ML nor SBML with a layout."),
                             translate("Engine", "Choose a map of Escher (JSON), of SBGN-ML or of SBML.")));
}

MapDocument readMapFile(const std::filesystem::path &path, std::vector<Issue> &issues)
{
    std::string content = readFile(path, mapFileLimit);
    const std::vector<Issue> said = decodeText(content, path.string());
    issues.insert(issues.end(), said.begin(), said.end());
    MapDocument map = readMap(content, path.string(), issues);
    if (map.name.empty() && map.origin != MapOrigin::Escher) {
        map.name = path.stem().string();
    }
    return map;
}

void writeMapFile(const MapDocument &map, const std::filesystem::path &path)
{
    const std::string text = writeEscherMap(map);
    writeFileAtomically(path, [&](std::ostream &out) { out << text << '\n'; });
}

} // namespace knockscape
