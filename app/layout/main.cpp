// SPDX-License-Identifier: MIT
// Copyright (c) 2026 the Knockscape authors. See app/layout/LICENSE.
//
// knockscape-layout: reads one layout request (JSON, engine/layout/layout_protocol.h) from standard input up to its end
// and writes one result to standard output. Exit code 0: laid out; 1: Graphviz failed; 2: wrong usage; 3: the request
// cannot be used. The result says why in "error". With --serve it answers each line with a line until its input ends,
// which spares many small graphs the start of the program.
#include "app/layout/graphviz_layout.h"

#include <array>
#include <cstdio>
#include <cstring>
#include <exception>
#include <stdexcept>
#include <string>

namespace
{

enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, BadInput = 3 };

/// Far above the largest request the limits of the protocol allow.
constexpr std::size_t kMaxInput = std::size_t{32} << 20;

std::string readStandardInput()
{
    std::string text;
    std::array<char, 65536> chunk{};
    while (const std::size_t count = std::fread(chunk.data(), 1, chunk.size(), stdin)) {
        text.append(chunk.data(), count);
        if (text.size() > kMaxInput)
            throw std::runtime_error("layout: the request is too large");
    }
    return text;
}

int answer(const knockscape::LayoutResult &result, int code)
{
    const std::string text = knockscape::toJson(result);
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    return written ? code : Failed;
}

int answerError(const std::string &message, int code)
{
    knockscape::LayoutResult result;
    result.error = message;
    return answer(result, code);
}

int layOutText(const std::string &text)
{
    knockscape::LayoutRequest request;
    try {
        request = knockscape::layoutRequestFromJson(text);
    } catch (const std::runtime_error &error) {
        return answerError(error.what(), BadInput);
    }
    const knockscape::LayoutResult result = knockscape::layOut(request);
    return answer(result, result.error.empty() ? Done : Failed);
}

int layOutStandardInput()
{
    std::string text;
    try {
        text = readStandardInput();
    } catch (const std::runtime_error &error) {
        return answerError(error.what(), BadInput);
    }
    return layOutText(text);
}

/// The next line of standard input, without its end; false at the end of the input.
bool readLine(std::string &line)
{
    line.clear();
    for (int c = std::getchar(); c != EOF; c = std::getchar()) {
        if (c == '\n')
            return true;
        line += static_cast<char>(c);
        if (line.size() > kMaxInput)
            throw std::runtime_error("layout: the request is too large");
    }
    return !line.empty();
}

int serve()
{
    for (std::string line; readLine(line);) {
        layOutText(line);
        if (std::fputc('\n', stdout) == EOF || std::fflush(stdout) != 0)
            return Failed;
    }
    return Done;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
        std::puts("knockscape-layout " KNOCKSCAPE_VERSION);
        return Done;
    }
    constexpr const char *usage = "usage: knockscape-layout [--serve] < request.json > result.json\n";
    if (argc == 2 && (std::strcmp(argv[1], "--help") == 0 || std::strcmp(argv[1], "-h") == 0)) {
        std::fputs(usage, stdout);
        return Done;
    }
    const bool serves = argc == 2 && std::strcmp(argv[1], "--serve") == 0;
    if (argc > 1 && !serves) {
        std::fputs(usage, stderr);
        return WrongUsage;
    }
    try {
        return serves ? serve() : layOutStandardInput();
    } catch (const std::exception &error) {
        return answerError(error.what(), Failed);
    }
}
