#include "engine/cell/importers/gene_adder.h"

#include "engine/cell/importers/gene_columns.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <utility>

namespace knockscape
{

void GeneAdder::add(Gene gene, std::size_t line)
{
    if (isMissing(gene.id)) {
        leftOut_.add(translate("Engine", "no systematic name"), {}, file_.at(line));
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
        leftOut_.add(translate("Engine", "the id is long or holds a blank or semicolon"), gene.id, file_.at(line));
    } else if (!seen_.insert(lowered(gene.id)).second) {
        leftOut_.add(translate("Engine", "the id is there twice"), gene.id, file_.at(line));
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
    leftOut_.report(file_.name, translate("Engine", "genes"), issues);
    ids_.report(file_.name, GeneCatalogue(), issues);
    names_.report(file_.name, GeneCatalogue(), issues);
}

} // namespace knockscape
