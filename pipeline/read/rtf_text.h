// The text of an RTF file, taken from its tokens: groups that say how things look are passed over,
// notes, headers and comments are kept apart, hidden and deleted words are left out, and bytes are
// read by the code page of their font.
// Tracked changes are read as accepted, or as rejected where that is asked.
//   "{\rtf1\ansi Geen {\b zorg}\par dat is {\v weg }pati\'ebnt}"  ->  "Geen zorg\n\ndat is patiënt"
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/read/paragraphs.h"
#include "pipeline/read/read.h"
#include "pipeline/read/rtf_tokens.h"
#include "pipeline/read/rtf_words.h"

namespace pipeline {

class RtfText {
 public:
  // What may be wrong with a file; `none` while more may come.
  enum class End { none, whole, cut_off, too_deep };

  RtfText(const ReadLimits& limits, const ReadOptions& options);

  End add(const RtfToken& token);
  // Body, headers, footers, notes, comments. Call when add() gave `whole`.
  Document take();

 private:
  struct Group {
    RtfAct holds = RtfAct::transparent;
    std::size_t streams = 1;
    std::int32_t font = -1;
    std::size_t unicode_skip = 1;
    bool is_hidden = false;
    bool is_bold = false;
    bool is_deleted = false;
    bool is_in_table = false;
  };
  // A text that runs apart from the one around it.
  struct Stream {
    RtfAct part = RtfAct::transparent;
    std::string property;
    Paragraphs text;
    std::vector<std::string> boxes;
    std::size_t note = 0;  // the number that the text points at this note with; 0: none
    bool row_is_open = false;
  };

  Group& group() { return groups_.back(); }
  Stream& stream() { return streams_.back(); }
  bool holds_text() const;
  bool is_shown() const;

  void open_group();
  void close_group();
  void open_stream(RtfAct part, std::string_view property);
  void close_stream();
  void follow(const RtfToken& token);
  void follow_font(const RtfRule& rule, const RtfToken& token);
  void begin_destination(const RtfRule& rule, std::string_view word);
  void format(RtfAct act, const RtfToken& token);
  void lay_out(RtfAct act);
  void end_paragraph();
  void set_code_page(std::int32_t page);
  void set_bold(bool is_bold);

  void add_symbol(std::string_view symbol);
  void add_text(std::string_view text);
  void add_code_point(std::uint32_t value);
  void add_field(std::string_view instruction);
  void read_bytes();
  void flush();
  void add_boxes();
  void keep(Stream closed, std::string text);
  void add_label(std::string_view label);
  void number_note();

  const ReadLimits& limits_;
  const Changes changes_;
  std::vector<Group> groups_;
  std::vector<Stream> streams_;
  std::map<RtfAct, std::vector<std::string>> parts_;
  std::set<std::string> around_;               // headers and footers that there are
  std::map<std::int32_t, std::string> fonts_;  // their codes
  std::int32_t font_in_table_ = -1;
  std::int32_t default_font_ = -1;
  std::string code_ = "windows-1252";
  std::array<std::int32_t, 3> date_{};
  std::string words_;  // of the stream, not yet in its text
  std::string bytes_;  // of the code page, not yet in words_
  std::uint32_t first_half_ = 0;
  std::size_t passed_over_ = 0;  // characters that stand for one that was given by \u
  bool is_starred_ = false;
  std::size_t notes_ = 0;       // that the text has pointed at with a number
  bool note_is_due_ = false;    // such a number has been, its note has not
  std::string comment_author_;  // of the next comment
  Document document_;
};

}  // namespace pipeline
