#include "engine/training/ranking_validation.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace knockscape;

namespace
{

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

Label pairLabel(GeneIndex gene, double interaction)
{
    Label label;
    label.genotype = Genotype{gene, gene + 1};
    label.interaction = interaction;
    return label;
}

} // namespace

/// What a score finds among validation rows, counted by hand.
class TestRankingValidation : public QObject
{
    Q_OBJECT

private slots:
    void countsHits()
    {
        // 40 pairs, every fourth a hit of −0.2; the good score finds all ten first, the bad one puts them last.
        std::vector<Label> rows;
        ScoresByName scores;
        for (int i = 0; i < 40; ++i) {
            const bool hit = i % 4 == 0;
            rows.push_back(pairLabel(i, hit ? -0.2 : 0.01 * (i % 5)));
            scores["interaction"].push_back(hit ? -1.0 - i : i);
            scores["epistasis"].push_back(hit ? 50.0 + i : i);
        }
        rows.push_back(pairLabel(99, missing)); // no interaction: no part of it
        scores["interaction"].push_back(-1000.0);
        scores["epistasis"].push_back(-1000.0);
        rows.push_back(Label{});
        rows.back().genotype = Genotype{5};
        rows.back().interaction = -3.0;
        scores["interaction"].push_back(-1000.0);
        scores["epistasis"].push_back(-1000.0);
        const RankingFacts facts = validateRanking(rows, scores);
        QCOMPARE(facts.size(), std::size_t{1});
        const OrderValidation &pairs = facts.at(2);
        QCOMPARE(pairs.count, std::int64_t{40});
        QCOMPARE(pairs.hits, std::int64_t{10});
        QCOMPARE(pairs.hitBelow, -0.12);
        QCOMPARE(pairs.by, "interaction");
        QCOMPARE(pairs.scores.at("interaction").precision, (std::map<int, double>{{25, 0.4}}));
        QCOMPARE(pairs.scores.at("epistasis").precision, (std::map<int, double>{{25, 0.0}}));
        QVERIFY(pairs.scores.at("interaction").pearson > 0.5 && pairs.scores.at("epistasis").pearson < -0.5);
    }

    /// A score that takes what was never labelled for hits is good among labels alone, and useless for a screen.
    void genotypesWithoutALabelAreNoHits()
    {
        std::vector<Label> rows;
        std::vector<double> interaction;
        std::vector<double> epistasis;
        for (int i = 0; i < 40; ++i) {
            const bool hit = i % 4 == 0;
            rows.push_back(pairLabel(i, hit ? -0.2 : 0.0));
            interaction.push_back(i % 8 == 0 ? -1.0 : 0.0); // half of the hits
            epistasis.push_back(hit ? -1.0 : 0.0);          // all of them …
        }
        const ScoresByName scores = scoresOf(interaction, epistasis);
        QCOMPARE(validateRanking(rows, scores).at(2).by, "epistasis");
        const std::vector<double> nothing(100, 0.1);
        const std::vector<double> alarm(100, -2.0); // … and everything that nobody measured
        const RankingFacts facts = validateRanking(rows, scores, {{2, scoresOf(nothing, alarm)}});
        const OrderValidation &pairs = facts.at(2);
        QCOMPARE(pairs.count, std::int64_t{140});
        QCOMPARE(pairs.hits, std::int64_t{10});
        QCOMPARE(pairs.scores.at("epistasis").precision.at(100), 0.0);
        QCOMPARE(pairs.scores.at("interaction").precision.at(25), 8.0 / 25.0); // five, and three of those tied
        QCOMPARE(pairs.by, "interaction");
        // The correlation is of the rows alone.
        QVERIFY(std::abs(pairs.scores.at("epistasis").pearson - 1.0) < 1e-12);
    }

    void theLesserOfBothNeedsBoth()
    {
        const ScoresByName scores = scoresOf({-1.0, -0.2, 0.5, missing}, {-0.1, -0.9, -3.0, -1.0});
        const std::vector<double> &both = scores.at("max(interaction, epistasis)");
        QCOMPARE(both[0], -0.1);
        QCOMPARE(both[1], -0.2);
        QCOMPARE(both[2], 0.5);
        QVERIFY(std::isnan(both[3]));
    }

    void drawsWhatNoLabelNames()
    {
        const std::vector<GeneIndex> genes{2, 3, 5, 7, 11, 13};
        const std::vector<Genotype> labelled{Genotype{2, 3}, Genotype{5, 7}, Genotype{11, 13}};
        const std::vector<Genotype> drawn = drawUnlabelled(genes, 2, 8, labelled, 1);
        QCOMPARE(drawn.size(), std::size_t{8});
        for (const Genotype &genotype : drawn) {
            QCOMPARE(genotype.size(), std::size_t{2});
            QVERIFY(!std::binary_search(labelled.begin(), labelled.end(), genotype));
            for (const GeneIndex gene : genotype.genes()) {
                QVERIFY(std::binary_search(genes.begin(), genes.end(), gene));
            }
        }
        QVERIFY(drawn == drawUnlabelled(genes, 2, 8, labelled, 1));
        // There are twelve; more cannot be drawn. Four of three genes cannot either.
        QVERIFY(drawUnlabelled(genes, 2, 1000, labelled, 1).size() == 12);
        QVERIFY(drawUnlabelled(std::span(genes).first(3), 4, 5, {}, 1).empty());
    }

    void missingScoresComeLast()
    {
        std::vector<Label> rows;
        ScoresByName scores;
        for (int i = 0; i < 50; ++i) {
            rows.push_back(pairLabel(i, i < 10 ? -0.5 : 0.0));
            scores["interaction"].push_back(i < 10 ? missing : 1.0 * i);
        }
        const RankingFacts facts = validateRanking(rows, scores);
        QCOMPARE(facts.at(2).scores.at("interaction").precision.at(25), 0.0);
        QCOMPARE(facts.at(2).scores.at("interaction").precision.at(50), 0.2);
    }

    void fewRowsSayNothing()
    {
        std::vector<Label> rows;
        ScoresByName scores;
        for (int i = 0; i < 19; ++i) {
            rows.push_back(pairLabel(i, -0.1 * i));
            scores["interaction"].push_back(-0.1 * i);
        }
        QVERIFY(validateRanking(rows, scores).empty());
        rows.assign(30, pairLabel(1, 0.0)); // all alike: there is no hit
        scores["interaction"].assign(30, 0.0);
        QVERIFY(validateRanking(rows, scores).empty());
    }

    void thresholdsFollowTheScale()
    {
        std::mt19937 random(1);
        std::normal_distribution<double> normal;
        std::vector<double> epsilon(1000);
        std::generate(epsilon.begin(), epsilon.end(), [&] { return 0.08 * normal(random); });
        QCOMPARE(hitThreshold(epsilon, 2), -0.12);
        QCOMPARE(hitThreshold(epsilon, 3), -0.08);
        // On the scale of a z-score nearly half of all rows would be below −0.12: the lowest 5 % are hits.
        std::vector<double> z;
        for (const double value : epsilon) {
            z.push_back(value / 0.08);
        }
        const double threshold = hitThreshold(z, 2);
        QCOMPARE(std::count_if(z.begin(), z.end(), [&](double value) { return value < threshold; }), 50);
        // So it is where nothing is as strong as the literature's threshold.
        for (double &value : z) {
            value *= 0.01;
        }
        const double weak = hitThreshold(z, 2);
        QCOMPARE(std::count_if(z.begin(), z.end(), [&](double value) { return value < weak; }), 50);
    }
};

QTEST_GUILESS_MAIN(TestRankingValidation)
#include "test_ranking_validation.moc"
