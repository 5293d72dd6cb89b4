#pragma once

#include "ui/genes/paste_review.h"

#include <QString>

namespace knockscape::ui
{

/// "12 genotypes, 30 names: 27 found, 1 ambiguous, 2 unknown. 2 names need a decision."
QString pasteSummary(const PasteReview &review, const NameDecisions &decisions, const std::vector<Genotype> &genotypes,
                     PasteDialog::Purpose purpose);

/// What OK does: "Knock out 3 genes", "Add 12 genotypes".
QString pasteAction(const std::vector<Genotype> &genotypes, PasteDialog::Purpose purpose);

} // namespace knockscape::ui
