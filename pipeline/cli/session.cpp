#include "pipeline/cli/session.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "pipeline/lexicon/lexicon_file.h"
#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

template <typename T>
std::optional<T> or_complain(Result<T> result) {
  if (result) return std::move(*result);
  complain(result.error());
  return std::nullopt;
}

// None: the program runs from its build tree.
std::optional<fs::path> data_folder() {
  if (const char* named = std::getenv("SAMENSPEL_DATA")) return named;
  std::error_code problem;
  const fs::path program = fs::read_symlink("/proc/self/exe", problem);
  const fs::path installed = program.parent_path().parent_path() / "share/samenspel";
  if (!problem && fs::exists(installed, problem)) return installed;
  return std::nullopt;
}

fs::path shipped_folder() {
  return data_folder().value_or(SAMENSPEL_SOURCE_DIR) / "lexicons";
}

}  // namespace

fs::path Session::words_file() const {
  return data_folder().value_or(SAMENSPEL_BUILD_DIR) / "words.bin";
}

fs::path Session::default_lexicon() const {
  return shipped_folder() / "samenwerking";
}

std::vector<std::string> Session::shipped_lexicons() const {
  std::error_code problem;
  std::vector<std::string> names;
  for (fs::directory_iterator it(shipped_folder(), problem), end; !problem && it != end;
       it.increment(problem))
    if (fs::exists(it->path() / "lexicon.toml", problem))
      names.push_back(it->path().filename().string());
  std::ranges::sort(names);
  return names;
}

fs::path Session::lexicon_folder(const fs::path& named) const {
  std::error_code problem;
  if (fs::exists(named, problem) || named.has_parent_path()) return named;
  const fs::path shipped = shipped_folder() / named;
  return fs::exists(shipped / "lexicon.toml", problem) ? shipped : named;
}

std::optional<Study> Session::study() const {
  return or_complain(open_study(study_folder));
}

std::optional<Store> Session::store(const Study& study) const {
  return or_complain(Store::open(study.database(), false));
}

std::optional<WordTable> Session::words(TableCheck check) const {
  return or_complain(WordTable::open(words_file(), check));
}

std::optional<Lexicon> Session::lexicon(const fs::path& named) const {
  std::error_code problem;
  const fs::path folder = lexicon_folder(named);
  if (!fs::exists(folder, problem) && !named.has_parent_path()) {
    complain(tr("'{}' is geen map, en geen lexicon dat bij samenspel hoort{}", named.string(),
                suggest(named.string(), shipped_lexicons())));
    return std::nullopt;
  }
  auto lexicon = read_lexicon(folder);
  if (lexicon) return std::move(*lexicon);
  complain(lexicon.error());
  return std::nullopt;
}

std::optional<std::vector<Factor>> Session::factors(const Study& study, const Store& store) const {
  const auto run = store.last_run();
  const auto hash = lexicon_hash(study.lexicon());
  if (run && hash && run->lexicon_hash == *hash)
    if (auto known = store.factors(*hash)) return known;
  auto read = lexicon(study.lexicon());
  if (!read) return std::nullopt;
  if (run && run->lexicon_hash != read->hash)
    complain(
        tr("let op: het lexicon is veranderd sinds run {}, waar de coderingen van zijn; "
           "'samenspel tag' codeert de studie opnieuw",
           run->id));
  return std::move(read->factors);
}

bool is_study(const fs::path& folder) {
  std::error_code problem;
  return fs::exists(folder / "study.db", problem);
}

void complain(std::string_view message) {
  fmt::print(stderr, "samenspel: {}\n", printable(message));
}
void complain(const Error& error) {
  complain(to_string(error));
}
void complain(const Errors& errors) {
  for (const Error& error : errors) complain(error);
}

std::string shown(std::string text) {
  return is_terminal() ? printable(text, Lines::stay) : text;
}

bool is_terminal() {
  return isatty(STDOUT_FILENO) == 1;
}

bool wants_colour() {
  return is_terminal() && std::getenv("NO_COLOR") == nullptr;
}

unsigned terminal_width() {
  winsize size{};
  if (!is_terminal() || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

std::string program_version() {
  return "samenspel " SAMENSPEL_VERSION;
}

}  // namespace pipeline
