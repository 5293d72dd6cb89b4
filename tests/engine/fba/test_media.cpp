#include "tests/engine/fba/fba_fixtures.h"
#include "tests/engine/fba/small_cells.h"

#include "engine/core/issue.h"
#include "engine/fba/explanation.h"
#include "engine/fba/flux_balance.h"
#include "engine/fba/media.h"
#include "engine/fba/nutrients.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <utility>

using namespace knockscape;
using knockscape::test::SmallCell;

namespace
{

Metabolite metabolite(std::string id, std::string name, std::string formula = {})
{
    Metabolite result;
    result.id = std::move(id);
    result.name = std::move(name);
    result.compartment.assign(1, 'e');
    result.formula = std::move(formula);
    return result;
}

double growthOn(const std::shared_ptr<const Cell> &cell, const std::string &medium)
{
    return FluxBalance(onMedium(cell, builtInMedium(*cell, medium))).wildTypeGrowth();
}

bool refuses(const std::function<void()> &work, const std::string &words)
{
    try {
        work();
    } catch (const InputError &error) {
        return std::string(error.what()).find(words) != std::string::npos;
    }
    return false;
}

} // namespace

/// Named media, and one's own.
class TestMedia : public QObject
{
    Q_OBJECT

private slots:
    void nutrientsAreRecognised();
    void ownChangesNothing();
    void minimalGlucose_data();
    void minimalGlucose();
    void anaerobic();
    void saysWhatTheCellLacks();
    void savesAndFinds();
    void refusesNames();
};

void TestMedia::nutrientsAreRecognised()
{
    QVERIFY(isNutrient(metabolite("glc__D_e", "D-Glucose", "C6H12O6"), Nutrient::Glucose));
    QVERIFY(isNutrient(metabolite("M_glc_D_e", ""), Nutrient::Glucose));
    QVERIFY(isNutrient(metabolite("glc-D[e]", ""), Nutrient::Glucose));
    QVERIFY(isNutrient(metabolite("s_0565", "D-glucose [e]"), Nutrient::Glucose));
    QVERIFY(isNutrient(metabolite("s_1", "D-Glucose C6H12O6"), Nutrient::Glucose));
    QVERIFY(!isNutrient(metabolite("s_4150", "D-glucose 6-phosphate", "C6H11O9P"), Nutrient::Glucose));
    QVERIFY(!isNutrient(metabolite("fru_e", "D-Fructose", "C6H12O6"), Nutrient::Glucose));
    QVERIFY(isNutrient(metabolite("o2_e", "O2", "O2"), Nutrient::Oxygen));
    QVERIFY(isNutrient(metabolite("s_1277", "oxygen"), Nutrient::Oxygen));
    QVERIFY(!isNutrient(metabolite("o2s_e", "Superoxide", "O2-"), Nutrient::Oxygen));
    QVERIFY(isNutrient(metabolite("ergst_e", "Ergosterol C28H44O"), Nutrient::Ergosterol));
    QVERIFY(isNutrient(metabolite("s_2826", "oleate", "C18H33O2"), Nutrient::Oleate));
    QVERIFY(isNutrient(metabolite("x", "Iron(II)", "Fe"), Nutrient::Salt));
    QVERIFY(isNutrient(metabolite("pi_e", "Phosphate", "HO4P"), Nutrient::Salt));
    QVERIFY(!isNutrient(metabolite("co2_e", "CO2", "CO2"), Nutrient::Salt));
    QVERIFY(!isNutrient(metabolite("ade_e", "Adenine", "C5H5N5"), Nutrient::Salt));
}

void TestMedia::ownChangesNothing()
{
    const std::shared_ptr<const Cell> cell = test::branchedCell().build();
    const Medium own = builtInMedium(*cell, "own");
    QVERIFY(onMedium(cell, own) == cell);
    QCOMPARE(own.uptake.size(), std::size_t{1});
    QCOMPARE(own.uptake.at("uptake"), 10.0);
    std::vector<Issue> said;
    QCOMPARE(findMedium(*cell, "x.cell", "", said), own);
    QCOMPARE(findMedium(*cell, "x.cell", "OWN", said), own);
}

void TestMedia::minimalGlucose_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<double>("growth");
    // These models' own media are minimal glucose; the demo's has nicotinate too, which it can do without.
    QTest::newRow("e_coli_core") << "e_coli_core" << 0.873921507;
    QTest::newRow("iMM904") << "iMM904" << 0.287865704;
    QTest::newRow("demo") << "demo" << -1.0;
}

void TestMedia::minimalGlucose()
{
    QFETCH(QString, model);
    QFETCH(double, growth);
    const auto cell = test::fbaFixtureCell(model.toStdString());
    const Medium medium = builtInMedium(*cell, "minimal-glucose");
    const double minimal = growthOn(cell, "minimal-glucose");
    if (growth > 0.0) {
        QVERIFY(std::abs(minimal - growth) < 1e-6);
    } else {
        const double own = FluxBalance(cell).wildTypeGrowth();
        QVERIFY(minimal > 0.5 * own && minimal <= own);
        QVERIFY(builtInMedium(*cell, "own").uptake.count("EX_nac") == 1);
        QVERIFY(medium.uptake.count("EX_nac") == 0);
    }
    QVERIFY(growthOn(cell, "rich") > minimal);
}

void TestMedia::anaerobic()
{
    const auto coli = test::fbaFixtureCell("e_coli_core");
    const auto yeast = test::fbaFixtureCell("iMM904");
    // As published for e_coli_core (Orth, Fleming & Palsson 2010, doi:10.1128/ecosalplus.10.2.1).
    QVERIFY(std::abs(growthOn(coli, "anaerobic") - 0.211662949) < 1e-8);
    const Medium medium = builtInMedium(*yeast, "anaerobic");
    QCOMPARE(medium.uptake.count("EX_o2_e"), std::size_t{0});
    QCOMPARE(medium.uptake.count("EX_ergst_e"), std::size_t{1});
    QCOMPARE(medium.uptake.count("EX_ocdcea_e"), std::size_t{1});
}

void TestMedia::saysWhatTheCellLacks()
{
    const auto cell = test::branchedCell().build();
    QVERIFY(refuses([&] { builtInMedium(*cell, "minimal-glucose"); }, "glucose"));
    QVERIFY(refuses([&] { builtInMedium(*cell, "anaerobic"); }, "oxygen"));
    QVERIFY(refuses([&] { builtInMedium(*cell, "lemonade"); }, "minimal-glucose"));
}

void TestMedia::savesAndFinds()
{
    QTemporaryDir folder;
    const std::filesystem::path bundle = std::filesystem::path(folder.path().toStdString()) / "my.yeast.cell";
    const auto cell = test::branchedCell().build();
    QVERIFY(savedMedia(bundle).empty());
    Medium medium{"less A", "less A", {{"uptake", 2.5}}};
    saveMedium(bundle, medium);
    QCOMPARE(savedMedia(bundle), std::vector<std::string>{"less A"});
    QCOMPARE(mediaFolder(bundle).filename().string(), std::string("my.yeast.media"));
    std::vector<Issue> said;
    const Medium found = findMedium(*cell, bundle, "less A", said);
    QCOMPARE(found, medium);
    QCOMPARE(FluxBalance(onMedium(cell, found)).wildTypeGrowth(), 2.5);
    const std::filesystem::path file = bundle.parent_path() / "other.tsv";
    std::ofstream(file) << "uptake\treaction\n4\tuptake\n";
    QCOMPARE(findMedium(*cell, bundle, file.string(), said).uptake.at("uptake"), 4.0);
    QCOMPARE(findMedium(*cell, bundle, file.string(), said).name, std::string("other"));
    QVERIFY(refuses([&] { findMedium(*cell, bundle, "lemonade", said); }, "less A"));
}

void TestMedia::refusesNames()
{
    QTemporaryDir folder;
    const std::filesystem::path bundle = std::filesystem::path(folder.path().toStdString()) / "a.cell";
    for (const char *name : {"", "rich", "../b", ".hidden", "a/b", "blank "}) {
        QVERIFY2(refuses([&] { saveMedium(bundle, {name, name, {}}); }, "another name"), name);
    }
    QVERIFY(savedMedia(bundle).empty());
}

QTEST_APPLESS_MAIN(TestMedia)
#include "test_media.moc"
