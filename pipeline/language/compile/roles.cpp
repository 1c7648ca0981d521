#include "pipeline/language/compile/roles.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

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
          return head_role | (form.back() == 'n'   ? modifier_role
                              : form.back() == 'a' ? weak_modifier_role
                                                   : 0U);
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
      return reading.inflection() == Inflection::stem ? weak_modifier_role : 0U;
    case WordClass::numeral:
      return modifier_role;
    default:
      return 0;
  }
}

}  // namespace

namespace {

// What the listed compounds tell of a word: how many it begins with a linking s and without, and
// how many it closes.
struct PartCount {
  unsigned with_s = 0, without = 0, as_head = 0;
};
constexpr unsigned enough = 4;
constexpr std::size_t short_length = 4;

bool has_role(const FormTable& table, std::string_view form, unsigned roles) {
  const Form* found = form.size() > 2 ? table.find(form) : nullptr;
  return found && (found->roles & roles) != 0;
}

// A short part counts only beside a part that is long enough to be no accident.
void count_parts(const FormTable& table, std::string_view word,
                 std::map<std::string, PartCount, std::less<>>& counts) {
  constexpr unsigned modifiers = modifier_role | weak_modifier_role;
  const auto count_of = [&](std::string_view form) -> PartCount& {
    return counts.try_emplace(std::string(form)).first->second;
  };
  for (std::size_t i = 3; i + 3 <= word.size(); ++i) {
    const std::string_view before = word.substr(0, i), after = word.substr(i);
    if (!has_role(table, before, modifiers)) continue;
    const bool plain = has_role(table, after, head_role);
    const bool linked = after.front() == 's' && has_role(table, after.substr(1), head_role);
    if (plain == linked) continue;
    const std::string_view head = linked ? after.substr(1) : after;
    if (head.size() > short_length) ++(linked ? count_of(before).with_s : count_of(before).without);
    if (before.size() > short_length) ++count_of(head).as_head;
  }
}

// Learns from the listed compounds: which nouns take a linking s ("omgangs" stands in
// "omgangsvorm", never "omgang"), and which short words really are parts ("zee", not "log").
void weigh_parts(FormTable& table, const Sources& sources) {
  std::map<std::string, PartCount, std::less<>> counts;
  for (const std::string& word : sources.attested) count_parts(table, word, counts);
  for (auto& [word, form] : table.forms()) {
    if ((form.roles & (modifier_role | weak_modifier_role | head_role)) == 0) continue;
    if (word.find('\t') != std::string::npos) continue;
    const auto it = counts.find(word);
    const PartCount count = it == counts.end() ? PartCount{} : it->second;
    unsigned roles = form.roles;
    if (count.with_s >= 2 && count.with_s * 3 > count.without) roles |= modifier_s_role;
    if (count.with_s >= 3 && count.without * 3 <= count.with_s && (roles & modifier_role) != 0)
      roles = (roles & ~modifier_role) | weak_modifier_role;
    const bool is_flagged = (roles & short_part_role) != 0;
    if (word.size() <= (is_flagged ? 3 : short_length)) {
      if (count.with_s + count.without < enough) roles &= ~(modifier_role | weak_modifier_role);
      if (count.as_head < enough) roles &= ~head_role;
    }
    const bool is_lemma =
        std::any_of(form.readings.begin(), form.readings.end(), [](const RankedReading& reading) {
          return reading.reading.inflection() == Inflection::base;
        });
    if (!is_lemma) roles |= simplex_role;
    form.roles = static_cast<std::uint8_t>(roles);
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
      if (flag[0] == 'Y' || flag[0] == 'Z' || flag[0] == 'A') roles |= short_part_role;
      if (flag == "Ca" || flag == "Cb" || flag == "Ce") roles |= modifier_role | short_part_role;
      if (flag == "Cc") roles |= head_role | short_part_role;
      if (flag == "Ch") roles |= modifier_s_role | modifier_role;
      if (flag[0] == 'C' && flag[1] >= 'a') roles |= simplex_role;
    }
    const std::string folded = fold(entry.word);
    if (roles != 0 && table.contains(folded))
      table[folded].roles |= static_cast<std::uint8_t>(roles);
  }
  weigh_parts(table, sources);
  for (const std::string& prefix : sources.compound_prefixes) table[prefix].roles |= prefix_role;
  for (const std::string& word : sources.simplex)
    if (table.contains(word)) table[word].roles |= simplex_role;
  for (const std::string& head : sources.compound_heads) table[head].roles |= head_role;
}

namespace {

// The likeliest reading that may be of a compound; none for verbs and names.
const RankedReading* compound_reading(const Form& form) {
  const RankedReading* best = nullptr;
  for (const RankedReading& reading : form.readings) {
    const WordClass word_class = reading.reading.word_class();
    if (word_class != WordClass::noun && word_class != WordClass::adjective) continue;
    if (!best || reading.rank < best->rank) best = &reading;
  }
  return best;
}

class Splitter {
 public:
  Splitter(FormTable& table, const Sources& sources)
      : table_(table),
        lookup_(lookup_in(table)),
        simplex_(sources.simplex.begin(), sources.simplex.end()) {}

  // A form is split as its lemma is, so that no ending is taken for a part.
  std::vector<FormPart> parts_of(const std::string& folded, const RankedReading& reading) {
    const std::string lemma = fold(table_.lemma(reading.reading.lemma()));
    std::vector<std::size_t> ends = ends_of(lemma);
    if (ends.size() < 2) return {};
    const std::size_t head = ends[ends.size() - 2];
    if (head + 2 > folded.size() || folded.compare(0, head, lemma, 0, head) != 0) return {};
    ends.back() = folded.size();
    std::vector<FormPart> parts;
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
      parts.push_back({static_cast<std::uint8_t>(end),
                       part_lemma(std::string_view(folded).substr(begin, end - begin))});
      begin = end;
    }
    return parts;
  }

 private:
  const std::vector<std::size_t>& ends_of(const std::string& lemma) {
    const auto [it, is_new] = known_.try_emplace(lemma);
    if (is_new && !simplex_.contains(lemma)) it->second = split_compound(lemma, lookup_);
    return it->second;
  }

  std::uint32_t part_lemma(std::string_view piece) {
    const std::string_view form = without_link(piece, lookup_);
    const Form* part = table_.find(form);
    const RankedReading* best = nullptr;
    if (part)
      for (const RankedReading& reading : part->readings)
        if (!best || reading.rank < best->rank) best = &reading;
    return best ? best->reading.lemma() : table_.lemma_id(form);
  }

  FormTable& table_;
  PartLookup lookup_;
  std::set<std::string> simplex_;
  std::unordered_map<std::string, std::vector<std::size_t>> known_;  // by lemma
};

}  // namespace

void add_parts(FormTable& table, const Sources& sources) {
  Splitter splitter(table, sources);
  for (auto& [folded, form] : table.forms()) {
    if (folded.find('\t') != std::string::npos) continue;
    if (const RankedReading* reading = compound_reading(form))
      form.parts = splitter.parts_of(folded, *reading);
  }
}

}  // namespace pipeline
