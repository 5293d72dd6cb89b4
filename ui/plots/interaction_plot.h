#pragma once

#include "ui/plots/mark_plot.h"

class QButtonGroup;

namespace knockscape::ui
{

/// Interaction of two or more deletions, in one of two views behind a switch: the interaction scores in order, or
/// expected against predicted fitness (distance from the diagonal = epistasis) coloured by interaction score.
class InteractionPlot : public MarkPlot
{
    Q_OBJECT

public:
    enum class Mode { RankedScores, ExpectedAgainstPredicted };

    explicit InteractionPlot(QWidget *parent = nullptr);

    Mode mode() const noexcept { return mode_; }
    void setMode(Mode mode);

protected:
    PlotView makeView(const std::vector<PlotPoint> &points) const override;

private:
    Mode mode_ = Mode::RankedScores;
    QButtonGroup *switch_ = nullptr;
};

} // namespace knockscape::ui
