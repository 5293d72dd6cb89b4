// XGMML (Punin and Krishnamoorthy 2001), as Cytoscape 2 and 3 export networks.
#include "engine/cell/importers/graph_builder.h"
#include "engine/cell/importers/graph_formats.h"
#include "engine/cell/importers/xml_reader.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <optional>
#include <vector>

namespace knockscape
{
namespace
{

/// Reads one XGMML document. Nodes may hold graphs of their own (groups of Cytoscape), whose nodes and edges count like
/// all others; a node that only refers to another one is none.
class XgmmlImporter
{
public:
    explicit XgmmlImporter(const ImportFile &file) : reader_(file.content, file.name), graph_(file)
    {
        reader_.acceptDoctype();
    }

    RawNetwork read()
    {
        for (auto event = reader_.next(); event != XmlReader::Event::Finished; event = reader_.next()) {
            if (event == XmlReader::Event::Start) {
                start();
            } else if (event == XmlReader::Event::End) {
                end();
            }
        }
        return graph_.finish(translate("Engine", "XGMML"));
    }

private:
    /// A node or edge whose attributes are read.
    struct Open {
        bool isEdge = false;
        /// Of a node; nothing where it refers to another.
        std::optional<std::uint32_t> node;
        /// Attributes of other things lie deeper.
        std::size_t depth = 0;
        std::string source;
        std::string target;
        std::string weight;
        std::optional<bool> directed;
        std::size_t line = 0;
    };

    static bool isYes(const std::string &value) { return value == "1" || lowered(value) == "true"; }

    void start()
    {
        ++depth_;
        const std::string_view name = reader_.name();
        if (name == "graph" && depth_ == 1) {
            if (const std::string directed = reader_.attribute("directed"); !directed.empty()) {
                graph_.setDirected(isYes(directed));
            }
            if (reader_.attribute("cy").find("cytoscape") != std::string::npos) {
                graph_.setFromCytoscape();
            }
        } else if (name == "node") {
            startNode();
        } else if (name == "edge") {
            Open edge;
            edge.isEdge = true;
            edge.depth = depth_;
            edge.source = reader_.attribute("source");
            edge.target = reader_.attribute("target");
            edge.weight = reader_.attribute("weight");
            edge.line = reader_.line();
            if (const std::string directed = reader_.attribute("directed"); !directed.empty()) {
                edge.directed = isYes(directed);
            }
            open_.push_back(std::move(edge));
        } else if (name == "att" && !open_.empty() && open_.back().depth + 1 == depth_) {
            readAttribute(open_.back());
        }
    }

    void startNode()
    {
        Open node;
        node.depth = depth_;
        if (reader_.attribute("href").empty()) {
            node.node = graph_.addNode(reader_.attribute("id"), reader_.attribute("label"), reader_.line());
        }
        open_.push_back(std::move(node));
    }

    void readAttribute(Open &open)
    {
        const std::string name = lowered(reader_.attribute("name"));
        const std::string value(trimmed(reader_.attribute("value")));
        if (value.empty()) {
            return;
        }
        if (open.isEdge && weighsInteraction(name) && (open.weight.empty() || name == graphWeightKeys.front())) {
            open.weight = value;
        } else if (!open.isEdge && open.node && name == graphNameKeys.front()) {
            graph_.rename(*open.node, value);
        }
    }

    void end()
    {
        if (!open_.empty() && open_.back().depth == depth_) {
            const Open open = std::move(open_.back());
            open_.pop_back();
            if (open.isEdge) {
                graph_.addEdge(open.source, open.target, open.weight, open.line, open.directed);
            }
        }
        --depth_;
    }

    XmlReader reader_;
    GraphBuilder graph_;
    std::vector<Open> open_;
    std::size_t depth_ = 0;
};

} // namespace

RawNetwork readXgmml(const ImportFile &file)
{
    return XgmmlImporter(file).read();
}

} // namespace knockscape
