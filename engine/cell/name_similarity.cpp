#include "engine/cell/name_similarity.h"

#include "engine/cell/gene_catalogue.h"
#include "engine/core/ascii.h"
#include "engine/core/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <tuple>

namespace knockscape
{
namespace
{

/// Longer texts are no gene names; the bound keeps the rows of the distance table on the stack.
constexpr std::size_t longestName = 40;

/// True for a name (lower case) that holds a number of three digits or more.
bool holdsNumber(std::string_view name)
{
    int digits = 0;
    return std::any_of(name.begin(), name.end(), [&](char c) { return (digits = isDigit(c) ? digits + 1 : 0) >= 3; });
}

/// A name (lower case) as it is compared by number: without punctuation and leading zeros, and with o beside a digit as
/// 0.
std::string numberKey(std::string_view name)
{
    std::string plain;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool beside = (i > 0 && isDigit(name[i - 1])) || (i + 1 < name.size() && isDigit(name[i + 1]));
        plain += name[i] == 'o' && beside ? '0' : name[i];
    }
    std::string key;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const bool leadingZero =
            plain[i] == '0' && (i == 0 || !isDigit(plain[i - 1]) || key.empty() || !isDigit(key.back()));
        const bool last = i + 1 == plain.size() || !isDigit(plain[i + 1]);
        if (isLower(plain[i]) || (isDigit(plain[i]) && (!leadingZero || last))) {
            key += plain[i];
        }
    }
    return key;
}

/// True if swapping two neighbours, not both digits, makes one name of the other.
bool isSwap(std::string_view left, std::string_view right)
{
    if (left.size() != right.size()) {
        return false;
    }
    const auto at =
        static_cast<std::size_t>(std::mismatch(left.begin(), left.end(), right.begin()).first - left.begin());
    return at + 1 < left.size() && !(isDigit(left[at]) && isDigit(left[at + 1])) && left[at] == right[at + 1] &&
           left[at + 1] == right[at] && left.substr(at + 2) == right.substr(at + 2);
}

/// The same for names with numbers; both in lower case.
int unlikenessByNumber(std::string_view wanted, std::string_view candidate, int limit)
{
    // A digit that follows would make another number.
    if (wanted.size() >= 3 && candidate.starts_with(wanted) && candidate.size() > wanted.size()) {
        return isDigit(wanted.back()) && isDigit(candidate[wanted.size()]) ? limit + 1 : 1;
    }
    // ENSG00000141510.12, YAL001C_mRNA
    if (wanted.starts_with(candidate) && wanted.size() > candidate.size() &&
        std::string_view("._:").find(wanted[candidate.size()]) != std::string_view::npos) {
        return 1;
    }
    const std::string left = numberKey(wanted);
    const std::string right = numberKey(candidate);
    if (left == right || isSwap(wanted, candidate)) {
        return 1;
    }
    const bool otherStrand = left.size() == right.size() && left.size() > 3 && isLower(left.back()) &&
                             isLower(right.back()) && isDigit(left[left.size() - 2]) &&
                             left.compare(0, left.size() - 1, right, 0, right.size() - 1) == 0;
    return otherStrand ? 1 : limit + 1;
}

/// How unlike `candidate` is to `wanted`: edits, or 1 where it only continues `wanted`; above `limit` it is not
/// similar.
int unlikeness(std::string_view wanted, const std::string &candidate, int limit)
{
    if (candidate.empty() || candidate.size() > longestName) {
        return limit + 1;
    }
    const std::string lower = lowered(candidate);
    if (holdsNumber(wanted) || holdsNumber(lower)) {
        return unlikenessByNumber(wanted, lower, limit);
    }
    if (wanted.size() >= 3 && lower.starts_with(wanted)) {
        return 1;
    }
    return editDistance(wanted, lower, limit);
}

} // namespace

int editDistance(std::string_view a, std::string_view b, int limit)
{
    if (a.size() > longestName || b.size() > longestName ||
        std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size())) > limit) {
        return limit + 1;
    }
    using Row = std::array<int, longestName + 1>;
    Row beforeLast{};
    Row last{};
    Row row{};
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = static_cast<int>(j);
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        int smallest = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
            }
            smallest = std::min(smallest, row[j]);
        }
        if (smallest > limit) {
            return limit + 1;
        }
        beforeLast = last;
        last = row;
    }
    return std::min(last[b.size()], limit + 1);
}

std::vector<GeneIndex> similarGenes(const GeneCatalogue &genes, std::string_view name, std::size_t count)
{
    if (name.size() > longestName) {
        return {};
    }
    const int limit = std::clamp(static_cast<int>(name.size()) / 3, 1, 3);
    // Unlikeness, difference in length, gene.
    std::vector<std::tuple<int, int, GeneIndex>> found;
    for (std::size_t i = 0; i < genes.size(); ++i) {
        const auto index = static_cast<GeneIndex>(i);
        const Gene &gene = genes[index];
        std::tuple<int, int, GeneIndex> best{limit + 1, 0, index};
        const auto consider = [&](const std::string &candidate) {
            const int lengths = std::abs(static_cast<int>(candidate.size()) - static_cast<int>(name.size()));
            best = std::min(best, {unlikeness(name, candidate, limit), lengths, index});
        };
        consider(gene.id);
        consider(gene.name);
        std::for_each(gene.aliases.begin(), gene.aliases.end(), consider);
        if (std::get<0>(best) <= limit) {
            found.push_back(best);
        }
    }
    const std::size_t kept = std::min(count, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<long>(kept), found.end());
    std::vector<GeneIndex> result;
    for (std::size_t i = 0; i < kept; ++i) {
        result.push_back(std::get<2>(found[i]));
    }
    return result;
}

} // namespace knockscape
