// GraphML (Brandes et al. 2002), as NetworkX, igraph, Gephi, Cytoscape and yEd write it.
#include "engine/cell/importers/file_format.h"
#include "engine/cell/importers/graph_builder.h"
#include "engine/cell/importers/graph_formats.h"
#include "engine/cell/importers/xml_reader.h"

#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <map>
#include <optional>

namespace knockscape
{
namespace
{

/// Reads one GraphML document.
class GraphMlImporter
{
public:
    explicit GraphMlImporter(const ImportFile &file) : file_(file), reader_(file.content, file.name), graph_(file)
    {
        reader_.acceptDoctype();
    }

    RawNetwork read()
    {
        for (auto event = reader_.next(); event != XmlReader::Event::Finished; event = reader_.next()) {
            if (event == XmlReader::Event::Start) {
                start();
            } else if (event == XmlReader::Event::Text && (!dataKey_.empty() || inLabel_ || key_ != nullptr)) {
                text_ += reader_.text().substr(0, 1000);
            } else if (event == XmlReader::Event::End) {
                end();
            }
        }
        return graph_.finish(translate("Engine", "GraphML"));
    }

private:
    /// A <key>: what it is called, and whether nodes or edges have it.
    struct Key {
        std::string name;
        std::string of;
    };

    void start()
    {
        const std::string_view name = reader_.name();
        if (!hasRoot_) {
            hasRoot_ = true;
            if (name != "graphml") {
                throw InputError(errorAt(
                    file_.at(reader_.line()),
                    translate("Engine", "The file is called .graphml, but begins as <%1>.",
                              {std::string(name.substr(0, 40))}),
                    translate("Engine", "Export the network as GraphML, or give the file the ending of what it is.")));
            }
        } else if (name == "graph") {
            graph_.setDirected(reader_.attribute("edgedefault") == "directed");
        } else if (name == "key") {
            startKey();
        } else if (name == "default") {
            text_.clear();
        } else if (name == "node") {
            const std::string label = reader_.attribute("label");
            node_ = graph_.addNode(reader_.attribute("id"), label.empty() ? defaultName_ : label, reader_.line());
        } else if (name == "edge") {
            startEdge();
        } else if (name == "data") {
            const std::string id = reader_.attribute("key");
            const auto key = keys_.find(id);
            dataKey_ = key == keys_.end() || key->second.name.empty() ? lowered(id) : key->second.name;
            text_.clear();
        } else if (name == "NodeLabel") {
            // yEd keeps the labels people see in graphics of its own.
            inLabel_ = true;
            text_.clear();
        }
    }

    void startKey()
    {
        Key &key = keys_[reader_.attribute("id")];
        key.name = lowered(reader_.attribute("attr.name"));
        key.of = lowered(reader_.attribute("for"));
        key_ = &key;
        if (key.name == "shared name" || key.name == "shared interaction") {
            graph_.setFromCytoscape();
        }
    }

    void startEdge()
    {
        edge_ = {reader_.attribute("source"), reader_.attribute("target"), {}, {}, reader_.line()};
        inEdge_ = true;
        const std::string directed = reader_.attribute("directed");
        edge_.directed = directed.empty() ? std::nullopt : std::optional(directed == "true");
    }

    void endData()
    {
        const std::string value(trimmed(text_));
        if (inEdge_) {
            if (weighsInteraction(dataKey_) && !value.empty()) {
                edge_.weight = value;
            }
        } else if (node_ && namesGene(dataKey_)) {
            graph_.rename(*node_, value);
        }
        dataKey_.clear();
    }

    /// What nodes and edges have that say nothing themselves.
    void endDefault()
    {
        const std::string value(trimmed(text_));
        if (key_ == nullptr || value.empty()) {
            return;
        }
        if (weighsInteraction(key_->name) && (key_->of == "edge" || key_->of == "all" || key_->of.empty())) {
            defaultWeight_ = value;
        } else if (namesGene(key_->name) && (key_->of == "node" || key_->of == "all" || key_->of.empty())) {
            defaultName_ = value;
        }
    }

    void end()
    {
        const std::string_view name = reader_.name();
        if (name == "data") {
            endData();
        } else if (name == "default") {
            endDefault();
        } else if (name == "key") {
            key_ = nullptr;
        } else if (name == "NodeLabel") {
            if (node_) {
                graph_.rename(*node_, trimmed(text_));
            }
            inLabel_ = false;
            text_.clear();
        } else if (name == "node") {
            node_.reset();
        } else if (name == "edge" && inEdge_) {
            inEdge_ = false;
            graph_.addEdge(edge_.source, edge_.target, edge_.weight.empty() ? defaultWeight_ : edge_.weight, edge_.line,
                           edge_.directed);
        }
    }

    struct OpenEdge {
        std::string source;
        std::string target;
        std::string weight;
        std::optional<bool> directed;
        std::size_t line = 0;
    };

    const ImportFile &file_;
    XmlReader reader_;
    GraphBuilder graph_;
    std::map<std::string, Key> keys_;
    /// The key that is open.
    const Key *key_ = nullptr;
    std::string defaultWeight_;
    std::string defaultName_;
    std::optional<std::uint32_t> node_;
    OpenEdge edge_;
    std::string dataKey_;
    std::string text_;
    bool hasRoot_ = false;
    bool inEdge_ = false;
    bool inLabel_ = false;
};

} // namespace

bool isGraphMl(const ImportFile &file)
{
    return fileFormat(file) == FileFormat::GraphMl || file.hasExtension(".graphml");
}

RawNetwork readGraphMl(const ImportFile &file)
{
    return GraphMlImporter(file).read();
}

} // namespace knockscape
