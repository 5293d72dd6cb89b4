#include "engine/core/interaction_orders.h"
#include "engine/core/issue.h"
#include "engine/core/label_kind.h"
#include "engine/core/ranking_facts.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace knockscape;

namespace
{

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

OrderValidation sampleValidation()
{
    OrderValidation validation;
    validation.count = 1112;
    validation.hits = 37;
    validation.hitBelow = -0.12;
    validation.by = "interaction";
    validation.scores["interaction"] = {0.625, {{25, 0.96}, {50, 0.9}, {100, 0.82}}};
    validation.scores["epistasis"] = {missing, {{25, 0.56}, {50, 0.4}, {100, 0.25}}};
    return validation;
}

TrainingFacts trainedOn(std::map<int, std::int64_t> genotypes, std::map<int, std::int64_t> interactions)
{
    TrainingFacts facts;
    facts.genotypesPerOrder = std::move(genotypes);
    facts.interactionsPerOrder = std::move(interactions);
    facts.interactionRange = {-1.0, 0.5};
    return facts;
}

ModelSummary modelOf(const TrainingFacts &facts)
{
    ModelSummary model;
    model.training = facts;
    return model;
}

} // namespace

/// What a model file says about its training, and what follows: which interactions it can know, how its scores ranked,
/// whether its labels were measured.
class TestTrainingFacts : public QObject
{
    Q_OBJECT

private slots:
    void tellsSimulatedSources_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("simulated");
        for (const char *source :
             {"simulated", "Simulation (yeast-GEM)", "FBA", "iMM904_pFBA", "in silico", "lMOMA run 3", "In-Silico"}) {
            QTest::newRow(source) << source << true;
        }
        for (const char *source : {"", "sga", "smf_30C", "costanzo2016_GO0000790", "trigenic_tau",
                                   "Silicon Valley strains", "assimilated", "fbaxter2020"}) {
            QTest::newRow(qPrintable(QString("not ") + source)) << source << false;
        }
    }

    void tellsSimulatedSources()
    {
        QFETCH(QString, source);
        QFETCH(bool, simulated);
        QCOMPARE(isSimulatedSource(source.toStdString()), simulated);
    }

    void tellsTheKindOfLabels()
    {
        QCOMPARE(labelKindOf({}), LabelKind::Unknown);
        QCOMPARE(labelKindOf({{"", 5}}), LabelKind::Unknown);
        QCOMPARE(labelKindOf({{"simulated", 5}}), LabelKind::Simulated);
        QCOMPARE(labelKindOf({{"simulated", 5}, {"sga", 0}}), LabelKind::Simulated);
        QCOMPARE(labelKindOf({{"sga", 5}, {"", 2}}), LabelKind::Measured);
        QCOMPARE(labelKindOf({{"sga", 5}, {"fba", 2}}), LabelKind::Mixed);
        QCOMPARE(labelKindOf({{"", 5}, {"fba", 2}}), LabelKind::Mixed);
        for (const LabelKind kind : {LabelKind::Unknown, LabelKind::Measured, LabelKind::Simulated, LabelKind::Mixed}) {
            QCOMPARE(parseLabelKind(toText(kind)), kind);
        }
        QCOMPARE(parseLabelKind("guessed"), LabelKind::Unknown);
        QCOMPARE(adjectiveOf(LabelKind::Simulated), "simulated");
        QCOMPARE(adjectiveOf(LabelKind::Unknown), "measured");
    }

    void knowsTheOrdersThatWereLearnt()
    {
        const TrainingFacts facts = trainedOn({{1, 10}, {2, 40}, {3, 9}}, {{1, 0}, {2, 38}, {3, 0}});
        QVERIFY(interactionKnown(facts, 0) && interactionKnown(facts, 1) && interactionKnown(facts, 2));
        QVERIFY(!interactionKnown(facts, 3) && !interactionKnown(facts, 4));
        QVERIFY(interactionReason(facts, 2).empty());
        QVERIFY(QString::fromStdString(interactionReason(facts, 4)).contains("of 2 deletions, not of 4"));

        // An older file counts labels of any kind: orders of two and more that it has labels of may have interactions.
        const TrainingFacts older = trainedOn({{1, 10}, {2, 40}, {3, 9}}, {});
        QVERIFY(interactionKnown(older, 2) && interactionKnown(older, 3) && !interactionKnown(older, 4));

        TrainingFacts fitnessAlone = trainedOn({{1, 10}, {2, 40}}, {});
        fitnessAlone.interactionRange = {};
        QVERIFY(!interactionKnown(fitnessAlone, 2));
        QVERIFY(QString::fromStdString(interactionReason(fitnessAlone, 2)).contains("fitness alone"));

        // A model that says nothing is taken at its word.
        QVERIFY(interactionKnown(TrainingFacts{}, 7));
        // An ensemble knows what all of its members know.
        const std::vector<ModelSummary> both{modelOf(facts), modelOf(older)};
        QVERIFY(interactionKnown(both, 2) && !interactionKnown(both, 3));
        QCOMPARE(interactionReason(both, 3), interactionReason(facts, 3));
    }

    void ranksScoresByWhatTheyFind()
    {
        OrderValidation validation = sampleValidation();
        QCOMPARE(winningScore(validation), "interaction");
        validation.scores["epistasis"].precision[25] = 1.0;
        validation.scores["epistasis"].precision[50] = 1.0;
        QCOMPARE(winningScore(validation), "interaction"); // 0.89 against 0.75
        validation.scores["epistasis"].precision[100] = 1.0;
        QCOMPARE(winningScore(validation), "epistasis");
        // As many hits: the correlation decides, one that there is before one that there is not.
        validation.scores["interaction"].precision = validation.scores["epistasis"].precision;
        QCOMPARE(winningScore(validation), "interaction");
        validation.scores["epistasis"].pearson = 0.7;
        QCOMPARE(winningScore(validation), "epistasis");
        validation.scores["epistasis"] = validation.scores["interaction"];
        QCOMPARE(winningScore(validation), "interaction");
        QCOMPARE(winningScore(OrderValidation{}), "");
        QCOMPARE(QString::fromStdString(describeScore(sampleValidation(), "interaction")),
                 "r 0.62; hits among its best 25, 50, 100: 96 %, 90 %, 82 %; by chance 3 %");
        QCOMPARE(QString::fromStdString(describeScore(sampleValidation(), "fitness")), "not validated");
        OrderValidation rare = sampleValidation();
        rare.count = 12232;
        QVERIFY(QString::fromStdString(describeScore(rare, "interaction")).endsWith("by chance 0.3 %"));
    }

    void readsBackWhatItWrites()
    {
        const RankingFacts facts{{2, sampleValidation()}};
        const RankingFacts read = parseRankingFacts(toJson(facts), "m");
        QCOMPARE(read.size(), std::size_t{1});
        const OrderValidation &validation = read.at(2);
        QCOMPARE(validation.count, std::int64_t{1112});
        QCOMPARE(validation.hits, std::int64_t{37});
        QCOMPARE(validation.hitBelow, -0.12);
        QCOMPARE(validation.by, "interaction");
        QCOMPARE(validation.scores.at("interaction").pearson, 0.625);
        QVERIFY(std::isnan(validation.scores.at("epistasis").pearson));
        QVERIFY(validation.scores.at("epistasis").precision == sampleValidation().scores.at("epistasis").precision);
        QVERIFY(parseRankingFacts(toJson(RankingFacts{}), "m").empty());
        QVERIFY(parseRankingFacts("{\"orders\": {}, \"later\": [1]}", "m").empty());
    }

    void refusesWhatIsNoRanking_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("where");
        QTest::newRow("list") << "[]"
                              << "m";
        QTest::newRow("order") << R"({"orders": {"two": {}}})"
                               << "m.orders.two";
        QTest::newRow("count") << R"({"orders": {"2": {"count": "many"}}})"
                               << "m.orders.2.count";
        QTest::newRow("negative") << R"({"orders": {"2": {"count": -5}}})"
                                  << "m.orders.2.count";
        QTest::newRow("huge") << R"({"orders": {"2": {"count": 1e300}}})"
                              << "m.orders.2.count";
        QTest::newRow("scores") << R"({"orders": {"2": {"count": 5, "hits": 1, "by": "x", "scores": 3}}})"
                                << "m.orders.2.scores";
        QTest::newRow("precision")
            << R"({"orders": {"2": {"count": 5, "hits": 1, "by": "x", "scores": {"x": {"precision": {"25": "y"}}}}}})"
            << "m.orders.2.scores.x.precision.25";
    }

    void refusesWhatIsNoRanking()
    {
        QFETCH(QString, json);
        QFETCH(QString, where);
        try {
            parseRankingFacts(json.toStdString(), "m");
            QFAIL("accepted");
        } catch (const InputError &error) {
            QCOMPARE(QString::fromStdString(error.issues().front().where), where);
        }
    }
};

QTEST_GUILESS_MAIN(TestTrainingFacts)
#include "test_training_facts.moc"
