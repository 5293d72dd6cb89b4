#include "engine/core/files.h"
#include "engine/core/missing_hyperparameters.h"
#include "engine/nn/model_file.h"
#include "engine/nn/parameter_specs.h"

#include "tests/engine/nn/random_cell.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <functional>

using namespace knockscape;
namespace fs = std::filesystem;

namespace
{

bool mentions(const std::vector<Issue> &issues, const std::string &text)
{
    return std::any_of(issues.begin(), issues.end(),
                       [&](const Issue &issue) { return describe(issue).find(text) != std::string::npos; });
}

const std::string firstConvolution = "gene_encoder.convs.0.convs.<gene___physical_interaction___gene>.";

} // namespace

/// What the tensors of a library's layers prove about its options, and what they do not: PyTorch Geometric makes some
/// whether or not an option is on.
class LibraryOptionsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;
    const Cell cell_ = tests::randomCell(7);

    fs::path path() const { return folder_.filePath("model.safetensors").toStdString(); }

    ModelConfig config(ConvolutionType type, const std::function<void(ModelConfig &)> &change = {}) const
    {
        ModelConfig config;
        config.flavour = Flavour::Torchcell;
        config.metabolismMapping = MetabolismMapping::None;
        config.convolution = type;
        config.hiddenChannels = 16;
        if (change) {
            change(config);
        }
        return configForCell(config, cell_);
    }

    /// Writes the tensors of a model of this configuration after `change`, without a word about it.
    void write(const ModelConfig &config, const std::function<void(TensorFile &)> &change = {}) const
    {
        const CellLatentPerturbation model = makeModel(config, cellSizes(cell_), 11);
        TensorFile file;
        for (const auto &[name, tensor] : model.tensors()) {
            const at::Tensor values = tensor.contiguous();
            file.tensors[name] = {
                name, values.sizes().vec(), {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()}, {}};
        }
        if (change) {
            change(file);
        }
        writeSafetensors(path(), file);
    }

    /// JSON of all that leaves no trace in any tensor, and of the convolution's options.
    static std::string stated(const std::string &layerConfig, const std::string &more = {})
    {
        return R"({"activation":"relu","norm":null,"set_transformer_heads":4,"gene_encoder_layer_config":{)" +
               layerConfig + "}" + (more.empty() ? std::string() : "," + more) + "}";
    }

    QString errorOf(const std::string &answers) const
    {
        try {
            std::vector<Issue> issues;
            (void)readModelFile(path(), issues, {{}, answers, {}});
            return {};
        } catch (const InputError &error) {
            return QString::fromStdString(error.what());
        }
    }

    ModelConfig configOf(const std::string &answers, std::vector<Issue> &issues) const
    {
        return readModelFile(path(), issues, {{}, answers, {}}).model.config();
    }

    at::Tensor answersOf(const std::string &answers) const
    {
        std::vector<Issue> issues;
        const ModelFile file = readModelFile(path(), issues, {{}, answers, {}});
        const c10::InferenceMode inference;
        const ModelOutputs outputs =
            file.model.forward(file.model.encode(makeCellTensors(cell_, file.model.config(), at::kCPU)).combined,
                               makeGenotypeBatch(tests::randomGenotypes(24, 3), cell_.genes.size(), at::kCPU));
        return at::stack({outputs.fitness, outputs.interaction});
    }

    static void addLinear(TensorFile &file, const std::string &name, std::int64_t out, std::int64_t in)
    {
        file.tensors[name] = {name, {out, in}, std::vector<float>(static_cast<std::size_t>(out * in), 0.3F), {}};
    }

private slots:
    /// TransformerConv stores lin_skip also with root_weight false, and then does not add it.
    void lin_skipIsThereWithoutARoot()
    {
        const ModelConfig ungated =
            config(ConvolutionType::Transformer, [](ModelConfig &config) { config.convolutionOptions.beta = false; });
        write(ungated);
        // It proves nothing, so it is asked for.
        try {
            std::vector<Issue> issues;
            (void)readModelFile(path(), issues);
            QFAIL("nothing was asked");
        } catch (const MissingHyperparameters &missing) {
            QVERIFY(std::any_of(missing.questions().begin(), missing.questions().end(), [](const auto &question) {
                return question.key == "gene_encoder_layer_config.root_weight";
            }));
        }
        for (const char *options : {R"("root_weight":false)", R"("root_weight":false,"beta":false)",
                                    R"("root_weight":false,"beta":true)", R"("beta":true)"}) {
            std::vector<Issue> issues;
            QVERIFY2(!configOf(stated(options), issues).convolutionOptions.rootWeight, options);
            QVERIFY(mentions(issues, "lin_skip"));
        }
        for (const char *options : {R"("root_weight":true)", R"("root_weight":true,"beta":false)", ""}) {
            std::vector<Issue> issues;
            const ConvolutionOptions read = configOf(stated(options), issues).convolutionOptions;
            QVERIFY2(read.rootWeight && !read.beta, options);
        }
        // A gate without its tensor, where there is a root to weigh.
        const QString error = errorOf(stated(R"("root_weight":true,"beta":true)"));
        QVERIFY2(error.contains("lin_beta"), qPrintable(error));

        // The layer without a root is the layer whose root is zero.
        const at::Tensor without = answersOf(stated(R"("root_weight":false)"));
        const at::Tensor with = answersOf(stated(R"("root_weight":true)"));
        write(ungated, [](TensorFile &file) {
            for (auto &[name, tensor] : file.tensors) {
                if (name.find("lin_skip") != std::string::npos) {
                    std::fill(tensor.floats.begin(), tensor.floats.end(), 0.0F);
                }
            }
        });
        QVERIFY(at::equal(without, answersOf(stated(R"("root_weight":true)"))));
        QVERIFY(!at::allclose(without, with));
    }

    void lin_betaProvesRootAndGate()
    {
        write(config(ConvolutionType::Transformer));
        std::vector<Issue> issues;
        const ConvolutionOptions read = configOf(stated(""), issues).convolutionOptions;
        QVERIFY(read.rootWeight && read.beta);
        for (const char *options : {R"("root_weight":false)", R"("beta":false)"}) {
            QVERIFY(errorOf(stated(options)).contains("contradicts"));
        }
    }

    void biasOfAConvolutionIsProven()
    {
        for (const ConvolutionType type : {ConvolutionType::Gcn, ConvolutionType::Gat, ConvolutionType::Transformer}) {
            for (const bool bias : {true, false}) {
                write(config(type, [&](ModelConfig &config) { config.convolutionOptions.bias = bias; }));
                std::vector<Issue> issues;
                QCOMPARE(configOf(stated(""), issues).convolutionOptions.bias, bias);
                QVERIFY(errorOf(stated(bias ? R"("bias":false)" : R"("bias":true)")).contains("contradicts"));
            }
        }
    }

    /// GINConv stores eps as a parameter or as a buffer; it is read in both cases.
    void train_epsChangesNothing()
    {
        write(config(ConvolutionType::Gin), [](TensorFile &file) {
            for (auto &[name, tensor] : file.tensors) {
                if (name.ends_with(".eps")) {
                    tensor.floats = {0.25F};
                }
            }
        });
        const at::Tensor trained = answersOf(stated(R"("train_eps":true)"));
        QVERIFY(at::equal(trained, answersOf(stated(R"("train_eps":false)"))));
        write(config(ConvolutionType::Gin));
        QVERIFY(!at::allclose(trained, answersOf(stated(""))));
    }

    /// With shared weights PyG stores lin_r as lin_l once more; equal weights need not be shared, and either way
    /// compute the same.
    void sharedWeights()
    {
        write(config(ConvolutionType::Gat), [](TensorFile &file) {
            for (auto &[name, tensor] : file.tensors) {
                if (const std::size_t at = name.find("lin_r."); at != std::string::npos) {
                    tensor.floats = file.tensors.at(std::string(name).replace(at, 6, "lin_l.")).floats;
                }
            }
        });
        const at::Tensor shared = answersOf(stated(R"("share_weights":true)"));
        QVERIFY(at::equal(shared, answersOf(stated(R"("share_weights":false)"))));
        QVERIFY(at::equal(shared, answersOf(stated(""))));
        write(config(ConvolutionType::Gat));
        QVERIFY(errorOf(stated(R"("share_weights":true)")).contains("contradicts"));
    }

    /// edge_dim makes GATv2Conv's lin_edge, which is used only for edges with features; TransformerConv insists on
    /// them.
    void edgeFeatures()
    {
        write(config(ConvolutionType::Gat));
        const at::Tensor plain = answersOf(stated(""));
        write(config(ConvolutionType::Gat),
              [](TensorFile &file) { addLinear(file, firstConvolution + "gat.lin_edge.weight", 16, 3); });
        std::vector<Issue> issues;
        (void)configOf(stated(R"("edge_dim":3)"), issues);
        QVERIFY(mentions(issues, "lin_edge"));
        QVERIFY(at::equal(plain, answersOf(stated(""))));
        write(config(ConvolutionType::Transformer),
              [](TensorFile &file) { addLinear(file, firstConvolution + "lin_edge.weight", 16, 3); });
        const QString error = errorOf(stated(""));
        QVERIFY2(error.contains("lin_edge") && error.contains("edge features"), qPrintable(error));
    }

    /// Layers that share names with ours, and options of ours that compute otherwise, are refused by name.
    void otherLayersAreNotTakenForOurs_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("tensor");
        QTest::newRow("GATConv") << int(ConvolutionType::Gcn) << QByteArray((firstConvolution + "att_src").c_str());
        QTest::newRow("ARMA") << int(ConvolutionType::Gcn) << QByteArray((firstConvolution + "init_weight").c_str());
        QTest::newRow("GATv2Conv with a residual")
            << int(ConvolutionType::Gat) << QByteArray((firstConvolution + "gat.res.weight").c_str());
        QTest::newRow("GINEConv") << int(ConvolutionType::Gin) << QByteArray((firstConvolution + "lin.weight").c_str());
        QTest::newRow("GraphNorm") << int(ConvolutionType::Gcn) << QByteArray("gene_encoder.norms.0.mean_scale");
        QTest::newRow("InstanceNorm with statistics")
            << int(ConvolutionType::Gcn) << QByteArray("gene_encoder.norms.0.running_mean");
    }

    void otherLayersAreNotTakenForOurs()
    {
        QFETCH(int, type);
        QFETCH(QByteArray, tensor);
        write(config(static_cast<ConvolutionType>(type)),
              [&](TensorFile &file) { addLinear(file, tensor.toStdString(), 16, 16); });
        const QString error = errorOf(stated(""));
        QVERIFY2(error.contains(QString::fromUtf8(tensor)) && error.contains("kind of layer"), qPrintable(error));
    }

    /// BatchNorm without running statistics leaves its weights, and is no other norm.
    void batchNormWithoutStatistics()
    {
        write(config(ConvolutionType::Gcn, [](ModelConfig &config) { config.norm = NormType::Batch; }),
              [](TensorFile &file) {
                  std::erase_if(file.tensors,
                                [](const auto &entry) { return entry.first.find("running_") != std::string::npos; });
              });
        const QString error = errorOf(R"({"activation":"relu","set_transformer_heads":4,)"
                                      R"("gene_encoder_layer_config":null})");
        QVERIFY2(error.contains("running_mean"), qPrintable(error));
    }

    /// torchcell stores a hyperedge's vector whether or not attention reads it.
    void hyperedgeEmbeddingProvesNoAttention()
    {
        write(config(ConvolutionType::Gcn), [](TensorFile &file) {
            addLinear(file, "metabolism_processor.hyperedge_embedding", 1, 16);
            addLinear(file, "metabolism_processor.hyper_convs.0.lin.weight", 16, 16);
        });
        for (const char *more : {"", R"("metabolism_attention":false)"}) {
            std::vector<Issue> issues;
            QVERIFY(!configOf(stated("", more), issues).metabolismAttention);
        }
        QVERIFY(errorOf(stated("", R"("metabolism_attention":true)")).contains("contradicts"));
    }

    /// A gate on the stoichiometry is read only where reactions reach the genes.
    void gatedReactions()
    {
        write(config(ConvolutionType::Gcn), [](TensorFile &file) {
            addLinear(file, "metabolism_processor.hyper_convs.0.lin.weight", 16, 16);
            addLinear(file, "metabolism_processor.hyper_convs.0.gate_lin.weight", 1, 16);
        });
        QCOMPARE(errorOf(stated("")), QString());
        const QString error = errorOf(stated("", R"("metabolism_mapping":"reactions")"));
        QVERIFY2(error.contains("gate_lin"), qPrintable(error));
    }
};

QTEST_GUILESS_MAIN(LibraryOptionsTest)
#include "library_options_test.moc"
