#pragma once

#include "engine/store/run_database.h"

#include <string>
#include <vector>

/// A run as the application records it.
inline knockscape::RunRecord sampleRun(const std::string &kind, const std::string &cell = "central metabolism")
{
    knockscape::RunRecord run;
    run.kind = kind;
    run.device = "cpu";
    run.cellName = cell;
    run.modelsJson = R"([{"path":"/models/demo.safetensors","sha256":"ab"}])";
    run.parametersJson = R"({"task":"list","genotypes":2})";
    return run;
}

inline std::vector<knockscape::StoredPrediction> sampleGenotypes(const std::vector<std::string> &names)
{
    std::vector<knockscape::StoredPrediction> rows;
    for (const std::string &name : names) {
        knockscape::StoredPrediction row;
        row.knockouts = name;
        row.names = name;
        row.n = 1;
        row.prediction.fitness = 0.5;
        rows.push_back(row);
    }
    return rows;
}
