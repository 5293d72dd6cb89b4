#include "engine/plan/plan_reasons.h"

#include "engine/cell/essentiality.h"
#include "engine/core/column_worth.h"
#include "engine/core/ranking_facts.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/plan/plate_picture.h"

#include <cmath>

namespace knockscape
{

namespace
{

std::string three(double value)
{
    return formatNumber(value, 3);
}

std::string percent(double share)
{
    return formatNumber(100.0 * share, 3);
}

std::string predictedText(const PlannedGenotype &planned)
{
    std::string text = translate("Engine",
                                 "Predicted interaction %1, fitness %2 where independent effects would give "
                                 "%3.",
                                 {three(planned.prediction.interaction), three(planned.prediction.fitness),
                                  three(planned.prediction.expectedFitness)});
    if (planned.interval.known()) {
        text += " " + translate("Engine", "The measured interaction is expected between %1 and %2 (90 % interval).",
                                {three(planned.interval.low), three(planned.interval.high)});
    }
    return text;
}

/// Share of hits among the genotypes that the models were validated on: what a random choice would find.
double chanceOf(std::span<const ModelSummary> models, int order)
{
    for (const ModelSummary &model : models) {
        const auto found = model.training.ranking.find(order);
        if (found != model.training.ranking.end() && found->second.count > 0) {
            return found->second.chance();
        }
    }
    return std::numeric_limits<double>::quiet_NaN();
}

std::string hitText(const PlannedGenotype &planned, const PlanRequest &request, std::span<const ModelSummary> models)
{
    std::string text =
        translate("Engine", "Probability of a hit (interaction %1): %2 %.",
                  {(request.threshold > 0.0 ? "> " : "< ") + three(request.threshold), percent(planned.hit)});
    const double chance = chanceOf(models, static_cast<int>(planned.genotype.size()));
    if (!std::isnan(chance)) {
        text += " " + translate("Engine", "Of genotypes chosen at random about %1 % were hits in validation.",
                                {percent(chance)});
    }
    return text;
}

std::string strainsText(const Plan &plan, const PlannedGenotype &planned, const GeneCatalogue &genes)
{
    std::vector<std::string> parts;
    for (const std::size_t place : planned.strains) {
        const PlannedStrain &strain = plan.strains[place];
        std::string part = strainName(strain.genotype, genes);
        if (strain.state == StrainState::Measured) {
            part += " (" + translate("Engine", "measured: %1", {three(strain.known.value)}) + ")";
        } else if (strain.state == StrainState::Freezer) {
            part += " (" + translate("Engine", "in the freezer") + ")";
        } else if (strain.genotypes.size() > 1) {
            part += " (" +
                    translateCount("Engine", "to build; shared by %1 genotype", "to build; shared by %1 genotypes",
                                   static_cast<std::int64_t>(strain.genotypes.size())) +
                    ")";
        } else {
            part += " (" + translate("Engine", "to build") + ")";
        }
        parts.push_back(part);
    }
    return translate("Engine", "Strains: %1.", {joined(parts, ", ")});
}

void addConditions(const PlannedGenotype &planned, const Cell &cell, std::vector<std::string> &sentences)
{
    if (std::isfinite(planned.distance)) {
        sentences.push_back(translate("Engine",
                                      "Nearest two genes on one chromosome: %1 kb apart; a cross separates them less "
                                      "often than unlinked ones.",
                                      {three(planned.distance / 1000.0)}));
    } else if (std::isnan(planned.distance)) {
        sentences.push_back(translate("Engine", "Positions of these genes are not known: see whether they are linked "
                                                "before you cross them."));
    }
    for (const GeneIndex gene : essentialGenesOf(cell.genes, planned.genotype)) {
        sentences.push_back(translate("Engine",
                                      "%1 is essential: build it as a hypomorph. The prediction is of its "
                                      "deletion.",
                                      {cell.genes[gene].label()}));
    }
    if (planned.prediction.support >= 0) {
        sentences.push_back(translateCount("Engine", "%1 training genotype held its least trained gene.",
                                           "%1 training genotypes held its least trained gene.",
                                           planned.prediction.support));
    }
    if (!planned.prediction.inRange) {
        sentences.push_back(translate("Engine", "The prediction lies outside the range of what was measured."));
    }
}

std::string headlineOf(const Plan &plan, std::size_t genotype, const Cell &cell)
{
    const Genotype &made = plan.genotypes[genotype].genotype;
    return std::to_string(genotype + 1) + ". " + strainName(made, cell.genes) + " (" + cell.genes.ids(made, "; ") + ")";
}

} // namespace

std::vector<std::string> reasonsOf(const Plan &plan, std::size_t genotype, const PlanRequest &request, const Cell &cell,
                                   std::span<const ModelSummary> models)
{
    const PlannedGenotype &planned = plan.genotypes[genotype];
    std::vector<std::string> sentences{predictedText(planned)};
    if (!std::isnan(planned.hit)) {
        sentences.push_back(hitText(planned, request, models));
    }
    if (request.goals.learn > 0.0) {
        sentences.push_back(translate("Engine",
                                      "Measuring it tells %1 nats about the candidates beyond those before it "
                                      "(standard deviation of its value: %2).",
                                      {three(planned.information), three(planned.deviation)}));
    }
    if (!std::isnan(planned.other)) {
        sentences.push_back(translate("Engine", "The other evaluator says %1: they differ by %2.",
                                      {three(planned.other), three(planned.disagreement)}));
    } else if (!std::isnan(planned.prediction.interactionSd)) {
        sentences.push_back(
            translate("Engine", "Spread of the models: %1 (no error).", {three(planned.prediction.interactionSd)}));
    }
    sentences.push_back(strainsText(plan, planned, cell.genes));
    addConditions(planned, cell, sentences);
    sentences.push_back(translate("Engine", "What predicted interactions are worth: %1.",
                                  {describeWorth(models, "interaction", static_cast<int>(planned.genotype.size()))}));
    for (const GeneIndex gene : planned.genotype.genes()) {
        if (!cell.genes[gene].description.empty()) {
            sentences.push_back(described(cell.genes[gene]) + ": " + cell.genes[gene].description);
        }
    }
    return sentences;
}

std::string reasonsAsText(const Plan &plan, const PlanRequest &request, const Cell &cell,
                          std::span<const ModelSummary> models)
{
    std::string text;
    for (std::size_t i = 0; i < plan.genotypes.size(); ++i) {
        text.append(i > 0 ? "\f" : "").append(headlineOf(plan, i, cell)).append("\n\n");
        for (const std::string &sentence : reasonsOf(plan, i, request, cell, models)) {
            text.append("  ").append(sentence).append("\n");
        }
        text.append("\n");
    }
    return text;
}

std::string reasonsAsHtml(const Plan &plan, const PlanRequest &request, const Cell &cell,
                          std::span<const ModelSummary> models)
{
    const std::string title = escapedForMarkup(translate("Engine", "Reasons for each genotype of the plan"));
    std::string html = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>" + title +
                       "</title>\n<style>body{font-family:sans-serif;max-width:44em;margin:2em auto;line-height:1.5}"
                       "section{break-after:page;margin-bottom:3em}</style></head><body>\n<h1>" +
                       title + "</h1>\n<ul>\n";
    for (const std::string &remark : plan.remarks) {
        html.append("<li>").append(escapedForMarkup(remark)).append("</li>\n");
    }
    html += "</ul>\n";
    for (std::size_t i = 0; i < plan.genotypes.size(); ++i) {
        html.append("<section><h2>").append(escapedForMarkup(headlineOf(plan, i, cell))).append("</h2>\n");
        for (const std::string &sentence : reasonsOf(plan, i, request, cell, models)) {
            html.append("<p>").append(escapedForMarkup(sentence)).append("</p>\n");
        }
        html += "</section>\n";
    }
    return html + "</body></html>\n";
}

} // namespace knockscape
