#include "pipeline/publish/report_method.h"

#include <fmt/format.h>

#include <vector>

namespace pipeline {
namespace {

template <typename... Values>
std::string filled(std::string_view sentence, const Values&... values) {
  return fmt::format(fmt::runtime(sentence), values...);
}

std::string passages(std::uint64_t number, const ReportWords& words) {
  return shown_count(number, words.passage, words.passages, words);
}
std::string word_count(std::uint64_t number, const ReportWords& words) {
  return shown_count(number, words.word, words.words, words);
}
std::string codings(std::uint64_t number, const ReportWords& words) {
  return shown_count(number, words.coding, words.codings, words);
}

std::vector<std::string> left_out(const Selection& it, const ReportWords& words) {
  std::vector<std::string> parts;
  if (it.interviewer_passages > 0)
    parts.push_back(filled(words.by_interviewers, passages(it.interviewer_passages, words),
                           word_count(it.interviewer_words, words)));
  if (it.uncoded_passages > 0)
    parts.push_back(filled(words.by_parts, passages(it.uncoded_passages, words),
                           word_count(it.uncoded_words, words)));
  if (it.foreign_passages > 0)
    parts.push_back(filled(words.by_language, passages(it.foreign_passages, words),
                           word_count(it.foreign_words, words)));
  if (it.rejected > 0) parts.push_back(filled(words.by_rejection, codings(it.rejected, words)));
  if (it.of_other_coders > 0)
    parts.push_back(filled(words.by_other_coders, codings(it.of_other_coders, words)));
  return parts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view mark) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(mark)) + part;
  return text;
}

std::string coders(const ReportFacts& from, const ReportWords& words) {
  std::vector<bool> seen(from.facts.coders.size());
  for (const std::uint32_t coding : from.selection.codings)
    seen[from.facts.codings[coding].coder] = true;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < seen.size(); ++i)
    if (seen[i]) names.push_back(from.facts.coders[i]);
  if (names.empty()) return {};
  return filled(names.size() == 1 ? words.coded_by : words.several_coders, joined(names, ", "));
}

std::string unit(const ReportFacts& from, const ReportWords& words) {
  if (from.spec.unit == CountUnit::codings) return std::string(words.unit_codings);
  return filled(words.unit_other, unit_name(from.spec.unit, words));
}

// What a person coded needs no judgement; what a lexicon proposed does.
std::string judgement(const ReportFacts& from, const ReportWords& words) {
  std::uint64_t accepted = 0, proposed = 0;
  for (const std::uint32_t coding : from.selection.codings) {
    const auto& row = from.facts.codings[coding];
    if (!from.facts.coders[row.coder].starts_with("lexicon ")) continue;
    ++proposed;
    accepted += row.status == CodingStatus::accepted ? 1 : 0;
  }
  if (proposed == 0) return {};
  if (accepted == 0 && from.selection.rejected == 0) return std::string(words.not_judged);
  return filled(words.judged, shown_number(proposed, words), shown_number(accepted, words));
}

void add_run(std::vector<std::string>& sentences, const ReportFacts& from,
             const ReportWords& words) {
  constexpr std::size_t shown_hash = 12;
  if (!from.run) {
    sentences.emplace_back(words.no_run);
    return;
  }
  const RunRecord& run = *from.run;
  sentences.push_back(filled(words.lexicon, run.lexicon, run.lexicon_hash.substr(0, shown_hash),
                             from.factors.size()));
  constexpr std::size_t day = 10;  // "2026-11-29"
  sentences.push_back(filled(words.run, run.id, run.started.substr(0, day), run.program,
                             run.finished.empty() ? words.unfinished : std::string_view()));
}

}  // namespace

std::string method_paragraph(const ReportFacts& from, const ReportWords& words) {
  const Selection& it = from.selection;
  std::vector<std::string> sentences;
  sentences.push_back(filled(words.rests_on,
                             shown_count(it.documents, words.document, words.documents, words),
                             passages(it.passage_count, words), word_count(it.words, words)));
  if (from.scope.where) sentences.push_back(filled(words.restricted, from.scope.where_query));
  sentences.push_back(coders(from, words));
  add_run(sentences, from, words);
  sentences.push_back(unit(from, words));
  const std::vector<std::string> parts = left_out(it, words);
  sentences.push_back(parts.empty() ? std::string(words.nothing_left_out)
                                    : filled(words.left_out, joined(parts, ", ")));
  if (from.scope.interviewers) sentences.emplace_back(words.interviewers_count);
  sentences.push_back(judgement(from, words));
  sentences.emplace_back(words.balance);
  std::erase(sentences, std::string());
  return joined(sentences, " ");
}

}  // namespace pipeline
