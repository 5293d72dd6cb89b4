#pragma once

#include "engine/checkpoint/pickle_value.h"

#include <optional>
#include <string>

namespace knockscape
{

/// What calling `callable` ("module.name") with `arguments` gives, where that is on the list of what builds tensors,
/// containers, numbers and bytes; nullopt for everything else, which stays an inert Object. Returns either a value or
/// one of the arguments to use as it is. Throws InputError naming `where` for a tensor whose description is impossible.
struct BuiltValue {
    PickleValue *existing = nullptr;
    PickleValue value;
};
std::optional<BuiltValue> buildKnown(const std::string &callable, const std::vector<PickleValue *> &arguments,
                                     const std::string &where);

/// The storage that torch's persistent id ('storage', type, key, location, elements[, view]) names; nullopt for ids of
/// another form.
std::optional<PickleValue> storageOfPersistentId(const PickleValue &id, const std::string &where);

} // namespace knockscape
