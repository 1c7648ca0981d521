// Code points of UTF-8: "é" at offset 1 of "één" is {U+00E9, 2 bytes}. Text is valid UTF-8 but
// where it says otherwise.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pipeline {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  // in bytes

  friend bool operator==(const CodePoint&, const CodePoint&) = default;
};

// False for the second and further bytes of a code point.
constexpr bool begins_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

constexpr std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += begins_code_point(byte) ? 1 : 0;
  return count;
}

// Bytes of the code point that begins at byte `at`, whatever the bytes are; 0: none that is
// well-formed. `at` is inside `text`.
constexpr std::uint32_t well_formed_size(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::uint32_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - at < size) return 0;
  for (std::uint32_t i = 1; i < size; ++i)
    if (begins_code_point(text[at + i])) return 0;
  // Longer than need be, surrogates, and past U+10FFFF.
  const std::uint32_t second = byte(1);
  const bool is_wrong = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second >= 0xA0) ||
                        (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second >= 0x90);
  return is_wrong ? 0 : size;
}

// The code point that begins at byte `at`, which is inside `text` and the first byte of one.
constexpr CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F),
          4};
}

// The code point that ends before byte `end`, which is not 0.
constexpr CodePoint code_point_before(std::string_view text, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0 && !begins_code_point(text[begin])) --begin;
  return code_point_at(text, begin);
}

inline void append(std::string& text, char32_t code_point) {
  const auto put = [&](char32_t byte) {
    text += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
  } else {
    if (code_point < 0x10000) {
      put(0xE0 | code_point >> 12);
    } else {
      put(0xF0 | code_point >> 18);
      put(0x80 | (code_point >> 12 & 0x3F));
    }
    put(0x80 | (code_point >> 6 & 0x3F));
  }
  put(0x80 | (code_point & 0x3F));
}

}  // namespace pipeline
