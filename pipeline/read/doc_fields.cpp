#include "pipeline/read/doc_fields.h"

#include <algorithm>
#include <array>

namespace pipeline {
namespace {

// What must stand behind a name for it to be a field's, as a text may well have TITLE in it: a
// switch or something between quotes, or a word (PAGEREF _Toc12).
enum class Needs { nothing, more, argument };

struct Field {
  std::string_view name;
  Needs needs;
};
constexpr std::array<Field, 20> fields{
    {{"HYPERLINK", Needs::more},      {"PAGEREF", Needs::argument},
     {"NOTEREF", Needs::argument},    {"REF", Needs::argument},
     {"SEQ", Needs::argument},        {"STYLEREF", Needs::argument},
     {"MERGEFIELD", Needs::argument}, {"TOC", Needs::more},
     {"INDEX", Needs::more},          {"PAGE", Needs::more},
     {"DATE", Needs::more},           {"TIME", Needs::more},
     {"AUTHOR", Needs::more},         {"TITLE", Needs::more},
     {"FILENAME", Needs::more},       {"NUMPAGES", Needs::nothing},
     {"SAVEDATE", Needs::nothing},    {"CREATEDATE", Needs::nothing},
     {"FORMTEXT", Needs::nothing},    {"FORMCHECKBOX", Needs::nothing}}};

void skip_spaces(std::string_view line, std::size_t& at) {
  while (at < line.size() && line[at] == ' ') ++at;
}

// A word or what stands between quotes; not closed ones go to the end of the line.
void skip_word(std::string_view line, std::size_t& at) {
  if (at < line.size() && line[at] == '"')
    at = std::min(line.find('"', at + 1), line.size() - 1) + 1;
  else
    at = std::min(line.find(' ', at), line.size());
}

// Behind "\h", "\o "1-3"", "\* MERGEFORMAT".
void skip_switch(std::string_view line, std::size_t& at) {
  const char kind = at + 1 < line.size() ? line[at + 1] : ' ';
  skip_word(line, at);
  std::size_t next = at;
  skip_spaces(line, next);
  const bool is_quoted = next < line.size() && line[next] == '"';
  const bool has_format = kind == '*' || kind == '@' || kind == '#';
  if (!is_quoted && !has_format) return;
  skip_word(line, next);
  at = next;
}

// Where the instruction ends that begins at `at`; `at` where none does.
std::size_t end_of_instruction(std::string_view line, std::size_t at) {
  const std::string_view name = line.substr(at, line.find(' ', at) - at);
  const auto* const field =
      std::find_if(fields.begin(), fields.end(), [&](const Field& it) { return it.name == name; });
  if (field == fields.end()) return at;
  std::size_t end = at + name.size();
  for (bool may_be_word = field->needs == Needs::argument; end < line.size(); may_be_word = false) {
    std::size_t next = end;
    skip_spaces(line, next);
    if (next == line.size()) break;
    if (line[next] == '\\')
      skip_switch(line, next);
    else if (line[next] == '"' || may_be_word)
      skip_word(line, next);
    else
      break;
    end = next;
  }
  const bool is_bare = end == at + name.size();
  return is_bare && field->needs != Needs::nothing ? at : end;
}

}  // namespace

std::string without_instructions(std::string_view line) {
  // A field begins with a sign that catdoc puts as a space, and Word has another before the name.
  constexpr std::string_view begin = "  ";
  std::string text;
  for (std::size_t at = line.find(begin); at != std::string_view::npos; at = line.find(begin)) {
    std::size_t name = at;
    skip_spaces(line, name);
    std::size_t end = end_of_instruction(line, name);
    text += line.substr(0, end == name ? name : at + 1);
    // What the field came to may begin with another field.
    for (std::size_t last = name; end != last; end = end_of_instruction(line, last)) {
      skip_spaces(line, end);
      last = end;
    }
    line.remove_prefix(end);
  }
  return text += line;
}

}  // namespace pipeline
