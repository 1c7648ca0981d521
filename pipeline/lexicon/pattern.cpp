#include "pipeline/lexicon/pattern.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <tuple>
#include <utility>

#include "pipeline/lexicon/expression.h"
#include "pipeline/lexicon/pattern_shape.h"
#include "pipeline/model/utf8.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

constexpr unsigned max_nesting = 32;
constexpr std::size_t max_length = 2000;  // bytes
constexpr unsigned max_gap = 20;
constexpr unsigned max_window = 50;
constexpr unsigned sentence_window = 100;  // keeps a sentence without end linear
constexpr std::size_t min_wildcard_letters = 2;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_group_letter(char c) {
  return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-';
}
// Ends a bare word; all of them mean something of their own.
bool is_syntax(char c) {
  return is_space(c) || std::string_view("()[]<>|~?\"").find(c) != std::string_view::npos;
}

PatternNode word_node(WordTest::Kind kind, std::string text) {
  PatternNode node;
  node.word = {kind, std::move(text), PartOfSpeech::any};
  return node;
}

// "werk_zn": where the mark begins, and what it asks for.
constexpr std::array<std::pair<std::string_view, PartOfSpeech>, 4> parts_of_speech{
    {{"_zn", PartOfSpeech::noun},
     {"_ww", PartOfSpeech::verb},
     {"_bn", PartOfSpeech::adjective},
     {"_bw", PartOfSpeech::adverb}}};

PartOfSpeech part_marked(std::string_view word) {
  for (const auto& [mark, part] : parts_of_speech)
    if (word.size() > mark.size() && word.ends_with(mark)) return part;
  return PartOfSpeech::any;
}

PatternNode parent(PatternNode::Kind kind, std::vector<PatternNode> children) {
  PatternNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

// A sequence or choice of one is that one.
PatternNode joined(PatternNode::Kind kind, std::vector<PatternNode> children) {
  return children.size() == 1 ? std::move(children.front()) : parent(kind, std::move(children));
}

// Recursive descent. Each rule gives nothing after it has noted the first mistake.
class PatternParser {
 public:
  explicit PatternParser(std::string_view text) : text_(text) {}

  Result<PatternNode> parse() {
    std::optional<PatternNode> node;
    if (text_.size() > max_length)
      fail(0, tr("het patroon is te lang; verdeel het over meer patronen"));
    else
      node = whole();
    if (node) check(*node);
    if (error_) return tl::unexpected(*error_);
    return std::move(*node);
  }

 private:
  using Node = std::optional<PatternNode>;

  Node fail(std::size_t at, std::string message) {
    if (!error_) {
      const auto column = static_cast<unsigned>(count_code_points(text_.substr(0, at)) + 1);
      error_ = Error{std::move(message), {}, 0, column};
    }
    return std::nullopt;
  }

  void check(const PatternNode& node) {
    if (can_be_empty(node))
      fail(0, tr("alles in dit patroon mag ontbreken; laat ten minste één woord buiten (…)?"));
    else if (opens_at_edge(node))
      fail(0,
           tr("een patroon begint of eindigt niet met * of [n]; zet er een woord voor of achter"));
  }

  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }
  bool at_end() const { return at_ == text_.size(); }
  bool sees(char c) const { return !at_end() && text_[at_] == c; }

  // pattern = sequence ['~' (number | "zin" | "beurt") sequence]
  Node whole() {
    Node first = sequence();
    if (!first || at_end()) return first;
    if (!sees('~')) return fail(at_, tr("'{}' sluit niets af; haal het weg", text_[at_]));
    ++at_;
    const auto reach = window_reach();
    if (!reach) return std::nullopt;
    Node second = sequence();
    if (!second) return second;
    if (sees('~'))
      return fail(at_,
                  tr("een patroon heeft hoogstens één ~; gebruik er een tweede patroon naast"));
    if (!at_end()) return fail(at_, tr("'{}' sluit niets af; haal het weg", text_[at_]));
    PatternNode window = parent(PatternNode::Kind::window, {std::move(*first), std::move(*second)});
    std::tie(window.within, window.words) = *reach;
    return window;
  }

  std::optional<std::pair<Within, std::uint32_t>> window_reach() {
    constexpr std::array<std::pair<std::string_view, Within>, 2> named{
        {{"zin", Within::sentence}, {"beurt", Within::passage}}};
    for (const auto& [name, within] : named) {
      const std::string_view rest = text_.substr(at_);
      if (!rest.starts_with(name) || (rest.size() > name.size() && !is_syntax(rest[name.size()])))
        continue;
      at_ += name.size();
      return std::pair(within, within == Within::sentence ? sentence_window : 0U);
    }
    const auto words =
        number(max_window, tr_later("na ~ hoort een aantal woorden van 1 tot {}, of zin of beurt: "
                                    "vertrouwen ~zin gemeente"));
    if (!words) return std::nullopt;
    return std::pair(Within::words, *words);
  }

  // sequence = element { element }
  Node sequence() {
    std::vector<PatternNode> elements;
    for (skip_space(); !at_end() && !sees('|') && !sees(')') && !sees('~'); skip_space()) {
      const std::size_t begin = at_;
      Node next = element();
      if (!next) return next;
      const bool is_gap = next->kind == PatternNode::Kind::gap;
      if (is_gap && !elements.empty() && elements.back().kind == PatternNode::Kind::gap)
        return fail(begin, tr("twee gaten [n] na elkaar; maak er één van"));
      // A phrase in quotes is just words of this sequence.
      if (next->kind == PatternNode::Kind::sequence && text_[begin] == '"')
        std::move(next->children.begin(), next->children.end(), std::back_inserter(elements));
      else
        elements.push_back(std::move(*next));
    }
    if (elements.empty()) return fail(at_, tr("hier ontbreekt een woord"));
    return joined(PatternNode::Kind::sequence, std::move(elements));
  }

  Node element() {
    const bool may_be_optional = sees('(') || sees('<');
    Node node = item();
    if (!node || !sees('?')) return node;
    if (!may_be_optional)
      return fail(at_, tr("het vraagteken hoort achter haakjes; schrijf (woord)?"));
    ++at_;
    return parent(PatternNode::Kind::optional, {std::move(*node)});
  }

  Node item() {
    switch (text_[at_]) {
      case '(':
        return alternatives();
      case '<':
        return group();
      case '[':
        return gap();
      case '"':
        return exact_words();
      case '/':
        return expression();
      case ']':
      case '>':
      case '?':
        return fail(at_, tr("'{}' sluit niets af; haal het weg", text_[at_]));
      default:
        return word();
    }
  }

  // '(' sequence { '|' sequence } ')'
  Node alternatives() {
    const std::size_t begin = at_++;
    if (++nesting_ > max_nesting)
      return fail(begin, tr("meer dan 32 haakjes in elkaar; vereenvoudig het patroon"));
    std::vector<PatternNode> choices;
    do {
      Node choice = sequence();
      if (!choice) return choice;
      choices.push_back(std::move(*choice));
      if (sees('~')) return fail(at_, tr("~ kan niet binnen haakjes; schrijf twee patronen"));
    } while (sees('|') && ++at_);
    if (!sees(')')) return fail(begin, tr("haakje ( wordt niet gesloten; voeg ) toe"));
    ++at_;
    --nesting_;
    return joined(PatternNode::Kind::alternatives, std::move(choices));
  }

  Node group() {
    const std::size_t begin = at_++;
    const std::size_t name = at_;
    while (!at_end() && is_group_letter(text_[at_])) ++at_;
    if (!sees('>') || at_ == name)
      return fail(begin, tr("een woordgroep is <naam>, met kleine letters, cijfers en streepjes"));
    PatternNode node;
    node.kind = PatternNode::Kind::group;
    node.group = text_.substr(name, at_++ - name);
    return node;
  }

  Node gap() {
    ++at_;
    const auto words = number(max_gap, tr_later("na [ hoort een aantal woorden van 1 tot {}"));
    if (!words) return std::nullopt;
    if (!sees(']'))
      return fail(at_, tr("een gat is [n], bijvoorbeeld [3]; het haakje ] ontbreekt"));
    ++at_;
    PatternNode node;
    node.kind = PatternNode::Kind::gap;
    node.words = *words;
    return node;
  }

  // `wrong` says what belongs here, up to how many; it is translated.
  std::optional<std::uint32_t> number(unsigned most, std::string_view wrong) {
    const std::size_t begin = at_;
    while (!at_end() && is_digit(text_[at_])) ++at_;
    unsigned value = 0;
    const auto parsed = std::from_chars(text_.data() + begin, text_.data() + at_, value);
    if (begin == at_ || parsed.ec != std::errc{} || value < 1 || value > most) {
      fail(begin, tr(wrong, most));
      return std::nullopt;
    }
    return value;
  }

  Node exact_words() {
    const std::size_t begin = at_++;
    const std::size_t end = text_.find('"', at_);
    if (end == std::string_view::npos)
      return fail(begin, tr("aanhalingsteken wordt niet gesloten; voeg \" toe"));
    std::vector<PatternNode> words;
    for (skip_space(); at_ < end; skip_space()) {
      const std::size_t from = at_;
      while (at_ < end && !is_space(text_[at_])) ++at_;
      if (!is_plain(from, at_)) return std::nullopt;
      words.push_back(word_node(WordTest::Kind::exact, fold(text_.substr(from, at_ - from))));
    }
    at_ = end + 1;
    if (words.empty()) return fail(begin, tr("tussen de aanhalingstekens staat geen woord"));
    return joined(PatternNode::Kind::sequence, std::move(words));
  }

  Node expression() {
    const std::size_t begin = at_++;
    while (!at_end() && !sees('/')) at_ += text_[at_] == '\\' && at_ + 1 < text_.size() ? 2 : 1;
    if (at_end()) return fail(begin, tr("de reguliere expressie wordt niet gesloten; voeg / toe"));
    const std::string_view inside = text_.substr(begin + 1, at_++ - begin - 1);
    if (inside.empty()) return fail(begin, tr("de reguliere expressie is leeg"));
    if (const auto mistake = mistake_in(inside))
      return fail(begin + 1 + mistake->at, mistake->message);
    return word_node(WordTest::Kind::expression, std::string(inside));
  }

  // =Cased, prefix*, *suffix, *infix*, * or a plain word.
  Node word() {
    const std::size_t begin = at_;
    while (!at_end() && !is_syntax(text_[at_])) ++at_;
    std::size_t from = begin, to = at_;
    if (text_[from] == '=') {
      if (++from == to) return fail(begin, tr("na = hoort een woord, bijvoorbeeld =Wmo"));
      if (!is_plain(from, to)) return std::nullopt;
      return word_node(WordTest::Kind::cased, std::string(text_.substr(from, to - from)));
    }
    if (to - from == 1 && text_[from] == '*') return word_node(WordTest::Kind::any, {});
    const bool front = text_[from] == '*', back = text_[to - 1] == '*';
    from += front ? 1 : 0;
    to -= back ? 1 : 0;
    const PartOfSpeech part =
        front || back ? PartOfSpeech::any : part_marked(text_.substr(from, to - from));
    if (part != PartOfSpeech::any) to -= parts_of_speech.front().first.size();
    if (!is_plain(from, to)) return std::nullopt;
    std::string folded = fold(text_.substr(from, to - from));
    if ((front || back) && count_code_points(folded) < min_wildcard_letters)
      return fail(begin, tr("een jokerteken vraagt ten minste twee letters, bijvoorbeeld on*"));
    using Kind = WordTest::Kind;
    const Kind kind = front  ? (back ? Kind::infix : Kind::suffix)
                      : back ? Kind::prefix
                             : Kind::lemma;
    Node node = word_node(kind, std::move(folded));
    node->word.part = part;
    return node;
  }

  // Letters, digits and what may stand within a word.
  bool is_plain(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      const char c = text_[i];
      if (c == '*')
        fail(i, tr("* staat alleen aan het begin of eind van een woord; schrijf in het midden "
                   "/^ver.*wen$/"));
      else if (c == '_')
        fail(i, tr("na _ hoort een woordsoort, zn, ww, bn of bw, achter een heel woord: werk_zn, "
                   "regel_ww, goed_bn, vast_bw"));
      else if (c == '/')
        fail(i, tr("een schuine streep kan niet in een woord; schrijf (en|of)"));
      else if (std::string_view(",;:!\\^$={}").find(c) != std::string_view::npos)
        fail(i, tr("'{}' hoort niet in een woord; leestekens tellen niet mee", c));
      else if (const auto next = text_.substr(i, 3);
               next == "\u201C" || next == "\u201D" || next == "\u201E")
        fail(i, tr("gebruik rechte aanhalingstekens (\")"));
      if (error_) return false;
    }
    if (fold(text_.substr(from, to - from)).empty()) fail(from, tr("hier ontbreekt een woord"));
    return !error_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  unsigned nesting_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Result<PatternNode> parse_pattern(std::string_view text) {
  return PatternParser(text).parse();
}

}  // namespace pipeline
