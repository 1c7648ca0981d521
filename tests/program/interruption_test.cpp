// A run that is killed at any moment leaves a study that the next run completes, the same as if
// nothing had happened. SAMENSPEL_ROUNDS=100 plays as many rounds instead of six.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <thread>

#include "tests/program/example.h"
#include "tests/program/many_documents.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Interruption : public ManyDocuments {
 protected:
  // After SIGINT: said, and nothing left behind.
  void expect_proper_end(const Ran& ran) const {
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.out, HasSubstr("Onderbroken. Wat is ingelezen blijft; dezelfde opdracht gaat "
                                   "verder waar deze ophield."));
    expect_whole("study");
  }
  // Names in the study's folder, and how many generations the index keeps.
  std::set<std::string> files_of(const std::string& study) const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(path(study)))
      names.insert(entry.path().filename());
    const auto index = fs::directory_iterator(path(study) + "/index");
    names.insert(std::to_string(std::distance(begin(index), end(index))));
    return names;
  }
};

int rounds() {
  const char* asked = std::getenv("SAMENSPEL_ROUNDS");
  return asked ? std::atoi(asked) : 6;
}

using Clock = std::chrono::steady_clock;
std::chrono::microseconds since(Clock::time_point begun) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun);
}

TEST_F(Interruption, AtAnyMomentCostsNothing) {
  ASSERT_EQ(create("undisturbed").status, 0);
  auto begun = Clock::now();
  ASSERT_EQ(ingest("undisturbed").status, 0);
  auto time = since(begun);
  const std::string record = dump(path("undisturbed")), said = answers(path("undisturbed"));
  std::mt19937 random(7);
  int killed = 0, kept = 0;
  for (int round = 0; round < rounds(); ++round) {
    SCOPED_TRACE(round);
    ASSERT_EQ(create("study").status, 0);
    // Twice, so that a run that takes up what is left is stopped, too.
    for (int i = 0; i < 2; ++i) {
      RunOptions options;
      options.after = std::uniform_int_distribution<long>(1, time.count())(random) *
                      std::chrono::microseconds(1);
      options.signal = random() % 3 == 0 ? SIGINT : SIGKILL;
      begun = Clock::now();
      const Ran ran = ingest("study", options);
      if (ran.signal == SIGKILL) ++killed;
      // The first run was slow, or the computer had other work: aim better from now on.
      if (i == 0 && ran.status == 0) time = std::min(time, since(begun));
      expect_only_index_behind("study");
    }
    if (!dump(path("study")).empty()) ++kept;
    const Ran again = ingest("study");
    EXPECT_EQ(again.status, 0) << again;
    expect_whole("study");
    EXPECT_EQ(dump(path("study")), record);
    EXPECT_EQ(answers(path("study")), said);
    EXPECT_EQ(files_of("study"), files_of("undisturbed"));
    fs::remove_all(path("study"));
  }
  EXPECT_GT(killed, 0);
  RecordProperty("killed", killed);
  RecordProperty("kept", kept);
}

TEST_F(Interruption, OfNewLeavesAStudyOrRoomForOne) {
  auto begun = Clock::now();
  ASSERT_EQ(create("whole").status, 0);
  const auto time = since(begun);
  std::mt19937 random(11);
  for (int round = 0; round < rounds(); ++round) {
    RunOptions options;
    options.after =
        std::uniform_int_distribution<long>(1, time.count())(random) * std::chrono::microseconds(1);
    const Ran ran = create("study", options);
    const bool is_study = fs::exists(path("study/study.db"));
    EXPECT_TRUE(is_study || ran.signal == SIGKILL) << ran;
    const Ran again = create("study");
    EXPECT_EQ(again.status, is_study ? 2 : 0) << again;
    EXPECT_EQ(dump(path("study")), dump(path("whole")));
    EXPECT_EQ(bytes_of(path("study/lexicon/relatie.toml")),
              bytes_of(path("whole/lexicon/relatie.toml")));
    EXPECT_EQ(samenspel({"check", "--study", path("study")}).status, 0);
    fs::remove_all(path("study"));
  }
}

TEST_F(Interruption, OfARunOverAChangedStudyCostsNothing) {
  const std::string more = "R: Er was overleg, en daarna geen overleg meer.\n";
  ASSERT_EQ(create("undisturbed").status, 0);
  ASSERT_EQ(create("study").status, 0);
  ASSERT_EQ(ingest("undisturbed").status, 0);
  ASSERT_EQ(ingest("study").status, 0);
  for (int i = 0; i < many; i += 2)
    for (const char* ending : {".txt", ".md"}) {
      const auto file =
          path("documents/map" + std::to_string(i % 3) + "/document" + std::to_string(i) + ending);
      if (fs::exists(file)) std::ofstream(file, std::ios::app) << more;
    }
  const auto begun = Clock::now();
  ASSERT_EQ(ingest("undisturbed").status, 0);
  const auto time = since(begun);
  RunOptions options;
  options.after = time / 2;
  ingest("study", options);
  expect_only_index_behind("study");
  EXPECT_EQ(ingest("study").status, 0);
  expect_whole("study");
  EXPECT_EQ(dump(path("study")), dump(path("undisturbed")));
  EXPECT_EQ(answers(path("study")), answers(path("undisturbed")));
}

// Ctrl-C: what is at hand is finished, said and indexed. The test holds the database until the
// signal is there, so that it comes in the middle of the run on any computer.
TEST_F(Interruption, ByTheUserEndsProperly) {
  ASSERT_EQ(create("undisturbed").status, 0);
  ASSERT_EQ(ingest("undisturbed").status, 0);
  ASSERT_EQ(create("study").status, 0);
  SQLite::Database held(path("study/study.db"), SQLite::OPEN_READWRITE);
  held.exec("BEGIN IMMEDIATE");
  Running run({"ingest", path("documents"), "--study", path("study")});
  while (bytes_of(path("study/study.lock")).empty()) std::this_thread::yield();
  run.send(SIGINT);
  held.exec("COMMIT");
  expect_proper_end(run.finish());
  const Ran table = samenspel({"table", "--study", path("study")});
  EXPECT_THAT(table.out, HasSubstr("(niet voltooid)"));

  EXPECT_EQ(ingest("study").status, 0);
  EXPECT_EQ(dump(path("study")), dump(path("undisturbed")));
}

TEST_F(Interruption, OfAReindexLeavesTheIndexAsItWas) {
  ASSERT_EQ(create("study").status, 0);
  ASSERT_EQ(ingest("study").status, 0);
  const std::string said = answers(path("study"));
  fs::remove(path("study/study.lock"));  // as the next run writes it, that run has begun
  SQLite::Database held(path("study/study.db"), SQLite::OPEN_READWRITE);
  held.exec("BEGIN IMMEDIATE");
  Running run({"reindex", "--study", path("study")});
  while (bytes_of(path("study/study.lock")).empty()) std::this_thread::yield();
  run.send(SIGINT);
  held.exec("COMMIT");
  const Ran ran = run.finish();
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.out, HasSubstr("Onderbroken. De index is gebleven zoals die was; dezelfde "
                                 "opdracht begint opnieuw."));
  EXPECT_EQ(answers(path("study")), said);
  expect_whole("study");
}

}  // namespace
}  // namespace pipeline
