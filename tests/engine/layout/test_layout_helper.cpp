#include "engine/layout/layout_protocol.h"
#include "tests/patience.h"

#include <QProcess>
#include <QTest>

#include <cmath>
#include <random>

using namespace knockscape;

namespace
{

struct Answer {
    int exitCode = -1;
    bool crashed = true;
    LayoutResult result;
};

Answer ask(const QByteArray &text)
{
    QProcess helper;
    helper.start(KNOCKSCAPE_LAYOUT_HELPER, QStringList());
    helper.write(text);
    helper.closeWriteChannel();
    Answer answer;
    if (!helper.waitForFinished(::knockscape::testing::patience))
        return answer;
    answer.crashed = helper.exitStatus() != QProcess::NormalExit;
    answer.exitCode = helper.exitCode();
    answer.result = layoutResultFromJson(helper.readAllStandardOutput().toStdString());
    return answer;
}

Answer ask(const LayoutRequest &request)
{
    return ask(QByteArray::fromStdString(toJson(request)));
}

LayoutRequest randomGraph(const std::string &engine, int nodes, int edges)
{
    std::mt19937 random(11);
    LayoutRequest request;
    request.engine = engine;
    for (int i = 0; i < nodes; ++i)
        request.nodes.push_back({40.0 + i % 7 * 10.0, 20.0, i % 3 == 0 ? "ellipse" : "box"});
    for (int i = 0; nodes > 0 && i < edges; ++i) {
        const auto end = [&] { return static_cast<std::int32_t>(random() % static_cast<unsigned>(nodes)); };
        request.edges.push_back({end(), end(), i % 2 == 0});
    }
    return request;
}

/// Nothing overlaps, everything is inside, edges run from source to target.
void verifyPicture(const LayoutRequest &request, const LayoutResult &result)
{
    QCOMPARE(result.nodes.size(), request.nodes.size());
    QCOMPARE(result.edges.size(), request.edges.size());
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
        const auto &[x, y] = result.nodes[i];
        const LayoutRequest::Node &node = request.nodes[i];
        QVERIFY(x - node.width / 2.0 > -1.0 && x + node.width / 2.0 < result.width + 1.0);
        QVERIFY(y - node.height / 2.0 > -1.0 && y + node.height / 2.0 < result.height + 1.0);
        for (std::size_t j = i + 1; j < request.nodes.size(); ++j) {
            const double dx = std::abs(x - result.nodes[j].first) - (node.width + request.nodes[j].width) / 2.0;
            const double dy = std::abs(y - result.nodes[j].second) - (node.height + request.nodes[j].height) / 2.0;
            QVERIFY2(dx > -1.0 || dy > -1.0, qPrintable(QStringLiteral("%1 and %2 overlap").arg(i).arg(j)));
        }
    }
    for (std::size_t i = 0; i < request.edges.size(); ++i) {
        const LayoutRequest::Edge &edge = request.edges[i];
        if (edge.source == edge.target || result.edges[i].empty())
            continue;
        const auto far = [](const LayoutResult::Point &a, const LayoutResult::Point &b) {
            return std::hypot(a.first - b.first, a.second - b.second);
        };
        const auto &source = result.nodes[static_cast<std::size_t>(edge.source)];
        const auto &target = result.nodes[static_cast<std::size_t>(edge.target)];
        QVERIFY(far(result.edges[i].front(), source) + far(result.edges[i].back(), target) <=
                far(result.edges[i].front(), target) + far(result.edges[i].back(), source) + 1e-6);
    }
}

} // namespace

class TestLayoutHelper : public QObject
{
    Q_OBJECT

private slots:
    void laysOut_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("edges");
        for (const char *engine : {"dot", "neato", "fdp", "sfdp", "circo", "twopi"}) {
            for (const auto &[nodes, edges] : {std::pair(0, 0), std::pair(1, 1), std::pair(2, 0), std::pair(2, 9),
                                               std::pair(25, 30), std::pair(60, 70), std::pair(60, 900)}) {
                const QString name = QStringLiteral("%1 %2 %3").arg(engine).arg(nodes).arg(edges);
                QTest::newRow(qPrintable(name)) << QString(engine) << nodes << edges;
            }
        }
    }

    void laysOut()
    {
        QFETCH(QString, engine);
        QFETCH(int, nodes);
        QFETCH(int, edges);
        const LayoutRequest request = randomGraph(engine.toStdString(), nodes, edges);
        const Answer answer = ask(request);
        QVERIFY(!answer.crashed);
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(answer.result.error, std::string());
        verifyPicture(request, answer.result);
    }

    void denseGraphsAreGivenToSfdp()
    {
        const LayoutRequest request = randomGraph("dot", 150, 5000);
        const Answer answer = ask(request);
        QCOMPARE(answer.exitCode, 0);
        // dot would need minutes for it.
        QCOMPARE(answer.result.engine, std::string("sfdp"));
    }

    void theSameRequestGivesTheSameAnswer()
    {
        for (const char *engine : {"sfdp", "neato", "dot"}) {
            const LayoutRequest request = randomGraph(engine, 30, 40);
            const Answer first = ask(request);
            const Answer second = ask(request);
            QCOMPARE(first.result.nodes.size(), second.result.nodes.size());
            for (std::size_t i = 0; i < first.result.nodes.size(); ++i) {
                QVERIFY(std::abs(first.result.nodes[i].first - second.result.nodes[i].first) < 0.02);
                QVERIFY(std::abs(first.result.nodes[i].second - second.result.nodes[i].second) < 0.02);
            }
        }
    }

    void hostileInputIsRefusedWithAReason_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("truncated") << QByteArray(R"({"engine":"dot")");
        QTest::newRow("binary") << QByteArray(100000, '\0');
        QTest::newRow("deep") << QByteArray(2000000, '[');
        QTest::newRow("no such node") << QByteArray(R"({"engine":"dot","nodes":[],"edges":[[0,0,true]]})");
        QTest::newRow("too large") << QByteArray(40 << 20, ' ');
    }

    void hostileInputIsRefusedWithAReason()
    {
        QFETCH(QByteArray, text);
        const Answer answer = ask(text);
        QVERIFY(!answer.crashed);
        QCOMPARE(answer.exitCode, 3);
        QVERIFY(!answer.result.error.empty());
        QVERIFY(answer.result.nodes.empty());
    }

    void wrongUsage()
    {
        QProcess helper;
        helper.start(KNOCKSCAPE_LAYOUT_HELPER, {"--nonsense"});
        QVERIFY(helper.waitForFinished(::knockscape::testing::patience));
        QCOMPARE(helper.exitCode(), 2);
    }
};

QTEST_GUILESS_MAIN(TestLayoutHelper)
#include "test_layout_helper.moc"
