#include "tests/cli/cli_program.h"

#include <cmath>

namespace
{

const QString parity = QStringLiteral(KNOCKSCAPE_TEST_DATA "/parity/");

/// knockouts, fitness and interaction of a table, by the names of its columns.
struct Row {
    QByteArray knockouts;
    double fitness = 0.0;
    double interaction = 0.0;
};

QList<Row> rowsOf(const QByteArray &table, char separator)
{
    QList<Row> rows;
    QByteArrayList header;
    for (const QByteArray &line : table.split('\n')) {
        const QByteArrayList cells = line.split(separator);
        if (header.isEmpty()) {
            header = cells;
        } else if (cells.size() == header.size()) {
            rows.append({cells[header.indexOf("knockouts")], cells[header.indexOf("fitness")].toDouble(),
                         cells[header.indexOf("interaction")].toDouble()});
        }
    }
    return rows;
}

} // namespace

/// model convert and model info, end to end.
class CliModelTest : public QObject
{
    Q_OBJECT

private slots:
    void convertedCheckpointsPredictWhatPyTorchDid_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("file");
        for (const QString &folder : QDir(parity).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            for (const char *file : {"model.pt", "model.ckpt"}) {
                if (QFile::exists(parity + folder + "/" + file)) {
                    QTest::newRow(qPrintable(folder + "/" + file)) << folder << file;
                }
            }
        }
    }

    void convertedCheckpointsPredictWhatPyTorchDid()
    {
        QFETCH(QString, folder);
        QFETCH(QString, file);
        const CliProgram cli;
        const QString source = parity + folder + "/";
        COMPARE_EXIT(
            cli.run({"model", "convert", source + file, "--out", "out.safetensors", "--config", source + "config.json",
                     "--tensors", source + "model.safetensors", "--cell", source + "cell"}),
            0);
        COMPARE_EXIT(cli.run({"predict", "--cell", source + "cell", "--model", "out.safetensors", "--knockouts",
                              source + "knockouts.txt", "--out", "out.csv", "--no-log"}),
                     0);
        QFile expected(source + "expected.tsv");
        QVERIFY(expected.open(QIODevice::ReadOnly));
        const QList<Row> wanted = rowsOf(expected.readAll(), '\t');
        const QList<Row> rows = rowsOf(cli.read("out.csv"), ',');
        QCOMPARE(rows.size(), wanted.size());
        QVERIFY(!rows.isEmpty());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows[i].knockouts, wanted[i].knockouts);
            QVERIFY(std::abs(rows[i].fitness - wanted[i].fitness) <= 1e-5);
            QVERIFY(std::abs(rows[i].interaction - wanted[i].interaction) <= 1e-5);
        }
    }

    /// A Lightning checkpoint says all that is needed; it predicts the same, opened as it is and converted.
    void aCheckpointOpensAsItIs()
    {
        const CliProgram cli;
        const QString source = parity + "none_mapping_default/";
        COMPARE_EXIT(cli.run({"predict", "--cell", source + "cell", "--model", source + "model.ckpt", "--knockouts",
                              source + "knockouts.txt", "--out", "direct.csv", "--no-log"}),
                     0);
        const CliResult converted = cli.run({"model", "convert", source + "model.ckpt", "--out", "out.safetensors"});
        COMPARE_EXIT(converted, 0);
        QVERIFY2(converted.error.contains("gene_encoder.pred_head.*"), converted.error.constData());
        QVERIFY2(converted.error.contains("optimizer_states"), converted.error.constData());
        COMPARE_EXIT(cli.run({"predict", "--cell", source + "cell", "--model", "out.safetensors", "--knockouts",
                              source + "knockouts.txt", "--out", "converted.csv", "--no-log"}),
                     0);
        QCOMPARE(cli.read("direct.csv"), cli.read("converted.csv"));
        QVERIFY(cli.lines("direct.csv").size() > 3);
    }

    void whatIsNotKnownIsAskedFor()
    {
        const CliProgram cli;
        QVERIFY(QFile::copy(parity + "gcn_plain/model.pt", cli.path("model.pt")));
        const CliResult asked = cli.run({"model", "convert", "model.pt", "--out", "out.safetensors"});
        QCOMPARE(asked.exitCode, 3);
        QCOMPARE(asked.errorLines().size(), 6);
        for (const char *key :
             {"activation", "norm", "set_transformer_heads", "gene_encoder_layer_config.normalize",
              "gene_encoder_layer_config.add_self_loops", "gene_encoder_layer_config.is_skip_connection"}) {
            QVERIFY2(asked.error.contains(key), asked.error.constData());
        }
        QVERIFY2(asked.error.contains("--config"), asked.error.constData());
        QVERIFY(!QFile::exists(cli.path("out.safetensors")));
        cli.write("answers.json", R"({"activation":"relu","norm":null,"set_transformer_heads":4,)"
                                  R"("gene_encoder_layer_config":null})");
        COMPARE_EXIT(cli.run({"model", "convert", "model.pt", "--out", "out.safetensors", "--config", "answers.json"}),
                     0);
        QVERIFY(QFile::exists(cli.path("out.safetensors")));
    }

    void infoSaysEverything()
    {
        const CliProgram cli;
        const QString source = parity + "gcn_skip_batch/";
        const CliResult json = cli.run({"model", "info", source + "model.ckpt", "--json", "--cell", source + "cell"});
        COMPARE_EXIT(json, 0);
        const auto info = nlohmann::json::parse(json.output.toStdString());
        QCOMPARE(info["format"].get<std::string>(), std::string("PyTorch Lightning checkpoint"));
        QCOMPARE(info["origin"]["epoch"].get<std::string>(), std::string("7"));
        QCOMPARE(info["config"]["norm"].get<std::string>(), std::string("batch"));
        QCOMPARE(info["fits_cell"].get<bool>(), true);
        QVERIFY(!info["unused_tensors"].empty());
        std::int64_t total = 0;
        for (const auto &[part, count] : info["parameters"].items()) {
            total += count.get<std::int64_t>();
        }
        QCOMPARE(info["parameters_total"].get<std::int64_t>(), total);

        const CliResult text = cli.run({"model", "info", source + "model.ckpt", "--cell", demoCell()});
        COMPARE_EXIT(text, 0);
        for (const char *word : {"GCN", "batch", "skip connections", "epoch", "2.4.0", "combiner", "does not fit"}) {
            QVERIFY2(text.output.contains(word), text.output.constData());
        }
    }

    void aModelThatDoesNotFitIsNotConverted()
    {
        const CliProgram cli;
        const CliResult refused = cli.run({"model", "convert", parity + "none_mapping_default/model.ckpt", "--out",
                                           "out.safetensors", "--cell", demoCell()});
        QCOMPARE(refused.exitCode, 3);
        QVERIFY(!QFile::exists(cli.path("out.safetensors")));
    }

    void damagedFilesAreRefusedByName_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {0, 3, 100, 30'000, 70'000}) {
            QTest::newRow(qPrintable(QString::number(bytes))) << bytes;
        }
    }

    void damagedFilesAreRefusedByName()
    {
        QFETCH(int, bytes);
        const CliProgram cli;
        QFile whole(parity + "gcn_plain/model.pt");
        QVERIFY(whole.open(QIODevice::ReadOnly));
        cli.write("broken.pt", whole.read(bytes));
        const CliResult refused = cli.run({"model", "info", "broken.pt"});
        QCOMPARE(refused.exitCode, 3);
        QVERIFY2(refused.error.contains("broken.pt"), refused.error.constData());
    }

    void aCheckpointOfSomethingElseIsRefused()
    {
        const CliProgram cli;
        cli.write("no.ckpt", QByteArray("\x80\x02}q\x00.", 6));
        const CliResult refused = cli.run({"model", "info", "no.ckpt"});
        QCOMPARE(refused.exitCode, 3);
        QVERIFY2(refused.error.contains("torch.save"), refused.error.constData());
        COMPARE_EXIT(cli.run({"model", "convert", "absent.pt", "--out", "x.safetensors"}), 3);
        COMPARE_EXIT(cli.run({"model"}), 2);
    }
};

QTEST_GUILESS_MAIN(CliModelTest)
#include "test_cli_model.moc"
