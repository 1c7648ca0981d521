// What each stage costs on its own: every file of a folder is read once, then normalised,
// segmented, analysed and tagged, one thread, text in memory. Prints MB/s of clean text by CPU
// seconds.
//   stage_bench FOLDER words.bin LEXICON
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <vector>

#include "pipeline/language/analyse.h"
#include "pipeline/lexicon/lexicon_file.h"
#include "pipeline/normalise/normalise.h"
#include "pipeline/read/read.h"
#include "pipeline/segment/segment.h"
#include "pipeline/tag/tag.h"

namespace {

using namespace pipeline;
namespace fs = std::filesystem;

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

template <typename Work>
void measure(const char* stage, double megabytes, Work work) {
  const double begun = cpu_seconds();
  work();
  const double seconds = cpu_seconds() - begun;
  fmt::print("{:<10} {:8.3f} s {:9.1f} MB/s\n", stage, seconds, megabytes / seconds);
}

std::vector<fs::path> files_under(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "stage_bench FOLDER words.bin LEXICON\n");
    return 2;
  }
  const auto words = WordTable::open(argv[2]);
  const auto lexicon = read_lexicon(argv[3]);
  if (!words || !lexicon) {
    fmt::print(stderr, "{}\n", to_string(words ? lexicon.error().front() : words.error()));
    return 2;
  }
  const std::vector<fs::path> files = files_under(argv[1]);
  double megabytes = 0;
  for (const fs::path& file : files) megabytes += static_cast<double>(fs::file_size(file)) / 1e6;

  std::vector<Document> documents;
  measure("read", megabytes, [&] {
    for (const fs::path& file : files)
      if (auto document = read(file)) documents.push_back(std::move(*document));
  });
  std::vector<AlignedText> clean;
  measure("normalise", megabytes, [&] {
    const Normaliser normalise;
    for (const Document& document : documents) clean.push_back(normalise(document.source));
  });
  std::vector<Segmented> segmented;
  measure("segment", megabytes, [&] {
    const Segmenter segment;
    for (const AlignedText& text : clean) segmented.push_back(segment(text.text));
  });
  Vocabulary vocabulary(*words);
  std::vector<Analysed> analysed;
  measure("analyse", megabytes, [&] {
    for (std::size_t i = 0; i < clean.size(); ++i)
      analysed.push_back(analyse(clean[i].text, segmented[i], vocabulary));
  });
  std::size_t codings = 0;
  const auto tag_all = [&](const Tagger& tag) {
    for (std::size_t i = 0; i < clean.size(); ++i)
      codings += tag(clean[i].text, segmented[i], analysed[i]).size();
  };
  const double begun = cpu_seconds();
  const Tagger tag(*lexicon, vocabulary);
  fmt::print("compile    {:8.3f} s for {} patterns\n", cpu_seconds() - begun,
             lexicon->patterns.size());
  measure("tag", megabytes, [&] { tag_all(tag); });
  measure("tag again", megabytes, [&] { tag_all(tag); });
  std::size_t passages = 0, tokens = 0;
  for (const Segmented& it : segmented) {
    passages += it.passages.size();
    tokens += it.tokens.size();
  }
  fmt::print("{} documents, {:.1f} MB, {} passages, {} tokens, {} distinct words, {} codings\n",
             documents.size(), megabytes, passages, tokens, vocabulary.size(), codings / 2);
  return 0;
}
