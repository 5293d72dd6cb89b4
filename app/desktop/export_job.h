#pragma once

#include "app/desktop/command_line.h"
#include "engine/core/issue.h"
#include "ui/plots/picture_export.h"
#include "ui/session/inference_service.h"

#include <QObject>
#include <QString>

#include <filesystem>

namespace knockscape::ui
{
class MainWindow;
}

namespace knockscape::app
{

/// `knockscape --export DIR`: the application's main job without anyone watching. Predicts the genotypes asked for and
/// every single knockout, writes table, plots, network view and a picture of the window into a folder, prints the paths
/// and ends the event loop with the contract's exit code.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    ExportJob(ui::MainWindow *window, const CommandLine &line, QObject *parent);

private:
    void onModelState();
    void startPrediction();
    void onJobEnded(ui::JobEnd end);
    void drawNetwork();
    void writeAll();
    /// Prints issues to stderr; errors end the program.
    void onReported(const QString &headline, const std::vector<Issue> &issues);
    void write(const QString &name, const std::function<bool(const QString &, QString *)> &writer);
    void writePictures(const ui::PictureSource &source);
    void finish(int code);

    ui::MainWindow *window_;
    std::filesystem::path folder_;
    QString genes_;
    PictureOptions pictures_;
    bool started_ = false;
    bool finished_ = false;
    bool cancelled_ = false;
    bool failed_ = false;
};

} // namespace knockscape::app
