#include "ui/mainwindow/file_kind.h"

#include "engine/checkpoint/torch_checkpoint.h"
#include "engine/core/paths.h"
#include "engine/core/text.h"

#include <algorithm>
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

} // namespace

FilesToOpen sortFiles(const std::vector<fs::path> &paths)
{
    FilesToOpen files;
    for (const fs::path &path : paths) {
        const std::string extension = lowered(path.extension().string());
        if (const std::optional<fs::path> bundle = enclosingBundle(fs::absolute(path))) {
            files.cell = *bundle;
        } else if (extension == ".cell") {
            // Missing: opening it says so.
            files.cell = path;
        } else if (isModel(path, extension)) {
            files.models.push_back(path);
        } else if (extension == ".txt" || extension == ".csv" || extension == ".tsv") {
            files.knockoutLists.push_back(path);
        } else {
            files.unknown.push_back(path);
        }
    }
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
