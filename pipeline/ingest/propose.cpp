#include "pipeline/ingest/propose.h"

#include <algorithm>
#include <cmath>

#include "pipeline/ingest/observing.h"
#include "pipeline/model/coder.h"

namespace pipeline {
namespace {

constexpr double least_deviation = 0.02;  // documents always differ somewhat
constexpr std::uint32_t fewest_words = 200;

bool is_decision(const Coding& coding) {
  return is_person(coding.coder) || coding.status != CodingStatus::proposed;
}

Coding coding_of(const LikelyCoding& it, const std::string& coder) {
  Coding coding;
  coding.passage = ordinal_of(it.passage) - 1;
  coding.span = it.sentence;
  coding.factor = it.proposal.factor;
  coding.valence = it.proposal.valence;
  coding.modality = it.proposal.modality;
  coding.coder = coder;
  return coding;
}

}  // namespace

struct ProposingStudy::Document {
  const CodedDocument& stored;
  std::vector<LikelyCoding> candidates;
  std::uint64_t sentences = 0;
  std::uint32_t words = 0, known = 0;
};

template <typename Take>
void ProposingStudy::for_each(const Store& store, Proposer proposer, double least,
                              Take take) const {
  Stages stages(words_, lexicon_, study_.settings);
  const ObservedLexicon observed(lexicon_);
  const double threshold = model_.model.threshold[static_cast<std::size_t>(proposer)];
  for (const StoredDocument& row : store.documents()) {
    const auto stored = store.load(row.id);
    if (!stored) continue;
    stages.renew_if_large();
    const Staged staged = stages.traced(stored->document, speaker_rows(stored->segmented));
    const auto seen = observations(staged, stages, observed, model_.model.names);
    Document document{*stored, {}, 0, 0, 0};
    for (std::size_t p = 0; p < staged.segmented.passages.size(); ++p) {
      const Passage& passage = staged.segmented.passages[p];
      if (!passage.is_coded || passage.is_foreign) continue;
      for (std::uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s) {
        if (seen[s].is_interviewer) continue;
        ++document.sentences;
        document.words += seen[s].words;
        document.known += seen[s].known_words;
        const Span span = staged.clean.map.to_source(staged.segmented.sentences[s].span);
        for (Proposal& it : propose_from(model_.model, seen[s], proposer, least)) {
          LikelyCoding candidate{
              passage_id(row.id, p + 1), span, std::move(it), false, false, false};
          candidate.is_probable = candidate.proposal.probability >= threshold;
          for (const Coding& coding : stored->codings) {
            if (coding.factor != candidate.proposal.factor || !overlap(coding.span, span)) continue;
            candidate.is_coded = candidate.is_coded || !is_learner(coding.coder);
            candidate.is_decided = candidate.is_decided || is_decision(coding);
          }
          document.candidates.push_back(std::move(candidate));
        }
      }
    }
    take(document);
  }
}

ProposeReport ProposingStudy::propose(Store& store, Proposer proposer) const {
  const Model& model = model_.model;
  ProposeReport report;
  const std::string coder = std::string(to_string(proposer)) + "@" + model_.hash;
  const double least = model.threshold[static_cast<std::size_t>(proposer)];
  for_each(store, proposer, least, [&](const Document& document) {
    ++report.documents;
    report.sentences += document.sentences;
    std::vector<LearnedCoding> codings;
    for (const LikelyCoding& it : document.candidates) {
      if (it.is_decided) {
        ++report.decided;
        continue;
      }
      codings.push_back({coding_of(it, coder), it.proposal.probability});
      ++report.by_factor[it.proposal.factor];
    }
    report.proposed += codings.size();
    report.withdrawn += store.replace_learned(document.stored.id, codings);
    const double known = document.words == 0 ? 1
                                             : static_cast<double>(document.known) /
                                                   static_cast<double>(document.words);
    if (document.words >= fewest_words &&
        known < model.known_mean - 2 * std::max(model.known_deviation, least_deviation))
      report.strangers.push_back({document.stored.path, known});
  });
  return report;
}

std::vector<LikelyCoding> ProposingStudy::candidates(const Store& store, Proposer proposer,
                                                     double least) const {
  std::vector<LikelyCoding> all;
  for_each(store, proposer, least, [&](const Document& document) {
    all.insert(all.end(), document.candidates.begin(), document.candidates.end());
  });
  std::ranges::stable_sort(all, std::greater<>(),
                           [](const LikelyCoding& it) { return it.proposal.probability; });
  return all;
}

std::uint64_t withdraw_learned(Store& store) {
  std::uint64_t withdrawn = 0;
  for (const StoredDocument& row : store.documents())
    withdrawn += store.replace_learned(row.id, {});
  return withdrawn;
}

std::vector<LikelyCoding> read_next(std::vector<LikelyCoding> candidates, const Model& model,
                                    std::size_t most) {
  const auto gain = [&](const LikelyCoding& it) {
    const auto place = model.place_of(it.proposal.factor);
    const double examples = place ? model.factors[*place].examples : 0;
    const double p = it.proposal.probability;
    return p * (1 - p) / std::sqrt(1 + examples);
  };
  std::erase_if(candidates, [](const LikelyCoding& it) { return it.is_decided; });
  std::ranges::stable_sort(candidates, std::greater<>(), gain);
  if (candidates.size() > most) candidates.resize(most);
  return candidates;
}

std::optional<Error> unfit(const Model& model, const Lexicon& lexicon, const std::string& where) {
  const std::string name = lexicon.id + "@" + lexicon.version;
  if (model.lexicon != name)
    return Error{tr("dit model leerde met lexicon {}, en hier geldt {}; leer opnieuw met "
                    "'samenspel learn'",
                    model.lexicon, name),
                 where};
  for (const FactorJudge& it : model.factors)
    if (it.is_ready && lexicon.find(it.factor) == nullptr)
      return Error{tr("dit model kent factor '{}', die niet (meer) in het lexicon staat; is "
                      "hij hernoemd of samengevoegd? Leer dan opnieuw met 'samenspel learn'",
                      it.factor),
                   where};
  return std::nullopt;
}

}  // namespace pipeline
