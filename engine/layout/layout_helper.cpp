#include "engine/layout/layout_helper.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <stdexcept>
#include <system_error>
#include <utility>

extern char **environ;

namespace knockscape
{
namespace
{

/// How often a request that takes long looks whether it was cancelled.
constexpr int pollMilliseconds = 50;

} // namespace

std::filesystem::path layoutHelperPath()
{
    std::error_code error;
    const std::filesystem::path here = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (const char *folder : {".", "../libexec/knockscape", "../lib/knockscape", "../bin"}) {
        const std::filesystem::path file = (here / folder / "knockscape-layout").lexically_normal();
        if (std::filesystem::is_regular_file(file, error) && ::access(file.c_str(), X_OK) == 0) {
            return file;
        }
    }
    return {};
}

LayoutHelper::LayoutHelper(std::filesystem::path program, std::chrono::milliseconds timeLimit)
    : program_(std::move(program)), timeLimit_(timeLimit)
{
}

LayoutHelper::~LayoutHelper()
{
    stop();
}

void LayoutHelper::start()
{
    // A socket instead of pipes: writing to a helper that has gone must give an error, not a signal.
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        throw EngineError(errorAt("knockscape-layout", std::system_category().message(errno)));
    }
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    std::string name = program_.string();
    std::string option = "--serve";
    std::array<char *, 3> arguments = {name.data(), option.data(), nullptr};
    pid_t process = -1;
    const int failure =
        program_.empty() ? ENOENT : ::posix_spawn(&process, name.c_str(), &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (failure != 0) {
        ::close(ends[0]);
        throw EngineError(errorAt(program_.empty() ? std::string("knockscape-layout") : name,
                                  translate("Engine", "The layout helper could not be started (%1).",
                                            {std::system_category().message(failure)}),
                                  translate("Engine", "It should lie beside the program: install Knockscape again, or "
                                                      "build the target knockscape_layout.")));
    }
    ::fcntl(ends[0], F_SETFL, ::fcntl(ends[0], F_GETFL) | O_NONBLOCK);
    socket_ = ends[0];
    process_ = process;
}

void LayoutHelper::stop()
{
    if (socket_ >= 0) {
        ::close(std::exchange(socket_, -1));
    }
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
        }
        process_ = -1;
    }
}

bool LayoutHelper::exchange(const std::string &line, std::string &answer, std::string &reason,
                            const CancelToken &cancel)
{
    const auto end = std::chrono::steady_clock::now() + timeLimit_;
    std::size_t sent = 0;
    std::array<char, 65536> chunk{};
    while (true) {
        if (cancel.cancelled()) {
            stop();
            throw Cancelled();
        }
        if (std::chrono::steady_clock::now() > end) {
            reason = translate("Engine", "it took longer than %1 s and was stopped",
                               {std::to_string(std::chrono::duration_cast<std::chrono::seconds>(timeLimit_).count())});
            return false;
        }
        pollfd state = {socket_, static_cast<short>(sent < line.size() ? POLLIN | POLLOUT : POLLIN), 0};
        if (::poll(&state, 1, pollMilliseconds) < 0 && errno != EINTR) {
            reason = std::system_category().message(errno);
            return false;
        }
        if ((state.revents & POLLOUT) != 0) {
            const ssize_t count = ::send(socket_, line.data() + sent, line.size() - sent, MSG_NOSIGNAL);
            sent += count > 0 ? static_cast<std::size_t>(count) : 0;
        }
        if ((state.revents & (POLLIN | POLLHUP | POLLERR)) == 0) {
            continue;
        }
        const ssize_t count = ::recv(socket_, chunk.data(), chunk.size(), 0);
        if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) {
            reason = translate("Engine", "it stopped unexpectedly");
            return false;
        }
        answer.append(chunk.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
        if (!answer.empty() && answer.back() == '\n') {
            return true;
        }
    }
}

LayoutResult LayoutHelper::layOut(const LayoutRequest &request, const CancelToken &cancel)
{
    if (socket_ < 0) {
        start();
    }
    std::string line = toJson(request);
    line += '\n';
    std::string answer;
    LayoutResult result;
    if (!exchange(line, answer, result.error, cancel)) {
        stop();
        return result;
    }
    try {
        return layoutResultFromJson(answer);
    } catch (const std::runtime_error &error) {
        stop();
        result.error = error.what();
        return result;
    }
}

} // namespace knockscape
