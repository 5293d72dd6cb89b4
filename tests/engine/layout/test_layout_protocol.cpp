#include "engine/layout/layout_protocol.h"

#include <QTest>

#include <limits>
#include <stdexcept>
#include <string>

using namespace knockscape;

class TestLayoutProtocol : public QObject
{
    Q_OBJECT

private slots:
    void requestSurvivesTheTrip()
    {
        LayoutRequest request;
        request.engine = "neato";
        request.nodes = {{54.25, 20.0, "box"}, {1e-3, 10000.0, "ellipse"}, {0.0, 0.0, "diamond"}};
        request.edges = {{0, 1, true}, {1, 0, false}, {2, 2, true}, {0, 1, true}};
        const LayoutRequest back = layoutRequestFromJson(toJson(request));
        QCOMPARE(back.engine, request.engine);
        QCOMPARE(back.nodes.size(), request.nodes.size());
        for (std::size_t i = 0; i < request.nodes.size(); ++i) {
            QCOMPARE(back.nodes[i].width, request.nodes[i].width);
            QCOMPARE(back.nodes[i].height, request.nodes[i].height);
            QCOMPARE(back.nodes[i].shape, request.nodes[i].shape);
        }
        QCOMPARE(back.edges.size(), request.edges.size());
        for (std::size_t i = 0; i < request.edges.size(); ++i) {
            QCOMPARE(back.edges[i].source, request.edges[i].source);
            QCOMPARE(back.edges[i].target, request.edges[i].target);
            QCOMPARE(back.edges[i].directed, request.edges[i].directed);
        }
    }

    void resultSurvivesTheTrip()
    {
        LayoutResult result;
        result.engine = "sfdp";
        result.error = "a \"quoted\" reason\nwith µ and \xff";
        result.width = 120.5;
        result.height = 1e-12;
        result.nodes = {{0.1, 0.2}, {-3.0, 1e8}};
        result.edges = {{{1, 2}, {3, 4}, {5, 6}, {7, 8}}, {}, {{0, 0}, {0, 0}, {0, 0}, {0, 0}, {1, 1}, {2, 2}, {3, 3}}};
        const LayoutResult back = layoutResultFromJson(toJson(result));
        QCOMPARE(back.engine, result.engine);
        QVERIFY(back.error.find("a \"quoted\" reason\nwith µ and ") == 0);
        QCOMPARE(back.width, result.width);
        QCOMPARE(back.height, result.height);
        QCOMPARE(back.nodes, result.nodes);
        QCOMPARE(back.edges, result.edges);
    }

    void emptyGraphIsFine()
    {
        QVERIFY(layoutRequestFromJson(toJson(LayoutRequest{})).nodes.empty());
        QVERIFY(layoutResultFromJson(toJson(LayoutResult{})).nodes.empty());
    }

    void hostileRequests_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray node = R"({"width":1,"height":1,"shape":"box"})";
        const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
        row("nothing", "");
        row("truncated", R"({"engine":"dot","nodes":[)");
        row("array", "[]");
        row("null", "null");
        row("deep arrays", QByteArray(1000000, '['));
        row("deep objects", QByteArray("{\"a\":").repeated(300000));
        row("invalid UTF-8", "{\"engine\":\"\xff\xfe\",\"nodes\":[],\"edges\":[]}");
        row("no engine", R"({"nodes":[],"edges":[]})");
        row("unknown engine", R"({"engine":"rm -rf","nodes":[],"edges":[]})");
        row("engine is a number", R"({"engine":3,"nodes":[],"edges":[]})");
        row("no nodes", R"({"engine":"dot","edges":[]})");
        row("nodes is an object", R"({"engine":"dot","nodes":{},"edges":[]})");
        row("node is a number", R"({"engine":"dot","nodes":[1],"edges":[]})");
        row("unknown shape", R"({"engine":"dot","nodes":[{"width":1,"height":1,"shape":"epsf"}],"edges":[]})");
        row("negative width", R"({"engine":"dot","nodes":[{"width":-1,"height":1,"shape":"box"}],"edges":[]})");
        row("huge width", R"({"engine":"dot","nodes":[{"width":1e300,"height":1,"shape":"box"}],"edges":[]})");
        row("infinite width", R"({"engine":"dot","nodes":[{"width":1e999,"height":1,"shape":"box"}],"edges":[]})");
        row("width is null", R"({"engine":"dot","nodes":[{"width":null,"height":1,"shape":"box"}],"edges":[]})");
        row("edge out of range", R"({"engine":"dot","nodes":[)" + node + R"(],"edges":[[0,1,true]]})");
        row("edge negative", R"({"engine":"dot","nodes":[)" + node + R"(],"edges":[[-1,0,true]]})");
        row("edge wraps", R"({"engine":"dot","nodes":[)" + node + R"(],"edges":[[4294967296,0,true]]})");
        row("edge fraction", R"({"engine":"dot","nodes":[)" + node + R"(],"edges":[[0.5,0,true]]})");
        row("edge too short", R"({"engine":"dot","nodes":[)" + node + R"(],"edges":[[0,0]]})");
        row("edge is text", R"({"engine":"dot","nodes":[)" + node + R"(],"edges":["0,0"]})");
        QByteArray many = R"({"engine":"dot","nodes":[)";
        for (std::size_t i = 0; i <= kMaxLayoutNodes; ++i)
            many += (i ? "," : "") + node;
        row("too many nodes", many + R"(],"edges":[]})");
    }

    void hostileRequests()
    {
        QFETCH(QByteArray, text);
        QVERIFY_EXCEPTION_THROWN(layoutRequestFromJson(text.toStdString()), std::runtime_error);
    }

    void hostileResults_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
        row("nothing", "");
        row("not ours", R"({"hello":"world"})");
        row("short curve", R"({"engine":"","error":"","width":1,"height":1,"nodes":[],"edges":[[[0,0],[1,1]]]})");
        row("five points", R"({"engine":"","error":"","width":1,"height":1,"nodes":[],)"
                           R"("edges":[[[0,0],[1,1],[0,0],[1,1],[2,2]]]})");
        row("null point", R"({"engine":"","error":"","width":1,"height":1,"nodes":[[null,0]],"edges":[]})");
        row("three coordinates", R"({"engine":"","error":"","width":1,"height":1,"nodes":[[1,2,3]],"edges":[]})");
        row("negative size", R"({"engine":"","error":"","width":-1,"height":1,"nodes":[],"edges":[]})");
    }

    void hostileResults()
    {
        QFETCH(QByteArray, text);
        QVERIFY_EXCEPTION_THROWN(layoutResultFromJson(text.toStdString()), std::runtime_error);
    }

    void valuesThatAreNoNumbersAreRefusedByTheReader()
    {
        LayoutRequest request;
        request.nodes = {{std::numeric_limits<double>::quiet_NaN(), 1.0, "box"}};
        QVERIFY_EXCEPTION_THROWN(layoutRequestFromJson(toJson(request)), std::runtime_error);
    }
};

QTEST_APPLESS_MAIN(TestLayoutProtocol)
#include "test_layout_protocol.moc"
