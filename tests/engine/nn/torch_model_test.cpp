#include "engine/nn/model_file.h"
#include "tests/engine/nn/configuration_sweep.h"
#include "tests/engine/nn/implementation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace knockscape;
using tests::Outputs;

namespace
{

constexpr unsigned cases = 40;

const std::vector<Genotype> genotypes{{}, {0}, {23}, {3, 5}, {1, 8, 9}, {0, 1, 4, 8, 12, 17, 20, 23}};

QString pythonWithTorch()
{
    for (const QString &python : {QStringLiteral("/usr/bin/python3"), QStringLiteral("python3")}) {
        QProcess process;
        process.start(python, {"-c", "import torch"});
        if (process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit &&
            process.exitCode() == 0) {
            return python;
        }
    }
    return {};
}

template <class Values>
QJsonArray toJsonArray(const Values &values)
{
    QJsonArray array;
    for (const auto value : values) {
        array.append(static_cast<double>(value));
    }
    return array;
}

QJsonArray networksOf(const Cell &cell, const ModelConfig &config)
{
    QJsonArray networks;
    for (const std::string &type : config.edgeTypes) {
        QJsonArray edges;
        for (const GeneNetwork &network : cell.networks) {
            if (canonicalEdgeType(network.type()) == type) {
                for (const GeneEdge &edge : network.messageEdges()) {
                    edges.append(QJsonArray{edge.source, edge.target});
                }
            }
        }
        networks.append(edges);
    }
    return networks;
}

QJsonObject toJsonObject(const Cell &cell, const ModelConfig &config)
{
    const Hypergraph graph = buildHypergraph(cell.metabolism, cell.hyperedges);
    QJsonArray features;
    QJsonArray genesOfHyperedge;
    QJsonArray sets;
    for (std::size_t gene = 0; gene < cell.genes.size(); ++gene) {
        features.append(
            toJsonArray(std::span(cell.features.values).subspan(gene * cell.features.columns, cell.features.columns)));
    }
    for (std::size_t edge = 0; edge < graph.hyperedgeCount(); ++edge) {
        const auto begin = static_cast<std::size_t>(graph.geneOffsets[edge]);
        const auto end = static_cast<std::size_t>(graph.geneOffsets[edge + 1]);
        genesOfHyperedge.append(toJsonArray(std::span(graph.genes).subspan(begin, end - begin)));
    }
    for (const Genotype &genotype : genotypes) {
        sets.append(toJsonArray(genotype.genes()));
    }
    return {{"features", features},
            {"networks", networksOf(cell, config)},
            {"metabolites", static_cast<int>(graph.nodeCount())},
            {"node", toJsonArray(graph.incidenceNode)},
            {"hyperedge", toJsonArray(graph.incidenceHyperedge)},
            {"stoichiometry", toJsonArray(graph.stoichiometry)},
            {"genes_of_hyperedge", genesOfHyperedge},
            {"genotypes", sets}};
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), qPrintable(path));
}

std::vector<double> numbers(const QJsonValue &value)
{
    std::vector<double> result;
    for (const QJsonValue &entry : value.toArray()) {
        if (entry.isArray()) {
            const std::vector<double> row = numbers(entry);
            result.insert(result.end(), row.begin(), row.end());
        } else {
            result.push_back(entry.toDouble());
        }
    }
    return result;
}

struct Case {
    QString name;
    std::shared_ptr<const Cell> cell;
    CellLatentPerturbation model;
};

/// A model as torchcell has them, which always have networks.
Case makeCase(unsigned seed)
{
    ModelConfig config = tests::arbitraryConfig(seed).config;
    config.flavour = Flavour::Torchcell;
    if (config.edgeTypes.empty()) {
        config.edgeTypes = {"physical"};
    }
    const auto cell = std::make_shared<const Cell>(tests::edgeCaseCell(seed));
    CellLatentPerturbation model = makeArbitraryModel(config, cellSizes(*cell), seed);
    if (config.geneInput != GeneInput::Features) {
        // Some longer than max_norm, none so long that it was never bounded.
        at::Tensor vectors = model.tensors().at("gene_encoder.node_embedding.weight");
        vectors.mul_(1.4 / vectors.square().sum(1).sqrt().max());
    }
    return {QString("case-%1").arg(seed, 3, 10, QChar('0')), cell, std::move(model)};
}

} // namespace

/// Compares every implementation, the reference too, with PyTorch's modules under random configurations.
class TorchModelTest : public QObject
{
    Q_OBJECT

private slots:
    void everyImplementationAgreesWithPyTorch()
    {
        const QString python = pythonWithTorch();
        if (python.isEmpty()) {
            QSKIP("No Python with PyTorch is here.");
        }
        const QTemporaryDir folder;
        std::vector<Case> all;
        for (unsigned seed = 0; seed < cases; ++seed) {
            all.push_back(makeCase(seed));
            const Case &made = all.back();
            const QString path = folder.filePath(made.name);
            QVERIFY(QDir().mkpath(path));
            write(path + "/config.json", QByteArray::fromStdString(toJson(made.model.config())));
            const QJsonObject cell = toJsonObject(*made.cell, made.model.config());
            write(path + "/cell.json", QJsonDocument(cell).toJson());
            writeModelFile((path + "/model.safetensors").toStdString(), made.model, *made.cell, {});
        }
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(python, {"-B", "-W", "ignore", KNOCKSCAPE_TORCH_MODEL, folder.path()});
        QVERIFY(process.waitForFinished(250'000));
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());

        std::vector<tests::Implementation> implementations = tests::fastImplementations();
        implementations.push_back(tests::referenceImplementation());
        for (const Case &made : all) {
            QFile file(folder.filePath(made.name + "/expected.json"));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
            const Outputs expected{numbers(json["gene"]),     numbers(json["metabolism"]),
                                   numbers(json["combined"]), numbers(json["perturbed"]),
                                   numbers(json["fitness"]),  numbers(json["interaction"])};
            QCOMPARE(expected.fitness.size(), genotypes.size());
            for (const tests::Implementation &implementation : implementations) {
                const Outputs actual = implementation.run(made.model, made.cell, genotypes);
                const QString problem = tests::difference(actual, expected, implementation.tolerance);
                QVERIFY2(problem.isEmpty(),
                         qPrintable(made.name + ", " + QString::fromStdString(implementation.name) + ": " + problem +
                                    '\n' + QString::fromStdString(toJson(made.model.config()))));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TorchModelTest)
#include "torch_model_test.moc"
