#pragma once

#include <map>
#include <string>
#include <string_view>

namespace knockscape
{

/// The "KEY: value" paragraphs that the COBRA toolbox writes into SBML notes.
class SbmlNotes
{
public:
    SbmlNotes() = default;
    /// `xml` is the notes element as text.
    explicit SbmlNotes(std::string_view xml);

    /// Value of `key` (GENE_ASSOCIATION; "GENE ASSOCIATION" is the same), empty if there is none.
    std::string value(const std::string &key) const;

private:
    std::map<std::string, std::string> values_;
};

} // namespace knockscape
