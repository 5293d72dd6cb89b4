#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

class GeneCatalogue;

/// What the name of a gene is, by its shape: the identifiers of the large databases.
enum class IdentifierKind {
    Other,
    YeastOrf,
    PombeSystematic,
    LocusTag,
    Arabidopsis,
    EnsemblGene,
    EnsemblTranscript,
    EnsemblProtein,
    Number,
    UniProt,
    RefSeq,
    FlyBase,
    WormBase,
    Sgd,
    Hgnc,
    StringProtein,
};

/// Kind of a name; Other for symbols and what is not known.
IdentifierKind identifierKind(std::string_view name);

/// Translated name of a kind in the plural ("UniProt accessions"); "names" for Other.
std::string identifierKindName(IdentifierKind kind);

/// Why none or few of `unknown` (names of a file, some of them suffice) mean a gene of the cell: sentences with
/// examples of both sides, and a guess at the reason (other identifiers, a version behind each, another organism).
std::string explainMismatch(const std::vector<std::string> &unknown, const GeneCatalogue &genes);

} // namespace knockscape
