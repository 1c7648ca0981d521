// What commands take from the command line. CLI11 reads it; its header, which costs a compiler
// four seconds a file, stands in command_line.cpp and where a whole program is put together.
// Handles: cheap to copy, and good for as long as the CLI::App that they belong to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace pipeline {

// An option, a flag, or a word that stands by itself.
class Argument {
 public:
  explicit Argument(CLI::Option* option) : option_(option) {}

  Argument type_name(const std::string& name) const;  // what stands for its value in --help
  Argument capture_default_str() const;               // --help shows what it is now
  Argument required() const;
  Argument hidden() const;  // left out of --help
  Argument expected(int least, int most) const;
  Argument take_all() const;            // what every repetition of it brings
  Argument delimiter(char mark) const;  // between the values of one
  Argument one_of(const std::vector<std::string>& values) const;
  Argument between(std::uint64_t least, std::uint64_t most) const;
  Argument within(double least, double most) const;
  Argument above_zero() const;
  Argument needs(Argument other) const;
  Argument excludes(Argument other) const;

  std::size_t count() const;  // how often it was given

 private:
  CLI::Option* option_;
};

class Command {
 public:
  explicit Command(CLI::App& app) : app_(&app) {}

  Command add_subcommand(const std::string& name, const std::string& what) const;
  Command alias(const std::string& name) const;
  void require_subcommand() const;

  // `value` takes what is given, and must live until the command has run. `names`: "--aantal,-n",
  // or "vraag" for a word that stands by itself.
  Argument add_option(const std::string& names, std::string& value, const std::string& what) const;
  Argument add_option(const std::string& names, std::filesystem::path& value,
                      const std::string& what) const;
  Argument add_option(const std::string& names, std::vector<std::string>& value,
                      const std::string& what) const;
  Argument add_option(const std::string& names, std::vector<std::filesystem::path>& value,
                      const std::string& what) const;
  Argument add_option(const std::string& names, std::uint32_t& value,
                      const std::string& what) const;
  Argument add_option(const std::string& names, std::uint64_t& value,
                      const std::string& what) const;
  Argument add_option(const std::string& names, double& value, const std::string& what) const;
  Argument add_option(const std::string& names, std::optional<std::uint32_t>& value,
                      const std::string& what) const;
  Argument add_option(const std::string& names, std::optional<double>& value,
                      const std::string& what) const;
  // True where it is given.
  Argument add_flag(const std::string& names, bool& value, const std::string& what) const;

  void footer(const std::string& text) const;
  void callback(std::function<void()> run) const;
  void parse_complete_callback(std::function<void()> look) const;  // before any callback

  std::size_t count(const std::string& name) const;  // how often "--study" was given
  CLI::App& app() const { return *app_; }

 private:
  CLI::App* app_;
};

// What was given for the option `name` will not do: told as other mistakes of a command line are,
// and nothing is run. To be called while the command line is read (parse_complete_callback).
[[noreturn]] void refuse_option(const std::string& name, const std::string& why);

}  // namespace pipeline
