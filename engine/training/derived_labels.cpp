#include "engine/training/derived_labels.h"

#include <cmath>
#include <limits>
#include <map>

namespace knockscape
{

namespace
{

/// Mean fitness of every genotype that has one; NaN for the others.
class FitnessByGenotype
{
public:
    explicit FitnessByGenotype(const std::vector<Label> &labels)
    {
        for (const Label &label : labels) {
            if (!std::isnan(label.fitness)) {
                Sum &sum = sums_[label.genotype];
                sum.total += label.fitness;
                sum.count += 1.0;
            }
        }
    }

    double operator()(const Genotype &genotype) const
    {
        const auto found = sums_.find(genotype);
        return found == sums_.end() ? std::numeric_limits<double>::quiet_NaN()
                                    : found->second.total / found->second.count;
    }

    double digenic(GeneIndex i, GeneIndex j) const
    {
        return (*this)(Genotype{i, j}) - (*this)(Genotype{i}) * (*this)(Genotype{j});
    }

private:
    struct Sum {
        double total = 0.0;
        double count = 0.0;
    };

    std::map<Genotype, Sum> sums_;
};

} // namespace

std::size_t deriveInteractions(std::vector<Label> &labels)
{
    const FitnessByGenotype fitness(labels);
    std::size_t count = 0;
    for (Label &label : labels) {
        if (!std::isnan(label.interaction) || std::isnan(label.fitness)) {
            continue;
        }
        const auto genes = label.genotype.genes();
        if (genes.size() == 2) {
            label.interaction = label.fitness - fitness(Genotype{genes[0]}) * fitness(Genotype{genes[1]});
        } else if (genes.size() == 3) {
            const double f0 = fitness(Genotype{genes[0]});
            const double f1 = fitness(Genotype{genes[1]});
            const double f2 = fitness(Genotype{genes[2]});
            label.interaction = label.fitness - f0 * f1 * f2 - fitness.digenic(genes[0], genes[1]) * f2 -
                                fitness.digenic(genes[0], genes[2]) * f1 - fitness.digenic(genes[1], genes[2]) * f0;
        }
        count += std::isnan(label.interaction) ? 0 : 1;
    }
    return count;
}

std::size_t deriveFitness(std::vector<Label> &labels)
{
    const FitnessByGenotype fitness(labels);
    std::size_t count = 0;
    for (Label &label : labels) {
        if (label.genotype.size() == 2 && std::isnan(label.fitness)) {
            const auto genes = label.genotype.genes();
            label.fitness = fitness(Genotype{genes[0]}) * fitness(Genotype{genes[1]}) + label.interaction;
            count += std::isnan(label.fitness) ? 0 : 1;
        }
    }
    return count;
}

} // namespace knockscape
