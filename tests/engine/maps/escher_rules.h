#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace knockscape::testing
{

/// What Escher's schema 1-0-0 demands of a map, told once more: the first thing that breaks it, empty if nothing does.
class EscherRules
{
public:
    using Json = nlohmann::json;

    static std::string firstBreach(const Json &map)
    {
        EscherRules rules;
        rules.check(map);
        return rules.breach_;
    }

private:
    using Keys = std::vector<std::string>;

    void fail(const std::string &where)
    {
        if (breach_.empty()) {
            breach_ = where;
        }
    }

    /// Exactly these members, and perhaps `optional` ones.
    void members(const Json &value, const Keys &keys, const std::string &where, const Keys &optional = {})
    {
        if (!value.is_object()) {
            fail(where + " is no object");
            return;
        }
        for (const std::string &key : keys) {
            if (!value.contains(key)) {
                fail(where + " lacks " + key);
            }
        }
        for (const auto &item : value.items()) {
            const auto known = [&](const Keys &list) {
                return std::find(list.begin(), list.end(), item.key()) != list.end();
            };
            if (!known(keys) && !known(optional)) {
                fail(where + " has " + item.key());
            }
        }
    }

    void numbers(const Json &value, const Keys &keys, const std::string &where)
    {
        for (const std::string &key : keys) {
            if (!value.contains(key) || !value[key].is_number()) {
                fail(where + "." + key + " is no number");
            }
        }
    }

    void texts(const Json &value, const Keys &keys, const std::string &where)
    {
        for (const std::string &key : keys) {
            if (!value.contains(key) || !value[key].is_string()) {
                fail(where + "." + key + " is no text");
            }
        }
    }

    static bool hasDigit(const std::string &text) { return text.find_first_of("0123456789") != std::string::npos; }

    void id(const std::string &key, const std::string &where)
    {
        if (!hasDigit(key)) {
            fail(where + ": an id without a digit");
        }
    }

    void check(const Json &map)
    {
        if (!map.is_array() || map.size() != 2) {
            fail("not [header, body]");
            return;
        }
        const Json &header = map[0];
        members(header, {"schema", "homepage", "map_id", "map_name", "map_description"}, "header", {"metadata"});
        texts(header, {"map_id", "map_name", "map_description"}, "header");
        if (header.value("schema", "") != "https://escher.github.io/escher/jsonschema/1-0-0#" ||
            header.value("homepage", "") != "https://escher.github.io") {
            fail("header names another schema");
        }
        const Json &body = map[1];
        members(body, {"nodes", "reactions", "text_labels", "canvas"}, "body");
        if (!breach_.empty()) {
            return;
        }
        members(body["canvas"], {"x", "y", "width", "height"}, "canvas");
        numbers(body["canvas"], {"x", "y", "width", "height"}, "canvas");
        for (const auto &item : body["nodes"].items()) {
            node(item.key(), item.value());
        }
        for (const auto &item : body["text_labels"].items()) {
            id(item.key(), "text");
            members(item.value(), {"x", "y", "text"}, "text");
            numbers(item.value(), {"x", "y"}, "text");
            texts(item.value(), {"text"}, "text");
        }
        for (const auto &item : body["reactions"].items()) {
            reaction(item.key(), item.value());
        }
    }

    void node(const std::string &key, const Json &value)
    {
        const std::string where = "node " + key;
        id(key, where);
        const std::string type = value.value("node_type", "");
        if (type == "metabolite") {
            members(value, {"node_type", "x", "y", "bigg_id", "name", "label_x", "label_y", "node_is_primary"}, where);
            texts(value, {"bigg_id", "name"}, where);
            numbers(value, {"x", "y", "label_x", "label_y"}, where);
            if (!value.value("node_is_primary", Json()).is_boolean()) {
                fail(where + ".node_is_primary");
            }
        } else if (type == "midmarker" || type == "multimarker") {
            members(value, {"node_type", "x", "y"}, where);
            numbers(value, {"x", "y"}, where);
        } else {
            fail(where + " is of no kind");
        }
    }

    void reaction(const std::string &key, const Json &value)
    {
        const std::string where = "reaction " + key;
        id(key, where);
        members(value,
                {"name", "bigg_id", "reversibility", "label_x", "label_y", "gene_reaction_rule", "genes", "metabolites",
                 "segments"},
                where);
        if (!breach_.empty()) {
            return;
        }
        texts(value, {"name", "bigg_id", "gene_reaction_rule"}, where);
        numbers(value, {"label_x", "label_y"}, where);
        if (!value["reversibility"].is_boolean() || !value["genes"].is_array() || !value["metabolites"].is_array()) {
            fail(where + " has a member of another type");
            return;
        }
        for (const Json &gene : value["genes"]) {
            members(gene, {}, where + " gene", {"bigg_id", "name"});
            texts(gene, {"bigg_id", "name"}, where + " gene");
        }
        for (const Json &metabolite : value["metabolites"]) {
            members(metabolite, {"bigg_id", "coefficient"}, where + " metabolite");
            texts(metabolite, {"bigg_id"}, where + " metabolite");
            numbers(metabolite, {"coefficient"}, where + " metabolite");
        }
        for (const auto &item : value["segments"].items()) {
            segment(item.key(), item.value(), where);
        }
    }

    void segment(const std::string &key, const Json &value, const std::string &reaction)
    {
        const std::string where = reaction + " segment " + key;
        id(key, where);
        members(value, {"from_node_id", "to_node_id", "b1", "b2"}, where);
        if (!breach_.empty()) {
            return;
        }
        texts(value, {"from_node_id", "to_node_id"}, where);
        for (const char *control : {"b1", "b2"}) {
            if (!value[control].is_null()) {
                members(value[control], {"x", "y"}, where);
                numbers(value[control], {"x", "y"}, where);
            }
        }
    }

    std::string breach_;
};

} // namespace knockscape::testing
