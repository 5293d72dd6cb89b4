#include "ui/metabolism/map_choice.h"

#include "engine/maps/map_file.h"
#include "engine/maps/reaction_sets.h"
#include "ui/theme/counted_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace knockscape::ui
{

namespace
{

constexpr std::size_t kRoutes = 3;
/// What takes longer than about 3 s to draw, divided into maps that nobody can find a way through.
constexpr std::size_t kMostReactions = 600;

QString choiceText(const char *source)
{
    return QCoreApplication::translate("MapChoice", source);
}

[[noreturn]] void refuse(const QString &what, const QString &hint)
{
    throw InputError(errorAt({}, what.toStdString(), hint.toStdString()));
}

std::vector<std::int32_t> united(std::vector<std::int32_t> a, const std::vector<std::int32_t> &b)
{
    a.insert(a.end(), b.begin(), b.end());
    std::sort(a.begin(), a.end());
    a.erase(std::unique(a.begin(), a.end()), a.end());
    return a;
}

std::vector<std::int32_t> routeReactions(const MapOrder &order, const MainPairs &pairs)
{
    const RouteEnd from = routeEnd(*order.cell, order.choice.from.trimmed().toStdString());
    const RouteEnd to = routeEnd(*order.cell, order.choice.to.trimmed().toStdString());
    std::vector<std::int32_t> reactions;
    for (const std::vector<std::int32_t> &route : shortestRoutes(*order.cell, pairs, from, to, kRoutes))
        reactions = united(std::move(reactions), route);
    if (reactions.empty())
        refuse(choiceText("There is no route from %1 to %2.").arg(order.choice.from, order.choice.to),
               choiceText("The bounds of the reactions allow none. Try the other way round."));
    return reactions;
}

struct ChosenReactions {
    QString title;
    std::vector<std::int32_t> reactions;
};

ChosenReactions around(const MapOrder &order, const MainPairs &pairs)
{
    const QString names = QString::fromStdString(order.cell->genes.labels(order.knockouts, ", "));
    if (order.knockouts.empty())
        refuse(choiceText("The knockout set is empty."), choiceText("Tick a gene on the left, then draw again."));
    ChosenReactions chosen{choiceText("Around %1").arg(names),
                           reactionsAround(*order.cell, pairs, order.knockouts, order.choice.steps)};
    if (chosen.reactions.empty())
        refuse(choiceText("%1: no reaction of this cell's metabolism needs it.").arg(names),
               choiceText("Choose a pathway instead."));
    return chosen;
}

ChosenReactions lost(const MapOrder &order)
{
    if (order.knockouts.empty())
        refuse(choiceText("The knockout set is empty."), choiceText("Tick a gene on the left, then draw again."));
    const QString names = QString::fromStdString(order.cell->genes.labels(order.knockouts, ", "));
    const LostReactions gone = lostReactions(*order.cell, order.knockouts);
    ChosenReactions chosen{choiceText("Lost without %1").arg(names), united(gone.blocked, gone.cutOff)};
    if (chosen.reactions.empty())
        refuse(choiceText("Without %1 no reaction is blocked: each has another enzyme.").arg(names),
               choiceText("Knock out its isozymes too, or draw what is around the set."));
    return chosen;
}

ChosenReactions withoutPathway(const Cell &cell)
{
    ChosenReactions chosen{choiceText("Without a pathway"), {}};
    for (std::size_t row = 0; row < cell.metabolism.reactions.size(); ++row) {
        if (cell.metabolism.reactions[row].subsystem.empty())
            chosen.reactions.push_back(static_cast<std::int32_t>(row));
    }
    return chosen;
}

ChosenReactions reactionsOf(const MapOrder &order, const MainPairs &pairs)
{
    const MapChoice &choice = order.choice;
    switch (choice.kind) {
    case MapChoice::Kind::Pathway:
        return choice.name.isEmpty()
                   ? withoutPathway(*order.cell)
                   : ChosenReactions{choice.name, pathwayReactions(order.cell->metabolism, choice.name.toStdString())};
    case MapChoice::Kind::Around:
        return around(order, pairs);
    case MapChoice::Kind::Lost:
        return lost(order);
    case MapChoice::Kind::WithFlux: {
        ChosenReactions chosen{choiceText("All that carries flux"), reactionsWithFlux(order.fluxes)};
        if (chosen.reactions.empty())
            refuse(choiceText("There are no fluxes yet."),
                   choiceText("The wild type must grow on this medium; then draw again."));
        return chosen;
    }
    case MapChoice::Kind::Route:
        return {choiceText("From %1 to %2").arg(choice.from, choice.to), routeReactions(order, pairs)};
    case MapChoice::Kind::File:
    case MapChoice::Kind::None:
        break;
    }
    return {};
}

/// A whole genome's metabolism is no picture: says what to draw instead, at once.
void refuseTooMany(const MapOrder &order, const ChosenReactions &chosen)
{
    if (chosen.reactions.size() <= kMostReactions)
        return;
    QStringList names;
    auto all = pathways(order.cell->metabolism);
    std::erase_if(all, [](const auto &one) { return one.first.empty(); });
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    for (std::size_t i = 0; i < std::min<std::size_t>(3, all.size()); ++i)
        names << QString::fromStdString(all[i].first);
    const QString what = trCount("MapChoice", "%1 reaction is too much for one picture.",
                                 "%1 reactions are too many for one picture.", chosen.reactions.size());
    refuse(what,
           names.isEmpty()
               ? choiceText("The model names no pathways. Draw what is around the knockout set or a route between "
                            "two metabolites, or open maps that somebody drew.")
               : choiceText("Draw them by pathway (%1 …), what is around the knockout set, or a route between "
                            "two metabolites.")
                     .arg(names.join(QStringLiteral(", "))));
}

} // namespace

const MainPairs &MapWorkshop::pairsOf(const std::shared_ptr<const Cell> &cell)
{
    if (cell_ != cell) {
        pairs_ = std::make_unique<MainPairs>(cell->metabolism);
        cell_ = cell;
    }
    return *pairs_;
}

MapAnswer MapWorkshop::draw(const MapOrder &order, const JobControl &control)
{
    MapAnswer answer;
    answer.choice = order.choice;
    std::vector<MapDocument> documents;
    if (order.choice.kind == MapChoice::Kind::File) {
        documents.push_back(readMapFile(order.choice.name.toStdString(), answer.issues));
        answer.title = QString::fromStdString(documents.front().name);
    } else {
        const MainPairs &pairs = pairsOf(order.cell);
        const ChosenReactions chosen = reactionsOf(order, pairs);
        answer.title = chosen.title;
        refuseTooMany(order, chosen);
        AutomaticMapOptions options;
        options.name = chosen.title.toStdString();
        options.aspect = order.aspect;
        options.fluxes = order.fluxes;
        AutomaticMaps drawn = drawMaps(*order.cell, pairs, chosen.reactions, helper_, options, control);
        documents = std::move(drawn.maps);
        answer.issues = std::move(drawn.issues);
    }
    for (MapDocument &document : documents) {
        control.cancel.throwIfCancelled();
        MapMatch match = matchMap(document, *order.cell);
        if (order.choice.kind == MapChoice::Kind::File) {
            const std::vector<Issue> said = matchIssues(document, match, order.choice.name.toStdString());
            answer.issues.insert(answer.issues.end(), said.begin(), said.end());
        }
        answer.maps.push_back({std::move(document), std::move(match)});
    }
    return answer;
}

} // namespace knockscape::ui
