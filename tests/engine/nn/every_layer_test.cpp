#include "engine/cell/bundle.h"
#include "engine/cell/knockout_list.h"
#include "engine/core/delimited_table.h"
#include "engine/core/safetensors.h"
#include "engine/nn/model_file.h"
#include "tests/engine/nn/configuration_sweep.h"
#include "tests/engine/nn/implementation.h"

#include <QtTest>

#include <filesystem>

using namespace knockscape;
using tests::Implementation;
using tests::NamedConfig;
using tests::Outputs;

namespace
{

const std::filesystem::path parityFolder = std::filesystem::path(KNOCKSCAPE_TEST_DATA) / "parity";
constexpr unsigned arbitraryConfigs = 150;

const std::vector<Genotype> &someGenotypes()
{
    static const std::vector<Genotype> genotypes{
        {}, {0}, {4}, {23}, {3, 5}, {0, 23}, {1, 8, 9}, {2, 6, 7, 10}, {0, 1, 2, 3, 4, 5, 8, 12, 17, 20, 22, 23}};
    return genotypes;
}

std::vector<double> numbers(const std::vector<float> &values)
{
    return {values.begin(), values.end()};
}

/// The body that every implementation goes through, whatever the model and wherever the expected numbers come from.
QString compare(const Implementation &implementation, const CellLatentPerturbation &model,
                const std::shared_ptr<const Cell> &cell, const std::vector<Genotype> &genotypes,
                const Outputs &expected)
{
    const Outputs actual = implementation.run(model, cell, genotypes);
    const QString text = tests::difference(actual, expected, implementation.tolerance);
    return text.isEmpty() ? text : QString::fromStdString(implementation.name) + ": " + text;
}

/// Every fast implementation against the reference.
void compareAll(const NamedConfig &named, unsigned seed)
{
    const auto cell = std::make_shared<const Cell>(tests::edgeCaseCell(seed));
    const CellLatentPerturbation model = makeArbitraryModel(named.config, cellSizes(*cell), seed);
    const Outputs expected = tests::referenceImplementation().run(model, cell, someGenotypes());
    for (const Implementation &implementation : tests::fastImplementations()) {
        const QString problem = compare(implementation, model, cell, someGenotypes(), expected);
        QVERIFY2(problem.isEmpty(), qPrintable(QString::fromStdString(named.name + ": ") + problem));
    }
}

} // namespace

/// One test body for the reference, the forward pass, the tables and the screen, on the CPU and on CUDA where it is
/// there.
class EveryLayerTest : public QObject
{
    Q_OBJECT

private slots:
    void cuda()
    {
        if (!tests::cudaIsThere()) {
            QSKIP("There is no CUDA device: the implementations are compared on the CPU only.");
        }
    }

    void oracle_data()
    {
        QTest::addColumn<QString>("folder");
        for (const auto &entry : std::filesystem::directory_iterator(parityFolder)) {
            const QString name = QString::fromStdString(entry.path().filename().string());
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    /// Numbers that PyG's own layers gave, the intermediate tensors among them.
    void oracle()
    {
        QFETCH(QString, folder);
        const std::filesystem::path path = parityFolder / folder.toStdString();
        std::vector<Issue> issues;
        const auto cell = std::make_shared<const Cell>(readCellBundle(path / "cell", issues));
        const ModelFile file = readModelFile(path / "model.safetensors", issues);
        requireFit(file, *cell, "model.safetensors");
        std::vector<Genotype> genotypes;
        std::vector<Issue> said;
        for (const KnockoutEntry &entry : readKnockoutList(path / "knockouts.txt", cell->genes, said)) {
            QVERIFY(entry.issues.empty());
            genotypes.push_back(entry.genotype);
        }
        const TensorFile tensors = readSafetensors(path / "expected.safetensors");
        Outputs expected{numbers(tensors.tensors.at("gene").floats),
                         numbers(tensors.tensors.at("metabolism").floats),
                         numbers(tensors.tensors.at("combined").floats),
                         numbers(tensors.tensors.at("z_pert").floats),
                         {},
                         {}};
        const DelimitedTable table = DelimitedTable::read(path / "expected.tsv");
        QCOMPARE(table.rowCount(), genotypes.size());
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            expected.fitness.push_back(table.number(row, table.column("fitness")));
            expected.interaction.push_back(table.number(row, table.column("interaction")));
        }
        std::vector<Implementation> all = tests::fastImplementations();
        all.push_back(tests::referenceImplementation());
        for (const Implementation &implementation : all) {
            const QString problem = compare(implementation, file.model, cell, genotypes, expected);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
    }

    void sweep_data()
    {
        QTest::addColumn<int>("first");
        const int count = static_cast<int>(tests::configurationSweep().size());
        for (int first = 0; first < count; first += 50) {
            QTest::newRow(qPrintable(QString("from %1 of %2").arg(first).arg(count))) << first;
        }
    }

    void sweep()
    {
        QFETCH(int, first);
        static const std::vector<NamedConfig> all = tests::configurationSweep();
        for (std::size_t i = static_cast<std::size_t>(first); i < all.size() && i < std::size_t(first) + 50; ++i) {
            compareAll(all[i], static_cast<unsigned>(i));
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

    void arbitrary()
    {
        for (unsigned seed = 0; seed < arbitraryConfigs; ++seed) {
            compareAll(tests::arbitraryConfig(seed), seed);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

    /// torchcell looks learned vectors up with max_norm = 1: rows a little longer are shortened, far longer ones never
    /// were.
    void learnedVectorsAreBoundedAsTorchcellDoes()
    {
        const auto cell = std::make_shared<const Cell>(tests::edgeCaseCell(1));
        NamedConfig named = tests::arbitraryConfig(1);
        named.config.geneInput = GeneInput::Learnable;
        for (const Flavour flavour : {Flavour::Torchcell, Flavour::Native}) {
            named.config.flavour = flavour;
            const CellLatentPerturbation model = makeArbitraryModel(named.config, cellSizes(*cell), 1);
            at::Tensor vectors = model.tensors().at("gene_encoder.node_embedding.weight");
            vectors.div_(vectors.square().sum(1, true).sqrt());
            vectors.narrow(0, 0, 12).mul_(1.2);
            const Outputs longer = tests::referenceImplementation().run(model, cell, someGenotypes());
            for (const Implementation &implementation : tests::fastImplementations()) {
                const QString problem = compare(implementation, model, cell, someGenotypes(), longer);
                QVERIFY2(problem.isEmpty(), qPrintable(problem));
            }
            vectors.narrow(0, 0, 12).div_(1.2);
            const Outputs shortened = tests::referenceImplementation().run(model, cell, someGenotypes());
            QCOMPARE(tests::difference(shortened, longer, 1e-5).isEmpty(), flavour == Flavour::Torchcell);
        }
    }
};

QTEST_GUILESS_MAIN(EveryLayerTest)
#include "every_layer_test.moc"
