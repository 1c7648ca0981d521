#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

void change(const ExampleStudy& study, const std::string& sql) {
  SQLite::Database database(study.text("study/study.db"), SQLite::OPEN_READWRITE);
  database.exec(sql);
}

TEST(Check, SaysThatAllIsWell) {
  const ExampleStudy study;
  study.create();
  EXPECT_EQ(study.run({"check"}).status, 0);
  ASSERT_EQ(study.ingest().status, 0);
  const Ran ran = study.run({"check"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out, "6 documenten, 15 passages en 14 coderingen nagekeken: alles klopt.\n");
  const auto json = json_of(study.run({"check", "--format", "json"}));
  EXPECT_EQ(json["format"], "samenspel-check");
  EXPECT_EQ(json["documents"], 6);
  EXPECT_EQ(json["passages"], 15);
  EXPECT_EQ(json["codings"], 14);
  EXPECT_EQ(json["found"].size(), 0U);
}

TEST(Check, FindsWhatIsBrokenInTheRecord) {
  struct Row {
    std::string sql, words;
  };
  const std::vector<Row> rows{
      {"UPDATE source SET text=replace(text,'R:','Q:')", "interview.txt: de opgeslagen tekst is"},
      {"UPDATE passage SET end=100000 WHERE id=(SELECT max(id) FROM passage)",
       "1 passage buiten haar tekst"},
      {"UPDATE coding SET begin=0 WHERE id=(SELECT max(id) FROM coding)",
       "1 codering buiten haar passage"},
      {"UPDATE sentence SET begin=0 WHERE id=(SELECT max(id) FROM sentence)",
       "1 zin buiten haar passage"},
      {"UPDATE evidence SET end=100000", "bewijs van een codering valt buiten de tekst"},
      {"DELETE FROM passage WHERE id=(SELECT max(id) FROM passage)", "coderingen zonder passage"},
      {"PRAGMA foreign_keys=OFF; DELETE FROM document WHERE id=6", "passages zonder document"},
      {"DELETE FROM coding WHERE id IN (SELECT coding FROM evidence)", ""}};
  for (const Row& row : rows) {
    if (row.words.empty()) continue;
    const ExampleStudy study;
    study.fill();
    change(study, row.sql);
    const Ran ran = study.run({"check"});
    EXPECT_EQ(ran.status, 2) << row.sql << ran;
    EXPECT_THAT(ran.out, HasSubstr(row.words)) << row.sql;
    EXPECT_THAT(ran.out, testing::ContainsRegex("[0-9] ding(en)? klop(t|pen) niet"));
  }
}

TEST(Check, FindsAnIndexThatIsBehindOrGone) {
  const ExampleStudy study;
  study.fill();
  change(study, "UPDATE document SET key='x' WHERE id=3");
  Ran ran = study.run({"check"});
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.out, HasSubstr("index: 1 document ontbreekt of is verouderd; draai "
                                 "'samenspel reindex'"));
  const Ran search = study.run({"search", "vertrouwen"});
  EXPECT_EQ(search.status, 0) << search;
  EXPECT_THAT(search.err, HasSubstr("let op: de index loopt achter bij de studie"));

  fs::remove_all(study.path("study/index"));
  ran = study.run({"check"});
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.out, HasSubstr("er is nog geen index; maak hem met 'samenspel reindex'"));
}

}  // namespace
}  // namespace pipeline
