#include "engine/nn/cell_latent_perturbation.h"
#include "engine/nn/parameter_specs.h"
#include "engine/nn/tensor_names.h"

#include "tests/engine/nn/random_cell.h"

#include <QtTest>

#include <cmath>

using namespace knockscape;

namespace
{

/// Plain Adam, enough to see what the model can learn.
void adamStep(std::vector<at::Tensor> &parameters, std::vector<at::Tensor> &first, std::vector<at::Tensor> &second,
              int step, double rate)
{
    const c10::impl::ExcludeDispatchKeyGuard withoutAutograd(c10::autograd_dispatch_keyset);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const at::Tensor gradient = parameters[i].grad();
        if (!gradient.defined()) {
            continue;
        }
        first[i].mul_(0.9).add_(gradient, 0.1);
        second[i].mul_(0.999).addcmul_(gradient, gradient, 0.001);
        const at::Tensor mean = first[i] / (1 - std::pow(0.9, step));
        const at::Tensor deviation = (second[i] / (1 - std::pow(0.999, step))).sqrt() + 1e-8;
        parameters[i].addcdiv_(mean, deviation, -rate);
        gradient.zero_();
    }
}

} // namespace

/// Configurations, names and what the native flavour can learn.
class ModelTest : public QObject
{
    Q_OBJECT

private slots:
    void configurationRoundTrip()
    {
        for (unsigned seed = 0; seed < 60; ++seed) {
            ModelConfig config = tests::randomConfig(seed);
            config.edgeTypes = {"physical", "a.b"};
            std::vector<Issue> issues;
            QVERIFY(parseModelConfig(toJson(config), "config", issues) == config);
            QVERIFY(issues.empty());
        }
    }

    void torchcellDefaultsDifferFromOurs()
    {
        std::vector<Issue> issues;
        const ModelConfig config = parseModelConfig(
            R"({"flavour":"torchcell","out_channels":1,"edge_types":[["gene","physical_interaction","gene"]]})", "c",
            issues);
        QVERIFY(config.metabolismMapping == MetabolismMapping::None);
        QVERIFY(config.norm == NormType::None);
        QCOMPARE(config.edgeTypes, std::vector<std::string>{"physical"});
        QCOMPARE(issues.size(), std::size_t{1});
        QVERIFY(issues[0].where.find("out_channels") != std::string::npos);
    }

    void edgeTypesAreWrittenInManyWays()
    {
        std::vector<Issue> issues;
        const ModelConfig config = parseModelConfig(
            R"({"edge_types":["physical_interaction",["gene","regulatory_interaction","gene"],
                "<gene___a___b_interaction___gene>","<odd>","_interaction"]})",
            "c", issues);
        QCOMPARE(config.edgeTypes,
                 (std::vector<std::string>{"physical", "regulatory", "a___b", "<odd>", "_interaction"}));
        QVERIFY(issues.empty());
    }

    void valuesThatTorchcellAccepts()
    {
        std::vector<Issue> issues;
        const ModelConfig config = parseModelConfig(
            R"({"flavour":"torchcell","gene_encoder_conv_type":"GAT","gene_encoder_layer_config":{"heads":3},
                "combiner_num_layers":0,"head_num_layers":0,"set_net_set_layers":0,"set_net_node_layers":0,
                "metabolism_setnet_layers":0})",
            "c", issues);
        // There is always one block, or one Linear, where torchcell builds the first outside its loop.
        QCOMPARE(config.combinerLayers, 1);
        QCOMPARE(config.headLayers, 1);
        QCOMPARE(config.setNetSetLayers, 1);
        QCOMPARE(config.setNetNodeLayers, 0);
        QCOMPARE(config.metabolismSetnetLayers, 0);
        QVERIFY(issues.empty());
    }

    void wrongValuesNameTheirKey_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("key");
        QTest::newRow("text for number") << QByteArray(R"({"hidden_channels":"64"})") << "hidden_channels";
        QTest::newRow("negative") << QByteArray(R"({"hidden_channels":-4})") << "hidden_channels";
        QTest::newRow("huge") << QByteArray(R"({"hidden_channels":1e18})") << "hidden_channels";
        QTest::newRow("fraction") << QByteArray(R"({"head_num_layers":1.5})") << "head_num_layers";
        QTest::newRow("unknown convolution") << QByteArray(R"({"gene_encoder_conv_type":"SAGE"})") << "conv_type";
        QTest::newRow("unknown norm") << QByteArray(R"({"norm":"graph"})") << "norm";
        QTest::newRow("heads") << QByteArray(R"({"hidden_channels":10,"set_transformer_heads":4})") << "heads";
        QTest::newRow("uneven heads of a transformer")
            << QByteArray(R"({"gene_encoder_conv_type":"Transformer","gene_encoder_layer_config":{"heads":3}})")
            << "layer_config.heads";
        QTest::newRow("more heads than channels")
            << QByteArray(R"({"gene_encoder_conv_type":"GAT","gene_encoder_layer_config":{"heads":65}})")
            << "layer_config.heads";
        QTest::newRow("edge types twice")
            << QByteArray(R"({"edge_types":["physical","physical_interaction"]})") << "edge_types";
        QTest::newRow("layer options") << QByteArray(R"({"gene_encoder_layer_config":{"heads":0}})") << "heads";
        QTest::newRow("no object") << QByteArray("[]") << "config";
        QTest::newRow("broken") << QByteArray("{") << "config";
    }

    void wrongValuesNameTheirKey()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, key);
        std::vector<Issue> issues;
        try {
            parseModelConfig(json.toStdString(), "config", issues);
            QFAIL("The value was accepted.");
        } catch (const InputError &error) {
            QVERIFY2(QString::fromStdString(error.what()).contains(key), error.what());
        }
    }

    void namesOfOtherVersions()
    {
        const std::string wanted = "gene_encoder.convs.0.convs.<gene___physical_interaction___gene>.lin.weight";
        for (const char *name : {"gene_encoder.convs.0.convs.<gene___physical_interaction___gene>.lin.weight",
                                 "model.gene_encoder.convs.0.convs.<gene___physical___gene>.lin.weight",
                                 "gene_encoder.convs.0.convs.gene__physical_interaction__gene.lin.weight",
                                 "model.gene_encoder.convs.0.convs.gene__physical__gene.lin.weight",
                                 "model._orig_mod.gene_encoder.convs.0.convs.<gene___physical___gene>.lin.weight",
                                 "module.model.gene_encoder.convs.0.convs.<protein___physical___protein>.lin.weight"}) {
            QCOMPARE(QString::fromStdString(canonicalTensorName(name)), QString::fromStdString(wanted));
        }
        for (const char *name :
             {"combiner.0.weight", "gene_encoder.convs.0.convs.", "gene_encoder.convs.0.convs.<", "gene_encoder.convs.",
              "gene_encoder.convs.0.convs.<gene___gene>.x", "gene_encoder.convs.0.convs.<gene___of___reaction>.x",
              "gene_encoder.convs.0.convs.gene____gene.x"}) {
            QCOMPARE(QString::fromStdString(canonicalTensorName(name)), QString(name));
        }
    }

    void anySpellingOfEdgeTypes_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("type");
        QTest::newRow("dots") << "<gene___string12#0_neighborhood___gene>"
                              << "string12.0_neighborhood";
        QTest::newRow("two underscores") << "<gene___tf__link___gene>"
                                         << "tf__link";
        QTest::newRow("two underscores, older") << "gene__tf__link__gene"
                                                << "tf__link";
        QTest::newRow("underscore before") << "gene___link__gene"
                                           << "_link";
        QTest::newRow("underscore after") << "gene__link___gene"
                                          << "link_";
        QTest::newRow("blanks and letters") << "<gene___wei\u00dft nicht___gene>"
                                            << "wei\u00dft nicht";
        QTest::newRow("other nodes") << "orf__genetic_interaction__orf"
                                     << "genetic";
    }

    void anySpellingOfEdgeTypes()
    {
        QFETCH(QString, key);
        QFETCH(QString, type);
        const std::string name = canonicalTensorName("gene_encoder.convs.0.convs." + key.toStdString() + ".lin.weight");
        const std::vector<std::string> types = edgeTypesOfNames({name});
        QCOMPARE(types.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(types.front()), type);
        // The name is the one that the model itself asks for.
        QCOMPARE(QString::fromStdString(name),
                 "gene_encoder.convs.0.convs.<gene___" + type + "_interaction___gene>.lin.weight");
    }

    void manyEdgeTypes()
    {
        std::vector<std::string> names;
        for (int i = 0; i < 100; ++i) {
            names.push_back(
                canonicalTensorName("model.gene_encoder.convs.0.convs.gene__type" + std::to_string(i) + "__gene.bias"));
        }
        QCOMPARE(edgeTypesOfNames(names).size(), std::size_t{100});
        QVERIFY(edgeTypesOfNames({"gene_encoder.convs.0.convs.self.weight"}).empty());
    }

    void sameSeedSameModel()
    {
        const Cell cell = tests::randomCell(1);
        const ModelConfig config = configForCell(nativeDefaults(), cell);
        const CellLatentPerturbation one = makeModel(config, cellSizes(cell), 4);
        const CellLatentPerturbation same = makeModel(config, cellSizes(cell), 4);
        const CellLatentPerturbation other = makeModel(config, cellSizes(cell), 5);
        QVERIFY(at::equal(one.tensors().at("combiner.0.weight"), same.tensors().at("combiner.0.weight")));
        QVERIFY(!at::equal(one.tensors().at("combiner.0.weight"), other.tensors().at("combiner.0.weight")));
        QCOMPARE(one.tensors().size(), parameterSpecs(config, cellSizes(cell)).size());
    }

    void cellsMayLackParts()
    {
        Cell cell = tests::randomCell(1);
        cell.networks.clear();
        cell.features = {};
        cell.metabolism = {};
        const ModelConfig config = configForCell(nativeDefaults(), cell);
        const CellLatentPerturbation model = makeModel(config, cellSizes(cell), 1);
        const CellTensors tensors = makeCellTensors(cell, config, at::kCPU);
        const std::vector<Genotype> genotypes{{}, {1}, {2, 3}};
        const GenotypeBatch batch = makeGenotypeBatch(genotypes, tensors.geneCount, at::kCPU);
        const ModelOutputs outputs = model.forward(model.encode(tensors).combined, batch);
        QVERIFY(outputs.fitness.isfinite().all().item<bool>());
        QCOMPARE(outputs.fitness[0].item<float>(), 1.0F);
    }

    void missingNetworkIsNamed()
    {
        Cell cell = tests::randomCell(1);
        ModelConfig config = configForCell(nativeDefaults(), cell);
        config.edgeTypes = {"physical", "genetic"};
        try {
            makeCellTensors(cell, config, at::kCPU);
            QFAIL("The cell was accepted.");
        } catch (const InputError &error) {
            QVERIFY2(QString::fromStdString(error.what()).contains("genetic"), error.what());
        }
    }

    void everyParameterIsTrained()
    {
        for (unsigned seed = 0; seed < 24; ++seed) {
            const Cell cell = tests::randomCell(seed);
            ModelConfig config = configForCell(tests::randomConfig(seed), cell);
            config.dropout = 0.0;
            const CellLatentPerturbation model = makeModel(config, cellSizes(cell), seed);
            for (at::Tensor parameter : model.trainable()) {
                parameter.requires_grad_(true);
            }
            const CellTensors tensors = makeCellTensors(cell, config, at::kCPU);
            const std::vector<Genotype> genotypes = tests::randomGenotypes(cell.genes.size(), seed);
            const GenotypeBatch batch = makeGenotypeBatch(genotypes, tensors.geneCount, at::kCPU);
            const ModelOutputs outputs = model.forward(model.encode(tensors, true).combined, batch, true);
            (outputs.fitness.square().sum() + outputs.interaction.square().sum()).backward();
            for (const auto &[name, tensor] : model.tensors()) {
                if (!isBuffer(name)) {
                    QVERIFY2(tensor.grad().defined() && tensor.grad().isfinite().all().item<bool>(), name.c_str());
                }
            }
        }
    }

    /// Lethal genes, genes without effect, and a synthetic lethal pair of the latter.
    void nativeFlavourLearnsEpistasis()
    {
        const Cell cell = tests::randomCell(9);
        ModelConfig config = nativeDefaults();
        config.hiddenChannels = 16;
        config.geneInput = GeneInput::Learnable;
        config = configForCell(config, cell);
        config.dropout = 0.0;
        const CellLatentPerturbation model = makeModel(config, cellSizes(cell), 2);
        const CellTensors tensors = makeCellTensors(cell, config, at::kCPU);
        std::vector<Genotype> genotypes;
        std::vector<float> wanted;
        const auto add = [&](Genotype genotype, float fitness) {
            genotypes.push_back(std::move(genotype));
            wanted.push_back(fitness);
        };
        for (GeneIndex gene = 0; gene < 12; ++gene) {
            add({gene}, gene < 3 ? 0.0F : gene < 5 ? 0.6F : 1.0F);
        }
        for (GeneIndex gene = 5; gene < 11; ++gene) {
            add({gene, gene + 1}, gene % 2 == 0 ? 0.0F : 1.0F);
            add({2, gene}, 0.0F);
            add({3, gene}, 0.6F);
        }
        add({3, 4}, 0.36F);
        const GenotypeBatch batch = makeGenotypeBatch(genotypes, tensors.geneCount, at::kCPU);
        const at::Tensor target = at::tensor(at::ArrayRef<float>(wanted));

        std::vector<at::Tensor> parameters = model.trainable();
        std::vector<at::Tensor> first;
        std::vector<at::Tensor> second;
        for (at::Tensor &parameter : parameters) {
            first.push_back(at::zeros_like(parameter));
            second.push_back(at::zeros_like(parameter));
            parameter.requires_grad_(true);
        }
        for (int step = 1; step <= 400; ++step) {
            const ModelOutputs outputs = model.forward(model.encode(tensors, true).combined, batch, true);
            (outputs.fitness - target).square().mean().backward();
            adamStep(parameters, first, second, step, 0.01);
        }
        const at::Tensor fitness = model.forward(model.encode(tensors).combined, batch).fitness.detach();
        const double worst = (fitness - target).abs().max().item<double>();
        qInfo("largest error after training %.3f", worst);
        QVERIFY(worst < 0.1);
        QVERIFY((fitness > 0).all().item<bool>());
    }
};

QTEST_GUILESS_MAIN(ModelTest)
#include "model_test.moc"
