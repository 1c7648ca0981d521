#include "pipeline/identify/identify.h"

#include <algorithm>
#include <array>
#include <map>

#include "pipeline/identify/detect.h"
#include "pipeline/language/traits.h"

namespace pipeline {
namespace {

constexpr std::string_view dutch = "nl";
// What CLD2 takes dialects of Dutch for.
constexpr std::array<std::string_view, 7> neighbours{"af", "fy", "nds", "lb", "li", "vls", "zea"};

// Words that no other language of Europe has so many of: "de", "het", "zijn", "er", "te", "ik".
constexpr std::uint32_t dutch_marks =
    mark::article | mark::possessive | mark::adverb_part | mark::te | mark::first_person;

// Of a sentence, a passage or a document. Words in capitals are names, or begin sentences.
struct Counts {
  std::uint32_t words = 0, small = 0, known = 0, marked = 0;
  std::uint32_t dutch = 0;  // words of sentences that are Dutch by themselves

  void add(const Counts& other) {
    words += other.words;
    small += other.small;
    known += other.known;
    marked += other.marked;
    dutch += other.dutch;
  }
  // Nearly all words of Dutch are in the word table; so are six in ten of English, spelt as names
  // and loans are, but none of the small words.
  bool is_dutch() const {
    constexpr std::uint32_t fewest = 4;
    return small >= fewest && known * 4 >= small * 3 && marked * 20 >= small;
  }
};

bool is_small(std::string_view word) {
  return word.front() >= 'a' && word.front() <= 'z';
}

class Passages {
 public:
  Passages(std::string_view text, const Segmented& segmented, const Analysed& analysed,
           const Vocabulary& vocabulary)
      : text_(text), segmented_(segmented), analysed_(analysed), vocabulary_(vocabulary) {}

  Languages languages();

 private:
  Counts count(const Sentence& sentence) const;
  Counts count(const Passage& passage) const;
  std::string language_of(const Passage& passage, const Counts& counts) const;
  std::string main_language(const Counts& all) const;

  std::string_view text_;
  const Segmented& segmented_;
  const Analysed& analysed_;
  const Vocabulary& vocabulary_;
};

Counts Passages::count(const Sentence& sentence) const {
  Counts counts;
  for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
    const Token& token = segmented_.tokens[t];
    if (token.kind != TokenKind::word) continue;
    ++counts.words;
    if (!is_small(slice(text_, token.span))) continue;
    const WordId word = analysed_.words[t];
    ++counts.small;
    counts.known += vocabulary_[word].is_guessed ? 0 : 1;
    counts.marked += (vocabulary_.traits(word).marks & dutch_marks) != 0 ? 1 : 0;
  }
  if (counts.is_dutch()) counts.dutch = counts.words;
  return counts;
}

Counts Passages::count(const Passage& passage) const {
  Counts counts;
  for (std::uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s)
    counts.add(count(segmented_.sentences[s]));
  if (counts.is_dutch()) counts.dutch = counts.words;
  return counts;
}

bool is_neighbour(const std::string& language) {
  return std::ranges::find(neighbours, language) != neighbours.end();
}

// Empty: the document's.
std::string Passages::language_of(const Passage& passage, const Counts& counts) const {
  // Whoever says a third of it in Dutch quotes the rest.
  if (counts.dutch > 0 && counts.dutch * 3 >= counts.words) return std::string(dutch);
  // The detector takes Dutch headings and lines of dialect for English, Danish or Haitian. What is
  // taken for another language is not coded: rather too little. Other scripts it knows at once.
  constexpr std::uint32_t fewest_words = 12, fewest_of_other_script = 8;
  if (counts.words < (counts.small > 0 ? fewest_words : fewest_of_other_script)) return {};
  Detected detected = detect_language(slice(text_, passage.span));
  return detected.is_sure ? std::move(detected.language) : std::string();
}

// What is not known to be Dutch by its words is held against the detector as a whole.
std::string Passages::main_language(const Counts& all) const {
  constexpr std::size_t enough = 20'000;  // bytes
  if (all.dutch * 2 >= all.words) return std::string(dutch);
  std::string words;
  for (const Passage& passage : segmented_.passages) {
    if (words.size() > enough) break;
    words += slice(text_, passage.span);
    words += '\n';
  }
  const Detected detected = detect_language(words);
  return detected.language.empty() ? std::string(dutch) : detected.language;
}

Languages Passages::languages() {
  Languages languages;
  Counts all;
  std::vector<Counts> counts;
  for (const Passage& passage : segmented_.passages) {
    counts.push_back(count(passage));
    all.add(counts.back());
  }
  const std::string main = main_language(all);
  std::map<std::string, std::uint64_t> words;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    std::string language = language_of(segmented_.passages[i], counts[i]);
    if (language != main && is_neighbour(language)) language.clear();
    if (!language.empty()) words[language] += counts[i].words;
    languages.passages.push_back(std::move(language));
  }
  languages.document = main;
  for (const auto& [language, number] : words)
    if (number > words[languages.document]) languages.document = language;
  for (std::string& language : languages.passages)
    if (language.empty()) language = languages.document;
  return languages;
}

}  // namespace

Languages LanguageIdentifier::operator()(std::string_view text, const Segmented& segmented,
                                         const Analysed& analysed,
                                         const Vocabulary& vocabulary) const {
  if (coded_.empty()) return {};
  return Passages(text, segmented, analysed, vocabulary).languages();
}

void LanguageIdentifier::set(const Languages& languages, Segmented& segmented) const {
  if (languages.document.empty()) return;
  const auto is_foreign = [&](const std::string& language) {
    return std::ranges::find(coded_, language) == coded_.end();
  };
  segmented.language = languages.document;
  segmented.is_foreign = is_foreign(languages.document);
  for (std::size_t i = 0; i < segmented.passages.size(); ++i) {
    segmented.passages[i].language = languages.passages[i];
    segmented.passages[i].is_foreign = is_foreign(languages.passages[i]);
  }
}

}  // namespace pipeline
