#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/training/label_rows.h"

#include <array>
#include <cmath>
#include <optional>
#include <set>

namespace knockscape
{

namespace
{

constexpr std::size_t RowsPerReport = 65'536;
constexpr double NotMeasured = std::numeric_limits<double>::quiet_NaN();

/// First column whose header begins with `prefix` and contains `part`, without regard to case.
std::optional<std::size_t> columnLike(const DelimitedTable &table, std::string_view prefix, std::string_view part = {})
{
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        const std::string header = lowered(table.columns()[i]);
        if (header.starts_with(prefix) && header.find(part) != std::string::npos) {
            return i;
        }
    }
    return std::nullopt;
}

/// The gene of a strain identifier: "YFL034C-B_tsa935" → "YFL034C-B".
std::string_view geneOf(std::string_view strain)
{
    return strain.substr(0, strain.find('_'));
}

/// How close a strain comes to a deletion: 0 deletion (dma, sn), 1 temperature-sensitive or other, 2 DAmP allele.
std::size_t alleleRank(std::string_view strain)
{
    const std::size_t underscore = strain.find('_');
    const std::string suffix = underscore == std::string_view::npos ? "" : lowered(strain.substr(underscore + 1));
    if (suffix.starts_with("dma") || suffix.starts_with("sn")) {
        return 0;
    }
    return suffix.starts_with("damp") ? 2 : 1;
}

/// Single mutant fitness of one gene, from several strains.
class SingleMutants
{
public:
    void add(GeneIndex gene, std::string_view strain, double fitness, double sd)
    {
        if (std::isnan(fitness) || !seen_.insert(std::string(strain)).second) {
            return;
        }
        Sum &sum = genes_[gene][alleleRank(strain)];
        sum.count += 1.0;
        sum.fitness += fitness;
        if (!std::isnan(sd)) {
            sum.sdCount += 1.0;
            sum.squaredSd += sd * sd;
        }
    }

    void addTo(LabelRows &rows) const
    {
        for (const auto &[gene, ranks] : genes_) {
            for (const Sum &sum : ranks) {
                if (sum.count > 0.0) {
                    Label label;
                    label.genotype = Genotype{gene};
                    label.fitness = sum.fitness / sum.count;
                    label.fitnessSd = sum.sdCount > 0.0 ? std::sqrt(sum.squaredSd / sum.sdCount) : NotMeasured;
                    label.source = "smf";
                    rows.add(std::move(label));
                    break;
                }
            }
        }
    }

private:
    struct Sum {
        double count = 0.0;
        double fitness = 0.0;
        double sdCount = 0.0;
        double squaredSd = 0.0;
    };

    std::map<GeneIndex, std::array<Sum, 3>> genes_;
    std::set<std::string> seen_;
};

struct SgaColumns {
    std::optional<std::size_t> query, array, epsilon, pValue, querySmf, arraySmf, doubleFitness, doubleSd;

    explicit SgaColumns(const DelimitedTable &table)
        : query(columnLike(table, "query strain id")), array(columnLike(table, "array strain id")),
          epsilon(columnLike(table, "genetic interaction score")), pValue(columnLike(table, "p-value")),
          querySmf(columnLike(table, "query single mutant fitness")), arraySmf(columnLike(table, "array smf")),
          doubleFitness(table.findColumn("Double mutant fitness")),
          doubleSd(columnLike(table, "double mutant fitness", "standard deviation"))
    {
    }
};

} // namespace

bool isSgaTable(const DelimitedTable &table)
{
    const SgaColumns columns(table);
    return columns.query && columns.array && (columns.epsilon || columns.doubleFitness);
}

bool isSingleMutantTable(const DelimitedTable &table)
{
    return !table.findColumn("knockouts") && columnLike(table, "strain id") &&
           columnLike(table, "single mutant fitness");
}

void readSgaTable(LabelRows &rows, const JobControl &control)
{
    const DelimitedTable &table = rows.table();
    const SgaColumns columns(table);
    SingleMutants singles;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        if (row % RowsPerReport == 0) {
            control.report(translate("Engine", "Reading labels"), row, table.rowCount());
        }
        const auto value = [&](const std::optional<std::size_t> &column) {
            return column ? rows.value(row, *column) : NotMeasured;
        };
        const std::string_view queryStrain = table.cell(row, *columns.query);
        const std::string_view arrayStrain = table.cell(row, *columns.array);
        const GeneIndex query = rows.resolve(geneOf(queryStrain), row);
        const GeneIndex array = query < 0 ? -1 : rows.resolve(geneOf(arrayStrain), row);
        if (query < 0 || array < 0) {
            continue;
        }
        singles.add(query, queryStrain, value(columns.querySmf), NotMeasured);
        singles.add(array, arrayStrain, value(columns.arraySmf), NotMeasured);
        Label label;
        label.genotype = Genotype{query, array};
        label.interaction = value(columns.epsilon);
        label.pValue = value(columns.pValue);
        label.fitness = value(columns.doubleFitness);
        label.fitnessSd = value(columns.doubleSd);
        label.source = "sga";
        if (query == array) {
            rows.leaveOut(row, translate("Engine", "query and array are alleles of one gene"));
        } else if (std::isnan(label.fitness) && std::isnan(label.interaction)) {
            rows.leaveOut(row, translate("Engine", "there is no value"));
        } else {
            rows.add(std::move(label));
        }
    }
    singles.addTo(rows);
}

void readSingleMutantTable(LabelRows &rows)
{
    const DelimitedTable &table = rows.table();
    const std::size_t strainColumn = *columnLike(table, "strain id");
    const auto geneColumn = columnLike(table, "systematic gene name");
    SingleMutants singles;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const std::string_view strain = table.cell(row, strainColumn);
        const GeneIndex gene = rows.resolve(geneColumn ? table.cell(row, *geneColumn) : geneOf(strain), row);
        double fitness = NotMeasured;
        double sd = NotMeasured;
        for (const std::string_view temperature : {"30", "26", ""}) {
            for (std::size_t column = 0; column < table.columns().size() && std::isnan(fitness); ++column) {
                const std::string header = lowered(table.columns()[column]);
                if (!header.starts_with("single mutant fitness") || header.find("stddev") != std::string::npos ||
                    header.find(temperature) == std::string::npos) {
                    continue;
                }
                fitness = rows.value(row, column);
                const bool sdFollows = column + 1 < table.columns().size() &&
                                       lowered(table.columns()[column + 1]).find("stddev") != std::string::npos;
                sd = sdFollows ? rows.value(row, column + 1) : NotMeasured;
            }
        }
        if (gene >= 0 && std::isnan(fitness)) {
            rows.leaveOut(row, translate("Engine", "there is no value"));
        } else if (gene >= 0) {
            singles.add(gene, strain, fitness, sd);
        }
    }
    singles.addTo(rows);
}

} // namespace knockscape
