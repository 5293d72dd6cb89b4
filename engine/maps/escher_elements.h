#pragma once

#include "engine/maps/map_document.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <unordered_map>

/// The elements of an Escher map (schema 1-0-0, and what versions before it wrote) one by one, in both directions: what
/// a member means is said here alone.
namespace knockscape::escher
{

using Json = nlohmann::json;

/// Told what of an element cannot be used: a translated phrase, and the value or name it is about.
using Complaint = std::function<void(const std::string &reason, const std::string &detail)>;

/// Each reads one element, without its `id` and `source`. False (after a complaint) where it cannot be drawn; what else
/// cannot be used is complained about and replaced by what is likely.
bool readNode(const Json &value, MapNode &node, const Complaint &complain);
bool readText(const Json &value, MapText &text, const Complaint &complain);
/// `nodes` gives the places of nodes by id.
bool readSegment(const Json &value, const std::unordered_map<std::string, std::int32_t> &nodes, MapSegment &segment,
                 const Complaint &complain);
/// Everything but the segments. Where the label's place is missing, it stays at (NaN, NaN).
bool readReaction(const Json &value, MapReaction &reaction, const Complaint &complain);
/// A rectangle of finite numbers with some area.
bool readBox(const Json &value, MapBox &box);

/// Each writes an element into `value`, which is its source as JSON, or null without one: members that the source says
/// already are left as they are, also in an unusual form.
void writeNode(const MapNode &node, Json &value);
void writeText(const MapText &text, Json &value);
void writeSegment(const MapDocument &map, const MapSegment &segment, Json &value);
void writeReaction(const MapDocument &map, const MapReaction &reaction, Json &value);
void writeBox(const MapBox &box, Json &value);

} // namespace knockscape::escher
