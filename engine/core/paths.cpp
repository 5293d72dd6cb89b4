#include "engine/core/paths.h"

#include <cstdlib>
#include <string>

namespace knockscape
{
namespace
{

namespace fs = std::filesystem;

fs::path fromEnvironment(const char *variable)
{
    const char *value = std::getenv(variable);
    return value != nullptr ? fs::path(value) : fs::path();
}

} // namespace

fs::path executableDirectory()
{
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::current_path() : self.parent_path();
}

fs::path resourceDirectory()
{
    if (const fs::path chosen = fromEnvironment("KNOCKSCAPE_RESOURCES"); !chosen.empty()) {
        return chosen;
    }
    const fs::path installed = executableDirectory().parent_path() / "share" / "knockscape";
    std::error_code error;
    return fs::is_directory(installed, error) ? installed : fs::path(KNOCKSCAPE_SOURCE_RESOURCES);
}

fs::path userDataDirectory()
{
    if (const fs::path base = fromEnvironment("XDG_DATA_HOME"); base.is_absolute()) {
        return base / "knockscape";
    }
    const fs::path home = fromEnvironment("HOME");
    return (home.empty() ? fs::temp_directory_path() : home / ".local" / "share") / "knockscape";
}

} // namespace knockscape
