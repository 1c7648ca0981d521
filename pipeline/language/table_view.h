// The compiled word table as it lies in memory: finds a key's record and hands out its readings,
// roles and compound parts without copying. For the rooms' own use; others ask WordTable.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "pipeline/language/table_format.h"

namespace pipeline {

struct TablePart {
  std::uint8_t end = 0;  // bytes of the form
  std::uint32_t lemma = 0;
};

// One key's record. Valid as long as the table.
class TableRecord {
 public:
  explicit TableRecord(const std::uint8_t* at) : at_(at) {}

  std::string_view key() const;
  std::uint8_t roles() const { return at_[1 + at_[0]]; }
  std::size_t part_count() const { return at_[2 + at_[0]]; }
  std::size_t reading_count() const { return at_[3 + at_[0]]; }
  PackedReading reading(std::size_t i) const;
  TablePart part(std::size_t i) const;

 private:
  const std::uint8_t* at_;
};

class TableView {
 public:
  // `bytes` is a whole, checked words.bin.
  explicit TableView(std::string_view bytes);

  std::optional<TableRecord> find(std::string_view key) const;
  std::string_view lemma(std::uint32_t id) const;
  std::uint32_t forms() const { return header_.forms; }

 private:
  TableHeader header_;
  const std::uint8_t* bytes_;
  const std::uint8_t* slots_;
  const std::uint8_t* lemmas_;
};

// The hash by which keys are found; also the file's checksum.
std::uint64_t table_hash(std::string_view bytes);

}  // namespace pipeline
