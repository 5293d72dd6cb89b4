#include "engine/plan/measured_panel.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/training/metrics.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace knockscape
{

namespace
{

struct Moments {
    double count = 0.0;
    double sum = 0.0;
    double squares = 0.0;

    void add(double value)
    {
        count += 1.0;
        sum += value;
        squares += value * value;
    }
    double mean() const { return sum / count; }
    /// Sum of squared deviations from the mean.
    double scatter() const { return std::max(0.0, squares - sum * sum / count); }
};

/// What a plate's values are compared with.
struct Reference {
    double blank = 0.0;
    double wildType = 1.0;
    double relativeError = 0.0;
};

std::map<int, Reference> referencesOf(const FilledSheet &sheet, std::vector<Issue> &issues)
{
    std::map<int, Moments> blanks;
    std::map<int, Moments> wildTypes;
    std::set<int> plates;
    for (const FilledWell &well : sheet.wells) {
        plates.insert(well.plate);
        if (well.role == WellRole::Blank) {
            blanks[well.plate].add(well.value);
        } else if (well.role == WellRole::WildType) {
            wildTypes[well.plate].add(well.value);
        }
    }
    std::map<int, Reference> references;
    for (const int plate : plates) {
        Reference reference;
        reference.blank = blanks.contains(plate) ? blanks[plate].mean() : 0.0;
        if (wildTypes.contains(plate)) {
            const Moments &own = wildTypes[plate];
            reference.wildType = own.mean() - reference.blank;
            if (own.count > 1.0 && reference.wildType > 0.0) {
                reference.relativeError = std::sqrt(own.scatter() / (own.count - 1.0) / own.count) / reference.wildType;
            }
        } else if (!sheet.relative || !wildTypes.empty()) {
            reference.wildType = 0.0;
        }
        if (reference.wildType > 0.0) {
            references[plate] = reference;
        } else {
            issues.push_back(warningAt(
                translate("Engine", "plate %1", {std::to_string(plate)}),
                translate("Engine", "It has no wild type that grows: its wells are left out."),
                translate("Engine", "Fill in its wild types, or write fitness relative to wild type into the column "
                                    "fitness.")));
        }
    }
    return references;
}

std::map<Genotype, StrainFitness> strainsOfSheet(const FilledSheet &sheet, const std::map<int, Reference> &references)
{
    std::map<Genotype, Moments> all;
    std::map<Genotype, std::map<int, double>> perPlate;
    for (const FilledWell &well : sheet.wells) {
        const auto reference = references.find(well.plate);
        if (well.role == WellRole::Strain && reference != references.end()) {
            const double fitness = std::max(0.0, (well.value - reference->second.blank) / reference->second.wildType);
            all[well.strain].add(fitness);
            perPlate[well.strain][well.plate] -= fitness;
        }
    }
    Moments pooled; // sum: scatter, count: degrees of freedom
    for (const auto &[strain, moments] : all) {
        pooled.sum += moments.count > 1.0 ? moments.scatter() : 0.0;
        pooled.count += moments.count - 1.0;
    }
    const double deviation =
        pooled.count > 0.0 ? std::sqrt(pooled.sum / pooled.count) : std::numeric_limits<double>::quiet_NaN();
    std::map<Genotype, StrainFitness> strains;
    for (const auto &[strain, moments] : all) {
        StrainFitness &own = strains[strain];
        own.value = moments.mean();
        own.replicates = static_cast<int>(moments.count);
        own.error =
            moments.count > 1.0 ? std::sqrt(moments.scatter() / (moments.count - 1.0) / moments.count) : deviation;
        for (const auto &[plate, sum] : perPlate[strain]) {
            own.perPlate[plate] = sum / moments.count;
        }
    }
    return strains;
}

/// An interaction as a function of the fitness of strainsOf(): its value and its derivatives, in that order.
struct Definition {
    double value = 0.0;
    std::vector<double> slopes;
};

Definition definedBy(const std::vector<double> &f)
{
    if (f.size() == 3) {
        return {f[2] - f[0] * f[1], {-f[1], -f[0], 1.0}};
    }
    // a, b, c, ab, ac, bc, abc: τ with each ε written out.
    const double value = f[6] - f[3] * f[2] - f[4] * f[1] - f[5] * f[0] + 2.0 * f[0] * f[1] * f[2];
    return {
        value,
        {-f[5] + 2.0 * f[1] * f[2], -f[4] + 2.0 * f[0] * f[2], -f[3] + 2.0 * f[0] * f[1], -f[2], -f[1], -f[0], 1.0}};
}

/// Puts an interaction together; the strains that are missing where it cannot.
class Assembly
{
public:
    Assembly(const MeasuredPanel &panel, const std::map<Genotype, MeasuredFitness> &known)
        : panel_(panel), known_(known)
    {
    }

    std::optional<MeasuredInteraction> of(const Genotype &genotype, std::vector<Genotype> &missing) const
    {
        std::vector<StrainFitness> parts;
        std::vector<double> values;
        for (const Genotype &strain : strainsOf(genotype)) {
            parts.push_back(find(strain));
            values.push_back(parts.back().value);
            if (std::isnan(values.back())) {
                missing.push_back(strain);
            }
        }
        if (!missing.empty()) {
            return std::nullopt;
        }
        const Definition defined = definedBy(values);
        double variance = 0.0;
        std::map<int, double> plates;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const double own = defined.slopes[i] * parts[i].error;
            variance += own * own;
            for (const auto &[plate, slope] : parts[i].perPlate) {
                plates[plate] += defined.slopes[i] * slope;
            }
        }
        for (const auto &[plate, slope] : plates) {
            const double shared = slope * panel_.wildTypeErrors.at(plate);
            variance += shared * shared;
        }
        MeasuredInteraction result;
        result.genotype = genotype;
        result.fitness = parts.back().value;
        result.fitnessError = parts.back().error;
        result.interaction = defined.value;
        result.error = std::sqrt(variance);
        result.pValue = std::erfc(std::abs(result.interaction) / result.error / std::sqrt(2.0));
        return result;
    }

private:
    StrainFitness find(const Genotype &strain) const
    {
        const auto own = panel_.strains.find(strain);
        if (own != panel_.strains.end()) {
            return own->second;
        }
        StrainFitness result;
        const auto known = known_.find(strain);
        result.value = known == known_.end() ? std::numeric_limits<double>::quiet_NaN() : known->second.value;
        // An error that nobody tells is not known to be none; it is left out and said in the tables' remarks.
        result.error = known == known_.end() || std::isnan(known->second.error) ? 0.0 : known->second.error;
        return result;
    }

    const MeasuredPanel &panel_;
    const std::map<Genotype, MeasuredFitness> &known_;
};

void compare(MeasuredPanel &panel)
{
    std::vector<double> predicted;
    std::vector<double> measured;
    for (const MeasuredInteraction &row : panel.interactions) {
        panel.hits += row.planned && row.hit ? 1 : 0;
        if (!row.planned || std::isnan(row.predicted)) {
            continue;
        }
        predicted.push_back(row.predicted);
        measured.push_back(row.interaction);
        if (row.interval.known()) {
            ++panel.withInterval;
            panel.insideInterval += row.interval.holds(row.interaction) ? 1 : 0;
        }
    }
    panel.pearson = pearson(predicted, measured);
}

} // namespace

MeasuredPanel measurePanel(const FilledSheet &sheet, const StoredPlan &plan,
                           const std::map<Genotype, MeasuredFitness> &known, std::vector<Issue> &issues)
{
    MeasuredPanel panel;
    const std::map<int, Reference> references = referencesOf(sheet, issues);
    for (const auto &[plate, reference] : references) {
        panel.wildTypeErrors[plate] = reference.relativeError;
    }
    panel.strains = strainsOfSheet(sheet, references);
    if (panel.strains.empty()) {
        issues.push_back(errorAt("plates", translate("Engine", "No strain has a fitness."), {}));
        throw InputError(issues);
    }
    const Assembly assembly(panel, known);
    const auto isHit = [&plan](double value) {
        return plan.threshold > 0.0 ? value > plan.threshold : value < plan.threshold;
    };
    std::set<Genotype> done;
    for (const StoredPlan::Row &row : plan.genotypes) {
        std::vector<Genotype> missing;
        done.insert(row.genotype);
        if (auto found = assembly.of(row.genotype, missing)) {
            found->planned = true;
            found->predicted = row.interaction;
            found->interval = row.interval;
            found->hit = isHit(found->interaction);
            panel.expectedHits += std::isnan(row.hit) ? 0.0 : row.hit;
            panel.interactions.push_back(std::move(*found));
        } else {
            panel.unanswered[row.genotype] = std::move(missing);
        }
    }
    // Others that the sheet happens to answer.
    for (const auto &[strain, fitness] : panel.strains) {
        std::vector<Genotype> missing;
        if ((strain.size() == 2 || strain.size() == 3) && done.insert(strain).second) {
            if (auto found = assembly.of(strain, missing)) {
                found->predicted = std::numeric_limits<double>::quiet_NaN();
                found->hit = isHit(found->interaction);
                panel.interactions.push_back(std::move(*found));
            }
        }
    }
    compare(panel);
    return panel;
}

} // namespace knockscape
