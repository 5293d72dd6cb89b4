#include "engine/cell/importers/mitab_fields.h"

#include "engine/cell/identifier_kind.h"
#include "engine/core/text.h"

#include <algorithm>
#include <array>

namespace knockscape
{
namespace
{

/// Databases whose identifiers name genes or proteins. Others number interactors of their own, and a number alone may
/// be anything's.
constexpr std::array<std::string_view, 16> geneDatabases = {
    "uniprot", "entrez",   "ncbi gene", "refseq", "ensembl", "sgd",  "cygd", "pombase",
    "flybase", "wormbase", "tair",      "mgi",    "rgd",     "zfin", "hgnc", "string"};
constexpr std::array<std::string_view, 4> moleculeDatabases = {"chebi", "pubchem", "drugbank", "chembl"};
/// Entries of a cell that are read; a hostile one has a million.
constexpr std::size_t mostFields = 200;
constexpr std::size_t longestName = 200;

template <std::size_t N>
bool beginsWithAny(std::string_view text, const std::array<std::string_view, N> &beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return text.starts_with(beginning); });
}

/// The place behind the quotation mark that closes the one at `open`; npos where none does.
std::size_t behindQuote(std::string_view text, std::size_t open)
{
    for (std::size_t i = open + 1; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '"') {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

/// Up to the next bar that stands in no quotes.
std::size_t fieldLength(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '|') {
            return i;
        }
        if (text[i] == '"') {
            // A quote that nothing closes is a sign like any other.
            const std::size_t end = behindQuote(text, i);
            if (end == std::string_view::npos) {
                return std::min(text.find('|', i), text.size());
            }
            i = end - 1;
        }
    }
    return text.size();
}

std::string unquoted(std::string_view text)
{
    text = trimmed(text);
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') {
        return std::string(text.substr(0, longestName));
    }
    std::string plain;
    text = text.substr(1, text.size() - 2);
    for (std::size_t i = 0; i < text.size() && plain.size() < longestName; ++i) {
        i += text[i] == '\\' && i + 1 < text.size() ? 1 : 0;
        plain += text[i];
    }
    return plain;
}

/// Where the note at the end begins: at the bracket that its last one closes. Names hold brackets too: MF(ALPHA)1.
std::size_t noteBegin(std::string_view text)
{
    std::size_t open = 0;
    for (std::size_t i = text.size(); text.ends_with(')') && i-- > 0;) {
        open += text[i] == ')' ? 1 : 0;
        if (text[i] == '(' && --open == 0) {
            return i;
        }
    }
    return text.size();
}

MitabField fieldOf(std::string_view text)
{
    MitabField field;
    text = trimmed(text);
    const std::size_t colon = text.front() == '"' ? std::string_view::npos : text.find(':');
    if (colon != std::string_view::npos) {
        field.database = lowered(trimmed(text.substr(0, colon)));
        text = trimmed(text.substr(colon + 1));
    }
    std::size_t note = noteBegin(text);
    if (text.starts_with('"')) {
        // Behind the quotes there is nothing but a note.
        const std::size_t end = behindQuote(text, 0);
        note = end == std::string_view::npos ? note : end;
    }
    field.value = unquoted(text.substr(0, note));
    std::string_view behind = trimmed(text.substr(std::min(note, text.size())));
    if (behind.size() >= 2 && behind.front() == '(' && behind.back() == ')') {
        field.note = lowered(unquoted(behind.substr(1, behind.size() - 2)));
    }
    return field;
}

/// True for names that no two genes of an organism share by their form.
bool isSystematic(std::string_view name)
{
    switch (identifierKind(name)) {
    case IdentifierKind::YeastOrf:
    case IdentifierKind::PombeSystematic:
    case IdentifierKind::LocusTag:
    case IdentifierKind::Arabidopsis:
    case IdentifierKind::EnsemblGene:
    case IdentifierKind::FlyBase:
    case IdentifierKind::WormBase:
        return true;
    default:
        return false;
    }
}

/// Names of one interactor by rank; the first of the lowest rank is shown.
class NameRanks
{
public:
    enum Rank { Locus, Systematic, GeneName, Symbol, Identifier, Count };

    void add(Rank rank, std::string name)
    {
        if (!name.empty()) {
            ranks_[rank].push_back(std::move(name));
        }
    }

    /// Into the name shown and the others, each once.
    void fill(MitabNames &names) const
    {
        for (const std::vector<std::string> &rank : ranks_) {
            for (const std::string &name : rank) {
                if (names.shown.empty()) {
                    names.shown = name;
                } else if (name != names.shown &&
                           std::find(names.others.begin(), names.others.end(), name) == names.others.end()) {
                    names.others.push_back(name);
                }
            }
        }
    }

private:
    std::array<std::vector<std::string>, Count> ranks_;
};

void addIdentifier(const MitabField &field, NameRanks &ranks)
{
    const bool digits = field.value.find_first_not_of("0123456789") == std::string::npos;
    const bool entrez = field.database.starts_with("entrez");
    ranks.add(isSystematic(field.value) ? NameRanks::Systematic
              : entrez && !digits       ? NameRanks::Symbol
                                        : NameRanks::Identifier,
              field.value);
    // Isoforms and chains of a protein are that gene's too: P12345-2, P12345-PRO_0000012345.
    if (field.database.starts_with("uniprot") && field.value.find('-') != std::string::npos) {
        ranks.add(NameRanks::Identifier, field.value.substr(0, field.value.find('-')));
    }
}

} // namespace

std::vector<MitabField> mitabFields(std::string_view cell)
{
    std::vector<MitabField> fields;
    cell = trimmed(cell);
    while (!cell.empty() && fields.size() < mostFields) {
        const std::size_t length = fieldLength(cell);
        const std::string_view text = trimmed(cell.substr(0, length));
        if (!text.empty() && text != "-") {
            fields.push_back(fieldOf(text));
        }
        cell.remove_prefix(std::min(length + 1, cell.size()));
    }
    return fields;
}

MitabNames mitabNames(std::string_view identifiers, std::string_view alternatives, std::string_view aliases)
{
    MitabNames names;
    NameRanks ranks;
    std::string first;
    for (const std::string_view cell : {identifiers, alternatives, aliases}) {
        for (const MitabField &field : mitabFields(cell)) {
            names.isMolecule = names.isMolecule ||
                               (cell.data() == identifiers.data() && beginsWithAny(field.database, moleculeDatabases));
            if (first.empty()) {
                first = field.database.empty() ? field.value : field.database + ":" + field.value;
            }
            if (field.note == "locus name" || field.note == "ordered locus name") {
                ranks.add(NameRanks::Locus, field.value);
            } else if (field.note == "gene name") {
                ranks.add(NameRanks::GeneName, field.value);
            } else if (field.note.ends_with("synonym") || field.note == "orf name" || field.note == "display_short") {
                names.synonyms.push_back(field.value);
            } else if (beginsWithAny(field.database, geneDatabases) && field.note.empty()) {
                addIdentifier(field, ranks);
            }
        }
    }
    ranks.fill(names);
    // What only a database of interactions numbers is called with the database, lest it be taken for another number.
    names.shown = names.shown.empty() ? first : names.shown;
    return names;
}

} // namespace knockscape
