#pragma once

#include "engine/store/provenance.h"
#include "ui/plots/heat_map_cell.h"
#include "ui/plots/legend_entry.h"
#include "ui/plots/ordered_pairs.h"
#include "ui/plots/pair_matrix.h"
#include "ui/plots/picture_export.h"

#include <QStringList>
#include <QWidget>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

class QButtonGroup;
class QCPColorMap;
class QCPColorScale;
class QCustomPlot;
class QLabel;
class QStackedLayout;

namespace knockscape::ui
{

class GeneOrdering;
class HeatMapCursor;
class LegendStrip;
class PlotBar;

/// The pair matrix of a panel as a heat map: genes by genes, square, in an order that puts like beside like.
///
/// Interaction and epistasis on a diverging scale around zero, fitness in viridis; the scale ends at robust quantiles,
/// which the legend tells. Where several pairs share a pixel it shows the most extreme of them (OrderedPairs). The pair
/// with the cursor is named above the map. The wheel (wheelZooms()), + and − zoom, 0 or Home shows everything, dragging
/// and Shift with the arrow keys move, dragging with Shift zooms to a rectangle; the arrow keys move the cell cursor,
/// and a click or Return opens a pair. Copied or saved as a picture or a table. All in the GUI thread; the order is
/// found on another, with the genes as given until then.
class PairHeatMap : public QWidget
{
    Q_OBJECT

public:
    enum class Order { Clustered, Alphabetical, AsGiven };

    /// Largest panel: beyond it neither names nor pairs can be told apart, and ordering takes more than seconds.
    static constexpr std::size_t kMostGenes = 2000;

    explicit PairHeatMap(QWidget *parent = nullptr);
    ~PairHeatMap() override;

    /// Shows this matrix, which is not changed any more; null, or one of fewer than two or too many genes, shows the
    /// empty state. A quantity that it lacks cannot be chosen.
    void setMatrix(std::shared_ptr<const PairMatrix> matrix);
    const std::shared_ptr<const PairMatrix> &matrix() const noexcept { return matrix_; }
    /// What to say while there is no matrix.
    void setEmptyText(const QString &text);

    PairQuantity quantity() const noexcept { return quantity_; }
    void setQuantity(PairQuantity quantity);
    Order order() const noexcept { return order_; }
    void setOrder(Order order);
    /// True while the hierarchical order is not known yet and the genes are shown as given.
    bool ordering() const;

    /// What is drawn at the moment.
    const OrderedPairs &pairs() const noexcept { return pairs_; }
    const PairColourRange &colourRange() const noexcept { return range_; }
    /// Pairs that share a pixel, along one side; 1 where every pair has its own.
    std::size_t step() const noexcept { return step_; }
    /// Genes seen along one side.
    double span() const;
    bool zoomed() const;
    void resetZoom();

    /// The middle of a pair's cell in pixels of canvas(), and the pair shown at a pixel (nothing outside the map).
    QPointF pixelOf(int geneA, int geneB) const;
    std::optional<std::pair<int, int>> pairAt(const QPointF &pixel) const;
    /// The pair with the cell cursor.
    std::optional<std::pair<int, int>> currentPair() const;
    /// Puts the cell cursor on a pair and brings it into view; does not emit.
    void setCurrentPair(int geneA, int geneB);
    /// What hovering says about a pair. Rich text.
    QString pairText(int geneA, int geneB) const;
    /// The lines above the map.
    QStringList legendTexts() const;
    /// The widget that draws and takes mouse and keys.
    QCustomPlot *canvas() const noexcept { return canvas_; }

    /// Asked for where the pairs come from when they are written as a table.
    void setProvenance(std::function<Provenance()> source) { source_ = std::move(source); }
    /// What is seen, for paper; it must not outlive the map.
    PictureSource picture();
    /// Writes the whole matrix in the shown order as .csv or .tsv. False and a reason in `error` on failure.
    bool exportTable(const QString &file, QString *error);
    /// Puts picture, and the table where it is not too large, on the clipboard.
    void copy();

signals:
    /// A person clicked a pair or chose it with Return; positions in PairMatrix::genes. The same twice is a single
    /// deletion.
    void genotypeActivated(int geneA, int geneB);
    /// What is drawn changed: another matrix, quantity or order.
    void shown();
    /// A file was written, or was not, and why.
    void exported(bool written, const QString &file, const QString &error);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // pair_heat_map.cpp
    void buildBar();
    void buildCanvas();
    void rebuild();
    void takeOrder(PairQuantity quantity, const std::vector<std::size_t> &order);
    void replot();
    // pair_heat_map_draw.cpp: what happens before each drawing
    void applyColours(const QPalette &palette, const QFont &font);
    void collectLegend();
    void updateLegend();
    int legendHeight(double width) const;
    void prepare();
    void layOut();
    void limitRange();
    void fillMap();
    void nameAxes();
    QString shownName(int place) const;
    // pair_heat_map_input.cpp
    void connectInput();
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void zoom(double factor);
    void pan(int columns, int rows);
    void moveCurrent(int columns, int rows);
    void bringIntoView(const HeatMapCell &cell);
    void setHover(const HeatMapCell &cell, const QPoint &global);
    void activateCurrent();
    HeatMapCell cellAt(const QPointF &pixel) const;
    void redrawCursor();
    void nameCurrent();
    // pair_heat_map_export.cpp
    void askForPicture();
    void askForTable();
    /// Writes beside the table where it comes from.
    void describeTable(const QString &file) const;
    void paintForPaper(QPaintDevice &device, const PictureLayout &layout, bool vector);

    std::shared_ptr<const PairMatrix> matrix_;
    PairQuantity quantity_ = PairQuantity::Interaction;
    Order order_ = Order::Clustered;
    /// Hierarchical orders that are known; empty where there was not enough memory.
    std::map<PairQuantity, std::vector<std::size_t>> clustered_;
    std::map<PairQuantity, PairColourRange> ranges_;
    OrderedPairs pairs_;
    PairColourRange range_;
    QString emptyText_;

    PlotBar *bar_ = nullptr;
    QButtonGroup *quantitySwitch_ = nullptr;
    QButtonGroup *orderSwitch_ = nullptr;
    QStackedLayout *pages_ = nullptr;
    QLabel *emptyLabel_ = nullptr;
    QCustomPlot *canvas_ = nullptr;
    QCPColorMap *map_ = nullptr;
    QCPColorScale *scale_ = nullptr;
    LegendStrip *meanings_ = nullptr;
    LegendStrip *notes_ = nullptr;
    /// Instead of the two above, where the map is wider than high.
    LegendStrip *beside_ = nullptr;
    HeatMapCursor *cursor_ = nullptr;
    GeneOrdering *worker_ = nullptr;
    /// What the legend says, in two groups; it stands above the map or beside it.
    std::vector<LegendEntry> legendMeanings_;
    std::vector<LegendEntry> legendNotes_;
    bool legendBeside_ = false;
    /// Names the pair with the cursor, and its value.
    QLabel *currentText_ = nullptr;

    /// What map_ holds: blocks of step_ pairs, and which. Nothing where it has to be filled again.
    std::size_t step_ = 1;
    std::pair<std::size_t, std::size_t> filledRows_;
    std::pair<std::size_t, std::size_t> filledColumns_;
    /// Device pixels per pixel while a picture is painted; 0 else.
    double paperRatio_ = 0.0;
    std::function<Provenance()> source_;
    QPoint pressedAt_;
    bool pressed_ = false;
};

} // namespace knockscape::ui
