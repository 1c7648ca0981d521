#include "pipeline/read/cue.h"

#include <algorithm>
#include <array>

#include "pipeline/read/ascii.h"
#include "pipeline/read/references.h"
#include "pipeline/read/speech.h"

namespace pipeline {
namespace {

constexpr std::string_view arrow = "-->";
constexpr std::string_view blanks = " \t";
constexpr std::size_t most_warnings = 10;
constexpr std::size_t longest_mark = 1000;  // what has no end by then is no mark

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Takes a number of at most `most` digits off the front.
std::optional<std::int64_t> take_number(std::string_view& text, std::size_t most) {
  std::size_t digits = 0;
  std::int64_t number = 0;
  while (digits < text.size() && digits < most && is_digit(text[digits]))
    number = number * 10 + (text[digits++] - '0');
  if (digits == 0) return std::nullopt;
  text.remove_prefix(digits);
  return number;
}

// "1:02:03.450", "02:03,4" or "02:03", taken off the front.
std::optional<std::int64_t> take_time(std::string_view& text) {
  std::int64_t seconds = 0;
  int parts = 0;
  for (bool more = true; more; ++parts) {
    const auto number = take_number(text, 6);
    if (!number || parts == 3 || (parts > 0 && *number > 59)) return std::nullopt;
    seconds = seconds * 60 + *number;
    more = text.starts_with(':');
    if (more) text.remove_prefix(1);
  }
  if (parts < 2 || parts > 3) return std::nullopt;
  std::int64_t milliseconds = 0;
  if (text.starts_with('.') || text.starts_with(',')) {
    text.remove_prefix(1);
    std::int64_t unit = 100;
    while (!text.empty() && is_digit(text.front())) {
      milliseconds += unit * (text.front() - '0');
      unit /= 10;
      text.remove_prefix(1);
    }
  }
  return seconds * 1000 + milliseconds;
}

std::string_view without_blanks_before(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return text;
}

bool is_inner_time(std::string_view tag) {
  return !tag.empty() && is_digit(tag.front()) &&
         tag.find_first_not_of("0123456789:.") == std::string_view::npos;
}

// The element that a tag ("/v", "c.geel", "font color=red") is of; empty for what is no tag but
// words between angle brackets ("lacht").
std::string_view element_of(std::string_view tag) {
  constexpr std::array<std::string_view, 10> elements{"v", "c",    "i",  "b",    "u",
                                                      "s", "ruby", "rt", "lang", "font"};
  if (tag.starts_with('/')) tag.remove_prefix(1);
  const std::string name = lower_ascii(tag.substr(0, tag.find_first_of(". \t")));
  const auto* const it = std::find(elements.begin(), elements.end(), name);
  return it == elements.end() ? std::string_view() : *it;
}

struct Part {
  std::optional<std::string> speaker;
  std::string words;
};

class Parts {
 public:
  void begin(std::optional<std::string> speaker) { parts_.push_back({std::move(speaker), {}}); }

  // Words with their marks: tags are dropped, <v> begins another speaker's part.
  void add(std::string_view marked) {
    while (!marked.empty()) {
      const auto begins_mark = [](char c) { return c == '<' || c == '{'; };
      const auto mark = static_cast<std::size_t>(
          std::find_if(marked.begin(), marked.end(), begins_mark) - marked.begin());
      parts_.back().words += without_references(marked.substr(0, mark));
      marked.remove_prefix(mark);
      if (!marked.empty()) marked.remove_prefix(add_mark(marked));
    }
  }
  void add_space() { parts_.back().words += ' '; }
  std::vector<Part> take() { return std::move(parts_); }

 private:
  // Returns the length of the mark at the front; a bracket that begins none is a word's.
  std::size_t add_mark(std::string_view marked) {
    const bool is_position = marked.starts_with("{\\");
    const std::size_t end = marked.substr(0, longest_mark).find(is_position ? '}' : '>');
    if (end != std::string_view::npos && is_position) return end + 1;
    if (end != std::string_view::npos && marked.front() == '<') {
      const std::string_view tag = marked.substr(1, end - 1);
      const std::string_view element = element_of(tag);
      if (element == "v") begin(tag.starts_with('/') ? std::nullopt : speaker_of(tag));
      if (!element.empty() || is_inner_time(tag)) return end + 1;
    }
    parts_.back().words += marked.front();
    return 1;
  }

  static std::optional<std::string> speaker_of(std::string_view tag) {
    const std::size_t blank = tag.find_first_of(blanks);
    if (blank == std::string_view::npos) return std::nullopt;
    std::string name = as_one_line(without_references(tag.substr(blank)));
    return name.empty() ? std::nullopt : std::optional(std::move(name));
  }

  std::vector<Part> parts_;
};

// How many bytes of a dialogue dash stand before a line's words.
std::size_t dash_before(std::string_view line) {
  const std::string_view words = without_blanks_before(line);
  const std::size_t blank = line.size() - words.size();
  for (const std::string_view dash : {"-", "–", "—"})
    if (words.starts_with(dash) && words.size() > dash.size() && !is_digit(words[dash.size()]))
      return blank + dash.size();
  return 0;
}

// WhisperX names its speakers in the words: "[SPEAKER_00]: ja".
void take_whisper_speaker(Part& part) {
  constexpr std::string_view before = "[SPEAKER_";
  const std::size_t end = part.words.find("]:");
  if (!part.words.starts_with(before) || end == std::string::npos) return;
  part.speaker = part.words.substr(1, end - 1);
  part.words = as_one_line(std::string_view(part.words).substr(end + 2));
}

std::vector<Part> parts_of(const CaptionCue& cue) {
  Parts parts;
  const bool is_dialogue = !cue.lines.empty() && dash_before(cue.lines.front()) > 0;
  parts.begin(std::nullopt);
  for (std::string_view line : cue.lines) {
    const std::size_t dash = is_dialogue ? dash_before(line) : 0;
    if (dash > 0)
      parts.begin(std::nullopt);
    else
      parts.add_space();
    parts.add(line.substr(dash));
  }
  return parts.take();
}

}  // namespace

bool is_time_line(std::string_view line) {
  return line.find(arrow) != std::string_view::npos;
}

std::optional<CueTimes> times_of(std::string_view line) {
  line = without_blanks_before(line);
  const auto start = take_time(line);
  line = without_blanks_before(line);
  if (!start || !line.starts_with(arrow)) return std::nullopt;
  line = without_blanks_before(line.substr(arrow.size()));
  const auto end = take_time(line);
  if (!end || (!line.empty() && blanks.find(line.front()) == std::string_view::npos))
    return std::nullopt;
  return CueTimes{*start, std::max(*start, *end)};
}

std::string plain_words(std::string_view line) {
  Parts parts;
  parts.begin(std::nullopt);
  parts.add(line);
  std::string words;
  for (const Part& part : parts.take()) words += part.words + ' ';
  return as_one_line(words);
}

void add_cue(Document& document, const CaptionCue& cue) {
  for (Part& part : parts_of(cue)) {
    part.words = as_one_line(part.words);
    take_whisper_speaker(part);
    Speech speech{std::move(part.speaker), {}, {}, std::move(part.words)};
    if (cue.times) {
      speech.start_ms = cue.times->start_ms;
      speech.end_ms = cue.times->end_ms;
    }
    add_speech(document, std::move(speech));
  }
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    lines.push_back(text.substr(0, text.find('\n')));
    text.remove_prefix(std::min(lines.back().size() + 1, text.size()));
  }
  return lines;
}

void CueWarnings::add(std::size_t line, std::string_view what) {
  if (++count_ <= most_warnings) first_.push_back(said("regel {}: {}", line, said(what)));
}

void CueWarnings::move_to(Document& document) {
  if (count_ > most_warnings)
    first_.push_back(said("en nog {} zulke regels", count_ - most_warnings));
  document.warnings.insert(document.warnings.end(), first_.begin(), first_.end());
}

}  // namespace pipeline
