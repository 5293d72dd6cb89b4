#include "app/cli/why_json.h"

#include "engine/why/why_text.h"

#include <cmath>

namespace knockscape::cli
{
namespace
{

using WhyJson = nlohmann::ordered_json;

WhyJson whyNumber(double value)
{
    return std::isfinite(value) ? WhyJson(value) : WhyJson();
}

WhyJson idsOfGenes(const std::vector<GeneIndex> &genes, const Cell &cell)
{
    WhyJson ids = WhyJson::array();
    for (const GeneIndex gene : genes) {
        ids.push_back(cell.genes[gene].id);
    }
    return ids;
}

WhyJson predictionJson(const Why &why)
{
    const Prediction &it = why.prediction;
    return {{"fitness", whyNumber(it.fitness)},
            {"fitness_low", whyNumber(why.fitness.low)},
            {"fitness_high", whyNumber(why.fitness.high)},
            {"expected_fitness", whyNumber(it.expectedFitness)},
            {"epistasis", whyNumber(it.epistasis())},
            {"interaction", whyNumber(it.interaction)},
            {"interaction_low", whyNumber(why.interaction.low)},
            {"interaction_high", whyNumber(why.interaction.high)},
            {"support", it.support < 0 ? WhyJson() : WhyJson(it.support)},
            {"in_range", it.inRange}};
}

WhyJson measuredJson(const MeasuredGenotype &measured)
{
    return {{"fitness", whyNumber(measured.fitness)},
            {"interaction", whyNumber(measured.interaction)},
            {"rows", measured.rows},
            {"sources", measured.sources},
            {"kind", toText(measured.kind)}};
}

WhyJson headlineJson(const Why &why)
{
    constexpr const char *names[] = {"measured_fitness", "measured_interaction", "simulated_dead",
                                     "simulated_alive",  "measured_alive",       "measured_dead"};
    WhyJson list = WhyJson::array();
    for (const Disagreement &it : why.headline) {
        list.push_back({{"kind", names[static_cast<int>(it.kind)]}, {"said", it.said}, {"other", it.other}});
    }
    return list;
}

WhyJson contributionsJson(const Contributions &it, const Cell &cell)
{
    constexpr const char *methods[] = {"subsets", "shapley", "shapley_sampled"};
    WhyJson subsets = WhyJson::array();
    for (const SubsetContribution &part : it.subsets) {
        subsets.push_back({{"genes", cell.genes.ids(part.genes)},
                           {"fitness", whyNumber(part.value.fitness)},
                           {"interaction", whyNumber(part.value.interaction)}});
    }
    WhyJson genes = WhyJson::array();
    for (const GeneContribution &gene : it.genes) {
        genes.push_back({{"gene", cell.genes[gene.gene].id},
                         {"fitness", whyNumber(gene.value.fitness)},
                         {"interaction", whyNumber(gene.value.interaction)},
                         {"fitness_error", whyNumber(gene.error.fitness)},
                         {"interaction_error", whyNumber(gene.error.interaction)}});
    }
    return {{"method", methods[static_cast<int>(it.method)]},
            {"fitness", whyNumber(it.whole.fitness)},
            {"interaction", whyNumber(it.whole.interaction)},
            {"subsets", subsets},
            {"shapley", genes},
            {"orders", it.orders}};
}

WhyJson analogiesJson(const std::vector<Analogy> &analogies, const Cell &cell)
{
    WhyJson list = WhyJson::array();
    for (const Analogy &it : analogies) {
        WhyJson exchanged = WhyJson::array();
        for (const ExchangedGene &gene : it.exchanged) {
            exchanged.push_back({{"of", cell.genes[gene.of].id},
                                 {"by", cell.genes[gene.by].id},
                                 {"together", gene.together.empty() ? WhyJson() : WhyJson(gene.together)}});
        }
        list.push_back({{"genotype", cell.genes.ids(it.measured.genotype)},
                        {"names", cell.genes.labels(it.measured.genotype)},
                        {"same_complex", it.sameComplex},
                        {"same_partner", it.samePartner},
                        {"same_pathway", it.samePathway},
                        {"nearest", it.nearest},
                        {"exchanged", exchanged},
                        {"distance", whyNumber(it.distance)},
                        {"measured", measuredJson(it.measured)},
                        {"predicted_fitness", whyNumber(it.predicted.fitness)},
                        {"predicted_interaction", whyNumber(it.predicted.interaction)}});
    }
    return list;
}

WhyJson evidenceJson(const Why &why, const Cell &cell)
{
    constexpr const char *kinds[] = {"network", "features", "annotations", "metabolism", "neighbour"};
    WhyJson list = WhyJson::array();
    for (const RankedEvidence &it : why.evidence) {
        const EvidencePart &part = it.without.part;
        const bool isGene = part.kind == EvidencePart::Kind::Neighbour;
        list.push_back({{"kind", kinds[static_cast<int>(part.kind)]},
                        {"name", isGene ? cell.genes[part.gene].id : part.name},
                        {"fitness_without", whyNumber(it.without.fitness)},
                        {"fitness_change", whyNumber(it.fitnessChange)},
                        {"interaction_without", whyNumber(it.without.interaction)},
                        {"interaction_change", whyNumber(it.interactionChange)},
                        {"learned_vectors_too", it.without.whole}});
    }
    return {{"parts", list}, {"neighbours", why.neighbours}, {"neighbours_left_out", why.neighboursLeftOut}};
}

WhyJson sharedJson(const SharedGround &shared, const Cell &cell)
{
    constexpr const char *kinds[] = {"complex", "pathway", "annotation"};
    constexpr const char *hows[] = {"isozymes", "complex", "rule"};
    WhyJson groups = WhyJson::array();
    for (const SharedGroup &it : shared.groups) {
        groups.push_back({{"kind", kinds[static_cast<int>(it.group.kind)]},
                          {"column", it.group.column},
                          {"name", it.group.name},
                          {"genes", idsOfGenes(it.genes, cell)},
                          {"carried_by", it.group.genes.size()}});
    }
    WhyJson paths = WhyJson::array();
    for (const SharedPaths &it : shared.paths) {
        paths.push_back({{"network", it.network},
                         {"first", cell.genes[it.first].id},
                         {"second", cell.genes[it.second].id},
                         {"forward", it.forward},
                         {"backward", it.backward},
                         {"through", idsOfGenes(it.through, cell)}});
    }
    WhyJson reactions = WhyJson::array();
    for (const SharedReactions &it : shared.reactions) {
        WhyJson ids = WhyJson::array();
        for (const std::int32_t row : it.reactions) {
            ids.push_back(cell.metabolism.reactions[static_cast<std::size_t>(row)].id);
        }
        reactions.push_back({{"first", cell.genes[it.first].id},
                             {"second", cell.genes[it.second].id},
                             {"how", hows[static_cast<int>(it.how)]},
                             {"reactions", ids}});
    }
    WhyJson chromosomes = WhyJson::array();
    for (const SharedChromosome &it : shared.chromosomes) {
        chromosomes.push_back({{"first", cell.genes[it.first].id},
                               {"second", cell.genes[it.second].id},
                               {"chromosome", it.chromosome},
                               {"distance_bp", it.distance},
                               {"linked", it.linked()}});
    }
    return {{"groups", groups},
            {"paths", paths},
            {"reactions", reactions},
            {"same_chromosome", chromosomes},
            {"position_unknown", idsOfGenes(shared.unplaced, cell)}};
}

WhyJson simulationJson(const std::optional<SimulatedWord> &word)
{
    if (!word) {
        return {};
    }
    return {{"wild_type_growth", whyNumber(word->wildTypeGrowth)},
            {"growth", whyNumber(word->growth)},
            {"fitness", whyNumber(word->fitness)},
            {"status", word->status},
            {"genes_in_model", word->genesInModel},
            {"blocked_reactions", word->blockedReactions},
            {"lost", word->lost}};
}

} // namespace

WhyJson whyJson(const Why &why, const Cell &cell)
{
    WhyJson sentences = WhyJson::array();
    for (const WhySentence &sentence : sentencesOf(why, cell)) {
        sentences.push_back(sentence.text);
    }
    return {{"genotype", why.genotype.empty() ? "WT" : cell.genes.ids(why.genotype)},
            {"names", why.genotype.empty() ? "WT" : cell.genes.labels(why.genotype)},
            {"prediction", predictionJson(why)},
            {"measured", why.measured ? measuredJson(*why.measured) : WhyJson()},
            {"disagreements", headlineJson(why)},
            {"contributions", contributionsJson(why.contributions, cell)},
            {"analogies", analogiesJson(why.analogies, cell)},
            {"evidence", evidenceJson(why, cell)},
            {"shared", sharedJson(why.shared, cell)},
            {"simulation", simulationJson(why.simulated)},
            {"sentences", sentences}};
}

} // namespace knockscape::cli
