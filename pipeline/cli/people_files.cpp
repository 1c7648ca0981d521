#include "pipeline/cli/people_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/input.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

// A coder is called after the file: "anna" for codeurs/anna.tsv.
std::string coder_name(const std::string& file) {
  const std::string stem = std::filesystem::path(file).stem().string();
  return stem.empty() ? file : stem;
}

}  // namespace

Argument add_people_options(const Command& command, PeopleFiles files,
                            const std::string& about_sentences, const std::string& about_lexicon) {
  const Argument sentences =
      command.add_option("--sentences", files.sentences, about_sentences).type_name("BESTAND");
  const Argument codings =
      command
          .add_option("--codings", files.codings,
                      "Wat één mens codeerde: een TSV met id, factor en valence, met - bij een zin "
                      "zonder codering; herhaal dit voor elke codeur")
          .type_name("BESTAND")
          .needs(sentences);
  sentences.needs(codings);
  command.add_option("--lexicon", files.lexicon, about_lexicon).type_name("MAP").needs(sentences);
  return sentences;
}

Result<std::vector<CoderCodings>> read_people(const std::vector<std::string>& files,
                                              const std::vector<SentenceRow>& sentences) {
  std::vector<CoderCodings> people;
  for (const std::string& file : files) {
    const std::string name = coder_name(file);
    if (std::ranges::count(people, name, &CoderCodings::name) > 0)
      return failure(tr("er is al een codeur '{}'; een codeur heet naar het bestand, dus "
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
