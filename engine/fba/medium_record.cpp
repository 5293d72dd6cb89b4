#include "engine/fba/medium_record.h"

#include "engine/fba/growth_conditions.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace knockscape
{

namespace
{

nlohmann::json boundJson(double value)
{
    return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(value < 0.0 ? "-inf" : "inf");
}

nlohmann::json changedBoundsJson(const Cell &own, const Cell &onMedium)
{
    nlohmann::json list = nlohmann::json::array();
    for (const ChangedBounds &changed : changedBounds(own, onMedium)) {
        list.push_back({{"reaction", changed.reaction},
                        {"lower_bound", boundJson(changed.lower)},
                        {"upper_bound", boundJson(changed.upper)},
                        {"own_lower_bound", boundJson(changed.ownLower)},
                        {"own_upper_bound", boundJson(changed.ownUpper)}});
    }
    return list;
}

} // namespace

std::string mediumRecord(const Cell &own, const Cell &onMedium, const Medium &medium)
{
    nlohmann::json record{{"medium", medium.name}};
    if (medium.name != Medium().name) {
        record["uptake"] = medium.uptake;
        record["medium_bounds"] = changedBoundsJson(own, onMedium);
    }
    return record.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace knockscape
