#pragma once

#include "engine/core/prediction.h"

#include <string>

namespace knockscape
{

/// One stored row: gene ids as text, since the cell may not be open.
struct StoredPrediction {
    std::string knockouts;
    std::string names;
    int n = 0;
    Prediction prediction;
    std::string status = "ok";
};

} // namespace knockscape
