#include "tests/cli/cli_program.h"
#include "tests/patience.h"

#include <pty.h>
#include <QCryptographicHash>
#include <QHash>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>

namespace
{

/// Every pair of the first genes of the demo: more work than a test has time for.
QByteArray manyPairs()
{
    QByteArray list;
    QFile genes(demoCell() + "/genes.tsv");
    if (!genes.open(QIODevice::ReadOnly)) {
        return list;
    }
    QByteArrayList ids;
    for (const QByteArray &line : genes.readAll().split('\n').mid(1, 250)) {
        ids.append(line.split('\t').first());
    }
    for (qsizetype i = 0; i < ids.size(); ++i) {
        for (qsizetype k = i + 1; k < ids.size(); ++k) {
            list += ids[i] + " " + ids[k] + "\n";
        }
    }
    return list;
}

} // namespace

/// A long job from start to every possible end, and what is kept of it.
class TestCliSimulate : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        cli_ = std::make_unique<CliProgram>();
        if (!hasCommand(*cli_, "simulate")) {
            QSKIP("this build has no simulation");
        }
    }
    void writesTheContractsColumns();
    void namesTheMediumInFull();
    void recordsTheRun();
    void doesNotRecordWhenAsked();
    void worksWithoutAUsableDatabase();
    void namesFileAndLineOfUnknownGenes();
    void keepsPartialRowsWhenInterrupted_data();
    void keepsPartialRowsWhenInterrupted();
    void showsAKilledRunAsFailed();
    void showsProgressOnATerminalOnly();
    void screensWithoutAModel();
    void screensOnAMedium();

private:
    CliResult simulate(const QStringList &more) const
    {
        return cli_->run(QStringList{"simulate", "--cell", demoCell(), "--out", "out.csv"} + more);
    }
    std::unique_ptr<QProcess> startLongJob() const;
    QByteArray outputOnTerminal(const QStringList &arguments) const;
    std::unique_ptr<CliProgram> cli_;
};

/// A job that has stored its first rows and has minutes to go.
std::unique_ptr<QProcess> TestCliSimulate::startLongJob() const
{
    cli_->write("pairs.txt", manyPairs());
    auto process = cli_->start(
        {"simulate", "--cell", demoCell(), "--knockouts", "pairs.txt", "--out", "out.csv", "--threads", "1"});
    const QDeadlineTimer deadline(::knockscape::testing::patience);
    while (!deadline.hasExpired() && process->state() == QProcess::Running) {
        const nlohmann::json runs = cli_->runs();
        if (!runs.empty() && runs[0]["rows"].get<int>() > 0) {
            return process;
        }
        process->waitForFinished(50);
    }
    return process;
}

void TestCliSimulate::writesTheContractsColumns()
{
    cli_->write("list.txt", "# known auxotrophs\nleu2\nHXK2 PGI1\n\nWT\n");
    const CliResult result = simulate({"--knockouts", "list.txt"});
    COMPARE_EXIT(result, 0);
    const QByteArrayList lines = cli_->lines("out.csv");
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0], QByteArray("knockouts,names,n,fitness,growth,blocked_reactions,status"));
    QVERIFY2(lines[1].startsWith("YCL018W,LEU2,1,0,0,"), lines[1].constData());
    QVERIFY2(lines[2].startsWith("YBR196C;YGL253W,PGI1;HXK2,2,"), lines[2].constData());
    QVERIFY2(lines[3].startsWith(",,0,1,"), lines[3].constData());
    QVERIFY(lines[3].endsWith(",0,ok"));
    const nlohmann::json about = cli_->provenance("out.csv");
    QCOMPARE(about.at("cell").at("sha256").get<std::string>().size(), 64U);
    QCOMPARE(about.at("medium").get<std::string>(), "as the cell has it");
    QCOMPARE(about.at("parameters").at("genotypes").get<int>(), 3);
    QVERIFY(!about.contains("models"));
}

void TestCliSimulate::namesTheMediumInFull()
{
    cli_->write("list.txt", "leu2\n");
    // Half the glucose of the demo's own medium, and the rest as it is.
    cli_->write("medium.tsv", "reaction\tuptake\nEX_glc\t5\nEX_nac\t1\nEX_o2\t6\nEX_fe2\t1000\nEX_h\t1000\n"
                              "EX_h2o\t1000\nEX_nh4\t1000\nEX_pi\t1000\nEX_so4\t1000\n");
    COMPARE_EXIT(simulate({"--knockouts", "list.txt", "--medium", "medium.tsv"}), 0);
    const nlohmann::json about = cli_->provenance("out.csv");
    QCOMPARE(about.at("medium").get<std::string>(), "medium");
    const nlohmann::json &bounds = about.at("parameters").at("medium_bounds");
    QCOMPARE(bounds.size(), 1U);
    QCOMPARE(bounds[0].at("reaction").get<std::string>(), "EX_glc");
    QCOMPARE(bounds[0].at("lower_bound").get<double>(), -5.0);
    QCOMPARE(bounds[0].at("own_lower_bound").get<double>(), -10.0);
    QCOMPARE(bounds[0].at("upper_bound").get<double>(), bounds[0].at("own_upper_bound").get<double>());
    // The run database has it as well.
    const nlohmann::json run = nlohmann::json::parse(cli_->run({"runs", "show", "1", "--json"}).output.toStdString());
    QVERIFY(run.dump().find("medium_bounds") != std::string::npos);
}

void TestCliSimulate::recordsTheRun()
{
    cli_->write("list.txt", "leu2\nHXK2 PGI1\n");
    COMPARE_EXIT(simulate({"--knockouts", "list.txt"}), 0);
    const nlohmann::json runs = cli_->runs();
    QCOMPARE(runs.size(), 1U);
    QCOMPARE(runs[0]["kind"].get<std::string>(), "simulate");
    QCOMPARE(runs[0]["status"].get<std::string>(), "finished");
    QCOMPARE(runs[0]["rows"].get<int>(), 2);
    QCOMPARE(runs[0]["first_genotypes"].get<std::string>(), "LEU2, PGI1;HXK2");
    const CliResult shown = cli_->run({"runs", "show", "1", "--json"});
    const nlohmann::json run = nlohmann::json::parse(shown.output.toStdString());
    QCOMPARE(run["artifacts"].size(), 1U);
    QCOMPARE(run["artifacts"][0]["path"].get<std::string>(), cli_->path("out.csv").toStdString());
    const QByteArray hash = QCryptographicHash::hash(cli_->read("out.csv"), QCryptographicHash::Sha256).toHex();
    QCOMPARE(run["artifacts"][0]["sha256"].get<std::string>(), hash.toStdString());
}

void TestCliSimulate::doesNotRecordWhenAsked()
{
    cli_->write("list.txt", "leu2\n");
    COMPARE_EXIT(simulate({"--knockouts", "list.txt", "--no-log"}), 0);
    QVERIFY(!QFile::exists(cli_->database()));
    COMPARE_EXIT(simulate({"--knockouts", "list.txt", "--db", cli_->path("mine.sqlite")}), 0);
    QVERIFY(!QFile::exists(cli_->database()));
    QVERIFY(QFile::exists(cli_->path("mine.sqlite")));
}

void TestCliSimulate::worksWithoutAUsableDatabase()
{
    cli_->write("list.txt", "leu2\n");
    cli_->write("mine.sqlite", QByteArray("not a database\n").repeated(100));
    const CliResult result = simulate({"--knockouts", "list.txt", "--quiet", "--db", "mine.sqlite"});
    COMPARE_EXIT(result, 0);
    QCOMPARE(cli_->lines("out.csv").size(), 2);
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY2(result.error.startsWith("warning: mine.sqlite: ") && result.error.contains("not recorded"),
             result.error.constData());
}

void TestCliSimulate::namesFileAndLineOfUnknownGenes()
{
    cli_->write("list.txt", "leu2\nXYZ9\nHXK2 ABC12\n");
    const CliResult result = simulate({"--knockouts", "list.txt"});
    COMPARE_EXIT(result, 3);
    QCOMPARE(result.errorLines().size(), 2);
    QVERIFY(result.errorLines()[0].contains("list.txt:2") && result.errorLines()[0].contains("XYZ9"));
    QVERIFY(result.errorLines()[1].contains("list.txt:3") && result.errorLines()[1].contains("ABC12"));
    QVERIFY(!QFile::exists(cli_->path("out.csv")));
    QVERIFY(cli_->runs().empty());
}

void TestCliSimulate::keepsPartialRowsWhenInterrupted_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestCliSimulate::keepsPartialRowsWhenInterrupted()
{
    QFETCH(int, signal);
    const std::unique_ptr<QProcess> process = startLongJob();
    QCOMPARE(process->state(), QProcess::Running);
    kill(static_cast<pid_t>(process->processId()), signal);
    const CliResult result = CliProgram::end(*process, 60'000);
    COMPARE_EXIT(result, 130);
    QVERIFY(result.error.contains("cancelled"));
    const QByteArrayList lines = cli_->lines("out.csv");
    QVERIFY(lines.size() > 1);
    QVERIFY(lines.last().endsWith(",ok"));
    const nlohmann::json runs = cli_->runs();
    QCOMPARE(runs.size(), 1U);
    QCOMPARE(runs[0]["status"].get<std::string>(), "cancelled");
    QCOMPARE(runs[0]["rows"].get<qsizetype>(), lines.size() - 1);
}

void TestCliSimulate::showsAKilledRunAsFailed()
{
    const std::unique_ptr<QProcess> process = startLongJob();
    QCOMPARE(process->state(), QProcess::Running);
    QCOMPARE(cli_->runs()[0]["status"].get<std::string>(), "running");
    process->kill();
    QVERIFY(process->waitForFinished(::knockscape::testing::patience));
    const nlohmann::json runs = cli_->runs();
    QCOMPARE(runs[0]["status"].get<std::string>(), "failed");
    QVERIFY(runs[0]["rows"].get<int>() > 0);
    COMPARE_EXIT(cli_->run({"runs", "export", "1", "--out", "rest.csv"}), 0);
    QCOMPARE(cli_->lines("rest.csv").size() - 1, runs[0]["rows"].get<qsizetype>());
}

/// What the program writes when stderr is a terminal.
QByteArray TestCliSimulate::outputOnTerminal(const QStringList &arguments) const
{
    std::vector<QByteArray> texts{KNOCKSCAPE_CLI_PROGRAM};
    for (const QString &argument : arguments) {
        texts.push_back(argument.toUtf8());
    }
    std::vector<char *> pointers;
    for (QByteArray &text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    const QByteArray folder = cli_->path("").toUtf8();
    const QByteArray data = cli_->path("data").toUtf8();
    int terminal = -1;
    const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
        setenv("TERM", "xterm", 1);
        setenv("XDG_DATA_HOME", data.constData(), 1);
        if (chdir(folder.constData()) == 0) {
            execv(pointers[0], pointers.data());
        }
        _exit(127);
    }
    QByteArray output;
    char buffer[4096];
    for (ssize_t count = 0; (count = ::read(terminal, buffer, sizeof buffer)) > 0;) {
        output.append(buffer, count);
    }
    int status = 0;
    waitpid(child, &status, 0);
    close(terminal);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? output : QByteArray("failed: ") + output;
}

void TestCliSimulate::showsProgressOnATerminalOnly()
{
    cli_->write("list.txt", manyPairs().split('\n').mid(0, 400).join('\n'));
    const QStringList arguments{"simulate", "--cell",    demoCell(), "--knockouts", "list.txt", "--out",
                                "out.csv",  "--threads", "1"};
    const CliResult piped = cli_->run(arguments);
    COMPARE_EXIT(piped, 0);
    QVERIFY(!piped.error.contains('\r') && !piped.error.contains('\x1b'));
    const QByteArray shown = outputOnTerminal(arguments);
    QVERIFY2(shown.contains(" / 400") && shown.contains(" %  "), shown.constData());
    const qsizetype cleared = shown.lastIndexOf("\r\x1b[K");
    QVERIFY2(cleared >= 0 && !shown.mid(cleared).contains(" / 400"), shown.constData());
    QCOMPARE(outputOnTerminal(arguments + QStringList{"--quiet"}), QByteArray());
}

/// All pairs of a panel: what "simulate --pairs" says of them, ranked, with what independent effects would give.
void TestCliSimulate::screensWithoutAModel()
{
    cli_->write("panel.txt", "YHL003C YKL008C YLR028C YMR120C YJL198W YML123C\n");
    COMPARE_EXIT(simulate({"--pairs", "panel.txt"}), 0);
    QHash<QByteArray, double> growth;
    for (const QByteArray &line : cli_->lines("out.csv").mid(1)) {
        growth[line.split(',')[0]] = line.split(',')[3].toDouble();
    }
    const CliResult screened = cli_->run({"screen", "pairs", "--simulate", "--cell", demoCell(), "--genes", "panel.txt",
                                          "--out", "screen.csv", "--gene-summary", "genes.csv"});
    COMPARE_EXIT(screened, 0);
    const QByteArrayList lines = cli_->lines("screen.csv");
    QCOMPARE(lines.size(), 16);
    QCOMPARE(lines[0], QByteArray("knockouts,names,n,fitness,fitness_delta,expected_fitness,epistasis,status"));
    QCOMPARE(growth.size(), 15);
    double before = -2.0;
    for (const QByteArray &line : lines.mid(1)) {
        const QByteArrayList cells = line.split(',');
        QVERIFY2(std::abs(growth[cells[0]] - cells[3].toDouble()) < 1e-8, line.constData());
        QVERIFY2(std::abs(cells[3].toDouble() - cells[5].toDouble() - cells[6].toDouble()) < 1e-8, line.constData());
        QVERIFY2(cells[6].toDouble() >= before - 1e-9, line.constData());
        before = cells[6].toDouble();
        QCOMPARE(cells[7], QByteArray("ok"));
    }
    // SciPy's HiGHS: lethal together, each alone as the wild type.
    QCOMPARE(lines[1].split(',')[0], QByteArray("YHL003C;YKL008C"));
    QCOMPARE(lines[1].split(',')[3], QByteArray("0"));
    QVERIFY(!cli_->lines("genes.csv")[0].contains("interaction"));
    const nlohmann::json about =
        nlohmann::json::parse(cli_->read("screen.csv-metadata.json").toStdString())["notes"][0];
    QCOMPARE(about["evaluator"].get<std::string>(), "simulation");
    QCOMPARE(about["method"].get<std::string>(), "fba");
    QVERIFY(about.contains("medium") && !about.contains("models"));
    const nlohmann::json run = cli_->runs()[0];
    QCOMPARE(run["kind"].get<std::string>(), "screen");
    COMPARE_EXIT(cli_->run({"screen", "pairs", "--cell", demoCell(), "--out", "screen.csv"}), 2);
    COMPARE_EXIT(cli_->run({"screen", "pairs", "--cell", demoCell(), "--out", "screen.csv", "--medium", "rich"}), 2);
    COMPARE_EXIT(cli_->run({"screen", "pairs", "--simulate", "--cell", demoCell(), "--genes", "panel.txt", "--out",
                            "screen.csv", "--by", "interaction"}),
                 3);
}

void TestCliSimulate::screensOnAMedium()
{
    cli_->write("panel.txt", "ADE1 ADE2\n");
    const auto fitness = [this](const QStringList &more) {
        const CliResult screened = cli_->run(QStringList{"screen", "pairs", "--simulate", "--cell", demoCell(),
                                                         "--genes", "panel.txt", "--out", "screen.csv"} +
                                             more);
        return screened.exitCode == 0 ? cli_->lines("screen.csv")[1].split(',')[3].toDouble() : -1.0;
    };
    QCOMPARE(fitness({}), 0.0);
    QCOMPARE(fitness({"--medium", "rich"}), 1.0); // adenine is there
    // Where the wild type does not grow there is nothing to compare with, and the answer says what is missing.
    cli_->write("nothing.tsv", "reaction\tuptake\n");
    const CliResult starving = cli_->run(
        {"screen", "singles", "--simulate", "--cell", demoCell(), "--medium", "nothing.tsv", "--out", "x.csv"});
    COMPARE_EXIT(starving, 3);
    QVERIFY2(starving.error.contains("does not grow"), starving.error.constData());
}

QTEST_GUILESS_MAIN(TestCliSimulate)
#include "test_cli_simulate.moc"
