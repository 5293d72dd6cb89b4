#include "ui/genes/paste_summary.h"

#include "ui/theme/number_format.h"

#include <QStringList>

#include <algorithm>

namespace knockscape::ui
{

QString pasteSummary(const PasteReview &review, const NameDecisions &decisions, const std::vector<Genotype> &genotypes,
                     PasteDialog::Purpose purpose)
{
    if (review.entries().empty())
        return PasteDialog::tr("Paste names on the left, open a file, or drop one there.");
    QString text;
    if (purpose == PasteDialog::Purpose::GenotypeList)
        text = genotypes.size() == 1
                   ? PasteDialog::tr("1 genotype, ")
                   : PasteDialog::tr("%1 genotypes, ").arg(formatCount(static_cast<std::int64_t>(genotypes.size())));
    QStringList counts{PasteDialog::tr("%1 found").arg(formatCount(review.resolvedCount()))};
    if (review.ambiguousCount() > 0)
        counts << PasteDialog::tr("%1 ambiguous").arg(formatCount(review.ambiguousCount()));
    if (review.unknownCount() > 0)
        counts << PasteDialog::tr("%1 unknown").arg(formatCount(review.unknownCount()));
    text += (review.nameCount() == 1 ? PasteDialog::tr("1 name: %1.").arg(counts.join(QStringLiteral(", ")))
                                     : PasteDialog::tr("%1 names: %2.")
                                           .arg(formatCount(review.nameCount()), counts.join(QStringLiteral(", "))));

    const auto open = std::count_if(review.undecidedNames().begin(), review.undecidedNames().end(),
                                    [&](const UndecidedName &name) { return !decisions.contains(name.key); });
    const auto leftOut =
        std::count_if(review.undecidedNames().begin(), review.undecidedNames().end(), [&](const UndecidedName &name) {
            const auto decision = decisions.find(name.key);
            return decision != decisions.end() && decision->second.gene < 0;
        });
    if (leftOut == 1)
        text += QLatin1Char(' ') + PasteDialog::tr("1 name is left out.");
    else if (leftOut > 1)
        text += QLatin1Char(' ') + PasteDialog::tr("%1 names are left out.").arg(formatCount(leftOut));
    if (open == 1)
        text += QLatin1Char(' ') + PasteDialog::tr("1 name needs a decision.");
    else if (open > 1)
        text += QLatin1Char(' ') + PasteDialog::tr("%1 names need a decision.").arg(formatCount(open));
    return text;
}

QString pasteAction(const std::vector<Genotype> &genotypes, PasteDialog::Purpose purpose)
{
    if (purpose == PasteDialog::Purpose::KnockoutSet) {
        const auto genes = genotypes.empty() ? 0 : static_cast<std::int64_t>(genotypes.front().size());
        if (genes == 0)
            return PasteDialog::tr("Knock out");
        return genes == 1 ? PasteDialog::tr("Knock out 1 gene")
                          : PasteDialog::tr("Knock out %1 genes").arg(formatCount(genes));
    }
    const auto count = static_cast<std::int64_t>(genotypes.size());
    if (count == 0)
        return PasteDialog::tr("Add");
    return count == 1 ? PasteDialog::tr("Add 1 genotype") : PasteDialog::tr("Add %1 genotypes").arg(formatCount(count));
}

} // namespace knockscape::ui
