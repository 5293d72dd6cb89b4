#pragma once

#include "engine/cell/metabolism.h"

#include <cstdint>
#include <string>
#include <vector>

/// Which exchange reaction of a model is which nutrient. Private to engine/fba.
namespace knockscape
{

enum class Nutrient {
    Glucose,
    Oxygen,
    Ergosterol, ///< the sterol that yeast cannot make without oxygen …
    Oleate,     ///< … and an unsaturated fatty acid, the same
    Salt        ///< water, protons, ammonium, phosphate, sulfate, metals and chloride: a mineral medium without carbon
};

/// Whether a metabolite is that nutrient: by its id as BiGG, KEGG and ModelSEED write it, with or without prefix and
/// compartment, by its name, or, for salts, by its formula. Never by a part of a name: glucose 6-phosphate is no
/// glucose.
bool isNutrient(const Metabolite &metabolite, Nutrient nutrient);

/// The compartment whose metabolites most exchange reactions drain; the first by name where several are equal.
std::string outerCompartment(const Metabolism &metabolism);

/// Rows of the exchange reactions (isExchangeReaction()) of the outer compartment that exchange this nutrient.
std::vector<std::int32_t> exchangesOf(const Metabolism &metabolism, Nutrient nutrient);

} // namespace knockscape
