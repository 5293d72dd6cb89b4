#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// What the header of a sequence says about its gene.
struct FastaHeader {
    /// The gene: a locus tag, a gene of Ensembl, a GeneID, a symbol; else the first word of the header.
    std::string gene;
    /// Its symbol, if the header has one.
    std::string name;
    /// What else the header calls the gene or its product: protein, transcript, GeneID, the first word.
    std::vector<std::string> otherNames;
    std::string description;
};

/// Reads a header, split into its first word and the rest. Known are NCBI ("[locus_tag=b0001] [gene=thrL]"), Ensembl
/// ("gene:ENSG00000141510.19 gene_symbol:TP53"), GENCODE (fields between bars), UniProt ("sp|P0AD86|LPT_ECOLI …
/// GN=thrL") and SGD ("YAL001C TFC3 SGDID:S000000001").
FastaHeader readFastaHeader(std::string_view word, std::string_view rest);

} // namespace knockscape
