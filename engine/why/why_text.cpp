#include "engine/why/why_text.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knockscape
{

namespace
{

using Section = WhySentence::Section;

/// Of the rest it is said how many there are.
constexpr std::size_t shownOfEach = 6;

/// Three digits after the point; "–" where there is none.
std::string shownNumber(double value)
{
    return std::isnan(value) ? std::string("–") : formatNumber(std::round(value * 1000.0) / 1000.0, 6);
}

/// With its sign; what would read as ±0 is said in a word.
std::string shownChange(double value)
{
    if (std::abs(value) < 0.0005) {
        return translate("Engine", "unchanged");
    }
    std::string text = value > 0.0 ? "+" : "";
    return text.append(shownNumber(value));
}

/// Writes the sentences of one Why.
class WhyTeller
{
public:
    WhyTeller(const Why &why, const Cell &cell) : why_(why), cell_(cell) {}

    std::vector<WhySentence> tell()
    {
        tellHeadline();
        tellPrediction();
        tellContributions();
        tellAnalogies();
        tellEvidence();
        tellGroups();
        tellPaths();
        tellReactions();
        tellChromosomes();
        tellSimulation();
        return std::move(sentences_);
    }

private:
    void say(Section section, std::string text, std::vector<Genotype> genotypes = {})
    {
        sentences_.push_back({section, std::move(text), std::move(genotypes)});
    }
    void sayMore(Section section, std::size_t all)
    {
        if (all > shownOfEach) {
            say(section, translateCount("Engine", "… and %1 more.", "… and %1 more.",
                                        static_cast<std::int64_t>(all - shownOfEach)));
        }
    }
    std::string named(const Genotype &genotype) const { return cell_.genes.labels(genotype, " "); }
    std::string named(GeneIndex gene) const { return cell_.genes[gene].label(); }
    static std::string between(const Interval &interval)
    {
        return interval.known() ? translate("Engine", " (90 % interval %1 to %2)",
                                            {shownNumber(interval.low), shownNumber(interval.high)})
                                : std::string();
    }

    void tellHeadline();
    void tellPrediction();
    void tellContributions();
    void tellAnalogies();
    void tellEvidence();
    void tellGroups();
    void tellPaths();
    void tellReactions();
    void tellChromosomes();
    void tellSimulation();

    const Why &why_;
    const Cell &cell_;
    std::vector<WhySentence> sentences_;
};

void WhyTeller::tellHeadline()
{
    using Kind = Disagreement::Kind;
    for (const Disagreement &it : why_.headline) {
        const std::initializer_list<std::string> values{shownNumber(it.said), shownNumber(it.other)};
        switch (it.kind) {
        case Kind::MeasuredFitness:
            say(Section::Headline,
                translate("Engine",
                          "Model and measurement disagree: fitness %1 is predicted, %2 was measured, outside "
                          "of the 90 % interval.",
                          values));
            break;
        case Kind::MeasuredInteraction:
            say(Section::Headline,
                translate("Engine",
                          "Model and measurement disagree: interaction %1 is predicted, %2 was measured, "
                          "outside of the 90 % interval.",
                          values));
            break;
        case Kind::SimulatedDead:
            say(Section::Headline, translate("Engine",
                                             "Model and simulation disagree: the model predicts fitness %1, "
                                             "in flux balance it does not grow (%2).",
                                             values));
            break;
        case Kind::SimulatedAlive:
            say(Section::Headline, translate("Engine",
                                             "Model and simulation disagree: the model predicts fitness %1, "
                                             "in flux balance it grows (%2).",
                                             values));
            break;
        case Kind::MeasuredAlive:
            say(Section::Headline, translate("Engine",
                                             "Simulation and measurement disagree: in flux balance it does "
                                             "not grow (%1), fitness %2 was measured.",
                                             values));
            break;
        case Kind::MeasuredDead:
            say(Section::Headline, translate("Engine",
                                             "Simulation and measurement disagree: in flux balance it grows "
                                             "(%1), fitness %2 was measured.",
                                             values));
            break;
        }
    }
}

void WhyTeller::tellPrediction()
{
    const Prediction &it = why_.prediction;
    if (why_.genotype.empty()) {
        say(Section::Prediction, translate("Engine", "The wild type has fitness 1 by definition. Delete genes."));
        return;
    }
    std::string text = translate(
        "Engine", "%1: fitness %2%3, where independent effects would give %4.",
        {named(why_.genotype), shownNumber(it.fitness), between(why_.fitness), shownNumber(it.expectedFitness)});
    if (!std::isnan(it.interaction) && why_.genotype.size() > 1) {
        text.append(" ").append(
            translate("Engine", "Interaction %1%2.", {shownNumber(it.interaction), between(why_.interaction)}));
    }
    say(Section::Prediction, text, {why_.genotype});
    if (why_.measured) {
        say(Section::Prediction,
            translate("Engine", "Measured: fitness %1, interaction %2 (%3).",
                      {shownNumber(why_.measured->fitness), shownNumber(why_.measured->interaction),
                       joined(why_.measured->sources, ", ")}));
    }
}

void WhyTeller::tellContributions()
{
    const Contributions &it = why_.contributions;
    const bool interacts = why_.genotype.size() > 1 && !std::isnan(it.whole.interaction);
    for (const SubsetContribution &part : it.subsets) {
        const bool alone = part.genes.size() == 1;
        std::string text =
            alone ? translate("Engine", "%1 alone: fitness %2.", {named(part.genes), shownChange(part.value.fitness)})
                  : translate("Engine", "%1 together, beyond their parts: fitness %2.",
                              {named(part.genes), shownChange(part.value.fitness)});
        if (!alone && !std::isnan(part.value.interaction)) {
            text.append(" ").append(translate("Engine", "Interaction %1.", {shownChange(part.value.interaction)}));
        }
        say(Section::Contributions, text, {part.genes});
    }
    if (it.subsets.empty()) {
        for (const GeneContribution &gene : it.genes) {
            std::string text =
                translate("Engine", "%1: fitness %2.", {named(gene.gene), shownChange(gene.value.fitness)});
            if (interacts) {
                text.append(" ").append(translate("Engine", "Interaction %1.", {shownChange(gene.value.interaction)}));
            }
            if (it.method == Contributions::Method::Sampled) {
                text.append(" ").append(
                    translate("Engine", "Standard error of fitness %1.", {shownNumber(gene.error.fitness)}));
            }
            say(Section::Contributions, text, {Genotype{gene.gene}});
        }
    }
    if (!it.genes.empty()) {
        say(Section::Contributions, translate("Engine", "Together %1: the fitness less that of the wild type.",
                                              {shownChange(it.whole.fitness)}));
    }
}

void WhyTeller::tellAnalogies()
{
    for (const Analogy &it : why_.analogies) {
        std::string text = translate(
            "Engine", "%1 (%2): fitness measured %3, predicted %4; interaction measured %5, predicted %6; distance %7.",
            {named(it.measured.genotype), relationOf(it), shownNumber(it.measured.fitness),
             shownNumber(it.predicted.fitness), shownNumber(it.measured.interaction),
             shownNumber(it.predicted.interaction), shownNumber(it.distance)});
        text.append(" ").append(translate("Engine", "Source: %1.", {joined(it.measured.sources, ", ")}));
        say(Section::Analogies, text, {it.measured.genotype});
    }
}

void WhyTeller::tellEvidence()
{
    bool whole = true;
    for (const RankedEvidence &it : why_.evidence) {
        std::string text = translate(
            "Engine", "Without %1 fitness is %2 (%3).",
            {nameOf(it.without.part, cell_), shownNumber(it.without.fitness), shownChange(-it.fitnessChange)});
        if (!std::isnan(it.interactionChange) && why_.genotype.size() > 1) {
            text.append(" ").append(
                translate("Engine", "Interaction is %1 (%2).",
                          {shownNumber(it.without.interaction), shownChange(-it.interactionChange)}));
        }
        whole = whole && it.without.whole;
        std::vector<Genotype> links;
        if (it.without.part.kind == EvidencePart::Kind::Neighbour) {
            links.push_back(Genotype{it.without.part.gene});
        }
        say(Section::Evidence, text, std::move(links));
    }
    if (why_.neighboursLeftOut < why_.neighbours) {
        say(Section::Evidence,
            translateCount("Engine", "Of %1 neighbour %2 were left out, those whose messages weigh most.",
                           "Of %1 neighbours %2 were left out, those whose messages weigh most.",
                           static_cast<std::int64_t>(why_.neighbours), {std::to_string(why_.neighboursLeftOut)}));
    }
    if (!whole) {
        say(Section::Evidence,
            translate("Engine", "What training folded into the learned vectors of genes stays in these numbers: the "
                                "model file does not keep it apart, or the cell has changed since. Train the model "
                                "anew to take it out as well."));
    }
}

void WhyTeller::tellGroups()
{
    const std::vector<SharedGroup> &groups = why_.shared.groups;
    for (std::size_t i = 0; i < std::min(shownOfEach, groups.size()); ++i) {
        const GeneGroup &group = groups[i].group;
        const std::string who = named(Genotype(groups[i].genes));
        const auto count = static_cast<std::int64_t>(group.genes.size());
        const std::string column = group.column.empty() ? translate("Engine", "metabolic model") : group.column;
        std::string text;
        switch (group.kind) {
        case GeneGroup::Kind::Complex:
            text = translateCount("Engine", "%2: one complex, %3 (%4; %1 gene).", "%2: one complex, %3 (%4; %1 genes).",
                                  count, {who, group.name, column});
            break;
        case GeneGroup::Kind::Pathway:
            text = translateCount("Engine", "%2: one pathway, %3 (%4; %1 gene).", "%2: one pathway, %3 (%4; %1 genes).",
                                  count, {who, group.name, column});
            break;
        case GeneGroup::Kind::Annotation:
            text = translateCount("Engine", "%2: %3 (%4; %1 gene has it).", "%2: %3 (%4; %1 genes have it).", count,
                                  {who, group.name, column});
            break;
        }
        say(Section::Shared, text, {Genotype(groups[i].genes)});
    }
    sayMore(Section::Shared, groups.size());
}

void WhyTeller::tellPaths()
{
    for (const SharedPaths &it : why_.shared.paths) {
        const std::string first = named(it.first);
        const std::string second = named(it.second);
        std::vector<Genotype> links{Genotype{it.first}, Genotype{it.second}};
        if (it.forward || it.backward) {
            const std::string arrow = !it.directed ? "–" : it.forward && it.backward ? "↔" : it.forward ? "→" : "←";
            say(Section::Shared, translate("Engine", "%1 network: %2 %3 %4.", {it.network, first, arrow, second}),
                links);
        }
        if (!it.through.empty()) {
            std::vector<GeneIndex> shown(it.through.begin(), it.through.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                                      shownOfEach, it.through.size())));
            std::vector<std::string> names;
            for (const GeneIndex gene : shown) {
                names.push_back(named(gene));
                links.push_back(Genotype{gene});
            }
            const std::string rest = it.through.size() > shown.size() ? " …" : "";
            say(Section::Shared,
                translateCount("Engine", "%2 network: %3 and %4 share %1 neighbour: %5",
                               "%2 network: %3 and %4 share %1 neighbours: %5",
                               static_cast<std::int64_t>(it.through.size()),
                               {it.network, first, second, joined(names, ", ") + rest}),
                links);
        }
    }
}

void WhyTeller::tellReactions()
{
    for (const SharedReactions &it : why_.shared.reactions) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < std::min(shownOfEach, it.reactions.size()); ++i) {
            const Reaction &reaction = cell_.metabolism.reactions[static_cast<std::size_t>(it.reactions[i])];
            names.push_back(reaction.name.empty() ? reaction.id : reaction.name);
        }
        const std::string rest = it.reactions.size() > names.size() ? " …" : "";
        const auto count = static_cast<std::int64_t>(it.reactions.size());
        const std::initializer_list<std::string> values{named(it.first), named(it.second), joined(names, ", ") + rest};
        std::string text;
        switch (it.how) {
        case SharedReactions::How::Isozymes:
            text = translateCount("Engine", "%2 and %3 are isozymes of %1 reaction: %4",
                                  "%2 and %3 are isozymes of %1 reactions: %4", count, values);
            break;
        case SharedReactions::How::Complex:
            text = translateCount("Engine", "%2 and %3 are subunits of the enzyme of %1 reaction: %4",
                                  "%2 and %3 are subunits of the enzymes of %1 reactions: %4", count, values);
            break;
        case SharedReactions::How::Rule:
            text = translateCount("Engine", "%2 and %3 stand in the rule of %1 reaction: %4",
                                  "%2 and %3 stand in the rules of %1 reactions: %4", count, values);
            break;
        }
        say(Section::Shared, text, {Genotype{it.first}, Genotype{it.second}});
    }
}

void WhyTeller::tellChromosomes()
{
    for (const SharedChromosome &it : why_.shared.chromosomes) {
        const std::initializer_list<std::string> values{named(it.first), named(it.second), it.chromosome,
                                                        std::to_string((it.distance + 500) / 1000)};
        say(Section::Shared,
            it.linked() ? translate("Engine",
                                    "%1 and %2 are linked, %4 kb apart on chromosome %3: they cannot be "
                                    "crossed easily.",
                                    values)
                        : translate("Engine", "%1 and %2 lie %4 kb apart on chromosome %3.", values),
            {Genotype{it.first}, Genotype{it.second}});
    }
}

void WhyTeller::tellSimulation()
{
    if (!why_.simulated) {
        return;
    }
    const SimulatedWord &it = *why_.simulated;
    if (it.genesInModel == 0) {
        say(Section::Simulation,
            translate("Engine", "The metabolic model knows none of the deleted genes: simulation says nothing."));
        return;
    }
    say(Section::Simulation, translateCount("Engine", "Flux balance: growth %2 of %3 per hour; %1 reaction is blocked.",
                                            "Flux balance: growth %2 of %3 per hour; %1 reactions are blocked.",
                                            static_cast<std::int64_t>(it.blockedReactions),
                                            {shownNumber(it.growth), shownNumber(it.wildTypeGrowth)}));
    if (!it.lost.empty()) {
        say(Section::Simulation, translate("Engine", "Lost: %1.", {joined(it.lost, ", ")}));
    }
}

} // namespace

std::vector<WhySentence> sentencesOf(const Why &why, const Cell &cell)
{
    return WhyTeller(why, cell).tell();
}

std::string headingOf(WhySentence::Section section)
{
    switch (section) {
    case Section::Headline:
        return {};
    case Section::Prediction:
        return translate("Engine", "Prediction");
    case Section::Contributions:
        return translate("Engine", "What each gene and each set of them contributes");
    case Section::Analogies:
        return translate("Engine", "Nearest measured genotypes");
    case Section::Evidence:
        return translate("Engine", "Which evidence carries it (recomputed without each)");
    case Section::Shared:
        return translate("Engine", "What they share");
    case Section::Simulation:
        return translate("Engine", "What simulation says");
    }
    return {};
}

std::string nameOf(const EvidencePart &part, const Cell &cell)
{
    switch (part.kind) {
    case EvidencePart::Kind::Network:
        return translate("Engine", "the %1 network", {part.name});
    case EvidencePart::Kind::Features:
        return translate("Engine", "the genes' features");
    case EvidencePart::Kind::Annotations:
        return translate("Engine", "the annotation %1", {part.name});
    case EvidencePart::Kind::Metabolism:
        return translate("Engine", "metabolism");
    case EvidencePart::Kind::Neighbour:
        return translate("Engine", "the edges to %1", {cell.genes[part.gene].label()});
    }
    return {};
}

std::string relationOf(const Analogy &analogy)
{
    std::vector<std::string> words;
    if (analogy.sameComplex) {
        words.push_back(translate("Engine", "same complex"));
    }
    if (analogy.samePartner) {
        words.push_back(translate("Engine", "same partner"));
    }
    if (analogy.samePathway) {
        words.push_back(translate("Engine", "same pathway"));
    }
    if (analogy.nearest) {
        words.push_back(translate("Engine", "nearest in the model"));
    }
    return joined(words, ", ");
}

} // namespace knockscape
