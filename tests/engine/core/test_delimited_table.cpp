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
        // In a tab-separated file a quotation mark is a character like any other.
        QVERIFY(DelimitedTable::parse("a\tb\n\"x\t5' end\"\n", "t").cell(0, 0) == "\"x");
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
        QCOMPARE(placeOfError(";\n"), std::string("t.tsv:1"));
        QCOMPARE(placeOfError("#,\nA,1\n"), std::string("t.tsv:1"));
        QCOMPARE(placeOfError("a\tb\n1\t2\n1\t2\t3\n"), std::string("t.tsv:3"));
        QCOMPARE(placeOfError("a\tb\n1\t2\t\t\n"), std::string());
        QCOMPARE(placeOfError("a\tA\n"), std::string("t.tsv:1"));
        QCOMPARE(placeOfError(std::string("a\tb\n1\t\0\n", 8)), std::string("t.tsv:2"));
        QCOMPARE(placeOfError("a\tb\n1\t2\n\xff\t2\n"), std::string("t.tsv:3"));
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
        std::string text = "A pp B\n\n\"C\"  pp  D";
        DelimitedRows rows(text, "n.sif", ' ', false);
        std::vector<std::string_view> cells;
        QVERIFY(rows.next(cells));
        QCOMPARE(cells.size(), std::size_t{3});
        QVERIFY(rows.next(cells));
        QCOMPARE(rows.where(), std::string("n.sif:3"));
        QVERIFY(cells.front() == "\"C\"");
        QVERIFY(!rows.next(cells));
    }
};

QTEST_APPLESS_MAIN(TestDelimitedTable)
#include "test_delimited_table.moc"
