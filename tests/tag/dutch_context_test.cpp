// The cues of lexicons/samenwerking on made-up sentences, as people write and speak. "+" is succes,
// "-" faal, "0" neutraal; a letter after it is the modality: w(ens), v(oorwaarde), ? for vraag,
// t(wijfel).
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "pipeline/lexicon/lexicon_reader.h"
#include "pipeline/tag/tag.h"
#include "tests/tag/cut.h"
#include "tests/tag/words.h"

namespace pipeline {
namespace {

const Lexicon& lexicon() {
  static const Lexicon read = [] {
    std::ifstream file(std::filesystem::path(SAMENSPEL_SOURCE_DIR) /
                       "lexicons/samenwerking/context.toml");
    const std::string context{std::istreambuf_iterator<char>(file), {}};
    return parse_lexicon(
               {{"lexicon.toml", "id = \"proef\"\nversie = \"1\"\ntitel = \"P\"\ntaal = \"nl\"\n"},
                {"context.toml", context},
                {"proef.toml",
                 "thema = \"t\"\n[[factor]]\nid = \"f\"\nlabel = \"F\"\ndefinitie = \"D\"\n"
                 "succes = ['vertrouwen', 'overleg', 'afspraak', 'visie', 'draagvlak', "
                 "'samenwerken']\n"
                 "faal = ['wantrouwen', 'bureaucratie', 'versnipperd']\n"
                 "neutraal = ['subsidie', 'regel', 'vrijwilliger', 'gemeente', 'personeel']\n"}},
               "proef")
        .value();
  }();
  return read;
}

std::string shown(const std::string& text) {
  static Vocabulary vocabulary(word_table());
  static const Tagger tagger(lexicon(), vocabulary);
  const Segmented segmented = Cutter(text).cut();
  std::string signs;
  for (const Coding& coding : tagger(text, segmented, analyse(text, segmented, vocabulary))) {
    signs += "+-0"[static_cast<std::size_t>(coding.valence)];
    if (coding.modality != Modality::fact)
      signs += " wv?t"[static_cast<std::size_t>(coding.modality)];
  }
  return signs;
}

struct Row {
  std::string signs, text;
};

void expect_signs(const std::vector<Row>& table) {
  for (const Row& row : table) EXPECT_EQ(shown(row.text), row.signs) << row.text;
}

TEST(DutchContext, Negates) {
  expect_signs({
      {"-", "Er was geen enkel vertrouwen."},
      {"-", "Van vertrouwen was nooit sprake."},
      {"-", "We hebben de afspraken niet op papier gezet."},
      {"-", "De afspraken werden door geen van beide partijen nagekomen."},
      {"-", "Overleg was er niet bij."},
      {"-", "Niemand had vertrouwen in het plan."},
      {"-", "Er was nog lang geen gedeelde visie."},
      {"-t", "Ik geloof niet dat er draagvlak was."},
      {"-", "Ze weigerden afspraken te maken."},
      {"-", "Er is eigenlijk nergens overleg over."},
      {"-", "Zonder overleg werd het huis gesloten."},
      {"-", "Dat overleg heeft nooit plaatsgevonden."},
      {"-", "Het lukte ons niet om vertrouwen op te bouwen."},
      {"+", "Er is geen wantrouwen meer."},
      {"+", "Van bureaucratie hebben we geen last."},
  });
}

TEST(DutchContext, KnowsWhatIsMissing) {
  expect_signs({
      {"-", "Het ontbrak aan vertrouwen."},
      {"-", "Aan een gedeelde visie ontbrak het."},
      {"-", "Er is te weinig overleg tussen de twee huizen."},
      {"-", "Er was onvoldoende draagvlak in het dorp."},
      {"-", "Het draagvlak was onvoldoende."},
      {"-", "Het tekort aan personeel wordt groter."},
      {"-", "Wij misten een gedeelde visie."},
      {"-", "Door het uitblijven van de subsidie stond alles stil."},
      {"-", "De afspraken waren een dode letter."},
      {"-", "Het overleg kwam niet van de grond."},
      {"-", "De visie is ver te zoeken."},
      {"-", "Het is onduidelijk wie de afspraken bewaakt."},
      {"-", "We hadden nauwelijks vrijwilligers."},
  });
}

TEST(DutchContext, TakesTwoTurnsForNone) {
  expect_signs({
      {"+", "Zonder vertrouwen gaat het niet."},
      {"+", "Zonder vertrouwen wordt het niets."},
      {"+", "Het gebrek aan vertrouwen is verdwenen."},
      {"+", "Aan vertrouwen was geen gebrek."},
      {"+", "Er was geen gebrek aan overleg."},
      {"+", "We kunnen niet zonder vrijwilligers."},
      {"+", "Het vertrouwen nam niet af."},
  });
}

TEST(DutchContext, IsNotFooledByWordsThatOnlyLookNegative) {
  expect_signs({
      {"+", "Niet alleen het overleg, maar ook de sfeer werd beter."},
      {"+", "Het vertrouwen is niet in de laatste plaats aan haar te danken."},
      {"+", "Niet voor niets begon het met vertrouwen."},
      {"+", "Er is vertrouwen, nietwaar."},
      {"+", "Dat was een niet te onderschatten stuk overleg."},
      {"+", "Geen probleem, want er is vertrouwen."},
  });
}

TEST(DutchContext, FollowsChange) {
  expect_signs({
      {"+", "Het vertrouwen groeide met de maand."},
      {"-", "Het vertrouwen brokkelde af."},
      {"-", "Het vertrouwen is beschaamd."},
      {"-", "Het vertrouwen nam snel af."},
      {"-", "De gemeente zegde de afspraken op."},
      {"+", "Het wantrouwen verdween langzaam."},
      {"+", "De bureaucratie is verminderd."},
      {"+", "Het aantal vrijwilligers nam toe."},
      {"-", "Het aantal vrijwilligers nam af."},
      {"-", "De subsidie is stopgezet."},
  });
}

// A claim of failure is denied only by what stands by it.
TEST(DutchContext, LeavesAFailureThatIsNotDenied) {
  expect_signs({
      {"+", "Er was geen wantrouwen."},
      {"+", "Wantrouwen was er niet."},
      {"+", "Het wantrouwen verdween."},
      {"+", "Met minder bureaucratie ging het beter."},
      {"-", "Er was wantrouwen, en dat werd nooit uitgesproken."},
      {"-", "Door de bureaucratie kwam de bus die we nodig hadden niet."},
      {"-", "Bij al dat wantrouwen wilde de dokter van onze plannen niets weten."},
      {"-", "De zorg was versnipperd en nergens opgeschreven."},
  });
}

TEST(DutchContext, HearsThatASubjectIsOnlyNamed) {
  expect_signs({
      {"0", "Onder vertrouwen verstaan wij de bereidheid om te delen."},
      {"0", "Deze paragraaf schetst de visie van beide besturen."},
      {"0", "De wijze waarop het overleg verloopt, komt in hoofdstuk 4 aan de orde."},
      {"0", "Het onderzoek richt zich op het draagvlak in drie kernen."},
      {"0", "Vanavond gaan we het hebben over vertrouwen."},
      {"0", "Overleg was daarvoor niet nodig."},
      {"-", "De bijeenkomst ging over het gebrek aan vertrouwen."},
      {"+", "Deze paragraaf schetst dat er vertrouwen was."},
  });
}

TEST(DutchContext, AnswersWhatIsNotReallyAsked) {
  expect_signs({
      {"-", "Wat heb je aan overleg als niemand luistert?"},
      {"-w", "Waar moet dat vertrouwen in hemelsnaam vandaan komen?"},
      {"-", "Er is hier geen overleg, waar moet je dan heen?"},
      {"-", "Waarom is er niet gewoon overleg?"},
      {"0?", "Hoe is het vertrouwen hier?"},
      {"+", "Zij weten waar het vertrouwen vandaan komt."},
  });
}

// Of two claims the one after a contrast, the one that is not conceded and the main one go before.
TEST(DutchContext, ChoosesAmongTwoClaims) {
  expect_signs({
      {"+", "Eerst was er wantrouwen, maar nu is er vertrouwen."},
      {"-", "Eerst was er vertrouwen, maar nu is er wantrouwen."},
      {"+", "Hoewel er wantrouwen was, groeide het vertrouwen."},
      {"-", "Vroeger was er vertrouwen, tegenwoordig is er wantrouwen."},
      {"+-", "Er was vertrouwen en er was wantrouwen."},
  });
}

TEST(DutchContext, HearsWhatBecomesOfAThing) {
  expect_signs({
      {"-", "Het vertrouwen liep een deuk op."},
      {"-", "Het overleg ontaardde in ruzie."},
      {"-", "De afspraken werden in twijfel getrokken."},
      {"-", "Het draagvlak komt in gevaar."},
      {"-", "Het overleg is een stille dood gestorven."},
      {"-", "De uitholling van het draagvlak."},
      {"-", "Van overleg is weinig terechtgekomen."},
      {"-", "Het overleg verloopt stroperig."},
      {"-", "De subsidie is vorig jaar stopgezet."},
      {"-w", "Het wordt hoog tijd voor overleg."},
      {"+", "Samen koken kweekte vertrouwen."},
      {"+", "De vrijwilligers zijn goud waard."},
      {"+", "De gemeente bleek een schot in de roos."},
      {"+", "Een versterking van het overleg."},
      {"+", "Een betere aanpak van het personeel scheelt een hoop werk."},
      {"-w", "De wil om tot afspraken te komen strandde."},
  });
}

TEST(DutchContext, HearsJudgement) {
  expect_signs({
      {"-", "De regels belemmeren ons in het werk."},
      {"-", "De regels zitten ons in de weg."},
      {"-", "Het vertrouwen staat onder druk."},
      {"-", "Het overleg verloopt stroef."},
      {"-", "Met de gemeente ging het moeizaam."},
      {"+", "De gemeente hielp ons goed."},
      {"+", "De subsidie maakte het mogelijk."},
      {"+", "De vrijwilligers zijn onmisbaar."},
      {"+", "Dankzij de vrijwilligers bleef het open."},
      {"-", "De gemeente hielp ons niet."},
      {"+", "De regels belemmeren ons niet."},
      {"-", "Het vinden van personeel is lastig."},
      {"-", "Het grootste probleem is personeel."},
      {"0", "De gemeente ligt aan de rivier."},
      {"0", "De subsidie komt van het rijk."},
  });
}

TEST(DutchContext, HearsWishesAndLack) {
  expect_signs({
      {"+w", "Een gedeelde visie is nodig."},
      {"+w", "Dat vraagt om vertrouwen."},
      {"+w", "Heldere afspraken zijn noodzakelijk."},
      {"-w", "Er had meer overleg moeten zijn."},
      {"-w", "Er moet meer overleg komen."},
      {"-w", "Hadden we maar afspraken moeten maken."},
      {"-w", "Er moet meer subsidie komen."},
      {"-w", "De afspraken kunnen duidelijker."},
      {"+w", "Wij willen graag samenwerken."},
  });
}

TEST(DutchContext, HearsConditionsAndQuestions) {
  expect_signs({
      {"+v", "Als er vertrouwen is, komt de rest vanzelf."},
      {"+v", "Mits er draagvlak is, gaan we door."},
      {"0?", "De vraag is of er draagvlak is."},
      {"0?", "Hoe kwam er vertrouwen?"},
      {"0?", "We onderzochten in hoeverre er draagvlak was."},
      {"+", "Er is toch vertrouwen, hè?"},
      {"+t", "Misschien was er vertrouwen."},
  });
}

TEST(DutchContext, KeepsToTheClause) {
  expect_signs({
      {"+", "Er was vertrouwen, maar de bus reed niet."},
      {"+", "De bus reed niet, maar er was vertrouwen."},
      {"+", "Omdat de bus niet reed, was er overleg."},
      {"+", "Er was overleg omdat de bus niet reed."},
      {"+", "Hoewel het weer niet meezat, was er vertrouwen."},
      {"-", "Er waren afspraken, maar die werden niet nagekomen."},
      {"-", "Afspraken, die er wel waren, werden niet nagekomen."},
      {"-", "Er was geen geld, tijd of vertrouwen."},
      {"+", "De directeur had geen auto en het overleg was op dinsdag."},
      {"+-", "Er was vertrouwen, maar ook veel bureaucratie."},
  });
}

TEST(DutchContext, TellsClausesApartByTheirVerbs) {
  expect_signs({
      {"+", "De man die niets zei, kwam naar het overleg."},
      {"+", "Mensen die ons niet kenden kwamen naar het overleg."},
      {"+", "Als het niet sneeuwt, komt er overleg."},
      {"+", "We belden, niet voor de bus, en toen kwam er overleg."},
      {"+", "Het begint bij overleg, niet bij het geld."},
      {"+", "Wij zochten overleg en niet de krant."},
      {"+", "De bakker had niets, het overleg wel."},
      {"-", "De bakker wel, het overleg niet."},
      {"+", "Zij gaan overleg voeren met niet opgeleide krachten."},
      {"+", "Ze vonden overleg over een lastige brief."},
      {"-", "Door de drukte is er geen overleg."},
      {"+", "Door gebrek aan koffie kwam er overleg."},
      {"-", "Tegenwoordig ontbreekt het vertrouwen."},
      {"+", "Er kwam toch vertrouwen, al was er geen geld."},
      {"-", "Er waren afspraken die niemand nakwam."},
      {"-", "Bijna geen van ons had vertrouwen."},
  });
}

TEST(DutchContext, TakesAQuestionWithItsSpeakersAnswer) {
  expect_signs({
      {"-", "Overleg? Nee, dat niet."},
      {"-", "Vertrouwen? Nooit gehad."},
      {"-", "Een visie? Vergeet het maar."},
      {"+", "Overleg? Ja, elke week."},
      {"0?", "Overleg? De bus was laat."},
      {"0?", "I: Was er overleg?\nR: Nee, de bus was laat."},
      {"--", "Overleg? Nee, er was geen vertrouwen."},
  });
}

TEST(DutchContext, LetsModalityIntoWhatIsSaid) {
  expect_signs({
      {"+t", "Ik denk dat er vertrouwen was."},
      {"+t", "Er was vertrouwen, dacht ik."},
      {"-t", "Ik heb niet het idee dat er vertrouwen was."},
      {"+w", "Ik hoop dat er vertrouwen komt."},
      {"+w", "Het zou mooi zijn als er vertrouwen was."},
      {"0?", "Ik vraag me af of er vertrouwen was."},
      {"+v", "Komt er vertrouwen, dan beginnen we."},
      {"+", "We kwamen en dan was er vertrouwen."},
      {"+", "Zowel het vertrouwen als de sfeer was goed."},
      {"+", "Ik wilde naar huis, maar er was vertrouwen."},
  });
}

}  // namespace
}  // namespace pipeline
