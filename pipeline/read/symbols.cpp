#include "pipeline/read/symbols.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "pipeline/model/utf8.h"

namespace pipeline {

std::string symbol_of(std::uint32_t code) {
  constexpr std::array<std::pair<std::uint32_t, std::string_view>, 10> known{{{0xF0E0, "→"},
                                                                              {0xF0DF, "←"},
                                                                              {0xF0FC, "✓"},
                                                                              {0xF0FB, "✗"},
                                                                              {0xF0FE, "☑"},
                                                                              {0xF0FD, "☒"},
                                                                              {0xF0A8, "☐"},
                                                                              {0xF06F, "☐"},
                                                                              {0xF0B7, "•"},
                                                                              {0xF0A7, "•"}}};
  if (code < 0x20 || code > 0xFFFF) return {};
  const auto* const it =
      std::find_if(known.begin(), known.end(), [&](const auto& row) { return row.first == code; });
  if (it != known.end()) return std::string(it->second);
  std::string character;
  const bool is_of_no_script = code >= 0xD800 && code < 0xF900;  // surrogates and private use
  if (!is_of_no_script) append(character, code);
  return character;
}

}  // namespace pipeline
