#include "pipeline/tag/lint.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "pipeline/normalise/fold.h"
#include "pipeline/segment/tokens.h"
#include "pipeline/tag/covered.h"
#include "pipeline/tag/steps.h"
#include "pipeline/tag/word_tests.h"

namespace pipeline {
namespace {

using Kind = WordTest::Kind;

constexpr std::size_t many_forms = 40;

void for_each_test(const PatternNode& node, const std::function<void(const WordTest&)>& visit) {
  if (node.kind == PatternNode::Kind::word) visit(node.word);
  for (const PatternNode& child : node.children) for_each_test(child, visit);
}

bool is_whole_word(const WordTest& test) {
  return test.kind == Kind::lemma || test.kind == Kind::exact || test.kind == Kind::cased;
}

// "Y&Z" is three tokens, so that no word of a text is ever equal to it.
bool is_one_word(const std::string& text) {
  std::vector<Token> tokens;
  append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  return tokens.size() == 1 && tokens.front().is_word();
}

// What stands in the expression as itself: no classes, no escapes.
std::string literals_of(std::string_view expression) {
  std::string literals;
  bool is_in_class = false;
  for (std::size_t i = 0; i < expression.size(); ++i) {
    const char c = expression[i];
    if (c == '\\') {  // \b, \pL, \p{Greek}
      const bool is_named =
          ++i < expression.size() && (expression[i] == 'p' || expression[i] == 'P');
      if (is_named && expression.substr(i + 1).starts_with("{"))
        i = std::min(expression.find('}', i), expression.size());
      else if (is_named)
        ++i;
      continue;
    }
    if (c == '[') is_in_class = true;
    if (!is_in_class) literals += c;
    if (c == ']') is_in_class = false;
  }
  return literals;
}

std::string name_of(PartOfSpeech part) {
  switch (part) {
    case PartOfSpeech::noun:
      return tr("een zelfstandig naamwoord (_zn)");
    case PartOfSpeech::verb:
      return tr("een werkwoord (_ww)");
    case PartOfSpeech::adjective:
      return tr("een bijvoeglijk naamwoord (_bn)");
    default:
      return tr("een bijwoord (_bw)");
  }
}

class Linter {
 public:
  Linter(const Lexicon& lexicon, Vocabulary& vocabulary)
      : lexicon_(lexicon), vocabulary_(vocabulary) {}

  std::vector<LintNote> run(std::span<const std::string> words) {
    notes_ = find_duplicates(lexicon_);
    for (const Pattern& it : lexicon_.patterns) check_words(it.text, it.tree, it.source);
    for (const FalseFriend& it : lexicon_.false_friends) check_words(it.text, it.tree, it.source);
    for (const Cue& it : lexicon_.cues) check_words(it.text, it.tree, it.source);
    for (const auto& [name, members] : lexicon_.groups)
      for (const GroupMember& it : members) check_words(it.text, it.tree, it.source);
    const std::vector<LintNote> covered = find_covered(lexicon_, vocabulary_);
    notes_.insert(notes_.end(), covered.begin(), covered.end());
    if (!words.empty()) check_wildcards(words);
    std::stable_sort(notes_.begin(), notes_.end(), [](const LintNote& a, const LintNote& b) {
      const auto key = [](const Source& s) { return std::tie(s.file, s.line, s.column); };
      return key(a.source) < key(b.source);
    });
    return std::move(notes_);
  }

 private:
  void note(LintNote::Kind kind, const std::string& text, const Source& source,
            const std::string& message, std::vector<std::string> forms = {}) {
    notes_.push_back({kind, source, tr("patroon '{}': {}", text, message), std::move(forms)});
  }

  void check_words(const std::string& text, const PatternNode& tree, const Source& source) {
    std::set<std::string> seen;
    for_each_test(tree, [&](const WordTest& test) {
      if (!seen.insert(test.text).second) return;
      if (const std::string why = why_never(test); !why.empty())
        note(LintNote::Kind::never_matches, text, source, why);
      else if (is_unknown(test))
        note(LintNote::Kind::unknown_word, text, source,
             tr("'{}' staat niet in de woordtabel en is geen bekende samenstelling; klopt de "
                "spelling? Vervoegingen kent het programma er niet van",
                test.text));
    });
  }

  // `=Abc` is a name or an abbreviation, and a wildcard asks for no whole word.
  bool is_unknown(const WordTest& test) {
    return (test.kind == Kind::lemma || test.kind == Kind::exact) && !is_known(test.text);
  }
  // "wij-zij": each of both.
  bool is_known(const std::string& folded) {
    const std::size_t hyphen = folded.find('-', 1);
    if (hyphen != std::string::npos && hyphen + 1 < folded.size() &&
        is_known(folded.substr(0, hyphen)))
      return is_known(folded.substr(hyphen + 1));
    const Word& word = vocabulary_[vocabulary_.id_of(folded)];
    return !word.is_guessed || !word.parts.empty() || !vocabulary_.table().readings(folded).empty();
  }

  std::string why_never(const WordTest& test) {
    if (is_whole_word(test) && !is_one_word(test.text))
      return tr(
          "past nooit: '{}' is in een tekst meer dan één woord; schrijf de delen los, zonder "
          "leestekens",
          test.text);
    if (test.kind == Kind::expression) return why_never(std::string_view(test.text));
    if (test.part == PartOfSpeech::any || !is_known(test.text)) return {};
    const auto& readings = vocabulary_[vocabulary_.id_of(test.text)].readings;
    if (std::any_of(readings.begin(), readings.end(),
                    [&](const Reading& reading) { return is_of(reading.word_class, test.part); }))
      return {};
    return tr("past nooit: '{}' is nergens {}", test.text, name_of(test.part));
  }

  static std::string why_never(std::string_view expression) {
    if (expression.find("(?i") != std::string_view::npos) return {};
    const std::string literals = literals_of(expression);
    if (fold(literals) != literals)
      return tr(
          "past niet op een hoofdletter of een accent: woorden worden zonder die twee "
          "vergeleken; schrijf kleine letters zonder accenten");
    if (literals.find(' ') != std::string::npos)
      return tr(
          "past nooit: een reguliere expressie ziet één woord, zonder spaties; schrijf er een per "
          "woord");
    return {};
  }

  // Only where a wildcard makes a match by itself: within a phrase the other words hold it.
  void check_wildcards(std::span<const std::string> words) {
    WordTests tests(vocabulary_);
    std::map<std::uint32_t, std::vector<const Pattern*>> asking;
    const auto number = [&](const WordTest& test) {
      return is_whole_word(test) || test.kind == Kind::any ? no_wildcard : tests.add(test);
    };
    for (const Pattern& pattern : lexicon_.patterns)
      if (const auto ways = ways_of(pattern.tree, lexicon_, number))
        for (const Steps& way : *ways)
          if (way.size() == 1)
            for (const std::uint32_t test : way.front().tests)
              if (test != no_wildcard) asking[test].push_back(&pattern);
    std::map<std::uint32_t, std::set<std::string>> caught;
    for (const std::string& word : words) {
      const Word& known = vocabulary_[vocabulary_.id_of(word)];
      for (const std::uint32_t test : tests.holding_of(known)) caught[test].insert(known.folded);
    }
    for (const auto& [test, forms] : caught)
      if (forms.size() > many_forms)
        for (const Pattern* pattern : asking[test])
          note(LintNote::Kind::wide_wildcard, pattern->text, pattern->source,
               tr("vangt in deze teksten {} verschillende vormen; horen die er alle bij?",
                  forms.size()),
               {forms.begin(), forms.end()});
  }

  static constexpr std::uint32_t no_wildcard = ~std::uint32_t{0};

  const Lexicon& lexicon_;
  Vocabulary& vocabulary_;
  std::vector<LintNote> notes_;
};

}  // namespace

std::vector<LintNote> lint(const Lexicon& lexicon, Vocabulary& vocabulary,
                           std::span<const std::string> words) {
  return Linter(lexicon, vocabulary).run(words);
}

}  // namespace pipeline
