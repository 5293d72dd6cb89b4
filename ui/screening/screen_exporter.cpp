#include "ui/screening/screen_exporter.h"

#include "engine/store/prediction_table.h"

#include <QElapsedTimer>

#include <utility>

namespace knockscape::ui
{
namespace
{

constexpr qint64 progressMilliseconds = 50;
constexpr std::size_t rowsBetweenLooks = 256;

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
                           const Provenance &about)
{
    Q_ASSERT(!running_);
    running_ = true;
    cancel_ = CancelToken();
    // TaskThread joins before this object goes, so that the thread may post to it.
    thread_.post([this, file, token = cancel_, cell = std::move(cell), rows = std::move(rows), order = std::move(order),
                  spreads, about] {
        JobEnd end = JobEnd::Finished;
        std::vector<Issue> issues;
        try {
            QElapsedTimer since;
            since.start();
            PredictionBlock block;
            PredictionRow row;
            const auto total = static_cast<std::size_t>(order->size());
            writePredictionTable(
                file, total, spreads,
                [&](std::size_t place) {
                    if (place % rowsBetweenLooks == 0) {
                        token.throwIfCancelled();
                        if (since.elapsed() >= progressMilliseconds) {
                            since.start();
                            QMetaObject::invokeMethod(
                                this, [this, place, total] { emit progressed(place, total); }, Qt::QueuedConnection);
                        }
                    }
                    rows->read({(*order)[place], 1}, block);
                    const auto genes = block.genesOf(0);
                    row.genotype = Genotype(std::vector<GeneIndex>(genes.begin(), genes.end()));
                    row.prediction = block.predictions.front();
                    return toStored(row, cell->genes);
                },
                about);
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
