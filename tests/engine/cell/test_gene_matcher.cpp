#include "engine/cell/importers/character_codes.h"
#include "engine/cell/importers/gene_identifiers.h"
#include "engine/cell/importers/gene_matcher.h"

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

GeneCatalogue yeast()
{
    return GeneCatalogue({gene("YAL001C", "TFC3"), gene("YBR058C-A", "TSC3"), gene("YKL112W", "ABF1"),
                          gene("YCR012W", "PGK1", {"TWIN"}), gene("YAL002W", "VPS8", {"TWIN"})});
}

GeneCatalogue human()
{
    return GeneCatalogue({gene("1", "A1BG"), gene("2", "A2M"), gene("3098", "HK1"), gene("3099", "HK2")});
}

/// The ids of what the names mean: "-" for nothing, "?" for several genes.
QString meant(const GeneCatalogue &genes, const std::vector<std::string> &names)
{
    const GeneMatcher matcher(genes, names);
    QStringList ids;
    for (const std::string &name : names) {
        const NameMatch match = matcher.match(name);
        ids << (match.gene >= 0            ? QString::fromStdString(genes[match.gene].id)
                : match.candidates.empty() ? QStringLiteral("-")
                                           : QStringLiteral("?"));
    }
    return ids.join(' ');
}

} // namespace

class TestGeneMatcher : public QObject
{
    Q_OBJECT

private slots:
    void readsNamesAsTheWholeFileAllows_data()
    {
        QTest::addColumn<bool>("isHuman");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("ids");
        const auto row = [](const char *title, bool isHuman, const QStringList &names, const char *ids) {
            QTest::newRow(title) << isHuman << names << QString(ids);
        };
        row("as they are", false, {"yal001c", "TFC3", "NOPE"}, "YAL001C YAL001C -");
        row("an alias of two genes", false, {"TWIN"}, "?");
        row("codes", false, {"G_YBR058C__45__A", "G_YAL001C"}, "YBR058C-A YAL001C");
        row("words for signs", false, {"YBR058C_DASH_A"}, "YBR058C-A");
        row("dashes that the format cannot write", false, {"YBR058C_A", "YAL001C"}, "YBR058C-A YAL001C");
        row("a format that can", false, {"YBR058C_A", "YKR099C-A"}, "- -");
        row("the taxon of STRING", false, {"4932.YAL001C", "4932.YBR058C-A", "4932.YZZ"}, "YAL001C YBR058C-A -");
        row("taxa of several organisms", false, {"9606.ENSP1", "4932.YAL001C"}, "- YAL001C");
        row("a taxon on some only", false, {"4932.YAL001C", "YCR012W"}, "- YCR012W");
        row("proteins", false, {"Abf1p", "YAL001C"}, "YKL112W YAL001C");
        row("what only ends in p", false, {"ABF1p", "abf1p"}, "- -");
        row("a database in front", false, {"sgd:YAL001C", "sgd:YCR012W"}, "YAL001C YCR012W");
        row("a database in front of some", false, {"sgd:YAL001C", "YCR012W"}, "- YCR012W");
        row("UniProt's organism behind", false, {"PGK1_YEAST", "VPS8_YEAST"}, "YCR012W YAL002W");
        row("an organism behind some", false, {"PGK1_YEAST", "VPS8_CANAL"}, "- -");
        row("transcripts", true, {"3098.1"}, "3098");
        row("transcripts of several genes", true, {"3098.1", "3099.2", "7.1"}, "3098 3099 -");
        row("transcripts as words", true, {"3098_AT1", "3099_AT2"}, "3098 3099");
        row("transcripts of some only", true, {"3098.1", "3099", "x"}, "- 3099 -");
        row("a gene's transcripts or a taxon's genes", true, {"3098.1", "3098.2"}, "? ?");
        row("a taxon with numbers for genes", true, {"9606.3098", "9606.3099", "9606.2"}, "3098 3099 2");
        row("numbers behind no database", true, {"gene_3098", "gene_3099"}, "- -");
        row("numbers behind a database", true, {"ncbigene:3098", "ncbigene:1"}, "3098 1");
        row("numbers of something else", true, {"fig|83333.1.peg.1", "fig|83333.1.peg.2"}, "- -");
    }

    void readsNamesAsTheWholeFileAllows()
    {
        QFETCH(bool, isHuman);
        QFETCH(QStringList, names);
        QFETCH(QString, ids);
        std::vector<std::string> texts;
        for (const QString &name : names) {
            texts.push_back(name.toStdString());
        }
        QCOMPARE(meant(isHuman ? human() : yeast(), texts), ids);
    }

    void saysHowNamesWereRead()
    {
        const GeneCatalogue genes = human();
        std::vector<Issue> issues;
        GeneMatcher(genes, {"9606.3098", "9606.3099", "9606.2"}).report("links.txt", issues);
        QCOMPARE(issues.size(), std::size_t{1});
        QCOMPARE(issues[0].severity, Severity::Note);
        QVERIFY2(issues[0].what.find("9606.3098 is HK1 (3098)") != std::string::npos, issues[0].what.c_str());
        issues.clear();
        GeneMatcher(genes, {"3098.1", "3098.2"}).report("links.txt", issues);
        QCOMPARE(issues.size(), std::size_t{1});
        QCOMPARE(issues[0].severity, Severity::Warning);
        QVERIFY2(issues[0].what.find("3098.1 (A1BG (1), HK1 (3098))") != std::string::npos, issues[0].what.c_str());
        issues.clear();
        GeneMatcher(genes, {"HK1", "2"}).report("links.txt", issues);
        QVERIFY(issues.empty());
    }

    void idsOfAListLoseWhatAllOfThemHave()
    {
        using Ids = std::vector<std::string>;
        QCOMPARE(plainSbmlIds({"R_a", "R_b"}, "R_"), (Ids{"a", "b"}));
        QCOMPARE(plainSbmlIds({"R_a", "b"}, "R_"), (Ids{"R_a", "b"}));
        QCOMPARE(plainSbmlIds({"R_a", "R_"}, "R_"), (Ids{"R_a", "R_"}));
        QCOMPARE(plainSbmlIds({"M_a__45__L", "M_b"}, "M_"), (Ids{"a-L", "b"}));
        // "A" needs no code: then "__65__" is none, and neither is the other.
        QCOMPARE(plainSbmlIds({"a__45__L", "b__65__"}, "M_"), (Ids{"a__45__L", "b__65__"}));
        // Two ids stay two.
        QCOMPARE(plainSbmlIds({"a__46__1", "a_DOT_1"}, "M_"), (Ids{"a__46__1", "a_DOT_1"}));
        QVERIFY(plainSbmlIds({}, "M_").empty());
    }

    void readsIdentifiersOfGenes()
    {
        using Names = std::vector<std::string>;
        QCOMPARE(namesFromResource("http://identifiers.org/ncbigene/3098"), Names{"3098"});
        QCOMPARE(namesFromResource("https://identifiers.org/ncbigene:3098"), Names{"3098"});
        QCOMPARE(namesFromResource("urn:miriam:kegg.genes:eco%3Ab0001"), (Names{"eco:b0001", "b0001"}));
        QCOMPARE(namesFromResource("http://identifiers.org/hgnc/HGNC:4922"), Names{"HGNC:4922"});
        // A mere number of another database would be taken for one of NCBI's.
        QVERIFY(namesFromResource("http://identifiers.org/hgnc/4922").empty());
        QVERIFY(namesFromResource("http://identifiers.org/pubmed/1").empty());
        QVERIFY(namesFromResource("http://identifiers.org/ncbigene").empty());
        QVERIFY(namesFromResource("http://example.org/ncbigene/1").empty());
    }
};

QTEST_APPLESS_MAIN(TestGeneMatcher)
#include "test_gene_matcher.moc"
