#include "ui/mainwindow/file_kind.h"

#include "engine/cell/importers/gene_columns.h"
#include "engine/cell/importers/graph_formats.h"
#include "engine/checkpoint/sharded_checkpoint.h"
#include "engine/checkpoint/torch_checkpoint.h"
#include "engine/core/delimited_rows.h"
#include "engine/core/paths.h"
#include "engine/core/text.h"
#include "engine/core/text_encoding.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace knockscape::ui
{
namespace
{

namespace fs = std::filesystem;

bool isBundle(const fs::path &path)
{
    std::error_code error;
    return fs::is_directory(path, error) &&
           (lowered(path.extension().string()) == ".cell" || fs::exists(path / "cell.json", error));
}

/// The bundle that `path` is, or lies in (at most two folders up: interactions/physical.tsv), if any.
std::optional<fs::path> enclosingBundle(fs::path path)
{
    // "demo.cell/" has an empty file name.
    if (!path.has_filename()) {
        path = path.parent_path();
    }
    for (int level = 0; level < 3 && path.has_filename(); ++level, path = path.parent_path()) {
        if (isBundle(path)) {
            return path;
        }
    }
    return std::nullopt;
}

/// By its content; a file that cannot be read, by its name, so that opening it says why.
bool isModel(const fs::path &path, const std::string &extension)
{
    constexpr std::size_t looked = 1024;
    std::string head(looked, '\0');
    std::ifstream stream(path, std::ios::binary);
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
    return looksLikeModelFile(head) || extension == ".safetensors" || extension == ".pt" || extension == ".pth" ||
           extension == ".ckpt";
}

/// ".xml" of "yeast.xml.gz".
std::string plainExtension(fs::path path)
{
    std::string extension = lowered(path.extension().string());
    if (extension == ".gz" || extension == ".bz2") {
        extension = lowered(path.replace_extension().extension().string());
        return extension.empty() ? ".gz" : extension;
    }
    return extension;
}

bool isTable(const std::string &extension)
{
    return extension == ".txt" || extension == ".csv" || extension == ".tsv";
}

/// Whether files of this name hold networks, genes or metabolism.
bool isImported(const std::string &extension)
{
    static constexpr std::array extensions{".xml", ".sbml",  ".gml",  ".graphml", ".xgmml",     ".gexf",
                                           ".sif", ".json",  ".cx2",  ".cx",      ".cyjs",      ".mitab",
                                           ".tab", ".tab2",  ".tab3", ".gaf",     ".gene_info", ".fa",
                                           ".faa", ".fasta", ".fna",  ".ffn",     ".fsa",       ".npy"};
    return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

enum class TableKind { Unclear, KnockoutList, Import };

/// What the beginning of a text says; a table of bare names has no header.
TableKind kindOfTable(const fs::path &path)
{
    constexpr std::size_t longestHeader = 4096;
    std::string head(longestHeader, '\0');
    std::ifstream in(path, std::ios::binary);
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    if (looksLikeUtf16(head)) {
        // The last unit may be cut.
        head.resize(head.size() - head.size() % 2);
    }
    try {
        decodeText(head, path.string());
    } catch (const InputError &) {
        return TableKind::Unclear;
    }
    ImportFile file;
    file.path = path;
    file.content = head;
    if (graphFormatOf(file) != nullptr) {
        return TableKind::Import;
    }
    std::string_view line = trimmed(std::string_view(head).substr(0, head.find_first_of("\r\n")));
    if (declaredSeparator(head)) {
        const std::string_view rest = trimmed(std::string_view(head).substr(line.size()));
        line = trimmed(rest.substr(0, rest.find_first_of("\r\n")));
    }
    line.remove_prefix(line.starts_with('#') ? 1 : 0);
    static constexpr std::array columns{"source",
                                        "target",
                                        "protein1",
                                        "gene1",
                                        "gene_a",
                                        "tf",
                                        "regulator",
                                        "node1",
                                        "from",
                                        "interactor_a",
                                        "tax_id",
                                        "interactor_b",
                                        "biogrid interaction id"};
    const std::vector<std::string_view> cells = split(line, line.find('\t') != std::string_view::npos ? "\t" : ",; ");
    for (const std::string_view cell : cells) {
        const std::string name = lowered(withoutQuotes(trimmed(cell)));
        if (name == "knockouts") {
            return TableKind::KnockoutList;
        }
        const bool known = isGeneColumnName(name) || std::find(columns.begin(), columns.end(), name) != columns.end();
        if (cells.size() > 1 && known) {
            return TableKind::Import;
        }
    }
    return TableKind::Unclear;
}

bool isCompressed(const fs::path &path)
{
    const std::string extension = lowered(path.extension().string());
    return extension == ".gz" || extension == ".bz2";
}

/// Beside files that make a cell, what could be either belongs to them.
void giveUnclearToImport(FilesToOpen &files)
{
    if (files.imports.empty() || files.cell) {
        return;
    }
    std::erase_if(files.knockoutLists, [&](const fs::path &path) {
        const bool unclear = kindOfTable(path) != TableKind::KnockoutList;
        if (unclear) {
            files.imports.push_back(path);
        }
        return unclear;
    });
    // Features are safetensors too.
    std::erase_if(files.models, [&](const fs::path &path) {
        const bool mayBeFeatures = lowered(path.extension().string()) == ".safetensors";
        if (mayBeFeatures) {
            files.imports.push_back(path);
        }
        return mayBeFeatures;
    });
}

} // namespace

FilesToOpen sortFiles(const std::vector<fs::path> &paths)
{
    FilesToOpen files;
    for (const fs::path &path : paths) {
        const std::string extension = plainExtension(path);
        std::error_code error;
        if (const std::optional<fs::path> bundle = enclosingBundle(fs::absolute(path))) {
            files.cell = *bundle;
        } else if (extension == ".cell") {
            // Missing: opening it says so.
            files.cell = path;
        } else if (isModel(path, extension) || (fs::is_directory(path, error) && describeShards(path))) {
            files.models.push_back(path);
        } else if (isImported(extension) || isCompressed(path) || fs::is_directory(path, error) ||
                   (isTable(extension) && kindOfTable(path) == TableKind::Import)) {
            files.imports.push_back(path);
        } else if (isTable(extension)) {
            files.knockoutLists.push_back(path);
        } else {
            files.unknown.push_back(path);
        }
    }
    giveUnclearToImport(files);
    return files;
}

FilesToOpen demoFiles()
{
    std::vector<fs::path> found;
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(resourceDirectory() / "demo", error)) {
        const std::string extension = entry.path().extension().string();
        if (extension == ".cell" || extension == ".safetensors") {
            found.push_back(entry.path());
        }
    }
    std::sort(found.begin(), found.end());
    FilesToOpen files = sortFiles(found);
    // One model: several would be opened as an ensemble.
    files.models.resize(std::min<std::size_t>(files.models.size(), 1));
    return files;
}

} // namespace knockscape::ui
