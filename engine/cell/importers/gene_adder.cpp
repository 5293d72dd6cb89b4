#include "engine/cell/importers/gene_adder.h"

#include "engine/cell/importers/gene_columns.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <utility>

namespace knockscape
{

void GeneAdder::add(Gene gene, std::size_t line)
{
    if (isMissing(gene.id)) {
        leftOut_.add(translate("Engine", "there is no systematic name"), {}, file_.at(line),
                     translate("Engine", "Give every gene an id of its own."));
        return;
    }
    ids_.look(gene.id, line);
    names_.look(gene.name, line);
    for (const std::string &alias : gene.aliases) {
        // Numbers among aliases are those of databases.
        if (isSpreadsheetDate(alias) || isSpreadsheetNumber(alias)) {
            names_.look(alias, line);
        }
    }
    if (!canBeGeneId(gene.id)) {
        leftOut_.add(translate("Engine", "the id is long or holds a blank or semicolon"), gene.id, file_.at(line),
                     translate("Engine", "Write an id without them, such as the locus tag."));
    } else if (!seen_.insert(lowered(gene.id)).second) {
        leftOut_.add(translate("Engine", "the id is there before"), gene.id, file_.at(line),
                     translate("Engine", "The first line of an id counts; give another gene another id."));
    } else if (list_.genes.size() == geneLimit) {
        throw InputError(errorAt(file_.at(line),
                                 translate("Engine", "There are more than %1 genes.", {std::to_string(geneLimit)}),
                                 translate("Engine", "Check that this is a table of one organism's genes.")));
    } else {
        list_.genes.push_back(std::move(gene));
    }
}

void GeneAdder::report(std::vector<Issue> &issues) const
{
    leftOut_.report(
        file_.name,
        [](std::int64_t count, const std::string &why) {
            return translateCount("Engine", "%1 line of a gene was left out: %2.",
                                  "%1 lines of genes were left out: %2.", count, {why});
        },
        issues);
    ids_.report(file_.name, GeneCatalogue(), issues);
    names_.report(file_.name, GeneCatalogue(), issues);
}

} // namespace knockscape
