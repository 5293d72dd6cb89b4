#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/module/torch_module.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <memory>

namespace knockscape::cli
{
namespace
{

using Json = nlohmann::ordered_json;

void bench(const Context &context, const BenchmarkRequest &request, bool json)
{
    TorchModule &module = torchModule();
    const std::vector<BenchmarkFigure> figures =
        module.benchmark({context.options.device, context.options.threads, {}}, request, context.control);
    context.clearProgress();
    if (json) {
        Json values{{"engine", module.version()}, {"device", context.options.device}};
        for (const BenchmarkFigure &figure : figures) {
            values[figure.name] = {{"value", figure.value}, {"unit", figure.unit}, {"meaning", figure.meaning}};
        }
        std::cout << values.dump(2) << '\n';
        return;
    }
    TextTable table({{"", false}, {"", true}, {"", false}, {"", false}});
    for (const BenchmarkFigure &figure : figures) {
        table.addRow({figure.name, formatNumber(figure.value, 4), figure.unit, figure.meaning});
    }
    table.print(std::cout);
}

void selfCheck(const Context &context)
{
    const std::vector<SelfCheck> checks =
        torchModule().selfCheck({context.options.device, context.options.threads, {}}, context.control);
    context.clearProgress();
    TextTable table({{translate("Cli", "check"), false},
                     {translate("Cli", "largest difference"), true},
                     {translate("Cli", "in"), false},
                     {translate("Cli", "allowed"), true},
                     {"", false}});
    for (const SelfCheck &check : checks) {
        table.addRow({check.name, formatNumber(check.worst, 3), check.part, formatNumber(check.tolerance, 3),
                      check.passed() ? translate("Cli", "ok") : translate("Cli", "FAILED")});
    }
    table.print(std::cout);
    std::cout.flush();
    const auto failed = std::count_if(checks.begin(), checks.end(), [](const SelfCheck &c) { return !c.passed(); });
    if (failed > 0) {
        throw EngineError(errorAt(
            "selfcheck",
            translate("Cli", "%1 of %2 checks failed.", {std::to_string(failed), std::to_string(checks.size())}),
            translate("Cli", "Predictions on this device are not to be trusted; use --device cpu.")));
    }
}

} // namespace

void addBenchCommands(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand("bench", "Measure speed and memory, as ratios to naive computation");
    auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "Print JSON");
    auto request = std::make_shared<BenchmarkRequest>();
    command->add_flag("--all-pairs", request->allPairs,
                      "Really screen all pairs of a yeast genome and all triples of a panel");
    command->callback([&context, json, request] { bench(context, *request, *json); });

    auto *check =
        app.add_subcommand("selfcheck", "Compare the fast paths with the slow reference, and a device with the CPU");
    check->callback([&context] { selfCheck(context); });
}

} // namespace knockscape::cli
