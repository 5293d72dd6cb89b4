#include "engine/inference/default_ranking.h"

#include <QtTest>

#include <cmath>

using namespace knockscape;

namespace
{

OrderValidation validationOf(double interaction, double epistasis, std::int64_t count = 400)
{
    OrderValidation validation;
    validation.count = count;
    validation.hits = count / 10;
    validation.hitBelow = -0.12;
    validation.scores["interaction"] = {interaction, {{25, interaction}}};
    validation.scores["epistasis"] = {epistasis, {{25, epistasis}}};
    validation.by = winningScore(validation);
    return validation;
}

/// A model trained on singles and pairs, with this validation.
ModelSummary modelWith(const RankingFacts &ranking)
{
    ModelSummary model;
    model.training.genotypesPerOrder = {{1, 60}, {2, 900}};
    model.training.interactionsPerOrder = {{2, 900}};
    model.training.interactionRange = {-1.0, 0.5};
    model.training.ranking = ranking;
    return model;
}

RankingChoice choose(const std::vector<ModelSummary> &models, const std::vector<int> &orders, const char *by = "")
{
    return chooseRanking(models, orders, by);
}

bool says(const RankingChoice &choice, const char *text)
{
    const bool found = choice.text().find(text) != std::string::npos;
    if (!found) {
        qWarning("%s", choice.text().c_str());
    }
    return found;
}

} // namespace

/// By what a screen ranks when nobody says: what validation found to work.
class DefaultRankingTest : public QObject
{
    Q_OBJECT

private slots:
    void validationDecides()
    {
        const RankingChoice head = choose({modelWith({{2, validationOf(0.6, 0.2)}})}, {2});
        QCOMPARE(head.by, "interaction");
        QVERIFY(head.validated);
        QCOMPARE(head.order, 2);
        QVERIFY(says(head, "r 0.6; hits among its best 25: 60 %; by chance 10 %"));
        QVERIFY(says(head, "epistasis, for comparison: r 0.2"));
        const RankingChoice other = choose({modelWith({{2, validationOf(0.2, 0.6)}})}, {2});
        QCOMPARE(other.by, "epistasis");
    }

    void eachOrderHasItsOwn()
    {
        ModelSummary model = modelWith({{2, validationOf(0.6, 0.2)}, {3, validationOf(0.1, 0.5, 90)}});
        model.training.genotypesPerOrder[3] = 90;
        model.training.interactionsPerOrder[3] = 90;
        QCOMPARE(choose({model}, {2}).by, "interaction");
        QCOMPARE(choose({model}, {3}).by, "epistasis");
        QCOMPARE(choose({model}, {1, 2, 3}).by, "interaction"); // more rows speak
    }

    void ensemblesPool()
    {
        const ModelSummary one = modelWith({{2, validationOf(0.6, 0.4, 100)}});
        const ModelSummary two = modelWith({{2, validationOf(0.3, 0.7, 300)}});
        const RankingChoice choice = choose({one, two}, {2});
        QCOMPARE(choice.by, "epistasis");
        QCOMPARE(choice.validation.count, std::int64_t{400});
        QCOMPARE(choice.validation.hits, std::int64_t{40});
        QVERIFY(std::abs(choice.validation.scores.at("epistasis").pearson - 0.625) < 1e-12);
        QVERIFY(std::abs(choice.validation.scores.at("interaction").precision.at(25) - 0.375) < 1e-12);
    }

    void singlesGoByFitness()
    {
        QCOMPARE(choose({modelWith({{2, validationOf(0.6, 0.2)}})}, {1}).by, "fitness");
        QCOMPARE(choose({ModelSummary{}}, {0, 1}).by, "fitness");
    }

    void withoutValidationItSaysSo()
    {
        const RankingChoice older = choose({modelWith({})}, {2});
        QCOMPARE(older.by, "interaction");
        QVERIFY(!older.validated);
        QVERIFY(says(older, "not validated"));
        const RankingChoice unknown = choose({ModelSummary{}}, {2});
        QCOMPARE(unknown.by, "interaction");
        QVERIFY(says(unknown, "not validated") && says(unknown, "does not say what the model was trained on"));
    }

    void whatWasNotLearntIsNotRankedBy()
    {
        const RankingChoice beyond = choose({modelWith({{2, validationOf(0.6, 0.2)}})}, {4});
        QCOMPARE(beyond.by, "epistasis");
        QVERIFY(!beyond.validated);
        QVERIFY(says(beyond, "not of 4"));
        ModelSummary fitnessAlone = modelWith({});
        fitnessAlone.training.interactionsPerOrder = {};
        fitnessAlone.training.interactionRange = {};
        const RankingChoice fitness = choose({fitnessAlone}, {2});
        QCOMPARE(fitness.by, "epistasis");
        QVERIFY(says(fitness, "fitness alone"));
    }

    void whatIsAskedForIsDescribed()
    {
        const std::vector<ModelSummary> models{modelWith({{2, validationOf(0.6, 0.2)}})};
        const RankingChoice asked = choose(models, {2}, " epistasis ");
        QCOMPARE(asked.by, "epistasis");
        QVERIFY(asked.validated);
        QVERIFY(says(asked, "r 0.2") && says(asked, "interaction found more"));
        const RankingChoice free = choose(models, {2}, "max(interaction, epistasis)");
        QCOMPARE(free.by, "max(interaction, epistasis)");
        QVERIFY(!free.validated);
        QVERIFY(says(free, "not validated"));
        QVERIFY(says(choose({modelWith({{2, validationOf(0.05, 0.02)}})}, {2}), "no more than chance"));
        QVERIFY(!choose({}, {}, "n").validated);
    }

    void ordersOfSources()
    {
        const Combinations against({0, 1, 2, 3}, 1, {7, 8});
        QCOMPARE(ordersOf(against), std::vector<int>{3});
        const GenotypeList list({Genotype{1, 2}, Genotype{}, Genotype{4, 5}, Genotype{1, 2, 3}});
        QCOMPARE(ordersOf(list), (std::vector<int>{0, 2, 3}));
    }
};

QTEST_GUILESS_MAIN(DefaultRankingTest)
#include "default_ranking_test.moc"
