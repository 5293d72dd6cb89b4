#include "engine/cell/gene_spelling.h"
#include "engine/cell/genotype_reader.h"
#include "engine/cell/knockout_list.h"
#include "engine/core/text.h"

#include <QtTest>

using namespace knockscape;

namespace
{

GeneCatalogue genesOf(const std::vector<std::vector<std::string>> &rows)
{
    std::vector<Gene> genes;
    for (const std::vector<std::string> &row : rows) {
        Gene gene;
        gene.id = row[0];
        gene.name = row[1];
        gene.aliases.assign(row.begin() + 2, row.end());
        genes.push_back(gene);
    }
    return GeneCatalogue(std::move(genes));
}

GeneCatalogue yeast()
{
    return genesOf({{"YFR053C", "HXK1"},
                    {"YGL253W", "HXK2"},
                    {"YAL038W", "CDC19", "PYK1"},
                    {"YER069W", "ARG5,6"},
                    {"YPL187W", "MF(ALPHA)1"},
                    {"YER087C", ""},
                    {"YER087C-B", "SBH1"},
                    {"YDL227C", "HO"},
                    {"YNL241C", "ZWF1", "MET19"},
                    {"YEL021W", "URA3"},
                    {"YAL021C", "CCR4"},
                    {"YAL021C-A", ""},
                    {"tK(CUU)K", ""},
                    {"YAR001W", "BOTH1", "BOTH"},
                    {"YAR002W", "BOTH2", "BOTH"}});
}

} // namespace

class TestGenotypeReader : public QObject
{
    Q_OBJECT

    const GeneCatalogue genes_ = yeast();

    /// Ids joined by ";", or the first issue after "!".
    QString meaning(const QByteArray &text, const GeneCatalogue &genes) const
    {
        GenotypeReader reader(genes);
        const KnockoutEntry entry = reader.read(text.toStdString(), 1, "here");
        return entry.issues.empty() ? QString::fromStdString(genes.ids(entry.genotype))
                                    : "!" + QString::fromStdString(describe(entry.issues.front()));
    }

private slots:
    void readsWhatPeopleWrite_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("ids");
        const auto row = [](const char *text, const char *ids) {
            QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(ids);
        };
        // Names as they are.
        row("zwf1", "YNL241C");
        row("YER087C", "YER087C");
        row("YER087C-B", "YER087C-B");
        row("MF(ALPHA)1", "YPL187W");
        row("tK(CUU)K", "tK(CUU)K");
        row("ARG5,6", "YER069W");
        row("HO", "YDL227C");
        // Separators.
        row("HXK1+HXK2", "YFR053C;YGL253W");
        row("HXK1 + HXK2", "YFR053C;YGL253W");
        row("HXK1 & HXK2", "YFR053C;YGL253W");
        row("HXK1 and HXK2", "YFR053C;YGL253W");
        row("HXK1 \xc3\x97 HXK2", "YFR053C;YGL253W");
        row("ZWF1,ARG5,6,MET19", "YER069W;YNL241C");
        row("ARG5,6+ZWF1", "YER069W;YNL241C");
        row("ZWF1,", "YNL241C");
        row(",ZWF1;;", "YNL241C");
        // Controls.
        row("ZWF1+ctrl", "YNL241C");
        row("ctrl+ZWF1", "YNL241C");
        row("control", "");
        row("ctrl+ctrl", "");
        row("ZWF1+WT", "YNL241C");
        row("ZWF1;WT", "YNL241C");
        row("WT", "");
        row("wt", "");
        row("wild type", "");
        row("Wild-Type", "");
        row("\"WT\"", "");
        row("", "");
        // Marks of a deletion.
        row("zwf1\xce\x94", "YNL241C");
        row("zwf1\xe2\x88\x86", "YNL241C");
        row("zwf1-\xce\x94", "YNL241C");
        row("\xce\x94zwf1", "YNL241C");
        row("\xce\x94 zwf1", "YNL241C");
        row("zwf1 \xce\x94", "YNL241C");
        row("ura3\xce\x94"
            "0",
            "YEL021W");
        row("zwf1\xce\x94::KanMX", "YNL241C");
        row("zwf1\xce\x94::KanMX4+ura3\xce\x94"
            "0::LEU2",
            "YEL021W;YNL241C");
        row("zwf1::KanMX", "YNL241C");
        row("zwf1::URA3", "YNL241C");
        row("zwf1::kanMX,hxk1::natMX", "YFR053C;YNL241C");
        row("zwf1-delta", "YNL241C");
        row("ZWF1-KO", "YNL241C");
        row("ko-ZWF1", "YNL241C");
        row("zwf1D", "YNL241C");
        row("arg5,6D", "YER069W");
        row("arg5,6\xce\x94", "YER069W");
        row("mf(alpha)1\xce\x94", "YPL187W");
        row("yer087c-b\xce\x94", "YER087C-B");
        row("zwf1\xce\x94/zwf1\xce\x94", "YNL241C");
        row("zwf1\xce\x94/\xce\x94", "YNL241C");
        row("zwf1\xce\x94::KanMX/zwf1\xce\x94::NatMX", "YNL241C");
        // Several names of one gene, as this program itself suggests and shows them.
        row("CDC19 (YAL038W)", "YAL038W");
        row("CDC19(YAL038W)", "YAL038W");
        row("CDC19 (YAL038W), HXK2 (YGL253W)", "YAL038W;YGL253W");
        row("ARG5,6 (YER069W)", "YER069W");
        row("MF(ALPHA)1 (YPL187W)", "YPL187W");
        row("CDC19 (YAL038W).", "YAL038W");
        row("HXK2 \xc2\xb7 YGL253W", "YGL253W");
        row("YAL038W|CDC19", "YAL038W");
        row("YAL038W|CDC19|PYK1", "YAL038W");
        row("YAL038W | CDC19", "YAL038W");
        row("HXK2/YGL253W", "YGL253W");
        row("HXK2 / YGL253W ZWF1", "YGL253W;YNL241C");
        row("BOTH (YAR002W)", "YAR002W");
        row("hxk2\xce\x94 zwf1\xce\x94", "YGL253W;YNL241C");
        // What stands around names.
        row("\xe2\x80\xa2 ZWF1", "YNL241C");
        row("- ZWF1", "YNL241C");
        row("* ZWF1 HXK1", "YFR053C;YNL241C");
        row("1. ZWF1", "YNL241C");
        row("12) ZWF1", "YNL241C");
        row("(a) ZWF1", "YNL241C");
        row("'ZWF1'", "YNL241C");
        row("\"ZWF1\", \"HXK1\"", "YFR053C;YNL241C");
        row("\"ZWF1,HXK1\"", "YFR053C;YNL241C");
        row("\xe2\x80\x9cZWF1\xe2\x80\x9d", "YNL241C");
        row("[ZWF1; HXK1]", "YFR053C;YNL241C");
        row("(MF(ALPHA)1)", "YPL187W");
        row("ZWF1*", "YNL241C");
        row("{\"ZWF1\"}", "YNL241C");
        // Typography.
        row("YAL021C\xe2\x80\x93"
            "A",
            "YAL021C-A");
        row("YER087C\xe2\x80\x91"
            "B",
            "YER087C-B");
        row("\xc2\xa0ZWF1\xc2\xa0HXK1", "YFR053C;YNL241C");
        row("ZWF1\xe2\x80\x8b", "YNL241C");
        row("zwf1\xe2\x80\x93\xce\x94", "YNL241C");
    }

    void readsWhatPeopleWrite()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, ids);
        QCOMPARE(meaning(text, genes_), ids);
    }

    void guessesNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *text, const char *word) {
            QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(word);
        };
        // Never by prefix, never an allele.
        row("YER087", "no gene");
        row("YER087C-", "no gene");
        row("cdc19-1", "no gene");
        row("HXK", "no gene");
        row("ZWF1D", "no gene");
        row("YNL241CD", "no gene");
        row("ZWF1x", "no gene");
        row("zwf1:KanMX", "no gene");
        // Several genes under what could be one name.
        row("HXK1/HXK2", "may mean");
        row("HXK1|HXK2", "may mean");
        row("HXK1 (YGL253W)", "may mean");
        row("BOTH", "may mean");
        row("ZWF1 (pyruvate)", "no gene");
        row("ZWF1|P11412", "no gene");
        // One genotype or two.
        row("HXK1+HXK2, ZWF1+URA3", "several");
        row("HXK1+HXK2 ZWF1", "several");
        // A whole copy is left.
        row("zwf1\xce\x94/ZWF1", "whole copy");
        row("zwf1/ZWF1", "whole copy");
        row("zwf1\xce\x94/+", "whole copy");
        row("WT ZWF1", "no gene");
        row("-", "no name of a gene");
        row(", ;", "no name of a gene");
    }

    void guessesNothing()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, word);
        const QString said = meaning(text, genes_);
        QVERIFY2(said.startsWith('!') && said.contains(word), qPrintable(said));
    }

    /// CTRL is a human gene, and what perturbation screens call a control.
    void asksWhereAControlIsAGene()
    {
        const GeneCatalogue human = genesOf({{"1504", "CTRB1"}, {"1506", "CTRL"}, {"196", "AHR"}});
        const QString said = meaning("AHR+ctrl", human);
        QVERIFY2(said.startsWith('!') && said.contains("control") && said.contains("1506"), qPrintable(said));
        QCOMPARE(meaning("AHR+1506", human), QString("1506;196"));
        QCOMPARE(meaning("AHR+WT", human), QString("196"));
    }

    /// Ids of metabolic models hold whatever their authors liked.
    void readsIdsWithMarksOfTheirOwn()
    {
        const GeneCatalogue model = genesOf({{"fig|1219067.16.peg.31", ""},
                                             {"fig|1219067.16.peg.38", ""},
                                             {"3098.1", "HK1"},
                                             {"complex+1", ""},
                                             {"a/b", ""},
                                             {"lac(I)", ""}});
        QCOMPARE(meaning("fig|1219067.16.peg.31+fig|1219067.16.peg.38", model),
                 QString("fig|1219067.16.peg.31;fig|1219067.16.peg.38"));
        QCOMPARE(meaning("3098.1, complex+1", model), QString("3098.1;complex+1"));
        QCOMPARE(meaning("a/b lac(I)", model), QString("a/b;lac(I)"));
        QVERIFY(meaning("3098", model).startsWith('!'));
        QVERIFY(meaning("fig|1219067.16.peg.3", model).startsWith('!'));
    }

    /// What a message offers is read back as the gene that it offers.
    void readsItsOwnSuggestions()
    {
        for (GeneIndex gene = 0; gene < static_cast<GeneIndex>(genes_.size()); ++gene) {
            const NameResolution resolution{NameResolution::Kind::Unknown, -1, {gene}};
            const std::string remedy = genes_.explain("x", resolution, "here").remedy;
            const std::size_t begin = std::string("Did you mean ").size();
            const QByteArray offered = QByteArray::fromStdString(remedy.substr(begin, remedy.size() - begin - 1));
            QCOMPARE(meaning(offered, genes_), QString::fromStdString(genes_[gene].id));
        }
    }

    void offersTheOtherNamesOfAnUnknownOne()
    {
        GenotypeReader reader(genes_);
        const KnockoutEntry entry = reader.read("ZWF1|P11412", 1, "here");
        QCOMPARE(entry.names.front().resolution.candidates, std::vector<GeneIndex>{8});
        QCOMPARE(reader.read("\xce\x94zwf2", 1, "here").names.front().resolution.candidates.front(), 8);
    }

    void tellsSeveralGenotypesFromOneOfManyGenes()
    {
        const auto several = [&](const char *text) {
            std::vector<Issue> said;
            return holdsSeveralGenotypes(parseKnockoutList(text, genes_, "l", said));
        };
        QVERIFY(several("ZWF1 HXK1\nURA3\n"));
        QVERIFY(several("ZWF1+HXK1\nURA3+HXK2\n"));
        QVERIFY(several("WT\nZWF1\n"));
        QVERIFY(!several("ZWF1\nHXK1\nURA3\n"));
        QVERIFY(!several("ZWF1 HXK1 URA3\n"));
        QVERIFY(!several(""));
    }

    void skipsASpreadsheetsFirstLine()
    {
        std::vector<Issue> said;
        const auto entries = parseKnockoutList("sep=;\n\"ZWF1\";\"HXK1\"\n", genes_, "l", said);
        QCOMPARE(entries.size(), std::size_t{1});
        QCOMPARE(entries.front().line, std::size_t{2});
        QCOMPARE(QString::fromStdString(genes_.ids(entries.front().genotype)), QString("YFR053C;YNL241C"));
    }

    void hostileTextIsLinear()
    {
        // Anything that grows with the square of the length would take hours.
        for (const char *piece : {"(", ")", "|", " | ", "a|", "/", "\xce\x94", "::", "+", "wild type ", "\"", "1. ",
                                  "a,", "\xe2\x80\x8b", "(a) ", "\xc2\xb7 "}) {
            QByteArray text;
            while (text.size() < 300'000) {
                text += piece;
            }
            QVERIFY(!meaning(text, genes_).isNull());
        }
    }
};

QTEST_APPLESS_MAIN(TestGenotypeReader)
#include "test_genotype_reader.moc"
