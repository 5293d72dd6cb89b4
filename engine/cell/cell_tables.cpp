#include "engine/cell/cell_tables.h"

#include "engine/cell/essentiality.h"
#include "engine/cell/left_out.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace knockscape
{
namespace
{

using Column = std::optional<std::size_t>;

std::string text(const DelimitedTable &table, std::size_t row, Column column)
{
    return column ? std::string(table.cell(row, *column)) : std::string();
}

[[noreturn]] void failAt(const std::string &where, const std::string &what, const std::string &remedy)
{
    throw InputError(errorAt(where, what, remedy));
}

std::optional<bool> readFlag(const DelimitedTable &table, std::size_t row, Column column)
{
    const std::string value = text(table, row, column);
    std::optional<bool> flag;
    if (readEssential(value, flag)) {
        return flag;
    }
    failAt(table.where(row), translate("Engine", "Column essential: “%1” is neither yes nor no.", {value}),
           translate("Engine", "Write 1, 0 or nothing."));
}

/// A flux bound: a number, which may be infinite.
double readBound(const DelimitedTable &table, std::size_t row, std::size_t column)
{
    const std::optional<double> bound = parseNumber(table.cell(row, column));
    if (!bound || std::isnan(*bound)) {
        failAt(table.where(row),
               translate("Engine", "Column %1: “%2” is not a flux bound.",
                         {table.columns()[column], text(table, row, column)}),
               translate("Engine", "Write a number, inf or -inf."));
    }
    return *bound;
}

using RowOfId = std::unordered_map<std::string, std::int32_t>;

void addId(RowOfId &rows, const std::string &id, const DelimitedTable &table, std::size_t row)
{
    if (id.empty()) {
        failAt(table.where(row), translate("Engine", "The id is missing."),
               translate("Engine", "Give every line an id."));
    }
    if (!rows.try_emplace(id, static_cast<std::int32_t>(row)).second) {
        failAt(table.where(row), translate("Engine", "The id %1 is there twice.", {id}),
               translate("Engine", "Remove or rename one of the two."));
    }
}

RowOfId readMetabolites(const DelimitedTable &table, Metabolism &metabolism, std::vector<Issue> &issues)
{
    const std::size_t id = table.column("id");
    const Column name = table.findColumn("name");
    const Column compartment = table.findColumn("compartment");
    const Column formula = table.findColumn("formula");
    const Column charge = table.findColumn("charge");
    const Column annotations = table.findColumn("annotations");
    RowOfId rows;
    LeftOut unknown;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        Metabolite metabolite{text(table, row, id),      text(table, row, name), text(table, row, compartment),
                              text(table, row, formula), std::nullopt,           text(table, row, annotations)};
        addId(rows, metabolite.id, table, row);
        if (const auto value = charge ? table.optionalNumber(row, *charge) : std::nullopt) {
            if (*value != std::round(*value)) {
                failAt(table.where(row),
                       translate("Engine", "Column charge: “%1” is not a charge.", {text(table, row, charge)}),
                       translate("Engine", "Write a small whole number or nothing."));
            }
            // Some models write a huge number for a charge that is not known.
            if (std::abs(*value) < 10'000.0) {
                metabolite.charge = static_cast<int>(*value);
            } else {
                unknown.add({}, text(table, row, charge), table.where(row));
            }
        }
        metabolism.metabolites.push_back(std::move(metabolite));
    }
    unknown.report(table.name(), chargesNotKnown, issues);
    return rows;
}

RowOfId readReactions(const DelimitedTable &table, Metabolism &metabolism)
{
    const std::size_t id = table.column("id");
    const std::size_t lower = table.column("lower_bound");
    const std::size_t upper = table.column("upper_bound");
    const std::size_t genes = table.column("genes");
    const Column name = table.findColumn("name");
    const Column subsystem = table.findColumn("subsystem");
    const Column objective = table.findColumn("objective");
    const Column annotations = table.findColumn("annotations");
    RowOfId rows;
    RuleBudget budget;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        Reaction reaction;
        reaction.id = text(table, row, id);
        addId(rows, reaction.id, table, row);
        reaction.name = text(table, row, name);
        reaction.lowerBound = readBound(table, row, lower);
        reaction.upperBound = readBound(table, row, upper);
        if (reaction.lowerBound > reaction.upperBound) {
            failAt(table.where(row), translate("Engine", "The lower bound is above the upper bound."),
                   translate("Engine", "Correct the bounds of reaction %1.", {reaction.id}));
        }
        reaction.ruleText = text(table, row, genes);
        reaction.rule = parseGeneRule(reaction.ruleText, table.where(row), &budget);
        reaction.subsystem = text(table, row, subsystem);
        reaction.objective = objective ? table.optionalNumber(row, *objective).value_or(0.0) : 0.0;
        reaction.annotations = text(table, row, annotations);
        metabolism.reactions.push_back(std::move(reaction));
    }
    return rows;
}

std::int32_t findRow(const RowOfId &rows, const DelimitedTable &table, std::size_t row, std::size_t column,
                     const std::string &where)
{
    const auto found = rows.find(text(table, row, column));
    if (found == rows.end()) {
        failAt(table.where(row), translate("Engine", "“%1” is not in %2.", {text(table, row, column), where}),
               translate("Engine", "Add it there or correct the id."));
    }
    return found->second;
}

} // namespace

GeneCatalogue readGeneTable(const DelimitedTable &table, std::optional<std::size_t> idColumn)
{
    const std::size_t id = idColumn ? *idColumn : table.column("id");
    const Column name = table.findColumn("name");
    const Column aliases = table.findColumn("aliases");
    const Column description = table.findColumn("description");
    const Column essential = table.findColumn("essential");
    std::vector<std::size_t> annotations;
    std::vector<std::string> annotationColumns;
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
        const std::array<Column, 5> known = {id, name, aliases, description, essential};
        if (!table.columns()[column].empty() && std::find(known.begin(), known.end(), Column(column)) == known.end()) {
            annotations.push_back(column);
            annotationColumns.push_back(table.columns()[column]);
        }
    }
    std::vector<Gene> genes;
    RowOfId rows;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        Gene gene;
        gene.id = text(table, row, id);
        addId(rows, gene.id, table, row);
        gene.name = text(table, row, name);
        gene.aliases = splitAliases(aliases ? table.cell(row, *aliases) : std::string_view());
        gene.description = text(table, row, description);
        gene.essential = readFlag(table, row, essential);
        for (const std::size_t column : annotations) {
            gene.annotations.push_back(text(table, row, column));
        }
        genes.push_back(std::move(gene));
    }
    if (genes.empty()) {
        failAt(table.name(), translate("Engine", "There are no genes in the table."),
               translate("Engine", "A cell needs at least one gene."));
    }
    return GeneCatalogue(std::move(genes), std::move(annotationColumns), table.name());
}

GeneNetwork readNetworkTable(const DelimitedTable &table, const std::string &type, bool directed,
                             const GeneCatalogue &genes, std::vector<Issue> &issues)
{
    const std::array<std::size_t, 2> ends = {table.column("source"), table.column("target")};
    const Column weight = table.findColumn("weight");
    std::vector<GeneEdge> edges;
    edges.reserve(table.rowCount());
    LeftOut leftOut;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        std::array<GeneIndex, 2> found{};
        bool known = true;
        for (std::size_t end = 0; end < 2 && known; ++end) {
            const std::string_view name = table.cell(row, ends[end]);
            found[end] = genes.resolve(name, GeneCatalogue::Suggestions::Omit).gene;
            known = found[end] >= 0;
            if (!known) {
                leftOut.add(translate("Engine", "gene not in this cell"), std::string(name), table.where(row),
                            translate("Engine", "Write the gene into genes.tsv, or import the cell again."));
            }
        }
        if (known) {
            const double value = weight ? table.optionalNumber(row, *weight).value_or(1.0) : 1.0;
            edges.push_back({found[0], found[1], static_cast<float>(value)});
        }
    }
    leftOut.report(table.name(), interactionsLeftOut, issues);
    return GeneNetwork(type, directed, genes.size(), std::move(edges));
}

Metabolism readMetabolismTables(const DelimitedTable &metabolites, const DelimitedTable &reactions,
                                const DelimitedTable &stoichiometry, const GeneCatalogue &genes,
                                std::vector<Issue> &issues)
{
    Metabolism metabolism;
    const RowOfId metaboliteRows = readMetabolites(metabolites, metabolism, issues);
    const RowOfId reactionRows = readReactions(reactions, metabolism);
    const std::size_t reactionColumn = stoichiometry.column("reaction");
    const std::size_t metaboliteColumn = stoichiometry.column("metabolite");
    const std::size_t coefficient = stoichiometry.column("coefficient");
    std::unordered_set<std::uint64_t> seen;
    for (std::size_t row = 0; row < stoichiometry.rowCount(); ++row) {
        const std::int32_t reaction = findRow(reactionRows, stoichiometry, row, reactionColumn, reactions.name());
        const std::int32_t metabolite =
            findRow(metaboliteRows, stoichiometry, row, metaboliteColumn, metabolites.name());
        const double value = stoichiometry.number(row, coefficient);
        const auto pair = static_cast<std::uint64_t>(reaction) << 32U | static_cast<std::uint32_t>(metabolite);
        if (!seen.insert(pair).second) {
            failAt(stoichiometry.where(row), translate("Engine", "The metabolite is in this reaction twice."),
                   translate("Engine", "Give it one line with the sum of the coefficients."));
        }
        if (value != 0.0) {
            metabolism.reactions[static_cast<std::size_t>(reaction)].terms.push_back({metabolite, value});
        }
    }
    reportUnboundGenes(metabolism.bindGenes(genes), reactions.name(), issues);
    return metabolism;
}

void reportUnboundGenes(const std::vector<std::string> &names, const std::string &where, std::vector<Issue> &issues)
{
    if (names.empty()) {
        return;
    }
    const std::vector<std::string> shown(names.begin(),
                                         names.begin() + static_cast<long>(std::min<std::size_t>(names.size(), 5)));
    issues.push_back(
        warningAt(where,
                  translateCount("Engine", "%1 gene of the reaction rules is not in the gene table: %2.",
                                 "%1 genes of the reaction rules are not in the gene table: %2.",
                                 static_cast<std::int64_t>(names.size()),
                                 {joined(shown, ", ") + (shown.size() < names.size() ? ", …" : "")}),
                  translateCount("Engine", "It counts as present in every genotype.",
                                 "They count as present in every genotype.", static_cast<std::int64_t>(names.size()))));
}

} // namespace knockscape
