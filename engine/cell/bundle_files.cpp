#include "engine/cell/bundle_files.h"

#include "engine/core/files.h"
#include "engine/core/issue.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace knockscape::bundle
{
namespace
{

bool isPlain(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view(" _.-+").find(c) != std::string_view::npos;
}

} // namespace

std::string interactionFile(const std::string &type)
{
    return std::string(interactions) + "/" + type + ".tsv";
}

bool isInteractionType(std::string_view type) noexcept
{
    return !type.empty() && type.size() <= 100 && type.front() != '.' && type.front() != ' ' && type.back() != ' ' &&
           std::all_of(type.begin(), type.end(), isPlain);
}

std::string combinedSha256(const std::map<std::string, std::string> &sha256OfFiles)
{
    std::string text;
    for (const auto &[name, hash] : sha256OfFiles) {
        text += name + '\n' + hash + '\n';
    }
    return sha256(text);
}

bool isBundle(const std::filesystem::path &folder)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(folder / description, error)) {
        return false;
    }
    try {
        const auto json = nlohmann::json::parse(readFile(folder / description, 1U << 24U), nullptr, false);
        return json.is_object() && json.value("format", nlohmann::json()) == formatName;
    } catch (const InputError &) {
        return false;
    }
}

} // namespace knockscape::bundle
