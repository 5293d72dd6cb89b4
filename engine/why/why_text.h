#pragma once

#include "engine/why/why.h"

#include <string>
#include <vector>

namespace knockscape
{

/// A sentence about why a prediction is what it is, and what it names, for links.
struct WhySentence {
    enum class Section { Headline, Prediction, Contributions, Analogies, Evidence, Shared, Simulation };

    Section section = Section::Prediction;
    std::string text;
    /// Genotypes it names (a gene is the genotype that deletes it), as the text writes them: labels joined by blanks.
    std::vector<Genotype> genotypes = {};
};

/// The whole of it as a biologist would say it, section after section, most important first; translated.
std::vector<WhySentence> sentencesOf(const Why &why, const Cell &cell);

/// The heading of a section; empty for the headline.
std::string headingOf(WhySentence::Section section);
/// "the physical network", "the edges to RAD51", …: what was left out, as it follows "without".
std::string nameOf(const EvidencePart &part, const Cell &cell);
/// "same partner, same complex": why a measured genotype is like the one in hand.
std::string relationOf(const Analogy &analogy);

} // namespace knockscape
