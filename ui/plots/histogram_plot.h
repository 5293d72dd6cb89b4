#pragma once

#include "ui/plots/picture_export.h"

#include <QString>
#include <QWidget>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

class QCPBars;
class QCPItemRect;
class QCustomPlot;

namespace knockscape::ui
{

class LegendStrip;

/// One bin, [low, high), of a histogram: all values, and those of them that are hits.
struct HistogramBin {
    double low = 0.0;
    double high = 0.0;
    std::uint64_t count = 0;
    std::uint64_t hits = 0;
};

/// A histogram with a brush: dragging over it, or the arrow keys, choose a range of bins. Left and Right move the brush
/// (and begin it at the highest bar), with Shift they move its right end; Escape, or a click, clears it. Hovering tells
/// a bin's counts. GUI thread.
class HistogramPlot : public QWidget
{
    Q_OBJECT

public:
    explicit HistogramPlot(QWidget *parent = nullptr);

    /// `bins` ascending without gaps; `quantity` names the values. `hits` draws hits over all. Clears the brush,
    /// silently.
    void setBins(std::vector<HistogramBin> bins, const QString &quantity, bool hits);
    /// Counts on a logarithmic axis, so that rare values are seen beside frequent ones.
    void setLogarithmic(bool logarithmic);

    /// The chosen range, from the low end of its first bin to the high end of its last.
    std::optional<std::pair<double, double>> brush() const;
    /// Removes the brush without a signal.
    void clearBrush();
    /// Values in the brush, all and hits.
    std::pair<std::uint64_t, std::uint64_t> brushedCounts() const;

    QCustomPlot *canvas() const noexcept { return canvas_; }
    /// Where a value is on the canvas, in pixels from its left edge.
    double pixelOf(double value) const;
    /// What is seen, for paper; it must not outlive the plot.
    PictureSource picture();

signals:
    /// A person chose low ≤ value < high.
    void brushed(double low, double high);
    void brushCleared();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rescale();
    void applyColours(const QPalette &palette, const QFont &font);
    int binAt(double pixel) const;
    /// Places the brush over these bins and tells it.
    void choose(int first, int last);
    void dropBrush();
    void showBrush();
    bool handleMouse(QEvent *event);
    bool handleKey(int key, bool extend);
    QString binText(int bin) const;

    QCustomPlot *canvas_ = nullptr;
    QCPBars *all_ = nullptr;
    QCPBars *hits_ = nullptr;
    QCPItemRect *brush_ = nullptr;
    LegendStrip *legend_ = nullptr;
    std::vector<HistogramBin> bins_;
    QString quantity_;
    bool showsHits_ = false;
    bool logarithmic_ = true;
    /// Bins of the brush; −1: none.
    int first_ = -1;
    int last_ = -1;
    /// Where dragging began; −1: no dragging. Not yet moved: a click.
    int dragged_ = -1;
    double pressed_ = 0.0;
    bool moved_ = false;
};

} // namespace knockscape::ui
