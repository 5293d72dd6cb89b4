#include "engine/nn/model_file.h"
#include "engine/nn/reference_forward.h"

#include "engine/cell/bundle.h"
#include "engine/cell/knockout_list.h"
#include "engine/core/delimited_table.h"
#include "engine/core/safetensors.h"

#include <QtTest>

#include <cmath>
#include <filesystem>

using namespace knockscape;

namespace
{

const std::filesystem::path parityFolder = std::filesystem::path(KNOCKSCAPE_SHARED_DIR) / "fixtures" / "parity";
constexpr double tolerance = 1e-5;

double largestDifference(const at::Tensor &values, const NamedTensor &expected)
{
    const at::Tensor flat = values.contiguous().reshape({-1});
    if (flat.numel() != static_cast<std::int64_t>(expected.floats.size())) {
        return std::numeric_limits<double>::infinity();
    }
    double largest = 0.0;
    for (std::int64_t i = 0; i < flat.numel(); ++i) {
        const double difference = std::abs(double{flat.data_ptr<float>()[i]} - double{expected.floats[std::size_t(i)]});
        largest = std::isfinite(difference) ? std::max(largest, difference) : difference;
    }
    return largest;
}

} // namespace

/// Compares the forward pass with numbers that PyG's own layers gave, for every oracle.
class ParityTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!std::filesystem::exists(parityFolder)) {
            QSKIP("The shared data folder with the oracles is not here.");
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

    void oracle()
    {
        QFETCH(QString, folder);
        const std::filesystem::path path = parityFolder / folder.toStdString();
        std::vector<Issue> issues;
        const Cell cell = readCellBundle(path / "cell", issues);
        const ModelFile file = readModelFile(path / "model.safetensors", issues);
        requireFit(file, cell, "model.safetensors");
        const CellTensors tensors = makeCellTensors(cell, file.model.config(), at::kCPU);

        const c10::InferenceMode inference;
        const EncodedCell encoded = file.model.encode(tensors);
        const TensorFile expected = readSafetensors(path / "expected.safetensors");
        const double gene = largestDifference(encoded.gene, expected.tensors.at("gene"));
        const double metabolism = largestDifference(encoded.metabolism, expected.tensors.at("metabolism"));
        const double combined = largestDifference(encoded.combined, expected.tensors.at("combined"));

        std::vector<Genotype> genotypes;
        for (const KnockoutEntry &entry : readKnockoutList(path / "knockouts.txt", cell.genes)) {
            QVERIFY(entry.issues.empty());
            genotypes.push_back(entry.genotype);
        }
        const GenotypeBatch batch = makeGenotypeBatch(genotypes, tensors.geneCount, at::kCPU);
        const ModelOutputs outputs = file.model.forward(encoded.combined, batch);
        const double perturbed = largestDifference(outputs.perturbed, expected.tensors.at("z_pert"));

        const DelimitedTable table = DelimitedTable::read(path / "expected.tsv");
        QCOMPARE(table.rowCount(), genotypes.size());
        double fitness = 0.0;
        double interaction = 0.0;
        double reference = 0.0;
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            const double wantedFitness = table.number(row, table.column("fitness"));
            const double wantedInteraction = table.number(row, table.column("interaction"));
            const auto index = static_cast<std::int64_t>(row);
            fitness = std::max(fitness, std::abs(outputs.fitness[index].item<double>() - wantedFitness));
            interaction =
                std::max(interaction, std::abs(outputs.interaction[index].item<double>() - wantedInteraction));
            const ReferenceOutputs slow = referenceForward(file.model, tensors, genotypes[row]);
            reference = std::max(
                {reference, std::abs(slow.fitness - wantedFitness), std::abs(slow.interaction - wantedInteraction)});
        }
        qInfo("gene %.1e, metabolism %.1e, combined %.1e, z_pert %.1e, fitness %.1e, interaction %.1e, reference %.1e",
              gene, metabolism, combined, perturbed, fitness, interaction, reference);
        QVERIFY(gene <= tolerance);
        QVERIFY(metabolism <= tolerance);
        QVERIFY(combined <= tolerance);
        QVERIFY(perturbed <= tolerance);
        QVERIFY(fitness <= tolerance);
        QVERIFY(interaction <= tolerance);
        QVERIFY(reference <= tolerance);
    }
};

QTEST_GUILESS_MAIN(ParityTest)
#include "parity_test.moc"
