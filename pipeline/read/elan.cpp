// ELAN annotations (.eaf). What is said stands on tiers of their own, one a speaker, whose
// annotations point at time slots; tiers that hang on another one (PARENT_REF) hold glosses and
// codings of what was said, and are no speech.
#include <algorithm>
#include <charconv>
#include <pugixml.hpp>
#include <unordered_map>

#include "pipeline/read/decode.h"
#include "pipeline/read/readers.h"
#include "pipeline/read/speech.h"
#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

// Slots without a time of their own lie somewhere between others: unknown.
using Slots = std::unordered_map<std::string_view, std::int64_t>;

// XML parsers let bytes through that are no UTF-8.
std::string line_of(std::string_view text) {
  return as_one_line(is_valid_utf8(text) ? std::string(text) : repaired_utf8(text));
}

Slots slots_of(const pugi::xml_node& root) {
  Slots slots;
  for (const pugi::xml_node& slot : child_of(root, "TIME_ORDER").children()) {
    const std::string_view value = value_of(slot, "TIME_VALUE");
    std::int64_t ms = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), ms);
    if (read.ec == std::errc() && ms >= 0) slots.emplace(value_of(slot, "TIME_SLOT_ID"), ms);
  }
  return slots;
}

struct Annotation {
  std::int64_t order = 0;  // its start, or that of the one before it on the tier
  Speech speech;
};

void add_tier(const pugi::xml_node& tier, const Slots& slots, std::vector<Annotation>& all) {
  const auto time_at = [&](std::string_view slot) {
    const auto it = slots.find(slot);
    return it == slots.end() ? std::nullopt : std::optional(it->second);
  };
  std::string name = line_of(value_of(tier, "PARTICIPANT"));
  if (name.empty()) name = line_of(value_of(tier, "TIER_ID"));
  std::int64_t order = 0;
  for (const pugi::xml_node& annotation : tier.children()) {
    const pugi::xml_node aligned = child_of(annotation, "ALIGNABLE_ANNOTATION");
    Annotation next;
    next.speech.start_ms = time_at(value_of(aligned, "TIME_SLOT_REF1"));
    next.speech.end_ms = time_at(value_of(aligned, "TIME_SLOT_REF2"));
    next.order = order = next.speech.start_ms.value_or(order);
    if (!name.empty()) next.speech.speaker = name;
    next.speech.words = line_of(child_of(aligned, "ANNOTATION_VALUE").text().get());
    all.push_back(std::move(next));
  }
}

}  // namespace

Result<Document> read_elan(std::string_view bytes, const std::string& name,
                           const ReadLimits& limits) {
  const auto xml = parse_xml(std::string(bytes), "XML", name, limits);
  if (!xml) return tl::unexpected(xml.error());
  const pugi::xml_node root = (*xml)->document_element();
  if (local_name(root) != "ANNOTATION_DOCUMENT")
    return failure(said("dit is geen ELAN-bestand; exporteer het transcript als .srt of .txt"),
                   name);
  const Slots slots = slots_of(root);
  std::vector<Annotation> all;
  for (const pugi::xml_node& tier : root.children())
    if (local_name(tier) == "TIER" && !has_attribute(tier, "PARENT_REF"))
      add_tier(tier, slots, all);
  std::stable_sort(all.begin(), all.end(),
                   [](const Annotation& a, const Annotation& b) { return a.order < b.order; });
  Document document;
  for (Annotation& annotation : all) add_speech(document, std::move(annotation.speech));
  return document;
}

}  // namespace pipeline
