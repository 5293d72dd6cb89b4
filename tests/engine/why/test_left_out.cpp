// What is said without a part of the cell, against a cell that was made without it.

#include "engine/inference/table_predictor.h"
#include "engine/training/trainer.h"
#include "engine/why/why.h"
#include "tests/engine/nn/random_cell.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace knockscape;

namespace
{

bool isNear(double value, double expected)
{
    return (std::isnan(value) && std::isnan(expected)) ||
           std::abs(value - expected) <= 1e-5 * std::max(1.0, std::abs(expected));
}

/// The cell with the edges that `keep` keeps.
template <class Keep>
std::shared_ptr<const Cell> cellWith(const Cell &cell, Keep keep)
{
    auto changed = std::make_shared<Cell>(cell);
    changed->networks.clear();
    for (const GeneNetwork &network : cell.networks) {
        std::vector<GeneEdge> edges;
        for (const GeneEdge &edge : network.edges()) {
            if (keep(network, edge)) {
                edges.push_back(edge);
            }
        }
        changed->networks.emplace_back(network.type(), network.directed(), network.geneCount(), edges);
    }
    return changed;
}

LeftOutPrediction leftOut(Predictor &predictor, const Genotype &genotype, const EvidencePart &part)
{
    LeftOutPrediction answer;
    predictor.predictWithout(genotype, {&part, 1}, [&](const LeftOutPrediction &one) { answer = one; }, {});
    return answer;
}

/// Fitness of pairs and singles, and interactions of pairs, of the genes 0 … 15.
std::vector<Label> someLabels()
{
    std::vector<Label> labels;
    for (GeneIndex a = 0; a < 16; ++a) {
        for (GeneIndex b = a; b < 16; ++b) {
            Label label;
            label.genotype = Genotype{a, b};
            label.fitness = 1.0 - 0.02 * static_cast<double>(a % 5 + b % 3);
            if (a != b) {
                label.interaction = 0.1 * std::sin(static_cast<double>(a * b));
            }
            labels.push_back(label);
        }
    }
    return labels;
}

} // namespace

class TestLeftOut : public QObject
{
    Q_OBJECT

private slots:
    /// In every configuration a network, or the edges to one neighbour, left out is a cell without them.
    void leavingOutIsAnotherCell()
    {
        for (unsigned seed = 0; seed < 24; ++seed) {
            const Cell made = tests::randomCell(seed);
            const auto cell = std::make_shared<const Cell>(made);
            const ModelConfig config = configForCell(tests::randomConfig(seed), made);
            const ModelFile file{makeModel(config, cellSizes(made), seed), {}, {}, {}, {}};
            TablePredictor predictor({{file, {}}}, cell, at::kCPU, {});
            const Genotype genotype{1, 4, 7};
            const auto noPhysical = cellWith(
                made, [](const GeneNetwork &network, const GeneEdge &) { return network.type() != "physical"; });
            TablePredictor without({{file, {}}}, noPhysical, at::kCPU, {});
            const LeftOutPrediction network =
                leftOut(predictor, genotype, {EvidencePart::Kind::Network, "physical", -1});
            const Prediction expected = without.predictOne(genotype);
            QVERIFY2(isNear(network.fitness, expected.fitness), qPrintable(QString::number(seed)));
            QVERIFY(isNear(network.interaction, expected.interaction));
            QVERIFY(network.whole);

            for (const GeneIndex gene : {GeneIndex{4}, GeneIndex{9}}) {
                const auto noEdges = cellWith(made, [&](const GeneNetwork &, const GeneEdge &edge) {
                    const bool touches = edge.source == gene || edge.target == gene;
                    const GeneIndex other = edge.source == gene ? edge.target : edge.source;
                    return !touches || other == gene || !genotype.contains(other);
                });
                TablePredictor apart({{file, {}}}, noEdges, at::kCPU, {});
                const LeftOutPrediction neighbour =
                    leftOut(predictor, genotype, {EvidencePart::Kind::Neighbour, {}, gene});
                const Prediction alone = apart.predictOne(genotype);
                QVERIFY(isNear(neighbour.fitness, alone.fitness));
                QVERIFY(isNear(neighbour.interaction, alone.interaction));
            }
        }
    }

    /// What training folded into learned vectors is what the file says: without labels a gene's factors are nothing
    /// else, but for what all genes share.
    void theFileTellsWhatWasFoldedIn()
    {
        QTemporaryDir folder;
        TrainingRequest request;
        Cell made = tests::randomCell(5, 40);
        const auto cell = std::make_shared<const Cell>(made);
        request.cell = cell;
        request.labels.labels = someLabels();
        request.labels.sha256 = "hash";
        request.epochs = 3;
        request.configJson = R"({"hidden_channels": 16, "set_transformer_heads": 2, "interaction_factors": 6,
                                 "learning_rate": 0.01})";
        request.output = folder.filePath("model.safetensors").toStdString();
        (void)trainModel(request, "cpu", 1, {}, {});
        std::vector<Issue> issues;
        const ModelFile file = readModelFile(request.output, issues);
        QVERIFY(file.evidence.count("network:physical") == 1 && file.evidence.count("features") == 1);
        const at::Tensor &factors = file.model.tensors().at("interaction_factors.gene.weight");
        const std::int64_t width = factors.size(1);
        at::Tensor given = at::zeros_like(factors);
        for (const ProfileBlock &block : profileBlocks(made)) {
            const at::Tensor &map = file.evidence.at(block.name());
            const at::Tensor part = block.times(map.narrow(0, 0, block.inputs()));
            QVERIFY(at::allclose(blockSignature(part), map.narrow(0, block.inputs(), 1), 1e-3, 1e-7));
            given += part.narrow(1, part.size(1) - width, width);
        }
        const at::Tensor own = (factors - given).narrow(0, 16, 24);
        QVERIFY((own - own.narrow(0, 0, 1)).abs().max().item<double>() < 1e-4);

        // Taken out by hand, encoder and all.
        const Genotype genotype{2, 20};
        const auto predictor = openPredictor({request.output}, cell, at::kCPU, {});
        const EvidencePart features{EvidencePart::Kind::Features, {}, -1};
        const LeftOutPrediction answer = leftOut(*predictor, genotype, features);
        QVERIFY(answer.whole);
        const ProfileBlock block = [&] {
            for (ProfileBlock &one : profileBlocks(made)) {
                if (one.name() == "features") {
                    return one;
                }
            }
            return profileBlocks(made).front();
        }();
        const at::Tensor part = block.times(file.evidence.at("features").narrow(0, 0, block.inputs()));
        TensorMap tensors = file.model.tensors();
        tensors.at("interaction_factors.gene.weight") = factors - part.narrow(1, part.size(1) - width, width);
        at::Tensor &embedding = tensors.at("gene_encoder.node_embedding.weight");
        embedding = embedding - part.narrow(1, 0, part.size(1) - width);
        Cell flat = made;
        std::fill(flat.features.values.begin(), flat.features.values.end(), 0.0F);
        const ModelFile bare{{file.model.config(), tensors}, {}, {}, file.training, {}};
        TablePredictor byHand({{bare, {}}}, std::make_shared<const Cell>(flat), at::kCPU, {});
        const Prediction expected = byHand.predictOne(genotype);
        QVERIFY(std::abs(answer.fitness - expected.fitness) < 1e-4);
        QVERIFY(std::abs(answer.interaction - expected.interaction) < 1e-4);

        // Another cell of the same genes, or a file that does not tell, is not passed over.
        const auto changed =
            cellWith(made, [](const GeneNetwork &, const GeneEdge &edge) { return edge.source % 2 == 0; });
        const auto elsewhere = openPredictor({request.output}, changed, at::kCPU, {});
        QVERIFY(!leftOut(*elsewhere, genotype, {EvidencePart::Kind::Network, "physical", -1}).whole);
        ModelFile silent = file;
        silent.evidence.clear();
        TablePredictor old({{silent, {}}}, cell, at::kCPU, {});
        QVERIFY(!leftOut(old, genotype, features).whole);
    }

    void likeGenotypesAreFound()
    {
        Cell made = tests::randomCell(3);
        std::vector<Gene> genes = made.genes.genes();
        for (std::size_t i = 0; i < genes.size(); ++i) {
            genes[i].annotations = {i < 3 ? "SAGA complex" : i > 18 ? "other complex" : ""};
        }
        made.genes = GeneCatalogue(genes, {"complex"});
        // Subunits of an enzyme are a complex too, and a smaller one would be named first.
        for (Reaction &reaction : made.metabolism.reactions) {
            reaction.isozymes.clear();
        }
        const auto cell = std::make_shared<const Cell>(made);
        const ModelConfig config = configForCell(nativeDefaults(), made);
        const ModelFile file{makeModel(config, cellSizes(made), 1), {}, {}, {}, {}};
        TablePredictor predictor({{file, {}}}, cell, at::kCPU, {});
        std::vector<Label> labels;
        for (const Genotype &genotype :
             {Genotype{0, 10}, Genotype{1, 10}, Genotype{2, 10}, Genotype{0, 11}, Genotype{14, 15}, Genotype{0}}) {
            Label label;
            label.genotype = genotype;
            label.fitness = 0.5;
            labels.push_back(label);
        }
        WhyFinder finder(predictor, std::make_shared<const MeasuredGenotypes>(labels));
        Why why = finder.ask(Genotype{0, 10}, {1, 4, 0});
        QVERIFY(why.measured.has_value());
        QVERIFY(!why.analogies.empty());
        const Analogy &first = why.analogies.front();
        QVERIFY(first.sameComplex && first.samePartner);
        QCOMPARE(QString::fromStdString(first.exchanged.front().together), QStringLiteral("SAGA complex"));
        for (const Analogy &it : why.analogies) {
            QVERIFY(it.measured.genotype != why.genotype && it.measured.genotype.size() == 2);
            QVERIFY(isNear(it.predicted.fitness, predictor.predictOne(it.measured.genotype).fitness));
            const std::vector<Genotype> both{why.genotype, it.measured.genotype};
            const LatentPoints points = predictor.latent(both, {});
            QVERIFY(isNear(it.distance, latentDistance(points[0], points[1])));
        }
        finder.addEvidence(why, {1, 4, 0});
        QVERIFY(std::is_sorted(why.evidence.begin(), why.evidence.end(), [](const auto &a, const auto &b) {
            const auto size = [](const RankedEvidence &it) {
                return std::max(std::abs(it.fitnessChange), std::abs(it.interactionChange));
            };
            return size(a) > size(b);
        }));
        QCOMPARE(why.neighboursLeftOut, std::size_t{4});
    }
};

QTEST_APPLESS_MAIN(TestLeftOut)
#include "test_left_out.moc"
