#include "tests/quality/treebanks.h"

#include <fstream>
#include <sstream>
#include <string_view>

namespace pipeline {
namespace {

enum Column : std::size_t { id, form, lemma, upos, xpos, feats, head, relation, deps, misc };

bool ends_with_stop(std::string_view text) {
  constexpr std::string_view closers = "\")'] ";
  while (!text.empty() && closers.find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  return text.ends_with("…") ||
         (!text.empty() && std::string_view(".!?").find(text.back()) != std::string_view::npos);
}

void append(Treebank& bank, const Tree& tree) {
  if (!bank.text.empty()) {
    const bool goes_on = bank.trees.back().paragraph == tree.paragraph && ends_with_stop(bank.text);
    bank.text += goes_on ? " " : "\n\n";
  }
  const auto begin = static_cast<std::uint32_t>(bank.text.size());
  for (std::size_t i = 0; i < tree.words.size(); ++i) {
    const auto from = static_cast<std::uint32_t>(bank.text.size());
    bank.text += tree.words[i].form;
    bank.tokens.emplace_back(from, static_cast<std::uint32_t>(bank.text.size()));
    if (tree.words[i].space_after && i + 1 < tree.words.size()) bank.text += ' ';
  }
  bank.sentences.emplace_back(begin, static_cast<std::uint32_t>(bank.text.size()));
  bank.trees.push_back(tree);
}

// "WR-P-E-I-0000050381.p.1.s.2" -> "WR-P-E-I-0000050381.p.1".
std::string paragraph_of(const std::string& sentence) {
  return sentence.substr(0, sentence.rfind(".s."));
}

TreeWord word_of(const std::vector<std::string>& cells) {
  return {cells[form],
          cells[lemma],
          cells[upos],
          cells[relation],
          static_cast<std::uint32_t>(std::stoul(cells[head])),
          cells[misc].find("SpaceAfter=No") == std::string::npos};
}

}  // namespace

Treebank read_treebank(const std::filesystem::path& file) {
  Treebank bank;
  Tree tree;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# sent_id = ")) tree.paragraph = paragraph_of(line.substr(12));
    if (line.empty() && !tree.words.empty()) {
      append(bank, tree);
      tree = {};
    }
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(cell);
    // Contracted and empty nodes have ids such as 3-4 and 3.1.
    if (cells.size() == 10 && cells[id].find_first_not_of("0123456789") == std::string::npos)
      tree.words.push_back(word_of(cells));
  }
  return bank;
}

}  // namespace pipeline
