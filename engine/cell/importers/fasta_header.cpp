#include "engine/cell/importers/fasta_header.h"

#include "engine/core/text.h"

#include <algorithm>

namespace knockscape
{
namespace
{

/// Value of "[key=value]"; empty if there is none.
std::string_view bracketed(std::string_view text, std::string_view key)
{
    const std::string start = std::string(1, '[').append(key).append(1, '=');
    const std::size_t begin = text.find(start);
    if (begin == std::string_view::npos) {
        return {};
    }
    text.remove_prefix(begin + start.size());
    return trimmed(text.substr(0, text.find(']')));
}

/// The word behind "key" ("gene:", "GN="); empty if there is none.
std::string_view wordBehind(std::string_view text, std::string_view key)
{
    std::size_t begin = text.find(key);
    while (begin != std::string_view::npos && begin > 0 && text[begin - 1] != ' ') {
        begin = text.find(key, begin + 1);
    }
    if (begin == std::string_view::npos) {
        return {};
    }
    text.remove_prefix(begin + key.size());
    return text.substr(0, text.find_first_of(" \t"));
}

/// The first of these that is not empty is the gene, the others are further names.
void assignNames(FastaHeader &header, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        const auto known = [&](const std::string &other) { return other == name; };
        if (name.empty() || name == header.gene ||
            std::any_of(header.otherNames.begin(), header.otherNames.end(), known)) {
            continue;
        }
        if (header.gene.empty()) {
            header.gene = name;
        } else if (name != header.name) {
            header.otherNames.emplace_back(name);
        }
    }
}

/// "GeneID:12" among the database references.
std::string_view geneIdOf(std::string_view references)
{
    for (const std::string_view reference : split(references, ",", true)) {
        if (trimmed(reference).starts_with("GeneID:")) {
            return trimmed(reference).substr(7);
        }
    }
    return {};
}

FastaHeader ncbi(std::string_view word, std::string_view rest)
{
    FastaHeader header;
    header.name = bracketed(rest, "gene");
    header.description = bracketed(rest, "protein");
    assignNames(header, {bracketed(rest, "locus_tag"), geneIdOf(bracketed(rest, "db_xref")), header.name,
                         bracketed(rest, "protein_id"), word.starts_with("lcl|") ? std::string_view() : word});
    return header;
}

FastaHeader ensembl(std::string_view word, std::string_view rest)
{
    FastaHeader header;
    header.name = wordBehind(rest, "gene_symbol:");
    if (const std::size_t begin = rest.find("description:"); begin != std::string_view::npos) {
        const std::string_view text = rest.substr(begin + 12);
        header.description = trimmed(text.substr(0, text.find("[Source:")));
    }
    assignNames(header, {wordBehind(rest, "gene:"), word});
    return header;
}

/// Transcript, gene, two of Havana, name of the transcript, symbol, length, …
FastaHeader gencode(const std::vector<std::string_view> &fields)
{
    FastaHeader header;
    header.name = fields[5];
    assignNames(header, {fields[1], fields[0]});
    return header;
}

FastaHeader uniProt(const std::vector<std::string_view> &fields, std::string_view rest)
{
    FastaHeader header;
    header.name = wordBehind(rest, "GN=");
    header.description = trimmed(rest.substr(0, rest.find(" OS=")));
    assignNames(header, {header.name, fields[1], fields[2]});
    return header;
}

} // namespace

FastaHeader readFastaHeader(std::string_view word, std::string_view rest)
{
    if (!bracketed(rest, "locus_tag").empty() || !bracketed(rest, "gene").empty() ||
        !bracketed(rest, "protein_id").empty()) {
        return ncbi(word, rest);
    }
    if (!wordBehind(rest, "gene:").empty()) {
        return ensembl(word, rest);
    }
    const std::vector<std::string_view> fields = split(word, "|");
    if (fields.size() >= 7 && fields[1].starts_with("ENS")) {
        return gencode(fields);
    }
    if (fields.size() == 3 && (fields[0] == "sp" || fields[0] == "tr")) {
        return uniProt(fields, rest);
    }
    FastaHeader header;
    header.description = rest;
    // Phytozome writes a transcript in front of its "locus=", gffread in front of its "gene=".
    assignNames(header, {wordBehind(rest, "locus="), wordBehind(rest, "gene="), word});
    // "YAL001C TFC3 SGDID:S000000001, …"
    const std::vector<std::string_view> words = split(rest.substr(0, 200), " ", true);
    if (words.size() > 1 && words[1].starts_with("SGDID:") && words[0] != word) {
        header.name = words[0];
    }
    return header;
}

} // namespace knockscape
