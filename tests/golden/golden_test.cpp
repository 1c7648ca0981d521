// Each folder here but lexicon/ is a case: input.* and expected.txt, its passages, sentences and
// codings as plain text. UPDATE_GOLDEN=1 writes expected.txt anew; look at the difference before it
// is committed. The lexicon is small and for these cases only.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "pipeline/ingest/stages.h"
#include "pipeline/lexicon/lexicon_file.h"
#include "pipeline/read/read.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
const fs::path golden = fs::path(SAMENSPEL_SOURCE_DIR) / "tests/golden";

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// On one line, with the source's line ends to be seen.
std::string line_of(std::string_view text) {
  std::string line;
  for (const char c : text) line += c == '\n' ? std::string(" / ") : std::string(1, c);
  return line;
}

std::string_view kind_of(const Speaker& speaker) {
  if (speaker.kind == SpeakerKind::interviewer) return "interviewer";
  return speaker.kind == SpeakerKind::respondent ? "respondent" : "onbekend";
}

std::string heading_of(const Passage& passage, const Segmented& segmented) {
  std::string text = passage.kind == PassageKind::turn      ? "beurt"
                     : passage.kind == PassageKind::heading ? "kop"
                                                            : "alinea";
  if (passage.speaker) {
    const Speaker& speaker = segmented.speakers[*passage.speaker];
    text += " · " + speaker.name + " (" + std::string(kind_of(speaker)) + ")";
  }
  if (passage.is_foreign) text += " · taal " + passage.language;
  if (passage.start_ms) text += " · vanaf " + std::to_string(*passage.start_ms);
  if (passage.end_ms) text += " · tot " + std::to_string(*passage.end_ms);
  return text;
}

std::string because(const Coding& coding, std::string_view source) {
  std::string text;
  for (const Evidence& it : coding.evidence)
    text += (text.empty() ? "" : ", ") +
            (it.kind == Evidence::Kind::outranked ? std::string("niet ") : std::string()) +
            it.rule + " “" + line_of(slice(source, it.match)) + "”";
  return text;
}

// The document as the pipeline understands it. All spans are of the source text.
std::string understood(const CodedDocument& it) {
  const std::string& source = it.document.source;
  const Segmented& segmented = it.segmented;
  std::ostringstream out;
  for (const auto& warnings : {it.document.warnings, segmented.warnings})
    for (const std::string& warning : warnings) out << "waarschuwing: " << warning << '\n';
  for (const auto& [name, value] : it.document.attributes) out << name << ": " << value << '\n';
  for (std::size_t i = 0; i < segmented.passages.size(); ++i) {
    const Passage& passage = segmented.passages[i];
    out << '\n' << heading_of(passage, segmented) << " · " << it.words[i] << " woorden\n";
    for (std::uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s) {
      const Span sentence = segmented.sentences[s].span;
      out << "  | " << line_of(slice(source, sentence)) << '\n';
      for (const Coding& coding : it.codings)
        if (contains(sentence, coding.span))
          out << "      " << coding.factor << ' ' << to_string(coding.valence) << ' '
              << to_string(coding.modality) << ": " << because(coding, source) << '\n';
    }
  }
  return out.str();
}

fs::path input_of(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().stem() == "input") return entry.path();
  return {};
}

class Golden : public testing::Test {
 protected:
  Golden()
      : words_(WordTable::open(fs::path(SAMENSPEL_BINARY_DIR) / "words.bin")),
        lexicon_(read_lexicon(golden / "lexicon")) {}

  std::string answer(const fs::path& file) const {
    Settings settings;
    settings.languages = {"nl"};
    Stages stages(*words_, *lexicon_, settings);
    const auto document = read(file);
    if (!document) return "geweigerd: " + document.error().message + '\n';
    const Staged staged = stages(*document, {});
    CodedDocument it;
    it.document = *document;
    put_into(it, staged);
    return understood(it);
  }

  Result<WordTable> words_;
  Checked<Lexicon> lexicon_;
};

TEST_F(Golden, DocumentsAreUnderstoodAsReviewed) {
  ASSERT_TRUE(words_) << to_string(words_.error());
  ASSERT_TRUE(lexicon_) << to_string(lexicon_.error().front());
  std::size_t cases = 0;
  for (const auto& entry : fs::directory_iterator(golden)) {
    if (!entry.is_directory() || entry.path().filename() == "lexicon") continue;
    SCOPED_TRACE(entry.path().filename().string());
    ++cases;
    const fs::path input = input_of(entry.path()), expected = entry.path() / "expected.txt";
    ASSERT_FALSE(input.empty());
    const std::string understood = answer(input);
    if (std::getenv("UPDATE_GOLDEN") != nullptr)
      std::ofstream(expected, std::ios::binary) << understood;
    EXPECT_EQ(understood, text_of(expected));
  }
  EXPECT_GE(cases, 10U);
}

}  // namespace
}  // namespace pipeline
