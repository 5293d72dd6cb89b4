#pragma once

#include "app/desktop/command_line.h"

namespace knockscape::app
{

/// `knockscape --export DIR --subsystem NAME` and its like: draws one map without a window, with the fluxes of the
/// knockout by flux balance, and writes it into the folder as PNG, SVG, PDF, each with its legend, and as Escher JSON.
/// Prints the paths; a map that is divided has -2, -3 … Returns the exit code. Needs the QApplication for its fonts.
int exportMap(const CommandLine &line);

} // namespace knockscape::app
