#pragma once

#include "ui/plan/plan_panel.h"
#include "ui/plan/plan_table_view.h"
#include "ui/plan/plate_view.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTextBrowser>

namespace knockscape::ui
{

class PlanPanel::Private : public QObject
{
    Q_OBJECT

public:
    Private(PlanPanel *panel, Session *document, InferenceService *inference)
        : q(panel), session(document), job(inference)
    {
    }

    void build();
    QWidget *buildChoices();
    QWidget *buildViews();
    void connectParts();

    /// Why no plan can be made now; empty where one can.
    QString obstacle() const;
    void update();
    std::shared_ptr<const GenotypeSource> source() const;
    FinishedPlan asked() const;
    void show(const FinishedPlanPtr &plan);
    void showPlate();
    void showMeasured(const std::shared_ptr<const MeasurementOutcome> &outcome);
    void askForFolder();
    void askForMeasurements();

    PlanPanel *q;
    Session *session;
    PlanJob job;
    FinishedPlanPtr plan;
    QString folder; ///< where the plan was written
    std::vector<Genotype> measuredGenotypes;

    QComboBox *sourceBox = nullptr;
    QComboBox *goalBox = nullptr;
    QSpinBox *budgetBox = nullptr;
    QDoubleSpinBox *thresholdBox = nullptr;
    QSpinBox *perGeneBox = nullptr;
    QDoubleSpinBox *linkedBox = nullptr;
    QComboBox *plateBox = nullptr;
    QSpinBox *replicateBox = nullptr;
    QSpinBox *seedBox = nullptr;
    QPushButton *runButton = nullptr;
    QPushButton *cancelButton = nullptr;
    QPushButton *writeButton = nullptr;
    QPushButton *measureButton = nullptr;
    QProgressBar *bar = nullptr;
    QLabel *words = nullptr;
    QTabWidget *views = nullptr;
    PlanTableView *genotypes = nullptr;
    PlanTableView *strains = nullptr;
    PlanTableView *measured = nullptr;
    QSpinBox *plateNumber = nullptr;
    PlateView *picture = nullptr;
    QTextBrowser *reasons = nullptr;
};

} // namespace knockscape::ui
