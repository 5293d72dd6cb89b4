#include "engine/cell/importers/fasta.h"

#include "engine/cell/importers/gene_columns.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace knockscape
{
namespace
{

constexpr std::string_view nucleotides = "ACGT";

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

void appendSequence(std::string &sequence, std::string_view line, FastaLetters letters, const std::string &where)
{
    for (const char c : line) {
        const char letter = upper(c) == 'U' ? 'T' : upper(c);
        if (letter == ' ' || letter == '\t') {
            continue;
        }
        const bool letterOfProtein = letters == FastaLetters::Any && letter >= 'A' && letter <= 'Z';
        if (!letterOfProtein && std::string_view("ACGTRYSWKMBDHVN-*").find(letter) == std::string_view::npos) {
            throw InputError(errorAt(where, translate("Engine", "“%1” is not a nucleotide.", {std::string(1, c)}),
                                     translate("Engine", "Coding sequences (DNA) are expected, not proteins.")));
        }
        sequence += letter;
    }
}

} // namespace

bool isFasta(const ImportFile &file)
{
    return trimmed(std::string_view(file.content).substr(0, 100)).starts_with('>');
}

std::vector<FastaRecord> readFasta(const ImportFile &file, FastaLetters letters)
{
    std::vector<FastaRecord> records;
    std::string_view text = file.content;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t length = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, length));
        text.remove_prefix(std::min(length + 1, text.size()));
        if (line.starts_with('>')) {
            if (records.size() == geneLimit) {
                throw InputError(errorAt(
                    file.at(number), translate("Engine", "There are more than %1 genes.", {std::to_string(geneLimit)}),
                    translate("Engine", "Give the coding sequences of one genome, one a gene.")));
            }
            const std::string_view header = trimmed(line.substr(1));
            const std::size_t blank = std::min(header.find_first_of(" \t"), header.size());
            const std::string_view word = header.substr(0, blank);
            records.push_back({std::string(word), readFastaHeader(word, trimmed(header.substr(blank))), {}, number});
        } else if (!line.empty()) {
            if (records.empty()) {
                throw InputError(errorAt(file.at(number), translate("Engine", "A FASTA file begins with “>”."),
                                         translate("Engine", "Check that this is a FASTA file.")));
            }
            appendSequence(records.back().sequence, line, letters, file.at(number));
        }
    }
    return records;
}

namespace
{

/// Takes the versions off Ensembl's genes if every record has one.
void takeVersionsOff(std::vector<FastaRecord> &records, const ImportFile &file, std::vector<Issue> &issues)
{
    const auto versionOf = [](const FastaRecord &record) {
        const std::string &gene = record.header.gene;
        const std::size_t dot = gene.rfind('.');
        const bool version = gene.starts_with("ENS") && dot != std::string::npos && dot + 1 < gene.size() &&
                             gene.find_first_not_of("0123456789", dot + 1) == std::string::npos;
        return version ? dot : std::string::npos;
    };
    if (records.empty() || std::any_of(records.begin(), records.end(), [&](const FastaRecord &record) {
            return versionOf(record) == std::string::npos;
        })) {
        return;
    }
    for (FastaRecord &record : records) {
        record.header.otherNames.push_back(record.header.gene);
        record.header.gene.resize(versionOf(record));
    }
    issues.push_back(noteAt(file.name, translate("Engine", "Every gene has a version (%1), which was taken off.",
                                                 {records.front().header.otherNames.back()})));
}

} // namespace

std::vector<FastaRecord> longestOfEachGene(std::vector<FastaRecord> records, const ImportFile &file,
                                           std::vector<Issue> &issues)
{
    takeVersionsOff(records, file, issues);
    struct Choice {
        std::size_t record = 0;
        std::size_t count = 0;
    };
    std::unordered_map<std::string, Choice> choices;
    for (std::size_t i = 0; i < records.size(); ++i) {
        Choice &choice = choices[lowered(records[i].header.gene)];
        if (choice.count++ == 0 || records[i].sequence.size() > records[choice.record].sequence.size()) {
            choice.record = i;
        }
    }
    std::vector<FastaRecord> chosen;
    std::vector<std::string> examples;
    std::size_t several = 0;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const Choice &choice = choices[lowered(records[i].header.gene)];
        if (choice.record != i) {
            continue;
        }
        several += choice.count > 1 ? 1 : 0;
        if (choice.count > 1 && examples.size() < 3) {
            examples.push_back(translate("Engine", "%1 (%2 of %3)",
                                         {records[i].header.gene, records[i].id, std::to_string(choice.count)}));
        }
        chosen.push_back(std::move(records[i]));
    }
    if (several > 0) {
        issues.push_back(warningAt(
            file.name, translateCount("Engine", "%1 gene has several sequences, of which the longest was taken: %2.",
                                      "%1 genes have several sequences, of which the longest of each was taken: %2.",
                                      static_cast<std::int64_t>(several),
                                      {joined(examples, ", ") + (several > examples.size() ? ", …" : "")})));
    }
    return chosen;
}

std::array<float, codonFeatureCount> codonFeatures(std::string_view sequence)
{
    std::array<std::size_t, 64> codons{};
    std::array<std::size_t, 4> letters{};
    std::size_t total = 0;
    for (const char c : sequence) {
        const std::size_t index = nucleotides.find(c);
        if (index != std::string_view::npos) {
            ++letters[index];
        }
    }
    for (std::size_t i = 0; i + 3 <= sequence.size(); i += 3) {
        std::size_t codon = 0;
        bool known = true;
        for (std::size_t j = 0; j < 3 && known; ++j) {
            const std::size_t index = nucleotides.find(sequence[i + j]);
            known = index != std::string_view::npos;
            codon = codon * 4 + (known ? index : 0);
        }
        if (known) {
            ++codons[codon];
            ++total;
        }
    }
    std::array<float, codonFeatureCount> features{};
    const auto ratio = [](std::size_t part, std::size_t whole) {
        return whole == 0 ? 0.0F : static_cast<float>(static_cast<double>(part) / static_cast<double>(whole));
    };
    features[0] = static_cast<float>(sequence.size());
    features[1] = ratio(letters[1] + letters[2], letters[0] + letters[1] + letters[2] + letters[3]);
    for (std::size_t codon = 0; codon < codons.size(); ++codon) {
        features[2 + codon] = ratio(codons[codon], total);
    }
    return features;
}

} // namespace knockscape
