#include "pipeline/read/child.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace pipeline {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

// In memory, so that the program can seek in it and nothing of a document lies on a disk.
bool fill(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::lseek(file.number(), 0, SEEK_SET) == 0;
}

void limit(int resource, std::uint64_t most) {
  const rlimit both{most, most};
  ::setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

// Between fork and exec: only what is safe where other threads hold locks.
[[noreturn]] void become(const char* path, char* const* arguments, int input, int output,
                         const ChildLimits& limits) {
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (::dup2(input, STDIN_FILENO) < 0 || ::dup2(output, STDOUT_FILENO) < 0 ||
      ::dup2(nowhere, STDERR_FILENO) < 0)
    ::_exit(127);
  limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_CPU, static_cast<std::uint64_t>(limits.time.count() / 1000 + 1));
  limit(RLIMIT_FSIZE, limits.output_bytes);
  limit(RLIMIT_CORE, 0);
  ::execv(path, arguments);
  ::_exit(127);
}

// What comes out of the pipe until it closes or a limit is passed.
ChildOutput drain(int from, const ChildLimits& limits) {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + limits.time;
  ChildOutput output{ChildEnd::done, {}};
  std::array<char, 1 << 16> block;
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return {ChildEnd::too_slow, {}};
    pollfd ready{from, POLLIN, 0};
    const int count = ::poll(&ready, 1, static_cast<int>(std::min<std::int64_t>(left, 1000)));
    if (count < 0 && errno != EINTR) return {ChildEnd::failed, {}};
    if (count <= 0) continue;
    const ssize_t size = ::read(from, block.data(), block.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return {ChildEnd::failed, {}};
    if (size == 0) return output;
    output.text.append(block.data(), static_cast<std::size_t>(size));
    if (output.text.size() > limits.output_bytes) return {ChildEnd::too_much, {}};
  }
}

}  // namespace

std::optional<std::string> find_program(const std::string& name) {
  const char* const path = std::getenv("PATH");
  std::string_view folders = path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
  while (!folders.empty()) {
    const std::string_view folder = folders.substr(0, folders.find(':'));
    folders.remove_prefix(std::min(folder.size() + 1, folders.size()));
    // A relative folder is whatever folder one happens to stand in.
    if (!folder.starts_with('/')) continue;
    std::string file = std::string(folder) + '/' + name;
    std::error_code error;
    if (std::filesystem::is_regular_file(file, error) && ::access(file.c_str(), X_OK) == 0)
      return file;
  }
  return std::nullopt;
}

ChildOutput run_child(const std::string& path, const std::vector<std::string>& arguments,
                      std::string_view input, const ChildLimits& limits) {
  const Descriptor file(::memfd_create("document", MFD_CLOEXEC));
  std::array<int, 2> ends{-1, -1};
  if (file.number() < 0 || !fill(file, input) || ::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
  const Descriptor out(ends[0]);
  Descriptor in(ends[1]);
  std::vector<std::string> words{path};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) return {};
  if (child == 0) become(path.c_str(), pointers.data(), file.number(), in.number(), limits);
  in.close();
  ChildOutput output = drain(out.number(), limits);
  // A program that closed its output may still run, and one past a limit has to stop.
  if (output.end != ChildEnd::done) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (output.end == ChildEnd::done && (!WIFEXITED(status) || WEXITSTATUS(status) != 0))
    output.end = ChildEnd::failed;
  return output;
}

}  // namespace pipeline
