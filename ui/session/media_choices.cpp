#include "ui/session/media_choices.h"

#include "engine/core/text.h"

#ifdef KNOCKSCAPE_FBA
#include "engine/fba/explanation.h"
#include "engine/fba/growth_conditions.h"
#include "engine/fba/medium_record.h"
#endif

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace knockscape::ui
{

QString titleOf(const Medium &medium)
{
    return medium.title.empty() ? QString::fromStdString(medium.name) : QString::fromStdString(medium.title);
}

#ifdef KNOCKSCAPE_FBA

std::vector<Medium> mediaOf(const Cell &cell, const std::filesystem::path &bundle, std::vector<Issue> &issues)
{
    std::vector<std::string> names = builtInMedia();
    if (!bundle.empty()) {
        const std::vector<std::string> saved = savedMedia(bundle);
        names.insert(names.end(), saved.begin(), saved.end());
    }
    std::vector<Medium> media;
    for (const std::string &name : names) {
        try {
            media.push_back(findMedium(cell, bundle, name, issues));
        } catch (const InputError &error) {
            issues.insert(issues.end(), error.issues().begin(), error.issues().end());
        } catch (const EngineError &error) {
            issues.push_back(error.issue());
        }
    }
    return media;
}

std::vector<Nutrient> nutrientsOf(const Cell &cell)
{
    std::vector<Nutrient> nutrients;
    const std::vector<Reaction> &reactions = cell.metabolism.reactions;
    for (std::size_t row = 0; row < reactions.size(); ++row) {
        if (isExchangeReaction(reactions[row])) {
            const auto metabolite = static_cast<std::size_t>(reactions[row].terms.front().metabolite);
            nutrients.push_back({static_cast<std::int32_t>(row), reactions[row].id,
                                 QString::fromStdString(metaboliteName(cell.metabolism.metabolites[metabolite]))});
        }
    }
    std::stable_sort(nutrients.begin(), nutrients.end(), [](const Nutrient &a, const Nutrient &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return nutrients;
}

MediumCheck checkMedium(const std::shared_ptr<const Cell> &cell, const Medium &medium, const JobControl &control)
{
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    try {
        return {FluxBalance(onMedium(cell, medium), control).wildTypeGrowth(), {}};
    } catch (const EngineError &error) {
        return {unknown, QString::fromStdString(describe(error.issue()))};
    } catch (const InputError &error) {
        try {
            const Explanation explanation = explainMedium(cell, medium, control);
            if (explanation.growth.fitness >= LethalFitness) {
                return {unknown, QString::fromStdString(describe(error.issues().front()))};
            }
            std::vector<std::string> sentences;
            for (const ExplanationSentence &sentence : sentencesOf(explanation, *cell)) {
                sentences.push_back(sentence.text);
            }
            return {0.0, QString::fromStdString(joined(sentences, " "))};
        } catch (const InputError &) {
            return {unknown, QString::fromStdString(describe(error.issues().front()))};
        } catch (const EngineError &) {
            return {unknown, QString::fromStdString(describe(error.issues().front()))};
        }
    }
}

void storeMedium(const std::filesystem::path &bundle, const Medium &medium)
{
    saveMedium(bundle, medium);
}

std::string recordOf(const std::shared_ptr<const Cell> &cell, const Medium &medium)
{
    return mediumRecord(*cell, *onMedium(cell, medium), medium);
}

#else

std::vector<Medium> mediaOf(const Cell &, const std::filesystem::path &, std::vector<Issue> &)
{
    return {Medium{}};
}

std::vector<Nutrient> nutrientsOf(const Cell &)
{
    return {};
}

MediumCheck checkMedium(const std::shared_ptr<const Cell> &, const Medium &, const JobControl &)
{
    return {std::numeric_limits<double>::quiet_NaN(), {}};
}

void storeMedium(const std::filesystem::path &, const Medium &medium)
{
    throw EngineError(errorAt(medium.name, "this build has no flux balance analysis"));
}

std::string recordOf(const std::shared_ptr<const Cell> &, const Medium &)
{
    return "{}";
}

#endif

Medium mediumWith(const Medium &medium, const Nutrient &nutrient, double uptake)
{
    Medium more = medium;
    double &most = more.uptake[nutrient.exchange];
    most = std::max(most, uptake);
    const QString title = QStringLiteral("%1 + %2").arg(titleOf(medium), nutrient.name);
    more.title = title.toStdString();
    more.name = more.title;
    return more;
}

} // namespace knockscape::ui
