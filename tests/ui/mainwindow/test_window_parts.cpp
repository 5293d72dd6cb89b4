// What the window is made of, without a window: kinds of files, examples, preferences, number formats, chips' layout.

#include "engine/cell/bundle.h"
#include "tests/ui/mainwindow/window_fixture.h"
#include "ui/issues/issue_model.h"
#include "ui/mainwindow/examples.h"
#include "ui/mainwindow/flow_layout.h"
#include "ui/theme/colours.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"

#include <QDir>
#include <QTranslator>

#include <cmath>
#include <fstream>
#include <limits>

using namespace knockscape;
using namespace knockscape::ui;

class TestWindowParts : public QObject
{
    Q_OBJECT

private slots:
    void filesAreSortedByWhatTheyAre();
    void filesOfACellGoToTheAssistant();
    void examplesWithUnknownGenesAreLeftOut();
    void examplesOfTheDemoAreTranslated();
    void preferencesSurviveARestart();
    void recentFilesForgetWhatIsGone();
    void valuesHaveThreeSignificantDigits_data();
    void valuesHaveThreeSignificantDigits();
    void columnsFitTheWidestNumber();
    void signsAreAlwaysShown();
    void themesKeepTextReadable();
    void everyIconIsThereInBothThemes();
    void chipsWrap();
    void issuesCopyAsTabSeparatedText();
};

void TestWindowParts::filesAreSortedByWhatTheyAre()
{
    QTemporaryDir folder;
    const std::filesystem::path base = folder.path().toStdString();
    std::filesystem::create_directories(base / "a.cell" / "interactions");
    std::filesystem::create_directories(base / "plain");
    std::ofstream(base / "plain" / "cell.json") << "{}";
    std::ofstream(base / "a.cell" / "features.safetensors") << "";
    QCOMPARE(*sortFiles({base / "a.cell"}).cell, base / "a.cell");
    QCOMPARE(*sortFiles({base / "a.cell" / ""}).cell, base / "a.cell");
    QCOMPARE(*sortFiles({base / "plain"}).cell, base / "plain");
    QCOMPARE(*sortFiles({base / "a.cell" / "interactions" / "physical.tsv"}).cell, base / "a.cell");
    // Features inside a bundle are no model.
    QVERIFY(sortFiles({base / "a.cell" / "features.safetensors"}).models.empty());
    const FilesToOpen mixed = sortFiles({"m.safetensors", "n.SAFETENSORS", "list.txt", "t.TSV", "x.xml", "gone.cell"});
    QCOMPARE(mixed.models.size(), std::size_t{2});
    QCOMPARE(mixed.knockoutLists.size(), std::size_t{2});
    QCOMPARE(mixed.imports.size(), std::size_t{1});
    QVERIFY(mixed.cell.has_value());
    QVERIFY(sortFiles({}).empty());
    QCOMPARE(sortFiles({"picture.png"}).unknown.size(), std::size_t{1});
}

void TestWindowParts::filesOfACellGoToTheAssistant()
{
    QTemporaryDir folder;
    const std::filesystem::path base = folder.path().toStdString();
    const auto write = [&](const char *name, const char *content) {
        std::ofstream(base / name) << content;
        return base / name;
    };
    const auto network = write("net.tsv", "source\ttarget\nA\tB\n");
    const auto genes = write("genes.csv", "\xef\xbb\xbfID,name\nA,B\n");
    const auto list = write("list.csv", "knockouts,gene\nA,B\n");
    const auto names = write("names.txt", "PGI1 ZWF1\nHXK2\n");
    const auto links = write("links.txt", "protein1 protein2 combined_score\n4932.A 4932.B 900\n");
    // What a header says counts; bare names are a list of knockouts.
    QCOMPARE(sortFiles({network}).imports.size(), std::size_t{1});
    QCOMPARE(sortFiles({genes}).imports.size(), std::size_t{1});
    QCOMPARE(sortFiles({links}).imports.size(), std::size_t{1});
    QCOMPARE(sortFiles({list}).knockoutLists.size(), std::size_t{1});
    QCOMPARE(sortFiles({names}).knockoutLists.size(), std::size_t{1});
    for (const char *name : {"a.gml", "a.XML.gz", "a.fasta", "a.tab", "a.tsv.bz2", "a.npy", "a.json"}) {
        QCOMPARE(sortFiles({base / name}).imports.size(), std::size_t{1});
    }
    QCOMPARE(sortFiles({base}).imports.size(), std::size_t{1});
    // Beside a metabolic model, bare names are a network; a table of knockouts stays one.
    const FilesToOpen together = sortFiles({"m.xml", names, list, "features.safetensors"});
    QCOMPARE(together.imports.size(), std::size_t{3});
    QCOMPARE(together.knockoutLists.size(), std::size_t{1});
    QVERIFY(together.models.empty());
    // With a cell they are what they were.
    QCOMPARE(sortFiles({"m.xml", names, "c.cell", "model.safetensors"}).models.size(), std::size_t{1});
}

void TestWindowParts::examplesWithUnknownGenesAreLeftOut()
{
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("examples.json")).toStdString();
    const GeneCatalogue genes({{"YA", "AAA1", {}, {}, {}, {}}, {"YB", "BBB1", {}, {}, {}, {}}});
    std::ofstream(file)
        << R"({"examples":[{"genes":["aaa1","YB"],"title":"t","why":"w"},{"genes":["ZZZ"],"title":"no"},{"genes":[]},7]})";
    const std::vector<Example> examples = readExamples(file, genes);
    QCOMPARE(examples.size(), std::size_t{1});
    QVERIFY((examples[0].genotype == Genotype{0, 1}));
    QCOMPARE(examples[0].title, QStringLiteral("t"));
    std::ofstream(file) << "{\"examples\": [";
    QVERIFY(readExamples(file, genes).empty());
    QVERIFY(readExamples(file / "missing", genes).empty());
}

void TestWindowParts::examplesOfTheDemoAreTranslated()
{
    // Every text that the demo shows has to be one that translators are given, word for word.
    QFile file(QStringLiteral(KNOCKSCAPE_RESOURCES_DIR "/../translations/knockscape_de.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString texts = QString::fromUtf8(file.readAll());
    class Recorder : public QTranslator
    {
    public:
        QString translate(const char *context, const char *source, const char *, int) const override
        {
            return QLatin1String(context) == QLatin1String("Examples") ? QStringLiteral("<%1>").arg(source) : QString();
        }
        bool isEmpty() const override { return false; }
    };
    Recorder recorder;
    QCoreApplication::installTranslator(&recorder);
    const std::filesystem::path demo(KNOCKSCAPE_RESOURCES_DIR "/demo");
    std::vector<Issue> issues;
    const Cell cell = readCellBundle(demo / "central-metabolism.cell", issues);
    const std::vector<Example> examples = readExamples(demo / "examples.json", cell.genes);
    QCoreApplication::removeTranslator(&recorder);
    QCOMPARE(examples.size(), std::size_t{3});
    for (const Example &example : examples) {
        for (const QString &text : {example.title, example.why}) {
            QVERIFY2(text.startsWith(u'<') && text.endsWith(u'>'), qPrintable(text));
            const QString source = text.mid(1, text.size() - 2).toHtmlEscaped();
            QVERIFY2(texts.contains(QStringLiteral("<source>%1</source>").arg(source)), qPrintable(source));
        }
    }
}

void TestWindowParts::preferencesSurviveARestart()
{
    QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    QSettings().clear();
    QCOMPARE(loadPreferences(), Preferences());
    const Preferences changed{ThemeChoice::Dark, 3, QStringLiteral("cuda:1"), QStringLiteral("/tmp/x.sqlite")};
    savePreferences(changed);
    QCOMPARE(loadPreferences(), changed);
    QSettings().setValue(QStringLiteral("preferences/threads"), QStringLiteral("many"));
    QSettings().setValue(QStringLiteral("preferences/theme"), QStringLiteral("pink"));
    QCOMPARE(loadPreferences().threads, 0);
    QCOMPARE(loadPreferences().theme, ThemeChoice::System);
}

void TestWindowParts::recentFilesForgetWhatIsGone()
{
    QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    QSettings().clear();
    QStringList files;
    for (int i = 0; i < 10; ++i) {
        files << folder.filePath(QStringLiteral("%1.safetensors").arg(i));
        std::ofstream(files.back().toStdString()) << "x";
        rememberRecentFile(QStringLiteral("models"), files.back());
    }
    rememberRecentFile(QStringLiteral("models"), files[5]);
    const QStringList recent = recentFiles(QStringLiteral("models"));
    QCOMPARE(recent.size(), 8);
    QCOMPARE(recent[0], files[5]);
    QCOMPARE(recent[1], files[9]);
    QFile::remove(files[9]);
    QCOMPARE(recentFiles(QStringLiteral("models")).size(), 7);
}

void TestWindowParts::valuesHaveThreeSignificantDigits_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("fitness") << 0.83 << QStringLiteral("0.830");
    QTest::newRow("rounds up to one") << 0.9996 << QStringLiteral("1.00");
    QTest::newRow("below one") << 0.9994 << QStringLiteral("0.999");
    QTest::newRow("small") << 0.012345 << QStringLiteral("0.0123");
    QTest::newRow("tiny") << 1.2345e-7 << QStringLiteral("1.23e−7");
    QTest::newRow("ten") << 12.345 << QStringLiteral("12.3");
    QTest::newRow("thousand") << 1234.4 << QStringLiteral("1,234");
    QTest::newRow("negative") << -0.0412 << QStringLiteral("−0.0412");
    QTest::newRow("zero") << 0.0 << QStringLiteral("0");
    QTest::newRow("missing") << std::numeric_limits<double>::quiet_NaN() << QStringLiteral("–");
    QTest::newRow("infinite") << -std::numeric_limits<double>::infinity() << QStringLiteral("−∞");
}

void TestWindowParts::valuesHaveThreeSignificantDigits()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(formatValue(value), text);
}

void TestWindowParts::columnsFitTheWidestNumber()
{
    for (const double size :
         {1e-9, 1.111e-12, 1.234e-5, 9.87e-5, 0.000888, 0.000111, 0.00888, 0.888, 8.88, 88.8, 888.8, 888'888.0}) {
        for (const double value : {size, -size}) {
            QVERIFY2(formatSigned(value).size() <= widestNumber().size(), qPrintable(formatSigned(value)));
        }
    }
}

void TestWindowParts::signsAreAlwaysShown()
{
    QCOMPARE(formatSigned(0.12), QStringLiteral("+0.120"));
    QCOMPARE(formatSigned(-0.12), QStringLiteral("−0.120"));
    QCOMPARE(formatSigned(1e-12), QStringLiteral("0"));
    QCOMPARE(formatSigned(4e-4), QStringLiteral("< +0.001"));
    QCOMPARE(formatSigned(-4e-8), QStringLiteral("> −0.001"));
    QCOMPARE(formatSigned(-0.001), QStringLiteral("−0.00100"));
    QCOMPARE(formatFitness(3.2e-14), QStringLiteral("< 0.001"));
    QCOMPARE(formatFitness(0.00123), QStringLiteral("0.00123"));
    QCOMPARE(formatFitness(0.0), QStringLiteral("0"));
    QCOMPARE(formatFitness(-0.02), QStringLiteral("−0.0200"));
    QCOMPARE(formatFitness(std::nan("")), QStringLiteral("–"));
    QCOMPARE(formatWithDeviation(2e-6, 1e-5, false), QStringLiteral("< 0.001 ± < 0.001"));
    QCOMPARE(formatWithDeviation(-0.09, 0.03, true), QStringLiteral("−0.0900 ± 0.0300"));
    QCOMPARE(formatWithDeviation(0.8, std::nan(""), false), QStringLiteral("0.800"));
    QCOMPARE(formatExact(0.123456789012), QStringLiteral("0.123456789"));
    QCOMPARE(formatCount(6604), QStringLiteral("6,604"));
    QCOMPARE(formatDuration(0.0346), QStringLiteral("35 ms"));
    QCOMPARE(formatDuration(4.04), QStringLiteral("4.0 s"));
    QCOMPARE(formatDuration(185), QStringLiteral("3 min 05 s"));
}

void TestWindowParts::themesKeepTextReadable()
{
    // WCAG 2.1 contrast.
    const auto luminance = [](const QColor &colour) {
        const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
    };
    const auto contrast = [&](const QColor &a, const QColor &b) {
        const double high = std::max(luminance(a), luminance(b));
        return (high + 0.05) / (std::min(luminance(a), luminance(b)) + 0.05);
    };
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        QVERIFY(contrast(palette.color(QPalette::Text), palette.color(QPalette::Base)) > 7);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) > 4);
        QVERIFY(contrast(palette.color(QPalette::Link), palette.color(QPalette::Window)) > 4.5);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Window)) > 4.3);
        QVERIFY(contrast(dimmedText(palette), palette.color(QPalette::Base)) > 4.5);
        for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Note}) {
            QVERIFY(contrast(severityColour(severity, palette), palette.color(QPalette::Window)) > 4.5);
            QVERIFY(contrast(palette.color(QPalette::WindowText), severityBackground(severity, palette)) > 7);
        }
    }
    QVERIFY(isDark(darkPalette()) && !isDark(lightPalette()));
    const QPalette light = lightPalette();
    QCOMPARE(divergingColour(0.0, 1.0, light), light.color(QPalette::Base));
    QCOMPARE(divergingColour(-5.0, 1.0, light), negativeColour(light));
    QCOMPARE(divergingColour(5.0, 1.0, light), positiveColour(light));
}

void TestWindowParts::everyIconIsThereInBothThemes()
{
    QVERIFY(themedIcon(QStringLiteral("no such icon")).isNull());
    for (const QString &file : QDir(QStringLiteral(":/icons")).entryList()) {
        const QString name = file.chopped(4);
        const QImage image = themedIcon(name).pixmap(48, 48).toImage();
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                drawn += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
            }
        }
        QVERIFY2(drawn > 10, qPrintable(name));
    }
    QVERIFY(!applicationIcon().isNull());
}

void TestWindowParts::chipsWrap()
{
    QWidget host;
    auto *layout = new FlowLayout(&host, 4);
    for (int i = 0; i < 10; ++i) {
        auto *box = new QWidget(&host);
        box->setFixedSize(40, 20);
        layout->addWidget(box);
    }
    QCOMPARE(layout->heightForWidth(1000), 20);
    // 40 + 4 + 40 = 84: two in a row.
    QCOMPARE(layout->heightForWidth(84), 5 * 20 + 4 * 4);
    QCOMPARE(layout->heightForWidth(83), 10 * 20 + 9 * 4);
}

void TestWindowParts::issuesCopyAsTabSeparatedText()
{
    IssueModel model;
    model.add({warningAt("genes.tsv:3", "odd", "look")});
    model.add({errorAt("x", "bad", "fix"), noteAt({}, "fyi")});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.attentionCount(), 2);
    // Newest first.
    QCOMPARE(model.index(0, IssueModel::WhatColumn).data().toString(), QStringLiteral("bad"));
    const QString text = model.asText({model.index(2, 0)});
    QVERIFY(text.startsWith(QStringLiteral("Warning\t")));
    QVERIFY(text.endsWith(QStringLiteral("\tgenes.tsv:3\todd\tlook")));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestWindowParts)
#include "test_window_parts.moc"
