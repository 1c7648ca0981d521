#include "pipeline/read/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/model/counted.h"
#include "pipeline/model/iso_date.h"
#include "pipeline/model/near.h"
#include "pipeline/read/columns.h"
#include "pipeline/read/decode.h"
#include "pipeline/read/paragraphs.h"

namespace pipeline {
namespace {

bool says_something(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

// A blank line in a cell parts paragraphs, another line end does not.
void add_answer(std::string_view text, Paragraphs& into) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (line.find_first_not_of(" \t") == std::string_view::npos)
      into.end_paragraph();
    else
      into.add(line);
    into.end_line();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  into.end_paragraph();
}

// As a step of a path.
std::string step(std::string_view words) {
  std::string name = folded_line(words);
  std::replace(name.begin(), name.end(), '/', '-');
  std::replace(name.begin(), name.end(), '\\', '-');
  return name == "." || name == ".." ? "-" : name;
}

// A column of the profile at its place in the sheet.
struct Used {
  std::size_t column = 0;
  std::string name, step;  // step: of a text column
  ColumnKind kind{};
};

class SheetAnswers {
 public:
  SheetAnswers(const Sheet& sheet, const SheetProfile& profile, const std::string& file,
               Answers& answers, Errors& errors)
      : sheet_(sheet),
        profile_(profile),
        file_(file),
        header_(header_of(sheet, profile.header_row)),
        answers_(answers),
        errors_(errors) {}

  void add() {
    if (profile_.header_row.value_or(0) > 0 && header_.row == 0)
      return wrong(
          said("rij {} is leeg; kop is de rij met de namen van de kolommen", *profile_.header_row),
          profile_.line);
    for (const Said& warning : header_.warnings) warn(warning);
    place_columns();
    if (!errors_.empty()) return;
    for (std::size_t i = header_.first_row; i < sheet_.rows.size(); ++i) add_row(sheet_.rows[i]);
    if (empty_ > 0)
      warn(
          profile_.unit == DocumentUnit::row
              ? said_counted(empty_, "rij zonder tekst overgeslagen",
                             "rijen zonder tekst overgeslagen")
              : said_counted(empty_, "leeg antwoord overgeslagen", "lege antwoorden overgeslagen"));
    if (undated_ > 0)
      warn(said_counted(undated_,
                        "waarde in de kolom 'datum' is geen datum en telt niet mee; schrijf "
                        "jaar-maand-dag",
                        "waarden in de kolom 'datum' zijn geen datum en tellen niet mee; schrijf "
                        "jaar-maand-dag"));
  }

 private:
  void wrong(Said message, unsigned line) {
    errors_.push_back({std::move(message), file_, line, 0});
  }
  void warn(const Said& message) {
    answers_.warnings.push_back(
        sheet_.name.empty() ? message : said("blad \u201C{}\u201D: {}", sheet_.name, message));
  }

  std::optional<std::size_t> place_of(const std::string& header, unsigned line) {
    const auto it = std::find(header_.names.begin(), header_.names.end(), folded_line(header));
    if (it != header_.names.end()) return static_cast<std::size_t>(it - header_.names.begin());
    wrong(said("de kolom '{}' staat niet in het blad{}", header, suggest(header, header_.names)),
          line);
    return std::nullopt;
  }

  void place_columns() {
    if (!profile_.id.empty()) id_ = place_of(profile_.id, profile_.id_line);
    std::set<std::string> steps, known;
    for (const ProfileColumn& column : profile_.columns) {
      known.insert(folded_line(column.header));
      if (column.kind == ColumnKind::ignored) continue;
      const auto place = place_of(column.header, column.line);
      if (!place) continue;
      Used used{*place, name_of(column), slug(name_of(column)), column.kind};
      for (unsigned n = 2; column.kind == ColumnKind::text && !steps.insert(used.step).second; ++n)
        used.step = fmt::format("{}-{}", slug(name_of(column)), n);
      used_.push_back(std::move(used));
    }
    for (const std::string& name : header_.names)
      if (!known.contains(name))
        warn(said("de kolom \u201C{}\u201D staat niet in {} en wordt niet gelezen", name, file_));
  }

  static std::string_view text_at(const SheetRow& row, std::size_t column) {
    return column < row.cells.size() ? std::string_view(row.cells[column].text) : "";
  }

  // The row's part of the name; empty where another row has it.
  std::string name_of_row(const SheetRow& row) {
    std::string name = id_ ? step(text_at(row, *id_)) : std::string();
    if (name.empty()) name = fmt::format("rij-{:04}", row.number);
    const auto [it, is_first] = rows_.emplace(name, row.number);
    if (is_first) return name;
    refuse(row, said("de id \u201C{}\u201D staat ook in rij {}; geef elke rij een eigen id", name,
                     it->second));
    return {};
  }

  std::string prefix() const { return sheet_.name.empty() ? "" : step(sheet_.name) + '/'; }

  void refuse(const SheetRow& row, Said why) {
    answers_.documents.push_back(
        {prefix() + fmt::format("rij-{:04}", row.number), {}, std::move(why)});
  }

  void add_row(const SheetRow& row) {
    if (sheet_.name.empty() && row.cells.size() > header_.names.size())
      return refuse(row, said("deze rij heeft {} cellen en de kop {}; zet een cel met het "
                              "scheidingsteken erin tussen aanhalingstekens",
                              row.cells.size(), header_.names.size()));
    const Attributes attributes = attributes_of(row);
    std::vector<const Used*> filled;
    for (const Used& used : used_) {
      if (used.kind != ColumnKind::text) continue;
      const bool is_own = used.column < row.cells.size() && !row.cells[used.column].is_merged;
      if (is_own && says_something(text_at(row, used.column)))
        filled.push_back(&used);
      else if (profile_.unit == DocumentUnit::answer)
        ++empty_;
    }
    if (filled.empty() && profile_.unit == DocumentUnit::row) ++empty_;
    if (filled.empty()) return;
    const std::string name = name_of_row(row);
    if (name.empty()) return;
    if (profile_.unit == DocumentUnit::row)
      return add_document(row, prefix() + name, filled, attributes);
    for (const Used* used : filled) {
      Attributes own = attributes;
      own[std::string(question_attribute)] = used->name;
      add_document(row, prefix() + name + '/' + used->step, {used}, std::move(own));
    }
  }

  void add_document(const SheetRow& row, std::string name, const std::vector<const Used*>& filled,
                    Attributes attributes) {
    Paragraphs text;
    for (const Used* used : filled) add_answer(text_at(row, used->column), text);
    Answer answer;
    answer.name = std::move(name);
    answer.document.source = text.take();
    make_regular(answer.document.source);
    if (answer.document.source.empty()) return;
    answer.document.attributes = std::move(attributes);
    answers_.documents.push_back(std::move(answer));
  }

  Attributes attributes_of(const SheetRow& row) {
    Attributes attributes;
    for (const Used& used : used_) {
      if (used.kind != ColumnKind::attribute) continue;
      std::string value = folded_line(text_at(row, used.column));
      if (used.name == "datum" && !value.empty()) {
        const auto date = iso_date(day_of(value));
        if (!date) ++undated_;
        value = date.value_or(std::string());
      }
      if (!value.empty()) attributes[used.name] = std::move(value);
    }
    return attributes;
  }

  const Sheet& sheet_;
  const SheetProfile& profile_;
  const std::string& file_;
  const Header header_;
  Answers& answers_;
  Errors& errors_;
  std::vector<Used> used_;
  std::optional<std::size_t> id_;
  std::map<std::string, unsigned> rows_;  // by name
  std::size_t empty_ = 0, undated_ = 0;
};

// The part of the profile for a sheet. Where there is but one of each, their names do not matter.
const SheetProfile* profile_for(const Sheet& sheet, std::size_t sheets, const Profile& profile) {
  const auto it = std::ranges::find(profile.sheets, sheet.name, &SheetProfile::sheet);
  if (it != profile.sheets.end()) return &*it;
  const bool is_only = sheets == 1 && profile.sheets.size() == 1;
  if (is_only && (sheet.name.empty() || profile.sheets.front().sheet.empty()))
    return &profile.sheets.front();
  return nullptr;
}

}  // namespace

Profile guess_profile(const std::vector<Sheet>& sheets) {
  Profile profile;
  for (const Sheet& sheet : sheets)
    if (!sheet.rows.empty()) profile.sheets.push_back(guess_profile(sheet));
  return profile;
}

Checked<Answers> answers_of(const std::vector<Sheet>& sheets, const Profile& profile) {
  Answers answers;
  Errors errors;
  std::set<const SheetProfile*> met;
  std::vector<std::string> names;
  for (const Sheet& sheet : sheets) {
    names.push_back(sheet.name);
    const SheetProfile* const own = profile_for(sheet, sheets.size(), profile);
    for (const Said& warning : sheet.warnings) answers.warnings.push_back(warning);
    if (own == nullptr) {
      if (!sheet.rows.empty())
        answers.warnings.push_back(
            said("het blad \u201C{}\u201D staat niet in {} en wordt niet gelezen", sheet.name,
                 profile.file));
      continue;
    }
    met.insert(own);
    if (own->unit != DocumentUnit::none)
      SheetAnswers(sheet, *own, profile.file, answers, errors).add();
  }
  for (const SheetProfile& own : profile.sheets)
    if (!met.contains(&own) && own.unit != DocumentUnit::none)
      errors.push_back({said("het blad '{}' staat niet in het rekenblad{}", own.sheet,
                             suggest(own.sheet, names)),
                        profile.file, own.line, 0});
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return answers;
}

}  // namespace pipeline
