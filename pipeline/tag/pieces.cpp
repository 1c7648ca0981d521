#include "pipeline/tag/pieces.h"

#include <algorithm>

namespace pipeline {
namespace {

using Kind = PatternNode::Kind;

constexpr std::size_t most_places = 256;  // of one piece; a sentence without end stays bounded

void add(std::vector<std::uint32_t>& to, std::vector<std::uint32_t> more) {
  to.insert(to.end(), more.begin(), more.end());
  std::sort(to.begin(), to.end());
}

void tidy(std::vector<WordRange>& places) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  if (places.size() > most_places) places.resize(most_places);
}

}  // namespace

PieceFinder::PieceFinder(const Lexicon& lexicon, std::size_t factor, Vocabulary& vocabulary)
    : lexicon_(lexicon), vocabulary_(vocabulary), tests_(vocabulary) {
  for (const Pattern& pattern : lexicon.patterns)
    if (pattern.factor == factor) add_tests(pattern.tree);
}

void PieceFinder::add_tests(const PatternNode& node) {
  if (node.kind == Kind::word && node.word.kind != WordTest::Kind::any) tests_.add(node.word);
  for (const PatternNode& child : node.children) add_tests(child);
  if (node.kind != Kind::group || !groups_.emplace(node.group, true).second) return;
  for (const GroupMember& member : lexicon_.groups.at(node.group)) add_tests(member.tree);
}

bool PieceFinder::look_at(const SentencePlace& place) {
  place_ = &place;
  tokens_.clear();
  words_.clear();
  breaks_.clear();
  holding_.clear();
  found_groups_.clear();
  bool is_parted = false;
  for (std::uint32_t t = place.sentence.first_token; t < place.sentence.end_token; ++t) {
    const Token& token = place.segmented.tokens[t];
    if (!token.is_word()) {
      constexpr std::string_view parting = ",.;:!?-";
      is_parted = is_parted ||
                  parting.find(slice(place.text, token.span).front()) != std::string_view::npos;
      continue;
    }
    const WordId id = place.analysed.words[t];
    std::vector<std::uint32_t> held = tests_.holding_of(vocabulary_[id]);
    add(held, tests_.holding_of(vocabulary_[id].readings[place.analysed.readings[t]]));
    for (const SeparableVerb& verb : place.verbs)
      if (verb.verb == t || verb.particle == t)
        add(held, tests_.holding_of(vocabulary_[vocabulary_.id_of(verb.lemma)]));
    tokens_.push_back(t);
    words_.push_back(id);
    breaks_.push_back(is_parted);
    holding_.push_back(std::move(held));
    is_parted = false;
  }
  return !tokens_.empty();
}

bool PieceFinder::is_content(std::uint32_t i) const {
  switch (word(i).readings[place_->analysed.readings[tokens_[i]]].word_class) {
    case WordClass::noun:
    case WordClass::proper_noun:
    case WordClass::verb:
    case WordClass::adjective:
      return true;
    default:
      return false;
  }
}

Span PieceFinder::span(WordRange range) const {
  const auto& tokens = place_->segmented.tokens;
  return {tokens[tokens_[range.begin]].span.begin, tokens[tokens_[range.end - 1]].span.end};
}

std::vector<WordRange> PieceFinder::places(const PatternNode& node) {
  std::vector<WordRange> found;
  const auto take = [&](const std::vector<WordRange>& more) {
    found.insert(found.end(), more.begin(), more.end());
  };
  if (node.kind == Kind::word) {
    const bool is_any = node.word.kind == WordTest::Kind::any;
    const std::uint32_t test = is_any ? 0 : tests_.add(node.word);
    for (std::uint32_t i = 0; i < size(); ++i)
      if (is_any || std::binary_search(holding_[i].begin(), holding_[i].end(), test))
        found.push_back({i, i + 1});
  } else if (node.kind == Kind::sequence) {
    found = places_of_sequence(node);
  } else if (node.kind == Kind::group) {
    const auto [known, is_new] = found_groups_.try_emplace(node.group);
    if (!is_new) return known->second;
    for (const GroupMember& member : lexicon_.groups.at(node.group)) take(places(member.tree));
    tidy(found);
    found_groups_[node.group] = found;
    return found;
  } else {
    for (const PatternNode& child : node.children) take(places(child));
  }
  tidy(found);
  return found;
}

// One after another, next to each other but for gaps.
std::vector<WordRange> PieceFinder::places_of_sequence(const PatternNode& node) {
  std::vector<WordRange> under_way;
  std::uint32_t gap = 0;
  bool is_first = true;
  for (const PatternNode& child : node.children) {
    if (child.kind == Kind::gap) {
      gap = child.words;
      continue;
    }
    std::vector<WordRange> next;
    for (const WordRange& place : places(child)) {
      if (is_first) next.push_back(place);
      for (const WordRange& before : under_way)
        if (before.end <= place.begin && place.begin - before.end <= gap)
          next.push_back({before.begin, place.end});
    }
    if (child.kind == Kind::optional) next.insert(next.end(), under_way.begin(), under_way.end());
    tidy(next);
    under_way = std::move(next);
    is_first = is_first && child.kind == Kind::optional;
    gap = 0;
  }
  return under_way;
}

}  // namespace pipeline
