#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/maps/escher.h"
#include "tests/engine/maps/escher_rules.h"

#include <QTest>

#include <cmath>
#include <filesystem>

using namespace knockscape;
using knockscape::testing::EscherRules;
using nlohmann::json;

namespace
{

/// A -> B with ATP at its side: two large nodes, one small one, three markers.
json smallBody()
{
    return json::parse(R"({
        "nodes": {
            "1": {"node_type": "metabolite", "x": 0, "y": 0, "bigg_id": "a_c", "name": "A", "label_x": 20.5,
                  "label_y": -10, "node_is_primary": true},
            "2": {"node_type": "metabolite", "x": -0.25, "y": 300, "bigg_id": "b_c", "name": "B", "label_x": 20,
                  "label_y": 300, "node_is_primary": true},
            "3": {"node_type": "metabolite", "x": -80, "y": 60, "bigg_id": "atp_c", "name": "ATP", "label_x": -130,
                  "label_y": 60, "node_is_primary": false},
            "4": {"node_type": "multimarker", "x": 0, "y": 120},
            "5": {"node_type": "midmarker", "x": 0, "y": 150}
        },
        "reactions": {
            "10": {"name": "A to B", "bigg_id": "AB", "reversibility": true, "label_x": 15, "label_y": 150,
                   "gene_reaction_rule": "YAL001C or YAL002W",
                   "genes": [{"bigg_id": "YAL001C", "name": "TFC3"}, {"bigg_id": "YAL002W", "name": "VPS8"}],
                   "metabolites": [{"bigg_id": "a_c", "coefficient": -1}, {"bigg_id": "b_c", "coefficient": 2.5}],
                   "segments": {
                       "20": {"from_node_id": "1", "to_node_id": "4", "b1": null, "b2": null},
                       "21": {"from_node_id": "3", "to_node_id": "4", "b1": {"x": -20, "y": 70}, "b2": {"x": 0, "y": 90}},
                       "22": {"from_node_id": "4", "to_node_id": "5", "b1": null, "b2": null},
                       "23": {"from_node_id": "5", "to_node_id": "2", "b1": null, "b2": null}}}
        },
        "text_labels": {"30": {"x": 5, "y": -50, "text": "A pathway"}},
        "canvas": {"x": -200, "y": -100, "width": 500, "height": 600}
    })");
}

json smallMap()
{
    return json::array({{{"map_name", "small"},
                         {"map_id", "1"},
                         {"map_description", ""},
                         {"homepage", "https://escher.github.io"},
                         {"schema", "https://escher.github.io/escher/jsonschema/1-0-0#"}},
                        smallBody()});
}

MapDocument read(const json &map, std::vector<Issue> &issues)
{
    return readEscherMap(map.dump(), "map.json", issues);
}

json writtenBack(const json &map)
{
    std::vector<Issue> issues;
    return json::parse(writeEscherMap(read(map, issues)));
}

std::string said(const std::vector<Issue> &issues)
{
    std::string text;
    for (const Issue &issue : issues) {
        text += describe(issue) + "\n";
    }
    return text;
}

} // namespace

class TestEscherMap : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatTheMapSays()
    {
        std::vector<Issue> issues;
        const MapDocument map = read(smallMap(), issues);
        QVERIFY2(issues.empty(), said(issues).c_str());
        QCOMPARE(map.name, std::string("small"));
        QCOMPARE(map.nodes.size(), std::size_t(5));
        QCOMPARE(map.nodes[2].metabolite, std::string("atp_c"));
        QVERIFY(map.nodes[0].primary && !map.nodes[2].primary);
        QVERIFY(map.nodes[3].kind == MapNodeKind::Multimarker && map.nodes[4].kind == MapNodeKind::Midmarker);
        const MapReaction &reaction = map.reactions.at(0);
        QCOMPARE(reaction.reaction, std::string("AB"));
        QVERIFY(reaction.reversible);
        QCOMPARE(reaction.genes.at(1).name, std::string("VPS8"));
        QCOMPARE(reaction.terms.at(1).coefficient, 2.5);
        QCOMPARE(reaction.segments.size(), std::size_t(4));
        QVERIFY(middleOf(map, reaction) == std::optional(MapPoint{0, 150}));
        const MapCurve curve = curveOf(map, reaction.segments[1]);
        QVERIFY(curve.start == (MapPoint{-80, 60}) && curve.control2 == (MapPoint{0, 90}));
        QCOMPARE(map.texts.at(0).text, std::string("A pathway"));
        QVERIFY(map.canvas == (MapBox{-200, -100, 500, 600}));
    }

    void realMapsComeBackWithNothingLost_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"e_coli_core.Core_metabolism.json", "iMM904.Central_carbon_metabolism.json"}) {
            QTest::newRow(file) << QString(file);
        }
    }

    void realMapsComeBackWithNothingLost()
    {
        QFETCH(QString, file);
        const std::filesystem::path path = std::string(KNOCKSCAPE_SHARED_DIR) + "/data/maps/" + file.toStdString();
        if (!std::filesystem::exists(path)) {
            QSKIP("no shared data");
        }
        const std::string content = readFile(path);
        std::vector<Issue> issues;
        const MapDocument map = readEscherMap(content, "map", issues);
        QVERIFY2(issues.empty(), said(issues).c_str());
        const json before = json::parse(content);
        const json after = json::parse(writeEscherMap(map));
        QVERIFY2(before == after, json::diff(before, after).dump().substr(0, 500).c_str());
        QCOMPARE(EscherRules::firstBreach(after), std::string());
    }

    void whatIsNotUnderstoodIsKept()
    {
        json map = smallMap();
        map[0]["metadata"] = {{"who", "somebody"}, {"list", {1, 2.5, nullptr}}};
        map[1]["nodes"]["1"]["colour"] = {{"r", 1}};
        map[1]["nodes"]["7"] = {{"node_type", "metabolite"}, {"x", nullptr}, {"y", "NaN"}};
        map[1]["nodes"]["8"] = 3;
        map[1]["reactions"]["10"]["notes"] = "kept";
        map[1]["reactions"]["10"]["segments"]["24"] = {{"from_node_id", "9"}, {"to_node_id", 1}};
        map[1]["reactions"]["10"]["segments"]["25"] = {{"from_node_id", 1}, {"to_node_id", 2}, {"b1", "no"}};
        map[1]["reactions"]["11"] = json::array();
        map[1]["text_labels"]["31"] = {{"text", "nowhere"}};
        map[1]["canvas"] = {{"x", 1}};
        map[1]["membranes"] = {1, 2};
        std::vector<Issue> issues;
        const MapDocument document = read(map, issues);
        QCOMPARE(document.nodes.size(), std::size_t(5));
        QCOMPARE(document.reactions.at(0).segments.size(), std::size_t(5));
        for (const char *part : {"node 7", "node 8", "reaction 10, segment 24", "reaction 11", "text label 31"}) {
            QVERIFY2(said(issues).find(part) != std::string::npos, said(issues).c_str());
        }
        const json after = json::parse(writeEscherMap(document));
        QVERIFY2(map == after, json::diff(map, after).dump().c_str());
    }

    void anEditChangesWhatWasEdited()
    {
        const json map = smallMap();
        std::vector<Issue> issues;
        MapDocument document = read(map, issues);
        document.nodes[0].position.x = 12.0;
        document.reactions[0].segments[1].control1.reset();
        document.texts.clear();
        document.compartments.push_back({"c", "cytosol", {0, 0, 10, 10}});
        json expected = map;
        expected[1]["nodes"]["1"]["x"] = 12.0;
        expected[1]["reactions"]["10"]["segments"]["21"]["b1"] = nullptr;
        expected[1]["text_labels"] = json::object();
        const json box = {{"id", "c"}, {"name", "cytosol"}, {"x", 0.0}, {"y", 0.0}, {"width", 10.0}, {"height", 10.0}};
        expected[0]["metadata"]["knockscape"]["compartments"] = {box};
        const json after = json::parse(writeEscherMap(document));
        QVERIFY2(expected == after, json::diff(expected, after).dump().c_str());
        QCOMPARE(EscherRules::firstBreach(after), std::string());
        const MapDocument again = read(after, issues);
        QVERIFY(again.compartments == document.compartments);
    }

    void plainBodiesOfEarlyVersionsBecomeMapsOfTheSchema()
    {
        json body = smallBody();
        body["nodes"]["1"]["connected_segments"] = {{{"reaction_id", "10"}, {"segment_id", "20"}}};
        body["nodes"]["1"]["bigg_id_compartmentalized"] = "a_c";
        body["nodes"]["1"]["bigg_id"] = "a";
        body["reactions"]["10"].erase("bigg_id");
        body["reactions"]["10"]["abbreviation"] = "AB";
        body["reactions"]["10"]["metabolites"] = {{"a_c", {{"coefficient", -1}, {"is_primary", true}}},
                                                  {"b_c", {{"coefficient", 1}}}};
        body["reactions"]["10"].erase("genes");
        body["membranes"] = {{{"x", 1}}};
        body["info"] = {{"organism", "yeast"}};
        std::vector<Issue> issues;
        const MapDocument map = read(body, issues);
        QVERIFY2(issues.empty(), said(issues).c_str());
        QVERIFY(map.origin == MapOrigin::EscherPlain);
        QCOMPARE(map.nodes[0].metabolite, std::string("a_c"));
        QCOMPARE(map.reactions[0].reaction, std::string("AB"));
        QCOMPARE(map.reactions[0].terms.size(), std::size_t(2));
        const json after = json::parse(writeEscherMap(map));
        QCOMPARE(EscherRules::firstBreach(after), std::string());
        const json beyond = after[0]["metadata"]["knockscape"]["beyond_schema"];
        QVERIFY(beyond["nodes"]["1"]["connected_segments"] == body["nodes"]["1"]["connected_segments"]);
        QVERIFY(beyond["nodes"]["1"]["bigg_id"] == "a");
        QVERIFY(beyond["reactions"]["10"]["metabolites"] == body["reactions"]["10"]["metabolites"]);
        QVERIFY(beyond["body"]["membranes"] == body["membranes"] && beyond["body"]["info"] == body["info"]);
        // What it has become is read again without loss.
        QVERIFY(writtenBack(after) == after);
    }

    void hostileMapsAreDrawnOrRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("complaint");
        const auto row = [](const char *name, const json &map, const char *complaint) {
            QTest::newRow(name) << QByteArray::fromStdString(map.dump()) << QByteArray(complaint);
        };
        json map = smallMap();
        map[1]["nodes"].erase("5");
        row("a missing midpoint", map, "segment 22");
        map = smallMap();
        map[1]["nodes"]["2"]["x"] = 1e300;
        row("a place out of the world", map, "node 2");
        map = smallMap();
        map[1]["nodes"]["2"]["x"] = "12";
        row("a place that is a text", map, "node 2");
        map = smallMap();
        map[1]["reactions"]["10"]["segments"] = json::array();
        row("segments that are a list", map, "reaction 10");
        map = smallMap();
        map[1]["reactions"]["10"]["metabolites"][0]["coefficient"] = "two";
        row("a coefficient that is a text", map, "reaction 10");
        map = smallMap();
        map[1]["nodes"]["2"]["node_type"] = 7;
        row("a kind that is a number", map, "node 2");
        map = smallMap();
        map[1]["nodes"]["1"]["node_is_primary"] = nullptr;
        map[1]["nodes"]["1"]["label_x"] = nullptr;
        map[1]["reactions"]["10"]["label_x"] = nullptr;
        row("null where nothing is known", map, "");
        QTest::newRow("not a number") << QByteArray(R"([{},{"nodes":{"1":{"node_type":"midmarker","x":NaN,"y":1}},)"
                                                    R"("reactions":{}}])")
                                      << QByteArray("node 1");
        QTest::newRow("an id twice") << QByteArray(R"([{},{"nodes":{"1":{"node_type":"midmarker","x":0,"y":1},)"
                                                   R"("1":{"node_type":"midmarker","x":2,"y":1}},"reactions":{}}])")
                                     << QByteArray("further down");
    }

    void hostileMapsAreDrawnOrRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, complaint);
        std::vector<Issue> issues;
        const MapDocument map = readEscherMap(text.toStdString(), "map.json", issues);
        QVERIFY2(said(issues).find(complaint.toStdString()) != std::string::npos, said(issues).c_str());
        QCOMPARE(issues.empty(), complaint.isEmpty());
        for (const MapNode &node : map.nodes) {
            QVERIFY(std::isfinite(node.position.x) && std::isfinite(node.label.x));
        }
        for (const MapReaction &reaction : map.reactions) {
            QVERIFY(std::isfinite(reaction.label.x) && std::isfinite(reaction.label.y));
        }
        const MapBox box = drawnBox(map);
        QVERIFY(std::isfinite(box.width) && std::isfinite(box.height));
        QVERIFY(map.canvas.width > 0.0);
    }

    void whatIsNoMapIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut") << QByteArray(R"([{"map_name": "x"}, {"nodes": )");
        QTest::newRow("a number") << QByteArray("7");
        QTest::newRow("a list of three") << QByteArray("[{}, {}, {}]");
        QTest::newRow("a header alone") << QByteArray(R"([{"map_name": "x"}])");
        QTest::newRow("no nodes") << QByteArray(R"([{}, {"reactions": {}}])");
        QTest::newRow("nodes as a list") << QByteArray(R"([{}, {"nodes": [], "reactions": {}}])");
        QTest::newRow("a model") << QByteArray(R"({"metabolites": [], "reactions": [], "genes": []})");
        QTest::newRow("deep") << QByteArray(100000, '[');
        QTest::newRow("a number too large") << QByteArray(R"([{}, {"nodes": {}, "reactions": {"1": 1e999}}])");
    }

    void whatIsNoMapIsRefused()
    {
        QFETCH(QByteArray, text);
        std::vector<Issue> issues;
        try {
            readEscherMap(text.toStdString(), "map.json", issues);
            QFAIL("it was read");
        } catch (const InputError &error) {
            QVERIFY(QString(error.what()).startsWith("map.json"));
            QVERIFY(!error.issues().at(0).what.empty() && !error.issues().at(0).remedy.empty());
        }
    }

    void thousandsOfNodesAreRead()
    {
        json map = smallMap();
        for (int i = 100; i < 20100; ++i) {
            map[1]["nodes"][std::to_string(i)] = {{"node_type", "midmarker"}, {"x", -i}, {"y", i * 0.5}};
        }
        std::vector<Issue> issues;
        QCOMPARE(read(map, issues).nodes.size(), std::size_t(20005));
        QVERIFY(writtenBack(map) == map);
    }
};

QTEST_GUILESS_MAIN(TestEscherMap)
#include "test_escher_map.moc"
