#include "ui/graph/layout_runner.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>

#include <stdexcept>

namespace knockscape::ui
{

namespace
{

constexpr int kTimeLimit = 20000;
const char *const kFallbackEngine = "sfdp";

} // namespace

LayoutRunner::LayoutRunner(QObject *parent) : QObject(parent), helper_(findHelper()), timeLimit_(kTimeLimit)
{
    watchdog_.setSingleShot(true);
    connect(&watchdog_, &QTimer::timeout, this,
            [this] { onStopped(tr("The layout took longer than %1 s and was stopped.").arg(timeLimit_ / 1000)); });
}

LayoutRunner::~LayoutRunner()
{
    drop();
}

QString LayoutRunner::findHelper()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const char *folder : {"", "/../libexec/knockscape", "/../lib/knockscape", "/../bin"}) {
        const QFileInfo file(here + QLatin1String(folder) + QStringLiteral("/knockscape-layout"));
        if (file.isExecutable() && file.isFile())
            return file.absoluteFilePath();
    }
    return {};
}

void LayoutRunner::start(const LayoutRequest &request)
{
    drop();
    request_ = request;
    launch();
}

void LayoutRunner::cancel()
{
    drop();
}

void LayoutRunner::launch()
{
    process_ = new QProcess(this);
    connect(process_, &QProcess::finished, this, &LayoutRunner::onFinished);
    connect(process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        drop();
        emit failed(tr("The layout helper “knockscape-layout” could not be started: it should lie beside the program. "
                       "Install Knockscape again, or build the target knockscape_layout."));
    });
    watchdog_.start(timeLimit_);
    // An empty name would run nothing and report nothing.
    process_->start(helper_.isEmpty() ? QStringLiteral("knockscape-layout") : helper_, QStringList());
    if (!process_)
        return;
    process_->write(QByteArray::fromStdString(toJson(request_)));
    process_->closeWriteChannel();
}

void LayoutRunner::onFinished()
{
    if (process_->exitStatus() != QProcess::NormalExit) {
        onStopped(tr("The layout helper stopped unexpectedly."));
        return;
    }
    const QByteArray answer = process_->readAllStandardOutput();
    drop();
    LayoutResult result;
    try {
        result = layoutResultFromJson(answer.toStdString());
    } catch (const std::runtime_error &error) {
        emit failed(tr("The layout helper gave an answer that cannot be used (%1).").arg(error.what()));
        return;
    }
    if (!result.error.empty()) {
        emit failed(tr("The graph could not be laid out (%1). Choose another layout or fewer nodes.")
                        .arg(QString::fromStdString(result.error)));
        return;
    }
    emit finished(result);
}

void LayoutRunner::onStopped(const QString &reason)
{
    drop();
    if (request_.engine != kFallbackEngine) {
        request_.engine = kFallbackEngine;
        launch();
        return;
    }
    emit failed(reason + QLatin1Char(' ') + tr("Show fewer nodes."));
}

void LayoutRunner::drop()
{
    watchdog_.stop();
    if (!process_)
        return;
    QProcess *const old = process_;
    process_ = nullptr;
    old->disconnect(this);
    if (old->state() == QProcess::NotRunning) {
        old->deleteLater();
        return;
    }
    connect(old, &QProcess::finished, old, &QObject::deleteLater);
    old->kill();
}

} // namespace knockscape::ui
