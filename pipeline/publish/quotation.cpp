#include "pipeline/publish/quotation.h"

#include <algorithm>

#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

constexpr std::string_view more = "\u2026";

// Single blanks instead of any white space; a blank at an end stays one.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : printable(text))
    if (c != ' ' || line.empty() || line.back() != ' ') line += c;
  return line;
}

std::string last_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return on_one_line(text);
  text.remove_prefix(text.size() - most);
  const std::size_t blank = text.find_first_of(" \n");
  if (blank == std::string_view::npos) return std::string(more) + " ";
  return std::string(more) + on_one_line(text.substr(blank));
}

std::string first_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return on_one_line(text);
  text = text.substr(0, most);
  const std::size_t blank = text.find_last_of(" \n");
  if (blank == std::string_view::npos) return " " + std::string(more);
  return on_one_line(text.substr(0, blank + 1)) + std::string(more);
}

}  // namespace

Quotation quotation_of(ShownCoding coding, std::size_t around) {
  Quotation quotation;
  const std::string_view text = coding.passage.text;
  const Span passage = coding.passage.span, coded = coding.coding.span;
  // What a person marked may reach beyond a passage.
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::uint32_t begin = std::min(std::max(coded.begin, passage.begin) - passage.begin, size);
  const std::uint32_t end = std::min(std::max(coded.end, passage.begin) - passage.begin, size);
  quotation.before = last_of(text.substr(0, begin), around);
  quotation.sentence = on_one_line(coding.text);
  quotation.after = first_of(text.substr(std::max(begin, end)), around);
  quotation.coding = std::move(coding);
  return quotation;
}

void for_each_quotation(const Store& store, std::span<const CodingId> codings, std::size_t around,
                        const std::function<void(const Quotation&)>& take) {
  for (const CodingId id : codings)
    if (auto coding = store.coding(id)) take(quotation_of(std::move(*coding), around));
}

}  // namespace pipeline
