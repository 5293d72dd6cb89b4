#include "engine/maps/map_matching.h"

#include "engine/cell/database_entries.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace knockscape
{
namespace
{

/// An id as all spellings of it agree: without the prefix of SBML, "_c" for "[c]", "__" for "-" and "_DASH_".
std::string commonSpelling(std::string_view id)
{
    for (const std::string_view prefix : {"R_", "M_", "G_"}) {
        if (id.starts_with(prefix)) {
            id.remove_prefix(prefix.size());
            break;
        }
    }
    std::string result;
    for (std::size_t i = 0; i < id.size(); ++i) {
        if (id[i] == '-') {
            result += "__";
        } else if (id.substr(i).starts_with("_DASH_")) {
            result += "__";
            i += 5;
        } else if (id[i] == '[') {
            result += '_';
        } else if (id[i] != ']') {
            result += id[i];
        }
    }
    return result;
}

/// The part of an id of BiGG before the compartment ("atp" of "atp_c"), and the compartment.
std::pair<std::string, std::string> withoutCompartment(const std::string &id)
{
    const std::size_t end = id.rfind('_');
    const bool has = end != std::string::npos && end > 0 && id[end - 1] != '_' && id.size() - end <= 3;
    return has ? std::pair(id.substr(0, end), id.substr(end + 1)) : std::pair(id, std::string());
}

/// Rows by what they are called, from the surest kind to the least sure.
class NameIndex
{
public:
    void add(MapMatchKind kind, const std::string &name, std::int32_t row)
    {
        std::vector<std::int32_t> &rows = rows_[static_cast<std::size_t>(kind)][name];
        if (rows.empty() || rows.back() != row) {
            rows.push_back(row);
        }
    }

    const std::vector<std::int32_t> *find(MapMatchKind kind, const std::string &name) const
    {
        const auto &rows = rows_[static_cast<std::size_t>(kind)];
        const auto found = rows.find(name);
        return found == rows.end() ? nullptr : &found->second;
    }

private:
    std::array<std::unordered_map<std::string, std::vector<std::int32_t>>, 4> rows_;
};

template <class Items>
NameIndex indexOf(const Items &items)
{
    NameIndex index;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto row = static_cast<std::int32_t>(i);
        index.add(MapMatchKind::Id, items[i].id, row);
        index.add(MapMatchKind::Spelled, commonSpelling(items[i].id), row);
        if (items[i].annotations.empty()) {
            continue;
        }
        for (const DatabaseEntry &entry : splitEntries(items[i].annotations)) {
            if (entry.collection.starts_with("bigg.")) {
                index.add(MapMatchKind::Bigg, commonSpelling(entry.id), row);
            } else if (entry.collection.starts_with("kegg.")) {
                index.add(MapMatchKind::Kegg, entry.id, row);
            }
        }
    }
    return index;
}

struct Candidates {
    MapMatchKind kind = MapMatchKind::None;
    std::vector<std::int32_t> rows;
};

Candidates candidatesFor(const NameIndex &index, const std::string &id)
{
    const std::string spelled = commonSpelling(id);
    for (const MapMatchKind kind : {MapMatchKind::Id, MapMatchKind::Spelled, MapMatchKind::Bigg, MapMatchKind::Kegg}) {
        const bool asWritten = kind == MapMatchKind::Id || kind == MapMatchKind::Kegg;
        if (const auto *rows = index.find(kind, asWritten ? id : spelled)) {
            return {kind, *rows};
        }
    }
    return {};
}

class MapMatcher
{
public:
    MapMatcher(const MapDocument &map, const Cell &cell)
        : map_(map), cell_(cell), reactions_(indexOf(cell.metabolism.reactions)),
          metabolites_(indexOf(cell.metabolism.metabolites))
    {
    }

    MapMatch match()
    {
        for (const MapReaction &reaction : map_.reactions) {
            matchReaction(reaction);
        }
        matchMetabolites();
        for (const MapText &text : map_.texts) {
            result_.textGenes.push_back(cell_.genes.resolve(text.text, GeneCatalogue::Suggestions::Omit).gene);
        }
        return std::move(result_);
    }

private:
    /// Rows of metabolites that an id of the map may be; those of BiGG's annotations only in the id's compartment, if
    /// it names one that the cell has.
    std::vector<std::int32_t> metaboliteRows(const std::string &id) const
    {
        Candidates found = candidatesFor(metabolites_, id);
        if (found.kind == MapMatchKind::None) {
            const auto [base, compartment] = withoutCompartment(commonSpelling(id));
            if (const auto *rows = metabolites_.find(MapMatchKind::Bigg, base);
                rows != nullptr && !compartment.empty()) {
                for (const std::int32_t row : *rows) {
                    if (metaboliteAt(row).compartment == compartment) {
                        found.rows.push_back(row);
                    }
                }
            }
        }
        return found.rows;
    }

    const Metabolite &metaboliteAt(std::int32_t row) const
    {
        return cell_.metabolism.metabolites[static_cast<std::size_t>(row)];
    }
    const Reaction &reactionAt(std::int32_t row) const
    {
        return cell_.metabolism.reactions[static_cast<std::size_t>(row)];
    }

    bool takesPart(std::int32_t metabolite, std::int32_t reaction) const
    {
        const auto &terms = reactionAt(reaction).terms;
        return std::any_of(terms.begin(), terms.end(),
                           [&](const StoichiometricTerm &term) { return term.metabolite == metabolite; });
    }

    void matchReaction(const MapReaction &reaction)
    {
        const Candidates found = candidatesFor(reactions_, reaction.reaction);
        std::int32_t best = found.rows.empty() ? -1 : found.rows.front();
        if (found.rows.size() > 1) {
            std::size_t most = 0;
            for (const std::int32_t row : found.rows) {
                const std::size_t shared = sharedTerms(reaction, row);
                best = shared > most ? row : best;
                most = std::max(most, shared);
            }
            note(result_.ambiguousReactions, ambiguousReactions_, reaction.reaction);
        }
        if (best < 0) {
            note(result_.unknownReactions, unknownReactions_,
                 reaction.reaction.empty() ? reaction.name : reaction.reaction);
        }
        result_.reactions.push_back(best);
        result_.reactionKinds.push_back(found.kind);
    }

    std::size_t sharedTerms(const MapReaction &reaction, std::int32_t row) const
    {
        return static_cast<std::size_t>(
            std::count_if(reaction.terms.begin(), reaction.terms.end(), [&](const MapTerm &term) {
                const std::vector<std::int32_t> rows = metaboliteRows(term.metabolite);
                return std::any_of(rows.begin(), rows.end(),
                                   [&](std::int32_t metabolite) { return takesPart(metabolite, row); });
            }));
    }

    void matchMetabolites()
    {
        // The reactions of the cell that a node stands at.
        std::vector<std::vector<std::int32_t>> near(map_.nodes.size());
        for (std::size_t i = 0; i < map_.reactions.size(); ++i) {
            for (const MapSegment &segment : map_.reactions[i].segments) {
                if (result_.reactions[i] >= 0) {
                    near[static_cast<std::size_t>(segment.from)].push_back(result_.reactions[i]);
                    near[static_cast<std::size_t>(segment.to)].push_back(result_.reactions[i]);
                }
            }
        }
        for (std::size_t i = 0; i < map_.nodes.size(); ++i) {
            const MapNode &node = map_.nodes[i];
            if (node.kind != MapNodeKind::Metabolite) {
                result_.metabolites.push_back(-1);
                continue;
            }
            const std::vector<std::int32_t> rows = metaboliteRows(node.metabolite);
            const auto fits = std::find_if(rows.begin(), rows.end(), [&](std::int32_t row) {
                return std::any_of(near[i].begin(), near[i].end(),
                                   [&](std::int32_t reaction) { return takesPart(row, reaction); });
            });
            result_.metabolites.push_back(fits != rows.end() ? *fits : rows.size() == 1 ? rows.front() : -1);
            if (result_.metabolites.back() < 0) {
                note(result_.unknownMetabolites, unknownMetabolites_,
                     node.metabolite.empty() ? node.name : node.metabolite);
            }
        }
    }

    /// Adds an id to a list unless it is there.
    static void note(std::vector<std::string> &list, std::unordered_set<std::string> &noted, const std::string &id)
    {
        if (noted.insert(id).second) {
            list.push_back(id);
        }
    }

    const MapDocument &map_;
    const Cell &cell_;
    NameIndex reactions_;
    NameIndex metabolites_;
    MapMatch result_;
    std::unordered_set<std::string> unknownReactions_;
    std::unordered_set<std::string> unknownMetabolites_;
    std::unordered_set<std::string> ambiguousReactions_;
};

std::string firstOnes(const std::vector<std::string> &ids)
{
    const std::vector<std::string> first(ids.begin(),
                                         ids.begin() + static_cast<long>(std::min<std::size_t>(ids.size(), 8)));
    return joined(first, ", ") + (first.size() < ids.size() ? ", …" : "");
}

} // namespace

std::size_t MapMatch::foundReactions() const
{
    return static_cast<std::size_t>(
        std::count_if(reactions.begin(), reactions.end(), [](std::int32_t row) { return row >= 0; }));
}

MapMatch matchMap(const MapDocument &map, const Cell &cell)
{
    return MapMatcher(map, cell).match();
}

std::vector<Issue> matchIssues(const MapDocument &map, const MapMatch &match, const std::string &file)
{
    std::vector<Issue> issues;
    if (!match.unknownReactions.empty()) {
        const std::string remedy =
            match.foundReactions() == 0 && !map.reactions.empty()
                ? translate("Engine",
                            "The map seems to be of another model. Open it with the cell that it was drawn for.")
                : translate("Engine", "They are drawn grey, and no values are shown on them.");
        issues.push_back(warningAt(file,
                                   translateCount("Engine", "%1 reaction of the map is not in this cell: %2.",
                                                  "%1 reactions of the map are not in this cell: %2.",
                                                  static_cast<std::int64_t>(match.unknownReactions.size()),
                                                  {firstOnes(match.unknownReactions)}),
                                   remedy));
    }
    if (!match.unknownMetabolites.empty()) {
        issues.push_back(noteAt(file, translateCount("Engine", "%1 metabolite of the map is not in this cell: %2.",
                                                     "%1 metabolites of the map are not in this cell: %2.",
                                                     static_cast<std::int64_t>(match.unknownMetabolites.size()),
                                                     {firstOnes(match.unknownMetabolites)})));
    }
    if (!match.ambiguousReactions.empty()) {
        issues.push_back(warningAt(file,
                                   translateCount("Engine", "%1 reaction of the map may be several of this cell: %2.",
                                                  "%1 reactions of the map may each be several of this cell: %2.",
                                                  static_cast<std::int64_t>(match.ambiguousReactions.size()),
                                                  {firstOnes(match.ambiguousReactions)}),
                                   translate("Engine", "The one that shares most metabolites was taken.")));
    }
    return issues;
}

} // namespace knockscape
