#include "app/cli/progress_line.h"

#include "engine/core/translate.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace knockscape::cli
{
namespace
{

constexpr auto minimumInterval = std::chrono::milliseconds(100);

std::string grouped(std::uint64_t value)
{
    const std::string digits = std::to_string(value);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) {
            text += ',';
        }
        text += digits[i];
    }
    return text;
}

std::string twoDigits(long long value)
{
    std::string text(1, static_cast<char>('0' + value / 10 % 10));
    text += static_cast<char>('0' + value % 10);
    return text;
}

std::string timeLeft(double seconds)
{
    const auto whole = static_cast<long long>(std::ceil(seconds));
    if (whole < 60) {
        return translate("Cli", "%1 s left", {std::to_string(whole)});
    }
    if (whole < 3600) {
        return translate("Cli", "%1 min %2 s left", {std::to_string(whole / 60), twoDigits(whole % 60)});
    }
    return translate("Cli", "%1 h %2 min left", {std::to_string(whole / 3600), twoDigits(whole / 60 % 60)});
}

std::size_t terminalWidth()
{
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/// The first `width` characters of UTF-8 text, so that a long line never wraps (a wrapped line cannot be rewritten).
std::string clipped(const std::string &text, std::size_t width)
{
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool startsCharacter = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        if (startsCharacter && characters++ == width) {
            return text.substr(0, i);
        }
    }
    return text;
}

} // namespace

ProgressLine::ProgressLine() : stageStart_(Clock::now()), lastShown_(Clock::now())
{
    const char *kind = std::getenv("TERM");
    terminal_ = isatty(STDERR_FILENO) == 1 && kind != nullptr && std::strcmp(kind, "dumb") != 0;
}

std::string ProgressLine::text(const Progress &progress, double secondsLeft)
{
    std::string line = progress.stage;
    if (progress.total > 0) {
        const double fraction = static_cast<double>(progress.done) / static_cast<double>(progress.total);
        line += "  " + std::to_string(static_cast<int>(std::min(fraction, 1.0) * 100.0)) + " %  " +
                grouped(progress.done) + " / " + grouped(progress.total);
    } else if (progress.done > 0) {
        line += "  " + grouped(progress.done);
    }
    if (secondsLeft >= 0.0) {
        line += "  " + timeLeft(secondsLeft);
    }
    return line;
}

void ProgressLine::show(const Progress &progress)
{
    if (!terminal_) {
        return;
    }
    const std::lock_guard lock(mutex_);
    const Clock::time_point now = Clock::now();
    if (progress.stage != stage_ || progress.done < stageStartDone_) {
        stage_ = progress.stage;
        stageStart_ = now;
        stageStartDone_ = progress.done;
    }
    if (now - lastShown_ < minimumInterval) {
        return;
    }
    lastShown_ = now;
    const double elapsed = std::chrono::duration<double>(now - stageStart_).count();
    const auto advanced = static_cast<double>(progress.done - stageStartDone_);
    double secondsLeft = -1.0;
    if (progress.total > progress.done && advanced > 0.0 && elapsed > 1.0) {
        secondsLeft = elapsed * static_cast<double>(progress.total - progress.done) / advanced;
    }
    const std::string line = clipped(text(progress, secondsLeft), terminalWidth() - 1);
    std::fprintf(stderr, "\r%s\x1b[K", line.c_str());
    std::fflush(stderr);
    shown_ = true;
}

void ProgressLine::clear()
{
    const std::lock_guard lock(mutex_);
    if (shown_) {
        std::fputs("\r\x1b[K", stderr);
        std::fflush(stderr);
        shown_ = false;
    }
}

} // namespace knockscape::cli
