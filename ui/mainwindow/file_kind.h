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
    /// Files and folders that a cell can be made of.
    std::vector<std::filesystem::path> imports;
    /// Nothing we know how to open.
    std::vector<std::filesystem::path> unknown;

    bool empty() const
    {
        return !cell && models.empty() && knockoutLists.empty() && imports.empty() && unknown.empty();
    }
};

/// Sorts paths by what they are: a .cell folder or a file inside one is a cell; safetensors and PyTorch checkpoints are
/// models, whatever their name, and so are folders of their shards (opening them says what to do); .xml, .gml, .fasta
/// and the like, tables whose header names genes, and other folders are for the import assistant; what else ends in
/// .txt, .csv or .tsv is a knockout list. Beside files to import and no cell, tables without a `knockouts` column and
/// models are for the assistant too. Reads at most the first bytes of a file.
FilesToOpen sortFiles(const std::vector<std::filesystem::path> &paths);

/// Cell and model of the shipped demo; members are empty where the files are missing.
FilesToOpen demoFiles();

} // namespace knockscape::ui
