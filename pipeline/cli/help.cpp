#include "pipeline/cli/help.h"

#include <CLI/CLI.hpp>
#include <cctype>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/cli/show.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

constexpr std::size_t names_width = 30, page_width = 100;

constexpr std::pair<const char*, const char*> dutch_labels[] = {
    {"Usage", "Gebruik"},
    {"OPTIONS", "OPTIES"},
    {"SUBCOMMAND", "OPDRACHT"},
    {"Positionals", "Argumenten"},
};

// Behind the placeholder of a value CLI11 has what may be given: "VORM:tekst, csv". CLI11's own
// words there, of types, are no part of a text for people.
std::pair<std::string, std::string> placeholder_and_choice(const CLI::Option& option) {
  const std::string whole = option.get_type_name();
  const std::size_t colon = whole.find(':');
  if (colon == std::string::npos) return {whole, ""};
  return {whole.substr(0, colon), whole.substr(colon + 1)};
}

bool is_letter(char byte) {
  return byte == '-' || byte == '_' || std::isalnum(static_cast<unsigned char>(byte)) != 0;
}

bool names(const std::string& text, const std::string& word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end])))
      return true;
  }
  return false;
}

// Whether the description itself tells of every choice of "relevantie, document, datum".
bool tells(const std::string& description, const std::string& choice) {
  std::istringstream words(choice);
  for (std::string word; words >> word;) {
    if (word.ends_with(',')) word.pop_back();
    if (!names(description, word)) return false;
  }
  return true;
}

class Help final : public CLI::Formatter {
 public:
  // A flag that turns something off is "!--zonder" to CLI11, which shows as "--zonder{false}".
  std::string make_option_name(const CLI::Option* option, bool is_positional) const override {
    const std::string name = Formatter::make_option_name(option, is_positional);
    return name.substr(0, name.find('{'));
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    return option->get_type_size() == 0 ? "" : " " + placeholder_of(*option);
  }

  std::string make_option_desc(const CLI::Option* option) const override {
    const std::string& description = option->get_description();
    std::vector<std::string> remarks;
    if (option->get_required()) remarks.push_back(tr("verplicht"));
    if (option->get_type_size() != 0) {
      const std::string choice = placeholder_and_choice(*option).second;
      if (!choice.empty() && !tells(description, choice)) remarks.push_back(choice);
      if (const std::string value = option->get_default_str(); !value.empty())
        remarks.push_back(tr("standaard {}", value));
    }
    for (const CLI::Option* other : option->get_needs())
      remarks.push_back(tr("hoort bij {}", other->get_name()));
    for (const CLI::Option* other : option->get_excludes())
      remarks.push_back(tr("niet met {}", other->get_name()));
    std::string text = description;
    for (std::size_t i = 0; i < remarks.size(); ++i) text += (i == 0 ? " (" : "; ") + remarks[i];
    if (!remarks.empty()) text += ')';
    return wrapped(text, 0, page_width - names_width);
  }
};

}  // namespace

std::string placeholder_of(const CLI::Option& option) {
  return placeholder_and_choice(option).first;
}

void begin_help(CLI::App& app) {
  const auto help = std::make_shared<Help>();
  help->column_width(names_width);
  if (spoken() == Language::dutch)
    for (const auto& [english, dutch] : dutch_labels) help->label(english, dutch);
  app.formatter(help);
  app.set_help_flag("-h,--help", "Toon deze hulp");
}

void finish_help(CLI::App& app) {
  const bool is_dutch = spoken() == Language::dutch;
  if (!is_dutch) {
    app.description(tr(app.get_description()));
    app.footer(tr(app.get_footer()));
  }
  if (const std::string footer = app.get_footer(); footer.starts_with('\n'))
    app.footer(footer.substr(1));  // CLI11 puts a line between already
  for (CLI::Option* option : app.get_options()) {
    if (!is_dutch) {
      option->description(tr(option->get_description()));
      if (option->get_type_size() != 0) option->type_name(tr(placeholder_of(*option)));
    }
    if (!option->get_positional() && !option->get_group().empty()) option->group(tr("Opties"));
  }
  for (CLI::App* command : app.get_subcommands({})) {
    command->group(tr("Opdrachten"));
    finish_help(*command);
  }
}

}  // namespace pipeline
