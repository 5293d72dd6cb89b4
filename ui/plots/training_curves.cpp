#include "ui/plots/training_curves.h"

#include "ui/plots/legend_strip.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/plot_picture.h"
#include "ui/theme/colours.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <qcustomplot.h>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{
namespace
{

QString line(const QString &name, double value)
{
    return std::isnan(value) ? QString()
                             : QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'>%2</td></tr>")
                                   .arg(name.toHtmlEscaped(), formatValue(value));
}

void addPoint(QCPGraph *graph, int epoch, double value)
{
    if (std::isfinite(value))
        graph->addData(epoch, value);
}

} // namespace

TrainingCurves::TrainingCurves(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Training curves"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    canvas_ = new QCustomPlot(this);
    canvas_->setFocusPolicy(Qt::StrongFocus);
    canvas_->setMinimumSize(240, 140);
    canvas_->installEventFilter(this);
    canvas_->setMouseTracking(true);
    setFocusProxy(canvas_);
    layout->addWidget(canvas_);

    canvas_->plotLayout()->clear();
    loss_ = new QCPAxisRect(canvas_);
    correlation_ = new QCPAxisRect(canvas_);
    lossLegend_ = new LegendStrip(canvas_);
    correlationLegend_ = new LegendStrip(canvas_);
    lossLegend_->setEntries(
        {{LegendStrip::Sample::SolidLine, tr("training")}, {LegendStrip::Sample::DashedLine, tr("validation")}});
    correlationLegend_->setEntries(
        {{LegendStrip::Sample::SolidLine, tr("fitness")}, {LegendStrip::Sample::DashedLine, tr("interaction")}});
    canvas_->plotLayout()->addElement(0, 0, lossLegend_);
    canvas_->plotLayout()->addElement(0, 1, correlationLegend_);
    canvas_->plotLayout()->addElement(1, 0, loss_);
    canvas_->plotLayout()->addElement(1, 1, correlation_);
    canvas_->plotLayout()->setRowSpacing(0);
    const auto label = [](QCPAxisRect *rect, const QString &y) {
        rect->setupFullAxesBox(false);
        rect->axis(QCPAxis::atTop)->setVisible(false);
        rect->axis(QCPAxis::atRight)->setVisible(false);
        rect->axis(QCPAxis::atBottom)->setLabel(tr("Epoch"));
        rect->axis(QCPAxis::atLeft)->setLabel(y);
        for (const QCPAxis::AxisType side : {QCPAxis::atBottom, QCPAxis::atLeft}) {
            rect->axis(side)->setTicker(makeNumberTicker());
            rect->axis(side)->setNumberFormat(QStringLiteral("gb"));
            rect->axis(side)->setNumberPrecision(4);
        }
    };
    label(loss_, tr("Loss"));
    label(correlation_, tr("Validation r"));
    QCPAxisRect *rects[2] = {loss_, correlation_};
    for (int i = 0; i < 2; ++i) {
        auto *cursor = new QCPItemStraightLine(canvas_);
        for (QCPItemPosition *position : {cursor->point1, cursor->point2}) {
            position->setAxisRect(rects[i]);
            position->setAxes(rects[i]->axis(QCPAxis::atBottom), rects[i]->axis(QCPAxis::atLeft));
        }
        cursor->setClipAxisRect(rects[i]);
        cursor->setVisible(false);
        cursors_[i] = cursor;
    }
    begin(1, 1);
}

TrainingCurves::~TrainingCurves() = default;

void TrainingCurves::begin(int members, int epochs)
{
    canvas_->clearGraphs();
    members_.assign(static_cast<std::size_t>(std::max(1, members)), {});
    epochs_ = std::max(1, epochs);
    epoch_ = 0;
    for (QCPItemStraightLine *cursor : cursors_)
        cursor->setVisible(false);
    for (Curves &curves : members_) {
        const auto graph = [this](QCPAxisRect *rect) {
            return canvas_->addGraph(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        };
        curves.train = graph(loss_);
        curves.validation = graph(loss_);
        curves.fitness = graph(correlation_);
        curves.interaction = graph(correlation_);
    }
    applyColours(palette(), plotFont(font()));
    rescale();
}

void TrainingCurves::add(int member, const CurvePoint &point)
{
    if (member < 0 || static_cast<std::size_t>(member) >= members_.size())
        return;
    Curves &curves = members_[static_cast<std::size_t>(member)];
    curves.points.push_back(point);
    addPoint(curves.train, point.epoch, point.trainLoss);
    addPoint(curves.validation, point.epoch, point.validationLoss);
    addPoint(curves.fitness, point.epoch, point.fitnessPearson);
    addPoint(curves.interaction, point.epoch, point.interactionPearson);
    rescale();
}

const std::vector<CurvePoint> &TrainingCurves::points(int member) const
{
    return members_.at(static_cast<std::size_t>(member)).points;
}

void TrainingCurves::rescale()
{
    double highest = 0.0;
    double lowest = std::numeric_limits<double>::infinity();
    double worst = 0.0;
    for (const Curves &curves : members_) {
        for (const CurvePoint &point : curves.points) {
            for (const double loss : {point.trainLoss, point.validationLoss}) {
                if (std::isfinite(loss)) {
                    highest = std::max(highest, loss);
                    lowest = std::min(lowest, loss);
                }
            }
            for (const double r : {point.fitnessPearson, point.interactionPearson})
                worst = std::isfinite(r) ? std::min(worst, r) : worst;
        }
    }
    for (QCPAxisRect *rect : {loss_, correlation_})
        rect->axis(QCPAxis::atBottom)->setRange(0.0, epochs_ + 1.0);
    const double floor = std::isfinite(lowest) ? std::min(0.0, lowest) : 0.0;
    loss_->axis(QCPAxis::atLeft)->setRange(floor, highest > floor ? floor + 1.06 * (highest - floor) : floor + 1.0);
    correlation_->axis(QCPAxis::atLeft)->setRange(std::min(0.0, worst * 1.06), 1.03);
    canvas_->replot(QCustomPlot::rpQueuedReplot);
}

void TrainingCurves::applyColours(const QPalette &palette, const QFont &font)
{
    canvas_->setBackground(QBrush(palette.color(QPalette::Base)));
    const QColor text = palette.color(QPalette::Text);
    const QColor edge = mixed(palette.color(QPalette::Base), text, 0.45);
    for (QCPAxisRect *rect : {loss_, correlation_}) {
        for (const QCPAxis::AxisType side : {QCPAxis::atBottom, QCPAxis::atLeft}) {
            QCPAxis *axis = rect->axis(side);
            axis->setLabelColor(text);
            axis->setLabelFont(font);
            axis->setTickLabelColor(dimmedText(palette));
            axis->setTickLabelFont(font);
            axis->setBasePen(QPen(edge));
            axis->setTickPen(QPen(edge));
            axis->setSubTickPen(Qt::NoPen);
            axis->grid()->setPen(QPen(mixed(palette.color(QPalette::Base), text, 0.10)));
            axis->grid()->setZeroLinePen(Qt::NoPen);
        }
    }
    for (LegendStrip *legend : {lossLegend_, correlationLegend_})
        legend->setAppearance(palette, font);
    for (QCPItemStraightLine *cursor : cursors_)
        cursor->setPen(QPen(mixed(palette.color(QPalette::Base), text, 0.6), 1.0, Qt::DotLine));
    for (std::size_t member = 0; member < members_.size(); ++member) {
        const QColor colour = categoricalColour(static_cast<int>(member), palette);
        const Curves &curves = members_[member];
        curves.train->setPen(QPen(colour, 1.8));
        curves.fitness->setPen(QPen(colour, 1.8));
        curves.validation->setPen(QPen(colour, 1.8, Qt::DashLine));
        curves.interaction->setPen(QPen(colour, 1.8, Qt::DashLine));
    }
}

QString TrainingCurves::epochText(int epoch) const
{
    QString text;
    for (std::size_t member = 0; member < members_.size(); ++member) {
        for (const CurvePoint &point : members_[member].points) {
            if (point.epoch != epoch)
                continue;
            const QString name =
                members_.size() == 1 ? tr("epoch %1").arg(epoch) : tr("model %1, epoch %2").arg(member + 1).arg(epoch);
            text += QStringLiteral("<b>%1</b><table>%2</table>")
                        .arg(name, line(tr("training loss"), point.trainLoss) +
                                       line(tr("validation loss"), point.validationLoss) +
                                       line(tr("fitness r"), point.fitnessPearson) +
                                       line(tr("interaction r"), point.interactionPearson));
        }
    }
    return text;
}

void TrainingCurves::pointAt(int epoch, const QPoint &global)
{
    const QString text = epochText(epoch);
    epoch_ = text.isEmpty() ? 0 : epoch;
    for (QCPItemStraightLine *cursor : cursors_) {
        cursor->setVisible(epoch_ > 0);
        cursor->point1->setCoords(epoch, 0.0);
        cursor->point2->setCoords(epoch, 1.0);
    }
    canvas_->replot(QCustomPlot::rpQueuedReplot);
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global, text, canvas_);
}

int TrainingCurves::epochAtPixel(const QPointF &pixel) const
{
    for (QCPAxisRect *rect : {loss_, correlation_}) {
        if (rect->rect().contains(pixel.toPoint()))
            return static_cast<int>(std::lround(rect->axis(QCPAxis::atBottom)->pixelToCoord(pixel.x())));
    }
    return 0;
}

bool TrainingCurves::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == canvas_ && event->type() == QEvent::MouseMove) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        pointAt(epochAtPixel(mouse->position()), mouse->globalPosition().toPoint());
    } else if (watched == canvas_ && event->type() == QEvent::Leave) {
        pointAt(0, {});
    } else if (watched == canvas_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int last = static_cast<int>(members_.front().points.size());
        if ((key == Qt::Key_Left || key == Qt::Key_Right) && last > 0) {
            const int next = epoch_ == 0 ? (key == Qt::Key_Left ? last : 1) : epoch_ + (key == Qt::Key_Left ? -1 : 1);
            const int epoch = std::clamp(next, 1, last);
            const QPoint at(static_cast<int>(loss_->axis(QCPAxis::atBottom)->coordToPixel(epoch)),
                            loss_->rect().center().y());
            pointAt(epoch, canvas_->mapToGlobal(at));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TrainingCurves::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyColours(palette(), plotFont(font()));
        canvas_->replot(QCustomPlot::rpQueuedRefresh);
    }
}

PictureSource TrainingCurves::picture()
{
    PictureSource source;
    source.kind = QStringLiteral("training");
    source.title = tr("Training");
    source.layout.height = 80.0;
    if (!members_.front().points.empty()) {
        source.paint = [this](QPaintDevice &device, const PictureLayout &layout, bool vector) {
            const bool cursor = epoch_ > 0;
            for (QCPItemStraightLine *line : cursors_)
                line->setVisible(false);
            applyColours(lightPalette(), layout.font());
            const QRect shown = canvas_->viewport();
            canvas_->setViewport(QRect(QPoint(0, 0), layout.logicalSize()));
            layOut(*canvas_);
            paintPlot(*canvas_, device, layout.logicalSize(), vector);
            for (QCPItemStraightLine *line : cursors_)
                line->setVisible(cursor);
            applyColours(palette(), plotFont(font()));
            canvas_->setViewport(shown);
            canvas_->replot(QCustomPlot::rpQueuedReplot);
        };
    }
    return source;
}

} // namespace knockscape::ui
