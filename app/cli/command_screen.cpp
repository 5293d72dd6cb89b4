#include "app/cli/command.h"
#include "app/cli/genotype_input.h"
#include "app/cli/run_log.h"
#include "app/cli/screen_merge.h"
#include "app/cli/screen_options.h"
#include "app/cli/screen_report.h"
#include "app/cli/screen_simulation.h"
#include "engine/cell/bundle.h"
#include "engine/cell/essentiality.h"
#include "engine/cell/metabolic_genes.h"
#include "engine/core/files.h"
#include "engine/core/interaction_orders.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/inference/default_ranking.h"
#include "engine/inference/screen.h"
#include "engine/inference/screen_json.h"
#include "engine/module/torch_module.h"
#include "engine/store/prediction_table.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace knockscape::cli
{
namespace
{

namespace fs = std::filesystem;

std::vector<GeneIndex> genesOf(const std::vector<KnockoutEntry> &entries)
{
    std::vector<GeneIndex> genes;
    for (const KnockoutEntry &entry : entries) {
        genes.insert(genes.end(), entry.genotype.genes().begin(), entry.genotype.genes().end());
    }
    return genes;
}

/// The genes to delete from when none are named: simulation says nothing about those that are not in its model.
std::vector<GeneIndex> everyGene(const ScreenOptions &options, const Cell &cell)
{
    return options.simulate ? MetabolicGenes(cell).genes() : allGenes(cell.genes.size());
}

std::shared_ptr<const GenotypeSource> makeSource(const Context &context, const ScreenOptions &options, const Cell &cell)
{
    const GeneCatalogue &genes = cell.genes;
    if (options.kind == "list") {
        std::vector<Genotype> genotypes;
        for (const KnockoutEntry &entry : readResolvedList(context, options.knockouts, genes)) {
            genotypes.push_back(entry.genotype);
        }
        if (options.withoutEssential) {
            context.say(translateCount("Cli", "%1 genotype with an essential gene left out",
                                       "%1 genotypes with an essential gene left out",
                                       static_cast<std::int64_t>(leaveOutEssential(genes, genotypes))));
        }
        if (genotypes.empty()) {
            throw InputError(errorAt(options.knockouts.string(), translate("Cli", "There is no genotype here."),
                                     translate("Cli", "Write one genotype a line, such as “ADE2 URA3”, or WT.")));
        }
        return std::make_shared<GenotypeList>(std::move(genotypes));
    }
    std::vector<GeneIndex> panel =
        options.genes.empty() ? everyGene(options, cell) : genesOf(readResolvedList(context, options.genes, genes));
    if (options.withoutEssential) {
        context.say(translateCount("Cli", "%1 essential gene left out", "%1 essential genes left out",
                                   static_cast<std::int64_t>(leaveOutEssential(genes, panel))));
        if (panel.empty()) {
            throw InputError(errorAt(options.genes.string(), translate("Cli", "Every gene here is essential."),
                                     translate("Cli", "Name others, or leave --without-essential away.")));
        }
    }
    std::vector<GeneIndex> fixed = genesOf(resolvedEntries(parseKnockoutArgument(options.with, genes)));
    const int order = options.kind == "pairs" ? 2 : options.kind == "combos" ? options.order : 1;
    return std::make_shared<Combinations>(std::move(panel), order, std::move(fixed));
}

ScreenRequest makeRequest(const ScreenOptions &options, std::shared_ptr<const GenotypeSource> source)
{
    ScreenRequest request;
    request.source = std::move(source);
    request.range = shardRange(request.source->count(), options.shardIndex, options.shardCount);
    request.top = options.top;
    request.by = options.by;
    request.descending = options.descending;
    request.minSupport = options.minSupport;
    request.where = options.where;
    request.wantsGeneSummaries = !options.geneSummary.empty();
    request.matrix = options.matrix;
    request.matrixColumns = !options.matrixColumns.empty() ? options.matrixColumns
                            : options.simulate             ? std::vector<std::string>{"fitness", "epistasis"}
                                                           : std::vector<std::string>{"fitness", "interaction"};
    request.checkpoint = options.out;
    request.checkpoint += ".checkpoint";
    request.resume = options.resume;
    return request;
}

std::string roughDuration(double seconds)
{
    if (seconds < 1.0) {
        return translate("Cli", "less than a second");
    }
    if (seconds < 120.0) {
        return translate("Cli", "%1 s", {std::to_string(static_cast<long long>(std::ceil(seconds)))});
    }
    if (seconds < 7200.0) {
        return translate("Cli", "%1 min", {std::to_string(static_cast<long long>(std::ceil(seconds / 60.0)))});
    }
    return translate("Cli", "%1 h", {std::to_string(static_cast<long long>(std::ceil(seconds / 3600.0)))});
}

void announce(const Context &context, const ScreenEstimate &estimate)
{
    const std::string disk =
        estimate.diskBytes == 0
            ? std::string()
            : translate("Cli", ", %1 MB on disk", {std::to_string((estimate.diskBytes + 999'999) / 1'000'000)});
    context.say(translateCount("Cli", "%1 genotype, about %2%3", "%1 genotypes, about %2%3",
                               static_cast<std::int64_t>(estimate.genotypes), {roughDuration(estimate.seconds), disk}));
}

/// What the screen ranks by, and what that reached.
void announce(const Context &context, const Predictor &predictor, const RankingChoice &ranking,
              const ScreenOptions &options)
{
    for (const std::string &reason : ranking.reasons) {
        context.say(reason);
    }
    const std::vector<ModelSummary> &models = predictor.models();
    if (const std::string reason = PredictionIntervals(models).reason(); !reason.empty()) {
        context.say(reason);
    }
    const bool saysSupport = std::any_of(
        models.begin(), models.end(), [](const ModelSummary &model) { return !model.training.supportPerGene.empty(); });
    if (!saysSupport && options.minSupport > 0 && !options.simulate) {
        context.say(translate("Cli", "The model does not say how many training genotypes held each gene: no genotype "
                                     "ranks last for want of support."));
    }
}

/// Where the tables of a screen come from.
Provenance describe(const Predictor &predictor, const ScreenOptions &options, const ScreenRequest &request,
                    const RankingChoice &ranking, const ScreenSimulation &simulation)
{
    Provenance about =
        provenanceOf("screen: best rows", "screen " + options.kind, predictor.cell().get(), predictor.models());
    about.cell.path = fs::absolute(options.cell);
    about.filter = options.where;
    about.order = orderBy(ranking.by, options.descending);
    about.parametersJson = parametersJson(options, request.range.count);
    about.remarks = ranking.reasons;
    if (simulation.describe) {
        simulation.describe(about);
    }
    return about;
}

/// Everything a screen writes beside its matrix; then the checkpoint is no longer needed.
void writeResults(Predictor &predictor, const ScreenOptions &options, const ScreenRequest &request,
                  const ScreenResult &result, const RankingChoice &ranking, const ScreenSimulation &simulation,
                  RunLog &log)
{
    const GeneCatalogue &genes = predictor.cell()->genes;
    const std::vector<ModelSummary> &models = predictor.models();
    ScreenShard shard{screenFingerprint(predictor, request),
                      options.shardIndex,
                      options.shardCount,
                      request.range.count,
                      request.source->count(),
                      {},
                      false,
                      makeReport(result.state, *request.source, genes),
                      describe(predictor, options, request, ranking, simulation),
                      {},
                      PredictionIntervals(models).facts()};
    for (const int order : ordersOf(*request.source)) {
        const auto n = static_cast<std::size_t>(order);
        shard.notes[n] = interactionReason(models, n);
    }
    if (auto *simulated = dynamic_cast<SimulatedPredictor *>(&predictor)) {
        setStatuses(shard.report, *request.source, *simulated);
    }
    const std::vector<StoredPrediction> rows = topRows(shard.report);
    log.append(rows);
    Provenance about = shard.about;
    if (const std::string support = supportText(result.state); !support.empty()) {
        about.remarks.push_back(support);
    }
    writePredictionTable(
        options.out, rows, about,
        {{}, [&models](std::size_t n) { return interactionReason(models, n); }, {}, PredictionIntervals(models)});
    log.addArtifact("predictions", options.out);
    if (!options.histogram.empty()) {
        writeHistograms(options.histogram, shard.report, about);
        log.addArtifact("histogram", options.histogram);
    }
    if (!options.geneSummary.empty()) {
        writeGeneSummaries(options.geneSummary, shard.report, about);
        log.addArtifact("gene_summary", options.geneSummary);
    }
    if (!result.finished) {
        return;
    }
    if (!options.matrix.empty()) {
        writeMatrixDescription(request, genes);
        log.addArtifact("matrix", options.matrix);
        shard.matrix = fs::absolute(options.matrix);
        shard.squareMatrix = matrixShape(request).size() == 3;
    }
    if (!options.shard.empty()) {
        writeShard(shardPath(options.out), shard);
    }
    std::error_code ignored;
    fs::remove(request.checkpoint, ignored);
}

void runScreenCommand(const Context &context, Predictor &predictor, const ScreenOptions &options,
                      const ScreenRequest &request, const RankingChoice &ranking, const ScreenSimulation &simulation,
                      RunLog &log)
{
    const ScreenResult result = runScreen(predictor, request, context.control);
    context.clearProgress();
    writeResults(predictor, options, request, result, ranking, simulation, log);
    const double rate = static_cast<double>(result.state.done - result.resumedAt) / std::max(1e-3, result.seconds);
    const std::string support = supportText(result.state);
    const std::string on =
        options.simulate ? translate("Cli", "%1, simulated", {predictor.device()}) : predictor.device();
    context.say(
        translateCount("Cli", "%2 of %1 genotype screened on %3 (%4 per second), matches: %5; best rows written to %6",
                       "%2 of %1 genotypes screened on %3 (%4 per second), matches: %5; best rows written to %6",
                       static_cast<std::int64_t>(request.range.count),
                       {std::to_string(result.state.done), on, std::to_string(static_cast<long long>(rate)),
                        std::to_string(result.state.hits), options.out.string()}) +
        (support.empty() ? std::string() : "; " + support));
    if (!result.finished) {
        context.say(translate("Cli", "The same command with --resume goes on from here."));
        throw Cancelled();
    }
}

/// The cell and what answers: a model, or its own metabolism.
ScreenSimulation openEvaluator(const Context &context, ScreenOptions &options)
{
    if (options.simulate) {
        return openSimulation(context, options);
    }
    std::vector<Issue> issues;
    ScreenSimulation opened;
    opened.cell = std::make_shared<const Cell>(readCellBundle(options.cell, issues, context.control));
    context.report(issues);
    return opened;
}

void screen(const Context &context, ScreenOptions options)
{
    if (options.models.empty() && !options.simulate) {
        throw CLI::RequiredError("one of --model and --simulate");
    }
    for (const fs::path &path : {options.out, options.matrix, options.histogram, options.geneSummary}) {
        if (!path.empty()) {
            requireWritable(path);
        }
    }
    ScreenSimulation opened = openEvaluator(context, options);
    const std::shared_ptr<const Cell> &cell = opened.cell;
    ScreenRequest request = makeRequest(options, makeSource(context, options, *cell));
    if (!opened.predictor) {
        opened.predictor = torchModule().openModels(
            options.models, cell, {context.options.device, context.options.threads, options.config}, context.control);
    }
    Predictor *const predictor = opened.predictor.get();
    for (const ModelSummary &model : predictor->models()) {
        context.report(model.issues);
    }
    const RankingChoice ranking = chooseRanking(predictor->models(), *request.source, options.by);
    request.by = ranking.by;
    announce(context, estimateScreen(*predictor, request));
    announce(context, *predictor, ranking, options);
    std::error_code ignored;
    if (!request.resume && fs::exists(request.checkpoint, ignored)) {
        context.report({noteAt(request.checkpoint.string(), translate("Cli", "an unfinished screen is given up"),
                               translate("Cli", "With --resume it would go on."))});
    }
    ScreenOptions asked = options;
    asked.by = request.by;
    asked.matrixColumns = request.matrixColumns;
    RunLog log(context, {"screen", cell.get(), predictor->models(), parametersJson(asked, request.range.count),
                         predictor->device()});
    log.record([&] { runScreenCommand(context, *predictor, asked, request, ranking, opened, log); });
}

} // namespace

void addScreenCommands(CLI::App &app, Context &context)
{
    auto *group = app.add_subcommand("screen", "The best of many genotypes, by a trained model or simulated");
    for (const auto &[kind, description] :
         {std::pair{"singles", "Every gene of a list or of the cell deleted alone"},
          std::pair{"pairs", "Every pair of genes of a list or of the cell"},
          std::pair{"against", "One set of genes, and each other gene with it"},
          std::pair{"combos", "Every combination of K genes of a list or of the cell"},
          std::pair{"list", "The genotypes of a file"}}) {
        auto *command = group->add_subcommand(kind, description);
        auto options = std::make_shared<ScreenOptions>();
        options->kind = kind;
        addScreenOptions(*command, *options);
        command->callback([&context, options] { screen(context, *options); });
    }
    addScreenMergeCommand(*group, context);
}

} // namespace knockscape::cli
