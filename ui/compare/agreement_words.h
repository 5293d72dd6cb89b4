#pragma once

#include "ui/compare/comparison.h"

#include <QString>

#include <string>

namespace knockscape::ui
{

/// "Model", "Multiplicative", …, and what it does.
QString predictorTitle(const std::string &name);
QString predictorMeaning(const std::string &name);

/// PredictorAgreement::precision; NaN where it was not counted.
double precisionAt(const PredictorAgreement &entry, int place);

/// What stands behind a number of the agreement, or why there is none, for its tooltip.
QString precisionTip(const AgreementReport &report, const PredictorAgreement &entry, int place);
QString coverageTip(const AgreementReport &report);
QString baselineTip();
/// What is a hit among the rows, and how many there are.
QString hitsTip(const OrderValidation &hits);
/// Empty where hits were counted.
QString whyNotCounted(PrecisionState state);

} // namespace knockscape::ui
