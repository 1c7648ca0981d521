#include "pipeline/cli/output_folder.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/output_file.h"
#include "pipeline/model/tr.h"

namespace pipeline {

namespace fs = std::filesystem;

void check_output_folder(const fs::path& folder, bool overwrites) {
  const auto refuse = [&](const std::string& why) {
    refuse_option("--uitvoer", fmt::format("{}: {}", folder.string(), why));
  };
  std::error_code problem;
  if (fs::exists(folder, problem) && !fs::is_directory(folder, problem))
    refuse(tr("dit is een bestand; kies een andere naam voor de map"));
  if (!fs::is_directory(folder, problem)) return check_output(folder, overwrites);
  if (!fs::is_empty(folder, problem) && !overwrites)
    refuse(tr("deze map is niet leeg; kies een andere naam, of geef --overschrijf"));
  if (::access(folder.c_str(), W_OK) != 0)
    refuse(tr("in deze map kan niet worden geschreven ({})", std::strerror(errno)));
}

void write_folder(const fs::path& folder, const std::vector<NamedFile>& files) {
  std::error_code problem;
  fs::create_directory(folder, problem);
  if (problem)
    throw std::runtime_error(
        tr("{}: deze map is niet te maken ({})", folder.string(), problem.message()));
  for (const NamedFile& file : files) write_output(folder / file.name, file.bytes);
}

}  // namespace pipeline
