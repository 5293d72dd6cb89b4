#include "tests/patience.h"
#include "ui/graph/layout_runner.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace knockscape;
using namespace knockscape::ui;

namespace
{

constexpr int kPatience = ::knockscape::testing::patience;

LayoutRequest largeRequest(int nodes)
{
    LayoutRequest request;
    request.engine = "neato";
    for (int i = 0; i < nodes; ++i)
        request.nodes.push_back({50.0, 20.0, "box"});
    for (int i = 0; i < 8 * nodes; ++i)
        request.edges.push_back({i % nodes, (i * 7919 + 13) % nodes, false});
    return request;
}

/// A program that behaves like this shell line.
QString fakeHelper(const QTemporaryDir &folder, const QByteArray &line)
{
    QFile file(folder.filePath("fake-helper"));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\n" + line + "\n");
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

} // namespace

/// The helper program: killed for a newer request, and explained where it breaks.
class TestLayoutRunner : public QObject
{
    Q_OBJECT

private slots:
    void aNewRequestKillsTheOld()
    {
        LayoutRunner runner;
        QVERIFY(!LayoutRunner::findHelper().isEmpty());
        QSignalSpy finished(&runner, &LayoutRunner::finished);
        QSignalSpy failed(&runner, &LayoutRunner::failed);
        runner.start(largeRequest(490));
        QVERIFY(runner.running());
        QTest::qWait(50);
        LayoutRequest small;
        small.nodes = {{50, 20, "box"}};
        runner.start(small);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kPatience);
        QCOMPARE(finished.first().at(0).value<LayoutResult>().nodes.size(), std::size_t{1});
        runner.start(largeRequest(490));
        runner.cancel();
        QVERIFY(!runner.running());
        QTest::qWait(300);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(failed.count(), 0);
    }

    void brokenHelpersAreExplained_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("words");
        QTest::newRow("missing") << QByteArray() << "knockscape-layout";
        QTest::newRow("hangs") << QByteArray("exec sleep 60") << "stopped";
        QTest::newRow("crashes") << QByteArray("kill -SEGV $$") << "unexpectedly";
        QTest::newRow("babbles") << QByteArray("echo hello") << "cannot be used";
        QTest::newRow("silent") << QByteArray("exit 0") << "cannot be used";
        QTest::newRow("reports") << QByteArray(
                                        "echo '{\"engine\":\"\",\"error\":\"out of ink\",\"width\":0,\"height\":0,"
                                        "\"nodes\":[],\"edges\":[]}'; exit 1")
                                 << "out of ink";
    }

    void brokenHelpersAreExplained()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, words);
        QTemporaryDir folder;
        LayoutRunner runner;
        runner.setHelper(line.isEmpty() ? folder.filePath("nothing-here") : fakeHelper(folder, line));
        runner.setTimeLimit(400);
        QSignalSpy finished(&runner, &LayoutRunner::finished);
        QSignalSpy failed(&runner, &LayoutRunner::failed);
        runner.start(largeRequest(5));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kPatience);
        QCOMPARE(finished.count(), 0);
        QVERIFY2(failed.first().at(0).toString().contains(words), qPrintable(failed.first().at(0).toString()));
        QVERIFY(!runner.running());
    }
};

QTEST_GUILESS_MAIN(TestLayoutRunner)
#include "test_layout_runner.moc"
