// The parts of the import assistant that show nothing: rules of the list, places of issues, excerpts of files, paths of
// the clipboard, and the thread that reads.

#include "tests/patience.h"
#include "tests/ui/importing/import_fixture.h"
#include "ui/importing/import_service.h"
#include "ui/issues/file_excerpt.h"
#include "ui/issues/issue_model.h"
#include "ui/issues/issue_place.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

namespace fs = std::filesystem;

ImportEntry entryOf(const fs::path &path, ImportUse use, const char *type = "")
{
    ImportEntry entry;
    entry.path = path;
    entry.recognised = RecognisedFile();
    entry.use = use;
    entry.networkType = QString::fromLatin1(type);
    return entry;
}

} // namespace

class TestImportParts : public QObject
{
    Q_OBJECT

private slots:
    void clashesNameTheRival();
    void networkTypesAreChecked();
    void theRequestHoldsWhatDoesNotClash();
    void nothingToImportIsSaid();
    void theNameComesFromTheFolder();
    void placesOfIssuesAreFound();
    void excerptsShowTheLine();
    void excerptsOfOddFilesExplainThemselves();
    void pathsAreReadFromText();
    void aSupersededPreviewNeverAnswers();
    void closingInTheMiddleIsClean();
};

void TestImportParts::clashesNameTheRival()
{
    std::vector<ImportEntry> entries{
        entryOf("/d/a.tsv", ImportUse::Genes),       entryOf("/d/b.fa", ImportUse::GenesAndFeatures),
        entryOf("/d/c.tsv", ImportUse::Physical),    entryOf("/d/d.gml", ImportUse::OtherNetwork, "Physical"),
        entryOf("/d/e.tsv", ImportUse::Annotations), entryOf("/d/f.tsv", ImportUse::Annotations)};
    findClashes(entries);
    QVERIFY(entries[0].problem.isEmpty());
    QVERIFY(entries[1].problem.contains(QStringLiteral("a.tsv")));
    QVERIFY(entries[3].problem.contains(QStringLiteral("c.tsv")));
    QVERIFY(!entries[3].remedy.isEmpty());
    QVERIFY(entries[5].problem.isEmpty());
    entries[1].use = ImportUse::Features;
    entries[3].networkType = QStringLiteral("genetic");
    findClashes(entries);
    for (const ImportEntry &entry : entries) {
        QVERIFY2(entry.problem.isEmpty(), qPrintable(entry.problem));
    }
    QVERIFY(blockedReason(entries).isEmpty());
}

void TestImportParts::networkTypesAreChecked()
{
    for (const char *good : {"physical", "co expression", "a_b.c-d+e", "X1"}) {
        QVERIFY2(isNetworkType(QString::fromLatin1(good)), good);
    }
    for (const char *bad : {"", " a", "a ", "a/b", "..", ".hidden", "a\tb"}) {
        QVERIFY2(!isNetworkType(QString::fromLatin1(bad)), bad);
    }
    const std::vector<ImportEntry> entries{entryOf("a", ImportUse::OtherNetwork, "string"),
                                           entryOf("b", ImportUse::OtherNetwork, "String 2")};
    QCOMPARE(freeNetworkType(entries, QStringLiteral("string")), QStringLiteral("string 3"));
    QCOMPARE(freeNetworkType(entries, QStringLiteral("genetic")), QStringLiteral("genetic"));
    QCOMPARE(freeNetworkType(entries, QStringLiteral("a/b")), QStringLiteral("network"));
}

void TestImportParts::theRequestHoldsWhatDoesNotClash()
{
    std::vector<ImportEntry> entries{
        entryOf("/d/cobra.json", ImportUse::Metabolism), entryOf("/d/b.xml", ImportUse::Metabolism),
        entryOf("/d/n.tsv", ImportUse::OtherNetwork, "genetic"), entryOf("/d/g.fa", ImportUse::GenesAndFeatures),
        entryOf("/d/x.txt", ImportUse::Ignore)};
    entries[2].columns.source = "2";
    entries[3].columns.id = "orf";
    findClashes(entries);
    ImportOptions options;
    options.name = QStringLiteral(" my cell ");
    options.hyperedges.keepReactionsWithoutGenes = true;
    const CellImportRequest request = requestOf(entries, options);
    QCOMPARE(request.name, std::string("my cell"));
    QVERIFY(request.hyperedges.keepReactionsWithoutGenes);
    QCOMPARE(request.cobraJson, fs::path("/d/cobra.json"));
    QVERIFY(request.sbml.empty());
    QCOMPARE(request.genes, fs::path("/d/g.fa"));
    QCOMPARE(request.features, fs::path("/d/g.fa"));
    QCOMPARE(request.networks.size(), std::size_t{1});
    QCOMPARE(request.columns.at("genetic").source, std::string("2"));
    QCOMPARE(request.columns.at("/d/g.fa").id, std::string("orf"));
}

void TestImportParts::nothingToImportIsSaid()
{
    QVERIFY(!blockedReason({}).isEmpty());
    std::vector<ImportEntry> entries{entryOf("a", ImportUse::Ignore), entryOf("b", ImportUse::Annotations)};
    QVERIFY(blockedReason(entries).contains(QStringLiteral("gene table")));
    entries.push_back(entryOf("c", ImportUse::Physical));
    QVERIFY(blockedReason(entries).isEmpty());
    entries[2].recognised.reset();
    QVERIFY(blockedReason(entries).contains(QStringLiteral("c")));
}

void TestImportParts::theNameComesFromTheFolder()
{
    QCOMPARE(suggestedName({}), QString());
    QCOMPARE(suggestedName({entryOf("/data/yeast/genes.tsv", ImportUse::Genes)}), QStringLiteral("yeast"));
    QCOMPARE(suggestedName({entryOf("/genes.tsv", ImportUse::Genes)}), QStringLiteral("cell"));
    const QTemporaryDir folder;
    const fs::path file = folder.filePath(QStringLiteral("genes.tsv")).toStdString();
    QCOMPARE(suggestedFolder({entryOf(file, ImportUse::Genes)}, QStringLiteral("a/b")),
             file.parent_path() / "a_b.cell");
    // A folder that cannot be written to is no place to save in.
    QVERIFY(suggestedFolder({entryOf("/proc/x/genes.tsv", ImportUse::Genes)}, QStringLiteral("c")).parent_path() !=
            fs::path("/proc/x"));
}

void TestImportParts::placesOfIssuesAreFound()
{
    const ImportFiles files;
    const fs::path file = files.write("a:b,c.tsv", "one\n");
    const std::string name = file.string();
    const auto place = [](const std::string &where) { return placeOf(errorAt(where, "what")); };
    QVERIFY((place(name) == IssuePlace{file, 0}));
    QVERIFY((place(name + ":12") == IssuePlace{file, 12}));
    QVERIFY((place(name + ":7: edge 3") == IssuePlace{file, 7}));
    QVERIFY((place(name + ", reaction R_1") == IssuePlace{file, 0}));
    QVERIFY((placeOf(warningAt(name, "2 rows left out", "First at " + name + ":31, " + name + ":40.")) ==
             IssuePlace{file, 31}));
    QVERIFY(place("YAL001C").empty());
    QVERIFY(place("").empty());
    QVERIFY(place(files.folder().string()).empty());
    QVERIFY(place(name + "x:3").empty());
    QCOMPARE(shortPlace(name + ":7"), QStringLiteral("a:b,c.tsv:7"));
    QCOMPARE(shortPlace("PGI1"), QStringLiteral("PGI1"));

    // The list shows the short place; a copy keeps the whole.
    IssueModel model;
    model.set({warningAt(name + ":7", "w"), noteAt("PGI1", "n")});
    QCOMPARE(model.index(0, IssueModel::WhereColumn).data().toString(), QStringLiteral("a:b,c.tsv:7"));
    QVERIFY(model.asText({model.index(0, 0)}).contains(QString::fromStdString(name)));
    model.set({});
    QCOMPARE(model.rowCount(), 0);
}

void TestImportParts::excerptsShowTheLine()
{
    const ImportFiles files;
    std::string text;
    for (int i = 1; i <= 100; ++i) {
        text += "line " + std::to_string(i) + "\r\n";
    }
    const fs::path file = files.write("t.tsv", text + std::string(10'000, 'x') + "\n");
    const FileExcerpt middle = readExcerpt(file, 50, 2);
    QCOMPARE(middle.firstLine, std::int64_t{48});
    QCOMPARE(middle.lines.size(), 5);
    QCOMPARE(middle.lines[2], QStringLiteral("line 50"));
    QCOMPARE(readExcerpt(file, 0, 3).lines.first(), QStringLiteral("line 1"));
    const FileExcerpt end = readExcerpt(file, 101, 1);
    QCOMPARE(end.lines.size(), 2);
    QVERIFY(end.lines[1].size() < 1000);

    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-k"), QString::fromStdString(file.string())});
    if (gzip.waitForFinished(::knockscape::testing::patience) && gzip.exitCode() == 0) {
        QCOMPARE(readExcerpt(file.string() + ".gz", 50, 2).lines, middle.lines);
    }
}

void TestImportParts::excerptsOfOddFilesExplainThemselves()
{
    const ImportFiles files;
    const fs::path file = files.write("t.tsv", "one\ntwo\n");
    QVERIFY(readExcerpt(file, 9, 2).problem.contains(QStringLiteral("9")));
    QVERIFY(!readExcerpt(files.folder() / "missing", 1, 2).problem.isEmpty());
    QVERIFY(!readExcerpt(files.folder(), 1, 2).problem.isEmpty());
    QVERIFY(!readExcerpt(files.write("empty", ""), 0, 2).problem.isEmpty());
    const FileExcerpt binary = readExcerpt(files.write("b", std::string("a\0b\n", 4)), 1, 2);
    QVERIFY(binary.lines.isEmpty() && !binary.problem.isEmpty());
    QVERIFY(!readExcerpt(files.write("g.gz", "\x1f\x8b cut"), 1, 2).problem.isEmpty());
}

void TestImportParts::pathsAreReadFromText()
{
    QMimeData data;
    data.setText(QStringLiteral("/a/b c.tsv\r\n  \"/d/e.gml\"\nfile:///f/g%20h.xml\n\nHXK2 PGI1\n"));
    const std::vector<fs::path> paths = pathsOf(&data);
    QCOMPARE(paths.size(), std::size_t{3});
    QCOMPARE(paths[0], fs::path("/a/b c.tsv"));
    QCOMPARE(paths[1], fs::path("/d/e.gml"));
    QCOMPARE(paths[2], fs::path("/f/g h.xml"));
    QVERIFY(pathsOf(nullptr).empty());
}

void TestImportParts::aSupersededPreviewNeverAnswers()
{
    const ImportFiles files;
    CellImportRequest first;
    first.genes = files.genes();
    CellImportRequest second = first;
    second.networks = {{"physical", files.physical()}};
    ImportService service;
    QSignalSpy ready(&service, &ImportService::previewReady);
    service.preview(first);
    const quint64 id = service.preview(second);
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, readingPatience);
    QCOMPARE(ready.first().first().toULongLong(), id);
    const auto result = ready.first().at(1).value<PreviewResult>();
    QVERIFY(result.hasCell);
    QVERIFY(result.complete);
    QCOMPARE(result.genes, std::size_t{4});
    service.preview(first);
    service.dropPreview();
    // A later job ends, and the dropped one has not answered before it.
    QSignalSpy recognised(&service, &ImportService::recognised);
    service.recognise(7, files.genes());
    QTRY_COMPARE_WITH_TIMEOUT(recognised.count(), 1, readingPatience);
    QCOMPARE(ready.count(), 1);
    QCOMPARE(recognised.first().at(1).value<RecognisedFile>().kind, FileKind::GeneTable);

    // A file that changes after the preview is read again.
    const quint64 previewed = service.preview(first);
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 2, readingPatience);
    files.write("genes.tsv", "id\nONLY1\n");
    QSignalSpy imported(&service, &ImportService::imported);
    service.import(first, files.folder() / "c.cell", previewed);
    QTRY_COMPARE_WITH_TIMEOUT(imported.count(), 1, readingPatience);
    QCOMPARE(imported.first().at(1).value<ImportResult>().genes, std::size_t{1});
}

void TestImportParts::closingInTheMiddleIsClean()
{
    const ImportFiles files;
    CellImportRequest request;
    request.networks = {{"physical", files.bigNetwork(300'000)}};
    auto service = std::make_unique<ImportService>();
    QSignalSpy progressed(service.get(), &ImportService::progressed);
    service->import(request, files.folder() / "c.cell", 0);
    QTRY_VERIFY_WITH_TIMEOUT(!progressed.isEmpty() || !service->importing(), readingPatience);
    service.reset();
    // Either the whole cell or nothing.
    const QStringList left = QDir(QString::fromStdString(files.folder().string()))
                                 .entryList({QStringLiteral("*cell*")}, QDir::Dirs | QDir::Hidden);
    QVERIFY(left.isEmpty() || (left.size() == 1 && fs::exists(files.folder() / "c.cell" / "cell.json")));
}

QTEST_MAIN(TestImportParts)
#include "test_import_parts.moc"
