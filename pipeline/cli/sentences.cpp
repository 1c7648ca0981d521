#include "pipeline/cli/sentences.h"

#include "pipeline/cli/input.h"

namespace pipeline {

Result<std::vector<SentenceRow>> read_sentences(const std::string& file) {
  const auto text = read_lines(file);
  if (!text) return tl::unexpected(text.error());
  return sentence_rows(*text, file);
}

std::optional<Lexicon> lexicon_for(const Session& session, const std::filesystem::path& named,
                                   bool names_study) {
  if (!named.empty()) return session.lexicon(named);
  if (!names_study) return session.lexicon(session.default_lexicon());
  const auto study = session.study();
  return study ? session.lexicon(study->lexicon()) : std::nullopt;
}

Staged stage_sentence(Stages& stages, const SentenceRow& row) {
  Document document;
  document.source = row.sentence;
  return stages(document, {});
}

}  // namespace pipeline
