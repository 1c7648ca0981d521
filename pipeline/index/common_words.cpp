#include "pipeline/index/common_words.h"

#include <algorithm>
#include <cassert>

#include "pipeline/index/fields.h"

namespace pipeline {
namespace {

// Lemmas; their numbers are what is on disk, so that a change asks for another index_format.
constexpr auto words = std::to_array<std::string_view>(
    {// articles, determiners, pronouns
     "de", "het", "een", "deze", "dit", "die", "dat", "geen", "elk", "ieder", "alle", "al", "veel",
     "weinig", "ander", "zelf", "welk", "ik", "jij", "je", "hij", "zij", "ze", "wij", "we", "u",
     "men", "zich", "hem", "haar", "hun", "ons", "mij", "me", "jou", "jullie", "uw", "mijn", "wie",
     "wat", "iets", "niets", "er",
     // prepositions
     "van", "in", "op", "te", "met", "voor", "aan", "door", "om", "bij", "tot", "naar", "uit",
     "over", "onder", "na", "tegen", "zonder", "tussen", "binnen", "volgens", "tijdens", "per",
     "achter", "toe",
     // conjunctions
     "en", "of", "als", "dan", "maar", "want", "omdat", "dus", "toen", "wanneer", "zoals", "indien",
     // adverbs, and the small words of speech
     "niet", "ook", "nog", "wel", "daar", "hier", "waar", "nu", "heel", "toch", "weer", "zeer",
     "zo", "alleen", "echt", "gewoon", "ja", "nee", "nou", "eh",
     // verbs
     "zijn", "hebben", "worden", "kunnen", "zullen", "moeten", "mogen", "willen", "gaan", "komen",
     "doen", "zien", "maken", "geven", "zeggen", "laten", "blijven", "staan", "krijgen", "nemen",
     "weten", "vinden", "denken",
     // what is counted and judged everywhere
     "jaar", "goed", "eerste", "groot", "nieuw"});
static_assert(words.size() <= most_common_words);

constexpr std::size_t longest_word = sizeof(std::uint64_t);
constexpr std::uint8_t common_bit = 0x80, most_others = 0x7F;

// A short word as a number.
constexpr std::uint64_t packed(std::string_view word) {
  std::uint64_t number = 0;
  for (const char c : word) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

// Where each word is looked for first. Every word of every passage is, when it is indexed.
struct Table {
  static constexpr std::size_t size = 1024;
  std::array<std::uint64_t, size> keys{};
  std::array<std::uint8_t, size> numbers{};

  static constexpr std::size_t place(std::uint64_t key) {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15) >> 54);
  }
  constexpr Table() {
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::size_t at = place(packed(words[i]));
      while (keys[at] != 0) at = (at + 1) % size;
      keys[at] = packed(words[i]);
      numbers[at] = static_cast<std::uint8_t>(i);
    }
  }
};
constexpr Table table;
static_assert(std::ranges::all_of(words, [](std::string_view w) {
  return !w.empty() && w.size() <= longest_word;
}));

}  // namespace

std::optional<std::uint8_t> common_word(std::string_view term) {
  if (term.empty() || term.size() > longest_word) return std::nullopt;
  const std::uint64_t key = packed(term);
  for (std::size_t at = Table::place(key); table.keys[at] != 0; at = (at + 1) % Table::size)
    if (table.keys[at] == key) return table.numbers[at];
  return std::nullopt;
}

std::string common_part(std::span<const StreamTerm> terms) {
  std::string part;
  std::uint32_t position = 0;
  std::uint8_t others = 0;
  const auto end_others = [&] {
    if (others > 0) part += static_cast<char>(others);
    others = 0;
  };
  for (const StreamTerm& term : terms) {
    if (term.place != Place::lemma) continue;
    for (; term.position - position > sentence_gap; position += sentence_gap) {
      end_others();
      part += '\0';
    }
    position = term.position;
    const auto number = common_word(term.term);
    if (number || others == most_others) end_others();
    if (number)
      part += static_cast<char>(common_bit | *number);
    else
      ++others;
  }
  return part;
}

CommonQuery CommonQuery::sequence(std::span<const Words> words_by_place) {
  assert(!words_by_place.empty() && words_by_place.size() <= longest_sequence);
  CommonQuery query;
  bool is_literal = true;
  for (std::size_t i = 0; i < words_by_place.size(); ++i) {
    query.last_place_ = 1U << i;
    for (const std::uint8_t word : words_by_place[i]) query.places_[word] |= query.last_place_;
    is_literal &= words_by_place[i].size() == 1;
  }
  if (is_literal)
    for (const Words& word : words_by_place)
      query.literal_ += static_cast<char>(common_bit | word.front());
  return query;
}

CommonQuery CommonQuery::window(const Words& left, const Words& right, std::uint32_t distance,
                                bool in_order) {
  CommonQuery query;
  for (const std::uint8_t word : left) query.places_[word] |= 1U;
  for (const std::uint8_t word : right) query.places_[word] |= 2U;
  query.distance_ = distance;
  query.in_order_ = in_order;
  return query;
}

bool CommonQuery::stands_in(std::string_view common) const {
  if (!literal_.empty()) return common.find(literal_) != std::string_view::npos;
  return last_place_ == 0 ? has_window(common) : has_sequence(common);
}

bool CommonQuery::has_sequence(std::string_view common) const {
  std::uint32_t reached = 0;  // a bit for each place up to which the last words fit
  for (const char c : common) {
    const auto byte = static_cast<std::uint8_t>(c);
    reached = byte < common_bit ? 0 : (reached << 1 | 1U) & places_[byte - common_bit];
    if ((reached & last_place_) != 0) return true;
  }
  return false;
}

bool CommonQuery::has_window(std::string_view common) const {
  std::uint32_t position = 0, left = 0, right = 0;  // left, right: where one stood last; 0: nowhere
  for (const char c : common) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (byte < common_bit) {
      position += byte == 0 ? sentence_gap : byte;
      continue;
    }
    ++position;
    const std::uint32_t places = places_[byte - common_bit];
    if ((places & 2U) != 0 && left != 0 && position - left <= distance_) return true;
    if ((places & 1U) != 0 && !in_order_ && right != 0 && position - right <= distance_)
      return true;
    if ((places & 1U) != 0) left = position;
    if ((places & 2U) != 0) right = position;
  }
  return false;
}

}  // namespace pipeline
