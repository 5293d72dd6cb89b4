#include "engine/cell/importers/foreign_format.h"
#include "engine/cell/importers/json_kind.h"
#include "engine/cell/importers/recognise_parts.h"
#include "engine/cell/importers/xml_reader.h"
#include "engine/core/delimited_rows.h"
#include "engine/core/json_text.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace knockscape::recognition
{
namespace
{

using nlohmann::json;

/// What the elements of an SBML file say.
struct SbmlFacts {
    std::string level;
    std::string fbc;
    std::size_t reactions = 0;
    std::size_t species = 0;
    std::size_t submodels = 0;
};

/// The version in "http://www.sbml.org/sbml/level3/version1/fbc/version2".
std::string packageVersion(const std::string &uri)
{
    const std::size_t version = uri.rfind("version");
    return version == std::string::npos ? std::string() : uri.substr(version + 7, 2);
}

void readSbmlFacts(XmlReader &reader, SbmlFacts &facts, RecognisedFile &result)
{
    facts.level = reader.attribute("level");
    facts.fbc = packageVersion(reader.attribute("fbc"));
    for (auto event = reader.next(); event != XmlReader::Event::Finished; event = reader.next()) {
        if (event != XmlReader::Event::Start) {
            continue;
        }
        const std::string_view name = reader.name();
        if (name == "geneProductAssociation") {
            // Programs write rules of many genes as deep nests of two.
            reader.setNestingLimit(std::numeric_limits<std::size_t>::max());
        } else if (name == "reaction") {
            if (facts.reactions++ < 5) {
                result.sampleRows.push_back({reader.attribute("id"), reader.attribute("name")});
            }
        } else if (name == "species" || name == "specie") {
            ++facts.species;
        } else if (name == "submodel") {
            ++facts.submodels;
        } else if (name == "model" && facts.fbc.empty()) {
            facts.fbc = packageVersion(reader.attribute("fbc"));
        }
    }
}

void recogniseSbml(XmlReader &reader, const ImportFile &file, RecognisedFile &result)
{
    result.kind = FileKind::SbmlModel;
    SbmlFacts facts;
    try {
        readSbmlFacts(reader, facts, result);
    } catch (const InputError &error) {
        // The beginning of a large file ends anywhere.
        if (result.complete) {
            result.issues.insert(result.issues.end(), error.issues().begin(), error.issues().end());
        }
    }
    result.formatName = translate("Engine", "SBML Level %1", {facts.level.substr(0, 4)});
    if (!facts.fbc.empty()) {
        result.formatName += ", fbc " + facts.fbc;
    }
    if (facts.submodels > 0) {
        result.issues.push_back(
            errorAt(file.name, translate("Engine", "The model is composed of submodels (comp package)."),
                    translate("Engine", "Flatten it first, for example with libSBML's flattenModel.")));
    }
    if (result.complete) {
        result.counts.reactions = facts.reactions;
        result.counts.metabolites = facts.species;
    }
}

/// Counts the entries of the lists at the top of a COBRA model without holding it in memory.
class JsonCounter : public json::json_sax_t
{
public:
    std::size_t reactions = 0;
    std::size_t metabolites = 0;
    std::size_t genes = 0;
    bool hasReactions = false;
    bool hasMetabolites = false;
    /// Where reading ended; 0 if it did not.
    std::size_t errorByte = 0;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override
    {
        if (depth_ == 2) {
            reactions += key_ == "reactions" ? 1 : 0;
            metabolites += key_ == "metabolites" ? 1 : 0;
            genes += key_ == "genes" ? 1 : 0;
        }
        return ++depth_ < 1000;
    }
    bool key(string_t &text) override
    {
        if (depth_ == 1) {
            key_ = text.substr(0, 40);
            hasReactions = hasReactions || key_ == "reactions";
            hasMetabolites = hasMetabolites || key_ == "metabolites";
        }
        return true;
    }
    bool end_object() override
    {
        --depth_;
        return true;
    }
    bool start_array(std::size_t) override { return ++depth_ < 1000; }
    bool end_array() override
    {
        --depth_;
        return true;
    }
    bool parse_error(std::size_t byte, const std::string &, const nlohmann::detail::exception &) override
    {
        errorByte = byte;
        return false;
    }

private:
    std::size_t depth_ = 0;
    std::string key_;
};

} // namespace

void recogniseXml(const ImportFile &file, RecognisedFile &result)
{
    XmlReader reader(file.content, file.name);
    // What is none of ours is to be called by its name; SBML with a document type is refused where it is read.
    reader.acceptDoctype();
    auto event = reader.next();
    while (event != XmlReader::Event::Start && event != XmlReader::Event::Finished) {
        event = reader.next();
    }
    const std::string root(reader.name());
    if (root == "sbml") {
        recogniseSbml(reader, file, result);
    } else {
        const ForeignFormat foreign = foreignXml(root, file.content);
        refuse(result, foreign.name, foreign.remedy);
    }
}

void recogniseJson(const ImportFile &file, RecognisedFile &result)
{
    const JsonKind kind = jsonKind(file.content);
    if (kind != JsonKind::CobraModel && kind != JsonKind::Other) {
        refuse(result, jsonName(file.content), jsonRemedy(kind));
        return;
    }
    JsonCounter counter;
    const std::string content = plainJson(file.content);
    const bool valid = json::sax_parse(content, &counter);
    if (counter.hasReactions && counter.hasMetabolites) {
        result.kind = FileKind::CobraModel;
        result.formatName = translate("Engine", "COBRA JSON");
        if (valid) {
            result.counts.reactions = counter.reactions;
            result.counts.metabolites = counter.metabolites;
            result.counts.genes = counter.genes;
        }
    } else {
        refuse(result, jsonKindName(kind), jsonRemedy(kind));
    }
    if (!valid && result.complete && counter.errorByte > 0) {
        result.issues.push_back(errorAt(
            file.name, translate("Engine", "The file is damaged (%1).", {jsonFault(content, counter.errorByte)}),
            translate("Engine", "Download or copy it again.")));
    }
}

} // namespace knockscape::recognition
