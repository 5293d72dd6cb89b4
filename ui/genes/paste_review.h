#pragma once

#include "ui/genes/paste_dialog.h"

#include "engine/cell/knockout_list.h"

#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace knockscape::ui
{

/// What a person decided about a name that did not resolve.
struct NameDecision {
    /// The gene meant; -1 leaves the name out.
    GeneIndex gene = -1;

    bool operator==(const NameDecision &) const = default;
};

/// Decisions by lower-case name.
using NameDecisions = std::map<std::string, NameDecision>;

/// A name that did not resolve, once, however often it occurs.
struct UndecidedName {
    /// Key of NameDecisions, and the name as first typed.
    std::string key;
    QString text;
    NameResolution resolution;
    std::size_t firstLine = 0;
    int occurrences = 0;
};

/// What a pasted list holds: which names resolved, which need a decision, and the genotypes that follow from both.
/// Immutable; made off the GUI thread.
class PasteReview
{
public:
    PasteReview() = default;
    explicit PasteReview(std::vector<KnockoutEntry> entries);

    const std::vector<KnockoutEntry> &entries() const noexcept { return entries_; }
    const std::vector<UndecidedName> &undecidedNames() const noexcept { return undecided_; }
    /// Different names in the text, and how many of them resolved, are ambiguous, are unknown.
    int nameCount() const noexcept { return resolved_ + static_cast<int>(undecided_.size()); }
    int resolvedCount() const noexcept { return resolved_; }
    int ambiguousCount() const noexcept { return ambiguous_; }
    int unknownCount() const noexcept { return static_cast<int>(undecided_.size()) - ambiguous_; }
    /// Lines that cannot be used for another reason than a name, with their first issue.
    const std::vector<Issue> &faults() const noexcept { return faults_; }

    /// True where the lines read as one genotype each rather than as one list of names: several lines, of which one is
    /// the wild type, or most hold more than one name, or some do and a name comes again in another line.
    bool holdsGenotypes() const noexcept { return holdsGenotypes_; }
    /// True when every name has a gene or was left out on purpose, and no line is at fault.
    bool isDecided(const NameDecisions &decisions) const;
    /// The genotype of one entry under `decisions`; nothing if every name of the line was left out (which must not turn
    /// into the wild type).
    std::optional<Genotype> genotype(const KnockoutEntry &entry, const NameDecisions &decisions) const;
    /// KnockoutSet: the union of all lines as one genotype. GenotypeList: one per line that is left.
    std::vector<Genotype> genotypes(const NameDecisions &decisions, PasteDialog::Purpose purpose) const;

private:
    std::vector<KnockoutEntry> entries_;
    std::vector<UndecidedName> undecided_;
    std::vector<Issue> faults_;
    bool holdsGenotypes_ = false;
    int resolved_ = 0;
    int ambiguous_ = 0;
};

} // namespace knockscape::ui
