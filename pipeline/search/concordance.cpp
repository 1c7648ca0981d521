#include "pipeline/search/concordance.h"

#include <algorithm>
#include <charconv>
#include <random>
#include <unordered_map>

#include "pipeline/index/fields.h"
#include "pipeline/model/near.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

// Tokens [first, end) of one node.
struct Node {
  std::size_t first = 0, end = 0;
};

bool is_word(const Token& token) {
  return token.kind != TokenKind::punctuation;
}

// Hits without a word in between are one node: "gedeelde visie".
std::vector<Node> nodes_of(const FoundHits& found) {
  const std::vector<Token>& tokens = found.segmented.tokens;
  std::vector<Node> nodes;
  for (const Span hit : found.hits) {
    const auto begin = std::ranges::lower_bound(
        tokens, hit.begin, {}, [](const Token& token) { return token.span.begin; });
    auto end = begin;
    while (end != tokens.end() && end->span.begin < hit.end) ++end;
    const Node node{static_cast<std::size_t>(begin - tokens.begin()),
                    static_cast<std::size_t>(end - tokens.begin())};
    if (node.first == node.end) continue;
    if (!nodes.empty() && nodes.back().end == node.first)
      nodes.back().end = node.end;
    else
      nodes.push_back(node);
  }
  return nodes;
}

class Liner {
 public:
  Liner(std::string_view text, const FoundHits& found, const KwicWindow& window)
      : text_(text), found_(found), tokens_(found.segmented.tokens), window_(window) {}

  KwicLine line(Node node) const {
    const Span bounds = bounds_of(node);
    const Span words{tokens_[node.first].span.begin, tokens_[node.end - 1].span.end};
    KwicLine line;
    line.span = found_.clean.to_source(words);
    line.node = slice(text_, line.span);
    line.left = slice(text_, found_.clean.to_source({begin_of_left(node, bounds), words.begin}));
    line.right = slice(text_, found_.clean.to_source({words.end, end_of_right(node, bounds)}));
    line.before = beside(node.first, bounds, -1);
    line.after = beside(node.end, bounds, 1);
    return line;
  }

 private:
  // What the context may not pass: the sentence, or the passage.
  Span bounds_of(Node node) const {
    const Span whole{0, static_cast<std::uint32_t>(found_.clean.text.size())};
    if (window_.unit != KwicUnit::sentence) return whole;
    for (const Sentence& sentence : found_.segmented.sentences)
      if (node.first >= sentence.first_token && node.first < sentence.end_token)
        return sentence.span;
    return whole;
  }

  std::uint32_t begin_of_left(Node node, Span bounds) const {
    if (window_.unit != KwicUnit::words) return bounds.begin;
    const std::uint32_t at = tokens_[node.first].span.begin;
    std::uint32_t words = 0, begin = at;
    for (std::size_t t = node.first; t > 0 && words < window_.left; --t) {
      begin = tokens_[t - 1].span.begin;
      words += is_word(tokens_[t - 1]) ? 1 : 0;
    }
    return begin;
  }

  std::uint32_t end_of_right(Node node, Span bounds) const {
    if (window_.unit != KwicUnit::words) return bounds.end;
    std::uint32_t words = 0, end = tokens_[node.end - 1].span.end;
    for (std::size_t t = node.end; t < tokens_.size(); ++t) {
      // Punctuation behind the last word belongs to it.
      if (words == window_.right && is_word(tokens_[t])) break;
      end = tokens_[t].span.end;
      words += is_word(tokens_[t]) ? 1 : 0;
    }
    return end;
  }

  // Folded words from a token on, within the bounds; `step` -1: before it.
  std::vector<std::string> beside(std::size_t from, Span bounds, int step) const {
    std::vector<std::string> words;
    for (std::size_t t = from; words.size() < kwic_sort_words; step > 0 ? ++t : --t) {
      if (step < 0 ? t == 0 : t == tokens_.size()) break;
      const Token& token = tokens_[step < 0 ? t - 1 : t];
      if (token.span.begin < bounds.begin || token.span.end > bounds.end) break;
      if (is_word(token)) words.push_back(fold(slice(found_.clean.text, token.span)));
    }
    return words;
  }

  std::string_view text_;
  const FoundHits& found_;
  const std::vector<Token>& tokens_;
  KwicWindow window_;
};

std::string_view word_at(const std::vector<std::string>& words, std::size_t place) {
  return place < words.size() ? std::string_view(words[place]) : std::string_view();
}

std::string_view value_of(const KwicLine& line, const KwicKey& key) {
  switch (key.kind) {
    case KwicKey::Kind::before:
      return word_at(line.before, key.place);
    case KwicKey::Kind::after:
      return word_at(line.after, key.place);
    case KwicKey::Kind::value:
      return word_at(line.values, key.place);
  }
  return {};
}

// "L2", "R1"; none for anything else.
std::optional<KwicKey> word_key(std::string_view text) {
  if (text.size() != 2 || (text[0] != 'L' && text[0] != 'R') || text[1] < '0' || text[1] > '9')
    return std::nullopt;
  return KwicKey{text[0] == 'L' ? KwicKey::Kind::before : KwicKey::Kind::after,
                 static_cast<std::size_t>(text[1] - '1')};
}

}  // namespace

std::vector<KwicLine> kwic_lines(std::string_view text, const FoundHits& found, PassageId passage,
                                 const KwicWindow& window) {
  std::vector<KwicLine> lines;
  const Liner liner(text, found, window);
  for (const Node node : nodes_of(found)) {
    lines.push_back(liner.line(node));
    lines.back().passage = passage;
  }
  return lines;
}

Result<std::vector<KwicKey>> kwic_keys(std::string_view text, std::span<const std::string> values) {
  std::vector<KwicKey> keys;
  while (!text.empty()) {
    const std::string name(text.substr(0, text.find(',')));
    text.remove_prefix(std::min(name.size() + 1, text.size()));
    const auto value = std::ranges::find(values, name);
    auto key = word_key(name);
    if (!key && value != values.end())
      key = {KwicKey::Kind::value, static_cast<std::size_t>(value - values.begin())};
    if (!key || (key->kind != KwicKey::Kind::value && key->place >= kwic_sort_words))
      return failure(
          tr("'{}' is er niet om op te sorteren; kies L1 tot L5, R1 tot R5 of een kolom{}", name,
             suggest(name, std::vector<std::string>(values.begin(), values.end()))),
          "--sort");
    keys.push_back(*key);
  }
  return keys;
}

void sort_lines(std::vector<KwicLine>& lines, std::span<const KwicKey> keys) {
  std::ranges::stable_sort(lines, [&](const KwicLine& a, const KwicLine& b) {
    for (const KwicKey& key : keys)
      if (const auto order = value_of(a, key) <=> value_of(b, key); order != 0) return order < 0;
    return false;
  });
}

void FirstLines::add(KwicLine line) {
  if (!takes_more()) return;
  lines_.push_back(std::move(line));
  if (lines_.size() / 2 < std::max<std::uint64_t>(most_, 100)) return;
  sort_lines(lines_, keys_);
  lines_.resize(most_);
}

std::vector<KwicLine> FirstLines::take() {
  sort_lines(lines_, keys_);
  if (lines_.size() > most_) lines_.resize(most_);
  return std::move(lines_);
}

std::optional<std::size_t> count_lines(std::span<const std::uint32_t> positions) {
  for (std::size_t i = 1; i < positions.size(); ++i) {
    const std::uint32_t step = positions[i] - positions[i - 1];
    // Behind the last word of a sentence comes the first of the next.
    if (step == 1 || step == sentence_gap + 1) return std::nullopt;
  }
  return positions.size();
}

std::vector<std::uint64_t> draw_places(std::uint64_t all, std::uint64_t number,
                                       std::uint64_t seed) {
  std::vector<std::uint64_t> drawn;
  // The numbers below `all` in a row, of which those that change places are written down.
  std::unordered_map<std::uint64_t, std::uint64_t> moved;
  const auto at = [&](std::uint64_t place) {
    const auto it = moved.find(place);
    return it == moved.end() ? place : it->second;
  };
  std::mt19937_64 random(seed);
  for (std::uint64_t i = 0; i < std::min(all, number); ++i) {
    const std::uint64_t other = all <= number ? i : i + (((random() >> 32) * (all - i)) >> 32);
    drawn.push_back(at(other));
    moved[other] = at(i);
  }
  std::ranges::sort(drawn);
  return drawn;
}

}  // namespace pipeline
