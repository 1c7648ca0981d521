#include "pipeline/read/bold_questions.h"

#include <algorithm>
#include <cstddef>

#include "pipeline/read/ascii.h"

namespace pipeline {
namespace {

struct BodyParagraph {
  Span span;
  bool is_bold = false, asks = false;
  bool is_labelled = false;  // "I: Wat ging er mis?", or cells of a table
};

bool is_letter(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z');
}

// Whether the letters of the paragraph stand in bold stretches; `at` goes on to the stretches that
// the next paragraph may lie in.
bool is_bold(std::string_view source, Span paragraph, std::span<const Span> strong,
             std::size_t& at) {
  while (at < strong.size() && strong[at].end <= paragraph.begin) ++at;
  std::size_t stretch = at;
  bool has_letters = false;
  for (std::uint32_t i = paragraph.begin; i < paragraph.end; ++i) {
    if (!is_letter(source[i])) continue;
    while (stretch < strong.size() && strong[stretch].end <= i) ++stretch;
    if (stretch == strong.size() || strong[stretch].begin > i) return false;
    has_letters = true;
  }
  return has_letters;
}

bool asks(std::string_view words) {
  const std::size_t last = words.find_last_not_of(" )]\"'\n");
  if (last == std::string_view::npos) return false;
  words = words.substr(0, last + 1);
  for (const std::string_view quote : {"\u201D", "\u2019"})
    if (words.ends_with(quote)) words.remove_suffix(quote.size());
  return words.ends_with('?');
}

bool is_labelled(std::string_view words) {
  constexpr std::size_t longest_label = 40;
  const std::size_t colon = words.find(':');
  const bool has_label = colon != std::string_view::npos && colon > 0 && colon <= longest_label &&
                         words.find_first_of(".?!,;") > colon;
  return has_label || words.find('\t') != std::string_view::npos;
}

std::vector<BodyParagraph> paragraphs_of(std::string_view source, std::span<const Span> strong,
                                         std::uint32_t end) {
  std::vector<BodyParagraph> paragraphs;
  std::size_t stretch = 0;
  for (std::uint32_t begin = 0; begin < end;) {
    const auto gap =
        static_cast<std::uint32_t>(std::min<std::size_t>(source.find("\n\n", begin), end));
    const Span span{begin, gap};
    const std::string_view words = slice(source, span);
    if (!words.empty())
      paragraphs.push_back(
          {span, is_bold(source, span, strong, stretch), asks(words), is_labelled(words)});
    begin = gap + 2;
  }
  return paragraphs;
}

bool is_clear(std::span<const BodyParagraph> paragraphs) {
  constexpr std::size_t fewest = 4;
  std::size_t questions = 0, bold = 0, answered = 0, labelled = 0, asked = 0, answers = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const BodyParagraph& it = paragraphs[i];
    labelled += it.is_labelled ? 1 : 0;
    bold += it.is_bold ? 1 : 0;
    (it.is_bold ? asked : answers) += length(it.span);
    if (!it.is_bold || !it.asks) continue;
    ++questions;
    answered += i + 1 < paragraphs.size() && !paragraphs[i + 1].is_bold ? 1 : 0;
  }
  return questions >= fewest && questions * 4 >= bold * 3 && answered * 5 >= questions * 4 &&
         asked * 2 <= answers && labelled * 10 <= paragraphs.size();
}

}  // namespace

std::vector<Caption> turns_of_bold_questions(std::string_view source, std::span<const Span> strong,
                                             std::uint32_t end) {
  const std::vector<BodyParagraph> all = paragraphs_of(source, strong, end);
  const auto first =
      std::ranges::find_if(all, [](const BodyParagraph& it) { return it.is_bold && it.asks; });
  const std::span<const BodyParagraph> talk(first, all.end());
  if (!is_clear(talk)) return {};
  std::vector<Caption> turns;
  bool goes_on = false;  // with the turn of the paragraph before
  for (const BodyParagraph& it : talk) {
    const bool is_heading = it.is_bold && !it.asks;
    const char* const speaker = it.is_bold ? "Vraag" : "Antwoord";
    if (goes_on && turns.back().speaker == speaker)
      turns.back().span.end = it.span.end;
    else if (!is_heading)
      turns.push_back({it.span, speaker, {}, {}});
    goes_on = !is_heading;
  }
  return turns;
}

}  // namespace pipeline
