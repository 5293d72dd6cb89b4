#include "engine/cell/importers/metabolic_model.h"

#include "engine/cell/database_entries.h"
#include "engine/cell/importers/gene_identifiers.h"
#include "engine/cell/left_out.h"
#include "engine/core/json_shape.h"
#include "engine/core/json_text.h"
#include "engine/core/json_value.h"
#include "engine/core/text.h"
#include "engine/core/text_encoding.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace knockscape
{
namespace
{

using nlohmann::json;

/// Values of a document, which take some hundred bytes each. Models of human metabolism have a million and a half.
constexpr std::size_t modelValueLimit = 3'000'000;
constexpr std::size_t modelDepthLimit = 50;

class CobraJsonImporter
{
public:
    CobraJsonImporter(const ImportFile &file, std::vector<Issue> &issues) : file_(file), issues_(issues) {}

    MetabolicModel read()
    {
        const json document = parse();
        result_.format = translate("Engine", "COBRA JSON");
        result_.name = text(document, "name", "name");
        if (result_.name.empty()) {
            result_.name = text(document, "id", "id");
        }
        for (const json &metabolite : list(document, "metabolites")) {
            readMetabolite(metabolite);
        }
        for (const json &reaction : list(document, "reactions")) {
            readReaction(reaction);
        }
        if (const auto compartments = document.find("compartments");
            compartments != document.end() && compartments->is_object()) {
            for (const auto &[id, name] : compartments->items()) {
                if (name.is_string()) {
                    result_.compartmentNames[id] = name.get<std::string>();
                }
            }
        }
        charges_.report(file_.name, chargesNotKnown, issues_);
        if (document.contains("genes")) {
            for (const json &gene : list(document, "genes")) {
                readGene(gene);
            }
        }
        return std::move(result_);
    }

private:
    [[noreturn]] void fail(const std::string &element, const std::string &what) const
    {
        throw InputError(
            errorAt(element.empty() ? file_.name : file_.name + ", " + element, what,
                    translate("Engine", "Export the model again (in COBRApy: cobra.io.save_json_model), or as SBML.")));
    }

    json parse() const
    {
        std::string content = file_.content;
        const std::vector<Issue> said = decodeText(content, file_.name);
        issues_.insert(issues_.end(), said.begin(), said.end());
        content = plainJson(std::move(content));
        const JsonShape shape = jsonShape(content, modelValueLimit, modelDepthLimit);
        if (shape.tooLarge) {
            fail({}, translate("Engine",
                               "The file is larger than any model: it holds more than %1 values, or lists "
                               "within lists more than %2 deep.",
                               {std::to_string(modelValueLimit), std::to_string(modelDepthLimit)}));
        }
        if (!shape.valid) {
            throw InputError(errorAt(file_.name, translate("Engine", "The file is damaged (%1).", {shape.error}),
                                     translate("Engine", "Export or download the model again.")));
        }
        json document = json::parse(content);
        if (!document.is_object()) {
            fail({}, translate("Engine", "The file does not begin as a model does."));
        }
        return document;
    }

    const json &list(const json &document, const char *key) const
    {
        const auto found = document.find(key);
        if (found == document.end() || !found->is_array()) {
            fail({}, translate("Engine", "The model has no list of “%1”.", {key}));
        }
        for (const json &item : *found) {
            if (!item.is_object()) {
                fail({}, translate("Engine", "The list of “%1” holds something else than the format wants.", {key}));
            }
        }
        return *found;
    }

    std::string text(const json &object, const char *key, const std::string &element) const
    {
        const auto found = object.find(key);
        if (found == object.end() || found->is_null()) {
            return {};
        }
        if (!found->is_string()) {
            fail(element, translate("Engine", "Its “%1” is not a text.", {key}));
        }
        return found->get<std::string>();
    }

    std::optional<double> number(const json &object, const char *key, const std::string &element) const
    {
        const auto found = object.find(key);
        if (found == object.end() || found->is_null()) {
            return std::nullopt;
        }
        std::optional<double> value;
        if (found->is_number()) {
            value = jsonReal(*found);
        } else if (found->is_string()) {
            value = parseNumber(found->get_ref<const std::string &>());
        }
        if (!value) {
            fail(element, translate("Engine", "Its “%1” is not a number.", {key}));
        }
        return std::isnan(*value) ? std::nullopt : value;
    }

    void readGene(const json &source)
    {
        ModelGene gene;
        gene.id = text(source, "id", "genes");
        gene.name = text(source, "name", "genes");
        for (const DatabaseEntry &entry : entriesOf(source, {"is", "isEncodedBy"})) {
            for (std::string &name : namesFromIdentifier(entry.collection, entry.id)) {
                gene.otherNames.push_back(std::move(name));
            }
        }
        if (!gene.id.empty()) {
            result_.genes.push_back(std::move(gene));
        }
    }

    /// What other databases call an element: a text, a list of texts, or a list of pairs of a qualifier and a text. Of
    /// the pairs, those whose qualifier is one of `qualifiers`.
    static std::vector<DatabaseEntry> entriesOf(const json &source, const std::vector<std::string> &qualifiers)
    {
        std::vector<DatabaseEntry> entries;
        const auto annotation = source.find("annotation");
        if (annotation == source.end() || !annotation->is_object()) {
            return entries;
        }
        for (const auto &[collection, identifiers] : annotation->items()) {
            const json list = identifiers.is_array() ? identifiers : json::array({identifiers});
            for (const json &item : list) {
                const bool isPair = item.is_array() && item.size() == 2 && item[0].is_string();
                const json &identifier = isPair ? item[1] : item;
                const bool taken = !isPair || std::find(qualifiers.begin(), qualifiers.end(),
                                                        item[0].get<std::string>()) != qualifiers.end();
                if (identifier.is_string() && taken) {
                    entries.push_back({lowered(collection), identifier.get<std::string>()});
                }
            }
        }
        return entries;
    }

    void readMetabolite(const json &source)
    {
        Metabolite metabolite;
        metabolite.id = text(source, "id", "metabolites");
        const std::string element = translate("Engine", "metabolite %1", {metabolite.id});
        metabolite.name = text(source, "name", element);
        metabolite.compartment = text(source, "compartment", element);
        metabolite.formula = text(source, "formula", element);
        metabolite.annotations = joinedEntries(entriesOf(source, {"is"}));
        if (const std::optional<double> charge = number(source, "charge", element)) {
            metabolite.charge = plausibleCharge(*charge);
            if (!metabolite.charge) {
                charges_.add({}, formatNumber(*charge), metabolite.id);
            }
        }
        if (!metabolites_.try_emplace(metabolite.id, result_.metabolism.metabolites.size()).second) {
            throw InputError(errorAt(file_.name + ", " + element,
                                     translate("Engine", "There are two metabolites of this id."),
                                     translate("Engine", "Rename or remove one of them in the model.")));
        }
        result_.metabolism.metabolites.push_back(std::move(metabolite));
    }

    void readReaction(const json &source)
    {
        Reaction reaction;
        reaction.id = text(source, "id", "reactions");
        const std::string element = translate("Engine", "reaction %1", {reaction.id});
        reaction.name = text(source, "name", element);
        reaction.subsystem = text(source, "subsystem", element);
        reaction.annotations = joinedEntries(entriesOf(source, {"is"}));
        reaction.ruleText = trimmed(text(source, "gene_reaction_rule", element));
        // COBRApy's defaults.
        reaction.lowerBound = number(source, "lower_bound", element).value_or(0.0);
        reaction.upperBound = number(source, "upper_bound", element).value_or(1000.0);
        reaction.objective = number(source, "objective_coefficient", element).value_or(0.0);
        const auto terms = source.find("metabolites");
        if (terms == source.end() || !terms->is_object()) {
            fail(element, translate("Engine", "It does not say which metabolites it converts (“metabolites”)."));
        }
        for (const auto &[id, coefficient] : terms->items()) {
            const auto found = metabolites_.find(id);
            if (found == metabolites_.end()) {
                fail(element,
                     translate("Engine", "It converts the metabolite %1, which the model does not list.", {id}));
            }
            reaction.terms.push_back({found->second, number(*terms, id.c_str(), element).value_or(0.0)});
        }
        std::erase_if(reaction.terms, [](const StoichiometricTerm &term) { return term.coefficient == 0.0; });
        result_.metabolism.reactions.push_back(std::move(reaction));
    }

    const ImportFile &file_;
    std::vector<Issue> &issues_;
    MetabolicModel result_;
    std::unordered_map<std::string, std::int32_t> metabolites_;
    LeftOut charges_;
};

} // namespace

MetabolicModel readCobraJson(const ImportFile &file, std::vector<Issue> &issues)
{
    MetabolicModel model = CobraJsonImporter(file, issues).read();
    finishModel(model, file.name, issues);
    return model;
}

} // namespace knockscape
