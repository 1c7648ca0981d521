#include "pipeline/evaluate/disagreements.h"

#include <algorithm>
#include <optional>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

std::optional<Disagreement::Kind> kind_of(const Judged& it) {
  using Kind = Disagreement::Kind;
  if (it.is_open) return Kind::people;
  if (it.is_gold && !it.is_given) return Kind::missed;
  if (it.is_wrong()) return Kind::wrong;
  if (it.gold.empty()) return Kind::people;
  if (it.given != it.gold) return Kind::valence;
  return std::nullopt;
}

const FactorCoding* coding_of(const CoderCodings& coder, const Disagreement& it) {
  const auto coding = coder.units[it.unit].find(it.factor);
  return coding == coder.units[it.unit].end() ? nullptr : &coding->second;
}

std::string valence_by(const CoderCodings& coder, const Disagreement& it) {
  const FactorCoding* coding = coding_of(coder, it);
  return coding == nullptr ? "-" : word_of(coding->valences);
}

// A spreadsheet would take some beginnings for a formula; blanks in their place do no harm.
std::string cell(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  if (!text.empty() && std::string_view("=+@").find(text[0]) != std::string_view::npos)
    text.insert(0, 1, '\'');
  return text;
}

}  // namespace

std::string word_of(Disagreement::Kind kind) {
  switch (kind) {
    case Disagreement::Kind::missed:
      return tr("gemist");
    case Disagreement::Kind::wrong:
      return tr("onterecht");
    case Disagreement::Kind::valence:
      return tr("valentie");
    case Disagreement::Kind::people:
      break;
  }
  return tr("mensen oneens");
}

std::vector<Disagreement> disagreements(const Evaluation& evaluation) {
  std::vector<Disagreement> list;
  const Comparison comparison = compare(evaluation.lexicon, evaluation.reference);
  for (const Judged& it : comparison.judged)
    if (const auto kind = kind_of(it)) list.push_back({*kind, it.unit, it.factor});
  return list;
}

std::string people_say(const Evaluation& evaluation, const Disagreement& it) {
  std::string text;
  for (const CoderCodings& person : evaluation.people)
    text += (text.empty() ? "" : ", ") + person.name + ": " + valence_by(person, it);
  return text;
}

std::string lexicon_says(const Evaluation& evaluation, const Disagreement& it) {
  const FactorCoding* coding = coding_of(evaluation.lexicon, it);
  if (coding == nullptr) return "-";
  return word_of(coding->valences) + (coding->reason.empty() ? "" : "; " + coding->reason);
}

std::string disagreements_tsv(const Evaluation& evaluation,
                              std::span<const SentenceRow> sentences) {
  std::string text = "id\tdocument\tsoort\tfactor";
  for (const CoderCodings& person : evaluation.people) text += '\t' + cell(person.name);
  text += "\tlexicon\treden\tvorige\tzin\n";
  for (const Disagreement& it : disagreements(evaluation)) {
    const SentenceRow& sentence = sentences[it.unit];
    text += cell(sentence.id) + '\t' + cell(sentence.document) + '\t' + word_of(it.kind) + '\t' +
            cell(it.factor);
    for (const CoderCodings& person : evaluation.people) text += '\t' + valence_by(person, it);
    const FactorCoding* coding = coding_of(evaluation.lexicon, it);
    text += '\t' + valence_by(evaluation.lexicon, it) + '\t' +
            (coding == nullptr ? "" : cell(coding->reason)) + '\t' + cell(sentence.previous) +
            '\t' + cell(sentence.sentence) + '\n';
  }
  return text;
}

}  // namespace pipeline
