#include "ui/session/simulation_record.h"

#include "ui/session/media_choices.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace knockscape::ui
{
namespace
{

/// FluxMethod::Optimum, as commands and files call it.
constexpr const char *simulationMethod = "fba";

} // namespace

SimulatedOn simulatedOn(const Session &session)
{
    return {titleOf(session.medium()).toStdString(),
            session.cell() ? recordOf(session.cell(), session.medium()) : std::string()};
}

void addSimulation(QJsonObject &parameters, const SimulatedOn &on)
{
    const QJsonObject medium = QJsonDocument::fromJson(QByteArray::fromStdString(on.json)).object();
    for (auto entry = medium.begin(); entry != medium.end(); ++entry) {
        parameters.insert(entry.key(), entry.value());
    }
    parameters.insert(QStringLiteral("evaluator"), QStringLiteral("simulation"));
    parameters.insert(QStringLiteral("method"), QString::fromLatin1(simulationMethod));
}

void describeSimulation(Provenance &about, const SimulatedOn &on)
{
    about.method = simulationMethod;
    about.medium = on.medium;
    about.objective = QCoreApplication::translate("SimulationRecord", "as the cell has it").toStdString();
}

} // namespace knockscape::ui
