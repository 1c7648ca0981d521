#include "pipeline/publish/recipe.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/lexicon/toml.h"
#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

constexpr std::array chart_names{"balken",  "aantallen", "saldo",   "netwerk",
                                 "stroken", "tijdlijn",  "oordelen"};
const std::vector<std::string> keys{"titel",    "taal",     "kolommen",     "tel",
                                    "vraag",    "codeur",   "interviewers", "datum",
                                    "oordelen", "uitkomst", "citaten",      "grafieken"};
constexpr std::int64_t most_quotations = 100'000;

template <typename Kind, std::size_t N>
Result<Kind> named(std::string_view name, const std::array<const char*, N>& names,
                   std::string_view what) {
  for (std::size_t i = 0; i < N; ++i)
    if (name == names[i]) return static_cast<Kind>(i);
  return failure(tr("'{}' is geen {}; kies {}", name, what,
                    one_of(std::vector<std::string>(names.begin(), names.end()))));
}

class RecipeReader {
 public:
  explicit RecipeReader(const std::string& name) : name_(name) {}

  Checked<ReportRecipe> read(const TomlValue& file) {
    for (const TomlEntry& entry : file.entries)
      if (std::ranges::find(keys, entry.key) == keys.end())
        note(entry.place, tr("'{}' is hier onbekend{}", entry.key, suggest(entry.key, keys)));
    text(file, "titel", recipe_.title);
    text(file, "kolommen", recipe_.columns);
    text(file, "tel", recipe_.unit);
    text(file, "vraag", recipe_.where);
    text(file, "codeur", recipe_.coder);
    text(file, "datum", recipe_.date);
    text(file, "uitkomst", recipe_.outcome);
    std::string language;
    text(file, "taal", language);
    recipe_.language = language_of_code(language);
    if (!language.empty() && !recipe_.language)
      note(file.find("taal")->value.place,
           tr("'{}' is geen taal van een rapport; kies nl of en", language));
    yes_or_no(file, "interviewers", recipe_.interviewers);
    yes_or_no(file, "oordelen", recipe_.ratings);
    quotations(file);
    charts(file);
    if (!errors_.empty()) return tl::unexpected(errors_);
    return recipe_;
  }

 private:
  void note(TomlPlace place, std::string message) {
    errors_.push_back({std::move(message), name_, place.line, place.column});
  }

  void text(const TomlValue& file, std::string_view key, std::string& to) {
    const TomlEntry* entry = file.find(key);
    if (entry == nullptr) return;
    if (entry->value.kind == TomlValue::Kind::string)
      to = entry->value.text;
    else
      note(entry->value.place, tr("{}: schrijf tekst tussen aanhalingstekens", key));
  }

  void yes_or_no(const TomlValue& file, std::string_view key, bool& to) {
    std::string answer;
    text(file, key, answer);
    if (!answer.empty() && answer != "ja" && answer != "nee")
      return note(file.find(key)->value.place, tr("schrijf \"ja\" of \"nee\""));
    if (!answer.empty()) to = answer == "ja";
  }

  template <typename T>
  void take(const TomlValue& file, std::string_view key, Result<T> from, T& to) {
    if (from)
      to = *from;
    else
      note(file.find(key)->value.place, from.error().message);
  }

  void quotations(const TomlValue& file) {
    const TomlEntry* entry = file.find("citaten");
    if (entry == nullptr) return;
    const TomlValue& value = entry->value;
    if (value.kind == TomlValue::Kind::integer && value.number >= 0 &&
        value.number <= most_quotations)
      recipe_.most_quotations = static_cast<std::uint32_t>(value.number);
    else
      note(value.place, tr("citaten: schrijf een getal van 0 tot {}", most_quotations));
  }

  void charts(const TomlValue& file) {
    const TomlEntry* entry = file.find("grafieken");
    if (entry == nullptr) return;
    recipe_.charts.clear();
    if (entry->value.kind != TomlValue::Kind::array)
      return note(entry->value.place,
                  tr("grafieken: schrijf een lijst, zoals [\"balken\", \"saldo\"]"));
    for (const TomlValue& item : entry->value.items) {
      const auto chart = report_chart(item.text);
      if (chart)
        recipe_.charts.push_back(*chart);
      else
        note(item.place, chart.error().message);
    }
  }

  const std::string& name_;
  ReportRecipe recipe_;
  Errors errors_;
};

// A basic string of TOML.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      result += std::string("\\") + c;
    else if (byte < 0x20 || byte == 0x7F)
      result += fmt::format("\\u{:04X}", byte);
    else
      result += c;
  }
  return result + '"';
}

}  // namespace

bool ReportRecipe::has(ReportChart chart) const {
  return std::ranges::find(charts, chart) != charts.end();
}

Result<ReportChart> report_chart(std::string_view name) {
  return named<ReportChart>(name, chart_names, "grafiek");
}

Checked<ReportRecipe> parse_recipe(std::string_view toml, const std::string& name) {
  const auto file = parse_toml(toml, name);
  if (!file) return tl::unexpected(Errors{file.error()});
  return RecipeReader(name).read(*file);
}

std::string to_toml(const ReportRecipe& recipe) {
  std::string charts;
  for (const ReportChart chart : recipe.charts)
    charts += fmt::format("{}\"{}\"", charts.empty() ? "" : ", ",
                          chart_names[static_cast<std::size_t>(chart)]);
  const std::string language =
      recipe.language ? fmt::format("taal = \"{}\"\n", code_of(*recipe.language)) : "";
  return fmt::format(
      "titel = {}\n{}kolommen = {}\ntel = {}\nvraag = {}\ncodeur = {}\n"
      "interviewers = \"{}\"\ndatum = {}\noordelen = \"{}\"\nuitkomst = {}\ncitaten = {}\n"
      "grafieken = [{}]\n",
      quoted(recipe.title), language, quoted(recipe.columns), quoted(recipe.unit),
      quoted(recipe.where), quoted(recipe.coder), recipe.interviewers ? "ja" : "nee",
      quoted(recipe.date), recipe.ratings ? "ja" : "nee", quoted(recipe.outcome),
      recipe.most_quotations, charts);
}

}  // namespace pipeline
