#include "engine/store/provenance.h"

#include "engine/core/files.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/utc_time.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace knockscape
{

namespace
{

using OrderedJson = nlohmann::ordered_json;

bool isEmpty(const Provenance::Input &input)
{
    return input.name.empty() && input.path.empty() && input.sha256.empty();
}

OrderedJson inputJson(const Provenance::Input &input)
{
    OrderedJson json = OrderedJson::object();
    for (const auto &[key, value] : {std::pair<const char *, std::string>{"name", input.name},
                                     {"path", input.path.string()},
                                     {"sha256", input.sha256}}) {
        if (!value.empty()) {
            json[key] = value;
        }
    }
    return json;
}

void addInputs(OrderedJson &json, const char *key, const std::vector<Provenance::Input> &inputs)
{
    for (const Provenance::Input &input : inputs) {
        json[key].push_back(inputJson(input));
    }
}

OrderedJson notesJson(const Provenance &about)
{
    OrderedJson json{{"format", "knockscape-table"}, {"version", KNOCKSCAPE_VERSION}, {"created", utcNow()}};
    const auto add = [&json](const char *key, const std::string &value) {
        if (!value.empty()) {
            json[key] = value;
        }
    };
    add("content", about.content);
    add("made_by", about.madeBy);
    if (!isEmpty(about.cell)) {
        json["cell"] = inputJson(about.cell);
    }
    addInputs(json, "models", about.models);
    addInputs(json, "labels", about.labels);
    add("filter", about.filter);
    add("order", about.order);
    add("evaluator", about.method.empty() ? std::string() : std::string("simulation"));
    add("method", about.method);
    add("medium", about.medium);
    add("objective", about.objective);
    if (const OrderedJson parameters = OrderedJson::parse(about.parametersJson, nullptr, false);
        parameters.is_object()) {
        json["parameters"] = parameters;
    }
    if (!about.remarks.empty()) {
        json["remarks"] = about.remarks;
    }
    return json;
}

std::string dumped(const OrderedJson &json, int indent)
{
    return json.dump(indent, ' ', false, OrderedJson::error_handler_t::replace);
}

/// The text at a key; empty where there is none.
std::string textAt(const OrderedJson &object, const char *key)
{
    return object.is_object() && object.contains(key) && object[key].is_string() ? object[key].get<std::string>()
                                                                                 : std::string();
}

Provenance::Input inputOf(const OrderedJson &json)
{
    return {textAt(json, "name"), textAt(json, "path"), textAt(json, "sha256")};
}

std::vector<Provenance::Input> inputsAt(const OrderedJson &object, const char *key)
{
    std::vector<Provenance::Input> inputs;
    if (object.is_object() && object.contains(key) && object[key].is_array()) {
        for (const OrderedJson &input : object[key]) {
            inputs.push_back(inputOf(input));
        }
    }
    return inputs;
}

/// Objects and lists as lines of their own: "models 1 sha256".
void addLines(const std::string &name, const OrderedJson &json, std::vector<std::pair<std::string, std::string>> &lines)
{
    if (json.is_object() || json.is_array()) {
        std::size_t place = 0;
        for (const auto &[key, value] : json.items()) {
            const std::string part = json.is_array() ? std::to_string(++place) : key;
            addLines(name.empty() ? part : name + " " + part, value, lines);
        }
    } else {
        lines.emplace_back(name, json.is_string() ? json.get<std::string>() : dumped(json, -1));
    }
}

} // namespace

Provenance provenanceOf(std::string content, std::string madeBy, const Cell *cell, std::span<const ModelSummary> models)
{
    Provenance about;
    about.content = std::move(content);
    about.madeBy = std::move(madeBy);
    if (cell != nullptr) {
        about.cell = {cell->name, {}, cell->sha256};
    }
    for (const ModelSummary &model : models) {
        about.models.push_back({{}, std::filesystem::absolute(model.path), model.sha256});
    }
    return about;
}

std::string orderBy(const std::string &expression, bool descending)
{
    if (expression.empty()) {
        return {};
    }
    return descending ? translate("Engine", "%1, largest first", {expression})
                      : translate("Engine", "%1, smallest first", {expression});
}

std::filesystem::path provenancePath(const std::filesystem::path &table)
{
    std::filesystem::path path = table;
    path += "-metadata.json";
    return path;
}

std::string toJson(const Provenance &about)
{
    return dumped(notesJson(about), -1);
}

Provenance parseProvenance(std::string_view json)
{
    const OrderedJson object = OrderedJson::parse(json, nullptr, false);
    Provenance about;
    about.content = textAt(object, "content");
    about.madeBy = textAt(object, "made_by");
    if (object.is_object() && object.contains("cell")) {
        about.cell = inputOf(object["cell"]);
    }
    about.models = inputsAt(object, "models");
    about.labels = inputsAt(object, "labels");
    about.filter = textAt(object, "filter");
    about.order = textAt(object, "order");
    about.method = textAt(object, "method");
    about.medium = textAt(object, "medium");
    about.objective = textAt(object, "objective");
    if (object.is_object() && object.contains("parameters")) {
        about.parametersJson = dumped(object["parameters"], -1);
    }
    if (object.is_object() && object.contains("remarks") && object["remarks"].is_array()) {
        for (const OrderedJson &remark : object["remarks"]) {
            about.remarks.push_back(remark.is_string() ? remark.get<std::string>() : dumped(remark, -1));
        }
    }
    return about;
}

std::vector<std::pair<std::string, std::string>> provenanceLines(const Provenance &about)
{
    std::vector<std::pair<std::string, std::string>> lines;
    addLines({}, notesJson(about), lines);
    return lines;
}

void writeProvenance(const std::filesystem::path &table, const Provenance &about,
                     const std::vector<std::string> &columns, const std::vector<bool> &numeric)
{
    const OrderedJson notes = notesJson(about);
    OrderedJson schema = OrderedJson::array();
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const bool isNumber = column < numeric.size() && numeric[column];
        schema.push_back({{"titles", columns[column]}, {"datatype", isNumber ? "number" : "string"}});
    }
    OrderedJson json{{"@context", "http://www.w3.org/ns/csvw"},
                     {"url", table.filename().string()},
                     {"dc:creator", std::string("Knockscape ") + KNOCKSCAPE_VERSION},
                     {"dc:created", notes.at("created")}};
    if (lowered(table.extension().string()) == ".tsv") {
        json["dialect"] = {{"delimiter", "\t"}, {"quoteChar", nullptr}};
    }
    json["tableSchema"] = {{"columns", schema}};
    json["notes"] = OrderedJson::array({notes});
    writeFileAtomically(provenancePath(table), [&](std::ostream &stream) { stream << dumped(json, 1) << '\n'; });
}

} // namespace knockscape
