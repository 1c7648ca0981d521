#include "tests/house/literals.h"

#include <cctype>

namespace pipeline {
namespace {

bool is_word(char it) {
  return std::isalnum(static_cast<unsigned char>(it)) != 0 || it == '_';
}

class Reader {
 public:
  explicit Reader(std::string_view source) : source_(source) {}

  std::vector<Literal> all() {
    while (at_ < source_.size()) step();
    return std::move(literals_);
  }

 private:
  struct Bracket {
    std::string call;
    unsigned argument = 0;
  };

  bool sees(std::string_view text) const { return source_.substr(at_).starts_with(text); }

  void move(std::size_t count) {
    for (; count > 0 && at_ < source_.size(); --count, ++at_)
      if (source_[at_] == '\n') ++line_;
  }
  void move_behind(std::string_view end) {
    const std::size_t found = source_.find(end, at_);
    move((found == std::string_view::npos ? source_.size() : found + end.size()) - at_);
  }

  void step() {
    const char it = source_[at_];
    if (std::isspace(static_cast<unsigned char>(it)) != 0) return move(1);
    if (sees("//")) return move_behind("\n");
    if (sees("/*")) return move_behind("*/");
    if (sees("#include")) return move_behind("\n");
    if (it == '"') return quoted();
    if (it == '\'') return letter();
    if (is_word(it)) return word();
    bracket(it);
    last_ = it;
    word_.clear();
    move(1);
  }

  void bracket(char it) {
    if (it == '(') open_.push_back({word_});
    if (it == '{' || it == '[') open_.emplace_back();
    if ((it == ')' || it == '}' || it == ']') && !open_.empty()) open_.pop_back();
    if (it == ',' && !open_.empty()) ++open_.back().argument;
  }

  // A name, a number (1'000) or the R of a raw string.
  void word() {
    const bool is_number = std::isdigit(static_cast<unsigned char>(source_[at_])) != 0;
    word_.clear();
    while (at_ < source_.size() && (is_word(source_[at_]) || (is_number && source_[at_] == '\''))) {
      word_ += source_[at_];
      move(1);
    }
    last_ = 'a';
    if (word_ == "R" && at_ < source_.size() && source_[at_] == '"') raw();
  }

  void letter() {
    move(1);
    while (at_ < source_.size() && source_[at_] != '\'') move(source_[at_] == '\\' ? 2 : 1);
    move(1);
    last_ = '\'';
    word_.clear();
  }

  void quoted() {
    const unsigned line = line_;
    std::string text;
    move(1);
    while (at_ < source_.size() && source_[at_] != '"') {
      const std::size_t size = source_[at_] == '\\' ? 2 : 1;
      text += source_.substr(at_, size);
      move(size);
    }
    move(1);
    keep(std::move(text), line);
  }

  void raw() {
    const unsigned line = line_;
    const std::size_t open = source_.find('(', at_);
    const std::string close = ")" + std::string(source_.substr(at_ + 1, open - at_ - 1)) + "\"";
    const std::size_t end = source_.find(close, open);
    std::string text(source_.substr(open + 1, end - open - 1));
    move_behind(close);
    keep(std::move(text), line);
  }

  // Behind another literal it goes on with that one.
  void keep(std::string text, unsigned line) {
    if (last_ == '"') {
      literals_.back().text += text;
    } else {
      const Bracket in = open_.empty() ? Bracket() : open_.back();
      literals_.push_back({std::move(text), line, in.call, in.argument});
      is_begun_ = last_ == '(' || last_ == ',';
    }
    const std::size_t next = source_.find_first_not_of(" \n", at_);
    literals_.back().is_argument = is_begun_ && next != std::string_view::npos &&
                                   (source_[next] == ',' || source_[next] == ')');
    last_ = '"';
    word_.clear();
  }

  std::string_view source_;
  std::size_t at_ = 0;
  unsigned line_ = 1;
  char last_ = ' ';        // of the code before this, without spaces and comments
  std::string word_;       // the name just before this
  bool is_begun_ = false;  // the last literal begins an argument
  std::vector<Bracket> open_;
  std::vector<Literal> literals_;
};

}  // namespace

std::vector<Literal> literals_in(std::string_view source) {
  return Reader(source).all();
}

}  // namespace pipeline
