#include "pipeline/store/study.h"

#include <fcntl.h>
#include <sys/file.h>
#include <toml++/toml.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <fstream>
#include <system_error>
#include <utility>

#include "pipeline/store/store.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

std::string settings_text(const std::string& title) {
  toml::table name;
  name.insert("titel", title);
  std::ostringstream line;
  line << name;
  return "# De instellingen van deze studie. Wijzig ze en draai daarna 'samenspel ingest' "
         "opnieuw.\n" +
         line.str() +
         "\n\n[tekst]\n"
         "# Een langere passage wordt bij een zin geknipt (in bytes).\n"
         "langste_passage = 4000\n"
         "# Namen of letters die in elk transcript de interviewer zijn.\n"
         "interviewers = []\n"
         "\n[index]\n"
         "# true: naast grondvormen ook exacte vormen doorzoekbaar (=woord); de index wordt "
         "groter.\n"
         "exact = true\n";
}

tl::unexpected<Error> wrong_setting(const Study& study, const toml::node& node,
                                    const std::string& message) {
  return failure(message, study.settings_file().string(), node.source().begin.line,
                 node.source().begin.column);
}

Result<Settings> settings_of(const Study& study, const toml::table& file) {
  Settings settings;
  settings.title = file["titel"].value_or(std::string());
  if (const auto node = file["tekst"]["langste_passage"]) {
    const auto bytes = node.value<std::int64_t>();
    if (!bytes || *bytes < 200 || *bytes > 1'000'000)
      return wrong_setting(study, *node.node(),
                           "langste_passage: schrijf een getal van 200 tot 1000000");
    settings.longest_passage = static_cast<std::uint32_t>(*bytes);
  }
  if (const auto node = file["tekst"]["interviewers"]) {
    if (!node.is_array() || !node.as_array()->is_homogeneous(toml::node_type::string)) {
      if (!node.is_array() || !node.as_array()->empty())
        return wrong_setting(study, *node.node(),
                             "interviewers: schrijf een lijst van namen, zoals [\"I\", \"Anna\"]");
    }
    for (const toml::node& name : *node.as_array())
      settings.interviewers.push_back(name.value_or(std::string()));
  }
  if (const auto node = file["index"]["exact"]) {
    if (!node.is_boolean())
      return wrong_setting(study, *node.node(), "exact: schrijf true of false");
    settings.exact_search = node.value_or(true);
  }
  return settings;
}

// Takes back what was made of a study that was not finished: it would be in the way of the next
// try. The folder was empty before, or not there.
class HalfStudy {
 public:
  explicit HalfStudy(const fs::path& folder) : folder_(folder), was_there_(fs::exists(folder)) {}
  ~HalfStudy() {
    if (is_finished_) return;
    std::error_code ignored;
    std::vector<fs::path> made;
    for (const auto& entry : fs::directory_iterator(folder_, ignored)) made.push_back(entry.path());
    for (const fs::path& path : made) fs::remove_all(path, ignored);
    if (!was_there_) fs::remove(folder_, ignored);
  }
  HalfStudy(const HalfStudy&) = delete;
  HalfStudy& operator=(const HalfStudy&) = delete;
  void finish() { is_finished_ = true; }

 private:
  fs::path folder_;
  bool was_there_, is_finished_ = false;
};

bool write_whole(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.flush();
  return file.good();
}

}  // namespace

Result<Study> create_study(const fs::path& folder, const std::string& title,
                           const fs::path& lexicon) {
  std::error_code problem;
  if (fs::exists(folder / "study.db")) return failure("hier is al een studie", folder.string());
  if (fs::exists(folder) && !fs::is_empty(folder, problem))
    return failure("de map is niet leeg; kies een nieuwe map voor de studie", folder.string());
  if (!fs::is_directory(lexicon))
    return failure("het lexicon is er niet; noem een map met --lexicon", lexicon.string());
  HalfStudy half(folder);
  fs::create_directories(folder, problem);
  if (!problem) {
    const Study study{folder, {title, {}, {}, {}}};
    fs::copy(lexicon, study.lexicon(), fs::copy_options::recursive, problem);
    if (!problem && write_whole(study.settings_file(), settings_text(title))) {
      // The database comes last: a folder without it is no study yet.
      if (auto store = Store::open(study.database(), true); !store)
        return tl::unexpected(store.error());
      half.finish();
      return open_study(folder);
    }
  }
  return failure("de map kan niet worden geschreven" +
                     (problem ? " (" + problem.message() + ")" : std::string()),
                 folder.string());
}

Result<Study> open_study(const fs::path& folder) {
  Study study{folder, {}};
  if (!fs::exists(study.database()))
    return failure(
        "hier is geen studie; maak er een met 'samenspel new MAP', of wijs een map aan met --study",
        folder.string());
  if (!fs::exists(study.settings_file())) return study;
  std::ifstream stream(study.settings_file(), std::ios::binary);
  try {
    const toml::table file = toml::parse(stream, study.settings_file().string());
    auto settings = settings_of(study, file);
    if (!settings) return tl::unexpected(settings.error());
    study.settings = *settings;
  } catch (const toml::parse_error& e) {
    return failure("geen geldige TOML: " + std::string(e.description()),
                   study.settings_file().string(), e.source().begin.line, e.source().begin.column);
  }
  return study;
}

Result<WriterLock> WriterLock::take(const Study& study) {
  const fs::path path = study.folder / "study.lock";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0)
    return failure("de studie kan niet worden beschreven; controleer de rechten",
                   study.folder.string());
  WriterLock lock(file);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    std::array<char, 32> holder{};
    const ssize_t size = ::pread(file, holder.data(), holder.size() - 1, 0);
    const std::string process(holder.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    return failure("de studie wordt al beschreven door een andere samenspel" +
                       (process.empty() ? std::string() : " (proces " + process + ")") +
                       "; wacht tot die klaar is",
                   study.folder.string());
  }
  const std::string process = std::to_string(::getpid());
  // Only a courtesy to the second writer: the lock itself does not depend on it.
  if (::ftruncate(file, 0) == 0 && ::pwrite(file, process.data(), process.size(), 0) < 0)
    return lock;
  return lock;
}

WriterLock::~WriterLock() {
  if (file_ >= 0) ::close(file_);
}
WriterLock::WriterLock(WriterLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

}  // namespace pipeline
