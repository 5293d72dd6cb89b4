#ifdef KNOCKSCAPE_SBML

#include "engine/cell/importers/sbml_fluxes.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <cmath>
#include <optional>
#include <utility>

LIBSBML_CPP_NAMESPACE_USE

namespace knockscape
{

SbmlFluxes::SbmlFluxes(Model &model, const SbmlNumbers &numbers, std::string file, std::vector<Issue> &issues)
    : fbc_(dynamic_cast<FbcModelPlugin *>(model.getPlugin("fbc"))), numbers_(numbers), file_(std::move(file)),
      issues_(issues)
{
}

void SbmlFluxes::read(const SbmlReaction &source, std::size_t row, knockscape::Reaction &reaction)
{
    reaction.lowerBound = source.getReversible() ? -1000.0 : 0.0;
    reaction.upperBound = 1000.0;
    bool bounded = readKineticLaw(source, reaction);
    if (const auto *fbc = dynamic_cast<const FbcReactionPlugin *>(source.getPlugin("fbc"))) {
        if (fbc->isSetLowerFluxBound()) {
            reaction.lowerBound = bound(fbc->getLowerFluxBound(), reaction.lowerBound, reaction.id);
        }
        if (fbc->isSetUpperFluxBound()) {
            reaction.upperBound = bound(fbc->getUpperFluxBound(), reaction.upperBound, reaction.id);
        }
        bounded = bounded || fbc->isSetLowerFluxBound() || fbc->isSetUpperFluxBound();
    }
    if (!bounded) {
        unbounded_.insert(row);
    }
}

void SbmlFluxes::finish(std::vector<knockscape::Reaction> &reactions,
                        const std::unordered_map<std::string, std::size_t> &rows)
{
    readVersionOne(reactions, rows);
    readObjective(reactions, rows);
}

bool SbmlFluxes::readKineticLaw(const SbmlReaction &source, knockscape::Reaction &reaction)
{
    const KineticLaw *law = source.getKineticLaw();
    if (law == nullptr) {
        return false;
    }
    bool bounded = false;
    const auto read = [&](const Parameter &parameter) {
        const std::string name = lowered(parameter.getId());
        if (!parameter.isSetValue() || std::isnan(parameter.getValue())) {
            return;
        }
        if (name == "lower_bound") {
            reaction.lowerBound = parameter.getValue();
            bounded = true;
        } else if (name == "upper_bound") {
            reaction.upperBound = parameter.getValue();
            bounded = true;
        } else if (name == "objective_coefficient") {
            reaction.objective = parameter.getValue();
        }
    };
    for (unsigned i = 0; i < law->getNumParameters(); ++i) {
        read(*law->getParameter(i));
    }
    for (unsigned i = 0; i < law->getNumLocalParameters(); ++i) {
        read(*law->getLocalParameter(i));
    }
    return bounded;
}

void SbmlFluxes::report(const std::vector<knockscape::Reaction> &reactions) const
{
    doubtful_.report(
        file_,
        [](std::int64_t count, const std::string &why) {
            return translateCount("Engine", "%1 flux bound has no value in the file: %2.",
                                  "%1 flux bounds have no value in the file: %2.", count, {why});
        },
        issues_);
    if (unbounded_.empty()) {
        return;
    }
    const std::string &first = reactions[*unbounded_.begin()].id;
    issues_.push_back(warningAt(
        file_,
        translateCount("Engine",
                       "%1 reaction has no bounds in the file (%2): 0 to 1000 was taken, or −1000 to 1000 if it is "
                       "reversible.",
                       "%1 reactions have no bounds in the file (first %2): 0 to 1000 was taken, and −1000 to "
                       "1000 for reversible ones.",
                       static_cast<std::int64_t>(unbounded_.size()), {first}),
        translate("Engine", "Growth depends on the bounds of the uptake reactions: add them to the model.")));
}

/// Value of a flux bound; where the file has none, the default is taken and reported.
double SbmlFluxes::bound(const std::string &parameter, double usual, const std::string &reaction)
{
    if (const std::optional<double> value = numbers_.value(parameter)) {
        return *value;
    }
    doubtful_.add(translate("Engine", "taken as %1", {formatNumber(usual)}), parameter,
                  translate("Engine", "reaction %1", {reaction}),
                  translate("Engine", "Growth depends on bounds: give the parameters their values in the model."));
    return usual;
}

void SbmlFluxes::readVersionOne(std::vector<knockscape::Reaction> &reactions,
                                const std::unordered_map<std::string, std::size_t> &rows)
{
    for (unsigned i = 0; fbc_ != nullptr && i < fbc_->getNumFluxBounds(); ++i) {
        FluxBound *bound = fbc_->getFluxBound(i);
        const auto found = rows.find(bound->getReaction());
        if (found == rows.end() || std::isnan(bound->getValue())) {
            throw InputError(errorAt(translate("Engine", "%1, flux bound of %2", {file_, bound->getReaction()}),
                                     translate("Engine", "The model has no such reaction, or the bound has no value."),
                                     translate("Engine", "Correct the list of flux bounds in the model.")));
        }
        knockscape::Reaction &reaction = reactions[found->second];
        unbounded_.erase(found->second);
        const std::string operation = bound->getOperation();
        if (operation != "lessEqual") {
            reaction.lowerBound = bound->getValue();
        }
        if (operation != "greaterEqual") {
            reaction.upperBound = bound->getValue();
        }
    }
}

void SbmlFluxes::readObjective(std::vector<knockscape::Reaction> &reactions,
                               const std::unordered_map<std::string, std::size_t> &rows)
{
    if (fbc_ == nullptr || fbc_->getNumObjectives() == 0) {
        return;
    }
    Objective *objective = fbc_->getActiveObjective();
    if (objective == nullptr) {
        objective = fbc_->getObjective(0);
    }
    if (fbc_->getActiveObjective() == nullptr && fbc_->getNumObjectives() > 1) {
        issues_.push_back(warningAt(
            file_, translate("Engine", "The model does not say which of its %1 objectives is active: %2 was taken.",
                             {std::to_string(fbc_->getNumObjectives()), objective->getId()})));
    }
    // Where there are objectives, coefficients from elsewhere are not one of them.
    for (knockscape::Reaction &reaction : reactions) {
        reaction.objective = objective->getNumFluxObjectives() > 0 ? 0.0 : reaction.objective;
    }
    for (unsigned i = 0; i < objective->getNumFluxObjectives(); ++i) {
        const FluxObjective *flux = objective->getFluxObjective(i);
        const auto found = rows.find(flux->getReaction());
        if (found == rows.end()) {
            issues_.push_back(
                warningAt(file_, translate("Engine", "The objective names a reaction %1 that does not exist.",
                                           {flux->getReaction()})));
            continue;
        }
        const double sign = objective->getType() == "minimize" ? -1.0 : 1.0;
        const double coefficient = std::isnan(flux->getCoefficient()) ? 1.0 : flux->getCoefficient();
        reactions[found->second].objective = sign * coefficient;
    }
}

} // namespace knockscape

#endif
