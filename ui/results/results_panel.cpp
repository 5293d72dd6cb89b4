#include "ui/results/results_panel_private.h"

#include "engine/store/prediction_table.h"

#include <QElapsedTimer>

#include <algorithm>
#include <exception>

namespace knockscape::ui
{

namespace
{

// While rows arrive, plots and sort order follow this often, or slower when following is expensive.
constexpr int followMs = 250;
constexpr int followShare = 8;

} // namespace

ResultsPanel::Private::Private(ResultsPanel *panel)
    : q(panel), model(new ResultsModel(this)), followTimer(new QTimer(this))
{
    followTimer->setSingleShot(true);
    followTimer->setInterval(followMs);
    build();
    connectAll();
}

void ResultsPanel::Private::scheduleFollow()
{
    if (!followTimer->isActive())
        followTimer->start();
}

void ResultsPanel::Private::follow()
{
    QElapsedTimer spent;
    spent.start();
    table->keepingSelection([this] { model->settle(); });
    updatePoints();
    updateCounts();
    followTimer->setInterval(std::max(followMs, static_cast<int>(spent.elapsed()) * followShare));
}

std::vector<PlotPoint> ResultsPanel::Private::seenPoints() const
{
    std::vector<PlotPoint> points;
    points.reserve(model->seenRows().size());
    for (const std::uint32_t source : model->seenRows()) {
        const PredictionRow &entry = model->rows()[source];
        if (hasAnswer(entry)) {
            points.push_back({static_cast<int>(source), model->label(entry.genotype), entry.prediction});
            points.back().fitness = model->intervals().fitness(entry.prediction, entry.genotype.size());
            points.back().interaction = model->intervals().interaction(entry.prediction, entry.genotype.size());
        }
    }
    return points;
}

PredictionPlot *ResultsPanel::Private::shownPlot() const
{
    return plots->currentIndex() == 0 ? static_cast<PredictionPlot *>(fitness) : interaction;
}

ResultsColumn ResultsPanel::Private::plotOrder() const
{
    return shownPlot() == interaction ? ResultsColumn::Interaction : ResultsColumn::Delta;
}

void ResultsPanel::Private::bring(PredictionPlot *plot)
{
    if (outdated.erase(plot) == 0)
        return;
    plot->setPoints(seenPoints());
    plot->setSelectedRows(table->selectedSources());
}

void ResultsPanel::Private::updatePoints()
{
    outdated = {fitness, interaction};
    bring(shownPlot());
}

void ResultsPanel::Private::updateCounts()
{
    const auto failed = std::count_if(model->rows().begin(), model->rows().end(),
                                      [this](const PredictionRow &entry) { return !hasAnswer(entry); });
    header->setCounts(model->rowCount(), static_cast<std::int64_t>(model->rows().size()), failed);
}

void ResultsPanel::Private::showSelection()
{
    const std::vector<int> sources = table->selectedSources();
    fitness->setSelectedRows(sources);
    interaction->setSelectedRows(sources);
    header->setSelected(static_cast<std::int64_t>(sources.size()));
}

void ResultsPanel::Private::selectFromPlot(int source)
{
    if (source < 0 || static_cast<std::size_t>(source) >= model->rows().size())
        return;
    table->selectSources({source}, source);
    showSelection();
    emit q->genotypeSelected(row(source).genotype);
}

ResultsPanel::ResultsPanel(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setBlocked({}, Evaluator::Model);
}

ResultsPanel::~ResultsPanel() = default;

void ResultsPanel::setCell(std::shared_ptr<const Cell> cell)
{
    d->stopSimulation();
    d->model->setCell(std::move(cell));
    d->filterBar->clear();
    d->updatePoints();
    d->stack->setCurrentIndex(0);
}

void ResultsPanel::setModels(const std::vector<ModelSummary> &models)
{
    d->model->setModels(models);
}

void ResultsPanel::begin(const QString &title)
{
    d->stopSimulation();
    d->model->clear();
    d->table->startOrder(d->plotOrder());
    d->filterBar->clear();
    d->header->begin(title);
    d->updatePoints();
    d->updateCounts();
    d->followTimer->setInterval(followMs);
    d->stack->setCurrentIndex(1);
}

void ResultsPanel::append(std::vector<PredictionRow> rows)
{
    d->model->append(std::move(rows));
    d->scheduleFollow();
}

void ResultsPanel::finish(bool complete)
{
    d->followTimer->stop();
    d->follow();
    d->header->finish(complete);
}

std::vector<PredictionRow> ResultsPanel::visibleRows() const
{
    std::vector<PredictionRow> rows;
    rows.reserve(d->model->seenRows().size());
    for (const std::uint32_t source : d->model->seenRows())
        rows.push_back(d->model->rows()[source]);
    return rows;
}

const std::vector<PredictionRow> &ResultsPanel::rows() const
{
    return d->model->rows();
}

int ResultsPanel::rowCount() const
{
    return static_cast<int>(d->model->rows().size());
}

void ResultsPanel::setProvenance(std::function<Provenance()> source)
{
    d->makeProvenance = std::move(source);
}

Provenance ResultsPanel::Private::about() const
{
    Provenance about = makeProvenance ? makeProvenance() : provenanceOf("predictions", "window", model->cell().get());
    about.filter = filterBar->text().toStdString();
    about.order = model->orderText().toStdString();
    if (model->hasSimulated()) {
        const QString medium = model->simulationMedium();
        about.medium = ResultsPanel::tr("simulated_fitness: %1")
                           .arg(medium.isEmpty() ? ResultsPanel::tr("as the cell has it") : medium)
                           .toStdString();
    }
    return about;
}

bool ResultsPanel::exportTable(const QString &file, QString *error) const
{
    try {
        if (!d->model->cell())
            throw InputError(errorAt({}, ResultsPanel::tr("There are no results to write.").toStdString(),
                                     ResultsPanel::tr("Predict something first.").toStdString()));
        std::vector<StoredPrediction> rows;
        std::vector<double> simulated;
        std::vector<std::string> notes;
        rows.reserve(d->model->seenRows().size());
        for (const std::uint32_t source : d->model->seenRows()) {
            rows.push_back(toStored(d->model->rows()[source], d->model->cell()->genes));
            if (d->model->hasSimulated()) {
                simulated.push_back(d->model->simulated(static_cast<int>(source)));
                notes.push_back(d->model->simulationNoteOf(static_cast<int>(source)));
            }
        }
        writePredictionTable(file.toStdString(), rows, d->about(), {simulated, {}, notes, d->model->intervals()});
        return true;
    } catch (const std::exception &problem) {
        if (error != nullptr)
            *error = QString::fromUtf8(problem.what());
        return false;
    }
}

PictureSource ResultsPanel::picture() const
{
    return d->shownPlot() == d->fitness ? fitnessPicture() : interactionPicture();
}

PictureSource ResultsPanel::fitnessPicture() const
{
    d->bring(d->fitness);
    PictureSource source = d->fitness->picture();
    source.kind = QStringLiteral("fitness");
    return source;
}

PictureSource ResultsPanel::interactionPicture() const
{
    d->bring(d->interaction);
    PictureSource source = d->interaction->picture();
    source.kind = QStringLiteral("interaction");
    return source;
}

} // namespace knockscape::ui
