#include "pipeline/cli/people_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "pipeline/cli/input.h"

namespace pipeline {
namespace {

// A coder is called after the file: "anna" for codeurs/anna.tsv.
std::string coder_name(const std::string& file) {
  const std::string stem = std::filesystem::path(file).stem().string();
  return stem.empty() ? file : stem;
}

}  // namespace

Result<std::vector<CoderCodings>> read_people(const std::vector<std::string>& files,
                                              const std::vector<SentenceRow>& sentences) {
  std::vector<CoderCodings> people;
  for (const std::string& file : files) {
    const std::string name = coder_name(file);
    if (std::ranges::count(people, name, &CoderCodings::name) > 0)
      return failure(fmt::format("er is al een codeur '{}'; een codeur heet naar het bestand, dus "
                                 "geef elk bestand een eigen naam",
                                 name),
                     file);
    const auto text = read_lines(file);
    if (!text) return tl::unexpected(text.error());
    auto codings = coder_codings(*text, file, name, sentences);
    if (!codings) return tl::unexpected(codings.error());
    people.push_back(std::move(*codings));
  }
  return people;
}

}  // namespace pipeline
