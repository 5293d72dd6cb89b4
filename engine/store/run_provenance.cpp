#include "engine/store/run_provenance.h"

#include "engine/core/translate.h"

namespace knockscape
{

Provenance provenanceOf(const RunRecord &run)
{
    Provenance about;
    about.content = "rows of a stored run";
    about.madeBy = run.kind;
    about.cell = {run.cellName, {}, run.cellSha256};
    about.models = parseProvenance(R"({"models": )" + (run.modelsJson.empty() ? "[]" : run.modelsJson) + "}").models;
    about.parametersJson = run.parametersJson;
    about.remarks.push_back(translate("Engine", "Run %1, begun %2 (UTC) by version %3 on %4: %5.",
                                      {run.uuid, run.startedUtc, run.engineVersion, run.device, toText(run.status)}));
    if (!run.note.empty()) {
        about.remarks.push_back(translate("Engine", "Note: %1", {run.note}));
    }
    return about;
}

} // namespace knockscape
