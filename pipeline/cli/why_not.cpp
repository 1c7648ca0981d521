#include "pipeline/cli/why_not.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/cli/explanation.h"
#include "pipeline/cli/input.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/cli/sentences.h"
#include "pipeline/cli/show.h"
#include "pipeline/ingest/explain.h"
#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

using Reason = NearMiss::Reason;

// One that matched and lost, or one that nearly matched.
struct Near {
  std::size_t pattern = 0;
  std::vector<Span> words;
  std::string why;
  bool is_match = false;
};

std::string why_not(const NearMiss& miss, std::string_view text) {
  const std::string words = "“" + std::string(slice(text, miss.words)) + "”";
  switch (miss.reason) {
    case Reason::missing:
      return tr("{} ontbreekt", miss.wanted);
    case Reason::too_far:
      return tr_plural(miss.between - miss.allowed,
                       "voor {} staat {} woord te veel: {} ertussen, hoogstens {} mag",
                       "voor {} staan {} woorden te veel: {} ertussen, hoogstens {} mag",
                       miss.wanted, miss.between - miss.allowed, miss.between, miss.allowed);
    case Reason::broken:
      return tr("voor {} staat een leesteken", miss.wanted);
    case Reason::order:
      return tr("de woorden staan in een andere volgorde");
    case Reason::other_form:
      return tr("het vraagt precies {} en hier staat {}", miss.wanted, words);
    case Reason::in_compound:
      return tr("{} staat er alleen als deel van {}", miss.wanted, words);
    case Reason::other_class:
      return tr("{} is hier een ander soort woord dan {} vraagt", words, miss.wanted);
  }
  return {};
}

std::vector<Near> nearest(const AbsenceTrace& trace, const Lexicon& lexicon, std::size_t most) {
  const std::string_view text = trace.staged.clean.text;
  std::vector<Near> all;
  for (const TracedMatch& match : trace.lost)
    all.push_back({match.pattern, {match.match}, why_not(match, lexicon, text), true});
  for (const NearMiss& miss : trace.near) {
    std::vector<Span> words = miss.found;
    if (length(miss.words) > 0) words.push_back(miss.words);
    std::ranges::sort(words);
    all.push_back({miss.pattern, std::move(words), why_not(miss, text), false});
  }
  if (all.size() > most) all.resize(most);
  return all;
}

std::string place_of(const Pattern& pattern) {
  return fmt::format("{}:{}", pattern.source.file, pattern.source.line);
}

std::string line_of(const Near& near, const Lexicon& lexicon, std::string_view text) {
  std::string words;
  for (const Span& span : near.words)
    words += (words.empty() ? "“" : " … ") + std::string(slice(text, span));
  words += "”";
  const Pattern& pattern = lexicon.patterns[near.pattern];
  return printable(
      near.is_match
          ? tr("{} past op {} ({}), maar {}", words, pattern.text, place_of(pattern), near.why)
          : tr("{} lijkt op {} ({}), maar {}", words, pattern.text, place_of(pattern), near.why));
}

Explanation explanation_of(const AbsenceTrace& trace, const Coding& coding,
                           const Lexicon& lexicon) {
  Explanation explanation{lexicon, trace.staged.clean.text, {}, coding.valence};
  for (const auto* matches : {&trace.found, &trace.lost})
    for (const TracedMatch& match : *matches)
      if (overlap(match.match, coding.span)) explanation.matches.push_back(match);
  return explanation;
}

template <typename Take>
void for_each_coding(const AbsenceTrace& trace, Take take) {
  for (const Coding& coding : trace.staged.codings)
    if (coding.factor == trace.factor) take(coding);
}

void print_text(const AbsenceTrace& trace, const Lexicon& lexicon, const std::vector<Near>& near) {
  const std::string_view text = trace.staged.clean.text;
  const bool is_coded = trace.is_coded();
  fmt::print("{} · {}\n", trace.factor, is_coded ? tr("wel gecodeerd") : tr("niet gecodeerd"));
  fmt::print("{}\n\n", wrapped(printable(text), 4, 96));
  if (is_coded) {
    for_each_coding(trace, [&](const Coding& coding) {
      const Explanation explanation = explanation_of(trace, coding, lexicon);
      fmt::print("  {}\n", tr("{} · {}, omdat", word_of(coding.valence), word_of(coding.modality)));
      for (const std::string& line : explanation.reasons()) fmt::print("  - {}\n", printable(line));
    });
    return;
  }
  fmt::print("  {}\n", near.empty() ? tr("Geen patroon van deze factor komt in de buurt.")
                                    : tr("Wat het dichtst in de buurt kwam"));
  for (std::size_t i = 0; i < near.size(); ++i)
    fmt::print("  {}. {}\n", i + 1, line_of(near[i], lexicon, text));
}

nlohmann::ordered_json json_of(const AbsenceTrace& trace, const Lexicon& lexicon,
                               const std::vector<Near>& near) {
  const std::string_view text = trace.staged.clean.text;
  const CodePoints points(text);
  nlohmann::ordered_json json{
      {"format", "samenspel-why-not"}, {"version", 1}, {"factor", trace.factor},
      {"lexicon", lexicon.coder()},    {"text", text}, {"coded", trace.is_coded()}};
  json["codings"] = nlohmann::ordered_json::array();
  for_each_coding(trace, [&](const Coding& coding) {
    json["codings"].push_back({{"valence", to_string(coding.valence)},
                               {"modality", to_string(coding.modality)},
                               {"summary", explanation_of(trace, coding, lexicon).in_one_line()}});
  });
  json["near"] = nlohmann::ordered_json::array();
  for (const Near& it : near) {
    nlohmann::ordered_json spans = nlohmann::ordered_json::array();
    for (const Span& span : it.words)
      spans.push_back({points.before(span.begin), points.before(span.end)});
    json["near"].push_back({{"pattern", lexicon.patterns[it.pattern].text},
                            {"source", place_of(lexicon.patterns[it.pattern])},
                            {"matches", it.is_match},
                            {"spans", spans},
                            {"why_not", it.why}});
  }
  return json;
}

Result<std::size_t> factor_named(const Lexicon& lexicon, const std::string& name) {
  const auto it = std::ranges::find(lexicon.factors, name, &Factor::id);
  if (it != lexicon.factors.end()) return static_cast<std::size_t>(it - lexicon.factors.begin());
  std::vector<std::string> names;
  for (const Factor& factor : lexicon.factors) names.push_back(factor.id);
  return failure(tr("factor '{}' staat niet in het lexicon{}", name, suggest(name, names, 40)));
}

// What stands on the command line, or standard input.
Result<std::string> text_of(const WhyNotOptions& options) {
  return options.text == "-" ? read_lines("-") : Result<std::string>(options.text);
}

}  // namespace

int run_why_not(const Session& session, const WhyNotOptions& options) {
  const auto lexicon = lexicon_for(session, options.lexicon, options.names_study);
  const auto words = lexicon ? session.words() : std::nullopt;
  if (!words) return exit_error;
  const auto factor = factor_named(*lexicon, options.factor);
  const auto text = text_of(options);
  if (!factor || !text) {
    complain(factor ? text.error() : factor.error());
    return exit_error;
  }
  Stages stages(*words, *lexicon, Settings{});
  const AbsenceTrace trace = explain_absence(*text, *factor, *lexicon, stages);
  const bool is_coded = trace.is_coded();
  const std::vector<Near> near =
      is_coded ? std::vector<Near>() : nearest(trace, *lexicon, options.most);
  if (options.format == "json")
    print_json(json_of(trace, *lexicon, near));
  else
    print_text(trace, *lexicon, near);
  return is_coded || near.empty() ? exit_nothing_found : exit_done;
}

}  // namespace pipeline
