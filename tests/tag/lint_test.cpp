#include "pipeline/tag/lint.h"

#include <gtest/gtest.h>

#include "pipeline/lexicon/lexicon_reader.h"
#include "tests/tag/words.h"

namespace pipeline {
namespace {

// A lexicon of one factor with these lines, and these of groepen.toml.
Lexicon lexicon_with(const std::string& lines, const std::string& groups = "") {
  return parse_lexicon(
             {{"lexicon.toml", "id = \"proef\"\nversie = \"1\"\ntitel = \"P\"\ntaal = \"nl\"\n"},
              {"groepen.toml", groups},
              {"t.toml",
               "thema = \"t\"\n[[factor]]\nid = \"f\"\nlabel = \"F\"\ndefinitie = \"D\"\n" +
                   lines}},
             "L")
      .value();
}

// "t.toml:6:11 onbekend-woord", for each note.
std::vector<std::string> notes_of(const Lexicon& lexicon) {
  Vocabulary vocabulary(word_table());
  std::vector<std::string> shown;
  for (const LintNote& note : lint(lexicon, vocabulary))
    shown.push_back(note.source.file + ":" + std::to_string(note.source.line) + ":" +
                    std::to_string(note.source.column) + " " + std::string(to_string(note.kind)));
  return shown;
}

TEST(LintWords, FindsWordsThatNoOneKnows) {
  const Lexicon lexicon = lexicon_with(
      "succes = ['vertrowen', 'vertrouwensband', 'zorgcooperatie', '=Xyzzyx', 'xyzzyx*', '(goed)? "
      "\"zlorb\" <partij>']\n"
      "behalve = ['blorgh']\n",
      "[groep]\npartij = ['gemeente', 'gemeentte']\n");
  EXPECT_EQ(notes_of(lexicon), (std::vector<std::string>{
                                   "groepen.toml:2:23 onbekend-woord", "t.toml:6:11 onbekend-woord",
                                   "t.toml:6:83 onbekend-woord", "t.toml:7:12 onbekend-woord"}));
}

}  // namespace
}  // namespace pipeline
