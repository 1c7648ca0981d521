#include "pipeline/cli/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/cli/show.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

using Fate = TracedMatch::Fate;

std::string place_of(const Source& source) {
  return fmt::format("{}:{}", source.file, source.line);
}

std::string quoted(std::string_view text, Span span) {
  return "“" + printable(slice(text, span)) + "”";
}

// For scripts.
std::string_view fate_name(Fate fate) {
  switch (fate) {
    case Fate::counted:
      return "telt";
    case Fate::outranked:
      return "overtroffen";
    case Fate::overruled:
      return "overstemd";
    case Fate::false_friend:
      return "valse vriend";
    case Fate::half:
      return "half";
    case Fate::unsupported:
      return "zonder steun";
    case Fate::in_heading:
      return "in kop";
  }
  return {};
}

// Why a cue has no part, and the rule that says so; empty where it has.
std::string without_part(const TracedCue& traced, const Lexicon& lexicon) {
  switch (traced.part) {
    case CuePart::applied:
      return {};
    case CuePart::spent:
      return tr("hoort zelf bij een patroon van de factor (regel 2)");
    case CuePart::no_denial:
      return tr("staat te ver van wat zelf al faal zegt om dat te ontkennen (regel 2)");
    case CuePart::other_way:
      return tr("kijkt de andere kant op (regel 1)");
    case CuePart::too_far:
      return tr("reikt niet zo ver (regel 1)");
    case CuePart::other_clause:
      return tr("staat in een andere bijzin (regel 1)");
    case CuePart::not_nearest:
      return tr("een ander kerend signaal staat dichterbij (regel 4)");
    case CuePart::switched_off:
      return tr("deze factor let niet op zulke signalen");
    case CuePart::no_effect:
      return lexicon.cues[traced.cue].cue_class == CueClass::pseudo_negation
                 ? tr("haalt alleen de ontkenning erin weg (regel 3)")
                 : tr("begint alleen een nieuwe bijzin (regel 1)");
    case CuePart::overtaken:
      return tr("een langer signaal gaat voor (regel 3)");
  }
  return {};
}

bool turns(CueClass cue_class) {
  return cue_class == CueClass::negation || cue_class == CueClass::absence ||
         cue_class == CueClass::decline;
}

unsigned rule_of(const TracedMatch& match) {
  switch (match.decision) {
    case Decision::described:
    case Decision::question:
    case Decision::interviewer:
      return 7;
    default:
      return 5;
  }
}

std::string rule_line(const TracedMatch& match, Valence base) {
  const std::string from = word_of(base), to = word_of(match.valence);
  switch (match.decision) {
    case Decision::base:
      return tr("regel 5 (valentie): niets keert het, dus {}", to);
    case Decision::turned:
      return tr("regel 5 (valentie): een kerend signaal maakt van {} {}", from, to);
    case Decision::turned_twice:
      return tr("regel 5 (valentie): twee keer gekeerd, dus {}", to);
    case Decision::helped:
      return tr("regel 5 (valentie): een gunstig signaal maakt van {} {}", from, to);
    case Decision::hindered:
      return tr("regel 5 (valentie): een ongunstig signaal maakt het {}", to);
    case Decision::described:
      return tr("regel 7 (beschrijving): wie een onderwerp alleen noemt, zegt er niets over");
    case Decision::rhetorical:
      return tr("regel 5 (valentie): een retorische vraag maakt het {}", to);
    case Decision::question:
      return tr("regel 7 (vraag): een vraag is neutraal");
    case Decision::interviewer:
      return tr("regel 7 (interviewer): wat een interviewer zegt is neutraal");
  }
  return {};
}

std::string pattern_line(const TracedMatch& match, const Lexicon& lexicon, std::string_view text) {
  const Pattern& pattern = lexicon.patterns[match.pattern];
  return tr("{} past op het patroon {} ({}), van zichzelf {}", quoted(text, match.match),
            pattern.text, place_of(pattern.source), word_of(pattern.valence));
}

std::string cue_name(const TracedCue& traced, const Lexicon& lexicon) {
  const Cue& cue = lexicon.cues[traced.cue];
  return fmt::format("{}: {} ({})", tr(to_string(cue.cue_class)), cue.text, place_of(cue.source));
}

// Words that end a clause are worth a line only where that keeps a cue away.
bool is_idle(const TracedCue& traced, const TracedMatch& match, const Lexicon& lexicon) {
  const CueClass of = lexicon.cues[traced.cue].cue_class;
  if (of != CueClass::contrast && of != CueClass::terminator) return false;
  return std::ranges::count(match.cues, CuePart::other_clause, &TracedCue::part) == 0;
}

}  // namespace

std::string why_not(const TracedMatch& match, const Lexicon& lexicon, std::string_view text) {
  const auto rival = [&](const auto& list) {
    if (!match.rival) return tr("een ander patroon");
    const auto& it = list[*match.rival];
    return fmt::format("{} ({}, {})", quoted(text, match.rival_match), it.text,
                       place_of(it.source));
  };
  switch (match.fate) {
    case Fate::counted:
      return {};
    case Fate::outranked:
      return tr("{} ging voor: van overlappende patronen telt het sterkste, dan het langste",
                rival(lexicon.patterns));
    case Fate::overruled:
      return tr("de zin zegt ook het tegendeel, en dat gaat voor (regel 8)");
    case Fate::false_friend:
      return tr("{} is een valse vriend", rival(lexicon.false_friends));
    case Fate::half:
      return tr("de andere helft van het patroon staat nergens in de passage");
    case Fate::unsupported:
      return tr("het patroon is zwak en niets anders in de passage wijst op de factor");
    case Fate::in_heading:
      return tr("in een kop telt alleen wat succes of faal is (regel 7)");
  }
  return {};
}

bool Explanation::is_for(const TracedMatch& match) const {
  return match.fate == Fate::counted &&
         (match.valence == valence || match.valence == Valence::neutral);
}

std::string Explanation::in_one_line() const {
  const auto counts = [&](const TracedMatch& it) {
    return it.fate == Fate::counted && it.valence == valence;
  };
  const auto match = std::ranges::find_if(matches, counts);
  if (match == matches.end()) return {};
  std::string turned, other;
  for (const TracedCue& cue : match->cues) {
    if (cue.part != CuePart::applied) continue;
    std::string& words = turns(lexicon.cues[cue.cue].cue_class) ? turned : other;
    words += (words.empty() ? "" : tr(" en ")) + quoted(text, cue.match);
  }
  std::string line = tr("{} zegt {}", quoted(text, match->match),
                        word_of(lexicon.patterns[match->pattern].valence));
  if (!turned.empty()) line += tr(", gekeerd door {}", turned);
  if (!other.empty()) line += tr(", met {}", other);
  if (match->decision == Decision::interviewer) line += tr(", in de woorden van een interviewer");
  if (match->decision == Decision::question) line += tr(", in een vraag");
  if (match->decision == Decision::base && other.empty()) return line;
  return line + ": " + word_of(valence);
}

std::vector<std::string> Explanation::reasons() const {
  std::vector<std::string> lines;
  for (const TracedMatch& match : matches) {
    if (!is_for(match)) continue;
    lines.push_back(pattern_line(match, lexicon, text));
    for (const TracedCue& cue : match.cues)
      if (cue.part == CuePart::applied)
        lines.push_back(
            tr("{} is een signaal: {}", quoted(text, cue.match), cue_name(cue, lexicon)));
    lines.push_back(rule_line(match, lexicon.patterns[match.pattern].valence));
    if (match.modality != Modality::fact)
      lines.push_back(tr("regel 6 (modaliteit): {}", word_of(match.modality)));
  }
  return lines;
}

std::vector<std::string> Explanation::against() const {
  std::vector<std::string> lines;
  const auto keep = [&](std::string line) {
    if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
  };
  for (const TracedMatch& match : matches) {
    if (is_for(match)) continue;
    const Pattern& pattern = lexicon.patterns[match.pattern];
    const std::string found = tr("{} past ook op {} ({})", quoted(text, match.match), pattern.text,
                                 place_of(pattern.source));
    if (match.fate == Fate::counted)
      keep(tr("{}, maar dat is {}: een codering apart (regel 8)", found, word_of(match.valence)));
    else
      keep(tr("{}, maar {}", found, why_not(match, lexicon, text)));
  }
  for (const TracedMatch& match : matches) {
    if (!is_for(match)) continue;
    for (const TracedCue& cue : match.cues) {
      if (cue.part == CuePart::applied || is_idle(cue, match, lexicon)) continue;
      keep(tr("{} is een signaal ({}), maar {}", quoted(text, cue.match), cue_name(cue, lexicon),
              without_part(cue, lexicon)));
    }
  }
  return lines;
}

nlohmann::ordered_json to_json(const TracedMatch& match, const Lexicon& lexicon,
                               const CodePoints& source) {
  const auto span = [&](Span it) {
    return nlohmann::ordered_json{source.before(it.begin), source.before(it.end)};
  };
  const Pattern& pattern = lexicon.patterns[match.pattern];
  nlohmann::ordered_json json{{"pattern", pattern.text},
                              {"source", place_of(pattern.source)},
                              {"strength", to_string(pattern.strength)},
                              {"span", span(match.match)},
                              {"words", slice(source.text(), match.match)},
                              {"fate", fate_name(match.fate)}};
  if (match.fate != Fate::counted) json["why_not"] = why_not(match, lexicon, source.text());
  json["base"] = to_string(pattern.valence);
  json["valence"] = to_string(match.valence);
  json["modality"] = to_string(match.modality);
  json["rule"] = rule_of(match);
  json["decision"] = rule_line(match, pattern.valence);
  json["cues"] = nlohmann::ordered_json::array();
  for (const TracedCue& it : match.cues) {
    const Cue& cue = lexicon.cues[it.cue];
    json["cues"].push_back({{"class", to_string(cue.cue_class)},
                            {"cue", cue.text},
                            {"source", place_of(cue.source)},
                            {"span", span(it.match)},
                            {"words", slice(source.text(), it.match)},
                            {"applied", it.part == CuePart::applied},
                            {"why_not", without_part(it, lexicon)}});
  }
  return json;
}

}  // namespace pipeline
