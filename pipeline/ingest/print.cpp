#include "pipeline/ingest/print.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/ingest/hash.h"
#include "pipeline/model/utf8.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

constexpr std::size_t run_of_words = 5;
constexpr std::size_t sketch_size = 128;

// Of folded text: ASCII signs, the signs of Latin-1, and general and ideographic punctuation stand
// between words.
bool is_between_words(char32_t character) {
  if (character < 0x80)
    return !((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9'));
  return character < 0xC0 || (character >= 0x2000 && character < 0x2070) ||
         (character >= 0x3000 && character < 0x3040) || character == 0xFEFF || character == 0xFFFD;
}

// The lowest hashes of the runs of words, each once.
class Sketch {
 public:
  void add(std::string_view word) {
    last_[words_++ % run_of_words] = XXH3_64bits(word.data(), word.size());
    if (words_ < run_of_words) return;
    std::array<std::uint64_t, run_of_words> run{};
    for (std::size_t i = 0; i < run_of_words; ++i) run[i] = last_[(words_ + i) % run_of_words];
    const std::uint64_t hash = XXH3_64bits(run.data(), sizeof run);
    if (hash >= highest_) return;
    lowest_.push_back(hash);
    if (lowest_.size() == 4 * sketch_size) keep_lowest();
  }
  std::uint64_t words() const { return words_; }
  std::vector<std::uint64_t> take() {
    keep_lowest();
    return std::move(lowest_);
  }

 private:
  void keep_lowest() {
    std::ranges::sort(lowest_);
    lowest_.erase(std::unique(lowest_.begin(), lowest_.end()), lowest_.end());
    if (lowest_.size() < sketch_size) return;
    lowest_.resize(sketch_size);
    highest_ = lowest_.back();
  }

  std::array<std::uint64_t, run_of_words> last_{};
  std::size_t words_ = 0;
  std::vector<std::uint64_t> lowest_;   // and some more, until there are many
  std::uint64_t highest_ = UINT64_MAX;  // of the lowest, once there are enough
};

}  // namespace

TextPrint print_of(std::string_view text) {
  const std::string folded = fold(text);
  std::string letters;
  letters.reserve(folded.size());
  Sketch sketch;
  std::size_t word = 0;  // where the present one begins in `letters`
  const auto end_word = [&] {
    if (letters.size() > word) sketch.add(std::string_view(letters).substr(word));
    word = letters.size();
  };
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint next = code_point_at(folded, at);
    if (is_between_words(next.value))
      end_word();
    else
      letters.append(folded, at, next.size);
    at += next.size;
  }
  end_word();
  return {sketch.words(), hash_of(letters), sketch.take()};
}

double likeness(const TextPrint& a, const TextPrint& b) {
  std::vector<std::uint64_t> either, both;
  std::ranges::set_union(a.sketch, b.sketch, std::back_inserter(either));
  std::ranges::set_intersection(a.sketch, b.sketch, std::back_inserter(both));
  if (either.size() > sketch_size) either.resize(sketch_size);
  if (either.empty()) return 0;
  const auto shared =
      std::ranges::count_if(both, [&](std::uint64_t hash) { return hash <= either.back(); });
  return static_cast<double>(shared) / static_cast<double>(either.size());
}

}  // namespace pipeline
