#include "engine/cell/importers/recognise.h"
#include "tests/engine/cell/import_attempts.h"

#include <QtTest>

using namespace knockscape;
using namespace knockscape::tests;

namespace
{

fs::path data(const char *name)
{
    return fs::path(KNOCKSCAPE_TEST_DATA) / "imports" / name;
}

/// "YAL001C-YBR123C*0.999 …" by ids.
std::string edgesOf(const Cell &cell)
{
    std::string text;
    for (const GeneNetwork &network : cell.networks) {
        for (const GeneEdge &edge : network.edges()) {
            text += text.empty() ? "" : " ";
            text += cell.genes[edge.source].id + (network.directed() ? ">" : "-") + cell.genes[edge.target].id;
            if (edge.weight != 1.0F) {
                text += QString("*%1").arg(static_cast<double>(edge.weight), 0, 'g', 4).toStdString();
            }
        }
    }
    return text;
}

/// "id/name/alias+alias …"
std::string genesOf(const Cell &cell)
{
    std::string text;
    for (const Gene &gene : cell.genes.genes()) {
        text += text.empty() ? "" : " ";
        text += gene.id + "/" + gene.name + "/";
        for (const std::string &alias : gene.aliases) {
            text += (alias == gene.aliases.front() ? "" : "+") + alias;
        }
    }
    return text;
}

/// The cell of a gene table and perhaps one network, both written here.
struct Import {
    CellFiles files;
    std::vector<Issue> issues;
    std::string error;
    Cell cell;

    Import(const std::string &genesName, const QByteArray &genes, const std::string &networkName = {},
           const QByteArray &network = {})
    {
        CellImportRequest request;
        request.genes = files.write(genesName, genes.toStdString());
        if (!networkName.empty()) {
            request.networks = {{"physical", files.write(networkName, network.toStdString())}};
        }
        try {
            cell = importCell(request, issues);
        } catch (const InputError &failure) {
            error = failure.what();
        }
    }

    std::string said() const { return error + described(issues); }
};

} // namespace

/// Files as the databases hand them out and as spreadsheets leave them.
class TestImportSources : public QObject
{
    Q_OBJECT

private slots:
    void bindsNetworksOfDatabases_data()
    {
        QTest::addColumn<QString>("genes");
        QTest::addColumn<QString>("network");
        QTest::addColumn<QString>("edges");
        const auto row = [](const char *genes, const char *network, const char *edges) {
            QTest::newRow(network) << QString(genes) << QString(network) << QString(edges);
        };
        row("4932.protein.info.v12.0.txt", "4932.protein.links.v12.0.txt",
            "YAL001C-YBR123C*0.999 YGR240C-YMR205C*0.998");
        row("human_genes.tsv", "BIOGRID-ORGANISM-Homo_sapiens-4.4.226.tab3.txt",
            "6416-2318 84665-88 90-2339 7157-4193");
        row("Saccharomyces_cerevisiae.gene_info", "physical.tsv", "YAL001C-YBR123C YGR240C-YMR205C");
        row("genes.tsv", "default_weight.graphml", "YAL001C-YBR123C*0.25 YBR123C-YGR240C*0.75");
        row("genes.tsv", "excel_saved.sif", "YAL001C-YBR123C YCR012W-YGR240C YGR240C-YMR205C");
    }
    void bindsNetworksOfDatabases()
    {
        QFETCH(QString, genes);
        QFETCH(QString, network);
        QFETCH(QString, edges);
        CellImportRequest request;
        request.genes = data(qPrintable(genes));
        request.networks = {{"physical", data(qPrintable(network))}};
        std::vector<Issue> issues;
        const Cell cell = importCell(request, issues);
        QCOMPARE(QString::fromStdString(edgesOf(cell)), edges);
        // The guess of the window gives the same.
        std::vector<Issue> none;
        CellImportRequest suggested = suggestedRequest(
            {recogniseImportFile(request.genes), recogniseImportFile(request.networks[0].second)}, none);
        QVERIFY2(none.empty(), described(none).c_str());
        QCOMPARE(suggested.genes, request.genes);
        QCOMPARE(QString::fromStdString(edgesOf(importCell(suggested, issues))), edges);
    }

    void readsGenesOfDatabases_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("genes");
        const auto row = [](const char *name, const char *file, const QByteArray &content, const char *genes) {
            QTest::newRow(name) << QString(file) << content << QString(genes);
        };
        row("STRING protein.info", "511145.protein.info.v12.0.txt",
            "#string_protein_id\tpreferred_name\tprotein_size\tannotation\n511145.b0001\tthrL\t21\tleader\n"
            "511145.b0002\tthrA\t820\t\"bifunctional; enzyme\"\n",
            "b0001/thrL/ b0002/thrA/");
        row("numbers in front of some only", "g.tsv", "id\tname\n4932.YAL001C\tTFC3\nYBR123C\tTFC1\n",
            "4932.YAL001C/TFC3/ YBR123C/TFC1/");
        row("systematic and gene", "g.tsv", "gene\tsystematic\nTFC3\tYAL001C\nTFC1\tYBR123C\n",
            "YAL001C/TFC3/ YBR123C/TFC1/");
        row("transcripts of Entrez genes", "g.tsv", "id\tname\n3098.1\tHK1\n3099.1\tHK2\n", "3098.1/HK1/ 3099.1/HK2/");
        row("gene_info with locus tags", "gene_info",
            "#tax_id\tGeneID\tSymbol\tLocusTag\tSynonyms\tdbXrefs\ttype_of_gene\n"
            "511145\t944742\tthrL\tb0001\tECK0001|JW4367\tASAP:ABE-0000006\tprotein-coding\n"
            "511145\t2\tthrA\tb0002\t-\t-\tprotein-coding\n511145\t1\tNEWENTRY\t-\t-\t-\tother\n9606\t2\tA2M\t-\t-\t-"
            "\tprotein-coding\n",
            "b0001/thrL/ECK0001+JW4367+944742 b0002/thrA/2");
        row("gene_info without locus tags", "gene_info",
            "#tax_id\tGeneID\tSymbol\tLocusTag\tSynonyms\tdbXrefs\ttype_of_gene\n"
            "9606\t7157\tTP53\t-\tP53|TRP53\tHGNC:HGNC:11998|Ensembl:ENSG00000141510\tprotein-coding\n"
            "9606\t1\tLOC1\t-\t-\t-\tbiological-region\n9606\t4193\tMDM2\t-\t-\t-\tprotein-coding\n",
            "7157/TP53/P53+TRP53+ENSG00000141510 4193/MDM2/");
        row("InterMine with classes", "results.tsv",
            "Gene > Systematic Name\tGene > Standard Name\tGene > Name\nYAL001C\tTFC3\tTranscription Factor\n"
            "YAL002W\tVPS8\tSorting\n",
            "YAL001C/TFC3/ YAL002W/VPS8/");
        row("InterMine with paths", "results.csv",
            "Gene.primaryIdentifier,Gene.secondaryIdentifier,Gene.symbol\n\"S000000001\",\"YAL001C\",\"TFC3\"\n",
            "YAL001C/TFC3/S000000001");
        row("InterMine with labels", "results.tsv",
            "Gene DB identifier\tGene Symbol\tGene Organism Short Name\nSGD:S000000001\tTFC3\tS. cerevisiae\n",
            "SGD:S000000001/TFC3/");
        row("AllianceMine", "results.tsv",
            "Gene > Primary Identifier\tGene > Secondary Identifier\tGene > Symbol\nSGD:S000000001\tYAL001C\tTFC3\n",
            "YAL001C/TFC3/SGD:S000000001");
        row("BioMart", "mart_export.txt",
            "Gene stable ID,Gene name,NCBI gene (formerly Entrezgene) ID\nENSG00000141510,TP53,7157\n",
            "ENSG00000141510/TP53/7157");
        row("UniProt", "uniprot.tsv",
            "Entry\tGene Names\tGene Names (ordered locus)\tGene Names (primary)\nP1\tTFC3 TSV115\tYAL001C\tTFC3\n",
            "YAL001C/TFC3/TFC3+TSV115");
        row("names of rows", "r.txt", "\"id\"\t\"name\"\n\"1\"\t\"YAL001C\"\t\"TFC3\"\n\"2\"\t\"YAL002W\"\tNA\n",
            "YAL001C/TFC3/ YAL002W/NA/");
        row("CDS of NCBI", "cds.fna",
            ">lcl|NC_000913.3_cds_NP_414542.1_1 [gene=thrL] [locus_tag=b0001] [protein=thr operon leader] "
            "[protein_id=NP_414542.1]\nATG\n",
            "b0001/thrL/NP_414542.1");
        row("CDS of NCBI without locus tags", "cds.fna",
            ">lcl|NC_1_cds_NP_1.1_1 [gene=TP53] [db_xref=CCDS:CCDS1.1,GeneID:7157] [protein_id=NP_1.1]\nATG\n"
            ">lcl|NC_1_cds_NP_2.1_2 [gene=TP53] [db_xref=CCDS:CCDS1.1,GeneID:7157] [protein_id=NP_2.1]\nATGATG\n",
            "7157/TP53/NP_2.1");
        row("CDS of Ensembl", "cds.fa",
            ">ENST1.9 cds chromosome:GRCh38:17:1:9:-1 gene:ENSG00000141510.19 gene_biotype:protein_coding "
            "gene_symbol:TP53 description:tumor protein p53 [Source:HGNC Symbol;Acc:HGNC:11998]\nATG\n",
            "ENSG00000141510/TP53/ENST1.9+ENSG00000141510.19");
        row("CDS of Ensembl, yeast", "cds.fa",
            ">YAL001C_mRNA cds chromosome:R64:I:1:9:-1 gene:YAL001C gene_symbol:TFC3\nATG\n",
            "YAL001C/TFC3/YAL001C_mRNA");
        row("proteins of UniProt", "p.fasta",
            ">sp|P0AD86|LPT_ECOLI thr operon leader OS=Escherichia coli OX=83333 GN=thrL PE=1 "
            "SV=1\nMKRISTTITTTITITTGNGAG\n",
            "thrL/thrL/P0AD86+LPT_ECOLI");
        row("CDS of SGD", "o.fasta", ">YAL001C TFC3 SGDID:S000000001, Chr I\nATG\n", "YAL001C/TFC3/");
    }
    void readsGenesOfDatabases()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, genes);
        const Import import(file.toStdString(), content);
        QVERIFY2(import.error.empty(), import.error.c_str());
        QCOMPARE(QString::fromStdString(genesOf(import.cell)), genes);
        const FileKind kind = recogniseImportFile(import.files.path(file.toStdString())).kind;
        QVERIFY(kind == FileKind::GeneTable || kind == FileKind::Sequences || kind == FileKind::Annotations);
    }

    void proteinsGiveNamesOnly()
    {
        const CellFiles files;
        const fs::path proteins = files.write("p.faa", ">sp|P1|X_Y a protein OS=E GN=thrL\nMKRISTTITE\n");
        const RecognisedFile found = recogniseImportFile(proteins);
        QCOMPARE(found.kind, FileKind::GeneTable);
        std::vector<Issue> issues;
        const Cell cell = importCell(suggestedRequest({found}, issues), issues);
        QVERIFY2(withoutNotes(issues).empty(), described(issues).c_str());
        QCOMPARE(cell.genes.size(), std::size_t{1});
        const std::string error = imported(Role::Features, proteins, {}, issues);
        QVERIFY2(error.find("not proteins") != std::string::npos, error.c_str());
    }

    void saysWhatWasTakenOffOrChosen()
    {
        const auto said = [](const char *file, const QByteArray &content) { return Import(file, content).said(); };
        const std::string taxon =
            said("i.txt", "#string_protein_id\tpreferred_name\n4932.YAL001C\tTFC3\n4932.YBR123C\tTFC1\n");
        QVERIFY2(taxon.find("4932.") != std::string::npos, taxon.c_str());
        const std::string organisms =
            said("gene_info", "#tax_id\tGeneID\tSymbol\tLocusTag\n1\t11\ta\tb0001\n1\t12\tb\tb0002\n"
                              "2\t13\tc\tb0003\n");
        QVERIFY2(organisms.find("another organism than 1") != std::string::npos, organisms.c_str());
        const std::string several =
            said("c.fa", ">T1 cds gene:G1 gene_symbol:X\nATG\n>T2 cds gene:G1 gene_symbol:X\nATGATG\n");
        QVERIFY2(several.find("G1 (T2 of 2)") != std::string::npos, several.c_str());
    }

    void readsGeneAssociations()
    {
        CellImportRequest request;
        request.genes = data("genes.tsv");
        request.annotations = {data("gene_association.sgd.gaf")};
        std::vector<Issue> issues;
        const Cell cell = importCell(request, issues);
        QVERIFY2(withoutNotes(issues).empty(), described(issues).c_str());
        const auto value = [](const Cell &of, const char *gene, const char *column) {
            const auto &columns = of.genes.annotationColumns();
            const auto found = std::find(columns.begin(), columns.end(), column);
            return found == columns.end()
                       ? std::string("no column")
                       : of.genes[of.genes.findId(gene)].annotations[static_cast<std::size_t>(found - columns.begin())];
        };
        QCOMPARE(value(cell, "YAL001C", "go_process"), std::string("GO:0006000"));
        QCOMPARE(value(cell, "YDL225W", "go_process"), std::string("GO:0006003"));
        QCOMPARE(recogniseImportFile(request.annotations[0]).kind, FileKind::Annotations);

        const CellFiles files;
        const auto gaf = [](const char *symbol, const char *qualifier, const char *term, const char *aspect,
                            const char *synonyms) {
            return std::string("UniProtKB\tP1\t") + symbol + "\t" + qualifier + "\t" + term + "\tPMID:1\tIDA\t\t" +
                   aspect + "\tname\t" + synonyms + "\tprotein\ttaxon:1\t20240101\tX\t\t\n";
        };
        request.annotations = {files.write(
            "x.gaf", "!gaf-version: 2.2\n" + gaf("TFC3", "involved_in", "GO:1", "P", "") +
                         gaf("TFC3", "NOT|enables", "GO:2", "F", "") + gaf("TFC3", "located_in", "GO:3", "C", "") +
                         // A synonym of another gene does not outweigh the symbol, an id does.
                         gaf("TFC1", "involved_in", "GO:4", "P", "SEP7") + gaf("x", "", "GO:5", "P", "YGR240C|PGK1") +
                         gaf("x", "", "GO:6", "P", "PFK2|PGK1") + gaf("NOPE", "", "GO:7", "P", ""))};
        issues.clear();
        const Cell other = importCell(request, issues);
        QCOMPARE(value(other, "YAL001C", "go_process"), std::string("GO:1"));
        QCOMPARE(value(other, "YAL001C", "go_function"), std::string());
        QCOMPARE(value(other, "YAL001C", "go_component"), std::string("GO:3"));
        QCOMPARE(value(other, "YBR123C", "go_process"), std::string("GO:4"));
        QCOMPARE(value(other, "YDL225W", "go_process"), std::string());
        QCOMPARE(value(other, "YGR240C", "go_process"), std::string("GO:5"));
        QCOMPARE(value(other, "YMR205C", "go_process"), std::string());
        const std::string said = described(issues);
        for (const char *text : {"the gene does not have this term (NOT)", "the names mean different genes", "NOPE"}) {
            QVERIFY2(said.find(text) != std::string::npos, said.c_str());
        }
    }

    void readsGraphsInJson_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("edges");
        QTest::newRow("CX2") << QByteArray(
                                    R"([{"CXVersion":"2.0","hasFragments":false},{"metaData":[]},
            {"attributeDeclarations":[{"nodes":{"name":{"d":"string","a":"n"}},
                                       "edges":{"weight":{"d":"double","v":0.25},"interaction":{"a":"i"}}}]},
            {"nodes":[{"id":1,"x":0.5,"y":1,"v":{"n":"YAL001C"}},{"id":2,"v":{"n":"VPS8"}}]},
            {"nodes":[{"id":3,"v":{"n":"YAL003W"}}]},
            {"edges":[{"id":1,"s":1,"t":2,"v":{"i":"pp"}},{"id":2,"s":2,"t":3,"v":{"weight":0.5}}]},
            {"status":[{"success":true}]}])")
                             << "YAL001C-YAL002W*0.25 YAL002W-YAL003W*0.5";
        QTest::newRow("CX") << QByteArray(
                                   R"([{"numberVerification":[{"longNumber":1}]},{"nodes":[{"@id":1,"n":"TFC3"},
            {"@id":2,"n":"VPS8"}]},{"edges":[{"@id":7,"s":1,"t":2,"i":"pp"}]},
            {"edgeAttributes":[{"po":7,"n":"weight","v":"0.5","d":"double"}]}])")
                            << "YAL001C-YAL002W*0.5";
        QTest::newRow("Cytoscape.js") << QByteArray(
                                             R"({"elements":{"nodes":[{"data":{"id":"1","shared_name":"x",
            "name":"TFC3"}},{"data":{"id":"2","name":"VPS8"}}],"edges":[{"data":{"id":"3","source":"1","target":"2",
            "weight":0.5}}]}})") << "YAL001C-YAL002W*0.5";
        QTest::newRow("Cytoscape.js, one list")
            << QByteArray(
                   R"({"elements":[{"data":{"source":"a","target":"b"}},{"data":{"id":"a","label":"TFC3"}},
            {"data":{"id":"b","label":"VPS8"}}]})")
            << "YAL001C-YAL002W";
        QTest::newRow("NetworkX") << QByteArray(
                                         R"({"directed":true,"multigraph":false,"graph":{},"nodes":[{"id":"TFC3"},
            {"id":"VPS8"}],"links":[{"weight":2.0,"source":"VPS8","target":"TFC3"}]})")
                                  << "YAL002W>YAL001C*2";
        QTest::newRow("D3") << QByteArray(R"({"nodes":[{"name":"TFC3"},{"name":"VPS8"}],
            "links":[{"source":0,"target":1,"value":3},{"source":0,"target":9}]})")
                            << "YAL001C-YAL002W*3";
    }
    void readsGraphsInJson()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, edges);
        const Import import("genes.tsv", geneTable, "graph.json", content);
        QCOMPARE(QString::fromStdString(import.error + edgesOf(import.cell)), edges);
        QCOMPARE(import.said().find("the file has no node of this id") != std::string::npos,
                 content.contains("\"target\":9"));
        QCOMPARE(recogniseImportFile(import.files.path("graph.json")).kind, FileKind::Network);
    }

    void saysWhatAFileIs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("name");
        const auto row = [](const QByteArray &content, const char *name) {
            QTest::newRow(name) << content << QString(name);
        };
        const auto wide = [](const char *text) {
            QByteArray bytes;
            for (const char c : QByteArray(text)) {
                bytes += c;
                bytes += '\0';
            }
            return bytes;
        };
        row("PK\x03\x04 CytoscapeSession-1/cysession.xml", "Cytoscape session");
        row("PK\x03\x04 word/document.xml", "text document");
        row("PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "OpenDocument spreadsheet (.ods)");
        row("PK\x03\x04 genes.tsv", "ZIP archive");
        row("\xd0\xcf\x11\xe0" + wide("Workbook"), "Excel workbook (.xls)");
        row("\xd0\xcf\x11\xe0" + wide("WordDocument"), "Word document");
        row("{\\rtf1\\ansi YAL001C}", "text document (RTF)");
        row("<html><head><title>Sign in</title></head></html>", "web page “Sign in”");
        row("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">\n<html><head><title>Log in</title></head></html>",
            "web page “Log in”");
        row("<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>",
            "message of a server: “Request has expired”");
        row("404: Not Found\n", "message of a server: “404: Not Found”");
        row("{\"message\":\"Bad credentials\",\"status\":401}", "message of a server: “Bad credentials”");
        row("[{\"map_name\":\"m\",\"map_id\":\"x\"},{\"reactions\":{},\"nodes\":{}}]", "Escher map");
        row("{\"cells\":[],\"nbformat\":4}", "Jupyter notebook");
        row("{\"graphs\":[{\"nodes\":[]}]}", "ontology in JSON");
        row("format-version: 1.2\n\n[Term]\nid: GO:1\n", "ontology (OBO)");
        row("<?xml version=\"1.0\"?>\n<!DOCTYPE pathway SYSTEM "
            "\"http://www.kegg.jp/kegg/xml/KGML_v0.7.2_.dtd\">\n<pathway/>",
            "KEGG pathway (KGML)");
        row("!!SBtab TableID=\"Reaction\"\n!ID\t!ReactionFormula\n", "SBtab");
        row("MATLAB 7.3 MAT-file, Platform: GLNXA64", "MATLAB data (.mat)");
        row("<sbml xmlns:celldesigner=\"http://www.sbml.org/2001/ns/celldesigner\" level=\"2\"><model/></sbml>",
            "diagram of CellDesigner");
        row("---\n!!omap\n- metaData:\n    id: m\n", "COBRA YAML");
        row("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>",
            "spreadsheet (Excel 2003 XML)");
        row("##gff-version 3\nchrI\tSGD\tgene\t1\t2\t.\t+\t.\tID=YAL001C\n", "GFF3");
        row("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "pointer of Git LFS");
        row(QByteArray("X\n\0\0\0\3", 6), "data of R");
        row("Rar!\x1a\x07", "RAR");
    }
    void saysWhatAFileIs()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, name);
        const CellFiles files;
        const fs::path file = files.write("table.tsv", content.toStdString());
        const RecognisedFile found = recogniseImportFile(file);
        QCOMPARE(QString::fromStdString(found.formatName), name);
        QCOMPARE(found.kind, FileKind::Unknown);
        QCOMPARE(found.issues.size(), std::size_t{1});
        // Given in any role, it is refused by the same name and with the same remedy.
        const fs::path genes = files.write("genes.tsv", geneTable);
        for (const Role role : {Role::Genes, Role::Network, Role::Features, Role::Annotations}) {
            std::vector<Issue> issues;
            const std::string error = imported(role, file, genes, issues);
            QVERIFY2(error.find(found.formatName) != std::string::npos, error.c_str());
            QVERIFY2(error.find(found.issues.front().remedy) != std::string::npos, error.c_str());
        }
    }

    void saysWhichNamesASpreadsheetChanged_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("meant");
        const auto row = [](const char *name, const char *meant) {
            QTest::newRow(name) << QString(name) << QString(meant);
        };
        row("1-Mar", "MARCHF1");
        row("2-Sep", "SEPTIN2");
        row("Mar-01", "MARCHF1");
        row("01-Mrz", "MARCHF1");
        row("1. Mrz", "MARCHF1");
        row("2-Sept-21", "SEPTIN2");
        row("2001-03-01", "MARCHF1");
        row("2021-09-02 00:00:00", "SEPTIN2");
        row("01.09.2021", "SEPTIN1");
        row("9/2/2021", "SEPTIN2");
        row("44256", "MARCHF1");
        row("1-Dec", "DELEC1");
        row("1-Oct", "OCT1");
        row("2.31E+19", "into a number");
        row("1.00E+15", "into a number");
        // These are names.
        for (const char *name : {"sep-1", "apr-1", "MARCH1", "SEPT2", "DEC1", "OCT1", "NOV", "1.1.1.1", "2-Sap",
                                 "YAL-01", "2310009E13", "Mar-1", "A-01-2001", "1e5"}) {
            row(name, "");
        }
    }
    void saysWhichNamesASpreadsheetChanged()
    {
        QFETCH(QString, name);
        QFETCH(QString, meant);
        const QByteArray text = name.toUtf8();
        const Import genes("g.tsv", "id\tname\nYAL001C\t" + text + "\nYAL002W\tVPS8\nYAL003W\tEFB1\n");
        const Import network("g.tsv", geneTable, "n.tsv", "source\ttarget\nTFC3\tVPS8\nVPS8\t" + text + "\n");
        for (const Import *import : {&genes, &network}) {
            const std::string said = import->said();
            QCOMPARE(said.find("spreadsheet turned") != std::string::npos, !meant.isEmpty());
            if (!meant.isEmpty()) {
                QVERIFY2(said.find(meant.toStdString()) != std::string::npos, said.c_str());
                QVERIFY2(said.find(text.toStdString()) != std::string::npos, said.c_str());
                QVERIFY2(said.find(import == &genes ? "g.tsv:2" : "n.tsv:3") != std::string::npos, said.c_str());
            }
        }
    }

    void namesTheGeneOfTheCellBehindADate()
    {
        const Import yeast("g.tsv", "id\tname\taliases\nYKL134C\tOCT1\t\nYDL042C\tSIR2\tMAR1\nYDL225W\tSHS1\tSEP7\n",
                           "n.tsv", "source\ttarget\nOCT1\tSIR2\nOCT1\t1-Mar\nSIR2\t7-Sep\nOCT1\tSIR2\n");
        QCOMPARE(edgesOf(yeast.cell), std::string("YKL134C-YDL042C"));
        const std::string said = yeast.said();
        QVERIFY2(said.find("MAR1 (YDL042C)") != std::string::npos, said.c_str());
        QVERIFY2(said.find("SEP7 (YDL225W)") != std::string::npos, said.c_str());
        QVERIFY2(said.find("MARCH1") == std::string::npos, said.c_str());
        // Days among Entrez numbers are numbers.
        const Import entrez("g.tsv", "id\tname\n44256\tA\n7157\tB\n4193\tC\n");
        QVERIFY2(entrez.said().find("spreadsheet") == std::string::npos, entrez.said().c_str());
    }

    void saysWhyNothingIsFound_data()
    {
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &names, const char *text) {
            QTest::newRow(name) << names << QString(text);
        };
        row("UniProt", "P04637\tQ00987\nP38398\tP51587\n", "The file has UniProt accessions (P04637");
        row("Ensembl", "ENSG00000141510\tENSG00000135679\n", "The file has Ensembl genes (ENSG00000141510");
        row("Entrez", "7157\t4193\n", "numbers (Entrez Gene?)");
        row("another yeast", "YMR205C\tYGR240C\n", "same organism");
        row("the cell's names", "P04637\tQ00987\n", "the cell systematic names of yeast (YAL001C");
    }
    void saysWhyNothingIsFound()
    {
        QFETCH(QByteArray, names);
        QFETCH(QString, text);
        const Import import("g.tsv", geneTable, "n.tsv", "source\ttarget\n" + names);
        QVERIFY2(import.error.find(text.toStdString()) != std::string::npos, import.error.c_str());
    }

    void saysWhatIsEmpty()
    {
        const Import network("g.tsv", geneTable, "n.tsv", "source\ttarget\n");
        QVERIFY2(network.said().find("no interaction") != std::string::npos, network.said().c_str());
        const RecognisedFile header = recogniseImportFile(network.files.path("n.tsv"));
        QVERIFY2(described(header.issues).find("without rows") != std::string::npos, described(header.issues).c_str());
        const Import alone("g.tsv", geneTable, "n.sif", "TFC3\nVPS8\n");
        QVERIFY2(alone.said().find("no interaction") != std::string::npos, alone.said().c_str());
        const Import genes("g.tsv", "id\tname\n");
        QVERIFY2(genes.error.find("no genes") != std::string::npos, genes.error.c_str());
        const CellFiles files;
        std::vector<Issue> issues;
        const fs::path table = files.write("genes.tsv", geneTable);
        const std::string annotations = imported(Role::Annotations, files.write("a.tsv", "id\tterm\n"), table, issues);
        QVERIFY2(annotations.find("only a header") != std::string::npos, annotations.c_str());
        const std::string features =
            imported(Role::Features, files.write("f.tsv", "id\tx\nP04637\t1\n"), table, issues);
        QVERIFY2(features.find("UniProt") != std::string::npos, features.c_str());
    }

    void readsWhatSpreadsheetsLeave_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("edges");
        const auto row = [](const char *name, const char *file, const QByteArray &content, const char *edges) {
            QTest::newRow(name) << QString(file) << content << QString(edges);
        };
        row("sep=", "n.csv", "sep=;\nsource;target;weight\nTFC3;VPS8;0,5\n", "YAL001C-YAL002W*0.5");
        row("empty columns and rows", "n.csv", "source;target;weight;;\nTFC3;VPS8;0,5;;\n;;;;\n;;;;\n",
            "YAL001C-YAL002W*0.5");
        row("quotes in quotes", "n.tsv", "source\ttarget\tnote\n\"TFC3\"\t\"VPS8\"\t\"a \"\"good\"\" one\"\n",
            "YAL001C-YAL002W");
        row("Windows-1252", "n.csv", "source,target,author\nTFC3,VPS8,Andr\xe9\n", "YAL001C-YAL002W");
        row("SIF as CSV", "n.sif", "TFC3,interacts with,VPS8\nEFB1,interacts with,VPS8\n",
            "YAL001C-YAL002W YAL002W-YAL003W");
        row("SIF with blanks and quotes", "n.sif", "\"TFC3\" \"interacts with\" VPS8\n", "YAL001C-YAL002W");
        row(
            "GraphML in UTF-16", "n.graphml",
            QByteArray("\xff\xfe", 2) +
                [] {
                    QByteArray bytes;
                    for (const char c : QByteArray("<graphml><graph><node id=\"TFC3\"/><node id=\"VPS8\"/>"
                                                   "<edge source=\"TFC3\" target=\"VPS8\"/></graph></graphml>")) {
                        bytes += c;
                        bytes += '\0';
                    }
                    return bytes;
                }(),
            "YAL001C-YAL002W");
        row("defaults of keys", "n.graphml",
            "<graphml><key id=\"w\" for=\"edge\" attr.name=\"score\"><desc>how sure</desc><default>2</default></key>"
            "<key id=\"v\" for=\"node\" attr.name=\"weight\"><default>7</default></key>"
            "<graph><node id=\"TFC3\"/><node id=\"VPS8\"/><node id=\"EFB1\"/><edge source=\"TFC3\" target=\"VPS8\"/>"
            "<edge source=\"VPS8\" target=\"EFB1\"><data key=\"w\">3</data></edge></graph></graphml>",
            "YAL001C-YAL002W*2 YAL002W-YAL003W*3");
    }
    void readsWhatSpreadsheetsLeave()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, edges);
        const Import import("genes.tsv", geneTable, file.toStdString(), content);
        QCOMPARE(QString::fromStdString(import.error + edgesOf(import.cell)), edges);
        QCOMPARE(withoutNotes(import.issues).empty(), !content.contains('\xe9'));
    }

    void aColumnThatNumbersTheRowsIsNoWeight()
    {
        const Import numbered("g.tsv", geneTable, "n.csv", "Nr;Gene A;Gene B\n1;TFC3;VPS8\n2;VPS8;EFB1\n3;TFC3;EFB1\n");
        QCOMPARE(edgesOf(numbered.cell), std::string("YAL001C-YAL002W YAL001C-YAL003W YAL002W-YAL003W"));
        const Import weighted("g.tsv", geneTable, "n.csv", "Nr;Gene A;Gene B\n2;TFC3;VPS8\n3;VPS8;EFB1\n4;TFC3;EFB1\n");
        QCOMPARE(edgesOf(weighted.cell), std::string("YAL001C-YAL002W*2 YAL001C-YAL003W*4 YAL002W-YAL003W*3"));
    }

    void aTableWithoutHeaderIsNotCutByALine()
    {
        const Import genes("g.tsv", "YAL001C\tTFC3\nYAL002W\tVPS8\n");
        QVERIFY2(genes.error.find("YAL001C") != std::string::npos && genes.error.find("no header") != std::string::npos,
                 genes.error.c_str());
        const Import list("g.txt", "YAL001C\nYAL002W\n");
        QCOMPARE(genesOf(list.cell), std::string("YAL001C// YAL002W//"));
    }

    void namesOfOneRowThatMeanDifferentGenesAreLeftOut()
    {
        const QByteArray header =
            "#BioGRID Interaction ID\tEntrez Gene Interactor A\tEntrez Gene Interactor B\tSystematic "
            "Name Interactor A\tSystematic Name Interactor B\tOfficial Symbol Interactor A\tOfficial "
            "Symbol Interactor B\n";
        const Import import("g.tsv", "id\tname\n10\tAAA\n20\tBBB\n30\tCCC\n", "b.tab3.txt",
                            header + "1\t10\t20\t-\t-\tAAA\tBBB\n2\t10\t30\t-\t-\tAAA\told\n3\t99\t30\t-\t-\tBBB\tCCC\n"
                                     "4\t10\t20\t-\t-\tCCC\tBBB\n");
        // An id decides over a symbol (row 4); a symbol serves where the number is unknown (row 3).
        QCOMPARE(edgesOf(import.cell), std::string("10-20 10-30 20-30"));
    }
};

QTEST_APPLESS_MAIN(TestImportSources)
#include "test_import_sources.moc"
