#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knockscape
{

/// Reads an XML text as a stream of tags: enough for data files, and safe on hostile ones. A document type declaration
/// is refused (entities are how XML explodes) unless it holds nothing and the reader of the file accepts that; as is
/// nesting deeper than 200 where the reader of the file does not allow more. Namespace prefixes are taken off names.
class XmlReader
{
public:
    enum class Event { Start, End, Text, Finished };

    /// `text` must outlive the reader. `file` stands in messages.
    XmlReader(std::string_view text, std::string file);

    /// The next event. Throws InputError with file and line for what is not XML.
    Event next();

    /// Skips a document type declaration that only names a document type and defines nothing.
    void acceptDoctype() noexcept { acceptsDoctype_ = true; }

    static constexpr std::size_t usualNestingLimit = 200;
    /// How many elements may be open at a time from here on.
    void setNestingLimit(std::size_t limit) noexcept { nestingLimit_ = limit; }

    /// Name of the element of a Start or End.
    std::string_view name() const noexcept { return name_; }
    /// Character data of a Text, with entities replaced.
    const std::string &text() const noexcept { return content_; }
    /// Value of an attribute of the last Start, empty if it has none.
    std::string attribute(std::string_view attribute) const;
    /// 1-based line of the last event.
    std::size_t line() const noexcept { return line_; }
    /// Where the tag of the last Start or End begins, and where the text goes on behind the last event.
    std::size_t tagBegin() const noexcept { return tagBegin_ + skipped_; }
    std::size_t position() const noexcept { return position_ + skipped_; }

private:
    /// `fault` is a phrase: "a tag has no name".
    [[noreturn]] void fail(const std::string &fault) const;
    void skipDoctype();
    void skipPast(std::string_view end);
    void countLines(std::size_t from, std::size_t to);
    Event readTag();
    void readAttributes(std::size_t &position);
    std::size_t skipName(std::size_t position) const;
    std::size_t skipBlanks(std::size_t position) const;

    std::string_view text_;
    std::string file_;
    /// Bytes of a byte order mark.
    std::size_t skipped_ = 0;
    std::size_t position_ = 0;
    std::size_t tagBegin_ = 0;
    std::size_t line_ = 1;
    std::size_t nextLine_ = 1;
    std::vector<std::string_view> open_;
    std::string_view name_;
    std::string content_;
    std::vector<std::pair<std::string_view, std::string_view>> attributes_;
    bool acceptsDoctype_ = false;
    bool endPending_ = false;
    bool hasRoot_ = false;
    std::size_t nestingLimit_ = usualNestingLimit;
};

/// `text` with the entities that XML defines itself and numeric ones (&amp; &#228; &#xE4;) replaced; others are kept.
std::string withoutEntities(std::string_view text);

/// Reads all of `text` as XML and throws InputError if XmlReader refuses it: a check before handing it to a library
/// that is less careful.
void checkXml(std::string_view text, const std::string &file);

} // namespace knockscape
