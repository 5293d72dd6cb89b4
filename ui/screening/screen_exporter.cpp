#include "ui/screening/screen_exporter.h"

#include "engine/core/agreement.h"
#include "engine/core/text.h"
#include "engine/store/prediction_table.h"
#include "ui/screening/screen_outcome.h"

#include <QElapsedTimer>

#include <optional>
#include <utility>

namespace knockscape::ui
{
namespace
{

constexpr qint64 exportProgressMilliseconds = 50;
constexpr std::size_t rowsBetweenLooks = 256;

/// The columns of what was simulated; `row` is the one that was made last.
std::vector<BesideColumn> besideColumns(const SimulatedRows &simulated, const Cell &cell, const PredictionRow &row)
{
    if (!simulated) {
        return {};
    }
    const auto found = [&simulated, &row]() -> const SimulatedRow * {
        const auto known = simulated->find(row.genotype);
        return known == simulated->end() ? nullptr : &known->second;
    };
    const auto number = [found](double SimulatedRow::*member) {
        return [found, member](std::size_t) {
            const SimulatedRow *known = found();
            return known != nullptr ? formatNumber(known->*member) : std::string();
        };
    };
    const auto agreement = [found, &row](std::size_t) {
        const SimulatedRow *known = found();
        return known == nullptr ? std::string()
                                : std::string(toText(agreementOf(row.prediction, row.genotype.size(), known->fitness,
                                                                 known->epistasis)));
    };
    const auto note = [found, &row, genes = std::make_shared<const MetabolicGenes>(cell)](std::size_t) {
        const SimulatedRow *known = found();
        return simulationNote(known == nullptr ? std::string() : known->status,
                              deletedGenesInModel(*genes, row.genotype), row.genotype.size());
    };
    return {{"simulated_fitness", true, number(&SimulatedRow::fitness)},
            {"simulated_epistasis", true, number(&SimulatedRow::epistasis)},
            {"agreement", false, agreement},
            {"simulation_note", false, note}};
}

} // namespace

ScreenExporter::ScreenExporter(QObject *parent) : QObject(parent)
{
    thread_.beBackground(); // drawing and the live prediction come first
}

ScreenExporter::~ScreenExporter()
{
    cancel_.cancel();
}

void ScreenExporter::cancel()
{
    cancel_.cancel();
}

void ScreenExporter::start(const std::filesystem::path &file, std::shared_ptr<const Cell> cell,
                           std::shared_ptr<const ScreenRows> rows, std::shared_ptr<const RowOrder> order, bool spreads,
                           const Provenance &about, SimulatedRows simulated, const PredictionIntervals &intervals)
{
    Q_ASSERT(!running_);
    running_ = true;
    cancel_ = CancelToken();
    // TaskThread joins before this object goes, so that the thread may post to it.
    thread_.post([this, file, token = cancel_, cell = std::move(cell), rows = std::move(rows), order = std::move(order),
                  spreads, about, intervals, simulated = std::move(simulated)] {
        JobEnd end = JobEnd::Finished;
        std::vector<Issue> issues;
        try {
            QElapsedTimer since;
            since.start();
            PredictionBlock block;
            PredictionRow row;
            const auto status = about.method.empty() ? std::nullopt : std::optional(SimulatedStatus(*cell));
            const auto total = static_cast<std::size_t>(order->size());
            writePredictionTable(
                file, total, spreads,
                [&](std::size_t place) {
                    if (place % rowsBetweenLooks == 0) {
                        token.throwIfCancelled();
                        if (since.elapsed() >= exportProgressMilliseconds) {
                            since.start();
                            QMetaObject::invokeMethod(
                                this, [this, place, total] { emit progressed(place, total); }, Qt::QueuedConnection);
                        }
                    }
                    rows->read({(*order)[place], 1}, block);
                    const auto genes = block.genesOf(0);
                    row.genotype = Genotype(std::vector<GeneIndex>(genes.begin(), genes.end()));
                    row.prediction = block.predictions.front();
                    if (status) {
                        row.status = status->of(row.genotype, row.prediction);
                    }
                    return toStored(row, cell->genes);
                },
                about, besideColumns(simulated, *cell, row), intervals);
        } catch (const Cancelled &) {
            end = JobEnd::Cancelled;
        } catch (...) {
            end = JobEnd::Failed;
            issues = issuesOf(std::current_exception());
        }
        QMetaObject::invokeMethod(
            this,
            [this, end, name = QString::fromStdString(file.string()), issues] {
                running_ = false;
                emit ended(end, name, issues);
            },
            Qt::QueuedConnection);
    });
}

} // namespace knockscape::ui
