// Any bytes for the files of a lexicon give a lexicon that hangs together, or errors that say
// something. "--- relatie.toml" on a line begins a file.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/lexicon/lexicon_reader.h"
#include "pipeline/lexicon/pattern_shape.h"

namespace {

using pipeline::Lexicon;

std::vector<pipeline::LexiconText> files_in(std::string_view text) {
  std::vector<pipeline::LexiconText> files;
  constexpr std::string_view mark = "--- ";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    if (line.starts_with(mark))
      files.push_back({std::string(line.substr(mark.size(), end - mark.size() - 1)), {}});
    else if (!files.empty())
      files.back().toml += line;
    text.remove_prefix(end);
  }
  return files;
}

bool groups_are_there(const Lexicon& lexicon, const pipeline::PatternNode& tree) {
  for (const std::string& group : pipeline::groups_in(tree))
    if (!lexicon.groups.contains(group)) return false;
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto lexicon = pipeline::parse_lexicon(
      files_in({reinterpret_cast<const char*>(bytes), size}), "lexicons/proef");
  if (!lexicon) {
    if (lexicon.error().empty()) std::abort();
    for (const auto& error : lexicon.error())
      if (error.message.empty() || error.where.empty()) std::abort();
    return 0;
  }
  if (lexicon->id.empty() || lexicon->factors.empty() || lexicon->hash.size() != 32) std::abort();
  for (const auto& pattern : lexicon->patterns)
    if (pattern.factor >= lexicon->factors.size() || !groups_are_there(*lexicon, pattern.tree))
      std::abort();
  for (const auto& it : lexicon->false_friends)
    if (it.factor >= lexicon->factors.size() || !groups_are_there(*lexicon, it.tree) ||
        it.pattern.value_or(0) >= lexicon->patterns.size())
      std::abort();
  for (const auto& example : lexicon->examples)
    if (example.factor >= lexicon->factors.size() || example.sentence.empty()) std::abort();
  for (const auto& cue : lexicon->cues)
    if (!groups_are_there(*lexicon, cue.tree)) std::abort();
  return 0;
}
