#include "ui/screening/screen_sample.h"

#include "ui/genes/gene_names.h"
#include "ui/plots/point_thinner.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace knockscape::ui
{
namespace
{

constexpr std::uint64_t blockRows = 8192;
constexpr std::uint64_t blocksPerReport = 64;
/// −log10 of p-values that are told apart in thinning.
constexpr double largestLogP = 40.0;
constexpr std::uint64_t rowsWithoutEvidence = 1000;

struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value)
    {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    std::pair<double, double> range() const { return low <= high ? std::pair(low, high) : std::pair(0.0, 0.0); }
};

class Sampler
{
public:
    Sampler(const ScreenOutcome &outcome, const MeasuredLabelsPtr &measured, const JobControl &control)
        : outcome_(outcome), rows_(outcome.rows()), control_(control), effect_(shownEffect(outcome)),
          spread_(outcome.isEnsemble()), measured_(measured && measured->hasPValues() ? measured.get() : nullptr)
    {
    }

    ScreenSample sample()
    {
        if (!spread_ && measured_ == nullptr) {
            std::vector<std::uint64_t> some(static_cast<std::size_t>(std::min(rows_->count(), rowsWithoutEvidence)));
            for (std::size_t i = 0; i < some.size(); ++i) {
                some[i] = i;
            }
            return {points(some), 0};
        }
        Extent effects;
        Extent spreads;
        forEachRow([&](std::uint64_t, const Prediction &prediction, std::span<const GeneIndex>) {
            effects.add(effectOf(prediction, effect_));
            spreads.add(spreadOf(prediction, effect_));
        });
        PointThinner bySpread(effects.range(), spreads.range());
        PointThinner byP(effects.range(), {0.0, largestLogP});
        forEachRow([&](std::uint64_t row, const Prediction &prediction, std::span<const GeneIndex> genes) {
            if (spread_) {
                bySpread.add(row, effectOf(prediction, effect_), spreadOf(prediction, effect_));
            }
            if (measured_ != nullptr) {
                byP.add(row, effectOf(prediction, effect_), -std::log10(measuredP(genes)));
            }
        });
        const std::vector<std::uint64_t> first = bySpread.kept();
        const std::vector<std::uint64_t> second = byP.kept();
        std::vector<std::uint64_t> kept;
        std::set_union(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(kept));
        const bool thinned = first.size() < bySpread.count() || second.size() < byP.count();
        return {points(kept), thinned ? std::max(bySpread.count(), byP.count()) : 0};
    }

private:
    /// NaN where none was measured.
    double measuredP(std::span<const GeneIndex> genes) const
    {
        const auto found = measured_->find(Genotype(std::vector<GeneIndex>(genes.begin(), genes.end())));
        return found ? found->pValue : std::numeric_limits<double>::quiet_NaN();
    }

    /// Rows of two deletions or more.
    template <typename Visit>
    void forEachRow(const Visit &visit)
    {
        PredictionBlock block;
        const std::uint64_t count = rows_->count();
        for (std::uint64_t first = 0; first < count; first += blockRows) {
            control_.cancel.throwIfCancelled();
            if (first / blockRows % blocksPerReport == 0) {
                control_.report({}, done_ + first, 2 * count);
            }
            rows_->read({first, std::min(blockRows, count - first)}, block);
            for (std::size_t i = 0; i < block.size(); ++i) {
                if (block.genesOf(i).size() >= 2) {
                    visit(first + i, block.predictions[i], block.genesOf(i));
                }
            }
        }
        done_ += count;
    }

    std::vector<PlotPoint> points(const std::vector<std::uint64_t> &rows) const
    {
        std::vector<PlotPoint> points;
        points.reserve(rows.size());
        PredictionBlock block;
        for (const std::uint64_t row : rows) {
            control_.cancel.throwIfCancelled();
            rows_->read({row, 1}, block);
            const std::span<const GeneIndex> genes = block.genesOf(0);
            PlotPoint point;
            point.row = static_cast<int>(row);
            point.label =
                deletionLabel(outcome_.cell->genes, Genotype(std::vector<GeneIndex>(genes.begin(), genes.end())));
            point.prediction = block.predictions[0];
            if (measured_ != nullptr) {
                point.measuredP = measuredP(genes);
            }
            points.push_back(std::move(point));
        }
        return points;
    }

    const ScreenOutcome &outcome_;
    std::shared_ptr<const ScreenRows> rows_;
    const JobControl &control_;
    VolcanoEffect effect_;
    bool spread_;
    const MeasuredLabels *measured_;
    std::uint64_t done_ = 0;
};

} // namespace

VolcanoEffect shownEffect(const ScreenOutcome &outcome)
{
    return outcome.plan.by == "epistasis" || outcome.plan.simulated ? VolcanoEffect::Epistasis
                                                                    : VolcanoEffect::Interaction;
}

ScreenSample sampleRows(const ScreenOutcome &outcome, const MeasuredLabelsPtr &measured, const JobControl &control)
{
    return Sampler(outcome, measured, control).sample();
}

} // namespace knockscape::ui
