#pragma once

#include "engine/store/provenance.h"
#include "ui/session/session.h"

#include <QJsonObject>
#include <QString>

#include <string>

namespace knockscape::ui
{

/// On what growth is simulated, for whoever wants to know where numbers come from.
struct SimulatedOn {
    /// As people read the medium.
    std::string medium;
    /// The medium in full (recordOf()): JSON text of an object.
    std::string json;

    bool operator==(const SimulatedOn &) const = default;
};

/// The session's cell on its medium.
SimulatedOn simulatedOn(const Session &session);

/// What a simulated run has beside its own parameters, as `knockscape-cli screen --simulate` records it: evaluator,
/// method, and the medium in full.
void addSimulation(QJsonObject &parameters, const SimulatedOn &on);

/// Says in a table's provenance that its rows were simulated, by which method and on which medium.
void describeSimulation(Provenance &about, const SimulatedOn &on);

} // namespace knockscape::ui
