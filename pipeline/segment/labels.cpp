#include "pipeline/segment/labels.h"

#include <algorithm>
#include <array>

#include "pipeline/segment/letters.h"

namespace pipeline {
namespace {

// Lower case; a number may follow ("r2", "deelnemer 3", "speaker_00").
constexpr std::array<std::string_view, 17> interviewer_words{"i",
                                                             "int",
                                                             "interviewer",
                                                             "interviewster",
                                                             "v",
                                                             "vraag",
                                                             "q",
                                                             "m",
                                                             "mod",
                                                             "moderator",
                                                             "onderzoeker",
                                                             "onderzoekster",
                                                             "facilitator",
                                                             "vragensteller",
                                                             "gespreksleider",
                                                             "gespreksleidster",
                                                             "procesbegeleider"};
constexpr std::array<std::string_view, 14> respondent_words{"r",
                                                            "resp",
                                                            "respondent",
                                                            "respondente",
                                                            "a",
                                                            "antwoord",
                                                            "p",
                                                            "deelnemer",
                                                            "deelneemster",
                                                            "participant",
                                                            "geïnterviewde",
                                                            "geinterviewde",
                                                            "panellid",
                                                            "b"};
constexpr std::array<std::string_view, 4> other_words{"s", "spreker", "speaker", "stem"};
// Known words that other texts begin lines with too: they count when there are two such lines.
constexpr std::array<std::string_view, 11> ambiguous_words{
    "v", "q", "m", "a", "p", "b", "s", "vraag", "antwoord", "stem", "deelnemer"};

// What begins lines of minutes, forms and letters.
constexpr std::array<std::string_view, 104> no_speakers{
    "aanleiding",  "aanpak",      "aantal",      "aanvang",   "aanwezig",     "aanwezigen",
    "achtergrond", "actie",       "actiehouder", "actiepunt", "actiepunten",  "acties",
    "adres",       "advies",      "afspraak",    "afspraken", "afwezig",      "agenda",
    "agendapunt",  "artikel",     "auteur",      "begroting", "besluit",      "besluiten",
    "betreft",     "bijlage",     "bijlagen",    "bron",      "bronnen",      "casus",
    "conclusie",   "contact",     "context",     "datum",     "deadline",     "deel",
    "definitie",   "doel",        "doelen",      "doelgroep", "doelstelling", "duur",
    "e-mail",      "einde",       "email",       "fase",      "fax",          "functie",
    "gevolg",      "hoofdstuk",   "inhoud",      "inleiding", "jaar",         "kenmerk",
    "knelpunt",    "knelpunten",  "kosten",      "leeftijd",  "les",          "let op",
    "locatie",     "mail",        "mobiel",      "naam",      "nb",           "noot",
    "notitie",     "notulen",     "onderwerp",   "opdracht",  "opmerking",    "opmerkingen",
    "opname",      "organisatie", "oplossing",   "pagina",    "periode",      "plaats",
    "planning",    "probleem",    "project",     "ps",        "regio",        "reactie",
    "resultaat",   "resultaten",  "risico",      "rol",       "samenvatting", "stap",
    "status",      "tel",         "telefoon",    "thema",     "tijd",         "tip",
    "titel",       "toelichting", "uitkomst",    "verslag",   "versie",       "voorbeeld",
    "website",     "zie"};

constexpr std::array<std::string_view, 16> particles{"van", "de",  "der", "den", "het", "ten",
                                                     "ter", "'t",  "von", "la",  "le",  "el",
                                                     "du",  "bin", "en",  "uit"};

template <typename List>
bool is_one_of(std::string_view word, const List& list) {
  return std::ranges::find(list, word) != list.end();
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& byte : result)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  return result;
}

// "Deelnemer 3" -> "deelnemer", "SPEAKER_00" -> "speaker".
std::string without_number(std::string_view label) {
  const auto last = label.find_last_not_of("0123456789");
  if (last == std::string_view::npos) return {};
  label = label.substr(0, last + 1);
  while (!label.empty() && std::string_view(" _-.").find(label.back()) != std::string_view::npos)
    label.remove_suffix(1);
  return lower(label);
}

// The known word of a label, "" for none. A single letter is one only as a capital. "I/R" is
// known where both its parts are.
std::string known_word(std::string_view label) {
  if (const auto slash = label.find('/'); slash != std::string_view::npos) {
    const bool both =
        !known_word(label.substr(0, slash)).empty() && !known_word(label.substr(slash + 1)).empty();
    return both ? "i/r" : "";
  }
  std::string word = without_number(label);
  if (word.size() == 1 && label.front() >= 'a') return {};
  const bool is_known = is_one_of(word, interviewer_words) || is_one_of(word, respondent_words) ||
                        is_one_of(word, other_words);
  return is_known ? word : std::string{};
}

template <typename Use>
void for_each_word(std::string_view text, Use use) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) use(text.substr(at, end - at));
    at = end + 1;
  }
}

// Every word begins with a capital or a digit, or is a particle of names.
bool is_name_like(std::string_view label) {
  if (character_at(label, 0).kind != CharacterKind::upper) return false;
  bool result = true;
  for_each_word(label, [&](std::string_view word) {
    const CharacterKind first = character_at(word, 0).kind;
    result &= first == CharacterKind::upper || first == CharacterKind::digit ||
              is_one_of(lower(word), particles);
  });
  return result && !is_one_of(lower(label), no_speakers);
}

bool has_space(std::string_view label) {
  return label.find(' ') != std::string_view::npos;
}

}  // namespace

bool is_usual_label(std::string_view label) {
  return !known_word(label).empty();
}

bool is_pseudonym(std::string_view label) {
  const std::size_t hyphen = label.rfind('-');
  if (hyphen == std::string_view::npos || hyphen < 2 || hyphen + 1 == label.size()) return false;
  return std::ranges::all_of(
             label.substr(0, hyphen),
             [](char byte) { return (byte >= 'A' && byte <= 'Z') || byte == '-'; }) &&
         std::ranges::all_of(label.substr(hyphen + 1),
                             [](char byte) { return byte >= '0' && byte <= '9'; });
}

bool is_full_name(std::string_view words) {
  return words.size() <= longest_label && has_space(words) && is_name_like(words);
}

bool begins_with_full_name(std::string_view words) {
  words = words.substr(0, words.find_first_of(".,;("));
  while (words.ends_with(' ')) words.remove_suffix(1);
  return is_full_name(words);
}

Labels::Labels(std::vector<std::string> interviewers, std::vector<std::string> respondents)
    : interviewers_(interviewers.begin(), interviewers.end()),
      respondents_(respondents.begin(), respondents.end()) {}

void Labels::count(std::string_view label, bool is_timed) {
  ++lines_;
  const bool is_known = !known_word(label).empty();
  if (!is_known && !is_name_like(label)) return;
  known_ += is_known ? 1 : 0;
  ++labelled_;
  timed_ += is_timed && !is_known ? 1 : 0;
  if (label != last_) ++changes_, last_ = label;
  auto it = counts_.find(label);
  if (it == counts_.end()) it = counts_.emplace(label, 0).first;
  if (++it->second == 2) ++recurring_, ++of_recurring_;
  if (it->second >= 2) ++of_recurring_;
}

bool Labels::is_listed(std::string_view label) const {
  return interviewers_.contains(label) || respondents_.contains(label);
}

bool Labels::is_timed() const {
  constexpr std::uint32_t fewest = 3;
  return timed_ >= fewest && of_recurring_ * 2 > labelled_;
}

// More than one label comes back, they take turns, and a fair share of the lines has one. In a list
// of settings one label ("Omschrijving:") follows itself. Of a short talk with times one speaker
// may come back alone; a programme ("Pauze 14:30") is mostly of what comes but once.
bool Labels::is_transcript() const {
  constexpr std::uint32_t fair = 5;
  return (recurring_ >= 2 || (recurring_ == 1 && (known_ > 0 || is_timed()))) &&
         changes_ * fair >= labelled_ && of_recurring_ * fair >= lines_;
}

bool Labels::names_speaker(std::string_view label) const {
  if (label.empty()) return false;
  if (is_listed(label)) return true;
  const std::string known = known_word(label);
  if (!known.empty()) return known_ >= 2 || !is_one_of(known, ambiguous_words);
  const auto it = counts_.find(label);
  if (it == counts_.end() || !is_transcript()) return false;
  // Somebody who speaks but once in a transcript that is well begun has a name and a surname.
  constexpr std::uint32_t well_begun = 6;
  return it->second >= 2 ||
         ((of_recurring_ >= well_begun || is_timed()) && (has_space(label) || is_pseudonym(label)));
}

bool Labels::recurs(std::string_view label) const {
  const auto it = counts_.find(label);
  return is_listed(label) || !known_word(label).empty() || (it != counts_.end() && it->second >= 2);
}

SpeakerKind Labels::kind(std::string_view label) const {
  if (interviewers_.contains(label)) return SpeakerKind::interviewer;
  if (respondents_.contains(label)) return SpeakerKind::respondent;
  const std::string known = known_word(label);
  if (is_one_of(known, interviewer_words)) return SpeakerKind::interviewer;
  if (is_one_of(known, respondent_words)) return SpeakerKind::respondent;
  return SpeakerKind::unknown;
}

}  // namespace pipeline
