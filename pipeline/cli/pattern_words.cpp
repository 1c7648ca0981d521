#include "pipeline/cli/pattern_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

class Collector {
 public:
  explicit Collector(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // The name of a group that is not there; empty: all are.
  std::string collect(const PatternNode& node) {
    if (node.kind == PatternNode::Kind::word && node.word.kind != WordTest::Kind::any &&
        std::ranges::find(tests_, node.word) == tests_.end())
      tests_.push_back(node.word);
    if (node.kind == PatternNode::Kind::group && groups_.insert(node.group).second) {
      const auto group = lexicon_.groups.find(node.group);
      if (group == lexicon_.groups.end()) return node.group;
      for (const GroupMember& member : group->second)
        if (std::string missing = collect(member.tree); !missing.empty()) return missing;
    }
    for (const PatternNode& child : node.children)
      if (std::string missing = collect(child); !missing.empty()) return missing;
    return {};
  }

  std::vector<WordTest> take() { return std::move(tests_); }

 private:
  const Lexicon& lexicon_;
  std::vector<WordTest> tests_;
  std::set<std::string> groups_;
};

std::string_view part_ending(PartOfSpeech part) {
  switch (part) {
    case PartOfSpeech::any:
      return "";
    case PartOfSpeech::noun:
      return "_zn";
    case PartOfSpeech::verb:
      return "_ww";
    case PartOfSpeech::adjective:
      return "_bn";
    case PartOfSpeech::adverb:
      return "_bw";
  }
  return "";
}

}  // namespace

Result<std::vector<WordTest>> pattern_words(const std::string& pattern, const Lexicon& lexicon) {
  const auto tree = parse_pattern(pattern);
  if (!tree) return tl::unexpected(tree.error());
  Collector collector(lexicon);
  if (const std::string missing = collector.collect(*tree); !missing.empty())
    return failure(tr("het lexicon van de studie heeft geen woordgroep <{}>", missing));
  return collector.take();
}

std::string pattern_word(const WordTest& test) {
  switch (test.kind) {
    case WordTest::Kind::exact:
      return fmt::format("\"{}\"", test.text);
    case WordTest::Kind::cased:
      return "=" + test.text;
    case WordTest::Kind::prefix:
      return test.text + "*";
    case WordTest::Kind::suffix:
      return "*" + test.text;
    case WordTest::Kind::infix:
      return "*" + test.text + "*";
    case WordTest::Kind::expression:
      return "/" + test.text + "/";
    default:
      return test.text + std::string(part_ending(test.part));
  }
}

}  // namespace pipeline
