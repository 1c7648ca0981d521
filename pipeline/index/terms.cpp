#include "pipeline/index/terms.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/index/fields.h"
#include "pipeline/model/coder.h"
#include "pipeline/model/utf8.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

constexpr std::size_t hash_digits = 16;

// FNV-1a: only to keep long terms apart.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20;
}

}  // namespace

std::string term_of(std::string text) {
  std::replace_if(text.begin(), text.end(), is_control, ' ');
  if (text.size() <= longest_term) return text;
  const std::string hash = fmt::format("{:016x}", hash_of(text));
  std::size_t end = longest_term - hash_digits;
  while (end > 0 && !begins_code_point(text[end])) --end;
  text.resize(end);
  return text + hash;
}

std::string term_of(char prefix, std::string_view value) {
  return term_of(prefix + std::string(value));
}

// Folding may leave nothing of a token, but a term cannot be empty.
std::string lemma_term(const Word& word, std::size_t reading) {
  std::string term = term_of(fold(word.readings[reading].lemma));
  return term.empty() ? term_of(word.surface) : term;
}

std::string form_term(const Word& word) {
  return term_of(prefix::form, word.folded);
}

std::string form_term(const Word& word, std::size_t reading) {
  return fold(word.readings[reading].lemma) == word.folded ? std::string() : form_term(word);
}

std::string factor_valence_term(std::string_view factor, Valence valence) {
  return term_of(prefix::factor_valence, fmt::format("{}/{}", factor, to_string(valence)));
}

std::vector<std::string> coding_terms(const Coding& coding) {
  // What was learned is never mixed with what people and the lexicon say: only who asks for its
  // coder finds it.
  if (coding.status == CodingStatus::proposed && is_learner(coding.coder))
    return {term_of(prefix::coder, folded_value(coding.coder))};
  return {term_of(prefix::factor, coding.factor),
          term_of(prefix::valence, to_string(coding.valence)),
          factor_valence_term(coding.factor, coding.valence),
          term_of(prefix::modality, to_string(coding.modality)),
          term_of(prefix::coder, folded_value(coding.coder))};
}

std::string folded_value(std::string_view value) {
  std::string folded = fold(value);
  std::replace_if(folded.begin(), folded.end(), is_control, ' ');
  const std::size_t first = folded.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return folded.substr(first, folded.find_last_not_of(' ') - first + 1);
}

std::string attribute_term(std::string_view name, std::string_view value) {
  return term_of(prefix::attribute, fmt::format("{}={}", folded_value(name), folded_value(value)));
}

}  // namespace pipeline
