#include "pipeline/search/query.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

TEST(Query, IsReadAsItsGrammarSays) {
  const struct {
    std::string query, tree;
  } cases[] = {
      {"vertrouwen", "vertrouwen"},
      {"  gedeelde   visie ", "(all gedeelde visie)"},
      {"visie AND delen", "(all visie delen)"},
      {"visie EN delen", "(all visie delen)"},
      {"visie en delen", "(all visie en delen)"},
      {"visie OF beeld", "(any visie beeld)"},
      {"a OR b c OR d", "(any a (all b c) d)"},
      {"(a OR b) c", "(all (any a b) c)"},
      {"((a))", "a"},
      {"a NOT b", "(all a (not b))"},
      {"a NIET b", "(all a (not b))"},
      {"a -b", "(all a (not b))"},
      {"-a", "(not a)"},
      {"- a", ""},
      {"a AND NOT (b OR c)", "(all a (not (any b c)))"},
      {"NOT NOT a", "(not (not a))"},
      {"samen-werken", "samen-werken"},
      {"\"gedeelde visie\"", "(phrase gedeelde visie)"},
      {"\"visie\"", "visie"},
      {"\"de =werkte samen*\"", "(phrase de =werkte samen*)"},
      {"\"ja, maar - toch\"", "(phrase ja maar toch)"},
      {"=werkte", "=werkte"},
      {"=\"werkte samen\"", "(phrase =werkte =samen)"},
      {"samenwerk*", "samenwerk*"},
      {"*partner", "*partner"},
      {"*werk*", "*werk*"},
      {"a NEAR b", "(near/10 a b)"},
      {"a NEAR/3 b", "(near/3 a b)"},
      {"a NABIJ/3 b", "(near/3 a b)"},
      {"a ADJ b", "(adj/1 a b)"},
      {"a ADJ/4 b", "(adj/4 a b)"},
      {"a NEAR/3 b NEAR/5 c", "(near/5 (near/3 a b) c)"},
      {"a NEAR/3 b c", "(all (near/3 a b) c)"},
      {"NOT a NEAR b", "(not (near/10 a b))"},
      {"(a OR b) NEAR \"c d\"", "(near/10 (any a b) (phrase c d))"},
      {"factor:vertrouwen", "factor:vertrouwen"},
      {"Rol:bestuurder", "rol:bestuurder"},
      {"factor:vertrouwen NEAR/8 gemeente", "(near/8 factor:vertrouwen gemeente)"},
      {"rol:\"lid van bestuur\" x", "(all rol:lid van bestuur x)"},
      {"datum:>=2026-01-01", "datum:>=2026-01-01"},
      {"-rol:bestuurder", "(not rol:bestuurder)"},
      {"17:30", "17:30"},
      {"vertrouwen, gemeente?", "(all vertrouwen gemeente)"},
      {"\u201Cgedeelde visie\u201D", "(phrase gedeelde visie)"},
      {"coöperatie", "coöperatie"},
      {"a b binnen:zin", "(within (all a b) binnen:zin)"},
      {"binnen:zin a b", "(within (all a b) binnen:zin)"},
      {"a EN within:sentence EN b", "(within (all a b) within:sentence)"},
      {"a b binnen:zin OF c", "(any (within (all a b) binnen:zin) c)"},
      {"(a OF b) binnen:zin", "(within (any a b) binnen:zin)"},
      {"(a b binnen:zin) c binnen:document",
       "(within (all (within (all a b) binnen:zin) c) binnen:document)"},
      {"@barrières rol:x", "(all @barrières rol:x)"},
      {"-@A-1_b, x", "(all (not @a-1_b) x)"},
      {"@a binnen:beurt", "(within @a binnen:beurt)"},
      {"\"@a b\"", "(phrase @a b)"},
  };
  for (const auto& [query, tree] : cases) {
    const auto parsed = parse_query(query);
    EXPECT_EQ(parsed ? to_string(*parsed) : "", tree) << query;
  }
}

TEST(Query, KnowsWhereEachPartStands) {
  const auto tree = parse_query("één (factor:visie OR \"b c\")").value();
  EXPECT_EQ(tree.span, (Span{0, 29}));
  EXPECT_EQ(tree.children[0].span, (Span{0, 5}));
  EXPECT_EQ(tree.children[1].span, (Span{6, 29}));
  EXPECT_EQ(tree.children[1].children[0].span, (Span{7, 19}));
  EXPECT_EQ(tree.children[1].children[1].span, (Span{23, 28}));
}

TEST(Query, PointsAtWhatIsWrong) {
  const struct {
    std::string query;
    unsigned column;
    std::string message;
  } cases[] = {
      {"", 1, "de zoekvraag is leeg"},
      {"   ", 1, "de zoekvraag is leeg"},
      {"binnen:zin", 1, "'binnen:zin' houdt met EN bijeen wat erbij staat"},
      {"a OF b binnen:zin", 8, "zet haakjes om een keuze met OF"},
      {"a b binnen:zim", 5, "'zim' is geen plaats om binnen te zoeken; bedoelt u 'zin'?"},
      {"a b within:page", 5, "er is: zin, passage, document"},
      {"a b binnen:zin c binnen:document", 18, "hier staat al 'binnen:zin'"},
      {"a b -binnen:zin", 5, "na '-' kan geen 'binnen:' staan"},
      {"a NEAR binnen:zin", 8, "staan, geen binnen:"},
      {"(a b binnen:zin) NEAR c", 1, "staan, geen binnen:"},
      {"x @a/b", 3, "'@a/b' is geen naam van een opgeslagen zoekvraag"},
      {"@", 1, "'@' is geen woord"},
      {"één (b", 5, "haakje openen zonder haakje sluiten"},
      {"(a (b)", 1, "haakje openen zonder haakje sluiten"},
      {"a (", 3, "haakje openen zonder haakje sluiten"},
      {"a)", 2, "haakje sluiten zonder haakje openen"},
      {")", 1, "haakje sluiten zonder haakje openen"},
      {"a ()", 3, "tussen deze haakjes staat niets"},
      {"(a OR )", 7, "voor dit haakje ontbreekt"},
      {"één \"b c", 5, "aanhalingsteken openen zonder sluiten"},
      {"a \"\"", 3, "staat geen woord"},
      {"\"-\"", 1, "staat geen woord"},
      {"AND b", 1, "voor 'AND' ontbreekt"},
      {"OF b", 1, "voor 'OF' ontbreekt"},
      {"a AND", 6, "aan het eind ontbreekt"},
      {"a OR OR b", 6, "voor 'OR' ontbreekt"},
      {"a NOT", 3, "na 'NOT' ontbreekt"},
      {"NEAR/3 b", 1, "'NEAR/3' verbindt twee woorden: ervoor ontbreekt er een"},
      {"a NEAR/3", 3, "'NEAR/3' verbindt twee woorden: erna ontbreekt er een"},
      {"a NEAR/3 )", 3, "'NEAR/3' verbindt twee woorden: erna ontbreekt er een"},
      {"a NEAR/x b", 3, "een getal van 1 tot en met 99"},
      {"a NEAR/0 b", 3, "een getal van 1 tot en met 99"},
      {"a NEAR/100 b", 3, "een getal van 1 tot en met 99"},
      {"a NEAR/3 NOT b", 10, "kan geen NOT staan"},
      {"(a b) NEAR c", 1, "geen AND of NOT"},
      {"a NEAR (b OR (c d))", 14, "geen AND of NOT"},
      {"rol: x", 1, "na 'rol:' ontbreekt een waarde"},
      {"rol:\"x", 5, "aanhalingsteken openen zonder sluiten"},
      {"sa*men", 3, "een * kan alleen aan het begin of het eind"},
      {"=samen*", 7, "een exact woord kan geen * hebben"},
      {"a &", 3, "'&' is geen woord"},
      {"*", 1, "'*' is geen woord"},
      {"a -", 3, "'-' is geen woord"},
      {"één \xff", 5, "geen leesbaar teken"},
      {"\xc3", 1, "geen leesbaar teken"},
      {"a\xed\xa0\x80", 2, "geen leesbaar teken"},
      {"a\xc0\xaf", 2, "geen leesbaar teken"},
  };
  for (const auto& [query, column, message] : cases) {
    const auto parsed = parse_query(query);
    ASSERT_FALSE(parsed.has_value()) << query << " -> " << to_string(*parsed);
    EXPECT_EQ(parsed.error().column, column) << query << " -> " << to_string(parsed.error());
    EXPECT_EQ(parsed.error().where, "zoekvraag");
    EXPECT_NE(parsed.error().message.find(message), std::string::npos)
        << query << " -> " << to_string(parsed.error());
  }
}

TEST(Query, RefusesWhatIsTooLongOrTooDeep) {
  const auto message_of = [](const std::string& query) {
    const auto parsed = parse_query(query);
    return parsed ? std::string() : std::string(parsed.error().message);
  };
  EXPECT_NE(message_of(std::string(longest_query + 1, 'a')).find("langer dan"), std::string::npos);
  EXPECT_NE(message_of(std::string(65, '(') + "a" + std::string(65, ')')).find("te diep"),
            std::string::npos);
  EXPECT_EQ(message_of(std::string(60, '(') + "a" + std::string(60, ')')), "");
  EXPECT_NE(message_of(std::string(65, '-') + "a").find("te diep"), std::string::npos);
  std::string windows = "a";
  for (int i = 0; i < 17; ++i) windows += " NEAR a";
  EXPECT_NE(message_of(windows).find("meer dan 16 keer"), std::string::npos);
}

}  // namespace
}  // namespace pipeline
