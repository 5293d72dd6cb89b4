#include "engine/checkpoint/pickle_machine.h"

#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <utility>

namespace knockscape
{

namespace
{

/// Many times what a checkpoint of a large model with its optimizer holds; about 250 MB of values.
constexpr std::size_t maximumValues = 2'000'000;
constexpr std::uint64_t maximumPointers = 8'000'000;
constexpr std::size_t maximumMarks = 10'000;
/// Text may be copied (a class name into each of its objects), so the whole may exceed the input, but not by much.
constexpr std::uint64_t textPerByte = 8;
constexpr std::uint64_t spareTextBytes = 1 << 20;
constexpr int newestProtocol = 5;

} // namespace

PickleMachine::PickleMachine(std::string_view bytes, std::string where) : bytes_(bytes), where_(std::move(where))
{
    none_ = constant(PickleKind::None, 0);
    false_ = constant(PickleKind::Boolean, 0);
    true_ = constant(PickleKind::Boolean, 1);
}

PickleDocument PickleMachine::run()
{
    while (step()) {
    }
    if (stack_.size() != 1 || !marks_.empty()) {
        refuse(translate("Engine", "The pickle ends with %1 values instead of one.", {std::to_string(stack_.size())}));
    }
    document_.root = stack_.front();
    document_.length = position_;
    return std::move(document_);
}

bool PickleMachine::step()
{
    constexpr unsigned char stop = '.';
    constexpr unsigned char protocol = 0x80;
    constexpr unsigned char frame = 0x95;
    const auto code = static_cast<unsigned char>(take(1)[0]);
    switch (code) {
    case stop:
        return false;
    case protocol:
        if (static_cast<unsigned char>(take(1)[0]) > newestProtocol) {
            refuse(translate("Engine", "The pickle is of a newer protocol than 5."));
        }
        return true;
    case frame:
        // A frame is a hint for readers of streams.
        take(8);
        return true;
    default:
        break;
    }
    if (!numberOpcode(code) && !textOpcode(code) && !memoOpcode(code) && !containerOpcode(code) && !fillOpcode(code) &&
        !objectOpcode(code)) {
        refuse(translate("Engine", "Byte %1 is not a pickle instruction that can be read.", {std::to_string(code)}));
    }
    return true;
}

void PickleMachine::refuse(const std::string &what) const
{
    throw InputError(
        errorAt(where_ + ": " + translate("Engine", "byte %1", {std::to_string(position_)}), what,
                translate("Engine", "Copy or download the file again, or save it once more with torch.save.")));
}

std::string_view PickleMachine::take(std::uint64_t count)
{
    if (count > bytes_.size() - position_) {
        refuse(translate("Engine", "The pickle is cut short."));
    }
    const std::string_view part = bytes_.substr(position_, count);
    position_ += count;
    return part;
}

std::string_view PickleMachine::takeLine()
{
    const std::size_t end = bytes_.find('\n', position_);
    if (end == std::string_view::npos) {
        refuse(translate("Engine", "The pickle is cut short."));
    }
    const std::string_view line = bytes_.substr(position_, end - position_);
    position_ = end + 1;
    return line;
}

PickleValue *PickleMachine::add(PickleValue value)
{
    pointers_ += value.items.size() + 2 * value.entries.size();
    textBytes_ += value.text.size();
    if (document_.values.size() >= maximumValues || pointers_ > maximumPointers ||
        textBytes_ > textPerByte * bytes_.size() + spareTextBytes) {
        refuse(translate("Engine", "The pickle holds more than a checkpoint can need."));
    }
    document_.values.push_back(std::move(value));
    return &document_.values.back();
}

PickleValue *PickleMachine::constant(PickleKind kind, std::int64_t integer)
{
    PickleValue value;
    value.kind = kind;
    value.integer = integer;
    return add(std::move(value));
}

void PickleMachine::push(PickleValue *value)
{
    if (stack_.size() >= maximumPointers) {
        refuse(translate("Engine", "The pickle holds more than a checkpoint can need."));
    }
    stack_.push_back(value);
}

PickleValue *PickleMachine::top()
{
    if (stack_.size() <= (marks_.empty() ? 0 : marks_.back())) {
        refuse(translate("Engine", "The pickle takes a value that it never gave."));
    }
    return stack_.back();
}

PickleValue *PickleMachine::pop()
{
    PickleValue *value = top();
    stack_.pop_back();
    return value;
}

std::vector<PickleValue *> PickleMachine::popToMark()
{
    if (marks_.empty()) {
        refuse(translate("Engine", "The pickle takes a value that it never gave."));
    }
    const auto first = stack_.begin() + static_cast<std::ptrdiff_t>(marks_.back());
    std::vector<PickleValue *> values(first, stack_.end());
    stack_.erase(first, stack_.end());
    marks_.pop_back();
    return values;
}

bool PickleMachine::memoOpcode(unsigned char code)
{
    const auto index = [this] {
        const auto number = parseInteger(takeLine());
        return static_cast<std::uint64_t>(number.value_or(-1));
    };
    switch (code) {
    case '(': // MARK
        if (marks_.size() >= maximumMarks) {
            refuse(translate("Engine", "The pickle is nested too deeply."));
        }
        marks_.push_back(stack_.size());
        return true;
    case '0': // POP, which takes a mark where that is on top
        if (!marks_.empty() && stack_.size() == marks_.back()) {
            marks_.pop_back();
        } else {
            pop();
        }
        return true;
    case '1': // POP_MARK
        popToMark();
        return true;
    case '2': // DUP
        push(top());
        return true;
    case 'p': // PUT
        remember(index());
        return true;
    case 'q': // BINPUT
        remember(static_cast<unsigned char>(take(1)[0]));
        return true;
    case 'r': // LONG_BINPUT
        remember(takeNumber<std::uint32_t>());
        return true;
    case 0x94: // MEMOIZE
        remember(memo_.size());
        return true;
    case 'g': // GET
        recall(index());
        return true;
    case 'h': // BINGET
        recall(static_cast<unsigned char>(take(1)[0]));
        return true;
    case 'j': // LONG_BINGET
        recall(takeNumber<std::uint32_t>());
        return true;
    default:
        return false;
    }
}

void PickleMachine::remember(std::uint64_t index)
{
    if (index >= maximumValues) {
        refuse(translate("Engine", "The pickle holds more than a checkpoint can need."));
    }
    PickleValue *value = top();
    if (index >= memo_.size()) {
        memo_.resize(index + 1, nullptr);
    }
    memo_[index] = value;
}

void PickleMachine::recall(std::uint64_t index)
{
    if (index >= memo_.size() || memo_[index] == nullptr) {
        refuse(translate("Engine", "The pickle takes a value that it never gave."));
    }
    push(memo_[index]);
}

PickleDocument readPickle(std::string_view bytes, const std::string &where)
{
    return PickleMachine(bytes, where).run();
}

} // namespace knockscape
