#include "pipeline/segment/turns.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "pipeline/segment/labels.h"
#include "pipeline/segment/layout.h"
#include "pipeline/segment/letters.h"
#include "pipeline/segment/marked_line.h"
#include "pipeline/segment/names_above.h"
#include "pipeline/segment/overlap.h"

namespace pipeline {
namespace {

// The speakers in order of first appearance.
class Cast {
 public:
  explicit Cast(const Labels& labels) : labels_(labels) {}

  std::uint32_t speaker(std::string_view name, Span label = {}) {
    const auto [it, is_new] = places_.emplace(name, static_cast<std::uint32_t>(speakers_.size()));
    if (is_new) speakers_.push_back({std::string(name), labels_.kind(name), {}, label});
    return it->second;
  }
  std::vector<Speaker> take() { return std::move(speakers_); }

 private:
  const Labels& labels_;
  std::vector<Speaker> speakers_;
  std::unordered_map<std::string, std::uint32_t> places_;
};

// What lies between the parts.
std::vector<Span> between(std::span<const TextPart> parts, std::uint32_t end) {
  std::vector<Span> stretches;
  std::uint32_t begin = 0;
  for (const TextPart& part : parts) {
    if (begin < part.span.begin) stretches.push_back({begin, part.span.begin});
    begin = part.span.end;
  }
  if (begin < end) stretches.push_back({begin, end});
  return stretches;
}

bool is_parted(std::span<const TextPart> parts, Span before, Span after) {
  const auto next = std::ranges::lower_bound(parts, before.end, {},
                                             [](const TextPart& part) { return part.span.begin; });
  return next != parts.end() && next->span.begin < after.begin;
}

// Adds the paragraphs of a stretch without turns: in a part "Noot: zie boven" is nobody's.
void draft_paragraphs(std::string_view text, const TextPart& stretch, Drafts& drafts) {
  for (const Paragraph& paragraph : paragraphs_of(text, lines_of(text, stretch.span))) {
    const auto piece = static_cast<std::uint32_t>(drafts.pieces.size());
    drafts.pieces.push_back({paragraph.span});
    Draft draft;
    if (stretch.kind == PartKind::body && paragraph.is_heading) draft.kind = PassageKind::heading;
    draft.first_piece = piece;
    draft.end_piece = piece + 1;
    draft.part = stretch.kind;
    drafts.drafts.push_back(draft);
  }
}

class TextReader {
 public:
  TextReader(std::string_view text, std::span<const TextPart> parts, const SegmentOptions& options)
      : text_(text),
        parts_(parts),
        finds_speakers_(options.find_speakers),
        labels_(options.interviewers, options.respondents),
        cast_(labels_) {}

  Drafts read();

 private:
  void take_apart();
  void add_line(Line line, MarkedLine marked);
  void put_line(const Line& line, const MarkedLine& marked);
  void find_names_above();
  void take_line(const Line& line, const MarkedLine& marked);
  bool may_begin(const MarkedLine& marked) const;
  void begin_turn(const MarkedLine& marked);
  void draft(const std::vector<Paragraph>& paragraphs);

  std::string_view text_;
  std::span<const TextPart> parts_;
  bool finds_speakers_;
  Labels labels_;
  Cast cast_;
  std::vector<Line> lines_;
  std::vector<MarkedLine> marked_;
  Span last_label_;  // of the lines so far
  std::vector<Line> content_;
  std::vector<std::uint32_t> turn_of_;   // of each line of content_; 0: nobody speaks
  std::vector<Draft> turns_{Draft{}};    // by turn; the first is none
  std::optional<std::int64_t> pending_;  // a time mark on a line of its own
  bool reopens_ = false;                 // the line that opens a paragraph had no words of its own
  Drafts result_;
};

// Above the first turn "Interviewer: Bas Oosterling" says who it was; with a time beside it, or as
// a question, a name is what somebody is called: "[00:01] I: Mevrouw Fortes, u belde mij."
bool TextReader::may_begin(const MarkedLine& marked) const {
  const std::string_view label = slice(text_, marked.label);
  const std::string_view words = slice(text_, marked.words);
  const bool is_said = marked.start_ms || words.ends_with('?');
  return labels_.names_speaker(label) && labels_.recurs(label) &&
         (is_said || !begins_with_full_name(words));
}

// What another says in between parts a line; behind it the first speaker goes on.
void TextReader::add_line(Line line, MarkedLine marked) {
  if (length(marked.label) > 0) last_label_ = marked.label;
  const Span speaker = last_label_;
  while (const auto overlap = overlap_in(text_, marked.words)) {
    const auto end_ms = std::exchange(marked.end_ms, {});
    if (length(overlap->before) > 0) {
      line.span.end = marked.words.end = marked.unlabelled.end = overlap->before.end;
      put_line(line, marked);
    }
    put_line({overlap->said, true, false}, marked_line(text_, overlap->said));
    if (length(overlap->after) == 0) return;
    line = {overlap->after, true, false};
    marked = {overlap->after, speaker, {}, end_ms, overlap->after, {}};
  }
  put_line(line, marked);
}

void TextReader::put_line(const Line& line, const MarkedLine& marked) {
  lines_.push_back(line);
  marked_.push_back(marked);
  const std::string_view label = slice(text_, marked.label);
  if (!label.empty() || line.opens) labels_.count(label, marked.start_ms.has_value());
}

// Where nobody speaks, labels and time marks are text like any other.
void TextReader::take_apart() {
  for (const Span& stretch : between(parts_, static_cast<std::uint32_t>(text_.size()))) {
    std::vector<Line> lines = lines_of(text_, stretch);
    if (!lines.empty()) lines.front().opens = true;
    for (const Line& line : lines) add_line(line, marked_line(text_, line.span));
  }
  find_names_above();
  finds_speakers_ = finds_speakers_ && std::ranges::any_of(marked_, [&](const MarkedLine& marked) {
                      return may_begin(marked);
                    });
  if (finds_speakers_) return;
  for (std::size_t at = 0; at < lines_.size(); ++at)
    marked_[at] = {{}, marked_[at].label, {}, {}, lines_[at].span, {}};
}

// Where no line begins with a label, names may stand above what is said.
void TextReader::find_names_above() {
  if (std::ranges::any_of(marked_, [&](const MarkedLine& it) { return may_begin(it); })) return;
  for (const std::size_t at : names_above(text_, lines_)) {
    const Span name = lines_[at].span;
    const bool has_colon = slice(text_, name).ends_with(':');
    marked_[at] = {{name.end, name.end}, name, {}, {}, name, {}};
    if (has_colon) --marked_[at].label.end;
    labels_.count(slice(text_, marked_[at].label));
  }
}

void TextReader::begin_turn(const MarkedLine& marked) {
  Draft turn;
  turn.kind = PassageKind::turn;
  turn.speaker = cast_.speaker(slice(text_, marked.label), marked.label);
  turn.start_ms = marked.start_ms ? marked.start_ms : pending_;
  turn.end_ms = marked.end_ms;
  // A mark at the end of a turn is where the next begins.
  if (!turn.start_ms) turn.start_ms = turns_.back().end_ms;
  turns_.push_back(turn);
  pending_.reset();
}

void TextReader::take_line(const Line& line, const MarkedLine& marked) {
  const std::string_view label = slice(text_, marked.label);
  const bool speaks =
      finds_speakers_ && labels_.names_speaker(label) && (turns_.size() > 1 || may_begin(marked));
  if (speaks) begin_turn(marked);
  const Span words = speaks ? marked.words : marked.unlabelled;
  const auto start = speaks ? marked.start_ms : marked.unlabelled_start_ms;
  if (marked.end_ms && turns_.size() > 1) turns_.back().end_ms = marked.end_ms;
  if (length(words) == 0) {
    if (!speaks) pending_ = start;
    reopens_ = reopens_ || line.opens;
    return;
  }
  if (!speaks && turns_.size() > 1 && is_of_recorder(slice(text_, words))) {
    content_.push_back({words, true, false});
    turn_of_.push_back(0);
    return;
  }
  // "Datum: 3 mei" begins a line of its own, too.
  const bool reopens = std::exchange(reopens_, false);
  const bool opens = speaks || start || pending_ || line.opens || reopens ||
                     character_at(label, 0).kind == CharacterKind::upper;
  content_.push_back({words, opens, line.is_item && words == line.span});
  turn_of_.push_back(static_cast<std::uint32_t>(turns_.size() - 1));
  pending_.reset();
}

void TextReader::draft(const std::vector<Paragraph>& paragraphs) {
  std::uint32_t last_turn = 0;
  for (const Paragraph& paragraph : paragraphs) {
    const std::uint32_t turn = turn_of_[paragraph.first_line];
    const auto piece = static_cast<std::uint32_t>(result_.pieces.size());
    const bool goes_on = turn != 0 && turn == last_turn;
    const bool is_cut = goes_on && is_parted(parts_, result_.pieces.back().span, paragraph.span);
    result_.pieces.push_back({paragraph.span});
    if (!goes_on || is_cut) {
      result_.drafts.push_back(turns_[turn]);
      if (is_cut) result_.drafts.back().start_ms.reset();
      result_.drafts.back().first_piece = piece;
      if (turn == 0 && paragraph.is_heading) result_.drafts.back().kind = PassageKind::heading;
    }
    result_.drafts.back().end_piece = piece + 1;
    last_turn = turn;
  }
}

void put_in_order(Drafts& drafts) {
  std::ranges::stable_sort(drafts.drafts, {}, [&](const Draft& draft) {
    return drafts.pieces[draft.first_piece].span.begin;
  });
  std::vector<Piece> pieces;
  for (Draft& draft : drafts.drafts) {
    const auto first = static_cast<std::uint32_t>(pieces.size());
    pieces.insert(pieces.end(), drafts.pieces.begin() + draft.first_piece,
                  drafts.pieces.begin() + draft.end_piece);
    draft.first_piece = first;
    draft.end_piece = static_cast<std::uint32_t>(pieces.size());
  }
  drafts.pieces = std::move(pieces);
}

Drafts TextReader::read() {
  take_apart();
  content_.reserve(lines_.size());
  for (std::size_t at = 0; at < lines_.size(); ++at) take_line(lines_[at], marked_[at]);
  draft(paragraphs_of(text_, content_));
  for (const TextPart& part : parts_) draft_paragraphs(text_, part, result_);
  // Parts may stand between the paragraphs of the body; pieces are found through their drafts.
  if (!parts_.empty()) put_in_order(result_);
  result_.speakers = cast_.take();
  return std::move(result_);
}

// Captions one after the other. What stands outside them are paragraphs.
class CaptionReader {
 public:
  CaptionReader(std::string_view text, std::span<const Caption> captions,
                std::span<const TextPart> parts, const SegmentOptions& options)
      : text_(text),
        captions_(captions),
        parts_(parts),
        labels_(options.interviewers, options.respondents),
        cast_(labels_) {}

  Drafts read();

 private:
  enum class Join : std::uint8_t { no, whole, past_label, as_paragraph };

  void draft_the_rest();

  void take(const Caption& caption);
  void take_unnamed(const Caption& caption, Span words);
  bool is_unfinished() const;
  void add(const Caption& caption, Span words, std::optional<std::uint32_t> speaker, Join join);

  std::string_view text_;
  std::span<const Caption> captions_;
  std::span<const TextPart> parts_;
  Labels labels_;
  Cast cast_;
  Drafts result_;
};

std::vector<Span> parted_by_blank_lines(std::string_view text, Span words) {
  std::vector<Span> paragraphs;
  for (std::uint32_t begin = words.begin; begin < words.end;) {
    const auto gap =
        static_cast<std::uint32_t>(std::min<std::size_t>(text.find("\n\n", begin), words.end));
    paragraphs.push_back(trimmed(text, {begin, gap}));
    begin = gap + 2;
  }
  return paragraphs;
}

bool ends_sentence(std::string_view words) {
  while (!words.empty() && std::string_view("\"')]").find(words.back()) != std::string_view::npos)
    words.remove_suffix(1);
  return words.ends_with("…") ||
         (!words.empty() && std::string_view(".?!").find(words.back()) != std::string_view::npos);
}

// Whether the last caption breaks off within a sentence.
bool CaptionReader::is_unfinished() const {
  return !result_.pieces.empty() && !ends_sentence(slice(text_, result_.pieces.back().span));
}

void CaptionReader::add(const Caption& caption, Span words, std::optional<std::uint32_t> speaker,
                        Join join) {
  if (length(words) == 0) return;
  const auto piece = static_cast<std::uint32_t>(result_.pieces.size());
  if (join == Join::no || piece == 0 || result_.drafts.back().speaker != speaker) {
    result_.pieces.push_back({words});
    result_.drafts.push_back(
        {PassageKind::turn, speaker, caption.start_ms, caption.end_ms, piece, piece + 1});
    return;
  }
  if (join == Join::whole) {
    result_.pieces.back().span.end = words.end;
  } else {
    result_.pieces.push_back({words, join == Join::past_label});
    ++result_.drafts.back().end_piece;
  }
  result_.drafts.back().end_ms = caption.end_ms;
}

// Nobody is named: a caption goes on with what the last one left unfinished. Lines that begin with
// a dash are each somebody else's.
void CaptionReader::take_unnamed(const Caption& caption, Span words) {
  Join join = is_unfinished() ? Join::whole : Join::no;
  Span part{words.begin, words.begin};
  for (const Line& line : lines_of(text_, words)) {
    const std::string_view form = slice(text_, line.span);
    if (form.starts_with('-') || form.starts_with("–")) {
      add(caption, part, std::nullopt, join);
      const std::uint32_t dash = form.starts_with('-') ? 1 : 3;
      part = trimmed(text_, {line.span.begin + dash, line.span.end});
      join = Join::no;
    } else {
      if (length(part) == 0) part.begin = line.span.begin;
      part.end = line.span.end;
    }
  }
  add(caption, part, std::nullopt, join);
}

void CaptionReader::take(const Caption& caption) {
  const Span words = trimmed(text_, caption.span);
  if (caption.speaker) {
    const std::uint32_t speaker = cast_.speaker(*caption.speaker);
    Join join = Join::whole;
    for (const Span& paragraph : parted_by_blank_lines(text_, words)) {
      add(caption, paragraph, speaker, join);
      join = Join::as_paragraph;
    }
    return;
  }
  const MarkedLine marked = marked_line(text_, words);
  const std::string_view label = slice(text_, marked.label);
  if (!labels_.names_speaker(label)) return take_unnamed(caption, words);
  // The label stands between, and is in no token.
  add(caption, marked.words, cast_.speaker(label, marked.label),
      is_unfinished() ? Join::past_label : Join::no);
}

// The title above an interview, headings, notes.
void CaptionReader::draft_the_rest() {
  std::vector<TextPart> taken(parts_.begin(), parts_.end());
  for (const Caption& caption : captions_) taken.push_back({caption.span, PartKind::body});
  std::ranges::sort(taken, {}, [](const TextPart& it) { return it.span.begin; });
  const std::size_t said = result_.drafts.size();
  for (const Span& stretch : between(taken, static_cast<std::uint32_t>(text_.size())))
    draft_paragraphs(text_, {stretch, PartKind::body}, result_);
  for (const TextPart& part : parts_) draft_paragraphs(text_, part, result_);
  if (result_.drafts.size() > said) put_in_order(result_);
}

Drafts CaptionReader::read() {
  for (const Caption& caption : captions_) {
    if (caption.speaker) continue;
    labels_.count(slice(text_, marked_line(text_, caption.span).label));
  }
  for (const Caption& caption : captions_) take(caption);
  draft_the_rest();
  result_.speakers = cast_.take();
  return std::move(result_);
}

}  // namespace

Drafts drafts_of_text(std::string_view text, std::span<const TextPart> parts,
                      const SegmentOptions& options) {
  return TextReader(text, parts, options).read();
}

Drafts drafts_of_captions(std::string_view text, std::span<const Caption> captions,
                          std::span<const TextPart> parts, const SegmentOptions& options) {
  return CaptionReader(text, captions, parts, options).read();
}

}  // namespace pipeline
