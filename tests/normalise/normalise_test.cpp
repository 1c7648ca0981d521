#include "pipeline/normalise/normalise.h"

#include <gtest/gtest.h>

#include <vector>

namespace pipeline {
namespace {

struct Case {
  std::string source, clean;
};

TEST(Normalise, GivesEachSourceItsCleanText) {
  const std::vector<Case> cases{
      {"", ""},
      {"Gewoon een zin, met komma's.\n\nEn nog een.",
       "Gewoon een zin, met komma's.\n\nEn nog een."},
      {"coo\u0308peratie", "coöperatie"},
      {"„zo” “zo” ‟zo‟ «zo» ,,zo''", "\"zo\" \"zo\" \"zo\" \"zo\" \"zo\""},
      {"‘s avonds, zo’n, zo`n, zo´n, ‚zo’", "'s avonds, zo'n, zo'n, zo'n, 'zo'"},
      {"‘‘zo’’", "\"zo\""},
      {"a,,b;1,,2 en ''' en ,,,", "a,,b;1,,2 en ''' en ,,,"},
      {"(,,zo'')", "(\"zo\")"},
      {"2010—2015 – kort ― lang", "2010–2015 – kort – lang"},
      {"Wmo\u2011consulent", "Wmo-consulent"},
      {"\u22125 graden", "-5 graden"},
      {"€\u00a01.250\u202fmeer\u2003nu", "€ 1.250 meer nu"},
      {"zor\u00adg\u200bsector\ufeff", "zorgsector"},
      {"ﬁjn eﬀect koﬃe aﬂoop ĳs Ĳs", "fijn effect koffie afloop ijs IJs"},
      {"ja… nee...", "ja… nee..."},
      {"een\u2028twee\u2029drie\fvier", "een\ntwee\n\ndrie\nvier"},
      {"Naam\ttekst\x01", "Naam\ttekst"},
  };
  for (const auto& [source, clean] : cases) EXPECT_EQ(Normaliser{}(source).text, clean) << source;
}

TEST(Normalise, JoinsWordsThatALineEndHadSplit) {
  const std::vector<Case> cases{
      {"samen-\nwerking", "samenwerking"},
      {"samen- \n  werking", "samenwerking"},
      {"samen\u2010\nwerking", "samenwerking"},
      {"reï-\nëel", "reïëel"},
      {"a-\nb-\nc", "abc"},
      {"Zuid-\nHolland", "Zuid-\nHolland"},
      {"zorg- en welzijn", "zorg- en welzijn"},
      {"zorg-\nen welzijn", "zorg-\nen welzijn"},
      {"zorg-\nen", "zorg-\nen"},
      {"boe-\nken", "boeken"},
      {"be-\nen-\ndigen", "beendigen"},
      {"boe-\nenën", "boeenën"},
      {"samen-\n\nwerking", "samen-\n\nwerking"},
      {"COVID-\ngolf", "COVID-\ngolf"},
      {"2020-\nde", "2020-\nde"},
      {"nee —\nja", "nee –\nja"},
      {"nee—\nja", "nee–\nja"},
      {"-\nwerking", "-\nwerking"},
      {"samen-\n", "samen-\n"},
  };
  for (const auto& [source, clean] : cases) EXPECT_EQ(Normaliser{}(source).text, clean) << source;
}

TEST(Normalise, LeadsFromCleanTextBackToTheSource) {
  struct Way {
    std::string source, clean, back;
  };
  const std::vector<Way> ways{
      {"de coo\u0308peratie", "coöperatie", "coo\u0308peratie"},
      {"hun samen-\nwerking is goed", "samenwerking", "samen-\nwerking"},
      {"hun samen-\nwerking is goed", "is", "is"},
      {"de zor\u00adg\u00ad nu", "zorg", "zor\u00adg"},
      {"‘‘Ja’’ zei hij", "\"", "‘‘"},
      {"‘\u00ad‘Ja", "\"", "‘\u00ad‘"},
      {"eﬃ\u00adcie\u0308nt werk", "efficiënt", "eﬃ\u00adcie\u0308nt"},
      {"“goed”", "goed", "goed"},
  };
  for (const Way& way : ways) {
    const AlignedText clean = Normaliser{}(way.source);
    const auto at = clean.text.find(way.clean);
    ASSERT_NE(at, std::string::npos) << clean.text;
    const Span span{static_cast<std::uint32_t>(at),
                    static_cast<std::uint32_t>(at + way.clean.size())};
    EXPECT_EQ(slice(way.source, clean.to_source(span)), way.back) << way.source;
  }
}

TEST(Normalise, GivesCleanTextTheIdentityMap) {
  EXPECT_TRUE(Normaliser{}("Eén coöperatie – \"goed\", hè… 😀 Ελλάδα").map.is_identity());
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

// Two megabytes each: at quadratic cost none of them would end.
TEST(Normalise, TakesTimeInProportionToAnyText) {
  for (const std::string_view piece :
       {"a", "'", ",", "-", "-\n", "a-\n", "\n", " ", "\u00ad", "\u0301", "\u0301\u0323", "e\u0301",
        "\u1100\u1161", "😀", "ﬁ", "“", "7"}) {
    const std::string text = repeated(piece, 2'000'000);
    const AlignedText clean = Normaliser{}(text);
    EXPECT_EQ(Normaliser{}(clean.text).text, clean.text);
  }
}

}  // namespace
}  // namespace pipeline
