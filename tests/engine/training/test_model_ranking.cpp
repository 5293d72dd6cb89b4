#include "engine/training/model_ranking.h"

#include "engine/core/files.h"
#include "engine/core/safetensors.h"
#include "engine/training/ranking_validation.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>

using namespace knockscape;

namespace
{

constexpr std::size_t geneCount = 40;

/// A made-up model: any function of the genes does.
double fitnessOf(const Genotype &genotype)
{
    double value = 1.0;
    for (const GeneIndex gene : genotype.genes()) {
        value *= 0.6 + 0.01 * static_cast<double>((gene * 7) % 40);
    }
    return value - (genotype.size() > 1 ? 0.3 * std::abs(std::sin(static_cast<double>(genotype.genes()[0]))) : 0.0);
}

double interactionOf(const Genotype &genotype)
{
    double sum = 0.0;
    for (const GeneIndex gene : genotype.genes()) {
        sum += std::cos(static_cast<double>(gene * gene));
    }
    return 0.2 * sum;
}

PhenotypeValues answers(const std::vector<Genotype> &genotypes)
{
    PhenotypeValues values;
    for (const Genotype &genotype : genotypes) {
        values.fitness.push_back(fitnessOf(genotype));
        values.interaction.push_back(interactionOf(genotype));
    }
    return values;
}

std::vector<double> singles()
{
    std::vector<double> values;
    for (std::size_t gene = 0; gene < geneCount; ++gene) {
        values.push_back(fitnessOf(Genotype{static_cast<GeneIndex>(gene)}));
    }
    return values;
}

Label label(const Genotype &genotype, double fitness, double interaction, Split split = Split::Unassigned)
{
    Label row;
    row.genotype = genotype;
    row.fitness = fitness;
    row.interaction = interaction;
    row.split = split;
    return row;
}

RankingRows randomRows(unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> noise(0.0, 0.15);
    RankingRows rows;
    rows.seed = seed;
    std::set<Genotype> used;
    while (used.size() < 120) {
        std::vector<GeneIndex> genes{static_cast<GeneIndex>(random() % geneCount),
                                     static_cast<GeneIndex>(random() % geneCount)};
        if (used.size() % 3 == 0) {
            genes.push_back(static_cast<GeneIndex>(random() % geneCount));
        }
        const Genotype genotype(genes);
        if (genotype.size() == genes.size() && used.insert(genotype).second) {
            rows.rows.push_back(label(genotype, 0.5, interactionOf(genotype) + noise(random)));
        }
    }
    rows.labelled.assign(used.begin(), used.end());
    for (std::size_t gene = 0; gene < geneCount; gene += 1 + gene % 2) {
        rows.genes.push_back(static_cast<GeneIndex>(gene));
    }
    return rows;
}

/// One genotype in a ranking: where it stands decides, and of equal scores what was not measured comes first.
struct Ranked {
    double score = 0.0;
    bool measured = false;
    bool hit = false;
};

/// The slow way: all scores of one order, the best taken out k times.
double precisionOf(std::vector<Ranked> left, int k)
{
    int hits = 0;
    for (int place = 0; place < k; ++place) {
        std::size_t best = 0;
        for (std::size_t i = 1; i < left.size(); ++i) {
            const bool better = left[i].score < left[best].score ||
                                (left[i].score == left[best].score && !left[i].measured && left[best].measured);
            best = better ? i : best;
        }
        hits += left[best].hit ? 1 : 0;
        left.erase(left.begin() + static_cast<long>(best));
    }
    return static_cast<double>(hits) / k;
}

double scoreOf(const std::string &name, const Genotype &genotype)
{
    double expected = 1.0;
    for (const GeneIndex gene : genotype.genes()) {
        expected *= fitnessOf(Genotype{gene});
    }
    const double epistasis = fitnessOf(genotype) - expected;
    return name == "interaction" ? interactionOf(genotype)
           : name == "epistasis" ? epistasis
                                 : std::max(epistasis, interactionOf(genotype));
}

ModelSummary trainedOn(const std::string &hash, const std::string &options)
{
    ModelSummary model;
    model.path = "m.safetensors";
    model.training.labelsSha256 = hash;
    model.training.optionsJson = options;
    model.training.supportPerGene.assign(geneCount, 5);
    model.training.supportPerGene[3] = 4;
    model.training.seed = 11;
    return model;
}

} // namespace

/// What a finished model's scores find, and on which rows that is measured.
class TestModelRanking : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheSlowWay_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 5; ++seed) {
            QTest::addRow("%u", seed) << seed;
        }
    }

    void agreesWithTheSlowWay()
    {
        QFETCH(unsigned, seed);
        const RankingRows rows = randomRows(seed);
        const RankingFacts facts = validateModelRanking(rows, singles(), answers);
        QCOMPARE(facts.size(), std::size_t{2});
        for (const int order : {2, 3}) {
            std::vector<double> interactions;
            for (const Label &row : rows.rows) {
                if (row.genotype.size() == static_cast<std::size_t>(order)) {
                    interactions.push_back(row.interaction);
                }
            }
            const double below = hitThreshold(interactions, order);
            const std::vector<Genotype> others =
                drawUnlabelled(rows.genes, order, 10 * interactions.size(), rows.labelled, seed);
            QVERIFY(!others.empty());
            const OrderValidation &found = facts.at(order);
            QCOMPARE(found.count, static_cast<std::int64_t>(interactions.size() + others.size()));
            for (const char *name : {"interaction", "epistasis", "max(interaction, epistasis)"}) {
                std::vector<Ranked> ranked;
                for (const Label &row : rows.rows) {
                    if (row.genotype.size() == static_cast<std::size_t>(order)) {
                        ranked.push_back({scoreOf(name, row.genotype), true, row.interaction < below});
                    }
                }
                for (const Genotype &genotype : others) {
                    ranked.push_back({scoreOf(name, genotype), false, false});
                }
                for (const int k : {25, 50, 100}) {
                    QCOMPARE(found.scores.at(name).precision.at(k), precisionOf(ranked, k));
                }
            }
        }
    }

    void ownLabelsGiveTheValidationRows()
    {
        LabelTable labels;
        labels.sha256 = "own";
        labels.labels = {label(Genotype{1}, 0.5, NAN, Split::Train), label(Genotype{2}, 0.5, NAN, Split::Train),
                         label(Genotype{1, 2}, 0.1, NAN, Split::Validation),
                         label(Genotype{1, 4}, 0.1, 0.2, Split::Test)};
        const RankingRows rows = rowsForRanking(trainedOn("own", {}), labels, {}, geneCount, "l.tsv");
        QCOMPARE(rows.rows.size(), std::size_t{1});
        QVERIFY(rows.rows[0].genotype == (Genotype{1, 2}));
        // ε = 0.1 − 0.5 · 0.5
        QVERIFY(std::abs(rows.rows[0].interaction + 0.15) < 1e-12);
        QCOMPARE(rows.labelled.size(), std::size_t{4});
        QCOMPARE(rows.genes.size(), geneCount - 1);
        QCOMPARE(rows.seed, std::uint64_t{11});
    }

    void otherLabelsGiveWhatWasNeitherTrainedOnNorReported()
    {
        LabelTable own;
        own.sha256 = "own";
        own.labels = {label(Genotype{1, 2}, 0.1, 0.0, Split::Train), label(Genotype{1, 3}, 0.1, 0.0, Split::Validation),
                      label(Genotype{1, 4}, 0.1, 0.0, Split::Test)};
        LabelTable others;
        others.sha256 = "others";
        for (const GeneIndex gene : {2, 3, 4, 5}) {
            others.labels.push_back(label(Genotype{1, gene}, 0.1, -0.1));
        }
        others.labels.push_back(label(Genotype{1, 6}, 0.1, -0.1));
        others.labels.back().weight = 0.0;
        const RankingRows rows = rowsForRanking(trainedOn("own", {}), others, own, geneCount, "l.tsv");
        QCOMPARE(rows.rows.size(), std::size_t{2});
        QVERIFY(rows.rows[0].genotype == (Genotype{1, 3}) && rows.rows[1].genotype == (Genotype{1, 5}));
    }

    void refusesWhereNobodyKnowsWhatWasTrainedOn()
    {
        LabelTable labels;
        labels.sha256 = "others";
        labels.labels = {label(Genotype{1, 2}, 0.1, 0.0)};
        LabelTable wrong = labels;
        wrong.sha256 = "wrong";
        const auto rows = [&](const std::string &hash, const LabelTable &given, const LabelTable &training) {
            rowsForRanking(trainedOn(hash, {}), given, training, geneCount, "l.tsv");
        };
        QVERIFY_EXCEPTION_THROWN(rows({}, labels, {}), InputError);
        QVERIFY_EXCEPTION_THROWN(rows("own", labels, {}), InputError);
        QVERIFY_EXCEPTION_THROWN(rows("own", labels, wrong), InputError);
        // The very labels, but nothing says how they were divided: all were trained on.
        labels.sha256 = "own";
        QVERIFY_EXCEPTION_THROWN(rows("own", labels, {}), InputError);
    }

    void recordsItInTheFileAndNothingElse()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("m.safetensors").toStdString();
        TensorFile file;
        file.tensors["a"] = {"a", {2, 2}, {1.0F, -2.5F, 3.0F, NAN}, {}};
        file.tensors["n"] = {"n", {3}, {}, {1, 2, 3}};
        file.metadata = {{"knockscape", R"({"version":1,"training":{"seed":3,"ranking":{}},"created":"x"})"},
                         {"other", "kept"}};
        writeSafetensors(path, file);
        const RankingFacts facts = validateModelRanking(randomRows(1), singles(), answers);
        recordRanking(path, path, facts);
        const TensorFile written = readSafetensors(path);
        QCOMPARE(written.metadata.at("other"), std::string("kept"));
        const std::string &text = written.metadata.at("knockscape");
        QVERIFY(text.starts_with(R"({"version":1,"training":{"seed":3,"ranking":{)") &&
                text.ends_with(R"(},"created":"x"})"));
        const std::size_t begin = text.find("\"ranking\":") + 10;
        const RankingFacts read = parseRankingFacts(text.substr(begin, text.rfind("},\"created\"") - begin), "m");
        QCOMPARE(toJson(read), toJson(facts));
        QCOMPARE(written.tensors.size(), std::size_t{2});
        QVERIFY(std::equal(file.tensors["a"].floats.begin(), file.tensors["a"].floats.begin() + 3,
                           written.tensors.at("a").floats.begin()));
        QVERIFY(written.tensors.at("n").integers == file.tensors["n"].integers);
        // Another program's file is none that it could be recorded in.
        file.metadata.clear();
        writeSafetensors(path, file);
        const std::string before = readFile(path);
        QVERIFY_EXCEPTION_THROWN(recordRanking(path, path, facts), InputError);
        QVERIFY(readFile(path) == before);
    }
};

QTEST_GUILESS_MAIN(TestModelRanking)
#include "test_model_ranking.moc"
