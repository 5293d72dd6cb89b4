#pragma once

#include "engine/core/issue.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace knockscape
{

/// Counts what a reader left out of a file, by reason, and sums it up in one warning per reason with the first places:
/// nothing is dropped in silence, and a file of a million bad rows gives one message.
class LeftOut
{
public:
    /// One thing left out. `reason` is a translated phrase ("unknown gene"), `detail` what exactly (the name; may be
    /// empty), `where` the file and line.
    void add(const std::string &reason, const std::string &detail, const std::string &where);

    std::size_t count() const noexcept;
    /// Appends the warnings. `file` stands before them, `things` says what was left out ("rows", "interactions").
    void report(const std::string &file, const std::string &things, std::vector<Issue> &issues) const;

private:
    struct Reason {
        std::size_t count = 0;
        /// Details and how often each occurred, up to a bound.
        std::map<std::string, std::size_t> details;
        std::vector<std::string> firstDetails;
        std::vector<std::string> firstPlaces;
    };
    std::map<std::string, Reason> reasons_;
};

} // namespace knockscape
