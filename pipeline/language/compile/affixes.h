// The affix rules of a Hunspell dictionary (nl.aff): flag "Zb" says that "tuin" has "tuinen", a
// plural noun. Read as a statement about words, not used for spelling.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pipeline {

struct ExpandedForm {
  std::string form;
  std::string flag;  // that made it: "Zb"; for a prefixed and suffixed form the suffix's
  std::string tag;   // Hunspell's "ts:" field: "NN2"; may be empty
  bool is_prefixed = false;

  friend bool operator==(const ExpandedForm&, const ExpandedForm&) = default;
};

class Affixes {
 public:
  // `text` is the whole of nl.aff; lines that are no affix rules are passed over.
  explicit Affixes(std::string_view text);

  // All forms that the flags ("ZbYa": two letters each) give the word, itself not included.
  std::vector<ExpandedForm> expand(std::string_view word, std::string_view flags) const;

 private:
  struct Rule {
    std::string strip, add, condition, tag;
    bool is_prefix = false;
  };
  static bool applies(const Rule& rule, std::string_view word);
  static std::string apply(const Rule& rule, std::string_view word);
  std::map<std::string, std::vector<Rule>, std::less<>> rules_;
};

// "ZbYa" -> "Zb", "Ya".
std::vector<std::string> flags_of(std::string_view flags);

}  // namespace pipeline
