#include "app/cli/command.h"

#ifdef KNOCKSCAPE_FBA

#include "app/cli/text_table.h"
#include "engine/cell/bundle.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/fba/explanation.h"
#include "engine/fba/growth_conditions.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <iostream>
#include <limits>

namespace knockscape::cli
{
namespace
{

struct MediaOptions {
    std::filesystem::path cell;
    std::string show;
    std::string save;
    std::string from;
    bool json = false;
};

/// A medium of the list, with the wild type's growth there; NaN where that could not be found out.
struct ListedMedium {
    Medium medium;
    double growth = 0.0;
};

/// 0 where the wild type does not grow; what is missing then goes to `issues`.
double wildTypeGrowthOn(const std::shared_ptr<const Cell> &cell, const Medium &medium, std::vector<Issue> &issues,
                        const JobControl &control)
{
    try {
        return FluxBalance(onMedium(cell, medium), control).wildTypeGrowth();
    } catch (const EngineError &error) {
        issues.push_back(error.issue());
        return std::numeric_limits<double>::quiet_NaN();
    } catch (const InputError &error) {
        try {
            const Explanation explanation = explainMedium(cell, medium, control);
            if (explanation.growth.fitness < LethalFitness) {
                std::vector<std::string> sentences;
                for (const ExplanationSentence &sentence : sentencesOf(explanation, *cell)) {
                    sentences.push_back(sentence.text);
                }
                issues.push_back(warningAt(medium.name, translate("Cli", "the wild type does not grow on this medium"),
                                           joined(sentences, " ")));
                return 0.0;
            }
        } catch (const InputError &) {
            // It grows on no medium: the first error says so.
        }
        issues.insert(issues.end(), error.issues().begin(), error.issues().end());
        return std::numeric_limits<double>::quiet_NaN();
    }
}

std::vector<ListedMedium> listed(const Context &context, const std::shared_ptr<const Cell> &cell,
                                 const MediaOptions &options, std::vector<Issue> &issues)
{
    std::vector<std::string> names = builtInMedia();
    const std::vector<std::string> saved = savedMedia(options.cell);
    names.insert(names.end(), saved.begin(), saved.end());
    std::vector<ListedMedium> media;
    for (std::size_t i = 0; i < names.size(); ++i) {
        context.control.report(translate("Cli", "Growing the wild type"), i, names.size());
        try {
            Medium medium = findMedium(*cell, options.cell, names[i], issues);
            const double growth = wildTypeGrowthOn(cell, medium, issues, context.control);
            media.push_back({std::move(medium), growth});
        } catch (const InputError &error) {
            issues.insert(issues.end(), error.issues().begin(), error.issues().end());
        }
    }
    return media;
}

void list(const Context &context, const std::shared_ptr<const Cell> &cell, const MediaOptions &options)
{
    std::vector<Issue> issues;
    const std::vector<ListedMedium> media = listed(context, cell, options, issues);
    context.report(issues);
    context.clearProgress();
    if (options.json) {
        nlohmann::ordered_json array = nlohmann::ordered_json::array();
        for (const auto &[medium, growth] : media) {
            array.push_back({{"name", medium.name},
                             {"title", medium.title},
                             {"uptakes", medium.uptake.size()},
                             {"growth", std::isnan(growth) ? nlohmann::ordered_json() : nlohmann::ordered_json(growth)},
                             {"uptake", medium.uptake}});
        }
        std::cout << array.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
        return;
    }
    TextTable table({{translate("Cli", "name"), false},
                     {translate("Cli", "title"), false},
                     {translate("Cli", "uptakes"), true},
                     {translate("Cli", "growth (1/h)"), true}});
    for (const auto &[medium, growth] : media) {
        table.addRow({medium.name, medium.title, std::to_string(medium.uptake.size()),
                      std::isnan(growth) ? "–" : formatNumber(growth, 6)});
    }
    table.print(std::cout);
}

/// A table that --medium and --from read again; with the nutrients' names for people.
void show(const Context &context, const Cell &cell, const MediaOptions &options)
{
    std::vector<Issue> issues;
    const Medium medium = findMedium(cell, options.cell, options.show, issues);
    context.report(issues);
    context.clearProgress();
    std::map<std::string, std::string> names;
    for (const Reaction &reaction : cell.metabolism.reactions) {
        if (reaction.terms.size() == 1) {
            const auto row = static_cast<std::size_t>(reaction.terms.front().metabolite);
            names[reaction.id] = metaboliteName(cell.metabolism.metabolites[row]);
        }
    }
    std::cout << "reaction\tuptake\tnutrient\n";
    for (const auto &[reaction, uptake] : medium.uptake) {
        std::cout << reaction << '\t' << formatExactly(uptake) << '\t' << names[reaction] << '\n';
    }
}

void save(const Context &context, const std::shared_ptr<const Cell> &cell, const MediaOptions &options)
{
    std::vector<Issue> issues;
    Medium medium = findMedium(*cell, options.cell, options.from, issues);
    onMedium(cell, medium); // refuses what is no exchange reaction of this cell
    medium.name = options.save;
    medium.title = options.save;
    const double growth = wildTypeGrowthOn(cell, medium, issues, context.control);
    saveMedium(options.cell, medium);
    context.report(issues);
    context.say(translateCount(
        "Cli", "%2: %1 uptake, growth %3 per hour; saved in %4", "%2: %1 uptakes, growth %3 per hour; saved in %4",
        static_cast<std::int64_t>(medium.uptake.size()),
        {medium.name, std::isnan(growth) ? "–" : formatNumber(growth, 6), mediaFolder(options.cell).string()}));
}

void media(const Context &context, const MediaOptions &options)
{
    std::vector<Issue> issues;
    const auto cell = std::make_shared<const Cell>(readCellBundle(options.cell, issues, context.control));
    context.report(issues);
    if (cell->metabolism.empty()) {
        throw InputError(errorAt(options.cell.string(), translate("Cli", "this cell has no metabolic network"),
                                 translate("Cli", "Import it with a metabolic model (--sbml or --cobra-json).")));
    }
    if (!options.save.empty()) {
        save(context, cell, options);
    } else if (!options.show.empty()) {
        show(context, *cell, options);
    } else {
        list(context, cell, options);
    }
}

} // namespace

void addMediaCommand(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand("media", "Growth media of a cell: list, show or save them");
    auto options = std::make_shared<MediaOptions>();
    command->add_option("--cell", options->cell, "Cell bundle with a metabolic network")->required()->type_name("CELL");
    auto *shown = command->add_option("--show", options->show, "Print a medium as a table of reactions and uptakes")
                      ->type_name("NAME|FILE");
    auto *saved = command
                      ->add_option("--save", options->save,
                                   "Save a medium beside the cell under this name, for --medium and the window")
                      ->type_name("NAME")
                      ->excludes(shown);
    auto *from = command
                     ->add_option("--from", options->from,
                                  "What to save: a table with the columns reaction and uptake, or another medium")
                     ->type_name("NAME|FILE")
                     ->needs(saved);
    saved->needs(from);
    command->add_flag("--json", options->json, "Print the list as JSON")->excludes(shown)->excludes(saved);
    command->callback([&context, options] { media(context, *options); });
}

} // namespace knockscape::cli

#else

namespace knockscape::cli
{

void addMediaCommand(CLI::App &app, Context &)
{
    auto *command = app.add_subcommand("media", "Growth media of a cell (not in this build)");
    command->allow_extras();
    command->fallthrough(false); // what follows is for no other command to refuse
    command->callback([] { throwLeftOut("flux balance analysis (GLPK)"); });
}

} // namespace knockscape::cli

#endif
