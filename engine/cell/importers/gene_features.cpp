#include "engine/cell/importers/gene_features.h"

#include "engine/cell/identifier_kind.h"
#include "engine/cell/importers/fasta.h"
#include "engine/cell/importers/gene_columns.h"
#include "engine/cell/importers/gene_matcher.h"
#include "engine/cell/importers/gene_names.h"
#include "engine/cell/left_out.h"
#include "engine/cell/spreadsheet_names.h"
#include "engine/core/delimited_table.h"
#include "engine/core/safetensors.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace knockscape
{
namespace
{

/// 160 MB of float32: 6,000 columns for the genes of yeast, 2,000 for those of a human.
constexpr std::size_t featureLimit = 40'000'000;

bool isNumpy(const ImportFile &file)
{
    return file.content.starts_with("\x93NUMPY");
}

bool isSafetensors(const ImportFile &file)
{
    return file.hasExtension(".safetensors");
}

/// Fills the rows of a matrix gene by gene and remembers which have one.
class FeatureFiller
{
public:
    /// `names` are those of all rows.
    FeatureFiller(const ImportFile &file, const GeneCatalogue &genes, const std::vector<std::string> &names,
                  std::size_t columns, ImportedFile &report)
        : file_(file), genes_(genes), matcher_(genes, names), report_(report), filled_(genes.size(), false)
    {
        if (columns == 0 || columns > featureLimit / std::max<std::size_t>(genes.size(), 1)) {
            throw InputError(errorAt(
                file.name,
                columns == 0 ? translate("Engine", "The table has no column beside that of the genes.")
                             : translate("Engine", "%1 feature columns are too many.", {std::to_string(columns)}),
                translate("Engine", "Give a gene column and up to some thousand columns of numbers.")));
        }
        matrix_.columns = columns;
        matrix_.values.assign(genes.size() * columns, 0.0F);
    }

    /// Row of the matrix to fill for a gene, or nullptr if there is no such gene or it has one already.
    float *row(std::string_view name, std::size_t line) { return row(matcher_.gene(name), name, line); }

    /// The same for something of several names, of which the first stands in messages.
    float *row(const std::vector<std::string> &names, std::size_t line)
    {
        const NamesMeaning meaning = geneOfNames(genes_, names);
        const bool isUnknown = meaning.gene < 0 && !meaning.conflicting;
        return row(isUnknown ? matcher_.gene(names.front()) : meaning.gene, names.front(), line);
    }

    /// The same for a gene that was found already (-1: none).
    float *row(GeneIndex gene, std::string_view name, std::size_t line)
    {
        spreadsheet_.look(name, line);
        const std::string where = file_.at(line);
        if (gene < 0) {
            leftOut_.add(translate("Engine", "gene not in this cell"), std::string(name), where, unknownGeneRemedy());
            ++report_.namesUnresolved;
            if (report_.firstUnresolved.size() < 5) {
                report_.firstUnresolved.emplace_back(name.substr(0, 60));
            }
            return nullptr;
        }
        if (filled_[static_cast<std::size_t>(gene)]) {
            leftOut_.add(translate("Engine", "the gene has a row before"), std::string(name), where,
                         translate("Engine", "The first row of a gene counts; remove the one that is wrong."));
            return nullptr;
        }
        filled_[static_cast<std::size_t>(gene)] = true;
        ++report_.namesResolved;
        ++report_.genes;
        return matrix_.values.data() + static_cast<std::size_t>(gene) * matrix_.columns;
    }

    FeatureMatrix finish(std::vector<Issue> &issues)
    {
        matcher_.report(file_.name, issues);
        leftOut_.report(file_.name, rowsLeftOut, issues);
        spreadsheet_.report(file_.name, genes_, issues);
        std::vector<std::string> missing;
        for (std::size_t gene = 0; gene < filled_.size(); ++gene) {
            if (!filled_[gene]) {
                missing.push_back(genes_[static_cast<GeneIndex>(gene)].id);
            }
        }
        if (missing.size() == filled_.size()) {
            throw InputError(errorAt(file_.name, translate("Engine", "There is no row for any gene of this cell."),
                                     explainMismatch(report_.firstUnresolved, genes_)));
        }
        if (!missing.empty()) {
            const std::size_t count = missing.size();
            missing.resize(std::min<std::size_t>(count, 5));
            issues.push_back(
                warningAt(file_.name, translateCount("Engine", "%1 gene has no features and gets zeros: %2.",
                                                     "%1 genes have no features and get zeros: %2.",
                                                     static_cast<std::int64_t>(count),
                                                     {joined(missing, ", ") + (count > missing.size() ? ", …" : "")})));
        }
        return std::move(matrix_);
    }

private:
    const ImportFile &file_;
    const GeneCatalogue &genes_;
    GeneMatcher matcher_;
    ImportedFile &report_;
    FeatureMatrix matrix_;
    std::vector<bool> filled_;
    LeftOut leftOut_;
    SpreadsheetNames spreadsheet_;
};

/// The names in the gene column of a table.
std::vector<std::string> namesIn(const DelimitedTable &table, std::size_t key)
{
    std::vector<std::string> names;
    names.reserve(table.rowCount());
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        names.emplace_back(withoutQuotes(table.cell(row, key)));
    }
    return names;
}

FeatureMatrix readTable(ImportFile &file, const ColumnChoice &choice, const GeneCatalogue &genes,
                        std::vector<Issue> &issues, ImportedFile &report)
{
    const DelimitedTable table = DelimitedTable::parse(std::move(file.content), file.name);
    issues.insert(issues.end(), table.issues().begin(), table.issues().end());
    const std::size_t key = geneColumn(table, choice);
    requireHeader(table.columns(), key, choice, genes, file.name);
    report.columns = {{ColumnRole::Id, key, table.columns()[key]}};
    // The names of rows that R numbers are no feature.
    const bool numbered = key != 0 && table.columns()[0].empty();
    FeatureFiller filler(file, genes, namesIn(table, key), table.columns().size() - (numbered ? 2 : 1), report);
    LeftOut empty;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        float *values = filler.row(withoutQuotes(table.cell(row, key)), table.line(row));
        for (std::size_t column = 0; values != nullptr && column < table.columns().size(); ++column) {
            if (column == key || (numbered && column == 0)) {
                continue;
            }
            const std::optional<double> value = table.optionalDecimal(row, column);
            if (!value) {
                empty.add({}, table.columns()[column], table.where(row),
                          translate("Engine", "Fill them, or leave out the column if zero is wrong."));
            }
            *values++ = static_cast<float>(value.value_or(0.0));
        }
    }
    empty.report(
        file.name,
        [](std::int64_t count, const std::string &why) {
            return translateCount("Engine", "%1 empty cell was read as zero (column %2).",
                                  "%1 empty cells were read as zero (columns: %2).", count, {why});
        },
        issues);
    return filler.finish(issues);
}

FeatureMatrix readSequences(const ImportFile &file, const GeneCatalogue &genes, std::vector<Issue> &issues,
                            ImportedFile &report)
{
    const std::vector<FastaRecord> records = longestOfEachGene(readFasta(file), file, issues);
    std::vector<std::string> ids;
    for (const FastaRecord &record : records) {
        ids.push_back(record.header.gene);
    }
    FeatureFiller filler(file, genes, ids, codonFeatureCount, report);
    for (const FastaRecord &record : records) {
        std::vector<std::string> names = record.header.otherNames;
        names.insert(names.begin(), {record.header.gene, record.header.name});
        if (float *values = filler.row(names, record.line)) {
            const auto features = codonFeatures(record.sequence);
            std::copy(features.begin(), features.end(), values);
        }
    }
    return filler.finish(issues);
}

[[noreturn]] void failShape(const ImportFile &file, std::size_t genes)
{
    throw InputError(errorAt(
        file.name,
        translate("Engine", "A matrix with one row for each of the %1 genes is expected.", {std::to_string(genes)}),
        translate("Engine", "Write the rows in the order of the genes, or use a table.")));
}

/// The tensor `x`, or the only matrix of the file.
FeatureMatrix readTensor(const ImportFile &file, const GeneCatalogue &genes)
{
    TensorFile tensors = readSafetensors(file.path);
    auto found = tensors.tensors.find("x");
    if (found == tensors.tensors.end() && tensors.tensors.size() == 1) {
        found = tensors.tensors.begin();
    }
    if (found == tensors.tensors.end() || !found->second.isFloating() || found->second.shape.size() != 2 ||
        found->second.shape[0] != static_cast<std::int64_t>(genes.size()) || found->second.shape[1] == 0) {
        failShape(file, genes.size());
    }
    return {static_cast<std::size_t>(found->second.shape[1]), std::move(found->second.floats)};
}

void checkFinite(const FeatureMatrix &matrix, const GeneCatalogue &genes, const std::string &file)
{
    // Not std::isfinite: numbers beyond float32 became infinite and are refused with them.
    const auto found = std::find_if(matrix.values.begin(), matrix.values.end(), [](float value) {
        return !(std::abs(value) <= std::numeric_limits<float>::max());
    });
    if (found != matrix.values.end()) {
        const auto place = static_cast<std::size_t>(found - matrix.values.begin());
        throw InputError(errorAt(file,
                                 translate("Engine", "Feature %1 of gene %2 is not a number.",
                                           {std::to_string(place % matrix.columns + 1),
                                            genes[static_cast<GeneIndex>(place / matrix.columns)].id}),
                                 translate("Engine", "Correct the value.")));
    }
}

} // namespace

FeatureMatrix readGeneFeatures(ImportFile &file, const ColumnChoice &choice, const GeneCatalogue &genes,
                               std::vector<Issue> &issues, ImportedFile &report)
{
    FeatureMatrix matrix;
    if (isNumpy(file)) {
        report.formatName = "NumPy";
        report.genes = genes.size();
        NumpyMatrix numpy = readNumpy(file);
        if (numpy.rows != genes.size() || numpy.columns == 0) {
            failShape(file, genes.size());
        }
        matrix = {numpy.columns, std::move(numpy.values)};
    } else if (isSafetensors(file)) {
        report.formatName = "safetensors";
        report.genes = genes.size();
        matrix = readTensor(file, genes);
    } else if (isFasta(file)) {
        report.formatName = translate("Engine", "FASTA, as codon frequencies");
        matrix = readSequences(file, genes, issues, report);
    } else {
        report.formatName = translate("Engine", "table");
        matrix = readTable(file, choice, genes, issues, report);
    }
    checkFinite(matrix, genes, file.name);
    report.featureColumns = matrix.columns;
    return matrix;
}

std::vector<std::string> genesOfFeatures(ImportFile file, const ColumnChoice &choice)
{
    std::vector<std::string> names;
    if (isNumpy(file) || isSafetensors(file)) {
        return names;
    }
    if (isFasta(file)) {
        std::vector<Issue> said;
        for (const FastaRecord &record : longestOfEachGene(readFasta(file, FastaLetters::Any), file, said)) {
            names.push_back(record.header.gene);
        }
        return names;
    }
    const DelimitedTable table = DelimitedTable::parse(std::move(file.content), file.name);
    return namesIn(table, geneColumn(table, choice));
}

} // namespace knockscape
