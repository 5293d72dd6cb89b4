#include "app/cli/train_ensemble.h"

#include "app/cli/interval_report.h"
#include "app/cli/label_predictions.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/training/checkpoint_file.h"

#include <cmath>
#include <system_error>

namespace knockscape::cli
{
namespace
{

namespace fs = std::filesystem;

std::string correlation(double value)
{
    return std::isnan(value) ? "–" : formatNumber(value, 3);
}

std::string epochLine(const EpochReport &report)
{
    return translate("Cli", "epoch %1/%2  loss %3  validation %4  fitness r %5  interaction r %6  %7 s  %8 s left",
                     {std::to_string(report.epoch), std::to_string(report.epochs), formatNumber(report.trainLoss, 4),
                      formatNumber(report.validationLoss, 4), correlation(report.fitnessPearson),
                      correlation(report.interactionPearson), formatNumber(report.seconds, 3),
                      formatNumber(std::round(report.secondsLeft))});
}

/// What a person wants to know when training is over: held-out correlations beside the baselines.
void sayResult(const Context &context, const TrainingResult &result, const fs::path &path)
{
    const auto metric = [&](const std::string &name) {
        const auto found = result.metrics.find(name);
        return found == result.metrics.end() ? std::string("–") : formatNumber(found->second, 3);
    };
    context.say(translateCount("Cli", "%2: best of %1 epoch is epoch %3", "%2: best of %1 epochs is epoch %3",
                               result.epochs, {path.string(), std::to_string(result.bestEpoch)}));
    context.say(translate(
        "Cli", "  held-out fitness: r %1 (multiplicative %2, additive %3)",
        {metric("fitness_pearson"), metric("multiplicative_fitness_pearson"), metric("additive_fitness_pearson")}));
    context.say(translate("Cli", "  held-out interaction: r %1 (low rank %2, additive %3)",
                          {metric("interaction_pearson"), metric("low_rank_interaction_pearson"),
                           metric("additive_interaction_pearson")}));
    for (const auto &[order, validation] : result.ranking) {
        for (const auto &[name, score] : validation.scores) {
            context.say(translate("Cli", "  validation, %1 ranked by %2: %3",
                                  {nameOfOrder(order), name, describeScore(validation, name)}));
        }
    }
}

/// How far the predictions of one model are off.
void sayIntervals(const Context &context, const IntervalFacts &facts)
{
    if (facts.empty()) {
        context.say(translate("Cli", "  no intervals: too few rows were held out to say how far off predictions are"));
    }
    for (const QuantityMeasure &measure : facts.measured) {
        if (const std::string text = describe(measure); measure.group.empty() && !text.empty()) {
            context.say("  " + text);
        }
    }
}

/// Measures how far the mean of the members is off, on the rows that all of them held out.
void calibrateMembers(const Context &context, TorchModule &module, const TrainingRequest &request,
                      const std::vector<fs::path> &files)
{
    const TorchSettings settings{context.options.device, context.options.threads, {}};
    const auto predictor = module.openModels(files, request.cell, settings, context.control);
    try {
        calibrate(context, *predictor, request.labels, {}, translate("Cli", "labels"));
    } catch (const InputError &error) {
        for (Issue issue : error.issues()) {
            issue.severity = Severity::Warning;
            context.report({issue});
        }
    }
}

/// True where a former run of the same request finished this member: its checkpoint is gone and its model says so.
bool isFinished(TorchModule &module, const TrainingRequest &request)
{
    std::error_code error;
    if (!request.resume || !fs::exists(request.output, error) || fs::exists(checkpointPath(request.output), error)) {
        return false;
    }
    const TrainingFacts facts = module.describeModel(request.output).training;
    return facts.labelsSha256 == request.labels.sha256 && facts.seed == request.seed;
}

} // namespace

fs::path memberPath(const fs::path &out, int member, int ensemble)
{
    if (ensemble == 1) {
        return out;
    }
    fs::path path = out;
    path.replace_extension("." + std::to_string(member + 1) + out.extension().string());
    return path;
}

std::vector<fs::path> trainEnsemble(const Context &context, TorchModule &module, TrainingRequest request,
                                    const fs::path &out, int ensemble, RunLog &log)
{
    const TorchSettings settings{context.options.device, context.options.threads, {}};
    const std::uint64_t firstSeed = request.seed;
    std::vector<fs::path> files;
    for (int member = 0; member < ensemble; ++member) {
        request.seed = firstSeed + static_cast<std::uint64_t>(member);
        request.output = memberPath(out, member, ensemble);
        files.push_back(request.output);
        if (isFinished(module, request)) {
            context.say(translate("Cli", "%1 was finished before and is kept", {request.output.string()}));
            continue;
        }
        const TrainingResult result = module.train(
            request, settings, [&](const EpochReport &report) { context.say(epochLine(report)); }, context.control);
        sayResult(context, result, request.output);
        sayIntervals(context, result.intervals);
        if (result.cancelled || ensemble == 1) {
            log.addArtifact("model", request.output);
        }
        if (result.cancelled) {
            throw Cancelled();
        }
    }
    if (ensemble > 1) {
        calibrateMembers(context, module, request, files);
        for (const fs::path &file : files) {
            log.addArtifact("model", file);
        }
    }
    return files;
}

} // namespace knockscape::cli
