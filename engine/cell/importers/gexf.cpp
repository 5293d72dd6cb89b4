// GEXF 1.1 to 1.3, the exchange format of Gephi (https://gexf.net).
#include "engine/cell/importers/graph_builder.h"
#include "engine/cell/importers/graph_formats.h"
#include "engine/cell/importers/xml_reader.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <map>
#include <optional>
#include <vector>

namespace knockscape
{
namespace
{

/// Reads one GEXF document. Nodes may lie within nodes (hierarchies), and count like all others.
class GexfImporter
{
public:
    explicit GexfImporter(const ImportFile &file) : reader_(file.content, file.name), graph_(file)
    {
        reader_.acceptDoctype();
    }

    RawNetwork read()
    {
        for (auto event = reader_.next(); event != XmlReader::Event::Finished; event = reader_.next()) {
            if (event == XmlReader::Event::Start) {
                start();
            } else if (event == XmlReader::Event::Text && default_ != nullptr) {
                *default_ += reader_.text().substr(0, 1000);
            } else if (event == XmlReader::Event::End) {
                end();
            }
        }
        return graph_.finish(translate("Engine", "GEXF (Gephi)"));
    }

private:
    /// Titles of attributes by id, and the value that nodes or edges have that say nothing themselves: the name of a
    /// gene, or the weight of an interaction.
    struct Attributes {
        std::map<std::string, std::string> titles;
        std::string usual;

        std::string title(const std::string &id) const
        {
            const auto found = titles.find(id);
            return found == titles.end() ? std::string() : found->second;
        }
    };

    struct OpenNode {
        std::uint32_t number = 0;
        /// A label is what people see; an attribute serves where there is none.
        bool labelled = false;
    };

    struct OpenEdge {
        std::string source;
        std::string target;
        std::string weight;
        std::optional<bool> directed;
        std::size_t line = 0;
    };

    static std::optional<bool> isDirected(const std::string &type)
    {
        return type.empty() ? std::nullopt : std::optional(type == "directed");
    }

    void start()
    {
        const std::string_view name = reader_.name();
        if (name == "graph") {
            // The format's own default is undirected.
            graph_.setDirected(reader_.attribute("defaultedgetype") == "directed");
        } else if (name == "attributes") {
            attributes_ = reader_.attribute("class") == "edge" ? &edgeAttributes_ : &nodeAttributes_;
        } else if (name == "attribute" && attributes_ != nullptr) {
            title_ = lowered(reader_.attribute("title"));
            attributes_->titles[reader_.attribute("id")] = title_;
        } else if (name == "default" && attributes_ != nullptr) {
            const bool serves = attributes_ == &edgeAttributes_ ? weighsInteraction(title_) : namesGene(title_);
            default_ = serves && attributes_->usual.empty() ? &attributes_->usual : nullptr;
        } else if (name == "node") {
            startNode();
        } else if (name == "edge") {
            edge_ = OpenEdge{reader_.attribute("source"), reader_.attribute("target"), reader_.attribute("weight"),
                             isDirected(reader_.attribute("type")), reader_.line()};
        } else if (name == "attvalue") {
            readValue();
        }
    }

    void startNode()
    {
        const std::string label = reader_.attribute("label");
        const std::uint32_t number =
            graph_.addNode(reader_.attribute("id"), label.empty() ? nodeAttributes_.usual : label, reader_.line());
        nodes_.push_back({number, !label.empty()});
    }

    void readValue()
    {
        // Version 1.1 wrote "id".
        std::string key = reader_.attribute("for");
        key = key.empty() ? reader_.attribute("id") : key;
        const std::string value(trimmed(reader_.attribute("value")));
        if (edge_) {
            if (edge_->weight.empty() && weighsInteraction(edgeAttributes_.title(key))) {
                edge_->weight = value;
            }
        } else if (!nodes_.empty() && !nodes_.back().labelled) {
            if (namesGene(nodeAttributes_.title(key))) {
                graph_.rename(nodes_.back().number, value);
            }
        }
    }

    void end()
    {
        const std::string_view name = reader_.name();
        if (name == "attributes") {
            attributes_ = nullptr;
        } else if (name == "default" && default_ != nullptr) {
            *default_ = trimmed(std::string(*default_));
            default_ = nullptr;
        } else if (name == "node" && !nodes_.empty()) {
            nodes_.pop_back();
        } else if (name == "edge" && edge_) {
            graph_.addEdge(edge_->source, edge_->target, edge_->weight.empty() ? edgeAttributes_.usual : edge_->weight,
                           edge_->line, edge_->directed);
            edge_.reset();
        }
    }

    XmlReader reader_;
    GraphBuilder graph_;
    Attributes nodeAttributes_;
    Attributes edgeAttributes_;
    /// What is open; nullptr for none.
    Attributes *attributes_ = nullptr;
    std::string title_;
    std::string *default_ = nullptr;
    std::vector<OpenNode> nodes_;
    std::optional<OpenEdge> edge_;
};

} // namespace

RawNetwork readGexf(const ImportFile &file)
{
    return GexfImporter(file).read();
}

} // namespace knockscape
