#pragma once

#include "engine/cell/cell.h"
#include "engine/fba/flux_balance.h"

#include <QString>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace knockscape::test
{

/// The shipped cell, read once; what its reader complained about is in `demoIssues()`.
std::shared_ptr<const Cell> demoCell();
const std::vector<Issue> &demoIssues();

/// The genotype that deletes these genes, given by standard name. Throws InputError for a name that does not resolve.
Genotype deletionOf(const Cell &cell, const std::vector<std::string> &names);

/// Sum over the reaction's terms of each element of the formulas and, under "charge", of the charges; only what does
/// not cancel. Nothing for a reaction with a metabolite that has no formula.
std::map<std::string, double> imbalance(const Metabolism &metabolism, const Reaction &reaction);

/// True where every metabolite of the reaction has a formula.
bool hasFormulas(const Metabolism &metabolism, const Reaction &reaction);

/// The demo cell asked for its largest ATP turnover instead of its largest growth; with or without anything to take up.
std::shared_ptr<const Cell> cellMakingAtp(bool uptake);

} // namespace knockscape::test
