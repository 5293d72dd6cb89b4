#include "ui/session/measured_labels.h"

#include "engine/training/derived_labels.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace knockscape::ui
{

MeasuredLabels::MeasuredLabels(std::vector<std::filesystem::path> files, LabelTable table)
    : files_(std::move(files)), table_(std::move(table))
{
    derived_ = deriveInteractions(table_.labels);
    counts_ = countLabels(table_.labels);
    hasPValues_ = std::any_of(table_.labels.begin(), table_.labels.end(),
                              [](const Label &label) { return !std::isnan(label.pValue); });
    order_.resize(table_.labels.size());
    std::iota(order_.begin(), order_.end(), 0U);
    std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return table_.labels[a].genotype < table_.labels[b].genotype;
    });
}

QString MeasuredLabels::title() const
{
    if (files_.empty()) {
        return QCoreApplication::translate("MeasuredLabels", "simulated growth");
    }
    const QString first = QString::fromStdString(files_.front().filename().string());
    return files_.size() == 1
               ? first
               : QCoreApplication::translate("MeasuredLabels", "%1 and %2 more").arg(first).arg(files_.size() - 1);
}

std::optional<MeasuredValue> MeasuredLabels::find(const Genotype &genotype) const
{
    const auto before = [&](std::uint32_t row, const Genotype &key) { return table_.labels[row].genotype < key; };
    auto row = std::lower_bound(order_.begin(), order_.end(), genotype, before);
    MeasuredValue value;
    double fitness = 0.0;
    double interaction = 0.0;
    std::size_t fitnessRows = 0;
    std::size_t interactionRows = 0;
    double logP = 0.0;
    std::size_t pRows = 0;
    QStringList sources;
    std::map<std::string, std::int64_t> rowsPerSource;
    for (; row != order_.end() && table_.labels[*row].genotype == genotype; ++row) {
        const Label &label = table_.labels[*row];
        ++value.rows;
        ++rowsPerSource[label.source];
        value.fitnessSd = label.fitnessSd;
        if (!std::isnan(label.fitness)) {
            fitness += label.fitness;
            ++fitnessRows;
        }
        if (!std::isnan(label.interaction)) {
            interaction += label.interaction;
            ++interactionRows;
        }
        if (label.pValue >= 0.0) {
            // One too small to be written is not smaller than a double can be.
            logP += std::log(std::max(label.pValue, std::numeric_limits<double>::min()));
            ++pRows;
        }
        if (const QString source = QString::fromStdString(label.source);
            !source.isEmpty() && !sources.contains(source)) {
            sources << source;
        }
    }
    if (value.rows == 0) {
        return std::nullopt;
    }
    if (fitnessRows > 0) {
        value.fitness = fitness / static_cast<double>(fitnessRows);
    }
    if (interactionRows > 0) {
        value.interaction = interaction / static_cast<double>(interactionRows);
    }
    if (pRows > 0) {
        value.pValue = std::exp(logP / static_cast<double>(pRows));
    }
    if (fitnessRows != 1) {
        value.fitnessSd = std::numeric_limits<double>::quiet_NaN();
    }
    value.kind = labelKindOf(rowsPerSource);
    value.sources = sources.join(QStringLiteral(", "));
    return value;
}

} // namespace knockscape::ui
