#include "pipeline/segment/labels.h"

#include <algorithm>
#include <array>

#include "pipeline/segment/letters.h"
#include "pipeline/segment/marks.h"

namespace pipeline {
namespace {

constexpr std::uint32_t longest_label = 40;  // characters
constexpr std::uint32_t most_words = 4;

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
  while (!label.empty() && (label.back() == ' ' || label.back() == '_' || label.back() == '-'))
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

// PERSOON-1 of [PERSOON-1]: stands for somebody's name.
bool is_pseudonym(std::string_view label) {
  const std::size_t hyphen = label.rfind('-');
  if (hyphen == std::string_view::npos || hyphen < 2 || hyphen + 1 == label.size()) return false;
  return std::ranges::all_of(
             label.substr(0, hyphen),
             [](char byte) { return (byte >= 'A' && byte <= 'Z') || byte == '-'; }) &&
         std::ranges::all_of(label.substr(hyphen + 1),
                             [](char byte) { return byte >= '0' && byte <= '9'; });
}

// Takes a line apart from left to right.
class LineReader {
 public:
  LineReader(std::string_view text, Span line) : text_(text.substr(0, line.end)), at_(line.begin) {}

  MarkedLine read();

 private:
  std::uint32_t end() const { return static_cast<std::uint32_t>(text_.size()); }
  char byte(std::uint32_t at) const { return at < end() ? text_[at] : '\n'; }
  void skip_spaces() { at_ = past_spaces(text_, at_, end()); }
  bool take_time(std::optional<TimeMark> mark, std::optional<std::int64_t>& ms) {
    if (!mark || (mark->end < end() && !is_space_at(text_, mark->end) && byte(mark->end) != ':'))
      return false;
    ms = mark->ms;
    at_ = mark->end;
    skip_spaces();
    return true;
  }
  Span find_label();
  Span label_between(std::uint32_t begin, std::uint32_t end);
  void skip_number();
  std::optional<std::uint32_t> past_colon(std::uint32_t at) const;
  bool take_label(MarkedLine& line);
  bool take_name_and_time(MarkedLine& line);

  std::string_view text_;
  std::uint32_t at_;
};

// The name in [begin, end) without a remark or time in brackets behind it; empty if it is no name.
Span LineReader::label_between(std::uint32_t begin, std::uint32_t label_end) {
  std::string_view name = slice(text_, {begin, label_end});
  if (const auto bracket = name.find_first_of("([#");
      bracket != std::string_view::npos && bracket > 0)
    name = name.substr(0, bracket);
  while (!name.empty() && (name.back() == ' ' || name.back() == '\t')) name.remove_suffix(1);
  std::uint32_t characters = 0, words = 0;
  bool has_letter = false, in_word = false;
  for (std::size_t at = 0; at < name.size();) {
    const Character next = character_at(name, at);
    const bool is_sign = next.kind == CharacterKind::other &&
                         std::string_view(".'-_/&").find(name[at]) == std::string_view::npos;
    if (is_sign || ++characters > longest_label) return {};
    has_letter |= next.is_letter();
    words += next.kind != CharacterKind::space && !in_word ? 1 : 0;
    in_word = next.kind != CharacterKind::space;
    at += next.size;
  }
  if (!has_letter || words > most_words || !character_at(name, 0).is_letter()) return {};
  return {begin, begin + static_cast<std::uint32_t>(name.size())};
}

// Past the colon or tab behind a name, with nothing but a remark in brackets before it.
std::optional<std::uint32_t> LineReader::past_colon(std::uint32_t at) const {
  constexpr std::uint32_t reach = 4 * longest_label;
  char bracket = 0;
  for (std::uint32_t sign = at; sign - at < reach && byte(sign) != '\n'; ++sign) {
    const char next = byte(sign);
    if (bracket != 0)
      bracket = next == bracket ? '\0' : bracket;
    else if (next == '(' || next == '[')
      bracket = next == '(' ? ')' : ']';
    else if (next == ':' || next == '\t')
      return sign + 1;
    else if (next != ' ')
      return std::nullopt;
  }
  return std::nullopt;
}

// At the first sign behind a possible label, moves past it and its colon or tab.
Span LineReader::find_label() {
  constexpr std::uint32_t reach = 4 * longest_label;  // a remark in brackets may stand behind
  const std::uint32_t begin = at_;
  if (byte(at_) == '[') {
    std::uint32_t close = at_ + 1;
    while (close - begin < reach && byte(close) != ']' && byte(close) != '\n') ++close;
    const Span label = byte(close) == ']' ? label_between(begin + 1, close) : Span{};
    if (length(label) == 0) return {};
    // A pseudonym stands anywhere in a text, not only before what that person says.
    const auto colon = past_colon(close + 1);
    if (is_pseudonym(slice(text_, label)) && !colon) return {};
    at_ = colon.value_or(close + 1);
    return label;
  }
  char bracket = 0;
  for (std::uint32_t sign = begin; sign - begin < reach && byte(sign) != '\n'; ++sign) {
    const char next = byte(sign);
    if (bracket != 0) {
      if (next == bracket) bracket = 0;
    } else if (next == '(' || next == '[') {
      bracket = next == '(' ? ')' : ']';
    } else if (next == '#' && sign > begin) {
      bracket = '#';
    } else if (next == ':' || next == '\t') {
      const bool is_apart = next == '\t' || sign + 1 >= end() || is_space_at(text_, sign + 1);
      const Span label = label_between(begin, sign);
      const bool is_typed_on = length(label) > 0 && character_at(text_, sign + 1).is_letter() &&
                               !known_word(slice(text_, label)).empty();
      if (length(label) == 0 || (!is_apart && !is_typed_on)) return {};
      at_ = sign + 1;
      return label;
    }
  }
  return {};
}

// "12. I: Hoe ging dat?": word processors number turns as they number any list.
void LineReader::skip_number() {
  constexpr std::uint32_t most_digits = 4;
  std::uint32_t at = at_;
  while (at - at_ <= most_digits && byte(at) >= '0' && byte(at) <= '9') ++at;
  const bool is_number =
      at > at_ && at - at_ <= most_digits && (byte(at) == '.' || byte(at) == ')');
  if (is_number && at + 1 < end() && is_space_at(text_, at + 1))
    at_ = past_spaces(text_, at + 1, end());
}

bool LineReader::take_label(MarkedLine& line) {
  skip_number();
  const std::uint32_t begin = at_;
  line.label = find_label();
  if (length(line.label) == 0) return false;
  // "Interviewer [00:12]: ": the time stands before the colon.
  for (std::uint32_t at = line.label.end; at < at_ && !line.start_ms; ++at)
    if (byte(at) == '(' || byte(at) == '[' || byte(at) == '#')
      if (const auto mark = loose_time_mark_at(text_, at)) line.start_ms = mark->ms;
  skip_spaces();
  if (byte(at_) == ':' && begin != at_) ++at_, skip_spaces();  // a name, a time and a colon
  if (byte(at_) == '[' || byte(at_) == '(' || byte(at_) == '#')
    take_time(loose_time_mark_at(text_, at_), line.start_ms);
  return true;
}

// "Marloes Hendrikx   0:05", "Interviewer [00:12]": a name and a time that fill the line.
bool LineReader::take_name_and_time(MarkedLine& line) {
  constexpr std::size_t longest = longest_label + 20;
  const std::string_view rest = text_.substr(at_);
  const std::size_t space = rest.find_last_of(" \t");
  if (rest.size() > longest || space == std::string_view::npos) return false;
  const auto time = at_ + static_cast<std::uint32_t>(space) + 1;
  const auto mark = loose_time_mark_at(text_, time);
  if (!mark || mark->end != end()) return false;
  Span name = trimmed(text_, {at_, time});
  if (byte(name.begin) == '[' && byte(name.end - 1) == ']' &&
      is_pseudonym(slice(text_, {name.begin + 1, name.end - 1})))
    name = {name.begin + 1, name.end - 1};
  if (label_between(name.begin, name.end) != name) return false;
  line.label = name;
  line.start_ms = mark->ms;
  line.words = {end(), end()};
  line.unlabelled = {at_, end()};
  return true;
}

MarkedLine LineReader::read() {
  MarkedLine line;
  if (take_name_and_time(line)) return line;
  if (const auto mark = time_mark_before_end(text_); mark && mark->end > at_) {
    line.end_ms = mark->ms;
    text_ = text_.substr(0, mark->end);
  }
  line.unlabelled = trimmed(text_, {at_, end()});
  const auto strong = time_mark_at(text_, at_);
  std::optional<std::int64_t> start;
  if (take_time(loose_time_mark_at(text_, at_), start)) {
    if (strong || at_ == end()) {
      line.unlabelled = trimmed(text_, {at_, end()});
      line.unlabelled_start_ms = start;
    }
    if (byte(at_) == ':') ++at_, skip_spaces();
    line.start_ms = start;
  }
  if (take_label(line)) {
    line.words = trimmed(text_, {at_, end()});
  } else {
    line.words = line.unlabelled;
    line.start_ms = line.unlabelled_start_ms;
  }
  return line;
}

}  // namespace

bool begins_with_full_name(std::string_view words) {
  words = words.substr(0, words.find_first_of(".,;("));
  while (words.ends_with(' ')) words.remove_suffix(1);
  return words.size() <= longest_label && has_space(words) && is_name_like(words);
}

MarkedLine marked_line(std::string_view text, Span line) {
  return LineReader(text, trimmed(text, line)).read();
}

bool is_usual_label(std::string_view label) {
  return !known_word(label).empty();
}

Labels::Labels(std::vector<std::string> interviewers, std::vector<std::string> respondents)
    : interviewers_(interviewers.begin(), interviewers.end()),
      respondents_(respondents.begin(), respondents.end()) {}

void Labels::count(std::string_view label) {
  ++lines_;
  const bool is_known = !known_word(label).empty();
  if (!is_known && !is_name_like(label)) return;
  known_ += is_known ? 1 : 0;
  ++labelled_;
  if (label != last_) ++changes_, last_ = label;
  auto it = counts_.find(label);
  if (it == counts_.end()) it = counts_.emplace(label, 0).first;
  if (++it->second == 2) ++recurring_, ++of_recurring_;
  if (it->second >= 2) ++of_recurring_;
}

bool Labels::is_listed(std::string_view label) const {
  return interviewers_.contains(label) || respondents_.contains(label);
}

// More than one label comes back, they take turns, and a fair share of the lines has one. In a list
// of settings one label ("Omschrijving:") follows itself.
bool Labels::is_transcript() const {
  constexpr std::uint32_t fair = 5;
  return (recurring_ >= 2 || (recurring_ == 1 && known_ > 0)) && changes_ * fair >= labelled_ &&
         of_recurring_ * fair >= lines_;
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
         (of_recurring_ >= well_begun && (has_space(label) || is_pseudonym(label)));
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
