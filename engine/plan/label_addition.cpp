#include "engine/plan/label_addition.h"

#include "engine/core/delimited_header.h"
#include "engine/core/delimited_table.h"
#include "engine/core/files.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/training/labels.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <ostream>
#include <vector>

namespace knockscape
{

namespace
{

namespace fs = std::filesystem;

constexpr const char *ContractHeader = "knockouts\tfitness\tinteraction\tfitness_sd\tp_value\tsource\n";

std::string rawBytes(const fs::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

[[noreturn]] void refuseTable(const fs::path &labels, const std::string &why)
{
    throw InputError(errorAt(labels.string(),
                             translate("Engine", "Measurements cannot be added to this table: %1", {why}),
                             translate("Engine", "Name a new file; training takes several label files.")));
}

/// Rows as (column, value), in the order they are to be written.
using LabelRow = std::map<std::string, std::string>;

std::vector<LabelRow> rowsOf(const MeasuredPanel &panel, const std::string &source, const GeneCatalogue &genes)
{
    std::map<Genotype, const MeasuredInteraction *> interactions;
    for (const MeasuredInteraction &row : panel.interactions) {
        interactions[row.genotype] = &row;
    }
    std::vector<LabelRow> rows;
    const auto add = [&](const Genotype &genotype, double fitness, double error, const MeasuredInteraction *found) {
        LabelRow row{{"knockouts", genes.ids(genotype)},
                     {"fitness", formatNumber(fitness)},
                     {"fitness_sd", formatNumber(error)},
                     {"source", source}};
        if (found != nullptr) {
            row["interaction"] = formatNumber(found->interaction);
            row["p_value"] = std::isfinite(found->pValue) ? formatNumber(found->pValue) : std::string();
        }
        rows.push_back(std::move(row));
    };
    for (const auto &[strain, fitness] : panel.strains) {
        const auto found = interactions.find(strain);
        add(strain, fitness.value, fitness.error, found == interactions.end() ? nullptr : found->second);
        interactions.erase(strain);
    }
    // Genotypes whose own strain was known: their fitness stands in the labels already.
    for (const auto &[genotype, found] : interactions) {
        add(genotype, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN(), found);
    }
    return rows;
}

struct TableForm {
    std::vector<std::string> columns;
    char separator = '\t';
};

TableForm formOf(const fs::path &labels, const std::string &bytes)
{
    if (!isUtf8(bytes) || bytes.find('\0') != std::string::npos) {
        refuseTable(labels, translate("Engine", "it is compressed or in another encoding than UTF-8."));
    }
    TableForm form;
    form.separator = findDelimitedHeader(bytes).separator;
    const DelimitedTable table = DelimitedTable::parse(bytes, labels.string());
    for (const std::string &column : table.columns()) {
        form.columns.push_back(lowered(column));
    }
    for (const char *needed : {"knockouts", "fitness", "interaction"}) {
        if (std::find(form.columns.begin(), form.columns.end(), needed) == form.columns.end()) {
            refuseTable(labels, translate("Engine", "it has no column %1.", {needed}));
        }
    }
    return form;
}

std::string lineOf(const LabelRow &row, const TableForm &form)
{
    std::vector<std::string> cells;
    for (const std::string &column : form.columns) {
        const auto found = row.find(column);
        std::string cell = found == row.end() ? std::string() : found->second;
        if (form.separator != '\t' && cell.find_first_of(std::string("\"\n") + form.separator) != std::string::npos) {
            std::string quoted = "\"";
            for (const char character : cell) {
                quoted += character == '"' ? std::string("\"\"") : std::string(1, character);
            }
            cell = quoted + "\"";
        }
        cells.push_back(cell);
    }
    return joined(cells, std::string(1, form.separator)) + "\n";
}

bool agree(double written, double read)
{
    return (std::isnan(written) && std::isnan(read)) || std::abs(written - read) <= 1e-8 * (1.0 + std::abs(written));
}

/// Throws EngineError unless the file says what it said before, and then the new rows.
void checkReadBack(const fs::path &path, const std::vector<Label> &before, const std::vector<LabelRow> &added,
                   const GeneCatalogue &genes)
{
    std::vector<Issue> issues;
    const std::vector<Label> after = readLabels(path, genes, issues).labels;
    bool same = after.size() == before.size() + added.size();
    for (std::size_t i = 0; same && i < after.size(); ++i) {
        if (i < before.size()) {
            same = after[i].genotype == before[i].genotype && agree(before[i].fitness, after[i].fitness) &&
                   agree(before[i].interaction, after[i].interaction);
            continue;
        }
        const LabelRow &row = added[i - before.size()];
        const auto number = [&row](const char *column) {
            const auto found = row.find(column);
            const auto value = found == row.end() ? std::nullopt : parseNumber(found->second);
            return value ? *value : std::numeric_limits<double>::quiet_NaN();
        };
        same = genes.ids(after[i].genotype) == row.at("knockouts") && agree(number("fitness"), after[i].fitness) &&
               agree(number("interaction"), after[i].interaction);
    }
    if (!same) {
        throw EngineError(
            errorAt(path.string(), translate("Engine", "The labels did not read back as they were written; the old "
                                                       "file is untouched.")));
    }
}

} // namespace

LabelAddition addToLabels(const fs::path &labels, const MeasuredPanel &panel, const std::string &source,
                          const GeneCatalogue &genes)
{
    LabelAddition result;
    std::error_code error;
    std::vector<Label> before;
    std::string bytes;
    TableForm form;
    if (fs::exists(labels, error)) {
        bytes = rawBytes(labels);
        form = formOf(labels, bytes);
        std::vector<Issue> issues;
        const LabelTable table = readLabels(labels, genes, issues);
        before = table.labels;
        result.sha256Before = table.sha256;
    } else {
        bytes = ContractHeader;
        form.columns = {"knockouts", "fitness", "interaction", "fitness_sd", "p_value", "source"};
    }
    const std::vector<LabelRow> rows = rowsOf(panel, source, genes);
    std::string content = bytes + (bytes.ends_with('\n') ? "" : "\n");
    for (const LabelRow &row : rows) {
        content += lineOf(row, form);
    }
    fs::path beside = labels;
    beside += ".new";
    writeFileAtomically(beside, [&](std::ostream &stream) { stream << content; });
    try {
        checkReadBack(beside, before, rows, genes);
    } catch (...) {
        fs::remove(beside, error);
        throw;
    }
    fs::rename(beside, labels, error);
    if (error) {
        throw EngineError(errorAt(labels.string(), error.message()));
    }
    result.rowsBefore = before.size();
    result.rowsAdded = rows.size();
    result.sha256After = sha256OfFile(labels);
    return result;
}

} // namespace knockscape
