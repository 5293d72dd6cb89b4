#pragma once

// Before the headers of the packages, which depend on it.
#include <sbml/SBMLTypes.h>

/// Outside of our namespace, which has a Reaction too.
using SbmlReaction = LIBSBML_CPP_NAMESPACE_QUALIFIER Reaction;
