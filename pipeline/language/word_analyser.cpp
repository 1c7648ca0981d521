#include "pipeline/language/word_analyser.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <optional>

#include "pipeline/language/compound.h"
#include "pipeline/language/function_words.h"
#include "pipeline/language/guess.h"
#include "pipeline/language/table_view.h"
#include "pipeline/model/utf8.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

struct Candidate {
  std::string lemma;
  WordClass word_class = WordClass::other;
  Inflection inflection = Inflection::base;
};

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

bool is_letter_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         static_cast<unsigned char>(byte) >= 0x80;
}

bool is_upper(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

// Letters outside ASCII are few among capitals: "É", "Ö" (U+00C0 to U+00DE).
bool starts_with_capital(std::string_view word) {
  if (word.empty()) return false;
  if (is_upper(word.front())) return true;
  if (static_cast<unsigned char>(word.front()) != 0xC3 || word.size() < 2) return false;
  return static_cast<unsigned char>(word[1]) <= 0x9E;
}

// Signs that UD counts as symbols; all other signs are punctuation.
bool is_symbol(std::string_view word) {
  static constexpr std::string_view signs = "%&+=$#@*^|~<>";
  return (word.size() == 1 && signs.find(word.front()) != std::string_view::npos) || word == "€" ||
         word == "£" || word == "°" || word == "§" || word == "±";
}

// Dashes, quotes, dots and the like beyond ASCII: U+2010 to U+205E, U+00A1 to U+00BF.
bool is_sign(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    const char32_t c = point.value;
    const bool is_letter = c < 0x80 ? is_letter_byte(word[at]) || is_digit(word[at])
                                    : !((c >= 0x2010 && c <= 0x205E) || (c >= 0xA1 && c <= 0xBF) ||
                                        (c >= 0x20A0 && c <= 0x2BFF));
    if (is_letter) return false;
    at += point.size;
  }
  return true;
}

}  // namespace

struct WordAnalyser::State {
  explicit State(const WordTable& word_table)
      : table(word_table), stem("kraaij_pohlmann"), lookup([this](std::string_view form) {
          PartFacts facts;
          if (const auto record = table.view().find(form)) {
            facts.roles = record->roles();
            for (std::size_t i = 0; i < record->reading_count(); ++i)
              facts.is_of_verb |= record->reading(i).word_class() == WordClass::verb;
          }
          return facts;
        }) {}

  std::vector<Candidate> listed(const TableRecord& record) const {
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < record.reading_count(); ++i) {
      const PackedReading reading = record.reading(i);
      candidates.push_back({std::string(table.view().lemma(reading.lemma())), reading.word_class(),
                            reading.inflection()});
    }
    return candidates;
  }

  void add_listed_parts(Word& word, const TableRecord& record) const {
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < record.part_count(); ++i) {
      const TablePart part = record.part(i);
      word.parts.push_back({begin, part.end, fold(table.view().lemma(part.lemma))});
      begin = part.end;
    }
  }

  // Splits a word that the table lacks; it reads as its head does.
  std::vector<Candidate> compound(Word& word) const {
    std::vector<Candidate> candidates;
    const auto ends = split_compound(word.folded, lookup);
    std::uint32_t begin = 0;
    for (const std::size_t end : ends) {
      const std::string_view piece = std::string_view(word.folded).substr(begin, end - begin);
      const std::string_view form = without_link(piece, lookup);
      const auto record = table.view().find(form);
      const bool has_lemma = record && record->reading_count() > 0;
      word.parts.push_back(
          {begin, static_cast<std::uint32_t>(end),
           has_lemma ? fold(table.view().lemma(record->reading(0).lemma())) : std::string(form)});
      if (end == word.folded.size() && has_lemma)
        for (Candidate& head : listed(*record)) {
          if (head.word_class != WordClass::noun && head.word_class != WordClass::adjective)
            continue;
          head.lemma.insert(0, word.folded, 0, begin);
          candidates.push_back(std::move(head));
        }
      begin = static_cast<std::uint32_t>(end);
    }
    if (candidates.empty()) word.parts.clear();
    return candidates;
  }

  std::vector<Candidate> guessed(const Word& word) const {
    if (const auto guess = guess_by_ending(word.folded))
      return {{guess->lemma, guess->word_class, guess->inflection}};
    // Xapian reads words of any length, but a stem of a very long one says nothing.
    if (word.folded.size() > longest_compound)
      return {{word.folded, WordClass::other, Inflection::base}};
    return {{stem(word.folded), WordClass::noun, Inflection::base}};
  }

  std::uint32_t marks_of(const std::string& folded) const {
    std::uint32_t marks = 0;
    const auto set = [&](bool is_set, std::uint32_t one) { marks |= is_set ? one : 0U; };
    if (const auto record = table.view().find("\t" + folded)) {
      set((record->roles() & particle_use) != 0, mark::particle);
      set((record->roles() & begins_phrase_use) != 0, mark::begins_phrase);
      set((record->roles() & within_phrase_use) != 0, mark::within_phrase);
    }
    set(is_article_like(folded), mark::article);
    set(is_demonstrative(folded), mark::demonstrative);
    set(is_possessive(folded), mark::possessive);
    set(is_subject(folded), mark::subject);
    set(is_adverb_part(folded), mark::adverb_part);
    set(folded == "het" || folded == "een" || folded == "dit" || folded == "elk", mark::singular);
    set(folded == "ik" || folded == "'k", mark::first_person);
    set(folded == "te", mark::te);
    set(folded == ";" || folded == ":", mark::clause_break);
    set(folded == "en" || folded == "of", mark::joins_clauses);
    return marks;
  }

  // "Geraardsbergse", "Euclidische": of a name, but an adjective.
  static std::optional<Candidate> adjective_of_name(const Word& word) {
    const std::string& folded = word.folded;
    if (folded.size() < 6 || folded.size() != word.surface.size()) return std::nullopt;
    constexpr std::string_view vowels = "aeiou";
    const bool is_s_adjective =
        folded.ends_with("se") && vowels.find(folded[folded.size() - 3]) == std::string_view::npos;
    if (!is_s_adjective && !folded.ends_with("sche")) return std::nullopt;
    return Candidate{word.surface.substr(0, word.surface.size() - 1), WordClass::adjective,
                     Inflection::adjective_e};
  }

  // As the head of a compound reads; a capitalised word is first of all a name; else by ending.
  std::vector<Candidate> unlisted(Word& word, bool is_capitalised) const {
    std::vector<Candidate> candidates = compound(word);
    if (is_capitalised && candidates.empty()) {
      candidates = {{word.surface, WordClass::proper_noun, Inflection::base}};
      if (auto adjective = adjective_of_name(word))
        candidates.insert(candidates.begin(), *adjective);
    }
    const bool is_noun = std::any_of(candidates.begin(), candidates.end(), [](const Candidate& c) {
      return c.word_class == WordClass::noun || c.word_class == WordClass::adjective;
    });
    if (!is_noun)
      for (Candidate& guess : guessed(word)) candidates.push_back(std::move(guess));
    return candidates;
  }

  const WordTable& table;
  Xapian::Stem stem;
  PartLookup lookup;
};

namespace {

bool is_capitalised(const WordTraits& traits) {
  return (traits.marks & mark::capitalised) != 0;
}

void set_readings(AnalysedWord& analysed, const std::vector<Candidate>& candidates) {
  Word& word = analysed.word;
  WordTraits& traits = analysed.traits;
  for (const Candidate& candidate : candidates) {
    const Reading reading{candidate.lemma, candidate.word_class};
    const auto there = std::find(word.readings.begin(), word.readings.end(), reading);
    const auto place = static_cast<std::size_t>(there - word.readings.begin());
    if (place == most_readings) continue;
    if (there == word.readings.end()) word.readings.push_back(reading);
    traits.word_class[place] = reading.word_class;
    traits.inflections[place] |= bit(candidate.inflection);
    traits.classes |= bit(reading.word_class);
  }
  traits.count = static_cast<std::uint8_t>(word.readings.size());
}

// What the word is seldom when it stands alone: a finite form or a participle where it is also a
// noun or an adjective of its own; the noun "waren", "kan" where it is an auxiliary; "iets nieuws"
// where it is a noun. The table's first choice is always likely.
bool is_unlikely(const WordTraits& traits, std::size_t reading) {
  constexpr std::uint32_t seldom =
      bit(Inflection::stem) | bit(Inflection::third) | bit(Inflection::participle);
  if (reading == 0) return false;
  const WordClass word_class = traits.word_class[reading];
  if (word_class == WordClass::noun) return (traits.classes & bit(WordClass::auxiliary)) != 0;
  if (word_class == WordClass::adjective)
    return traits.inflections[reading] == bit(Inflection::partitive) &&
           (traits.classes & bit(WordClass::noun)) != 0;
  if (word_class != WordClass::verb) return false;
  if ((traits.inflections[reading] & ~seldom) != 0) return false;
  const bool is_participle = (traits.inflections[reading] & bit(Inflection::participle)) != 0;
  for (std::size_t i = 0; i < traits.count; ++i) {
    if ((traits.inflections[i] & bit(Inflection::base)) == 0) continue;
    if (traits.word_class[i] == WordClass::noun) return true;
    if (traits.word_class[i] == WordClass::adjective && !is_participle) return true;
  }
  return false;
}

// Moves the unlikely readings behind the others and counts the likely ones.
void sort_by_likelihood(AnalysedWord& analysed) {
  Word& word = analysed.word;
  WordTraits& traits = analysed.traits;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < traits.count; ++i) order.push_back(i);
  const auto second_half = std::stable_partition(
      order.begin(), order.end(), [&](std::size_t i) { return !is_unlikely(traits, i); });
  word.likely = static_cast<std::uint32_t>(second_half - order.begin());
  if (word.likely < order.size()) {
    const std::vector<Reading> readings = word.readings;
    const WordTraits before = traits;
    for (std::size_t i = 0; i < order.size(); ++i) {
      word.readings[i] = readings[order[i]];
      traits.word_class[i] = before.word_class[order[i]];
      traits.inflections[i] = before.inflections[order[i]];
    }
  }
  for (std::size_t i = 0; i < traits.count; ++i) {
    const auto reading_bit = static_cast<std::uint8_t>(1U << i);
    const std::string& lemma = word.readings[i].lemma;
    const bool is_verb =
        traits.word_class[i] == WordClass::verb || traits.word_class[i] == WordClass::auxiliary;
    if (is_verb && is_modal(lemma)) traits.modals |= reading_bit;
    if (is_verb && is_auxiliary(lemma)) traits.auxiliaries |= reading_bit;
  }
}

bool has_class(const std::vector<Candidate>& candidates, WordClass word_class) {
  return std::any_of(candidates.begin(), candidates.end(),
                     [&](const Candidate& c) { return c.word_class == word_class; });
}

}  // namespace

bool is_name(const Candidate& candidate) {
  return candidate.word_class == WordClass::noun || candidate.word_class == WordClass::proper_noun;
}

// "nam" is no form of the name "NAM"; "Brug" may be a name, "Vlaamse" is none.
void fit_capitals(const AnalysedWord& analysed, std::vector<Candidate>& candidates) {
  if (!is_capitalised(analysed.traits)) {
    const auto is_other = [](const Candidate& c) {
      return !is_name(c) || !starts_with_capital(c.lemma);
    };
    if (std::any_of(candidates.begin(), candidates.end(), is_other))
      std::erase_if(candidates, [&](const Candidate& c) { return !is_other(c); });
    return;
  }
  const bool is_adjective =
      std::any_of(candidates.begin(), candidates.end(), [](const Candidate& c) {
        return c.word_class == WordClass::adjective && starts_with_capital(c.lemma);
      });
  // "De", "Nou" at the beginning of a sentence are no names.
  const bool is_small = std::none_of(candidates.begin(), candidates.end(), [](const Candidate& c) {
    return c.word_class == WordClass::noun || c.word_class == WordClass::verb ||
           c.word_class == WordClass::adjective;
  });
  if (!is_adjective && !is_small && !has_class(candidates, WordClass::proper_noun))
    candidates.push_back({analysed.word.surface, WordClass::proper_noun, Inflection::base});
}

WordAnalyser::WordAnalyser(const WordTable& table) : state_(std::make_unique<State>(table)) {}
WordAnalyser::~WordAnalyser() = default;

AnalysedWord WordAnalyser::operator()(std::string_view surface) const {
  AnalysedWord analysed;
  Word& word = analysed.word;
  word.surface = surface;
  word.folded = fold(surface);
  std::vector<Candidate> candidates;
  if (starts_with_capital(surface)) analysed.traits.marks |= mark::capitalised;
  if (is_symbol(surface)) {
    candidates = {{word.surface, WordClass::symbol, Inflection::base}};
  } else if (is_sign(surface)) {
    candidates = {{word.surface, WordClass::punctuation, Inflection::base}};
  } else if (const auto record = state_->table.view().find(word.folded);
             record && record->reading_count() > 0) {
    candidates = state_->listed(*record);
    state_->add_listed_parts(word, *record);
    word.is_guessed = (record->roles() & by_rule_role) != 0;
  } else if (std::any_of(surface.begin(), surface.end(), is_digit) &&
             std::none_of(surface.begin(), surface.end(), is_letter_byte)) {
    candidates = {{word.surface, WordClass::numeral, Inflection::base}};
  } else {
    word.is_guessed = true;
    candidates = state_->unlisted(word, is_capitalised(analysed.traits));
  }
  fit_capitals(analysed, candidates);
  analysed.traits.marks |= state_->marks_of(word.folded);
  set_readings(analysed, candidates);
  sort_by_likelihood(analysed);
  return analysed;
}

}  // namespace pipeline
