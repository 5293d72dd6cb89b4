#include "ui/results/score_guide.h"

#include "engine/core/interaction_orders.h"
#include "engine/inference/default_ranking.h"
#include "ui/theme/number_format.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace knockscape::ui
{
namespace
{

struct Guide {
    Q_DECLARE_TR_FUNCTIONS(ScoreGuide)
};

constexpr const char *interaction = "interaction";
constexpr const char *epistasis = "epistasis";

/// How the score that is not believed did on validation rows; a reminder where nobody looked; that both are needed
/// where that found most.
QString wordOf(const RankingChoice &choice, bool interactionLeads)
{
    if (choice.validated && choice.by != interaction && choice.by != epistasis) {
        // The lesser of both found most: neither is to be believed against the other.
        return Guide::tr("best taken together");
    }
    const auto &scores = choice.validation.scores;
    const auto believed = scores.find(interactionLeads ? interaction : epistasis);
    const auto other = scores.find(interactionLeads ? epistasis : interaction);
    if (!choice.validated || believed == scores.end() || other == scores.end() ||
        std::isnan(believed->second.pearson) || std::isnan(other->second.pearson)) {
        return Guide::tr("less reliable");
    }
    return Guide::tr("less reliable: r %1 against %2")
        .arg(formatValue(other->second.pearson), formatValue(believed->second.pearson));
}

} // namespace

ScoreGuide scoreGuide(const std::vector<ModelSummary> &models, std::size_t deletions)
{
    ScoreGuide guide;
    guide.reason = QString::fromStdString(interactionReason(models, deletions));
    guide.interactionKnown = interactionKnown(models, deletions);
    if (deletions < 2) {
        return guide;
    }
    const std::array<int, 1> orders{static_cast<int>(deletions)};
    const RankingChoice choice = chooseRanking(models, orders);
    guide.interactionLeads = guide.interactionKnown && choice.by != epistasis;
    guide.otherScore = guide.interactionKnown ? wordOf(choice, guide.interactionLeads) : QString();
    guide.explanation = QString::fromStdString(choice.text());
    return guide;
}

} // namespace knockscape::ui
