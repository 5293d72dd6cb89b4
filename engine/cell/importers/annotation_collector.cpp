#include "engine/cell/importers/annotation_collector.h"

#include "engine/cell/importers/gene_annotations.h"
#include "engine/cell/importers/gene_columns.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <functional>

namespace knockscape
{
namespace
{

constexpr std::array<std::pair<std::string_view, const char *>, 3> goAspects = {
    {{"P", "go_process"}, {"F", "go_function"}, {"C", "go_component"}}};

} // namespace

std::size_t AnnotationCollector::addColumn(const std::string &name)
{
    if (list_.annotationColumns.size() >= annotationColumnLimit) {
        throw InputError(errorAt(file_.name, translate("Engine", "There are more than a thousand annotation columns."),
                                 translate("Engine", "Give numbers as features, not as annotations.")));
    }
    static const std::array<std::string, 5> own = {"id", "name", "aliases", "description", "essential"};
    std::string unique = name;
    const auto taken = [&] {
        const auto same = [&](const std::string &column) { return lowered(column) == lowered(unique); };
        return std::any_of(list_.annotationColumns.begin(), list_.annotationColumns.end(), same) ||
               std::any_of(own.begin(), own.end(), same);
    };
    for (int number = 2; taken(); ++number) {
        unique = name + "_" + std::to_string(number);
    }
    list_.annotationColumns.push_back(unique);
    for (Gene &gene : list_.genes) {
        gene.annotations.resize(list_.annotationColumns.size());
    }
    return list_.annotationColumns.size() - 1;
}

std::array<std::size_t, 3> AnnotationCollector::addGoColumns()
{
    std::array<std::size_t, 3> columns{};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i] = addColumn(goAspects[i].second);
    }
    return columns;
}

GeneIndex AnnotationCollector::find(std::string_view name, std::size_t line)
{
    name = withoutQuotes(name);
    return found(matcher_.gene(name), name, line);
}

GeneIndex AnnotationCollector::found(GeneIndex gene, std::string_view name, std::size_t line)
{
    spreadsheet_.look(name, line);
    if (gene >= 0) {
        genesSeen_.insert(gene);
    } else {
        leftOut_.add(translate("Engine", "gene not in this cell"), std::string(name), file_.at(line),
                     unknownGeneRemedy());
        if (unresolved_.size() < geneLimit && unresolved_.insert(std::string(name)).second &&
            firstUnresolved_.size() < 5) {
            firstUnresolved_.emplace_back(name.substr(0, 60));
        }
    }
    return gene;
}

void AnnotationCollector::leaveOut(const std::string &reason, const std::string &detail, std::size_t line,
                                   const std::string &remedy)
{
    leftOut_.add(reason, detail, file_.at(line), remedy);
}

void AnnotationCollector::add(GeneIndex gene, std::size_t column, std::string_view value, std::size_t line)
{
    std::string &values = list_.genes[static_cast<std::size_t>(gene)].annotations[column];
    if (value.empty()) {
        return;
    }
    // Present values are known by hash: a list of many would be slow to search.
    std::size_t hash = std::hash<std::string_view>()(value);
    hash ^= (static_cast<std::size_t>(gene) * annotationColumnLimit + column) * 0x9E3779B97F4A7C15ULL;
    if (!present_.insert(hash).second) {
        return;
    }
    if (values.size() + value.size() > valueLimit) {
        leaveOut(translate("Engine", "the gene has very many already"), list_.genes[static_cast<std::size_t>(gene)].id,
                 line, translate("Engine", "Give numbers as features, and few texts a gene."));
        return;
    }
    if (!values.empty()) {
        values += '|';
    }
    values += value;
}

void AnnotationCollector::addGoTerm(const std::array<std::size_t, 3> &columns, GeneIndex gene, std::string_view aspect,
                                    std::string_view term, std::size_t line)
{
    for (std::size_t i = 0; i < goAspects.size() && gene >= 0; ++i) {
        if (aspect == goAspects[i].first) {
            add(gene, columns[i], term, line);
        }
    }
}

void AnnotationCollector::fill(ImportedFile &report) const
{
    report.genes = report.namesResolved = genesSeen_.size();
    report.namesUnresolved = unresolved_.size();
    report.firstUnresolved = firstUnresolved_;
}

void AnnotationCollector::report(std::vector<Issue> &issues) const
{
    matcher_.report(file_.name, issues);
    leftOut_.report(
        file_.name,
        [](std::int64_t count, const std::string &why) {
            return translateCount("Engine", "%1 annotation was left out: %2.", "%1 annotations were left out: %2.",
                                  count, {why});
        },
        issues);
    spreadsheet_.report(file_.name, genes_, issues);
}

} // namespace knockscape
