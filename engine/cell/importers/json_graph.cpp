#include "engine/cell/importers/json_graph.h"

#include "engine/core/json_shape.h"
#include "engine/core/json_text.h"
#include "engine/core/json_value.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace knockscape
{
namespace
{

using nlohmann::json;

/// Values of a document, which take some hundred bytes each: graphs of half a million edges.
constexpr std::size_t graphValueLimit = 4'000'000;
constexpr std::size_t graphDepthLimit = 50;

/// Collects the keys at the top: of the outermost object, or of the objects in the outermost list.
class TopKeys : public json::json_sax_t
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
    bool start_object(std::size_t) override { return ++depth_ < graphDepthLimit; }
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
        return ++depth_ < graphDepthLimit;
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

/// Members that may be missing or of another kind than expected.
const json *member(const json &object, const std::string &key)
{
    if (!object.is_object()) {
        return nullptr;
    }
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

/// A name or id as text: numbers count too.
std::string textOf(const json *value)
{
    if (value == nullptr) {
        return {};
    }
    if (value->is_string()) {
        return value->get<std::string>().substr(0, 1000);
    }
    return value->is_number_integer() ? value->dump() : std::string();
}

/// The first of these members that is a text.
template <std::size_t N>
std::string firstText(const json &object, const std::array<const char *, N> &keys)
{
    for (const char *key : keys) {
        if (std::string text = textOf(member(object, key)); !text.empty()) {
            return text;
        }
    }
    return {};
}

constexpr std::array nameKeys = {"name", "label", "gene", "shared_name", "shared name", "id"};
constexpr std::array weightKeys = {"weight", "score", "combined_score", "confidence", "edge_weight", "value"};

class JsonGraphReader
{
public:
    explicit JsonGraphReader(const ImportFile &file) : file_(file) {}

    RawNetwork read()
    {
        const JsonKind kind = jsonKind(file_.content);
        network_.format = jsonKindName(kind);
        const json document = parse();
        switch (kind) {
        case JsonKind::Cx2:
            readCx2(document);
            break;
        case JsonKind::Cx:
            readCx(document);
            break;
        case JsonKind::Cytoscape:
            readCytoscape(document);
            break;
        default:
            readNodeLink(document);
        }
        doubtful_.report(file_.name, translate("Engine", "nodes"), network_.issues);
        return std::move(network_);
    }

private:
    [[noreturn]] void fail(const std::string &what) const
    {
        throw InputError(
            errorAt(file_.name, what, translate("Engine", "Export the graph as GraphML, SIF or a table.")));
    }

    json parse() const
    {
        const std::string content = plainJson(file_.content);
        const JsonShape shape = jsonShape(content, graphValueLimit, graphDepthLimit);
        if (shape.tooLarge) {
            fail(translate("Engine", "The graph is too large to be read from JSON."));
        }
        try {
            return json::parse(content);
        } catch (const json::exception &) {
            fail(translate("Engine", "The file is damaged or not complete."));
        }
    }

    /// Calls `use` for each object in a list; anything else is skipped.
    template <typename Use>
    static void each(const json *list, const Use &use)
    {
        if (list != nullptr && list->is_array()) {
            for (const json &item : *list) {
                if (item.is_object()) {
                    use(item);
                }
            }
        }
    }

    void addNode(const std::string &id, const std::string &name)
    {
        if (!id.empty() && !name_.try_emplace(id, name.empty() ? id : name).second) {
            doubtful_.add(translate("Engine", "the id is there before"), id, file_.name);
        }
    }

    void addEdge(const std::string &source, const std::string &target, const json *weight)
    {
        const auto from = name_.find(source);
        const auto to = name_.find(target);
        if (from == name_.end() || to == name_.end()) {
            network_.leftOut.add(translate("Engine", "it joins a node that does not exist"),
                                 from == name_.end() ? source : target, file_.name);
            return;
        }
        std::optional<double> value = 1.0;
        if (weight != nullptr && weight->is_number()) {
            value = jsonReal(*weight);
        } else if (weight != nullptr && weight->is_string()) {
            value = parseNumber(weight->get_ref<const std::string &>());
        }
        if (!value || !std::isfinite(static_cast<float>(*value))) {
            network_.leftOut.add(translate("Engine", "the weight is not a number"), textOf(weight), file_.name);
            return;
        }
        network_.add(from->second, to->second, static_cast<float>(*value), 0, file_.name);
    }

    static const json *weightOf(const json &object)
    {
        for (const char *key : weightKeys) {
            if (const json *weight = member(object, key)) {
                return weight;
            }
        }
        return nullptr;
    }

    /// The aspect of this name in all fragments of a CX document.
    template <typename Use>
    static void eachOfAspect(const json &document, const char *aspect, const Use &use)
    {
        each(&document, [&](const json &fragment) { each(member(fragment, aspect), use); });
    }

    /// CX2 may shorten names of attributes and leave out values that are the default (NDEx, "CX2 specification").
    void readCx2(const json &document)
    {
        std::string nameKey = "name";
        std::string weightKey;
        const json *defaultWeight = nullptr;
        const json *defaultName = nullptr;
        eachOfAspect(document, "attributeDeclarations", [&](const json &declarations) {
            if (const json *nodes = member(declarations, "nodes")) {
                const json *name = member(*nodes, "name");
                const std::string alias = name == nullptr ? std::string() : textOf(member(*name, "a"));
                nameKey = alias.empty() ? nameKey : alias;
                defaultName = name == nullptr ? nullptr : member(*name, "v");
            }
            if (const json *edges = member(declarations, "edges")) {
                for (const char *key : weightKeys) {
                    const json *weight = member(*edges, key);
                    if (weight != nullptr && weightKey.empty()) {
                        const std::string alias = textOf(member(*weight, "a"));
                        weightKey = alias.empty() ? key : alias;
                        defaultWeight = member(*weight, "v");
                    }
                }
            }
        });
        static const json none = json::object();
        eachOfAspect(document, "nodes", [&](const json &node) {
            const json *values = member(node, "v");
            std::string name = textOf(member(values == nullptr ? none : *values, nameKey));
            name = name.empty() ? firstText(values == nullptr ? none : *values, nameKeys) : name;
            addNode(textOf(member(node, "id")), name.empty() ? textOf(defaultName) : name);
        });
        eachOfAspect(document, "edges", [&](const json &edge) {
            const json *values = member(edge, "v");
            const json *weight = values == nullptr || weightKey.empty() ? nullptr : member(*values, weightKey);
            addEdge(textOf(member(edge, "s")), textOf(member(edge, "t")), weight == nullptr ? defaultWeight : weight);
        });
    }

    void readCx(const json &document)
    {
        eachOfAspect(document, "nodes", [&](const json &node) {
            const std::string name = textOf(member(node, "n"));
            addNode(textOf(member(node, "@id")), name.empty() ? textOf(member(node, "r")) : name);
        });
        std::unordered_map<std::string, const json *> weights;
        eachOfAspect(document, "edgeAttributes", [&](const json &attribute) {
            const std::string key = lowered(textOf(member(attribute, "n")));
            if (std::find(weightKeys.begin(), weightKeys.end(), key) != weightKeys.end()) {
                weights.try_emplace(textOf(member(attribute, "po")), member(attribute, "v"));
            }
        });
        eachOfAspect(document, "edges", [&](const json &edge) {
            const auto weight = weights.find(textOf(member(edge, "@id")));
            addEdge(textOf(member(edge, "s")), textOf(member(edge, "t")),
                    weight == weights.end() ? nullptr : weight->second);
        });
    }

    /// "elements" holds the lists of nodes and edges, or one list of both.
    void readCytoscape(const json &document)
    {
        const json *elements = member(document, "elements");
        const auto data = [](const json &element) -> const json & {
            const json *inner = member(element, "data");
            return inner == nullptr ? element : *inner;
        };
        const auto isEdge = [&](const json &element) { return member(data(element), "source") != nullptr; };
        const auto node = [&](const json &element) {
            addNode(textOf(member(data(element), "id")), firstText(data(element), nameKeys));
        };
        const auto edge = [&](const json &element) {
            addEdge(textOf(member(data(element), "source")), textOf(member(data(element), "target")),
                    weightOf(data(element)));
        };
        if (elements != nullptr && elements->is_array()) {
            each(elements, [&](const json &element) { isEdge(element) ? void() : node(element); });
            each(elements, [&](const json &element) { isEdge(element) ? edge(element) : void(); });
        } else if (elements != nullptr) {
            each(member(*elements, "nodes"), node);
            each(member(*elements, "edges"), edge);
        }
    }

    /// NetworkX joins nodes by id, D3 also by their place in the list.
    void readNodeLink(const json &document)
    {
        if (const json *directed = member(document, "directed"); directed != nullptr && directed->is_boolean()) {
            network_.directed = directed->get<bool>();
        }
        std::size_t place = 0;
        each(member(document, "nodes"), [&](const json &node) {
            const std::string key = textOf(member(node, "key"));
            const std::string id = textOf(member(node, "id"));
            const json *attributes = member(node, "attributes");
            const std::string name = firstText(attributes == nullptr ? node : *attributes, nameKeys);
            addNode(!id.empty() ? id : !key.empty() ? key : std::to_string(place), name);
            ++place;
        });
        for (const char *list : {"links", "edges"}) {
            each(member(document, list), [&](const json &edge) {
                addEdge(textOf(member(edge, "source")), textOf(member(edge, "target")), weightOf(edge));
            });
        }
    }

    const ImportFile &file_;
    RawNetwork network_;
    std::unordered_map<std::string, std::string> name_;
    LeftOut doubtful_;
};

} // namespace

namespace
{

JsonKind kindOf(const TopKeys &top)
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
    json::sax_parse(plainJson(content), &top);
    return kindOf(top);
}

std::string jsonName(const std::string &content)
{
    TopKeys top;
    json::sax_parse(plainJson(content), &top);
    const JsonKind kind = kindOf(top);
    return kind == JsonKind::ServerMessage && !top.message.empty()
               ? translate("Engine", "message of a server: “%1”", {top.message})
               : jsonKindName(kind);
}

bool isGraph(JsonKind kind) noexcept
{
    return kind == JsonKind::Cx2 || kind == JsonKind::Cx || kind == JsonKind::Cytoscape || kind == JsonKind::NodeLink;
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

RawNetwork readJsonGraph(const ImportFile &file)
{
    return JsonGraphReader(file).read();
}

} // namespace knockscape
