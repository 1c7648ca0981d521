#include "pipeline/publish/report_method.h"

#include <fmt/format.h>

#include <vector>

#include "pipeline/model/tr.h"
#include "pipeline/report/frequency_notes.h"
#include "pipeline/report/number.h"

namespace pipeline {
namespace {

std::string passages(std::uint64_t number) {
  return counted(number, "passage", "passages");
}
std::string word_count(std::uint64_t number) {
  return counted(number, "woord", "woorden");
}
std::string codings(std::uint64_t number) {
  return counted(number, "codering", "coderingen");
}

std::vector<std::string> left_out(const Selection& it) {
  std::vector<std::string> parts;
  if (it.interviewer_passages > 0)
    parts.push_back(tr("{} van interviewers ({})", passages(it.interviewer_passages),
                       word_count(it.interviewer_words)));
  if (it.uncoded_passages > 0)
    parts.push_back(tr("{} in delen die de studie weglaat ({})", passages(it.uncoded_passages),
                       word_count(it.uncoded_words)));
  if (it.foreign_passages > 0)
    parts.push_back(tr("{} in een andere taal ({})", passages(it.foreign_passages),
                       word_count(it.foreign_words)));
  if (it.rejected > 0) parts.push_back(tr("{} die een mens verwierp", codings(it.rejected)));
  if (it.of_other_coders > 0)
    parts.push_back(tr("{} van andere codeurs", codings(it.of_other_coders)));
  return parts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view mark) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(mark)) + part;
  return text;
}

std::string coders(const ReportFacts& from) {
  std::vector<bool> seen(from.facts.coders.size());
  for (const std::uint32_t coding : from.selection.codings)
    seen[from.facts.codings[coding].coder] = true;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < seen.size(); ++i)
    if (seen[i]) names.push_back(from.facts.coders[i]);
  if (names.empty()) return {};
  return tr(names.size() == 1
                ? tr_later("De coderingen zijn van {}.")
                : tr_later("De coderingen zijn van verschillende codeurs, bij elkaar genomen: {}."),
            joined(names, ", "));
}

std::string unit(const ReportFacts& from) {
  if (from.spec.unit == CountUnit::codings)
    return tr(
        "Geteld zijn coderingen: een codering is een factor in een zin, met een valentie (succes, "
        "faal of neutraal). Een zin kan meer dan één factor hebben.");
  return tr(
      "Geteld zijn {}: elk telt één keer, hoe vaak er ook in gecodeerd is. In een totaal telt elk "
      "één keer, zodat het kleiner kan zijn dan de som.",
      plural_within(from.spec.unit));
}

// What a person coded needs no judgement; what a lexicon proposed does.
std::string judgement(const ReportFacts& from) {
  std::uint64_t accepted = 0, proposed = 0;
  for (const std::uint32_t coding : from.selection.codings) {
    const auto& row = from.facts.codings[coding];
    if (!from.facts.coders[row.coder].starts_with("lexicon ")) continue;
    ++proposed;
    accepted += row.status == CodingStatus::accepted ? 1 : 0;
  }
  if (proposed == 0) return {};
  if (accepted == 0 && from.selection.rejected == 0)
    return tr(
        "Geen van de getelde coderingen van het lexicon is door een mens beoordeeld: het zijn "
        "voorstellen, en dit rapport meet niet hoe vaak die juist zijn.");
  return tr("Van de {} getelde coderingen van het lexicon heeft een mens er {} aanvaard.",
            number(proposed), number(accepted));
}

void add_run(std::vector<std::string>& sentences, const ReportFacts& from) {
  constexpr std::size_t shown_hash = 12;
  if (!from.run) {
    sentences.emplace_back(translated("Er is geen run vastgelegd."));
    return;
  }
  const RunRecord& run = *from.run;
  sentences.push_back(tr("Het lexicon is {} (controlegetal {}), met {} factoren.", run.lexicon,
                         run.lexicon_hash.substr(0, shown_hash), from.factors.size()));
  constexpr std::size_t day = 10;  // "2026-11-29"
  sentences.push_back(
      tr("De studie is verwerkt in run {} van {} met samenspel {}{}.", run.id,
         run.started.substr(0, day), run.program,
         run.finished.empty() ? translated(", die niet is voltooid") : std::string_view()));
}

}  // namespace

std::string method_paragraph(const ReportFacts& from) {
  const Selection& it = from.selection;
  std::vector<std::string> sentences;
  sentences.push_back(tr("Dit rapport berust op {}, met {} en {}.",
                         counted(it.documents, "document", "documenten"),
                         passages(it.passage_count), word_count(it.words)));
  if (from.scope.where)
    sentences.push_back(
        tr("Alleen passages tellen mee die voldoen aan de zoekvraag {}.", from.scope.where_query));
  sentences.push_back(coders(from));
  add_run(sentences, from);
  sentences.push_back(unit(from));
  const std::vector<std::string> parts = left_out(it);
  sentences.push_back(parts.empty() ? tr("Er is niets weggelaten.")
                                    : tr("Weggelaten zijn {}.", joined(parts, ", ")));
  if (from.scope.interviewers)
    sentences.emplace_back(translated("Wat interviewers zeggen telt mee."));
  sentences.push_back(judgement(from));
  sentences.emplace_back(
      translated("Het saldo is (succes \u2212 faal) / (succes + faal), van \u22121 tot +1."));
  std::erase(sentences, std::string());
  return joined(sentences, " ");
}

}  // namespace pipeline
