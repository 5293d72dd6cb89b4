#include "engine/cell/identifier_kind.h"

#include "engine/cell/gene_catalogue.h"
#include "engine/core/ascii.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <map>

namespace knockscape
{
namespace
{

/// Names that are looked at, and shown.
constexpr std::size_t sampled = 50;
constexpr std::size_t shownOfKind = 3;

bool isDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

/// Whether `name` has the shape of `pattern`: A is a capital, 9 a digit, X either, any other character itself.
bool hasShape(std::string_view name, std::string_view pattern)
{
    return name.size() == pattern.size() &&
           std::equal(name.begin(), name.end(), pattern.begin(), [](char c, char wanted) {
               return wanted == 'A'   ? isUpper(c)
                      : wanted == '9' ? isDigit(c)
                      : wanted == 'X' ? isUpper(c) || isDigit(c)
                                      : c == wanted;
           });
}

bool isPrefixed(std::string_view name, std::string_view prefix)
{
    return name.starts_with(prefix) && isDigits(name.substr(prefix.size()));
}

/// "YAL001C", "YBR058C-A", "Q0045".
bool isYeastOrf(std::string_view name)
{
    if (hasShape(name, "Q9999")) {
        return true;
    }
    const std::string_view core = name.substr(0, 7);
    return hasShape(core, "YAA999A") && core[1] <= 'P' && (core[2] == 'L' || core[2] == 'R') &&
           (core[6] == 'C' || core[6] == 'W') && (name.size() == 7 || hasShape(name.substr(7), "-A"));
}

/// "P04637", "A0A024R1R8" (uniprot.org, accession numbers).
bool isUniProt(std::string_view name)
{
    return (hasShape(name, "A9XXX9") || hasShape(name, "A9AXX9AXX9")) &&
           (name.size() == 10 || std::string_view("OPQ").find(name[0]) != std::string_view::npos || isUpper(name[2]));
}

/// "ENSG00000141510.19", "ENSMUST…": the letter before the digits says of what.
IdentifierKind ensembl(std::string_view name)
{
    name = name.substr(0, name.find('.'));
    const std::size_t digits = name.find_first_of("0123456789");
    if (!name.starts_with("ENS") || digits == std::string_view::npos || name.size() - digits != 11 ||
        !isDigits(name.substr(digits)) ||
        !std::all_of(name.begin(), name.begin() + static_cast<long>(digits), isUpper)) {
        return IdentifierKind::Other;
    }
    switch (name[digits - 1]) {
    case 'G':
        return IdentifierKind::EnsemblGene;
    case 'T':
        return IdentifierKind::EnsemblTranscript;
    case 'P':
        return IdentifierKind::EnsemblProtein;
    default:
        return IdentifierKind::Other;
    }
}

/// "SPAC1002.03c".
bool isPombe(std::string_view name)
{
    return (name.starts_with("SPAC") || name.starts_with("SPBC") || name.starts_with("SPCC") ||
            name.starts_with("SPAP") || name.starts_with("SPBP") || name.starts_with("SPCP")) &&
           name.find('.') != std::string_view::npos;
}

/// "b0001", "ECK0001", "BSU00010", "PA14_00010", "SO_0001": letters, perhaps an underscore, four or more digits.
bool isLocusTag(std::string_view name)
{
    const std::size_t digits = name.find_last_not_of("0123456789") + 1;
    return digits >= 1 && digits <= 8 && name.size() - digits >= 4 && name.size() - digits <= 7 &&
           name.find_first_of(".:-|") == std::string_view::npos;
}

/// "4932.YAL001C".
bool isStringProtein(std::string_view name)
{
    const std::size_t dot = name.find('.');
    return dot != std::string_view::npos && dot >= 3 && dot <= 8 && isDigits(name.substr(0, dot)) &&
           !isDigits(name.substr(dot + 1)) && dot + 1 < name.size();
}

/// The kind that most of the names are of.
IdentifierKind commonKind(const std::vector<std::string> &names)
{
    std::map<IdentifierKind, std::size_t> counts;
    for (const std::string &name : names) {
        ++counts[identifierKind(name)];
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == counts.end() ? IdentifierKind::Other : most->first;
}

std::vector<std::string> sampleOf(const GeneCatalogue &genes)
{
    std::vector<std::string> ids;
    const std::size_t step = std::max<std::size_t>(genes.size() / sampled, 1);
    for (std::size_t gene = 0; gene < genes.size() && ids.size() < sampled; gene += step) {
        ids.push_back(genes[static_cast<GeneIndex>(gene)].id);
    }
    return ids;
}

std::string examples(const std::vector<std::string> &names)
{
    std::vector<std::string> some;
    for (const std::string &name : names) {
        if (some.size() < shownOfKind) {
            some.push_back(name.substr(0, 40));
        }
    }
    return joined(some, ", ") + (names.size() > shownOfKind ? ", …" : "");
}

/// True if most names would mean a gene once `shorten` took something away.
template <typename Shorten>
bool mostResolve(const std::vector<std::string> &names, const GeneCatalogue &genes, const Shorten &shorten)
{
    const auto resolved = std::count_if(names.begin(), names.end(), [&](const std::string &name) {
        const std::string_view shorter = shorten(std::string_view(name));
        return shorter.size() < name.size() &&
               genes.resolve(shorter, GeneCatalogue::Suggestions::Omit).kind == NameResolution::Kind::Resolved;
    });
    return !names.empty() && resolved * 2 > static_cast<long>(names.size());
}

std::string guess(const std::vector<std::string> &names, IdentifierKind here, IdentifierKind there,
                  const GeneCatalogue &genes)
{
    if (mostResolve(names, genes, [](std::string_view name) { return name.substr(0, name.rfind('.')); })) {
        return translate("Engine", "Take off what stands behind the dot (versions, transcripts).");
    }
    if (mostResolve(names, genes, [](std::string_view name) { return name.substr(name.find('.') + 1); })) {
        return translate("Engine", "Take off what stands before the dot (the number of the organism).");
    }
    if (here != there) {
        return translate("Engine", "Give a gene table that lists the names of the file as names or aliases, or "
                                   "translate them first.");
    }
    return translate("Engine",
                     "Check that the file and the genes are of the same organism, and which column names them.");
}

} // namespace

IdentifierKind identifierKind(std::string_view name)
{
    if (const IdentifierKind kind = ensembl(name); kind != IdentifierKind::Other) {
        return kind;
    }
    const bool refSeq = name.size() > 6 && name[2] == '_' && isUpper(name[0]) && isUpper(name[1]) &&
                        isDigits(name.substr(3, std::min(name.find('.'), name.size()) - 3)) &&
                        std::string_view("NXWYA").find(name[0]) != std::string_view::npos;
    return isDigits(name)                                              ? IdentifierKind::Number
           : isYeastOrf(name)                                          ? IdentifierKind::YeastOrf
           : isPombe(name)                                             ? IdentifierKind::PombeSystematic
           : hasShape(name.substr(0, 9), "AT9G99999")                  ? IdentifierKind::Arabidopsis
           : isPrefixed(name, "FBgn")                                  ? IdentifierKind::FlyBase
           : isPrefixed(name, "WBGene")                                ? IdentifierKind::WormBase
           : isPrefixed(name, "HGNC:")                                 ? IdentifierKind::Hgnc
           : hasShape(name, "S999999999") || isPrefixed(name, "SGD:S") ? IdentifierKind::Sgd
           : isStringProtein(name)                                     ? IdentifierKind::StringProtein
           : isUniProt(name)                                           ? IdentifierKind::UniProt
           : refSeq                                                    ? IdentifierKind::RefSeq
           : isLocusTag(name)                                          ? IdentifierKind::LocusTag
                                                                       : IdentifierKind::Other;
}

std::string identifierKindName(IdentifierKind kind)
{
    switch (kind) {
    case IdentifierKind::YeastOrf:
        return translate("Engine", "systematic names of yeast");
    case IdentifierKind::PombeSystematic:
        return translate("Engine", "systematic names of fission yeast");
    case IdentifierKind::LocusTag:
        return translate("Engine", "locus tags");
    case IdentifierKind::Arabidopsis:
        return translate("Engine", "names of Arabidopsis loci");
    case IdentifierKind::EnsemblGene:
        return translate("Engine", "Ensembl genes");
    case IdentifierKind::EnsemblTranscript:
        return translate("Engine", "Ensembl transcripts");
    case IdentifierKind::EnsemblProtein:
        return translate("Engine", "Ensembl proteins");
    case IdentifierKind::Number:
        return translate("Engine", "numbers (Entrez Gene?)");
    case IdentifierKind::UniProt:
        return translate("Engine", "UniProt accessions");
    case IdentifierKind::RefSeq:
        return translate("Engine", "RefSeq accessions");
    case IdentifierKind::FlyBase:
        return translate("Engine", "FlyBase genes");
    case IdentifierKind::WormBase:
        return translate("Engine", "WormBase genes");
    case IdentifierKind::Sgd:
        return translate("Engine", "SGD identifiers");
    case IdentifierKind::Hgnc:
        return translate("Engine", "HGNC identifiers");
    case IdentifierKind::StringProtein:
        return translate("Engine", "proteins of STRING");
    case IdentifierKind::Other:
        break;
    }
    return translate("Engine", "names");
}

std::string explainMismatch(const std::vector<std::string> &unknown, const GeneCatalogue &genes)
{
    const std::vector<std::string> names(unknown.begin(),
                                         unknown.begin() + static_cast<long>(std::min(unknown.size(), sampled)));
    const std::vector<std::string> ids = sampleOf(genes);
    if (names.empty() || ids.empty()) {
        return translate("Engine", "Check that the file and the genes are of the same organism.");
    }
    const IdentifierKind here = commonKind(names);
    const IdentifierKind there = commonKind(ids);
    return translate("Engine", "The file has %1 (%2), the cell %3 (%4).",
                     {identifierKindName(here), examples(names), identifierKindName(there), examples(ids)}) +
           " " + guess(names, here, there, genes);
}

} // namespace knockscape
