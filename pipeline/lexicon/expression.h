// What is wrong with a regular expression, in words for someone who writes patterns, not programs:
//   a**   -> at byte 1: de herhaling '**' in de reguliere expressie ...
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pipeline {

struct ExpressionMistake {
  std::size_t at = 0;  // byte of the expression
  std::string message;
};

// `expression` without its slashes. None: RE2 takes it, and it does not match everything.
std::optional<ExpressionMistake> mistake_in(std::string_view expression);

}  // namespace pipeline
