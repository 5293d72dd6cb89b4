#include "app/desktop/command_line.h"

#include "app/desktop/exit_code.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace knockscape::app
{
namespace
{

QString text(const char *source)
{
    return QCoreApplication::translate("CommandLine", source);
}

const char *const helpText = QT_TRANSLATE_NOOP(
    "CommandLine", "Usage: knockscape [options] [FILE…]\n"
                   "Explore gene knockouts with a trained model.\n\n"
                   "FILE: a .cell folder, a .safetensors model (several make an ensemble), or a knockout list\n"
                   "(.txt, .csv, .tsv). Without files the demo is opened.\n\n"
                   "Options:\n"
                   "  --export DIR      predict without showing a window; write results.csv, plots and the network\n"
                   "                    view into DIR and print their paths\n"
                   "  --genes \"A B;C D\" with --export: genotypes to predict beside all single knockouts\n"
                   "  --theme NAME      system, light or dark\n"
                   "  --language CODE   language of the window, for example de\n"
                   "  -h, --help        this text\n"
                   "  -v, --version     the version\n");

} // namespace

CommandLine parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QString value = QStringLiteral("value");
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, QString());
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")}, QString());
    const QCommandLineOption exportTo(QStringLiteral("export"), QString(), value);
    const QCommandLineOption genes(QStringLiteral("genes"), QString(), value);
    const QCommandLineOption theme(QStringLiteral("theme"), QString(), value);
    const QCommandLineOption language(QStringLiteral("language"), QString(), value);
    parser.addOptions({help, version, exportTo, genes, theme, language});

    CommandLine line;
    const auto refuse = [&line](const QString &message) {
        std::fprintf(stderr, "%s\n%s\n", qPrintable(message),
                     qPrintable(text(QT_TRANSLATE_NOOP("CommandLine", "Try knockscape --help"))));
        line.exitCode = exitUsage;
        return line;
    };
    if (!parser.parse(arguments)) {
        return refuse(parser.errorText());
    }
    if (parser.isSet(help)) {
        std::printf("%s", qPrintable(text(helpText)));
        line.exitCode = exitDone;
        return line;
    }
    if (parser.isSet(version)) {
        std::printf("knockscape %s\n", KNOCKSCAPE_VERSION);
        line.exitCode = exitDone;
        return line;
    }
    if (parser.isSet(genes) && !parser.isSet(exportTo)) {
        return refuse(text(QT_TRANSLATE_NOOP("CommandLine", "--genes needs --export")));
    }
    if (parser.isSet(exportTo) && parser.value(exportTo).isEmpty()) {
        return refuse(text(QT_TRANSLATE_NOOP("CommandLine", "--export needs a folder")));
    }
    if (parser.isSet(theme)) {
        const QString name = parser.value(theme);
        line.theme = ui::themeFromKey(name);
        if (ui::themeKey(*line.theme) != name) {
            return refuse(text(QT_TRANSLATE_NOOP("CommandLine", "--theme is one of system, light, dark")));
        }
    }
    line.exportFolder = parser.value(exportTo);
    line.genes = parser.value(genes);
    line.language = parser.value(language);
    for (const QString &file : parser.positionalArguments()) {
        line.files.emplace_back(file.toStdString());
    }
    return line;
}

} // namespace knockscape::app
