// A dictionary of another program: categories with words, as LIWC, quanteda, WordStat, Lexicoder
// and Yoshikoder know them. No inflection, no context: a word stands for itself, `*` for any
// letters.
//   relatie
//     vertrouwen: "vertrouw*", "in goed vertrouwen"
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace pipeline {

struct DictionaryTerm {
  std::string text;         // words with one blank in between; `*` any letters, `?` one
  bool is_pattern = false;  // text is a pattern of this program's own language
  unsigned line = 0;        // in the file that was read; 0: unknown

  friend bool operator==(const DictionaryTerm& a, const DictionaryTerm& b) {
    return a.text == b.text && a.is_pattern == b.is_pattern;
  }
};

struct DictionaryCategory {
  std::vector<std::string> path;  // names, the outermost first; never empty
  std::string definition;
  std::vector<DictionaryTerm> terms;

  friend bool operator==(const DictionaryCategory&, const DictionaryCategory&) = default;
};

struct Dictionary {
  std::vector<DictionaryCategory> categories;  // each path once

  friend bool operator==(const Dictionary&, const Dictionary&) = default;

  // The category with this path, made at the end if it is not there.
  DictionaryCategory& category(const std::vector<std::string>& path);
};

// The categories as a tree, in the order of their first mention. Refers to the dictionary.
struct DictionaryNode {
  std::string name;
  const DictionaryCategory* category = nullptr;  // none: only others stand below it
  std::vector<DictionaryNode> children;
};
DictionaryNode tree_of(const Dictionary& dictionary);  // the root has no name

// What could not be taken along, and why.
struct LeftOut {
  std::string where;  // "regel 12", "relatie.toml:12"; empty: of the whole
  std::string text, reason;

  friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

template <typename T>
struct Translated {
  T result;
  std::vector<LeftOut> left_out;
};

}  // namespace pipeline
