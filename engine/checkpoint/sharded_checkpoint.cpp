#include "engine/checkpoint/sharded_checkpoint.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cstddef>
#include <system_error>
#include <vector>

namespace knockscape
{

namespace
{

namespace fs = std::filesystem;

/// A folder of more files was not written by any of these programs.
constexpr std::size_t mostFiles = 5'000;

/// The files in `folder` and in its folders, as paths relative to it, in name order.
std::vector<fs::path> filesOf(const fs::path &folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end;
         it != end && !error && files.size() < mostFiles; it.increment(error)) {
        if (it.depth() >= 1) {
            it.disable_recursion_pending();
        }
        std::error_code ignored;
        if (it->is_regular_file(ignored)) {
            files.push_back(it->path().lexically_relative(folder));
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// True for "model-00001-of-00003.safetensors" and the like; one of one is no shard.
bool isNumberedShard(const fs::path &file)
{
    const std::string stem = file.stem().string();
    const std::size_t of = stem.rfind("-of-");
    const std::size_t dash = of == std::string::npos || of == 0 ? std::string::npos : stem.rfind('-', of - 1);
    const std::string extension = lowered(file.extension().string());
    if (dash == std::string::npos || (extension != ".safetensors" && extension != ".bin" && extension != ".pt")) {
        return false;
    }
    const auto number = parseInteger(stem.substr(dash + 1, of - dash - 1));
    const auto count = parseInteger(stem.substr(of + 4));
    return number && count && *count > 1;
}

bool isModelStates(const fs::path &file)
{
    const std::string name = file.filename().string();
    return name.ends_with("_model_states.pt") || name.ends_with("_optim_states.pt");
}

bool isDistributed(const fs::path &file)
{
    return file.extension() == ".distcp";
}

bool isIndex(const fs::path &file)
{
    const std::string name = file.filename().string();
    return name.ends_with(".safetensors.index.json") || name.ends_with(".bin.index.json");
}

template <class Test>
const fs::path *firstOf(const std::vector<fs::path> &files, const Test &test)
{
    const auto found = std::find_if(files.begin(), files.end(), test);
    return found == files.end() ? nullptr : &*found;
}

std::string deepSpeedRemedy(const fs::path &folder, bool hasScript)
{
    return hasScript ? translate("Engine",
                                 "Join them first: run “python zero_to_fp32.py . OUT” in the folder, and open the file "
                                 "that it writes.")
                     : translate("Engine",
                                 "Join them first with DeepSpeed's script (“python zero_to_fp32.py %1 OUT”) or "
                                 "Lightning's convert_zero_checkpoint_to_fp32_state_dict, and open the file that it "
                                 "writes.",
                                 {folder.string()});
}

Issue deepSpeedFolder(const fs::path &folder, const std::vector<fs::path> &files)
{
    const bool hasScript =
        firstOf(files, [](const fs::path &file) { return file.filename() == "zero_to_fp32.py"; }) != nullptr;
    std::string remedy = deepSpeedRemedy(folder, hasScript);
    // One process that writes for all others wrote the weights whole.
    if (const fs::path *whole =
            firstOf(files, [](const fs::path &file) { return file.filename() == "mp_rank_00_model_states.pt"; })) {
        remedy += ' ';
        remedy += translate("Engine",
                            "Of a training that did not divide the weights (ZeRO stage 1 or 2), %1 can be "
                            "opened as it is.",
                            {whole->string()});
    }
    return errorAt(folder.string(),
                   translate("Engine", "This is a folder of shards, as DeepSpeed saves a model: each file holds a part "
                                       "of it."),
                   std::move(remedy));
}

std::string distributedRemedy(const std::string &folder)
{
    return translate("Engine",
                     "Join them first, in Python with torch.distributed.checkpoint.format_utils.dcp_to_torch_save"
                     "(\"%1\", \"model.pt\"), or for a folder of Lightning with “python -m "
                     "lightning.pytorch.utilities.consolidate_checkpoint %1”; then open the file that it writes.",
                     {folder});
}

std::string numberedRemedy()
{
    return translate("Engine", "Join them first: load every shard (safetensors.torch.load_file or torch.load), put "
                               "their tensors into one dictionary, and save that (save_file or torch.save).");
}

Issue numberedFolder(const fs::path &folder)
{
    return errorAt(folder.string(),
                   translate("Engine", "This is a folder of shards: the model's tensors are divided among several "
                                       "files."),
                   numberedRemedy());
}

std::optional<Issue> describeFile(const fs::path &file)
{
    if (isDistributed(file)) {
        return errorAt(file.string(),
                       translate("Engine", "This is one of several shards, as torch.distributed.checkpoint saves a "
                                           "model."),
                       distributedRemedy(file.parent_path().empty() ? "." : file.parent_path().string()));
    }
    if (isNumberedShard(file)) {
        return errorAt(file.string(),
                       translate("Engine", "This is one of several shards among which a model's tensors are divided."),
                       numberedRemedy());
    }
    return std::nullopt;
}

} // namespace

std::optional<Issue> describeShards(const fs::path &path)
{
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        return describeFile(path);
    }
    const std::vector<fs::path> files = filesOf(path);
    if (firstOf(files, isModelStates) != nullptr) {
        return deepSpeedFolder(path, files);
    }
    if (const fs::path *shard = firstOf(files, isDistributed)) {
        const fs::path folder = shard->has_parent_path() ? path / shard->parent_path() : path;
        return errorAt(path.string(),
                       translate("Engine", "This is a folder of shards, as torch.distributed.checkpoint (FSDP) saves a "
                                           "model: each file holds a part of it."),
                       distributedRemedy(folder.string()));
    }
    if (firstOf(files, isIndex) != nullptr || firstOf(files, isNumberedShard) != nullptr) {
        return numberedFolder(path);
    }
    return std::nullopt;
}

Issue describeModelFolder(const fs::path &folder)
{
    constexpr std::size_t shown = 5;
    std::vector<std::string> models;
    bool unpacked = false;
    for (const fs::path &file : filesOf(folder)) {
        const std::string extension = lowered(file.extension().string());
        unpacked = unpacked || file.filename() == "data.pkl";
        if (extension == ".safetensors" || extension == ".pt" || extension == ".pth" || extension == ".ckpt" ||
            extension == ".bin") {
            models.push_back(file.string());
        }
    }
    if (unpacked) {
        return errorAt(folder.string(),
                       translate("Engine", "This is the unpacked archive of a checkpoint, not the checkpoint."),
                       translate("Engine", "Open the file that it was unpacked from."));
    }
    const bool more = models.size() > shown;
    models.resize(std::min(models.size(), shown));
    return errorAt(folder.string(), translate("Engine", "This is a folder, not a model."),
                   models.empty()
                       ? translate("Engine", "Choose a file that torch.save or safetensors wrote.")
                       : translate("Engine", "Choose a file in it: %1.", {joined(models, ", ") + (more ? ", …" : "")}));
}

Issue deepSpeedShard(const std::string &where)
{
    const fs::path folder = fs::path(where).parent_path();
    return errorAt(where,
                   translate("Engine", "This is one of several shards, as DeepSpeed saves a model: its tensors "
                                       "are in other files."),
                   deepSpeedRemedy(folder.has_parent_path() ? folder.parent_path() : folder, false));
}

} // namespace knockscape
