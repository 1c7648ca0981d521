#include "pipeline/language/table_view.h"

#include <xxhash.h>

#include <cstring>

namespace pipeline {
namespace {

// The file's numbers have no alignment.
template <typename Number>
Number number_at(const std::uint8_t* at) {
  Number number;
  std::memcpy(&number, at, sizeof number);
  return number;
}

std::string_view text_at(const std::uint8_t* at, std::size_t size) {
  return {reinterpret_cast<const char*>(at), size};
}

}  // namespace

std::uint64_t table_hash(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string_view TableRecord::key() const {
  return text_at(at_ + 1, at_[0]);
}

PackedReading TableRecord::reading(std::size_t i) const {
  return {number_at<std::uint32_t>(at_ + 4 + at_[0] + 4 * i)};
}

TablePart TableRecord::part(std::size_t i) const {
  const std::uint8_t* part = at_ + 4 + at_[0] + 4 * reading_count() + 5 * i;
  return {part[0], number_at<std::uint32_t>(part + 1)};
}

TableView::TableView(std::string_view bytes)
    : header_(number_at<TableHeader>(reinterpret_cast<const std::uint8_t*>(bytes.data()))),
      bytes_(reinterpret_cast<const std::uint8_t*>(bytes.data())),
      slots_(bytes_ + sizeof(TableHeader)),
      lemmas_(slots_ + 8 * std::size_t{header_.slot_count}) {}

std::optional<TableRecord> TableView::find(std::string_view key) const {
  const std::uint64_t hash = table_hash(key);
  const std::uint64_t mask = header_.slot_count - 1;
  for (std::uint64_t slot = hash & mask;; slot = (slot + 1) & mask) {
    const auto filled = number_at<std::uint64_t>(slots_ + 8 * slot);
    if (filled == 0) return std::nullopt;
    if ((filled >> 32U) != (hash >> 32U)) continue;
    const TableRecord record(bytes_ + header_.records_at + ((filled & 0xffffffffU) - 1));
    if (record.key() == key) return record;
  }
}

std::string_view TableView::lemma(std::uint32_t id) const {
  const auto begin = number_at<std::uint32_t>(lemmas_ + 4 * std::size_t{id});
  const auto end = number_at<std::uint32_t>(lemmas_ + 4 * (std::size_t{id} + 1));
  return text_at(bytes_ + header_.lemma_text_at + begin, end - begin);
}

}  // namespace pipeline
