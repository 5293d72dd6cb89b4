#include "engine/training/labels.h"

#include "engine/cell/importers/file_format.h"
#include "engine/core/delimited_table.h"
#include "engine/core/files.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/training/label_rows.h"

#include <cmath>
#include <optional>

namespace knockscape
{

namespace
{

constexpr double LargestWeight = 1e6;

struct Columns {
    std::size_t knockouts = 0;
    std::optional<std::size_t> fitness;
    std::optional<std::size_t> interaction;
    std::optional<std::size_t> fitnessSd;
    std::optional<std::size_t> pValue;
    std::optional<std::size_t> weight;
    std::optional<std::size_t> source;
    std::optional<std::size_t> split;
    bool simulated = false;

    explicit Columns(const DelimitedTable &table)
        : knockouts(table.findColumn("knockouts") || !table.findColumn("genotype") ? table.column("knockouts")
                                                                                   : table.column("genotype")),
          fitness(table.findColumn("fitness")), interaction(table.findColumn("interaction")),
          fitnessSd(table.findColumn("fitness_sd")), pValue(table.findColumn("p_value")),
          weight(table.findColumn("weight")), source(table.findColumn("source")), split(table.findColumn("split")),
          simulated(table.findColumn("growth") && table.findColumn("blocked_reactions"))
    {
        if (!fitness && !interaction) {
            throw InputError(errorAt(table.name(), translate("Engine", "There is no column of values."),
                                     translate("Engine", "Labels need a column fitness or interaction.")));
        }
    }
};

Split readSplit(const LabelRows &rows, std::size_t row, std::size_t column)
{
    const std::string text = lowered(rows.table().cell(row, column));
    if (text.empty()) {
        return Split::Unassigned;
    }
    if (text == "train") {
        return Split::Train;
    }
    if (text == "validation") {
        return Split::Validation;
    }
    if (text == "test") {
        return Split::Test;
    }
    throw InputError(errorAt(rows.table().where(row),
                             translate("Engine", "Column split: “%1” is not a split.", {text.substr(0, 40)}),
                             translate("Engine", "Write train, validation, test, or nothing.")));
}

void readRow(LabelRows &rows, std::size_t row, const Columns &columns)
{
    const auto value = [&](const std::optional<std::size_t> &column) {
        return column ? rows.value(row, *column) : std::numeric_limits<double>::quiet_NaN();
    };
    Label label;
    label.fitness = value(columns.fitness);
    label.interaction = value(columns.interaction);
    if (columns.fitnessSd) {
        label.fitnessSd = rows.nonNegative(row, *columns.fitnessSd, LargestWeight);
    }
    if (columns.pValue) {
        label.pValue = rows.nonNegative(row, *columns.pValue, 1.0);
    }
    if (columns.weight) {
        const double weight = rows.nonNegative(row, *columns.weight, LargestWeight);
        label.weight = std::isnan(weight) ? 1.0 : weight;
    }
    if (columns.source) {
        label.source = std::string(rows.table().cell(row, *columns.source));
    } else if (columns.simulated) {
        label.source = "simulated";
    }
    if (columns.split) {
        label.split = readSplit(rows, row, *columns.split);
    }
    if (std::isnan(label.fitness) && std::isnan(label.interaction)) {
        rows.leaveOut(row, translate("Engine", "there is no value"));
        return;
    }
    if (auto genotype = rows.genotype(row, columns.knockouts)) {
        label.genotype = std::move(*genotype);
        rows.add(std::move(label));
    }
}

void readContractTable(LabelRows &rows, const JobControl &control)
{
    const Columns columns(rows.table());
    for (std::size_t row = 0; row < rows.table().rowCount(); ++row) {
        if (row % RowsPerReport == 0) {
            control.report(translate("Engine", "Reading labels"), row, rows.table().rowCount());
        }
        readRow(rows, row, columns);
    }
}

} // namespace

LabelTable readLabels(const std::filesystem::path &path, const GeneCatalogue &genes, std::vector<Issue> &issues,
                      const JobControl &control)
{
    control.report(translate("Engine", "Reading labels"), 0, 0);
    std::string text = readFile(path);
    LabelTable result;
    result.sha256 = sha256(text);
    refuseOtherThanText(text, path, translate("Engine", "a table of measured values"));
    const DelimitedTable table = DelimitedTable::parse(std::move(text), path.string());
    issues.insert(issues.end(), table.issues().begin(), table.issues().end());
    LabelRows rows(table, genes);
    if (isSgaTable(table)) {
        readSgaTable(rows, control);
    } else if (isSingleMutantTable(table)) {
        readSingleMutantTable(rows);
    } else {
        readContractTable(rows, control);
    }
    result.labels = rows.finish(issues);
    return result;
}

} // namespace knockscape
