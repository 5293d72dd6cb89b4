// knockscape: the desktop application. Wiring only.

#include "app/desktop/command_line.h"
#include "app/desktop/export_job.h"
#include "app/desktop/map_export.h"
#include "app/desktop/startup_trace.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "ui/mainwindow/main_window.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

#include <cstdio>
#include <cstdlib>

namespace
{

using namespace knockscape;

/// Our texts from the program's resources (:/i18n), Qt's own from Qt's folder.
void installTranslations(QApplication &application, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!language.isEmpty()) {
        QLocale::setDefault(locale);
    }
    auto *ours = new QTranslator(&application);
    if (ours->load(locale, QStringLiteral("knockscape"), QStringLiteral("_"), QStringLiteral(":/i18n"))) {
        QApplication::installTranslator(ours);
        auto *qts = new QTranslator(&application);
        if (qts->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
            QApplication::installTranslator(qts);
        }
    }
    setTranslator(
        [](const char *context, const char *text) { return QCoreApplication::translate(context, text).toStdString(); });
    setCountTranslator([](const char *context, const char *text, std::int64_t count) {
        return ui::translatedForm(context, text, count).toStdString();
    });
}

/// Qt's offscreen platform says about every window that it cannot bound its size; nobody asked.
void dropPlatformChatter(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (!message.contains(QLatin1String("propagateSizeHints"))) {
        std::fprintf(stderr, "%s\n", qPrintable(message));
    }
    if (type == QtFatalMsg) {
        std::abort();
    }
}

bool noDisplay()
{
    return qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    const app::CommandLine line = app::parseCommandLine(arguments);
    if (line.exitCode) {
        return *line.exitCode;
    }
    const bool exporting = !line.exportFolder.isEmpty();
    if (exporting && noDisplay() && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    if (exporting) {
        qInstallMessageHandler(dropPlatformChatter);
    }

    QCoreApplication::setOrganizationName(QStringLiteral("knockscape"));
    QCoreApplication::setApplicationName(QStringLiteral("knockscape"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KNOCKSCAPE_VERSION));
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Knockscape"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.knockscape.Knockscape"));
    QGuiApplication::setWindowIcon(ui::applicationIcon());
    installTranslations(application, line.language);

    const ui::Preferences preferences = ui::loadPreferences();
    ui::applyTheme(line.theme.value_or(exporting ? ui::ThemeChoice::Light : preferences.theme));
    if (exporting && line.map.choice.kind != ui::MapChoice::Kind::None) {
        return app::exportMap(line);
    }
    auto *trace = app::StartupTrace::wanted() ? new app::StartupTrace(&application) : nullptr;
    ui::MainWindow window(preferences);
    if (trace != nullptr) {
        trace->watch(&window);
    }
    if (exporting) {
        new app::ExportJob(&window, line, &application);
        window.resetLayout();
        window.resize(1280, 800);
    }
    window.show();
    // After the first paint, so that the window does not wait for files.
    QTimer::singleShot(0, &window, [&window, &line] { window.openFiles(line.files); });
    return QApplication::exec();
}
