#pragma once

#include "engine/cell/genotype_reader.h"

#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// What the first line of a knockout list is, if it is no genotype.
enum class KnockoutHeader {
    /// It is a genotype: there is no header.
    None,
    /// The header of a table with a column `knockouts` or `genotype` beside others.
    Genotypes,
    /// The header of a table about genes (systematic, gene): each row is one gene, however many names it has.
    Genes,
    /// A heading (ORF; gene 1, gene 2) above lines that are genotypes.
    Heading
};

/// Looks at the header line of a prepared text (findDelimitedHeader()). A line that holds a name of a gene of the
/// catalogue is a genotype, whatever else it says.
KnockoutHeader knockoutHeader(std::string_view text, const GeneCatalogue &genes);

/// Genotypes of a table with a column `knockouts` or `genotype`. Throws InputError as DelimitedTable does.
std::vector<KnockoutEntry> readGenotypeTable(std::string text, const GeneCatalogue &genes, const std::string &where,
                                             std::vector<Issue> &issues);

/// The genes of a table that names each in one or more columns, one genotype a row. Of the columns that are called so,
/// the one counts that resolves most rows; a row whose columns name different genes gets an issue, and a table in which
/// another column holds other genes throws InputError, as it may be one of pairs. What was read goes to `issues`.
std::vector<KnockoutEntry> readGeneTableAsKnockouts(std::string text, const GeneCatalogue &genes,
                                                    const std::string &where, std::vector<Issue> &issues);

} // namespace knockscape
