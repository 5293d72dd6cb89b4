#include "ui/screening/screen_files.h"

#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/paths.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <ostream>
#include <system_error>
#include <utility>

namespace knockscape::ui
{
namespace
{

namespace fs = std::filesystem;

constexpr const char *descriptionName = "screen.json";

fs::path dataFolder()
{
    return userDataDirectory() / "screens";
}

void createFolder(const fs::path &folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        const auto text = [](const char *source) { return QCoreApplication::translate("ScreenFiles", source); };
        throw EngineError(errorAt(
            folder.string(),
            text(QT_TRANSLATE_NOOP("ScreenFiles", "The folder cannot be made (%1)"))
                .arg(QString::fromStdString(error.message()))
                .toStdString(),
            text(QT_TRANSLATE_NOOP("ScreenFiles", "Check its permissions and the disk's free space")).toStdString()));
    }
}

QJsonArray modelsJson(const std::vector<ModelSummary> &models)
{
    QJsonArray array;
    for (const ModelSummary &model : models) {
        array.append(QJsonObject{{QStringLiteral("name"), QString::fromStdString(model.path.filename().string())},
                                 {QStringLiteral("sha256"), QString::fromStdString(model.sha256)}});
    }
    return array;
}

} // namespace

ScreenFiles::ScreenFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

fs::path ScreenFiles::cacheFolder()
{
    return fs::path(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation).toStdString()) /
           "knockscape" / "screens";
}

fs::path ScreenFiles::temporaryMatrix() const
{
    return cacheFolder() / (folder_.filename().string() + ".npy");
}

bool ScreenFiles::lock()
{
    lock_ = std::make_unique<QLockFile>(QString::fromStdString((folder_ / "lock").string()));
    // Stale only when its process is gone, however long that one computes.
    lock_->setStaleLockTime(0);
    return lock_->tryLock(0);
}

std::unique_ptr<ScreenFiles> ScreenFiles::create(const ScreenPlan &plan, const Cell &cell,
                                                 const std::vector<ModelSummary> &models)
{
    const fs::path folder = dataFolder() / QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    createFolder(folder);
    createFolder(cacheFolder());
    std::unique_ptr<ScreenFiles> files(new ScreenFiles(folder));
    files->lock();
    files->description_ = {{QStringLiteral("plan"), toJson(plan, cell.genes)},
                           {QStringLiteral("title"), plan.title(cell.genes)},
                           {QStringLiteral("cell"), QString::fromStdString(cell.name)},
                           {QStringLiteral("cell_sha256"), QString::fromStdString(cell.sha256)},
                           {QStringLiteral("models"), modelsJson(models)}};
    const QByteArray json = QJsonDocument(files->description_).toJson(QJsonDocument::Compact);
    writeFileAtomically(folder / descriptionName,
                        [&](std::ostream &stream) { stream.write(json.constData(), json.size()); });
    return files;
}

std::unique_ptr<ScreenFiles> ScreenFiles::findInterrupted()
{
    std::unique_ptr<ScreenFiles> newest;
    fs::file_time_type newestTime;
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(dataFolder(), error)) {
        std::unique_ptr<ScreenFiles> files(new ScreenFiles(entry.path()));
        if (!entry.is_directory(error) || !files->lock()) {
            files->lock_.reset(); // another program has it
            continue;
        }
        const fs::file_time_type time = fs::last_write_time(files->checkpoint(), error);
        if (error || !fs::exists(entry.path() / descriptionName, error)) {
            files->discard();
            continue;
        }
        if (newest && time <= newestTime) {
            continue;
        }
        try {
            files->description_ =
                QJsonDocument::fromJson(QByteArray::fromStdString(readFile(entry.path() / descriptionName))).object();
        } catch (const InputError &) {
            files->discard();
            continue;
        }
        newest = std::move(files);
        newestTime = time;
    }
    return newest;
}

ScreenFiles::~ScreenFiles()
{
    if (lock_ && lock_->isLocked()) {
        if (finished_) {
            removeFiles();
        } else {
            lock_->unlock();
        }
    }
}

void ScreenFiles::removeFiles() const
{
    std::error_code ignored;
    fs::path part = temporaryMatrix();
    fs::remove(part, ignored);
    fs::remove(part += ".part", ignored);
    lock_->unlock();
    fs::remove_all(folder_, ignored);
}

bool ScreenFiles::isSimulated() const
{
    return description_.value(QStringLiteral("plan")).toObject().value(QStringLiteral("simulated")).toBool();
}

QString ScreenFiles::medium() const
{
    return description_.value(QStringLiteral("plan")).toObject().value(QStringLiteral("medium")).toString();
}

bool ScreenFiles::fits(const Session &session) const
{
    if (!session.cell() ||
        description_.value(QStringLiteral("cell_sha256")).toString().toStdString() != session.cell()->sha256) {
        return false;
    }
    if (!isSimulated()) {
        return description_.value(QStringLiteral("models")).toArray() == modelsJson(session.models());
    }
    const QString on =
        description_.value(QStringLiteral("plan")).toObject().value(QStringLiteral("simulated_on")).toString();
    return on.toStdString() == simulatedOn(session).json;
}

QString ScreenFiles::cellName() const
{
    return description_.value(QStringLiteral("cell")).toString();
}

QString ScreenFiles::modelNames() const
{
    QStringList names;
    for (const QJsonValue model : description_.value(QStringLiteral("models")).toArray()) {
        names << model.toObject().value(QStringLiteral("name")).toString();
    }
    return names.join(QStringLiteral(", "));
}

QString ScreenFiles::title() const
{
    return description_.value(QStringLiteral("title")).toString();
}

ScreenPlan ScreenFiles::plan(const GeneCatalogue &genes) const
{
    return planFromJson(description_.value(QStringLiteral("plan")).toObject(), genes);
}

void ScreenFiles::finish()
{
    finished_ = true;
    std::error_code ignored;
    fs::remove(folder_ / descriptionName, ignored);
    fs::remove(checkpoint(), ignored);
}

void ScreenFiles::discard()
{
    const QString matrix =
        description_.value(QStringLiteral("plan")).toObject().value(QStringLiteral("matrix")).toString();
    if (!matrix.isEmpty()) {
        std::error_code ignored;
        fs::remove(fs::path(matrix.toStdString() + ".part"), ignored);
    }
    finish();
}

} // namespace knockscape::ui
