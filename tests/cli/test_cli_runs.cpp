#include "tests/cli/cli_program.h"

/// The history of runs on the command line.
class TestCliRuns : public QObject
{
    Q_OBJECT

private slots:
    void init() { cli_ = std::make_unique<CliProgram>(); }
    void saysThatThereAreNone();
    void listsShowsAndExports();
    void deletesRestoresAndPurges();
    void keepsNotes();
    void refusesWhatIsNotThere();

private:
    bool addRun(const QByteArray &list) const
    {
        cli_->write("list.txt", list);
        return cli_->run({"simulate", "--cell", demoCell(), "--knockouts", "list.txt", "--out", "out.csv"}).exitCode ==
               0;
    }
    std::unique_ptr<CliProgram> cli_;
};

void TestCliRuns::saysThatThereAreNone()
{
    const CliResult result = cli_->run({"runs", "list"});
    COMPARE_EXIT(result, 0);
    QVERIFY(result.output.isEmpty());
    QVERIFY(result.error.contains("No runs yet"));
    QVERIFY(cli_->run({"runs", "list", "--quiet"}).error.isEmpty());
}

void TestCliRuns::listsShowsAndExports()
{
    if (!hasCommand(*cli_, "simulate")) {
        QSKIP("this build has no simulation");
    }
    QVERIFY(addRun("leu2\n"));
    QVERIFY(addRun("ADE2\nHIS3\nTRP1\nURA3\n"));
    const CliResult list = cli_->run({"runs", "list"});
    COMPARE_EXIT(list, 0);
    const QByteArrayList lines = list.output.split('\n');
    QCOMPARE(lines.size(), 4); // header, two runs, end
    QVERIFY(lines[0].startsWith("id "));
    QVERIFY2(lines[1].startsWith(" 2 ") && lines[1].contains("ADE2, HIS3, TRP1, …"), lines[1].constData());
    QVERIFY2(lines[2].startsWith(" 1 ") && lines[2].contains("simulate") && lines[2].contains("finished"),
             lines[2].constData());
    QCOMPARE(lines[1].indexOf("finished"), lines[2].indexOf("finished"));

    const CliResult show = cli_->run({"runs", "show", "2"});
    COMPARE_EXIT(show, 0);
    QVERIFY(show.output.contains("cell_sha256") && show.output.contains("list.txt"));

    for (const QString &out : {QString("rows.csv"), QString("rows.tsv"), QString("rows.xlsx")}) {
        COMPARE_EXIT(cli_->run({"runs", "export", "2", "--out", out}), 0);
    }
    const QByteArrayList rows = cli_->lines("rows.csv");
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows[0],
             QByteArray("knockouts,names,n,fitness,fitness_delta,interaction,expected_fitness,epistasis,support,"
                        "in_range,status"));
    QVERIFY(rows[1].startsWith("YOR128C,ADE2,1,"));
    QCOMPARE(cli_->lines("rows.tsv").first(), QByteArray(rows[0]).replace(',', '\t'));
    QVERIFY(cli_->read("rows.xlsx").startsWith("PK"));
}

void TestCliRuns::deletesRestoresAndPurges()
{
    if (!hasCommand(*cli_, "simulate")) {
        QSKIP("this build has no simulation");
    }
    QVERIFY(addRun("leu2\n"));
    QVERIFY(addRun("ade2\n"));
    const CliResult missing = cli_->run({"runs", "delete", "1", "7"});
    COMPARE_EXIT(missing, 3);
    QCOMPARE(cli_->runs().size(), 2U); // nothing is deleted by half
    const CliResult deleted = cli_->run({"runs", "delete", "1"});
    COMPARE_EXIT(deleted, 0);
    QVERIFY(deleted.error.contains("runs restore 1"));
    QCOMPARE(cli_->runs().size(), 1U);
    const CliResult hidden = cli_->run({"runs", "list", "--deleted", "--json"});
    QCOMPARE(nlohmann::json::parse(hidden.output.toStdString()).size(), 1U);
    COMPARE_EXIT(cli_->run({"runs", "restore", "1"}), 0);
    QCOMPARE(cli_->runs().size(), 2U);
    COMPARE_EXIT(cli_->run({"runs", "delete", "1", "2"}), 0);
    COMPARE_EXIT(cli_->run({"runs", "purge"}), 2);
    COMPARE_EXIT(cli_->run({"runs", "purge", "--yes"}), 0);
    COMPARE_EXIT(cli_->run({"runs", "restore", "1"}), 3);
}

void TestCliRuns::keepsNotes()
{
    if (!hasCommand(*cli_, "simulate")) {
        QSKIP("this build has no simulation");
    }
    QVERIFY(addRun("leu2\n"));
    COMPARE_EXIT(cli_->run({"runs", "note", "1", "growth without leucine"}), 0);
    QCOMPARE(cli_->runs()[0]["note"].get<std::string>(), "growth without leucine");
    COMPARE_EXIT(cli_->run({"runs", "note", "1", ""}), 0);
    QCOMPARE(cli_->runs()[0]["note"].get<std::string>(), "");
}

void TestCliRuns::refusesWhatIsNotThere()
{
    const CliResult run = cli_->run({"runs", "show", "5"});
    COMPARE_EXIT(run, 3);
    QVERIFY(run.error.contains("no run 5") && run.error.contains("runs list"));
    const CliResult file = cli_->run({"runs", "list", "--db", "mistyped.sqlite"});
    COMPARE_EXIT(file, 3);
    QVERIFY(file.error.contains("mistyped.sqlite"));
    QVERIFY(!QFile::exists(cli_->path("mistyped.sqlite")));
    cli_->write("text.sqlite", QByteArray("text\n").repeated(1000));
    const CliResult text = cli_->run({"runs", "list", "--db", "text.sqlite"});
    COMPARE_EXIT(text, 3);
    QVERIFY(text.error.contains("not a run database"));
    const CliResult folder = cli_->run({"runs", "list", "--db", "."});
    COMPARE_EXIT(folder, 3);
}

QTEST_GUILESS_MAIN(TestCliRuns)
#include "test_cli_runs.moc"
