#include "pipeline/translate/from_lexicon.h"

#include <algorithm>
#include <map>
#include <optional>

#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

constexpr std::size_t most_wordings = 500;
constexpr std::size_t longest_pattern = 20'000;

using Wordings = Result<std::vector<std::string>>;

// A pattern's tree holds folded words; its text says how they are spelled.
class Spelling {
 public:
  explicit Spelling(std::string_view text) {
    constexpr std::string_view marks = " \t()|?*~[]<>\"=/";
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find_first_of(marks, begin), text.size());
      const std::string word(text.substr(begin, end - begin));
      if (!word.empty()) spelled_.try_emplace(fold(word), word);
      begin = end + 1;
    }
  }
  std::string operator()(const std::string& folded) const {
    const auto known = spelled_.find(folded);
    return known == spelled_.end() ? folded : known->second;
  }

 private:
  std::map<std::string, std::string> spelled_;
};

class Expander {
 public:
  Expander(const Lexicon& lexicon, const DictionaryFormat& format)
      : lexicon_(lexicon), format_(format) {}

  Wordings operator()(const std::string& text, const PatternNode& tree) {
    return expand(tree, Spelling(text));
  }

 private:
  Wordings expand(const PatternNode& node, const Spelling& spelling) {
    switch (node.kind) {
      case PatternNode::Kind::word:
        return word(node.word, spelling);
      case PatternNode::Kind::sequence:
        return sequence(node, spelling);
      case PatternNode::Kind::alternatives:
        return alternatives(node, spelling);
      case PatternNode::Kind::optional:
        return optional(node, spelling);
      case PatternNode::Kind::group:
        return group(node.group);
      case PatternNode::Kind::gap:
        return failure(tr("een tussenruimte ([n]) kent het formaat niet"));
      default:
        return failure(tr("woorden in elkaars buurt (~) kent het formaat niet"));
    }
  }

  Wordings word(const WordTest& test, const Spelling& spelling) const {
    const std::string text = spelling(test.text);
    switch (test.kind) {
      case WordTest::Kind::lemma:
      case WordTest::Kind::exact:
        return {{text}};
      case WordTest::Kind::cased:
        return {{test.text}};
      case WordTest::Kind::prefix:
        return {{text + "*"}};
      case WordTest::Kind::expression:
        return failure(tr("een reguliere expressie kent het formaat niet"));
      default:
        break;
    }
    if (format_.only_prefixes)
      return failure(tr("* staat in dit formaat alleen aan het eind van een woord"));
    if (test.kind == WordTest::Kind::any) return {{"*"}};
    return {{"*" + text + (test.kind == WordTest::Kind::infix ? "*" : "")}};
  }

  Wordings sequence(const PatternNode& node, const Spelling& spelling) {
    std::vector<std::string> all{""};
    for (const PatternNode& child : node.children) {
      const Wordings next = expand(child, spelling);
      if (!next) return next;
      if (all.size() * next->size() > most_wordings) return too_many();
      std::vector<std::string> longer;
      for (const std::string& begin : all)
        for (const std::string& end : *next)
          longer.push_back(begin + (begin.empty() || end.empty() ? "" : " ") + end);
      all = std::move(longer);
    }
    return all;
  }

  Wordings alternatives(const PatternNode& node, const Spelling& spelling) {
    std::vector<std::string> all;
    for (const PatternNode& child : node.children) {
      Wordings some = expand(child, spelling);
      if (!some) return some;
      all.insert(all.end(), some->begin(), some->end());
      if (all.size() > most_wordings) return too_many();
    }
    return all;
  }

  Wordings optional(const PatternNode& node, const Spelling& spelling) {
    std::vector<std::string> all{""};
    for (const PatternNode& child : node.children) {
      Wordings some = expand(child, spelling);
      if (!some) return some;
      all.insert(all.end(), some->begin(), some->end());
    }
    return all;
  }

  Wordings group(const std::string& name) {
    if (const auto known = groups_.find(name); known != groups_.end()) return known->second;
    Wordings all = std::vector<std::string>{};
    for (const GroupMember& member : lexicon_.groups.at(name)) {
      const Wordings some = expand(member.tree, Spelling(member.text));
      if (!some) {
        all = some;
        break;
      }
      all->insert(all->end(), some->begin(), some->end());
    }
    if (all && all->size() > most_wordings) all = too_many();
    groups_.emplace(name, all);
    return all;
  }

  static Wordings too_many() {
    return failure(tr("staat voor meer dan {} woordcombinaties; knip het in delen", most_wordings));
  }

  const Lexicon& lexicon_;
  const DictionaryFormat& format_;
  std::map<std::string, Wordings> groups_;
};

// The pattern's own text with every <group> written out as (a|b). Quotes and expressions stay.
std::string without_groups(const Lexicon& lexicon, std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size() && out.size() <= longest_pattern;) {
    const char c = text[at];
    std::size_t end = at + 1;
    if (c == '"' || c == '/' || c == '<') {
      const std::size_t close = text.find(c == '<' ? '>' : c, at + 1);
      if (close != std::string_view::npos) end = close + 1;
    }
    const std::string_view part = text.substr(at, end - at);
    at = end;
    const auto group = part.size() > 2 && part.front() == '<'
                           ? lexicon.groups.find(std::string(part.substr(1, part.size() - 2)))
                           : lexicon.groups.end();
    if (group == lexicon.groups.end()) {
      out += part;
      continue;
    }
    std::string members;
    for (const GroupMember& member : group->second)
      members += (members.empty() ? "" : "|") + without_groups(lexicon, member.text);
    out += "(" + members + ")";
  }
  return out;
}

class DictionaryMaker {
 public:
  DictionaryMaker(const Lexicon& lexicon, const DictionaryFormat& format)
      : lexicon_(lexicon), format_(format), expand_(lexicon, format) {}

  Translated<Dictionary> make() {
    for (const Pattern& pattern : lexicon_.patterns) add(pattern);
    for (const FalseFriend& it : lexicon_.false_friends)
      leave(it.source, it.text, tr("woorden die een patroon uitsluiten kent het formaat niet"));
    tell_of_the_whole();
    return std::move(made_);
  }

 private:
  void leave(const Source& source, const std::string& text, std::string reason) {
    made_.left_out.push_back(
        {source.file + ":" + std::to_string(source.line), text, std::move(reason)});
  }

  std::vector<std::string> path_of(const Pattern& pattern) const {
    const Factor& factor = lexicon_.factors[pattern.factor];
    std::vector<std::string> path;
    for (std::string_view rest = factor.theme; !rest.empty();) {
      const std::size_t end = std::min(rest.find(" / "), rest.size());
      path.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 3, rest.size()));
    }
    if (path.empty() || path.back() != factor.label_nl) path.push_back(factor.label_nl);
    const bool has_valence = std::ranges::any_of(lexicon_.patterns, [&](const Pattern& it) {
      return it.factor == pattern.factor && it.valence != Valence::neutral;
    });
    if (has_valence) path.emplace_back(to_string(pattern.valence));
    return path;
  }

  void add(const Pattern& pattern) {
    if (pattern.strength != Strength::normal)
      leave(pattern.source, pattern.text, tr("sterkte {} vervalt", to_string(pattern.strength)));
    if (format_.holds_patterns) return add_whole(pattern);
    const Wordings wordings = expand_(pattern.text, pattern.tree);
    if (!wordings) return leave(pattern.source, pattern.text, wordings.error().message);
    DictionaryCategory& category = category_of(pattern);
    for (const std::string& wording : *wordings) {
      const DictionaryTerm term{wording, false, 0};
      if (!wording.empty() && std::ranges::find(category.terms, term) == category.terms.end())
        category.terms.push_back(term);
    }
  }

  void add_whole(const Pattern& pattern) {
    std::string text = without_groups(lexicon_, pattern.text);
    if (text.size() > longest_pattern)
      return leave(pattern.source, pattern.text,
                   tr("is met al zijn woordgroepen te lang voor een cel"));
    category_of(pattern).terms.push_back({std::move(text), true, 0});
  }

  DictionaryCategory& category_of(const Pattern& pattern) {
    DictionaryCategory& category = made_.result.category(path_of(pattern));
    category.definition = lexicon_.factors[pattern.factor].definition;
    return category;
  }

  void tell_of_the_whole() {
    const auto tell = [&](std::string text, std::string reason) {
      made_.left_out.push_back({"", std::move(text), std::move(reason)});
    };
    if (!lexicon_.cues.empty())
      tell(tr_plural(lexicon_.cues.size(), "{} signaal van context", "{} signalen van context",
                     lexicon_.cues.size()),
           tr("ontkenning, wens en wat verder de betekenis verandert, kent het formaat niet"));
    if (!lexicon_.examples.empty())
      tell(tr_plural(lexicon_.examples.size(), "{} voorbeeld", "{} voorbeelden",
                     lexicon_.examples.size()),
           tr("hebben geen plaats in het formaat"));
    if (!format_.holds_patterns)
      tell(tr("alle woorden"),
           tr("het andere programma vindt alleen de vorm die er staat, geen verbuigingen "
              "en geen gescheiden werkwoorden"));
  }

  const Lexicon& lexicon_;
  const DictionaryFormat& format_;
  Expander expand_;
  Translated<Dictionary> made_;
};

}  // namespace

Translated<Dictionary> from_lexicon(const Lexicon& lexicon, const DictionaryFormat& format) {
  return DictionaryMaker(lexicon, format).make();
}

}  // namespace pipeline
