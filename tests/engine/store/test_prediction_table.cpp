#include "engine/core/issue.h"
#include "engine/store/prediction_table.h"
#include "tests/engine/store/store_samples.h"
#include "tests/engine/store/zip_entry.h"
#include "tests/processor_timer.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <clocale>
#include <limits>

using namespace knockscape;

namespace
{

StoredPrediction fullRow()
{
    StoredPrediction row;
    row.knockouts = "YBR020W;YDR009W";
    row.names = "GAL1;GAL3";
    row.n = 2;
    row.prediction.fitness = 0.8;
    row.prediction.interaction = -1.0 / 3.0;
    row.prediction.expectedFitness = 0.95;
    row.prediction.support = 12;
    return row;
}

/// A screen of a cell with a comma in its name.
Provenance sampleProvenance()
{
    Provenance about;
    about.content = "screen: best rows";
    about.madeBy = "screen pairs";
    about.cell = {"Yeast, diploid", "/data/yeast.cell", "c0ffee"};
    about.models = {{{}, "/data/a.safetensors", "aa"}, {{}, "/data/b.safetensors", "bb"}};
    about.filter = "fitness < 0.5 && \"x\"";
    about.order = "interaction, smallest first";
    about.medium = "minimal";
    about.parametersJson = R"({"top": 20, "panel": ["A", "B"]})";
    about.remarks = {"Ranked by interaction."};
    return about;
}

/// A catalogue whose names need care in tables: quotes, separators, and one that spreadsheets take for a date.
GeneCatalogue sampleGenes()
{
    std::vector<Gene> genes(3);
    genes[0].id = "YLR314C";
    genes[0].name = "SEP7";
    genes[1].id = "YBR020W";
    genes[1].name = "GAL1";
    genes[2].id = "YAL068C";
    return GeneCatalogue(genes);
}

} // namespace

class TestPredictionTable : public QObject
{
    Q_OBJECT

private slots:
    void namesGenotypes();
    void writesTheContractsColumns();
    void writesSpreadsOfEnsembles();
    void writesIntervalsAndWhyThereAreNone();
    void leavesErrorsEmpty();
    void quotesCsv();
    void writesTsv();
    void writesNumbersInTheCLocale();
    void writesSpreadsheets();
    void saysWhereTablesComeFrom();
    void saysSoInTheSecondSheet();
    void readsProvenanceBack();
    void notesWhatHasNoInteraction();
    void simulatedRowsHaveNoColumnsOfAModel();
    void refusesTooManySpreadsheetRows();
    void keepsTheOldFileOnFailure();
    void writesLargeTablesQuickly();

private:
    std::filesystem::path path(const char *name) const { return folder_.filePath(name).toStdString(); }
    QByteArray contentOf(const char *name) const
    {
        QFile file(folder_.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir folder_;
};

void TestPredictionTable::namesGenotypes()
{
    const GeneCatalogue genes = sampleGenes();
    PredictionRow row;
    row.genotype = Genotype{0, 1, 2};
    row.prediction.fitness = 0.5;
    row.status = "ok";
    const StoredPrediction stored = toStored(row, genes);
    QCOMPARE(stored.knockouts, "YAL068C;YBR020W;YLR314C");
    QCOMPARE(stored.names, "YAL068C;GAL1;SEP7");
    QCOMPARE(stored.n, 3);
    QCOMPARE(stored.prediction.fitness, 0.5);
    QCOMPARE(toStored(PredictionRow(), genes).knockouts, "");
    QCOMPARE(toStored(PredictionRow(), genes).n, 0);
}

void TestPredictionTable::writesTheContractsColumns()
{
    StoredPrediction outside = fullRow();
    outside.prediction.support = -1;
    outside.prediction.inRange = false;
    writePredictionTable(path("a.csv"), std::vector{fullRow(), outside}, {});
    QCOMPARE(
        contentOf("a.csv"),
        QByteArray("knockouts,names,n,fitness,fitness_delta,interaction,expected_fitness,epistasis,support,in_range,"
                   "status\n"
                   "YBR020W;YDR009W,GAL1;GAL3,2,0.8,-0.2,-0.333333333,0.95,-0.15,12,1,ok\n"
                   "YBR020W;YDR009W,GAL1;GAL3,2,0.8,-0.2,-0.333333333,0.95,-0.15,,0,ok\n"));
    writePredictionTable(path("empty.csv"), {}, Provenance{});
    QCOMPARE(contentOf("empty.csv").count('\n'), 1);
}

void TestPredictionTable::writesIntervalsAndWhyThereAreNone()
{
    IntervalFacts facts;
    facts.rows = "test";
    facts.fitness.bins = {{2, 5, -1, 100, -0.125, 0.25}};
    facts.interaction.bins = {{2, 5, -1, 100, -0.5, 0.25}};
    StoredPrediction unknown = fullRow();
    unknown.prediction.support = 0;
    StoredPrediction failed = fullRow();
    failed.status = "unknown gene";
    failed.prediction = Prediction();
    const std::vector<StoredPrediction> rows{fullRow(), unknown, failed};
    writePredictionTable(path("intervals.tsv"), rows, {}, {{}, {}, {}, PredictionIntervals(facts)});
    const QList<QByteArray> lines = contentOf("intervals.tsv").split('\n');
    QVERIFY(lines[0].endsWith("\tstatus\tfitness_low\tfitness_high\tinteraction_low\tinteraction_high\tnote"));
    QVERIFY2(lines[1].endsWith("\tok\t0.675\t1.05\t-0.833333333\t-0.0833333333\t"), lines[1].constData());
    QVERIFY2(lines[2].contains("\tok\t\t\t\t\tNo interval (fitness and interaction): "), lines[2].constData());
    QVERIFY2(lines[3].endsWith("\tunknown gene\t\t\t\t\t"), lines[3].constData());
    // The same while rows are made.
    writePredictionTable(
        path("streamed.tsv"), 1, false, [](std::size_t) { return fullRow(); }, {},
        {{"beside", false, [](std::size_t) { return std::string("x"); }}}, PredictionIntervals(facts));
    const QList<QByteArray> streamed = contentOf("streamed.tsv").split('\n');
    QVERIFY(streamed[0].endsWith("\tstatus\tfitness_low\tfitness_high\tinteraction_low\tinteraction_high\tbeside"));
    QVERIFY(streamed[1].endsWith("\tok\t0.675\t1.05\t-0.833333333\t-0.0833333333\tx"));
}

void TestPredictionTable::writesSpreadsOfEnsembles()
{
    StoredPrediction spread = fullRow();
    spread.prediction.fitnessSd = 0.01;
    writePredictionTable(path("sd.csv"), std::vector{fullRow(), spread}, {});
    const QList<QByteArray> lines = contentOf("sd.csv").split('\n');
    QCOMPARE(lines[0], QByteArray("knockouts,names,n,fitness,fitness_delta,interaction,expected_fitness,epistasis,"
                                  "fitness_sd,interaction_sd,support,in_range,status"));
    QVERIFY(lines[1].endsWith(",-0.15,,,12,1,ok"));
    QVERIFY(lines[2].endsWith(",-0.15,0.01,,12,1,ok"));
}

void TestPredictionTable::leavesErrorsEmpty()
{
    StoredPrediction row;
    row.knockouts = "XYZ1";
    row.names = "XYZ1";
    row.n = 1;
    row.status = "unknown gene XYZ1";
    writePredictionTable(path("error.csv"), std::vector{row}, {});
    QCOMPARE(contentOf("error.csv").split('\n')[1], QByteArray("XYZ1,XYZ1,1,,,,,,,,unknown gene XYZ1"));
}

void TestPredictionTable::quotesCsv()
{
    StoredPrediction row = fullRow();
    row.names = "ADE5,7";
    row.status = "no \"such\"\r\ngene";
    writePredictionTable(path("quoted.csv"), std::vector{row}, {});
    QVERIFY(contentOf("quoted.csv").contains("\nYBR020W;YDR009W,\"ADE5,7\",2,"));
    QVERIFY(contentOf("quoted.csv").endsWith(",1,\"no \"\"such\"\"\r\ngene\"\n"));
}

void TestPredictionTable::writesTsv()
{
    StoredPrediction row = fullRow();
    row.names = "ADE5,7\tx";
    writePredictionTable(path("table.TSV"), std::vector{row}, {});
    const QList<QByteArray> cells = contentOf("table.TSV").split('\n')[1].split('\t');
    QCOMPARE(cells.size(), 11);
    QCOMPARE(cells[1], QByteArray("ADE5,7 x"));
}

void TestPredictionTable::writesNumbersInTheCLocale()
{
    const std::string before = std::setlocale(LC_ALL, nullptr);
    const bool changed =
        std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr || std::setlocale(LC_ALL, "fr_FR.UTF-8") != nullptr;
    writePredictionTable(path("locale.csv"), std::vector{fullRow()}, {});
    std::setlocale(LC_ALL, before.c_str());
    QVERIFY(contentOf("locale.csv").contains(",2,0.8,-0.2,-0.333333333,0.95,"));
    if (!changed) {
        qInfo("no locale with a decimal comma is installed here");
    }
}

void TestPredictionTable::writesSpreadsheets()
{
    StoredPrediction date = fullRow();
    date.knockouts = "YLR314C";
    date.names = "MARCH1 <&\"\x01";
    StoredPrediction broken = fullRow();
    broken.status = "caf\xe9";
    writePredictionTable(path("a.xlsx"), std::vector{fullRow(), date, broken}, sampleProvenance());
    const QByteArray sheet = zipEntry(contentOf("a.xlsx"), "xl/worksheets/sheet1.xml");
    QVERIFY2(!sheet.isEmpty(), "the file must be a ZIP archive with the sheet in it");
    QVERIFY(sheet.contains("<c r=\"A2\" t=\"inlineStr\"><is><t>YBR020W;YDR009W</t></is></c>"));
    QVERIFY(sheet.contains("<c r=\"D2\"><v>0.8"));
    QVERIFY(sheet.contains("<c r=\"F2\"><v>-0.333333333</v></c>"));
    QVERIFY(sheet.contains("<c r=\"B3\" t=\"inlineStr\"><is><t>MARCH1 &lt;&amp;\"_x0001_</t></is></c>"));
    QVERIFY(sheet.contains("<t>caf?</t>"));
    QVERIFY(!QFile::exists(folder_.filePath("a.xlsx.tmp")));
}

void TestPredictionTable::saysWhereTablesComeFrom()
{
    writePredictionTable(path("about.tsv"), std::vector{fullRow()}, sampleProvenance());
    // The table itself begins with its header.
    QVERIFY(contentOf("about.tsv").startsWith("knockouts\tnames\t"));
    const QJsonObject json = QJsonDocument::fromJson(contentOf("about.tsv-metadata.json")).object();
    QCOMPARE(json["@context"].toString(), "http://www.w3.org/ns/csvw");
    QCOMPARE(json["url"].toString(), "about.tsv");
    QCOMPARE(json["dialect"].toObject()["delimiter"].toString(), "\t");
    const QJsonArray columns = json["tableSchema"].toObject()["columns"].toArray();
    QCOMPARE(columns.size(), contentOf("about.tsv").split('\n')[0].split('\t').size());
    QCOMPARE(columns[3].toObject()["titles"].toString(), "fitness");
    QCOMPARE(columns[3].toObject()["datatype"].toString(), "number");
    QCOMPARE(columns[0].toObject()["datatype"].toString(), "string");
    const QJsonObject notes = json["notes"].toArray()[0].toObject();
    QCOMPARE(notes["cell"].toObject()["name"].toString(), "Yeast, diploid");
    QCOMPARE(notes["cell"].toObject()["sha256"].toString(), "c0ffee");
    QCOMPARE(notes["models"].toArray()[1].toObject()["sha256"].toString(), "bb");
    QCOMPARE(notes["filter"].toString(), "fitness < 0.5 && \"x\"");
    QCOMPARE(notes["order"].toString(), "interaction, smallest first");
    QCOMPARE(notes["medium"].toString(), "minimal");
    QCOMPARE(notes["parameters"].toObject()["top"].toInt(), 20);
    QVERIFY(!notes["version"].toString().isEmpty());
    QVERIFY(QDateTime::fromString(notes["created"].toString(), Qt::ISODate).isValid());
    QVERIFY(!notes.contains("labels"));
}

void TestPredictionTable::saysSoInTheSecondSheet()
{
    writePredictionTable(path("about.xlsx"), std::vector{fullRow()}, sampleProvenance());
    const QByteArray file = contentOf("about.xlsx");
    QVERIFY(zipEntry(file, "xl/workbook.xml").contains("name=\"About\""));
    const QByteArray sheet = zipEntry(file, "xl/worksheets/sheet2.xml");
    for (const char *text : {"<t>cell name</t>", "<t>Yeast, diploid</t>", "<t>models 2 sha256</t>", "<t>bb</t>",
                             "<t>parameters panel 1</t>", "<t>Ranked by interaction.</t>"}) {
        QVERIFY2(sheet.contains(text), text);
    }
    QVERIFY(!QFile::exists(folder_.filePath("about.xlsx-metadata.json")));
}

void TestPredictionTable::readsProvenanceBack()
{
    const Provenance about = parseProvenance(toJson(sampleProvenance()));
    QCOMPARE(about.cell.name, "Yeast, diploid");
    QCOMPARE(about.models.size(), std::size_t{2});
    QCOMPARE(about.models[0].path.string(), "/data/a.safetensors");
    QCOMPARE(about.filter, sampleProvenance().filter);
    QCOMPARE(about.remarks, sampleProvenance().remarks);
    QCOMPARE(QJsonDocument::fromJson(about.parametersJson.c_str()),
             QJsonDocument::fromJson(sampleProvenance().parametersJson.c_str()));
    for (const char *other : {"", "[]", "{\"cell\": 5, \"models\": {\"a\": 1}, \"remarks\": 7}"}) {
        QVERIFY(parseProvenance(other).models.empty());
    }
}

void TestPredictionTable::notesWhatHasNoInteraction()
{
    StoredPrediction four = fullRow();
    four.n = 4;
    four.prediction.interaction = std::numeric_limits<double>::quiet_NaN();
    StoredPrediction error = four;
    error.status = "unknown gene";
    const auto note = [](std::size_t n) { return n == 4 ? std::string("not learnt") : std::string(); };
    writePredictionTable(path("note.csv"), std::vector{fullRow(), four, error}, {}, {{}, note});
    const QList<QByteArray> lines = contentOf("note.csv").split('\n');
    QVERIFY(lines[0].endsWith(",status,note"));
    QVERIFY(lines[1].endsWith(",ok,"));
    QVERIFY(lines[2].endsWith(",ok,not learnt"));
    QVERIFY(lines[2].contains(",0.8,-0.2,,0.95,"));
    QVERIFY(lines[3].endsWith(",unknown gene,"));
    writePredictionTable(path("none.csv"), std::vector{fullRow()}, {}, {{}, note});
    QVERIFY(contentOf("none.csv").split('\n')[0].endsWith(",status"));
}

void TestPredictionTable::simulatedRowsHaveNoColumnsOfAModel()
{
    Provenance about;
    about.method = "fba";
    about.medium = "rich";
    StoredPrediction dead = fullRow();
    dead.status = "infeasible";
    writePredictionTable(path("simulated.csv"), std::vector{fullRow(), dead}, about);
    QCOMPARE(contentOf("simulated.csv"),
             QByteArray("knockouts,names,n,fitness,fitness_delta,expected_fitness,epistasis,status\n"
                        "YBR020W;YDR009W,GAL1;GAL3,2,0.8,-0.2,0.95,-0.15,ok\n"
                        "YBR020W;YDR009W,GAL1;GAL3,2,0.8,-0.2,0.95,-0.15,infeasible\n"));
    writePredictionTable(
        path("rows.csv"), 1, true, [](std::size_t) { return fullRow(); }, about);
    QCOMPARE(contentOf("rows.csv"), contentOf("simulated.csv").left(contentOf("rows.csv").size()));
    QVERIFY(contentOf("simulated.csv-metadata.json").contains("\"evaluator\": \"simulation\""));
    const Provenance again = parseProvenance(toJson(about));
    QCOMPARE(again.method, "fba");
    QCOMPARE(again.medium, "rich");
}

void TestPredictionTable::refusesTooManySpreadsheetRows()
{
    const std::vector<std::vector<std::string>> rows(1'048'576, std::vector<std::string>{"x"});
    QVERIFY_EXCEPTION_THROWN(writeTextTable(path("big.xlsx"), {"a"}, rows, {false}, {}), InputError);
    QVERIFY(!QFile::exists(folder_.filePath("big.xlsx")));
}

void TestPredictionTable::keepsTheOldFileOnFailure()
{
    for (const char *name : {"/no/such/folder/a.csv", "/no/such/folder/a.xlsx"}) {
        QVERIFY_EXCEPTION_THROWN(writePredictionTable(name, std::vector{fullRow()}, {}), EngineError);
    }
    writePredictionTable(path("kept.csv"), std::vector{fullRow()}, {});
    const QByteArray before = contentOf("kept.csv");
    writePredictionTable(path("kept.csv"), std::vector{fullRow(), fullRow()}, {});
    QVERIFY(contentOf("kept.csv").startsWith(before));
    QCOMPARE(contentOf("kept.csv").count('\n'), 3);
}

void TestPredictionTable::writesLargeTablesQuickly()
{
    const std::vector<StoredPrediction> rows = sampleRows(100'000);
    for (const char *name : {"large.csv", "large.xlsx"}) {
        ::knockscape::testing::ProcessorTimer timer;
        timer.start();
        writePredictionTable(path(name), rows, {});
        qInfo("100,000 rows as %s: %lld ms, %.1f MB", name, timer.elapsed(),
              static_cast<double>(std::filesystem::file_size(path(name))) / 1e6);
        QVERIFY(timer.elapsed() < 30'000);
    }
    QCOMPARE(contentOf("large.csv").count('\n'), 100'001);
}

QTEST_GUILESS_MAIN(TestPredictionTable)
#include "test_prediction_table.moc"
