// Characters of symbol fonts (Symbol, Wingdings), which stand in the private use of Unicode or are
// bytes of a code of their own: 0xF0FC is "✓". Only those that say something are known.
#pragma once

#include <cstdint>
#include <string>

namespace pipeline {

// The character for a code that a word processor calls a symbol, in UTF-8; empty for what has no
// meaning outside its font. Codes of ordinary characters give those.
std::string symbol_of(std::uint32_t code);

}  // namespace pipeline
