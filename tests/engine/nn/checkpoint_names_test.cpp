#include "engine/cell/bundle.h"
#include "engine/checkpoint/sharded_checkpoint.h"
#include "engine/core/delimited_table.h"
#include "engine/core/files.h"
#include "engine/core/text.h"
#include "engine/nn/model_file.h"
#include "engine/nn/tensor_names.h"

#include "tests/engine/checkpoint/checkpoint_bytes.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace knockscape;
namespace fs = std::filesystem;

namespace
{

const fs::path dataFolder = KNOCKSCAPE_TEST_DATA;
const fs::path parity = dataFolder / "parity" / "none_mapping_default";
const fs::path activationCheckpoint = dataFolder / "checkpoints" / "activation_checkpointing.ckpt";

QString errorOf(const fs::path &path)
{
    try {
        std::vector<Issue> issues;
        (void)readModelFile(path, issues);
        return {};
    } catch (const InputError &error) {
        return QString::fromStdString(error.what());
    }
}

/// How far the model's answers are from those that PyG's layers gave for the fixture.
double errorAgainstPyG(const ModelFile &file)
{
    std::vector<Issue> issues;
    const Cell cell = readCellBundle(parity / "cell", issues);
    requireFit(file, cell, "model");
    const CellTensors tensors = makeCellTensors(cell, file.model.config(), at::kCPU);
    const DelimitedTable expected = DelimitedTable::read(parity / "expected.tsv");
    std::vector<Genotype> genotypes;
    for (std::size_t row = 0; row < expected.rowCount(); ++row) {
        std::vector<GeneIndex> genes;
        for (const std::string_view id : split(expected.cell(row, expected.column("knockouts")), ";", true)) {
            genes.push_back(cell.genes.findId(id));
        }
        genotypes.emplace_back(genes);
    }
    const c10::InferenceMode inference;
    const ModelOutputs outputs = file.model.forward(file.model.encode(tensors).combined,
                                                    makeGenotypeBatch(genotypes, tensors.geneCount, at::kCPU));
    double largest = 0.0;
    for (std::size_t row = 0; row < genotypes.size(); ++row) {
        const auto index = static_cast<std::int64_t>(row);
        for (const auto &[column, values] :
             {std::pair{"fitness", outputs.fitness}, std::pair{"interaction", outputs.interaction}}) {
            largest = std::max(largest,
                               std::abs(values[index].item<double>() - expected.number(row, expected.column(column))));
        }
    }
    return genotypes.empty() ? std::nan("") : largest;
}

/// The tensors of the fixture under other names, as safetensors.
void rename(const fs::path &path, const std::function<std::string(const std::string &)> &renamed,
            const std::vector<std::string> &beside = {})
{
    std::vector<Issue> issues;
    const ModelFile model = readModelFile(activationCheckpoint, issues);
    TensorFile file;
    for (const auto &[name, tensor] : model.model.tensors()) {
        const at::Tensor values = tensor.contiguous();
        const std::string key = renamed(name);
        file.tensors[key] = {
            key, values.sizes().vec(), {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()}, {}};
    }
    for (const std::string &name : beside) {
        file.tensors[name] = {name, {1}, {1.0F}, {}};
    }
    writeSafetensors(path, file);
}

} // namespace

/// Checkpoints of models that were wrapped, copied or divided while they were trained.
class CheckpointNamesTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;

    fs::path path(const std::string &name) const
    {
        return folder_.filePath(QString::fromStdString(name)).toStdString();
    }

    /// An empty file, with its folders.
    void touch(const std::string &name) const
    {
        fs::create_directories(path(name).parent_path());
        writeFileAtomically(path(name), [](std::ostream &stream) { stream << ' '; });
    }

private slots:
    void activationCheckpointing()
    {
        std::vector<Issue> issues;
        const ModelFile file = readModelFile(activationCheckpoint, issues);
        QCOMPARE(file.format, std::string("PyTorch Lightning checkpoint"));
        QVERIFY(errorAgainstPyG(file) <= 1e-5);
    }

    void wrappersAreNoPartOfAName_data()
    {
        QTest::addColumn<QByteArray>("wrapped");
        QTest::addColumn<QByteArray>("plain");
        const auto row = [](const char *wrapped, const char *plain) {
            QTest::newRow(wrapped) << QByteArray(wrapped) << QByteArray(plain);
        };
        row("model._orig_mod.combiner.0.weight", "combiner.0.weight");
        row("_forward_module.model.combiner.0.weight", "combiner.0.weight");
        row("module.model.combiner._checkpoint_wrapped_module.0.weight", "combiner.0.weight");
        row("_fsdp_wrapped_module.combiner._fsdp_wrapped_module._checkpoint_wrapped_module.0.weight",
            "combiner.0.weight");
        row("model.module._orig_mod.fitness_head.4.bias", "fitness_head.4.bias");
        row("perturbed_processor.module.layers.0._orig_mod.in_proj_weight",
            "perturbed_processor.layers.0.in_proj_weight");
        row("gene_encoder.convs.0._checkpoint_wrapped_module.convs.<gene___physical.2___gene>._orig_mod.lin.weight",
            "gene_encoder.convs.0.convs.<gene___physical.2_interaction___gene>.lin.weight");
        // PyG's BatchNorm has a module of that name itself.
        row("gene_encoder.norms.0.module.weight", "gene_encoder.norms.0.module.weight");
        row("module.gene_encoder.norms.1._checkpoint_wrapped_module.module.running_mean",
            "gene_encoder.norms.1.module.running_mean");
        row("gene_encoder.norms.1.module.module.bias", "gene_encoder.norms.1.module.bias");
        // Parts of other names.
        row("submodule.weight", "submodule.weight");
        row("remodel.module_list.0", "remodel.module_list.0");
        row("", "");
    }

    void wrappersAreNoPartOfAName()
    {
        QFETCH(QByteArray, wrapped);
        QFETCH(QByteArray, plain);
        QCOMPARE(QByteArray::fromStdString(canonicalTensorName(wrapped.toStdString())), plain);
    }

    void wrappedModelsGiveTheSameNumbers_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("behind");
        QTest::newRow("averaged model") << QByteArray() << QByteArray("module.") << QByteArray();
        QTest::newRow("compiled, in parallel, in Lightning")
            << QByteArray() << QByteArray("model.module._orig_mod.") << QByteArray();
        QTest::newRow("Fabric") << QByteArray() << QByteArray("_forward_module._original_module.") << QByteArray();
        QTest::newRow("a part in FSDP") << QByteArray("fitness_head.") << QByteArray("model.")
                                        << QByteArray("_fsdp_wrapped_module._checkpoint_wrapped_module.");
        QTest::newRow("the encoder in parallel")
            << QByteArray("gene_encoder.") << QByteArray("net.") << QByteArray("module.");
    }

    void wrappedModelsGiveTheSameNumbers()
    {
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, behind);
        rename(path("wrapped.safetensors"),
               [&](const std::string &name) {
                   const bool inside = name.starts_with(part.toStdString());
                   return before.toStdString() +
                          (inside ? part.toStdString() + behind.toStdString() + name.substr(std::size_t(part.size()))
                                  : name);
               },
               {"n_averaged"});
        fs::copy_file(parity / "config.json", path("config.json"), fs::copy_options::overwrite_existing);
        std::vector<Issue> issues;
        const ModelFile file = readModelFile(path("wrapped.safetensors"), issues);
        QVERIFY(errorAgainstPyG(file) <= 1e-5);
    }

    /// The weights themselves go before an averaged copy, and the copy is named.
    void averagedCopies()
    {
        rename(path("copies.safetensors"), [](const std::string &name) { return "online_model." + name; });
        TensorFile file = readSafetensors(path("copies.safetensors"));
        TensorFile both = file;
        for (auto [name, tensor] : file.tensors) {
            tensor.name = "ema_model.module." + name.substr(std::string("online_model.").size());
            std::fill(tensor.floats.begin(), tensor.floats.end(), 0.5F);
            both.tensors[tensor.name] = tensor;
        }
        writeSafetensors(path("copies.safetensors"), both);
        fs::copy_file(parity / "config.json", path("config.json"), fs::copy_options::overwrite_existing);
        std::vector<Issue> issues;
        QVERIFY(errorAgainstPyG(readModelFile(path("copies.safetensors"), issues)) <= 1e-5);
        QVERIFY(std::any_of(issues.begin(), issues.end(), [](const Issue &issue) {
            return describe(issue).find("ema_model.*") != std::string::npos;
        }));
    }

    void flattenedParametersAreNamed()
    {
        for (const char *name : {"model._fsdp_wrapped_module._flat_param", "flat_param_0", "combiner.flat_param"}) {
            rename(path("flat.safetensors"), [](const std::string &plain) { return "model." + plain; }, {name});
            const QString error = errorOf(path("flat.safetensors"));
            QVERIFY2(error.contains("FSDP") && error.contains(name) && error.contains("full"), qPrintable(error));
        }
        QVERIFY(!isFlattenedParameter("model.flat_params.0"));
    }

    void partsOfTensorsAreNamed()
    {
        using namespace tests;
        // A DTensor as PyTorch 2 pickles it, and a ShardedTensor.
        const std::string distributed = std::string("ctorch._tensor\n_rebuild_from_type_v2\n(") +
                                        "ctorch._utils\n_rebuild_wrapper_subclass\n" +
                                        "ctorch.distributed.tensor\nDTensor\n)}tR";
        const std::string sharded = "ctorch.distributed._shard.sharded_tensor.api\nShardedTensor\n)\x81";
        for (const std::string &value : {distributed, sharded}) {
            const std::string bytes = checkpointOf(wholePickle(pickledDict({{"combiner.0.weight", value}})), {});
            writeFileAtomically(path("part.pt"), [&](std::ostream &stream) { stream << bytes; });
            const QString error = errorOf(path("part.pt"));
            QVERIFY2(error.contains("combiner.0.weight") && error.contains("full_state_dict"), qPrintable(error));
        }
    }

    void foldersOfShardsAreNamed()
    {
        const QString deepSpeed = errorOf(dataFolder / "checkpoints" / "deepspeed.ckpt");
        QVERIFY2(deepSpeed.contains("folder of shards") && deepSpeed.contains("DeepSpeed") &&
                     deepSpeed.contains("zero_to_fp32.py"),
                 qPrintable(deepSpeed));
        const QString shard =
            errorOf(dataFolder / "checkpoints" / "deepspeed.ckpt" / "checkpoint" / "mp_rank_00_model_states.pt");
        QVERIFY2(shard.contains("shard") && shard.contains("DeepSpeed"), qPrintable(shard));

        touch("fsdp/.metadata");
        touch("fsdp/__0_0.distcp");
        touch("fsdp/meta.pt");
        touch("numbered/model.safetensors.index.json");
        touch("numbered/model-00001-of-00002.safetensors");
        touch("single/model.safetensors");
        touch("unpacked/m/data.pkl");
        fs::create_directories(path("empty"));
        const QString fsdp = errorOf(path("fsdp"));
        QVERIFY2(fsdp.contains("folder of shards") && fsdp.contains("dcp_to_torch_save"), qPrintable(fsdp));
        QVERIFY(errorOf(path("fsdp/__0_0.distcp")).contains("one of several shards"));
        QVERIFY(errorOf(path("numbered")).contains("folder of shards"));
        QVERIFY(errorOf(path("numbered/model-00001-of-00002.safetensors")).contains("one of several shards"));
        const QString single = errorOf(path("single"));
        QVERIFY2(single.contains("folder, not a model") && single.contains("model.safetensors"), qPrintable(single));
        QVERIFY(errorOf(path("unpacked")).contains("unpacked"));
        QVERIFY(errorOf(path("empty")).contains("folder, not a model"));
        QVERIFY(!describeShards(path("single")) && !describeShards(path("empty")) && !describeShards(path("nowhere")));
        QVERIFY(!describeShards("model-00001-of-00001.safetensors"));
        QVERIFY(!describeShards("best-of-3.pt") && !describeShards("-of-.pt"));
    }
};

QTEST_GUILESS_MAIN(CheckpointNamesTest)
#include "checkpoint_names_test.moc"
