#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/plan/plan.h"

#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace knockscape
{

namespace
{

constexpr std::array<std::pair<std::string_view, double PlanGoals::*>, 3> goalNames{
    {{"find", &PlanGoals::find}, {"learn", &PlanGoals::learn}, {"test", &PlanGoals::test}}};

[[noreturn]] void refuseGoals(std::string_view text)
{
    throw InputError(errorAt("--goal", translate("Engine", "“%1” is no goal of a plan.", {std::string(text)}),
                             translate("Engine", "Write find, learn, test, mixture, or weights such as "
                                                 "“find=1,learn=0.2”.")));
}

} // namespace

PlanGoals parseGoals(std::string_view text)
{
    if (lowered(trimmed(text)) == "mixture") {
        return {1.0, 1.0, 0.0};
    }
    PlanGoals goals{0.0, 0.0, 0.0};
    for (const std::string_view part : split(text, ",+", true)) {
        const std::vector<std::string_view> sides = split(part, "=");
        const std::string name = lowered(trimmed(sides.front()));
        const auto weight = sides.size() == 1 ? std::optional(1.0) : parseNumber(trimmed(sides[1]));
        bool found = false;
        for (const auto &[goal, member] : goalNames) {
            if (name == goal && sides.size() <= 2 && weight && std::isfinite(*weight) && *weight >= 0.0) {
                goals.*member = *weight;
                found = true;
            }
        }
        if (!found) {
            refuseGoals(text);
        }
    }
    if (goals.find + goals.learn + goals.test <= 0.0) {
        refuseGoals(text);
    }
    return goals;
}

std::string describe(const PlanGoals &goals)
{
    const std::array<std::string, 3> words{translate("Engine", "find"), translate("Engine", "learn"),
                                           translate("Engine", "test")};
    std::vector<std::string> named;
    std::vector<std::string> weighted;
    for (std::size_t i = 0; i < goalNames.size(); ++i) {
        const double weight = goals.*goalNames[i].second;
        if (weight > 0.0) {
            named.push_back(words[i]);
            weighted.push_back(words[i] + " " + formatNumber(weight, 3));
        }
    }
    return named.size() == 1 ? named.front() : joined(weighted, ", ");
}

} // namespace knockscape
