#pragma once

#include <filesystem>
#include <optional>
#include <vector>

namespace knockscape::ui
{

/// What a person gave us to open, from the menu, by drag and drop or on the command line.
struct FilesToOpen {
    std::optional<std::filesystem::path> cell;
    std::vector<std::filesystem::path> models;
    std::vector<std::filesystem::path> knockoutLists;
    /// Nothing we know how to open.
    std::vector<std::filesystem::path> unknown;

    bool empty() const { return !cell && models.empty() && knockoutLists.empty() && unknown.empty(); }
};

/// Sorts paths by what they are: a .cell folder or a file inside one is a cell; safetensors and PyTorch checkpoints are
/// models, whatever their name; .txt, .csv and .tsv are knockout lists. Reads at most the first bytes of a file.
FilesToOpen sortFiles(const std::vector<std::filesystem::path> &paths);

/// Cell and model of the shipped demo; members are empty where the files are missing.
FilesToOpen demoFiles();

} // namespace knockscape::ui
