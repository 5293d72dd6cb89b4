#include "engine/core/delimited_rows.h"
#include "engine/core/delimited_table.h"
#include "engine/core/issue.h"

#include <QtTest>

using namespace knockscape;

namespace
{

/// The `where` of the error that parsing throws; empty if it throws none.
std::string placeOfError(const std::string &text)
{
    try {
        DelimitedTable::parse(text, "t.tsv");
    } catch (const InputError &error) {
        return error.issues().front().where;
    }
    return {};
}

} // namespace

class TestDelimitedTable : public QObject
{
    Q_OBJECT

private slots:
    void readsTabsWithByteOrderMarkAndCrLf()
    {
        const DelimitedTable table = DelimitedTable::parse("\xef\xbb\xbfId\tName\r\nA\t first \r\n\r\nB\r\n", "t.tsv");
        QCOMPARE(table.rowCount(), std::size_t{2});
        QCOMPARE(table.column("id"), std::size_t{0});
        QVERIFY(table.cell(0, 1) == "first");
        QVERIFY(table.cell(1, 1) == "");
        QCOMPARE(table.where(1), std::string("t.tsv:4"));
        QCOMPARE(table.line(1), std::size_t{4});
        QVERIFY(!table.findColumn("missing"));
        QVERIFY_EXCEPTION_THROWN(table.column("missing"), InputError);
    }

    void choosesTheSeparatorOfTheHeader()
    {
        QVERIFY(DelimitedTable::parse("a;b\n1,5;2\n", "t").cell(0, 0) == "1,5");
        QVERIFY(DelimitedTable::parse("a,b\n1;5,2\n", "t").cell(0, 0) == "1;5");
        QVERIFY(DelimitedTable::parse("a\tb,c\n1,5\t2\n", "t").cell(0, 0) == "1,5");
        QCOMPARE(DelimitedTable::parse("a\rb\rc", "t").rowCount(), std::size_t{2});
    }

    void unescapesQuotes()
    {
        const DelimitedTable table = DelimitedTable::parse(
            "id,text\n\"A,B\",\"say \"\"hi\"\"\nthere\"\nC,plain \"quoted\" text\n \"D\" ,\"\"\n", "t.csv");
        QCOMPARE(table.rowCount(), std::size_t{3});
        QVERIFY(table.cell(0, 0) == "A,B");
        QVERIFY(table.cell(0, 1) == "say \"hi\"\nthere");
        QVERIFY(table.cell(1, 1) == "plain \"quoted\" text");
        QVERIFY(table.cell(2, 0) == "D");
        QVERIFY(table.cell(2, 1) == "");
        QCOMPARE(table.line(1), std::size_t{4});
    }

    void unescapesOnlyWholeCellsBetweenTabs()
    {
        // As spreadsheets save "Unicode text": doubled quotes, separators and line breaks inside.
        const DelimitedTable table = DelimitedTable::parse("\"gene\nname\"\tfitness\r\n\"A,\"\"B\"\"\"\t\"0,5\"\r\n"
                                                           "C\t\"\"\r\n",
                                                           "t.txt");
        QCOMPARE(table.columns().front(), std::string("gene\nname"));
        QVERIFY(table.cell(0, 0) == "A,\"B\"");
        QVERIFY(table.cell(0, 1) == "0,5");
        QCOMPARE(table.line(0), std::size_t{3});
        QVERIFY(table.cell(1, 1).empty());
        // Otherwise a quotation mark is a character like any other.
        for (const char *cell : {"\"x", "x\"", "5\"", "\"petite\" mutant", "3'\"5'"}) {
            const DelimitedTable plain =
                DelimitedTable::parse("a\tb\n" + std::string(cell) + "\t1\n" + cell + "\t2\n", "t");
            QCOMPARE(plain.rowCount(), std::size_t{2});
            QCOMPARE(std::string(plain.cell(0, 0)), std::string(cell));
        }
        QVERIFY(DelimitedTable::parse("a\tb\n\"x\t5' end\"\n", "t").cell(0, 0) == "\"x");
    }

    void readsTheSeparatorASpreadsheetDeclares_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("semicolon") << QByteArray("sep=;\nid;value\nA,B;1\n");
        QTest::newRow("comma, Windows") << QByteArray("sep=,\r\nid,value\r\n\"A,B\",1\r\n");
        QTest::newRow("tab") << QByteArray("SEP=\t\nid\tvalue\nA,B\t1\n");
        QTest::newRow("tab in letters") << QByteArray("sep=\\t\nid\tvalue\nA,B\t1\n");
        QTest::newRow("quoted") << QByteArray("\"sep=;\"\nid;value\nA,B;1\n");
        QTest::newRow("saved again") << QByteArray("sep=;;;\nid;value;\nA,B;1;\n;;\n");
        QTest::newRow("bar") << QByteArray("sep=|\nid|value\nA,B|1\n");
    }
    void readsTheSeparatorASpreadsheetDeclares()
    {
        QFETCH(QByteArray, text);
        const DelimitedTable table = DelimitedTable::parse(text.toStdString(), "t.csv");
        QCOMPARE(table.columns(), (std::vector<std::string>{"id", "value"}));
        QCOMPARE(table.rowCount(), std::size_t{1});
        QVERIFY(table.cell(0, 0) == "A,B");
        QVERIFY(table.cell(0, 1) == "1");
        QCOMPARE(table.line(0), std::size_t{3});
    }

    void readsHowTextIsEncoded_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("said");
        const QByteArray plain("id\tname\nA\tcaf\xc3\xa9\nB\tx\n");
        const auto wide = [&](bool bigEndian, const QByteArray &mark) {
            QByteArray bytes = mark;
            const QString text = QString::fromUtf8(plain);
            for (const QChar c : text) {
                const char low = static_cast<char>(c.unicode() & 0xff);
                const char high = static_cast<char>(c.unicode() >> 8);
                bytes += bigEndian ? high : low;
                bytes += bigEndian ? low : high;
            }
            return bytes;
        };
        QTest::newRow("UTF-8") << plain << QByteArray();
        QTest::newRow("UTF-8 with mark") << "\xef\xbb\xbf" + plain << QByteArray();
        QTest::newRow("UTF-16LE") << wide(false, "\xff\xfe") << QByteArray("UTF-16");
        QTest::newRow("UTF-16BE") << wide(true, "\xfe\xff") << QByteArray("UTF-16");
        QTest::newRow("UTF-16LE without mark") << wide(false, "") << QByteArray("UTF-16");
        QTest::newRow("UTF-16BE without mark") << wide(true, "") << QByteArray("UTF-16");
        QTest::newRow("Windows-1252") << QByteArray("id\tname\nA\tcaf\xe9\nB\tx\n") << QByteArray("t.tsv:2");
        QTest::newRow("old Mac") << QByteArray(plain).replace('\n', '\r') << QByteArray();
        QTest::newRow("old Mac, last line by another program")
            << QByteArray(plain).replace('\n', '\r').chopped(1) + '\n'
            << QByteArray();
    }
    void readsHowTextIsEncoded()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, said);
        const DelimitedTable table = DelimitedTable::parse(text.toStdString(), "t.tsv");
        QCOMPARE(table.rowCount(), std::size_t{2});
        QVERIFY(table.cell(0, 1) == "caf\xc3\xa9");
        QVERIFY(table.cell(1, 0) == "B");
        QCOMPARE(table.issues().size(), std::size_t{said.isEmpty() ? 0U : 1U});
        if (!said.isEmpty()) {
            QVERIFY(table.issues().front().what.find(said.toStdString()) != std::string::npos);
        }
    }

    void findsTheHeaderBelowATitle_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("tabs") << QByteArray("Table S1. Genes, of yeast\n\nid\tvalue\nA\t1\nB\t2\n");
        QTest::newRow("commas") << QByteArray("Table S1. Genes of yeast,\n,\nid,value\nA,1\nB,2\n");
        QTest::newRow("two lines") << QByteArray("Table S1. Genes\nmade by us\nid;value\nA;1\nB;2\n");
    }
    void findsTheHeaderBelowATitle()
    {
        QFETCH(QByteArray, text);
        const DelimitedTable table = DelimitedTable::parse(text.toStdString(), "t.tsv");
        QCOMPARE(table.columns(), (std::vector<std::string>{"id", "value"}));
        QCOMPARE(table.rowCount(), std::size_t{2});
        QCOMPARE(table.issues().size(), std::size_t{1});
    }

    void decimalCommasBelowAHeaderDoNotMakeItATitle()
    {
        const DelimitedTable table =
            DelimitedTable::parse("Strain ID;Gene name;Fitness (26 C);;\nA_1;A;0,9;;\nB_1;B;0,8;;\n", "t.csv");
        QCOMPARE(table.columns().size(), std::size_t{3});
        QCOMPARE(table.rowCount(), std::size_t{2});
        QVERIFY(table.issues().empty());
    }

    void readsTablesOfR()
    {
        for (const char *text :
             {"\"name\" \"value\"\n\"1\" \"A B\" 1\n\"2\" \"C\" 2\n", "name\tvalue\n1\tA B\t1\n2\tC\t2\n"}) {
            const DelimitedTable table = DelimitedTable::parse(text, "t.txt");
            QCOMPARE(table.columns(), (std::vector<std::string>{"", "name", "value"}));
            QVERIFY(table.cell(0, 1) == "A B");
            QVERIFY(table.cell(1, 0) == "2");
            QCOMPARE(table.issues().size(), std::size_t{1});
        }
        // One row with one cell too many is a mistake.
        QCOMPARE(placeOfError("a\tb\n1\t2\t3\n"), std::string("t.tsv:2"));
        QCOMPARE(placeOfError("a\tb\n1\t2\t3\n1\t2\n"), std::string("t.tsv:2"));
        // As is a comma in a text that should be quoted.
        QCOMPARE(placeOfError("a,b\n1,2,3\n1,2,3\n"), std::string("t.tsv:2"));
    }

    void viewsSurviveMovesOfShortTexts()
    {
        DelimitedTable table = DelimitedTable::parse("a\tb\n1\t2\n", "t");
        const DelimitedTable moved = std::move(table);
        const DelimitedTable copied = moved;
        QVERIFY(moved.cell(0, 1) == "2");
        QVERIFY(copied.cell(0, 0) == "1");
    }

    void skipsCommentsBeforeTheHeader()
    {
        const DelimitedTable table = DelimitedTable::parse("# made by, somebody\n#comment\n\n#id\tname\n1\t2\n", "t");
        QCOMPARE(table.columns().front(), std::string("id"));
        QVERIFY(table.cell(0, 1) == "2");
        QCOMPARE(table.line(0), std::size_t{5});
    }

    void readsNumbers()
    {
        const DelimitedTable table = DelimitedTable::parse("x\ty\n0.5\tNA\n1,5\tnan\ninf\t\n", "t.tsv");
        QCOMPARE(table.number(0, 0), 0.5);
        QVERIFY(!table.optionalNumber(0, 1));
        QVERIFY(!table.optionalNumber(1, 1));
        QVERIFY(!table.optionalNumber(2, 1));
        QVERIFY_EXCEPTION_THROWN(table.number(2, 0), InputError);
        try {
            table.number(1, 0);
            QFAIL("a decimal comma was accepted");
        } catch (const InputError &error) {
            QCOMPARE(error.issues().front().where, std::string("t.tsv:3"));
            QVERIFY(error.issues().front().what.find("x") != std::string::npos);
        }
    }

    void namesTheLineOfWhatCannotBeRead()
    {
        QCOMPARE(placeOfError(""), std::string("t.tsv"));
        QCOMPARE(placeOfError("\n \n# only a comment\n"), std::string("t.tsv"));
        QCOMPARE(placeOfError(";\n"), std::string("t.tsv"));
        QCOMPARE(placeOfError("a\tb\n1\t2\n1\t2\t3\n"), std::string("t.tsv:3"));
        QCOMPARE(placeOfError("a\tb\n1\t2\t\t\n"), std::string());
        QCOMPARE(placeOfError("a\tA\n"), std::string("t.tsv:1"));
        QCOMPARE(placeOfError(std::string("a\tb\n1\t\0\n", 8)), std::string("t.tsv:2"));
        QCOMPARE(placeOfError("a\tb\n1\t2\n\x81\t2\n"), std::string("t.tsv:3"));
        QCOMPARE(placeOfError("a\tb\n1\t2\n\xff\x02\t2\n"), std::string("t.tsv:3"));
        QCOMPARE(placeOfError("\xff\xfe"
                              "a"),
                 std::string("t.tsv"));
        QCOMPARE(placeOfError("a,b\n1,2\n1,\"never closed\n"), std::string("t.tsv:3"));
        QCOMPARE(placeOfError("a,b\n1,\"closed\" early\n"), std::string("t.tsv:2"));
    }

    void survivesHugeLinesAndColumns()
    {
        const DelimitedTable longCell =
            DelimitedTable::parse("a\tb\n" + std::string(100'000'000, 'x') + "\t2\n", "t.tsv");
        QCOMPARE(longCell.cell(0, 0).size(), std::size_t{100'000'000});
        // Short rows under a wide header cost nothing.
        std::string wide;
        for (int i = 0; i < 20000; ++i) {
            wide += std::to_string(i) + '\t';
        }
        wide += '\n';
        for (int i = 0; i < 100000; ++i) {
            wide += "1\n";
        }
        const DelimitedTable table = DelimitedTable::parse(wide, "t.tsv");
        QCOMPARE(table.columns().size(), std::size_t{20000});
        QVERIFY(table.cell(99999, 19999).empty());
        QCOMPARE(placeOfError("a\tb\n" + std::string(3'000'000, '\t') + "x\n"), std::string("t.tsv:2"));
    }

    void rowsAreReadOneByOne()
    {
        std::string text = "A pp B\n\n\"C\"  \"binds to\"  D";
        DelimitedRows rows(text, "n.sif", ' ');
        std::vector<std::string_view> cells;
        QVERIFY(rows.next(cells));
        QCOMPARE(cells.size(), std::size_t{3});
        QVERIFY(rows.next(cells));
        QCOMPARE(rows.where(), std::string("n.sif:3"));
        QVERIFY(cells.front() == "C");
        QVERIFY(cells[1] == "binds to");
        QVERIFY(!rows.next(cells));
    }
};

QTEST_APPLESS_MAIN(TestDelimitedTable)
#include "test_delimited_table.moc"
