#include "pipeline/cli/output_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/session.h"
#include "pipeline/model/tr.h"
#include "pipeline/model/whole_file.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

}  // namespace

void check_output(const fs::path& file, bool overwrites) {
  const auto refuse = [&](const std::string& why) {
    refuse_option("--uitvoer", fmt::format("{}: {}", file.string(), why));
  };
  std::error_code problem;
  if (fs::is_directory(file, problem)) refuse(tr("dit is een map; geef een bestand"));
  if (fs::exists(file, problem) && !overwrites)
    refuse(tr("dit bestand bestaat al; kies een andere naam, of geef --overschrijf"));
  const fs::path folder = folder_of(file);
  if (!fs::is_directory(folder, problem))
    refuse(tr("de map {} bestaat niet; maak die eerst", folder.string()));
  if (::access(folder.c_str(), W_OK) != 0)
    refuse(
        tr("in de map {} kan niet worden geschreven ({})", folder.string(), std::strerror(errno)));
}

void write_output(const fs::path& file, std::string_view bytes) {
  if (const std::error_code problem = write_whole_file(file, bytes))
    throw std::runtime_error(tr("{}: niet te schrijven ({})", file.string(), problem.message()));
}

bool write_or_complain(const fs::path& file, std::string_view bytes) {
  if (!write_whole_file(file, bytes)) return true;
  complain(Error{tr("kan niet worden geschreven; bestaat de map?"), file.string()});
  return false;
}

}  // namespace pipeline
