#pragma once

#include "ui/screening/screen_outcome.h"
#include "ui/screening/screen_sample.h"
#include "ui/session/latest_job.h"
#include "ui/session/measured_labels.h"

#include <QWidget>

#include <memory>

class QLabel;
class QStackedLayout;

namespace knockscape::ui
{

class VolcanoPlot;

/// The rows of a screen as a volcano plot, sampled on a thread of its own, and only while it is seen.
class ScreenVolcanoView : public QWidget
{
    Q_OBJECT

public:
    explicit ScreenVolcanoView(QWidget *parent = nullptr);
    ~ScreenVolcanoView() override;

    /// Null: none.
    void setOutcome(std::shared_ptr<const ScreenOutcome> outcome);
    /// Measured values of the same cell; may be null.
    void setMeasured(MeasuredLabelsPtr measured);
    /// Highlights a genotype where it is drawn.
    void setSelected(const Genotype &genotype);
    VolcanoPlot *plot() const noexcept { return plot_; }
    bool reading() const noexcept { return job_.busy(); }

signals:
    void genotypeActivated(const knockscape::Genotype &genotype);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void outdate();
    void refresh();
    void open(int row);
    void highlight();

    std::shared_ptr<const ScreenOutcome> outcome_;
    MeasuredLabelsPtr measured_;
    Genotype selected_;
    QStackedLayout *pages_ = nullptr;
    QLabel *progress_ = nullptr;
    VolcanoPlot *plot_ = nullptr;
    bool outdated_ = true;
    LatestJob<ScreenSample> job_;
};

} // namespace knockscape::ui
