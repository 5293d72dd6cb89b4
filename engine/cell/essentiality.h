#pragma once

#include "engine/core/genotype.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace knockscape
{

class GeneCatalogue;

/// Reads what a gene table writes of essentiality into `essential`: yes ("1", "true", "yes", "essential", "inviable",
/// "lethal", …), no ("0", "false", "no", "non-essential", "viable", …) or not known (empty, "na", "unknown", …: left as
/// it is). Case and blanks around do not matter. False for a word that is none of these.
bool readEssential(std::string_view word, std::optional<bool> &essential);

/// Whether deleting `gene` alone is known to be lethal: what its entry says, else what an annotation column about
/// essentiality or viability says ("essential", "essential_2", "essentiality", "viability", …). Empty where nothing
/// does, or where annotations contradict one another. `gene` must be in the catalogue.
std::optional<bool> essentiality(const GeneCatalogue &genes, GeneIndex gene);

/// True if deleting `gene` alone is known to be lethal; false also where nothing is known.
bool isEssential(const GeneCatalogue &genes, GeneIndex gene);

/// isEssential() of every gene, 1 or 0, in catalogue order: for asking about many genotypes.
std::vector<char> essentialGenes(const GeneCatalogue &genes);

/// The essential genes of a genotype, ascending.
std::vector<GeneIndex> essentialGenesOf(const GeneCatalogue &genes, const Genotype &genotype);

/// Removes the genes that are known to be essential, or the genotypes that hold one; returns how many.
std::size_t leaveOutEssential(const GeneCatalogue &genes, std::vector<GeneIndex> &panel);
std::size_t leaveOutEssential(const GeneCatalogue &genes, std::vector<Genotype> &genotypes);

} // namespace knockscape
