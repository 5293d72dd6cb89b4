#pragma once

#include "ui/plots/picture_export.h"

#include <QWidget>

#include <limits>
#include <vector>

class QCPAxisRect;
class QCPGraph;
class QCPItemStraightLine;
class QCustomPlot;

namespace knockscape::ui
{

class LegendStrip;

/// One epoch of one model as the curves show it; NaN where there is no value.
struct CurvePoint {
    int epoch = 0;
    double trainLoss = std::numeric_limits<double>::quiet_NaN();
    double validationLoss = std::numeric_limits<double>::quiet_NaN();
    double fitnessPearson = std::numeric_limits<double>::quiet_NaN();
    double interactionPearson = std::numeric_limits<double>::quiet_NaN();
};

/// How a training goes: losses on the left, correlations on the validation rows on the right, over epochs; a colour per
/// member of an ensemble. Hovering, or the arrow keys, tell the numbers of one epoch. GUI thread.
class TrainingCurves : public QWidget
{
    Q_OBJECT

public:
    explicit TrainingCurves(QWidget *parent = nullptr);
    ~TrainingCurves() override;

    /// Empties the curves for `members` models of at most `epochs` epochs.
    void begin(int members, int epochs);
    void add(int member, const CurvePoint &point);
    /// What member's curves show.
    const std::vector<CurvePoint> &points(int member) const;
    /// The epoch pointed at, 0 for none, and what is told about it (rich text).
    int epoch() const noexcept { return epoch_; }
    QString epochText(int epoch) const;
    QCustomPlot *canvas() const noexcept { return canvas_; }
    /// The curves, for paper; it must not outlive the plot.
    PictureSource picture();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Curves {
        std::vector<CurvePoint> points;
        QCPGraph *train = nullptr;
        QCPGraph *validation = nullptr;
        QCPGraph *fitness = nullptr;
        QCPGraph *interaction = nullptr;
    };

    void applyColours(const QPalette &palette, const QFont &font);
    void rescale();
    void pointAt(int epoch, const QPoint &global);
    int epochAtPixel(const QPointF &pixel) const;

    QCustomPlot *canvas_ = nullptr;
    QCPAxisRect *loss_ = nullptr;
    QCPAxisRect *correlation_ = nullptr;
    LegendStrip *lossLegend_ = nullptr;
    LegendStrip *correlationLegend_ = nullptr;
    QCPItemStraightLine *cursors_[2] = {nullptr, nullptr};
    std::vector<Curves> members_;
    int epochs_ = 1;
    int epoch_ = 0;
};

} // namespace knockscape::ui
