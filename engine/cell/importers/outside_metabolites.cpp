#include "engine/cell/importers/outside_metabolites.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <cstdint>
#include <unordered_set>
#include <utility>

namespace knockscape
{
namespace
{

/// The id without the sign of its compartment ("glc_b" and "glc[b]" of glc); the whole id if it has none.
std::string_view stem(std::string_view id)
{
    const std::size_t bracket = id.ends_with(']') ? id.rfind('[') : std::string_view::npos;
    const std::size_t end = bracket != std::string_view::npos ? bracket : id.rfind('_');
    return end == std::string_view::npos || end == 0 ? id : id.substr(0, end);
}

class OutsideFinder
{
public:
    explicit OutsideFinder(const MetabolicModel &model)
        : metabolism_(model.metabolism), candidates_(metabolism_.metabolites.size(), false)
    {
        std::unordered_set<std::string_view> inside;
        for (const Metabolite &metabolite : metabolism_.metabolites) {
            if (!isMarked(metabolite.id)) {
                inside.insert(stem(metabolite.id));
            }
        }
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const Metabolite &metabolite = metabolism_.metabolites[i];
            candidates_[i] = isBoundary(model, metabolite.compartment) ||
                             (isMarked(metabolite.id) && inside.count(stem(metabolite.id)) > 0);
        }
        lookAtReactions();
    }

    /// By metabolite; all false if they are no outside.
    std::vector<bool> outside() const
    {
        return others_ == 0 && !used_.empty() ? candidates_ : std::vector<bool>(candidates_.size(), false);
    }

    std::size_t exchanged() const { return used_.size(); }
    std::size_t others() const { return others_; }
    const std::string &firstOther() const { return firstOther_; }

private:
    static bool isMarked(std::string_view id) { return id.ends_with("_b") || id.ends_with("[b]"); }

    static bool isBoundary(const MetabolicModel &model, const std::string &compartment)
    {
        const auto found = model.compartmentNames.find(compartment);
        return lowered(compartment) == "boundary" ||
               (found != model.compartmentNames.end() && lowered(found->second) == "boundary");
    }

    void lookAtReactions()
    {
        for (const Reaction &reaction : metabolism_.reactions) {
            std::vector<std::int32_t> marked;
            for (const StoichiometricTerm &term : reaction.terms) {
                if (candidates_[static_cast<std::size_t>(term.metabolite)]) {
                    marked.push_back(term.metabolite);
                }
            }
            if (marked.empty()) {
                continue;
            }
            if (marked.size() == 1 && reaction.terms.size() == 2 && reaction.ruleText.empty()) {
                used_.insert(marked.front());
            } else if (others_++ == 0) {
                firstOther_ = reaction.id;
            }
        }
    }

    const Metabolism &metabolism_;
    std::vector<bool> candidates_;
    std::unordered_set<std::int32_t> used_;
    std::size_t others_ = 0;
    std::string firstOther_;
};

} // namespace

void removeOutsideMetabolites(MetabolicModel &model, const std::string &file, std::vector<Issue> &issues)
{
    const OutsideFinder finder(model);
    const std::vector<bool> outside = finder.outside();
    Metabolism &metabolism = model.metabolism;
    if (std::find(outside.begin(), outside.end(), true) == outside.end()) {
        // A compartment called b, such as a plant's bundle sheath, has exchange reactions beside many others.
        if (finder.exchanged() > finder.others()) {
            issues.push_back(noteAt(
                file,
                translateCount(
                    "Engine",
                    "%1 metabolite with “_b” behind its id looks like the outside, but was kept in the balance, as "
                    "other reactions treat such metabolites as any others (first %2).",
                    "%1 metabolites with “_b” behind their id look like the outside, but were kept in the balance, as "
                    "other reactions treat such metabolites as any others (first %2).",
                    static_cast<std::int64_t>(finder.exchanged()), {finder.firstOther()})));
        }
        return;
    }
    std::vector<std::int32_t> places(outside.size(), -1);
    std::vector<Metabolite> kept;
    std::vector<std::string> removed;
    for (std::size_t i = 0; i < outside.size(); ++i) {
        if (outside[i]) {
            removed.push_back(metabolism.metabolites[i].id);
        } else {
            places[i] = static_cast<std::int32_t>(kept.size());
            kept.push_back(std::move(metabolism.metabolites[i]));
        }
    }
    metabolism.metabolites = std::move(kept);
    for (Reaction &reaction : metabolism.reactions) {
        for (StoichiometricTerm &term : reaction.terms) {
            term.metabolite = places[static_cast<std::size_t>(term.metabolite)];
        }
        std::erase_if(reaction.terms, [](const StoichiometricTerm &term) { return term.metabolite < 0; });
    }
    const std::size_t count = removed.size();
    removed.resize(std::min<std::size_t>(count, 5));
    issues.push_back(noteAt(
        file, translateCount(
                  "Engine",
                  "%1 metabolite takes part in exchange reactions only and was read as the outside, which is in no "
                  "balance: %2.",
                  "%1 metabolites take part in exchange reactions only and were read as the outside, which is in "
                  "no balance: %2.",
                  static_cast<std::int64_t>(count), {joined(removed, ", ") + (count > removed.size() ? ", …" : "")})));
}

} // namespace knockscape
