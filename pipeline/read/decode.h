// Bytes of any encoding -> valid UTF-8 with LF line ends and no byte order mark. Order of trial:
// byte order mark, strict UTF-8, UTF-16 without a mark, then the 8-bit code that gives the most
// plausible letters ("pati\x89nt" is "patiënt" in code page 850), windows-1252 when nothing speaks
// against it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/result.h"

namespace pipeline {

struct Decoded {
  std::string text;
  std::string encoding;        // "UTF-8", "windows-1252"
  std::vector<Said> warnings;  // what was assumed or replaced

  friend bool operator==(const Decoded&, const Decoded&) = default;
};

// Refuses bytes that are no text (a NUL byte, many control bytes). Linear in size.
Result<Decoded> decode(std::string_view bytes, const std::string& name);

// As decode, where the file itself names its code ("iso-8859-1" in a web page). Bytes that are
// strict UTF-8, or have a byte order mark, are believed above the label.
Result<Decoded> decode_labelled(std::string_view bytes, std::string_view label,
                                const std::string& name);

// The text of bytes in the code that ICU has under this name ("windows-1252", "big5"), with U+FFFD
// for what is no character of it; line ends as they are. Nothing for a code nobody knows.
std::optional<std::string> decode_as(std::string_view bytes, const std::string& encoding);

// Whether there are no overlong forms, surrogates, truncated characters or ones past U+10FFFF.
bool is_valid_utf8(std::string_view text);
// The text with U+FFFD for each stretch of bytes that is no UTF-8.
std::string repaired_utf8(std::string_view text);
// What the text of every document keeps to, whatever its file held: UTF-8, and no mark of the order
// of bytes at its beginning. Where spans point into it, these must not move.
void make_regular(std::string& text);

}  // namespace pipeline
