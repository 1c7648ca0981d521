// LIWC (.dic): a legend of numbered categories between two lines with %, then a word a line with
// the numbers of its categories. Tabs before a category are its depth.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "pipeline/translate/formats.h"

namespace pipeline {
namespace {

std::optional<unsigned> number_of(std::string_view text) {
  unsigned number = 0;
  const auto [rest, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (wrong != std::errc() || rest != text.data() + text.size()) return std::nullopt;
  return number;
}

std::vector<std::string_view> split(std::string_view text, const char* separators) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t begin = text.find_first_not_of(separators);
    if (begin == std::string_view::npos) return parts;
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

class LiwcReader {
 public:
  ReadDictionary read(std::string_view text, const std::string& name) {
    unsigned marks = 0;
    std::size_t number = 0;
    for (const std::string_view line : dictionary_lines(text)) {
      ++number;
      if (trimmed(line).empty()) continue;
      if (trimmed(line) == "%")
        ++marks;
      else if (marks == 1)
        read_category(line, number);
      else if (marks == 2)
        read_term(line, number);
      else
        return failure(tr("een LIWC-bestand begint met een regel % en de lijst van categorieën"),
                       name, static_cast<unsigned>(number));
    }
    if (marks != 2)
      return failure(
          tr("de lijst van categorieën staat tussen twee regels met %; er zijn er {}", marks),
          name);
    drop_empty();
    return Translated<Dictionary>{std::move(dictionary_), std::move(left_out_)};
  }

 private:
  void leave(std::size_t line, std::string_view text, std::string reason) {
    left_out_.push_back({line_name(line), std::string(text), std::move(reason)});
  }

  void read_category(std::string_view line, std::size_t number) {
    const std::size_t depth = line.find_first_not_of('\t');
    const std::string_view rest = trimmed(line);
    const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
    const auto id = number_of(rest.substr(0, end));
    const std::string name(trimmed(id ? rest.substr(end) : rest));
    if (name.empty()) return leave(number, rest, tr("een nummer zonder naam"));
    path_.resize(std::min(depth, path_.size()));
    path_.push_back(name);
    lines_[path_] = number;
    dictionary_.category(path_);
    if (!id) return;
    if (!categories_.try_emplace(*id, path_).second)
      leave(number, rest, tr("dit nummer is al van een andere categorie"));
  }

  void read_term(std::string_view line, std::size_t number) {
    const std::size_t end = line.find('\t');
    if (end == std::string_view::npos)
      return leave(number, trimmed(line), tr("geen tab met nummers van categorieën"));
    const std::string term(trimmed(line.substr(0, end)));
    for (const std::string_view field : split(line.substr(end), "\t")) add(term, field, number);
  }

  // "131", "<of>131/125" (131 after "of", else 125), "(02 134)126" (only beside those categories).
  void add(const std::string& term, std::string_view field, std::size_t number) {
    if (field.find_first_of("<(") != std::string_view::npos) {
      const std::size_t slash = field.rfind('/');
      leave(number, term + " " + std::string(field),
            slash == std::string_view::npos
                ? tr("geldt alleen onder een voorwaarde; die kent een lexicon niet")
                : tr("de voorwaarde vervalt; genomen is wat anders geldt"));
      if (slash == std::string_view::npos) return;
      field.remove_prefix(slash + 1);
    }
    for (const std::string_view id : split(field, " ")) {
      const auto known = number_of(id);
      const auto category = known ? categories_.find(*known) : categories_.end();
      if (category == categories_.end())
        leave(number, term + " " + std::string(id), tr("er is geen categorie met dit nummer"));
      else
        put(term, category->second, number);
    }
  }

  void put(const std::string& term, const std::vector<std::string>& path, std::size_t number) {
    auto& terms = dictionary_.category(path).terms;
    const DictionaryTerm it{term, false, static_cast<unsigned>(number)};
    if (std::find(terms.begin(), terms.end(), it) == terms.end()) terms.push_back(it);
  }

  bool has_words_below(const std::vector<std::string>& path) const {
    return std::ranges::any_of(dictionary_.categories, [&](const DictionaryCategory& it) {
      return !it.terms.empty() && it.path.size() > path.size() &&
             std::equal(path.begin(), path.end(), it.path.begin());
    });
  }

  void drop_empty() {
    for (const DictionaryCategory& it : dictionary_.categories)
      if (it.terms.empty() && !has_words_below(it.path))
        leave(lines_[it.path], it.path.back(), tr("een categorie zonder woorden"));
    std::erase_if(dictionary_.categories,
                  [](const DictionaryCategory& it) { return it.terms.empty(); });
  }

  Dictionary dictionary_;
  std::vector<LeftOut> left_out_;
  std::vector<std::string> path_;
  std::map<unsigned, std::vector<std::string>> categories_;
  std::map<std::vector<std::string>, std::size_t> lines_;
};

}  // namespace

ReadDictionary read_liwc(std::string_view text, const std::string& name) {
  return LiwcReader().read(text, name);
}

namespace {

class LiwcWriter {
 public:
  std::string write(const Dictionary& dictionary) {
    for (const DictionaryNode& node : tree_of(dictionary).children) add(node, 0);
    std::string body;
    for (const std::string& term : order_) body += term + numbers_[term] + '\n';
    return "%\n" + legend_ + "%\n" + body;
  }

 private:
  // Categories above others have a line of their own, with a number too.
  void add(const DictionaryNode& node, std::size_t depth) {
    const std::string number = '\t' + std::to_string(++count_);
    legend_ += std::string(depth, '\t') + number.substr(1) + '\t' + node.name + '\n';
    if (node.category != nullptr)
      for (const DictionaryTerm& term : node.category->terms) {
        std::string& numbers = numbers_[term.text];
        if (numbers.empty()) order_.push_back(term.text);
        numbers += number;
      }
    for (const DictionaryNode& child : node.children) add(child, depth + 1);
  }

  std::size_t count_ = 0;
  std::string legend_;
  std::map<std::string, std::string> numbers_;
  std::vector<std::string> order_;
};

}  // namespace

std::string write_liwc(const Dictionary& dictionary) {
  return LiwcWriter().write(dictionary);
}

}  // namespace pipeline
