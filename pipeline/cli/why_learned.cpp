#include "pipeline/cli/why_learned.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/cli/export_gate.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/cli/show.h"
#include "pipeline/ingest/models.h"
#include "pipeline/ingest/observing.h"
#include "pipeline/ingest/similar.h"
#include "pipeline/learn/explain.h"
#include "pipeline/model/coder.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/number.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

constexpr std::size_t most_reasons = 6, most_similar = 3;

struct SimilarShown {
  std::string where, text;
  double likeness = 0;
};

struct Answer {
  LearnedReasons why;
  std::vector<SimilarShown> similar;
};

// "+0,32"
std::string signed_decimal(double value) {
  return (value < 0 ? "" : "+") + rounded(value, 2);
}

// Observes the sentence anew, with the names that `names` knows.
Observation observed(const LearnedQuestion& question, FeatureNames& names) {
  Stages stages(question.words, question.lexicon, question.study.settings);
  const CodedDocument& document = question.document;
  const Staged staged = stages.traced(document.document, speaker_rows(document.segmented));
  const auto seen = observations(staged, stages, ObservedLexicon(question.lexicon), names);
  for (std::size_t s = 0; s < seen.size(); ++s)
    if (staged.clean.map.to_source(staged.segmented.sentences[s].span) ==
        question.coding.coding.span)
      return seen[s];
  return {};
}

std::vector<SimilarShown> similar_to(const LearnedQuestion& question) {
  StudyLessons lessons = study_lessons(question.store, question.study.settings, question.words,
                                       question.lexicon, LessonGroups::documents);
  lessons.set.names.freeze();
  const Observation seen = observed(question, lessons.set.names);
  const LessonPlace self{question.coding.passage.id, question.coding.coding.span};
  std::vector<SimilarShown> shown;
  for (const SimilarSentence& it :
       similar_sentences(lessons, seen, question.coding.coding.factor, self, most_similar)) {
    const auto passage = question.store.passage(it.place.passage);
    if (!passage) continue;
    const Span local{it.place.sentence.begin - passage->span.begin,
                     it.place.sentence.end - passage->span.begin};
    shown.push_back({heading(*passage), marked(passage->text, local, {}, false), it.likeness});
  }
  return shown;
}

void print_reasons(const std::string& title, const std::vector<Reason>& reasons) {
  std::string pro, against;
  for (const Reason& it : reasons) {
    std::string& to = it.weight > 0 ? pro : against;
    to += fmt::format("{}{} ({})", to.empty() ? "" : ", ", printable(it.words),
                      signed_decimal(it.weight));
  }
  if (pro.empty() && against.empty()) return;
  fmt::print("\n  {}\n", title);
  if (!pro.empty()) fmt::print("{}\n", wrapped(tr("voor: {}", pro), 4, 96));
  if (!against.empty()) fmt::print("{}\n", wrapped(tr("tegen: {}", against), 4, 96));
}

void print_answer(const LearnedQuestion& question, const Answer& answer, double probability) {
  const ShownCoding& it = question.coding;
  fmt::print("{}  {} · {} · {}\n", to_string(it.id), it.coding.factor,
             coloured(it.coding.valence, wants_colour()), word_of(it.coding.modality));
  fmt::print("  {}\n", heading(it.passage));
  fmt::print("{}\n\n",
             wrapped(marked(question.document.document.source, it.coding.span, {}, false), 4, 96));
  fmt::print("  {}\n", tr("Voorgesteld door {}, met een kans van {}", printable(it.coding.coder),
                          percent(probability)));
  if (it.decision) fmt::print("{}\n", wrapped(printable(decision_line(*it.decision)), 2, 96));
  print_reasons(tr("Wat in de woorden van de zin woog voor de factor"), answer.why.factor);
  print_reasons(tr("Wat daarna samen met het lexicon woog"), answer.why.look);
  print_reasons(tr("Wat woog voor {}", word_of(it.coding.valence)), answer.why.valence);
  if (answer.similar.empty()) return;
  fmt::print("\n  {}\n", tr("Zinnen die mensen zo codeerden en er het meest op lijken"));
  for (const SimilarShown& one : answer.similar)
    fmt::print("  - {} ({})\n{}\n", printable(one.where), percent(one.likeness),
               wrapped(printable(one.text), 6, 96));
}

nlohmann::ordered_json to_json(const std::vector<Reason>& reasons) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Reason& it : reasons) list.push_back({{"feature", it.words}, {"weight", it.weight}});
  return list;
}

void print_json_answer(const LearnedQuestion& question, const Answer& answer, double probability) {
  const CodePoints source(question.document.document.source);
  auto json = to_json(question.coding, source);
  json["context"] = to_json(question.coding.passage);
  nlohmann::ordered_json similar = nlohmann::ordered_json::array();
  for (const SimilarShown& it : answer.similar)
    similar.push_back({{"place", it.where}, {"text", it.text}, {"likeness", it.likeness}});
  json["learned"] = {{"probability", probability},
                     {"factor", to_json(answer.why.factor)},
                     {"second_look", to_json(answer.why.look)},
                     {"valence", to_json(answer.why.valence)},
                     {"similar", similar}};
  print_json(json);
}

}  // namespace

int why_learned(const Session& session, const LearnedQuestion& question, const std::string& format,
                bool is_strict) {
  const std::string& coder = question.coding.coding.coder;
  auto kept = kept_model(question.study, coder.substr(coder.find('@') + 1));
  if (!kept) {
    complain(kept.error());
    return exit_error;
  }
  const auto place = kept->model.place_of(question.coding.coding.factor);
  if (!place) {
    complain(tr("dit model kent deze factor niet meer"));
    return exit_error;
  }
  const Observation seen = observed(question, kept->model.names);
  const auto proposer =
      coder_kind(coder) == CoderKind::combined ? Proposer::combined : Proposer::learned;
  const Answer answer{explain(kept->model, seen, *place, proposer, most_reasons),
                      similar_to(question)};
  const double probability =
      question.store.probability(question.coding.id).value_or(answer.why.proposal.probability);
  ExportGate gate(session, question.store, format == "tekst", is_strict);
  gate.look_at(question.coding.passage.id, question.coding.passage.text);
  if (!gate.opens()) return exit_error;
  if (format == "json")
    print_json_answer(question, answer, probability);
  else
    print_answer(question, answer, probability);
  return exit_done;
}

}  // namespace pipeline
