#include "engine/cell/knockout_list.h"
#include "tests/processor_timer.h"

#include <QTemporaryDir>
#include <QtTest>

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
