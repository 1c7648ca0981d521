#include "pipeline/learn/word_groups.h"

#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

void add(const std::unordered_map<std::string, std::vector<std::string>>& holders,
         const std::string& word, std::vector<std::string_view>& to) {
  const auto at = holders.find(word);
  if (at != holders.end()) to.insert(to.end(), at->second.begin(), at->second.end());
}

}  // namespace

WordGroups::WordGroups(const Lexicon& lexicon) {
  for (const auto& [name, members] : lexicon.groups)
    for (const GroupMember& it : members) take(lexicon, it.tree, name);
}

// Groups within groups count for both; the lexicon has no circles of them.
void WordGroups::take(const Lexicon& lexicon, const PatternNode& node, const std::string& group) {
  if (node.kind == PatternNode::Kind::word) {
    const WordTest::Kind kind = node.word.kind;
    if (kind == WordTest::Kind::lemma || kind == WordTest::Kind::exact)
      words_[node.word.text].push_back(group);
    if (kind == WordTest::Kind::suffix) endings_[node.word.text].push_back(group);
  } else if (node.kind == PatternNode::Kind::group) {
    if (const auto at = lexicon.groups.find(node.group); at != lexicon.groups.end())
      for (const GroupMember& it : at->second) take(lexicon, it.tree, group);
  } else if (node.kind == PatternNode::Kind::alternatives) {
    for (const PatternNode& it : node.children) take(lexicon, it, group);
  }
}

void WordGroups::add_by_lemma(std::string_view lemma, std::vector<std::string_view>& to) const {
  add(words_, fold(lemma), to);
}

void WordGroups::add_by_form(const Word& word, std::vector<std::string_view>& to) const {
  add(words_, word.folded, to);
  if (!word.parts.empty()) add(endings_, fold(word.parts.back().lemma), to);
}

}  // namespace pipeline
