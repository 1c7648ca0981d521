#include "pipeline/read/references.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "pipeline/read/html.h"

namespace pipeline {
namespace {

struct Reference {
  std::string_view name, character;
};
// The ones that captions use; the two thousand others are left to the HTML parser.
constexpr std::array<Reference, 8> usual{{{"&amp;", "&"},
                                          {"&lt;", "<"},
                                          {"&gt;", ">"},
                                          {"&quot;", "\""},
                                          {"&apos;", "'"},
                                          {"&nbsp;", "\xC2\xA0"},
                                          {"&lrm;", "\xE2\x80\x8E"},
                                          {"&rlm;", "\xE2\x80\x8F"}}};

constexpr std::size_t longest_name = 33;  // "&CounterClockwiseContourIntegral;"

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

}  // namespace

std::string character_of(std::string_view reference) {
  for (const Reference& row : usual)
    if (row.name == reference) return std::string(row.character);
  if (reference.size() < 3 || reference.size() > longest_name || reference.front() != '&' ||
      reference.back() != ';')
    return std::string(reference);
  std::string_view name = reference.substr(1, reference.size() - 2);
  if (name.front() == '#') name.remove_prefix(1);
  if (!is_name(name)) return std::string(reference);
  const auto page = html_text(reference, {}, {});
  return page ? page->source : std::string(reference);
}

std::string without_references(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find('&'), text.size());
    plain += text.substr(0, begin);
    text.remove_prefix(begin);
    const std::size_t end = text.substr(0, longest_name).find(';');
    const std::size_t length =
        end == std::string_view::npos ? std::min<std::size_t>(1, text.size()) : end + 1;
    plain += character_of(text.substr(0, length));
    text.remove_prefix(length);
  }
  return plain;
}

}  // namespace pipeline
