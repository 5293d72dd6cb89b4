#include "ui/screening/screen_volcano_view.h"

#include "ui/genes/gene_names.h"
#include "ui/plots/volcano_plot.h"

#include <QLabel>
#include <QStackedLayout>

#include <algorithm>
#include <utility>

namespace knockscape::ui
{

ScreenVolcanoView::ScreenVolcanoView(QWidget *parent) : QWidget(parent)
{
    pages_ = new QStackedLayout(this);
    progress_ = new QLabel(this);
    progress_->setAlignment(Qt::AlignCenter);
    progress_->setWordWrap(true);
    progress_->setForegroundRole(QPalette::PlaceholderText);
    plot_ = new VolcanoPlot(this);
    pages_->addWidget(plot_);
    pages_->addWidget(progress_);
    setFocusProxy(plot_);
    connect(plot_, &PredictionPlot::rowActivated, this, &ScreenVolcanoView::open);
}

ScreenVolcanoView::~ScreenVolcanoView() = default;

void ScreenVolcanoView::setOutcome(std::shared_ptr<const ScreenOutcome> outcome)
{
    outcome_ = std::move(outcome);
    outdate();
}

void ScreenVolcanoView::setMeasured(MeasuredLabelsPtr measured)
{
    if (measured != measured_) {
        measured_ = std::move(measured);
        outdate();
    }
}

void ScreenVolcanoView::outdate()
{
    job_.cancel();
    outdated_ = true;
    if (isVisible()) {
        refresh();
    }
}

void ScreenVolcanoView::refresh()
{
    outdated_ = false;
    plot_->setPopulation(0);
    plot_->setPoints({});
    pages_->setCurrentWidget(plot_);
    if (!outcome_) {
        return;
    }
    plot_->setEffect(shownEffect(*outcome_));
    progress_->setText(tr("Reading the rows…"));
    pages_->setCurrentWidget(progress_);
    job_.start(
        this,
        [outcome = outcome_, measured = measured_](const JobControl &control) {
            return sampleRows(*outcome, measured, control);
        },
        [this](ScreenSample sample) {
            plot_->setPopulation(sample.population);
            plot_->setPoints(std::move(sample.points));
            plot_->resetZoom();
            highlight();
            pages_->setCurrentWidget(plot_);
        },
        [this](const std::vector<Issue> &issues) {
            progress_->setText(QString::fromStdString(issues.empty() ? std::string() : describe(issues.front())));
        },
        [this](std::uint64_t done, std::uint64_t total) {
            progress_->setText(tr("Reading the rows… %1 %").arg(total == 0 ? 0 : done * 100 / total));
        });
}

void ScreenVolcanoView::setSelected(const Genotype &genotype)
{
    selected_ = genotype;
    highlight();
}

void ScreenVolcanoView::highlight()
{
    if (!outcome_) {
        return;
    }
    const QString label = deletionLabel(outcome_->cell->genes, selected_);
    const auto &points = plot_->points();
    const auto found =
        std::find_if(points.begin(), points.end(), [&label](const PlotPoint &point) { return point.label == label; });
    plot_->setSelectedRows(found == points.end() ? std::vector<int>() : std::vector<int>{found->row});
}

void ScreenVolcanoView::open(int row)
{
    if (!outcome_ || row < 0) {
        return;
    }
    PredictionBlock block;
    outcome_->rows()->read({static_cast<std::uint64_t>(row), 1}, block);
    const std::span<const GeneIndex> genes = block.genesOf(0);
    emit genotypeActivated(Genotype(std::vector<GeneIndex>(genes.begin(), genes.end())));
}

void ScreenVolcanoView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (outdated_) {
        refresh();
    }
}

} // namespace knockscape::ui
