#include "tests/cli/cli_program.h"

#include <algorithm>
#include <cmath>

/// plan and measure, as a person runs them on the demo: from genes of interest to plates, and back from the bench.
class TestCliPlan : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        cli_ = std::make_unique<CliProgram>();
        if (!hasCommand(*cli_, "predict") || !QFile::exists(demoModel())) {
            QSKIP("this build cannot predict, or resources/demo has no trained model yet");
        }
        cli_->write("panel.txt", "HXK2 PGI1 ZWF1 GND1 TDH3 BNA1 NPT1 FKS1 GSC2\n");
    }
    void fromGenesToPlatesAndBack();
    void disagreementsWithTheSimulation();
    void mistakesAreNamed();

private:
    CliResult plan(QStringList more) const
    {
        QStringList arguments{"plan", "--cell", demoCell(), "--model", demoModel(), "--out", "out"};
        return cli_->run(arguments + more);
    }

    std::unique_ptr<CliProgram> cli_;
};

void TestCliPlan::fromGenesToPlatesAndBack()
{
    const CliResult made = plan({"--genes", "panel.txt", "--budget", "12", "--replicates", "2", "--seed", "5"});
    QVERIFY2(made.exitCode == 0, made.error);
    QVERIFY2(made.error.contains("no choice within the budget") || made.error.contains("No other choice"), made.error);
    const auto json = nlohmann::json::parse(cli_->read("out/plan.json").toStdString());
    QCOMPARE(json["format"].get<std::string>(), std::string("knockscape-plan"));
    QVERIFY(json["to_build"].get<int>() <= 12);
    // The pair that the demo is known for comes first.
    QCOMPARE(json["genotypes"][0]["knockouts"].get<std::string>(), std::string("YJR025C;YOR209C"));
    QCOMPARE(cli_->provenance("out/strains.csv")["content"].get<std::string>(), std::string("plan: strains"));
    QVERIFY(cli_->read("out/plate-1.svg").contains("<svg"));
    QVERIFY(cli_->read("out/reasons.html").contains("bna1Δ npt1Δ"));
    const QByteArrayList strains = cli_->lines("out/strains.csv");
    for (int row = 2; row < strains.size(); ++row) {
        // Singles before pairs.
        QVERIFY(strains[row - 1].split(',')[3].toInt() <= strains[row].split(',')[3].toInt());
    }
    // Filled in a spreadsheet with decimal commas: singles 0.9, pairs 0.5, wild types 2 (values are raw).
    QByteArray sheet;
    for (const QByteArray &line : cli_->lines("out/plates.csv")) {
        QByteArrayList cells = line.split(',');
        if (cells[2] == "strain" && cells[0] != "plate") {
            cells[7] = cells[4].contains(';') ? "1,0" : "1,8";
        } else if (cells[2] == "wild_type") {
            cells[7] = "2,0";
        }
        sheet += cells.join(';') + "\n";
    }
    // A genotype's ids are divided by semicolons too: spreadsheets quote such cells.
    QByteArray quoted;
    for (QByteArray line : sheet.split('\n')) {
        QByteArrayList cells = line.split(';');
        if (cells.size() == 11) {
            cells = cells.mid(0, 4) +
                    QByteArrayList{"\"" + cells[4] + ";" + cells[5] + "\"", "\"" + cells[6] + ";" + cells[7] + "\""} +
                    cells.mid(8);
        }
        quoted += cells.join(';') + "\n";
    }
    cli_->write("filled.csv", quoted);
    const QStringList measure{"measure",    "--cell",   demoCell(), "--plan", "out",         "--sheet",
                              "filled.csv", "--labels", "mine.tsv", "--out",  "measured.csv"};
    const CliResult done = cli_->run(measure);
    QVERIFY2(done.exitCode == 0, done.error);
    QVERIFY2(done.error.contains("knockscape-cli train"), done.error);
    const QByteArrayList measured = cli_->lines("measured.csv");
    QCOMPARE(static_cast<std::size_t>(measured.size()), json["genotypes"].size() + 1);
    for (int row = 1; row < measured.size(); ++row) {
        QVERIFY(std::abs(measured[row].split(',')[6].toDouble() - (0.5 - 0.81)) < 1e-6);
    }
    QCOMPARE(static_cast<std::size_t>(cli_->lines("mine.tsv").size()), json["strains"].size() + 1);
    const auto rounds = nlohmann::json::parse(cli_->read("mine.tsv.rounds.json").toStdString());
    QCOMPARE(rounds["rounds"].size(), 1U);
    QCOMPARE(rounds["rounds"][0]["hits"].get<std::size_t>(), json["genotypes"].size());
    // The same sheet again is refused, and nothing changes.
    const QByteArray before = cli_->read("mine.tsv");
    QCOMPARE(cli_->run(measure).exitCode, 3);
    QCOMPARE(cli_->read("mine.tsv"), before);
    // What was measured is not planned again.
    const CliResult next = plan({"--genes", "panel.txt", "--budget", "12", "--labels", "mine.tsv"});
    QVERIFY2(next.error.contains("measured already"), next.error);
}

void TestCliPlan::disagreementsWithTheSimulation()
{
    const CliResult made =
        plan({"--genes", "panel.txt", "--budget", "6", "--goal", "test", "--simulation", "--format", "tsv"});
    QVERIFY2(made.exitCode == 0, made.error);
    const auto json = nlohmann::json::parse(cli_->read("out/plan.json").toStdString());
    // What differs most comes first, and the other evaluator is the simulation: its ε of the pair, by "simulate".
    const auto &first = json["genotypes"][0];
    QVERIFY(first["disagreement"].get<double>() > 0.1);
    for (const auto &genotype : json["genotypes"]) {
        QVERIFY(genotype["disagreement"].get<double>() <= first["disagreement"].get<double>() + 1e-12);
    }
    const QString genes = QString::fromStdString(first["knockouts"].get<std::string>());
    cli_->write("pair.txt", (genes.section(';', 0, 0) + "\n" + genes.section(';', 1) + "\n" +
                             QString(genes).replace(';', ' ') + "\n")
                                .toUtf8());
    QCOMPARE(cli_->run({"simulate", "--cell", demoCell(), "--knockouts", "pair.txt", "--out", "s.csv"}).exitCode, 0);
    const QByteArrayList rows = cli_->lines("s.csv");
    const double epsilon =
        rows[3].split(',')[3].toDouble() - rows[1].split(',')[3].toDouble() * rows[2].split(',')[3].toDouble();
    QVERIFY(std::abs(std::abs(first["interaction"].get<double>() - epsilon) - first["disagreement"].get<double>()) <
            1e-4);
}

void TestCliPlan::mistakesAreNamed()
{
    QCOMPARE(plan({"--budget", "0"}).exitCode, 2);
    const CliResult goal = plan({"--genes", "panel.txt", "--budget", "6", "--goal", "win"});
    QCOMPARE(goal.exitCode, 3);
    QVERIFY2(goal.error.contains("mixture"), goal.error);
    cli_->write("one.txt", "HXK2\n");
    QCOMPARE(plan({"--genes", "one.txt", "--budget", "6"}).exitCode, 3);
    const CliResult none =
        cli_->run({"measure", "--cell", demoCell(), "--plan", "nowhere", "--sheet", "x.csv", "--labels", "mine.tsv"});
    QCOMPARE(none.exitCode, 3);
}

QTEST_GUILESS_MAIN(TestCliPlan)
#include "test_cli_plan.moc"
