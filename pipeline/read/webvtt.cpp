#include <algorithm>

#include "pipeline/read/cue.h"
#include "pipeline/read/decode.h"
#include "pipeline/read/readers.h"
#include "pipeline/read/roll_up.h"

namespace pipeline {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::string_view magic = "WEBVTT";

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

bool is_word(std::string_view line, std::string_view word) {
  return line.starts_with(word) &&
         (line.size() == word.size() || line[word.size()] == ' ' || line[word.size()] == '\t');
}

bool is_remark(std::string_view line) {
  return is_word(line, "NOTE") || is_word(line, "STYLE") || is_word(line, "REGION");
}

class WebVtt {
 public:
  WebVtt(std::string_view text, Document& document) : lines_(lines_of(text)), document_(document) {}

  // How many cues there were.
  std::size_t read() {
    skip_header();
    while (at_ < lines_.size()) {
      if (is_blank(lines_[at_])) {
        ++at_;
        continue;
      }
      std::size_t end = at_;
      while (end < lines_.size() && !ends_block(end)) ++end;
      read_block(end);
      at_ = end;
    }
    if (rolls_up_ || rolls_up(read_)) drop_rolled_up(read_);
    for (const CaptionCue& cue : read_) add_cue(document_, cue);
    warnings_.move_to(document_);
    return cues_;
  }

 private:
  void skip_header() {
    if (lines_.empty() || !is_word(lines_[0], magic)) {
      warnings_.add(1, tr_later("de eerste regel is niet WEBVTT; toch zo gelezen"));
      return;
    }
    for (; at_ < lines_.size() && !is_blank(lines_[at_]) && !is_time_line(lines_[at_]); ++at_)
      rolls_up_ = rolls_up_ || lines_[at_].starts_with("Kind:");
  }

  // An empty line does; one of spaces where another cue follows: YouTube has such in its cues.
  bool ends_block(std::size_t at) const {
    if (!is_blank(lines_[at])) return false;
    if (lines_[at].empty()) return true;
    std::size_t next = at + 1;
    while (next < lines_.size() && is_blank(lines_[next])) ++next;
    return next == lines_.size() || is_time_line(lines_[next]) || is_remark(lines_[next]) ||
           (next + 1 < lines_.size() && is_time_line(lines_[next + 1]));
  }

  // Lines [at_, end): remarks, or a cue with or without a name above its times.
  void read_block(std::size_t end) {
    std::size_t time = at_;
    if (!is_time_line(lines_[time]) && time + 1 < end && is_time_line(lines_[time + 1])) ++time;
    CaptionCue cue;
    if (is_time_line(lines_[time])) {
      cue.times = times_of(lines_[time]);
      ++cues_;
      if (!cue.times)
        warnings_.add(time + 1,
                      tr_later("geen geldige tijden; de woorden staan zonder tijd in de tekst"));
      ++time;
    } else if (is_remark(lines_[at_])) {
      return;
    } else {
      warnings_.add(at_ + 1,
                    tr_later("tekst buiten een ondertitel; die staat zonder tijd in de tekst"));
    }
    for (; time < end; ++time)
      if (!is_blank(lines_[time])) cue.lines.push_back(lines_[time]);
    read_.push_back(std::move(cue));
  }

  Lines lines_;
  Document& document_;
  std::size_t at_ = 0;
  std::size_t cues_ = 0;
  bool rolls_up_ = false;
  std::vector<CaptionCue> read_;
  CueWarnings warnings_;
};

}  // namespace

Result<Document> read_webvtt(std::string_view bytes, const std::string& name,
                             const ReadLimits& /*limits*/) {
  auto decoded = decode(bytes, name);
  if (!decoded) return tl::unexpected(std::move(decoded.error()));
  Document document;
  document.encoding = std::move(decoded->encoding);
  document.warnings = std::move(decoded->warnings);
  if (WebVtt(decoded->text, document).read() == 0)
    return failure(
        said("er staat geen ondertitel in; verwacht worden regels als \u201C00:00:01.200 --> "
             "00:00:05.200\u201D met woorden eronder"),
        name);
  return document;
}

}  // namespace pipeline
