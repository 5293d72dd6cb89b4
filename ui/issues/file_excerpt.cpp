#include "ui/issues/file_excerpt.h"

#include "engine/core/files.h"
#include "ui/session/task_thread.h"

#include <algorithm>
#include <array>
#include <exception>
#include <fstream>
#include <sstream>

namespace knockscape::ui
{
namespace
{

/// A line of a regulation matrix has thousands of cells; nobody reads so far.
constexpr std::size_t longestLine = 600;
/// What may be decompressed for a look at some lines.
constexpr std::uint64_t largestCompressed = std::uint64_t{512} << 20U;

bool isCompressed(std::ifstream &in)
{
    std::array<char, 3> head{};
    in.read(head.data(), head.size());
    const bool compressed = (head[0] == '\x1f' && head[1] == '\x8b') || std::string_view(head.data(), 3) == "BZh";
    in.clear();
    in.seekg(0);
    return compressed;
}

/// Reads one line into `line`, at most longestLine bytes of it; the rest is skipped.
bool nextLine(std::streambuf &in, std::string &line)
{
    using Traits = std::streambuf::traits_type;
    line.clear();
    int byte = in.sbumpc();
    if (byte == Traits::eof()) {
        return false;
    }
    for (; byte != Traits::eof() && byte != '\n'; byte = in.sbumpc()) {
        if (line.size() < longestLine) {
            line.push_back(static_cast<char>(byte));
        }
    }
    if (!line.empty() && line.back() == '\r') {
        line.pop_back();
    }
    return true;
}

void fill(FileExcerpt &excerpt, std::streambuf &in, int context)
{
    excerpt.firstLine = std::max<std::int64_t>(1, excerpt.line - context);
    const std::int64_t last = std::max<std::int64_t>(excerpt.line, 1) + context;
    std::string line;
    for (std::int64_t number = 1; number <= last && nextLine(in, line); ++number) {
        if (line.find('\0') != std::string::npos) {
            excerpt.lines.clear();
            excerpt.problem = ExcerptReader::tr("This is not a text file.");
            return;
        }
        if (number >= excerpt.firstLine) {
            QString text = QString::fromUtf8(line);
            excerpt.lines << (line.size() == longestLine ? text + QStringLiteral(" …") : text);
        }
    }
    if (excerpt.lines.isEmpty()) {
        excerpt.problem = excerpt.line > 0 ? ExcerptReader::tr("The file has no line %1 any more.").arg(excerpt.line)
                                           : ExcerptReader::tr("The file is empty.");
    }
}

} // namespace

FileExcerpt readExcerpt(const std::filesystem::path &file, std::int64_t line, int context)
{
    FileExcerpt excerpt;
    excerpt.file = file;
    excerpt.line = line;
    try {
        std::error_code error;
        std::ifstream in(file, std::ios::binary);
        if (!in || !std::filesystem::is_regular_file(file, error)) {
            excerpt.problem = ExcerptReader::tr("The file cannot be read.");
        } else if (isCompressed(in)) {
            std::istringstream text(readFile(file, largestCompressed));
            fill(excerpt, *text.rdbuf(), context);
        } else {
            fill(excerpt, *in.rdbuf(), context);
        }
    } catch (const std::exception &problem) {
        excerpt.lines.clear();
        excerpt.problem = QString::fromUtf8(problem.what());
    }
    return excerpt;
}

class ExcerptReader::Thread : public TaskThread
{
};

ExcerptReader::ExcerptReader(QObject *parent) : QObject(parent) {}

ExcerptReader::~ExcerptReader()
{
    thread_.reset();
}

void ExcerptReader::request(const std::filesystem::path &file, std::int64_t line, int context)
{
    if (!thread_) {
        thread_ = std::make_unique<Thread>();
    }
    thread_->postLatest([this, file, line, context, id = ++newest_] {
        FileExcerpt excerpt = readExcerpt(file, line, context);
        QMetaObject::invokeMethod(
            this,
            [this, id, excerpt = std::move(excerpt)] {
                if (id == newest_) {
                    emit ready(excerpt);
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace knockscape::ui
