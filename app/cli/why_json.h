#pragma once

#include "engine/why/why.h"

#include <nlohmann/json.hpp>

namespace knockscape::cli
{

/// All of it as one object: numbers as they are, what is not known as null, genes by id (JSON of `why --json`).
nlohmann::ordered_json whyJson(const Why &why, const Cell &cell);

} // namespace knockscape::cli
