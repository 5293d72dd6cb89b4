#pragma once

#include "engine/checkpoint/pickle_value.h"

#include <bit>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knockscape
{

static_assert(std::endian::native == std::endian::little, "pickle numbers are little-endian");

/// The stack machine behind readPickle(): opcodes of Python's pickletools, protocols 0 to 5. Iterative, so that depth
/// costs no stack; every value, pointer and byte it makes is counted against a limit.
class PickleMachine
{
public:
    PickleMachine(std::string_view bytes, std::string where);

    PickleDocument run();

private:
    // pickle_machine.cpp: the loop, input, stack and memo
    bool step();
    [[noreturn]] void refuse(const std::string &what) const;
    std::string_view take(std::uint64_t count);
    std::string_view takeLine();
    template <class Number>
    Number takeNumber()
    {
        Number value;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }
    PickleValue *add(PickleValue value);
    PickleValue *constant(PickleKind kind, std::int64_t integer);
    void push(PickleValue *value);
    void push(PickleValue value) { push(add(std::move(value))); }
    PickleValue *pop();
    PickleValue *top();
    std::vector<PickleValue *> popToMark();
    bool memoOpcode(unsigned char code);
    void remember(std::uint64_t index);
    void recall(std::uint64_t index);

    // pickle_opcodes.cpp: each handles the opcodes of its kind and says whether it did
    bool numberOpcode(unsigned char code);
    bool textOpcode(unsigned char code);
    bool containerOpcode(unsigned char code);
    bool fillOpcode(unsigned char code);
    bool objectOpcode(unsigned char code);
    void pushText(PickleKind kind, std::string_view text);
    void pushLarge(std::string_view twosComplement);
    void pushDecimal(std::string_view line);
    void pushSequence(PickleKind kind, std::vector<PickleValue *> items);
    void setEntries(PickleValue *target, const std::vector<PickleValue *> &keysAndValues);
    void requireCall(const PickleValue &callable, const PickleValue &arguments) const;
    void call(const PickleValue &callable, const std::vector<PickleValue *> &arguments);
    void pushStorage(const PickleValue &id);
    void build();

    std::string_view bytes_;
    std::string where_;
    std::size_t position_ = 0;
    PickleDocument document_;
    std::vector<PickleValue *> stack_;
    std::vector<std::size_t> marks_;
    std::vector<PickleValue *> memo_;
    PickleValue *none_ = nullptr;
    PickleValue *false_ = nullptr;
    PickleValue *true_ = nullptr;
    std::uint64_t pointers_ = 0;
    std::uint64_t textBytes_ = 0;
};

} // namespace knockscape
