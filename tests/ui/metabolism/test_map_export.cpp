// `knockscape --export` of a map, as a person runs it.

#include "engine/maps/map_file.h"
#include "tests/patience.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace knockscape;

class TestMapExport : public QObject
{
    Q_OBJECT

private slots:
    void theMapIsWrittenInEveryForm()
    {
        QTemporaryDir folder;
        const QString out = folder.filePath("maps");
        QCOMPARE(run({"--export", out, "--around", "BNA1 NPT1", "--steps", "2", "--size", "120x100mm", "--dpi", "100"}),
                 0);
        for (const char *name : {"map.png", "map.svg", "map.pdf", "map.json"}) {
            QVERIFY2(QFile(out + QLatin1Char('/') + name).size() > 1000, name);
            QVERIFY(said_.contains(name));
        }
        QFile svg(out + "/map.svg");
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        QVERIFY(text.contains("NPT1") && text.contains("mmol/gDW/h") && text.contains("no enzyme left"));
        QCOMPARE(QImage(out + "/map.png").size(), QSize(472, 394));
        std::vector<Issue> issues;
        QVERIFY(readMapFile((out + "/map.json").toStdString(), issues).reactions.size() > 5);
        QVERIFY(issues.empty());
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("no folder") << QStringList{"--around", "BNA1"} << 2;
        QTest::newRow("two maps") << QStringList{"--export", "OUT", "--around", "BNA1", "--lost", "BNA1"} << 2;
        QTest::newRow("steps") << QStringList{"--export", "OUT", "--around", "BNA1", "--steps", "0"} << 2;
        QTest::newRow("half a route") << QStringList{"--export", "OUT", "--route", "BNA1"} << 2;
        QTest::newRow("paint") << QStringList{"--export", "OUT", "--around", "BNA1", "--paint", "red"} << 2;
        QTest::newRow("medium without a map") << QStringList{"--export", "OUT", "--medium", "rich"} << 2;
        QTest::newRow("unknown medium") << QStringList{"--export", "OUT",      "--around",
                                                       "BNA1",     "--medium", "/nowhere/broth.tsv"}
                                        << 3;
        QTest::newRow("unknown gene") << QStringList{"--export", "OUT", "--around", "BNA99"} << 3;
        QTest::newRow("unknown pathway") << QStringList{"--export", "OUT", "--subsystem", "Alchemy"} << 3;
        QTest::newRow("no file") << QStringList{"--export", "OUT", "--map", "/nowhere/map.json"} << 3;
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QTemporaryDir folder;
        arguments.replaceInStrings("OUT", folder.filePath("maps"));
        QCOMPARE(run(arguments), code);
        QVERIFY(!said_.isEmpty());
    }

private:
    int run(const QStringList &arguments)
    {
        QProcess program;
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(KNOCKSCAPE_PROGRAM, arguments + QStringList{"--language", "en"});
        if (!program.waitForFinished(::knockscape::testing::patience))
            return -1;
        said_ = QString::fromUtf8(program.readAll());
        return program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
    }

    QString said_;
};

QTEST_GUILESS_MAIN(TestMapExport)
#include "test_map_export.moc"
