#include "pipeline/ingest/people.h"

#include <algorithm>

#include "pipeline/normalise/fold.h"
#include "pipeline/segment/conversation.h"

namespace pipeline {
namespace {

constexpr const char* respondent_attribute = "respondent";
constexpr const char* interviewer_attribute = "interviewer";

// Who it is, where a row of a table gives a respondent.
void identify(Attributes& attributes) {
  const auto respondent = attributes.find(respondent_attribute);
  if (respondent != attributes.end()) attributes[person_attribute] = respondent->second;
}

void decide_kinds(std::vector<Speaker>& speakers) {
  bool table_knows_who_asks = false;
  for (Speaker& speaker : speakers) {
    const auto asks = speaker.attributes.find(interviewer_attribute);
    if (asks == speaker.attributes.end()) continue;
    speaker.kind = asks->second == "ja" ? SpeakerKind::interviewer : SpeakerKind::respondent;
    speaker.basis = KindBasis::table;
    table_knows_who_asks |= speaker.kind == SpeakerKind::interviewer;
  }
  if (!table_knows_who_asks) return;
  for (Speaker& speaker : speakers)
    if (speaker.basis == KindBasis::questions || speaker.kind == SpeakerKind::unknown) {
      speaker.kind = SpeakerKind::respondent;
      speaker.basis = KindBasis::others;
    }
}

// "interview-1.docx;W1" names the one who answers.
void identify_only_respondent(std::vector<Speaker>& speakers, const Attributes& document) {
  const auto respondent = document.find(respondent_attribute);
  if (respondent == document.end()) return;
  const auto answers = [](const Speaker& it) { return it.kind != SpeakerKind::interviewer; };
  if (std::ranges::count_if(speakers, answers) != 1) return;
  Speaker& speaker = *std::ranges::find_if(speakers, answers);
  speaker.attributes.insert(*respondent);
  identify(speaker.attributes);
}

}  // namespace

bool People::add(const SpeakerRow& row) {
  const auto [it, is_new] = by_name_.emplace(fold(row.name), row.attributes);
  if (!is_new) return false;
  it->second[person_attribute] = row.name;
  identify(it->second);
  return true;
}

const Attributes* People::find(std::string_view name) const {
  const auto it = by_name_.find(fold(name));
  return it == by_name_.end() ? nullptr : &it->second;
}

CaseRow with_people(CaseRow row, const People& people, const std::vector<std::string>& names) {
  for (const std::string& name : names)
    if (const Attributes* const person = people.find(name))
      row.speakers[name].insert(person->begin(), person->end());
  return row;
}

void give_attributes(std::vector<Speaker>& speakers, const Attributes& document,
                     const SpeakerAttributes& row, const People& people) {
  SpeakerAttributes folded;
  for (const auto& [name, attributes] : row) folded[fold(name)] = attributes;
  for (Speaker& speaker : speakers) {
    speaker.attributes.clear();
    if (const auto it = folded.find(fold(speaker.name)); it != folded.end())
      speaker.attributes = it->second;
    if (const Attributes* const person = people.find(speaker.name))
      speaker.attributes.insert(person->begin(), person->end());
    identify(speaker.attributes);
  }
  decide_kinds(speakers);
  identify_only_respondent(speakers, document);
}

std::vector<Said> doubts_about_speakers(const Document& document, std::string_view clean,
                                        const Segmented& segmented) {
  std::vector<Said> doubts;
  for (const Speaker& speaker : segmented.speakers)
    if (speaker.basis == KindBasis::questions)
      doubts.push_back(
          said("neemt {} voor interviewer: {} van {} beurten eindigen met een vraag; klopt dat "
               "niet, zet dan 'interviewer' ja of nee in speakers.csv",
               speaker.name, speaker.asking, speaker.turns));
  if (!segmented.speakers.empty()) return doubts;
  if (!document.captions.empty() || has_times(clean))
    doubts.push_back(said(
        "er staan tijden bij, maar nergens wie er spreekt; laat het transcript met sprekers maken, "
        "of zet de namen ervoor (Anna: ...)"));
  else if (looks_like_conversation(clean, segmented))
    doubts.push_back(
        said("lijkt een gesprek, maar nergens staat wie er spreekt; zet namen of letters voor de "
             "beurten (I: ..., R: ...), anders tellen ook de vragen mee"));
  return doubts;
}

}  // namespace pipeline
