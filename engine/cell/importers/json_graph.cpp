// Graphs in JSON: Cytoscape Exchange, Cytoscape.js, and lists of nodes and links.
#include "engine/cell/importers/json_graph.h"

#include "engine/cell/importers/graph_builder.h"
#include "engine/cell/importers/json_kind.h"
#include "engine/core/issue.h"
#include "engine/core/json_shape.h"
#include "engine/core/json_text.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace knockscape
{
namespace
{

using nlohmann::json;

/// Values of a document, which take some hundred bytes each: graphs of half a million edges.
constexpr std::size_t graphValueLimit = 4'000'000;
constexpr std::size_t graphDepthLimit = 50;

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

/// Ends of an edge, as NetworkX and others, or vis.js call them.
constexpr std::array sourceKeys = {"source", "from"};
constexpr std::array targetKeys = {"target", "to"};

class JsonGraphReader
{
public:
    explicit JsonGraphReader(const ImportFile &file) : file_(file), graph_(file) {}

    RawNetwork read()
    {
        const JsonKind kind = jsonKind(file_.content);
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
        case JsonKind::GraphObject:
            readGraphObject(document);
            break;
        default:
            readNodeLink(document);
        }
        return graph_.finish(jsonKindName(kind));
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
        // What nothing can join is no node.
        if (!id.empty()) {
            graph_.addNode(id, name, 0);
        }
    }

    void addEdge(const std::string &source, const std::string &target, const json *weight)
    {
        std::string text;
        if (weight != nullptr && weight->is_number()) {
            text = weight->dump();
        } else if (weight != nullptr && weight->is_string()) {
            text = weight->get_ref<const std::string &>();
        }
        graph_.addEdge(source, target, text, 0);
    }

    static const json *weightOf(const json &object)
    {
        for (const char *key : graphWeightKeys) {
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
                for (const char *key : graphWeightKeys) {
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
            name = name.empty() ? firstText(values == nullptr ? none : *values, graphNameKeys) : name;
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
            if (std::find(graphWeightKeys.begin(), graphWeightKeys.end(), key) != graphWeightKeys.end()) {
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
            addNode(textOf(member(data(element), "id")), firstText(data(element), graphNameKeys));
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

    /// NetworkX joins nodes by id, D3 also by their place in the list; vis.js writes "from" and "to".
    void readNodeLink(const json &document)
    {
        if (const json *directed = member(document, "directed"); directed != nullptr && directed->is_boolean()) {
            graph_.setDirected(directed->get<bool>());
        }
        std::size_t place = 0;
        each(member(document, "nodes"), [&](const json &node) {
            const std::string key = textOf(member(node, "key"));
            const std::string id = textOf(member(node, "id"));
            const json *attributes = member(node, "attributes");
            const std::string name = firstText(attributes == nullptr ? node : *attributes, graphNameKeys);
            addNode(!id.empty() ? id : !key.empty() ? key : std::to_string(place), name);
            ++place;
        });
        for (const char *list : {"links", "edges"}) {
            each(member(document, list), [&](const json &edge) {
                addEdge(firstText(edge, sourceKeys), firstText(edge, targetKeys), weightOf(edge));
            });
        }
    }

    /// JSON Graph Format: the nodes are a list, or in version 2 an object by id.
    void readGraphObject(const json &document)
    {
        const json *graph = member(document, "graph");
        if (graph == nullptr || !graph->is_object()) {
            fail(translate("Engine", "The file has no graph with nodes and edges."));
        }
        const json *nodes = member(*graph, "nodes");
        if (nodes != nullptr && nodes->is_object()) {
            for (const auto &[id, node] : nodes->items()) {
                addNode(id, textOf(member(node, "label")));
            }
            readNodeLink(
                json{{"edges", graph->value("edges", json::array())}, {"directed", graph->value("directed", json())}});
        } else {
            readNodeLink(*graph);
        }
    }

    const ImportFile &file_;
    GraphBuilder graph_;
};

} // namespace

RawNetwork readJsonGraph(const ImportFile &file)
{
    return JsonGraphReader(file).read();
}

} // namespace knockscape
