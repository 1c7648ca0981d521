#include "pipeline/store/study.h"

#include <fcntl.h>
#include <sys/file.h>
#include <toml++/toml.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

#include "pipeline/model/near.h"
#include "pipeline/model/part.h"
#include "pipeline/model/tr.h"
#include "pipeline/model/whole_file.h"
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
         "# Talen die worden gecodeerd. Passages in een andere taal blijven doorzoekbaar, maar "
         "tellen niet mee;\n"
         "# []: talen worden niet onderscheiden.\n"
         "talen = [\"nl\"]\n"
         "\n[lezen]\n"
         "# Delen die niet gecodeerd en niet geteld worden; zoeken vindt ze wel (deel:noot).\n"
         "# Te kiezen: kop, voet, noot, opmerking.\n"
         "weglaten = [\"opmerking\"]\n"
         "# Bijgehouden wijzigingen lezen alsof ze \"geaccepteerd\" of \"geweigerd\" zijn.\n"
         "wijzigingen = \"geaccepteerd\"\n"
         "\n[matrix]\n"
         "# Wanneer 'samenspel matrix' een oordeel gemengd noemt, en wanneer +2 of -2.\n"
         "gemengd = 0.3333\n"
         "sterk_coderingen = 3\n"
         "sterk_sprekers = 2\n"
         "minimum = 1\n"
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

// Nothing where it is no list of strings.
std::optional<std::vector<std::string>> list_of(toml::node_view<const toml::node> node) {
  if (!node.is_array()) return std::nullopt;
  std::vector<std::string> strings;
  for (const toml::node& element : *node.as_array()) {
    if (!element.is_string()) return std::nullopt;
    strings.push_back(element.value_or(std::string()));
  }
  return strings;
}

bool is_language_code(std::string_view code) {
  return (code.size() == 2 || code.size() == 3) &&
         code.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

// [lezen]. The error is that of the first setting that is wrong.
std::optional<Error> take_reading(const Study& study, const toml::table& file, Settings& settings) {
  if (const auto node = file["lezen"]["weglaten"]) {
    const std::vector<std::string> names(part_names().begin() + 1, part_names().end());
    const auto wrong = [&](const toml::node& at, const std::string& message) {
      return wrong_setting(study, at, tr("weglaten: {}", message)).value();
    };
    if (!node.is_array())
      return wrong(*node.node(), tr("schrijf een lijst, zoals [\"noot\", \"opmerking\"]"));
    settings.left_out.clear();
    for (const toml::node& name : *node.as_array()) {
      const auto kind = part_named(name.value_or(std::string()));
      if (!kind || *kind == PartKind::body)
        return wrong(name, tr("onbekend deel '{}'{}", name.value_or(std::string()),
                              suggest(name.value_or(std::string()), names)));
      settings.left_out.insert(*kind);
    }
  }
  if (const auto node = file["lezen"]["wijzigingen"]) {
    const std::string how = node.value_or(std::string());
    if (how != "geaccepteerd" && how != "geweigerd")
      return wrong_setting(study, *node.node(),
                           tr("wijzigingen: schrijf \"geaccepteerd\" of \"geweigerd\""))
          .value();
    settings.rejects_changes = how == "geweigerd";
  }
  return std::nullopt;
}

// A whole number from 1 to `most`, if it is there. False: it is something else.
bool take_number(toml::node_view<const toml::node> node, std::int64_t most, std::uint32_t& number) {
  if (!node) return true;
  const auto value = node.value_exact<std::int64_t>();
  if (!value || *value < 1 || *value > most) return false;
  number = static_cast<std::uint32_t>(*value);
  return true;
}

// [matrix]
std::optional<Error> take_rating_rule(const Study& study, const toml::table& file,
                                      RatingRule& rule) {
  const auto table = file["matrix"];
  constexpr std::int64_t most = 1000;
  const struct {
    const char* name;
    std::uint32_t& number;
  } numbers[] = {{"sterk_coderingen", rule.strong_codings},
                 {"sterk_sprekers", rule.strong_sources},
                 {"minimum", rule.fewest}};
  for (const auto& [name, number] : numbers)
    if (!take_number(table[name], most, number))
      return wrong_setting(study, *table[name].node(),
                           std::string(name) + tr(": schrijf een getal van 1 tot 1000"))
          .value();
  if (const auto node = table["gemengd"]) {
    const auto share = node.value<double>();
    if (!share || !(*share > 0 && *share <= 0.5))
      return wrong_setting(study, *node.node(),
                           tr("gemengd: schrijf een deel boven 0 tot en met 0.5, zoals 0.33"))
          .value();
    rule.mixed = *share;
  }
  return std::nullopt;
}

Result<Settings> settings_of(const Study& study, const toml::table& file) {
  Settings settings;
  if (auto error = take_reading(study, file, settings)) return tl::unexpected(std::move(*error));
  if (auto error = take_rating_rule(study, file, settings.rating))
    return tl::unexpected(std::move(*error));
  settings.title = file["titel"].value_or(std::string());
  if (const auto node = file["tekst"]["langste_passage"]) {
    const auto bytes = node.value<std::int64_t>();
    if (!bytes || *bytes < 200 || *bytes > 1'000'000)
      return wrong_setting(study, *node.node(),
                           tr("langste_passage: schrijf een getal van 200 tot 1000000"));
    settings.longest_passage = static_cast<std::uint32_t>(*bytes);
  }
  if (const auto node = file["tekst"]["interviewers"]) {
    auto names = list_of(node);
    if (!names)
      return wrong_setting(
          study, *node.node(),
          tr("interviewers: schrijf een lijst van namen, zoals [\"I\", \"Anna\"]"));
    settings.interviewers = std::move(*names);
  }
  settings.languages = {"nl"};
  if (const auto node = file["tekst"]["talen"]) {
    auto codes = list_of(node);
    if (!codes || !std::ranges::all_of(*codes, is_language_code))
      return wrong_setting(study, *node.node(),
                           tr("talen: schrijf een lijst van codes van twee of drie letters, zoals "
                              "[\"nl\", \"en\"], of [] om talen niet te onderscheiden"));
    settings.languages = std::move(*codes);
  }
  if (const auto node = file["index"]["exact"]) {
    if (!node.is_boolean())
      return wrong_setting(study, *node.node(), tr("exact: schrijf true of false"));
    settings.exact_search = node.value_or(true);
  }
  return settings;
}

// Until it is whole, the database of a new study has this name. By it the next try knows what a
// killed one left behind.
constexpr std::string_view unfinished = "study.db.new";

// Only names that a study has, and the unfinished database among them.
bool is_leftover(const std::vector<fs::path>& entries) {
  bool has_unfinished = false;
  for (const fs::path& path : entries) {
    const std::string name = path.filename().string();
    const bool is_unfinished = name.starts_with(unfinished);
    if (!is_unfinished && name != "study.toml" && name != "lexicon") return false;
    has_unfinished |= is_unfinished;
  }
  return has_unfinished;
}

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::error_code ignored;
  std::vector<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) entries.push_back(entry.path());
  return entries;
}

// Copying a folder into itself has no end.
bool lies_within(const fs::path& path, const fs::path& folder) {
  std::error_code ignored;
  const fs::path from = fs::weakly_canonical(fs::absolute(folder), ignored);
  const fs::path to = fs::weakly_canonical(fs::absolute(path), ignored);
  return *to.lexically_relative(from).begin() != "..";
}

// A study that is being made: held against a second maker, and taken back unless it was finished,
// as it would be in the way of the next try. The folder itself stays if it was there before.
class HalfStudy {
 public:
  static Result<HalfStudy> begin(const fs::path& folder) {
    std::error_code problem;
    const bool was_there = fs::exists(folder, problem);
    fs::create_directories(folder, problem);
    if (problem)
      return failure(tr("de map kan niet worden geschreven ({})", problem.message()),
                     folder.string());
    HalfStudy half(folder, was_there);
    // Where folders cannot be locked (some network disks), nobody is warned.
    if (half.descriptor_ >= 0 && ::flock(half.descriptor_, LOCK_EX | LOCK_NB) != 0 &&
        errno == EWOULDBLOCK)
      return failure(tr("hier wordt op dit moment al een studie gemaakt"), folder.string());
    const std::vector<fs::path> entries = entries_of(folder);
    if (fs::exists(folder / "study.db", problem))
      return failure(tr("hier is al een studie"), folder.string());
    if (!entries.empty() && !is_leftover(entries))
      return failure(tr("de map is niet leeg; kies een nieuwe map voor de studie"),
                     folder.string());
    half.is_ours_ = true;
    half.clear();
    return half;
  }
  ~HalfStudy() {
    if (is_ours_) {
      std::error_code ignored;
      clear();
      if (!was_there_) fs::remove(folder_, ignored);
    }
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  HalfStudy(HalfStudy&& other) noexcept
      : folder_(std::move(other.folder_)),
        was_there_(other.was_there_),
        is_ours_(std::exchange(other.is_ours_, false)),
        descriptor_(std::exchange(other.descriptor_, -1)) {}
  HalfStudy& operator=(HalfStudy&&) = delete;

  void finish() { is_ours_ = false; }

 private:
  HalfStudy(fs::path folder, bool was_there)
      : folder_(std::move(folder)),
        was_there_(was_there),
        descriptor_(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {}

  // The database last: by it what is left is known.
  void clear() const {
    std::error_code ignored;
    for (const char* name : {"lexicon", "study.toml"}) fs::remove_all(folder_ / name, ignored);
    for (const fs::path& path : entries_of(folder_))
      if (path.filename().string().starts_with(unfinished)) fs::remove(path, ignored);
  }

  fs::path folder_;
  bool was_there_, is_ours_ = false;  // ours to clear
  int descriptor_;
};

}  // namespace

Result<Study> create_study(const fs::path& folder, const std::string& title,
                           const fs::path& lexicon) {
  std::error_code problem;
  if (!fs::is_directory(lexicon, problem))
    return failure(tr("het lexicon is er niet; noem een map met --lexicon"), lexicon.string());
  if (lies_within(folder, lexicon))
    return failure(tr("de studie kan niet in de map van haar lexicon staan"), folder.string());
  auto half = HalfStudy::begin(folder);
  if (!half) return tl::unexpected(half.error());
  // Until the last step there is no study.db, and the folder is no study.
  const Study study{folder, {}};
  const fs::path database = folder / unfinished, log = database.string() + "-wal";
  if (auto store = Store::open(database, true); !store) return tl::unexpected(store.error());
  fs::copy(lexicon, study.lexicon(), fs::copy_options::recursive, problem);
  // A log that is still there could not be written back: the disk is full.
  if (!problem) problem = write_whole_file(study.settings_file(), settings_text(title));
  if (!problem && !fs::exists(log)) {
    fs::rename(database, study.database(), problem);
    if (!problem) {
      half->finish();
      return open_study(folder);
    }
  }
  return failure(problem ? tr("de map kan niet worden geschreven ({})", problem.message())
                         : tr("de map kan niet worden geschreven"),
                 folder.string());
}

Result<Study> open_study(const fs::path& folder) {
  Study study{folder, {}};
  study.settings.languages = {"nl"};
  if (!fs::exists(study.database()))
    return failure(tr("hier is geen studie; maak er een met 'samenspel new MAP', of wijs een map "
                      "aan met --study"),
                   folder.string());
  if (!fs::exists(study.settings_file())) return study;
  std::ifstream stream(study.settings_file(), std::ios::binary);
  try {
    const toml::table file = toml::parse(stream, study.settings_file().string());
    auto settings = settings_of(study, file);
    if (!settings) return tl::unexpected(settings.error());
    study.settings = *settings;
  } catch (const toml::parse_error& e) {
    return failure(tr("geen geldige TOML: {}", e.description()), study.settings_file().string(),
                   e.source().begin.line, e.source().begin.column);
  }
  return study;
}

Result<WriterLock> WriterLock::take(const Study& study) {
  const fs::path path = study.folder / "study.lock";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0)
    return failure(tr("de studie kan niet worden beschreven; controleer de rechten"),
                   study.folder.string());
  WriterLock lock(file);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    std::array<char, 32> holder{};
    const ssize_t size = ::pread(file, holder.data(), holder.size() - 1, 0);
    const std::string process(holder.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    return failure(
        process.empty()
            ? tr("de studie wordt al beschreven door een andere samenspel; wacht tot die klaar is")
            : tr("de studie wordt al beschreven door een andere samenspel (proces {}); wacht tot "
                 "die klaar is",
                 process),
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
