#include "engine/cell/left_out.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"

namespace knockscape
{
namespace
{

constexpr std::size_t shownDetails = 5;
constexpr std::size_t shownPlaces = 3;
constexpr std::size_t countedDetails = 100'000;

} // namespace

void LeftOut::add(const std::string &reason, const std::string &detail, const std::string &where)
{
    Reason &entry = reasons_[reason];
    ++entry.count;
    if (entry.firstPlaces.size() < shownPlaces) {
        entry.firstPlaces.push_back(where);
    }
    if (detail.empty() || entry.details.size() >= countedDetails) {
        return;
    }
    const std::string shown = detail.substr(0, 60);
    if (entry.details[shown]++ == 0 && entry.firstDetails.size() < shownDetails) {
        entry.firstDetails.push_back(shown);
    }
}

std::size_t LeftOut::count() const noexcept
{
    std::size_t total = 0;
    for (const auto &[reason, entry] : reasons_) {
        total += entry.count;
    }
    return total;
}

void LeftOut::report(const std::string &file, const std::string &things, std::vector<Issue> &issues) const
{
    for (const auto &[reason, entry] : reasons_) {
        std::string which = reason;
        if (!entry.firstDetails.empty()) {
            const bool more = entry.details.size() > entry.firstDetails.size();
            which = translate(
                "Engine", "%1 (%2 different: %3)",
                {reason, std::to_string(entry.details.size()), joined(entry.firstDetails, ", ") + (more ? ", …" : "")});
        }
        issues.push_back(
            warningAt(file, translate("Engine", "%1 %2 left out: %3.", {std::to_string(entry.count), things, which}),
                      translate("Engine", "First at %1.", {joined(entry.firstPlaces, ", ")})));
    }
}

} // namespace knockscape
