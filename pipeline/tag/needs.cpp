#include "pipeline/tag/needs.h"

#include <algorithm>
#include <utility>

namespace pipeline {
namespace {

// In sentences; what was learned is looked at again when there is ten times as much.
constexpr std::uint32_t learn_first = 500, learn_last = 5000;

std::uint64_t weight_of(const Needs::Need& need, const std::vector<std::uint64_t>& weights) {
  std::uint64_t sum = 0;
  for (const ClassId id : need) sum += weights[id];
  return sum;
}

}  // namespace

void SentenceWords::clear() {
  tokens.clear();
  kinds.clear();
  break_before.clear();
}

const Needs::Need& Needs::rarest(const std::vector<Need>& needs, const WordClasses& classes) {
  const auto weight = [&](const Need& need) {
    std::uint64_t sum = 0;
    for (const ClassId id : need) sum += classes.weight(id);
    return sum;
  };
  return *std::min_element(needs.begin(), needs.end(),
                           [&](const Need& a, const Need& b) { return weight(a) < weight(b); });
}

void Needs::finish(const WordClasses& classes) {
  present_.assign(classes.size() / 64 + 1, 0);
  phrase_times_.assign(classes.size(), 0);
  heard_.assign(rules_.size(), 0);
  learn_at_ = learn_first;
  is_needed_.assign(classes.size(), 0);
  for (const auto& needs : rules_)
    for (const Need& need : needs)
      for (const ClassId id : need) is_needed_[id] = 1;
  Weights weights(classes.size());
  for (ClassId id = 0; id < classes.size(); ++id) weights[id] = classes.weight(id);
  arrange(weights);
}

void Needs::arrange(const Weights& weights) {
  by_class_.assign(weights.size(), {});
  is_asked_.assign(weights.size(), 0);
  others_.assign(1, 0);
  calls_.clear();
  marks_.clear();
  for (std::uint32_t rule = 0; rule < rules_.size(); ++rule) arrange_rule(rule, weights);
}

void Needs::arrange_rule(std::uint32_t rule, const Weights& weights) {
  const std::vector<Need>& needs = rules_[rule];
  const auto first = std::min_element(
      needs.begin(), needs.end(),
      [&](const Need& a, const Need& b) { return weight_of(a, weights) < weight_of(b, weights); });
  Call call{rule, none, 0};
  const auto at = static_cast<std::uint32_t>(others_.size());
  for (auto need = needs.begin(); need != needs.end(); ++need) {
    if (*need == *first) continue;
    for (const ClassId id : *need) is_asked_[id] = 1;
    if (need->size() == 1 && call.also == none) {
      call.also = need->front();
      continue;
    }
    others_.push_back(static_cast<std::uint32_t>(need->size()));
    others_.insert(others_.end(), need->begin(), need->end());
  }
  if (others_.size() > at) {
    others_.push_back(0);
    call.others = at;
  }
  for (const ClassId id : *first) by_class_[id].push_back(call);
}

// Of what was never met the guess still tells which is rarer.
void Needs::learn(const WordClasses& classes) {
  constexpr std::uint64_t once = 1000;
  Weights weights(classes.size());
  for (ClassId id = 0; id < classes.size(); ++id)
    weights[id] = once * phrase_times_[id] + std::min<std::uint64_t>(classes.weight(id), once - 1);
  for (const OfKind& it : kinds_)
    for (const ClassId id : classes.classes(it.kind)) weights[id] += once * it.times;
  arrange(weights);
  for (OfKind& it : kinds_) find_out(it, classes);
  learn_at_ = sentence_ < learn_last ? learn_last : 0;
}

std::uint32_t Needs::place_of(KindId kind, const WordClasses& classes) {
  if (kind >= places_.size()) places_.resize(std::max<std::size_t>(kind + 1, places_.size() * 2));
  std::uint32_t& place = places_[kind];
  if (place != unknown) return place;
  const auto of_kind = classes.classes(kind);
  if (std::none_of(of_kind.begin(), of_kind.end(), [&](ClassId id) { return is_needed_[id] != 0; }))
    return place = means_nothing;
  place = static_cast<std::uint32_t>(kinds_.size());
  kinds_.push_back({kind, 0, 0, 0, 0, 0});
  find_out(kinds_.back(), classes);
  return place;
}

void Needs::find_out(OfKind& it, const WordClasses& classes) {
  it.first_call = static_cast<std::uint32_t>(calls_.size());
  it.first_mark = static_cast<std::uint32_t>(marks_.size());
  for (const ClassId id : classes.classes(it.kind)) {
    calls_.insert(calls_.end(), by_class_[id].begin(), by_class_[id].end());
    if (is_asked_[id] != 0) marks_.push_back(id);
  }
  it.end_call = static_cast<std::uint32_t>(calls_.size());
  it.end_mark = static_cast<std::uint32_t>(marks_.size());
}

bool Needs::has_others(std::uint32_t at) const {
  for (const std::uint32_t* need = &others_[at]; *need != 0; need += 1 + *need)
    if (std::none_of(need + 1, need + 1 + *need, [&](ClassId id) { return is_present(id); }))
      return false;
  return true;
}

void Needs::hear(const Call& call) {
  if (call.also != none && !is_present(call.also)) return;
  if (std::exchange(heard_[call.rule], sentence_) == sentence_) return;
  if (has_others(call.others)) met_.push_back(call.rule);
}

void Needs::note_presence(const std::vector<Phrase>& phrases) {
  std::fill(present_.begin(), present_.end(), 0);
  for (const std::uint32_t place : here_)
    for (std::uint32_t i = kinds_[place].first_mark; i < kinds_[place].end_mark; ++i)
      mark(marks_[i]);
  for (const Phrase& phrase : phrases) {
    mark(phrase.is);
    ++phrase_times_[phrase.is];
  }
}

std::span<const std::uint32_t> Needs::met_by(const SentenceWords& words,
                                             const std::vector<Phrase>& phrases,
                                             const WordClasses& classes) {
  met_.clear();
  if (rules_.empty()) return met_;
  if (++sentence_ == learn_at_) learn(classes);
  here_.clear();
  bool is_called = !phrases.empty();
  for (const KindId kind : words.kinds) {
    const std::uint32_t place = place_of(kind, classes);
    if (place == means_nothing) continue;
    here_.push_back(place);
    ++kinds_[place].times;
    is_called = is_called || kinds_[place].first_call < kinds_[place].end_call;
  }
  if (!is_called) return met_;
  note_presence(phrases);
  for (const std::uint32_t place : here_)
    for (std::uint32_t i = kinds_[place].first_call; i < kinds_[place].end_call; ++i)
      hear(calls_[i]);
  for (const Phrase& phrase : phrases)
    for (const Call& call : by_class_[phrase.is]) hear(call);
  return met_;
}

}  // namespace pipeline
