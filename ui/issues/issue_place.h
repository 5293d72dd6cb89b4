#pragma once

#include "engine/core/issue.h"

#include <QString>

#include <cstdint>
#include <filesystem>

namespace knockscape::ui
{

/// The file, and perhaps the line of it, that an issue is about.
struct IssuePlace {
    /// Empty: the issue names no file that is there.
    std::filesystem::path file;
    /// From 1; 0 where the issue names the file as a whole.
    std::int64_t line = 0;

    bool empty() const { return file.empty(); }
    bool operator==(const IssuePlace &) const = default;
};

/// Finds the place in Issue::where ("/data/net.tsv:12", "net.tsv:12: edge 3", "model.xml, reaction R1"): the longest
/// beginning that names an existing file counts. Where that has no line, the first one that the other texts name in
/// the same file does ("First at /data/net.tsv:12"). Asks the file system.
IssuePlace placeOf(const Issue &issue);

/// `where` as a list shows it: without the folders in front of a file's name.
QString shortPlace(const std::string &where);

} // namespace knockscape::ui
