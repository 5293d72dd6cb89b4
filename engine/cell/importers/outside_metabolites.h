#pragma once

#include "engine/cell/importers/metabolic_model.h"
#include "engine/core/issue.h"

#include <string>
#include <vector>

namespace knockscape
{

/// Takes the metabolites out of the balance that stand for the world outside though the file does not mark them: those
/// of a compartment called boundary, and those with “_b” behind the id of another metabolite ("glc_b" beside "glc_e").
/// All such metabolites of the model must take part in exchange reactions only (one other metabolite, no gene rule);
/// otherwise they are a compartment like any other and stay. `issues` get what was done.
void removeOutsideMetabolites(MetabolicModel &model, const std::string &file, std::vector<Issue> &issues);

} // namespace knockscape
