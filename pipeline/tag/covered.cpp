#include "pipeline/tag/covered.h"

#include <algorithm>
#include <optional>
#include <set>

#include "pipeline/tag/coverage.h"

namespace pipeline {
namespace {

using Ways = std::optional<std::vector<Steps>>;

std::size_t words_in(const Steps& way) {
  return static_cast<std::size_t>(
      std::count_if(way.begin(), way.end(), [](const Step& step) { return step.gap == 0; }));
}

class Finder {
 public:
  Finder(const Lexicon& lexicon, Vocabulary& vocabulary)
      : lexicon_(lexicon), coverage_(vocabulary), factors_(lexicon.factors.size()) {
    for (std::size_t i = 0; i < lexicon.patterns.size(); ++i) {
      ways_.push_back(coverage_.ways(lexicon.patterns[i].tree, lexicon));
      factors_[lexicon.patterns[i].factor].push_back(i);
    }
    for (const FalseFriend& it : lexicon.false_friends) {
      friends_.push_back(coverage_.ways(it.tree, lexicon));
      if (it.pattern) with_friend_.insert(*it.pattern);
    }
    for (const Cue& cue : lexicon.cues) collect(cue.tree);
    std::sort(cue_tests_.begin(), cue_tests_.end());
    cue_tests_.erase(std::unique(cue_tests_.begin(), cue_tests_.end()), cue_tests_.end());
  }

  std::vector<LintNote> run() {
    std::vector<LintNote> notes;
    for (std::size_t i = 0; i < lexicon_.patterns.size(); ++i) {
      if (const FalseFriend* by = hidden_by(i))
        notes.push_back(note(i, LintNote::Kind::never_matches,
                             tr("patroon '{}' telt nooit: elke vindplaats is ook een valse vriend, "
                                "'{}' ({})",
                                lexicon_.patterns[i].text, by->text, place(by->source))));
      else if (const Pattern* other = covered_by(i))
        notes.push_back(note(i, LintNote::Kind::covered,
                             tr("patroon '{}' voegt niets toe naast '{}' ({}); haal er een weg",
                                lexicon_.patterns[i].text, other->text, place(other->source))));
    }
    return notes;
  }

 private:
  static std::string place(const Source& source) {
    return source.file + ":" + std::to_string(source.line);
  }
  LintNote note(std::size_t pattern, LintNote::Kind kind, std::string message) const {
    return {kind, lexicon_.patterns[pattern].source, std::move(message), {}};
  }

  void collect(const PatternNode& node) {
    if (node.kind == PatternNode::Kind::word && node.word.kind != WordTest::Kind::any)
      cue_tests_.push_back(coverage_.number(node.word));
    for (const PatternNode& child : node.children) collect(child);
    if (node.kind == PatternNode::Kind::group && cue_groups_.insert(node.group).second)
      for (const GroupMember& member : lexicon_.groups.at(node.group)) collect(member.tree);
  }

  // Whether one of `wide` is found in each of `narrow`; not in words next to what may be a cue.
  bool is_found(const Ways& wide, const Ways& narrow, bool spares_cues) {
    return wide && narrow && std::all_of(narrow->begin(), narrow->end(), [&](const Steps& way) {
             return std::any_of(wide->begin(), wide->end(), [&](const Steps& other) {
               const auto [begin, end] = coverage_.stretch(other, way);
               if (begin == end) return false;
               for (std::size_t i = 0; spares_cues && i < way.size(); ++i)
                 if ((i < begin || i >= end) && may_be_cue(way[i])) return false;
               return true;
             });
           });
  }

  const FalseFriend* hidden_by(std::size_t pattern) {
    for (std::size_t i = 0; i < friends_.size(); ++i) {
      const FalseFriend& it = lexicon_.false_friends[i];
      if (it.pattern ? *it.pattern != pattern : it.factor != lexicon_.patterns[pattern].factor)
        continue;
      if (is_found(friends_[i], ways_[pattern], false)) return &it;
    }
    return nullptr;
  }

  const Pattern* covered_by(std::size_t pattern) {
    const Pattern& it = lexicon_.patterns[pattern];
    if (!ways_[pattern] || with_friend_.contains(pattern)) return nullptr;
    for (const std::size_t other : factors_[it.factor]) {
      const Pattern& by = lexicon_.patterns[other];
      if (other == pattern || with_friend_.contains(other) || by.valence != it.valence ||
          by.strength != it.strength)
        continue;
      // Of two that cover each other the later one goes.
      if (is_found(ways_[other], ways_[pattern], true) &&
          (other < pattern || !is_found(ways_[pattern], ways_[other], true)) && !guards(pattern))
        return &by;
    }
    return nullptr;
  }

  // Whether it may keep a shorter pattern of another valence from its words.
  bool guards(std::size_t pattern) {
    const Pattern& it = lexicon_.patterns[pattern];
    return std::any_of(
        factors_[it.factor].begin(), factors_[it.factor].end(), [&](std::size_t other) {
          if (lexicon_.patterns[other].valence == it.valence) return false;
          if (!ways_[other]) return true;
          return std::any_of(ways_[pattern]->begin(), ways_[pattern]->end(), [&](const Steps& way) {
            return std::any_of(ways_[other]->begin(), ways_[other]->end(), [&](const Steps& more) {
              return words_in(more) < words_in(way) && meet(more, way);
            });
          });
        });
  }

  bool meet(const Steps& a, const Steps& b) {
    for (const Step& one : a)
      for (const Step& other : b)
        for (const std::uint32_t test : one.tests)
          for (const std::uint32_t more : other.tests)
            if (coverage_.may_meet(test, more)) return true;
    return false;
  }

  bool may_be_cue(const Step& step) {
    if (!step.group.empty()) return true;
    return std::any_of(step.tests.begin(), step.tests.end(), [&](std::uint32_t test) {
      const auto [known, is_new] = may_be_cue_.try_emplace(test, false);
      if (is_new)
        known->second = std::any_of(cue_tests_.begin(), cue_tests_.end(), [&](std::uint32_t cue) {
          return coverage_.may_meet(cue, test);
        });
      return known->second;
    });
  }

  const Lexicon& lexicon_;
  Coverage coverage_;
  std::vector<Ways> ways_, friends_;               // by pattern, by false friend
  std::vector<std::vector<std::size_t>> factors_;  // patterns by factor
  std::set<std::size_t> with_friend_;              // patterns
  std::vector<std::uint32_t> cue_tests_;
  std::set<std::string> cue_groups_;
  std::map<std::uint32_t, bool> may_be_cue_;
};

}  // namespace

std::vector<LintNote> find_covered(const Lexicon& lexicon, Vocabulary& vocabulary) {
  return Finder(lexicon, vocabulary).run();
}

}  // namespace pipeline
