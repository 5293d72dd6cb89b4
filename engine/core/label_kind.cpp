#include "engine/core/label_kind.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

namespace knockscape
{

namespace
{

constexpr std::array<std::pair<LabelKind, const char *>, 4> kinds{{{LabelKind::Unknown, "unknown"},
                                                                   {LabelKind::Measured, "measured"},
                                                                   {LabelKind::Simulated, "simulated"},
                                                                   {LabelKind::Mixed, "mixed"}}};

constexpr std::array<std::string_view, 6> simulationWords{"simulated", "simulation", "fba", "pfba", "moma", "lmoma"};

/// The words of a text, in small letters.
std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words(1);
    for (const char character : lowered(std::string(text))) {
        if (std::isalnum(static_cast<unsigned char>(character)) != 0) {
            words.back() += character;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    return words;
}

} // namespace

bool isSimulatedSource(std::string_view source)
{
    const std::vector<std::string> words = wordsOf(source);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool isSilico = words[i] == "silico" && i > 0 && words[i - 1] == "in";
        if (isSilico || std::find(simulationWords.begin(), simulationWords.end(), words[i]) != simulationWords.end()) {
            return true;
        }
    }
    return false;
}

LabelKind labelKindOf(const std::map<std::string, std::int64_t> &rowsPerSource)
{
    bool unnamed = false;
    bool measured = false;
    bool simulated = false;
    for (const auto &[source, rows] : rowsPerSource) {
        if (rows > 0) {
            bool &kind = source.empty() ? unnamed : isSimulatedSource(source) ? simulated : measured;
            kind = true;
        }
    }
    if (simulated) {
        return measured || unnamed ? LabelKind::Mixed : LabelKind::Simulated;
    }
    return measured ? LabelKind::Measured : LabelKind::Unknown;
}

std::string toText(LabelKind kind)
{
    return std::find_if(kinds.begin(), kinds.end(), [&](const auto &entry) { return entry.first == kind; })->second;
}

LabelKind parseLabelKind(std::string_view text)
{
    const auto *found =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto &entry) { return entry.second == text; });
    return found == kinds.end() ? LabelKind::Unknown : found->first;
}

std::string adjectiveOf(LabelKind kind)
{
    switch (kind) {
    case LabelKind::Simulated:
        return translate("Engine", "simulated");
    case LabelKind::Mixed:
        return translate("Engine", "measured or simulated");
    case LabelKind::Unknown:
    case LabelKind::Measured:
        break;
    }
    return translate("Engine", "measured");
}

} // namespace knockscape
