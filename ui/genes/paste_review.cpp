#include "ui/genes/paste_review.h"

#include "engine/core/text.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace knockscape::ui
{

namespace
{

bool readsAsGenotypes(const std::vector<KnockoutEntry> &entries)
{
    if (entries.size() < 2)
        return false;
    std::size_t longLines = 0;
    bool repeats = false;
    std::unordered_set<std::string> seen;
    for (const KnockoutEntry &entry : entries) {
        if (entry.names.empty())
            return true;
        longLines += entry.names.size() > 1 ? 1 : 0;
        std::unordered_set<std::string> here;
        for (const KnockoutName &name : entry.names)
            here.insert(lowered(name.text));
        for (const std::string &name : here)
            repeats = !seen.insert(name).second || repeats;
    }
    // A column of single names with one of them twice is still a column of names.
    return 2 * longLines > entries.size() || (repeats && longLines > 0);
}

} // namespace

PasteReview::PasteReview(std::vector<KnockoutEntry> entries) : entries_(std::move(entries))
{
    std::unordered_set<std::string> resolved;
    std::unordered_map<std::string, std::size_t> place;
    for (const KnockoutEntry &entry : entries_) {
        bool allResolved = true;
        for (const KnockoutName &name : entry.names) {
            const std::string key = lowered(name.text);
            if (name.resolution.kind == NameResolution::Kind::Resolved) {
                resolved.insert(key);
                continue;
            }
            allResolved = false;
            const auto [found, isNew] = place.emplace(key, undecided_.size());
            if (isNew) {
                ambiguous_ += name.resolution.kind == NameResolution::Kind::Ambiguous ? 1 : 0;
                undecided_.push_back({key, QString::fromStdString(name.text), name.resolution, entry.line, 0});
            }
            ++undecided_[found->second].occurrences;
        }
        if (allResolved && !entry.issues.empty())
            faults_.push_back(entry.issues.front());
    }
    resolved_ = static_cast<int>(resolved.size());
    holdsGenotypes_ = readsAsGenotypes(entries_);
}

bool PasteReview::isDecided(const NameDecisions &decisions) const
{
    return faults_.empty() && std::all_of(undecided_.begin(), undecided_.end(),
                                          [&](const UndecidedName &name) { return decisions.contains(name.key); });
}

std::optional<Genotype> PasteReview::genotype(const KnockoutEntry &entry, const NameDecisions &decisions) const
{
    std::vector<GeneIndex> genes(entry.genotype.genes().begin(), entry.genotype.genes().end());
    bool anyLeft = entry.names.empty();
    for (const KnockoutName &name : entry.names) {
        if (name.resolution.kind == NameResolution::Kind::Resolved) {
            anyLeft = true;
            continue;
        }
        const auto decision = decisions.find(lowered(name.text));
        if (decision != decisions.end() && decision->second.gene >= 0) {
            genes.push_back(decision->second.gene);
            anyLeft = true;
        }
    }
    if (!anyLeft)
        return std::nullopt;
    return Genotype(std::move(genes));
}

std::vector<Genotype> PasteReview::genotypes(const NameDecisions &decisions, PasteDialog::Purpose purpose) const
{
    std::vector<Genotype> result;
    std::vector<GeneIndex> united;
    for (const KnockoutEntry &entry : entries_) {
        std::optional<Genotype> genotype = this->genotype(entry, decisions);
        if (!genotype)
            continue;
        united.insert(united.end(), genotype->genes().begin(), genotype->genes().end());
        result.push_back(*std::move(genotype));
    }
    if (purpose == PasteDialog::Purpose::KnockoutSet && !result.empty())
        return {Genotype(std::move(united))};
    return result;
}

} // namespace knockscape::ui
