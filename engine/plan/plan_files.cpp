#include "engine/plan/plan_files.h"

#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/plan/plan_json.h"
#include "engine/plan/plan_reasons.h"
#include "engine/plan/plate_picture.h"
#include "engine/store/prediction_table.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace knockscape
{

namespace
{

namespace fs = std::filesystem;

std::string namesOf(const Genotype &genotype, const GeneCatalogue &genes)
{
    return genotype.empty() ? "WT" : genes.labels(genotype);
}

/// Places, counted from 1, divided by blanks.
std::string placesText(const std::vector<std::size_t> &places)
{
    std::vector<std::string> texts;
    for (const std::size_t place : places) {
        texts.push_back(std::to_string(place + 1));
    }
    return joined(texts, " ");
}

void addFile(std::vector<fs::path> &written, const fs::path &path, const std::string &content)
{
    writeFileAtomically(path, [&](std::ostream &stream) { stream << content; });
    written.push_back(path);
}

void addTable(std::vector<fs::path> &written, const fs::path &path, const PlanTable &table, Provenance about,
              const std::string &content)
{
    about.content = content;
    writeTextTable(path, table.columns, table.rows, table.numeric, about);
    written.push_back(path);
}

} // namespace

PlanTable strainTable(const Plan &plan, const GeneCatalogue &genes)
{
    PlanTable table{{"order", "strain", "knockouts", "n", "state", "fitness", "fitness_error", "genotypes", "answers"},
                    {true, false, false, true, false, true, true, false, false},
                    {}};
    for (std::size_t i = 0; i < plan.strains.size(); ++i) {
        const PlannedStrain &strain = plan.strains[i];
        table.rows.push_back({std::to_string(i + 1), strainName(strain.genotype, genes), genes.ids(strain.genotype),
                              std::to_string(strain.genotype.size()), toText(strain.state),
                              formatNumber(strain.known.value), formatNumber(strain.known.error),
                              placesText(strain.genotypes), placesText(strain.answers)});
    }
    return table;
}

PlanTable genotypeTable(const Plan &plan, const GeneCatalogue &genes)
{
    PlanTable table{{"rank", "knockouts", "names", "n", "fitness", "expected_fitness", "interaction", "interaction_low",
                     "interaction_high", "hit_probability", "deviation", "information", "disagreement", "support",
                     "strains_to_build", "answered_after"},
                    std::vector<bool>(16, true),
                    {}};
    table.numeric[1] = table.numeric[2] = false;
    for (std::size_t i = 0; i < plan.genotypes.size(); ++i) {
        const PlannedGenotype &planned = plan.genotypes[i];
        std::size_t build = 0;
        std::size_t last = 0;
        for (const std::size_t strain : planned.strains) {
            build += plan.strains[strain].state == StrainState::Build ? 1 : 0;
            last = std::max(last, plan.strains[strain].state == StrainState::Measured ? 0 : strain + 1);
        }
        table.rows.push_back(
            {std::to_string(i + 1), genes.ids(planned.genotype), namesOf(planned.genotype, genes),
             std::to_string(planned.genotype.size()), formatNumber(planned.prediction.fitness),
             formatNumber(planned.prediction.expectedFitness), formatNumber(planned.prediction.interaction),
             formatNumber(planned.interval.low), formatNumber(planned.interval.high), formatNumber(planned.hit),
             formatNumber(planned.deviation), formatNumber(planned.information), formatNumber(planned.disagreement),
             planned.prediction.support < 0 ? std::string() : std::to_string(planned.prediction.support),
             std::to_string(build), std::to_string(last)});
    }
    return table;
}

PlanTable plateTable(const PlateLayout &layout, const Plan &plan, const GeneCatalogue &genes)
{
    PlanTable table{{"plate", "well", "role", "strain", "knockouts", "names", "replicate", "fitness", "note"},
                    {true, false, false, true, false, false, true, true, false},
                    {}};
    for (const Well &well : layout.wells) {
        std::vector<std::string> row{
            std::to_string(well.plate), well.name(), toText(well.role), "", "", "", "", "", ""};
        if (well.role == WellRole::Strain) {
            const Genotype &strain = plan.strains[well.strain].genotype;
            row[3] = std::to_string(well.strain + 1);
            row[4] = genes.ids(strain);
            row[5] = namesOf(strain, genes);
            row[6] = std::to_string(well.replicate);
        } else if (well.role == WellRole::WildType || well.role == WellRole::Edge) {
            row[4] = row[5] = "WT";
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<fs::path> writePlan(const fs::path &folder, const PlanOutput &output, const std::string &extension)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        throw EngineError(
            errorAt(folder.string(), translate("Engine", "The folder cannot be made: %1", {error.message()})));
    }
    const GeneCatalogue &genes = output.cell->genes;
    std::vector<fs::path> written;
    const auto path = [&](const std::string &name) { return folder / (name + "." + extension); };
    Provenance about = output.about;
    about.remarks = output.plan->remarks;
    addTable(written, path("strains"), strainTable(*output.plan, genes), about, "plan: strains");
    addTable(written, path("genotypes"), genotypeTable(*output.plan, genes), about, "plan: genotypes");
    addTable(written, path("plates"), plateTable(*output.layout, *output.plan, genes), about, "plan: plates");
    for (int plate = 1; plate <= output.layout->plates; ++plate) {
        addFile(written, folder / ("plate-" + std::to_string(plate) + ".svg"),
                platePicture(*output.layout, plate, *output.plan, genes));
    }
    addFile(written, folder / "reasons.html",
            reasonsAsHtml(*output.plan, *output.request, *output.cell, output.models));
    addFile(written, folder / "reasons.txt", reasonsAsText(*output.plan, *output.request, *output.cell, output.models));
    addFile(written, folder / "plan.json", toJson(output) + "\n");
    return written;
}

} // namespace knockscape
