#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/inference/genotype_source.h"
#include "engine/inference/screen_state.h"
#include "engine/inference/simulated_predictor.h"
#include "engine/store/provenance.h"
#include "engine/store/stored_prediction.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace knockscape::cli
{

/// What a screen gathered, with every genotype and gene it mentions written out, so that it can be printed and merged
/// without the cell.
struct ScreenReport {
    struct Text {
        std::string knockouts; ///< ids joined by ";"
        std::string names;     ///< in the same order
        int n = 0;
        std::string status = "ok";
    };
    struct GeneText {
        std::string id;
        std::string name;
    };

    ScreenState state;
    std::map<std::uint64_t, Text> genotypes; ///< by index in the source
    std::vector<GeneText> genes;             ///< as state.genes
};

ScreenReport makeReport(const ScreenState &state, const GenotypeSource &source, const GeneCatalogue &genes);

/// Gives the kept rows the statuses of a simulation (SimulatedPredictor::statusOf()).
void setStatuses(ScreenReport &report, const GenotypeSource &source, SimulatedPredictor &predictor);

/// The kept rows, best first.
std::vector<StoredPrediction> topRows(const ScreenReport &report);

/// Bins of fitness, interaction and epistasis: column, low, high, genotypes, hits.
void writeHistograms(const std::filesystem::path &path, const ScreenReport &report, Provenance about);

/// A row per gene that was screened, most hits first: gene, name, genotypes, hits, mean_fitness, mean_interaction,
/// mean_epistasis, and the lowest and highest sort key with the other genes deleted there.
void writeGeneSummaries(const std::filesystem::path &path, const ScreenReport &report, Provenance about);

/// How many of the rows that match lack support, and where they stand; empty where none does.
std::string supportText(const ScreenState &state);

/// One part of a screen as "screen --shard" leaves it beside its table.
struct ScreenShard {
    std::string fingerprint;
    std::uint64_t shard = 1;
    std::uint64_t shards = 1;
    std::uint64_t genotypes = 0; ///< of the part
    std::uint64_t total = 0;     ///< of the whole screen
    /// Absolute path of the part's matrix and whether it is one of pairs; empty: none.
    std::filesystem::path matrix;
    bool squareMatrix = false;
    ScreenReport report;
    /// Where its table comes from.
    Provenance about;
    /// Why genotypes of n deletions have no interaction, by n.
    std::map<std::size_t, std::string> notes;
    /// Of the models that screened.
    IntervalFacts intervals;
};

/// TABLE.shard.json
std::filesystem::path shardPath(const std::filesystem::path &table);
void writeShard(const std::filesystem::path &path, const ScreenShard &shard);
/// Throws InputError for anything else.
ScreenShard readShard(const std::filesystem::path &path);

} // namespace knockscape::cli
