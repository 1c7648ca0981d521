#include "pipeline/language/compile/affixes.h"

#include <sstream>

#include "pipeline/model/utf8.h"

namespace pipeline {
namespace {

// Does the last (first) letter of a word fit a condition such as "[^aeou][i]"? Conditions are of
// single bytes but for a few accented vowels, which are compared as whole letters.
bool fits(std::string_view word, std::string_view condition) {
  if (condition == ".") return true;
  // From the end: one letter of the word against one unit of the condition.
  std::size_t at = word.size();
  std::size_t end = condition.size();
  const auto letter_before = [](std::string_view text, std::size_t& position) {
    const std::size_t last = position;
    while (position > 0 && !begins_code_point(text[--position])) {
    }
    return text.substr(position, last - position);
  };
  while (end > 0) {
    if (at == 0) return false;
    const std::string_view letter = letter_before(word, at);
    if (condition[end - 1] != ']') {
      if (letter_before(condition, end) != letter) return false;
      continue;
    }
    const std::size_t open = condition.rfind('[', end - 1);
    if (open == std::string_view::npos) return false;
    std::string_view set = condition.substr(open + 1, end - open - 2);
    const bool negated = set.starts_with('^');
    if (negated) set.remove_prefix(1);
    if ((set.find(letter) != std::string_view::npos) == negated) return false;
    end = open;
  }
  return true;
}

}  // namespace

std::vector<std::string> flags_of(std::string_view flags) {
  std::vector<std::string> list;
  for (std::size_t i = 0; i + 1 < flags.size(); i += 2) list.emplace_back(flags.substr(i, 2));
  return list;
}

Affixes::Affixes(std::string_view text) {
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream cells(line);
    std::string kind, flag, strip, add, condition = ".", tag;
    cells >> kind >> flag >> strip >> add;
    if ((kind != "SFX" && kind != "PFX") || add.empty()) continue;
    if (strip == "Y" || strip == "N") continue;  // the head of a block, not a rule
    cells >> condition >> tag;
    if (condition.starts_with('#')) condition = ".";
    const std::size_t slash = add.find('/');
    Rule rule{strip == "0" ? "" : strip, add.substr(0, slash), condition, "", kind == "PFX"};
    if (rule.add == "0") rule.add.clear();
    if (tag.starts_with("ts:")) rule.tag = tag.substr(3);
    rules_[flag].push_back(std::move(rule));
  }
}

bool Affixes::applies(const Rule& rule, std::string_view word) {
  if (rule.is_prefix) return true;  // nl.aff sets no conditions on prefixes
  return word.size() >= rule.strip.size() &&
         word.substr(word.size() - rule.strip.size()) == rule.strip && fits(word, rule.condition);
}

std::string Affixes::apply(const Rule& rule, std::string_view word) {
  if (rule.is_prefix) return rule.add + std::string(word);
  return std::string(word.substr(0, word.size() - rule.strip.size())) + rule.add;
}

std::vector<ExpandedForm> Affixes::expand(std::string_view word, std::string_view flags) const {
  std::vector<ExpandedForm> forms;
  std::vector<std::string> bases{std::string(word)};
  const std::vector<std::string> list = flags_of(flags);
  for (const std::string& flag : list) {
    const auto it = rules_.find(flag);
    if (it == rules_.end()) continue;
    for (const Rule& rule : it->second) {
      if (!rule.is_prefix) continue;
      bases.push_back(apply(rule, word));
      forms.push_back({bases.back(), flag, rule.tag, true});
    }
  }
  for (const std::string& flag : list) {
    const auto it = rules_.find(flag);
    if (it == rules_.end()) continue;
    for (const Rule& rule : it->second)
      for (const std::string& base : bases)
        if (!rule.is_prefix && applies(rule, base))
          forms.push_back({apply(rule, base), flag, rule.tag, base != word});
  }
  return forms;
}

}  // namespace pipeline
