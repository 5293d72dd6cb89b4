#include "ui/genes/reaction_text.h"

#include "ui/genes/gene_names.h"
#include "ui/theme/number_format.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace knockscape::ui
{

namespace
{

// A rule with more alternatives than this is summed up.
constexpr std::size_t alternativeLimit = 8;

QString metaboliteText(const Metabolite &metabolite)
{
    QString name = QString::fromStdString(metabolite.name.empty() ? metabolite.id : metabolite.name);
    const QString compartment = QString::fromStdString(metabolite.compartment);
    // Many models write the compartment into the name already.
    if (compartment.isEmpty() || name.endsWith(QLatin1Char(']')))
        return name;
    return QStringLiteral("%1 [%2]").arg(name, compartment);
}

QString side(const Metabolism &metabolism, const Reaction &reaction, bool consumed)
{
    QStringList parts;
    for (const StoichiometricTerm &term : reaction.terms) {
        const bool inRange =
            term.metabolite >= 0 && static_cast<std::size_t>(term.metabolite) < metabolism.metabolites.size();
        if (!inRange || (term.coefficient < 0.0) != consumed)
            continue;
        const double amount = std::abs(term.coefficient);
        const QString name = metaboliteText(metabolism.metabolites[static_cast<std::size_t>(term.metabolite)]);
        if (amount == 1.0)
            parts << name;
        else if (amount == std::floor(amount) && amount < 1000.0)
            parts << QStringLiteral("%1 %2").arg(static_cast<int>(amount)).arg(name);
        else
            parts << QStringLiteral("%1 %2").arg(formatValue(amount), name);
    }
    return parts.isEmpty() ? QStringLiteral("∅") : parts.join(QStringLiteral(" + "));
}

QString alternativeText(const GeneCatalogue &genes, const Reaction &reaction, std::size_t alternative)
{
    QStringList names;
    const auto &rule = reaction.rule.alternatives;
    const auto &members = reaction.isozymes[alternative];
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (members[i] >= 0)
            names << geneLabel(genes, members[i]);
        else if (alternative < rule.size() && i < rule[alternative].size())
            names << QString::fromStdString(rule[alternative][i]);
    }
    const QString text = names.join(QCoreApplication::translate("GeneDetails", " and "));
    return names.size() > 1 && reaction.isozymes.size() > 1 ? QStringLiteral("(%1)").arg(text) : text;
}

} // namespace

QString reactionEquation(const Metabolism &metabolism, const Reaction &reaction)
{
    const bool backwards = reaction.upperBound <= 0.0 && reaction.lowerBound < 0.0;
    const QString arrow = reaction.reversible() ? QStringLiteral(" ⇌ ")
                          : backwards           ? QStringLiteral(" ← ")
                                                : QStringLiteral(" → ");
    return side(metabolism, reaction, true) + arrow + side(metabolism, reaction, false);
}

QString reactionRule(const GeneCatalogue &genes, const Reaction &reaction)
{
    QStringList alternatives;
    for (std::size_t i = 0; i < std::min(reaction.isozymes.size(), alternativeLimit); ++i)
        alternatives << alternativeText(genes, reaction, i);
    QString text = alternatives.join(QCoreApplication::translate("GeneDetails", " or "));
    if (reaction.isozymes.size() > alternativeLimit)
        text += QCoreApplication::translate("GeneDetails", " or %1 more")
                    .arg(formatCount(static_cast<std::int64_t>(reaction.isozymes.size() - alternativeLimit)));
    return text;
}

} // namespace knockscape::ui
