#include "engine/cell/importers/graph_formats.h"
#include "engine/cell/importers/xml_reader.h"

#include "engine/core/delimited_rows.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace knockscape
{
namespace
{

/// Reads one GraphML document.
class GraphMlImporter
{
public:
    explicit GraphMlImporter(const ImportFile &file) : file_(file), reader_(file.content, file.name) {}

    RawNetwork read()
    {
        network_.format = translate("Engine", "GraphML");
        for (auto event = reader_.next(); event != XmlReader::Event::Finished; event = reader_.next()) {
            if (event == XmlReader::Event::Start) {
                start();
            } else if (event == XmlReader::Event::Text && !dataKey_.empty()) {
                data(std::string(trimmed(reader_.text())));
            } else if (event == XmlReader::Event::End) {
                end();
            }
        }
        for (const Edge &edge : edges_) {
            addEdge(edge);
        }
        return std::move(network_);
    }

private:
    struct Edge {
        std::string source;
        std::string target;
        std::string weight;
        std::size_t line = 0;
    };

    void start()
    {
        const std::string_view name = reader_.name();
        if (name == "graph") {
            network_.directed = reader_.attribute("edgedefault") == "directed";
        } else if (name == "key") {
            keys_[reader_.attribute("id")] = lowered(reader_.attribute("attr.name"));
        } else if (name == "node") {
            node_ = reader_.attribute("id");
            if (node_.empty()) {
                fail(reader_.line(), translate("Engine", "The node has no id."));
            }
            labels_.try_emplace(node_, node_);
        } else if (name == "edge") {
            edges_.push_back({reader_.attribute("source"), reader_.attribute("target"), {}, reader_.line()});
            inEdge_ = true;
        } else if (name == "data") {
            const auto key = keys_.find(reader_.attribute("key"));
            dataKey_ = key == keys_.end() || key->second.empty() ? lowered(reader_.attribute("key")) : key->second;
        }
    }

    void data(const std::string &value)
    {
        if (inEdge_) {
            if (dataKey_ == "weight" || dataKey_ == "score") {
                edges_.back().weight = value;
            }
        } else if (!node_.empty() && (dataKey_ == "name" || dataKey_ == "label" || dataKey_ == "gene")) {
            labels_[node_] = value;
        }
    }

    void end()
    {
        const std::string_view name = reader_.name();
        if (name == "data") {
            dataKey_.clear();
        } else if (name == "node") {
            node_.clear();
        } else if (name == "edge") {
            inEdge_ = false;
        }
    }

    [[noreturn]] void fail(std::size_t line, const std::string &what) const
    {
        throw InputError(
            errorAt(file_.at(line), what, translate("Engine", "Check that the file is complete GraphML.")));
    }

    void addEdge(const Edge &edge)
    {
        const auto source = labels_.find(edge.source);
        const auto target = labels_.find(edge.target);
        if (source == labels_.end() || target == labels_.end()) {
            fail(edge.line, translate("Engine", "The edge joins a node that does not exist."));
        }
        const std::optional<double> weight = edge.weight.empty() ? 1.0 : parseNumber(edge.weight);
        if (!weight || !std::isfinite(*weight)) {
            network_.leftOut.add(translate("Engine", "the weight is not a number"), edge.weight, file_.at(edge.line));
            return;
        }
        network_.add(source->second, target->second, static_cast<float>(*weight), edge.line, file_.name);
    }

    const ImportFile &file_;
    XmlReader reader_;
    RawNetwork network_;
    std::map<std::string, std::string> keys_;
    std::unordered_map<std::string, std::string> labels_;
    std::vector<Edge> edges_;
    std::string node_;
    std::string dataKey_;
    bool inEdge_ = false;
};

} // namespace

bool isGraphMl(const ImportFile &file)
{
    return std::string_view(file.content).substr(0, 4096).find("<graphml") != std::string_view::npos ||
           file.hasExtension(".graphml");
}

RawNetwork readGraphMl(const ImportFile &file)
{
    return GraphMlImporter(file).read();
}

bool isSif(const ImportFile &file)
{
    return file.hasExtension(".sif");
}

RawNetwork readSif(ImportFile &file)
{
    DelimitedRows::prepare(file.content, file.name);
    const bool tabs = file.content.find('\t') != std::string::npos;
    RawNetwork network;
    network.format = translate("Engine", "SIF");
    DelimitedRows rows(file.content, file.name, tabs ? '\t' : ' ', false);
    for (std::vector<std::string_view> cells; rows.next(cells);) {
        std::erase_if(cells, [](std::string_view cell) { return cell.empty(); });
        if (cells.size() == 2) {
            network.leftOut.add(translate("Engine", "a gene is missing"), {}, rows.where());
        }
        for (std::size_t target = 2; target < cells.size(); ++target) {
            network.add(cells[0], cells[target], 1.0F, rows.line(), file.name);
        }
    }
    return network;
}

} // namespace knockscape
