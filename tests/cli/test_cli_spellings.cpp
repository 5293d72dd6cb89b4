#include "tests/cli/cli_program.h"

/// Genotypes as people write them, wherever the command line takes some; and folders given as models.
class CliSpellingsTest : public QObject
{
    Q_OBJECT

    /// The knockouts column of a table.
    static QByteArrayList knockouts(const QByteArrayList &lines)
    {
        QByteArrayList result;
        for (const QByteArray &line : lines.mid(1)) {
            result << line.left(line.indexOf(','));
        }
        return result;
    }

private slots:
    void listsAndArgumentsAreReadAlike()
    {
        const CliProgram cli;
        if (!hasCommand(cli, "predict")) {
            QSKIP("This build predicts nothing.");
        }
        const QByteArrayList wanted{"YFR053C;YGL253W", "YFR053C;YGL253W", "YNL241C", "YAL038W", "YGL253W;YNL241C", ""};
        cli.write("list.txt", "1. HXK1+HXK2\n"
                              "\xe2\x80\xa2 hxk1\xce\x94::KanMX hxk2\xe2\x80\x93\xce\x94\n"
                              "ZWF1+ctrl\n"
                              "CDC19 (YAL038W)\n"
                              "\"HXK2 / YGL253W, zwf1D\"\n"
                              "wild type\n");
        const QStringList rest{"--cell", demoCell(), "--model", demoModel(), "--no-log", "--out"};
        COMPARE_EXIT(cli.run(QStringList{"predict", "--knockouts", "list.txt"} + rest + QStringList{"list.csv"}), 0);
        QCOMPARE(knockouts(cli.lines("list.csv")), wanted);
        COMPARE_EXIT(cli.run(QStringList{"predict", "--genes",
                                         QStringLiteral("HXK1+HXK2;hxk1Δ::KanMX hxk2Δ;ZWF1+ctrl;CDC19 (YAL038W);"
                                                        "HXK2/YGL253W zwf1D;wild type")} +
                             rest + QStringList{"genes.csv"}),
                     0);
        QCOMPARE(knockouts(cli.lines("genes.csv")), wanted);
    }

    void whatHasTwoReadingsIsRefused()
    {
        const CliProgram cli;
        if (!hasCommand(cli, "predict")) {
            QSKIP("This build predicts nothing.");
        }
        cli.write("list.txt", "HXK1/HXK2\nHXK1+HXK2, ZWF1\nzwf1/ZWF1\nYAL038X\n");
        const CliResult result = cli.run({"predict", "--knockouts", "list.txt", "--cell", demoCell(), "--model",
                                          demoModel(), "--no-log", "--out", "list.csv"});
        QCOMPARE(result.exitCode, 3);
        for (const char *words : {"list.txt:1", "may mean", "list.txt:2", "several", "list.txt:3", "whole copy",
                                  "list.txt:4", "CDC19 (YAL038W)"}) {
            QVERIFY2(result.error.contains(words), result.error.constData());
        }
    }

    void foldersOfShardsAreNamed()
    {
        const CliProgram cli;
        if (!hasCommand(cli, "model")) {
            QSKIP("This build opens no models.");
        }
        const CliResult result =
            cli.run({"model", "info", QStringLiteral(KNOCKSCAPE_TEST_DATA "/checkpoints/deepspeed.ckpt")});
        QCOMPARE(result.exitCode, 3);
        QVERIFY2(result.error.contains("folder of shards") && result.error.contains("zero_to_fp32"),
                 result.error.constData());
    }
};

QTEST_GUILESS_MAIN(CliSpellingsTest)
#include "test_cli_spellings.moc"
