// What a JSON file is, told from the keys at its top.
#include "engine/cell/importers/json_kind.h"

#include "engine/core/json_text.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <set>

namespace knockscape
{
namespace
{

/// Deeper texts are nothing that is told apart here.
constexpr std::size_t lookedAtDepth = 50;

/// Collects the keys at the top: of the outermost object, or of the objects in the outermost list.
class TopKeys : public nlohmann::json::json_sax_t
{
public:
    bool isList = false;
    std::set<std::string> keys;
    /// First text among the values of the outermost object that a server's message may be.
    std::string message;
    bool isBundle = false;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool string(string_t &text) override
    {
        if (depth_ == 1 && (key_ == "message" || key_ == "error" || key_ == "detail") && message.empty()) {
            message = text.substr(0, 200);
        }
        isBundle = isBundle || (depth_ == 1 && key_ == "format" && text == "knockscape-cell");
        return true;
    }
    bool start_object(std::size_t) override { return ++depth_ < lookedAtDepth; }
    bool key(string_t &text) override
    {
        if (depth_ == (isList ? 2U : 1U) && keys.size() < 100) {
            key_ = text.substr(0, 40);
            keys.insert(key_);
        }
        return true;
    }
    bool end_object() override
    {
        --depth_;
        return true;
    }
    bool start_array(std::size_t) override
    {
        isList = isList || depth_ == 0;
        return ++depth_ < lookedAtDepth;
    }
    bool end_array() override
    {
        --depth_;
        return true;
    }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override { return false; }

    bool has(const char *key) const { return keys.count(key) == 1; }

private:
    std::size_t depth_ = 0;
    std::string key_;
};

JsonKind kindOfTop(const TopKeys &top)
{
    const auto has = [&](const char *key) { return top.has(key); };
    if (top.isList) {
        return has("CXVersion")                                    ? JsonKind::Cx2
               : has("map_id") || has("map_name")                  ? JsonKind::EscherMap
               : has("edges") && (has("nodes") || has("metaData")) ? JsonKind::Cx
                                                                   : JsonKind::Other;
    }
    return top.isBundle                                     ? JsonKind::CellDescription
           : has("reactions") && has("metabolites")         ? JsonKind::CobraModel
           : has("elements")                                ? JsonKind::Cytoscape
           : has("nodes") && (has("links") || has("edges")) ? JsonKind::NodeLink
           : has("graph") && !has("nodes")                  ? JsonKind::GraphObject
           : has("nbformat")                                ? JsonKind::Notebook
           : has("graphs")                                  ? JsonKind::Ontology
           : top.keys.size() <= 8 && (has("error") || has("message") || has("detail") || has("errors"))
               ? JsonKind::ServerMessage
               : JsonKind::Other;
}

} // namespace

JsonKind jsonKind(const std::string &content)
{
    TopKeys top;
    nlohmann::json::sax_parse(plainJson(content), &top);
    return kindOfTop(top);
}

std::string jsonName(const std::string &content)
{
    TopKeys top;
    nlohmann::json::sax_parse(plainJson(content), &top);
    const JsonKind kind = kindOfTop(top);
    return kind == JsonKind::ServerMessage && !top.message.empty()
               ? translate("Engine", "message of a server: “%1”", {top.message})
               : jsonKindName(kind);
}

bool isGraph(JsonKind kind) noexcept
{
    return kind == JsonKind::Cx2 || kind == JsonKind::Cx || kind == JsonKind::Cytoscape || kind == JsonKind::NodeLink ||
           kind == JsonKind::GraphObject;
}

std::string jsonKindName(JsonKind kind)
{
    switch (kind) {
    case JsonKind::Cx2:
        return translate("Engine", "Cytoscape Exchange (CX2)");
    case JsonKind::Cx:
        return translate("Engine", "Cytoscape Exchange (CX)");
    case JsonKind::Cytoscape:
        return translate("Engine", "graph of Cytoscape.js");
    case JsonKind::NodeLink:
    case JsonKind::GraphObject:
        return translate("Engine", "graph in JSON");
    case JsonKind::CobraModel:
        return translate("Engine", "COBRA JSON");
    case JsonKind::CellDescription:
        return translate("Engine", "description of a cell");
    case JsonKind::EscherMap:
        return translate("Engine", "Escher map");
    case JsonKind::Notebook:
        return translate("Engine", "Jupyter notebook");
    case JsonKind::Ontology:
        return translate("Engine", "ontology in JSON");
    case JsonKind::ServerMessage:
        return translate("Engine", "message of a server");
    case JsonKind::Other:
        break;
    }
    return "JSON";
}

std::string jsonRemedy(JsonKind kind)
{
    switch (kind) {
    case JsonKind::Cx2:
    case JsonKind::Cx:
    case JsonKind::Cytoscape:
    case JsonKind::NodeLink:
    case JsonKind::GraphObject:
        return translate("Engine", "Give it as interactions.");
    case JsonKind::CobraModel:
        return translate("Engine", "Give it as a metabolic model in COBRA JSON.");
    case JsonKind::CellDescription:
        return translate("Engine", "Choose the folder NAME.cell around it.");
    case JsonKind::EscherMap:
        return translate("Engine", "It is a drawing: give the metabolic model that it was drawn from.");
    case JsonKind::Notebook:
        return translate("Engine", "Save the tables that the notebook makes as CSV or TSV.");
    case JsonKind::Ontology:
        return translate("Engine", "It holds terms, not genes: give the organism's annotations (GAF).");
    case JsonKind::ServerMessage:
        return translate("Engine", "Download the file itself, signed in where that is needed.");
    case JsonKind::Other:
        break;
    }
    return translate("Engine", "Of JSON, models of COBRA and graphs (CX2, Cytoscape.js, nodes and links) are read.");
}

} // namespace knockscape
