#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <filesystem>
#include <memory>

namespace knockscape::ui
{

/// Some lines of a text file. Long lines are cut; bytes that are no UTF-8 are shown as replacement characters.
struct FileExcerpt {
    std::filesystem::path file;
    /// Number of lines[0], from 1.
    std::int64_t firstLine = 1;
    QStringList lines;
    /// The line asked for; 0 for none.
    std::int64_t line = 0;
    /// Why there is nothing to show; else empty.
    QString problem;
};

/// Reads up to `context` lines before and after `line` (0: the beginning of the file), decompressing .gz and .bz2.
/// Never throws: what went wrong is `problem`. May take as long as reading the file does.
FileExcerpt readExcerpt(const std::filesystem::path &file, std::int64_t line, int context);

/// Reads excerpts on a thread of its own; only the answer to the newest request arrives, in the GUI thread.
class ExcerptReader : public QObject
{
    Q_OBJECT

public:
    explicit ExcerptReader(QObject *parent = nullptr);
    ~ExcerptReader() override;

    void request(const std::filesystem::path &file, std::int64_t line, int context);
    /// Drops the answer that is on its way.
    void forget() { ++newest_; }

signals:
    void ready(const knockscape::ui::FileExcerpt &excerpt);

private:
    class Thread;

    std::unique_ptr<Thread> thread_;
    quint64 newest_ = 0;
};

} // namespace knockscape::ui
