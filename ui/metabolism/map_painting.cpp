#include "ui/metabolism/map_painting.h"

#include "ui/theme/colours.h"

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

constexpr double kInkWidth = 3.0;
constexpr double kIdleWidth = 2.0;
constexpr double kWidestLine = 12.0;
/// The yellow end of viridis cannot be told from paper, the dark one not from a dark window.
constexpr double kViridisEnd = 0.88;

std::size_t index(std::int32_t row)
{
    return static_cast<std::size_t>(row);
}

template <typename T>
bool holds(const std::vector<T> &list, std::int32_t row)
{
    return row >= 0 && index(row) < list.size();
}

QColor idleColour(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.46);
}

/// The square root keeps small fluxes in sight beside those of glycolysis.
double share(const MapPainting &painting, double value)
{
    return painting.limit > 0.0 ? std::sqrt(std::min(1.0, std::abs(value) / painting.limit)) : 0.0;
}

void headsByBounds(const Reaction &reaction, ReactionStyle &style)
{
    style.headAtProducts = reaction.upperBound > 0.0 || reaction.lowerBound >= 0.0;
    style.headAtSubstrates = reaction.lowerBound < 0.0;
}

} // namespace

QColor valueColour(const MapPainting &painting, double value, const QPalette &palette)
{
    if (std::isnan(value))
        return noValueColour(palette);
    const double part = share(painting, value);
    if (painting.scale == MapPainting::Scale::Magnitude)
        return viridisColour(isDark(palette) ? 0.25 + 0.75 * part : kViridisEnd * (1.0 - part));
    return mixed(idleColour(palette), value < 0.0 ? negativeColour(palette) : positiveColour(palette), part);
}

double valueWidth(const MapPainting &painting, double value)
{
    return kInkWidth + (kWidestLine - kInkWidth) * share(painting, value);
}

ReactionStyle reactionStyle(const MapPainting &painting, std::int32_t row, const Reaction *reaction, bool reversible,
                            const QPalette &palette)
{
    ReactionStyle style;
    style.width = kInkWidth;
    if (row < 0 || reaction == nullptr) {
        style.colour = noValueColour(palette);
        style.headAtProducts = true;
        style.headAtSubstrates = reversible;
        return style;
    }
    headsByBounds(*reaction, style);
    style.crossed = holds(painting.blocked, row) && painting.blocked[index(row)];
    style.dashed = style.crossed;
    style.colour = mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.82);
    if (painting.scale == MapPainting::Scale::None)
        return style;
    const double value = holds(painting.reactionValues, row) ? painting.reactionValues[index(row)] : std::nan("");
    const double direction = holds(painting.directions, row) ? painting.directions[index(row)] : value;
    if (std::abs(direction) > mapFluxThreshold) {
        style.headAtProducts = direction > 0.0;
        style.headAtSubstrates = direction < 0.0;
    }
    if (std::isnan(value)) {
        style.colour = noValueColour(palette);
    } else if (std::abs(value) <= mapFluxThreshold) {
        style.colour = idleColour(palette);
        style.width = kIdleWidth;
    } else {
        style.colour = valueColour(painting, value, palette);
        style.width = valueWidth(painting, value);
    }
    return style;
}

MetaboliteStyle metaboliteStyle(const MapPainting &painting, std::int32_t row, bool primary, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    MetaboliteStyle style;
    style.outline = row < 0 ? noValueColour(palette) : mixed(base, text, primary ? 0.9 : 0.6);
    style.fill = mixed(base, style.outline, primary ? 0.85 : 0.35);
    const MetaboliteMark mark =
        holds(painting.metabolites, row) ? painting.metabolites[index(row)] : MetaboliteMark::None;
    style.hollow = mark != MetaboliteMark::None;
    style.ringed = mark == MetaboliteMark::Rescued;
    if (style.hollow) {
        style.fill = base;
        style.outline = text;
    }
    return style;
}

MapPainting MapPainting::scaleOfGenes() const
{
    MapPainting genes;
    if (!geneValues.empty()) {
        genes.scale = Scale::Difference;
        genes.title = geneTitle;
        genes.limit = geneLimit;
    }
    return genes;
}

double scaleLimit(const std::vector<double> &values, const std::vector<std::int32_t> &rows)
{
    double largest = 0.0;
    for (const std::int32_t row : rows) {
        if (holds(values, row) && std::isfinite(values[index(row)]))
            largest = std::max(largest, std::abs(values[index(row)]));
    }
    if (largest <= mapFluxThreshold)
        return 0.0;
    const double power = std::pow(10.0, std::floor(std::log10(largest)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (largest <= step * power * (1.0 + 1e-9))
            return step * power;
    }
    return 10.0 * power;
}

} // namespace knockscape::ui
