#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace knockscape::cli
{

/// A table for people: columns padded to their widest cell, numbers to the right. A header without any text is left
/// out.
class TextTable
{
public:
    struct Column {
        std::string header;
        bool alignRight = false;
    };

    explicit TextTable(std::vector<Column> columns);
    /// One cell per column; control characters are replaced.
    void addRow(const std::vector<std::string> &cells);
    void print(std::ostream &stream) const;

private:
    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace knockscape::cli
