#include "pipeline/publish/loaders.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/model/tr.h"
#include "pipeline/model/utf8.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

// Between the quotes of the language: a backslash before what would end or change the text.
std::string r_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : printable(text)) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

std::string spss_text(std::string_view text) {
  std::string quoted = "'";
  for (const char c : printable(text)) {
    if (c == '\'') quoted += c;
    quoted += c;
  }
  return quoted + "'";
}

// Stata fills in `macros' and $macros within any quotes, and labels hold 80 characters at most.
std::string stata_text(std::string_view text) {
  constexpr std::size_t longest_label = 80;
  std::string quoted = "\"";
  std::size_t count = 0;
  for (const char c : printable(text)) {
    if (begins_code_point(c) && ++count > longest_label) break;
    quoted += c == '"' || c == '`' || c == '$' ? '\'' : c;
  }
  return quoted + '"';
}

std::size_t longest_in(const Table& table, std::size_t column) {
  std::size_t longest = 1;
  for (const Row& row : table.rows)
    if (const auto* text = std::get_if<std::string>(&row.cells[column]))
      longest = std::max(longest, text->size() + 1);  // an apostrophe may stand before it
  return longest;
}

const std::string& name_of(const DataSet& set, std::size_t column) {
  return set.table.columns[column].name;
}

std::string joined_notes(const DataSet& set, std::string_view mark) {
  std::string lines;
  for (const std::string& note : set.table.notes)
    lines += fmt::format("{}{}\n", mark, printable(note));
  return lines;
}

}  // namespace

std::string r_loader(const DataSet& set, const std::string& csv) {
  std::string script = "# " +
                       tr("{}. Laad met: {}", set.table.title, "source(\"laad.R\", chdir = TRUE)") +
                       "\n" + joined_notes(set, "# ") + "gegevens <- read.csv(" + r_text(csv) +
                       ", encoding = \"UTF-8\", na.strings = \"\", check.names = FALSE,\n"
                       "  stringsAsFactors = FALSE, strip.white = FALSE, colClasses = c(\n";
  for (std::size_t i = 0; i < set.variables.size(); ++i) {
    const VariableKind kind = set.variables[i].kind;
    const std::string_view type = kind == VariableKind::text   ? "character"
                                  : kind == VariableKind::real ? "numeric"
                                                               : "integer";
    script += fmt::format("    {} = \"{}\"{}\n", name_of(set, i), type,
                          i + 1 == set.variables.size() ? "))" : ",");
  }
  for (std::size_t i = 0; i < set.variables.size(); ++i)
    script += fmt::format("attr(gegevens${}, \"label\") <- {}\n", name_of(set, i),
                          r_text(set.variables[i].label));
  return script;
}

std::string spss_loader(const DataSet& set, const std::string& csv) {
  std::string script = "* Encoding: UTF-8.\n* " + printable(set.table.title) + ".\n";
  for (const std::string& note : set.table.notes) {
    std::string line = printable(note);
    if (!line.ends_with('.')) line += '.';
    script += "* " + line + "\n";
  }
  script += "GET DATA\n  /TYPE=TXT\n  /FILE=" + spss_text(csv) +
            "\n  /ENCODING='UTF8'\n  /ARRANGEMENT=DELIMITED\n  /DELIMITERS=\",\"\n"
            "  /QUALIFIER='\"'\n  /FIRSTCASE=2\n  /VARIABLES=";
  constexpr std::size_t longest_text = 32767;
  for (std::size_t i = 0; i < set.variables.size(); ++i) {
    const VariableKind kind = set.variables[i].kind;
    const std::string form =
        kind == VariableKind::text
            ? fmt::format("A{}", std::min(longest_in(set.table, i), longest_text))
        : kind == VariableKind::real ? "F12.3"
                                     : "F10.0";
    // A line that began with a name such as "document" would be a command to PSPP.
    script += fmt::format("{}\n    {}{}", name_of(set, i), form,
                          i + 1 == set.variables.size() ? ".\n" : " ");
  }
  for (std::size_t i = 0; i < set.variables.size(); ++i)
    script +=
        fmt::format("VARIABLE LABELS {} {}.\n", name_of(set, i), spss_text(set.variables[i].label));
  for (std::size_t i = 0; i < set.variables.size(); ++i)
    if (set.variables[i].kind == VariableKind::yes_no)
      script += fmt::format("VALUE LABELS {} 0 {} 1 {}.\n", name_of(set, i), spss_text(tr("nee")),
                            spss_text(tr("ja")));
  return script + "EXECUTE.\n";
}

std::string stata_loader(const DataSet& set, const std::string& csv) {
  std::string texts;
  for (std::size_t i = 0; i < set.variables.size(); ++i)
    if (set.variables[i].kind == VariableKind::text) texts += fmt::format(" {}", i + 1);
  std::string script = "* " + printable(set.table.title) + "\n" + joined_notes(set, "* ") +
                       "version 14\nimport delimited " + stata_text(csv) +
                       ", clear varnames(1) case(preserve) ///\n"
                       "  delimiters(\",\") bindquote(strict) encoding(\"UTF-8\") stringcols(" +
                       (texts.empty() ? texts : texts.substr(1)) + ")\n";
  for (std::size_t i = 0; i < set.variables.size(); ++i)
    script +=
        fmt::format("label variable {} {}\n", name_of(set, i), stata_text(set.variables[i].label));
  const auto is_yes_no = [](const Variable& it) { return it.kind == VariableKind::yes_no; };
  if (std::ranges::any_of(set.variables, is_yes_no))
    script +=
        fmt::format("label define janee 0 {} 1 {}\n", stata_text(tr("nee")), stata_text(tr("ja")));
  for (std::size_t i = 0; i < set.variables.size(); ++i)
    if (is_yes_no(set.variables[i])) script += "label values " + name_of(set, i) + " janee\n";
  return script;
}

}  // namespace pipeline
