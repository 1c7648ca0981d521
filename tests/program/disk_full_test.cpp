// No room on disk: said clearly, the study stays whole, and goes on when there is room. The disk is
// a small tmpfs of the test's own; where mounting is not allowed, a limit to the size of files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>

#include <cerrno>
#include <cstring>

#include "tests/program/example.h"
#include "tests/program/many_documents.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

// A tmpfs on a folder, in a mount namespace of this process; gone with it.
class SmallDisk {
 public:
  explicit SmallDisk(const fs::path& folder) : folder_(folder) {
    fs::create_directories(folder);
    if (unshare(CLONE_NEWNS) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return;
    if (mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return;
    is_there_ = mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=64k") == 0;
  }
  ~SmallDisk() {
    if (is_there_) umount2(folder_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool is_there() const { return is_there_; }
  void resize(std::uint64_t kilobytes) const {
    const std::string size = "size=" + std::to_string(kilobytes) + "k";
    ASSERT_EQ(mount("tmpfs", folder_.c_str(), "tmpfs", MS_REMOUNT, size.c_str()), 0)
        << std::strerror(errno);
  }
  std::uint64_t used_kilobytes() const {
    const fs::space_info space = fs::space(folder_);
    return (space.capacity - space.free) / 1024;
  }

 private:
  fs::path folder_;
  bool is_there_ = false;
};

using DiskFull = ManyDocuments;

TEST_F(DiskFull, IsSaidAndCostsNothing) {
  const SmallDisk disk(folder_.path() / "disk");
  if (!disk.is_there()) GTEST_SKIP() << "mounting a tmpfs is not allowed here";
  disk.resize(100'000);
  ASSERT_EQ(create("disk/whole").status, 0);
  const std::uint64_t empty = disk.used_kilobytes();
  ASSERT_EQ(ingest("disk/whole").status, 0);
  const std::uint64_t full = disk.used_kilobytes();
  const std::string record = dump(path("disk/whole")), said = answers(path("disk/whole"));
  fs::remove_all(path("disk/whole"));
  // From too small for the first document to too small for the finished index only.
  for (const unsigned percent : {2U, 25U, 50U, 70U, 80U, 90U, 97U}) {
    SCOPED_TRACE(percent);
    disk.resize(100'000);
    ASSERT_EQ(create("disk/study").status, 0);
    disk.resize(empty + (full - empty) * percent / 100);
    const Ran ran = ingest("disk/study");
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.err, testing::ContainsRegex("ruimte (meer )?op de schijf"));
    disk.resize(100'000);
    expect_only_index_behind("disk/study");
    const Ran again = ingest("disk/study");
    EXPECT_EQ(again.status, 0) << again;
    EXPECT_EQ(dump(path("disk/study")), record);
    EXPECT_EQ(answers(path("disk/study")), said);
    fs::remove_all(path("disk/study"));
  }
}

TEST_F(DiskFull, LeavesNoHalfStudyBehind) {
  const SmallDisk disk(folder_.path() / "disk");
  if (!disk.is_there()) GTEST_SKIP() << "mounting a tmpfs is not allowed here";
  for (const unsigned kilobytes : {4U, 16U, 32U, 64U}) {
    SCOPED_TRACE(kilobytes);
    disk.resize(kilobytes);
    const Ran ran = create("disk/study");
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_NE(ran.err, "");
    disk.resize(100'000);
    EXPECT_EQ(create("disk/study").status, 0);
    EXPECT_EQ(ingest("disk/study").status, 0);
    fs::remove_all(path("disk/study"));
  }
}

// Needs no rights: what cannot be written is refused by the system with another error.
TEST_F(DiskFull, OfOneFileIsSaidAndCostsNothing) {
  ASSERT_EQ(create("whole").status, 0);
  ASSERT_EQ(ingest("whole").status, 0);
  for (const unsigned kilobytes : {200U, 400U, 800U}) {
    SCOPED_TRACE(kilobytes);
    ASSERT_EQ(create("study").status, 0);
    RunOptions options;
    options.largest_file = kilobytes * 1024ULL;
    const Ran ran = ingest("study", options);
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.err, testing::ContainsRegex("schijf|study.db|index"));
    expect_only_index_behind("study");
    EXPECT_EQ(ingest("study").status, 0);
    EXPECT_EQ(dump(path("study")), dump(path("whole")));
    EXPECT_EQ(answers(path("study")), answers(path("whole")));
    fs::remove_all(path("study"));
  }
}

}  // namespace
}  // namespace pipeline
