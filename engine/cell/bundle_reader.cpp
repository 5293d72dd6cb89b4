#include "engine/cell/bundle.h"

#include "engine/cell/bundle_files.h"
#include "engine/cell/cell_tables.h"
#include "engine/core/delimited_table.h"
#include "engine/core/files.h"
#include "engine/core/json_text.h"
#include "engine/core/safetensors.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace knockscape
{
namespace
{

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::uint64_t descriptionLimit = std::uint64_t{16} << 20U;
constexpr std::uint64_t bundleTableLimit = std::uint64_t{1} << 30U;

/// What cell.json says about one network.
struct Interaction {
    std::string type;
    bool directed = false;
};

/// Reads the files of one bundle and remembers their hashes.
class BundleReader
{
public:
    BundleReader(fs::path folder, std::vector<Issue> &issues, const JobControl &control)
        : folder_(std::move(folder)), issues_(issues), control_(control)
    {
    }

    Cell read()
    {
        readDescription();
        cell_.genes = readGeneTable(table(bundle::genes));
        for (const Interaction &interaction : interactions_) {
            cell_.networks.push_back(readNetworkTable(table(bundle::interactionFile(interaction.type)),
                                                      interaction.type, interaction.directed, cell_.genes, issues_));
        }
        reportUnlisted();
        readMetabolism();
        readFeatures();
        cell_.sha256 = bundle::combinedSha256(hashes_);
        return std::move(cell_);
    }

private:
    std::string where(const std::string &name) const { return (folder_ / name).string(); }

    bool exists(const std::string &name) const
    {
        std::error_code error;
        return fs::exists(fs::symlink_status(folder_ / name, error));
    }

    std::string load(const std::string &name, std::uint64_t limit)
    {
        control_.report(translate("Engine", "Reading the cell"), hashes_.size(), 0);
        std::string content = readFile(folder_ / name, limit);
        hashes_[name] = sha256(content);
        return content;
    }

    DelimitedTable table(const std::string &name)
    {
        return DelimitedTable::parse(load(name, bundleTableLimit), where(name));
    }

    [[noreturn]] void failIn(const std::string &key, const std::string &what) const
    {
        throw InputError(errorAt(where(bundle::description) + (key.empty() ? "" : ", " + key), what,
                                 translate("Engine", "Correct the file or import the cell again.")));
    }

    /// Member `key` of `object` if it has this type; absent is fine, another type is not.
    template <typename Value>
    Value member(const json &object, const std::string &key, Value fallback) const
    {
        const auto found = object.find(key);
        if (found == object.end() || found->is_null()) {
            return fallback;
        }
        if constexpr (std::is_same_v<Value, bool>) {
            if (!found->is_boolean()) {
                failIn(key, translate("Engine", "true or false is expected."));
            }
        } else if (!found->is_string()) {
            failIn(key, translate("Engine", "A text is expected."));
        }
        return found->get<Value>();
    }

    json parsedDescription()
    {
        if (!exists(bundle::description)) {
            throw InputError(errorAt(folder_.string(),
                                     translate("Engine", "This is not a cell: it has no %1.", {bundle::description}),
                                     translate("Engine", "Choose a folder that “cell import” wrote.")));
        }
        const std::string content = load(bundle::description, descriptionLimit);
        try {
            json description = json::parse(content);
            if (!description.is_object() || description.value("format", json()) != bundle::formatName) {
                failIn("format", translate("Engine", "This is not the description of a cell."));
            }
            return description;
        } catch (const json::parse_error &error) {
            failIn({}, translate("Engine", "The file is not valid JSON (%1).", {jsonFault(content, error.byte)}));
        } catch (const json::exception &) {
            failIn({}, translate("Engine", "The file holds a number that is too large."));
        }
    }

    void readDescription()
    {
        const json description = parsedDescription();
        const json version = description.value("version", json());
        if (!version.is_number_integer() || version < 1) {
            failIn("version", translate("Engine", "A whole number from 1 is expected."));
        }
        if (version > bundle::formatVersion) {
            throw InputError(errorAt(where(bundle::description),
                                     translate("Engine", "The cell was written by a newer version of Knockscape."),
                                     translate("Engine", "Update Knockscape to open it.")));
        }
        cell_.name = member(description, "name", folder_.stem().string());
        cell_.organism = member(description, "organism", std::string());
        readSources(description.value("sources", json()));
        readInteractions(description.value("interactions", json()));
        readHyperedgeOptions(description.value("hyperedges", json()));
    }

    void readSources(const json &sources)
    {
        if (sources.is_null()) {
            return;
        }
        if (!sources.is_array()) {
            failIn("sources", translate("Engine", "A list is expected."));
        }
        for (const json &source : sources) {
            if (source.is_string()) {
                cell_.sources.push_back({{}, source.get<std::string>(), {}});
            } else if (source.is_object()) {
                cell_.sources.push_back({member(source, "role", std::string()), member(source, "file", std::string()),
                                         member(source, "sha256", std::string())});
            } else {
                failIn("sources", translate("Engine", "A list of objects is expected."));
            }
        }
    }

    void readInteractions(const json &interactions)
    {
        if (interactions.is_null()) {
            return;
        }
        if (!interactions.is_array()) {
            failIn("interactions", translate("Engine", "A list is expected."));
        }
        std::set<std::string> types;
        for (const json &interaction : interactions) {
            if (!interaction.is_object()) {
                failIn("interactions", translate("Engine", "A list of objects is expected."));
            }
            const std::string type = member(interaction, "type", std::string());
            if (!bundle::isInteractionType(type)) {
                failIn("interactions", translate("Engine",
                                                 "“%1” cannot be an interaction type: letters, digits, "
                                                 "blanks and _ . - + are allowed.",
                                                 {type.substr(0, 100)}));
            }
            if (!types.insert(lowered(type)).second) {
                failIn("interactions", translate("Engine", "The interaction type %1 is there twice.", {type}));
            }
            interactions_.push_back({type, member(interaction, "directed", false)});
        }
    }

    void readHyperedgeOptions(const json &options)
    {
        if (options.is_null()) {
            return;
        }
        if (!options.is_object()) {
            failIn("hyperedges", translate("Engine", "An object is expected."));
        }
        HyperedgeOptions &hyperedges = cell_.hyperedges;
        hyperedges.expandIsozymes = member(options, "expand_isozymes", hyperedges.expandIsozymes);
        hyperedges.expandDirections = member(options, "expand_directions", hyperedges.expandDirections);
        hyperedges.keepReactionsWithoutGenes =
            member(options, "keep_reactions_without_genes", hyperedges.keepReactionsWithoutGenes);
    }

    /// A network that cell.json does not list is not read: says so rather than leaving a person to wonder.
    void reportUnlisted()
    {
        std::error_code error;
        for (fs::directory_iterator entry(folder_ / bundle::interactions, error), end; !error && entry != end;
             entry.increment(error)) {
            const std::string type = entry->path().stem().string();
            const bool listed = std::any_of(interactions_.begin(), interactions_.end(),
                                            [&](const Interaction &interaction) { return interaction.type == type; });
            if (entry->path().extension() == ".tsv" && !listed) {
                issues_.push_back(warningAt(
                    entry->path().string(),
                    translate("Engine", "The network is not listed in %1 and was not read.", {bundle::description}),
                    translate("Engine", "Add it to “interactions” there.")));
            }
        }
    }

    void readMetabolism()
    {
        const bool any = exists(bundle::metabolites) || exists(bundle::reactions) || exists(bundle::stoichiometry);
        if (any) {
            const DelimitedTable metabolites = table(bundle::metabolites);
            const DelimitedTable reactions = table(bundle::reactions);
            const DelimitedTable stoichiometry = table(bundle::stoichiometry);
            cell_.metabolism = readMetabolismTables(metabolites, reactions, stoichiometry, cell_.genes, issues_);
        }
    }

    void readFeatures()
    {
        if (!exists(bundle::features)) {
            return;
        }
        control_.report(translate("Engine", "Reading the cell"), hashes_.size(), 0);
        TensorFile file = readSafetensors(folder_ / bundle::features);
        const auto found = file.tensors.find("x");
        const auto rows = static_cast<std::int64_t>(cell_.genes.size());
        if (found == file.tensors.end() || !found->second.isFloating() || found->second.shape.size() != 2 ||
            found->second.shape[0] != rows) {
            throw InputError(
                errorAt(where(bundle::features),
                        translate("Engine", "A tensor x with one row for each of the %1 genes is expected.",
                                  {std::to_string(rows)}),
                        translate("Engine", "Import the features again.")));
        }
        cell_.features = {static_cast<std::size_t>(found->second.shape[1]), std::move(found->second.floats)};
        hashes_[bundle::features] = sha256OfFile(folder_ / bundle::features);
    }

    fs::path folder_;
    std::vector<Issue> &issues_;
    const JobControl &control_;
    Cell cell_;
    std::vector<Interaction> interactions_;
    std::map<std::string, std::string> hashes_;
};

} // namespace

Cell readCellBundle(const std::filesystem::path &folder, std::vector<Issue> &issues, const JobControl &control)
{
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        throw InputError(errorAt(folder.string(), translate("Engine", "There is no such cell folder."),
                                 translate("Engine", "Choose a folder NAME.cell.")));
    }
    return BundleReader(folder, issues, control).read();
}

} // namespace knockscape
