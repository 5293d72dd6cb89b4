#pragma once

#include "engine/cell/importers/fasta_header.h"
#include "engine/cell/importers/import_file.h"
#include "engine/core/issue.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// One sequence of a FASTA file.
struct FastaRecord {
    /// First word of the header, and what the header says about the gene.
    std::string id;
    FastaHeader header;
    /// Letters in upper case, without blanks and line breaks.
    std::string sequence;
    std::size_t line = 0;
};

bool isFasta(const ImportFile &file);

/// Nucleotides: IUPAC codes, U, - and *. Any: also proteins, where only the headers matter.
enum class FastaLetters { Nucleotides, Any };

/// Reads a FASTA file. Throws InputError with file and line for other letters or text before the first header.
std::vector<FastaRecord> readFasta(const ImportFile &file, FastaLetters letters = FastaLetters::Nucleotides);

/// Of the sequences of each gene (transcripts, proteins) the longest, the first of equally long ones, in the order of
/// the file; which were taken is said. A version behind the genes of Ensembl ("ENSG00000141510.19") is taken off where
/// every gene has one; with it, it stays a name.
std::vector<FastaRecord> longestOfEachGene(std::vector<FastaRecord> records, const ImportFile &file,
                                           std::vector<Issue> &issues);

/// Number of codonFeatures().
inline constexpr std::size_t codonFeatureCount = 66;

/// Length in nucleotides, fraction of G and C among A, C, G and T, then the fraction of each of the 64 codons in order
/// AAA, AAC, … TTT among the codons of the reading frame that begins with the sequence (codons with other letters and
/// an incomplete last one do not count).
std::array<float, codonFeatureCount> codonFeatures(std::string_view sequence);

} // namespace knockscape
