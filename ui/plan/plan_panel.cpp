#include "ui/plan/plan_panel.h"

#include "engine/plan/plan_reasons.h"
#include "engine/plan/plate_picture.h"
#include "engine/plan/strain_stock.h"
#include "ui/plan/plan_panel_private.h"

#include <QFileDialog>
#include <QSignalBlocker>

#include <algorithm>

namespace knockscape::ui
{

namespace
{

enum Source { AllPairs = 0, SetTimesAll = 1, ListOfGenotypes = 2 };

QString bulletList(const std::vector<std::string> &sentences)
{
    QStringList lines;
    for (const std::string &sentence : sentences) {
        lines.push_back(QString::fromStdString(sentence));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

PlanPanel::PlanPanel(Session *session, InferenceService *inference, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, session, inference))
{
    d->build();
    d->update();
}

PlanPanel::~PlanPanel() = default;

FinishedPlanPtr PlanPanel::plan() const
{
    return d->plan;
}

void PlanPanel::run()
{
    if (d->runButton->isEnabled()) {
        emit begun();
        d->job.plan(d->asked(), {d->plateBox->currentData().toInt(), d->replicateBox->value(), 4, 1, true,
                                 static_cast<std::uint64_t>(d->seedBox->value())});
        d->update();
    }
}

void PlanPanel::cancel()
{
    d->job.cancel();
}

bool PlanPanel::writeTo(const QString &folder, QString *error)
{
    try {
        writePlan(folder.toStdString(), d->plan->output(), "csv");
        d->folder = folder;
        return true;
    } catch (const std::exception &failure) {
        if (error != nullptr) {
            *error = QString::fromStdString(failure.what());
        }
        return false;
    }
}

void PlanPanel::addMeasurements(const QString &folder, const QString &sheet, const QString &labels)
{
    MeasurementRequest request;
    request.cellFolder = d->session->cellFolder();
    request.plan = folder.toStdString();
    request.sheet = sheet.toStdString();
    request.labels = labels.toStdString();
    d->job.measure(request, d->session->cell());
}

void PlanPanel::Private::connectParts()
{
    connect(runButton, &QPushButton::clicked, q, &PlanPanel::run);
    connect(cancelButton, &QPushButton::clicked, q, &PlanPanel::cancel);
    connect(writeButton, &QPushButton::clicked, this, &Private::askForFolder);
    connect(measureButton, &QPushButton::clicked, this, &Private::askForMeasurements);
    connect(sourceBox, &QComboBox::currentIndexChanged, this, &Private::update);
    connect(session, &Session::cellChanged, this, [this] {
        job.cancel();
        plan.reset();
        show(nullptr);
    });
    connect(session, &Session::modelsChanged, this, &Private::update);
    connect(session, &Session::knockoutsChanged, this, &Private::update);
    connect(session, &Session::genotypesChanged, this, &Private::update);
    connect(plateNumber, &QSpinBox::valueChanged, this, &Private::showPlate);
    connect(&job, &PlanJob::progressed, this, [this](const QString &stage, quint64 done, quint64 total) {
        words->setText(stage + QStringLiteral("…"));
        bar->setRange(0, total > 0 ? 1000 : 0);
        bar->setValue(total > 0 ? static_cast<int>(1000 * done / total) : 0);
    });
    connect(&job, &PlanJob::ended, this, [this](const FinishedPlanPtr &made, const std::vector<Issue> &issues) {
        if (made) {
            plan = made;
            folder.clear();
        }
        show(plan);
        if (!issues.empty()) {
            emit q->reported(PlanPanel::tr("No plan was made"), issues);
        }
        emit q->ended(made != nullptr);
    });
    connect(&job, &PlanJob::measured, this,
            [this](const std::shared_ptr<const MeasurementOutcome> &outcome, const std::vector<Issue> &issues) {
                if (outcome) {
                    showMeasured(outcome);
                }
                if (!issues.empty()) {
                    emit q->reported(outcome ? PlanPanel::tr("Measurements were read")
                                             : PlanPanel::tr("Measurements were not added"),
                                     issues);
                }
                emit q->measurementsRead(outcome != nullptr);
            });
    const auto link = [this](PlanTableView *table, auto genotypeOf) {
        connect(table, &PlanTableView::rowSelected, q,
                [this, genotypeOf](int row) { emit q->genotypeSelected(genotypeOf(static_cast<std::size_t>(row))); });
        connect(table, &PlanTableView::rowActivated, q,
                [this, genotypeOf](int row) { emit q->genotypeActivated(genotypeOf(static_cast<std::size_t>(row))); });
    };
    link(genotypes, [this](std::size_t row) { return plan->plan.genotypes[row].genotype; });
    link(strains, [this](std::size_t row) { return plan->plan.strains[row].genotype; });
    link(measured, [this](std::size_t row) { return measuredGenotypes[row]; });
}

QString PlanPanel::Private::obstacle() const
{
    if (!session->cell()) {
        return PlanPanel::tr("Open a cell and a model first.");
    }
    if (session->models().empty()) {
        return PlanPanel::tr("A plan needs a model: open or train one.");
    }
    if (sourceBox->currentIndex() == SetTimesAll && session->knockouts().empty()) {
        return PlanPanel::tr("Tick the genes of interest first: the knockout set is empty.");
    }
    if (sourceBox->currentIndex() == ListOfGenotypes && session->genotypes().empty()) {
        return PlanPanel::tr("The list of genotypes is empty: paste some, or add rows of a screen.");
    }
    return {};
}

void PlanPanel::Private::update()
{
    const QString why = obstacle();
    runButton->setEnabled(why.isEmpty() && !job.busy());
    runButton->setToolTip(why);
    cancelButton->setEnabled(job.busy());
    bar->setVisible(job.busy());
    writeButton->setEnabled(plan != nullptr && !job.busy());
    measureButton->setEnabled(session->cell() != nullptr);
    if (!job.busy() && !plan) {
        words->setText(why.isEmpty() ? PlanPanel::tr("Choose the strains that answer most: “Plan” looks at all "
                                                     "candidates and counts what has to be built. Strains whose "
                                                     "fitness is among the measured values need not be built.")
                                     : why);
    }
}

std::shared_ptr<const GenotypeSource> PlanPanel::Private::source() const
{
    const std::size_t count = session->cell()->genes.size();
    if (sourceBox->currentIndex() == AllPairs) {
        return std::make_shared<Combinations>(allGenes(count), 2);
    }
    std::vector<Genotype> listed = session->genotypes();
    if (sourceBox->currentIndex() == SetTimesAll) {
        listed.clear();
        for (const GeneIndex gene : session->knockouts().genes()) {
            for (const GeneIndex partner : allGenes(count)) {
                if (partner != gene) {
                    listed.push_back(Genotype{gene, partner});
                }
            }
        }
    }
    std::sort(listed.begin(), listed.end());
    listed.erase(std::unique(listed.begin(), listed.end()), listed.end());
    return std::make_shared<GenotypeList>(std::move(listed));
}

FinishedPlan PlanPanel::Private::asked() const
{
    FinishedPlan result;
    result.cell = session->cell();
    result.cellFolder = session->cellFolder();
    PlanRequest &request = result.request;
    request.source = source();
    request.goals = parseGoals(goalBox->currentData().toString().toStdString());
    request.budget = static_cast<std::size_t>(budgetBox->value());
    request.threshold = thresholdBox->value();
    request.mostPerGene = static_cast<std::size_t>(perGeneBox->value());
    request.linkedWithin = 1000.0 * linkedBox->value();
    if (session->measured()) {
        const KnownValues known = knownValues(session->measured()->rows());
        request.stock.measured = known.fitness;
        request.answered = known.interactions;
        result.labels = session->measured()->files();
        const std::vector<Issue> issues = issuesOf(known, session->measured()->title().toStdString());
        if (!issues.empty()) {
            emit q->reported(PlanPanel::tr("Simulated values do not count as measured"), issues);
        }
    }
    return result;
}

void PlanPanel::Private::show(const FinishedPlanPtr &shown)
{
    if (shown) {
        const GeneCatalogue &genes = shown->cell->genes;
        words->setText(bulletList(shown->plan.remarks));
        genotypes->setTable(genotypeTable(shown->plan, genes));
        strains->setTable(strainTable(shown->plan, genes));
        reasons->setHtml(
            QString::fromStdString(reasonsAsHtml(shown->plan, shown->request, *shown->cell, shown->models)));
        const QSignalBlocker quiet(plateNumber);
        plateNumber->setRange(std::min(1, shown->layout.plates), shown->layout.plates);
        plateNumber->setSuffix(PlanPanel::tr(" of %1").arg(shown->layout.plates));
        plateNumber->setValue(1);
    } else {
        for (PlanTableView *table : {genotypes, strains, measured}) {
            table->setTable({});
        }
        reasons->clear();
    }
    showPlate();
    update();
}

void PlanPanel::Private::showPlate()
{
    const bool any = plan && plan->layout.plates > 0;
    plateNumber->setEnabled(any);
    picture->setPicture(
        any ? QByteArray::fromStdString(platePicture(plan->layout, plateNumber->value(), plan->plan, plan->cell->genes))
            : QByteArray());
}

void PlanPanel::Private::showMeasured(const std::shared_ptr<const MeasurementOutcome> &outcome)
{
    measuredGenotypes.clear();
    for (const MeasuredInteraction &row : outcome->panel.interactions) {
        measuredGenotypes.push_back(row.genotype);
    }
    measured->setTable(measuredTable(outcome->panel, session->cell()->genes));
    words->setText(bulletList(describe(*outcome)));
    views->setCurrentWidget(measured);
}

void PlanPanel::Private::askForFolder()
{
    const QString chosen = QFileDialog::getExistingDirectory(q, PlanPanel::tr("Folder for tables, plates and reasons"));
    if (!chosen.isEmpty()) {
        QString error;
        emit q->exported(q->writeTo(chosen, &error), chosen, error);
    }
}

void PlanPanel::Private::askForMeasurements()
{
    const QString from =
        folder.isEmpty() ? QFileDialog::getExistingDirectory(q, PlanPanel::tr("Folder that the plan was written to"))
                         : folder;
    const QString sheet = from.isEmpty() ? QString()
                                         : QFileDialog::getOpenFileName(q, PlanPanel::tr("Filled plate sheet"), from,
                                                                        PlanPanel::tr("Tables (*.csv *.tsv *.txt)"));
    const QString labels =
        sheet.isEmpty()
            ? QString()
            : QFileDialog::getSaveFileName(q, PlanPanel::tr("Labels to add the measured values to"), from,
                                           PlanPanel::tr("Labels (*.tsv)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!labels.isEmpty()) {
        q->addMeasurements(from, sheet, labels);
    }
}

} // namespace knockscape::ui
