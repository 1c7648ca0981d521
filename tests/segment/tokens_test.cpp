#include "pipeline/segment/tokens.h"

#include <gtest/gtest.h>

#include <string>

namespace pipeline {
namespace {

// The tokens, parted by spaces; numbers in braces, punctuation in angle brackets.
std::string tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  std::string shown;
  for (const Token& token : tokens) {
    if (!shown.empty()) shown += ' ';
    const std::string form(slice(text, token.span));
    shown += token.kind == TokenKind::word     ? form
             : token.kind == TokenKind::number ? '{' + form + '}'
                                               : '<' + form + '>';
  }
  return shown;
}

struct Case {
  std::string text, tokens;
};

TEST(Tokens, AreWordsNumbersAndPunctuation) {
  const Case cases[] = {
      {"", ""},
      {" \n\t", ""},
      {"De zorg, goed.", "De zorg <,> goed <.>"},
      {"(ja)!", "<(> ja <)> <!>"},
      {"Eén coöperatie", "Eén coöperatie"},
      {"Echt?! Nou... ja…", "Echt <?!> Nou <...> ja <…>"},
      {"goed 😀.", "goed <😀> <.>"},
      {"❤\ufe0f ja", "<❤\ufe0f> ja"},
      {"\u0301", "\u0301"},
      {"m² of 2½ uur", "m² of {2½} uur"},
  };
  for (const auto& [text, tokens] : cases) EXPECT_EQ(tokens_of(text), tokens);
}

TEST(Tokens, KeepApostrophesWithTheirWords) {
  const Case cases[] = {
      {"'s Avonds zo'n auto's", "'s Avonds zo'n auto's"},
      {"in 't huis, 'k weet 't", "in 't huis <,> 'k weet 't"},
      {"de jaren '80 en '90's", "de jaren {'80} en '90's"},
      {"hij zei 'nee' en 's'", "hij zei <'> nee <'> en <'> s <'>"},
      {"D'Hondt, 65+'ers, A4'tje", "D'Hondt <,> 65+'ers <,> A4'tje"},
      {"dat had-ie of had -ie", "dat had-ie of had -ie"},
  };
  for (const auto& [text, tokens] : cases) EXPECT_EQ(tokens_of(text), tokens);
}

TEST(Tokens, KeepHyphensWithTheirWords) {
  const Case cases[] = {
      {"cao-onderhandelingen per e-mail", "cao-onderhandelingen per e-mail"},
      {"patiënten- en cliëntenraad", "patiënten- en cliëntenraad"},
      {"hart-, long- of vaatziekten", "hart- <,> long- of vaatziekten"},
      {"de (oud-)directeur", "de <(> oud- <)> directeur"},
      {"zorg -- en - wonen –", "zorg <--> en <-> wonen <–>"},
      {"ik- nou ja", "ik <-> nou ja"},
      {"Zuid-\nHolland", "Zuid- Holland"},
      {"24-jarige, 2010-2015, 2010–2015", "24-jarige <,> {2010-2015} <,> {2010–2015}"},
  };
  for (const auto& [text, tokens] : cases) EXPECT_EQ(tokens_of(text), tokens);
}

TEST(Tokens, KeepFullStopsOfAbbreviations) {
  const Case cases[] = {
      {"o.a. dhr. De Boer i.v.m. ziekte", "o.a. dhr. De Boer i.v.m. ziekte"},
      {"O.a. Mevr. Jansen, enz.", "O.a. Mevr. Jansen <,> enz."},
      {"J. Jansen en A.F. van 't Hof", "J. Jansen en A.F. van 't Hof"},
      {"J. van Dam en A.Smit", "J. van Dam en A. Smit"},
      {"vitamine C. De stof", "vitamine C <.> De stof"},
      {"J. De Smet", "J. De Smet"},
      {"mw. v.d. Berg", "mw. v.d. Berg"},
      {"H. (Hennie) Kuipers", "H. <(> Hennie <)> Kuipers"},
      {"plan B.", "plan B <.>"},
      {"in het OV. Met BV.", "in het OV <.> Met BV <.>"},
      {"O.L.V.-college in de V.S.", "O.L.V.-college in de V.S."},
      {"gedaan.Het was", "gedaan <.> Het was"},
      {"p. 12, v. Chr. en nr. 3.", "p. {12} <,> v. Chr. en nr. {3} <.>"},
      {"dhr.Kok, art.5, prof.dr. Kok", "dhr. Kok <,> art. {5} <,> prof.dr. Kok"},
      {"etc...", "etc <...>"},
  };
  for (const auto& [text, tokens] : cases) EXPECT_EQ(tokens_of(text), tokens);
}

TEST(Tokens, KeepNumbersDatesAndAmountsWhole) {
  const Case cases[] = {
      {"€ 1.250,50 of 5,- en €3", "<€> {1.250,50} of {5,-} en <€> {3}"},
      {"12-03-2024 om 10:30 uur, 3:1", "{12-03-2024} om {10:30} uur <,> {3:1}"},
      {"50% van 1/4, 12/3/2024.", "{50%} van {1/4} <,> {12/3/2024} <.>"},
      {"65+ en 500cc en 1e", "{65+} en 500cc en 1e"},
      {"1, 2 en 3.", "{1} <,> {2} en {3} <.>"},
      {"(2004-...) Raadslid", "<(> {2004-...} <)> Raadslid"},
  };
  for (const auto& [text, tokens] : cases) EXPECT_EQ(tokens_of(text), tokens);
}

TEST(Tokens, KeepFormulasWholeButNotWordsWithTheirSigns) {
  const Case cases[] = {
      {"dus a+b=b+a, ja", "dus a+b=b+a <,> ja"},
      {"als sqrt(-1)^(2x).", "als sqrt(-1)^(2x) <.>"},
      {"(is a+(b+c)) en 2+2=4", "<(> is a+(b+c) <)> en {2+2=4}"},
      {"zorg+welzijn en medewerker(s)", "zorg <+> welzijn en medewerker <(> s <)>"},
      {"wonen=zorg (zie a)", "wonen <=> zorg <(> zie a <)>"},
      {"50+ en 65+'ers", "{50+} en 65+'ers"},
  };
  for (const auto& [text, tokens] : cases) EXPECT_EQ(tokens_of(text), tokens);
}

TEST(Tokens, KeepAddressesTagsAndTimeMarksWhole) {
  const Case cases[] = {
      {"Zie https://zorg.nl/a:b?c=(d), of", "Zie https://zorg.nl/a:b?c=(d) <,> of"},
      {"(www.zorg.nl).", "<(> www.zorg.nl <)> <.>"},
      {"mail info@de-linde.nl.", "mail info@de-linde.nl <.>"},
      {"op zorg.nl staat", "op zorg.nl staat"},
      {"[E-MAIL] of [BSN], [RESPONDENT-03]-plan", "[E-MAIL] of [BSN] <,> [RESPONDENT-03] <-> plan"},
      {"[NAAM-1] en [DATUM] en <PERSOON-2>", "[NAAM-1] en [DATUM] en <PERSOON-2>"},
      {"<plaats>, [naam 2] en <Persoon-3>", "<plaats> <,> [naam 2] en <Persoon-3>"},
      {"[lacht] [ZZP]", "<[> lacht <]> <[> ZZP <]>"},
      {"ja #00:01:02-3# nee [00:12]", "ja <#00:01:02-3#> nee <[00:12]>"},
      {"SPEAKER_00 zegt #zorg @naam", "SPEAKER_00 zegt #zorg @naam"},
      {"en/of, t/m, km/u, vrager/antwoorder", "en/of <,> t/m <,> km/u <,> vrager </> antwoorder"},
      {"R&D en CD&V & co", "R&D en CD&V <&> co"},
  };
  for (const auto& [text, tokens] : cases) EXPECT_EQ(tokens_of(text), tokens);
}

}  // namespace
}  // namespace pipeline
