#include "pipeline/ingest/pseudonyms.h"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <random>

#include "pipeline/ingest/hash.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark_name = "pseudoniemen=";

std::uint64_t number_of(std::string_view text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool lies_within(const fs::path& file, const fs::path& folder) {
  std::error_code ignored;
  const fs::path from = fs::weakly_canonical(fs::absolute(folder), ignored);
  const fs::path to = fs::weakly_canonical(fs::absolute(file), ignored);
  return *to.lexically_relative(from).begin() != "..";
}

// Lines of study.toml that hold a name.
Errors named_in_settings(const Study& study, const Pseudonymiser& pseudonymise) {
  Errors errors;
  std::ifstream file(study.settings_file());
  unsigned number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (pseudonymise.value(line) != line)
      errors.push_back(
          {tr("hier staat een naam uit de lijst, of een adres of nummer van iemand; schrijf "
              "er het pseudoniem, zonder haken"),
           study.settings_file().string(), number, 0});
  }
  return errors;
}

}  // namespace

std::optional<PseudonymMark> pseudonym_mark(const std::optional<RunRecord>& last) {
  return last ? pseudonym_mark(last->settings) : std::nullopt;
}

std::optional<PseudonymMark> pseudonym_mark(std::string_view settings) {
  const std::size_t found = settings.find(mark_name);
  if (found == std::string_view::npos) return std::nullopt;
  const std::string_view mark = settings.substr(found + mark_name.size());
  const std::size_t first = mark.find('/'), second = mark.find('/', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  return PseudonymMark{number_of(mark.substr(0, first)), number_of(mark.substr(first + 1)),
                       number_of(mark.substr(second + 1))};
}

std::string to_string(const PseudonymMark& mark) {
  return fmt::format("{}{}/{}/{}", mark_name, mark.names, mark.salt, mark.print);
}

PseudonymMark mark_of(const Pseudonymiser& pseudonymise,
                      const std::optional<PseudonymMark>& former) {
  std::random_device random;
  PseudonymMark mark;
  mark.names = pseudonymise.rows().size();
  mark.salt = former ? former->salt : std::uint64_t{random()} << 32U | random();
  constexpr std::size_t half = 16;
  const std::string hash = hash_of(std::to_string(mark.salt) + pseudonymise.content());
  std::from_chars(hash.data(), hash.data() + half, mark.print, half);
  return mark;
}

Checked<Pseudonyms> open_pseudonyms(const Study& study, const fs::path& names,
                                    const WordTable& words, PseudonymOptions options) {
  if (lies_within(names, study.folder))
    return tl::unexpected(
        Errors{{tr("de namenlijst ligt in de map van de studie, en zou bij elke kopie "
                   "meegaan; bewaar haar ergens anders"),
                names.string(), 0, 0}});
  auto list = read_names_file(names, words);
  if (!list) return tl::unexpected(list.error());
  Pseudonyms result{Pseudonymiser(std::move(list->rows), words, options),
                    std::move(list->warnings)};
  if (Errors errors = named_in_settings(study, result.pseudonymise); !errors.empty())
    return tl::unexpected(std::move(errors));
  return result;
}

namespace {

std::string without_names(const Pseudonymiser& pseudonymise, const std::string& message) {
  std::string result;
  for (std::size_t at = 0; at < message.size();) {
    const std::size_t end = std::min(message.find(' ', at), message.size());
    const std::string_view word = std::string_view(message).substr(at, end - at);
    const bool is_file = word.find_first_of("./") < word.size() - 1;
    result += is_file ? pseudonymise.path(word) : std::string(word);
    if (end < message.size()) result += ' ';
    at = end + 1;
  }
  return pseudonymise.value(result);
}

}  // namespace

Said without_names(const Pseudonymiser& pseudonymise, const Said& message) {
  return message.changed(
      [&](const std::string& text) { return without_names(pseudonymise, text); });
}

}  // namespace pipeline
