#include "pipeline/tag/clauses.h"

#include <algorithm>

namespace pipeline {
namespace {

using Break = ClauseWord::Break;
using Verb = ClauseWord::Verb;
using Opening = ClauseWord::Opening;

constexpr std::size_t near_beginning = 3;  // words: "en werd dit niet opgepakt"

bool is_finite(const ClauseWord& word) {
  return word.verb == Verb::finite || word.verb == Verb::either;
}
bool is_subordinate(Opening opening) {
  return opening == Opening::complement || opening == Opening::adjunct ||
         opening == Opening::relative;
}

class ClauseCutter {
 public:
  explicit ClauseCutter(std::span<const ClauseWord> words) : words_(words) { look_ahead(); }

  Clauses cut() {
    made_.of_word.resize(words_.size());
    begin(Opening::main);
    for (at_ = 0; at_ < words_.size(); ++at_) {
      if (at_ > 0)
        divide();
      else if (opening_here() != Opening::none)
        open(opening_here());
      take_verb();
      made_.of_word[at_] = current_;
      note_reference();
    }
    return std::move(made_);
  }

 private:
  // What stands between a word and the next place where a clause may end: whether there is a verb
  // that can make a clause, whether the stretch ends in one.
  void look_ahead() {
    const std::size_t n = words_.size();
    verbs_ahead_.resize(n + 1);
    ends_.resize(n + 1, static_cast<std::uint32_t>(n));
    for (std::size_t i = n; i-- > 0;) {
      const bool is_last = i + 1 == n || may_begin(words_[i + 1]);
      ends_[i] = is_last ? static_cast<std::uint32_t>(i + 1) : ends_[i + 1];
      verbs_ahead_[i] = is_finite(words_[i]) || (!is_last && verbs_ahead_[i + 1]);
    }
  }
  static bool may_begin(const ClauseWord& word) {
    return word.before != Break::none || word.is_coordinator || word.opening != Opening::none;
  }

  Clause& clause() { return made_.all[current_]; }
  bool has_verb() { return clause().finite != Clause::no_verb || clause().is_elliptic; }
  const ClauseWord& word() const { return words_[at_]; }

  void begin(Opening opening) {
    const auto id = static_cast<std::uint32_t>(made_.all.size());
    Clause made;
    made.opening = opening;
    made.parent = id;
    made.begin = static_cast<std::uint32_t>(at_);
    made.finite = Clause::no_verb;
    if (opening != Opening::main) {
      if (clause().depth == deepest_clause) go_up();
      made.parent = current_;
      made.depth = clause().depth + 1;
    }
    made_.all.push_back(made);
    current_ = id;
  }
  void go_up() { current_ = clause().parent; }
  bool is_inner() { return clause().opening != Opening::main; }
  void go_up_to_main() {
    while (is_inner()) go_up();
  }

  // A word that may open a clause does so only if a verb follows that it can be about.
  Opening opening_here() const {
    const Opening opening = word().opening;
    const auto verb_by = [&](std::size_t end) {
      for (std::size_t i = at_ + 1; i < end; ++i)
        if (is_finite(words_[i])) return true;
      return false;
    };
    if (opening == Opening::purpose) return has_te() ? opening : Opening::none;
    if (opening == Opening::main) return opening;
    // Where the verb comes last, phrases before it do not end with it.
    if (opening == Opening::phrase)
      return is_subordinate(made_.all[current_].opening) ? Opening::none : opening;
    if (!is_subordinate(opening)) return Opening::none;
    if (opening == Opening::relative && at_ + 1 < words_.size() && word().before != Break::none &&
        is_finite(words_[at_ + 1]) && ends_[at_] > at_ + 3)
      return Opening::none;  // "de planning, die klopte niet": no relative, its verb comes too soon
    std::size_t end = at_ + 1;
    while (end < words_.size() && end < at_ + farthest && words_[end].before != Break::strong)
      ++end;
    return verb_by(end) ? opening : Opening::none;
  }
  bool has_te() const {
    for (std::size_t i = at_ + 1; i < words_.size() && i < at_ + farthest; ++i) {
      if (words_[i].before == Break::strong || is_finite(words_[i])) return false;
      if (words_[i].is_te) return true;
    }
    return false;
  }

  void divide() {
    if (word().before == Break::strong) {
      begin(Opening::main);
      if (opening_here() != Opening::none && opening_here() != Opening::main) open(opening_here());
      return;
    }
    const Opening opening = opening_here();
    if (word().before == Break::comma) end_inner();
    if (opening != Opening::none) return open(opening);
    if (word().is_coordinator) return coordinate();
    if (word().before == Break::comma) return go_on_after_comma();
    if (is_after_relative() || is_after_inserted()) go_up();
    if (has_verb() && !is_inner() && begins_unmarked()) begin(Opening::main);
  }

  // "de mensen die ons niet kenden | een band": after its verb only phrases with a preposition
  // still belong to a relative clause.
  bool is_after_relative() const {
    return made_.all[current_].opening == Opening::relative && follows_last_verb(2) &&
           word().verb == Verb::none && !verbs_ahead_[at_] && !word().is_preposition &&
           !word().is_te;
  }
  // "we konden | als het niet lukte | bewoners bellen": nor has a clause that its outer one goes on
  // after a noun behind its verb.
  bool is_after_inserted() const {
    const Clause& it = made_.all[current_];
    return it.opening == Opening::adjunct && follows_last_verb(3) && word().is_nominal &&
           word().verb == Verb::none && verbs_ahead_[at_] &&
           made_.all[it.parent].finite != Clause::no_verb;
  }
  bool follows_last_verb(std::size_t least) const {
    return at_ > 0 && is_finite(words_[at_ - 1]) && words_[at_ - 1].before == Break::none &&
           at_ > made_.all[current_].begin + least;
  }

  // At a comma what was opened is over, once it has its verb.
  void end_inner() {
    while (is_inner() && (clause().opening == Opening::phrase ||
                          clause().opening == Opening::purpose || has_verb() || is_finite(word())))
      go_up();
  }

  void open(Opening opening) {
    if (opening == Opening::main) return begin(Opening::main);
    // "dat hij kwam en dat ze bleef": side by side.
    const bool goes_on = at_ > 0 && words_[at_ - 1].is_coordinator;
    if (goes_on && is_subordinate(clause().opening) && has_verb()) go_up();
    begin(opening);
    clause().is_told = opening == Opening::complement && word().tells;
    if (goes_on) clause().begin = static_cast<std::uint32_t>(at_ - 1);
  }

  // "en", "of", "noch": both sides need a verb of their own.
  void coordinate() {
    if (at_ + 1 >= words_.size() || words_[at_ + 1].opening != Opening::none) return;
    if (!is_inner() && has_verb() && excludes(at_ + 1)) return begin_elliptic();
    if (!has_verb_in_stretch()) return;
    if (clause().opening == Opening::phrase || clause().opening == Opening::purpose) {
      if (made_.all[clause().parent].finite == Clause::no_verb) return;
      go_up();
    }
    if (!has_verb()) return;
    if (!is_inner()) return begin(Opening::main);
    // Within a clause whose verb comes last, the next one's does so too, unless it is a main
    // clause again: "dat hij kwam en wij gingen naar huis".
    const std::size_t end = ends_[at_ + 1];
    std::size_t verb = at_ + 1;
    while (verb < end && !is_finite(words_[verb])) ++verb;
    const bool is_main = verb <= at_ + 3 && verb + 1 < end && words_[verb + 1].verb == Verb::none;
    const Opening opening = clause().opening;
    if (is_main) {
      go_up_to_main();
      if (has_verb()) begin(Opening::main);
    } else {
      go_up();
      begin(opening);
    }
  }
  bool has_verb_in_stretch() const { return at_ < words_.size() && verbs_ahead_[next_part()]; }
  std::size_t next_part() const { return word().is_coordinator ? at_ + 1 : at_; }

  void go_on_after_comma() {
    if (is_inner()) return;
    if (is_elliptic() || (has_verb() && excludes(at_))) return begin_elliptic();
    if (has_verb() && has_verb_in_stretch()) begin(Opening::main);
  }
  void begin_elliptic() {
    begin(Opening::main);
    clause().is_elliptic = true;
  }
  // "het begint bij mensen, | niet bij regels"
  bool excludes(std::size_t begin) const {
    if (!words_[begin].denies || begin + 1 >= words_.size() || !words_[begin + 1].begins_phrase)
      return false;
    for (std::size_t i = begin; i < ends_[begin]; ++i)
      if (words_[i].verb != Verb::none || words_[i].is_te) return false;
    return true;
  }
  // "de huisarts wel, de apotheker niet"
  bool is_elliptic() const {
    const std::size_t end = ends_[at_];
    if (word().refers_back || !(words_[end - 1].answers || word().affirms)) return false;
    return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(at_),
                       words_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const ClauseWord& it) { return it.is_nominal; });
  }
  // Speech without commas: "we waren er klaar mee we hebben toen gebeld".
  bool begins_unmarked() const {
    return word().is_subject && at_ + 2 < words_.size() && words_[at_ + 1].verb == Verb::finite &&
           words_[at_ - 1].verb == Verb::none && !words_[at_ - 1].is_subject;
  }

  void take_verb() {
    if (!is_finite(word())) return;
    if (clause().opening == Opening::phrase || clause().opening == Opening::purpose) go_up();
    if (!has_verb()) return set_verb();
    if (is_inner() && is_of_outer()) {
      go_up();
      while (is_inner() && has_verb()) go_up();
      set_verb();
    }
  }
  void set_verb() {
    Clause& it = clause();
    it.finite = static_cast<std::uint32_t>(at_);
    const auto first = words_.begin() + it.begin, verb = words_.begin() + it.finite;
    it.begins_with_phrase = first->is_preposition && first != verb;
    it.is_inverted = first == verb || first->is_preposition ||
                     std::none_of(first, verb, [](const ClauseWord& word) {
                       return word.is_nominal || word.is_subject;
                     });
  }
  // "Dieren die niet verzorgd worden | kunnen ziek worden": a verb after the one that ended the
  // inner clause is of the outer one, if that has none yet.
  bool is_of_outer() {
    std::uint32_t outer = clause().parent;
    while (made_.all[outer].finite != Clause::no_verb && made_.all[outer].parent != outer)
      outer = made_.all[outer].parent;
    if (made_.all[outer].finite != Clause::no_verb) return false;
    if (words_[at_ - 1].verb == Verb::none) return true;
    // In a cluster the last one is, where the sentence goes on without a comma.
    return at_ + 1 < words_.size() && words_[at_ + 1].verb == Verb::none &&
           words_[at_ + 1].before == Break::none;
  }

  void note_reference() {
    Clause& it = clause();
    if (word().refers_back && it.opening == Opening::main && at_ < it.begin + near_beginning)
      it.refers_back = true;
  }

  static constexpr std::size_t farthest = 60;  // words; keeps a sentence without end linear

  std::span<const ClauseWord> words_;
  Clauses made_;
  std::vector<std::uint8_t> verbs_ahead_;  // by word: a verb before the stretch ends
  std::vector<std::uint32_t> ends_;        // by word: where its stretch ends
  std::size_t at_ = 0;
  std::uint32_t current_ = 0;
};

}  // namespace

Clauses clauses_of(std::span<const ClauseWord> words) {
  return words.empty() ? Clauses{} : ClauseCutter(words).cut();
}

}  // namespace pipeline
