#include "engine/cell/gene_positions.h"
#include "engine/core/files.h"
#include "engine/plan/plan.h"
#include "engine/plan/plan_candidates.h"
#include "engine/plan/plan_files.h"
#include "engine/plan/plan_json.h"
#include "engine/plan/plate_picture.h"
#include "engine/plan/plates.h"

#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>
#include <map>

using namespace knockscape;

namespace
{

/// Answers a formula of the genes, and nothing else: what a plan asks of a model.
double interactionOf(std::span<const GeneIndex> genes)
{
    double sum = 0.0;
    for (const GeneIndex gene : genes) {
        sum += static_cast<double>((gene * 37 + 11) % 29) / 29.0;
    }
    return 0.1 - 0.5 * std::fmod(sum * 3.7, 1.0);
}

class FormulaPredictor final : public Predictor
{
public:
    FormulaPredictor(std::shared_ptr<const Cell> cell, ModelSummary model) : cell_(std::move(cell)), models_{model} {}

    const std::vector<ModelSummary> &models() const override { return models_; }
    const std::shared_ptr<const Cell> &cell() const override { return cell_; }
    std::string device() const override { return "cpu"; }
    void predict(std::span<const Genotype> genotypes, const PredictSettings &, const PredictionSink &sink,
                 const JobControl &) override
    {
        std::vector<Prediction> answers;
        for (const Genotype &genotype : genotypes) {
            answers.push_back(answer(genotype.genes()));
        }
        sink(0, answers);
    }
    std::unique_ptr<ScreenEvaluator> openScreen(std::shared_ptr<const GenotypeSource> source) override
    {
        return std::make_unique<Evaluator>(*this, std::move(source));
    }

private:
    Prediction answer(std::span<const GeneIndex> genes) const
    {
        Prediction prediction;
        prediction.fitness = 0.8;
        prediction.expectedFitness = 0.9;
        prediction.support = 20;
        if (genes.size() > 1) {
            prediction.interaction = interactionOf(genes);
        }
        return prediction;
    }

    class Evaluator final : public ScreenEvaluator
    {
    public:
        Evaluator(const FormulaPredictor &predictor, std::shared_ptr<const GenotypeSource> source)
            : predictor_(predictor), source_(std::move(source))
        {
        }
        const GenotypeSource &source() const noexcept override { return *source_; }
        EvaluatorFacts facts() const override
        {
            EvaluatorFacts facts;
            facts.batch = 100;
            return facts;
        }
        void evaluate(IndexRange range, PredictionBlock &block) override
        {
            block = {};
            block.first = range.first;
            block.begins.push_back(0);
            for (std::uint64_t i = range.first; i < range.end(); ++i) {
                const Genotype genotype = source_->genotype(i);
                block.genes.insert(block.genes.end(), genotype.genes().begin(), genotype.genes().end());
                block.begins.push_back(static_cast<std::uint32_t>(block.genes.size()));
                block.predictions.push_back(predictor_.answer(genotype.genes()));
            }
        }

    private:
        const FormulaPredictor &predictor_;
        std::shared_ptr<const GenotypeSource> source_;
    };

    std::shared_ptr<const Cell> cell_;
    std::vector<ModelSummary> models_;
};

/// Twenty genes, 30 kb apart on two chromosomes; gene 3 lies beside gene 2, gene 5 is essential.
std::shared_ptr<Cell> twentyGenes()
{
    auto cell = std::make_shared<Cell>();
    std::vector<Gene> genes(20);
    for (std::size_t i = 0; i < genes.size(); ++i) {
        genes[i].id = std::string("Y").append(std::to_string(100 + i)).append("W");
        genes[i].essential = i == 5;
        const std::size_t start = i == 3 ? 2 * 30'000 + 2'500 : i * 30'000;
        genes[i].annotations = {i < 10 ? "1" : "2", std::to_string(start + 1'000), std::to_string(start)};
    }
    cell->genes = GeneCatalogue(std::move(genes), {"chromosome", "start", "end"});
    return cell;
}

/// A model whose intervals reach 0.15 below and above.
ModelSummary calibratedModel()
{
    ModelSummary model;
    model.training.intervals.rows = "test";
    IntervalBin bin;
    bin.count = 100;
    bin.low = -0.15;
    bin.high = 0.15;
    for (const int order : {2, 3}) {
        bin.order = order;
        model.training.intervals.interaction.bins.push_back(bin);
    }
    return model;
}

PlanRequest requestOf(int order = 2)
{
    PlanRequest request;
    request.source = std::make_shared<Combinations>(allGenes(20), order);
    request.budget = 12;
    return request;
}

} // namespace

/// Plans of a model whose answers are known: what is left out, counted, chosen, laid out, written.
class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void positions();
    void probabilities();
    void whatIsLeftOut();
    void knownStrainsCostNothing();
    void limitsPerGene();
    void triplesNeedSevenStrains();
    void aSmallPoolStatesABoundForAll();
    void disagreementIsSought();
    void goals();
    void platesHoldEveryReplicate();
    void filesAreReadBack();
    void nothingToPlanSaysWhy();
};

void TestPlan::positions()
{
    const GenePositions positions(twentyGenes()->genes);
    QVERIFY(positions.any());
    QCOMPARE(positions.distance(2, 3), std::optional<std::int64_t>(1'500));
    QCOMPARE(positions.distance(3, 2), std::optional<std::int64_t>(1'500));
    QCOMPARE(positions.distance(1, 12), std::optional<std::int64_t>());
    QCOMPARE(positions.leastDistance(std::vector<GeneIndex>{1, 2, 3}), 1'500.0);
    QVERIFY(std::isinf(positions.leastDistance(std::vector<GeneIndex>{1, 12})));
    QVERIFY(!GenePositions(GeneCatalogue(std::vector<Gene>(1, Gene{"A", "", {}, "", {}, {}}))).any());
}

void TestPlan::probabilities()
{
    const ModelSummary model = calibratedModel();
    const InteractionDistributions distributions(std::span(&model, 1));
    Prediction prediction;
    prediction.interaction = -0.3;
    prediction.support = 20;
    const InteractionDistribution found = distributions.of(prediction, 2);
    // The ends of the 90 % interval have 5 % beyond them; values of SciPy's norm.cdf otherwise.
    QVERIFY(std::abs(found.probabilityBelow(-0.45) - 0.05) < 1e-9);
    QVERIFY(std::abs(found.probabilityBelow(-0.15) - 0.95) < 1e-9);
    QVERIFY(std::abs(hitProbability(found, -0.12) - 0.9757992) < 1e-6);
    QVERIFY(std::abs(hitProbability(found, 0.12) - (1.0 - 0.9999979)) < 1e-6);
    QVERIFY(!distributions.of(prediction, 1).known());
    const ModelSummary bare;
    QVERIFY(!InteractionDistributions(std::span(&bare, 1)).of(prediction, 2).known());
}

void TestPlan::whatIsLeftOut()
{
    FormulaPredictor predictor(twentyGenes(), calibratedModel());
    PlanRequest request = requestOf();
    request.answered = {Genotype{0, 1}, Genotype{7, 8}};
    const Plan plan = makePlan(predictor, request, nullptr, {});
    QCOMPARE(plan.excluded.looked, 190U);
    QCOMPARE(plan.excluded.answered, 2U);
    QCOMPARE(plan.excluded.essential, 19U);
    QCOMPARE(plan.excluded.linked, 1U);
    QCOMPARE(plan.excluded.candidates, 168U);
    QVERIFY(plan.toBuild <= 12);
    for (const PlannedGenotype &planned : plan.genotypes) {
        QVERIFY(!planned.genotype.contains(5));
        QVERIFY(planned.genotype != (Genotype{2, 3}));
    }
    request.essentialAsHypomorphs = true;
    request.linkedWithin = 0.0;
    QCOMPARE(makePlan(predictor, request, nullptr, {}).excluded.candidates, 188U);
}

void TestPlan::knownStrainsCostNothing()
{
    FormulaPredictor predictor(twentyGenes(), calibratedModel());
    PlanRequest request = requestOf();
    for (const GeneIndex gene : allGenes(20)) {
        request.stock.measured[Genotype{gene}] = {0.9, 0.02};
    }
    const Plan plan = makePlan(predictor, request, nullptr, {});
    // Every strain is a pair, and these are the likeliest hits of all.
    QCOMPARE(plan.genotypes.size(), 12U);
    QCOMPARE(plan.toBuild, 12U);
    std::vector<double> all;
    for (GeneIndex a = 0; a < 20; ++a) {
        for (GeneIndex b = a + 1; b < 20; ++b) {
            if (a != 5 && b != 5 && !(a == 2 && b == 3)) {
                all.push_back(interactionOf(Genotype{a, b}.genes()));
            }
        }
    }
    std::sort(all.begin(), all.end());
    for (std::size_t i = 0; i < 12; ++i) {
        QCOMPARE(plan.genotypes[i].prediction.interaction, all[i]);
    }
    QVERIFY(std::abs(plan.value - plan.upperBound) < 1e-9);
    // A strain in the freezer is measured and not built.
    request.stock.freezer = {plan.genotypes[0].genotype};
    const Plan more = makePlan(predictor, request, nullptr, {});
    QCOMPARE(more.genotypes.size(), 13U);
    QCOMPARE(more.toBuild, 12U);
}

void TestPlan::limitsPerGene()
{
    FormulaPredictor predictor(twentyGenes(), calibratedModel());
    PlanRequest request = requestOf();
    request.budget = 40;
    request.mostPerGene = 2;
    const Plan plan = makePlan(predictor, request, nullptr, {});
    std::map<GeneIndex, int> held;
    for (const PlannedGenotype &planned : plan.genotypes) {
        for (const GeneIndex gene : planned.genotype.genes()) {
            QVERIFY(++held[gene] <= 2);
        }
    }
    QVERIFY(plan.upperBound >= plan.value);
    request.mostGenotypes = 3;
    QCOMPARE(makePlan(predictor, request, nullptr, {}).genotypes.size(), 3U);
}

void TestPlan::triplesNeedSevenStrains()
{
    FormulaPredictor predictor(twentyGenes(), calibratedModel());
    PlanRequest request = requestOf(3);
    request.budget = 7;
    const Plan plan = makePlan(predictor, request, nullptr, {});
    QCOMPARE(plan.genotypes.size(), 1U);
    QCOMPARE(plan.toBuild, 7U);
    QCOMPARE(plan.strains.size(), 7U);
    QCOMPARE(plan.strains[0].genotype.size(), 1U);
    QCOMPARE(plan.strains[6].genotype.size(), 3U);
    QCOMPARE(plan.strains[6].answers, std::vector<std::size_t>{0});
}

void TestPlan::aSmallPoolStatesABoundForAll()
{
    FormulaPredictor predictor(twentyGenes(), calibratedModel());
    PlanRequest request = requestOf();
    request.goals = {1.0, 0.3, 0.0};
    const Plan all = makePlan(predictor, request, nullptr, {});
    request.keep = 20;
    const Plan few = makePlan(predictor, request, nullptr, {});
    QCOMPARE(few.kept, 20U);
    QVERIFY(few.value <= all.upperBound + 1e-9);
    QVERIFY(few.upperBound >= all.value - 1e-9);
    QVERIFY(!few.proven);
    QVERIFY(all.deviationAfter < all.deviationBefore);
}

void TestPlan::disagreementIsSought()
{
    const auto cell = twentyGenes();
    FormulaPredictor predictor(cell, calibratedModel());
    FormulaPredictor same(cell, calibratedModel());
    PlanRequest request = requestOf();
    request.goals = {0.0, 0.0, 1.0};
    const Plan plan = makePlan(predictor, request, &same, {});
    // Both say the same: there is nothing to test, and nothing is chosen.
    QVERIFY(plan.genotypes.empty());
}

void TestPlan::goals()
{
    const PlanGoals mixed = parseGoals("find=2, learn=0.5");
    QCOMPARE(mixed.find, 2.0);
    QCOMPARE(mixed.learn, 0.5);
    QCOMPARE(mixed.test, 0.0);
    QCOMPARE(parseGoals("Mixture").learn, 1.0);
    QCOMPARE(describe(parseGoals("learn")), std::string("learn"));
    for (const char *bad : {"", "win", "find=-1", "find=x", "find=0", "find=1=2"}) {
        QVERIFY_THROWS_EXCEPTION(InputError, (void)parseGoals(bad));
    }
}

void TestPlan::platesHoldEveryReplicate()
{
    FormulaPredictor predictor(twentyGenes(), calibratedModel());
    PlanRequest request = requestOf();
    request.budget = 30;
    const Plan plan = makePlan(predictor, request, nullptr, {});
    for (const int wells : {96, 384}) {
        PlateOptions options;
        options.wells = wells;
        options.seed = 7;
        const PlateLayout layout = layOutPlates(plan, options);
        QCOMPARE(layout.wells.size(), static_cast<std::size_t>(wells * layout.plates));
        std::map<std::size_t, int> replicates;
        std::map<int, int> controls;
        for (const Well &well : layout.wells) {
            const bool edge =
                well.row == 0 || well.column == 0 || well.row == layout.rows - 1 || well.column == layout.columns - 1;
            QCOMPARE(well.role == WellRole::Edge, edge);
            replicates[well.strain] += well.role == WellRole::Strain ? 1 : 0;
            controls[well.plate] += well.role == WellRole::WildType ? 1 : 0;
        }
        QCOMPARE(replicates.size(), plan.strains.size());
        for (const auto &[strain, count] : replicates) {
            QCOMPARE(count, 4);
        }
        for (const auto &[plate, count] : controls) {
            QCOMPARE(count, 4);
        }
        const PlateLayout again = layOutPlates(plan, options);
        options.seed = 8;
        const PlateLayout other = layOutPlates(plan, options);
        const auto same = [](const PlateLayout &a, const PlateLayout &b) {
            return std::equal(a.wells.begin(), a.wells.end(), b.wells.begin(), [](const Well &x, const Well &y) {
                return x.role == y.role && x.strain == y.strain && x.replicate == y.replicate;
            });
        };
        QVERIFY(same(layout, again));
        QVERIFY(!same(layout, other));
        QXmlStreamReader svg(QString::fromStdString(platePicture(layout, 1, plan, twentyGenes()->genes)));
        while (!svg.atEnd()) {
            svg.readNext();
        }
        QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
    }
    PlateOptions none;
    none.controls = 60;
    QVERIFY_THROWS_EXCEPTION(InputError, (void)layOutPlates(plan, none));
    int row = 0;
    int column = 0;
    QVERIFY(parseWell(" h12 ", row, column) && row == 7 && column == 11);
    QVERIFY(parseWell("B03", row, column) && wellName(row, column) == "B3");
    QVERIFY(!parseWell("Q1", row, column) && !parseWell("A0", row, column) && !parseWell("7", row, column));
}

void TestPlan::filesAreReadBack()
{
    const auto cell = twentyGenes();
    FormulaPredictor predictor(cell, calibratedModel());
    PlanRequest request = requestOf();
    request.stock.measured[Genotype{0}] = {0.9, 0.02};
    const Plan plan = makePlan(predictor, request, nullptr, {});
    const PlateLayout layout = layOutPlates(plan, {});
    QTemporaryDir folder;
    const std::filesystem::path path = (folder.path() + "/plan").toStdString();
    const PlanOutput output{&plan,      &request,           &layout,
                            cell.get(), predictor.models(), provenanceOf("plan", "test", cell.get())};
    const auto written = writePlan(path, output, "csv");
    for (const auto &file : written) {
        QVERIFY2(std::filesystem::file_size(file) > 0, file.c_str());
    }
    const StoredPlan stored = readPlan(path, cell->genes);
    QCOMPARE(stored.genotypes.size(), plan.genotypes.size());
    for (std::size_t i = 0; i < plan.genotypes.size(); ++i) {
        QVERIFY(stored.genotypes[i].genotype == plan.genotypes[i].genotype);
        QCOMPARE(stored.genotypes[i].interaction, plan.genotypes[i].prediction.interaction);
        QCOMPARE(stored.genotypes[i].interval.low, plan.genotypes[i].interval.low);
    }
    std::size_t strains = 0;
    for (const Well &well : layout.wells) {
        if (well.role == WellRole::Strain) {
            ++strains;
            QVERIFY(stored.wells.at({well.plate, well.name()}) == plan.strains[well.strain].genotype);
        }
    }
    QCOMPARE(stored.wells.size(), strains);
    QVERIFY(std::filesystem::exists(provenancePath(path / "plates.csv")));
    writeFileAtomically(path / "plan.json", [](std::ostream &stream) { stream << "{\"format\": \"x\"}"; });
    QVERIFY_THROWS_EXCEPTION(InputError, (void)readPlan(path, cell->genes));
}

void TestPlan::nothingToPlanSaysWhy()
{
    FormulaPredictor bare(twentyGenes(), ModelSummary());
    try {
        (void)makePlan(bare, requestOf(), nullptr, {});
        QFAIL("a plan without any error of predictions");
    } catch (const InputError &error) {
        QVERIFY(std::string(error.what()).find("model calibrate") != std::string::npos);
        QVERIFY(std::string(error.what()).find("essential") != std::string::npos);
    }
}

QTEST_GUILESS_MAIN(TestPlan)
#include "test_plan.moc"
