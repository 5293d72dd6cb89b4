#include "engine/cell/database_entries.h"

#include "engine/cell/gene_catalogue.h"
#include "engine/core/text.h"

#include <algorithm>
#include <cstdlib>

namespace knockscape
{
namespace
{

constexpr std::size_t entryLimit = 50;
constexpr std::size_t entryLength = 200;

/// "%3A" as ":" and so on.
std::string withoutPercentCodes(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string code = text[i] == '%' && i + 2 < text.size() ? std::string(text.substr(i + 1, 2)) : "";
        const bool isCode = !code.empty() && code.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
        result += isCode ? static_cast<char>(std::strtol(code.c_str(), nullptr, 16)) : text[i];
        i += isCode ? 2 : 0;
    }
    return result;
}

} // namespace

std::optional<DatabaseEntry> entryOfResource(std::string_view resource)
{
    for (const std::string_view start : {"https://identifiers.org/", "http://identifiers.org/", "urn:miriam:"}) {
        if (!resource.starts_with(start)) {
            continue;
        }
        const std::string_view rest = resource.substr(start.size());
        const std::size_t end = rest.find_first_of("/:");
        if (end == std::string_view::npos || end == 0 || rest.size() > entryLength) {
            return std::nullopt;
        }
        return DatabaseEntry{lowered(rest.substr(0, end)), withoutPercentCodes(rest.substr(end + 1))};
    }
    return std::nullopt;
}

std::string joinedEntries(const std::vector<DatabaseEntry> &entries)
{
    std::vector<std::string> texts;
    for (const DatabaseEntry &entry : entries) {
        const std::string id(trimmed(entry.id));
        std::string text = entry.collection;
        text += ':';
        text += id;
        const bool isUseful = !entry.collection.empty() && !id.empty() && text.size() <= entryLength &&
                              entry.collection.find(':') == std::string::npos;
        if (isUseful && texts.size() < entryLimit && std::find(texts.begin(), texts.end(), text) == texts.end()) {
            texts.push_back(std::move(text));
        }
    }
    return joinedAliases(texts);
}

std::vector<DatabaseEntry> splitEntries(std::string_view text)
{
    std::vector<DatabaseEntry> entries;
    for (const std::string &entry : splitAliases(text)) {
        const std::size_t colon = entry.find(':');
        if (colon != std::string::npos && colon > 0 && colon + 1 < entry.size()) {
            entries.push_back({entry.substr(0, colon), entry.substr(colon + 1)});
        }
    }
    return entries;
}

} // namespace knockscape
