#include "engine/store/run_provenance.h"

#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

namespace knockscape
{

namespace
{

/// What the run's parameters have at a key; empty where there is no text.
std::string parameterOf(const RunRecord &run, const char *key)
{
    const nlohmann::json parameters = nlohmann::json::parse(run.parametersJson, nullptr, false);
    return parameters.is_object() && parameters.contains(key) && parameters[key].is_string()
               ? parameters[key].get<std::string>()
               : std::string();
}

} // namespace

bool isSimulated(const RunRecord &run)
{
    return run.kind == "simulate" || parameterOf(run, "evaluator") == "simulation";
}

Provenance provenanceOf(const RunRecord &run)
{
    Provenance about;
    about.content = "rows of a stored run";
    about.madeBy = run.kind;
    about.cell = {run.cellName, {}, run.cellSha256};
    about.models = parseProvenance(R"({"models": )" + (run.modelsJson.empty() ? "[]" : run.modelsJson) + "}").models;
    about.parametersJson = run.parametersJson;
    if (isSimulated(run)) {
        // Rows of the command "simulate" have the columns that they always had.
        about.method = run.kind == "simulate" ? std::string() : parameterOf(run, "method");
        about.medium = parameterOf(run, "medium");
        about.objective = parameterOf(run, "objective");
    }
    about.remarks.push_back(translate("Engine", "Run %1, begun %2 (UTC) by version %3 on %4: %5.",
                                      {run.uuid, run.startedUtc, run.engineVersion, run.device, toText(run.status)}));
    if (!run.note.empty()) {
        about.remarks.push_back(translate("Engine", "Note: %1", {run.note}));
    }
    return about;
}

} // namespace knockscape
