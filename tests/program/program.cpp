#include "tests/program/program.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace pipeline {
namespace {

constexpr const char* program = SAMENSPEL_BINARY_DIR "/samenspel";
constexpr std::chrono::minutes patience{3};
constexpr unsigned nobody = 65534;

// Output goes to memory, so that no pipe can fill up and nothing need be read meanwhile.
int memory_file(const std::string& bytes = {}) {
  const int file = memfd_create("samenspel-test", MFD_CLOEXEC);
  if (file < 0 || write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
    throw std::runtime_error("no memory file");
  lseek(file, 0, SEEK_SET);
  return file;
}

// A terminal, as the two ends of it: what the program writes to, what is read of it.
std::pair<int, int> open_terminal() {
  int reader = -1, writer = -1;
  termios raw{};  // line ends as they are
  if (openpty(&reader, &writer, nullptr, nullptr, nullptr) != 0 || tcgetattr(writer, &raw) != 0)
    throw std::runtime_error("no pty");
  cfmakeraw(&raw);
  tcsetattr(writer, TCSANOW, &raw);
  fcntl(reader, F_SETFD, FD_CLOEXEC);
  fcntl(writer, F_SETFD, FD_CLOEXEC);
  fcntl(reader, F_SETFL, O_NONBLOCK);
  return {writer, reader};
}

// Whether somebody without rights may come to the program: not where it lies in a folder of root's.
bool nobody_may_run_it() {
  const int child = fork();
  if (child == 0) {
    const bool is_nobody = geteuid() != 0 || (setgid(nobody) == 0 && setuid(nobody) == 0);
    _exit(is_nobody && access(program, X_OK) == 0 ? 0 : 1);
  }
  int status = 1;
  return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

bool terminals_can_be_opened() {
  int reader = -1, writer = -1;
  if (openpty(&reader, &writer, nullptr, nullptr, nullptr) != 0) return false;
  close(reader);
  close(writer);
  return true;
}

std::string text_of(int file) {
  std::string text;
  std::array<char, 1 << 14> block{};
  lseek(file, 0, SEEK_SET);  // but of a terminal
  for (ssize_t size = 0; (size = read(file, block.data(), block.size())) > 0;)
    text.append(block.data(), static_cast<std::size_t>(size));
  return text;
}

// In the child, between fork and exec: only calls that are safe there.
[[noreturn]] void become(char* const* arguments, char* const* environment,
                         const RunOptions& options, std::array<int, 3> files) {
  for (int i = 0; i < 3; ++i) dup2(files[static_cast<std::size_t>(i)], i);
  if (!options.folder.empty() && chdir(options.folder.c_str()) != 0) _exit(126);
  if (options.largest_file > 0) {
    const rlimit limit{options.largest_file, options.largest_file};
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, SIG_IGN);  // the write fails instead
  }
  if (!options.has_threads) {
    const rlimit beyond_all_memory{std::uint64_t{1} << 60, RLIM_INFINITY};
    setrlimit(RLIMIT_STACK, &beyond_all_memory);
  }
  if (options.as_nobody && geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0))
    _exit(126);
  execve(program, arguments, environment);
  _exit(127);
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (std::string& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

// Without colours, terminals and data folders of whoever runs the test.
std::vector<std::string> environment_of(const RunOptions& options) {
  std::vector<std::string> lines;
  for (char** line = environ; *line != nullptr; ++line) {
    const std::string text(*line);
    const std::string name = text.substr(0, text.find('='));
    if (!name.starts_with("SAMENSPEL_") && name != "LC_ALL" && !options.environment.contains(name))
      lines.push_back(text);
  }
  // Whatever the machine speaks, the program speaks Dutch unless a test asks otherwise.
  if (!options.environment.contains("LC_ALL")) lines.emplace_back("LC_ALL=C.UTF-8");
  for (const auto& [name, value] : options.environment) lines.push_back(name + "=" + value);
  // A build for coverage would complain that nobody may not write counters beside its objects.
  const auto counters = std::filesystem::temp_directory_path() / "samenspel-counters-of-nobody";
  if (options.as_nobody) lines.push_back("GCOV_PREFIX=" + counters.string());
  return lines;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Ran& ran) {
  return out << "status " << ran.status << ", signal " << ran.signal << "\nout:\n"
             << ran.out << "\nerr:\n"
             << ran.err;
}

Running::Running(const Arguments& arguments, const RunOptions& options)
    : options_(options), err_(memory_file()) {
  if (options.on_terminal)
    std::tie(out_, terminal_) = open_terminal();
  else if (options.output.empty())
    out_ = memory_file();
  else
    out_ = open(options.output.c_str(), O_WRONLY | O_CLOEXEC);
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> environment = environment_of(options);
  const std::vector<char*> argv = pointers(words), envp = pointers(environment);
  const int input = memory_file(options.input);
  process_ = fork();
  if (process_ == 0) become(argv.data(), envp.data(), options, {input, out_, err_});
  close(input);
  handle_ = process_ < 0 ? -1 : static_cast<int>(syscall(SYS_pidfd_open, process_, 0));
  if (handle_ < 0) throw std::runtime_error("no process");
}

Running::~Running() {
  if (process_ > 0) {
    send(SIGKILL);
    waitpid(process_, nullptr, 0);
  }
  for (const int file : {handle_, out_, err_, terminal_}) close(file);
}

void Running::send(int signal) const {
  if (process_ > 0) kill(process_, signal);
}

bool Running::wait(std::chrono::microseconds time) const {
  pollfd end{handle_, POLLIN, 0};
  const timespec limit{std::chrono::duration_cast<std::chrono::seconds>(time).count(),
                       (time % std::chrono::seconds(1)).count() * 1000};
  return ppoll(&end, 1, &limit, nullptr) == 1;
}

Ran Running::finish() {
  if (options_.after.count() > 0 && !wait(options_.after)) send(options_.signal);
  if (!wait(patience)) send(SIGKILL);
  int status = 0;
  waitpid(process_, &status, 0);
  process_ = -1;
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, WIFSIGNALED(status) ? WTERMSIG(status) : 0,
          text_of(terminal_ < 0 ? out_ : terminal_), text_of(err_)};
}

Ran samenspel(const Arguments& arguments, const RunOptions& options) {
  return Running(arguments, options).finish();
}

bool is_root() {
  return geteuid() == 0;
}

std::string missing_for(const RunOptions& options) {
  if (options.on_terminal && !terminals_can_be_opened()) return "no terminals can be opened here";
  if (options.as_nobody && !nobody_may_run_it())
    return "the program lies in a folder that only its owner may enter";
  return {};
}

}  // namespace pipeline
