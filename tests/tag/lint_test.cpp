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
              {"context.toml",
               "[[cue]]\nklasse = \"ontkenning\"\nrichting = \"vooruit\"\npatronen = ['geen']\n"},
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

// "vertrowen onbekend-woord", for each note on a pattern of succes, faal.
std::vector<std::string> kinds_of(const std::string& lines, const std::string& groups = "") {
  const Lexicon lexicon = lexicon_with(lines, groups);
  Vocabulary vocabulary(word_table());
  std::vector<std::string> shown;
  for (const LintNote& note : lint(lexicon, vocabulary)) {
    const std::size_t begin = note.message.find('\'') + 1;
    shown.push_back(note.message.substr(begin, note.message.find('\'', begin) - begin) + " " +
                    std::string(to_string(note.kind)));
  }
  return shown;
}

using Notes = std::vector<std::string>;

TEST(LintWords, FindsWordsThatNoOneKnows) {
  const Lexicon lexicon = lexicon_with(
      "succes = ['vertrowen', 'vertrouwensband', 'zorgcooperatie', '=Qwrtz', 'xyzzyx*', '(goed)? "
      "\"zlorb\" <partij>']\n"
      "behalve = ['blorgh']\n",
      "[groep]\npartij = ['gemeente', 'gemeentte']\n");
  EXPECT_EQ(notes_of(lexicon),
            (Notes{"groepen.toml:2:23 onbekend-woord", "t.toml:6:11 onbekend-woord",
                   "t.toml:6:82 onbekend-woord", "t.toml:7:12 onbekend-woord"}));
}

TEST(LintWords, FindsPatternsThatCanNeverMatch) {
  EXPECT_EQ(kinds_of("succes = ['werk_bw', 'werken_zn', 'werk_ww', 'op- en af', 'wij-zij', 'o.a.', "
                     "'/^VPT/', '/^[A-Z]pt/', '/goed werk/', '/\\bvpt/']\n"),
            (Notes{"werk_bw nooit", "op- en af nooit", "/^VPT/ nooit", "/goed werk/ nooit"}));
  EXPECT_EQ(kinds_of("succes = [{ p = 'ruimte huren', niet = ['ruimte'] }, 'zaal huren']\n"
                     "faal = [{ p = 'ruimte', niet = ['ruimte huren'] }, 'huis te huur']\n"
                     "behalve = ['huis [3] huur']\n"),
            (Notes{"ruimte huren nooit", "huis te huur nooit"}));
}

TEST(LintWords, FindsPatternsThatAnotherMakesSuperfluous) {
  const std::string groups =
      "[groep]\npartij = ['gemeente', 'zorgkantoor', 'raad van bestuur']\n"
      "stad = ['gemeente', 'dorp']\n";
  struct Row {
    std::string lines;
    Notes notes;
  };
  const std::vector<Row> table{
      {"succes = ['samenwerking', 'samenwerk*']\n", {"samenwerking gedekt"}},
      {"succes = ['samenwerk*', '*werk*']\n", {"samenwerk* gedekt"}},
      {"succes = ['\"regels\"', 'regel']\n", {"\"regels\" gedekt"}},
      {"succes = ['regel', 'regels_zn']\n", {}},  // "regels" may be a form of "regelen"
      {"succes = ['regel_zn', 'regel']\n", {"regel_zn gedekt"}},
      {"succes = ['overleg', 'goed overleg']\n", {"goed overleg gedekt"}},
      {"succes = ['overleg', 'geen overleg']\n", {}},  // "geen" is a cue
      {"succes = ['overleg', 'overleg [2] gemeente']\n", {"overleg [2] gemeente gedekt"}},
      {"succes = ['goed [2] overleg', 'goed overleg']\n", {"goed overleg gedekt"}},
      {"succes = ['goed overleg', 'goed [2] overleg']\n", {"goed overleg gedekt"}},
      {"succes = ['goed [1] overleg', 'goed [2] overleg', 'goed zorg [2] overleg']\n",
       {"goed [1] overleg gedekt"}},
      {"succes = ['goed ~4 overleg', 'overleg [2] goed']\n", {"overleg [2] goed gedekt"}},
      {"succes = ['(overleg|gesprek)', 'gesprek', 'praten']\n", {"gesprek gedekt"}},
      {"succes = ['(goed)? overleg', 'overleg']\n", {"overleg gedekt"}},
      {"succes = ['<partij>', 'zorgkantoor']\n", {"zorgkantoor gedekt"}},
      {"succes = ['<partij>', '<stad>']\n", {}},
      {"succes = ['gemeente', 'zorgkantoor', '<partij>']\n",
       {"gemeente gedekt", "zorgkantoor gedekt"}},
      {"succes = ['overleg']\nfaal = ['goed overleg']\n", {}},
      // It keeps the shorter one of another valence from its words.
      {"succes = ['overleg', 'moeilijk overleg']\nfaal = ['moeilijk']\n", {}},
      {"succes = ['overleg', { p = 'goed overleg', sterkte = \"zwak\" }]\n", {}},
      {"succes = ['goed overleg', { p = 'overleg', niet = ['koor'] }]\n", {}},
      {"succes = ['overleg ~beurt gemeente', 'overleg']\n", {}},
  };
  for (const Row& row : table) EXPECT_EQ(kinds_of(row.lines, groups), row.notes) << row.lines;
}

// Patterns and groups that could be compared in endless ways.
TEST(LintWords, EndsWhateverTheLexicon) {
  std::string many = "zo", gaps = "zo", groups = "[groep]\n";
  for (int i = 0; i < 400; ++i) many += " zo";
  for (int i = 0; i < 60; ++i) gaps += " [20] zo";
  for (char c = 'a'; c < 'y'; ++c) {
    const std::string next = std::string("'<") + static_cast<char>(c + 1) + ">'";
    groups +=
        std::string(1, c) + " = [" + next + ", " + next + ", '(x|" + next.substr(1, 3) + ")']\n";
  }
  groups += "y = ['zo']\n";
  EXPECT_EQ(kinds_of("succes = ['" + many + "', '" + gaps + " nooit', '<a>']\n", groups).size(),
            2U);
}

TEST(LintWords, ShowsWhatAWideWildcardCatches) {
  const Lexicon lexicon =
      lexicon_with("succes = ['woord*', 'woord* houden', 'ander*', '(woord*|daad)']\n");
  std::vector<std::string> words{"andere", "anders"};
  for (int i = 0; i < 50; ++i) words.push_back("Woord" + std::string(1, 'a') + std::to_string(i));
  Vocabulary vocabulary(word_table());
  std::vector<LintNote> wide;
  for (const LintNote& note : lint(lexicon, vocabulary, words))
    if (note.kind == LintNote::Kind::wide_wildcard) wide.push_back(note);
  ASSERT_EQ(wide.size(), 2U);
  EXPECT_EQ(wide[0].source.column, 11U);
  EXPECT_EQ(wide[0].forms.size(), 50U);
  EXPECT_EQ(wide[0].forms.front(), "woorda0");
  EXPECT_EQ(wide[0].message,
            "patroon 'woord*': vangt in deze teksten 50 verschillende vormen; horen die er alle "
            "bij?");
}

}  // namespace
}  // namespace pipeline
