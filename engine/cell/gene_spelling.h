#pragma once

#include "engine/cell/gene_catalogue.h"

#include <string>
#include <string_view>

namespace knockscape
{

/// `text` with the characters of word processors and web pages as their plain ones: every kind of blank as a blank, of
/// dash as "-", of quotation mark as ' or ", "∆" (increment) as "Δ"; characters without width are dropped. Line ends
/// stay.
std::string plainCharacters(std::string_view text);

/// The gene that is meant by one name as people write it (in plain characters). A name counts as it stands before
/// anything is taken off, so names with commas, brackets or hyphens of their own (ARG5,6, MF(ALPHA)1, YER087C-B) are
/// safe. Then, in this order:
/// - punctuation, brackets and quotation marks around it;
/// - the marks of a deletion: zwf1Δ, Δzwf1, zwf1-Δ, ura3Δ0, zwf1-delta, zwf1-ko, ade2::KanMX, zwf1Δ::LEU2, and zwf1D
///   where the rest is written in small letters, as mutants are;
/// - several names of one gene: CDC19 (YAL038W) and CDC19(YAL038W), YAL038W|CDC19, HXK2/YGL253W, HXK2·YGL253W. They
/// have
///   to mean one gene: where they mean several, the name is ambiguous; where one of them is not known, so is the whole,
///   and the others are candidates.
/// Never by prefix: cdc19-1, an allele, is not CDC19.
NameResolution resolveSpelling(const GeneCatalogue &genes, std::string_view written,
                               GeneCatalogue::Suggestions suggestions = GeneCatalogue::Suggestions::Include);

/// True for the two genes of a diploid of which one is whole: "zwf1Δ/ZWF1", "zwf1/ZWF1", "zwf1Δ/+".
bool isHeterozygous(std::string_view written);

/// True for a text that is nothing but marks between names: "Δ", "-", "•", "and".
bool isFiller(std::string_view word);

} // namespace knockscape
