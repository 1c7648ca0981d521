// What stands beside a file that has no room for it: tabel.csv.herkomst.json holds the notes of
// tabel.csv and the record by which it can be made again (docs/decisions/0034).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pipeline {

struct OriginFile {
  std::string form = {};  // csv, tsv, jsonl, png
  std::vector<std::string> notes = {};
  // csv
  std::string separator = ",";
  bool decimal_comma = false, byte_order_mark = false;
};

std::filesystem::path origin_path(const std::filesystem::path& file);
// A file that is there and was not written so is somebody else's: the error of a wrong --uitvoer.
void check_origin(const std::filesystem::path& file, bool overwrites);
void write_origin(const std::filesystem::path& file, const OriginFile& origin);
// None where there is none, or it is not one.
std::optional<OriginFile> read_origin(const std::filesystem::path& file);

}  // namespace pipeline
