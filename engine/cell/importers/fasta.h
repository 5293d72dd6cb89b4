#pragma once

#include "engine/cell/importers/import_file.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// One sequence of a FASTA file.
struct FastaRecord {
    /// First word of the header, and the rest of it.
    std::string id;
    std::string description;
    /// Letters in upper case, without blanks and line breaks.
    std::string sequence;
    std::size_t line = 0;
};

bool isFasta(const ImportFile &file);

/// Reads a FASTA file. Throws InputError with file and line for letters that are no nucleotides (IUPAC codes, U, - and
/// * are accepted) or text before the first header.
std::vector<FastaRecord> readFasta(const ImportFile &file);

/// Number of codonFeatures().
inline constexpr std::size_t codonFeatureCount = 66;

/// Length in nucleotides, fraction of G and C among A, C, G and T, then the fraction of each of the 64 codons in order
/// AAA, AAC, … TTT among the codons of the reading frame that begins with the sequence (codons with other letters and
/// an incomplete last one do not count).
std::array<float, codonFeatureCount> codonFeatures(std::string_view sequence);

} // namespace knockscape
