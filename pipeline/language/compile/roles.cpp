#include "pipeline/language/compile/roles.h"

#include <array>

#include "pipeline/language/compile/letters.h"
#include "pipeline/language/compile/steps.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

// Nouns with these endings take a linking s ("verenigingsblad", "gezondheidszorg").
constexpr std::array<std::string_view, 10> s_endings{"ing", "heid", "teit", "schap", "ion",
                                                     "dom", "ling", "eit",  "aat",   "ment"};

unsigned roles_of(PackedReading reading, std::string_view form) {
  switch (reading.word_class()) {
    case WordClass::noun:
      switch (reading.inflection()) {
        case Inflection::base: {
          unsigned roles = modifier_role | head_role;
          for (const std::string_view ending : s_endings)
            if (ends_with(form, ending)) roles |= modifier_s_role;
          return roles;
        }
        case Inflection::plural:
          return head_role | (form.back() == 'n' ? modifier_role : 0U);
        case Inflection::diminutive:
        case Inflection::diminutive_plural:
          return head_role;
        default:
          return 0;
      }
    case WordClass::adjective:
      if (reading.inflection() == Inflection::base) return weak_modifier_role | head_role;
      return reading.inflection() == Inflection::adjective_e ? head_role : 0U;
    case WordClass::verb:
      if (reading.inflection() == Inflection::infinitive) return head_role;
      return reading.inflection() == Inflection::stem ? weak_modifier_role : 0U;
    default:
      return 0;
  }
}

}  // namespace

PartLookup lookup_in(const FormTable& table) {
  return [&table](std::string_view text) {
    PartFacts facts;
    if (const Form* form = table.find(text)) {
      facts.roles = form->roles;
      for (const RankedReading& reading : form->readings)
        facts.is_of_verb |= reading.reading.word_class() == WordClass::verb;
    }
    return facts;
  };
}

void set_roles(FormTable& table, const std::string& folded) {
  Form& form = table[folded];
  for (const RankedReading& reading : form.readings)
    form.roles |= static_cast<std::uint8_t>(roles_of(reading.reading, folded));
}

void add_roles(FormTable& table, const Sources& sources) {
  for (auto& [folded, form] : table.forms())
    if (folded.find('\t') == std::string::npos)
      for (const RankedReading& reading : form.readings)
        form.roles |= static_cast<std::uint8_t>(roles_of(reading.reading, folded));
  for (const ListedWord& entry : sources.entries) {
    unsigned roles = 0;
    for (const std::string& flag : flags_of(entry.flags)) {
      // A noun that has a plural or a diminutive is a word whatever its length.
      if (flag[0] == 'Y' || flag[0] == 'Z') roles |= short_part_role;
      if (flag == "Ca" || flag == "Cb" || flag == "Ce") roles |= modifier_role | short_part_role;
      if (flag == "Cc") roles |= head_role | short_part_role;
      if (flag == "Ch") roles |= modifier_s_role | modifier_role;
    }
    const std::string folded = fold(entry.word);
    if (roles != 0 && table.contains(folded))
      table[folded].roles |= static_cast<std::uint8_t>(roles);
  }
  for (const std::string& prefix : sources.compound_prefixes) table[prefix].roles |= prefix_role;
}

void add_parts(FormTable& table) {
  const PartLookup lookup = lookup_in(table);
  std::vector<std::pair<std::string, std::vector<FormPart>>> found;
  for (const auto& [folded, form] : table.forms()) {
    if (form.readings.empty() || (form.roles & simplex_role) != 0 ||
        folded.find('\t') != std::string::npos)
      continue;
    const PackedReading first = form.readings.front().reading;
    if (first.word_class() != WordClass::noun && first.word_class() != WordClass::adjective)
      continue;
    // A form is split as its lemma is, so that no ending is taken for a part.
    const std::string lemma = fold(table.lemma(first.lemma()));
    std::vector<std::size_t> ends = split_compound(lemma, lookup);
    if (ends.size() < 2 || ends[ends.size() - 2] + 2 > folded.size() ||
        folded.compare(0, ends[ends.size() - 2], lemma, 0, ends[ends.size() - 2]) != 0)
      continue;
    ends.back() = folded.size();
    std::vector<FormPart> parts;
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
      std::string_view piece(folded);
      piece = without_link(piece.substr(begin, end - begin), lookup);
      const Form* part = table.find(piece);
      const std::string part_lemma = part && !part->readings.empty()
                                         ? table.lemma(part->readings.front().reading.lemma())
                                         : std::string(piece);
      parts.push_back({static_cast<std::uint8_t>(end), table.lemma_id(part_lemma)});
      begin = end;
    }
    found.emplace_back(folded, std::move(parts));
  }
  for (auto& [folded, parts] : found) table[folded].parts = std::move(parts);
}

}  // namespace pipeline
