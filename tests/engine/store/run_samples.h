#pragma once

#include "engine/core/issue.h"
#include "engine/store/run_database.h"

#include <QString>

#include <functional>

inline knockscape::RunRecord samplePredict()
{
    knockscape::RunRecord run;
    run.kind = "predict";
    run.device = "cpu";
    run.cellName = "central metabolism";
    run.cellSha256 = std::string(64, 'a');
    run.modelsJson = R"([{"path":"/m.safetensors","sha256":"b"}])";
    run.parametersJson = R"({"knockouts":"list.txt"})";
    return run;
}

/// What `work` throws: "InputError: …", "EngineError: …" or "no error".
inline QString messageOf(const std::function<void()> &work)
{
    try {
        work();
    } catch (const knockscape::InputError &error) {
        return "InputError: " + QString::fromUtf8(error.what());
    } catch (const knockscape::EngineError &error) {
        return "EngineError: " + QString::fromUtf8(error.what());
    }
    return "no error";
}
