// Sixty made-up documents and a sheet with forty answers, the same in every run: enough for a run
// to be stopped within.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "tests/program/program.h"
#include "tests/support/temporary_folder.h"

namespace pipeline {

inline constexpr int many = 60;

// A folder with documents/ (interviews and memos of about four kilobytes in three folders, a sheet,
// and cases.csv) and lexicon/, and what tests that disturb a run over them look at.
class ManyDocuments : public testing::Test {
 protected:
  ManyDocuments();

  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  Ran create(const std::string& study, const RunOptions& options = {}) const;
  Ran ingest(const std::string& study, const RunOptions& options = {}) const;

  void expect_whole(const std::string& study) const;
  // After an interruption only the index may be behind: it follows at the end of a run.
  void expect_only_index_behind(const std::string& study) const;

  TemporaryFolder folder_;
};

}  // namespace pipeline
