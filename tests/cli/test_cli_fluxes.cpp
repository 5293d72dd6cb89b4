// Fluxes, methods, media and explanations on the command line. Expected numbers: SciPy's HiGHS on the demo.

#include "tests/cli/cli_program.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>

namespace
{

constexpr double demoGrowth = 0.457953113;
constexpr double demoMinimalGrowth = 0.4577446382;
constexpr double demoRichGrowth = 0.4642142856;
constexpr double demoTotal = 449.6234248;

bool near(double value, double expected, double relative)
{
    return std::abs(value - expected) <= relative * std::max(1.0, std::abs(expected));
}

/// A cell of the first row with this text in a column.
QByteArrayList rowOf(const QByteArrayList &lines, char separator, int column, const QByteArray &text)
{
    for (const QByteArray &line : lines) {
        QByteArrayList cells = line.split(separator);
        if (cells.value(column) == text) {
            return cells;
        }
    }
    return {};
}

} // namespace

class TestCliFluxes : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        cli_ = std::make_unique<CliProgram>();
        if (!hasCommand(*cli_, "media")) {
            QSKIP("this build has no simulation");
        }
    }

    void writesFluxesThatBalance_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<char>("separator");
        QTest::newRow("csv") << "fluxes.csv" << ',';
        QTest::newRow("tsv") << "fluxes.tsv" << '\t';
    }

    void writesFluxesThatBalance()
    {
        QFETCH(QString, file);
        QFETCH(char, separator);
        COMPARE_EXIT(simulate({"--genes", "WT;LEU2", "--method", "pfba", "--fluxes", file}), 0);
        const QByteArrayList lines = cli_->lines(file);
        QCOMPARE(lines.front().split(separator), (QByteArrayList{"knockouts", "reaction", "flux"}));
        std::map<QByteArray, std::map<QByteArray, double>> fluxes;
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const QByteArrayList cells = lines[i].split(separator);
            fluxes[cells[0]][cells[1]] = cells[2].toDouble();
        }
        QCOMPARE(fluxes.size(), std::size_t(2));
        QCOMPARE(fluxes[""].size(), fluxes["YCL018W"].size());
        double total = 0.0;
        for (const auto &[reaction, flux] : fluxes[""]) {
            total += std::abs(flux);
        }
        QVERIFY2(near(total, demoTotal, 1e-4), qPrintable(QString::number(total)));
        QVERIFY(near(fluxes[""]["HIS7"], 0.03022490541, 1e-5));
        QVERIFY(near(fluxes["YCL018W"]["KGD"], 0.111111069, 1e-5));
        for (const auto &[genotype, of] : fluxes) {
            QVERIFY2(imbalanceOf(of) < 1e-6, genotype.constData());
        }
        QVERIFY(!cli_->read(file + "-metadata.json").isEmpty());
    }

    void writesFluxesAsASpreadsheet()
    {
        const CliResult result = simulate({"--genes", "LEU2", "--fluxes", "fluxes.xlsx"});
        if (result.exitCode != 0 && result.error.contains("XLSX")) {
            QSKIP("this build writes no spreadsheets");
        }
        COMPARE_EXIT(result, 0);
        const QByteArray sheet = cli_->read("fluxes.xlsx");
        QVERIFY(sheet.startsWith("PK") && sheet.contains("xl/worksheets/sheet1.xml"));
        // The same numbers as a table of text has: as many reactions, each in the shared strings or the sheet.
        QVERIFY(sheet.size() > 3000);
    }

    void knowsTheMethodsByName()
    {
        COMPARE_EXIT(simulate({"--genes", "LEU2;WT", "--method", "pfba"}), 0);
        const QByteArrayList lines = cli_->lines("out.csv");
        QVERIFY(lines[0].endsWith("status,total_flux"));
        QVERIFY(near(lines[1].split(',').last().toDouble(), 11.05555556, 1e-4));
        QVERIFY(near(lines[2].split(',').last().toDouble(), demoTotal, 1e-4));
        for (const char *method : {"fastest", "0", ""}) {
            const CliResult refused = simulate({"--genes", "LEU2", "--method", method});
            COMPARE_EXIT(refused, 2);
            QVERIFY2(refused.error.contains("fba, pfba or lmoma"), refused.error.constData());
        }
        const CliResult help = cli_->run({"simulate", "--help"});
        COMPARE_EXIT(help, 0);
        QVERIFY2(!help.output.contains("->"), help.output.constData());
    }

    void takesGenotypesFromTheCommandLine()
    {
        COMPARE_EXIT(simulate({"--genes", "hxk2 PGI1;leu2"}), 0);
        const QByteArrayList lines = cli_->lines("out.csv");
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[1].startsWith("YBR196C;YGL253W,") && lines[2].startsWith("YCL018W,"));
        COMPARE_EXIT(simulate({"--genes", "LEU2", "--singles"}), 2);
        COMPARE_EXIT(simulate({"--genes", "XYZ9;LEU2"}), 3);
        COMPARE_EXIT(simulate({}), 2);
    }

    void simulatesOnAMedium()
    {
        const std::map<QString, double> expected{
            {"own", demoGrowth}, {"rich", demoRichGrowth}, {"minimal-glucose", demoMinimalGrowth}};
        for (const auto &[medium, growth] : expected) {
            COMPARE_EXIT(simulate({"--genes", "WT", "--medium", medium}), 0);
            const QByteArrayList cells = cli_->lines("out.csv")[1].split(',');
            QVERIFY2(near(cells[4].toDouble(), growth, 1e-6), cells[4].constData());
            const nlohmann::json parameters = cli_->provenance("out.csv").at("parameters");
            QCOMPARE(parameters.at("medium").get<std::string>(), medium.toStdString());
            QCOMPARE(parameters.contains("medium_bounds"), medium != "own");
        }
        // In the demo nothing grows without oxygen: that is said, with what is missing.
        const CliResult refused = simulate({"--genes", "WT", "--medium", "anaerobic"});
        COMPARE_EXIT(refused, 3);
        QVERIFY2(refused.error.contains("does not grow on this medium"), refused.error.constData());
    }

    void explainsOnAMedium()
    {
        // Without ammonium the wild type is explained, beside the cell's own medium; ammonium would let it grow.
        cli_->write("poor.tsv", "reaction\tuptake\nEX_glc\t10\nEX_nac\t1\nEX_o2\t6\nEX_fe2\t1000\nEX_h\t1000\n"
                                "EX_h2o\t1000\nEX_pi\t1000\nEX_so4\t1000\n");
        const CliResult told = cli_->run({"explain", "--cell", demoCell(), "--medium", "poor.tsv", "--json"});
        COMPARE_EXIT(told, 0);
        const nlohmann::json poor = nlohmann::json::parse(told.output.toStdString());
        QCOMPARE(poor.at("medium").get<std::string>(), "poor");
        QVERIFY(near(poor.at("growth").get<double>(), 0.0, 1e-9));
        QVERIFY(near(poor.at("wild_type_growth").get<double>(), demoGrowth, 1e-6));
        const auto &rescues = poor.at("rescues");
        QVERIFY(std::any_of(rescues.begin(), rescues.end(),
                            [](const nlohmann::json &rescue) { return rescue.at("exchange") == "EX_nh4"; }));
        // Adenine lets ade2 grow: on the rich medium it does, and needs no rescue.
        const CliResult rich =
            cli_->run({"explain", "--cell", demoCell(), "--genes", "ADE2", "--medium", "rich", "--json"});
        COMPARE_EXIT(rich, 0);
        const nlohmann::json grows = nlohmann::json::parse(rich.output.toStdString());
        QVERIFY(near(grows.at("growth").get<double>(), demoRichGrowth, 1e-2));
        QVERIFY(grows.at("rescues").empty());
        const CliResult own = cli_->run({"explain", "--cell", demoCell(), "--genes", "ADE2"});
        COMPARE_EXIT(own, 0);
        QVERIFY2(own.output.startsWith("ade2Δ does not grow.\n"), own.output.constData());
    }

    void listsMediaWithTheirGrowth()
    {
        const CliResult listed = cli_->run({"media", "--cell", demoCell(), "--json"});
        COMPARE_EXIT(listed, 0);
        const nlohmann::json media = nlohmann::json::parse(listed.output.toStdString());
        std::map<std::string, double> growth;
        for (const nlohmann::json &medium : media) {
            growth[medium.at("name").get<std::string>()] = medium.at("growth").get<double>();
            QCOMPARE(medium.at("uptakes").get<std::size_t>(), medium.at("uptake").size());
        }
        QCOMPARE(growth.size(), std::size_t(4));
        QVERIFY(near(growth["own"], demoGrowth, 1e-6) && near(growth["rich"], demoRichGrowth, 1e-6));
        QVERIFY(near(growth["minimal-glucose"], demoMinimalGrowth, 1e-6) && growth["anaerobic"] == 0.0);
        QVERIFY2(listed.error.contains("anaerobic"), listed.error.constData());
        const CliResult table = cli_->run({"media", "--cell", demoCell()});
        COMPARE_EXIT(table, 0);
        QCOMPARE(table.output.split('\n').size(), 6);
        QVERIFY2(table.output.contains("minimal glucose") && table.output.contains("0.457745"),
                 table.output.constData());
    }

    void showsAndSavesMedia()
    {
        const CliResult shown = cli_->run({"media", "--cell", demoCell(), "--show", "own"});
        COMPARE_EXIT(shown, 0);
        const QByteArrayList lines = shown.output.split('\n');
        QCOMPARE(lines[0], QByteArray("reaction\tuptake\tnutrient"));
        QCOMPARE(rowOf(lines, '\t', 0, "EX_glc").value(1), QByteArray("10"));
        QVERIFY(!rowOf(lines, '\t', 0, "EX_glc").value(2).isEmpty());
        // What is shown is a medium again; a copy of the cell's folder keeps the demo as it is.
        QByteArray half = shown.output;
        cli_->write("half.tsv", half.replace("EX_glc\t10", "EX_glc\t5"));
        std::filesystem::copy(demoCell().toStdString(), cli_->path("my.cell").toStdString(),
                              std::filesystem::copy_options::recursive);
        const CliResult saved =
            cli_->run({"media", "--cell", "my.cell", "--save", "half glucose", "--from", "half.tsv"});
        COMPARE_EXIT(saved, 0);
        QVERIFY2(saved.error.contains("0.328821"), saved.error.constData());
        QVERIFY(QFile::exists(cli_->path("my.media/half glucose.tsv")));
        cli_->write("wt.txt", "WT\n");
        COMPARE_EXIT(cli_->run({"simulate", "--cell", "my.cell", "--knockouts", "wt.txt", "--medium", "half glucose",
                                "--out", "half.csv"}),
                     0);
        QVERIFY(near(cli_->lines("half.csv")[1].split(',')[4].toDouble(), 0.3288209378, 1e-6));
    }

    void refusesMediaThatAreNone()
    {
        cli_->write("wrong.tsv", "reaction\tuptake\nEX_glc\t5\nPGI\t3\n");
        for (const QStringList &arguments :
             {QStringList{"--save", "mine", "--from", "wrong.tsv"}, QStringList{"--save", "rich", "--from", "own"},
              QStringList{"--save", "../mine", "--from", "own"}, QStringList{"--show", "champagne"}}) {
            const CliResult result = cli_->run(QStringList{"media", "--cell", demoCell()} + arguments);
            COMPARE_EXIT(result, 3);
            QVERIFY2(result.error.startsWith("error: "), result.error.constData());
        }
        QVERIFY(!QFile::exists(QFileInfo(demoCell()).absolutePath() + "/central-metabolism.media"));
        COMPARE_EXIT(cli_->run({"media", "--cell", demoCell(), "--save", "mine"}), 2);
        COMPARE_EXIT(cli_->run({"media"}), 2);
    }

private:
    CliResult simulate(const QStringList &more) const
    {
        return cli_->run(QStringList{"simulate", "--cell", demoCell(), "--out", "out.csv"} + more);
    }

    /// The largest surplus or lack of a metabolite, by the table of the bundle.
    static double imbalanceOf(const std::map<QByteArray, double> &fluxes)
    {
        QFile table(demoCell() + "/stoichiometry.tsv");
        if (!table.open(QIODevice::ReadOnly)) {
            return HUGE_VAL;
        }
        std::map<QByteArray, double> sums;
        for (const QByteArray &line : table.readAll().split('\n').mid(1)) {
            const QByteArrayList cells = line.split('\t');
            const auto flux = fluxes.find(cells.value(0));
            if (cells.size() >= 3 && flux != fluxes.end()) {
                sums[cells[1]] += flux->second * cells[2].toDouble();
            }
        }
        double worst = sums.empty() ? HUGE_VAL : 0.0;
        for (const auto &[metabolite, sum] : sums) {
            worst = std::max(worst, std::abs(sum));
        }
        return worst;
    }

    std::unique_ptr<CliProgram> cli_;
};

QTEST_GUILESS_MAIN(TestCliFluxes)
#include "test_cli_fluxes.moc"
