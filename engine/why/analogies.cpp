#include "engine/why/analogies.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace knockscape
{

namespace
{

/// More genes than these are compared as they are, without exchanging one for another.
constexpr std::size_t mostExchanged = 4;

std::vector<GeneIndex> without(const Genotype &genotype, const Genotype &other)
{
    std::vector<GeneIndex> left;
    std::set_difference(genotype.genes().begin(), genotype.genes().end(), other.genes().begin(), other.genes().end(),
                        std::back_inserter(left));
    return left;
}

/// For a deleted gene, which genes it shares a complex or a pathway with.
struct Relatives {
    GeneIndex gene = -1;
    std::vector<bool> ofComplex;
    std::vector<bool> ofPathway;
};

std::vector<Relatives> relativesOf(const GeneGroups &groups, const Genotype &genotype, std::size_t geneCount)
{
    std::vector<Relatives> result;
    for (const GeneIndex gene : genotype.genes()) {
        Relatives relatives{gene, std::vector<bool>(geneCount), std::vector<bool>(geneCount)};
        for (const std::size_t group : groups.of(gene)) {
            const GeneGroup &shared = groups.groups()[group];
            if (shared.kind == GeneGroup::Kind::Annotation) {
                continue;
            }
            std::vector<bool> &marked =
                shared.kind == GeneGroup::Kind::Complex ? relatives.ofComplex : relatives.ofPathway;
            for (const GeneIndex other : shared.genes) {
                marked[static_cast<std::size_t>(other)] = true;
            }
        }
        result.push_back(std::move(relatives));
    }
    return result;
}

/// Orders `by` so that every gene is related to the one of `of` at its place; false where that cannot be.
bool matched(const std::vector<Relatives> &relatives, const std::vector<GeneIndex> &of, std::vector<GeneIndex> &by,
             std::vector<bool> Relatives::*kind)
{
    std::vector<const std::vector<bool> *> related;
    for (const Relatives &one : relatives) {
        if (std::binary_search(of.begin(), of.end(), one.gene)) {
            related.push_back(&(one.*kind));
        }
    }
    std::sort(by.begin(), by.end());
    do {
        bool all = true;
        for (std::size_t i = 0; i < of.size() && all; ++i) {
            all = (*related[i])[static_cast<std::size_t>(by[i])];
        }
        if (all) {
            return true;
        }
    } while (std::next_permutation(by.begin(), by.end()));
    return false;
}

/// A measured genotype before it is known whether it is chosen.
struct Candidate {
    std::size_t place = 0;
    double distance = std::numeric_limits<double>::quiet_NaN();
    bool samePartner = false;
    bool sameComplex = false;
    bool samePathway = false;
    bool nearest = false;
    std::vector<GeneIndex> of;
    std::vector<GeneIndex> by;
};

void relate(Candidate &candidate, const Genotype &genotype, const Genotype &other,
            const std::vector<Relatives> &relatives)
{
    candidate.of = without(genotype, other);
    candidate.by = without(other, genotype);
    candidate.samePartner = genotype.size() > 1 && candidate.of.size() == 1;
    if (candidate.of.size() > mostExchanged) {
        return;
    }
    std::vector<GeneIndex> ofComplex = candidate.by;
    std::vector<GeneIndex> ofPathway = candidate.by;
    candidate.sameComplex = matched(relatives, candidate.of, ofComplex, &Relatives::ofComplex);
    candidate.samePathway = matched(relatives, candidate.of, ofPathway, &Relatives::ofPathway);
    if (candidate.sameComplex || candidate.samePathway) {
        candidate.by = candidate.sameComplex ? std::move(ofComplex) : std::move(ofPathway);
    }
}

/// The `count` nearest of each relation, each candidate once; `candidates` are in order of distance.
std::vector<Candidate> chosenOf(const std::vector<Candidate> &candidates, std::size_t count)
{
    constexpr std::array<bool Candidate::*, 4> relations{&Candidate::sameComplex, &Candidate::samePartner,
                                                         &Candidate::samePathway, &Candidate::nearest};
    std::vector<bool> taken(candidates.size());
    std::vector<Candidate> chosen;
    for (const auto relation : relations) {
        std::size_t left = count;
        for (std::size_t i = 0; i < candidates.size() && left > 0; ++i) {
            if (candidates[i].*relation) {
                --left;
                if (!taken[i]) {
                    taken[i] = true;
                    chosen.push_back(candidates[i]);
                }
            }
        }
    }
    return chosen;
}

std::string smallestShared(const GeneGroups &groups, GeneIndex first, GeneIndex second, GeneGroup::Kind kind)
{
    const std::vector<std::size_t> shared = groups.shared(first, second, kind);
    return shared.empty() ? std::string() : groups.groups()[shared.front()].name;
}

Analogy analogyOf(const Candidate &candidate, const MeasuredGenotype &measured, const GeneGroups &groups)
{
    Analogy analogy;
    analogy.measured = measured;
    analogy.distance = candidate.distance;
    analogy.samePartner = candidate.samePartner;
    analogy.sameComplex = candidate.sameComplex;
    analogy.samePathway = candidate.samePathway;
    analogy.nearest = candidate.nearest;
    for (std::size_t i = 0; i < candidate.of.size(); ++i) {
        ExchangedGene exchanged{candidate.of[i], candidate.by[i]};
        if (candidate.sameComplex || candidate.samePathway) {
            exchanged.together =
                smallestShared(groups, exchanged.of, exchanged.by,
                               candidate.sameComplex ? GeneGroup::Kind::Complex : GeneGroup::Kind::Pathway);
        }
        analogy.exchanged.push_back(std::move(exchanged));
    }
    return analogy;
}

} // namespace

AnalogyFinder::AnalogyFinder(Predictor &predictor, std::shared_ptr<const MeasuredGenotypes> measured,
                             const GeneGroups &groups)
    : predictor_(predictor), measured_(std::move(measured)), groups_(groups)
{
}

const AnalogyFinder::OfOrder &AnalogyFinder::ofOrder(std::size_t order, const JobControl &control)
{
    for (const auto &[known, ofOrder] : orders_) {
        if (known == order) {
            return ofOrder;
        }
    }
    OfOrder found;
    std::vector<Genotype> genotypes;
    for (std::size_t place = 0; place < measured_->all().size(); ++place) {
        if (measured_->all()[place].genotype.size() == order) {
            found.places.push_back(place);
            genotypes.push_back(measured_->all()[place].genotype);
        }
    }
    found.points = predictor_.latent(genotypes, control);
    orders_.emplace_back(order, std::move(found));
    return orders_.back().second;
}

std::vector<Analogy> AnalogyFinder::find(const Genotype &genotype, std::size_t count, const JobControl &control)
{
    if (genotype.empty() || measured_->empty()) {
        return {};
    }
    const OfOrder &known = ofOrder(genotype.size(), control);
    const LatentPoints here = predictor_.latent({&genotype, 1}, control);
    const std::vector<Relatives> relatives = relativesOf(groups_, genotype, predictor_.cell()->genes.size());
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < known.places.size(); ++i) {
        const Genotype &other = measured_->all()[known.places[i]].genotype;
        if (other == genotype) {
            continue;
        }
        Candidate candidate;
        candidate.place = known.places[i];
        if (here.dimensions > 0) {
            candidate.distance = latentDistance(here[0], known.points[i]);
        }
        relate(candidate, genotype, other, relatives);
        candidates.push_back(std::move(candidate));
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &left, const Candidate &right) { return left.distance < right.distance; });
    for (std::size_t i = 0; here.dimensions > 0 && i < std::min(count, candidates.size()); ++i) {
        candidates[i].nearest = true;
    }
    std::vector<Analogy> analogies;
    std::vector<Genotype> genotypes;
    for (const Candidate &candidate : chosenOf(candidates, count)) {
        analogies.push_back(analogyOf(candidate, measured_->all()[candidate.place], groups_));
        genotypes.push_back(analogies.back().measured.genotype);
    }
    const std::vector<Prediction> predictions = predictor_.predictAll(genotypes, control);
    for (std::size_t i = 0; i < analogies.size(); ++i) {
        analogies[i].predicted = predictions[i];
    }
    return analogies;
}

} // namespace knockscape
