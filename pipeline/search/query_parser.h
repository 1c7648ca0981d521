// The parser behind parse_query: recursive descent over clean text, a function a rule of the
// grammar in query.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/search/query.h"
#include "pipeline/search/query_scope.h"

namespace pipeline {

class QueryParser {
 public:
  using Mistake = QueryMistake;

  explicit QueryParser(std::string_view text) : text_(text) {}

  // Empty: see mistake().
  std::optional<QueryNode> parse();
  const Mistake& mistake() const { return mistake_; }

 private:
  using Parsed = std::optional<QueryNode>;
  enum class Symbol : std::uint8_t { end, open, close, quote, minus, and_, or_, not_, near, word };
  struct Lexeme {
    Symbol symbol = Symbol::end;
    Span span;
  };

  Lexeme peek();
  Lexeme take();
  std::string_view text_of(const Lexeme& lexeme) const { return slice(text_, lexeme.span); }
  Parsed fail(std::uint32_t offset, std::string message);

  Parsed parse_or();
  Parsed parse_and();
  Parsed parse_not();
  Parsed parse_near();
  Parsed parse_item();
  Parsed parse_group();
  Parsed parse_phrase(bool exact);
  Parsed parse_word();
  Parsed parse_saved(const Lexeme& lexeme);
  Parsed parse_field(const Lexeme& lexeme, std::size_t colon);
  Parsed word_node(Span span, bool exact);
  std::optional<std::uint32_t> distance_of(const Lexeme& near);
  bool check_placed(const QueryNode& node, std::string_view near);
  bool begins_item(Symbol symbol) const;

  std::string_view text_;
  std::uint32_t at_ = 0;
  std::uint32_t depth_ = 0;
  std::uint32_t windows_ = 0;
  Mistake mistake_;
};

}  // namespace pipeline
