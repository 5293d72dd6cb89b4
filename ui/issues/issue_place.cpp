#include "ui/issues/issue_place.h"

#include <QRegularExpression>

#include <system_error>

namespace knockscape::ui
{
namespace
{

bool isFile(const std::string &path)
{
    std::error_code error;
    return !path.empty() && std::filesystem::is_regular_file(path, error);
}

/// The number at the beginning of ":12…", 0 if there is none.
std::int64_t lineAfter(const std::string &rest)
{
    static const QRegularExpression line(QStringLiteral("^:(\\d{1,15})(?!\\d)"));
    const QRegularExpressionMatch match = line.match(QString::fromStdString(rest));
    return match.hasMatch() ? match.captured(1).toLongLong() : 0;
}

/// The first line of `path` that the issue's texts name; 0 for none.
std::int64_t lineNamed(const std::string &path, const Issue &issue)
{
    for (const std::string &text : {issue.remedy, issue.what}) {
        const std::size_t found = text.find(path + ":");
        if (found != std::string::npos) {
            return lineAfter(text.substr(found + path.size()));
        }
    }
    return 0;
}

} // namespace

IssuePlace placeOf(const Issue &issue)
{
    const std::string &where = issue.where;
    // A path may itself hold ":" and ","; the whole is tried first, then what stands before each of them.
    for (std::size_t length = where.size(); length != std::string::npos && length > 0;) {
        const std::string path = where.substr(0, length);
        if (isFile(path)) {
            const std::int64_t line = lineAfter(where.substr(length));
            return {path, line > 0 ? line : lineNamed(path, issue)};
        }
        length = where.find_last_of(":,", length - 1);
    }
    return {};
}

QString shortPlace(const std::string &where)
{
    const IssuePlace place = placeOf({Severity::Note, where, {}, {}});
    if (place.empty()) {
        return QString::fromStdString(where);
    }
    const std::string path = place.file.string();
    return QString::fromStdString(place.file.filename().string() + where.substr(path.size()));
}

} // namespace knockscape::ui
