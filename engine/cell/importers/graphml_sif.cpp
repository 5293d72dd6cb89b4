#include "engine/cell/importers/file_format.h"
#include "engine/cell/importers/graph_formats.h"
#include "engine/cell/importers/xml_reader.h"

#include "engine/core/delimited_rows.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>

namespace knockscape
{
namespace
{

/// Nodes and edges that are held while a file is read.
constexpr std::size_t graphNodeLimit = 1'000'000;
constexpr std::size_t graphEdgeLimit = 2'000'000;

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
            } else if (event == XmlReader::Event::Text && (!dataKey_.empty() || inLabel_ || key_ != nullptr)) {
                text_ += reader_.text().substr(0, 1000);
            } else if (event == XmlReader::Event::End) {
                end();
            }
        }
        for (const Edge &edge : edges_) {
            addEdge(edge);
        }
        doubtful_.report(file_.name, translate("Engine", "nodes"), network_.issues);
        return std::move(network_);
    }

private:
    struct Edge {
        std::uint32_t source = 0;
        std::uint32_t target = 0;
        float weight = 1.0F;
        std::uint32_t line = 0;
    };
    /// A <key>: what it is called, and whether nodes or edges have it.
    struct Key {
        std::string name;
        std::string of;
    };
    struct Node {
        std::string label;
        bool declared = false;
    };

    void start()
    {
        const std::string_view name = reader_.name();
        if (!hasRoot_) {
            hasRoot_ = true;
            if (name != "graphml") {
                fail(reader_.line(), translate("Engine", "The root element is not <graphml>."));
            }
        } else if (name == "graph") {
            network_.directed = reader_.attribute("edgedefault") == "directed";
        } else if (name == "key") {
            Key &key = keys_[reader_.attribute("id")];
            key.name = lowered(reader_.attribute("attr.name"));
            key.of = lowered(reader_.attribute("for"));
            key_ = &key;
        } else if (name == "default") {
            text_.clear();
        } else if (name == "node") {
            startNode();
        } else if (name == "edge") {
            inEdge_ = true;
            edge_ = {nodeNumber(reader_.attribute("source")), nodeNumber(reader_.attribute("target")), 1.0F,
                     static_cast<std::uint32_t>(reader_.line())};
            weight_.clear();
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

    void startNode()
    {
        const std::string id = reader_.attribute("id");
        if (id.empty()) {
            fail(reader_.line(), translate("Engine", "The node has no id."));
        }
        node_ = nodeNumber(id);
        if (nodes_[*node_].declared) {
            doubtful_.add(translate("Engine", "the id is there before"), id, file_.at(reader_.line()));
        } else {
            nodes_[*node_].declared = true;
            const std::string label = reader_.attribute("label");
            nodes_[*node_].label = !label.empty() ? label : defaultName_.empty() ? id : defaultName_;
        }
    }

    std::uint32_t nodeNumber(const std::string &id)
    {
        const auto [entry, isNew] = numbers_.try_emplace(id, static_cast<std::uint32_t>(nodes_.size()));
        if (isNew) {
            requireRoom(nodes_.size() < graphNodeLimit);
            nodes_.push_back({id, false});
        }
        return entry->second;
    }

    void requireRoom(bool room) const
    {
        if (!room) {
            throw InputError(errorAt(file_.at(reader_.line()),
                                     translate("Engine", "The graph has too many nodes or edges."),
                                     translate("Engine", "Give the interactions as a table.")));
        }
    }

    void endData()
    {
        const std::string value(trimmed(text_));
        if (inEdge_) {
            if (isWeight(dataKey_) && !value.empty()) {
                weight_ = value;
            }
        } else if (node_ && !value.empty() && isName(dataKey_)) {
            nodes_[*node_].label = value;
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
        if (isWeight(key_->name) && (key_->of == "edge" || key_->of == "all" || key_->of.empty())) {
            defaultWeight_ = value;
        } else if (isName(key_->name) && (key_->of == "node" || key_->of == "all" || key_->of.empty())) {
            defaultName_ = value;
        }
    }

    static bool isWeight(std::string_view key)
    {
        constexpr std::array names = {"weight", "score", "combined_score", "confidence", "edge_weight", "value"};
        return std::any_of(names.begin(), names.end(), [&](const char *name) { return key == name; });
    }

    static bool isName(std::string_view key) { return key == "name" || key == "label" || key == "gene"; }

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
            if (node_ && !trimmed(text_).empty()) {
                nodes_[*node_].label = trimmed(text_);
            }
            inLabel_ = false;
            text_.clear();
        } else if (name == "node") {
            node_.reset();
        } else if (name == "edge" && inEdge_) {
            endEdge();
        }
    }

    void endEdge()
    {
        inEdge_ = false;
        if (weight_.empty()) {
            weight_ = defaultWeight_;
        }
        if (!weight_.empty()) {
            const std::optional<double> weight = parseNumber(weight_);
            if (!weight || !std::isfinite(static_cast<float>(*weight))) {
                network_.leftOut.add(translate("Engine", "the weight is not a number"), weight_, file_.at(edge_.line));
                return;
            }
            edge_.weight = static_cast<float>(*weight);
        }
        requireRoom(edges_.size() < graphEdgeLimit);
        edges_.push_back(edge_);
    }

    [[noreturn]] void fail(std::size_t line, const std::string &what) const
    {
        throw InputError(
            errorAt(file_.at(line), what, translate("Engine", "Check that the file is complete GraphML.")));
    }

    void addEdge(const Edge &edge)
    {
        const Node &source = nodes_[edge.source];
        const Node &target = nodes_[edge.target];
        if (!source.declared || !target.declared) {
            network_.leftOut.add(translate("Engine", "it joins a node that does not exist"),
                                 source.declared ? target.label : source.label, file_.at(edge.line));
            return;
        }
        network_.add(source.label, target.label, edge.weight, edge.line, file_.name);
    }

    const ImportFile &file_;
    XmlReader reader_;
    RawNetwork network_;
    LeftOut doubtful_;
    std::map<std::string, Key> keys_;
    /// The key that is open.
    const Key *key_ = nullptr;
    std::string defaultWeight_;
    std::string defaultName_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<Node> nodes_;
    std::vector<Edge> edges_;
    std::optional<std::uint32_t> node_;
    Edge edge_;
    std::string weight_;
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

bool isSif(const ImportFile &file)
{
    return file.hasExtension(".sif");
}

namespace
{

/// Tab if there is any, else a comma or semicolon that divides the first line in three (a spreadsheet saved it), else a
/// blank.
char sifSeparator(std::string_view text)
{
    if (text.find('\t') != std::string_view::npos) {
        return '\t';
    }
    const std::string_view line = text.substr(0, text.find('\n'));
    for (const char separator : {';', ','}) {
        if (std::count(line.begin(), line.end(), separator) >= 2) {
            return separator;
        }
    }
    return ' ';
}

} // namespace

RawNetwork readSif(ImportFile &file)
{
    RawNetwork network;
    network.issues = DelimitedRows::prepare(file.content, file.name);
    network.format = translate("Engine", "SIF");
    DelimitedRows rows(file.content, file.name, declaredSeparator(file.content).value_or(sifSeparator(file.content)));
    for (std::vector<std::string_view> cells; rows.next(cells);) {
        std::erase_if(cells, [](std::string_view cell) { return cell.empty(); });
        if (cells.empty() || cells[0].starts_with('#')) {
            continue;
        }
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
