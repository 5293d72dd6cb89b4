#include "engine/fba/media.h"

#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/fba/growth_conditions.h"
#include "engine/fba/nutrients.h"

#include <algorithm>
#include <cmath>
#include <ostream>
#include <set>

namespace knockscape
{

namespace
{

namespace fs = std::filesystem;

constexpr const char *OwnMedium = "own";
constexpr const char *MinimalGlucose = "minimal-glucose";
constexpr const char *Anaerobic = "anaerobic";
constexpr const char *RichMedium = "rich";

std::string titleOf(const std::string &name)
{
    return name == OwnMedium        ? translate("Engine", "as the cell has it")
           : name == MinimalGlucose ? translate("Engine", "minimal glucose")
           : name == Anaerobic      ? translate("Engine", "anaerobic")
           : name == RichMedium     ? translate("Engine", "rich")
                                    : name;
}

const Reaction &reactionAt(const Cell &cell, std::int32_t row)
{
    return cell.metabolism.reactions[static_cast<std::size_t>(row)];
}

/// The exchanges of a nutrient that a medium is made of. Throws InputError where there are none.
std::vector<std::int32_t> needed(const Cell &cell, Nutrient nutrient, const std::string &medium,
                                 const std::string &word)
{
    std::vector<std::int32_t> rows = exchangesOf(cell.metabolism, nutrient);
    if (rows.empty()) {
        throw InputError(errorAt(
            medium, translate("Engine", "the cell has no exchange reaction of %1 that could be recognised", {word}),
            translate("Engine", "Write the medium as a table with the columns reaction and uptake.")));
    }
    return rows;
}

/// Uptake `otherwise` of those that the medium does not take up yet.
void allow(Medium &medium, const Cell &cell, const std::vector<std::int32_t> &rows, double otherwise)
{
    for (const std::int32_t row : rows) {
        medium.uptake.emplace(reactionAt(cell, row).id, otherwise);
    }
}

Medium ownMedium(const Cell &cell)
{
    Medium medium{OwnMedium, titleOf(OwnMedium), {}};
    for (const Reaction &reaction : cell.metabolism.reactions) {
        if (const double uptake = uptakeOf(reaction); uptake > 0.0) {
            medium.uptake.emplace(reaction.id, uptake);
        }
    }
    return medium;
}

Medium minimalGlucose(const Cell &cell)
{
    const std::vector<std::int32_t> glucose =
        needed(cell, Nutrient::Glucose, MinimalGlucose, translate("Engine", "glucose"));
    const std::vector<std::int32_t> oxygen = exchangesOf(cell.metabolism, Nutrient::Oxygen);
    const std::vector<std::int32_t> salts = exchangesOf(cell.metabolism, Nutrient::Salt);
    std::set<std::string> allowed;
    for (const auto *rows : {&glucose, &oxygen, &salts}) {
        for (const std::int32_t row : *rows) {
            allowed.insert(reactionAt(cell, row).id);
        }
    }
    Medium medium = ownMedium(cell);
    const std::string outside = outerCompartment(cell.metabolism);
    for (const Reaction &reaction : cell.metabolism.reactions) {
        const bool isOutside =
            reaction.terms.size() == 1 &&
            cell.metabolism.metabolites[static_cast<std::size_t>(reaction.terms.front().metabolite)].compartment ==
                outside;
        if (isOutside && allowed.count(reaction.id) == 0) {
            medium.uptake.erase(reaction.id);
        }
    }
    allow(medium, cell, glucose, DefaultUptake);
    allow(medium, cell, oxygen, OpenUptake);
    allow(medium, cell, salts, OpenUptake);
    return medium;
}

Medium anaerobic(const Cell &cell)
{
    Medium medium = ownMedium(cell);
    for (const std::int32_t row : needed(cell, Nutrient::Oxygen, Anaerobic, translate("Engine", "oxygen"))) {
        medium.uptake.erase(reactionAt(cell, row).id);
    }
    for (const Nutrient nutrient : {Nutrient::Ergosterol, Nutrient::Oleate}) {
        allow(medium, cell, exchangesOf(cell.metabolism, nutrient), DefaultUptake);
    }
    return medium;
}

bool isBuiltIn(const std::string &name)
{
    const std::vector<std::string> &names = builtInMedia();
    return std::find(names.begin(), names.end(), name) != names.end();
}

fs::path savedPath(const fs::path &bundle, const std::string &name)
{
    return mediaFolder(bundle) / (name + ".tsv");
}

/// Letters, digits, blanks and _ . - + only, so that it cannot lead elsewhere.
bool canBeFileName(const std::string &name)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view(" _.-+").find(c) != std::string_view::npos ||
               (static_cast<unsigned char>(c) & 0x80U) != 0;
    };
    return !name.empty() && name.size() <= 100 && name.front() != '.' && name.front() != ' ' && name.back() != ' ' &&
           std::all_of(name.begin(), name.end(), isPlain);
}

} // namespace

const std::vector<std::string> &builtInMedia()
{
    static const std::vector<std::string> names{OwnMedium, MinimalGlucose, Anaerobic, RichMedium};
    return names;
}

Medium builtInMedium(const Cell &cell, const std::string &name)
{
    Medium medium;
    if (name == OwnMedium) {
        medium = ownMedium(cell);
    } else if (name == MinimalGlucose) {
        medium = minimalGlucose(cell);
    } else if (name == Anaerobic) {
        medium = anaerobic(cell);
    } else if (name == RichMedium) {
        medium = ownMedium(*onRichMedium(std::make_shared<const Cell>(cell)));
    } else {
        throw InputError(errorAt(name, translate("Engine", "there is no medium of this name"),
                                 translate("Engine", "Media of every cell: %1.", {joined(builtInMedia(), ", ")})));
    }
    medium.name = name;
    medium.title = titleOf(name);
    return medium;
}

fs::path mediaFolder(const fs::path &bundle)
{
    fs::path folder = bundle.has_filename() ? bundle : bundle.parent_path();
    return folder.replace_extension(".media");
}

std::vector<std::string> savedMedia(const fs::path &bundle)
{
    std::vector<std::string> names;
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(mediaFolder(bundle), error)) {
        if (entry.path().extension() == ".tsv" && entry.is_regular_file(error)) {
            names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

void saveMedium(const fs::path &bundle, const Medium &medium)
{
    if (!canBeFileName(medium.name) || isBuiltIn(medium.name)) {
        throw InputError(
            errorAt(medium.name,
                    isBuiltIn(medium.name) ? translate("Engine", "every cell has a medium of this name")
                                           : translate("Engine", "a medium cannot have this name"),
                    translate("Engine", "Choose another name, of letters, digits, blanks and the signs _ . - and +.")));
    }
    std::error_code error;
    fs::create_directories(mediaFolder(bundle), error);
    writeFileAtomically(savedPath(bundle, medium.name), [&](std::ostream &stream) {
        stream << "reaction\tuptake\n";
        for (const auto &[reaction, uptake] : medium.uptake) {
            stream << reaction << '\t' << formatExactly(uptake) << '\n';
        }
    });
}

Medium findMedium(const Cell &cell, const fs::path &bundle, const std::string &nameOrFile, std::vector<Issue> &issues)
{
    const std::string name = lowered(nameOrFile.empty() ? std::string(OwnMedium) : nameOrFile);
    if (isBuiltIn(name)) {
        return builtInMedium(cell, name);
    }
    std::error_code error;
    fs::path file = nameOrFile;
    if (canBeFileName(nameOrFile) && fs::is_regular_file(savedPath(bundle, nameOrFile), error)) {
        file = savedPath(bundle, nameOrFile);
    } else if (!fs::exists(file, error)) {
        std::vector<std::string> names = builtInMedia();
        const std::vector<std::string> saved = savedMedia(bundle);
        names.insert(names.end(), saved.begin(), saved.end());
        throw InputError(errorAt(nameOrFile, translate("Engine", "there is no medium and no file of this name"),
                                 translate("Engine", "Media of this cell: %1.", {joined(names, ", ")})));
    }
    const std::string stem = file.stem().string();
    return {stem, stem, readMedium(file, issues)};
}

std::shared_ptr<const Cell> onMedium(const std::shared_ptr<const Cell> &cell, const Medium &medium)
{
    GrowthConditions conditions;
    if (medium.name != OwnMedium) {
        conditions.medium = medium.uptake;
    }
    return underConditions(cell, conditions);
}

} // namespace knockscape
