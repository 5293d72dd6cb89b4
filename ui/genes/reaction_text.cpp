#include "ui/genes/reaction_text.h"

#include "ui/genes/gene_names.h"
#include "ui/theme/counted_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace knockscape::ui
{

namespace
{

// A rule with more alternatives than this is summed up.
constexpr std::size_t alternativeLimit = 8;
constexpr int formulaLimit = 400;

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

QString reactionRule(const GeneCatalogue &genes, const Reaction &reaction)
{
    // A rule that cannot be written out as alternatives, as it stands in the model.
    if (!reaction.rule.formula.empty()) {
        const QString text = QString::fromStdString(reaction.ruleText);
        return text.size() > formulaLimit ? text.left(formulaLimit) + QStringLiteral("…") : text;
    }
    QStringList alternatives;
    for (std::size_t i = 0; i < std::min(reaction.isozymes.size(), alternativeLimit); ++i)
        alternatives << alternativeText(genes, reaction, i);
    QString text = alternatives.join(QCoreApplication::translate("GeneDetails", " or "));
    if (reaction.isozymes.size() > alternativeLimit)
        text += trCount("GeneDetails", " or %1 more", " or %1 more",
                        static_cast<qint64>(reaction.isozymes.size() - alternativeLimit));
    return text;
}

} // namespace knockscape::ui
