#include "engine/cell/annotation_terms.h"
#include "engine/nn/genotype_batch.h"
#include "engine/training/adam_w.h"
#include "engine/training/gene_profiles.h"
#include "engine/training/principal_components.h"
#include "engine/training/starting_model.h"
#include "engine/training/trainable_model.h"
#include "engine/training/trainer.h"

#include <ATen/ATen.h>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace knockscape;

namespace
{

constexpr GeneIndex GroupCount = 8;
constexpr GeneIndex GroupSize = 8;
constexpr GeneIndex GeneCount = GroupCount * GroupSize;

GeneIndex groupOf(GeneIndex gene)
{
    return gene % GroupCount;
}

std::vector<Gene> someGenes()
{
    std::vector<Gene> genes;
    for (GeneIndex i = 0; i < GeneCount; ++i) {
        Gene gene;
        gene.id = std::to_string(100 + i);
        genes.push_back(gene);
    }
    return genes;
}

/// Genes in complexes: all of a complex are joined to each other and to no one else.
std::shared_ptr<Cell> complexesCell()
{
    auto cell = std::make_shared<Cell>();
    std::vector<GeneEdge> edges;
    for (GeneIndex a = 0; a < GeneCount; ++a) {
        for (GeneIndex b = a + 1; b < GeneCount; ++b) {
            if (groupOf(a) == groupOf(b)) {
                edges.push_back({a, b, 1.0F});
            }
        }
    }
    cell->name = "complexes";
    cell->genes = GeneCatalogue(someGenes());
    cell->networks.emplace_back("physical", false, static_cast<std::size_t>(GeneCount), edges);
    return cell;
}

at::Tensor someMatrix(std::int64_t rows, std::int64_t columns)
{
    const at::Tensor index = at::arange(rows * columns, at::kFloat).view({rows, columns});
    return at::sin(index * 1.7) + 0.3 * at::cos(index * 0.11) + 0.5;
}

/// Cosines of centred rows, the slow and obvious way.
at::Tensor centredCosines(const at::Tensor &matrix)
{
    const at::Tensor centred = matrix - matrix.mean(0, true);
    const at::Tensor unit = centred / centred.square().sum(1, true).sqrt();
    return at::mm(unit, unit.t());
}

double largest(const at::Tensor &difference)
{
    return difference.abs().max().item<double>();
}

} // namespace

class TestGeneProfiles : public QObject
{
    Q_OBJECT

private slots:
    void allComponentsGiveTheCosines_data();
    void allComponentsGiveTheCosines();
    void fewComponentsAreTheBestOfTheirNumber();
    void sparseAndDenseAgree();
    void rowsWithoutADirectionStayZero();
    void termsThatTellGenesApart();
    void blocksWeighTheSame();
    void genesOfOneComplexHaveOneProfile();
    void aCellThatSaysNothingHasNoProfiles();
    void vectorsAreOwnPartPlusMappedProfile();
    void gradientsReachBothParts();
    void withoutProfilesTheModelIsItself();
    void attentionIsSilentBesideFactorsUnlessAskedFor();
    void factorsDecayFasterThanTheRest();
    void groupsAreClippedApart();
    void unseenGenesAreLikeTheirComplex();
};

void TestGeneProfiles::allComponentsGiveTheCosines_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("tall") << 30 << 9;
    QTest::newRow("wide") << 9 << 30;
    QTest::newRow("square") << 12 << 12;
    QTest::newRow("two rows") << 2 << 5;
}

void TestGeneProfiles::allComponentsGiveTheCosines()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    const at::Tensor matrix = someMatrix(rows, columns);
    const at::Tensor components = principalComponents(matrix, 100);
    QCOMPARE(components.size(0), rows);
    QCOMPARE(components.size(1), std::min(rows, columns));
    QVERIFY(largest(at::mm(components, components.t()) - centredCosines(matrix)) < 1e-4);
}

void TestGeneProfiles::fewComponentsAreTheBestOfTheirNumber()
{
    const at::Tensor matrix = someMatrix(60, 40);
    const at::Tensor cosines = centredCosines(matrix);
    const at::Tensor values = std::get<0>(at::linalg_eigh(cosines)).flip({0});
    constexpr std::int64_t count = 3;
    const at::Tensor components = principalComponents(matrix, count);
    const double left = (cosines - at::mm(components, components.t())).norm().item<double>();
    const double best = values.slice(0, count).norm().item<double>();
    QVERIFY2(left < best * 1.01 + 1e-4, qPrintable(QString("%1 against %2").arg(left).arg(best)));
    // In order of what they explain, and independent of each other.
    const at::Tensor products = at::mm(components.t(), components);
    QVERIFY(largest(products - at::diag(at::diag(products))) < 1e-3);
    QVERIFY(largest(at::diag(products) - values.slice(0, 0, count)) < 1e-2);
}

void TestGeneProfiles::sparseAndDenseAgree()
{
    at::Tensor matrix = someMatrix(25, 25);
    matrix = at::where(matrix > 1.0, matrix, at::zeros_like(matrix));
    const at::Tensor dense = principalComponents(matrix, 25);
    const at::Tensor sparse = principalComponents(matrix.to_sparse().coalesce(), 25);
    QVERIFY(largest(at::mm(dense, dense.t()) - at::mm(sparse, sparse.t())) < 1e-4);
}

void TestGeneProfiles::rowsWithoutADirectionStayZero()
{
    const at::Tensor same = at::ones({6, 4});
    QCOMPARE(largest(principalComponents(same, 3)), 0.0);
}

void TestGeneProfiles::termsThatTellGenesApart()
{
    std::vector<Gene> genes = someGenes();
    for (GeneIndex i = 0; i < GeneCount; ++i) {
        Gene &gene = genes[static_cast<std::size_t>(i)];
        gene.essential = i < 12;
        gene.annotations = {i % 2 == 0 ? "even| all " : "all", std::to_string(i), i < 3 ? "few|few" : ""};
    }
    const std::vector<AnnotationTerm> terms = annotationTerms(GeneCatalogue(genes, {"parity", "number", "rare"}));
    QCOMPARE(terms.size(), std::size_t{2});
    QCOMPARE(terms[0].column, std::string("essential"));
    QCOMPARE(terms[0].genes.size(), std::size_t{12});
    QCOMPARE(terms[1].column, std::string("parity"));
    QCOMPARE(terms[1].term, std::string("even"));
    QCOMPARE(terms[1].genes.size(), static_cast<std::size_t>(GeneCount / 2));
    QCOMPARE(annotationTerms(GeneCatalogue(genes, {"parity", "number", "rare"}), 3).size(), std::size_t{3});
}

void TestGeneProfiles::blocksWeighTheSame()
{
    const auto cell = complexesCell();
    cell->features.columns = 3;
    for (GeneIndex i = 0; i < GeneCount * 3; ++i) {
        cell->features.values.push_back(std::sin(static_cast<float>(i)));
    }
    const at::Tensor all = geneProfiles(*cell, 5);
    // Every gene has the same degree, so that block says nothing and is left out.
    QCOMPARE(all.size(0), static_cast<std::int64_t>(GeneCount));
    QCOMPARE(all.size(1), std::int64_t{5 + 3});
    const at::Tensor squares = all.square().sum(0);
    const double network = squares.slice(0, 0, 5).sum().item<double>();
    const double features = squares.slice(0, 5).sum().item<double>();
    QVERIFY(std::abs(network - features) < 1e-3 * network);
    QVERIFY(std::abs((network + features) / GeneCount - 8.0) < 1e-3);
}

void TestGeneProfiles::genesOfOneComplexHaveOneProfile()
{
    const at::Tensor profiles = geneProfiles(*complexesCell(), 16);
    const at::Tensor first = profiles.select(0, 0);
    const at::Tensor same = profiles.select(0, GroupCount);
    const at::Tensor other = profiles.select(0, 1);
    QVERIFY(largest(first - same) < 1e-3);
    QVERIFY(largest(first - other) > 0.5);
}

void TestGeneProfiles::aCellThatSaysNothingHasNoProfiles()
{
    Cell cell;
    cell.genes = GeneCatalogue(someGenes());
    QVERIFY(!geneProfiles(cell, 8).defined());
}

void TestGeneProfiles::vectorsAreOwnPartPlusMappedProfile()
{
    const auto cell = complexesCell();
    ModelConfig config = configForCell(nativeDefaults(), *cell);
    config.interactionFactors = 4;
    const CellLatentPerturbation model = makeModel(config, cellSizes(*cell), 1);
    const at::Tensor profiles = geneProfiles(*cell, 6);
    const TrainableModel trainable(model, profiles, 7);
    const std::string name = "interaction_factors.gene.weight";
    const at::Tensor own = trainable.state().at(name);
    const at::Tensor map = trainable.state().at("profile_map." + name);
    QCOMPARE(largest(own), 0.0);
    QCOMPARE(map.size(0), profiles.size(1));
    own.add_(0.25);
    const CellLatentPerturbation composed = trainable.model();
    const TensorMap &tensors = composed.tensors();
    QVERIFY(largest(tensors.at(name) - (at::mm(profiles, map) + 0.25)) < 1e-5);
    QCOMPARE(tensors.size(), model.tensors().size());
    QVERIFY(largest(tensors.at(name)) > 0.5);
}

void TestGeneProfiles::gradientsReachBothParts()
{
    const auto cell = complexesCell();
    const CellLatentPerturbation model = makeModel(configForCell(nativeDefaults(), *cell), cellSizes(*cell), 1);
    const TrainableModel trainable(model, geneProfiles(*cell, 6), 7);
    trainable.requireGradients();
    const std::string name = "gene_encoder.node_embedding.weight";
    const CellLatentPerturbation composed = trainable.model();
    composed.tensors().at(name).square().sum().backward();
    QVERIFY(trainable.state().at(name).grad().defined());
    QVERIFY(largest(trainable.state().at("profile_map." + name).grad()) > 0.0);
    const TrainableModel copy = trainable.clone();
    copy.state().at(name).add_(1.0);
    QCOMPARE(largest(trainable.state().at(name)), 0.0);
}

void TestGeneProfiles::withoutProfilesTheModelIsItself()
{
    const auto cell = complexesCell();
    const CellLatentPerturbation model = makeModel(configForCell(nativeDefaults(), *cell), cellSizes(*cell), 1);
    const TrainableModel trainable(model, at::Tensor(), 7);
    const CellLatentPerturbation same = trainable.model();
    for (const auto &[name, tensor] : same.tensors()) {
        QVERIFY(at::equal(tensor, model.tensors().at(name)));
    }
    QCOMPARE(trainable.parameters().size(), model.trainable().size());
}

void TestGeneProfiles::attentionIsSilentBesideFactorsUnlessAskedFor()
{
    const auto cell = complexesCell();
    ModelConfig model = configForCell(nativeDefaults(), *cell);
    model.interactionFactors = 4;
    const GenotypeBatch genotypes =
        makeGenotypeBatch(std::vector{Genotype{0, 1}, Genotype{2, 3, 4}}, GeneCount, at::kCPU);
    TrainingConfig config;
    for (const bool attention : {false, true}) {
        config.interactionAttention = attention;
        const TrainableModel start = startingModel(*cell, model, config, geneProfiles(*cell, 6), 1, at::kCPU);
        // The factors' own answer, taken away, leaves what attention says.
        start.state().at("interaction_factors.weight").zero_();
        const CellLatentPerturbation composed = start.model();
        const EncodedCell encoded = composed.encode(makeCellTensors(*cell, model, at::kCPU));
        const at::Tensor said = composed.forward(encoded.combined, genotypes).interaction;
        QCOMPARE(largest(said) > 0.0, attention);
        const auto frozen = start.state().at("perturbed_processor.input_proj.weight");
        const std::vector<at::Tensor> trained = start.parameters();
        QCOMPARE(std::any_of(trained.begin(), trained.end(), [&](const at::Tensor &t) { return t.is_same(frozen); }),
                 attention);
    }
}

void TestGeneProfiles::factorsDecayFasterThanTheRest()
{
    const auto cell = complexesCell();
    ModelConfig model = configForCell(nativeDefaults(), *cell);
    model.interactionFactors = 4;
    TrainingConfig config;
    config.weightDecay = 0.1;
    config.factorWeightDecay = 0.4;
    const TrainableModel start = startingModel(*cell, model, config, geneProfiles(*cell, 6), 1, at::kCPU);
    const std::vector<at::Tensor> parameters = start.parameters();
    AdamW optimiser(parameters, start.learningRules(config));
    const at::Tensor factor = start.state().at("profile_map.interaction_factors.gene.weight");
    const at::Tensor other = start.state().at("profile_map.gene_encoder.node_embedding.weight");
    const at::Tensor factorBefore = factor.clone();
    const at::Tensor otherBefore = other.clone();
    for (const at::Tensor &parameter : parameters) {
        at::Tensor(parameter).mutable_grad() = at::zeros_like(parameter);
    }
    optimiser.step(0.5);
    QVERIFY(largest(factor - (1.0 - 0.5 * 0.4) * factorBefore) < 1e-6);
    QVERIFY(largest(other - (1.0 - 0.5 * 0.1) * otherBefore) < 1e-6);
}

void TestGeneProfiles::groupsAreClippedApart()
{
    std::vector<at::Tensor> parameters;
    for (const double gradient : {30.0, 40.0, 0.5}) {
        at::Tensor parameter = at::zeros({1});
        parameter.mutable_grad() = at::full({1}, gradient);
        parameters.push_back(parameter);
    }
    AdamW optimiser(parameters, {{0.0, 0}, {0.0, 0}, {0.0, 1}});
    optimiser.clipGradients(0.0);
    QCOMPARE(parameters[0].grad().item<float>(), 30.0F);
    optimiser.clipGradients(1.0);
    QCOMPARE(parameters[0].grad().item<float>(), 0.6F);
    QCOMPARE(parameters[1].grad().item<float>(), 0.8F);
    QCOMPARE(parameters[2].grad().item<float>(), 0.5F);
}

void TestGeneProfiles::unseenGenesAreLikeTheirComplex()
{
    QTemporaryDir folder;
    TrainingRequest request;
    request.cell = complexesCell();
    request.labels.sha256 = "hash";
    for (GeneIndex gene = 0; gene < GeneCount; ++gene) {
        Label label;
        label.genotype = Genotype{gene};
        label.fitness = 0.3 + 0.1 * static_cast<double>(groupOf(gene));
        label.split = gene < GroupCount ? Split::Test : Split::Train;
        request.labels.labels.push_back(label);
    }
    request.epochs = 60;
    request.seed = 3;
    request.validationFraction = 0.0;
    request.configJson = R"({"hidden_channels": 16, "set_transformer_heads": 2, "learning_rate": 0.01, "patience": 0})";
    request.output = folder.filePath("model.safetensors").toStdString();
    const TrainingResult result = trainModel(request, "cpu", 1, {}, {});
    const double pearson = result.metrics.at("fitness_pearson");
    QVERIFY2(pearson > 0.95, qPrintable(QString::number(pearson)));
}

QTEST_APPLESS_MAIN(TestGeneProfiles)
#include "test_gene_profiles.moc"
