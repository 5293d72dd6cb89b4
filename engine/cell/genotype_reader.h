#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/core/issue.h"

#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// One name a person typed or a file holds, and what it means.
struct KnockoutName {
    std::string text;
    NameResolution resolution;
};

/// One genotype as it was written. `genotype` holds what resolved; `issues` is empty if all of it did.
struct KnockoutEntry {
    /// 1-based line, and "file:line" for messages.
    std::size_t line = 0;
    std::string where;
    std::vector<KnockoutName> names;
    Genotype genotype;
    std::vector<Issue> issues;
};

/// Reads genotypes as people write them; the one reader of knockout lists, labels, the command line and pasted text.
///
/// Names are separated by blanks, commas, semicolons, "+" or "&" and spelt as resolveSpelling() knows them; bullets,
/// numbering and quotation marks around them do not matter. A comma that belongs to a name (ARG5,6) does not separate.
/// "WT" and "wild type" are the wild type; beside other genes, joined by "+" or ";", they and "ctrl" or "control" stand
/// for no deletion (A+ctrl). What has two readings (genotypes joined by "+" beside others, a heterozygous diploid,
/// "ctrl" where a gene is called so) is an issue, never a guess.
class GenotypeReader
{
public:
    /// `genes` must outlive the reader.
    explicit GenotypeReader(const GeneCatalogue &genes) : genes_(genes) {}

    /// Reads one genotype; an empty text is the wild type. Never throws for names: the entry says what resolved.
    KnockoutEntry read(std::string_view text, std::size_t line, std::string where);

private:
    /// What stands before a name.
    enum class Joint { Start, Blank, Comma, Semicolon, Plus };
    struct Part {
        std::string_view text;
        Joint joint = Joint::Start;
    };

    std::vector<Part> partsOf(std::string_view text) const;
    void addParts(const std::vector<Part> &parts, KnockoutEntry &entry);
    std::size_t longestName(const std::vector<Part> &parts, std::size_t first, std::string_view &name) const;
    void addName(std::string_view name, bool joined, KnockoutEntry &entry);
    void addControl(std::string_view name, KnockoutEntry &entry);
    void conclude(KnockoutEntry &entry) const;

    const GeneCatalogue &genes_;
    int suggestions_ = 0;
    /// Whether the genotype that is read names no deletion on purpose (ctrl, WT).
    bool sawControl_ = false;
};

/// True for "WT", "wild type" and the like, also in the language of the program.
bool isWildType(std::string_view text);

/// True if the lines read like several genotypes rather than the genes of one: more than one line, and one that holds
/// several genes or is the wild type.
bool holdsSeveralGenotypes(const std::vector<KnockoutEntry> &entries);

} // namespace knockscape
