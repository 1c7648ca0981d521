#include "pipeline/read/profile.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "pipeline/model/near.h"
#include "pipeline/read/ascii.h"
#include "pipeline/read/paragraphs.h"

namespace pipeline {
namespace {

constexpr std::string_view profile_ending = ".kolommen.toml";
const std::vector<std::string> kind_names{"tekst", "kenmerk", "negeren"};
const std::vector<std::string> unit_names{"rij", "antwoord", "geen"};

unsigned line_of(const toml::source_region& source) {
  return static_cast<unsigned>(source.begin.line);
}

class ProfileParser {
 public:
  explicit ProfileParser(std::string file) { profile_.file = std::move(file); }

  Checked<Profile> parse(const toml::table& root) {
    check_keys(root, {"blad"});
    const toml::array* const sheets = root.get_as<toml::array>("blad");
    if (sheets == nullptr || sheets->empty()) {
      wrong(said("hier staat geen blad; schrijf [[blad]] met daaronder [blad.kolommen]"), 1);
      return tl::unexpected(std::move(errors_));
    }
    std::set<std::string> seen;
    for (const toml::node& node : *sheets) {
      if (!node.is_table()) {
        wrong(said("schrijf elk blad onder een eigen regel [[blad]]"), line_of(node.source()));
        continue;
      }
      SheetProfile sheet = sheet_of(*node.as_table());
      if (!seen.insert(sheet.sheet).second)
        wrong(said("het blad \u201C{}\u201D staat er tweemaal; laat er een weg", sheet.sheet),
              sheet.line);
      profile_.sheets.push_back(std::move(sheet));
    }
    if (!errors_.empty()) return tl::unexpected(std::move(errors_));
    return std::move(profile_);
  }

 private:
  void wrong(Said message, unsigned line) {
    errors_.push_back({std::move(message), profile_.file, line, 0});
  }

  void check_keys(const toml::table& table, const std::vector<std::string>& known) {
    for (const auto& [key, value] : table)
      if (std::find(known.begin(), known.end(), key.str()) == known.end())
        wrong(said("de naam '{}' is hier onbekend{}", key.str(), suggest(key.str(), known)),
              line_of(key.source()));
  }

  std::string text_of(const toml::table& table, std::string_view key) {
    const toml::node* const node = table.get(key);
    if (node == nullptr) return {};
    if (!node->is_string()) {
      wrong(said("{}: schrijf de waarde tussen aanhalingstekens", key), line_of(node->source()));
      return {};
    }
    return node->value_or(std::string());
  }

  // The place of a word among those that are known; a wrong one is told.
  std::size_t choice(const std::string& word, const std::vector<std::string>& known,
                     unsigned line) {
    const auto it = std::find(known.begin(), known.end(), word);
    if (it == known.end())
      wrong(said("'{}' is hier geen keuze; schrijf {}", word,
                 fmt::format("{}", fmt::join(known, ", "))),
            line);
    return it == known.end() ? known.size() - 1 : static_cast<std::size_t>(it - known.begin());
  }

  SheetProfile sheet_of(const toml::table& table) {
    check_keys(table, {"naam", "document", "kop", "id", "kolommen"});
    SheetProfile sheet;
    sheet.line = line_of(table.source());
    sheet.sheet = text_of(table, "naam");
    sheet.id = text_of(table, "id");
    if (const toml::node* id = table.get("id")) sheet.id_line = line_of(id->source());
    if (const toml::node* unit = table.get("document"))
      sheet.unit = static_cast<DocumentUnit>(
          choice(text_of(table, "document"), unit_names, line_of(unit->source())));
    if (const toml::node* row = table.get("kop")) {
      const auto number = row->value_exact<std::int64_t>().value_or(-1);
      if (number < 0 || number > 1'048'576)
        wrong(said("kop: schrijf het nummer van de rij met de namen van de kolommen, of 0"),
              line_of(row->source()));
      else
        sheet.header_row = static_cast<unsigned>(number);
    }
    if (const toml::table* columns = table.get_as<toml::table>("kolommen"))
      add_columns(*columns, sheet);
    check_columns(sheet);
    return sheet;
  }

  void add_columns(const toml::table& columns, SheetProfile& sheet) {
    for (const auto& [key, value] : columns) {
      ProfileColumn column;
      column.header = key.str();
      column.line = line_of(key.source());
      std::string kind;
      if (const toml::table* details = value.as_table()) {
        check_keys(*details, {"soort", "naam"});
        kind = text_of(*details, "soort");
        column.name = text_of(*details, "naam");
      } else {
        kind = value.value_or(std::string());
      }
      column.kind = static_cast<ColumnKind>(choice(kind, kind_names, column.line));
      sheet.columns.push_back(std::move(column));
    }
    std::ranges::stable_sort(sheet.columns, {}, &ProfileColumn::line);
  }

  void check_columns(const SheetProfile& sheet) {
    std::set<std::string> attributes;
    if (sheet.unit == DocumentUnit::answer) attributes.insert(std::string(question_attribute));
    for (const ProfileColumn& column : sheet.columns)
      if (column.kind == ColumnKind::attribute && !attributes.insert(name_of(column)).second)
        wrong(said("het kenmerk '{}' is er al; geef deze kolom met naam = \"...\" een andere "
                   "naam",
                   name_of(column)),
              column.line);
    const auto is_text = [](const ProfileColumn& c) { return c.kind == ColumnKind::text; };
    if (sheet.unit != DocumentUnit::none &&
        std::none_of(sheet.columns.begin(), sheet.columns.end(), is_text))
      wrong(said("geen kolom van dit blad is tekst; zet bij minstens een kolom \"tekst\", of "
                 "document = \"geen\""),
            sheet.line);
  }

  Profile profile_;
  Errors errors_;
};

std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += '\\', out += c;
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    else
      out += c;
  }
  return out + '"';
}

std::string written(const ProfileColumn& column) {
  const std::string kind = toml_string(kind_names[static_cast<std::size_t>(column.kind)]);
  std::string line =
      toml_string(column.header) + " = " +
      (column.name.empty() ? kind
                           : "{ soort = " + kind + ", naam = " + toml_string(column.name) + " }");
  return line + (column.about.empty() ? "" : "  # " + column.about) + '\n';
}

constexpr const char* heading =
    "# Wat de kolommen van {} zijn. Pas dit aan en draai 'samenspel ingest' opnieuw.\n"
    "#   \"tekst\"     lopende tekst, die gecodeerd wordt\n"
    "#   \"kenmerk\"   een kenmerk van het document, om op te zoeken en te vergelijken\n"
    "#   \"negeren\"   wordt niet gelezen\n"
    "# document = \"rij\": een rij is een document; \"antwoord\": elke cel met tekst is er een, "
    "met\n"
    "# de kolom als kenmerk 'vraag'; \"geen\": dit blad wordt niet gelezen. Met naam = \"...\" "
    "krijgt\n"
    "# een kolom een kortere naam.\n";

}  // namespace

std::string name_of(const ProfileColumn& column) {
  return lower_ascii(folded_line(column.name.empty() ? column.header : column.name));
}

Checked<Profile> parse_profile(std::string_view toml, const std::string& file) {
  try {
    return ProfileParser(file).parse(toml::parse(toml, file));
  } catch (const toml::parse_error& error) {
    return tl::unexpected(
        Errors{{said("geen geldige TOML; staan alle namen tussen aanhalingstekens, en elke kolom "
                     "maar een keer? ({})",
                     error.description()),
                file, line_of(error.source()), 0}});
  }
}

std::string write_profile(const Profile& profile, const std::string& sheet_file) {
  std::string text = fmt::format(heading, sheet_file);
  for (const SheetProfile& sheet : profile.sheets) {
    text += "\n[[blad]]\n";
    if (!sheet.sheet.empty()) text += "naam = " + toml_string(sheet.sheet) + '\n';
    text += "document = " + toml_string(unit_names[static_cast<std::size_t>(sheet.unit)]) + '\n';
    if (sheet.header_row) text += fmt::format("kop = {}\n", *sheet.header_row);
    if (!sheet.id.empty()) text += "id = " + toml_string(sheet.id) + '\n';
    text += "[blad.kolommen]\n";
    for (const ProfileColumn& column : sheet.columns) text += written(column);
  }
  return text;
}

std::string profile_path(const std::string& sheet_file) {
  return std::filesystem::path(sheet_file).replace_extension().string() +
         std::string(profile_ending);
}

bool is_profile(std::string_view file) {
  return file.ends_with(profile_ending);
}

}  // namespace pipeline
