#include "engine/cell/knockout_list.h"
#include "engine/cell/spreadsheet_names.h"
#include "tests/processor_timer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace knockscape;

namespace
{

GeneCatalogue sample()
{
    std::vector<Gene> genes(5);
    genes[0].id = "YAL001C";
    genes[0].name = "TFC3";
    genes[1].id = "YER087C";
    genes[2].id = "YER087C-B";
    genes[2].name = "SBH1";
    genes[3].id = "YGL234W";
    genes[3].name = "ADE5,7";
    genes[4].id = "YGR061C";
    genes[4].name = "ADE6";
    genes[3].aliases = {"BOTH"};
    genes[4].aliases = {"BOTH"};
    return GeneCatalogue(std::move(genes));
}

} // namespace

class TestKnockoutList : public QObject
{
    Q_OBJECT

    const GeneCatalogue genes_ = sample();
    /// How texts were read.
    mutable std::vector<Issue> said_;

    std::vector<Genotype> genotypes(const std::string &text) const
    {
        std::vector<Genotype> result;
        for (const KnockoutEntry &entry : parseKnockoutList(text, genes_, "list.txt", said_)) {
            if (!entry.issues.empty()) {
                qWarning("%s", describe(entry.issues.front()).c_str());
                return {};
            }
            result.push_back(entry.genotype);
        }
        return result;
    }

private slots:
    void takesEverySeparator()
    {
        for (const char *text : {"YAL001C YER087C", "YAL001C,YER087C", "YAL001C;YER087C", "YAL001C\tYER087C",
                                 " tfc3 , ; YER087C ", "YAL001C, YER087C # why", "\xef\xbb\xbfYAL001C YER087C\r\n",
                                 "YAL001C YER087C YAL001C TFC3", "# list\n\nYAL001C YER087C\n   \n"}) {
            QCOMPARE(genotypes(text), (std::vector<Genotype>{{0, 1}}));
        }
    }

    void readsOneGenotypeALine()
    {
        QCOMPARE(genotypes("YAL001C\r\nWT\r\nSBH1\r\nwt # again\r\n"), (std::vector<Genotype>{{0}, {}, {2}, {}}));
        QCOMPARE(genotypes("YAL001C\rSBH1"), (std::vector<Genotype>{{0}, {2}}));
        QVERIFY(genotypes("").empty());
        QVERIFY(genotypes("# only\n\n").empty());
        const auto entries = parseKnockoutList("\n# x\nYAL001C\n", genes_, "list.txt", said_);
        QCOMPARE(entries.front().line, std::size_t{3});
        QCOMPARE(entries.front().where, std::string("list.txt:3"));
    }

    void knowsNamesThatHoldAComma()
    {
        QCOMPARE(genotypes("ADE5,7"), (std::vector<Genotype>{{3}}));
        QCOMPARE(genotypes("TFC3,ADE5,7,ADE6"), (std::vector<Genotype>{{0, 3, 4}}));
        QCOMPARE(genotypes("ADE6,,TFC3,"), (std::vector<Genotype>{{0, 4}}));
    }

    void readsTablesWithAKnockoutsColumn()
    {
        QCOMPARE(genotypes("knockouts,fitness\nYAL001C;SBH1,0.5\n,1\nWT,1\n"), (std::vector<Genotype>{{0, 2}, {}, {}}));
        QCOMPARE(genotypes("n\tKnockouts\n2\tYAL001C YER087C\n"), (std::vector<Genotype>{{0, 1}}));
        QCOMPARE(genotypes("\xef\xbb\xbf# made by\r\n\"knockouts\",\"names\"\r\n\"YAL001C,SBH1\",x\r\n"),
                 (std::vector<Genotype>{{0, 2}}));
        QCOMPARE(genotypes("knockouts\nYAL001C;SBH1\nADE6\n"), (std::vector<Genotype>{{0, 2}, {4}}));
        const auto entries = parseKnockoutList("knockouts\tn\n\nYAL001C\t1\nNOPE\t1\n", genes_, "t.tsv", said_);
        QCOMPARE(entries[1].where, std::string("t.tsv:4"));
        QCOMPARE(entries[1].line, std::size_t{4});
        QCOMPARE(entries[1].issues.size(), std::size_t{1});
    }

    void readsTablesAndListsOfGenes_data()
    {
        QTest::addColumn<QByteArray>("text");
        // What a person exports or types above two genes.
        for (const char *text :
             {"systematic,gene\nYAL001C,TFC3\nYGR061C,ADE6\n", "gene\tsystematic\nTFC3\tYAL001C\nADE6\tYGR061C\n",
              "ORF\nYAL001C\nYGR061C\n", "Gene\r\nTFC3\r\nADE6\r\n", "\"Gene\"\n\"TFC3\"\n\"ADE6\"\n",
              "# mine\nGene name;fitness\nTFC3;0,5\nADE6;0,6\n", "sep=;\nORF;gene\nYAL001C;TFC3\nYGR061C;ADE6\n",
              "#ORF\tgene\nYAL001C\tTFC3\nYGR061C\tADE6\n", "genotype\tn\nTFC3\t1\nADE6\t2\n",
              // Identity that the cell does not know, and a gap in one column.
              "id,symbol\nS1,TFC3\nS2,ADE6\n", "orf,gene\nYAL001C,TFC3\n-,ADE6\n", "genes\nTFC3\nADE6\n"}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }

    void readsTablesAndListsOfGenes()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(genotypes(text.toStdString()), (std::vector<Genotype>{{0}, {4}}));
    }

    void headingsKeepPairsPairs()
    {
        QCOMPARE(genotypes("gene1,gene2\nTFC3,ADE6\nSBH1,ADE6\n"), (std::vector<Genotype>{{0, 4}, {2, 4}}));
        QCOMPARE(genotypes("Gene\nTFC3 ADE6\nSBH1\n"), (std::vector<Genotype>{{0, 4}, {2}}));
        // A table of genes whose other column holds other genes may be one of pairs.
        QVERIFY_EXCEPTION_THROWN(parseKnockoutList("gene,partner\nTFC3,ADE6\nSBH1,ADE6\n", genes_, "l", said_),
                                 InputError);
    }

    void neverChoosesBetweenTwoGenesOfARow()
    {
        const auto entries = parseKnockoutList("systematic,gene\nYAL001C,ADE6\n-,\nYGR061C,ADE6\n", genes_, "l", said_);
        QCOMPARE(entries.size(), std::size_t{3});
        QCOMPARE(entries[0].issues.size(), std::size_t{1});
        QVERIFY(entries[0].issues[0].what.find("TFC3") != std::string::npos);
        QVERIFY(entries[0].issues[0].what.find("YGR061C") != std::string::npos);
        // An empty row of such a table is no wild type.
        QCOMPARE(entries[1].issues.size(), std::size_t{1});
        QCOMPARE(entries[1].line, std::size_t{3});
        QVERIFY(entries[2].issues.empty());
    }

    void aFirstLineWithAGeneIsNoHeader()
    {
        std::vector<Gene> list(2);
        list[0].id = "GENE";
        list[1].id = "ORF";
        const GeneCatalogue cell(std::move(list));
        const auto entries = parseKnockoutList("gene\nORF\n", cell, "l", said_);
        QCOMPARE(entries.size(), std::size_t{2});
    }

    void reportsEveryNameThatDoesNotResolve()
    {
        const auto entries = parseKnockoutList("YER087 TFC3\nBOTH, nothing-like-it\n", genes_, "list.txt", said_);
        QCOMPARE(entries.size(), std::size_t{2});
        QCOMPARE(entries[0].genotype, Genotype{0});
        QCOMPARE(entries[0].issues.size(), std::size_t{1});
        QCOMPARE(entries[0].issues[0].where, std::string("list.txt:1"));
        QVERIFY(entries[0].issues[0].remedy.find("YER087C") != std::string::npos);
        QCOMPARE(entries[1].issues.size(), std::size_t{2});
        QCOMPARE(entries[1].names[0].resolution.kind, NameResolution::Kind::Ambiguous);
        QCOMPARE(entries[1].names[1].text, std::string("nothing-like-it"));
        QVERIFY(entries[1].genotype.empty());
        // The wild type cannot be part of a genotype.
        QCOMPARE(parseKnockoutList("WT TFC3", genes_, "l", said_)[0].issues.size(), std::size_t{1});
    }

    void readsTheArgumentOfTheCommandLine()
    {
        const auto entries = parseKnockoutArgument("TFC3 SBH1; WT;;ADE5,7,ADE6 ;", genes_);
        QCOMPARE(entries.size(), std::size_t{3});
        QCOMPARE(entries[0].genotype, (Genotype{0, 2}));
        QVERIFY(entries[1].genotype.empty() && entries[1].issues.empty());
        QCOMPARE(entries[2].genotype, (Genotype{3, 4}));
        QVERIFY(parseKnockoutArgument(" ", genes_).empty());
    }

    void refusesWhatIsNoText()
    {
        QVERIFY_EXCEPTION_THROWN(parseKnockoutList("YAL001C\n\x81\x02\n", genes_, "l", said_), InputError);
        QVERIFY_EXCEPTION_THROWN(parseKnockoutList(std::string("YAL001C\0", 8), genes_, "l", said_), InputError);
        const QTemporaryDir folder;
        QVERIFY_EXCEPTION_THROWN(readKnockoutList(folder.path().toStdString(), genes_, said_), InputError);
        QVERIFY_EXCEPTION_THROWN(readKnockoutList("/no/such/file", genes_, said_), InputError);
    }

    void offersTheGenesBehindDates_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<QByteArray>("offered");
        const auto row = [](const char *line, const char *shown, const char *offered) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(shown) << QByteArray(offered);
        };
        // As spreadsheets of several languages write 1 October and 2 September.
        row("1-Oct", "1-Oct", "OCT1");
        row("01. Okt", "01. Okt", "OCT1");
        row("1 oct", "1 oct", "OCT1");
        row("1-ott", "1-ott", "OCT1");
        row("Oct-01", "Oct-01", "OCT1");
        row("2024-10-01", "2024-10-01", "OCT1");
        row("10/1/2024", "10/1/2024", "OCT1");
        row("01.10.2024", "01.10.2024", "OCT1");
        row("45566", "45566", "OCT1");
        row("2-Sep", "2-Sep", "SEPT2");
        row("1-Mar", "1-Mar", "");
        row("2.31E+19", "2.31E+19", "");
        row("1. TFC3, 2-Sep", "2-Sep", "SEPT2");
        row("TFC3\t01. Okt", "01. Okt", "OCT1");
    }

    void offersTheGenesBehindDates()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, shown);
        QFETCH(QByteArray, offered);
        std::vector<Gene> list(3);
        list[0].id = "YKL134C";
        list[0].name = "OCT1";
        list[1].id = "ENSG00000168385";
        list[1].aliases = {"SEPT2"};
        list[2].id = "YAL001C";
        list[2].name = "TFC3";
        const GeneCatalogue cell(std::move(list));
        const auto entries = parseKnockoutList(line.toStdString() + "\n", cell, "list.txt", said_);
        QCOMPARE(entries.size(), std::size_t{1});
        QCOMPARE(entries[0].issues.size(), std::size_t{1});
        const auto bad = std::find_if(entries[0].names.begin(), entries[0].names.end(), [](const KnockoutName &name) {
            return name.resolution.kind == NameResolution::Kind::Unknown;
        });
        QVERIFY(bad != entries[0].names.end());
        QCOMPARE(QByteArray::fromStdString(bad->text), shown);
        // Offered, never taken.
        QVERIFY(entries[0].genotype.size() == (line.contains("TFC3") ? 1U : 0U));
        QCOMPARE(bad->resolution.candidates.size(), std::size_t{offered.isEmpty() ? 0U : 1U});
        const Issue &issue = entries[0].issues[0];
        QVERIFY2(issue.what.find("spreadsheet") != std::string::npos, issue.what.c_str());
        if (!offered.isEmpty()) {
            const GeneIndex gene = bad->resolution.candidates[0];
            QVERIFY(cell.resolve(offered.toStdString()).gene == gene);
            QVERIFY2(issue.remedy.find("Was it " + described(cell[gene])) != std::string::npos, issue.remedy.c_str());
        }
    }

    void numbersAreNoDatesWhereGenesAreNumbers()
    {
        std::vector<Gene> list(2);
        list[0].id = "6199";
        list[1].id = "3098";
        list[1].aliases = {"OCT1"};
        const GeneCatalogue cell(std::move(list));
        QVERIFY(genesBehindDate(cell, "45566").empty());
        QCOMPARE(genesBehindDate(cell, "1-Oct"), std::vector<GeneIndex>{1});
    }

    void namesStayWhatTheyAre()
    {
        // Neither numbering nor a pair joined by a plus is a date or a number.
        QCOMPARE(genotypes("1. TFC3\n2. SBH1\n"), (std::vector<Genotype>{{0}, {2}}));
        QCOMPARE(genotypes("TFC3+SBH1"), (std::vector<Genotype>{{0, 2}}));
    }

    void saysHowTheTextWasRead()
    {
        said_.clear();
        parseKnockoutList("TFC3\n# caf\xe9\n", genes_, "list.txt", said_);
        QCOMPARE(said_.size(), std::size_t{1});
        QVERIFY(said_[0].what.find("Windows-1252") != std::string::npos);
        said_.clear();
        QCOMPARE(genotypes(std::string("\xff\xfeT\0F\0C\0003\0\n\0", 12)), (std::vector<Genotype>{{0}}));
        QCOMPARE(said_.size(), std::size_t{1});
        QVERIFY(said_[0].what.find("UTF-16") != std::string::npos);
        said_.clear();
        genotypes("TFC3\n");
        QVERIFY(said_.empty());
    }

    void refusesOtherFilesByName_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("xlsx") << QByteArray("PK\x03\x04\0\0[Content_Types].xml xl/workbook.xml", 42)
                              << QByteArray("Excel workbook (.xlsx)");
        QTest::newRow("xls") << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1W\0o\0r\0k\0b\0o\0o\0k\0", 22)
                             << QByteArray("Excel workbook (.xls)");
        QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << QByteArray("PDF");
        QTest::newRow("SBML") << QByteArray("<?xml version=\"1.0\"?><sbml/>") << QByteArray("SBML");
        QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html></html>") << QByteArray("web page");
        QTest::newRow("YAML") << QByteArray("---\n!!omap\n- metaData:\n") << QByteArray("COBRA YAML");
        QTest::newRow("MATLAB") << QByteArray("MATLAB 5.0 MAT-file, Platform: PCWIN64\0\1", 40) << QByteArray("MATLAB");
    }

    void refusesOtherFilesByName()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, name);
        const QTemporaryDir folder;
        QFile file(folder.filePath("list.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        try {
            readKnockoutList(file.fileName().toStdString(), genes_, said_);
            QFAIL("it was read");
        } catch (const InputError &error) {
            QVERIFY2(error.issues()[0].what.find(name.toStdString()) != std::string::npos, error.what());
            QVERIFY(!error.issues()[0].remedy.empty());
        }
    }

    void survivesHostileLists()
    {
        ::knockscape::testing::ProcessorTimer timer;
        timer.start();
        const auto huge = parseKnockoutList(std::string(100'000'000, ',') + "\nTFC3\n", genes_, "l", said_);
        QCOMPARE(huge.size(), std::size_t{2});
        QCOMPARE(huge[0].issues.size(), std::size_t{1});
        QCOMPARE(huge[1].genotype, Genotype{0});
        std::string unknown;
        for (int i = 0; i < 20000; ++i) {
            unknown += "unknown" + std::to_string(i) + "\n";
        }
        QCOMPARE(parseKnockoutList(unknown, genes_, "l", said_).size(), std::size_t{20000});
        QVERIFY2(timer.elapsed() < 20000, "hostile lists take too long");
    }
};

QTEST_APPLESS_MAIN(TestKnockoutList)
#include "test_knockout_list.moc"
