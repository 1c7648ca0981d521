#include "pipeline/tag/lint.h"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

namespace pipeline {
namespace {

using Kind = WordTest::Kind;

void for_each_test(const PatternNode& node, const std::function<void(const WordTest&)>& visit) {
  if (node.kind == PatternNode::Kind::word) visit(node.word);
  for (const PatternNode& child : node.children) for_each_test(child, visit);
}

class Linter {
 public:
  Linter(const Lexicon& lexicon, Vocabulary& vocabulary)
      : lexicon_(lexicon), vocabulary_(vocabulary) {}

  std::vector<LintNote> run() {
    notes_ = find_duplicates(lexicon_);
    for (const Pattern& it : lexicon_.patterns) check_words(it.text, it.tree, it.source);
    for (const FalseFriend& it : lexicon_.false_friends) check_words(it.text, it.tree, it.source);
    for (const Cue& it : lexicon_.cues) check_words(it.text, it.tree, it.source);
    for (const auto& [name, members] : lexicon_.groups)
      for (const GroupMember& it : members) check_words(it.text, it.tree, it.source);
    std::stable_sort(notes_.begin(), notes_.end(), [](const LintNote& a, const LintNote& b) {
      const auto key = [](const Source& s) { return std::tie(s.file, s.line, s.column); };
      return key(a.source) < key(b.source);
    });
    return std::move(notes_);
  }

 private:
  // `=Abc` is a name or an abbreviation, and a wildcard asks for no whole word.
  void check_words(const std::string& text, const PatternNode& tree, const Source& source) {
    std::set<std::string> unknown;
    for_each_test(tree, [&](const WordTest& test) {
      if ((test.kind == Kind::lemma || test.kind == Kind::exact) && !is_known(test.text))
        unknown.insert(test.text);
    });
    for (const std::string& word : unknown)
      notes_.push_back({LintNote::Kind::unknown_word,
                        source,
                        "patroon '" + text + "': '" + word +
                            "' staat niet in de woordtabel en is geen bekende samenstelling; klopt "
                            "de spelling? Vervoegingen kent het programma er niet van",
                        {}});
  }

  bool is_known(const std::string& folded) {
    const Word& word = vocabulary_[vocabulary_.id_of(folded)];
    return !word.is_guessed || !word.parts.empty() || !vocabulary_.table().readings(folded).empty();
  }

  const Lexicon& lexicon_;
  Vocabulary& vocabulary_;
  std::vector<LintNote> notes_;
};

}  // namespace

std::vector<LintNote> lint(const Lexicon& lexicon, Vocabulary& vocabulary) {
  return Linter(lexicon, vocabulary).run();
}

}  // namespace pipeline
