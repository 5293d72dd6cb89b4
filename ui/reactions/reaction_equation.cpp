#include "ui/reactions/reaction_equation.h"

#include "ui/theme/number_format.h"

#include <QStringList>

#include <cmath>

namespace knockscape::ui
{

namespace
{

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

} // namespace

QString reactionEquation(const Metabolism &metabolism, const Reaction &reaction)
{
    const bool backwards = reaction.upperBound <= 0.0 && reaction.lowerBound < 0.0;
    const QString arrow = reaction.reversible() ? QStringLiteral(" ⇌ ")
                          : backwards           ? QStringLiteral(" ← ")
                                                : QStringLiteral(" → ");
    return side(metabolism, reaction, true) + arrow + side(metabolism, reaction, false);
}

} // namespace knockscape::ui
