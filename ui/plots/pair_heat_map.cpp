#include "ui/plots/pair_heat_map.h"

#include "ui/plots/gene_ordering.h"
#include "ui/plots/heat_map_cursor.h"
#include "ui/plots/legend_strip.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/plot_bar.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <qcustomplot.h>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace knockscape::ui
{

namespace
{

std::vector<std::size_t> asGiven(std::size_t genes)
{
    std::vector<std::size_t> order(genes);
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

constexpr PairQuantity kQuantities[] = {PairQuantity::Interaction, PairQuantity::Epistasis, PairQuantity::Fitness};

} // namespace

PairHeatMap::PairHeatMap(QWidget *parent)
    : QWidget(parent), emptyText_(tr("No pairs to show yet.\nScreen all pairs of a list of genes.")),
      worker_(new GeneOrdering(this))
{
    setAccessibleName(tr("Pair heat map"));
    setAccessibleDescription(
        tr("All pairs of a list of genes, coloured by value. Arrow keys move between pairs, Return "
           "opens one, plus and minus zoom, 0 shows everything, Shift with an arrow key moves the "
           "map."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildBar();
    column->addWidget(bar_);
    pages_ = new QStackedLayout;
    column->addLayout(pages_, 1);
    emptyLabel_ = new QLabel(this);
    emptyLabel_->setAlignment(Qt::AlignCenter);
    emptyLabel_->setWordWrap(true);
    emptyLabel_->setMargin(2 * gridUnit);
    pages_->addWidget(emptyLabel_);
    buildCanvas();
    pages_->addWidget(canvas_);
    setFocusProxy(canvas_);
    connectInput();
    connect(worker_, &GeneOrdering::finished, this, &PairHeatMap::takeOrder);
    rebuild();
}

PairHeatMap::~PairHeatMap() = default;

void PairHeatMap::buildBar()
{
    bar_ = new PlotBar(this);
    quantitySwitch_ = bar_->addSwitch(
        {{static_cast<int>(PairQuantity::Interaction), quantityName(PairQuantity::Interaction),
          tr("The model's interaction score of each pair"), QStringLiteral("showInteraction")},
         {static_cast<int>(PairQuantity::Epistasis), quantityName(PairQuantity::Epistasis),
          tr("Fitness minus the product of the single deletions' fitness"), QStringLiteral("showEpistasis")},
         {static_cast<int>(PairQuantity::Fitness), quantityName(PairQuantity::Fitness),
          tr("Fitness of each pair; single deletions on the diagonal"), QStringLiteral("showFitness")}},
        static_cast<int>(quantity_));
    bar_->addGap();
    orderSwitch_ = bar_->addSwitch(
        {{static_cast<int>(Order::Clustered), tr("Clustered"),
          tr("Genes with similar partners beside each other (average linkage)"), QStringLiteral("orderClustered")},
         {static_cast<int>(Order::Alphabetical), tr("A–Z"), tr("Genes by name"), QStringLiteral("orderAlphabetical")},
         {static_cast<int>(Order::AsGiven), tr("As given"), tr("Genes in the order of the list"),
          QStringLiteral("orderAsGiven")}},
        static_cast<int>(order_));
    currentText_ = new QLabel(bar_);
    currentText_->setObjectName(QStringLiteral("heatMapCurrent"));
    currentText_->setAccessibleName(tr("Pair with the cursor"));
    currentText_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    currentText_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    bar_->add(currentText_, 1);
    auto *save = new QToolButton(bar_);
    save->setObjectName(QStringLiteral("heatMapExport"));
    save->setIcon(themedIcon(QStringLiteral("export")));
    save->setText(tr("Export"));
    save->setToolTip(tr("Copy or save the map as a picture, or the matrix as a table in this order"));
    save->setPopupMode(QToolButton::InstantPopup);
    save->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(save);
    menu->addAction(tr("Copy"), this, &PairHeatMap::copy);
    menu->addAction(tr("Save the picture…"), this, [this] { askForPicture(); });
    menu->addAction(tr("Save the table…"), this, [this] { askForTable(); });
    save->setMenu(menu);
    bar_->add(save);
    connect(quantitySwitch_, &QButtonGroup::idClicked, this,
            [this](int id) { setQuantity(static_cast<PairQuantity>(id)); });
    connect(orderSwitch_, &QButtonGroup::idClicked, this, [this](int id) { setOrder(static_cast<Order>(id)); });
}

void PairHeatMap::buildCanvas()
{
    canvas_ = new QCustomPlot(this);
    canvas_->setFocusPolicy(Qt::StrongFocus);
    canvas_->setMinimumSize(200, 150);
    canvas_->installEventFilter(this);
    canvas_->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);

    // The legend spans the width; below it the square map, its scale and, where there is more room, the legend.
    QCPLayoutGrid *rows = canvas_->plotLayout();
    QCPAxisRect *square = canvas_->axisRect();
    auto *lower = new QCPLayoutGrid;
    rows->take(square);
    rows->simplify();
    meanings_ = new LegendStrip(canvas_);
    notes_ = new LegendStrip(canvas_);
    beside_ = new LegendStrip(canvas_);
    beside_->setVertical(true);
    for (LegendStrip *strip : {meanings_, notes_})
        strip->setCollapsible(true);
    rows->addElement(0, 0, meanings_);
    rows->addElement(1, 0, notes_);
    rows->addElement(2, 0, lower);
    rows->setRowSpacing(0);
    lower->addElement(0, 0, square);
    lower->setColumnSpacing(0);
    square->setAutoMargins(QCP::msNone);
    square->setSizeConstraintRect(QCPLayoutElement::scrInnerRect);
    square->setupFullAxesBox();
    scale_ = new QCPColorScale(canvas_);
    scale_->setBarWidth(12);
    scale_->setRangeDrag(false);
    scale_->setRangeZoom(false);
    scale_->setAutoMargins(QCP::msRight);
    lower->addElement(0, 1, scale_);
    // Takes the room that the square does not need, also where it is empty.
    lower->addElement(0, 2, beside_);

    for (QCPAxis *axis : {canvas_->xAxis, canvas_->yAxis}) {
        axis->setTickLength(0, 3);
        axis->grid()->setVisible(false);
    }
    for (QCPAxis *axis : {canvas_->xAxis2, canvas_->yAxis2}) {
        axis->setTicks(false);
        axis->setTickLabels(false);
    }
    canvas_->yAxis->setRangeReversed(true);
    canvas_->xAxis->setTickLabelRotation(-90.0);
    map_ = new QCPColorMap(canvas_->xAxis, canvas_->yAxis);
    map_->setInterpolate(false);
    map_->setSelectable(QCP::stNone);
    map_->setColorScale(scale_);
    // Frames and names lie over the axes, and move without the map being drawn again.
    const QString layer = QStringLiteral("cursor");
    canvas_->addLayer(layer, canvas_->layer(QStringLiteral("axes")));
    canvas_->layer(layer)->setMode(QCPLayer::lmBuffered);
    cursor_ = new HeatMapCursor(canvas_, layer);
    cursor_->setNames([this](int place) { return matrix_->genes[pairs_.gene(static_cast<std::size_t>(place))]; });
    connect(canvas_, &QCustomPlot::beforeReplot, this, &PairHeatMap::prepare);
}

void PairHeatMap::setEmptyText(const QString &text)
{
    emptyText_ = text;
    if (pages_->currentIndex() == 0)
        rebuild();
}

void PairHeatMap::setMatrix(std::shared_ptr<const PairMatrix> matrix)
{
    worker_->cancel();
    matrix_ = std::move(matrix);
    clustered_.clear();
    ranges_.clear();
    cursor_->setCurrent({});
    if (matrix_ && !matrix_->has(quantity_)) {
        const auto *first = std::find_if(std::begin(kQuantities), std::end(kQuantities),
                                         [this](PairQuantity quantity) { return matrix_->has(quantity); });
        quantity_ = first != std::end(kQuantities) ? *first : quantity_;
    }
    rebuild();
    resetZoom();
}

void PairHeatMap::setQuantity(PairQuantity quantity)
{
    if (quantity == quantity_ || (matrix_ && !matrix_->has(quantity)))
        return;
    quantity_ = quantity;
    rebuild();
}

void PairHeatMap::setOrder(Order order)
{
    if (order == order_)
        return;
    order_ = order;
    rebuild();
}

bool PairHeatMap::ordering() const
{
    return worker_->running();
}

void PairHeatMap::takeOrder(PairQuantity quantity, const std::vector<std::size_t> &order)
{
    clustered_[quantity] = order;
    if (order_ == Order::Clustered && quantity == quantity_)
        rebuild();
}

void PairHeatMap::rebuild()
{
    quantitySwitch_->button(static_cast<int>(quantity_))->setChecked(true);
    orderSwitch_->button(static_cast<int>(order_))->setChecked(true);
    const std::size_t genes = matrix_ ? matrix_->size() : 0;
    const bool shows = genes >= 2 && genes <= kMostGenes && matrix_->has(quantity_);
    for (const PairQuantity quantity : kQuantities)
        quantitySwitch_->button(static_cast<int>(quantity))->setEnabled(!shows || matrix_->has(quantity));
    bar_->setVisible(shows);
    pages_->setCurrentIndex(shows ? 1 : 0);
    const std::optional<std::pair<int, int>> current = currentPair();
    cursor_->setHover({});
    if (!shows) {
        emptyLabel_->setText(genes > kMostGenes ? tr("%1 genes are too many for a heat map, which shows up to %2.\n"
                                                     "Choose fewer of them.")
                                                      .arg(formatCount(static_cast<std::int64_t>(genes)),
                                                           formatCount(static_cast<std::int64_t>(kMostGenes)))
                                                : emptyText_);
        pairs_ = {};
        cursor_->setCurrent({});
        nameCurrent();
        applyColours(palette(), plotFont(font()));
        emit shown();
        return;
    }
    std::vector<std::size_t> order;
    if (order_ == Order::Alphabetical) {
        order = alphabeticalOrder(matrix_->genes);
    } else if (const auto known = clustered_.find(quantity_); order_ == Order::Clustered && known != clustered_.end()) {
        order = known->second;
    } else if (order_ == Order::Clustered) {
        worker_->start(matrix_, quantity_);
    }
    if (order.empty())
        order = asGiven(genes);
    if (!ranges_.contains(quantity_))
        ranges_[quantity_] = pairColourRange(*matrix_, quantity_);
    range_ = ranges_[quantity_];
    pairs_ = OrderedPairs(matrix_, quantity_, std::move(order), range_.neutral);
    step_ = 0;
    if (current)
        setCurrentPair(current->first, current->second);
    nameCurrent();
    applyColours(palette(), plotFont(font()));
    replot();
    emit shown();
}

void PairHeatMap::replot()
{
    canvas_->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace knockscape::ui
