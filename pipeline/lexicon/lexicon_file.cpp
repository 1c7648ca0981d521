#include "pipeline/lexicon/lexicon_file.h"

#include <fstream>
#include <system_error>

#include "pipeline/lexicon/lexicon_reader.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t max_bytes = 16U << 20;

Checked<std::vector<fs::path>> toml_files(const fs::path& folder) {
  std::error_code problem;
  std::vector<fs::path> paths;
  for (fs::directory_iterator it(folder, problem), end; !problem && it != end;
       it.increment(problem))
    if (it->path().extension() == ".toml" && it->path().filename().string().front() != '.')
      paths.push_back(it->path());
  if (problem)
    return tl::unexpected(
        Errors{{tr("dit is geen map die gelezen kan worden; geef de map van een lexicon, zoals "
                   "lexicons/samenwerking"),
                folder.generic_string()}});
  return paths;
}

Result<std::string> bytes_of(const fs::path& path) {
  const auto unreadable = [&] {
    return failure(tr("kan niet gelezen worden; bestaat het en mag u het lezen?"),
                   path.generic_string());
  };
  std::error_code problem;
  if (!fs::is_regular_file(path, problem)) return unreadable();
  const auto size = fs::file_size(path, problem);
  if (!problem && size > max_bytes)
    return failure(tr("groter dan 16 MB; verdeel het over meer bestanden"), path.generic_string());
  if (problem) return unreadable();
  std::string bytes(size, '\0');
  std::ifstream file(path, std::ios::binary);
  if (!file.read(bytes.data(), static_cast<std::streamsize>(size))) return unreadable();
  return bytes;
}

Checked<std::vector<LexiconText>> texts_in(const fs::path& folder) {
  const auto paths = toml_files(folder);
  if (!paths) return tl::unexpected(paths.error());
  Errors errors;
  std::vector<LexiconText> files;
  for (const fs::path& path : *paths) {
    Result<std::string> bytes = bytes_of(path);
    if (bytes)
      files.push_back({path.filename().string(), std::move(*bytes)});
    else
      errors.push_back(bytes.error());
  }
  if (!errors.empty()) return tl::unexpected(errors);
  return files;
}

}  // namespace

Checked<Lexicon> read_lexicon(const fs::path& folder) {
  auto files = texts_in(folder);
  if (!files) return tl::unexpected(files.error());
  return parse_lexicon(std::move(*files), folder.generic_string());
}

Checked<std::string> lexicon_hash(const fs::path& folder) {
  auto files = texts_in(folder);
  if (!files) return tl::unexpected(files.error());
  return hash_of_lexicon(std::move(*files));
}

}  // namespace pipeline
