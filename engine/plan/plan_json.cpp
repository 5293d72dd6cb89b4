#include "engine/plan/plan_json.h"

#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/json_value.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace knockscape
{

namespace
{

using OrderedJson = nlohmann::ordered_json;

OrderedJson numberOrNull(double value)
{
    return std::isfinite(value) ? OrderedJson(value) : OrderedJson();
}

double numberOrNaN(const JsonPlace &place, const char *key)
{
    return !place.has(key) || place[key].json().is_null() ? std::numeric_limits<double>::quiet_NaN()
                                                          : place[key].real();
}

OrderedJson placesFromOne(const std::vector<std::size_t> &places)
{
    OrderedJson result = OrderedJson::array();
    for (const std::size_t place : places) {
        result.push_back(place + 1);
    }
    return result;
}

OrderedJson genotypeJson(const PlannedGenotype &planned, const GeneCatalogue &genes)
{
    return {{"knockouts", genes.ids(planned.genotype)},
            {"names", genes.labels(planned.genotype)},
            {"fitness", numberOrNull(planned.prediction.fitness)},
            {"expected_fitness", numberOrNull(planned.prediction.expectedFitness)},
            {"interaction", numberOrNull(planned.prediction.interaction)},
            {"interaction_low", numberOrNull(planned.interval.low)},
            {"interaction_high", numberOrNull(planned.interval.high)},
            {"hit_probability", numberOrNull(planned.hit)},
            {"information", numberOrNull(planned.information)},
            {"disagreement", numberOrNull(planned.disagreement)},
            {"strains", placesFromOne(planned.strains)}};
}

OrderedJson strainJson(const PlannedStrain &strain, const GeneCatalogue &genes)
{
    return {{"knockouts", genes.ids(strain.genotype)},
            {"state", toText(strain.state)},
            {"fitness", numberOrNull(strain.known.value)},
            {"fitness_error", numberOrNull(strain.known.error)},
            {"answers", placesFromOne(strain.answers)}};
}

OrderedJson wellsJson(const PlateLayout &layout)
{
    OrderedJson wells = OrderedJson::array();
    for (const Well &well : layout.wells) {
        if (well.role == WellRole::Strain) {
            wells.push_back(OrderedJson::array({well.plate, well.name(), well.strain + 1}));
        }
    }
    return wells;
}

Genotype genotypeOf(const JsonPlace &place, const GeneCatalogue &genes)
{
    std::vector<GeneIndex> found;
    for (const std::string_view id : split(place["knockouts"].text(), ";", true)) {
        const GeneIndex gene = genes.findId(trimmed(id));
        if (gene < 0) {
            place["knockouts"].refuse(translate("Engine", "genes of this cell (%1 is none)", {std::string(id)}));
        }
        found.push_back(gene);
    }
    return Genotype(std::move(found));
}

StoredPlan storedOf(const JsonPlace &place, const GeneCatalogue &genes)
{
    if (!place.has("format") || place["format"].text() != "knockscape-plan") {
        place.refuse(translate("Engine", "a plan of Knockscape (plan.json)"));
    }
    StoredPlan plan;
    plan.threshold = place["threshold"].real();
    plan.goal = place["goal"].text();
    plan.expectedHits = place["expected_hits"].real();
    for (std::size_t i = 0; i < place["genotypes"].size(); ++i) {
        const JsonPlace row = place["genotypes"][i];
        plan.genotypes.push_back({genotypeOf(row, genes),
                                  numberOrNaN(row, "interaction"),
                                  {numberOrNaN(row, "interaction_low"), numberOrNaN(row, "interaction_high")},
                                  numberOrNaN(row, "hit_probability")});
    }
    std::vector<Genotype> strains;
    for (std::size_t i = 0; i < place["strains"].size(); ++i) {
        const JsonPlace strain = place["strains"][i];
        strains.push_back(genotypeOf(strain, genes));
        if (strain["state"].text() == "measured") {
            plan.known[strains.back()] = {numberOrNaN(strain, "fitness"), numberOrNaN(strain, "fitness_error")};
        }
    }
    const JsonPlace wells = place["plates"]["strains"];
    for (std::size_t i = 0; i < wells.size(); ++i) {
        const auto strain = wells[i][std::size_t{2}].integer<std::size_t>(1, strains.size());
        plan.wells[{wells[i][std::size_t{0}].integer<int>(1), wells[i][std::size_t{1}].text()}] = strains[strain - 1];
    }
    plan.aboutJson = place["about"].json().dump();
    const Provenance about = parseProvenance(plan.aboutJson);
    plan.cell = about.cell.path;
    for (const Provenance::Input &model : about.models) {
        plan.models.push_back(model.path);
    }
    return plan;
}

} // namespace

std::string toJson(const PlanOutput &output)
{
    const Plan &plan = *output.plan;
    Provenance about = output.about;
    about.content = "plan";
    OrderedJson genotypes = OrderedJson::array();
    for (const PlannedGenotype &planned : plan.genotypes) {
        genotypes.push_back(genotypeJson(planned, output.cell->genes));
    }
    OrderedJson strains = OrderedJson::array();
    for (const PlannedStrain &strain : plan.strains) {
        strains.push_back(strainJson(strain, output.cell->genes));
    }
    const OrderedJson document{{"format", "knockscape-plan"},
                               {"version", 1},
                               {"about", OrderedJson::parse(toJson(about))},
                               {"goal", describe(output.request->goals)},
                               {"threshold", output.request->threshold},
                               {"value", numberOrNull(plan.value)},
                               {"upper_bound", numberOrNull(plan.upperBound)},
                               {"proven", plan.proven},
                               {"expected_hits", numberOrNull(plan.expectedHits)},
                               {"candidates", plan.excluded.candidates},
                               {"kept", plan.kept},
                               {"to_build", plan.toBuild},
                               {"remarks", plan.remarks},
                               {"genotypes", genotypes},
                               {"strains", strains},
                               {"plates",
                                {{"wells", output.layout->options.wells},
                                 {"plates", output.layout->plates},
                                 {"seed", output.layout->options.seed},
                                 {"strains", wellsJson(*output.layout)}}}};
    return document.dump(1, ' ', false, OrderedJson::error_handler_t::replace);
}

StoredPlan readPlan(const std::filesystem::path &path, const GeneCatalogue &genes)
{
    std::error_code ignored;
    const std::filesystem::path file = std::filesystem::is_directory(path, ignored) ? path / "plan.json" : path;
    const std::string text = readFile(file);
    try {
        const nlohmann::json document = parseJson(text);
        return storedOf(JsonPlace(document), genes);
    } catch (const JsonMismatch &mismatch) {
        throw InputError(
            errorAt(file.string(), mismatch.what(), translate("Engine", "Name the folder that “plan” wrote.")));
    }
}

} // namespace knockscape
