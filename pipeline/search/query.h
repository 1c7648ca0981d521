// What a user types -> a tree. docs/query-language.md has it for users; the grammar:
//   query   = or ;   or = and { ("OR" | "OF") and } ;   and = not { ["AND" | "EN"] (not | within) }
//   within  = ("binnen" | "within") ":" ("zin" | "passage" | "document" ...)
//   not     = { "NOT" | "NIET" | "-" } near
//   near    = item { ("NEAR" | "NABIJ" | "ADJ") ["/" number] item }
//   item    = "(" query ")" | '"' words '"' | "=" word | word | word with "*" | name ":" value
//           | "@" name of a saved query
// Words between quotes may be words, =exact and wild*cards. Operators are written in capitals;
// "en" is a word. NEAR binds tighter than AND, AND tighter than OR. Example:
//   factor:vertrouwen NEAR/8 gemeente -rol:bestuurder datum:2025..2026
//   @barrières (gemeente zorgaanbieder binnen:zin)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/result.h"
#include "pipeline/model/span.h"

namespace pipeline {

struct QueryNode {
  enum class Kind : std::uint8_t {
    word,      // text: as typed, all inflections
    exact,     // text: this form only (folded)
    wildcard,  // text: with '*' at its beginning, its end or both
    phrase,    // children: word, exact or wildcard, next to each other
    field,     // name:text
    saved,     // text: the name of a saved query, small letters
    near,      // two children, in any order, at most `distance` words apart
    adjacent,  // two children, in this order, at most `distance` words apart
    all,       // children: AND
    any,       // children: OR
    none,      // one child: NOT
    within     // two children: what must stand together, and the field that says where
  };
  Kind kind = Kind::word;
  std::string text;
  std::string name;            // field: lower case
  std::uint32_t distance = 0;  // near, adjacent: 1 is next to each other
  Span span;                   // where it stands in the query, bytes
  std::vector<QueryNode> children;

  friend bool operator==(const QueryNode&, const QueryNode&) = default;
};

// Where the parts of a query must meet.
enum class Scope : std::uint8_t { sentence, passage, document };
// "zin", "sentence"; none for anything else.
std::optional<Scope> scope_named(std::string_view name);

inline constexpr std::uint32_t default_distance = 10;  // NEAR without a number

inline constexpr std::size_t longest_query = 10'000;  // bytes

// Grammar only: whether a field or factor exists is found out by Search. Errors are Dutch and have
// the column in code points; `where` is "zoekvraag". Linear; nesting deeper than 64 is an error.
Result<QueryNode> parse_query(std::string_view text);

// The tree as text, for tests and messages: (all goed (near/8 factor:vertrouwen gemeente)).
std::string to_string(const QueryNode& node);

// An error about the place at byte `offset` of a query.
tl::unexpected<Error> query_failure(std::string_view query, std::uint32_t offset,
                                    std::string message);

}  // namespace pipeline
