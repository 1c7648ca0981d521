#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

TEST(Documents, ListsEachWithCountsAndAttributes) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"documents", "--format", "csv"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out,
            "id,document,format,words,passages,codings,case,datum,rol,titel\r\n"
            "1,algemeen/verslag.docx,docx,11,2,1,algemeen,2026-01-15,,\r\n"
            "2,heuvelsdal/gesprek.srt,srt,13,2,2,heuvelsdal,2026-05-20,projectleider,\r\n"
            "3,heuvelsdal/memo.md,md,15,3,2,heuvelsdal,2025-11-30,,\r\n"
            "4,heuvelsdal/pagina.html,html,7,2,1,heuvelsdal,,,Heuvelsdal\r\n"
            "5,westerbeek/gesprek.vtt,vtt,14,2,3,westerbeek,2026-04-02,wethouder,\r\n"
            "6,westerbeek/interview.txt,txt,29,4,5,westerbeek,2026-03-12,bestuurder,\r\n");
}

TEST(Documents, AnswersAsTextJsonAndMarkdown) {
  const ExampleStudy study;
  study.fill();
  EXPECT_THAT(study.run({"documents"}).out, HasSubstr("westerbeek/interview.txt"));
  EXPECT_EQ(json_of(study.run({"documents", "--format", "json"}))["rows"].size(), 6U);
  EXPECT_THAT(study.run({"documents", "--format", "markdown"}).out, HasSubstr("| heuvelsdal"));
}

TEST(Documents, EndsWithOneInAnEmptyStudy) {
  const ExampleStudy study;
  study.create();
  EXPECT_EQ(study.run({"documents"}).status, 1);
}

}  // namespace
}  // namespace pipeline
