#include "ui/mainwindow/knockout_notes.h"

#include "engine/cell/essentiality.h"
#include "engine/core/agreement.h"
#include "ui/genes/gene_names.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"

#include <QCoreApplication>

namespace knockscape::ui
{
namespace
{

/// More names than this are counted.
constexpr std::size_t mostNames = 3;

struct Notes {
    Q_DECLARE_TR_FUNCTIONS(KnockoutDock)
};

/// "HXK2", "HXK2 and PGI1", "HXK2, PGI1 and 3 more".
QString named(const GeneCatalogue &genes, const std::vector<GeneIndex> &which)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(which.size(), mostNames); ++i) {
        names << geneLabel(genes, which[i]);
    }
    if (which.size() > mostNames) {
        return trCount("KnockoutDock", "%2 and %1 more", "%2 and %1 more",
                       static_cast<qint64>(which.size() - mostNames))
            .arg(names.join(QStringLiteral(", ")));
    }
    const QString last = names.takeLast();
    return names.isEmpty() ? last : Notes::tr("%1 and %2").arg(names.join(QStringLiteral(", ")), last);
}

QString essentialNote(const KnockoutFacts &facts)
{
    const std::vector<GeneIndex> essential = essentialGenesOf(facts.cell->genes, facts.knockouts);
    if (essential.empty()) {
        return {};
    }
    const auto count = static_cast<qint64>(essential.size());
    return trCount("KnockoutDock", "%2 is essential: its deletion is not viable",
                   "%2 are essential: deleting one of them is not viable", count)
        .arg(named(facts.cell->genes, essential));
}

QString unsupportedNote(const KnockoutFacts &facts)
{
    std::vector<GeneIndex> unsupported;
    for (const GeneIndex gene : facts.knockouts.genes()) {
        if (facts.support != nullptr && static_cast<std::size_t>(gene) < facts.support->size() &&
            (*facts.support)[static_cast<std::size_t>(gene)] == 0) {
            unsupported.push_back(gene);
        }
    }
    return unsupported.empty() ? QString()
                               : trCount("KnockoutDock", "%2 has no training support", "%2 have no training support",
                                         static_cast<qint64>(unsupported.size()))
                                     .arg(named(facts.cell->genes, unsupported));
}

QString headsNote(const KnockoutFacts &facts)
{
    if (!facts.prediction || !headsDisagree(*facts.prediction, facts.knockouts.size())) {
        return {};
    }
    return Notes::tr("The scores contradict each other: interaction %1, fitness − expected %2")
        .arg(formatSigned(facts.prediction->interaction), formatSigned(facts.prediction->epistasis()));
}

bool simulationCounts(const KnockoutFacts &facts)
{
    return facts.simulation && facts.simulation->genotype == facts.knockouts && facts.simulation->genesInModel > 0;
}

QString simulationNote(const KnockoutFacts &facts)
{
    if (!facts.prediction || !simulationCounts(facts) ||
        !simulationDisagrees(facts.prediction->fitness, facts.simulation->fitness)) {
        return {};
    }
    return Notes::tr("Prediction and simulation contradict each other: fitness %1 against %2")
        .arg(formatFitness(facts.prediction->fitness), formatFitness(facts.simulation->fitness));
}

} // namespace

QStringList knockoutNotes(const KnockoutFacts &facts)
{
    QStringList notes;
    if (facts.cell == nullptr || facts.knockouts.empty()) {
        return notes;
    }
    notes << essentialNote(facts) << headsNote(facts) << simulationNote(facts) << unsupportedNote(facts);
    if (facts.prediction && !facts.prediction->inRange) {
        notes << Notes::tr("Outside the range of the training labels");
    }
    if (simulationCounts(facts) && facts.simulation->richMediumOnly) {
        notes << Notes::tr("Simulated growth on rich medium only");
    }
    notes.removeAll(QString());
    return notes;
}

} // namespace knockscape::ui
