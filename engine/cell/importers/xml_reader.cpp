#include "engine/cell/importers/xml_reader.h"

#include "engine/core/ascii.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <optional>

namespace knockscape
{
namespace
{

bool endsName(char c)
{
    return isBlank(c) || c == '/' || c == '>' || c == '=' || c == '<' || c == '"' || c == '\'';
}

std::string_view withoutPrefix(std::string_view name)
{
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// What "amp", "#38" or "#x26" stand for; nothing for an entity XML does not define itself.
std::string entity(std::string_view name)
{
    constexpr std::pair<std::string_view, const char *> known[] = {
        {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}};
    for (const auto &[entityName, text] : known) {
        if (name == entityName) {
            return text;
        }
    }
    if (name.size() < 2 || name.size() > 9 || name[0] != '#') {
        return {};
    }
    const bool hexadecimal = name[1] == 'x';
    const std::string digits(name.substr(hexadecimal ? 2 : 1));
    const char *allowed = hexadecimal ? "0123456789abcdefABCDEF" : "0123456789";
    if (digits.empty() || digits.find_first_not_of(allowed) != std::string::npos) {
        return {};
    }
    std::string text;
    appendUtf8(text, std::stoul(digits, nullptr, hexadecimal ? 16 : 10));
    return text;
}

} // namespace

std::string withoutEntities(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t ampersand = std::min(text.find('&'), text.size());
        result += text.substr(0, ampersand);
        text.remove_prefix(ampersand);
        if (text.empty()) {
            break;
        }
        const std::size_t end = text.substr(0, 12).find(';');
        const std::string replaced = end == std::string_view::npos ? std::string() : entity(text.substr(1, end - 1));
        result += replaced.empty() ? std::string("&") : replaced;
        text.remove_prefix(replaced.empty() ? 1 : end + 1);
    }
    return result;
}

XmlReader::XmlReader(std::string_view text, std::string file) : text_(text), file_(std::move(file))
{
    if (text_.starts_with("\xef\xbb\xbf")) {
        text_.remove_prefix(3);
        skipped_ = 3;
    }
}

void XmlReader::fail(const std::string &fault) const
{
    throw InputError(errorAt(file_ + ":" + std::to_string(line_),
                             translate("Engine", "The file is damaged here, or no XML: %1.", {fault}),
                             translate("Engine", "Download or export it again; a download may have been cut short.")));
}

/// A document type may hold entities, which is how XML explodes; one that only names itself is skipped where that is
/// wanted.
void XmlReader::skipDoctype()
{
    const std::string_view rest = text_.substr(position_);
    const std::size_t end = rest.find_first_of("[>");
    if (acceptsDoctype_ && rest.starts_with("<!DOCTYPE") && end != std::string_view::npos && rest[end] == '>') {
        skipPast(">");
        return;
    }
    throw InputError(
        errorAt(file_ + ":" + std::to_string(line_),
                translate("Engine", "The file declares a document type, which is not read, as it may be harmful."),
                translate("Engine",
                          "Export the file again without it, or remove the text from “<!DOCTYPE” to the “>” behind.")));
}

void XmlReader::countLines(std::size_t from, std::size_t to)
{
    nextLine_ += static_cast<std::size_t>(
        std::count(text_.begin() + static_cast<long>(from), text_.begin() + static_cast<long>(to), '\n'));
}

void XmlReader::skipPast(std::string_view end)
{
    const std::size_t found = text_.find(end, position_);
    if (found == std::string_view::npos) {
        fail(translate("Engine", "“%1” is missing", {std::string(end)}));
    }
    countLines(position_, found + end.size());
    position_ = found + end.size();
}

XmlReader::Event XmlReader::next()
{
    if (endPending_) {
        endPending_ = false;
        open_.pop_back();
        return Event::End;
    }
    while (position_ < text_.size()) {
        line_ = nextLine_;
        const std::string_view rest = text_.substr(position_);
        if (rest.starts_with("<!--")) {
            skipPast("-->");
        } else if (rest.starts_with("<?")) {
            skipPast("?>");
        } else if (rest.starts_with("<![CDATA[")) {
            const std::size_t begin = position_ + 9;
            skipPast("]]>");
            content_ = text_.substr(begin, position_ - 3 - begin);
            return Event::Text;
        } else if (rest.starts_with("<!")) {
            skipDoctype();
        } else if (rest.front() == '<') {
            return readTag();
        } else {
            const std::size_t length = std::min(rest.find('<'), rest.size());
            countLines(position_, position_ + length);
            position_ += length;
            if (!trimmed(rest.substr(0, length)).empty()) {
                if (open_.empty()) {
                    fail(translate("Engine", "there is text outside of all elements"));
                }
                content_ = withoutEntities(rest.substr(0, length));
                return Event::Text;
            }
        }
    }
    if (!open_.empty() || !hasRoot_) {
        fail(hasRoot_ ? translate("Engine", "it ends within <%1>", {std::string(open_.back().substr(0, 80))})
                      : translate("Engine", "there is no element in it"));
    }
    return Event::Finished;
}

std::size_t XmlReader::skipName(std::size_t position) const
{
    while (position < text_.size() && !endsName(text_[position])) {
        ++position;
    }
    return position;
}

std::size_t XmlReader::skipBlanks(std::size_t position) const
{
    while (position < text_.size() && isBlank(text_[position])) {
        ++position;
    }
    return position;
}

XmlReader::Event XmlReader::readTag()
{
    const std::size_t start = position_;
    tagBegin_ = start;
    const bool closing = text_.substr(start).starts_with("</");
    const std::size_t nameStart = start + (closing ? 2 : 1);
    std::size_t position = skipName(nameStart);
    const std::string_view fullName = text_.substr(nameStart, position - nameStart);
    if (fullName.empty()) {
        fail(translate("Engine", "a tag has no name"));
    }
    name_ = withoutPrefix(fullName);
    attributes_.clear();
    readAttributes(position);
    const bool empty = text_.substr(position).starts_with("/>");
    if (!empty && !text_.substr(position).starts_with(">")) {
        fail(translate("Engine", "the tag <%1> is not closed", {std::string(fullName.substr(0, 80))}));
    }
    position_ = position + (empty ? 2 : 1);
    countLines(start, position_);
    if (closing) {
        if (open_.empty() || open_.back() != fullName) {
            fail(translate("Engine", "</%1> closes what is not open", {std::string(fullName.substr(0, 80))}));
        }
        open_.pop_back();
        return Event::End;
    }
    if (open_.empty() && hasRoot_) {
        fail(translate("Engine", "there is a second outermost element <%1>", {std::string(fullName.substr(0, 80))}));
    }
    if (open_.size() >= nestingLimit_) {
        fail(translate("Engine", "elements are nested more than %1 deep", {std::to_string(nestingLimit_)}));
    }
    hasRoot_ = true;
    open_.push_back(fullName);
    endPending_ = empty;
    return Event::Start;
}

void XmlReader::readAttributes(std::size_t &position)
{
    for (position = skipBlanks(position); position < text_.size() && !endsName(text_[position]);
         position = skipBlanks(position)) {
        const std::size_t nameStart = position;
        position = skipName(position);
        const std::string_view attributeName = text_.substr(nameStart, position - nameStart);
        position = skipBlanks(position);
        if (position >= text_.size() || text_[position] != '=') {
            fail(translate("Engine", "the attribute %1 has no value", {std::string(attributeName.substr(0, 80))}));
        }
        position = skipBlanks(position + 1);
        const char quote = position < text_.size() ? text_[position] : '\0';
        const std::size_t end =
            quote == '"' || quote == '\'' ? text_.find(quote, position + 1) : std::string_view::npos;
        if (end == std::string_view::npos) {
            fail(translate("Engine", "the value of the attribute %1 is not in quotation marks",
                           {std::string(attributeName.substr(0, 80))}));
        }
        attributes_.emplace_back(withoutPrefix(attributeName), text_.substr(position + 1, end - position - 1));
        position = end + 1;
    }
}

std::string XmlReader::attribute(std::string_view attribute) const
{
    const auto found = std::find_if(attributes_.begin(), attributes_.end(),
                                    [&](const auto &entry) { return entry.first == attribute; });
    return found == attributes_.end() ? std::string() : withoutEntities(found->second);
}

void checkXml(std::string_view text, const std::string &file)
{
    XmlReader reader(text, file);
    while (reader.next() != XmlReader::Event::Finished) {
    }
}

} // namespace knockscape
