#include "ui/screening/row_finder.h"

#include "ui/session/inference_service.h"

#include <QElapsedTimer>

#include <utility>

namespace knockscape::ui
{
namespace
{

constexpr qint64 searchProgressMilliseconds = 50;

} // namespace

RowFinder::RowFinder(QObject *parent) : QObject(parent)
{
    thread_.beBackground(); // drawing and the live prediction come first
}

RowFinder::~RowFinder()
{
    cancel_.cancel();
}

void RowFinder::cancel()
{
    cancel_.cancel();
    ++serial_;
    busy_ = false;
}

void RowFinder::find(std::shared_ptr<const ScreenRows> rows, const ScreenQuery &query)
{
    cancel();
    cancel_ = CancelToken();
    busy_ = true;
    // This object is destroyed after its thread has ended (TaskThread joins), so that the thread may post to it.
    thread_.postLatest([this, serial = serial_, token = cancel_, rows = std::move(rows), query] {
        const auto deliver = [this, serial](auto call) {
            QMetaObject::invokeMethod(
                this,
                [this, serial, call = std::move(call)] {
                    if (serial == serial_) {
                        call();
                    }
                },
                Qt::QueuedConnection);
        };
        QElapsedTimer since;
        since.start();
        JobControl control{token, [&](const Progress &progress) {
                               if (since.elapsed() >= searchProgressMilliseconds) {
                                   since.start();
                                   deliver([this, progress] { emit progressed(progress.done, progress.total); });
                               }
                           }};
        try {
            const auto order = std::make_shared<const RowOrder>(orderRows(*rows, query, control));
            deliver([this, order, query] {
                busy_ = false;
                emit found(order, query);
            });
        } catch (const Cancelled &) {
            return;
        } catch (...) {
            deliver([this, issues = issuesOf(std::current_exception())] {
                busy_ = false;
                emit failed(issues);
            });
        }
    });
}

} // namespace knockscape::ui
