#include "pipeline/language/compile/form_table.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "pipeline/language/table_view.h"

namespace pipeline {
namespace {

constexpr std::size_t longest_key = 255;

template <typename Number>
void append(std::string& bytes, Number number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

std::string record_of(const std::string& key, const Form& form) {
  std::string record;
  std::vector<RankedReading> readings = form.readings;
  std::stable_sort(readings.begin(), readings.end(),
                   [](const auto& a, const auto& b) { return a.rank < b.rank; });
  readings.resize(std::min<std::size_t>(readings.size(), 255));
  append(record, static_cast<std::uint8_t>(key.size()));
  record += key;
  append(record, form.roles);
  append(record, static_cast<std::uint8_t>(form.parts.size()));
  append(record, static_cast<std::uint8_t>(readings.size()));
  for (const RankedReading& reading : readings) append(record, reading.reading.bits);
  for (const FormPart& part : form.parts) {
    append(record, part.end);
    append(record, part.lemma);
  }
  return record;
}

}  // namespace

void FormTable::add(std::string_view form, std::string_view lemma, WordClass word_class,
                    Inflection inflection, int rank) {
  if (form.empty() || form.size() > longest_key) return;
  Form& entry = forms_[std::string(form)];
  if (entry.is_sealed) return;
  const auto reading = PackedReading::of(lemma_id(lemma), word_class, inflection);
  auto& readings = entry.readings;
  for (RankedReading& there : readings) {
    if (there.reading != reading) continue;
    there.rank = std::min(there.rank, rank);
    return;
  }
  readings.push_back({reading, rank});
}

const Form* FormTable::find(std::string_view form) const {
  const auto it = forms_.find(form);
  return it == forms_.end() ? nullptr : &it->second;
}

std::uint32_t FormTable::lemma_id(std::string_view lemma) {
  const auto [it, is_new] =
      lemma_ids_.try_emplace(std::string(lemma), static_cast<std::uint32_t>(lemmas_.size()));
  if (is_new) lemmas_.emplace_back(lemma);
  return it->second;
}

void FormTable::write(const std::filesystem::path& path) const {
  std::vector<const std::pair<const std::string, Form>*> sorted;
  for (const auto& entry : forms_) sorted.push_back(&entry);
  std::sort(sorted.begin(), sorted.end(),
            [](const auto* a, const auto* b) { return a->first < b->first; });

  TableHeader header;
  header.lemma_count = static_cast<std::uint32_t>(lemmas_.size());
  header.slot_count = 1;
  while (header.slot_count * 2 < sorted.size() * 3) header.slot_count *= 2;
  std::vector<std::uint64_t> slots(header.slot_count, 0);
  std::string records;
  for (const auto* entry : sorted) {
    if (entry->first.find('\t') == std::string::npos) ++header.forms;
    const std::uint64_t hash = table_hash(entry->first);
    std::uint64_t slot = hash & (header.slot_count - 1);
    while (slots[slot] != 0) slot = (slot + 1) & (header.slot_count - 1);
    slots[slot] = (hash >> 32U << 32U) | (records.size() + 1);
    records += record_of(entry->first, entry->second);
  }

  std::string body;
  for (const std::uint64_t slot : slots) append(body, slot);
  std::string text;
  for (const std::string& lemma : lemmas_) {
    append(body, static_cast<std::uint32_t>(text.size()));
    text += lemma;
  }
  append(body, static_cast<std::uint32_t>(text.size()));
  header.lemma_text_at = sizeof header + body.size();
  body += text;
  header.records_at = sizeof header + body.size();
  body += records;
  header.size = sizeof header + body.size();
  header.checksum = table_hash(body);

  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(reinterpret_cast<const char*>(&header), sizeof header);
  file.write(body.data(), static_cast<std::streamsize>(body.size()));
  if (!file.flush()) throw std::runtime_error(path.string() + ": cannot be written");
}

}  // namespace pipeline
