#pragma once

#include "ui/plots/mark_plot.h"

#include <cstdint>

class QButtonGroup;
class QDoubleSpinBox;
class QLabel;

namespace knockscape::ui
{

/// What says how certain an epistasis is.
enum class VolcanoEvidence {
    Spread,   ///< standard deviation over the models of an ensemble
    MeasuredP ///< p-value of what was measured
};

/// Which of the model's two answers about an interaction is shown.
enum class VolcanoEffect {
    Interaction, ///< the interaction head
    Epistasis    ///< fitness − expected fitness
};

/// The effect of a prediction, and its standard deviation over the models of an ensemble; NaN where there is none.
double effectOf(const Prediction &prediction, VolcanoEffect effect);
double spreadOf(const Prediction &prediction, VolcanoEffect effect);

/// What a volcano plot calls an interaction: at least this strong and this certain.
struct VolcanoThresholds {
    /// Costanzo et al. 2016 (doi:10.1126/science.aaf1420) call |ε| > 0.08 at p < 0.05 an interaction.
    double effect = 0.08;
    double spread = 0.05;
    double p = 0.05;

    bool operator==(const VolcanoThresholds &) const = default;
};

/// An effect (x) against its evidence (y), the certain at the top: −log10 p, or the spread on an axis that runs
/// downwards. Beyond both thresholds, which are dashed lines, blue is negative and orange positive; the rest is grey.
/// Of more than 200,000 points crowds are thinned (PointThinner), which the legend tells. `population`: how many the
/// points stand for where the caller thinned them already; else 0.
PlotView volcano(const std::vector<PlotPoint> &points, VolcanoEffect effect, VolcanoEvidence evidence,
                 const VolcanoThresholds &thresholds, std::uint64_t population = 0);

/// An effect against evidence, with thresholds that a person sets. Shows the evidence that the points have; where they
/// have none, says how to come by it.
class VolcanoPlot : public MarkPlot
{
    Q_OBJECT

public:
    explicit VolcanoPlot(QWidget *parent = nullptr);

    void setPoints(std::vector<PlotPoint> points) override;
    /// How many the points of the next setPoints() were chosen from; 0: they are all there are.
    void setPopulation(std::uint64_t population) { population_ = population; }

    VolcanoEffect effect() const noexcept { return effectKind_; }
    void setEffect(VolcanoEffect effect);
    VolcanoEvidence evidence() const noexcept { return evidence_; }
    void setEvidence(VolcanoEvidence evidence);
    const VolcanoThresholds &thresholds() const noexcept { return thresholds_; }
    void setThresholds(const VolcanoThresholds &thresholds);

protected:
    PlotView makeView(const std::vector<PlotPoint> &points) const override;

private:
    void showEvidence();

    VolcanoEffect effectKind_ = VolcanoEffect::Interaction;
    VolcanoEvidence evidence_ = VolcanoEvidence::Spread;
    VolcanoThresholds thresholds_;
    std::uint64_t population_ = 0;
    QButtonGroup *switch_ = nullptr;
    QLabel *effectLabel_ = nullptr;
    QDoubleSpinBox *effect_ = nullptr;
    QLabel *limitLabel_ = nullptr;
    QDoubleSpinBox *limit_ = nullptr;
};

} // namespace knockscape::ui
