// What each stage costs on its own: every file of a folder is read once, then normalised,
// segmented, analysed and tagged, one thread, text in memory. Prints MB/s of clean text by CPU
// seconds; of tagging also with lexicons made of the text's own words, of which the time must not
// grow with the number of patterns.
//   stage_bench FOLDER words.bin LEXICON
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <random>
#include <vector>

#include "pipeline/language/analyse.h"
#include "pipeline/lexicon/lexicon_file.h"
#include "pipeline/normalise/normalise.h"
#include "pipeline/read/read.h"
#include "pipeline/segment/segment.h"
#include "pipeline/tag/tag.h"

namespace {

using namespace pipeline;
namespace fs = std::filesystem;

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

template <typename Work>
void measure(const char* stage, double megabytes, Work work) {
  const double begun = cpu_seconds();
  work();
  const double seconds = cpu_seconds() - begun;
  fmt::print("{:<10} {:8.3f} s {:9.1f} MB/s\n", stage, seconds, megabytes / seconds);
}

std::vector<fs::path> files_under(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

// Of a pattern's words at least one is long, as short ones are in every sentence.
constexpr std::size_t long_word = 8;

// A word that somebody may put in a pattern, drawn evenly from the distinct words.
std::string random_word(const Vocabulary& vocabulary, std::mt19937& random) {
  while (true) {
    const auto id = static_cast<WordId>(random() % vocabulary.size());
    const std::string& word = vocabulary[id].folded;
    if (word.size() >= long_word &&
        std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; }))
      return word;
  }
}

// Two words that stand next to each other somewhere in the text.
std::string random_pair(const Vocabulary& vocabulary, const std::vector<Analysed>& analysed,
                        std::mt19937& random) {
  while (true) {
    const std::vector<WordId>& words = analysed[random() % analysed.size()].words;
    if (words.size() < 2) continue;
    const std::size_t at = random() % (words.size() - 1);
    const std::string& first = vocabulary[words[at]].folded;
    const std::string& second = vocabulary[words[at + 1]].folded;
    const std::string pair = first + " " + second;
    if (std::max(first.size(), second.size()) >= long_word &&
        std::ranges::all_of(pair, [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; }))
      return pair;
  }
}

// Six in ten a beginning, a quarter two words of the text, the others a word; in 30 factors.
Lexicon made_lexicon(const Lexicon& given, std::size_t count, const Vocabulary& vocabulary,
                     const std::vector<Analysed>& analysed) {
  constexpr std::size_t factors = 30;
  Lexicon made = given;
  made.patterns.clear();
  made.false_friends.clear();
  made.factors.resize(factors);
  std::mt19937 random(20'261);
  while (made.patterns.size() < count) {
    const std::size_t place = made.patterns.size();
    const std::size_t lot = random() % 100;
    std::string text = lot < 60   ? random_word(vocabulary, random) + "*"
                       : lot < 85 ? random_pair(vocabulary, analysed, random)
                                  : random_word(vocabulary, random);
    if (auto tree = parse_pattern(text))
      made.patterns.push_back({std::move(text),
                               std::move(*tree),
                               place % factors,
                               Valence::success,
                               {"gemaakt.toml", 1, 1},
                               Strength::normal});
  }
  return made;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "stage_bench FOLDER words.bin LEXICON\n");
    return 2;
  }
  const auto words = WordTable::open(argv[2]);
  const auto lexicon = read_lexicon(argv[3]);
  if (!words || !lexicon) {
    fmt::print(stderr, "{}\n", to_string(words ? lexicon.error().front() : words.error()));
    return 2;
  }
  const std::vector<fs::path> files = files_under(argv[1]);
  double megabytes = 0;
  for (const fs::path& file : files) megabytes += static_cast<double>(fs::file_size(file)) / 1e6;

  std::vector<Document> documents;
  measure("read", megabytes, [&] {
    for (const fs::path& file : files)
      if (auto document = read(file)) documents.push_back(std::move(*document));
  });
  std::vector<AlignedText> clean;
  measure("normalise", megabytes, [&] {
    const Normaliser normalise;
    for (const Document& document : documents) clean.push_back(normalise(document.source));
  });
  std::vector<Segmented> segmented;
  measure("segment", megabytes, [&] {
    const Segmenter segment;
    for (const AlignedText& text : clean) segmented.push_back(segment(text.text));
  });
  Vocabulary vocabulary(*words);
  std::vector<Analysed> analysed;
  measure("analyse", megabytes, [&] {
    for (std::size_t i = 0; i < clean.size(); ++i)
      analysed.push_back(analyse(clean[i].text, segmented[i], vocabulary));
  });
  for (const std::size_t count : {1'500UL, 7'700UL, 20'000UL}) {
    const Lexicon made = made_lexicon(*lexicon, count, vocabulary, analysed);
    const double begun = cpu_seconds();
    const Tagger tag(made, vocabulary);
    fmt::print("compile    {:8.3f} s for {} made patterns\n", cpu_seconds() - begun, count);
    std::size_t found = 0;
    const auto tag_made = [&] {
      for (std::size_t i = 0; i < clean.size(); ++i)
        found += tag(clean[i].text, segmented[i], analysed[i]).size();
    };
    tag_made();
    measure("tag made", megabytes, tag_made);
    fmt::print("           {} codings\n", found / 2);
  }
  std::size_t codings = 0;
  const auto tag_all = [&](const Tagger& tag) {
    for (std::size_t i = 0; i < clean.size(); ++i)
      codings += tag(clean[i].text, segmented[i], analysed[i]).size();
  };
  const double begun = cpu_seconds();
  const Tagger tag(*lexicon, vocabulary);
  fmt::print("compile    {:8.3f} s for {} patterns\n", cpu_seconds() - begun,
             lexicon->patterns.size());
  measure("tag", megabytes, [&] { tag_all(tag); });
  measure("tag again", megabytes, [&] { tag_all(tag); });
  std::size_t passages = 0, tokens = 0;
  for (const Segmented& it : segmented) {
    passages += it.passages.size();
    tokens += it.tokens.size();
  }
  fmt::print("{} documents, {:.1f} MB, {} passages, {} tokens, {} distinct words, {} codings\n",
             documents.size(), megabytes, passages, tokens, vocabulary.size(), codings / 2);
  return 0;
}
