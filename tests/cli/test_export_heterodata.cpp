#include "tests/cli/cli_program.h"
#include "tests/patience.h"

#include <QDir>
#include <QDirIterator>

#include <algorithm>
#include <cmath>

namespace
{

const QString parityFolder = QStringLiteral(KNOCKSCAPE_TEST_DATA "/parity");

/// A Python that has PyTorch; empty where there is none.
QString pythonWithTorch()
{
    for (const QString &python : {QStringLiteral("/usr/bin/python3"), QStringLiteral("python3")}) {
        QProcess process;
        process.start(python, {"-c", "import torch"});
        if (process.waitForFinished(::knockscape::testing::patience) && process.exitStatus() == QProcess::NormalExit &&
            process.exitCode() == 0) {
            return python;
        }
    }
    return {};
}

} // namespace

/// The script that writes a torchcell cell as a bundle: run on files like those that PyTorch Geometric saves.
class TestExportHeteroData : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        python_ = pythonWithTorch();
        if (python_.isEmpty()) {
            QSKIP("No Python with PyTorch is here.");
        }
    }
    void init() { cli_ = std::make_unique<CliProgram>(); }

    void keepsEveryNumber_data()
    {
        QTest::addColumn<QString>("layout");
        for (const char *layout : {"hypergraph", "indices", "bipartite", "dictionary"}) {
            QTest::newRow(layout) << QString(layout);
        }
    }

    /// The exported cell gives a model's oracle, and the same numbers of everything as the cell it came from.
    void keepsEveryNumber()
    {
        QFETCH(QString, layout);
        const QString folder = parityFolder + "/gin_experiment_config/";
        exportCell(folder + "cell", layout);
        const nlohmann::json exported = info(cli_->path("out.cell"));
        const nlohmann::json original = info(folder + "cell");
        for (const char *key : {"genes", "gene_ids_sha256", "metabolites", "reactions", "features"}) {
            QCOMPARE(exported[key].dump(), original[key].dump());
        }
        for (const char *key : {"hyperedges", "nodes", "incidences"}) {
            QCOMPARE(exported["hypergraph"][key].dump(), original["hypergraph"][key].dump());
        }
        QCOMPARE(exported["networks"].size(), std::size_t{3});
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(exported["networks"][i].dump(), original["networks"][i].dump());
        }
        // Each direction once, one self loop: three undirected edges.
        QCOMPARE(exported["networks"][2].dump(), std::string(R"({"directed":false,"edges":3,"type":"genetic"})"));
        comparePredictions(folder);
    }

    void neverExecutesAFile()
    {
        exportCell(parityFolder + "/gcn_plain/cell", "hostile");
        QVERIFY(QFile::exists(cli_->path("out.cell/cell.json")));
        QVERIFY(!QFile::exists(cli_->path("it-was-executed")));
    }

    void refusesWhatIsNoCell_data()
    {
        QTest::addColumn<QByteArray>("python");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("tensor") << QByteArray("torch.save(torch.ones(3), 'in.pt')") << QByteArray("no HeteroData");
        QTest::newRow("text") << QByteArray("open('in.pt', 'w').write('hello')") << QByteArray("cannot be read");
        QTest::newRow("missing") << QByteArray("pass") << QByteArray("no such file");
        QTest::newRow("truncated") << QByteArray("torch.save({'a': torch.ones(99)}, 'x.pt'); "
                                                 "open('in.pt', 'wb').write(open('x.pt', 'rb').read()[:400])")
                                   << QByteArray("cannot be read");
    }

    void refusesWhatIsNoCell()
    {
        QFETCH(QByteArray, python);
        QFETCH(QByteArray, message);
        COMPARE_EXIT(runPython({"-c", "import torch; " + QString::fromUtf8(python)}), 0);
        const CliResult result = runPython({script(), "in.pt", "out.cell"});
        COMPARE_EXIT(result, 3);
        QVERIFY2(result.error.contains("in.pt") && result.error.contains(message), result.error.constData());
        QCOMPARE(result.errorLines().size(), 1);
        QVERIFY(!QFile::exists(cli_->path("out.cell")));
    }

    void replacesOnlyACell()
    {
        exportCell(parityFolder + "/gcn_plain/cell", "hypergraph");
        COMPARE_EXIT(runPython({script(), "in.pt", "out.cell"}), 0);
        QDir(cli_->path(".")).mkdir("mine");
        cli_->write("mine/thesis.txt", "years of work");
        const CliResult result = runPython({script(), "in.pt", "mine"});
        COMPARE_EXIT(result, 3);
        QCOMPARE(cli_->read("mine/thesis.txt"), QByteArray("years of work"));
        const QStringList left = QDir(cli_->path(".")).entryList({"*.tmp-*"});
        QVERIFY2(left.isEmpty(), qPrintable(left.join(' ')));
    }

private:
    static QString script() { return QStringLiteral(KNOCKSCAPE_PACKAGING_DIR "/export_heterodata.py"); }

    CliResult runPython(const QStringList &arguments) const
    {
        QProcess process;
        cli_->prepare(process);
        process.start(python_, arguments);
        return CliProgram::end(process);
    }

    void exportCell(const QString &bundle, const QString &layout) const
    {
        COMPARE_EXIT(
            runPython({QStringLiteral(KNOCKSCAPE_CLI_TESTS_DIR "/make_heterodata.py"), bundle, "in.pt", layout}), 0);
        COMPARE_EXIT(runPython({script(), "in.pt", "out.cell", "--organism", "yeast"}), 0);
    }

    nlohmann::json info(const QString &cell) const
    {
        const CliResult result = cli_->run({"cell", "info", cell, "--json"});
        return result.exitCode == 0 ? nlohmann::json::parse(result.output.toStdString(), nullptr, false)
                                    : nlohmann::json::object();
    }

    void comparePredictions(const QString &folder) const
    {
        if (!hasCommand(*cli_, "predict")) {
            return;
        }
        COMPARE_EXIT(cli_->run({"predict", "--cell", "out.cell", "--model", folder + "model.safetensors", "--knockouts",
                                folder + "knockouts.txt", "--out", "out.tsv", "--no-log"}),
                     0);
        QFile expectedFile(folder + "expected.tsv");
        QVERIFY(expectedFile.open(QIODevice::ReadOnly));
        const QByteArrayList expected = expectedFile.readAll().trimmed().split('\n');
        const QByteArrayList actual = cli_->lines("out.tsv");
        QCOMPARE(actual.size(), expected.size());
        for (qsizetype row = 1; row < expected.size(); ++row) {
            for (const QByteArray column : {"fitness", "interaction"}) {
                const double difference = std::abs(value(expected, row, column) - value(actual, row, column));
                QVERIFY2(difference <= 1e-5, qPrintable(QString("row %1: %2").arg(row).arg(difference)));
            }
        }
    }

    static double value(const QByteArrayList &table, qsizetype row, const QByteArray &column)
    {
        const qsizetype index = table[0].split('\t').indexOf(column);
        return table[row].split('\t').value(index).toDouble();
    }

    QString python_;
    std::unique_ptr<CliProgram> cli_;
};

QTEST_GUILESS_MAIN(TestExportHeteroData)
#include "test_export_heterodata.moc"
