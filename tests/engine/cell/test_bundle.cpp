#include "engine/cell/bundle.h"
#include "engine/core/files.h"
#include "engine/core/safetensors.h"
#include "tests/engine/cell/cell_files.h"

#include <QtTest>

#include <sys/resource.h>

#include <cmath>
#include <csignal>

using namespace knockscape;
namespace fs = std::filesystem;

namespace
{

Cell readWithoutIssues(const fs::path &folder)
{
    std::vector<Issue> issues;
    Cell cell = readCellBundle(folder, issues);
    if (!issues.empty()) {
        qWarning("%s", describe(issues.front()).c_str());
    }
    return cell;
}

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class TestBundle : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryPart()
    {
        const CellFiles files;
        const Cell cell = readWithoutIssues(files.writeBundle());
        QCOMPARE(cell.name, std::string("x"));
        QCOMPARE(cell.genes.size(), std::size_t{3});
        QCOMPARE(cell.genes[0].aliases, (std::vector<std::string>{"a1", "a2"}));
        QCOMPARE(cell.genes[0].essential, std::optional<bool>(true));
        QCOMPARE(cell.genes[1].essential, std::optional<bool>(false));
        QVERIFY(!cell.genes[2].essential);
        QCOMPARE(cell.genes.annotationColumns(), std::vector<std::string>{"go"});
        QCOMPARE(cell.genes[0].annotations.front(), std::string("x|y"));
        QCOMPARE(cell.networks.size(), std::size_t{2});
        QCOMPARE(cell.findNetwork("physical")->edges()[0].weight, 0.5F);
        QVERIFY(cell.findNetwork("regulatory")->directed());
        QVERIFY(cell.findNetwork("genetic") == nullptr);
        QCOMPARE(cell.metabolism.metabolites[0].charge, std::optional<int>(-2));
        QCOMPARE(cell.metabolism.reactions[0].isozymes, (std::vector<std::vector<GeneIndex>>{{0}, {1, 2}}));
        QVERIFY(std::isinf(cell.metabolism.reactions[0].upperBound));
        QCOMPARE(cell.metabolism.reactions[1].objective, 1.0);
        QCOMPARE(cell.sha256.size(), std::size_t{64});
    }

    void writtenCellsReadBackTheSame()
    {
        const CellFiles files;
        Cell cell = readWithoutIssues(files.writeBundle());
        cell.features = {2, {0.1F, -1e-30F, 3.0F, 4.0F, 5.0F, 6.0F}};
        cell.sources = {{"genes", "genes.tsv", "abc"}};
        cell.organism = "S. cerevisiae";
        cell.hyperedges.keepReactionsWithoutGenes = true;
        // Quotation marks are what readers of tables take away.
        cell.metabolism.reactions[0].name = "\"trans\"";
        cell.metabolism.reactions[1].name = "\"5\" half";
        const std::string hash = writeCellBundle(cell, files.path("copy.cell"));
        const Cell copy = readWithoutIssues(files.path("copy.cell"));
        QCOMPARE(copy.sha256, hash);
        QCOMPARE(copy.features.values, cell.features.values);
        QCOMPARE(copy.hyperedges, cell.hyperedges);
        QCOMPARE(copy.organism, cell.organism);
        QCOMPARE(copy.sources.front().sha256, std::string("abc"));
        QCOMPARE(copy.genes.idsSha256(), cell.genes.idsSha256());
        QCOMPARE(copy.genes[0].description, cell.genes[0].description);
        QCOMPARE(copy.genes[0].annotations, cell.genes[0].annotations);
        for (std::size_t i = 0; i < cell.networks.size(); ++i) {
            QCOMPARE(copy.networks[i].edges(), cell.networks[i].edges());
        }
        for (std::size_t i = 0; i < cell.metabolism.reactions.size(); ++i) {
            QCOMPARE(copy.metabolism.reactions[i].name, cell.metabolism.reactions[i].name);
        }
        QCOMPARE(copy.metabolism.reactions[0].terms[1].coefficient, 0.3333333333333333);
        QCOMPARE(copy.metabolism.reactions[0].isozymes, cell.metabolism.reactions[0].isozymes);
        QVERIFY(std::isinf(copy.metabolism.reactions[0].upperBound));
        QCOMPARE(writeCellBundle(copy, files.path("again.cell")), hash);
    }

    void onlyGenesAreNeeded()
    {
        const CellFiles files;
        files.write("g.cell/cell.json", R"({"format":"knockscape-cell","version":1})");
        files.write("g.cell/genes.tsv", "id\nA\n");
        const Cell cell = readWithoutIssues(files.path("g.cell"));
        QCOMPARE(cell.name, std::string("g"));
        QVERIFY(cell.metabolism.empty() && cell.features.empty() && cell.networks.empty());
    }

    void replacesOnlyBundlesAndKeepsWhatAPersonAdded()
    {
        const CellFiles files;
        const fs::path folder = files.writeBundle();
        const Cell cell = readWithoutIssues(folder);
        files.write("x.cell/notes.txt", "mine");
        files.write("x.cell/interactions/old.tsv", "source\ttarget\n");
        writeCellBundle(cell, folder.string() + "/");
        QCOMPARE(readFile(folder / "notes.txt"), std::string("mine"));
        QVERIFY(!fs::exists(folder / "interactions/old.tsv"));
        files.write("precious/thesis.txt", "years of work");
        QVERIFY_EXCEPTION_THROWN(writeCellBundle(cell, files.path("precious")), InputError);
        QVERIFY_EXCEPTION_THROWN(writeCellBundle(cell, files.path("precious/thesis.txt")), InputError);
        QCOMPARE(readFile(files.path("precious/thesis.txt")), std::string("years of work"));
        const auto left =
            QDir(QString::fromStdString(files.folder().string())).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(left.size(), 2);
    }

    void aFailedWriteLeavesTheOldBundle()
    {
        const CellFiles files;
        const fs::path folder = files.writeBundle();
        Cell cell = readWithoutIssues(folder);
        const std::string before = cell.sha256;
        cell.features = {50000, std::vector<float>(150000, 1.0F)};
        rlimit old{};
        getrlimit(RLIMIT_FSIZE, &old);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit small = old;
        small.rlim_cur = 100000;
        setrlimit(RLIMIT_FSIZE, &small);
        bool thrown = false;
        try {
            writeCellBundle(cell, folder);
        } catch (const EngineError &) {
            thrown = true;
        }
        setrlimit(RLIMIT_FSIZE, &old);
        std::signal(SIGXFSZ, handler);
        QVERIFY(thrown);
        QCOMPARE(readWithoutIssues(folder).sha256, before);
        JobControl cancelled;
        cancelled.cancel.cancel();
        QVERIFY_EXCEPTION_THROWN(writeCellBundle(cell, folder, cancelled), Cancelled);
        QCOMPARE(readWithoutIssues(folder).sha256, before);
        QCOMPARE(
            QDir(QString::fromStdString(files.folder().string())).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(),
            1);
    }

    void anUnknownGeneInANetworkIsAnIssue()
    {
        const CellFiles files;
        files.writeBundle();
        files.write("x.cell/interactions/physical.tsv", "source\ttarget\nA\tB\nA\tNOPE\nNOPE\tB\nELSE\tA\n");
        std::vector<Issue> issues;
        const Cell cell = readCellBundle(files.path("x.cell"), issues);
        QCOMPARE(cell.findNetwork("physical")->edges().size(), std::size_t{1});
        QCOMPARE(issues.size(), std::size_t{1});
        QVERIFY(contains(issues[0].what, "3 interactions") && contains(issues[0].what, "NOPE, ELSE"));
        QVERIFY(contains(issues[0].remedy, "physical.tsv:3"));
    }

    void unlistedNetworksAndUnboundGenesAreIssues()
    {
        const CellFiles files;
        files.writeBundle();
        files.write("x.cell/interactions/genetic.tsv", "source\ttarget\n");
        files.write("x.cell/reactions.tsv",
                    "id\tname\tlower_bound\tupper_bound\tgenes\nr1\t\t0\t1\tA or NOPE\nr2\t\t0\t1\t\n");
        std::vector<Issue> issues;
        const Cell cell = readCellBundle(files.path("x.cell"), issues);
        QCOMPARE(issues.size(), std::size_t{2});
        QVERIFY(contains(issues[0].where, "genetic.tsv"));
        QVERIFY(contains(issues[1].what, "NOPE"));
        QCOMPARE(cell.metabolism.reactions[0].isozymes[1], std::vector<GeneIndex>{-1});
    }

    void refusesBrokenFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const char *file, const QString &content, const char *where) {
            QTest::newRow(name) << QString(file) << content << QString(where);
        };
        const QString json = R"({"format":"knockscape-cell","version":1%1})";
        row("not JSON", "cell.json", "{", "cell.json");
        row("empty JSON", "cell.json", "", "cell.json");
        row("deep JSON", "cell.json", QString(1'000'000, '['), "cell.json");
        row("other format", "cell.json", R"({"format":"other","version":1})", "cell.json, format");
        row("format is a number", "cell.json", R"({"format":7})", "cell.json, format");
        row("version is text", "cell.json", R"({"format":"knockscape-cell","version":"1"})", "cell.json, version");
        row("newer version", "cell.json", R"({"format":"knockscape-cell","version":2})", "cell.json");
        row("name is a list", "cell.json", json.arg(R"(,"name":[])"), "cell.json, name");
        row("interactions is text", "cell.json", json.arg(R"(,"interactions":"x")"), "cell.json, interactions");
        row("interaction is a number", "cell.json", json.arg(R"(,"interactions":[1])"), "cell.json, interactions");
        row("path traversal", "cell.json", json.arg(R"(,"interactions":[{"type":"../../etc/passwd"}])"),
            "cell.json, interactions");
        row("absolute path", "cell.json", json.arg(R"(,"interactions":[{"type":"/etc/passwd"}])"),
            "cell.json, interactions");
        row("hidden file", "cell.json", json.arg(R"(,"interactions":[{"type":".."}])"), "cell.json, interactions");
        row("NUL in a type", "cell.json", json.arg(R"(,"interactions":[{"type":"a\u0000b"}])"),
            "cell.json, interactions");
        row("type twice", "cell.json", json.arg(R"(,"interactions":[{"type":"a"},{"type":"A"}])"),
            "cell.json, interactions");
        row("missing network", "cell.json", json.arg(R"(,"interactions":[{"type":"genetic"}])"), "genetic.tsv");
        row("directed is text", "cell.json", json.arg(R"(,"interactions":[{"type":"a","directed":"yes"}])"),
            "cell.json, directed");
        row("hyperedges is a list", "cell.json", json.arg(R"(,"hyperedges":[])"), "cell.json, hyperedges");
        row("option is a number", "cell.json", json.arg(R"(,"hyperedges":{"expand_isozymes":1})"),
            "cell.json, expand_isozymes");
        row("sources is an object", "cell.json", json.arg(R"(,"sources":{})"), "cell.json, sources");
        row("no id column", "genes.tsv", "name\nA\n", "genes.tsv");
        row("no genes", "genes.tsv", "id\n", "genes.tsv");
        row("id twice", "genes.tsv", "id\nA\nB\nA\n", "genes.tsv:4");
        row("id twice in other case", "genes.tsv", "id\nA\nB\na\n", "genes.tsv");
        row("missing id", "genes.tsv", "id\tname\nA\tx\n\ty\n", "genes.tsv:3");
        row("odd flag", "genes.tsv", "id\tessential\nA\tmaybe\n", "genes.tsv:2");
        row("too many cells", "genes.tsv", "id\nA\tB\n", "genes.tsv:2");
        row("no target column", "interactions/physical.tsv", "source\tto\n", "physical.tsv");
        row("weight", "interactions/physical.tsv", "source\ttarget\tweight\nA\tB\t1,5\n", "physical.tsv:2");
        row("metabolite twice", "metabolites.tsv", "id\nm1\nm2\nm1\n", "metabolites.tsv:4");
        row("charge", "metabolites.tsv", "id\tcharge\nm1\t0.5\nm2\t1\n", "metabolites.tsv:2");
        row("bound", "reactions.tsv", "id\tlower_bound\tupper_bound\tgenes\nr1\tx\t1\t\n", "reactions.tsv:2");
        row("NaN bound", "reactions.tsv", "id\tlower_bound\tupper_bound\tgenes\nr1\tnan\t1\t\n", "reactions.tsv:2");
        row("bounds swapped", "reactions.tsv", "id\tlower_bound\tupper_bound\tgenes\nr1\t1\t0\t\n", "reactions.tsv:2");
        row("rule", "reactions.tsv", "id\tlower_bound\tupper_bound\tgenes\nr1\t0\t1\tA and\n", "reactions.tsv:2");
        row("reaction twice", "reactions.tsv", "id\tlower_bound\tupper_bound\tgenes\nr1\t0\t1\t\nr1\t0\t1\t\n",
            "reactions.tsv:3");
        row("unknown metabolite", "stoichiometry.tsv", "reaction\tmetabolite\tcoefficient\nr1\tm9\t1\n",
            "stoichiometry.tsv:2");
        row("unknown reaction", "stoichiometry.tsv", "reaction\tmetabolite\tcoefficient\nr9\tm1\t1\n",
            "stoichiometry.tsv:2");
        row("infinite coefficient", "stoichiometry.tsv", "reaction\tmetabolite\tcoefficient\nr1\tm1\tinf\n",
            "stoichiometry.tsv:2");
        row("term twice", "stoichiometry.tsv", "reaction\tmetabolite\tcoefficient\nr1\tm1\t1\nr1\tm1\t1\n",
            "stoichiometry.tsv:3");
        row("features", "features.safetensors", "not a tensor", "features.safetensors");
    }

    void refusesBrokenFiles()
    {
        QFETCH(QString, file);
        QFETCH(QString, content);
        QFETCH(QString, where);
        const CellFiles files;
        files.writeBundle();
        files.write("x.cell/" + file.toStdString(), content.toStdString());
        std::vector<Issue> issues;
        const Issue issue = inputErrorOf([&] { readCellBundle(files.path("x.cell"), issues); });
        QVERIFY2(QString::fromStdString(issue.where).contains(where), describe(issue).c_str());
        QVERIFY(!issue.what.empty());
    }

    void aHugeChargeIsOneThatIsNotKnown()
    {
        const CellFiles files;
        files.writeBundle();
        files.write("x.cell/metabolites.tsv", "id\tcharge\nm1\t10000000\nm2\t-3\n");
        std::vector<Issue> issues;
        const Cell cell = readCellBundle(files.path("x.cell"), issues);
        QVERIFY(!cell.metabolism.metabolites[0].charge);
        QCOMPARE(cell.metabolism.metabolites[1].charge, std::optional<int>(-3));
        QCOMPARE(issues.size(), std::size_t{1});
    }

    /// A cell that cannot be read again is an error of the program; what was there stays.
    void whatCannotBeReadAgainReplacesNothing()
    {
        const CellFiles files;
        const fs::path folder = files.writeBundle();
        std::vector<Issue> issues;
        const Cell good = readCellBundle(folder, issues);
        const auto refused = [&](const std::function<void(Cell &)> &spoil) {
            Cell cell = good;
            spoil(cell);
            try {
                writeCellBundle(cell, folder);
            } catch (const EngineError &error) {
                return std::string(error.what());
            }
            return std::string();
        };
        QVERIFY(contains(refused([](Cell &cell) { cell.metabolism.reactions[0].lowerBound = std::nan(""); }),
                         "reactions.tsv:2"));
        QVERIFY(
            contains(refused([](Cell &cell) { cell.metabolism.reactions[0].ruleText = "A and"; }), "reactions.tsv:2"));
        QVERIFY(contains(refused([](Cell &cell) { cell.metabolism.metabolites[1].id = "m1"; }), "metabolites.tsv:3"));
        QVERIFY(
            contains(refused([](Cell &cell) { cell.metabolism.metabolites[1].charge = 10'000'000; }), "metabolite m2"));
        QVERIFY(contains(refused([](Cell &cell) { cell.metabolism.reactions[0].isozymes = {{2}}; }), "reaction r1"));
        QCOMPARE(refused([](Cell &cell) { cell.metabolism.reactions[0].name = "tab\tand\nline\xff"; }), std::string());
        const Cell again = readWithoutIssues(folder);
        QCOMPARE(again.metabolism.reactions[0].isozymes, good.metabolism.reactions[0].isozymes);
        QCOMPARE(again.metabolism.reactions[0].name, std::string("tab and line\xef\xbf\xbd"));
        QVERIFY(std::distance(fs::directory_iterator(files.folder()), fs::directory_iterator()) == 1);
    }

    void refusesMissingFilesAndThingsInTheirPlace()
    {
        std::vector<Issue> issues;
        for (const char *name : {"cell.json", "genes.tsv", "interactions/regulatory.tsv", "metabolites.tsv",
                                 "reactions.tsv", "stoichiometry.tsv"}) {
            const CellFiles files;
            const fs::path file = files.writeBundle() / name;
            fs::remove(file);
            QVERIFY_EXCEPTION_THROWN(readCellBundle(files.path("x.cell"), issues), InputError);
            fs::create_directory(file);
            QVERIFY_EXCEPTION_THROWN(readCellBundle(files.path("x.cell"), issues), InputError);
            fs::remove(file);
            fs::create_symlink(file.filename(), file);
            QVERIFY_EXCEPTION_THROWN(readCellBundle(files.path("x.cell"), issues), InputError);
        }
        QVERIFY_EXCEPTION_THROWN(readCellBundle("/no/such.cell", issues), InputError);
        QVERIFY_EXCEPTION_THROWN(readCellBundle("/etc/passwd", issues), InputError);
    }

    void featuresMustFitTheGenes()
    {
        const CellFiles files;
        const fs::path folder = files.writeBundle();
        const auto writeTensor = [&](const std::string &name, std::vector<std::int64_t> shape, std::size_t count) {
            NamedTensor tensor;
            tensor.name = name;
            tensor.shape = std::move(shape);
            tensor.floats.assign(count, 1.0F);
            TensorFile file;
            file.tensors[name] = tensor;
            writeSafetensors(folder / "features.safetensors", file);
        };
        std::vector<Issue> issues;
        writeTensor("x", {3, 2}, 6);
        QCOMPARE(readCellBundle(folder, issues).features.columns, std::size_t{2});
        writeTensor("x", {2, 3}, 6);
        QVERIFY(contains(inputErrorOf([&] { readCellBundle(folder, issues); }).what, "3 genes"));
        writeTensor("y", {3, 2}, 6);
        QVERIFY_EXCEPTION_THROWN(readCellBundle(folder, issues), InputError);
        writeTensor("x", {6}, 6);
        QVERIFY_EXCEPTION_THROWN(readCellBundle(folder, issues), InputError);
    }

    void readsTheParityCells()
    {
        const QDir fixtures(QStringLiteral(KNOCKSCAPE_TEST_DATA "/parity"));
        for (const QString &name : fixtures.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            std::vector<Issue> issues;
            const Cell cell = readCellBundle(fixtures.filePath(name + "/cell").toStdString(), issues);
            QCOMPARE(cell.genes.size(), std::size_t{40});
            QCOMPARE(cell.networks.size(), std::size_t{2});
            QCOMPARE(cell.features.columns, std::size_t{8});
            QVERIFY(cell.networks[0].directed());
            // As many as the file lists: the fixtures repeat edges, and the models count them.
            QCOMPARE(cell.networks[0].edges().size(), std::size_t{90});
            const TensorFile model = readSafetensors(fixtures.filePath(name + "/model.safetensors").toStdString());
            const auto metabolites = model.tensors.find("metabolism_processor.metabolite_features");
            if (metabolites != model.tensors.end()) {
                QCOMPARE(static_cast<std::int64_t>(buildHypergraph(cell.metabolism, cell.hyperedges).nodeCount()),
                         metabolites->second.shape[0]);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestBundle)
#include "test_bundle.moc"
