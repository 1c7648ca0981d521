#include "pipeline/cli/input.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "pipeline/ingest/whole_words.h"
#include "pipeline/model/tr.h"
#include "pipeline/read/container.h"
#include "pipeline/read/read.h"

namespace pipeline {

namespace {

Result<Document> read_inner(const std::filesystem::path& file, const std::string& inner,
                            const WordTable& words, const ReadOptions& options) {
  Container container(file, profile_beside(file));
  const auto part = container.find(inner);
  if (part) return read_whole(*part, file.string(), options, words);
  for (const Remark& remark : container.remarks())
    if (remark.is_refusal) return failure(remark.message, file.string());
  return failure(tr("'{}' staat er niet in; 'samenspel read {}' toont wat er wel in staat", inner,
                    file.string()),
                 file.string());
}

}  // namespace

Result<Document> read_input(const std::string& file, const WordTable& words,
                            const ReadOptions& options) {
  if (const auto place = split_container(file); place && place->second != ".")
    return read_inner(place->first, place->second, words, options);
  if (file != "-") return read_whole(file, options, words);
  const std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
  return read_bytes(bytes, "standaardinvoer.txt");
}

Result<std::string> read_lines(const std::string& file) {
  std::string bytes;
  if (file == "-") {
    bytes.assign(std::istreambuf_iterator<char>(std::cin), {});
  } else {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return failure(tr("kan niet worden gelezen; bestaat het bestand?"), file);
    bytes.assign(std::istreambuf_iterator<char>(stream), {});
  }
  auto document = read_bytes(bytes, file + ".txt");
  if (!document) return failure(document.error().message, file);
  return std::move(document->source);
}

}  // namespace pipeline
