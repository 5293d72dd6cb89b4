#include "engine/cell/bundle.h"
#include "engine/core/text.h"
#include "tests/fuzz/fuzz_input.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <vector>

using namespace knockscape;

namespace
{

/// A folder in memory, or in the temporary folder where there is none.
std::filesystem::path makeFolder()
{
    std::error_code error;
    const bool memory = std::filesystem::is_directory("/dev/shm", error);
    std::string name = std::string(memory ? "/dev/shm" : "/tmp") + "/knockscape-fuzz-XXXXXX";
    fuzz::require(::mkdtemp(name.data()) != nullptr);
    return name;
}

struct Folder {
    std::filesystem::path path = makeFolder();
    ~Folder() { std::filesystem::remove_all(path); }
};

} // namespace

/// The input is the files of a bundle one after the other, with a line of dashes between them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Folder folder;
    constexpr std::array names = {"cell.json",       "genes.tsv",     "interactions/a.tsv",
                                  "metabolites.tsv", "reactions.tsv", "stoichiometry.tsv"};
    std::filesystem::create_directories(folder.path / "interactions");
    std::string text = fuzz::text(data, size);
    for (const char *name : names) {
        const std::size_t end = std::min(text.find("----\n"), text.size());
        std::filesystem::remove(folder.path / name);
        if (end > 0) {
            std::ofstream(folder.path / name, std::ios::binary) << text.substr(0, end);
        }
        text.erase(0, std::min(end + 5, text.size()));
    }
    fuzz::expectInputErrors([&] {
        std::vector<Issue> issues;
        const Cell cell = readCellBundle(folder.path, issues);
        fuzz::require(cell.genes.size() > 0);
        buildHypergraph(cell.metabolism, cell.hyperedges);
    });
    return 0;
}
