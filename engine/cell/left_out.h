#pragma once

#include "engine/core/issue.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace knockscape
{

/// Counts what a reader left out of a file, or read otherwise than it stands there, by reason; and sums it up in one
/// warning per reason that says what was done to how many, with the first places: nothing happens in silence, and a
/// file of a million bad rows gives one message.
class LeftOut
{
public:
    /// The translated sentence for `count` things: what they are and what became of them. `why` are the reason and the
    /// details: "2 interactions were left out: gene not in this cell (NOPE, ELSE)."
    using Sentence = std::string (*)(std::int64_t count, const std::string &why);

    /// One thing. `reason` is a translated phrase ("unknown gene"), empty where the sentence says it all and there are
    /// details; `detail` what exactly (the name; may be empty); `where` the file and line; `remedy` what a person can
    /// do about things of this reason (may be empty).
    void add(const std::string &reason, const std::string &detail, const std::string &where,
             const std::string &remedy = {});

    std::size_t count() const noexcept;
    /// Appends the warnings. `file` stands before them.
    void report(const std::string &file, Sentence sentence, std::vector<Issue> &issues) const;

private:
    struct Reason {
        std::size_t count = 0;
        std::string remedy;
        /// Details and how often each occurred, up to a bound.
        std::map<std::string, std::size_t> details;
        std::vector<std::string> firstDetails;
        std::vector<std::string> firstPlaces;
    };
    std::map<std::string, Reason> reasons_;
};

/// "2 interactions were left out: …".
std::string interactionsLeftOut(std::int64_t count, const std::string &why);
/// "2 rows were left out: …".
std::string rowsLeftOut(std::int64_t count, const std::string &why);
/// "2 parts of the map were left out: …".
std::string mapPartsLeftOut(std::int64_t count, const std::string &why);
/// "2 charges are no whole numbers below 10,000 and count as not known: …".
std::string chargesNotKnown(std::int64_t count, const std::string &why);
/// What to do about names that mean no gene of the cell.
std::string unknownGeneRemedy();

} // namespace knockscape
