#include "app/cli/genotype_input.h"

#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <utility>

namespace knockscape::cli
{
namespace
{

std::vector<KnockoutEntry> readList(const Context &context, const std::filesystem::path &list,
                                    const GeneCatalogue &catalogue)
{
    std::vector<Issue> issues;
    std::vector<KnockoutEntry> entries = readKnockoutList(list, catalogue, issues);
    context.report(issues);
    return entries;
}

} // namespace

std::vector<KnockoutEntry> resolvedEntries(std::vector<KnockoutEntry> entries)
{
    std::vector<Issue> issues;
    for (const KnockoutEntry &entry : entries) {
        issues.insert(issues.end(), entry.issues.begin(), entry.issues.end());
    }
    if (!issues.empty()) {
        throw InputError(std::move(issues));
    }
    return entries;
}

std::vector<KnockoutEntry> readResolvedList(const Context &context, const std::filesystem::path &list,
                                            const GeneCatalogue &catalogue)
{
    return resolvedEntries(readList(context, list, catalogue));
}

std::vector<KnockoutEntry> readGenotypes(const Context &context, const std::filesystem::path &knockouts,
                                         const std::string &genes, const GeneCatalogue &catalogue, bool keepGoing)
{
    std::vector<KnockoutEntry> entries =
        knockouts.empty() ? parseKnockoutArgument(genes, catalogue) : readList(context, knockouts, catalogue);
    if (entries.empty()) {
        throw InputError(errorAt(knockouts.empty() ? "--genes" : knockouts.string(),
                                 translate("Cli", "There is no genotype here."),
                                 translate("Cli", "Write one genotype a line, such as “ADE2 URA3”, or WT.")));
    }
    return keepGoing ? entries : resolvedEntries(std::move(entries));
}

Genotype readGenotype(const Context &context, std::string genes, const GeneCatalogue &catalogue)
{
    std::replace(genes.begin(), genes.end(), ';', ' ');
    return readGenotypes(context, {}, trimmed(genes).empty() ? "WT" : genes, catalogue, false).front().genotype;
}

} // namespace knockscape::cli
