#include "ui/genes/paste_summary.h"

#include "ui/theme/counted_text.h"

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
        text = trCount("PasteDialog", "%1 genotype, ", "%1 genotypes, ", static_cast<qint64>(genotypes.size()));
    QStringList counts{trCount("PasteDialog", "%1 found", "%1 found", review.resolvedCount())};
    if (review.ambiguousCount() > 0)
        counts << trCount("PasteDialog", "%1 ambiguous", "%1 ambiguous", review.ambiguousCount());
    if (review.unknownCount() > 0)
        counts << trCount("PasteDialog", "%1 unknown", "%1 unknown", review.unknownCount());
    text += trCount("PasteDialog", "%1 name: %2.", "%1 names: %2.", review.nameCount())
                .arg(counts.join(QStringLiteral(", ")));

    const auto open = std::count_if(review.undecidedNames().begin(), review.undecidedNames().end(),
                                    [&](const UndecidedName &name) { return !decisions.contains(name.key); });
    const auto leftOut =
        std::count_if(review.undecidedNames().begin(), review.undecidedNames().end(), [&](const UndecidedName &name) {
            const auto decision = decisions.find(name.key);
            return decision != decisions.end() && decision->second.gene < 0;
        });
    if (leftOut > 0)
        text += QLatin1Char(' ') +
                trCount("PasteDialog", "%1 name is left out.", "%1 names are left out.", static_cast<qint64>(leftOut));
    if (open > 0)
        text += QLatin1Char(' ') + trCount("PasteDialog", "%1 name needs a decision.", "%1 names need a decision.",
                                           static_cast<qint64>(open));
    return text;
}

QString pasteAction(const std::vector<Genotype> &genotypes, PasteDialog::Purpose purpose)
{
    if (purpose == PasteDialog::Purpose::KnockoutSet) {
        const auto genes = genotypes.empty() ? 0 : static_cast<std::int64_t>(genotypes.front().size());
        if (genes == 0)
            return PasteDialog::tr("Knock out");
        return trCount("PasteDialog", "Knock out %1 gene", "Knock out %1 genes", genes);
    }
    const auto count = static_cast<std::int64_t>(genotypes.size());
    if (count == 0)
        return PasteDialog::tr("Add");
    return trCount("PasteDialog", "Add %1 genotype", "Add %1 genotypes", count);
}

} // namespace knockscape::ui
