#pragma once

#include "engine/store/stored_prediction.h"

#include <string>
#include <vector>

/// `count` rows with distinct values, beginning at number `first`.
inline std::vector<knockscape::StoredPrediction> sampleRows(int count, int first = 0)
{
    std::vector<knockscape::StoredPrediction> rows;
    for (int i = first; i < first + count; ++i) {
        knockscape::StoredPrediction row;
        row.knockouts = "YAL" + std::to_string(i) + "C;YBR" + std::to_string(i) + "W";
        row.names = "AAA" + std::to_string(i) + ";BBB" + std::to_string(i);
        row.n = 2;
        row.prediction.fitness = 1.0 / (1.0 + i);
        row.prediction.interaction = -0.001 * i;
        row.prediction.expectedFitness = 0.5 + 1e-7 * i;
        row.prediction.support = i;
        row.prediction.inRange = i % 2 == 0;
        rows.push_back(row);
    }
    return rows;
}
