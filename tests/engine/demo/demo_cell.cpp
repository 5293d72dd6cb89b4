#include "tests/engine/demo/demo_cell.h"

#include "engine/cell/bundle.h"
#include "engine/core/issue.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace knockscape::test
{
namespace
{

struct ReadDemo {
    std::vector<Issue> issues;
    std::shared_ptr<const Cell> cell =
        std::make_shared<const Cell>(readCellBundle(KNOCKSCAPE_RESOURCES_DIR "/demo/central-metabolism.cell", issues));
};

const ReadDemo &readDemo()
{
    static const ReadDemo demo;
    return demo;
}

std::map<std::string, int> elements(const std::string &formula)
{
    std::map<std::string, int> counts;
    std::size_t at = 0;
    while (at < formula.size()) {
        std::string element(1, formula[at++]);
        while (at < formula.size() && std::islower(static_cast<unsigned char>(formula[at])) != 0) {
            element += formula[at++];
        }
        int count = 0;
        while (at < formula.size() && std::isdigit(static_cast<unsigned char>(formula[at])) != 0) {
            count = count * 10 + (formula[at++] - '0');
        }
        counts[element] += std::max(count, 1);
    }
    return counts;
}

} // namespace

std::shared_ptr<const Cell> demoCell()
{
    return readDemo().cell;
}

const std::vector<Issue> &demoIssues()
{
    return readDemo().issues;
}

Genotype deletionOf(const Cell &cell, const std::vector<std::string> &names)
{
    std::vector<GeneIndex> genes;
    for (const std::string &name : names) {
        const NameResolution resolution = cell.genes.resolve(name);
        if (resolution.kind != NameResolution::Kind::Resolved) {
            throw InputError(cell.genes.explain(name, resolution, "test"));
        }
        genes.push_back(resolution.gene);
    }
    return Genotype(std::move(genes));
}

bool hasFormulas(const Metabolism &metabolism, const Reaction &reaction)
{
    return std::all_of(reaction.terms.begin(), reaction.terms.end(), [&](const StoichiometricTerm &term) {
        return !metabolism.metabolites[static_cast<std::size_t>(term.metabolite)].formula.empty();
    });
}

std::map<std::string, double> imbalance(const Metabolism &metabolism, const Reaction &reaction)
{
    std::map<std::string, double> sums;
    for (const StoichiometricTerm &term : reaction.terms) {
        const Metabolite &metabolite = metabolism.metabolites[static_cast<std::size_t>(term.metabolite)];
        for (const auto &[element, count] : elements(metabolite.formula)) {
            sums[element] += term.coefficient * count;
        }
        sums["charge"] += term.coefficient * metabolite.charge.value_or(0);
    }
    std::erase_if(sums, [](const auto &sum) { return std::abs(sum.second) < 1e-9; });
    return sums;
}

std::shared_ptr<const Cell> cellMakingAtp(bool uptake)
{
    auto cell = std::make_shared<Cell>(*demoCell());
    for (Reaction &reaction : cell->metabolism.reactions) {
        reaction.objective = reaction.id == "ATPM" ? 1.0 : 0.0;
        if (reaction.id == "ATPM") {
            reaction.lowerBound = 0.0;
        }
        if (reaction.subsystem == "Exchange" && !uptake) {
            reaction.lowerBound = std::max(reaction.lowerBound, 0.0);
        }
    }
    return cell;
}

} // namespace knockscape::test
