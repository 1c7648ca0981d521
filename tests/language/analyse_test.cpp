#include "pipeline/language/analyse.h"

#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>

namespace pipeline {
namespace {

const WordTable& table() {
  static const WordTable opened =
      WordTable::open(std::filesystem::path(SAMENSPEL_BINARY_DIR) / "words.bin").value();
  return opened;
}

// One sentence; words and signs stand apart by a space.
Segmented one_sentence(std::string_view text) {
  Segmented segmented;
  std::uint32_t begin = 0;
  for (std::uint32_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && text[at] != ' ') continue;
    if (at > begin) segmented.tokens.push_back({{begin, at}, TokenKind::word});
    begin = at + 1;
  }
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto count = static_cast<std::uint32_t>(segmented.tokens.size());
  segmented.sentences.push_back({{0, size}, 0, count});
  return segmented;
}

struct Sentence1 {
  Segmented segmented;
  Vocabulary vocabulary{table()};
  Analysed analysed;

  explicit Sentence1(std::string_view text) : segmented(one_sentence(text)) {
    analysed = analyse(text, segmented, vocabulary);
  }
  std::string reading(std::size_t token) const {
    const Word& word = vocabulary[analysed.words[token]];
    const Reading& reading = word.readings[analysed.readings[token]];
    return reading.lemma + " " + std::string(to_string(reading.word_class));
  }
};

TEST(Analyse, ChoosesTheReadingThatFitsTheSentence) {
  struct Case {
    const char* text;
    std::size_t token;
    const char* expected;
  };
  const std::vector<Case> cases{
      {"Zij proberen beter te werken .", 4, "werken VERB"},
      {"De werken van de schilder hangen hier .", 1, "werk NOUN"},
      {"Wij werken graag .", 1, "werken VERB"},
      {"Het plan is goed .", 1, "plan NOUN"},
      {"Zij wil morgen koken .", 3, "koken VERB"},
      {"Hij heeft gisteren gebeld .", 3, "bellen VERB"},
      {"De zorg is duur .", 1, "zorg NOUN"},
      {"Ik zorg voor hem .", 1, "zorgen VERB"},
      {"Zijn werk is leuk .", 0, "zijn PRON"},
      {"Zij zijn moe .", 1, "zijn AUX"},
      {"Dat is de grootste vraag .", 4, "vraag NOUN"},
      {"Dat is de grootste vraag .", 3, "groot ADJ"},
      {"Daar ligt de Vlaamse kust .", 3, "Vlaams ADJ"},
      {"Wij gingen naar Brug en Oever .", 3, "Brug PROPN"},
      {"Hij nam een besluit .", 1, "nemen VERB"},
      {"Dit kan helpen .", 1, "kunnen AUX"},
      {"Die wil niet meer .", 1, "willen AUX"},
      {"De wil om te helpen is er .", 1, "wil NOUN"},
      {"Dat werk is zwaar .", 1, "werk NOUN"},
      {"Dan loop je vast .", 1, "lopen VERB"},
      {"Zij kregen verwijten .", 2, "verwijt NOUN"},
      {"Zij verwijten elkaar veel .", 1, "verwijten VERB"},
  };
  for (const Case& c : cases) EXPECT_EQ(Sentence1(c.text).reading(c.token), c.expected) << c.text;
}

TEST(Analyse, FindsVerbsThatStandApart) {
  struct Case {
    const char* text;
    std::vector<SeparableVerb> expected;
  };
  const std::vector<Case> cases{
      {"Zij belde hem gisteren op .", {{1, 4, "opbellen"}}},
      {"Zij werkten goed samen .", {{1, 3, "samenwerken"}}},
      {"Zij werkten goed samen met de gemeente .", {{1, 3, "samenwerken"}}},
      {"Hij probeert haar op te bellen .", {{5, 3, "opbellen"}}},
      {"Hij gaf toe dat het fout ging .", {{1, 2, "toegeven"}}},
      {"Zij legde uit wat er was .", {{1, 2, "uitleggen"}}},
      {"Hij belde de man die hij kende , op .", {}},
      {"Wij pakten het samen op .", {{1, 4, "oppakken"}}},
      {"De nota kwam na lang praten tot stand .", {{2, 6, "tot stand komen"}}},
      {"Zij heeft te maken met regels .", {{1, 3, "te maken hebben"}}},
      {"Hij legt het boek op de tafel .", {}},
      {"Zij werkten in de tuin .", {}},
      {"Waar heb je het over ?", {}},
      {"Zij probeert om het roer om te gooien .", {{7, 5, "omgooien"}}},
      {"Zij stelde voor om te stoppen .", {{1, 2, "voorstellen"}}},
      {"Wij komen bijeen om te praten .", {{1, 2, "bijeenkomen"}}},
      {"Hij nam kennis van het plan .", {{1, 2, "kennisnemen"}}},
      {"Het was een bekend probleem .", {}},
      {"Wij werken samen met de gemeente .", {{1, 2, "samenwerken"}}},
      {"Zij trokken op met de buren .", {{1, 2, "optrekken"}}},
      {"Hij neemt deel aan het overleg .", {{1, 2, "deelnemen"}}},
      {"Hij neemt geen deel aan het overleg .", {{1, 3, "deelnemen"}}},
      {"De raad stemt zijn plannen af op de wensen van het dorp .", {{2, 5, "afstemmen"}}},
      {"Zij drongen dus aan op een besluit .", {{1, 3, "aandringen"}}},
      {"De bewoners kwamen min of meer overeen .", {{2, 6, "overeenkomen"}}},
      {"Het kwam neer op nog een ronde .", {{1, 2, "neerkomen"}}},
      {"Dat houdt aan tot de avond ( na ongeveer een week ) .", {{1, 2, "aanhouden"}}},
      {"Zij gingen op zoek naar geld .", {{1, 2, "op zoek gaan"}}},
      {"Dan loop je vast op de regels .", {{1, 3, "vastlopen"}}},
      {"Ik kreeg er geen vat op .", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(Sentence1(c.text).analysed.separable, c.expected) << c.text;
}

TEST(Analyse, HasNothingToSayOfAnEmptyText) {
  Vocabulary vocabulary(table());
  EXPECT_EQ(analyse("", {}, vocabulary), Analysed{});
}

}  // namespace
}  // namespace pipeline
