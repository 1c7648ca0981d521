#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;
using testing::Not;

class Queries : public testing::Test {
 protected:
  Queries() { study_.fill(); }

  Ran save(const std::string& name, const std::string& query, const Arguments& more = {}) const {
    Arguments arguments{"queries", "save", name, query, "--by", "noor"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return study_.run(arguments);
  }
  int total(const std::string& query) const {
    return json_of(study_.run({"search", query, "--format", "json"}))["total"];
  }

  ExampleStudy study_;
};

TEST_F(Queries, AreUsedInSearchesAndTablesByTheirName) {
  const Ran saved = save("@Barrière", "valentie:faal -soort:interviewer");
  EXPECT_EQ(saved.status, 0) << saved;
  EXPECT_EQ(saved.out, "@barrière bewaard: valentie:faal -soort:interviewer\n");
  EXPECT_EQ(total("@barrière"), total("valentie:faal -soort:interviewer"));
  ASSERT_EQ(save("westerbeek", "@barrière case:westerbeek").status, 0);
  EXPECT_EQ(total("@westerbeek"), 1);
  const std::string where = study_.run({"table", "--where", "@westerbeek", "--format", "csv"}).out;
  EXPECT_EQ(where, study_
                       .run({"table", "--where", "valentie:faal -soort:interviewer case:westerbeek",
                             "--format", "csv"})
                       .out);
  const Ran list = study_.run({"queries", "list", "--format", "json"});
  EXPECT_EQ(json_of(list)["rows"].size(), 2U) << list;
  const Ran show = study_.run({"queries", "show", "westerbeek"});
  EXPECT_THAT(show.out, HasSubstr("@barrière case:westerbeek"));
  EXPECT_THAT(show.out, HasSubstr("@barrière is valentie:faal -soort:interviewer."));
}

TEST_F(Queries, GetANewMeaningOnlyWhenThatIsAskedForAndKeepTheOldOne) {
  ASSERT_EQ(save("zorg", "zorg").status, 0);
  EXPECT_EQ(save("zorg", "zorg").status, 0) << "it means that already";
  const Ran refused = save("zorg", "visie");
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err,
              HasSubstr("@zorg is er al en betekent zorg; kies een andere naam, of geef "
                        "--overschrijf"));
  EXPECT_EQ(total("@zorg"), total("zorg"));
  const Ran replaced = save("zorg", "visie", {"--force"});
  EXPECT_EQ(replaced.status, 0) << replaced;
  EXPECT_THAT(replaced.out, HasSubstr("Betekende eerst: zorg"));
  EXPECT_EQ(total("@zorg"), total("visie"));
  const auto history = json_of(study_.run({"queries", "show", "zorg", "--format", "json"}))["rows"];
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[0]["cells"][2], "visie");
  EXPECT_EQ(history[1]["cells"][2], "zorg");
  EXPECT_EQ(history[1]["cells"][1], "noor");
}

TEST_F(Queries, AreRemovedOnlyWhereNoOtherUsesThem) {
  ASSERT_EQ(save("a", "visie").status, 0);
  ASSERT_EQ(save("b", "@a overleg").status, 0);
  const Ran refused = study_.run({"queries", "remove", "a"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("@a wordt gebruikt in @b"));
  EXPECT_EQ(study_.run({"check"}).status, 0);
  const Ran removed = study_.run({"queries", "remove", "@a", "--overschrijf"});
  EXPECT_EQ(removed.status, 0) << removed;
  EXPECT_EQ(removed.out, "@a is weg; wat het betekende: visie\n");
  const Ran check = study_.run({"check"});
  EXPECT_EQ(check.status, 2) << check;
  EXPECT_THAT(check.out,
              HasSubstr("opgeslagen zoekvraag @b: er is geen opgeslagen zoekvraag '@a'"));
  const Ran search = study_.run({"search", "overleg @a"});
  EXPECT_EQ(search.status, 2);
  EXPECT_THAT(search.err, HasSubstr("zoekvraag, teken 9: er is geen opgeslagen zoekvraag '@a'; "
                                    "er is: b"))
      << search;
}

TEST_F(Queries, SaysWhatCannotBeSaved) {
  ASSERT_EQ(save("a", "visie").status, 0);
  ASSERT_EQ(save("b", "@a").status, 0);
  const struct {
    std::string name, query, message;
  } cases[] = {
      {"twee woorden", "visie", "'twee woorden' kan geen naam van een zoekvraag zijn"},
      {"1e", "visie", "te beginnen met een letter"},
      {"c", "factor:vertrouwn", "onbekende factor 'vertrouwn'; bedoelt u 'vertrouwen'?"},
      {"c", "(visie", "haakje openen zonder haakje sluiten"},
      {"c", "@c", "een opgeslagen zoekvraag kan niet in zichzelf staan: @c gebruikt @c"},
      {"c", "@aa", "er is geen opgeslagen zoekvraag '@aa'; bedoelt u 'a'"},
  };
  for (const auto& [name, query, message] : cases) {
    const Ran ran = save(name, query);
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.err, HasSubstr(message));
  }
  const Ran loop = save("a", "@b", {"--overschrijf"});
  EXPECT_EQ(loop.status, 2);
  EXPECT_THAT(loop.err, HasSubstr("een opgeslagen zoekvraag kan niet in zichzelf staan"));
  EXPECT_EQ(total("@a"), total("visie"));
  EXPECT_EQ(study_.run({"queries", "show", "c"}).status, 2);
  EXPECT_EQ(study_.run({"queries", "remove", "c"}).status, 2);
}

TEST_F(Queries, SayThatThereAreNone) {
  const Ran list = study_.run({"queries", "list"});
  EXPECT_EQ(list.status, 1);
  EXPECT_THAT(list.err, HasSubstr("er zijn nog geen opgeslagen zoekvragen"));
}

TEST_F(Queries, StayWhateverIsReadInOrIndexedAnew) {
  ASSERT_EQ(save("zorg", "zorg").status, 0);
  ASSERT_EQ(study_.ingest().status, 0);
  ASSERT_EQ(study_.run({"reindex"}).status, 0);
  ASSERT_EQ(study_.run({"tag"}).status, 0);
  EXPECT_THAT(study_.run({"queries", "list", "--format", "csv"}).out, HasSubstr("zorg,zorg,noor,"));
}

TEST_F(Queries, ArePartOfTheRecordOfAnswersThatRestOnThem) {
  ASSERT_EQ(save("a", "visie").status, 0);
  ASSERT_EQ(save("b", "@a OF vertrouwen").status, 0);
  const std::string with = study_.text("met.html"), without = study_.text("zonder.html");
  ASSERT_EQ(study_.run({"table", "--where", "@b", "-o", with}).status, 0);
  ASSERT_EQ(study_.run({"table", "--where", "vertrouwen", "-o", without}).status, 0);
  EXPECT_EQ(study_.run({"verify", with}).status, 0);
  ASSERT_EQ(save("a", "overleg", {"--overschrijf"}).status, 0);
  const Ran changed = study_.run({"verify", with});
  EXPECT_EQ(changed.status, 1) << changed;
  EXPECT_THAT(changed.out, HasSubstr("een opgeslagen zoekvraag waar het op rust is veranderd"));
  EXPECT_THAT(changed.out, Not(HasSubstr("wat mensen codeerden")));
  EXPECT_EQ(study_.run({"verify", without}).status, 0);
}

}  // namespace
}  // namespace pipeline
