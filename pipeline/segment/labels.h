// Which of the labels that lines begin with (marked_line.h) name speakers: "I", "R2", "SPEAKER_01",
// "Marloes Hendrikx", but not "Datum".
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"

namespace pipeline {

inline constexpr std::uint32_t longest_label = 40;  // characters
inline constexpr std::uint32_t most_label_words = 4;

// "I", "R2", "Interviewer", "SPEAKER_01": what any transcript may call its speakers, so that it
// tells nothing of who they are.
bool is_usual_label(std::string_view label);
// PERSOON-1 of [PERSOON-1]: stands for somebody's name.
bool is_pseudonym(std::string_view label);
// "Bo Kok", "Jan van 't Hoff": nothing but a name of more than one word.
bool is_full_name(std::string_view words);
// "Bas Oosterling.", "Bas Oosterling, 3 mei": a name of more than one word up to the first sign.
bool begins_with_full_name(std::string_view words);

// What may be a label is one if it is known ("I", "Respondent 2") or listed by the study, or if it
// looks like a name and comes back in what looks like a conversation: "Datum:" and "Hij zei:" name
// no speakers.
class Labels {
 public:
  Labels(std::vector<std::string> interviewers, std::vector<std::string> respondents);

  // For each line in order that begins a paragraph; empty for one without the form of a label.
  // `is_timed`: a time of the recording stands beside it, as it does beside speakers alone.
  void count(std::string_view label, bool is_timed = false);
  bool names_speaker(std::string_view label) const;
  bool recurs(std::string_view label) const;  // or is known anyway
  // By the study's lists, else by the label's own word; unknown for a mere name.
  SpeakerKind kind(std::string_view label) const;

 private:
  bool is_listed(std::string_view label) const;
  bool is_timed() const;
  bool is_transcript() const;

  std::set<std::string, std::less<>> interviewers_, respondents_;
  std::map<std::string, std::uint32_t, std::less<>> counts_;
  std::string last_;
  std::uint32_t lines_ = 0, known_ = 0, recurring_ = 0, of_recurring_ = 0, labelled_ = 0,
                changes_ = 0, timed_ = 0;
};

}  // namespace pipeline
