#include "ui/compare/agreement_words.h"

#include "engine/training/metrics.h"
#include "ui/compare/agreement_table.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"

#include <cmath>

namespace knockscape::ui
{

QString predictorTitle(const std::string &name)
{
    if (name == "model") {
        return AgreementTable::tr("Model");
    }
    if (name == "mean") {
        return AgreementTable::tr("Mean");
    }
    if (name == "multiplicative") {
        return AgreementTable::tr("Multiplicative");
    }
    if (name == "additive") {
        return AgreementTable::tr("Additive");
    }
    if (name == "low_rank") {
        return AgreementTable::tr("Low rank");
    }
    return QString::fromStdString(name);
}

QString predictorMeaning(const std::string &name)
{
    if (name == "model") {
        return AgreementTable::tr("The open model, or the mean of the ensemble");
    }
    if (name == "mean") {
        return AgreementTable::tr("The same value for every genotype: the mean of the labels");
    }
    if (name == "multiplicative") {
        return AgreementTable::tr("The product of the fitness of the single deletions; says that nothing interacts");
    }
    if (name == "additive") {
        return AgreementTable::tr("Ridge regression: one effect per gene, added up");
    }
    if (name == "low_rank") {
        return AgreementTable::tr("Low-rank factorisation of the labels: a few numbers per gene");
    }
    return {};
}

double precisionAt(const PredictorAgreement &entry, int place)
{
    const auto found = entry.precision.find(place);
    return found == entry.precision.end() ? Undefined : found->second;
}

QString whyNotCounted(PrecisionState state)
{
    switch (state) {
    case PrecisionState::NotInteraction:
        return AgreementTable::tr("A hit is a strong negative interaction: choose Interaction above.");
    case PrecisionState::SeveralOrders:
        return AgreementTable::tr(
            "What counts as a hit differs between pairs and triples: choose one number of deletions above.");
    case PrecisionState::NoHits:
        return AgreementTable::tr("There are fewer than 20 of these rows, or none of them is a hit.");
    case PrecisionState::Counted:
        break;
    }
    return {};
}

QString hitsTip(const OrderValidation &hits)
{
    return trCount("AgreementTable", "%1 row has an interaction below %2, of %3",
                   "%1 rows have an interaction below %2, of %3", hits.hits)
        .arg(formatSigned(hits.hitBelow), formatCount(hits.count));
}

QString precisionTip(const AgreementReport &report, const PredictorAgreement &entry, int place)
{
    if (report.precision != PrecisionState::Counted) {
        return whyNotCounted(report.precision);
    }
    if (std::isnan(entry.agreement.pearson)) {
        return AgreementTable::tr("It says the same of every row: none comes first");
    }
    const double value = precisionAt(entry, place);
    return std::isnan(value) ? AgreementTable::tr("There are fewer rows than that")
                             : formatExact(value) + QLatin1Char('\n') + hitsTip(report.hits);
}

QString coverageTip(const AgreementReport &report)
{
    if (report.coverage.count > 0) {
        return trCount("AgreementTable", "%1 row has an interval, %2 wide; %3 % are meant to hold their label",
                       "%1 rows have an interval, on average %2 wide; %3 % are meant to hold their label",
                       report.coverage.count)
                   .arg(formatValue(report.coverage.width), formatCount(std::lround(100.0 * report.intervalLevel))) +
               QLatin1Char('\n') + formatExact(report.coverage.share);
    }
    return report.noIntervals.empty()
               ? AgreementTable::tr("No interval: no rows like these were held out when the model was calibrated.")
               : QString::fromStdString(report.noIntervals);
}

QString baselineTip()
{
    return AgreementTable::tr("Baselines have no intervals");
}

} // namespace knockscape::ui
