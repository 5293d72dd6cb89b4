#include "tests/cli/cli_program.h"

#include <QDir>

/// Help, usage, exit codes and messages that all commands share.
class TestCliFrame : public QObject
{
    Q_OBJECT

private slots:
    void init() { cli_ = std::make_unique<CliProgram>(); }
    void helps();
    void everyCommandHelps();
    void tellsItsVersion();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void takesCommonOptionsAnywhere();
    void refusesBadInput();
    void checksTheOutputBeforeAnyWork();
    void keepsControlCharactersOffTheTerminal();
    void noticesAFullStandardOutput();

private:
    std::unique_ptr<CliProgram> cli_;
};

void TestCliFrame::helps()
{
    const CliResult result = cli_->run({"--help"});
    COMPARE_EXIT(result, 0);
    QVERIFY(result.error.isEmpty());
    for (const char *text :
         {"--device", "--threads", "--seed", "--quiet", "--no-log", "--db", "cell", "runs", "130 cancelled"}) {
        QVERIFY2(result.output.contains(text), text);
    }
    const CliResult nothing = cli_->run({});
    COMPARE_EXIT(nothing, 2);
    QVERIFY(nothing.output.isEmpty());
    QVERIFY(nothing.error.contains("runs"));
}

void TestCliFrame::everyCommandHelps()
{
    QByteArray help = cli_->run({"--help"}).output;
    help = help.mid(help.indexOf("Subcommands:"));
    int commands = 0;
    for (const QByteArray &line : help.split('\n')) {
        if (line.startsWith("  ") && line.size() > 2 && line[2] != ' ') {
            const QString name = QString::fromUtf8(line.trimmed().split(' ').first());
            const CliResult result = cli_->run({name, "--help"});
            COMPARE_EXIT(result, 0);
            QVERIFY2(result.output.contains("--no-log"), qPrintable(name));
            ++commands;
        }
    }
    QVERIFY(commands >= 2);
}

void TestCliFrame::tellsItsVersion()
{
    const CliResult result = cli_->run({"--version"});
    COMPARE_EXIT(result, 0);
    QVERIFY(result.output.startsWith("knockscape-cli 0."));
}

void TestCliFrame::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("command") << QStringList{"predikt"} << QByteArray("predikt");
    QTest::newRow("no subcommand") << QStringList{"runs"} << QByteArray("runs --help");
    QTest::newRow("subcommand") << QStringList{"runs", "remove", "1"} << QByteArray("remove");
    QTest::newRow("option") << QStringList{"runs", "list", "--jsonn"} << QByteArray("--jsonn");
    QTest::newRow("option value") << QStringList{"runs", "list", "--db"} << QByteArray("--db");
    QTest::newRow("device") << QStringList{"runs", "list", "--device", "gpu"} << QByteArray("gpu");
    QTest::newRow("device number") << QStringList{"runs", "list", "--device", "cuda:x"} << QByteArray("cuda:x");
    QTest::newRow("threads") << QStringList{"runs", "list", "--threads", "-1"} << QByteArray("--threads");
    QTest::newRow("threads number") << QStringList{"runs", "list", "--threads", "many"} << QByteArray("many");
    QTest::newRow("seed") << QStringList{"runs", "list", "--seed", "1.5"} << QByteArray("1.5");
    QTest::newRow("run number") << QStringList{"runs", "show", "first"} << QByteArray("first");
    QTest::newRow("missing run") << QStringList{"runs", "show"} << QByteArray("RUN");
    QTest::newRow("missing option") << QStringList{"runs", "export", "1"} << QByteArray("--out");
    QTest::newRow("not confirmed") << QStringList{"runs", "purge"} << QByteArray("--yes");
}

void TestCliFrame::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, names);
    const CliResult result = cli_->run(arguments);
    COMPARE_EXIT(result, 2);
    QVERIFY(result.output.isEmpty());
    QVERIFY2(result.error.contains(names), result.error.constData());
    QVERIFY(result.errorLines().first().startsWith("error: "));
    QVERIFY(result.error.contains("--help"));
}

void TestCliFrame::takesCommonOptionsAnywhere()
{
    for (const QStringList &arguments : {QStringList{"--quiet", "--threads", "1", "runs", "list", "--json"},
                                         QStringList{"runs", "--threads", "1", "list", "--quiet", "--json"},
                                         QStringList{"runs", "list", "--json", "--threads=1", "--quiet", "--device",
                                                     "cpu", "--seed", "18446744073709551615"}}) {
        const CliResult result = cli_->run(arguments);
        COMPARE_EXIT(result, 0);
        QCOMPARE(result.output, QByteArray("[]\n"));
        QVERIFY(result.error.isEmpty());
    }
}

void TestCliFrame::refusesBadInput()
{
    const CliResult noCell = cli_->run({"cell", "info", "missing.cell"});
    COMPARE_EXIT(noCell, 3);
    QVERIFY(noCell.output.isEmpty());
    QCOMPARE(noCell.errorLines().size(), 1);
    QVERIFY(noCell.error.startsWith("error: ") && noCell.error.contains("missing.cell"));

    QVERIFY(QDir(cli_->path("")).mkdir("broken.cell"));
    cli_->write("broken.cell/cell.json", R"({"format":"knockscape-cell","version":1,"name":"x","organism":"y"})");
    cli_->write("broken.cell/genes.tsv", "id\tname\nYAL001C\tTFC3\nYAL001C\tTFC3\n");
    const CliResult broken = cli_->run({"cell", "info", "broken.cell"});
    COMPARE_EXIT(broken, 3);
    QVERIFY2(broken.error.contains("genes.tsv") && broken.error.contains("YAL001C"), broken.error.constData());

    cli_->write("broken.cell/cell.json", R"({"format":)");
    const CliResult json = cli_->run({"cell", "info", "broken.cell"});
    COMPARE_EXIT(json, 3);
    QVERIFY2(json.error.contains("cell.json"), json.error.constData());
}

void TestCliFrame::checksTheOutputBeforeAnyWork()
{
    if (!hasCommand(*cli_, "simulate")) {
        QSKIP("this build has no simulation");
    }
    for (const QString &out : {QString("no/such/folder/out.csv"), QString("."), QString("data/")}) {
        const CliResult result = cli_->run({"simulate", "--cell", demoCell(), "--singles", "--out", out});
        COMPARE_EXIT(result, 3);
        QVERIFY(!QFile::exists(cli_->database()));
    }
}

void TestCliFrame::keepsControlCharactersOffTheTerminal()
{
    const QString hostile = QString::fromUtf8("x\x1b[2Jy.cell");
    const CliResult result = cli_->run({"cell", "info", hostile});
    COMPARE_EXIT(result, 3);
    QVERIFY(!result.error.contains('\x1b'));
    QVERIFY(result.error.contains("x?[2Jy.cell"));
}

void TestCliFrame::noticesAFullStandardOutput()
{
    if (!QFile::exists("/dev/full")) {
        QSKIP("this system has no /dev/full");
    }
    QProcess process;
    cli_->prepare(process);
    process.setStandardOutputFile("/dev/full");
    process.start(KNOCKSCAPE_CLI_PROGRAM, {"runs", "list", "--json"});
    const CliResult result = CliProgram::end(process);
    COMPARE_EXIT(result, 1);
    QVERIFY(result.error.contains("standard output"));
}

QTEST_GUILESS_MAIN(TestCliFrame)
#include "test_cli_frame.moc"
