#include "engine/cell/importers/graph_builder.h"
#include "engine/cell/importers/graph_formats.h"
#include "engine/cell/importers/xml_reader.h"

#include "engine/core/delimited_rows.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>

namespace knockscape
{
namespace
{

constexpr std::size_t deepestNesting = 100;

/// Splits GML into keys, values and brackets.
class GmlScanner
{
public:
    enum class Kind { Word, Text, Open, Close, End };

    explicit GmlScanner(const ImportFile &file) : file_(file), text_(file.content) {}

    Kind next()
    {
        skipBlanksAndComments();
        line_ = nextLine_;
        if (position_ == text_.size()) {
            return Kind::End;
        }
        const char c = text_[position_];
        if (c == '[' || c == ']') {
            ++position_;
            return c == '[' ? Kind::Open : Kind::Close;
        }
        if (c == '"') {
            const std::size_t end = text_.find('"', position_ + 1);
            if (end == std::string_view::npos) {
                fail(translate("Engine", "a quotation mark is never closed"));
            }
            value_ = text_.substr(position_ + 1, end - position_ - 1);
            nextLine_ += static_cast<std::size_t>(std::count(value_.begin(), value_.end(), '\n'));
            position_ = end + 1;
            return Kind::Text;
        }
        const std::size_t end = std::min(text_.find_first_of(" \t\r\n[]\"", position_), text_.size());
        value_ = text_.substr(position_, end - position_);
        position_ = end;
        return Kind::Word;
    }

    std::string_view value() const noexcept { return value_; }
    std::size_t line() const noexcept { return line_; }

    /// `what` is a phrase: "a bracket is never closed".
    [[noreturn]] void fail(const std::string &what) const
    {
        throw InputError(errorAt(file_.at(line_),
                                 translate("Engine", "The file is damaged here, or no GML: %1.", {what}),
                                 translate("Engine", "Export the network again, or as GraphML, SIF or a table.")));
    }

private:
    void skipBlanksAndComments()
    {
        while (position_ < text_.size()) {
            const char c = text_[position_];
            const bool lineStart = position_ == 0 || text_[position_ - 1] == '\n';
            if (c == '\n') {
                ++nextLine_;
                ++position_;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                ++position_;
            } else if (c == '#' && lineStart) {
                position_ = std::min(text_.find('\n', position_), text_.size());
            } else {
                break;
            }
        }
    }

    const ImportFile &file_;
    std::string_view text_;
    std::size_t position_ = 0;
    std::size_t line_ = 1;
    std::size_t nextLine_ = 1;
    std::string_view value_;
};

/// What a node [ … ] or edge [ … ] block says.
struct GmlBlock {
    std::string_view id;
    std::string_view label;
    std::string_view source;
    std::string_view target;
    std::string_view weight;
    std::size_t line = 0;
};

class GmlImporter
{
public:
    explicit GmlImporter(const ImportFile &file) : scanner_(file), graph_(file) {}

    RawNetwork read()
    {
        GmlBlock top;
        readBlock(top, 0, "");
        return graph_.finish(translate("Engine", "GML"));
    }

private:
    /// Reads up to the bracket that closes a block; depth 0 is the file itself.
    void readBlock(GmlBlock &block, std::size_t depth, std::string_view name)
    {
        if (depth > deepestNesting) {
            scanner_.fail(
                translate("Engine", "brackets are nested more than %1 deep", {std::to_string(deepestNesting)}));
        }
        while (true) {
            const GmlScanner::Kind kind = scanner_.next();
            if (kind == GmlScanner::Kind::End || kind == GmlScanner::Kind::Close) {
                if ((depth == 0) != (kind == GmlScanner::Kind::End)) {
                    scanner_.fail(depth == 0 ? translate("Engine", "a bracket is closed that was never opened")
                                             : translate("Engine", "a bracket is never closed"));
                }
                return;
            }
            if (kind != GmlScanner::Kind::Word) {
                scanner_.fail(translate("Engine", "a value has no word in front that says what it is"));
            }
            const std::string_view key = scanner_.value();
            const GmlScanner::Kind valueKind = scanner_.next();
            if (valueKind == GmlScanner::Kind::Open) {
                GmlBlock inner;
                inner.line = scanner_.line();
                readBlock(inner, depth + 1, key);
                keep(key, inner);
            } else if (valueKind == GmlScanner::Kind::Word || valueKind == GmlScanner::Kind::Text) {
                assign(block, name, key, scanner_.value());
            } else {
                scanner_.fail(translate("Engine", "“%1” has no value", {std::string(key.substr(0, 80))}));
            }
        }
    }

    void assign(GmlBlock &block, std::string_view name, std::string_view key, std::string_view value)
    {
        if (name == "graph" && key == "directed") {
            graph_.setDirected(value == "1");
        } else if (key == "id") {
            block.id = value;
        } else if (key == "label" || (key == "name" && block.label.empty())) {
            block.label = value;
        } else if (key == "source") {
            block.source = value;
        } else if (key == "target") {
            block.target = value;
        } else if (key == "weight" || (key == "value" && block.weight.empty())) {
            block.weight = value;
        }
    }

    void keep(std::string_view key, const GmlBlock &block)
    {
        if (key == "node") {
            graph_.addNode(block.id, nameOf(block.label), block.line);
        } else if (key == "edge") {
            graph_.addEdge(block.source, block.target, block.weight, block.line);
        }
    }

    /// The first word of a label, which may hold HTML entities.
    static std::string nameOf(std::string_view label)
    {
        label = label.substr(0, 1000);
        const std::size_t begin = std::min(label.find_first_not_of(" \t\r\n"), label.size());
        const std::size_t end = std::min(label.find_first_of(" \t\r\n", begin), label.size());
        const std::string_view word = label.substr(begin, end - begin);
        return word.find('&') == std::string_view::npos ? std::string(word) : withoutEntities(word);
    }

    GmlScanner scanner_;
    GraphBuilder graph_;
};

} // namespace

bool isGml(const ImportFile &file)
{
    const std::string_view start = std::string_view(file.content).substr(0, 4096);
    const std::size_t graph = start.find("graph");
    const std::size_t bracket = graph == std::string_view::npos ? graph : start.find_first_not_of(" \t\r\n", graph + 5);
    return file.hasExtension(".gml") || (bracket != std::string_view::npos && start[bracket] == '[' &&
                                         (graph == 0 || start[graph - 1] == '\n' || start[graph - 1] == ' '));
}

RawNetwork readGml(ImportFile &file)
{
    std::vector<Issue> said = DelimitedRows::prepare(file.content, file.name);
    RawNetwork network = GmlImporter(file).read();
    network.issues.insert(network.issues.end(), said.begin(), said.end());
    return network;
}

} // namespace knockscape
