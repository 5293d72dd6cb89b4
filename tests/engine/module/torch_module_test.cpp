#include "engine/module/torch_module.h"

#include "engine/cell/bundle.h"
#include "engine/core/issue.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace knockscape;

namespace
{

const std::filesystem::path parityFolder = std::filesystem::path(KNOCKSCAPE_TEST_DATA) / "parity";

} // namespace

/// The interface behind which libtorch is loaded, and how it fails.
class TorchModuleTest : public QObject
{
    Q_OBJECT

private slots:
    /// First, while nothing is loaded yet.
    void missingModuleIsExplained()
    {
        qputenv("KNOCKSCAPE_TORCH_MODULE", "/nowhere/knockscape_torch.so");
        try {
            torchModule();
            QFAIL("A module was loaded.");
        } catch (const EngineError &error) {
            QVERIFY2(QString::fromStdString(error.what()).contains("/nowhere/knockscape_torch.so"), error.what());
        }
        QTemporaryDir folder;
        QFile file(folder.filePath("module.so"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a library");
        file.close();
        qputenv("KNOCKSCAPE_TORCH_MODULE", file.fileName().toUtf8());
        QVERIFY_EXCEPTION_THROWN(torchModule(), EngineError);
        qunsetenv("KNOCKSCAPE_TORCH_MODULE");
    }

    void loadsOnce()
    {
        TorchModule &module = torchModule();
        QVERIFY(QString::fromStdString(module.version()).startsWith("libtorch "));
        QCOMPARE(&torchModule(), &module);
        QCOMPARE(QString::fromStdString(module.devices().front().id), QString("cpu"));
    }

    void errorsCrossTheModule()
    {
        QVERIFY_EXCEPTION_THROWN(torchModule().describeModel("/nowhere/model.safetensors"), InputError);
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("model.safetensors").toStdString();
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(40, '\xFF'));
        file.close();
        QVERIFY_EXCEPTION_THROWN(torchModule().describeModel(path), InputError);
    }

    void predictsThroughTheInterface()
    {
        std::vector<Issue> issues;
        const auto cell = std::make_shared<const Cell>(readCellBundle(parityFolder / "gcn_plain" / "cell", issues));
        const std::filesystem::path model = parityFolder / "gcn_plain" / "model.safetensors";
        const auto predictor = torchModule().openModels({model}, cell, {"cpu", 1, {}}, {});
        QCOMPARE(QString::fromStdString(predictor->device()), QString("cpu"));
        const Genotype genotype{cell->genes.findId("YAL000C")};
        QVERIFY(std::abs(predictor->predictOne(genotype).fitness - 1.01577485) < 1e-5);

        for (const char *device : {"gpu", "cuda:99", "cuda:-1", "cuda:x", ""}) {
            QVERIFY_EXCEPTION_THROWN(torchModule().openModels({model}, cell, {device, 1, {}}, {}), InputError);
        }
        JobControl cancelled;
        cancelled.cancel.cancel();
        QVERIFY_EXCEPTION_THROWN(torchModule().openModels({model}, cell, {"cpu", 1, {}}, cancelled), Cancelled);
    }

    void describesAModelWithoutACell()
    {
        const ModelSummary summary =
            torchModule().describeModel(parityFolder / "gat_heads_concat" / "model.safetensors");
        QCOMPARE(QString::fromStdString(summary.flavour), QString("torchcell"));
        QCOMPARE(summary.hiddenChannels, std::int64_t{16});
        QVERIFY(summary.parametersPerPart.at("combiner") > 0);
        QCOMPARE(summary.edgeTypes, (std::vector<std::string>{"physical", "regulatory"}));
    }

    void selfCheckPassesOnTheCpu()
    {
        const std::vector<SelfCheck> checks = torchModule().selfCheck({"cpu", 1, {}}, {});
        // Two flavours, four convolutions, two sets of options; forward pass, tables and screen.
        QCOMPARE(checks.size(), std::size_t{48});
        for (const SelfCheck &check : checks) {
            QVERIFY2(check.passed(), check.name.c_str());
            QVERIFY2(!check.part.empty() && check.worst > 0.0, check.name.c_str());
        }
        QVERIFY(!SelfCheck({"nan", std::nan(""), "fitness", 1.0}).passed());
    }
};

QTEST_GUILESS_MAIN(TorchModuleTest)
#include "torch_module_test.moc"
