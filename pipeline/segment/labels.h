// Who speaks, as the beginning of a line says: "I: ", "R2 (fluisterend): ", "[SPEAKER_01]: ",
// "Marloes Hendrikx: ", a name and a tab, each with or without a time mark.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/model/span.h"

namespace pipeline {

// A line taken apart. Spans are of the text.
struct MarkedLine {
  Span words;  // without label and time marks; may be empty
  Span label;  // empty where nothing has the form of a label
  std::optional<std::int64_t> start_ms, end_ms;
  Span unlabelled;  // the words where the label turns out to be none
  std::optional<std::int64_t> unlabelled_start_ms;

  friend bool operator==(const MarkedLine&, const MarkedLine&) = default;
};

MarkedLine marked_line(std::string_view text, Span line);

// "Bas Oosterling.", "Bas Oosterling, 3 mei": a name of more than one word up to the first sign.
bool begins_with_full_name(std::string_view words);

// "I", "R2", "Interviewer", "SPEAKER_01": what any transcript may call its speakers, so that it
// tells nothing of who they are.
bool is_usual_label(std::string_view label);

// What may be a label is one if it is known ("I", "Respondent 2") or listed by the study, or if it
// looks like a name and comes back in what looks like a conversation: "Datum:" and "Hij zei:" name
// no speakers.
class Labels {
 public:
  Labels(std::vector<std::string> interviewers, std::vector<std::string> respondents);

  // For each line in order that begins a paragraph; empty for one without the form of a label.
  void count(std::string_view label);
  bool names_speaker(std::string_view label) const;
  bool recurs(std::string_view label) const;  // or is known anyway
  // By the study's lists, else by the label's own word; unknown for a mere name.
  SpeakerKind kind(std::string_view label) const;

 private:
  bool is_listed(std::string_view label) const;
  bool is_transcript() const;

  std::set<std::string, std::less<>> interviewers_, respondents_;
  std::map<std::string, std::uint32_t, std::less<>> counts_;
  std::string last_;
  std::uint32_t lines_ = 0, known_ = 0, recurring_ = 0, of_recurring_ = 0, labelled_ = 0,
                changes_ = 0;
};

}  // namespace pipeline
