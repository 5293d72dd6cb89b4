#include "engine/core/issue.h"
#include "engine/maps/escher.h"
#include "engine/maps/map_file.h"
#include "tests/engine/maps/escher_rules.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

using namespace knockscape;
using knockscape::testing::EscherRules;
using nlohmann::json;

namespace
{

std::string said(const std::vector<Issue> &issues)
{
    std::string text;
    for (const Issue &issue : issues) {
        text += describe(issue) + "\n";
    }
    return text;
}

QString sbgnFolder()
{
    return QStringLiteral(KNOCKSCAPE_SHARED_DIR "/data/maps/yeast8-sbgn");
}

std::string sbgn(const std::string &inside)
{
    std::string text = R"(<sbgn xmlns="http://sbgn.org/libsbgn/0.2"><map language="process description">)";
    text += inside;
    text += "</map></sbgn>";
    return text;
}

std::string glyph(const std::string &id, const std::string &kind, const std::string &label, int x, int y,
                  const std::string &inside = {})
{
    std::string text = "<glyph id=\"";
    text += id + "\" class=\"" + kind + "\"><label text=\"" + label + "\"/><bbox x=\"" + std::to_string(x) + "\" y=\"" +
            std::to_string(y) + "\" w=\"60\" h=\"40\"/>" + inside + "</glyph>";
    return text;
}

std::string arc(const std::string &kind, const std::string &from, const std::string &to, const std::string &inside = {})
{
    std::string text = "<arc id=\"a";
    text += from + to + "\" class=\"" + kind + "\" source=\"" + from + "\" target=\"" + to + "\">" + inside + "</arc>";
    return text;
}

const MapNode *nodeOf(const MapDocument &map, const std::string &metabolite)
{
    const auto found = std::find_if(map.nodes.begin(), map.nodes.end(),
                                    [&](const MapNode &node) { return node.metabolite == metabolite; });
    return found == map.nodes.end() ? nullptr : &*found;
}

/// The reaction's segments lead from node to node of these kinds of places.
bool joins(const MapDocument &map, const MapReaction &reaction, const MapPoint &from, const MapPoint &to)
{
    return std::any_of(reaction.segments.begin(), reaction.segments.end(), [&](const MapSegment &segment) {
        return map.nodes[static_cast<std::size_t>(segment.from)].position == from &&
               map.nodes[static_cast<std::size_t>(segment.to)].position == to;
    });
}

} // namespace

class TestDrawnMaps : public QObject
{
    Q_OBJECT

private slots:
    void everyMapOfYeast8IsRead_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : QDir(sbgnFolder()).entryList({"*.sbgn"}, QDir::Files, QDir::Name)) {
            QTest::newRow(qPrintable(file)) << file;
        }
        if (!QDir(sbgnFolder()).exists()) {
            QTest::newRow("none") << QString();
        }
    }

    void everyMapOfYeast8IsRead()
    {
        QFETCH(QString, file);
        if (file.isEmpty()) {
            QSKIP("no shared data");
        }
        std::vector<Issue> issues;
        const MapDocument map = readMapFile((sbgnFolder() + "/" + file).toStdString(), issues);
        QVERIFY2(issues.empty(), said(issues).c_str());
        QVERIFY(map.origin == MapOrigin::Sbgn);
        QVERIFY(!map.reactions.empty());
        // Counted in the file itself: each process is a reaction, each arc a line to or from a metabolite.
        QFile source(sbgnFolder() + "/" + file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QByteArray text = source.readAll();
        QCOMPARE(map.reactions.size(), std::size_t(text.count("class=\"process\"")));
        std::size_t terms = 0;
        for (const MapReaction &reaction : map.reactions) {
            terms += reaction.terms.size();
            QVERIFY(!reaction.reaction.empty());
            QVERIFY(!reaction.segments.empty());
        }
        QCOMPARE(terms, std::size_t(text.count("class=\"consumption\"") + text.count("class=\"production\"")));
        const auto isMetabolite = [](const MapNode &node) { return node.kind == MapNodeKind::Metabolite; };
        const auto metabolites = std::count_if(map.nodes.begin(), map.nodes.end(), isMetabolite);
        QCOMPARE(static_cast<std::size_t>(metabolites) + map.texts.size(),
                 std::size_t(text.count("class=\"simple chemical\"")));
        const json written = json::parse(writeEscherMap(map));
        QCOMPARE(EscherRules::firstBreach(written), std::string());
        std::vector<Issue> again;
        QVERIFY(json::parse(writeEscherMap(readMap(written.dump(), "again", again))) == written);
    }

    void processesBecomeReactionsBetweenTheirPorts()
    {
        const std::string ports = R"(<port id="p.1" x="100" y="120"/><port id="p.2" x="100" y="180"/>)";
        std::string inside =
            glyph("a", "simple chemical", "s_1", 70, 0) + glyph("b", "simple chemical", "s_2", 70, 280);
        inside += glyph("p", "process", "r_1", 70, 130, ports) + glyph("g", "simple chemical", "YAL001C", 150, 130);
        inside += glyph("e", "macromolecule", "ENZ", 300, 130) + glyph("c", "compartment", "cytosol", 0, 0);
        inside += glyph("x", "phenotype", "growth", 0, 0);
        inside += arc("consumption", "a", "p.1") + arc("production", "p.2", "b", R"(<next x="100" y="230"/>)");
        inside += arc("catalysis", "e", "p") + arc("equivalence arc", "a", "b");
        std::vector<Issue> issues;
        const MapDocument map = readMap(sbgn(inside), "map.sbgn", issues);
        QCOMPARE(map.reactions.size(), std::size_t(1));
        const MapReaction &reaction = map.reactions[0];
        QCOMPARE(reaction.reaction, std::string("r_1"));
        QVERIFY(reaction.terms == (std::vector<MapTerm>{{"s_1", -1.0}, {"s_2", 1.0}}));
        QVERIFY(reaction.genes == (std::vector<MapGene>{{"ENZ", ""}}));
        QVERIFY(nodeOf(map, "s_1")->position == (MapPoint{200, 40}));
        QVERIFY(joins(map, reaction, {200, 40}, {200, 240}) && joins(map, reaction, {200, 240}, {200, 300}));
        QVERIFY(joins(map, reaction, {200, 360}, {200, 300}) && joins(map, reaction, {200, 360}, {200, 600}));
        QCOMPARE(map.texts.size(), std::size_t(1));
        QCOMPARE(map.texts[0].text, std::string("YAL001C"));
        QCOMPARE(map.compartments.size(), std::size_t(1));
        QVERIFY(map.compartments[0].box == (MapBox{0, 0, 120, 80}));
        QVERIFY(nodeOf(map, "ENZ") == nullptr);
        for (const char *kind : {"phenotype", "equivalence arc"}) {
            QVERIFY2(said(issues).find(kind) != std::string::npos, said(issues).c_str());
        }
        QCOMPARE(issues.size(), std::size_t(2));
    }

    void layoutsOfSbmlAreRead()
    {
        std::vector<Issue> issues;
        const MapDocument map = readMapFile(KNOCKSCAPE_TEST_DATA "/maps/layout.xml", issues);
        QVERIFY(map.origin == MapOrigin::SbmlLayout);
        const MapReaction &reaction = map.reactions.at(0);
        QCOMPARE(reaction.name, std::string("the reaction"));
        QVERIFY(!reaction.reversible);
        QVERIFY(reaction.terms == (std::vector<MapTerm>{{"A", -2.0}, {"ATP", -1.0}, {"B", 1.0}}));
        QVERIFY(reaction.genes == (std::vector<MapGene>{{"E", "ENO1"}}));
        QVERIFY(nodeOf(map, "A")->primary && !nodeOf(map, "ATP")->primary);
        QCOMPARE(nodeOf(map, "A")->name, std::string("alpha"));
        // A is consumed: its line leads from it to where the reaction's begins, though the file draws it the other way.
        QVERIFY(joins(map, reaction, {100, 40}, {100, 180}) && joins(map, reaction, {100, 260}, {100, 420}));
        const auto side =
            std::find_if(reaction.segments.begin(), reaction.segments.end(), [&](const MapSegment &segment) {
                return map.nodes[static_cast<std::size_t>(segment.from)].metabolite == "ATP";
            });
        QVERIFY(side != reaction.segments.end());
        QVERIFY(side->control1 == (MapPoint{200, 100}) && side->control2 == (MapPoint{120, 120}));
        QCOMPARE(map.texts.at(0).text, std::string("Glycolysis"));
        QVERIFY(map.compartments.at(0).box == (MapBox{0, 0, 800, 600}));
        QCOMPARE(map.compartments.at(0).name, std::string("cytosol"));
        QCOMPARE(issues.size(), std::size_t(2));
        QCOMPARE(EscherRules::firstBreach(json::parse(writeEscherMap(map))), std::string());
    }

    void whatIsNoMapIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a page") << QByteArray("<html><body/></html>");
        QTest::newRow("no map") << QByteArray("<sbgn/>");
        QTest::newRow("cut") << QByteArray("<sbgn><map language='process description'><glyph id='1'");
        QTest::newRow("another language") << QByteArray("<sbgn><map language='activity flow'/></sbgn>");
        QTest::newRow("entities") << QByteArray("<!DOCTYPE x [<!ENTITY a 'b'>]><sbgn><map/></sbgn>");
        QTest::newRow("a model without a layout") << QByteArray("<sbml><model/></sbml>");
        QTest::newRow("a layout outside of SBML") << QByteArray("<a><sbml/><listOfLayouts/></a>");
        QByteArray deep = "<sbgn><map>";
        for (int i = 0; i < 10000; ++i) {
            deep += "<glyph>";
        }
        QTest::newRow("deep") << deep;
    }

    void whatIsNoMapIsRefused()
    {
        QFETCH(QByteArray, text);
        std::vector<Issue> issues;
        try {
            readMap(text.toStdString(), "map.xml", issues);
            QFAIL("it was read");
        } catch (const InputError &error) {
            QVERIFY2(QString(error.what()).startsWith("map.xml"), error.what());
        }
    }

    void brokenElementsAreLeftOutWithAReason()
    {
        std::string inside = glyph("a", "simple chemical", "s_1", 0, 0) + glyph("a", "simple chemical", "twice", 0, 0);
        inside += "<glyph class=\"simple chemical\" id=\"n\"/>";
        inside += R"(<glyph class="process" id="q"><bbox x="nan" y="1e300" w="-5" h="inf"/></glyph>)";
        inside += R"(<glyph class="process" id="p"><bbox x="-1e6" y="3" w="-5" h="inf"/></glyph>)";
        inside += arc("consumption", "a", "gone") + arc("production", "a", "p") + arc("consumption", "a", "p");
        std::vector<Issue> issues;
        const MapDocument map = readMap(sbgn(inside), "map.sbgn", issues);
        QCOMPARE(map.reactions.size(), std::size_t(1));
        QCOMPARE(map.reactions[0].terms.size(), std::size_t(1));
        for (const MapNode &node : map.nodes) {
            QVERIFY(std::isfinite(node.position.x) && std::isfinite(node.position.y));
        }
        for (const char *kind : {"simple chemical", "process", "consumption", "production"}) {
            QVERIFY2(said(issues).find(kind) != std::string::npos, said(issues).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestDrawnMaps)
#include "test_drawn_maps.moc"
