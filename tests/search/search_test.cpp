#include "pipeline/search/search.h"

#include <gtest/gtest.h>

#include "pipeline/search/parts.h"
#include "tests/support/example_index.h"

namespace pipeline {
namespace {

const std::vector<Factor> factors = {
    {"vertrouwen", "relatie", "Vertrouwen", "Trust", "", {}, {}},
    {"sfeer", "relatie", "Sfeer", "Atmosphere", "", {}, {}},
    {"gedeelde-visie", "visie", "Gedeelde visie", "Shared vision", "", {}, {}},
};

// Passages: 1.1 .. 1.4 and 2.1 .. 2.3.
std::vector<ExampleDocument> two_documents() {
  const std::string interview =
      "Hoe werkte de gemeente mee?\n"
      "De gemeenten werkten goed samen. Er was vertrouwen.\n"
      "De wethouder belde ons vaak op.\n"
      "Geen gedeelde visie, geen samenwerkingspartner. Visie ontbrak.";
  const std::string memo =
      "Een coöperatie werkt hier met de gemeente in vertrouwen samen.\n"
      "De sfeer was slecht.\n"
      "Wij delen een visie.";
  Coding wish = coding_of(memo, "vertrouwen", "vertrouwen", Valence::failure);
  wish.modality = Modality::wish;
  wish.coder = "Marloes";
  return {
      {.id = 1,
       .text = interview,
       .attributes = {{"case", "Westerbeek"}, {"datum", "2025-11-02"}},
       .speakers = {speaker("I", SpeakerKind::interviewer),
                    speaker("Anna de Wit", SpeakerKind::respondent, {{"rol", "lid van bestuur"}})},
       .codings = {coding_of(interview, "vertrouwen", "vertrouwen", Valence::success, 1),
                   coding_of(interview, "gedeelde visie", "gedeelde-visie", Valence::failure, 3)},
       .path = "westerbeek/interview-1.txt"},
      {.id = 2,
       .text = memo,
       .attributes = {{"case", "Kadewijk"}, {"rol", "bestuurder"}, {"datum", "2026-03-12"}},
       .codings = {wish, coding_of(memo, "sfeer", "sfeer", Valence::failure, 1)},
       .path = "kadewijk/notitie.md",
       .languages = {"nl", "en", "nl"}}};
}

class SearchTest : public testing::Test {
 protected:
  SearchTest()
      : example_(two_documents()),
        index_(example_.open()),
        search_(index_, word_table(), factors) {}

  // "1.2 2.1", or the error.
  std::string passages(const std::string& query) {
    const auto prepared = search_.prepare(query);
    if (!prepared) return to_string(prepared.error());
    std::string text;
    for (const PassageId id : search_.all(*prepared))
      text += (text.empty() ? "" : " ") +
              std::to_string(static_cast<std::uint32_t>(document_of(id))) + "." +
              std::to_string(ordinal_of(id));
    EXPECT_EQ(search_.find(*prepared).total, search_.all(*prepared).size()) << query;
    return text;
  }

  ExampleIndex example_;
  Index index_;
  Search search_;
};

TEST_F(SearchTest, FindsPassages) {
  const struct {
    std::string query, passages;
  } cases[] = {
      // words, blind to inflection, case and marks
      {"gemeente", "1.1 1.2 2.1"},
      {"Gemeenten", "1.1 1.2 2.1"},
      {"cooperatie", "2.1"},
      {"COÖPERATIES", "2.1"},
      {"samenwerken", "1.2 2.1"},
      {"opbellen", "1.3"},
      {"fiets", ""},
      {"bestaatniethier", ""},
      // exact
      {"=gemeente", "1.1 2.1"},
      {"=gemeenten", "1.2"},
      {"=GEMEENTEN", "1.2"},
      {"=samenwerken", ""},
      {"=\"werkten goed\"", "1.2"},
      {"=\"werkte goed\"", ""},
      // and, or, not
      {"gemeente vertrouwen", "1.2 2.1"},
      {"gemeente AND belde", ""},
      {"wethouder OF coöperatie", "1.3 2.1"},
      {"gemeente NIET vertrouwen", "1.1"},
      {"gemeente -=gemeente", "1.2"},
      {"NOT gemeente", "1.3 1.4 2.2 2.3"},
      {"visie OR NOT gemeente", "1.3 1.4 2.2 2.3"},
      {"fiets OR visie", "1.4 2.3"},
      {"fiets NOT visie", ""},
      {"visie NOT fiets", "1.4 2.3"},
      // phrases, within a sentence
      {"\"gedeelde visie\"", "1.4"},
      {"\"goed werken\"", ""},
      {"\"werken goed samen\"", "1.2"},
      {"\"samen er\"", ""},
      {"\"hier met de\"", "2.1"},
      {"\"geen *partner\"", "1.4"},
      {"\"samen* m*\"",
       "zoekvraag, teken 9: 'm*' past op te veel woorden: geef minstens 2 letters"},
      {"\"hie* me*\"", "2.1"},
      // windows
      {"delen NEAR/2 visie", "1.4 2.3"},
      {"visie NEAR/1 delen", "1.4"},
      {"visie ADJ/2 delen", ""},
      {"delen ADJ/2 visie", "1.4 2.3"},
      {"gemeente NEAR/10 vertrouwen", "2.1"},
      {"partner* NEAR visie", ""},
      {"*partner NABIJ/4 visie", "1.4"},
      {"(wethouder OR gemeente) NEAR/3 werken", "1.1 1.2"},
      {"\"een visie\" NEAR/2 wij", "2.3"},
      {"visie NEAR/5 visie", ""},
      {"geen NEAR/5 geen", "1.4"},
      {"wij NEAR/1 delen NEAR/2 visie", "2.3"},
      // wildcards: lemmas and forms
      {"samenwerk*", "1.2 1.4 2.1"},
      {"werkt*", "1.1 1.2 2.1"},
      {"*partner", "1.4"},
      {"*werk*", "1.1 1.2 1.4 2.1"},
      {"xyz*", ""},
      // codings
      {"factor:vertrouwen", "1.2 2.1"},
      {"factor:vertrouwen/faal", "2.1"},
      {"factor:Gedeelde-Visie", "1.4"},
      {"thema:relatie", "1.2 2.1 2.2"},
      {"valentie:faal", "1.4 2.1 2.2"},
      {"modaliteit:wens", "2.1"},
      {"coder:marloes", "2.1"},
      {"coder:lexicon", "1.2 1.4 2.2"},
      {"coder:\"lexicon proef@1.0.0\"", "1.2 1.4 2.2"},
      {"factor:vertrouwen NEAR/3 gemeente", "2.1"},
      {"factor:vertrouwen NEAR/2 vertrouwen", "1.2 2.1"},
      {"valentie:faal NEAR/1 visie", "1.4"},
      // attributes, speakers, documents, dates
      {"case:westerbeek", "1.1 1.2 1.3 1.4"},
      {"case:k*", "2.1 2.2 2.3"},
      {"taal:en", "2.2"},
      {"taal:nl visie", "2.3"},
      {"taal:EN OR taal:nl", "2.1 2.2 2.3"},
      {"NOT taal:nl gemeente", "1.1 1.2"},
      {"rol:\"lid van bestuur\"", "1.2 1.4"},
      {"rol:lid*", "1.2 1.4"},
      {"gemeente -rol:bestuurder", "1.1 1.2"},
      {"spreker:\"anna de wit\"", "1.2 1.4"},
      {"spreker:anna*", "1.2 1.4"},
      {"soort:interviewer gemeente", "1.1"},
      {"document:westerbeek/interview-1.txt visie", "1.4"},
      {"document:notitie.md visie", "2.3"},
      {"document:kadewijk/* visie", "2.3"},
      {"datum:2026 visie", "2.3"},
      {"datum:..2025 visie", "1.4"},
      {"visie datum:2025..2026", "1.4 2.3"},
      {"NOT datum:2026", "1.1 1.2 1.3 1.4"},
      // what must stand together
      {"gemeente vertrouwen binnen:zin", "2.1"},
      {"gemeente vertrouwen binnen:passage", "1.2 2.1"},
      {"gemeente NIET vertrouwen binnen:zin", "1.1 1.2"},
      {"(gemeente OF vertrouwen) goed binnen:zin", "1.2"},
      {"-visie binnen:zin", "1.1 1.2 1.3 2.1 2.2"},
      {"gemeente factor:vertrouwen binnen:zin", "2.1"},
      {"visie -factor:gedeelde-visie binnen:zin", "1.4 2.3"},
      {"gemeente vertrouwen binnen:zin OF wethouder", "1.3 2.1"},
      {"(gemeente vertrouwen binnen:zin) wethouder binnen:document", ""},
      {"(gemeente vertrouwen binnen:zin) visie binnen:document", "2.1 2.3"},
      {"gemeente vertrouwen rol:bestuurder binnen:zin", "2.1"},
      {"gemeente goed rol:lid* binnen:zin", "1.2"},
      {"wethouder visie binnen:document", "1.3 1.4"},
      {"wethouder sfeer binnen:document", ""},
      {"visie -wethouder binnen:document", "2.3"},
      {"visie -(wethouder sfeer) binnen:document", "1.4 2.3"},
      {"(wethouder OF sfeer) gemeente binnen:document", "1.1 1.2 1.3 2.1 2.2"},
      {"gemeente visie spreker:i binnen:document", ""},
      {"gemeente wethouder spreker:i binnen:document", "1.1 1.3"},
      {"-wethouder binnen:document", "2.1 2.2 2.3"},
      {"(gemeente vertrouwen binnen:passage) wethouder binnen:document", "1.2 1.3"},
      {"(gemeente wethouder binnen:document) vertrouwen binnen:zin", "1.2"},
      {"(wij visie binnen:zin) NOT case:westerbeek", "2.3"},
      {"case:westerbeek rol:x* binnen:zin",
       "zoekvraag, teken 21: onbekende waarde van rol: 'x*'; er is: bestuurder, lid van bestuur"},
  };
  for (const auto& [query, expected] : cases) EXPECT_EQ(passages(query), expected) << query;
}

TEST_F(SearchTest, NamesWhatComesNearAnUnknownName) {
  const struct {
    std::string query, error;
  } cases[] = {
      {"factor:vertrouwn",
       "zoekvraag, teken 8: onbekende factor 'vertrouwn'; bedoelt u 'vertrouwen'?"},
      {"x factor:sfeer/goed",
       "zoekvraag, teken 10: onbekende valentie 'goed'; er is: succes, faal, neutraal"},
      {"thema:relatei", "zoekvraag, teken 7: onbekend thema 'relatei'; bedoelt u 'relatie'?"},
      {"valentie:success",
       "zoekvraag, teken 10: onbekende valentie 'success'; bedoelt u 'succes'?"},
      {"modaliteit:wensen",
       "zoekvraag, teken 12: onbekende modaliteit 'wensen'; bedoelt u 'wens'?"},
      {"coder:marloos", "zoekvraag, teken 7: onbekende coder 'marloos'; bedoelt u 'marloes'?"},
      {"spreker:anne*", "zoekvraag, teken 9: onbekende spreker 'anne*'; er is: anna de wit, i"},
      {"soort:respondenten",
       "zoekvraag, teken 7: onbekende soort spreker 'respondenten'; bedoelt u 'respondent'?"},
      {"rol:bestuurdr",
       "zoekvraag, teken 5: onbekende waarde van rol: 'bestuurdr'; bedoelt u 'bestuurder'?"},
      {"één rool:bestuurder", "zoekvraag, teken 5: onbekend veld 'rool'; bedoelt u 'rol'?"},
      {"document:notite.md",
       "zoekvraag, teken 10: onbekend document 'notite.md'; er is: kadewijk/notitie.md, "
       "westerbeek/interview-1.txt"},
      {"datum:maart",
       "zoekvraag, teken 7: 'maart' is geen datum of periode; schrijf 2026, 2026-03, "
       "2026-03-12, 2025..2026 of >=2026-01-01"},
      {"rol:bestuurder NEAR/3 visie",
       "zoekvraag, teken 1: 'rol:bestuurder' geldt voor de hele passage en heeft geen plaats in de "
       "tekst: zet het buiten NEAR"},
      {"a*", "zoekvraag, teken 1: 'a*' past op te veel woorden: geef minstens 2 letters"},
      {"case:k* taal:nl binnen:zin",
       "zoekvraag, teken 17: wat hierbij staat geldt voor hele passages: in een zin is er niets "
       "van "
       "te vinden"},
      {"(visie OF case:k*) wij binnen:zin",
       "zoekvraag, teken 24: wat voor een hele passage geldt, zoals een kenmerk, kan hierbij niet "
       "in "
       "een keuze of ontkenning staan met wat in een zin staat: zet het er met EN naast"},
      {"case:k* taal:nl binnen:document",
       "zoekvraag, teken 17: hierbij staan alleen kenmerken: die gelden al voor hele passages of "
       "documenten"},
      {"@zorgen",
       "zoekvraag, teken 1: er is geen opgeslagen zoekvraag '@zorgen'; 'samenspel "
       "queries save NAAM VRAAG' bewaart er een"},
  };
  for (const auto& [query, expected] : cases) EXPECT_EQ(passages(query), expected) << query;
}

// The error of a query, with these saved ones; empty: it was understood.
std::string error_of(const Index& index, const std::vector<SavedQuery>& saved,
                     const std::string& query) {
  const Search search(index, word_table(), factors, saved);
  const auto prepared = search.prepare(query);
  return prepared ? "" : to_string(prepared.error());
}

std::vector<SavedQuery> saved_as(const std::vector<std::pair<std::string, std::string>>& queries) {
  std::vector<SavedQuery> saved;
  for (const auto& [name, query] : queries) saved.push_back({name, query, "Noor", "2026-11-29"});
  return saved;
}

TEST_F(SearchTest, PutsASavedQueryWhereItsNameStands) {
  const Search search(index_, word_table(), factors,
                      saved_as({{"gemeente", "gemeente OF wethouder"},
                                {"samen", "@gemeente vertrouwen"},
                                {"in-een-zin", "@samen binnen:zin"},
                                {"bestuur", "rol:bestuurder"}}));
  const struct {
    std::string query, same_as;
  } cases[] = {
      {"@gemeente", "gemeente OF wethouder"},
      {"@Gemeente goed", "(gemeente OF wethouder) goed"},
      {"-@gemeente", "-(gemeente OF wethouder)"},
      {"@gemeente NEAR/4 vertrouwen", "(gemeente OF wethouder) NEAR/4 vertrouwen"},
      {"@samen", "(gemeente OF wethouder) vertrouwen"},
      {"@samen binnen:zin", "(gemeente OF wethouder) vertrouwen binnen:zin"},
      {"@in-een-zin OF @bestuur",
       "((gemeente OF wethouder) vertrouwen binnen:zin) OF rol:bestuurder"},
      {"@samen @bestuur", "(gemeente OF wethouder) vertrouwen rol:bestuurder"},
  };
  for (const auto& [query, same_as] : cases) {
    const auto prepared = search.prepare(query);
    ASSERT_TRUE(prepared) << query;
    EXPECT_FALSE(search.all(*prepared).empty()) << query;
    EXPECT_EQ(search.all(*prepared), search.all(search.prepare(same_as).value())) << query;
  }
}

TEST_F(SearchTest, SaysWhatIsWrongWithASavedQueryWhereItsNameStands) {
  const std::vector<SavedQuery> saved = saved_as({{"a", "visie @b"},
                                                  {"b", "@c"},
                                                  {"c", "@a OF x"},
                                                  {"fout", "factor:sfeeer"},
                                                  {"boven", "@fout x"},
                                                  {"gemeente", "gemeente"}});
  EXPECT_EQ(error_of(index_, saved, "x @a"),
            "zoekvraag, teken 3: in @a (visie @b), teken 7: in @b (@c), teken 1: in @c (@a OF x), "
            "teken 1: een opgeslagen zoekvraag kan niet in zichzelf staan: @a gebruikt @b gebruikt "
            "@c gebruikt @a");
  EXPECT_EQ(error_of(index_, saved, "@boven"),
            "zoekvraag, teken 1: in @boven (@fout x), teken 1: in @fout (factor:sfeeer), teken 8: "
            "onbekende factor 'sfeeer'; bedoelt u 'sfeer'?");
  EXPECT_EQ(
      error_of(index_, saved, "visie @gemente"),
      "zoekvraag, teken 7: er is geen opgeslagen zoekvraag '@gemente'; bedoelt u 'gemeente'?");
  // Each of a chain that doubles would cost twice the one before.
  std::vector<SavedQuery> doubling = saved_as({{"v0", "visie"}});
  for (int i = 1; i < 20; ++i)
    doubling.push_back({"v" + std::to_string(i),
                        "@v" + std::to_string(i - 1) + " @v" + std::to_string(i - 1), "", ""});
  EXPECT_NE(error_of(index_, doubling, "@v19").find("staan er hier meer dan 32"),
            std::string::npos);
}

TEST_F(SearchTest, TellsWhatWordsAndWildcardsStandFor) {
  using Kind = CaughtWord::Kind;
  const auto query = search_.prepare("werkte (=visie OF *partner) -belde samenwerkte").value();
  const auto words = search_.expansion(query);
  ASSERT_EQ(words.size(), 5U);
  EXPECT_EQ(words[0].written, "werkte");
  EXPECT_EQ(words[0].caught.front(), (CaughtWord{"werken", "", Kind::lemma, 3, 3}));
  EXPECT_EQ(words[1], (ExpandedWord{"=visie", {{"visie", "", Kind::form, 3, 2}}}));
  EXPECT_EQ(words[2].written, "*partner");
  EXPECT_EQ(words[2].caught,
            (std::vector<CaughtWord>{{"samenwerkingspartner", "", Kind::lemma, 1, 1}}));
  EXPECT_EQ(words[3].written, "belde");
  EXPECT_EQ(words[4].caught.front(), (CaughtWord{"samenwerken", "", Kind::lemma, 2, 2}));
  EXPECT_EQ(words[4].caught.back(), (CaughtWord{"samenwerken", "samenwerken", Kind::apart, 2, 2}));
  EXPECT_TRUE(search_.expansion(search_.prepare("factor:sfeer").value()).empty());
}

TEST_F(SearchTest, FindsFactorsNearEachOtherAndInOrder) {
  const std::string text = "Geen gedeelde visie en dus geen vertrouwen. Wel een goede sfeer.";
  ExampleDocument document{.id = 1, .text = text};
  document.codings = {coding_of(text, "gedeelde visie", "gedeelde-visie", Valence::failure),
                      coding_of(text, "vertrouwen", "vertrouwen", Valence::failure),
                      coding_of(text, "sfeer", "sfeer", Valence::success)};
  const ExampleIndex example({document});
  const Index index = example.open();
  const Search search(index, word_table(), factors);
  const struct {
    std::string query;
    bool is_found;
  } cases[] = {
      {"factor:gedeelde-visie NEAR/8 factor:vertrouwen", true},
      {"factor:vertrouwen NEAR/8 factor:gedeelde-visie", true},
      {"factor:gedeelde-visie ADJ/8 factor:vertrouwen", true},
      {"factor:vertrouwen ADJ/8 factor:gedeelde-visie", false},
      {"factor:gedeelde-visie/faal ADJ/5 factor:vertrouwen/faal", true},
      {"factor:gedeelde-visie ADJ/4 factor:vertrouwen", false},
      {"factor:vertrouwen NEAR/8 factor:sfeer", false},  // another sentence
      {"factor:vertrouwen factor:sfeer", true},
      {"factor:vertrouwen factor:sfeer binnen:zin", false},
      {"factor:vertrouwen factor:gedeelde-visie binnen:zin", true},
      {"factor:vertrouwen -factor:sfeer binnen:zin", true},
      {"factor:vertrouwen -factor:sfeer", false},
      {"valentie:faal NEAR/8 factor:vertrouwen", true},
  };
  for (const auto& [query, is_found] : cases)
    EXPECT_EQ(search.all(search.prepare(query).value()).size(), is_found ? 1U : 0U) << query;
}

std::vector<PassageId> ids_of(const Hits& hits) {
  std::vector<PassageId> ids;
  for (const Hit& hit : hits.hits) ids.push_back(hit.passage);
  return ids;
}

TEST_F(SearchTest, PutsHitsInTheOrderAskedFor) {
  const auto query = search_.prepare("visie OR sfeer OR wethouder").value();
  const auto one = [](std::uint64_t n) { return passage_id(DocumentId{1}, n); };
  const auto two = [](std::uint64_t n) { return passage_id(DocumentId{2}, n); };
  const auto in_order = [&](HitOrder order) {
    return ids_of(search_.find(query, {.order = order}));
  };
  EXPECT_EQ(in_order(HitOrder::document), (std::vector{one(3), one(4), two(2), two(3)}));
  EXPECT_EQ(in_order(HitOrder::date), (std::vector{two(2), two(3), one(3), one(4)}));
  const Hits by_relevance = search_.find(query);
  for (std::size_t i = 1; i < by_relevance.hits.size(); ++i)
    EXPECT_GE(by_relevance.hits[i - 1].weight, by_relevance.hits[i].weight);
}

TEST_F(SearchTest, PutsEqualHitsInTheOrderOfTheirPassages) {
  const Hits hits = search_.find(search_.prepare("case:westerbeek").value());
  EXPECT_EQ(hits.total, 4U);
  for (std::uint64_t i = 0; i < 4; ++i)
    EXPECT_EQ(hits.hits[i], (Hit{passage_id(DocumentId{1}, i + 1), 0.0}));
}

TEST_F(SearchTest, GivesPagesOfOneWhole) {
  for (const HitOrder order : {HitOrder::relevance, HitOrder::document, HitOrder::date}) {
    const auto query = search_.prepare("de OR visie").value();
    const Hits whole = search_.find(query, {0, 100, order});
    for (std::uint64_t first = 0; first <= whole.total + 1; first += 2) {
      const Hits page = search_.find(query, {first, 2, order});
      EXPECT_EQ(page.total, whole.total);
      for (std::size_t i = 0; i < page.hits.size(); ++i)
        EXPECT_EQ(page.hits[i], whole.hits[first + i]);
      EXPECT_EQ(page.hits.size(),
                first >= whole.total ? 0 : std::min<std::uint64_t>(2, whole.total - first));
    }
    EXPECT_EQ(search_.find(query, {0, 0, order}).total, whole.total);
  }
}

TEST_F(SearchTest, AnswersTheSameHoweverTheIndexCameAbout) {
  const auto documents = two_documents();
  ExampleIndex grown({{.id = 1, .text = "Eerder stond hier iets anders."}});
  grown.merge({documents[1]});
  grown.merge({documents[0]});
  const ExampleIndex split(documents, 2);
  for (const ExampleIndex* other : {&std::as_const(grown), &split}) {
    const Index index = other->open();
    const Search search(index, word_table(), factors);
    for (const char* const text : {"visie", "gemeente OR sfeer", "\"gedeelde visie\"",
                                   "factor:vertrouwen NEAR/3 gemeente", "*werk*"}) {
      const Hits expected = search_.find(search_.prepare(text).value());
      const Hits found = search.find(search.prepare(text).value());
      EXPECT_EQ(found, expected) << text;
    }
  }
}

// Also where Xapian numbers the passages the other way round and may stop before the last.
TEST(Search, PagesThroughEqualHitsOfOneWordInOrder) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "Een visie.\n";
  ExampleIndex example({{.id = 2, .text = text}});
  example.merge({{.id = 1, .text = text}});
  const Index index = example.open();
  const Search search(index, word_table(), {});
  const auto query = search.prepare("visie").value();
  for (const HitOrder order : {HitOrder::relevance, HitOrder::document, HitOrder::date}) {
    std::vector<PassageId> found;
    for (std::uint64_t first = 0; first < 120; first += 7) {
      const Hits page = search.find(query, {first, 7, order});
      EXPECT_EQ(page.total, 120U);
      for (const Hit& hit : page.hits) found.push_back(hit.passage);
    }
    EXPECT_EQ(found, search.all(query));
  }
  EXPECT_EQ(search.find(query, {0, 0}).total, 120U);
}

TEST(Search, SaysThatExactFormsWereLeftOut) {
  const ExampleIndex example({{.text = "Zij werkten."}}, 1, {.exact_forms = false});
  const Index index = example.open();
  const Search search(index, word_table(), {});
  EXPECT_EQ(search.all(search.prepare("werkt").value()).size(), 1U);
  const auto exact = search.prepare("ja =werkten");
  ASSERT_FALSE(exact.has_value());
  EXPECT_EQ(exact.error().column, 4U);
  EXPECT_NE(exact.error().message.find("exact = true"), std::string::npos);
}

TEST(Search, RefusesAWildcardThatFitsTooMuch) {
  std::string text;
  for (int i = 0; i < 2100; ++i) text += "zzz" + std::to_string(i) + " ";
  const ExampleIndex example({{.text = text}});
  const Index index = example.open();
  const Search search(index, word_table(), {});
  for (const char* const query : {"ja zz*", "ja *zz*"}) {
    const auto wide = search.prepare(query);
    ASSERT_FALSE(wide.has_value());
    EXPECT_NE(to_string(wide.error()).find("past op meer dan 2000 woorden"), std::string::npos);
    EXPECT_EQ(wide.error().column, 4U);
  }
  EXPECT_EQ(search.all(search.prepare("zzz10*").value()).size(), 1U);
}

TEST(Search, FindsNothingInAnEmptyIndex) {
  const ExampleIndex example({});
  const Index index = example.open();
  const Search search(index, word_table(), factors);
  for (const char* const query : {"visie", "\"een visie\"", "NOT visie", "*werk", "factor:sfeer"}) {
    const auto prepared = search.prepare(query).value();
    EXPECT_EQ(search.find(prepared).total, 0U) << query;
    EXPECT_TRUE(search.all(prepared).empty()) << query;
  }
}

// Found without their streams; but "was" may be a form of "zijn", a thing, or a form of "wassen".
TEST(Search, FindsPhrasesOfTheMostFrequentWordsWhateverTheirReading) {
  const ExampleIndex example({{.text = "Het huis was van de gemeente.\n"
                                       "De was van de buren hing buiten.\n"
                                       "Hij was van de week de was vergeten.\n"
                                       "Van wie het was, weet niemand. Van de rest wel.\n"
                                       "De hond bleef."}});
  const Index index = example.open();
  const Search search(index, word_table(), {});
  const struct {
    std::string query;
    std::vector<std::uint32_t> passages;
  } cases[] = {{"\"was van\"", {1, 2, 3}},
               {"\"van de\"", {1, 2, 3, 4}},
               {"\"de was\"", {2, 3}},
               {"\"was van de\"", {1, 2, 3}},
               {"\"van de was\"", {}},
               {"de NEAR/1 van", {1, 2, 3, 4}},
               {"was NEAR/4 van", {1, 2, 3, 4}},
               {"was NEAR/1 van", {1, 2, 3}},
               {"\"de hond\" OR \"het was\"", {4, 5}}};
  for (const auto& [query, passages] : cases) {
    const auto prepared = search.prepare(query).value();
    std::vector<PassageId> expected;
    for (const std::uint32_t passage : passages)
      expected.push_back(passage_id(DocumentId{1}, passage));
    EXPECT_EQ(search.all(prepared), expected) << query;
    EXPECT_EQ(search.find(prepared).total, expected.size()) << query;
  }
}

TEST_F(SearchTest, NamesWordsThatNoTextHasAndThoseThatMayBeMeant) {
  const auto missing = [&](const std::string& query) {
    std::string text;
    for (const MissingWord& it : search_.missing(search_.prepare(query).value())) {
      text += it.word + ":";
      for (const std::string& near : it.near) text += " " + near;
      text += ";";
    }
    return text;
  };
  EXPECT_EQ(missing("gemeentte"), "gemeentte: gemeente;");
  EXPECT_EQ(missing("sfeer AND (gemeentte OR \"gemeentte hier\")"), "gemeentte: gemeente;")
      << "once";
  EXPECT_EQ(missing("olifant NEAR/3 gemeente"), "olifant:;");
  EXPECT_EQ(missing("gemeente sfeer factor:vertrouwen"), "");
}

TEST_F(SearchTest, TellsWhatThePartsOfAQueryFindAlone) {
  EXPECT_EQ(parts_alone(search_, "sfeer NEAR/2 (wethouder OR visie) -case:Kadewijk"),
            (std::vector<QueryPart>{{"sfeer", 1}, {"(wethouder OR visie)", 3}}));
  EXPECT_EQ(parts_alone(search_, "factor:sfeer \"gedeelde visie\" binnen:zin"),
            (std::vector<QueryPart>{{"factor:sfeer", 1}, {"\"gedeelde visie\"", 1}}));
  EXPECT_EQ(parts_alone(search_, "datum:2019..2020 gemeente"),
            (std::vector<QueryPart>{{"datum:2019..2020", 0}, {"gemeente", 3}}));
  for (const char* query : {"sfeer", "sfeer OR visie", "sfeer -visie", "sfeer AND ("})
    EXPECT_TRUE(parts_alone(search_, query).empty()) << query;
}

}  // namespace
}  // namespace pipeline
