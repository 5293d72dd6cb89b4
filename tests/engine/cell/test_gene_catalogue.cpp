#include "engine/cell/essentiality.h"
#include "engine/cell/gene_catalogue.h"
#include "engine/cell/name_similarity.h"
#include "engine/core/files.h"

#include <QtTest>

using namespace knockscape;

namespace
{

Gene gene(std::string id, std::string name = {}, std::vector<std::string> aliases = {})
{
    Gene result;
    result.id = std::move(id);
    result.name = std::move(name);
    result.aliases = std::move(aliases);
    return result;
}

GeneCatalogue sample()
{
    return GeneCatalogue({gene("YER087C", "", {"ICP8"}), gene("YER087C-B", "SBH1"), gene("YAL001C", "TFC3", {"FUN24"}),
                          gene("YAL002W", "VPS8", {"FUN15", "VPT8", "SHARED"}), gene("YAL003W", "EFB1", {"SHARED"}),
                          gene("YAL005C", "SSA1", {"YG100", "TFC3"}), gene("YBR001C", "DUP1"), gene("YBR002C", "DUP1"),
                          gene("VPS8")});
}

} // namespace

class TestGeneCatalogue : public QObject
{
    Q_OBJECT

    const GeneCatalogue genes_ = sample();

    NameResolution::Kind kind(const char *name) const { return genes_.resolve(name).kind; }

private slots:
    void resolvesWholeNamesOnly()
    {
        QCOMPARE(genes_.resolve("YER087C").gene, 0);
        QCOMPARE(genes_.resolve("YER087C-B").gene, 1);
        for (const char *name : {"YER087", "YER087C-", "YER087C-", "YAL00", "SBH", "", " ", "TFC3 ,"}) {
            QCOMPARE(kind(name), NameResolution::Kind::Unknown);
            QCOMPARE(genes_.resolve(name).gene, -1);
        }
    }

    void resolvesWithoutRegardToCase()
    {
        QCOMPARE(genes_.resolve("yer087c-b").gene, 1);
        QCOMPARE(genes_.resolve(" Sbh1\t").gene, 1);
        QCOMPARE(genes_.resolve("fun24").gene, 2);
        QCOMPARE(genes_.findId("yal001c"), 2);
        QCOMPARE(genes_.findId("TFC3"), -1);
    }

    void idsWinOverNamesAndNamesOverAliases()
    {
        QCOMPARE(genes_.resolve("VPS8").gene, 8);
        QCOMPARE(genes_.resolve("TFC3").gene, 2);
    }

    void saysWhatIsAmbiguous()
    {
        const NameResolution alias = genes_.resolve("shared");
        QCOMPARE(alias.kind, NameResolution::Kind::Ambiguous);
        QCOMPARE(alias.candidates, (std::vector<GeneIndex>{3, 4}));
        QCOMPARE(genes_.resolve("DUP1").candidates, (std::vector<GeneIndex>{6, 7}));
        const Issue issue = genes_.explain("shared", alias, "list.txt:3");
        QCOMPARE(issue.where, std::string("list.txt:3"));
        QVERIFY(issue.what.find("VPS8 (YAL002W)") != std::string::npos);
        QVERIFY(issue.what.find("EFB1 (YAL003W)") != std::string::npos);
    }

    void suggestsSimilarNames()
    {
        const NameResolution swapped = genes_.resolve("YAL00C1");
        QCOMPARE(swapped.kind, NameResolution::Kind::Unknown);
        QVERIFY(!swapped.candidates.empty());
        QCOMPARE(swapped.candidates.front(), 2);
        QVERIFY(swapped.candidates.size() <= 5);
        QCOMPARE(genes_.resolve("SSA2").candidates.front(), 5);
        // The beginning of a name is not the name, but worth a suggestion.
        QCOMPARE(genes_.resolve("YER087C-").candidates.size(), std::size_t{2});
        QVERIFY(genes_.resolve("completely different").candidates.empty());
        QVERIFY(genes_.resolve("SSA2", GeneCatalogue::Suggestions::Omit).candidates.empty());
        const Issue issue = genes_.explain("SSA2", genes_.resolve("SSA2"), "here");
        QVERIFY(issue.remedy.find("SSA1 (YAL005C)") != std::string::npos);
        QVERIFY(genes_.resolve(std::string(10'000'000, 'Y')).candidates.empty());
    }

    /// A number tells genes apart: another number is another gene, however few the edits.
    void suggestsNoUnlikeIds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("suggested");
        const auto row = [](const char *typed, const QStringList &suggested) {
            QTest::newRow(typed) << typed << suggested;
        };
        row("YAL001X", {"YAL001C"});
        row("YBL001W", {"YBL001C"});
        row("YAL011C", {});
        row("YAL00C", {});
        row("YALO01C", {"YAL001C"});
        row("YAL1C", {"YAL001C"});
        row("yal-001-c", {"YAL001C"});
        row("YLA001C", {"YAL001C"});
        row("YAL001", {"YAL001C"});
        row("YAL00", {});
        row("YER087CB", {"YER087C-B"});
        row("YER087C-D", {});
        row("b0003", {});
        row("b3", {});
        row("b2", {"b0002"});
        row("b0002.1", {"b0002"});
        row("ENSG00000141510.12", {"ENSG00000141510"});
        row("ENSG00000141511", {});
        row("ZNF346", {});
        row("ZNF345A", {});
        row("HXK3", {"HXK1", "HXK2"});
    }

    void suggestsNoUnlikeIds()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, suggested);
        std::vector<Gene> genes;
        for (const char *id :
             {"YAL001C", "YBL001C", "YAL010C", "YER087C-B", "b0002", "ENSG00000141510", "ZNF345", "HXK1", "HXK2"}) {
            Gene gene;
            gene.id = id;
            genes.push_back(gene);
        }
        const GeneCatalogue catalogue(std::move(genes));
        QStringList found;
        for (const GeneIndex gene : catalogue.resolve(typed.toStdString()).candidates) {
            found << QString::fromStdString(catalogue[gene].id);
        }
        QCOMPARE(found, suggested);
    }

    void measuresEdits()
    {
        QCOMPARE(editDistance("tfc3", "tfc3", 3), 0);
        QCOMPARE(editDistance("tfc3", "tcf3", 3), 1);
        QCOMPARE(editDistance("kitten", "sitting", 3), 3);
        QCOMPARE(editDistance("kitten", "sitting", 2), 3);
        QCOMPARE(editDistance("", "abc", 3), 3);
        QCOMPARE(editDistance("abc", "", 2), 3);
    }

    void refusesIdsThatCannotBeOne_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"", "YAL001C", "yal001c", "A B", "A;B", "A\tB", "A\nB"}) {
            QTest::newRow(QByteArray(id).replace('\n', "\\n").replace('\t', "\\t").constData()) << QString(id);
        }
    }

    void refusesIdsThatCannotBeOne()
    {
        QFETCH(QString, id);
        try {
            GeneCatalogue({gene("YAL001C"), gene(id.toStdString())}, {}, "genes.tsv");
            QFAIL("the id was accepted");
        } catch (const InputError &error) {
            QVERIFY(error.issues().front().where.starts_with("genes.tsv"));
        }
    }

    void aliasesMayHoldBars()
    {
        const std::vector<std::string> aliases = {"fig|1.2.peg.3", "a\\", "\\|", "plain", "C:\\x"};
        QCOMPARE(splitAliases(joinedAliases(aliases)), aliases);
        QCOMPARE(splitAliases("FUN24| FUN25 ||"), (std::vector<std::string>{"FUN24", "FUN25"}));
        QCOMPARE(splitAliases("C:\\x|y"), (std::vector<std::string>{"C:\\x", "y"}));
        QVERIFY(splitAliases("").empty());
    }

    void anIdMayHoldABar()
    {
        const GeneCatalogue genes({gene("fig|1219067.16.peg.31", "", {"x|y"}), gene("fig")});
        QCOMPARE(genes.resolve("FIG|1219067.16.peg.31").gene, 0);
        QCOMPARE(genes.resolve("x|y").gene, 0);
        QCOMPARE(genes.resolve("fig").gene, 1);
    }

    void writesGenotypesInIdOrder()
    {
        const GeneCatalogue genes({gene("YBR001C", "ZZZ1"), gene("YAL001C", "TFC3"), gene("Q0010")});
        const Genotype all{0, 1, 2, 1};
        QCOMPARE(genes.ids(all), std::string("Q0010;YAL001C;YBR001C"));
        QCOMPARE(genes.labels(all, ", "), std::string("Q0010, TFC3, ZZZ1"));
        QCOMPARE(genes.ids({}), std::string());
        QCOMPARE(genes.idsSha256(), sha256("YBR001C\nYAL001C\nQ0010"));
        QCOMPARE(GeneCatalogue().idsSha256(), sha256(""));
    }

    void padsAnnotations()
    {
        const GeneCatalogue genes({gene("A"), gene("B")}, {"go_process", "chromosome"});
        QCOMPARE(genes[1].annotations.size(), std::size_t{2});
    }

    void readsWhatTablesWriteOfEssentiality_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("meaning");
        for (const char *word : {"1", "true", "YES", " essential ", "Inviable", "lethal"}) {
            QTest::newRow(word) << QString::fromLatin1(word) << 1;
        }
        for (const char *word : {"0", "False", "no", "non-essential", "nonessential", "viable"}) {
            QTest::newRow(word) << QString::fromLatin1(word) << 0;
        }
        for (const char *word : {"", "NA", "unknown", "-"}) {
            QTest::newRow(qPrintable(QStringLiteral("not known: '%1'").arg(QLatin1String(word))))
                << QString::fromLatin1(word) << -1;
        }
        for (const char *word : {"maybe", "10", "essential in glucose"}) {
            QTest::newRow(word) << QString::fromLatin1(word) << -2;
        }
    }

    void readsWhatTablesWriteOfEssentiality()
    {
        QFETCH(QString, word);
        QFETCH(int, meaning);
        std::optional<bool> essential;
        const bool read = readEssential(word.toStdString(), essential);
        QCOMPARE(read ? (essential ? static_cast<int>(*essential) : -1) : -2, meaning);
    }

    void essentialityComesFromTheEntryThenFromAnnotations()
    {
        std::vector<Gene> genes{gene("A"), gene("B"), gene("C"), gene("D"), gene("E"), gene("F")};
        genes[0].essential = true;
        genes[0].annotations = {"x", "0", ""};
        genes[1].annotations = {"1", "Inviable", ""};
        genes[2].annotations = {"essential", "", ""};
        genes[3].annotations = {"x", "viable|inviable", ""};
        genes[4].annotations = {"x", "odd", "viable"};
        const GeneCatalogue catalogue(std::move(genes), {"phenotype", "essential_2", "Viability"});
        QCOMPARE(essentialGenes(catalogue), (std::vector<char>{1, 1, 0, 0, 0, 0}));
        QCOMPARE(essentiality(catalogue, 0), std::optional<bool>(true));
        QVERIFY(isEssential(catalogue, 1));
        // A column about something else says nothing, contradicting values say nothing, and nothing is not "no".
        for (const GeneIndex unknown : {2, 3, 5}) {
            QVERIFY(!essentiality(catalogue, unknown));
            QVERIFY(!isEssential(catalogue, unknown));
        }
        QCOMPARE(essentiality(catalogue, 4), std::optional<bool>(false));
        QCOMPARE(essentialGenesOf(catalogue, Genotype{0, 1, 2}), (std::vector<GeneIndex>{0, 1}));
    }
};

QTEST_APPLESS_MAIN(TestGeneCatalogue)
#include "test_gene_catalogue.moc"
