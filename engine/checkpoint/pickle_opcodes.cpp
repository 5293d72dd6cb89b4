#include "engine/checkpoint/pickle_builders.h"
#include "engine/checkpoint/pickle_machine.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <charconv>

namespace knockscape
{

namespace
{

PickleValue valueOf(PickleKind kind, std::string text = {}, std::vector<PickleValue *> items = {})
{
    PickleValue value;
    value.kind = kind;
    value.text = std::move(text);
    value.items = std::move(items);
    return value;
}

PickleValue integerOf(std::int64_t integer)
{
    PickleValue value;
    value.kind = PickleKind::Integer;
    value.integer = integer;
    return value;
}

PickleValue realOf(double real)
{
    PickleValue value;
    value.kind = PickleKind::Real;
    value.real = real;
    return value;
}

bool takesItems(const PickleValue &value)
{
    return value.is(PickleKind::List) || value.is(PickleKind::Set) || value.is(PickleKind::Object);
}

bool takesEntries(const PickleValue &value)
{
    return value.is(PickleKind::Dict) || value.is(PickleKind::Object);
}

/// Protocols 0 and 1 quote their strings as repr() does; only what a quoted name needs is undone.
std::string unquoted(std::string_view line)
{
    line = trimmed(line);
    if (line.size() >= 2 && (line.front() == '\'' || line.front() == '"') && line.back() == line.front()) {
        line = line.substr(1, line.size() - 2);
    }
    return std::string(line);
}

void appendUtf8(std::string &text, std::uint32_t code)
{
    if (code < 0x80) {
        text += static_cast<char>(code);
        return;
    }
    const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr std::uint32_t leads[] = {0, 0xC0, 0xE0, 0xF0};
    text += static_cast<char>(leads[more] | (code >> (6 * more)));
    for (int part = more - 1; part >= 0; --part) {
        text += static_cast<char>(0x80U | ((code >> (6 * part)) & 0x3FU));
    }
}

/// Python's raw-unicode-escape (Latin-1, and a backslash with u and four or U and eight digits) as UTF-8.
std::string fromRawUnicodeEscape(std::string_view line)
{
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool escape = line[i] == '\\' && i + 1 < line.size() && (line[i + 1] == 'u' || line[i + 1] == 'U');
        const std::size_t digits = escape && line[i + 1] == 'U' ? 8 : 4;
        std::uint32_t code = static_cast<unsigned char>(line[i]);
        if (escape && line.size() - i >= digits + 2) {
            const std::string_view hex = line.substr(i + 2, digits);
            const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
            if (error == std::errc() && end == hex.data() + hex.size() && code < 0x110000) {
                i += digits + 1;
            } else {
                code = '\\';
            }
        }
        appendUtf8(text, code);
    }
    return text;
}

} // namespace

bool PickleMachine::numberOpcode(unsigned char code)
{
    switch (code) {
    case 'N':
        push(none_);
        return true;
    case 0x88: // NEWTRUE
        push(true_);
        return true;
    case 0x89: // NEWFALSE
        push(false_);
        return true;
    case 'J': // BININT
        push(integerOf(takeNumber<std::int32_t>()));
        return true;
    case 'K': // BININT1
        push(integerOf(takeNumber<std::uint8_t>()));
        return true;
    case 'M': // BININT2
        push(integerOf(takeNumber<std::uint16_t>()));
        return true;
    case 'I': // INT; "00" and "01" are False and True
    case 'L': // LONG
        pushDecimal(takeLine());
        return true;
    case 0x8A: // LONG1
        pushLarge(take(takeNumber<std::uint8_t>()));
        return true;
    case 0x8B: // LONG4
        pushLarge(take(takeNumber<std::uint32_t>()));
        return true;
    case 'F': { // FLOAT
        const auto number = parseNumber(trimmed(takeLine()));
        if (!number) {
            refuse(translate("Engine", "A number of the pickle cannot be read."));
        }
        push(realOf(*number));
        return true;
    }
    case 'G': { // BINFLOAT, big-endian
        std::string digits(take(8));
        std::reverse(digits.begin(), digits.end());
        double number = 0.0;
        std::memcpy(&number, digits.data(), sizeof number);
        push(realOf(number));
        return true;
    }
    default:
        return false;
    }
}

void PickleMachine::pushDecimal(std::string_view line)
{
    if (line == "00" || line == "01") {
        push(line == "01" ? true_ : false_);
        return;
    }
    if (line.ends_with('L')) {
        line.remove_suffix(1);
    }
    if (const auto number = parseInteger(line)) {
        push(integerOf(*number));
    } else if (!line.empty() && line.find_first_not_of("-0123456789") == std::string_view::npos) {
        push(valueOf(PickleKind::LargeInteger, std::string(line)));
    } else {
        refuse(translate("Engine", "A number of the pickle cannot be read."));
    }
}

void PickleMachine::pushLarge(std::string_view twosComplement)
{
    if (twosComplement.size() > sizeof(std::int64_t)) {
        push(valueOf(PickleKind::LargeInteger, std::string(twosComplement)));
        return;
    }
    // Sign extension: the unused bytes repeat the sign.
    const bool negative = !twosComplement.empty() && (static_cast<unsigned char>(twosComplement.back()) & 0x80U) != 0;
    std::int64_t number = negative ? -1 : 0;
    std::memcpy(&number, twosComplement.data(), twosComplement.size());
    push(integerOf(number));
}

bool PickleMachine::textOpcode(unsigned char code)
{
    switch (code) {
    case 'X': // BINUNICODE
        pushText(PickleKind::Text, take(takeNumber<std::uint32_t>()));
        return true;
    case 0x8C: // SHORT_BINUNICODE
        pushText(PickleKind::Text, take(takeNumber<std::uint8_t>()));
        return true;
    case 0x8D: // BINUNICODE8
        pushText(PickleKind::Text, take(takeNumber<std::uint64_t>()));
        return true;
    case 'V': // UNICODE
        push(valueOf(PickleKind::Text, fromRawUnicodeEscape(takeLine())));
        return true;
    case 'S': // STRING: text of Python 2, which is what names are
        push(valueOf(PickleKind::Text, unquoted(takeLine())));
        return true;
    case 'T': // BINSTRING
        pushText(PickleKind::Text, take(takeNumber<std::uint32_t>()));
        return true;
    case 'U': // SHORT_BINSTRING
        pushText(PickleKind::Text, take(takeNumber<std::uint8_t>()));
        return true;
    case 'B': // BINBYTES
        pushText(PickleKind::Bytes, take(takeNumber<std::uint32_t>()));
        return true;
    case 'C': // SHORT_BINBYTES
        pushText(PickleKind::Bytes, take(takeNumber<std::uint8_t>()));
        return true;
    case 0x8E: // BINBYTES8
    case 0x96: // BYTEARRAY8
        pushText(PickleKind::Bytes, take(takeNumber<std::uint64_t>()));
        return true;
    default:
        return false;
    }
}

void PickleMachine::pushText(PickleKind kind, std::string_view text)
{
    push(valueOf(kind, std::string(text)));
}

bool PickleMachine::containerOpcode(unsigned char code)
{
    switch (code) {
    case ')': // EMPTY_TUPLE
        pushSequence(PickleKind::Tuple, {});
        return true;
    case 't': // TUPLE
        pushSequence(PickleKind::Tuple, popToMark());
        return true;
    case 0x85: // TUPLE1
        pushSequence(PickleKind::Tuple, {pop()});
        return true;
    case 0x86: { // TUPLE2
        PickleValue *second = pop();
        pushSequence(PickleKind::Tuple, {pop(), second});
        return true;
    }
    case 0x87: { // TUPLE3
        PickleValue *third = pop();
        PickleValue *second = pop();
        pushSequence(PickleKind::Tuple, {pop(), second, third});
        return true;
    }
    case ']': // EMPTY_LIST
        pushSequence(PickleKind::List, {});
        return true;
    case 'l': // LIST
        pushSequence(PickleKind::List, popToMark());
        return true;
    case 0x8F: // EMPTY_SET
        pushSequence(PickleKind::Set, {});
        return true;
    case 0x91: // FROZENSET
        pushSequence(PickleKind::Set, popToMark());
        return true;
    case '}': // EMPTY_DICT
        push(valueOf(PickleKind::Dict));
        return true;
    case 'd': { // DICT
        const std::vector<PickleValue *> keysAndValues = popToMark();
        push(valueOf(PickleKind::Dict));
        setEntries(top(), keysAndValues);
        return true;
    }
    default:
        return false;
    }
}

void PickleMachine::pushSequence(PickleKind kind, std::vector<PickleValue *> items)
{
    push(valueOf(kind, {}, std::move(items)));
}

bool PickleMachine::fillOpcode(unsigned char code)
{
    switch (code) {
    case 'a':    // APPEND
    case 'e':    // APPENDS
    case 0x90: { // ADDITEMS
        const std::vector<PickleValue *> items = code == 'a' ? std::vector{pop()} : popToMark();
        PickleValue *target = top();
        if (!takesItems(*target)) {
            refuse(translate("Engine", "The pickle adds to a value that holds no others."));
        }
        target->items.insert(target->items.end(), items.begin(), items.end());
        return true;
    }
    case 's': { // SETITEM
        PickleValue *value = pop();
        PickleValue *key = pop();
        setEntries(top(), {key, value});
        return true;
    }
    case 'u': { // SETITEMS
        const std::vector<PickleValue *> keysAndValues = popToMark();
        setEntries(top(), keysAndValues);
        return true;
    }
    case 'b': // BUILD
        build();
        return true;
    default:
        return false;
    }
}

void PickleMachine::setEntries(PickleValue *target, const std::vector<PickleValue *> &keysAndValues)
{
    if (!takesEntries(*target) || keysAndValues.size() % 2 != 0) {
        refuse(translate("Engine", "The pickle adds to a value that holds no others."));
    }
    for (std::size_t i = 0; i < keysAndValues.size(); i += 2) {
        target->entries.emplace_back(keysAndValues[i], keysAndValues[i + 1]);
    }
}

void PickleMachine::build()
{
    PickleValue *state = pop();
    PickleValue *target = top();
    if (target == none_ || target == true_ || target == false_) {
        refuse(translate("Engine", "The pickle adds to a value that holds no others."));
    }
    target->state = state;
}

bool PickleMachine::objectOpcode(unsigned char code)
{
    switch (code) {
    case 'c': { // GLOBAL
        const std::string module(takeLine());
        push(valueOf(PickleKind::Global, module + "." + std::string(takeLine())));
        return true;
    }
    case 0x93: { // STACK_GLOBAL
        const PickleValue *name = pop();
        const PickleValue *module = pop();
        push(valueOf(PickleKind::Global, module->text + "." + name->text));
        return true;
    }
    case 'R':    // REDUCE
    case 0x81: { // NEWOBJ
        const PickleValue *arguments = pop();
        const PickleValue *callable = pop();
        requireCall(*callable, *arguments);
        call(*callable, arguments->items);
        return true;
    }
    case 0x92: { // NEWOBJ_EX: class, arguments, keywords
        const PickleValue *keywords = pop();
        const PickleValue *arguments = pop();
        const PickleValue *callable = pop();
        requireCall(*callable, *arguments);
        PickleValue object = valueOf(PickleKind::Object, callable->text, arguments->items);
        object.entries = keywords->entries;
        push(std::move(object));
        return true;
    }
    case 'i': { // INST
        const std::string module(takeLine());
        const std::string name = module + "." + std::string(takeLine());
        push(valueOf(PickleKind::Object, name, popToMark()));
        return true;
    }
    case 'o': { // OBJ
        std::vector<PickleValue *> items = popToMark();
        if (items.empty()) {
            refuse(translate("Engine", "The pickle takes a value that it never gave."));
        }
        const std::string name = items.front()->text;
        items.erase(items.begin());
        push(valueOf(PickleKind::Object, name, std::move(items)));
        return true;
    }
    case 'P': // PERSID
        push(valueOf(PickleKind::Object, "persistent id " + std::string(takeLine())));
        return true;
    case 'Q': // BINPERSID
        pushStorage(*pop());
        return true;
    default:
        return false;
    }
}

void PickleMachine::requireCall(const PickleValue &callable, const PickleValue &arguments) const
{
    if ((!callable.is(PickleKind::Global) && !callable.is(PickleKind::Object)) || !arguments.is(PickleKind::Tuple)) {
        refuse(translate("Engine", "The pickle calls what is not a class or function."));
    }
}

void PickleMachine::call(const PickleValue &callable, const std::vector<PickleValue *> &arguments)
{
    if (callable.is(PickleKind::Global)) {
        if (auto built = buildKnown(callable.text, arguments, where_)) {
            push(built->existing != nullptr ? built->existing : add(std::move(built->value)));
            return;
        }
    }
    // copyreg._reconstructor(class, base, content) makes an object of that class.
    const bool reconstructs =
        (callable.text == "copyreg._reconstructor" || callable.text == "copy_reg._reconstructor") &&
        !arguments.empty() && arguments[0]->is(PickleKind::Global);
    PickleValue object = valueOf(PickleKind::Object, reconstructs ? arguments[0]->text : callable.text,
                                 reconstructs ? std::vector<PickleValue *>{} : arguments);
    if (reconstructs && arguments.size() > 2) {
        object.entries = arguments[2]->entries;
        object.items = arguments[2]->items;
    }
    push(std::move(object));
}

void PickleMachine::pushStorage(const PickleValue &id)
{
    if (auto storage = storageOfPersistentId(id, where_)) {
        push(std::move(*storage));
        return;
    }
    // torch's old format wraps a module as ("module", class, file, source).
    if (id.items.size() == 4 && id.items[0]->is(PickleKind::Text) && id.items[0]->text == "module") {
        push(id.items[1]);
        return;
    }
    push(valueOf(PickleKind::Object, "persistent id", id.items));
}

} // namespace knockscape
