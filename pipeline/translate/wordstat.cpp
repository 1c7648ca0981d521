// WordStat (.cat): tabs are the depth; a line with a weight in brackets is a word, `_` joins the
// words of a phrase; a line without is a category. Also Lexicoder 3 (.lc3): +CATEGORY, then its
// words.
#include <algorithm>
#include <regex>

#include "pipeline/translate/formats.h"

namespace pipeline {
namespace {

constexpr const char* path_separator = " / ";

void put(Dictionary& dictionary, const std::vector<std::string>& path, std::string term,
         std::size_t line, std::vector<LeftOut>& left_out) {
  auto& terms = dictionary.category(path).terms;
  const DictionaryTerm it{std::move(term), false, static_cast<unsigned>(line)};
  if (std::find(terms.begin(), terms.end(), it) == terms.end())
    terms.push_back(it);
  else
    left_out.push_back({line_name(line), it.text, tr("staat al in deze categorie")});
}

class WordStatReader {
 public:
  Translated<Dictionary> read(std::string_view text) {
    std::size_t number = 0;
    for (const std::string_view line : dictionary_lines(text)) read_line(line, ++number);
    return {std::move(dictionary_), std::move(left_out_)};
  }

 private:
  void leave(std::size_t line, std::string_view text, std::string reason) {
    left_out_.push_back({line_name(line), std::string(text), std::move(reason)});
  }

  void read_line(std::string_view line, std::size_t number) {
    const std::size_t depth = std::min(line.find_first_not_of(" \t"), line.size());
    const auto tabs = static_cast<std::size_t>(
        std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(depth), '\t'));
    const std::string rest(trimmed(line));
    if (rest.empty()) return;
    if (rest.front() == '@')
      return leave(number, rest,
                   tr("een regel met NEAR, BEFORE of AFTER; schrijf die als patroon met ~ of [n]"));
    static const std::regex entry(R"((.*\S)\s*\((-?[0-9.,]+)\))");
    std::smatch parts;
    if (!std::regex_match(rest, parts, entry)) {
      path_.resize(std::min(tabs, path_.size()));
      path_.push_back(rest);
      dictionary_.category(path_);
      return;
    }
    std::string term = parts[1];
    std::replace(term.begin(), term.end(), '_', ' ');
    if (parts[2] != "1")
      leave(number, rest, tr("het gewicht vervalt; het woord telt als elk ander"));
    path_.resize(std::min(tabs, path_.size()));
    if (path_.empty()) return leave(number, rest, tr("een woord zonder categorie"));
    put(dictionary_, path_, std::move(term), number, left_out_);
  }

  Dictionary dictionary_;
  std::vector<LeftOut> left_out_;
  std::vector<std::string> path_;
};

void write_node(const DictionaryNode& node, std::size_t depth, std::string& text) {
  const std::string margin(depth, '\t');
  text += margin + node.name + "\r\n";
  if (node.category != nullptr)
    for (DictionaryTerm term : node.category->terms) {
      std::replace(term.text.begin(), term.text.end(), ' ', '_');
      text += margin + '\t' + term.text + " (1)\r\n";
    }
  for (const DictionaryNode& child : node.children) write_node(child, depth + 1, text);
}

std::vector<std::string> path_of(std::string name) {
  std::vector<std::string> path;
  for (std::size_t at = name.find(path_separator); at != std::string::npos;
       at = name.find(path_separator)) {
    path.push_back(name.substr(0, at));
    name.erase(0, at + std::string_view(path_separator).size());
  }
  path.push_back(std::move(name));
  return path;
}

}  // namespace

ReadDictionary read_wordstat(std::string_view text, const std::string& name) {
  auto read = WordStatReader().read(text);
  std::erase_if(read.result.categories,
                [&](const DictionaryCategory& it) { return it.terms.empty(); });
  if (read.result.categories.empty())
    return failure(
        tr("hier staat geen enkel woord; een WordStat-bestand heeft regels als TAB WOORD (1)"),
        name);
  return read;
}

std::string write_wordstat(const Dictionary& dictionary) {
  std::string text;
  for (const DictionaryNode& node : tree_of(dictionary).children) write_node(node, 0, text);
  return text;
}

// A blank at the edge of a word only says that the word ends there.
ReadDictionary read_lexicoder(std::string_view text, const std::string& name) {
  Translated<Dictionary> read;
  std::vector<std::string> path;
  std::size_t number = 0;
  for (const std::string_view line : dictionary_lines(text)) {
    ++number;
    const std::string rest(trimmed(line));
    if (rest.empty()) continue;
    if (rest.front() == '+') {
      static const std::regex colour("#[0-9A-Fa-f]{6}$");
      path = path_of(std::string(trimmed(std::regex_replace(rest.substr(1), colour, ""))));
      continue;
    }
    if (path.empty())
      return failure(tr("een Lexicoder-bestand begint met een regel +CATEGORIE"), name,
                     static_cast<unsigned>(number));
    put(read.result, path, rest, number, read.left_out);
  }
  if (read.result.categories.empty()) return failure(tr("hier staat geen enkel woord"), name);
  return read;
}

// Knows no categories within others: their names are joined.
std::string write_lexicoder(const Dictionary& dictionary) {
  std::string text;
  for (const DictionaryCategory& category : dictionary.categories) {
    std::string name;
    for (const std::string& part : category.path)
      name += (name.empty() ? "" : path_separator) + part;
    text += "+" + name + "\n";
    for (const DictionaryTerm& term : category.terms) text += " " + term.text + " \n";
  }
  return text;
}

}  // namespace pipeline
