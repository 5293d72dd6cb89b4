#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// One entry of a cell of PSI-MI TAB: database:value(note), as in uniprotkb:EFB1(gene name). Quotes are taken off.
struct MitabField {
    /// In lower case.
    std::string database;
    std::string value;
    /// In lower case; empty where there is none.
    std::string note;
};

/// The entries of a cell, which bars divide; none for "-". Values may be quoted and then hold any sign.
std::vector<MitabField> mitabFields(std::string_view cell);

/// What a file calls one interactor.
struct MitabNames {
    /// The name to show: the locus name or another systematic name, else the gene name, else an identifier. Empty where
    /// the row has no such interactor.
    std::string shown;
    /// Further names that are this gene's alone (locus name, gene name, identifiers of genes and proteins), by
    /// authority.
    std::vector<std::string> others;
    /// Names that it may share with others: synonyms.
    std::vector<std::string> synonyms;
    /// True for what is no gene nor its product (a small molecule).
    bool isMolecule = false;
};

/// The names in the cells of identifiers, alternative identifiers and aliases.
MitabNames mitabNames(std::string_view identifiers, std::string_view alternatives, std::string_view aliases);

} // namespace knockscape
