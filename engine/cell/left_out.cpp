#include "engine/cell/left_out.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

namespace knockscape
{
namespace
{

constexpr std::size_t shownDetails = 5;
constexpr std::size_t shownPlaces = 3;
constexpr std::size_t countedDetails = 100'000;

/// "gene not in this cell (NOPE, ELSE)".
std::string reasonWith(const std::string &reason, const std::vector<std::string> &details, std::size_t others)
{
    std::string list = joined(details, ", ");
    if (others > 0) {
        list =
            translateCount("Engine", "%2 and %1 other", "%2 and %1 others", static_cast<std::int64_t>(others), {list});
    }
    return list.empty() ? reason : reason.empty() ? list : translate("Engine", "%1 (%2)", {reason, list});
}

} // namespace

void LeftOut::add(const std::string &reason, const std::string &detail, const std::string &where,
                  const std::string &remedy)
{
    Reason &entry = reasons_[reason];
    if (entry.count++ == 0) {
        entry.remedy = remedy;
    }
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

void LeftOut::report(const std::string &file, Sentence sentence, std::vector<Issue> &issues) const
{
    for (const auto &[reason, entry] : reasons_) {
        const std::string why =
            reasonWith(reason, entry.firstDetails, entry.details.size() - entry.firstDetails.size());
        std::string remedy = entry.remedy;
        remedy += remedy.empty() ? "" : " ";
        remedy += translate("Engine", "First at %1.", {joined(entry.firstPlaces, ", ")});
        issues.push_back(warningAt(file, sentence(static_cast<std::int64_t>(entry.count), why), remedy));
    }
}

std::string interactionsLeftOut(std::int64_t count, const std::string &why)
{
    return translateCount("Engine", "%1 interaction was left out: %2.", "%1 interactions were left out: %2.", count,
                          {why});
}

std::string mapPartsLeftOut(std::int64_t count, const std::string &why)
{
    return translateCount("Engine", "%1 part of the map was left out: %2.", "%1 parts of the map were left out: %2.",
                          count, {why});
}

std::string rowsLeftOut(std::int64_t count, const std::string &why)
{
    return translateCount("Engine", "%1 row was left out: %2.", "%1 rows were left out: %2.", count, {why});
}

std::string chargesNotKnown(std::int64_t count, const std::string &why)
{
    return translateCount("Engine", "%1 charge is no whole number below 10,000 and counts as not known: %2.",
                          "%1 charges are no whole numbers below 10,000 and count as not known: %2.", count, {why});
}

std::string unknownGeneRemedy()
{
    return translate("Engine", "Add the genes to the gene table if you need them.");
}

} // namespace knockscape
