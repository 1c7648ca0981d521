// Treebanks in CoNLL-U, as far as the analysis is measured on them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace pipeline {

struct TreeWord {
  std::string form, lemma, word_class, relation;
  std::uint32_t head = 0;  // from 1, within its sentence
  bool space_after = true;
};

struct Tree {
  std::string paragraph;
  std::vector<TreeWord> words;
};

// A treebank as a document: paragraphs stand apart by a blank line, as does a sentence that does
// not end in a full stop. Spans are of the text.
struct Treebank {
  std::vector<Tree> trees;
  std::string text;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> tokens, sentences;
};

Treebank read_treebank(const std::filesystem::path& file);

// How much of what was given is right, and of what is right was given; in per cent.
struct Score {
  double right = 0, given = 0, gold = 0;

  double precision() const { return given == 0 ? 0 : 100 * right / given; }
  double recall() const { return gold == 0 ? 0 : 100 * right / gold; }
  double f1() const { return given + gold == 0 ? 0 : 200 * right / (given + gold); }
};

}  // namespace pipeline
