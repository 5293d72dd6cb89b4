#include "engine/maps/map_builder.h"
#include "engine/maps/map_file.h"
#include "engine/maps/map_matching.h"

#include "engine/cell/cell_import.h"

#include <QTest>

#include <filesystem>

using namespace knockscape;

namespace
{

/// glc_e -> glc_c -> g6p_c, with glucose in two compartments under one entry of BiGG and KEGG.
Cell sugarCell()
{
    Cell cell;
    std::vector<Gene> genes(1);
    genes[0].id = "YFR053C";
    genes[0].name = "HXK1";
    cell.genes = GeneCatalogue(std::move(genes));
    cell.metabolism.metabolites = {
        {"s_1", "glucose", "e", "C6H12O6", std::nullopt, "bigg.metabolite:glc__D|kegg.compound:C00031"},
        {"s_2", "glucose", "c", "C6H12O6", std::nullopt, "bigg.metabolite:glc__D|kegg.compound:C00031"},
        {"s_3", "glucose 6-phosphate", "c", "C6H11O9P", std::nullopt, "bigg.metabolite:g6p"}};
    const auto add = [&](const char *id, const char *annotations, std::vector<StoichiometricTerm> terms) {
        Reaction reaction;
        reaction.id = id;
        reaction.upperBound = 1000.0;
        reaction.annotations = annotations;
        reaction.terms = std::move(terms);
        cell.metabolism.reactions.push_back(std::move(reaction));
    };
    add("r_1", "bigg.reaction:GLCt1|kegg.reaction:R1", {{0, -1.0}, {1, 1.0}});
    add("r_2", "bigg.reaction:HEX1|kegg.reaction:R00299", {{1, -1.0}, {2, 1.0}});
    add("r_3", "kegg.reaction:R00299", {{0, -1.0}, {2, 1.0}});
    return cell;
}

/// One reaction of this name between metabolites of these.
MapDocument mapOf(const std::string &reaction, const std::string &from, const std::string &to)
{
    MapBuilder builder;
    const std::int32_t a = builder.addMetabolite(from, "", {0, 0}, true);
    const std::int32_t b = builder.addMetabolite(to, "", {0, 200}, true);
    const std::int32_t middle = builder.addMarker(MapNodeKind::Midmarker, {0, 100});
    const std::int32_t row = builder.addReaction(reaction, "");
    builder.addTerm(row, from, -1.0);
    builder.addTerm(row, to, 1.0);
    builder.addSegment(row, a, middle);
    builder.addSegment(row, middle, b);
    builder.addText("hxk1", {50, 100});
    builder.addText("Glycolysis", {50, 0});
    return builder.finish();
}

} // namespace

class TestMapMatching : public QObject
{
    Q_OBJECT

private slots:
    void elementsAreFoundByEveryName_data()
    {
        QTest::addColumn<QString>("reaction");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("reactionRow");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("fromRow");
        QTest::addColumn<int>("toRow");
        const auto row = [](const char *name, const char *reaction, const char *from, const char *to, int reactionRow,
                            MapMatchKind kind, int fromRow, int toRow) {
            QTest::newRow(name) << reaction << from << to << reactionRow << static_cast<int>(kind) << fromRow << toRow;
        };
        row("by id", "r_2", "s_2", "s_3", 1, MapMatchKind::Id, 1, 2);
        row("with prefixes", "R_r_2", "M_s_2", "M_s_3", 1, MapMatchKind::Spelled, 1, 2);
        row("BiGG, with compartments", "HEX1", "glc__D_c", "g6p_c", 1, MapMatchKind::Bigg, 1, 2);
        row("BiGG, as older files spell it", "R_HEX1", "M_glc_DASH_D_c", "g6p[c]", 1, MapMatchKind::Bigg, 1, 2);
        row("BiGG, the other compartment", "GLCt1", "glc__D_e", "glc__D_c", 0, MapMatchKind::Bigg, 0, 1);
        row("KEGG", "R1", "C00031", "C00031", 0, MapMatchKind::Kegg, 0, 0);
        row("no such elements", "PGI", "f6p_c", "glc__D_x", -1, MapMatchKind::None, -1, -1);
        row("case is part of an id", "hex1", "S_2", "s_3", -1, MapMatchKind::None, -1, 2);
    }

    void elementsAreFoundByEveryName()
    {
        QFETCH(QString, reaction);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, reactionRow);
        QFETCH(int, kind);
        QFETCH(int, fromRow);
        QFETCH(int, toRow);
        const MapDocument map = mapOf(reaction.toStdString(), from.toStdString(), to.toStdString());
        const MapMatch match = matchMap(map, sugarCell());
        QCOMPARE(match.reactions.at(0), reactionRow);
        QCOMPARE(static_cast<int>(match.reactionKinds.at(0)), kind);
        QCOMPARE(match.metabolites.at(0), fromRow);
        QCOMPARE(match.metabolites.at(1), toRow);
        QCOMPARE(match.metabolites.at(2), -1);
        QCOMPARE(match.textGenes, (std::vector<GeneIndex>{0, -1}));
    }

    void ofSeveralTheOneThatSharesMostIsTakenAndSaid()
    {
        const MapDocument map = mapOf("R00299", "s_1", "s_3");
        const MapMatch match = matchMap(map, sugarCell());
        QCOMPARE(match.reactions.at(0), 2);
        QCOMPARE(match.ambiguousReactions, std::vector<std::string>{"R00299"});
        QCOMPARE(matchIssues(map, match, "map.json").size(), std::size_t(1));
    }

    void whatIsUnknownIsCountedAndListed()
    {
        const MapDocument map = mapOf("PGI", "f6p_c", "s_3");
        const MapMatch match = matchMap(map, sugarCell());
        QCOMPARE(match.unknownReactions, std::vector<std::string>{"PGI"});
        QCOMPARE(match.unknownMetabolites, std::vector<std::string>{"f6p_c"});
        const std::vector<Issue> issues = matchIssues(map, match, "map.json");
        QCOMPARE(issues.size(), std::size_t(2));
        QVERIFY(issues[0].what.find("PGI") != std::string::npos && issues[0].where == "map.json");
        QVERIFY(issues[0].remedy.find("another model") != std::string::npos);
    }

    void mapsDrawnForAModelMatchIt()
    {
        const std::filesystem::path shared = KNOCKSCAPE_SHARED_DIR;
        if (!std::filesystem::exists(shared / "data/maps")) {
            QSKIP("no shared data");
        }
        std::vector<Issue> issues;
        CellImportRequest request;
        request.cobraJson = shared / "data/importers/iMM904.json";
        const Cell cell = importCell(request, issues);
        const MapDocument map = readMapFile(shared / "data/maps/iMM904.Central_carbon_metabolism.json", issues);
        const MapMatch match = matchMap(map, cell);
        QCOMPARE(match.foundReactions(), std::size_t(72));
        QVERIFY(match.unknownReactions.empty() && match.unknownMetabolites.empty());
    }
};

QTEST_GUILESS_MAIN(TestMapMatching)
#include "test_map_matching.moc"
