#include "engine/store/process_identity.h"

#include "engine/core/text.h"

#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace knockscape
{
namespace
{

std::string contentOf(const std::string &file)
{
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string hostName()
{
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string();
}

/// Nothing when there is no such process.
std::optional<std::int64_t> startTicksOf(std::int64_t pid)
{
    const std::string stat = contentOf("/proc/" + std::to_string(pid) + "/stat");
    // The second field is the program's name in parentheses and may itself hold blanks and parentheses.
    const std::size_t nameEnd = stat.rfind(") ");
    if (nameEnd == std::string::npos) {
        return std::nullopt;
    }
    const auto fields = split(std::string_view(stat).substr(nameEnd + 2), " \n", true);
    constexpr std::size_t stateField = 0;
    constexpr std::size_t startField = 19;
    if (fields.size() <= startField || fields[stateField] == "Z" || fields[stateField] == "X") {
        return std::nullopt;
    }
    return parseInteger(fields[startField]);
}

} // namespace

ProcessIdentity ProcessIdentity::current()
{
    ProcessIdentity identity;
    identity.host = hostName();
    identity.bootId = std::string(trimmed(contentOf("/proc/sys/kernel/random/boot_id")));
    std::error_code error;
    identity.pidNamespace = std::filesystem::read_symlink("/proc/self/ns/pid", error).string();
    identity.pid = getpid();
    identity.startTicks = startTicksOf(identity.pid).value_or(0);
    return identity;
}

bool hasEnded(const ProcessIdentity &process)
{
    const ProcessIdentity here = ProcessIdentity::current();
    if (here.startTicks == 0 || process.host != here.host) {
        return false;
    }
    if (process.bootId != here.bootId) {
        return true;
    }
    return process.pidNamespace == here.pidNamespace && startTicksOf(process.pid) != process.startTicks;
}

} // namespace knockscape
