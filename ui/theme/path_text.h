#pragma once

#include <QString>

#include <filesystem>

namespace knockscape::ui
{

/// The path as texts and fields show it.
inline QString toQString(const std::filesystem::path &path)
{
    return QString::fromStdString(path.string());
}

} // namespace knockscape::ui
