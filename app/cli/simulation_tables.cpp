#ifdef KNOCKSCAPE_FBA

#include "app/cli/simulation_tables.h"

#include "engine/core/text.h"
#include "engine/store/prediction_table.h"
#include "engine/store/table_writer.h"

#include <algorithm>
#include <cmath>

namespace knockscape::cli
{

void SimulationTable::add(const Genotype &genotype, const SimulatedFluxes &answer)
{
    const SimulatedGrowth &growth = answer.growth;
    rows_.push_back({genes_.ids(genotype), genes_.labels(genotype), std::to_string(genotype.size()),
                     formatNumber(growth.fitness), formatNumber(growth.growth),
                     std::to_string(growth.blockedReactions.size()), growth.status});
    if (method_ != FluxMethod::Optimum) {
        rows_.back().push_back(formatNumber(answer.total));
    }
    if (method_ == FluxMethod::LinearMoma) {
        rows_.back().push_back(formatNumber(answer.distance));
    }
}

void SimulationTable::write(const std::filesystem::path &path, const Provenance &about) const
{
    std::vector<std::string> columns{"knockouts", "names", "n", "fitness", "growth", "blocked_reactions", "status"};
    std::vector<bool> numeric{false, false, true, true, true, true, false};
    if (method_ != FluxMethod::Optimum) {
        columns.emplace_back("total_flux");
    }
    if (method_ == FluxMethod::LinearMoma) {
        columns.emplace_back("distance");
    }
    numeric.resize(columns.size(), true);
    writeTextTable(path, columns, rows_, numeric, about);
}

void FluxTable::add(const Genotype &genotype, const std::vector<double> &fluxes)
{
    if (fluxes.empty()) {
        return;
    }
    Block block{cell_.genes.ids(genotype), {}};
    for (std::size_t i = 0; i < fluxes.size(); ++i) {
        if (fluxes[i] != 0.0) {
            block.fluxes.emplace_back(static_cast<std::int32_t>(i), fluxes[i]);
        }
    }
    blocks_.push_back(std::move(block));
}

void FluxTable::write(const std::filesystem::path &path, Provenance about) const
{
    about.content = "fluxes in mmol per gram dry weight and hour";
    const std::vector<Reaction> &reactions = cell_.metabolism.reactions;
    TableSource table{{"knockouts", "reaction", "flux"}, {false, false, true}, blocks_.size() * reactions.size(), {}};
    table.fill = [&](std::size_t row, std::vector<std::string> &cells) {
        const Block &block = blocks_[row / reactions.size()];
        const auto reaction = static_cast<std::int32_t>(row % reactions.size());
        const auto found = std::lower_bound(block.fluxes.begin(), block.fluxes.end(), std::pair(reaction, -HUGE_VAL));
        const bool carries = found != block.fluxes.end() && found->first == reaction;
        cells = {block.knockouts, reactions[static_cast<std::size_t>(reaction)].id,
                 formatExactly(carries ? found->second : 0.0)};
    };
    writeTable(path, table, about);
}

void BlockedReactions::add(const Genotype &genotype, const SimulatedGrowth &growth)
{
    for (const std::int32_t reaction : growth.blockedReactions) {
        rows_.emplace_back(genotype, reaction);
        ranges_.emplace(reaction, FluxRange{});
    }
}

void BlockedReactions::write(const std::filesystem::path &path, const std::shared_ptr<const Cell> &cell,
                             double fraction, Provenance about, const JobControl &control)
{
    std::vector<std::int32_t> reactions;
    for (const auto &[reaction, range] : ranges_) {
        reactions.push_back(reaction);
    }
    const std::vector<FluxRange> found = FluxBalance(cell, control).variability(reactions, fraction, control);
    for (std::size_t i = 0; i < reactions.size(); ++i) {
        ranges_[reactions[i]] = found[i];
    }
    about.content = "flux ranges of blocked reactions in the wild type";
    std::vector<std::vector<std::string>> table;
    for (const auto &[genotype, row] : rows_) {
        const Reaction &reaction = cell->metabolism.reactions[static_cast<std::size_t>(row)];
        const FluxRange &range = ranges_[row];
        const bool needed = range.low > 0.0 || range.high < 0.0;
        table.push_back({cell->genes.ids(genotype), reaction.id, reaction.name, formatNumber(range.low),
                         formatNumber(range.high), needed ? "1" : "0"});
    }
    writeTextTable(path, {"knockouts", "reaction", "name", "low", "high", "needed"}, table,
                   {false, false, false, true, true, true}, about);
}

} // namespace knockscape::cli

#endif
