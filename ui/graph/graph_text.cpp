#include "ui/graph/graph_text.h"

#include "ui/reactions/reaction_equation.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace knockscape::ui
{

namespace
{

QString text(const char *source)
{
    return QCoreApplication::translate("GraphText", source);
}

QString counted(const char *source, std::size_t count)
{
    return QCoreApplication::translate("GraphText", source, nullptr, static_cast<int>(count));
}

QString string(const std::string &value)
{
    return QString::fromStdString(value);
}

bool hasGene(const Reaction &reaction, GeneIndex gene)
{
    return std::any_of(reaction.isozymes.begin(), reaction.isozymes.end(), [gene](const auto &genes) {
        return std::find(genes.begin(), genes.end(), gene) != genes.end();
    });
}

QString paragraph(const QString &plain)
{
    return plain.isEmpty() ? QString() : QStringLiteral("<br>") + plain.toHtmlEscaped();
}

QString titled(const QString &title, const QString &id)
{
    const QString rest = title == id ? QString() : QStringLiteral(" <span>%1</span>").arg(id.toHtmlEscaped());
    return QStringLiteral("<b>%1</b>%2").arg(title.toHtmlEscaped(), rest);
}

QString geneTooltip(const Cell &cell, GeneIndex row)
{
    const Gene &gene = cell.genes[row];
    QStringList degrees;
    for (const GeneNetwork &network : cell.networks) {
        const auto count = static_cast<std::int64_t>(network.neighbours(row).size());
        degrees << text("%1 %2").arg(formatCount(count), edgeTypeText(string(network.type())));
    }
    const auto &reactions = cell.metabolism.reactions;
    const auto count = static_cast<std::size_t>(
        std::count_if(reactions.begin(), reactions.end(), [row](const Reaction &r) { return hasGene(r, row); }));
    QString connections;
    if (!degrees.isEmpty())
        connections = text("Neighbours: %1").arg(degrees.join(QStringLiteral(", ")));
    if (count > 0)
        connections += (connections.isEmpty() ? QString() : QStringLiteral("; ")) + counted("reactions: %n", count);
    return titled(string(gene.label()), string(gene.id)) + paragraph(string(gene.description)) + paragraph(connections);
}

QString reactionTooltip(const Cell &cell, std::int32_t row)
{
    const Reaction &reaction = cell.metabolism.reactions[static_cast<std::size_t>(row)];
    const QString rule = reaction.ruleText.empty() ? QString() : text("Genes: %1").arg(string(reaction.ruleText));
    return titled(string(reaction.name.empty() ? reaction.id : reaction.name), string(reaction.id)) +
           paragraph(reactionEquation(cell.metabolism, reaction)) + paragraph(rule) +
           paragraph(string(reaction.subsystem));
}

QString metaboliteTooltip(const Cell &cell, std::int32_t row)
{
    const Metabolite &metabolite = cell.metabolism.metabolites[static_cast<std::size_t>(row)];
    const auto &reactions = cell.metabolism.reactions;
    const auto count = std::count_if(reactions.begin(), reactions.end(), [row](const Reaction &reaction) {
        return std::any_of(reaction.terms.begin(), reaction.terms.end(),
                           [row](const StoichiometricTerm &term) { return term.metabolite == row; });
    });
    QStringList facts;
    if (!metabolite.compartment.empty())
        facts << text("compartment %1").arg(string(metabolite.compartment));
    if (!metabolite.formula.empty())
        facts << string(metabolite.formula);
    facts << counted("reactions: %n", static_cast<std::size_t>(count));
    return titled(string(metabolite.name.empty() ? metabolite.id : metabolite.name), string(metabolite.id)) +
           paragraph(facts.join(QStringLiteral(" · ")));
}

} // namespace

QString nodeTooltip(const Cell &cell, const SubgraphNode &node)
{
    switch (node.kind) {
    case NodeKind::Gene:
        return geneTooltip(cell, node.row);
    case NodeKind::Reaction:
        return reactionTooltip(cell, node.row);
    case NodeKind::Metabolite:
        break;
    }
    return metaboliteTooltip(cell, node.row);
}

QString blockedTooltip()
{
    return QStringLiteral("<br>") + text("Blocked: the deletions leave no enzyme for it").toHtmlEscaped();
}

QString edgeTypeText(const QString &type)
{
    if (type == QLatin1String("physical"))
        return text("physical");
    if (type == QLatin1String("regulatory"))
        return text("regulatory");
    if (type == QLatin1String("substrate"))
        return text("substrate");
    if (type == QLatin1String("product"))
        return text("product");
    if (type == QLatin1String("catalysis"))
        return text("catalysis");
    return type;
}

QString captionText(const Subgraph &graph)
{
    QString caption;
    if (graph.omittedNodes > 0) {
        const std::size_t shown = graph.neighbours - std::min(graph.neighbours, graph.omittedNodes);
        caption = trCount("GraphText", "%2 of %1 neighbour shown", "%2 of %1 neighbours shown",
                          static_cast<qint64>(graph.neighbours))
                      .arg(formatCount(static_cast<std::int64_t>(shown)));
    } else {
        caption = counted("Neighbours: %n", graph.neighbours);
    }
    if (graph.hiddenCurrency > 0)
        caption += QStringLiteral(" · ") + counted("currency metabolites hidden: %n", graph.hiddenCurrency);
    return caption;
}

} // namespace knockscape::ui
