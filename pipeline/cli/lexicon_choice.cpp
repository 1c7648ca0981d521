#include "pipeline/cli/lexicon_choice.h"

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/options.h"

namespace pipeline {

void add_lexicon_option(const Command& command, Session& session, std::filesystem::path& named) {
  command
      .add_option("--lexicon", named,
                  "Naam of map van het lexicon (standaard: dat van de studie, anders samenwerking)")
      .type_name("LEXICON");
  add_study_option(command, session);
}

// A folder that was named and is no study is a mistake that open_study explains.
bool has_study(const Session& session) {
  return session.study_folder != "." || is_study(session.study_folder);
}

std::optional<std::filesystem::path> chosen_lexicon(const Session& session,
                                                    const std::filesystem::path& named) {
  if (!named.empty()) return session.lexicon_folder(named);
  if (!has_study(session)) return session.default_lexicon();
  const auto study = session.study();
  return study ? std::optional(study->lexicon()) : std::nullopt;
}

}  // namespace pipeline
