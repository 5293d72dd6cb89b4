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

constexpr double NotMeasured = std::numeric_limits<double>::quiet_NaN();
constexpr double LargestSd = 1e3;

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

/// The locus at which control strains of trigenic crosses carry their second marker: its deletion changes nothing.
constexpr std::string_view ControlLocus = "ydl227c";

/// A strain of a screen: "YFL034C-B_tsa935", or "YGR240C+YMR205C_tm72" with two deletions.
struct Strain {
    /// The genes that are deleted or mutated in it; those of a cross with a control only the other one.
    std::vector<std::string_view> genes;
    /// How close it comes to a deletion: 0 deletion (dma, sn), 1 temperature-sensitive or other, 2 DAmP allele.
    std::size_t rank = 1;
};

/// True for "pfk1Δ" and "PFK1-delta", as tables write deletions.
bool isDeletionName(std::string_view allele)
{
    return allele.find("\xce\x94") != std::string_view::npos || allele.find("\xe2\x88\x86") != std::string_view::npos ||
           lowered(allele).find("delta") != std::string::npos;
}

Strain strainOf(std::string_view id, std::string_view alleles)
{
    Strain strain;
    const std::size_t underscore = id.find('_');
    const std::vector<std::string_view> loci = split(id.substr(0, underscore), "+", true);
    const std::vector<std::string_view> names = split(alleles, "+", true);
    bool deletions = names.size() == loci.size();
    for (std::size_t i = 0; i < loci.size(); ++i) {
        const std::string_view locus = trimmed(loci[i]);
        if (loci.size() > 1 && (lowered(locus) == ControlLocus || lowered(locus) == "ho")) {
            continue;
        }
        strain.genes.push_back(locus);
        deletions = deletions && isDeletionName(names[i]);
    }
    const std::string suffix = underscore == std::string_view::npos ? "" : lowered(id.substr(underscore + 1));
    const bool crossed = suffix.starts_with("tm");
    if (suffix.starts_with("dma") || suffix.starts_with("sn") || (crossed && deletions)) {
        strain.rank = 0;
    } else {
        strain.rank = suffix.starts_with("damp") ? 2 : 1;
    }
    return strain;
}

/// Single mutant fitness of one gene, from several strains.
class SingleMutants
{
public:
    void add(GeneIndex gene, std::string_view strain, std::size_t rank, double fitness, double sd)
    {
        if (std::isnan(fitness) || !seen_.insert(std::string(strain)).second) {
            return;
        }
        Sum &sum = genes_[gene][rank];
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
    std::optional<std::size_t> query, queryAllele, array, arrayAllele, type, epsilon, adjusted, pValue, queryFitness,
        arrayFitness, fitness, fitnessSd;

    explicit SgaColumns(const DelimitedTable &table)
        : query(columnLike(table, "query strain id")), queryAllele(columnLike(table, "query allele name")),
          array(columnLike(table, "array strain id")), arrayAllele(columnLike(table, "array allele name")),
          type(columnLike(table, "combined mutant type")), epsilon(columnLike(table, "genetic interaction score")),
          adjusted(columnLike(table, "adjusted genetic interaction score")), pValue(columnLike(table, "p-value")),
          queryFitness(columnLike(table, "query single")), arrayFitness(columnLike(table, "array smf")),
          fitness(table.findColumn("Double mutant fitness")),
          fitnessSd(columnLike(table, "double mutant fitness", "standard deviation"))
    {
        if (!epsilon) {
            epsilon = columnLike(table, "raw genetic interaction score");
        }
        if (!arrayFitness) {
            arrayFitness = columnLike(table, "array single");
        }
        if (!fitness) {
            fitness = table.findColumn("Double/triple mutant fitness");
            fitnessSd = columnLike(table, "double/triple mutant fitness", "standard deviation");
        }
    }
};

/// The rows of a screen in which a query strain was crossed with an array of strains.
class SgaReader
{
public:
    explicit SgaReader(LabelRows &rows) : rows_(rows), columns_(rows.table()) {}

    void read(std::size_t row)
    {
        const Strain query = strain(row, columns_.query, columns_.queryAllele);
        const Strain array = strain(row, columns_.array, columns_.arrayAllele);
        std::vector<GeneIndex> genes;
        for (const Strain *one : {&query, &array}) {
            for (const std::string_view name : one->genes) {
                genes.push_back(rows_.resolve(name, row));
                if (genes.back() < 0) {
                    return;
                }
            }
        }
        if (query.genes.empty() || array.genes.size() != 1) {
            rows_.leaveOut(row, translate("Engine", "the query or the array is a control without a deletion"));
            return;
        }
        // Of a query with two deletions the fitness is that of both.
        if (query.genes.size() == 1) {
            singles_.add(genes.front(), cell(row, columns_.query), query.rank, value(row, columns_.queryFitness),
                         NotMeasured);
        }
        singles_.add(genes.back(), cell(row, columns_.array), array.rank, value(row, columns_.arrayFitness),
                     NotMeasured);
        addCross(row, genes);
    }

    void finish() { singles_.addTo(rows_); }

private:
    std::string_view cell(std::size_t row, const std::optional<std::size_t> &column) const
    {
        return column ? withoutQuotes(rows_.table().cell(row, *column)) : std::string_view();
    }
    double value(std::size_t row, const std::optional<std::size_t> &column) const
    {
        return column ? rows_.value(row, *column) : NotMeasured;
    }
    double nonNegative(std::size_t row, const std::optional<std::size_t> &column, double limit) const
    {
        return column ? rows_.nonNegative(row, *column, limit) : NotMeasured;
    }
    Strain strain(std::size_t row, const std::optional<std::size_t> &id,
                  const std::optional<std::size_t> &alleles) const
    {
        return strainOf(cell(row, id), cell(row, alleles));
    }

    void addCross(std::size_t row, const std::vector<GeneIndex> &genes)
    {
        Label label;
        label.genotype = Genotype(genes);
        const bool trigenic = genes.size() > 2;
        const std::string type = lowered(cell(row, columns_.type));
        if (label.genotype.size() < genes.size()) {
            rows_.leaveOut(row, translate("Engine", "query and array are alleles of one gene"));
            return;
        }
        if (!type.empty() && (type.starts_with("trigenic") != trigenic)) {
            rows_.leaveOut(row,
                           translate("Engine", "the strains do not have as many deletions as the type of the mutant "
                                               "says"));
            return;
        }
        // τ is what is left of a triple's ε when its pairs are accounted for; pairs need no such adjustment.
        label.interaction = value(row, columns_.adjusted);
        if (std::isnan(label.interaction) && !trigenic) {
            label.interaction = value(row, columns_.epsilon);
        }
        label.pValue = nonNegative(row, columns_.pValue, 1.0);
        label.fitness = value(row, columns_.fitness);
        label.fitnessSd = nonNegative(row, columns_.fitnessSd, LargestSd);
        label.source = trigenic ? "tau-sga" : "sga";
        if (std::isnan(label.fitness) && std::isnan(label.interaction)) {
            rows_.leaveOut(row, translate("Engine", "there is no value"));
        } else {
            rows_.add(std::move(label));
        }
    }

    LabelRows &rows_;
    SgaColumns columns_;
    SingleMutants singles_;
};

} // namespace

bool isSgaTable(const DelimitedTable &table)
{
    const SgaColumns columns(table);
    return columns.query && columns.array && (columns.epsilon || columns.adjusted || columns.fitness);
}

bool isSingleMutantTable(const DelimitedTable &table)
{
    return !table.findColumn("knockouts") && columnLike(table, "strain id") &&
           columnLike(table, "single mutant fitness");
}

void readSgaTable(LabelRows &rows, const JobControl &control)
{
    const std::size_t count = rows.table().rowCount();
    SgaReader reader(rows);
    for (std::size_t row = 0; row < count; ++row) {
        if (row % RowsPerReport == 0) {
            control.report(translate("Engine", "Reading labels"), row, count);
        }
        reader.read(row);
    }
    reader.finish();
}

void readSingleMutantTable(LabelRows &rows)
{
    const DelimitedTable &table = rows.table();
    const std::size_t strainColumn = *columnLike(table, "strain id");
    const auto geneColumn = columnLike(table, "systematic gene name");
    SingleMutants singles;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const std::string_view strain = table.cell(row, strainColumn);
        const Strain parts = strainOf(strain, {});
        const std::string_view name = geneColumn            ? table.cell(row, *geneColumn)
                                      : parts.genes.empty() ? strain
                                                            : parts.genes.front();
        const GeneIndex gene = rows.resolve(name, row);
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
                sd = sdFollows ? rows.nonNegative(row, column + 1, LargestSd) : NotMeasured;
            }
        }
        if (gene >= 0 && std::isnan(fitness)) {
            rows.leaveOut(row, translate("Engine", "there is no value"));
        } else if (gene >= 0) {
            singles.add(gene, strain, parts.rank, fitness, sd);
        }
    }
    singles.addTo(rows);
}

} // namespace knockscape
