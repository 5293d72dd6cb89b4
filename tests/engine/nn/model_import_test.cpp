#include "engine/cell/bundle.h"
#include "engine/core/delimited_table.h"
#include "engine/core/files.h"
#include "engine/core/missing_hyperparameters.h"
#include "engine/core/text.h"
#include "engine/nn/model_file.h"
#include "engine/nn/parameter_specs.h"

#include "tests/engine/nn/random_cell.h"

#include <nlohmann/json.hpp>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace knockscape;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace
{

const fs::path parityFolder = fs::path(KNOCKSCAPE_TEST_DATA) / "parity";

void write(const fs::path &path, const std::string &text)
{
    writeFileAtomically(path, [&](std::ostream &stream) { stream << text; });
}

/// The model's tensors as plain safetensors: no word about hyper-parameters.
TensorFile withoutMetadata(const CellLatentPerturbation &model)
{
    TensorFile file;
    for (const auto &[name, tensor] : model.tensors()) {
        const at::Tensor values = tensor.contiguous();
        file.tensors[name] = {
            name, values.sizes().vec(), {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()}, {}};
    }
    return file;
}

std::vector<std::string> keysOf(const std::vector<HyperparameterQuestion> &questions)
{
    std::vector<std::string> keys;
    for (const HyperparameterQuestion &question : questions) {
        keys.push_back(question.key);
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

/// What `config` says about each question: the answers of a person who knows.
std::string answersOf(const std::vector<HyperparameterQuestion> &questions, const ModelConfig &config)
{
    const Json all = Json::parse(toJson(config));
    Json answers = Json::object();
    for (const HyperparameterQuestion &question : questions) {
        const std::size_t dot = question.key.find('.');
        if (dot == std::string::npos) {
            answers[question.key] = all[question.key];
        } else {
            const std::string group = question.key.substr(0, dot);
            answers[group][question.key.substr(dot + 1)] = all[group][question.key.substr(dot + 1)];
        }
    }
    return answers.dump();
}

std::vector<HyperparameterQuestion> questionsOf(const fs::path &path, const ModelReadOptions &options = {})
{
    try {
        std::vector<Issue> issues;
        (void)readModelFile(path, issues, options);
    } catch (const MissingHyperparameters &missing) {
        return missing.questions();
    }
    return {};
}

QString errorOf(const fs::path &path, const ModelReadOptions &options = {})
{
    try {
        std::vector<Issue> issues;
        (void)readModelFile(path, issues, options);
        return {};
    } catch (const InputError &error) {
        return QString::fromStdString(error.what());
    }
}

bool mentions(const std::vector<Issue> &issues, const std::string &text)
{
    return std::any_of(issues.begin(), issues.end(),
                       [&](const Issue &issue) { return describe(issue).find(text) != std::string::npos; });
}

bool sameTensors(const TensorMap &left, const TensorMap &right)
{
    return left.size() == right.size() && std::all_of(left.begin(), left.end(), [&](const auto &entry) {
               const auto found = right.find(entry.first);
               return found != right.end() && at::equal(entry.second, found->second);
           });
}

} // namespace

/// Models that say little or nothing about themselves.
class ModelImportTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;

    fs::path path(const char *name) const { return folder_.filePath(name).toStdString(); }

    /// A torchcell model of GCN layers, and a file of its tensors alone.
    CellLatentPerturbation plainModel() const
    {
        ModelConfig config;
        config.flavour = Flavour::Torchcell;
        config.metabolismMapping = MetabolismMapping::None;
        config.hiddenChannels = 16;
        config.inChannels = 5;
        config.edgeTypes = {"physical", "regulatory"};
        return makeModel(config, cellSizes(tests::randomCell(1)), 3);
    }

    /// Writes the plain model after `change`, and reads it with hyper-parameters for what is not in its tensors.
    QString errorAfter(const std::function<void(TensorFile &)> &change, const std::string &more = {}) const
    {
        TensorFile file = withoutMetadata(plainModel());
        change(file);
        writeSafetensors(path("changed.safetensors"), file);
        return errorOf(path("changed.safetensors"), {{}, stated(more), {}});
    }

    static std::string stated(const std::string &more = {})
    {
        return R"({"activation":"gelu","norm":"pair","set_transformer_heads":4,"gene_encoder_layer_config":{})" +
               (more.empty() ? std::string() : "," + more) + "}";
    }

private slots:
    void oracles_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("file");
        for (const auto &entry : fs::directory_iterator(parityFolder)) {
            for (const char *file : {"model.pt", "model.ckpt"}) {
                if (fs::exists(entry.path() / file)) {
                    const QString name = QString::fromStdString(entry.path().filename().string());
                    QTest::newRow(qPrintable(name + "/" + file)) << name << file;
                }
            }
        }
    }

    /// The checkpoint, its features of metabolites and its configuration give what PyG's layers gave, also once
    /// converted.
    void oracles()
    {
        QFETCH(QString, folder);
        QFETCH(QString, file);
        const fs::path source = parityFolder / folder.toStdString();
        const ModelReadOptions options{source / "config.json", {}, source / "model.safetensors"};
        std::vector<Issue> issues;
        const ModelFile model = readModelFile(source / file.toStdString(), issues, options);
        const ModelFile reference = readModelFile(source / "model.safetensors", issues);
        QVERIFY(model.model.config() == reference.model.config());
        QVERIFY(sameTensors(model.model.tensors(), reference.model.tensors()));
        QVERIFY(mentions(issues, "gene_encoder.pred_head.*"));

        writeModelFile(path("converted.safetensors"), model);
        std::vector<Issue> none;
        const ModelFile converted = readModelFile(path("converted.safetensors"), none);
        QVERIFY(none.empty());
        QVERIFY(converted.model.config() == model.model.config());
        QVERIFY(sameTensors(converted.model.tensors(), model.model.tensors()));

        const Cell cell = readCellBundle(source / "cell", issues);
        requireFit(converted, cell, "converted");
        const CellTensors tensors = makeCellTensors(cell, converted.model.config(), at::kCPU);
        const c10::InferenceMode inference;
        const DelimitedTable expected = DelimitedTable::read(source / "expected.tsv");
        std::vector<Genotype> genotypes;
        for (std::size_t row = 0; row < expected.rowCount(); ++row) {
            std::vector<GeneIndex> genes;
            for (const std::string_view id : split(expected.cell(row, expected.column("knockouts")), ";", true)) {
                genes.push_back(cell.genes.findId(id));
            }
            genotypes.emplace_back(genes);
        }
        const ModelOutputs outputs = converted.model.forward(converted.model.encode(tensors).combined,
                                                             makeGenotypeBatch(genotypes, tensors.geneCount, at::kCPU));
        for (std::size_t row = 0; row < genotypes.size(); ++row) {
            const auto index = static_cast<std::int64_t>(row);
            const double fitness = expected.number(row, expected.column("fitness"));
            const double interaction = expected.number(row, expected.column("interaction"));
            QVERIFY(std::abs(outputs.fitness[index].item<double>() - fitness) <= 1e-5);
            QVERIFY(std::abs(outputs.interaction[index].item<double>() - interaction) <= 1e-5);
        }
    }

    /// Without any config the tensors tell all but what leaves no trace.
    void oraclesByTheirTensors_data() { oracles_data(); }

    void oraclesByTheirTensors()
    {
        QFETCH(QString, folder);
        QFETCH(QString, file);
        const fs::path source = parityFolder / folder.toStdString();
        const fs::path copy = path(file.endsWith("ckpt") ? "copy.ckpt" : "copy.pt");
        fs::copy_file(source / file.toStdString(), copy, fs::copy_options::overwrite_existing);
        std::vector<Issue> issues;
        ModelConfig wanted = parseModelConfig(readFile(source / "config.json"), "config.json", issues,
                                              readModelFile(source / "model.safetensors", issues).model.config());
        wanted.metabolismMapping = MetabolismMapping::None;
        issues.clear();
        if (file == "model.ckpt") {
            // A Lightning checkpoint states its hyper-parameters.
            const ModelFile model = readModelFile(copy, issues);
            QVERIFY(model.model.config() == wanted);
            QVERIFY(mentions(issues, "metabolism_mapping"));
            QCOMPARE(model.format, std::string("PyTorch Lightning checkpoint"));
            QVERIFY(std::count(model.origin.begin(), model.origin.end(),
                               std::pair<std::string, std::string>("epoch", "7")) == 1);
            return;
        }
        const std::vector<HyperparameterQuestion> questions = questionsOf(copy);
        QVERIFY(!questions.empty());
        const ModelFile model = readModelFile(copy, issues, {{}, answersOf(questions, wanted), {}});
        QVERIFY2(toJson(model.model.config()) == toJson(wanted),
                 qPrintable(QString::fromStdString(toJson(model.model.config()) + "\n" + toJson(wanted))));
    }

    /// A model of any configuration is recognised by its tensors and the answers to the questions, whatever prefix its
    /// names have.
    void everyConfiguration()
    {
        const Cell cell = tests::randomCell(5);
        for (unsigned seed = 0; seed < 200; ++seed) {
            ModelConfig config = configForCell(tests::randomConfig(seed), cell);
            // Attention in no layer leaves a tensor that nothing reads.
            config.metabolismAttention = config.metabolismAttention && config.metabolismHyperconvLayers > 0;
            const CellLatentPerturbation model = makeModel(config, cellSizes(cell), seed);
            const TensorFile file = withoutMetadata(model);
            TensorFile prefixed;
            const char *prefixes[] = {"", "model.", "module.", "net.model.", "_orig_mod."};
            for (auto [name, tensor] : file.tensors) {
                tensor.name = prefixes[seed % 5] + name;
                prefixed.tensors[tensor.name] = tensor;
            }
            prefixed.tensors["loss_func.weight"] = {"loss_func.weight", {1}, {1.0F}, {}};
            writeSafetensors(path("any.safetensors"), prefixed);

            std::string answers = answersOf(questionsOf(path("any.safetensors")), config);
            Json json = Json::parse(answers);
            json["metabolism_mapping"] = Json::parse(toJson(config))["metabolism_mapping"];
            const QString error = errorOf(path("any.safetensors"), {{}, json.dump(), {}});
            QVERIFY2(error.isEmpty(), qPrintable(error + "\n" + QString::fromStdString(toJson(config))));
            std::vector<Issue> issues;
            const ModelFile read = readModelFile(path("any.safetensors"), issues, {{}, json.dump(), {}});
            QVERIFY2(sameTensors(read.model.tensors(), model.tensors()), qPrintable(QString::number(seed)));
            QVERIFY(mentions(issues, "loss_func."));

            const CellTensors tensors = makeCellTensors(cell, config, at::kCPU);
            const c10::InferenceMode inference;
            const GenotypeBatch batch = makeGenotypeBatch(tests::randomGenotypes(24, seed), 24, at::kCPU);
            const ModelOutputs before = model.forward(model.encode(tensors).combined, batch);
            const ModelOutputs after = read.model.forward(
                read.model.encode(makeCellTensors(cell, read.model.config(), at::kCPU)).combined, batch);
            QVERIFY2(at::equal(before.fitness, after.fitness) && at::equal(before.interaction, after.interaction),
                     qPrintable(QString::fromStdString(toJson(config) + "\n" + toJson(read.model.config()))));
        }
    }

    void questionsNameKeyValuesAndDefault()
    {
        writeSafetensors(path("plain.safetensors"), withoutMetadata(plainModel()));
        const std::vector<HyperparameterQuestion> questions = questionsOf(path("plain.safetensors"));
        QCOMPARE(keysOf(questions),
                 (std::vector<std::string>{"activation", "gene_encoder_layer_config.add_self_loops",
                                           "gene_encoder_layer_config.is_skip_connection",
                                           "gene_encoder_layer_config.normalize", "norm", "set_transformer_heads"}));
        for (const HyperparameterQuestion &question : questions) {
            QVERIFY(!question.meaning.empty());
            QVERIFY(std::count(question.allowed.begin(), question.allowed.end(), question.torchcellDefault) == 1);
            const QString error = errorOf(path("plain.safetensors"));
            QVERIFY(error.contains(QString::fromStdString(question.key)));
        }
        const QString error = errorOf(path("plain.safetensors"));
        QVERIFY2(error.contains("\"relu\", \"gelu\"") && error.contains("default is \"relu\""), qPrintable(error));
        QVERIFY2(error.contains("1, 2, 4, 8, 16") && error.contains("default is 4"), qPrintable(error));
    }

    void aStatedLayerConfigIsComplete()
    {
        writeSafetensors(path("plain.safetensors"), withoutMetadata(plainModel()));
        std::vector<Issue> issues;
        const ModelFile file = readModelFile(path("plain.safetensors"), issues, {{}, stated(), {}});
        QVERIFY(file.model.config().convolutionOptions == ConvolutionOptions{});
        QVERIFY(file.model.config().activation == ActivationType::Gelu);
        QVERIFY(mentions(issues, "gene_encoder_layer_config.normalize = true"));
    }

    void answersCountMoreThanConfig()
    {
        writeSafetensors(path("plain.safetensors"), withoutMetadata(plainModel()));
        write(path("some.json"), stated());
        std::vector<Issue> issues;
        const ModelFile file =
            readModelFile(path("plain.safetensors"), issues, {path("some.json"), R"({"activation":"tanh"})", {}});
        QVERIFY(file.model.config().activation == ActivationType::Tanh);
        QVERIFY(file.model.config().norm == NormType::Pair);
    }

    void unusedHyperparametersAreAcceptedAndSaid()
    {
        writeSafetensors(path("plain.safetensors"), withoutMetadata(plainModel()));
        std::vector<Issue> issues;
        (void)readModelFile(path("plain.safetensors"), issues,
                            {{}, stated(R"("out_channels":3,"metabolism_num_layers":9,"hiden":4)"), {}});
        QVERIFY(mentions(issues, "out_channels"));
        QVERIFY(mentions(issues, "metabolism_num_layers"));
        QVERIFY(mentions(issues, "hiden"));
    }

    void contradictionsNameBothValues_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("tensors");
        QTest::newRow("hidden") << QByteArray(R"("hidden_channels":32)") << "hidden_channels"
                                << "16";
        QTest::newRow("input") << QByteArray(R"("in_channels":7)") << "in_channels"
                               << "5";
        QTest::newRow("layers") << QByteArray(R"("gene_encoder_num_layers":2)") << "gene_encoder_num_layers"
                                << "3";
        QTest::newRow("type") << QByteArray(R"("gene_encoder_conv_type":"GIN")") << "conv_type"
                              << "GCN";
        QTest::newRow("head layers") << QByteArray(R"("head_num_layers":3)") << "head_num_layers"
                                     << "2";
        QTest::newRow("head factor") << QByteArray(R"("head_hidden_factor":2)") << "head_hidden_factor"
                                     << "1.0";
        QTest::newRow("networks") << QByteArray(R"("edge_types":["physical"])") << "edge_types"
                                  << "regulatory";
        QTest::newRow("embedding") << QByteArray(R"("learnable_embedding":true)") << "learnable_embedding"
                                   << "";
        QTest::newRow("flavour") << QByteArray(R"("flavour":"native")") << "flavour"
                                 << "torchcell";
        QTest::newRow("set layers") << QByteArray(R"("set_transformer_layers":5)") << "set_transformer_layers"
                                    << "2";
    }

    void contradictionsNameBothValues()
    {
        QFETCH(QByteArray, more);
        QFETCH(QString, key);
        QFETCH(QString, tensors);
        const QString error = errorAfter([](TensorFile &) {}, more.toStdString());
        QVERIFY2(error.contains(key) && error.contains("contradicts") && error.contains(tensors), qPrintable(error));
    }

    void normsThatTensorsRuleOut()
    {
        writeSafetensors(path("plain.safetensors"), withoutMetadata(plainModel()));
        const QString error =
            errorOf(path("plain.safetensors"), {{},
                                                R"({"norm":"batch","activation":"relu","set_transformer_heads":4,)"
                                                R"("gene_encoder_layer_config":null})",
                                                {}});
        QVERIFY2(error.contains("norm") && error.contains("\"batch\"") && error.contains("instance"),
                 qPrintable(error));
    }

    void equalMeaningsAreNoContradictions()
    {
        QCOMPARE(errorAfter([](TensorFile &) {},
                            R"("head_num_layers":1,"combiner_hidden_factor":1.03,"hidden_channels":16.0,)"
                            R"("edge_types":[["gene","regulatory_interaction","gene"],"physical"])"),
                 QString());
    }

    void missingAndMisshapenTensorsAreNamed()
    {
        QString error = errorAfter([](TensorFile &file) { file.tensors.erase("combiner.0.weight"); });
        QVERIFY2(error.contains("combiner.0.weight"), qPrintable(error));
        error = errorAfter([](TensorFile &file) {
            file.tensors.erase("fitness_head.4.bias");
            file.tensors.erase("perturbed_processor.output_norm.bias");
        });
        QVERIFY2(error.contains("fitness_head.4.bias") && error.contains("[1]"), qPrintable(error));
        QVERIFY2(error.contains("perturbed_processor.output_norm.bias") && error.contains("[16]"), qPrintable(error));
        error = errorAfter([](TensorFile &file) {
            NamedTensor &tensor =
                file.tensors.at("gene_encoder.convs.1.convs.<gene___physical_interaction___gene>.lin.weight");
            tensor.shape = {8, 32};
        });
        QVERIFY2(error.contains("convs.1.") && error.contains("[8, 32]") && error.contains("[16, 16]"),
                 qPrintable(error));
        error = errorAfter([](TensorFile &file) { file.tensors.at("combiner.0.bias").floats[0] = std::nanf(""); });
        QVERIFY2(error.contains("combiner.0.bias") && error.contains("not finite"), qPrintable(error));
        error = errorAfter([](TensorFile &file) {
            const auto tensor = file.tensors.at("fitness_head.0.weight");
            file.tensors.clear();
            file.tensors["encoder.weight"] = tensor;
        });
        QVERIFY2(error.contains("not a CellLatentPerturbation model") && error.contains("encoder.*"),
                 qPrintable(error));
    }

    void reactionsNeedFeaturesOfMetabolites()
    {
        writeSafetensors(path("plain.safetensors"), withoutMetadata(plainModel()));
        const ModelReadOptions options{{}, stated(R"("metabolism_mapping":"reactions")"), {}};
        const QString error = errorOf(path("plain.safetensors"), options);
        QVERIFY2(error.contains("metabolite_features") && error.contains("[metabolites, 16]") &&
                     error.contains("--tensors"),
                 qPrintable(error));
        QCOMPARE(keysOf(questionsOf(path("plain.safetensors"), options)),
                 (std::vector<std::string>{"metabolism_mapping"}));
    }

    void namesOfOlderPyg()
    {
        TensorFile file = withoutMetadata(plainModel());
        TensorFile older;
        for (auto [name, tensor] : file.tensors) {
            QString renamed = QString::fromStdString(name);
            renamed.replace("<gene___physical_interaction___gene>", "gene__physical_interaction__gene");
            renamed.replace("<gene___regulatory_interaction___gene>", "gene__regulatory__gene");
            tensor.name = "model." + renamed.toStdString();
            older.tensors[tensor.name] = tensor;
        }
        writeSafetensors(path("older.safetensors"), older);
        std::vector<Issue> issues;
        const ModelFile read = readModelFile(path("older.safetensors"), issues, {{}, stated(), {}});
        QVERIFY(sameTensors(read.model.tensors(), plainModel().tensors()));
    }
};

QTEST_GUILESS_MAIN(ModelImportTest)
#include "model_import_test.moc"
