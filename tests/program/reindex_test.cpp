#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

TEST(Reindex, AnswersAsBeforeAndLeavesTheRecordAlone) {
  const ExampleStudy study;
  study.fill();
  const std::string record = dump(study.path("study")), before = answers(study.path("study"));
  for (const Arguments& options : std::vector<Arguments>{{}, {"--jobs", "1"}, {"--jobs", "5"}}) {
    Arguments arguments{"reindex"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Ran ran = study.run(arguments);
    EXPECT_EQ(ran.status, 0) << ran;
    EXPECT_EQ(dump(study.path("study")), record);
    EXPECT_EQ(answers(study.path("study")), before);
    EXPECT_EQ(study.run({"check"}).status, 0);
  }
}

TEST(Reindex, MakesAnIndexThatIsGoneOrBroken) {
  const ExampleStudy study;
  study.fill();
  const std::string before = answers(study.path("study"));
  fs::remove_all(study.path("study/index"));
  const auto json = json_of(study.run({"reindex", "--format", "json"}));
  EXPECT_EQ(json["format"], "samenspel-run");
  EXPECT_EQ(answers(study.path("study")), before);

  std::size_t damaged = 0;
  for (const auto& file : fs::recursive_directory_iterator(study.path("study/index")))
    if (file.is_regular_file() && file.file_size() > 0) {
      std::ofstream(file.path(), std::ios::binary) << "kapot";
      ++damaged;
    }
  ASSERT_GT(damaged, 0U);
  const Ran search = study.run({"search", "vertrouwen"});
  EXPECT_EQ(search.status, 2) << search;
  EXPECT_THAT(search.err, HasSubstr("samenspel reindex"));
  const Ran check = study.run({"check"});
  EXPECT_EQ(check.status, 2) << check;
  EXPECT_THAT(check.out + check.err, HasSubstr("samenspel reindex"));
  const Ran ran = study.run({"reindex"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(answers(study.path("study")), before);
}

TEST(Reindex, OfAnEmptyStudyIsNothing) {
  const ExampleStudy study;
  study.create();
  const Ran ran = study.run({"reindex"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(study.run({"search", "vertrouwen"}).status, 1);
}

}  // namespace
}  // namespace pipeline
