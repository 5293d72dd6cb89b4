#include "ui/metabolism/map_words.h"

#include "engine/cell/database_entries.h"
#include "ui/metabolism/flux_painting.h"
#include "ui/reactions/reaction_equation.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

constexpr std::size_t kShownIsozymes = 12;
constexpr std::size_t kShownReactions = 6;
constexpr std::size_t kShownEntries = 4;

QString cardText(const char *source)
{
    return QCoreApplication::translate("MapCard", source);
}

QString plain(const std::string &text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString heading(const std::string &name, const std::string &id)
{
    const QString rest = name.empty() || name == id ? QString() : QStringLiteral(" · ") + plain(id);
    return QStringLiteral("<b>%1</b>%2").arg(plain(name.empty() ? id : name), rest);
}

QString line(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<br>") + text;
}

QString entriesText(const std::string &annotations, bool links)
{
    QStringList parts;
    for (const DatabaseEntry &entry : splitEntries(annotations)) {
        if (static_cast<std::size_t>(parts.size()) >= kShownEntries)
            break;
        const QString shown = plain(entry.collection + ":" + entry.id);
        parts << (links ? QStringLiteral("<a href=\"https://identifiers.org/%1\">%1</a>").arg(shown) : shown);
    }
    return parts.join(QStringLiteral(" · "));
}

QString fluxNumber(double value)
{
    return std::abs(value) <= mapFluxThreshold ? QStringLiteral("0") : formatValue(value);
}

QString fluxLine(const FluxPair *fluxes, std::int32_t row)
{
    const FluxOf flux = fluxOf(fluxes, row);
    if (std::isnan(flux.wildType))
        return {};
    if (fluxes->genotype.empty())
        return cardText("Flux: %1 mmol/gDW/h").arg(fluxNumber(flux.wildType));
    if (std::isnan(flux.knockout))
        return cardText("Flux: %1 in the wild type, none in the knockout").arg(fluxNumber(flux.wildType));
    return cardText("Flux: %1 in the wild type, %2 in the knockout (mmol/gDW/h)")
        .arg(fluxNumber(flux.wildType), fluxNumber(flux.knockout));
}

/// What makes or uses a metabolite, the most first.
struct Turnover {
    std::int32_t reaction = 0;
    double amount = 0.0;
};

QString turnoverLine(const Cell &cell, std::vector<Turnover> list, const char *title, const char *none, bool links)
{
    if (list.empty())
        return line(cardText(none));
    std::stable_sort(list.begin(), list.end(),
                     [](const Turnover &a, const Turnover &b) { return std::abs(a.amount) > std::abs(b.amount); });
    QStringList parts;
    for (std::size_t i = 0; i < std::min(list.size(), kShownReactions); ++i) {
        const Reaction &reaction = cell.metabolism.reactions[static_cast<std::size_t>(list[i].reaction)];
        const QString id = plain(reaction.id);
        parts << (links ? QStringLiteral("<a href=\"reaction:%1\">%2</a>").arg(list[i].reaction).arg(id) : id) +
                     QLatin1Char(' ') + formatValue(std::abs(list[i].amount));
    }
    if (list.size() > kShownReactions)
        parts << QStringLiteral("+%1").arg(list.size() - kShownReactions);
    return line(cardText(title).arg(parts.join(QStringLiteral(", "))));
}

} // namespace

QString ruleText(const Cell &cell, const Reaction &reaction, const Genotype &knockouts)
{
    QStringList isozymes;
    for (const std::vector<GeneIndex> &isozyme : reaction.isozymes) {
        if (static_cast<std::size_t>(isozymes.size()) >= kShownIsozymes) {
            isozymes << QStringLiteral("+%1").arg(reaction.isozymes.size() - kShownIsozymes);
            break;
        }
        QStringList genes;
        for (const GeneIndex gene : isozyme) {
            const QString name = gene < 0 ? cardText("an unknown gene") : plain(cell.genes[gene].label());
            genes << (gene >= 0 && knockouts.contains(gene) ? QStringLiteral("<s>%1</s>").arg(name) : name);
        }
        isozymes << genes.join(cardText(" and "));
    }
    return isozymes.join(cardText(", or "));
}

QString reactionCard(const Cell &cell, std::int32_t row, const FluxPair *fluxes, const Genotype &knockouts, bool links,
                     const FluxRanges &ranges)
{
    const Reaction &reaction = cell.metabolism.reactions[static_cast<std::size_t>(row)];
    QString card = heading(reaction.name, reaction.id);
    card += line(reactionEquation(cell.metabolism, reaction).toHtmlEscaped());
    card += line(fluxLine(fluxes, row));
    if (const auto range = ranges.find(row); range != ranges.end() && !std::isnan(range->second.low)) {
        card += line(cardText("Range at best growth: %1 to %2")
                         .arg(fluxNumber(range->second.low), fluxNumber(range->second.high)));
    }
    card += line(cardText("Bounds: %1 to %2").arg(formatValue(reaction.lowerBound), formatValue(reaction.upperBound)));
    if (!reaction.isozymes.empty())
        card += line(cardText("Genes: %1").arg(ruleText(cell, reaction, knockouts)));
    if (reaction.blockedBy(knockouts))
        card += line(QStringLiteral("<b>%1</b>").arg(cardText("Blocked: the deletions leave no enzyme for it.")));
    card += line(plain(reaction.subsystem));
    return card + line(entriesText(reaction.annotations, links));
}

QString metaboliteCard(const Cell &cell, std::int32_t row, const FluxPair *fluxes, bool links)
{
    const Metabolite &metabolite = cell.metabolism.metabolites[static_cast<std::size_t>(row)];
    QString card = heading(metabolite.name, metabolite.id);
    QStringList facts;
    if (!metabolite.formula.empty())
        facts << plain(metabolite.formula);
    if (!metabolite.compartment.empty())
        facts << cardText("compartment %1").arg(plain(metabolite.compartment));
    card += line(facts.join(QStringLiteral(" · ")));
    const bool known = fluxes != nullptr && !fluxes->wildType.empty();
    if (known && std::binary_search(fluxes->lostMetabolites.begin(), fluxes->lostMetabolites.end(), row))
        card += line(QStringLiteral("<b>%1</b>").arg(cardText("Lost: only the wild type can make it.")));
    if (known) {
        const std::vector<double> &now = fluxes->knockout.empty() ? fluxes->wildType : fluxes->knockout;
        std::vector<Turnover> made;
        std::vector<Turnover> used;
        for (std::size_t r = 0; r < std::min(now.size(), cell.metabolism.reactions.size()); ++r) {
            for (const StoichiometricTerm &term : cell.metabolism.reactions[r].terms) {
                const double amount = term.metabolite == row ? term.coefficient * now[r] : 0.0;
                if (std::abs(amount) > mapFluxThreshold)
                    (amount > 0.0 ? made : used).push_back({static_cast<std::int32_t>(r), amount});
            }
        }
        card += turnoverLine(cell, std::move(made), QT_TRANSLATE_NOOP("MapCard", "Made by %1"),
                             QT_TRANSLATE_NOOP("MapCard", "Nothing makes it now."), links);
        card += turnoverLine(cell, std::move(used), QT_TRANSLATE_NOOP("MapCard", "Used by %1"),
                             QT_TRANSLATE_NOOP("MapCard", "Nothing uses it now."), links);
    }
    return card + line(entriesText(metabolite.annotations, links));
}

} // namespace knockscape::ui
