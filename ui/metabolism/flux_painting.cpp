#include "ui/metabolism/flux_painting.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

QString paintingText(const char *source)
{
    return QCoreApplication::translate("FluxPainting", source);
}

/// "bna1Δ npt1Δ", as geneticists write it.
QString deletionText(const Cell &cell, const Genotype &knockouts)
{
    constexpr std::size_t shown = 3;
    QStringList names;
    for (const GeneIndex gene : knockouts.genes().first(std::min(shown, knockouts.size())))
        names << QString::fromStdString(cell.genes[gene].label()).toLower() + QStringLiteral("Δ");
    if (knockouts.size() > shown)
        names << QStringLiteral("+%1").arg(knockouts.size() - shown);
    return names.join(QLatin1Char(' '));
}

void paintDifference(const FluxPair &fluxes, MapPainting &painting)
{
    const std::size_t count = std::min(fluxes.wildType.size(), fluxes.knockout.size());
    painting.reactionValues.resize(count);
    painting.directions.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        painting.reactionValues[i] = fluxes.knockout[i] - fluxes.wildType[i];
        const bool runs = std::abs(fluxes.knockout[i]) > mapFluxThreshold;
        painting.directions[i] = runs ? fluxes.knockout[i] : fluxes.wildType[i];
    }
}

void paintRanges(const FluxRanges &ranges, std::size_t count, const FluxPair &fluxes, MapPainting &painting)
{
    painting.reactionValues.assign(count, std::numeric_limits<double>::quiet_NaN());
    painting.directions = fluxes.knockout;
    for (const auto &[row, range] : ranges)
        painting.reactionValues[static_cast<std::size_t>(row)] = range.high - range.low;
}

} // namespace

FluxOf fluxOf(const FluxPair *fluxes, std::int32_t row)
{
    FluxOf flux;
    if (fluxes == nullptr || row < 0)
        return flux;
    const auto index = static_cast<std::size_t>(row);
    if (index < fluxes->wildType.size())
        flux.wildType = fluxes->wildType[index];
    if (index < fluxes->knockout.size())
        flux.knockout = fluxes->knockout[index];
    return flux;
}

MapPainting fluxPainting(const Cell &cell, const std::vector<std::int32_t> &rows, PaintBy by, const FluxPair *fluxes,
                         const Genotype &knockouts, const FluxRanges &ranges, const std::vector<std::int32_t> &rescued)
{
    MapPainting painting;
    painting.unit = QStringLiteral("mmol/gDW/h");
    if (by != PaintBy::WildType) {
        painting.knockouts = knockouts;
        painting.blocked.assign(cell.metabolism.reactions.size(), false);
        for (std::size_t i = 0; i < painting.blocked.size(); ++i)
            painting.blocked[i] = cell.metabolism.reactions[i].blockedBy(knockouts);
        if (fluxes != nullptr && fluxes->genotype == knockouts) {
            painting.metabolites.assign(cell.metabolism.metabolites.size(), MetaboliteMark::None);
            for (const std::int32_t row : fluxes->lostMetabolites)
                painting.metabolites[static_cast<std::size_t>(row)] = MetaboliteMark::Lost;
            for (const std::int32_t row : rescued) {
                MetaboliteMark &mark = painting.metabolites[static_cast<std::size_t>(row)];
                if (mark == MetaboliteMark::Lost)
                    mark = MetaboliteMark::Rescued;
            }
        }
    }
    if (fluxes == nullptr || by == PaintBy::Nothing)
        return painting;
    painting.scale = MapPainting::Scale::Magnitude;
    painting.limit = std::max(scaleLimit(fluxes->wildType, rows), scaleLimit(fluxes->knockout, rows));
    const QString deletions = deletionText(cell, fluxes->genotype);
    switch (by) {
    case PaintBy::WildType:
        painting.reactionValues = fluxes->wildType;
        painting.title = paintingText("Flux, wild type");
        break;
    case PaintBy::Knockout:
        painting.reactionValues = fluxes->knockout;
        painting.title =
            deletions.isEmpty() ? paintingText("Flux, wild type") : paintingText("Flux, %1").arg(deletions);
        break;
    case PaintBy::Difference:
        painting.scale = MapPainting::Scale::Difference;
        paintDifference(*fluxes, painting);
        painting.limit = scaleLimit(painting.reactionValues, rows);
        painting.title = deletions.isEmpty() ? paintingText("Change of flux")
                                             : paintingText("Change of flux, %1 − wild type").arg(deletions);
        break;
    case PaintBy::Range:
        paintRanges(ranges, cell.metabolism.reactions.size(), *fluxes, painting);
        painting.limit = scaleLimit(painting.reactionValues, rows);
        painting.title = paintingText("Range of flux at best growth");
        break;
    case PaintBy::Nothing:
        break;
    }
    return painting;
}

} // namespace knockscape::ui
