#include "pipeline/cli/command_line.h"

#include <CLI/CLI.hpp>

#include "pipeline/model/tr.h"

namespace pipeline {

Argument Argument::type_name(const std::string& name) const {
  option_->type_name(name);
  return *this;
}

Argument Argument::capture_default_str() const {
  option_->capture_default_str();
  return *this;
}

Argument Argument::required() const {
  option_->required();
  return *this;
}

Argument Argument::hidden() const {
  option_->group("");
  return *this;
}

Argument Argument::expected(int least, int most) const {
  option_->expected(least, most);
  return *this;
}

Argument Argument::take_all() const {
  option_->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return *this;
}

Argument Argument::delimiter(char mark) const {
  option_->delimiter(mark);
  return *this;
}

Argument Argument::one_of(const std::vector<std::string>& values) const {
  std::string all;
  for (const std::string& value : values)
    if (!value.empty()) all += (all.empty() ? "" : ", ") + value;
  option_->check(CLI::IsMember(values).description(all));
  return *this;
}

Argument Argument::between(std::uint64_t least, std::uint64_t most) const {
  constexpr std::uint64_t any = 1'000'000;  // such a bound is for the machine
  std::string bounds;
  if (most < any)
    bounds = tr("{} tot en met {}", least, most);
  else if (least > 1)
    bounds = tr("minstens {}", least);
  option_->check(CLI::Range(least, most).description(bounds));
  return *this;
}

Argument Argument::within(double least, double most) const {
  option_->check(CLI::Range(least, most).description(tr("{} tot en met {}", least, most)));
  return *this;
}

Argument Argument::above_zero() const {
  option_->check(CLI::Validator(CLI::PositiveNumber).description(tr("meer dan 0")));
  return *this;
}

Argument Argument::needs(Argument other) const {
  option_->needs(other.option_);
  return *this;
}

Argument Argument::excludes(Argument other) const {
  option_->excludes(other.option_);
  return *this;
}

std::size_t Argument::count() const {
  return option_->count();
}

Command Command::add_subcommand(const std::string& name, const std::string& what) const {
  return Command(*app_->add_subcommand(name, what));
}

Command Command::alias(const std::string& name) const {
  app_->alias(name);
  return *this;
}

void Command::require_subcommand() const {
  app_->require_subcommand(1);
}

// The kinds of values are those of the header: templates of CLI11 are made here once.
Argument Command::add_option(const std::string& names, std::string& value,
                             const std::string& what) const {
  return Argument(app_->add_option(names, value, what));
}

Argument Command::add_option(const std::string& names, std::filesystem::path& value,
                             const std::string& what) const {
  return Argument(app_->add_option(names, value, what));
}

Argument Command::add_option(const std::string& names, std::vector<std::string>& value,
                             const std::string& what) const {
  return Argument(app_->add_option(names, value, what));
}

Argument Command::add_option(const std::string& names, std::vector<std::filesystem::path>& value,
                             const std::string& what) const {
  return Argument(app_->add_option(names, value, what));
}

Argument Command::add_option(const std::string& names, std::uint32_t& value,
                             const std::string& what) const {
  return Argument(app_->add_option(names, value, what));
}

Argument Command::add_option(const std::string& names, std::uint64_t& value,
                             const std::string& what) const {
  return Argument(app_->add_option(names, value, what));
}

Argument Command::add_option(const std::string& names, double& value,
                             const std::string& what) const {
  return Argument(app_->add_option(names, value, what));
}

Argument Command::add_option(const std::string& names, std::optional<std::uint32_t>& value,
                             const std::string& what) const {
  return Argument(app_->add_option(names, value, what));
}

Argument Command::add_option(const std::string& names, std::optional<double>& value,
                             const std::string& what) const {
  return Argument(app_->add_option(names, value, what));
}

Argument Command::add_flag(const std::string& names, bool& value, const std::string& what) const {
  return Argument(app_->add_flag(names, value, what));
}

void Command::footer(const std::string& text) const {
  app_->footer(text);
}

void Command::callback(std::function<void()> run) const {
  app_->callback(std::move(run));
}

void Command::parse_complete_callback(std::function<void()> look) const {
  app_->parse_complete_callback(std::move(look));
}

std::size_t Command::count(const std::string& name) const {
  return app_->count(name);
}

void refuse_option(const std::string& name, const std::string& why) {
  throw CLI::ValidationError(name, why);
}

}  // namespace pipeline
