#include "app/cli/screen_merge.h"

#include "app/cli/screen_report.h"
#include "engine/core/files.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/inference/npy_file.h"
#include "engine/store/prediction_table.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <ostream>

namespace knockscape::cli
{
namespace
{

namespace fs = std::filesystem;

struct MergeOptions {
    std::vector<fs::path> parts;
    fs::path histogram;
    fs::path geneSummary;
    fs::path matrix;
    fs::path out;
};

/// The parts in their order; throws InputError unless they are all parts of one screen.
std::vector<ScreenShard> readShards(const std::vector<fs::path> &tables)
{
    std::vector<ScreenShard> shards;
    std::vector<Issue> issues;
    for (const fs::path &table : tables) {
        const bool isShardFile = table.string().ends_with(".shard.json");
        ScreenShard shard = readShard(isShardFile ? table : shardPath(table));
        if (!shards.empty() &&
            (shard.fingerprint != shards.front().fingerprint || shard.shards != shards.front().shards)) {
            issues.push_back(errorAt(
                table.string(), translate("Cli", "this is part of another screen than %1", {tables[0].string()}),
                translate("Cli", "Merge parts of one screen only: the same models, cell, genotypes, filter, "
                                 "columns and number of parts.")));
        }
        shards.push_back(std::move(shard));
    }
    if (!issues.empty()) {
        throw InputError(std::move(issues));
    }
    const std::uint64_t count = shards.front().shards;
    for (std::uint64_t number = 1; number <= count; ++number) {
        const auto found = std::count_if(shards.begin(), shards.end(),
                                         [&](const ScreenShard &shard) { return shard.shard == number; });
        const std::string where = std::to_string(number) + "/" + std::to_string(count);
        if (found == 0) {
            issues.push_back(errorAt(where, translate("Cli", "this part is missing"),
                                     translate("Cli", "Run it with --shard %1.", {where})));
        } else if (found > 1) {
            issues.push_back(errorAt(where, translate("Cli", "this part is there %1 times", {std::to_string(found)}),
                                     translate("Cli", "Name every part once.")));
        }
    }
    if (!issues.empty()) {
        throw InputError(std::move(issues));
    }
    std::sort(shards.begin(), shards.end(),
              [](const ScreenShard &left, const ScreenShard &right) { return left.shard < right.shard; });
    return shards;
}

/// Pairs: each part filled its own cells of the same array and left NaN in the others. Otherwise rows follow each
/// other.
void mergeMatrices(const std::vector<ScreenShard> &shards, const fs::path &path)
{
    std::vector<std::uint64_t> shape;
    for (const ScreenShard &shard : shards) {
        if (shard.matrix.empty()) {
            throw InputError(errorAt(std::to_string(shard.shard) + "/" + std::to_string(shard.shards),
                                     translate("Cli", "this part was screened without --matrix")));
        }
        const std::vector<std::uint64_t> part = readNpyShape(shard.matrix);
        if (shape.empty()) {
            shape = part;
        } else if (!shard.squareMatrix) {
            shape.front() += part.front();
        }
    }
    NpyFile merged(path, shape, false);
    std::size_t next = 0;
    for (const ScreenShard &shard : shards) {
        const NpyArray part = readNpy(shard.matrix);
        for (std::size_t i = 0; i < part.values.size(); ++i) {
            if (!std::isnan(part.values[i])) {
                merged.values()[next + i] = part.values[i];
            }
        }
        next += shard.squareMatrix ? 0 : part.values.size();
    }
    merged.finish();
    fs::path description = shards.front().matrix;
    description += ".json";
    fs::path target = path;
    target += ".json";
    const std::string text = readFile(description);
    writeFileAtomically(target, [&](std::ostream &stream) { stream << text; });
}

void merge(const Context &context, const MergeOptions &options)
{
    for (const fs::path &path : {options.out, options.histogram, options.geneSummary, options.matrix}) {
        if (!path.empty()) {
            requireWritable(path);
        }
    }
    std::vector<ScreenShard> shards = readShards(options.parts);
    ScreenReport report = shards.front().report;
    for (std::size_t i = 1; i < shards.size(); ++i) {
        report.state.merge(shards[i].report.state);
        report.genotypes.merge(shards[i].report.genotypes);
    }
    if (!options.geneSummary.empty() && report.state.genes.empty()) {
        throw InputError(errorAt("--gene-summary", translate("Cli", "the parts were screened without it"),
                                 translate("Cli", "Run them again with --gene-summary.")));
    }
    if (!options.matrix.empty()) {
        mergeMatrices(shards, options.matrix);
    }
    Provenance about = shards.front().about;
    if (const std::string support = supportText(report.state); !support.empty()) {
        about.remarks.push_back(support);
    }
    about.remarks.push_back(translate("Cli", "Merged from %1 parts.", {std::to_string(shards.size())}));
    if (!options.histogram.empty()) {
        writeHistograms(options.histogram, report, about);
    }
    if (!options.geneSummary.empty()) {
        writeGeneSummaries(options.geneSummary, report, about);
    }
    const auto note = [&shards](std::size_t n) {
        const auto found = shards.front().notes.find(n);
        return found == shards.front().notes.end() ? std::string() : found->second;
    };
    writePredictionTable(options.out, topRows(report), about,
                         {{}, note, {}, PredictionIntervals(shards.front().intervals)});
    for (const std::string &remark : about.remarks) {
        context.say(remark);
    }
    context.say(
        translate("Cli", "%1 with %2 merged, matches: %3; best rows written to %4",
                  {translateCount("Cli", "%1 part", "%1 parts", static_cast<std::int64_t>(shards.size())),
                   translateCount("Cli", "%1 genotype", "%1 genotypes", static_cast<std::int64_t>(report.state.done)),
                   std::to_string(report.state.hits), options.out.string()}));
}

} // namespace

void addScreenMergeCommand(CLI::App &group, Context &context)
{
    auto *command = group.add_subcommand("merge", "Join the parts that \"screen … --shard\" wrote");
    auto options = std::make_shared<MergeOptions>();
    command->add_option("parts", options->parts, "Tables of all parts (beside each lies its .shard.json)")
        ->required()
        ->type_name("TABLE");
    command->add_option("--histogram", options->histogram, "Table of how values are distributed")->type_name("FILE");
    command->add_option("--gene-summary", options->geneSummary, "Table of hits, means and extreme partners per gene")
        ->type_name("FILE");
    command->add_option("--matrix", options->matrix, "Join the parts' arrays as well")->type_name("FILE");
    command->add_option("--out", options->out, "Table of the best rows (.csv, .tsv or .xlsx)")
        ->required()
        ->type_name("FILE");
    command->callback([&context, options] { merge(context, *options); });
}

} // namespace knockscape::cli
