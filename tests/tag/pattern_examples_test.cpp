// The pattern language as docs/lexicon-format.md shows it: what each form finds, and what it does
// not.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/lexicon/lexicon_reader.h"
#include "pipeline/tag/tag.h"
#include "tests/tag/cut.h"
#include "tests/tag/words.h"

namespace pipeline {
namespace {

// The words that the pattern finds, first to last, in each sentence; "" where there are none.
std::string found_by(const std::string& pattern, const std::string& text) {
  const auto lexicon =
      parse_lexicon({{"lexicon.toml", "id = \"p\"\nversie = \"1\"\ntitel = \"P\"\ntaal = \"nl\"\n"},
                     {"groepen.toml",
                      "[groep]\npartij = ['gemeente', 'partner*', '<bestuur>']\n"
                      "bestuur = ['bestuurder', 'raad van bestuur']\n"},
                     {"t.toml",
                      "thema = \"t\"\n[[factor]]\nid = \"f\"\nlabel = \"F\"\ndefinitie = \"D\"\n"
                      "succes = [\'\'\'" +
                          pattern + "\'\'\']\n"}},
                    "L");
  if (!lexicon) return to_string(lexicon.error().front());
  static Vocabulary vocabulary(word_table());
  const Segmented segmented = Cutter(text).cut();
  const Tagger tagger(*lexicon, vocabulary);
  std::string found;
  for (const Coding& coding : tagger(text, segmented, analyse(text, segmented, vocabulary)))
    for (const Evidence& it : coding.evidence)
      found += (found.empty() ? "" : " + ") + std::string(slice(text, it.match));
  return found;
}

struct Row {
  std::string pattern, text, found;
};

void expect_found(const std::vector<Row>& table) {
  for (const Row& row : table)
    EXPECT_EQ(found_by(row.pattern, row.text), row.found) << row.pattern << " in " << row.text;
}

TEST(PatternExamples, OfWords) {
  expect_found({
      {"gedeelde visie", "Er waren gedeelde visies.", "gedeelde visies"},
      {"gedeelde visie", "Een gedeelde, heldere visie.", ""},
      {"zorgcooperatie", "Onze zorgcoöperaties groeien.", "zorgcoöperaties"},
      {"samenwerken", "Zij werkten goed samen.", "werkten goed samen"},
      {"samenwerken", "Wij hebben samengewerkt.", "samengewerkt"},
      {"regel", "De regels gelden.", "regels"},
      {"regel", "Wij hebben dat geregeld.", ""},
      {"overleg", "Het werkoverleg was kort.", ""},
      {"\"op één lijn\"", "Wij zaten Op een lijn.", "Op een lijn"},
      {"\"regel\"", "De regels gelden.", ""},
      {"=Wmo", "De Wmo geldt.", "Wmo"},
      {"=Wmo", "De wmo geldt.", ""},
      {"werk_zn", "Het werk was mooi.", "werk"},
      {"werk_zn", "Ik werk daar.", ""},
      {"regelen_ww", "Wij regelen dat.", "regelen"},
  });
}

TEST(PatternExamples, OfWildcardsAndExpressions) {
  expect_found({
      {"samenwerk*", "De samenwerkingen groeien.", "samenwerkingen"},
      {"samenwerk*", "De zorgsamenwerking groeit.", "zorgsamenwerking"},
      {"samenwerk*", "Wij hebben samengewerkt.", "samengewerkt"},
      {"samenwerk*", "Zij werkten goed samen.", "werkten goed samen"},
      {"*partner", "De ketenpartners kwamen.", "ketenpartners"},
      {"*partner", "Het partnerschap was goed.", ""},
      {"*werk*", "Een netwerkje van mensen.", "netwerkje"},
      {"op * lijn", "Wij zaten op dezelfde lijn.", "op dezelfde lijn"},
      {"op * lijn", "Wij zaten op lijn.", ""},
      {"/^her(ijk|zie)/", "De herziening kwam.", "herziening"},
      {"/^her(ijk|zie)/", "Een verherziening.", ""},
      {"/^her(ijk|zie)/ komen", "De HERZIENING kwam.", "HERZIENING kwam"},
  });
}

TEST(PatternExamples, OfPhrases) {
  expect_found({
      {"vertrouwen [3] winnen", "Het vertrouwen van bewoners winnen.",
       "vertrouwen van bewoners winnen"},
      {"vertrouwen [3] winnen", "Het vertrouwen winnen.", "vertrouwen winnen"},
      {"vertrouwen [1] winnen", "Het vertrouwen van bewoners winnen.", ""},
      {"(contact|overleg) hebben", "Wij hadden overleg.", ""},
      {"(contact|overleg) hebben", "Dat wij overleg hadden.", "overleg hadden"},
      {"(in gesprek|aan tafel) zijn", "Dat wij aan tafel waren.", "aan tafel waren"},
      {"(erg)? goed", "Het was erg goed.", "erg goed"},
      {"(erg)? goed", "Het was goed.", "goed"},
      {"<partij>? helpen", "Dat de gemeente hielp.", "gemeente hielp"},
      {"<partij>", "De raad van bestuur kwam.", "raad van bestuur"},
      {"met <partij>", "Praten met partners.", "met partners"},
  });
}

TEST(PatternExamples, OfWindows) {
  expect_found({
      {"vertrouwen ~6 gemeente", "De gemeente geniet vertrouwen.", "gemeente geniet vertrouwen"},
      {"vertrouwen ~1 gemeente", "De gemeente geniet al jaren vertrouwen.", ""},
      {"vertrouwen ~zin gemeente", "De gemeente, zeg ik u, heeft in dit dorp vertrouwen.",
       "gemeente, zeg ik u, heeft in dit dorp vertrouwen"},
      {"vertrouwen ~zin gemeente", "Er was vertrouwen. Dat kwam door de gemeente.", ""},
      {"vertrouwen ~beurt gemeente", "Er was vertrouwen. Dat kwam door de gemeente.",
       "vertrouwen + gemeente"},
      {"vertrouwen ~beurt gemeente", "Er was vertrouwen.\nDat kwam door de gemeente.", ""},
  });
}

}  // namespace
}  // namespace pipeline
