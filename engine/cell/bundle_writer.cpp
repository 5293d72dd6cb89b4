#include "engine/cell/bundle.h"

#include "engine/cell/bundle_check.h"
#include "engine/cell/bundle_files.h"
#include "engine/core/files.h"
#include "engine/core/safetensors.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <unistd.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <ostream>
#include <set>
#include <utility>

namespace knockscape
{
namespace
{

namespace fs = std::filesystem;
using nlohmann::json;

/// The text with U+FFFD for bytes that are no UTF-8, such as those of old encodings.
std::string withReplacedBytes(std::string_view text)
{
    if (isUtf8(text)) {
        return std::string(text);
    }
    std::string result;
    while (!text.empty()) {
        std::size_t length = 1;
        while (length < std::min<std::size_t>(text.size(), 4) && !isUtf8(text.substr(0, length))) {
            ++length;
        }
        const bool valid = isUtf8(text.substr(0, length));
        result += valid ? text.substr(0, length) : std::string_view("\xef\xbf\xbd");
        text.remove_prefix(valid ? length : 1);
    }
    return result;
}

/// A cell may not hold what separates cells and lines; in texts for people a blank does as well.
std::string plainText(std::string_view text)
{
    std::string result(text);
    std::replace_if(
        result.begin(), result.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r' || c == '\0'; }, ' ');
    return withReplacedBytes(trimmed(result));
}

/// What begins with a quotation mark is quoted, with doubled marks inside: readers of tables take such marks away.
std::string quotedWhereNeeded(std::string text)
{
    if (!text.starts_with('"')) {
        return text;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        quoted += c == '"' ? "\"" : "";
    }
    return quoted + '"';
}

std::string cellText(std::string_view text)
{
    return quotedWhereNeeded(plainText(text));
}

/// The rule as written, or as its normal form says where nobody wrote one.
std::string ruleText(const Reaction &reaction)
{
    if (!reaction.ruleText.empty() || reaction.rule.alternatives.empty()) {
        return cellText(reaction.ruleText);
    }
    std::vector<std::string> alternatives;
    for (const std::vector<std::string> &alternative : reaction.rule.alternatives) {
        std::vector<std::string> names;
        std::transform(alternative.begin(), alternative.end(), std::back_inserter(names), ruleName);
        std::string &text = alternatives.emplace_back(1, '(');
        text += joined(names, " and ");
        text += ')';
    }
    return joined(alternatives, " or ");
}

const char *flag(const std::optional<bool> &value)
{
    return !value ? "" : *value ? "1" : "0";
}

void writeGenes(const GeneCatalogue &genes, std::ostream &out)
{
    out << "id\tname\taliases\tdescription\tessential";
    for (const std::string &column : genes.annotationColumns()) {
        out << '\t' << cellText(column);
    }
    out << '\n';
    for (const Gene &gene : genes.genes()) {
        std::vector<std::string> aliases;
        for (const std::string &alias : gene.aliases) {
            aliases.push_back(plainText(alias));
        }
        out << cellText(gene.id) << '\t' << cellText(gene.name) << '\t' << quotedWhereNeeded(joinedAliases(aliases))
            << '\t' << cellText(gene.description) << '\t' << flag(gene.essential);
        for (const std::string &annotation : gene.annotations) {
            out << '\t' << cellText(annotation);
        }
        out << '\n';
    }
}

void writeNetwork(const GeneNetwork &network, const GeneCatalogue &genes, std::ostream &out)
{
    const std::vector<GeneEdge> &edges = network.edges();
    const bool weighted =
        std::any_of(edges.begin(), edges.end(), [](const GeneEdge &edge) { return edge.weight != 1.0F; });
    out << (weighted ? "source\ttarget\tweight\n" : "source\ttarget\n");
    for (const GeneEdge &edge : edges) {
        out << cellText(genes[edge.source].id) << '\t' << cellText(genes[edge.target].id);
        if (weighted) {
            out << '\t' << formatExactly(edge.weight);
        }
        out << '\n';
    }
}

/// A cell whose model had no annotations has the tables that it had before there were any.
template <class Items>
bool anyAnnotated(const Items &items)
{
    return std::any_of(items.begin(), items.end(), [](const auto &item) { return !item.annotations.empty(); });
}

std::string annotationCell(bool annotated, const std::string &annotations)
{
    std::string cell;
    if (annotated) {
        cell += '\t';
        cell += cellText(annotations);
    }
    return cell;
}

void writeMetabolites(const Metabolism &metabolism, std::ostream &out)
{
    const bool annotated = anyAnnotated(metabolism.metabolites);
    out << "id\tname\tcompartment\tformula\tcharge" << (annotated ? "\tannotations\n" : "\n");
    for (const Metabolite &metabolite : metabolism.metabolites) {
        out << cellText(metabolite.id) << '\t' << cellText(metabolite.name) << '\t' << cellText(metabolite.compartment)
            << '\t' << cellText(metabolite.formula) << '\t'
            << (metabolite.charge ? std::to_string(*metabolite.charge) : "")
            << annotationCell(annotated, metabolite.annotations) << '\n';
    }
}

void writeReactions(const Metabolism &metabolism, std::ostream &out)
{
    const bool annotated = anyAnnotated(metabolism.reactions);
    out << "id\tname\tlower_bound\tupper_bound\tgenes\tsubsystem\tobjective" << (annotated ? "\tannotations\n" : "\n");
    for (const Reaction &reaction : metabolism.reactions) {
        out << cellText(reaction.id) << '\t' << cellText(reaction.name) << '\t' << formatExactly(reaction.lowerBound)
            << '\t' << formatExactly(reaction.upperBound) << '\t' << ruleText(reaction) << '\t'
            << cellText(reaction.subsystem) << '\t' << formatExactly(reaction.objective)
            << annotationCell(annotated, reaction.annotations) << '\n';
    }
}

void writeStoichiometry(const Metabolism &metabolism, std::ostream &out)
{
    out << "reaction\tmetabolite\tcoefficient\n";
    for (const Reaction &reaction : metabolism.reactions) {
        for (const StoichiometricTerm &term : reaction.terms) {
            out << cellText(reaction.id) << '\t'
                << cellText(metabolism.metabolites[static_cast<std::size_t>(term.metabolite)].id) << '\t'
                << formatExactly(term.coefficient) << '\n';
        }
    }
}

std::string describedCell(const Cell &cell)
{
    json description = {{"format", bundle::formatName}, {"version", bundle::formatVersion}, {"name", cell.name}};
    description["organism"] = cell.organism;
    description["sources"] = json::array();
    for (const CellSource &source : cell.sources) {
        description["sources"].push_back({{"role", source.role}, {"file", source.file}, {"sha256", source.sha256}});
    }
    description["interactions"] = json::array();
    for (const GeneNetwork &network : cell.networks) {
        description["interactions"].push_back({{"type", network.type()}, {"directed", network.directed()}});
    }
    description["hyperedges"] = {{"expand_isozymes", cell.hyperedges.expandIsozymes},
                                 {"expand_directions", cell.hyperedges.expandDirections},
                                 {"keep_reactions_without_genes", cell.hyperedges.keepReactionsWithoutGenes}};
    return description.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

[[noreturn]] void failAt(const fs::path &folder, const std::error_code &error)
{
    throw EngineError(errorAt(folder.string(),
                              translate("Engine", "The cell cannot be written (%1).", {error.message()}),
                              translate("Engine", "Check the folder and its permissions.")));
}

/// The files of a new bundle in a folder beside the one they will replace; removed again unless they did.
class NewBundle
{
public:
    explicit NewBundle(const fs::path &target) : target_(target), folder_(target)
    {
        folder_ += ".tmp-" + std::to_string(::getpid());
        std::error_code error;
        fs::remove_all(folder_, error);
        if (!fs::create_directories(folder_, error)) {
            failAt(target_, error);
        }
    }
    ~NewBundle()
    {
        std::error_code error;
        fs::remove_all(folder_, error);
    }
    NewBundle(const NewBundle &) = delete;
    NewBundle &operator=(const NewBundle &) = delete;

    /// Reads the new bundle as every command will, and throws EngineError if it does not give `cell` back.
    void check(const Cell &cell, const JobControl &control) const
    {
        std::string fault;
        try {
            std::vector<Issue> issues;
            const std::string difference = bundleDifference(cell, readCellBundle(folder_, issues, control));
            if (difference.empty()) {
                return;
            }
            fault = translate("Engine", "%1 is not what was written", {difference});
        } catch (const InputError &error) {
            Issue issue = error.issues().front();
            if (issue.where.starts_with(folder_.string() + "/")) {
                issue.where.erase(0, folder_.string().size() + 1);
            }
            issue.remedy.clear();
            fault = describe(issue);
        }
        throw EngineError(
            errorAt(target_.string(), translate("Engine", "The cell could be written but not read again: %1.", {fault}),
                    translate("Engine", "This is an error of the program, please report it with the files. Nothing was "
                                        "replaced.")));
    }

    void write(const std::string &name, const std::function<void(std::ostream &)> &content)
    {
        writeFileAtomically(prepared(name), content);
        hashes_[name] = sha256OfFile(folder_ / name);
    }

    void writeFeatures(const FeatureMatrix &features, std::size_t genes)
    {
        NamedTensor tensor;
        tensor.name = "x";
        tensor.shape = {static_cast<std::int64_t>(genes), static_cast<std::int64_t>(features.columns)};
        tensor.floats = features.values;
        TensorFile file;
        file.tensors["x"] = std::move(tensor);
        writeSafetensors(prepared(bundle::features), file);
        hashes_[bundle::features] = sha256OfFile(folder_ / bundle::features);
    }

    /// Puts the new bundle in the target's place and returns its hash. What a person added to the old bundle moves
    /// along; the old files are removed last.
    std::string replaceTarget()
    {
        std::error_code error;
        if (!fs::exists(target_)) {
            fs::rename(folder_, target_, error);
        } else {
            fs::path old = folder_;
            old += "-old";
            fs::rename(target_, old, error);
            if (!error) {
                fs::rename(folder_, target_, error);
                if (error) {
                    std::error_code undo;
                    fs::rename(old, target_, undo);
                } else {
                    moveAdditions(old);
                    std::error_code ignored;
                    fs::remove_all(old, ignored);
                }
            }
        }
        if (error) {
            failAt(target_, error);
        }
        return bundle::combinedSha256(hashes_);
    }

private:
    fs::path prepared(const std::string &name)
    {
        std::error_code error;
        fs::create_directories((folder_ / name).parent_path(), error);
        if (error) {
            failAt(target_, error);
        }
        return folder_ / name;
    }

    void moveAdditions(const fs::path &old) const
    {
        static const std::set<std::string> own = {bundle::description, bundle::genes,         bundle::metabolites,
                                                  bundle::reactions,   bundle::stoichiometry, bundle::features,
                                                  bundle::interactions};
        std::error_code error;
        for (fs::directory_iterator entry(old, error), end; !error && entry != end; entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            if (own.count(name) == 0) {
                std::error_code ignored;
                fs::rename(entry->path(), target_ / name, ignored);
            }
        }
    }

    fs::path target_;
    fs::path folder_;
    std::map<std::string, std::string> hashes_;
};

/// Where the bundle goes: links followed, no trailing slash. Throws if something else is there.
fs::path checkedTarget(const fs::path &folder)
{
    std::error_code error;
    fs::path target = fs::weakly_canonical(fs::absolute(folder, error), error);
    if (error || target.empty()) {
        failAt(folder, error);
    }
    if (!target.has_filename()) {
        target = target.parent_path();
    }
    if (!fs::exists(target, error)) {
        return target;
    }
    const bool replaceable =
        fs::is_directory(target, error) && (fs::is_empty(target, error) || bundle::isBundle(target));
    if (!replaceable) {
        throw InputError(errorAt(folder.string(), translate("Engine", "Something that is not a cell is already there."),
                                 translate("Engine", "Choose another name: only a cell is replaced.")));
    }
    return target;
}

} // namespace

std::string writeCellBundle(const Cell &cell, const std::filesystem::path &folder, const JobControl &control)
{
    for (const GeneNetwork &network : cell.networks) {
        if (!bundle::isInteractionType(network.type())) {
            throw InputError(errorAt(network.type(), translate("Engine", "This cannot be an interaction type."),
                                     translate("Engine", "Use letters, digits, blanks and _ . - + only.")));
        }
    }
    NewBundle files(checkedTarget(folder));
    const auto write = [&](const std::string &name, const std::function<void(std::ostream &)> &content) {
        control.report(translate("Engine", "Writing the cell"), 0, 0);
        files.write(name, content);
    };
    write(bundle::genes, [&](std::ostream &out) { writeGenes(cell.genes, out); });
    for (const GeneNetwork &network : cell.networks) {
        write(bundle::interactionFile(network.type()),
              [&](std::ostream &out) { writeNetwork(network, cell.genes, out); });
    }
    if (!cell.metabolism.empty()) {
        write(bundle::metabolites, [&](std::ostream &out) { writeMetabolites(cell.metabolism, out); });
        write(bundle::reactions, [&](std::ostream &out) { writeReactions(cell.metabolism, out); });
        write(bundle::stoichiometry, [&](std::ostream &out) { writeStoichiometry(cell.metabolism, out); });
    }
    if (!cell.features.empty()) {
        files.writeFeatures(cell.features, cell.genes.size());
    }
    write(bundle::description, [&](std::ostream &out) { out << describedCell(cell); });
    files.check(cell, control);
    return files.replaceTarget();
}

} // namespace knockscape
