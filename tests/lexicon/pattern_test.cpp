#include "pipeline/lexicon/pattern.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/lexicon/pattern_shape.h"

namespace pipeline {
namespace {

// A tree on one line: (seq gedeeld visie), (opt erg), prefix:samenwerk.
std::string shown(const PatternNode& node) {
  static const char* const tests[] = {
      "", "exact:", "cased:", "prefix:", "suffix:", "infix:", "re:", "any"};
  static const char* const parts[] = {"", ":zn", ":ww", ":bn", ":bw"};
  const auto children = [&](const std::string& name) {
    std::string text = "(" + name;
    for (const PatternNode& child : node.children) text += " " + shown(child);
    return text + ")";
  };
  switch (node.kind) {
    case PatternNode::Kind::word:
      return tests[static_cast<std::size_t>(node.word.kind)] + node.word.text +
             parts[static_cast<std::size_t>(node.word.part)];
    case PatternNode::Kind::sequence:
      return children("seq");
    case PatternNode::Kind::alternatives:
      return children("or");
    case PatternNode::Kind::optional:
      return children("opt");
    case PatternNode::Kind::window:
      return children(node.within == Within::words      ? "near" + std::to_string(node.words)
                      : node.within == Within::sentence ? "sentence"
                                                        : "passage");
    case PatternNode::Kind::gap:
      return "[" + std::to_string(node.words) + "]";
    case PatternNode::Kind::group:
      return "<" + node.group + ">";
  }
  return "?";
}

struct Parsed {
  std::string text, tree;
};

TEST(Pattern, ReadsEachFormOfTheGrammar) {
  const std::vector<Parsed> table{
      {"vertrouwen", "vertrouwen"},
      {"  Gedeelde   Visie ", "(seq gedeelde visie)"},
      {"zorgcoöperatie", "zorgcooperatie"},
      {R"("op één lijn")", "(seq exact:op exact:een exact:lijn)"},
      {R"(zij "stonden op" uit)", "(seq zij exact:stonden exact:op uit)"},
      {R"("visie")", "exact:visie"},
      {"=Wmo", "cased:Wmo"},
      {"werk_zn", "werk:zn"},
      {"(Regel_ww|goed_bn) vast_bw", "(seq (or regel:ww goed:bn) vast:bw)"},
      {"samenwerk*", "prefix:samenwerk"},
      {"*partner", "suffix:partner"},
      {"*Wérk*", "infix:werk"},
      {"op * lijn", "(seq op any lijn)"},
      {"vertrouwen [3] winnen", "(seq vertrouwen [3] winnen)"},
      {"vertrouwen[3]winnen", "(seq vertrouwen [3] winnen)"},
      {"(contact|overleg) hebben", "(seq (or contact overleg) hebben)"},
      {"( in gesprek | aan tafel ) zijn", "(seq (or (seq in gesprek) (seq aan tafel)) zijn)"},
      {"(erg)? goed", "(seq (opt erg) goed)"},
      {"<bijwoord>? goed", "(seq (opt <bijwoord>) goed)"},
      {"((a1|b1) c1|d1)", "(or (seq (or a1 b1) c1) d1)"},
      {"((vertrouwen))", "vertrouwen"},
      {"vertrouwen ~6 gemeente", "(near6 vertrouwen gemeente)"},
      {"vertrouwen ~zin (de gemeente|zorg)", "(sentence vertrouwen (or (seq de gemeente) zorg))"},
      {"vertrouwen ~beurt<partij>", "(passage vertrouwen <partij>)"},
      {"geen [2] geld ~8 <partij>", "(near8 (seq geen [2] geld) <partij>)"},
      {"/^her(ijk|zie)/", "re:^her(ijk|zie)"},
      {R"(/a\/b/ wel)", R"((seq re:a\/b wel))"},
      {"wij-zij z'n o.a.", "(seq wij-zij z'n o.a.)"},
  };
  for (const Parsed& row : table) {
    const Result<PatternNode> tree = parse_pattern(row.text);
    ASSERT_TRUE(tree) << row.text << ": " << tree.error().message;
    EXPECT_EQ(shown(*tree), row.tree) << row.text;
  }
}

struct Mistake {
  std::string text;
  unsigned column;
  std::string part;  // of the message
};

TEST(Pattern, NamesTheMistakeItsColumnAndAFix) {
  const std::vector<Mistake> table{
      {"", 1, "hier ontbreekt een woord"},
      {"   ", 4, "hier ontbreekt een woord"},
      {"vertrouw(", 10, "hier ontbreekt een woord"},
      {"vertrouw(en", 9, "haakje ( wordt niet gesloten"},
      {"één (a|b", 5, "haakje ( wordt niet gesloten"},
      {"a) b", 2, "')' sluit niets af"},
      {"a | b", 3, "'|' sluit niets af"},
      {"a ] b", 3, "']' sluit niets af"},
      {"a > b", 3, "'>' sluit niets af"},
      {"(a|) b", 4, "hier ontbreekt een woord"},
      {"goed? zo", 5, "het vraagteken hoort achter haakjes"},
      {"a ? b", 3, "'?' sluit niets af"},
      {"(goed)?", 1, "alles in dit patroon mag ontbreken"},
      {"(goed)? (zo)?", 1, "alles in dit patroon mag ontbreken"},
      {"[3] winnen", 1, "begint of eindigt niet met"},
      {"winnen [3]", 1, "begint of eindigt niet met"},
      {"*", 1, "begint of eindigt niet met"},
      {"(a)? * b", 1, "begint of eindigt niet met"},
      {"a [2] ~3 b", 1, "begint of eindigt niet met"},
      {"a [0] b", 4, "van 1 tot 20"},
      {"a [21] b", 4, "van 1 tot 20"},
      {"a [x] b", 4, "van 1 tot 20"},
      {"a [99999999999999999999] b", 4, "van 1 tot 20"},
      {"a [3 b", 5, "het haakje ] ontbreekt"},
      {"a [1] [2] b", 7, "twee gaten"},
      {"a ~ b", 4, "van 1 tot 50"},
      {"a ~51 b", 4, "van 1 tot 50, of zin of beurt"},
      {"a ~zinnen b", 4, "of zin of beurt"},
      {"(a ~zin b) c", 4, "~ kan niet binnen haakjes"},
      {"a ~zin b ~beurt c", 10, "hoogstens één ~"},
      {"a ~3", 5, "hier ontbreekt een woord"},
      {"~3 a", 1, "hier ontbreekt een woord"},
      {"a ~3 b ~3 c", 8, "hoogstens één ~"},
      {"(a ~3 b) c", 4, "~ kan niet binnen haakjes"},
      {"<>", 1, "een woordgroep is <naam>"},
      {"met <Partij>", 5, "een woordgroep is <naam>"},
      {"met <partij", 5, "een woordgroep is <naam>"},
      {"\"op een lijn", 1, "aanhalingsteken wordt niet gesloten"},
      {"\" \"", 1, "tussen de aanhalingstekens staat geen woord"},
      {"“visie”", 1, "gebruik rechte aanhalingstekens"},
      {"het werk_znw", 9, "na _ hoort een woordsoort"},
      {"_zn", 1, "na _ hoort een woordsoort"},
      {"*werk_zn", 6, "achter een heel woord: werk_zn"},
      {"=Wmo_zn", 5, "achter een heel woord"},
      {"\"werk_zn\"", 6, "achter een heel woord"},
      {"ver*wen", 4, "* staat alleen aan het begin of eind"},
      {"**", 2, "hier ontbreekt een woord"},
      {"a*", 1, "ten minste twee letters"},
      {"en/of", 3, "schrijf (en|of)"},
      {"visie, doel", 6, "leestekens tellen niet mee"},
      {"=", 1, "na = hoort een woord"},
      {"/her", 1, "wordt niet gesloten"},
      {"//", 1, "is leeg"},
      {"op /her(/", 5, "een haakje in de reguliere expressie wordt niet gesloten"},
      {"/her)/", 2, "een haakje in de reguliere expressie sluit niets af"},
      {"/her[z-a]/", 6, "de tekenklasse 'z-a' bestaat niet of loopt terug"},
      {"/her[a-/", 5, "de tekenklasse '[a-' wordt niet gesloten"},
      {"/a**/", 3, "de herhaling '**' staat achter een andere"},
      {"/*a/", 2, "voor de herhaling '*' staat niets"},
      {"/ab{3,1}/", 4, "de herhaling '{3,1}' kan niet"},
      {"/((a{100}){100}){100}/", 5, "samen hoogstens 1000 keer"},
      {"/(a)\\1/", 5, "'\\1' betekent niets"},
      {"/a(?=b)/", 3, "vooruit- en terugkijken kan niet"},
      {"/a*/", 2, "past op elk woord"},
      {std::string(2001, 'a'), 1, "te lang"},
  };
  for (const Mistake& row : table) {
    const Result<PatternNode> tree = parse_pattern(row.text);
    ASSERT_FALSE(tree) << row.text << " -> " << shown(*tree);
    EXPECT_EQ(tree.error().column, row.column) << row.text << ": " << tree.error().message;
    EXPECT_NE(tree.error().message.find(row.part), std::string::npos)
        << row.text << ": " << tree.error().message;
  }
}

TEST(Pattern, LimitsNesting) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "zorg" + std::string(depth, ')');
  };
  EXPECT_TRUE(parse_pattern(nested(32)));
  const auto deep = parse_pattern(nested(33));
  ASSERT_FALSE(deep);
  EXPECT_EQ(deep.error().column, 33U);
}

TEST(PatternShape, KnowsGroupsAndWindows) {
  const PatternNode tree = *parse_pattern("(<zorg>|met <partij>)? geld ~4 <zorg>");
  EXPECT_TRUE(has_window(tree));
  EXPECT_EQ(groups_in(tree), (std::vector<std::string>{"zorg", "partij", "zorg"}));
  EXPECT_FALSE(has_window(*parse_pattern("geld [4] zorg")));
}

}  // namespace
}  // namespace pipeline
