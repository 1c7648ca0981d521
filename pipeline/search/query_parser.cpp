#include "pipeline/search/query_parser.h"

#include <algorithm>
#include <charconv>

#include "pipeline/index/fields.h"
#include "pipeline/model/saved_query.h"
#include "pipeline/search/query_scope.h"

namespace pipeline {
namespace {

constexpr std::uint32_t deepest = 64;
constexpr std::uint32_t most_windows = 16;
constexpr std::uint32_t widest = sentence_gap - 1;
constexpr std::string_view what_is_sought =
    tr_later("een woord, een \"zin\" of een veld zoals factor:vertrouwen");

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

// Ends a word wherever it stands.
bool ends_word(char c) {
  return is_space(c) || c == '(' || c == ')' || c == '"';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// Sentence marks that a pasted word brings along.
bool is_edge_mark(char c) {
  return std::string_view(".,;:!?'()[]").find(c) != std::string_view::npos;
}

bool is_field_name(std::string_view name) {
  return !name.empty() && is_letter(name.front()) &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; });
}

bool is_near(std::string_view word) {
  const std::string_view name = word.substr(0, word.find('/'));
  return name == "NEAR" || name == "NABIJ" || name == "ADJ";
}

bool has_letter_or_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

std::string lower(std::string_view name) {
  std::string lowered(name);
  for (char& c : lowered)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lowered;
}

std::uint32_t offset_of(std::size_t place) {
  return static_cast<std::uint32_t>(place);
}

}  // namespace

std::optional<QueryNode> QueryParser::parse() {
  if (peek().symbol == Symbol::end)
    return fail(0, tr("de zoekvraag is leeg: geef {}", tr(what_is_sought)));
  Parsed tree = parse_or();
  if (!tree) return tree;
  const Lexeme rest = peek();
  if (rest.symbol == Symbol::close)
    return fail(rest.span.begin, tr("haakje sluiten zonder haakje openen"));
  return tree;
}

QueryParser::Lexeme QueryParser::peek() {
  const std::uint32_t before = at_;
  const Lexeme next = take();
  at_ = before;
  return next;
}

QueryParser::Lexeme QueryParser::take() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  const std::uint32_t begin = at_;
  if (begin == text_.size()) return {Symbol::end, {begin, begin}};
  const char first = text_[at_++];
  if (first == '(') return {Symbol::open, {begin, at_}};
  if (first == ')') return {Symbol::close, {begin, at_}};
  if (first == '"') return {Symbol::quote, {begin, at_}};
  if (first == '-' && at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != ')')
    return {Symbol::minus, {begin, at_}};
  while (at_ < text_.size() && !ends_word(text_[at_])) ++at_;
  const Span span{begin, at_};
  const std::string_view word = slice(text_, span);
  if (word == "AND" || word == "EN") return {Symbol::and_, span};
  if (word == "OR" || word == "OF") return {Symbol::or_, span};
  if (word == "NOT" || word == "NIET") return {Symbol::not_, span};
  if (is_near(word)) return {Symbol::near, span};
  return {Symbol::word, span};
}

// Empty, so that a rule can end with it.
std::optional<QueryNode> QueryParser::fail(std::uint32_t offset, std::string message) {
  mistake_ = {std::move(message), offset};
  return std::nullopt;
}

bool QueryParser::begins_item(Symbol symbol) const {
  return symbol == Symbol::open || symbol == Symbol::quote || symbol == Symbol::minus ||
         symbol == Symbol::not_ || symbol == Symbol::word;
}

std::optional<QueryNode> QueryParser::parse_or() {
  std::vector<QueryNode> children;
  do {
    Parsed child = parse_and();
    if (!child) return child;
    children.push_back(std::move(*child));
  } while (peek().symbol == Symbol::or_ && take().symbol == Symbol::or_);
  return join(QueryNode::Kind::any, std::move(children));
}

std::optional<QueryNode> QueryParser::parse_and() {
  std::vector<QueryNode> children;
  for (bool more = true; more;) {
    Parsed child = parse_not();
    if (!child) return child;
    children.push_back(std::move(*child));
    const Symbol next = peek().symbol;
    if (next == Symbol::and_) take();
    more = next == Symbol::and_ || begins_item(next);
  }
  auto gathered = gather(std::move(children));
  if (gathered) return std::move(*gathered);
  return fail(gathered.error().offset, std::move(gathered.error().message));
}

std::optional<QueryNode> QueryParser::parse_not() {
  const Lexeme next = peek();
  if (next.symbol != Symbol::not_ && next.symbol != Symbol::minus) return parse_near();
  take();
  if (++depth_ > deepest) return fail(next.span.begin, tr("te diep genest"));
  if (!begins_item(peek().symbol))
    return fail(next.span.begin, tr("na '{}' ontbreekt wat er niet in mag staan", text_of(next)));
  Parsed child = parse_not();
  --depth_;
  if (!child) return child;
  if (is_scope(*child))
    return fail(next.span.begin, tr("na '{}' kan geen '{}:' staan", text_of(next), child->name));
  QueryNode node;
  node.kind = QueryNode::Kind::none;
  node.span = {next.span.begin, child->span.end};
  node.children.push_back(std::move(*child));
  return node;
}

std::optional<QueryNode> QueryParser::parse_near() {
  Parsed left = parse_item();
  while (left && peek().symbol == Symbol::near) {
    const Lexeme near = take();
    if (++windows_ > most_windows)
      return fail(near.span.begin,
                  tr("meer dan {} keer NEAR of ADJ in een zoekvraag", most_windows));
    const auto distance = distance_of(near);
    if (!distance) return std::nullopt;
    const Symbol next = peek().symbol;
    if (!begins_item(next))
      return fail(near.span.begin,
                  tr("'{}' verbindt twee woorden: erna ontbreekt er een", text_of(near)));
    if (next == Symbol::not_ || next == Symbol::minus)
      return fail(peek().span.begin, tr("na '{}' kan geen NOT staan", text_of(near)));
    Parsed right = parse_item();
    if (!right || !check_placed(*left, text_of(near)) || !check_placed(*right, text_of(near)))
      return std::nullopt;
    QueryNode node;
    node.kind =
        text_of(near).starts_with("ADJ") ? QueryNode::Kind::adjacent : QueryNode::Kind::near;
    node.distance = *distance;
    node.span = {left->span.begin, right->span.end};
    node.children = {std::move(*left), std::move(*right)};
    left = std::move(node);
  }
  return left;
}

std::optional<std::uint32_t> QueryParser::distance_of(const Lexeme& near) {
  const std::string_view word = text_of(near);
  const std::size_t slash = word.find('/');
  if (slash == std::string_view::npos) return word == "ADJ" ? 1 : default_distance;
  const std::string_view digits = word.substr(slash + 1);
  std::uint32_t distance = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, distance);
  if (error == std::errc() && stopped == end && distance >= 1 && distance <= widest)
    return distance;
  fail(near.span.begin,
       tr("'{}': na de schuine streep hoort een getal van 1 tot en met {}", word, widest));
  return std::nullopt;
}

// What stands beside NEAR must have a place in the text.
bool QueryParser::check_placed(const QueryNode& node, std::string_view near) {
  using Kind = QueryNode::Kind;
  const bool is_joined = node.kind == Kind::all || node.kind == Kind::none;
  if (is_joined || node.kind == Kind::within || is_scope(node)) {
    fail(node.span.begin,
         tr("naast '{}' kan een woord, een \"zin\", een factor of een keuze met OR "
            "staan, geen {}",
            near, is_joined ? tr("AND of NOT") : "binnen:"));
    return false;
  }
  return std::all_of(node.children.begin(), node.children.end(),
                     [&](const QueryNode& child) { return check_placed(child, near); });
}

std::optional<QueryNode> QueryParser::parse_item() {
  const Lexeme next = peek();
  switch (next.symbol) {
    case Symbol::open:
      return parse_group();
    case Symbol::quote:
      return parse_phrase(false);
    case Symbol::word:
      return parse_word();
    case Symbol::close:
      return fail(next.span.begin, depth_ > 0 ? tr("voor dit haakje ontbreekt wat gezocht wordt")
                                              : tr("haakje sluiten zonder haakje openen"));
    case Symbol::near:
      return fail(next.span.begin,
                  tr("'{}' verbindt twee woorden: ervoor ontbreekt er een", text_of(next)));
    case Symbol::end:
      return fail(next.span.begin,
                  tr("aan het eind ontbreekt wat gezocht wordt: {}", tr(what_is_sought)));
    default:
      return fail(next.span.begin,
                  tr("voor '{}' ontbreekt wat gezocht wordt; schrijf het klein als het "
                     "een gewoon woord is",
                     text_of(next)));
  }
}

std::optional<QueryNode> QueryParser::parse_group() {
  const Lexeme open = take();
  if (++depth_ > deepest) return fail(open.span.begin, tr("te diep genest"));
  if (peek().symbol == Symbol::close)
    return fail(open.span.begin, tr("tussen deze haakjes staat niets"));
  if (peek().symbol == Symbol::end)
    return fail(open.span.begin, tr("haakje openen zonder haakje sluiten"));
  Parsed inside = parse_or();
  if (!inside) return inside;
  const Lexeme close = take();
  if (close.symbol != Symbol::close)
    return fail(open.span.begin, tr("haakje openen zonder haakje sluiten"));
  --depth_;
  inside->span = {open.span.begin, close.span.end};
  return inside;
}

std::optional<QueryNode> QueryParser::parse_phrase(bool exact) {
  const Lexeme quote = take();
  const std::size_t close = text_.find('"', at_);
  if (close == std::string_view::npos)
    return fail(quote.span.begin, tr("aanhalingsteken openen zonder sluiten"));
  std::vector<QueryNode> words;
  while (at_ < close) {
    const std::uint32_t begin = at_;
    while (at_ < close && !is_space(text_[at_])) ++at_;
    const Span span{begin, at_};
    // Commas and brackets that stand alone between words have no position in the index either.
    if (has_letter_or_digit(slice(text_, span)) || slice(text_, span).find('*') < span.end) {
      Parsed word = word_node(span, exact);
      if (!word) return word;
      words.push_back(std::move(*word));
    }
    while (at_ < close && is_space(text_[at_])) ++at_;
  }
  at_ = offset_of(close + 1);
  if (words.empty())
    return fail(quote.span.begin, tr("tussen deze aanhalingstekens staat geen woord"));
  QueryNode phrase = join(QueryNode::Kind::phrase, std::move(words));
  phrase.span = {quote.span.begin, at_};
  return phrase;
}

std::optional<QueryNode> QueryParser::parse_word() {
  const Lexeme lexeme = take();
  const std::string_view word = text_of(lexeme);
  if (word == "=" && at_ < text_.size() && text_[at_] == '"') return parse_phrase(true);
  if (word.front() == '@' && query_name_size(word.substr(1)) > 0) return parse_saved(lexeme);
  const std::size_t colon = word.find(':');
  if (colon != std::string_view::npos && is_field_name(word.substr(0, colon)))
    return parse_field(lexeme, colon);
  return word_node(lexeme.span, false);
}

std::optional<QueryNode> QueryParser::parse_saved(const Lexeme& lexeme) {
  const std::string_view word = text_of(lexeme).substr(1);
  const std::size_t size = query_name_size(word);
  if (!std::ranges::all_of(word.substr(size), is_edge_mark))
    return fail(lexeme.span.begin,
                tr("'@{}' is geen naam van een opgeslagen zoekvraag: die heeft letters, "
                   "cijfers, - en _",
                   word));
  QueryNode node;
  node.kind = QueryNode::Kind::saved;
  node.text = query_name_of(word.substr(0, size));
  node.span = lexeme.span;
  return node;
}

std::optional<QueryNode> QueryParser::parse_field(const Lexeme& lexeme, std::size_t colon) {
  QueryNode field;
  field.kind = QueryNode::Kind::field;
  field.name = lower(text_of(lexeme).substr(0, colon));
  field.text = text_of(lexeme).substr(colon + 1);
  if (field.text.empty() && at_ < text_.size() && text_[at_] == '"') {
    const std::size_t close = text_.find('"', at_ + 1);
    if (close == std::string_view::npos)
      return fail(at_, tr("aanhalingsteken openen zonder sluiten"));
    field.text = text_.substr(at_ + 1, close - at_ - 1);
    at_ = offset_of(close + 1);
  }
  field.span = {lexeme.span.begin, at_};
  if (field.text.find_first_not_of(' ') == std::string::npos)
    return fail(lexeme.span.begin, tr("na '{}:' ontbreekt een waarde", field.name));
  return field;
}

std::optional<QueryNode> QueryParser::word_node(Span span, bool exact) {
  Span inner = span;
  exact = exact || text_[inner.begin] == '=';
  if (text_[inner.begin] == '=') ++inner.begin;
  while (inner.begin < inner.end && is_edge_mark(text_[inner.end - 1])) --inner.end;
  while (inner.begin < inner.end && is_edge_mark(text_[inner.begin]) && text_[inner.begin] != '\'')
    ++inner.begin;
  QueryNode node;
  node.text = slice(text_, inner);
  node.span = span;
  node.kind = exact ? QueryNode::Kind::exact : QueryNode::Kind::word;
  const std::size_t star = node.text.find('*');
  if (star != std::string::npos && !exact) node.kind = QueryNode::Kind::wildcard;
  const auto is_inside = [&node](std::size_t place) {
    return place > 0 && place + 1 < node.text.size();
  };
  for (std::size_t place = star; place < node.text.size(); place = node.text.find('*', place + 1))
    if (exact || is_inside(place))
      return fail(inner.begin + offset_of(place),
                  exact ? tr("een exact woord kan geen * hebben")
                        : tr("een * kan alleen aan het begin of het eind van een woord staan"));
  if (!has_letter_or_digit(node.text))
    return fail(span.begin, tr("'{}' is geen woord", slice(text_, span)));
  return node;
}

}  // namespace pipeline
