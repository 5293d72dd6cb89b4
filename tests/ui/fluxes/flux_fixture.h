#pragma once

#include "engine/cell/bundle.h"
#include "tests/patience.h"
#include "ui/session/session.h"

#include <QTest>

#include <memory>
#include <string>
#include <vector>

namespace knockscape::testing
{

/// The demo cell in a session.
struct FluxFixture {
    FluxFixture()
    {
        std::vector<Issue> issues;
        cell = std::make_shared<const Cell>(readCellBundle(folder, issues));
        session.setCell(cell, folder);
    }

    /// Rows of genes by name; fatal for another.
    Genotype set(const std::vector<std::string> &names) const
    {
        std::vector<GeneIndex> genes;
        for (const std::string &name : names) {
            for (std::size_t i = 0; i < cell->genes.size(); ++i) {
                if (cell->genes[static_cast<GeneIndex>(i)].label() == name) {
                    genes.push_back(static_cast<GeneIndex>(i));
                }
            }
        }
        if (genes.size() != names.size()) {
            qFatal("a gene is not in the demo");
        }
        return Genotype(std::move(genes));
    }

    int reaction(const std::string &id) const
    {
        const auto &reactions = cell->metabolism.reactions;
        for (std::size_t i = 0; i < reactions.size(); ++i) {
            if (reactions[i].id == id) {
                return static_cast<int>(i);
            }
        }
        qFatal("a reaction is not in the demo");
    }

    static constexpr const char *folder = KNOCKSCAPE_RESOURCES_DIR "/demo/central-metabolism.cell";
    std::shared_ptr<const Cell> cell;
    ui::Session session;
};

} // namespace knockscape::testing
