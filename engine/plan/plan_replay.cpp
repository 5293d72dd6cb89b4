#include "engine/plan/plan_replay.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"
#include "engine/plan/gaussian_interactions.h"
#include "engine/plan/panel_selection.h"
#include "engine/plan/plan_candidates.h"
#include "engine/training/baselines.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <random>

namespace knockscape
{

namespace
{

constexpr std::size_t MostKnown = 2'000;
/// Candidates that a round of the plan chooses from, those of most worth by themselves.
constexpr std::size_t RoundCandidates = 2'000;
/// Variance of measurements around what any model of pairs can say, in units of the variance of the values.
constexpr double ReplayNoise = 0.3;

/// The measured pairs.
struct ReplayPool {
    std::vector<Genotype> pairs;
    std::vector<double> values;
};

ReplayPool poolOf(const std::vector<Label> &labels)
{
    std::map<Genotype, std::pair<double, double>> sums;
    for (const Label &label : labels) {
        if (label.genotype.size() == 2 && !std::isnan(label.interaction)) {
            auto &sum = sums[label.genotype];
            sum.first += label.interaction;
            sum.second += 1.0;
        }
    }
    ReplayPool pool;
    for (const auto &[pair, sum] : sums) {
        pool.pairs.push_back(pair);
        pool.values.push_back(sum.first / sum.second);
    }
    return pool;
}

/// What one choice knows in the course of a replay.
class ReplayState
{
public:
    ReplayState(const ReplayPool &pool, const std::vector<std::size_t> &known) : pool_(pool), known_(known)
    {
        unknown_.assign(pool.pairs.size(), true);
        for (const std::size_t place : known) {
            unknown_[place] = false;
        }
    }

    /// Reveals these and says how many are hits.
    double reveal(const std::vector<std::size_t> &places, double threshold)
    {
        double hits = 0.0;
        for (const std::size_t place : places) {
            hits += pool_.values[place] < threshold ? 1.0 : 0.0;
            unknown_[place] = false;
            known_.push_back(place);
        }
        return hits;
    }
    std::vector<std::size_t> unknown() const
    {
        std::vector<std::size_t> places;
        for (std::size_t place = 0; place < unknown_.size(); ++place) {
            if (unknown_[place]) {
                places.push_back(place);
            }
        }
        return places;
    }
    const std::vector<std::size_t> &known() const { return known_; }
    std::vector<double> valuesOf(const std::vector<std::size_t> &places) const
    {
        std::vector<double> values;
        for (const std::size_t place : places) {
            values.push_back(pool_.values[place]);
        }
        return values;
    }

private:
    const ReplayPool &pool_;
    std::vector<std::size_t> known_;
    std::vector<bool> unknown_;
};

/// The `count` places with the lowest keys.
std::vector<std::size_t> lowest(std::vector<std::size_t> places, std::size_t count,
                                const std::function<double(std::size_t)> &key)
{
    std::vector<std::pair<double, std::size_t>> keyed;
    for (const std::size_t place : places) {
        keyed.emplace_back(key(place), place);
    }
    std::sort(keyed.begin(), keyed.end());
    places.clear();
    for (std::size_t i = 0; i < std::min(count, keyed.size()); ++i) {
        places.push_back(keyed[i].second);
    }
    return places;
}

std::vector<std::size_t> chosenByPlan(const ReplayPool &pool, const ReplayState &state,
                                      const GaussianInteractions &model, const GeneSimilarity &similarity,
                                      const ReplayRequest &request, const PlanGoals &goals, double noise)
{
    const auto worthOf = [&](std::size_t place) {
        const double deviation = model.seenDeviation(place);
        const InteractionDistribution distribution{model.mean(place), deviation, deviation};
        return CandidateWorth{goals.find * hitProbability(distribution, request.threshold),
                              std::sqrt(std::max(0.0, deviation * deviation - noise * noise))};
    };
    const std::vector<std::size_t> places = lowest(state.unknown(), RoundCandidates, [&](std::size_t place) {
        const CandidateWorth worth = worthOf(place);
        const double ratio = worth.deviation / noise;
        return -worth.additive - goals.learn * 0.5 * std::log1p(ratio * ratio);
    });
    std::vector<CandidateWorth> worth;
    std::vector<Genotype> genotypes;
    SelectionProblem problem;
    for (const std::size_t place : places) {
        worth.push_back(worthOf(place));
        genotypes.push_back(pool.pairs[place]);
        const auto genes = pool.pairs[place].genes();
        problem.items.push_back(
            {{static_cast<std::uint32_t>(problem.strains++)}, std::vector<GeneIndex>(genes.begin(), genes.end())});
    }
    problem.budget = request.batch;
    problem.mostPerGene = request.mostPerGene;
    PanelValue value(worth, genotypes, similarity, noise, goals.learn);
    std::vector<std::size_t> chosen;
    for (const std::size_t item : selectPanel(problem, value).items) {
        chosen.push_back(places[item]);
    }
    return chosen;
}

void addRound(ReplayedChoice &choice, int round, double hits)
{
    choice.hitsPerRound[static_cast<std::size_t>(round)] += hits;
    choice.hitsPerSeed.back() += hits;
}

/// One seed of all choices.
class SeedReplay
{
public:
    SeedReplay(const ReplayPool &pool, const GeneSimilarity &similarity, const PairCovariance &covariance,
               const ReplayRequest &request, std::size_t known, std::uint64_t seed)
        : pool_(pool), similarity_(similarity), covariance_(covariance), request_(request), random_(seed)
    {
        std::vector<std::size_t> places(pool.pairs.size());
        std::iota(places.begin(), places.end(), std::size_t{0});
        shufflePlaces(places);
        places.resize(known);
        known_ = places;
    }

    void run(std::vector<ReplayedChoice> &choices, const std::function<void()> &tick)
    {
        std::vector<double> values;
        for (const std::size_t place : known_) {
            values.push_back(pool_.values[place]);
        }
        const double count = static_cast<double>(values.size());
        const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
        double variance = 0.0;
        for (const double value : values) {
            variance += (value - mean) * (value - mean) / count;
        }
        noise_ = std::sqrt(ReplayNoise * variance);
        GaussianInteractions model(covariance_, mean, variance, ReplayNoise);
        model.learn(known_, values);
        tick();
        replayModel(choices[0], model, true, tick);
        replayModel(choices[1], model, false, tick);
        replayAdditive(choices[2], tick);
        replayRandom(choices[3]);
    }

private:
    void shufflePlaces(std::vector<std::size_t> &places)
    {
        for (std::size_t i = places.size(); i > 1; --i) {
            std::swap(places[i - 1], places[random_() % i]);
        }
    }

    void replayModel(ReplayedChoice &choice, GaussianInteractions model, bool plans, const std::function<void()> &tick)
    {
        ReplayState state(pool_, known_);
        for (int round = 0; round < request_.rounds; ++round) {
            PlanGoals goals = request_.goals;
            if (round + 1 == request_.rounds && goals.find > 0.0) {
                goals.learn = 0.0;
            }
            const std::vector<std::size_t> chosen =
                plans ? chosenByPlan(pool_, state, model, similarity_, request_, goals, noise_)
                      : lowest(state.unknown(), request_.batch, [&](std::size_t place) { return model.mean(place); });
            addRound(choice, round, state.reveal(chosen, request_.threshold));
            model.learn(chosen, state.valuesOf(chosen));
            tick();
        }
    }

    void replayAdditive(ReplayedChoice &choice, const std::function<void()> &tick)
    {
        ReplayState state(pool_, known_);
        GeneIndex genes = 0;
        for (const Genotype &pair : pool_.pairs) {
            genes = std::max(genes, pair.genes()[1] + 1);
        }
        for (int round = 0; round < request_.rounds; ++round) {
            std::vector<Label> rows;
            for (const std::size_t place : state.known()) {
                Label row;
                row.genotype = pool_.pairs[place];
                row.interaction = pool_.values[place];
                rows.push_back(std::move(row));
            }
            const AdditiveBaseline additive(rows, Phenotype::Interaction, static_cast<std::size_t>(genes));
            const std::vector<std::size_t> chosen = lowest(state.unknown(), request_.batch, [&](std::size_t place) {
                return additive.predict(pool_.pairs[place]);
            });
            addRound(choice, round, state.reveal(chosen, request_.threshold));
            tick();
        }
    }

    void replayRandom(ReplayedChoice &choice)
    {
        ReplayState state(pool_, known_);
        for (int round = 0; round < request_.rounds; ++round) {
            std::vector<std::size_t> places = state.unknown();
            shufflePlaces(places);
            places.resize(std::min(places.size(), request_.batch));
            addRound(choice, round, state.reveal(places, request_.threshold));
        }
    }

    const ReplayPool &pool_;
    const GeneSimilarity &similarity_;
    const PairCovariance &covariance_;
    const ReplayRequest &request_;
    std::mt19937_64 random_;
    std::vector<std::size_t> known_;
    double noise_ = 0.0;
};

} // namespace

double ReplayedChoice::mean() const
{
    return std::accumulate(hitsPerSeed.begin(), hitsPerSeed.end(), 0.0) / static_cast<double>(hitsPerSeed.size());
}

const ReplayedChoice &ReplayResult::find(const std::string &name) const
{
    return *std::find_if(choices.begin(), choices.end(),
                         [&name](const ReplayedChoice &choice) { return choice.name == name; });
}

ReplayResult replayPlanning(const std::vector<Label> &labels, const Cell &cell, const ReplayRequest &request,
                            const JobControl &control)
{
    const ReplayPool pool = poolOf(labels);
    ReplayResult result;
    result.pairs = pool.pairs.size();
    result.known = std::min(MostKnown, static_cast<std::size_t>(request.known * static_cast<double>(result.pairs)));
    const std::size_t chosen = static_cast<std::size_t>(request.rounds) * request.batch;
    if (result.known < 20 || result.known + chosen > result.pairs) {
        throw InputError(errorAt(
            "labels",
            translate("Engine", "Too few pairs have an interaction for a replay (%1).", {std::to_string(result.pairs)}),
            translate("Engine", "Some more than %1 are needed.", {std::to_string(chosen + 200)})));
    }
    result.hits = static_cast<std::size_t>(std::count_if(
        pool.values.begin(), pool.values.end(), [&request](double value) { return value < request.threshold; }));
    for (const char *name : {"plan", "ranking", "additive", "random"}) {
        result.choices.push_back({name, {}, std::vector<double>(static_cast<std::size_t>(request.rounds), 0.0)});
    }
    const GeneSimilarity similarity(cell, GeneSimilarity::DefaultOwn, 32, control);
    const PairCovariance covariance(pool.pairs, similarity, {});
    const std::uint64_t steps =
        static_cast<std::uint64_t>(request.seeds) * (1 + 3 * static_cast<std::uint64_t>(request.rounds));
    std::uint64_t step = 0;
    const std::string stage = translate("Engine", "Replaying");
    for (int seed = 0; seed < request.seeds; ++seed) {
        for (ReplayedChoice &choice : result.choices) {
            choice.hitsPerSeed.push_back(0.0);
        }
        SeedReplay replay(pool, similarity, covariance, request, result.known,
                          request.firstSeed + static_cast<std::uint64_t>(seed));
        replay.run(result.choices, [&] { control.report(stage, ++step, steps); });
    }
    for (ReplayedChoice &choice : result.choices) {
        for (double &hits : choice.hitsPerRound) {
            hits /= request.seeds;
        }
    }
    return result;
}

} // namespace knockscape
