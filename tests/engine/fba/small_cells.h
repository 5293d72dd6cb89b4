#pragma once

#include "engine/cell/cell.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace knockscape::test
{

/// Builds cells of a few reactions for tests: genes and metabolites come into being when they are named.
class SmallCell
{
public:
    explicit SmallCell(const std::vector<std::string> &genes)
    {
        for (const std::string &id : genes) {
            Gene gene;
            gene.id = id;
            genes_.push_back(gene);
        }
    }

    SmallCell &reaction(const std::string &id, const std::vector<std::pair<std::string, double>> &terms, double lower,
                        double upper, const std::string &rule = {}, double objective = 0.0)
    {
        Reaction reaction;
        reaction.id = id;
        reaction.lowerBound = lower;
        reaction.upperBound = upper;
        reaction.ruleText = rule;
        reaction.rule = rule.empty() ? GeneRule{} : parseGeneRule(rule, id);
        reaction.objective = objective;
        for (const auto &[name, coefficient] : terms) {
            const auto [it, isNew] = rows_.try_emplace(name, static_cast<std::int32_t>(metabolism_.metabolites.size()));
            if (isNew) {
                Metabolite metabolite;
                metabolite.id = name;
                metabolism_.metabolites.push_back(metabolite);
            }
            reaction.terms.push_back({it->second, coefficient});
        }
        metabolism_.reactions.push_back(reaction);
        return *this;
    }

    std::shared_ptr<Cell> build() const
    {
        auto cell = std::make_shared<Cell>();
        cell->name = "small";
        cell->genes = GeneCatalogue(genes_);
        cell->metabolism = metabolism_;
        cell->metabolism.bindGenes(cell->genes);
        return cell;
    }

private:
    std::vector<Gene> genes_;
    Metabolism metabolism_;
    std::map<std::string, std::int32_t> rows_;
};

/// Uptake of 10 units of A; A → B by either of two isozymes G1 or G2 at full yield; A → 0.5 B by the complex G3 and G4;
/// B → biomass. Growth: 10 for the wild type, 5 without G1 and G2, 0 when G3 or G4 goes too.
inline SmallCell branchedCell()
{
    SmallCell cell({"G1", "G2", "G3", "G4", "G5"});
    cell.reaction("uptake", {{"A", 1.0}}, 0.0, 10.0)
        .reaction("main", {{"A", -1.0}, {"B", 1.0}}, -1000.0, 1000.0, "G1 or G2")
        .reaction("bypass", {{"A", -1.0}, {"B", 0.5}}, 0.0, 1000.0, "G3 and G4")
        .reaction("growth", {{"B", -1.0}}, 0.0, 1000.0, "", 1.0);
    return cell;
}

} // namespace knockscape::test
