#include "pipeline/model/whole_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/support/temporary_folder.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

class WholeFile : public testing::Test {
 protected:
  TemporaryFolder temporary_;
  const fs::path& folder_ = temporary_.path();
};

TEST_F(WholeFile, TakesThePlaceOfTheOneBefore) {
  const fs::path file = folder_ / "tabel.csv";
  EXPECT_FALSE(write_whole_file(file, "een"));
  EXPECT_FALSE(write_whole_file(file, std::string("twee\0drie", 9)));
  EXPECT_EQ(bytes_of(file), std::string("twee\0drie", 9));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1) << "nothing beside it";
}

TEST_F(WholeFile, SaysWhyItIsNotThere) {
  EXPECT_EQ(write_whole_file(folder_ / "weg" / "tabel.csv", "een"),
            std::errc::no_such_file_or_directory);
  EXPECT_FALSE(fs::exists(folder_ / "weg"));
}

TEST_F(WholeFile, IsAsItWasWhereThereIsNoRoom) {
  const fs::path file = folder_ / "tabel.csv";
  ASSERT_FALSE(write_whole_file(file, "een"));
  fs::create_symlink("/dev/full", folder_ / "tabel.csv.deel");
  EXPECT_TRUE(write_whole_file(file, std::string(100'000, 'x')));
  EXPECT_EQ(bytes_of(file), "een");
}

TEST_F(WholeFile, MayBeATerminal) {
  EXPECT_FALSE(write_whole_file("/dev/null", "een"));
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

}  // namespace
}  // namespace pipeline
