// Spellings that people still write: before 1996 ("produkt", "pannekoek"), without the hyphen
// ("email"). They are keys of their own with the readings of today's spelling, made here and never
// by fuzzy matching; a spelling that is a word already is left alone.
#include <algorithm>

#include "pipeline/language/compile/steps.h"

namespace pipeline {
namespace {

// c that sounds as k: "contact" -> "kontakt"; not "ch", "ci", "ce".
std::string with_k(std::string_view form, bool only_before_t) {
  std::string variant(form);
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] != 'c') continue;
    const char next = i + 1 < form.size() ? form[i + 1] : ' ';
    const bool sounds_as_k =
        only_before_t ? next == 't' : std::string_view("aoultr ").find(next) != std::string::npos;
    if (sounds_as_k) variant[i] = 'k';
  }
  return variant;
}

struct Variant {
  std::string spelling;
  std::vector<FormPart> parts;
};

// "pannen|koek" -> "panne|koek"
void add_without_n(std::vector<Variant>& variants, const std::string& folded, const Form& form) {
  for (std::size_t i = 0; i + 1 < form.parts.size(); ++i) {
    const std::size_t end = form.parts[i].end;
    const std::size_t begin = i == 0 ? 0 : form.parts[i - 1].end;
    if (end < begin + 5 || folded.compare(end - 2, 2, "en") != 0) continue;
    Variant variant{folded, form.parts};
    variant.spelling.erase(end - 1, 1);
    for (std::size_t later = i; later < variant.parts.size(); ++later) --variant.parts[later].end;
    variants.push_back(std::move(variant));
  }
}

void add_without_hyphen(std::vector<Variant>& variants, const std::string& folded) {
  if (folded.find('-') == std::string::npos) return;
  Variant variant{folded, {}};
  std::erase(variant.spelling, '-');
  if (variant.spelling.size() > 4) variants.push_back(std::move(variant));
}

std::vector<Variant> variants_of(const std::string& folded, const Form& form) {
  std::vector<Variant> variants;
  for (const bool only_before_t : {false, true})
    if (std::string spelling = with_k(folded, only_before_t); spelling != folded)
      variants.push_back({std::move(spelling), form.parts});
  add_without_n(variants, folded, form);
  add_without_hyphen(variants, folded);
  return variants;
}

bool is_name(const Form& form) {
  return std::all_of(form.readings.begin(), form.readings.end(), [](const auto& reading) {
    return reading.reading.word_class() == WordClass::proper_noun;
  });
}

}  // namespace

void add_variants(FormTable& table, const Sources& sources) {
  // Those that a person wrote down come before whatever else the form may be ("da": dat).
  for (const auto& [spelling, listed] : sources.variants) {
    const Form* form = table.find(listed);
    if (!form) continue;
    const std::vector<RankedReading> readings = form->readings;
    Form& variant = table[spelling];
    variant.readings.insert(variant.readings.begin(), readings.begin(), readings.end());
    for (std::size_t i = 0; i < readings.size(); ++i)
      variant.readings[i].rank = std::min(readings[i].rank, static_cast<int>(i));
  }
  std::vector<std::pair<Variant, Form>> found;
  for (const auto& [folded, form] : table.forms()) {
    if (form.readings.empty() || folded.find('\t') != std::string::npos || is_name(form)) continue;
    for (Variant& variant : variants_of(folded, form)) found.emplace_back(std::move(variant), form);
  }
  for (auto& [variant, form] : found) {
    const Form* there = table.find(variant.spelling);
    if (there && !is_name(*there)) continue;
    form.parts = std::move(variant.parts);
    // The surname "Pannekoek" stays a name, after the cake.
    if (there)
      form.readings.insert(form.readings.end(), there->readings.begin(), there->readings.end());
    table[variant.spelling] = std::move(form);
  }
}

}  // namespace pipeline
