#pragma once

#include "ui/plots/plot_view.h"
#include "ui/plots/prediction_plot.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>
#include <utility>
#include <vector>

class QCPColorScale;
class QCustomPlot;
class QLabel;
class QMouseEvent;
class QStackedLayout;
class QVBoxLayout;

namespace knockscape::ui
{

class LegendStrip;
class MarkSeries;

/// What the prediction plots have in common: a view of marks on a canvas that can be zoomed (wheelZooms(); with Ctrl
/// the vertical axis), dragged, reset (double click or Home), hovered, clicked and walked through with the arrow keys.
///
/// Points may arrive as often as a job delivers them; the view is rebuilt at most ten times a second (less often where
/// one rebuild takes long, so that most of the time stays for everything else), and not at all while the plot is
/// hidden.
class MarkPlot : public PredictionPlot
{
    Q_OBJECT

public:
    explicit MarkPlot(QWidget *parent = nullptr);
    ~MarkPlot() override;

    void setPoints(std::vector<PlotPoint> points) override;
    void setSelectedRows(const std::vector<int> &rows) override;
    PictureSource picture() override;

    /// Draws now what would be drawn within the next tenth of a second.
    void flush();
    /// What is shown at the moment (after flush()).
    const PlotView &view() const noexcept { return view_; }
    /// The points last set, which are shown after flush().
    const std::vector<PlotPoint> &points() const noexcept { return waiting_ ? *waiting_ : points_; }
    /// Where the mark of this row is, in pixels of canvas(); a null point when it has none.
    QPointF pixelOfRow(int row) const;
    /// The row of the mark at this pixel of canvas(), or -1.
    int rowAt(const QPointF &pixel) const;
    /// Rows that are highlighted, in the order of the marks.
    std::vector<int> highlightedRows() const;
    /// The widget that draws and takes mouse and keys.
    QCustomPlot *canvas() const noexcept { return canvas_; }
    /// True after zooming or dragging, until reset.
    bool zoomed() const noexcept { return zoomed_; }
    /// Shows everything again.
    void resetZoom();

protected:
    /// The view of these points; called in the GUI thread, at most ten times a second.
    virtual PlotView makeView(const std::vector<PlotPoint> &points) const = 0;
    /// Builds the view anew soon (after a change of what the view shows); the zoom is kept.
    void updateView();
    /// The same; the zoom is reset.
    void refreshView();
    /// Puts a bar with switches above the canvas.
    void addBar(QWidget *bar);

    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rebuild();
    void applyColours(const QPalette &palette, const QFont &font);
    void updateLegend();
    void updateColourScale(const QPalette &palette);
    void fitTexts();
    void paintForPaper(QPaintDevice &device, const PictureLayout &layout, bool vector);
    void applySelection();
    void setFullRange();
    void limitRange();
    bool handleKey(int key);
    void moveCurrent(int step);
    void setCurrent(int mark, bool choose);
    void showTooltip(int mark, const QPoint &global);
    void onMousePress(QMouseEvent *event);
    void onMouseMove(QMouseEvent *event);
    void onMouseRelease(QMouseEvent *event);
    int rowOf(int mark) const;
    /// The mark of a row, or -1.
    int markOf(int row) const;

    /// What the marks of `view_` refer to; newer points wait until the next rebuild.
    std::vector<PlotPoint> points_;
    std::optional<std::vector<PlotPoint>> waiting_;
    std::vector<int> selectedRows_;
    PlotView view_;
    /// Row and mark, in order of row.
    std::vector<std::pair<int, int>> markOfRow_;

    QVBoxLayout *column_ = nullptr;
    QStackedLayout *pages_ = nullptr;
    QLabel *emptyLabel_ = nullptr;
    QCustomPlot *canvas_ = nullptr;
    MarkSeries *series_ = nullptr;
    LegendStrip *legend_ = nullptr;
    QCPColorScale *colourScale_ = nullptr;

    QTimer rebuildTimer_;
    QElapsedTimer sinceRebuild_;
    qint64 rebuildCost_ = 0;
    bool dirty_ = true;
    bool settingRange_ = false;
    bool zoomed_ = false;
    QPoint pressedAt_;
    bool pressed_ = false;
};

} // namespace knockscape::ui
