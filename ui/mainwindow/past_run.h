#pragma once

#include "engine/core/issue.h"
#include "ui/history/database_service.h"
#include "ui/session/session.h"

#include <QString>

#include <cstddef>
#include <string>
#include <vector>

namespace knockscape::ui
{

/// A run of the history beside what is open now: which of its rows can be shown, and what would have to be opened.
struct PastRun {
    RunRecord record;
    /// Rows whose genes the open cell has, in the order of the run.
    std::vector<PredictionRow> rows;
    /// How many rows name a gene that the open cell lacks, and those genes.
    std::size_t rowsLeftOut = 0;
    std::vector<std::string> genesLacking;
    /// The run was made with another cell than the open one, or with another version of it.
    bool otherCell = false;
    /// The run was made with other models than the open ones.
    bool otherModels = false;
};

/// `session` may have no cell; then every row is left out.
PastRun compareWithOpen(const RunRecord &record, const std::vector<StoredPrediction> &stored, const Session &session);

/// Title of its rows in the results: which run, when, of which cell, by which model, and what part of it is stored.
QString titleOf(const RunRecord &record);

/// What a person has to know who sees the run beside another cell or other models: at most one issue for each; none
/// when both are open.
std::vector<Issue> remarksOn(const PastRun &run, const Session &session);

} // namespace knockscape::ui
