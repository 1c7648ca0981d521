// quanteda (YAML): maps within maps, at the end a list of words. Every scalar is text, whatever
// YAML makes of it: `no` is a word.
#include <yaml.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "pipeline/translate/formats.h"

namespace pipeline {
namespace {

constexpr std::size_t deepest = 64;

struct YamlEvent {
  yaml_event_t event{};
  ~YamlEvent() { yaml_event_delete(&event); }
};

class YamlReader {
 public:
  YamlReader(std::string_view text, const std::string& name) : name_(name) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
  }
  ~YamlReader() { yaml_parser_delete(&parser_); }
  YamlReader(const YamlReader&) = delete;
  YamlReader& operator=(const YamlReader&) = delete;

  ReadDictionary read() {
    for (next(); !error_ && type() != YAML_STREAM_END_EVENT; next())
      if (type() == YAML_MAPPING_START_EVENT)
        read_map();
      else if (type() == YAML_SCALAR_EVENT || type() == YAML_SEQUENCE_START_EVENT)
        fail(tr("een woordenboek begint met de naam van een categorie: naam: [woord, woord]"));
    if (error_) return tl::unexpected(*error_);
    std::erase_if(read_.result.categories,
                  [](const DictionaryCategory& it) { return it.terms.empty(); });
    if (read_.result.categories.empty()) return failure(tr("hier staat geen enkel woord"), name_);
    return std::move(read_);
  }

 private:
  yaml_event_type_t type() const { return now_->event.type; }
  std::size_t line() const { return now_->event.start_mark.line + 1; }
  std::string text() const {
    return std::string(trimmed({reinterpret_cast<const char*>(now_->event.data.scalar.value),
                                now_->event.data.scalar.length}));
  }
  void fail(std::string message) {
    if (!error_)
      error_ = Error{std::move(message), name_, static_cast<unsigned>(line()),
                     static_cast<unsigned>(now_->event.start_mark.column + 1)};
  }

  void next() {
    now_ = std::make_unique<YamlEvent>();
    if (yaml_parser_parse(&parser_, &now_->event) != 0) return;
    now_->event.type = YAML_STREAM_END_EVENT;
    error_ = Error{parser_.problem != nullptr ? tr("dit is geen YAML: {}", parser_.problem)
                                              : tr("dit is geen YAML: onleesbaar"),
                   name_, static_cast<unsigned>(parser_.problem_mark.line + 1),
                   static_cast<unsigned>(parser_.problem_mark.column + 1)};
  }

  void read_map() {
    if (path_.size() >= deepest) return fail(tr("de categorieën staan meer dan 64 diep in elkaar"));
    for (next(); !error_ && type() != YAML_MAPPING_END_EVENT; next()) {
      if (type() != YAML_SCALAR_EVENT) return fail(tr("hier hoort de naam van een categorie"));
      path_.push_back(text());
      next();
      if (!error_) read_value();
      path_.pop_back();
    }
  }

  void read_value() {
    switch (type()) {
      case YAML_SCALAR_EVENT:
        return put();
      case YAML_MAPPING_START_EVENT:
        return read_map();
      case YAML_SEQUENCE_START_EVENT:
        for (next(); !error_ && type() != YAML_SEQUENCE_END_EVENT; next()) read_value();
        return;
      case YAML_ALIAS_EVENT:
        read_.left_out.push_back(
            {line_name(line()), path_.back(),
             tr("een verwijzing (*naam) wordt niet gevolgd; schrijf de woorden uit")});
        return;
      default:
        return fail(tr("hier hoort een woord of een lijst van woorden"));
    }
  }

  // A category may have words of its own beside others: those stand under its own name again.
  void put() {
    std::vector<std::string> path = path_;
    if (path.size() > 1 && path[path.size() - 1] == path[path.size() - 2]) path.pop_back();
    const std::string word = text();
    if (word.empty()) return;
    auto& terms = read_.result.category(path).terms;
    const DictionaryTerm term{word, false, static_cast<unsigned>(line())};
    if (std::find(terms.begin(), terms.end(), term) == terms.end())
      terms.push_back(term);
    else
      read_.left_out.push_back({line_name(line()), word, tr("staat al in deze categorie")});
  }

  const std::string& name_;
  yaml_parser_t parser_{};
  std::unique_ptr<YamlEvent> now_;
  std::vector<std::string> path_;
  Translated<Dictionary> read_;
  std::optional<Error> error_;
};

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' || c == '\t' ? ' ' : c;
  }
  return out + '"';
}

void write_terms(const DictionaryCategory& category, const std::string& margin, std::string& text) {
  for (const DictionaryTerm& term : category.terms)
    text += margin + "- " + quoted(term.text) + "\n";
}

void write_node(const DictionaryNode& node, std::size_t depth, std::string& text) {
  const std::string margin(2 * depth, ' ');
  text += margin + quoted(node.name) + ":\n";
  if (node.children.empty()) {
    if (node.category != nullptr) write_terms(*node.category, margin + "  ", text);
    return;
  }
  if (node.category != nullptr && !node.category->terms.empty()) {
    text += margin + "  " + quoted(node.name) + ":\n";
    write_terms(*node.category, margin + "    ", text);
  }
  for (const DictionaryNode& child : node.children) write_node(child, depth + 1, text);
}

}  // namespace

ReadDictionary read_yaml(std::string_view text, const std::string& name) {
  return YamlReader(text, name).read();
}

std::string write_yaml(const Dictionary& dictionary) {
  std::string text;
  for (const DictionaryNode& node : tree_of(dictionary).children) write_node(node, 0, text);
  return text;
}

}  // namespace pipeline
