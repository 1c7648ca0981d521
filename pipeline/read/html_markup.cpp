#include "pipeline/read/html_markup.h"

#include <algorithm>
#include <array>

#include "pipeline/read/ascii.h"

namespace pipeline {
namespace {

bool is_white(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

std::size_t behind(std::string_view html, std::string_view what, std::size_t at) {
  const std::size_t found = html.find(what, at);
  return found == std::string_view::npos ? html.size() : found + what.size();
}

std::size_t end_of_comment(std::string_view html, std::size_t at) {
  if (!html.substr(at).starts_with("<!--")) return behind(html, ">", at);
  const std::string_view inside = html.substr(at + 4);
  if (inside.starts_with('>')) return at + 5;
  if (inside.starts_with("->")) return at + 6;
  // The second end is looked for up to the first: a page may have a thousand comments.
  const std::size_t end = behind(html, "-->", at + 4);
  return std::min(behind(html.substr(0, end), "--!>", at + 4), end);
}

class Attributes {
 public:
  Attributes(std::string_view html, std::size_t at) : html_(html), at_(at) { read(); }

  std::size_t end() const { return at_; }
  std::size_t count() const { return count_; }

 private:
  bool ended() const { return at_ >= html_.size(); }

  void skip_white() {
    while (!ended() && is_white(html_[at_])) ++at_;
  }

  // Up to white space, the tag's end or one of `also`.
  void skip_word(std::string_view also) {
    while (!ended() && !is_white(html_[at_]) && html_[at_] != '>' &&
           also.find(html_[at_]) == std::string_view::npos)
      ++at_;
  }

  void skip_value() {
    skip_white();
    if (ended() || html_[at_] == '>') return;
    const char quote = html_[at_];
    if (quote == '"' || quote == '\'')
      at_ = behind(html_, {&quote, 1}, at_ + 1);
    else
      skip_word("");
  }

  void read() {
    while (!ended()) {
      skip_white();
      if (ended() || html_[at_] == '>') break;
      if (html_[at_++] == '/') continue;  // else the first letter of a name, whatever it is
      ++count_;
      skip_word("/=");
      skip_white();
      if (ended() || html_[at_] != '=') continue;
      ++at_;
      skip_value();
    }
    at_ = std::min(at_ + 1, html_.size());
  }

  std::string_view html_;
  std::size_t at_;
  std::size_t count_ = 0;
};

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower_ascii(x) == lower_ascii(y); });
}

Markup markup_at(std::string_view html, std::size_t at) {
  const std::size_t size = html.size();
  const bool is_end = at + 1 < size && html[at + 1] == '/';
  const std::size_t begin = at + (is_end ? 2 : 1);
  if (begin >= size) return {Markup::Kind::none, size, {}, 0};
  if (!is_ascii_letter(html[begin])) {
    if (is_end || html[begin] == '!' || html[begin] == '?')
      return {Markup::Kind::comment, end_of_comment(html, at), {}, 0};
    return {Markup::Kind::none, begin, {}, 0};
  }
  std::size_t end = begin;
  while (end < size && !is_white(html[end]) && html[end] != '/' && html[end] != '>') ++end;
  const Attributes attributes(html, end);
  return {is_end ? Markup::Kind::end_tag : Markup::Kind::start_tag, attributes.end(),
          html.substr(begin, end - begin), attributes.count()};
}

bool holds_raw_text(std::string_view name) {
  constexpr std::array<std::string_view, 4> names{"script", "style", "textarea", "title"};
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view other) { return same_name(name, other); });
}

std::size_t end_of_raw_text(std::string_view html, std::size_t at, std::string_view name) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
    const std::size_t behind_name = at + 2 + name.size();
    const bool ends_there = behind_name >= html.size() || is_white(html[behind_name]) ||
                            html[behind_name] == '/' || html[behind_name] == '>';
    if (ends_there && same_name(html.substr(at + 2, name.size()), name)) return at;
  }
  return html.size();
}

}  // namespace pipeline
