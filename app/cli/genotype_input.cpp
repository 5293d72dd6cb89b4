#include "app/cli/genotype_input.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"

namespace knockscape::cli
{

std::vector<KnockoutEntry> readGenotypes(const std::filesystem::path &knockouts, const std::string &genes,
                                         const GeneCatalogue &catalogue, bool keepGoing)
{
    std::vector<KnockoutEntry> entries =
        knockouts.empty() ? parseKnockoutArgument(genes, catalogue) : readKnockoutList(knockouts, catalogue);
    if (entries.empty()) {
        throw InputError(errorAt(knockouts.empty() ? "--genes" : knockouts.string(),
                                 translate("Cli", "There is no genotype here."),
                                 translate("Cli", "Write one genotype a line, such as “ADE2 URA3”, or WT.")));
    }
    std::vector<Issue> issues;
    for (const KnockoutEntry &entry : entries) {
        issues.insert(issues.end(), entry.issues.begin(), entry.issues.end());
    }
    if (!issues.empty() && !keepGoing) {
        throw InputError(std::move(issues));
    }
    return entries;
}

} // namespace knockscape::cli
