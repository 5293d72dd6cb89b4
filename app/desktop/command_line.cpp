#include "app/desktop/command_line.h"

#include "app/desktop/exit_code.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <utility>
#include <vector>

namespace knockscape::app
{
namespace
{

QString text(const char *source)
{
    return QCoreApplication::translate("CommandLine", source);
}

const char *const helpText = QT_TRANSLATE_NOOP(
    "CommandLine",
    "Usage: knockscape [options] [FILE…]\n"
    "Explore gene knockouts with a trained model.\n\n"
    "FILE: a .cell folder, a .safetensors model (several make an ensemble), or a knockout list\n"
    "(.txt, .csv, .tsv). Without files the demo is opened.\n\n"
    "Options:\n"
    "  --export DIR      predict without showing a window; write results.csv, plots and the network\n"
    "                    view into DIR and print their paths\n"
    "  --genes \"A B;C D\" with --export: genotypes to predict beside all single knockouts\n"
    "  --map FILE, --subsystem NAME, --around GENES, --lost GENES, --route \"A;B\"\n"
    "                    with --export: draws this metabolic map of the cell instead, as PNG, SVG, PDF\n"
    "                    and Escher JSON; --genes are knocked out on it\n"
    "  --steps N         how far around the genes (1 to 10; 1 if not given)\n"
    "  --paint NAME      what its lines show: knockout (if not given), wild-type, difference, nothing\n"
    "  --medium NAME|FILE what the cell of that map may take up, as \"knockscape-cli simulate\" takes it\n"
    "  --size WxH        size of those pictures, for example 180x110mm or 1600x1000px\n"
    "  --dpi N           dots per inch of .png (72 to 1200; 300 if not given)\n"
    "  --text N          points of the text in pictures (4 to 36)\n"
    "  --theme NAME      system, light or dark\n"
    "  --language CODE   language of the window, for example de\n"
    "  -h, --help        this text\n"
    "  -v, --version     the version\n");

/// What is wrong with the options of pictures; null: nothing. Empty texts were not given.
const char *readPictures(const QString &size, const QString &dpi, const QString &textSize, PictureOptions &pictures)
{
    using Layout = ui::PictureLayout;
    bool isNumber = true;
    if (!dpi.isEmpty()) {
        pictures.dpi = dpi.toInt(&isNumber);
        if (!isNumber || *pictures.dpi < Layout::fewestDots || *pictures.dpi > Layout::mostDots) {
            return QT_TRANSLATE_NOOP("CommandLine", "--dpi is a whole number from 72 to 1200");
        }
    }
    if (!textSize.isEmpty()) {
        pictures.textSize = textSize.toDouble(&isNumber);
        if (!isNumber || !(*pictures.textSize >= Layout::smallestText && *pictures.textSize <= Layout::largestText)) {
            return QT_TRANSLATE_NOOP("CommandLine", "--text is a number of points from 4 to 36");
        }
    }
    pictures.size = size;
    if (!size.isEmpty() && !ui::withSize(pictures.layoutOf({}), size)) {
        return QT_TRANSLATE_NOOP("CommandLine", "--size is a width and a height such as 180x110mm or 1600x1000px, each "
                                                "from 30 to 1200 mm");
    }
    return nullptr;
}

/// What is wrong with the options of maps; null: nothing.
const char *readMap(const QCommandLineParser &parser, MapOptions &map)
{
    using Kind = ui::MapChoice::Kind;
    const std::pair<const char *, Kind> kinds[] = {{"map", Kind::File},
                                                   {"subsystem", Kind::Pathway},
                                                   {"around", Kind::Around},
                                                   {"lost", Kind::Lost},
                                                   {"route", Kind::Route}};
    for (const auto &[name, kind] : kinds) {
        const QString option = QString::fromLatin1(name);
        if (!parser.isSet(option)) {
            continue;
        }
        if (map.choice.kind != Kind::None) {
            return QT_TRANSLATE_NOOP("CommandLine", "give one of --map, --subsystem, --around, --lost and --route");
        }
        map.choice.kind = kind;
        const QString value = parser.value(option);
        if (kind == Kind::Route) {
            map.choice.from = value.section(QLatin1Char(';'), 0, 0).trimmed();
            map.choice.to = value.section(QLatin1Char(';'), 1).trimmed();
            if (map.choice.from.isEmpty() || map.choice.to.isEmpty()) {
                return QT_TRANSLATE_NOOP("CommandLine",
                                         "--route is two metabolites or genes with a semicolon between them");
            }
        } else if (kind == Kind::Around || kind == Kind::Lost) {
            map.genes = value;
        } else {
            map.choice.name = value;
        }
    }
    map.medium = parser.value(QStringLiteral("medium"));
    if (!map.medium.isEmpty() && map.choice.kind == Kind::None) {
        return QT_TRANSLATE_NOOP("CommandLine",
                                 "--medium is for maps: give one of --map, --subsystem, --around, --lost "
                                 "and --route too");
    }
    const QString steps = parser.value(QStringLiteral("steps"));
    bool isNumber = true;
    map.choice.steps = steps.isEmpty() ? 1 : steps.toInt(&isNumber);
    if (!isNumber || map.choice.steps < 1 || map.choice.steps > 10) {
        return QT_TRANSLATE_NOOP("CommandLine", "--steps is a whole number from 1 to 10");
    }
    const QString paint = parser.value(QStringLiteral("paint"));
    const std::pair<const char *, ui::PaintBy> paints[] = {{"", ui::PaintBy::Knockout},
                                                           {"knockout", ui::PaintBy::Knockout},
                                                           {"wild-type", ui::PaintBy::WildType},
                                                           {"difference", ui::PaintBy::Difference},
                                                           {"nothing", ui::PaintBy::Nothing}};
    for (const auto &[name, by] : paints) {
        if (paint == QLatin1String(name)) {
            map.paint = by;
            return nullptr;
        }
    }
    return QT_TRANSLATE_NOOP("CommandLine", "--paint is one of knockout, wild-type, difference, nothing");
}

} // namespace

ui::PictureLayout PictureOptions::layoutOf(ui::PictureLayout layout) const
{
    layout.dpi = dpi.value_or(layout.dpi);
    layout.textSize = textSize.value_or(layout.textSize);
    return size.isEmpty() ? layout : ui::withSize(layout, size).value_or(layout);
}

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
    const QCommandLineOption size(QStringLiteral("size"), QString(), value);
    const QCommandLineOption dpi(QStringLiteral("dpi"), QString(), value);
    const QCommandLineOption textSize(QStringLiteral("text"), QString(), value);
    parser.addOptions({help, version, exportTo, genes, theme, language, size, dpi, textSize});
    std::vector<QCommandLineOption> mapOptions;
    for (const char *name : {"map", "subsystem", "around", "lost", "route", "steps", "paint", "medium"}) {
        mapOptions.emplace_back(QString::fromLatin1(name), QString(), value);
        parser.addOption(mapOptions.back());
    }

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
    std::vector<const QCommandLineOption *> exporting{&size, &dpi, &textSize};
    for (const QCommandLineOption &option : mapOptions) {
        exporting.push_back(&option);
    }
    for (const QCommandLineOption *option : exporting) {
        if (parser.isSet(*option) && !parser.isSet(exportTo)) {
            return refuse(text(QT_TRANSLATE_NOOP("CommandLine", "--%1 needs --export")).arg(option->names().front()));
        }
    }
    if (const char *problem = readMap(parser, line.map)) {
        return refuse(text(problem));
    }
    if (const char *problem =
            readPictures(parser.value(size), parser.value(dpi), parser.value(textSize), line.pictures)) {
        return refuse(text(problem));
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
