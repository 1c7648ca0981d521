#include "pipeline/translate/to_lexicon.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "pipeline/lexicon/pattern.h"
#include "pipeline/lexicon/pattern_shape.h"
#include "pipeline/normalise/fold.h"
#include "pipeline/translate/formats.h"

namespace pipeline {
namespace {

constexpr std::array<std::string_view, 3> valences{"succes", "faal", "neutraal"};

struct Draft {
  std::string theme, label, id, definition;
  std::map<std::string, std::vector<std::string>> patterns;  // by valence

  bool is_empty() const {
    return std::ranges::all_of(patterns, [](const auto& it) { return it.second.empty(); });
  }
};

// Control characters as blanks, none at the edges.
std::string plain(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }, ' ');
  return std::string(trimmed(text));
}

std::string toml_string(const std::string& text) {
  if (text.find('\'') == std::string::npos) return "'" + text + "'";
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// `kl?m` -> /^kl.m$/: expressions are held against folded words.
std::string expression(std::string_view word) {
  std::string out = "/^";
  for (const char c : fold(word)) {
    if (c == '*')
      out += ".*";
    else if (c == '?')
      out += '.';
    else
      out +=
          std::string(std::string_view("\\.+()[]{}|^$/").find(c) != std::string_view::npos, '\\') +
          c;
  }
  return out + "$/";
}

// One word with wildcards. A wildcard of this program needs two letters.
std::string wild_word(std::string_view word) {
  if (word == "*") return "*";
  const std::size_t first = word.find_first_not_of('*'), last = word.find_last_not_of('*');
  if (first == std::string_view::npos) return "*";
  const std::string_view inside = word.substr(first, last - first + 1);
  const bool is_simple = inside.find_first_of("*?") == std::string_view::npos &&
                         inside.size() >= 2 && first <= 1 && word.size() - last <= 2;
  return is_simple ? std::string(word) : expression(word);
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::string_view rest = trimmed(text); !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
    words.emplace_back(rest.substr(0, end));
    rest = trimmed(rest.substr(end));
  }
  return words;
}

// Words without a wildcard stand between quotes, those next to each other between the same ones.
std::string pattern_of(const DictionaryTerm& term) {
  if (term.is_pattern) return plain(term.text);
  std::string pattern, exact;
  const auto close = [&] {
    if (!exact.empty()) pattern += (pattern.empty() ? "\"" : " \"") + exact + '"';
    exact.clear();
  };
  for (const std::string& word : words_of(plain(term.text))) {
    if (word.find_first_of("*?") == std::string::npos) {
      exact += (exact.empty() ? "" : " ") + word;
      continue;
    }
    close();
    pattern += (pattern.empty() ? "" : " ") + wild_word(word);
  }
  close();
  return pattern;
}

// Why a pattern cannot stand in a lexicon by itself.
std::optional<std::string> mistake_in(const std::string& pattern) {
  const auto tree = parse_pattern(pattern);
  if (!tree) return tree.error().message;
  if (!groups_in(*tree).empty()) return tr("vraagt om een woordgroep die er niet bij staat");
  if (can_be_empty(*tree)) return tr("zou overal passen");
  if (opens_at_edge(*tree)) return tr("begint of eindigt met een los *");
  return std::nullopt;
}

class LexiconWriter {
 public:
  Translated<std::vector<LexiconText>> write(const Dictionary& dictionary, const std::string& id,
                                             const std::string& title) {
    for (const DictionaryCategory& category : dictionary.categories) add(category);
    std::vector<LexiconText> files{
        {"lexicon.toml", "id = " + toml_string(id) + "\nversie = '0.1.0'\ntitel = " +
                             toml_string(plain(title)) + "\ntaal = 'nl'\n"}};
    for (const std::string& theme : themes_) add_theme(theme, files);
    return {std::move(files), std::move(left_out_)};
  }

 private:
  Draft& draft_of(const std::vector<std::string>& path) {
    const auto [known, is_new] = places_.try_emplace(path, drafts_.size());
    if (!is_new) return drafts_[known->second];
    Draft draft;
    draft.label = path.back();
    for (std::size_t i = 0; i + 1 < path.size(); ++i) draft.theme += (i > 0 ? " / " : "") + path[i];
    if (draft.theme.empty()) draft.theme = draft.label;
    const std::string id = identifier_of(draft.label);
    draft.id = id;
    for (unsigned n = 2; !ids_.insert(draft.id).second; ++n)
      draft.id = id + "-" + std::to_string(n);
    if (std::ranges::find(themes_, draft.theme) == themes_.end()) themes_.push_back(draft.theme);
    drafts_.push_back(std::move(draft));
    return drafts_.back();
  }

  void add(const DictionaryCategory& category) {
    std::vector<std::string> path = category.path;
    for (std::string& name : path)
      if ((name = plain(name)).empty()) name = "(zonder naam)";
    std::string valence = "neutraal";
    if (path.size() > 1 && std::ranges::find(valences, path.back()) != valences.end()) {
      valence = path.back();
      path.pop_back();
    }
    Draft& draft = draft_of(path);
    if (draft.definition.empty()) draft.definition = plain(category.definition);
    for (const DictionaryTerm& term : category.terms) add(term, draft, valence);
  }

  void add(const DictionaryTerm& term, Draft& draft, const std::string& valence) {
    const std::string pattern = pattern_of(term);
    const auto leave = [&](const std::string& reason) {
      left_out_.push_back({term.line == 0 ? draft.label : line_name(term.line), term.text, reason});
    };
    if (const auto mistake = mistake_in(pattern)) return leave(*mistake);
    for (const auto& [other, patterns] : draft.patterns)
      if (std::ranges::find(patterns, pattern) != patterns.end())
        return leave(tr("staat al bij deze factor"));
    draft.patterns[valence].push_back(pattern);
  }

  void add_theme(const std::string& theme, std::vector<LexiconText>& files) {
    std::string text = "thema = " + toml_string(theme) + "\n";
    bool has_any = false;
    for (const Draft& draft : drafts_) {
      if (draft.theme != theme) continue;
      if (draft.is_empty()) {
        left_out_.push_back({"", draft.label, tr("een categorie zonder patronen")});
        continue;
      }
      has_any = true;
      add_factor(draft, text);
    }
    if (!has_any) return;
    std::string number = std::to_string(files.size());
    number.insert(0, number.size() < 3 ? 3 - number.size() : 0, '0');
    files.push_back({number + "-" + identifier_of(theme) + ".toml", std::move(text)});
  }

  static void add_factor(const Draft& draft, std::string& text) {
    const std::string definition =
        draft.definition.empty() ? "Categorie " + draft.label + "; schrijf hier wat eronder valt."
                                 : draft.definition;
    text += "\n[[factor]]\nid = " + toml_string(draft.id) +
            "\nlabel = " + toml_string(draft.label) + "\ndefinitie = " + toml_string(definition) +
            "\n";
    for (const std::string_view valence : valences) {
      const auto patterns = draft.patterns.find(std::string(valence));
      if (patterns == draft.patterns.end() || patterns->second.empty()) continue;
      text += std::string(valence) + " = [\n";
      for (const std::string& pattern : patterns->second)
        text += "  " + toml_string(pattern) + ",\n";
      text += "]\n";
    }
  }

  std::map<std::vector<std::string>, std::size_t> places_;
  std::vector<Draft> drafts_;
  std::vector<std::string> themes_;
  std::set<std::string> ids_;
  std::vector<LeftOut> left_out_;
};

}  // namespace

std::string identifier_of(std::string_view name) {
  std::string id;
  for (const char c : fold(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      id += c;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (id.ends_with('-')) id.pop_back();
  return id.empty() ? "categorie" : id;
}

Translated<std::vector<LexiconText>> to_lexicon(const Dictionary& dictionary, const std::string& id,
                                                const std::string& title) {
  return LexiconWriter().write(dictionary, id, title);
}

}  // namespace pipeline
