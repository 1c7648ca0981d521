// Runs samenspel as its user does: a process of its own, with arguments, standard input and
// environment, and what it printed and how it ended as a value.
//   samenspel({"search", "vertrouwen", "--study", "s"}).out
#pragma once

#include <chrono>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace pipeline {

struct Ran {
  int status = -1;  // as the program gave it; -1: a signal ended it
  int signal = 0;   // that ended it
  std::string out, err;
};
std::ostream& operator<<(std::ostream& out, const Ran& ran);

struct RunOptions {
  std::string input;                               // on standard input
  std::map<std::string, std::string> environment;  // beside what the test itself has
  std::filesystem::path folder;                    // to run in; empty: where the test runs
  bool as_nobody = false;                          // give up root's rights, where the test has them
  std::uint64_t largest_file = 0;                  // bytes that a file may grow to; 0: no limit
  bool has_threads = true;                         // false: no second one can be made
  bool on_terminal = false;                        // standard output is one
  std::string output;                 // standard output goes to this file instead of Ran::out
  std::chrono::microseconds after{};  // send `signal` so much later, if it still runs; 0: never
  int signal = SIGKILL;
};

using Arguments = std::vector<std::string>;

// A run that goes on while the test does other things. Ended, if it still runs, with the object.
class Running {
 public:
  explicit Running(const Arguments& arguments, const RunOptions& options = {});
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  void send(int signal) const;
  // Waits for the end; a program that takes minutes is killed, which fails the test that looks at
  // its status.
  Ran finish();

 private:
  bool wait(std::chrono::microseconds time) const;  // whether it ended by then

  RunOptions options_;
  int process_ = -1, handle_ = -1;  // process id and pidfd
  int out_ = -1, err_ = -1, terminal_ = -1;
};

Ran samenspel(const Arguments& arguments, const RunOptions& options = {});

bool is_root();

// What this machine lacks to run a program so ("no terminals can be opened here"); empty: nothing.
std::string missing_for(const RunOptions& options);

}  // namespace pipeline
