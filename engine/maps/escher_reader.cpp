#include "engine/maps/escher.h"

#include "engine/cell/left_out.h"
#include "engine/core/json_shape.h"
#include "engine/core/json_text.h"
#include "engine/core/json_value.h"
#include "engine/core/translate.h"
#include "engine/maps/escher_elements.h"
#include "engine/maps/escher_header.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

namespace knockscape
{
namespace
{

using escher::Json;

/// Values of a document, which take some hundred bytes each; a map of 1,000 reactions has some 100,000.
constexpr std::size_t escherValueLimit = 3'000'000;
constexpr std::size_t escherDepthLimit = 50;

/// Members that an object has twice, of which JSON keeps the last. (A callback of the parser would see them as well,
/// but goes through all members of an object for each one.)
class RepeatedKeys : public Json::json_sax_t
{
public:
    std::vector<std::string> found;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override
    {
        keys_.emplace_back();
        return true;
    }
    bool end_object() override
    {
        keys_.pop_back();
        return true;
    }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool key(string_t &text) override
    {
        if (!keys_.back().insert(text).second) {
            found.push_back(text);
        }
        return true;
    }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override { return false; }

private:
    std::vector<std::unordered_set<std::string>> keys_;
};

class EscherReader
{
public:
    EscherReader(const std::string &file, std::vector<Issue> &issues) : file_(file), issues_(issues) {}

    MapDocument read(const std::string &content)
    {
        Json document = parse(content);
        Json body = takeBody(document);
        readNodes(body);
        readReactions(body);
        readTexts(body);
        const auto canvas = body.find("canvas");
        if (canvas == body.end() || !escher::readBox(*canvas, map_.canvas)) {
            map_.canvas = grown(drawnBox(map_), 100.0);
        }
        for (MapReaction &reaction : map_.reactions) {
            if (std::isnan(reaction.label.x)) {
                reaction.label = placeForLabel(map_, reaction);
            }
        }
        map_.bodySource = body.dump(-1, ' ', false, Json::error_handler_t::replace);
        leftOut_.report(file_, mapPartsLeftOut, issues_);
        return std::move(map_);
    }

private:
    [[noreturn]] void fail(const std::string &element, const std::string &what, const std::string &remedy = {}) const
    {
        throw InputError(errorAt(element.empty() ? file_ : file_ + ", " + element, what,
                                 remedy.empty() ? translate("Engine", "Choose a map that Escher has saved.") : remedy));
    }

    Json parse(const std::string &content)
    {
        const std::string text = plainJson(content);
        const JsonShape shape = jsonShape(text, escherValueLimit, escherDepthLimit);
        if (shape.tooLarge) {
            fail({}, translate("Engine", "The file holds more than %1 values or is nested more than %2 deep.",
                               {std::to_string(escherValueLimit), std::to_string(escherDepthLimit)}));
        }
        if (!shape.valid) {
            fail({}, translate("Engine", "The file is not valid JSON (%1).", {shape.error}),
                 translate("Engine", "Export or download the map again."));
        }
        RepeatedKeys repeated;
        Json::sax_parse(text, &repeated);
        for (const std::string &key : repeated.found) {
            leave(translate("Engine", "elements"), translate("Engine", "their id is there again further down"), key,
                  file_);
        }
        return Json::parse(text);
    }

    Json takeBody(Json &document)
    {
        Json body;
        if (document.is_array()) {
            if (document.size() != 2 || !document[0].is_object() || !document[1].is_object()) {
                fail({}, translate("Engine", "An Escher map is a list of a header and a body; this list is another."));
            }
            map_.origin = MapOrigin::Escher;
            escher::readHeader(document[0], map_);
            map_.headerSource = document[0].dump(-1, ' ', false, Json::error_handler_t::replace);
            body = std::move(document[1]);
        } else if (document.is_object()) {
            map_.origin = MapOrigin::EscherPlain;
            body = std::move(document);
        } else {
            fail({}, translate("Engine", "The file is neither a list nor an object."));
        }
        if (!body.contains("nodes") && body.contains("metabolites") && body.contains("reactions")) {
            fail({}, translate("Engine", "This is a metabolic model, not a map of one."),
                 translate("Engine", "Import it as a cell; maps of it are drawn automatically."));
        }
        for (const char *key : {"nodes", "reactions"}) {
            const auto found = body.find(key);
            if (found == body.end() || !found->is_object()) {
                fail(key, translate("Engine", "An object is expected."));
            }
        }
        return body;
    }

    void leave(const std::string &things, const std::string &reason, const std::string &detail,
               const std::string &where)
    {
        leftOut_.add(things + ", " + reason, detail, where);
    }

    /// Complaints about one element: `things` counts those of its kind, `element` names this one.
    escher::Complaint about(const std::string &things, const std::string &element)
    {
        return [this, things, element](const std::string &reason, const std::string &detail) {
            leave(things, reason, detail, file_ + ", " + element);
        };
    }

    static std::string sourceOf(const Json &value)
    {
        return value.dump(-1, ' ', false, Json::error_handler_t::replace);
    }

    /// Goes through body[key]; what `read` takes is removed from it, so that the body keeps what nobody took.
    template <class Read>
    void takeEach(Json &object, const char *key, const Read &read)
    {
        const auto list = object.find(key);
        if (list == object.end() || !list->is_object()) {
            return;
        }
        for (auto item = list->begin(); item != list->end();) {
            item = read(item.key(), item.value()) ? list->erase(item) : std::next(item);
        }
    }

    void readNodes(Json &body)
    {
        takeEach(body, "nodes", [&](const std::string &id, Json &value) {
            MapNode node;
            const escher::Complaint complain =
                about(translate("Engine", "nodes or parts of them"), translate("Engine", "node %1", {id}));
            if (!escher::readNode(value, node, complain)) {
                return false;
            }
            node.id = id;
            node.source = sourceOf(value);
            rows_[id] = static_cast<std::int32_t>(map_.nodes.size());
            map_.nodes.push_back(std::move(node));
            return true;
        });
    }

    void readReactions(Json &body)
    {
        takeEach(body, "reactions", [&](const std::string &id, Json &value) {
            MapReaction reaction;
            const std::string element = translate("Engine", "reaction %1", {id});
            if (!escher::readReaction(value, reaction,
                                      about(translate("Engine", "reactions or parts of them"), element))) {
                return false;
            }
            takeEach(value, "segments", [&](const std::string &segmentId, Json &part) {
                MapSegment segment;
                const escher::Complaint complain = about(translate("Engine", "segments or parts of them"),
                                                         translate("Engine", "%1, segment %2", {element, segmentId}));
                if (!escher::readSegment(part, rows_, segment, complain)) {
                    return false;
                }
                segment.id = segmentId;
                segment.source = sourceOf(part);
                reaction.segments.push_back(std::move(segment));
                return true;
            });
            if (reaction.segments.empty()) {
                leave(translate("Engine", "lines of reactions"), translate("Engine", "no segment can be drawn"),
                      reaction.reaction, file_ + ", " + element);
            }
            reaction.id = id;
            reaction.source = sourceOf(value);
            map_.reactions.push_back(std::move(reaction));
            return true;
        });
    }

    void readTexts(Json &body)
    {
        takeEach(body, "text_labels", [&](const std::string &id, Json &value) {
            MapText text;
            const escher::Complaint complain =
                about(translate("Engine", "texts"), translate("Engine", "text label %1", {id}));
            if (!escher::readText(value, text, complain)) {
                return false;
            }
            text.id = id;
            text.source = sourceOf(value);
            map_.texts.push_back(std::move(text));
            return true;
        });
    }

    const std::string &file_;
    std::vector<Issue> &issues_;
    MapDocument map_;
    std::unordered_map<std::string, std::int32_t> rows_;
    /// By what is left out.
    LeftOut leftOut_;
};

} // namespace

MapDocument readEscherMap(const std::string &content, const std::string &file, std::vector<Issue> &issues)
{
    return EscherReader(file, issues).read(content);
}

} // namespace knockscape
