// What is known of Dutch words, compiled at build time from OpenTaal's lists and this project's own
// paradigms: every form with its lemmas and word classes, best first ("werkte": werken VERB), the
// verbs that part from their particle ("belde ... op": opbellen), and the parts that compounds are
// made of.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/result.h"

namespace pipeline {

// Universal Dependencies' part-of-speech tags, as far as single Dutch words bear them.
enum class WordClass : std::uint8_t {
  noun,
  proper_noun,
  verb,
  auxiliary,
  adjective,
  adverb,
  adposition,
  determiner,
  pronoun,
  numeral,
  coordinator,
  subordinator,
  interjection,
  punctuation,
  symbol,
  other
};
std::string_view to_string(WordClass word_class);  // "NOUN", "PROPN", "VERB" ...

struct Reading {
  std::string lemma;  // spelled as in the list: "coöperatie"
  WordClass word_class = WordClass::other;

  friend bool operator==(const Reading&, const Reading&) = default;
};

class TableView;

// `whole` reads all 27 MB, which is right for a run over many texts. A question needs a few words
// of the table; it trusts a file of the right version and size, as it trusts the program itself.
enum class TableCheck : std::uint8_t { whole, header };

class WordTable {
 public:
  // Maps the compiled table into memory and checks it. The error says how to rebuild it.
  static Result<WordTable> open(const std::filesystem::path& path,
                                TableCheck check = TableCheck::whole);
  ~WordTable();
  WordTable(WordTable&&) noexcept;
  WordTable& operator=(WordTable&&) noexcept;

  // Readings of a folded form, best first; empty for a form that is not in the table.
  std::vector<Reading> readings(std::string_view folded) const;
  // "opbellen" for ("bellen", "op"); empty where the table has no such verb.
  std::string separable_verb(std::string_view base_lemma, std::string_view particle) const;
  bool is_particle(std::string_view folded) const;
  std::size_t size() const;  // forms
  // The table as it lies in memory, for this folder's own use.
  const TableView& view() const;

 private:
  struct State;
  explicit WordTable(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pipeline
