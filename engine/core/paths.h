#pragma once

#include <filesystem>

namespace knockscape
{

/// The folder that holds the shipped demo ("demo/central-metabolism.cell", …): $KNOCKSCAPE_RESOURCES if set, else
/// share/knockscape beside the installed program, else the source tree it was built from.
std::filesystem::path resourceDirectory();

/// Where the program keeps what it writes for this user ($XDG_DATA_HOME/knockscape or ~/.local/share/knockscape).
/// The folder is not created here.
std::filesystem::path userDataDirectory();

/// Folder of the running executable.
std::filesystem::path executableDirectory();

} // namespace knockscape
