#pragma once

#include "engine/core/genotype.h"
#include "engine/core/issue.h"
#include "ui/plan/plan_job.h"
#include "ui/session/inference_service.h"
#include "ui/session/session.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace knockscape::ui
{

/// The "Plan" tab: from which genotypes, for what, with how many strains; then the genotypes, the strains in order of
/// use, the plates as pictures and the reasons; written to a folder, and filled plate sheets read back.
///
/// Follows the session's cell, models and measured values. GUI thread; nothing here waits.
class PlanPanel : public QWidget
{
    Q_OBJECT

public:
    PlanPanel(Session *session, InferenceService *inference, QWidget *parent = nullptr);
    ~PlanPanel() override;

    /// The plan that is shown; null before.
    FinishedPlanPtr plan() const;
    /// Writes it into a folder; true, or false and a reason.
    bool writeTo(const QString &folder, QString *error);
    /// Reads a filled sheet of the plan in `folder` and adds it to `labels`.
    void addMeasurements(const QString &folder, const QString &sheet, const QString &labels);

public slots:
    void run();
    void cancel();

signals:
    void begun();
    void ended(bool made);
    void measurementsRead(bool added);
    /// A genotype was chosen in a table; opened, to become the knockout set.
    void genotypeSelected(const knockscape::Genotype &genotype);
    void genotypeActivated(const knockscape::Genotype &genotype);
    void reported(const QString &headline, const std::vector<knockscape::Issue> &issues);
    void exported(bool written, const QString &file, const QString &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
