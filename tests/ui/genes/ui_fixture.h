#pragma once

#include "engine/cell/bundle.h"
#include "engine/cell/cell.h"
#include "engine/core/delimited_table.h"

#include "tests/ui/picture.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QWidget>

#include <memory>
#include <string>

namespace knockscape::ui::tests
{

/// Hexose phosphorylation with its isozymes, a complex, an ambiguous alias and two networks: small enough to reason
/// about every row.
inline std::shared_ptr<const Cell> smallCell()
{
    auto cell = std::make_shared<Cell>();
    cell->name = "small";
    cell->genes = GeneCatalogue(
        {{"YFR053C", "HXK1", {"HKA"}, "Hexokinase isoenzyme 1", false, {"Glycolysis"}},
         {"YGL253W", "HXK2", {"HEX1", "HKB"}, "Hexokinase isoenzyme 2", false, {"Glycolysis"}},
         {"YBR196C", "PGI1", {"CDC30"}, "Glucose-6-phosphate isomerase", true, {"Glycolysis"}},
         {"YNL241C", "ZWF1", {"POS10"}, "Glucose-6-phosphate dehydrogenase", false, {"Pentose phosphate"}},
         {"YDR050C", "TPI1", {}, "Triose phosphate isomerase", true, {"Glycolysis"}},
         {"YPR101W", "SNT309", {"SHARED"}, "Splicing factor", false, {""}},
         {"YAL021C", "CCR4", {"SHARED"}, "Deadenylase; acts on hexose transporter mRNA", false, {""}},
         {"YAL001W-A", "", {}, "Putative protein of unknown function", std::nullopt, {""}}},
        {"pathway"});
    cell->metabolism.metabolites = {{"glc", "D-glucose", "c", "", {}},
                                    {"atp", "ATP", "c", "", {}},
                                    {"g6p", "D-glucose 6-phosphate", "c", "", {}},
                                    {"adp", "ADP", "c", "", {}},
                                    {"f6p", "D-fructose 6-phosphate", "c", "", {}}};
    Reaction hexokinase;
    hexokinase.id = "HEX";
    hexokinase.name = "hexokinase";
    hexokinase.upperBound = 1000.0;
    hexokinase.rule.alternatives = {{"YFR053C"}, {"YGL253W"}};
    hexokinase.subsystem = "Glycolysis";
    hexokinase.terms = {{0, -1.0}, {1, -1.0}, {2, 1.0}, {3, 1.0}};
    Reaction isomerase = hexokinase;
    isomerase.id = "PGI";
    isomerase.name = "glucose-6-phosphate isomerase";
    isomerase.lowerBound = -1000.0;
    isomerase.rule.alternatives = {{"YBR196C"}};
    isomerase.terms = {{2, -1.0}, {4, 1.0}};
    cell->metabolism.reactions = {hexokinase, isomerase};
    cell->metabolism.bindGenes(cell->genes);
    cell->networks.emplace_back("physical", false, cell->genes.size(),
                                std::vector<GeneEdge>{{0, 1, 1.0F}, {1, 6, 1.0F}});
    cell->networks.emplace_back("regulatory", true, cell->genes.size(), std::vector<GeneEdge>{{6, 1, 1.0F}});
    return cell;
}

/// The 6,604 genes of yeast with their descriptions, or nullptr where the shared data is missing.
inline std::shared_ptr<const Cell> yeastGenes()
{
    const QString file = QStringLiteral(KNOCKSCAPE_SHARED_DIR "/data/yeast/genes.tsv");
    if (!QFileInfo::exists(file))
        return nullptr;
    const DelimitedTable table = DelimitedTable::read(file.toStdString());
    const std::vector<std::string> annotationNames{"qualifier", "chromosome"};
    std::vector<Gene> genes;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        Gene gene;
        gene.id = table.cell(row, table.column("id"));
        gene.name = table.cell(row, table.column("name"));
        gene.description = table.cell(row, table.column("description"));
        gene.essential = table.cell(row, table.column("essential")) == "1";
        for (const std::string &column : annotationNames)
            gene.annotations.emplace_back(table.cell(row, table.column(column)));
        genes.push_back(std::move(gene));
    }
    auto cell = std::make_shared<Cell>();
    cell->name = "yeast";
    cell->genes = GeneCatalogue(std::move(genes), annotationNames);
    return cell;
}

/// The demo cell, or nullptr where it is not built yet.
inline std::shared_ptr<const Cell> demoCell()
{
    const QString folder = QStringLiteral(KNOCKSCAPE_RESOURCES_DIR "/demo/central-metabolism.cell");
    if (!QFileInfo::exists(folder))
        return nullptr;
    std::vector<Issue> issues;
    return std::make_shared<const Cell>(readCellBundle(folder.toStdString(), issues));
}

using tests::shoot;

} // namespace knockscape::ui::tests
