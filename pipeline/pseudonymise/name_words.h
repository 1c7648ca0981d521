// A text as names are sought in it: runs of letters, runs of digits, and the signs that may stand
// within a name. "J.A. van 't Hof & Zn." is J, A, van, t, Hof, &, Zn.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/model/span.h"

namespace pipeline {

struct NameWord {
  Span span;
  bool is_capital = false;     // begins with a capital
  bool is_within_tag = false;  // of [PERSOON-1]: stands for a name already

  friend bool operator==(const NameWord&, const NameWord&) = default;
};

// In a text words end where letters do; in the name of a file also where a capital begins:
// "InterviewJan_2.docx" is Interview, Jan, 2, docx.
enum class WordsOf : std::uint8_t { text, file_name };

// In order; linear.
std::vector<NameWord> name_words(std::string_view text, WordsOf kind = WordsOf::text);

// Whether what stands between two words may stand within a name: a space, a hyphen, a line end, the
// full stop of an abbreviation, nothing at all. Not a comma, the end of a sentence or of a
// paragraph.
bool may_join(std::string_view text, Span before, Span after);

// Where the tag ends that begins at byte `at` ("[NAAM-2]", "[E-MAIL]"); `at` itself where none
// does.
std::size_t tag_end(std::string_view text, std::size_t at);

}  // namespace pipeline
