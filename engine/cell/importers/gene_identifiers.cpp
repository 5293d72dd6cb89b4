#include "engine/cell/importers/gene_identifiers.h"

#include "engine/cell/database_entries.h"
#include "engine/core/text.h"

#include <algorithm>
#include <array>

namespace knockscape
{
namespace
{

/// Collections of identifiers.org whose entries are a gene or its protein.
constexpr std::array<std::string_view, 29> collections = {"ncbigene",
                                                          "ncbiprotein",
                                                          "refseq",
                                                          "refseq_locus_tag",
                                                          "refseq_old_locus_tag",
                                                          "refseq_synonym",
                                                          "refseq_name",
                                                          "uniprot",
                                                          "uniprotkb",
                                                          "sgd",
                                                          "kegg.genes",
                                                          "ensembl",
                                                          "hgnc",
                                                          "hgnc.symbol",
                                                          "ecogene",
                                                          "tair.locus",
                                                          "tair.gene",
                                                          "wormbase",
                                                          "wb",
                                                          "flybase",
                                                          "fb",
                                                          "mgi",
                                                          "rgd",
                                                          "zfin",
                                                          "pombase",
                                                          "cgd",
                                                          "aspgd.locus",
                                                          "locus_tag",
                                                          "ensembl.bacteria"};

} // namespace

std::vector<std::string> namesFromIdentifier(std::string_view collection, std::string_view identifier)
{
    const std::string database = lowered(collection);
    identifier = trimmed(identifier);
    if (identifier.empty() || identifier.size() > 100 ||
        std::find(collections.begin(), collections.end(), database) == collections.end()) {
        return {};
    }
    // A mere number is taken for one of NCBI's genes, so those of other databases are left out.
    const bool number = identifier.find_first_not_of("0123456789") == std::string_view::npos;
    if (number && database != "ncbigene") {
        return {};
    }
    std::vector<std::string> names = {std::string(identifier)};
    const std::size_t colon = identifier.find(':');
    if (database == "kegg.genes" && colon != std::string_view::npos && colon + 1 < identifier.size()) {
        names.emplace_back(identifier.substr(colon + 1));
    }
    return names;
}

std::vector<std::string> namesFromResource(std::string_view resource)
{
    const std::optional<DatabaseEntry> entry = entryOfResource(resource);
    return entry ? namesFromIdentifier(entry->collection, entry->id) : std::vector<std::string>();
}

} // namespace knockscape
