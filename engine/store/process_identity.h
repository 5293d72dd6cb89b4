#pragma once

#include <cstdint>
#include <string>

namespace knockscape
{

/// Names a running process well enough to tell later, from another process, whether it is still there: its number can
/// be given to somebody else, the time it started cannot.
struct ProcessIdentity {
    std::string host;
    /// Changes with every start of the machine.
    std::string bootId;
    /// Process numbers mean something only within one (containers have their own).
    std::string pidNamespace;
    std::int64_t pid = 0;
    /// Clock ticks between the machine's start and the process's (proc(5), stat, field 22).
    std::int64_t startTicks = 0;

    static ProcessIdentity current();
};

/// True when `process` is known to have ended. A process that cannot be seen from here (another host or container) is
/// taken to be alive.
bool hasEnded(const ProcessIdentity &process);

} // namespace knockscape
