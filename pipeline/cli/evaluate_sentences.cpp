#include <fmt/format.h>

#include <algorithm>

#include "pipeline/cli/evaluate.h"
#include "pipeline/cli/evidence.h"
#include "pipeline/cli/input.h"
#include "pipeline/cli/output_file.h"
#include "pipeline/cli/people_files.h"
#include "pipeline/cli/sentences.h"
#include "pipeline/cli/show.h"
#include "pipeline/evaluate/disagreements.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

constexpr std::pair<std::string_view, Table (*)(const Evaluation&)> tables[] = {
    {"overzicht", overview_table},
    {"factor", factor_table},
    {"valentie", valence_table},
    {"patroon", pattern_table},
};

void add_coding(FactorCoding& to, const Coding& coding, std::string_view text) {
  to.valences.add(coding.valence);
  to.reason += fmt::format("{}{}: {}", to.reason.empty() ? "" : "; ", word_of(coding.modality),
                           evidence_line(coding, text));
  for (const Evidence& it : coding.evidence) {
    const PatternName name{it.rule, it.source};
    if (it.kind == Evidence::Kind::pattern && std::ranges::count(to.patterns, name) == 0)
      to.patterns.push_back(name);
  }
}

CoderCodings code_all(const Lexicon& lexicon, const WordTable& words,
                      const std::vector<SentenceRow>& sentences) {
  Stages stages(words, lexicon, Settings{});
  CoderCodings codings{lexicon.coder(), {}};
  for (const SentenceRow& row : sentences) {
    auto& unit = codings.units.emplace_back();
    const Staged staged = stage_sentence(stages, row);
    for (const Coding& coding : staged.codings)
      add_coding(unit[coding.factor], coding, staged.clean.text);
    stages.renew_if_large();
  }
  return codings;
}

void show_disagreements(const Evaluation& evaluation, const std::vector<SentenceRow>& sentences,
                        std::size_t most) {
  std::vector<Disagreement> all = disagreements(evaluation);
  std::erase_if(all, [](const auto& it) { return it.kind == Disagreement::Kind::people; });
  const std::size_t shown = std::min(most, all.size());
  fmt::print("\n{}\n", tr("{} tussen lexicon en referentie; getoond: {}",
                          counted(all.size(), "verschil", "verschillen"), shown));
  for (std::size_t i = 0; i < shown; ++i) {
    const Disagreement& it = all[i];
    const SentenceRow& sentence = sentences[it.unit];
    fmt::print("\n{}  {} · {}\n", printable(sentence.id), word_of(it.kind), printable(it.factor));
    fmt::print("{}\n", wrapped(printable(sentence.sentence), 4, 98));
    fmt::print("{}\n", wrapped(printable(people_say(evaluation, it)), 2, 98));
    fmt::print("{}\n", wrapped("lexicon: " + printable(lexicon_says(evaluation, it)), 2, 98));
  }
}

Result<Evaluation> evaluation_of(const Lexicon& lexicon, const WordTable& words,
                                 const std::vector<SentenceRow>& sentences,
                                 const EvaluateOptions& options) {
  auto people = read_people(options.codings, sentences);
  if (!people) return tl::unexpected(people.error());
  auto reference = reference_named(*people, options.against);
  if (!reference) return tl::unexpected(reference.error());
  return Evaluation{code_all(lexicon, words, sentences), std::move(*people), lexicon.factors,
                    std::move(*reference)};
}

}  // namespace

int evaluate_sentences(const Session& session, const EvaluateOptions& options) {
  const auto lexicon = lexicon_for(session, options.lexicon, options.names_study);
  const auto words = lexicon ? session.words() : std::nullopt;
  if (!words) return exit_error;
  const auto sentences = read_sentences(options.sentences);
  if (!sentences) {
    complain(sentences.error());
    return exit_error;
  }
  const auto evaluation = evaluation_of(*lexicon, *words, *sentences, options);
  if (!evaluation) {
    complain(evaluation.error());
    return exit_error;
  }
  if (sentences->empty()) {
    complain(Error{tr("er staat geen zin in dit bestand"), options.sentences});
    return exit_nothing_found;
  }
  if (!options.disagreements.empty() &&
      !write_or_complain(options.disagreements, disagreements_tsv(*evaluation, *sentences)))
    return exit_error;
  const auto table = std::ranges::find(tables, options.by, [](const auto& it) { return it.first; });
  print_table(table->second(*evaluation), options.write);
  if (options.show > 0) show_disagreements(*evaluation, *sentences, options.show);
  return exit_done;
}

}  // namespace pipeline
