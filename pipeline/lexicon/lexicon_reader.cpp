#include "pipeline/lexicon/lexicon_reader.h"

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "pipeline/lexicon/pattern_shape.h"
#include "pipeline/lexicon/theme_reader.h"
#include "pipeline/lexicon/toml_form.h"
#include "pipeline/model/near.h"

namespace pipeline {
namespace {

constexpr std::size_t max_group_depth = 32;
constexpr std::string_view about_file = "lexicon.toml";
constexpr std::string_view groups_file = "groepen.toml";
constexpr std::string_view context_file = "context.toml";

void sort_by_name(std::vector<LexiconText>& files) {
  std::sort(files.begin(), files.end(),
            [](const LexiconText& a, const LexiconText& b) { return a.name < b.name; });
}

// Of files in order of name.
std::string hash_of(const std::vector<LexiconText>& files) {
  std::string all;
  for (const LexiconText& file : files)
    all += file.name + '\0' + std::to_string(file.toml.size()) + '\0' + file.toml;
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  std::string text;
  for (const std::uint64_t half : {hash.high64, hash.low64})
    for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[(half >> shift) & 0xF];
  return text;
}

class LexiconReader {
 public:
  explicit LexiconReader(const std::string& folder) : folder_(folder) {}

  Checked<Lexicon> read(std::vector<LexiconText> files) {
    sort_by_name(files);
    for (const LexiconText& file : files) read_file(file);
    check_whole(files);
    if (!errors_.empty()) {
      std::stable_sort(errors_.begin(), errors_.end(), [](const Error& a, const Error& b) {
        return std::tie(a.where, a.line, a.column) < std::tie(b.where, b.line, b.column);
      });
      return tl::unexpected(std::move(errors_));
    }
    lexicon_.hash = hash_of(files);
    return std::move(lexicon_);
  }

 private:
  std::string path_of(std::string_view name) const {
    return folder_.empty() ? std::string(name) : folder_ + "/" + std::string(name);
  }

  void read_file(const LexiconText& file) {
    const std::string path = path_of(file.name);
    const Result<TomlValue> toml = parse_toml(file.toml, path);
    if (!toml) {
      errors_.push_back(toml.error());
      is_whole_ = false;
      return;
    }
    TomlForm form(path, file.toml, errors_);
    if (file.name == about_file)
      read_about(form, *toml);
    else if (file.name == groups_file)
      read_groups(form, *toml);
    else if (file.name == context_file)
      read_context(form, *toml, file.name);
    else
      themes_.read(form, *toml, file.name, path);
    references_.insert(references_.end(), form.references().begin(), form.references().end());
  }

  void read_about(TomlForm& form, const TomlValue& toml) {
    form.check_keys(toml, {"id", "versie", "titel", "taal"});
    const TomlPlace top{1, 1};
    lexicon_.id = form.identifier(toml, "id", top);
    lexicon_.version = form.required(toml, "versie", top);
    lexicon_.title = form.required(toml, "titel", top);
    lexicon_.language = form.required(toml, "taal", top);
    if (!lexicon_.language.empty() && lexicon_.language != "nl")
      form.note(toml.find("taal")->value.place,
                tr("taal '{}' wordt niet ondersteund; schrijf taal = \"nl\"", lexicon_.language));
  }

  void read_groups(TomlForm& form, const TomlValue& toml) {
    form.check_keys(toml, {"groep"});
    const TomlEntry* groups = toml.find("groep");
    if (groups == nullptr) return;
    if (groups->value.kind != TomlValue::Kind::table)
      return form.note(groups->place, tr("schrijf [groep], met daaronder naam = ['…', '…']"));
    for (const TomlEntry& entry : groups->value.entries) {
      if (!is_identifier(entry.key))
        form.note(
            entry.place,
            tr("de naam van een woordgroep bestaat uit kleine letters, cijfers en streepjes"));
      group_places_[entry.key] = {path_of(groups_file), entry.place};
      auto& members = lexicon_.groups[entry.key];
      form.patterns(entry.value, entry.key, [&](const TomlValue& string, PatternNode tree) {
        if (has_window(tree))
          return form.note(string.place,
                           tr("~ kan niet in een woordgroep; zet het in het patroon zelf"));
        members.push_back({string.text,
                           std::move(tree),
                           {std::string(groups_file), string.place.line, string.place.column}});
      });
      if (entry.value.kind == TomlValue::Kind::array && entry.value.items.empty())
        form.note(entry.place,
                  tr("woordgroep '{}' is leeg; voeg een patroon toe of haal haar weg", entry.key));
    }
  }

  void read_context(TomlForm& form, const TomlValue& toml, const std::string& file) {
    form.check_keys(toml, {"cue"});
    for (const TomlValue* table : form.tables(toml, "cue")) read_cue(form, *table, file);
  }

  void read_cue(TomlForm& form, const TomlValue& table, const std::string& file) {
    form.check_keys(table, {"klasse", "richting", "reikwijdte", "patronen", "voorbeeld"});
    Cue cue;
    if (const std::string word = form.required(table, "klasse", table.place); !word.empty()) {
      if (const auto known = cue_class_of(word))
        cue.cue_class = *known;
      else
        form.note(table.find("klasse")->value.place,
                  tr("onbekende klasse '{}'{}", word, suggest(word, cue_class_words())));
    }
    if (const std::string word = form.required(table, "richting", table.place); !word.empty()) {
      if (const auto known = cue_direction_of(word))
        cue.direction = *known;
      else
        form.note(table.find("richting")->value.place,
                  tr("onbekende richting '{}'{}", word, suggest(word, directions())));
    }
    if (const TomlEntry* reach = table.find("reikwijdte")) {
      if (reach->value.kind != TomlValue::Kind::integer || reach->value.number < 1 ||
          reach->value.number > 100)
        form.note(reach->value.place, tr("'reikwijdte' is een aantal woorden van 1 tot 100"));
      else
        cue.reach = static_cast<std::uint32_t>(reach->value.number);
    }
    form.optional(table, "voorbeeld");
    read_cue_patterns(form, table, file, cue);
  }

  void read_cue_patterns(TomlForm& form, const TomlValue& table, const std::string& file, Cue cue) {
    const TomlEntry* patterns = table.find("patronen");
    if (patterns == nullptr ||
        (patterns->value.kind == TomlValue::Kind::array && patterns->value.items.empty()))
      return form.note(table.place, tr("deze cue heeft geen patronen; voeg toe: patronen = ['…']"));
    form.patterns(patterns->value, "patronen", [&](const TomlValue& string, PatternNode tree) {
      if (spans_passage(tree))
        return form.note(string.place,
                         tr("~beurt kan niet in een cue; die reikt hoogstens een zin ver"));
      cue.text = string.text;
      cue.tree = std::move(tree);
      cue.source = {file, string.place.line, string.place.column};
      lexicon_.cues.push_back(cue);
    });
  }

  static std::vector<std::string> directions() { return {"vooruit", "achteruit", "beide"}; }

  // What only shows when all files have been read.
  void check_whole(const std::vector<LexiconText>& files) {
    const auto is_about = [](const LexiconText& file) { return file.name == about_file; };
    if (std::none_of(files.begin(), files.end(), is_about))
      errors_.push_back(
          {tr("ontbreekt; maak het bestand met id, versie, titel en taal"), path_of(about_file)});
    if (is_whole_ && lexicon_.factors.empty())
      errors_.push_back(
          {tr("dit lexicon heeft geen factoren; maak een bestand per thema met [[factor]]"),
           folder_});
    std::vector<std::string> known;
    for (const auto& [name, members] : lexicon_.groups) known.push_back(name);
    // With groepen.toml unread, every group would be reported.
    if (is_whole_)
      for (const GroupReference& reference : references_)
        if (lexicon_.groups.count(reference.group) == 0) {
          errors_.push_back(reference.error);
          errors_.back().message.add(suggest(reference.group, known)).add(" (groepen.toml)");
        }
    check_cycles();
  }

  void check_cycles() {
    std::set<std::string> done;
    for (const auto& [name, members] : lexicon_.groups) {
      std::vector<std::string> path;
      find_cycle(name, path, done);
    }
  }

  // Depth first; `path` is the way here. Each cycle is reported once, at its first group in the
  // file.
  void find_cycle(const std::string& name, std::vector<std::string>& path,
                  std::set<std::string>& done) {
    const auto group = lexicon_.groups.find(name);
    if (group == lexicon_.groups.end() || done.count(name) > 0) return;
    if (const auto seen = std::find(path.begin(), path.end(), name); seen != path.end()) {
      std::string way;
      for (auto it = seen; it != path.end(); ++it) way += "<" + *it + "> → ";
      const auto& [file, place] = group_places_.at(name);
      errors_.push_back({tr("woordgroepen verwijzen in een kring naar elkaar: {}; haal een van de "
                            "verwijzingen weg",
                            way + "<" + name + ">"),
                         file, place.line, place.column});
      return;
    }
    if (path.size() == max_group_depth) {
      const auto& [file, place] = group_places_.at(path.front());
      errors_.push_back(
          {tr("woordgroepen verwijzen meer dan 32 diep naar elkaar, vanaf <{}>; voeg er "
              "een paar samen",
              path.front()),
           file, place.line, place.column});
      return;
    }
    path.push_back(name);
    std::set<std::string> next;
    for (const GroupMember& member : group->second)
      for (std::string& used : groups_in(member.tree)) next.insert(std::move(used));
    for (const std::string& used : next) find_cycle(used, path, done);
    path.pop_back();
    done.insert(name);
  }

  const std::string& folder_;
  Lexicon lexicon_;
  Errors errors_;
  bool is_whole_ = true;  // every file was valid TOML
  std::vector<GroupReference> references_;
  ThemeReader themes_{lexicon_};
  std::map<std::string, std::pair<std::string, TomlPlace>> group_places_;
};

}  // namespace

std::string hash_of_lexicon(std::vector<LexiconText> files) {
  sort_by_name(files);
  return hash_of(files);
}

Checked<Lexicon> parse_lexicon(std::vector<LexiconText> files, const std::string& folder) {
  return LexiconReader(folder).read(std::move(files));
}

}  // namespace pipeline
