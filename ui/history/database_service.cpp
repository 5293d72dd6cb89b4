#include "ui/history/database_service.h"

#include "engine/core/issue.h"

#include <QHash>
#include <QMetaType>
#include <QThread>
#include <QTimer>

#include <optional>

namespace knockscape::ui
{
namespace
{

using namespace std::chrono_literals;

/// Rows of a running job arrive many times a second; the list of runs is read again only this often.
constexpr auto listInterval = 500ms;
/// How often to look whether another program (the command line) added a run.
constexpr auto foreignInterval = 2s;

} // namespace

/// Lives on the writer thread with the connection; every function runs there.
class DatabaseWorker : public QObject
{
public:
    DatabaseWorker(DatabaseService *service, std::filesystem::path file)
        : service_(service), file_(std::move(file)), listTimer_(this), foreignTimer_(this)
    {
        listTimer_.setSingleShot(true);
        listTimer_.setInterval(listInterval);
        connect(&listTimer_, &QTimer::timeout, this, [this] { sendRuns(); });
        foreignTimer_.setInterval(foreignInterval);
        connect(&foreignTimer_, &QTimer::timeout, this, [this] { lookForForeignRuns(); });
    }

    /// Does `work` with the open database; what goes wrong is told once, not for every batch of a long job.
    template <typename Work>
    bool attempt(const Work &work)
    {
        QString message;
        try {
            if (!database_) {
                database_.emplace(file_);
                foreignTimer_.start();
            }
            work(*database_);
            lastFailure_.clear();
            return true;
        } catch (const InputError &error) {
            message = QString::fromStdString(describe(error.issues().front()));
        } catch (const std::exception &error) {
            message = QString::fromUtf8(error.what());
        }
        if (message != lastFailure_) {
            lastFailure_ = message;
            emit service_->failed(message);
        }
        return false;
    }

    void begin(quint64 token, const RunRecord &run)
    {
        lastFailure_.clear();
        attempt([&](RunDatabase &database) {
            const std::int64_t id = database.begin(run);
            runs_.insert(token, id);
            emit service_->runBegun(token, id);
            sendRuns();
        });
    }

    void append(quint64 token, const std::vector<StoredPrediction> &rows)
    {
        const auto run = runs_.constFind(token);
        if (run == runs_.cend()) {
            return;
        }
        if (attempt([&](RunDatabase &database) { database.append(*run, rows); })) {
            if (!listTimer_.isActive()) {
                listTimer_.start();
            }
        } else {
            abandon(token);
        }
    }

    void addArtifact(quint64 token, const RunArtifact &artifact)
    {
        if (const auto run = runs_.constFind(token); run != runs_.cend()) {
            attempt([&](RunDatabase &database) { database.addArtifact(*run, artifact); });
        }
    }

    void finish(quint64 token, RunStatus status, const QString &error)
    {
        if (const auto run = runs_.constFind(token); run != runs_.cend()) {
            attempt([&](RunDatabase &database) { database.finish(*run, status, error.toStdString()); });
            runs_.erase(run);
            sendRuns();
        }
    }

    template <typename Work>
    void change(const Work &work)
    {
        lastFailure_.clear();
        attempt(work);
        sendRuns();
    }

    void sendRuns()
    {
        listTimer_.stop();
        attempt([&](RunDatabase &database) {
            foreignChanges_ = database.foreignChanges();
            emit service_->runsChanged(database.runs());
        });
    }

    void sendRun(qint64 run)
    {
        lastFailure_.clear();
        attempt([&](RunDatabase &database) {
            emit service_->runRead(run, database.predictions(run), database.artifacts(run));
        });
    }

private:
    /// The rest of a run whose rows could not be written is not recorded: a gap would look like a whole.
    void abandon(quint64 token)
    {
        const std::int64_t run = runs_.take(token);
        const QString reason = lastFailure_;
        attempt([&](RunDatabase &database) { database.finish(run, RunStatus::Failed, reason.toStdString()); });
        sendRuns();
    }

    void lookForForeignRuns()
    {
        attempt([&](RunDatabase &database) {
            if (database.foreignChanges() != foreignChanges_) {
                sendRuns();
            }
        });
    }

    DatabaseService *service_;
    std::filesystem::path file_;
    std::optional<RunDatabase> database_;
    QHash<quint64, std::int64_t> runs_;
    QString lastFailure_;
    std::int64_t foreignChanges_ = 0;
    QTimer listTimer_;
    QTimer foreignTimer_;
};

class DatabaseService::Private
{
public:
    /// Queues `work` for the writer thread.
    template <typename Work>
    void post(Work work)
    {
        QMetaObject::invokeMethod(
            worker, [target = worker, work = std::move(work)] { work(*target); }, Qt::QueuedConnection);
    }

    QThread thread;
    DatabaseWorker *worker = nullptr;
};

DatabaseService::DatabaseService(std::filesystem::path file, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    qRegisterMetaType<knockscape::RunRecord>();
    qRegisterMetaType<std::vector<knockscape::RunRecord>>();
    qRegisterMetaType<std::vector<knockscape::StoredPrediction>>();
    qRegisterMetaType<std::vector<knockscape::RunArtifact>>();
    d->worker = new DatabaseWorker(this, std::move(file));
    d->thread.setObjectName(QStringLiteral("database"));
    d->worker->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, d->worker, &QObject::deleteLater);
    d->thread.start();
}

DatabaseService::~DatabaseService()
{
    d->post([thread = &d->thread](DatabaseWorker &) { thread->quit(); });
    d->thread.wait();
}

void DatabaseService::beginRun(quint64 token, const RunRecord &run)
{
    d->post([token, run](DatabaseWorker &worker) { worker.begin(token, run); });
}

void DatabaseService::append(quint64 token, std::vector<StoredPrediction> rows)
{
    d->post([token, rows = std::move(rows)](DatabaseWorker &worker) { worker.append(token, rows); });
}

void DatabaseService::addArtifact(quint64 token, const RunArtifact &artifact)
{
    d->post([token, artifact](DatabaseWorker &worker) { worker.addArtifact(token, artifact); });
}

void DatabaseService::finishRun(quint64 token, RunStatus status, const QString &error)
{
    d->post([token, status, error](DatabaseWorker &worker) { worker.finish(token, status, error); });
}

void DatabaseService::requestRuns()
{
    d->post([](DatabaseWorker &worker) { worker.sendRuns(); });
}

void DatabaseService::requestRun(qint64 run)
{
    d->post([run](DatabaseWorker &worker) { worker.sendRun(run); });
}

void DatabaseService::setNote(qint64 run, const QString &note)
{
    d->post([run, text = note.toStdString()](DatabaseWorker &worker) {
        worker.change([&](RunDatabase &database) { database.setNote(run, text); });
    });
}

void DatabaseService::removeRun(qint64 run)
{
    d->post([run](DatabaseWorker &worker) { worker.change([&](RunDatabase &database) { database.remove(run); }); });
}

void DatabaseService::restoreRun(qint64 run)
{
    d->post([run](DatabaseWorker &worker) { worker.change([&](RunDatabase &database) { database.restore(run); }); });
}

} // namespace knockscape::ui
