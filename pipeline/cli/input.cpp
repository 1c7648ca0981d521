#include "pipeline/cli/input.h"

#include <fstream>
#include <iostream>
#include <iterator>

#include "pipeline/ingest/whole_words.h"
#include "pipeline/language/known_words.h"
#include "pipeline/read/read.h"

namespace pipeline {

Result<Document> read_input(const std::string& file, const WordTable& words) {
  if (file != "-") return read_whole(file, known_words(words));
  const std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
  return read_bytes(bytes, "standaardinvoer.txt");
}

Result<std::string> read_lines(const std::string& file) {
  std::string bytes;
  if (file == "-") {
    bytes.assign(std::istreambuf_iterator<char>(std::cin), {});
  } else {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return failure("kan niet worden gelezen; bestaat het bestand?", file);
    bytes.assign(std::istreambuf_iterator<char>(stream), {});
  }
  auto document = read_bytes(bytes, file + ".txt");
  if (!document) return failure(document.error().message, file);
  return std::move(document->source);
}

}  // namespace pipeline
