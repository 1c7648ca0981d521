#include "pipeline/ingest/doubles.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "pipeline/ingest/in_parallel.h"
#include "pipeline/ingest/parts.h"
#include "pipeline/ingest/print.h"

namespace pipeline {
namespace {

constexpr std::uint64_t fewest_words = 20;
constexpr double near_enough = 0.8;
// A run of words that so many documents have is a form's, or a refrain.
constexpr std::uint32_t most_holders = 50;
// Of the runs by which a text is known, so many are looked up; texts that are near enough share
// four in five of them.
constexpr std::size_t looked_up = 16;
constexpr std::size_t fewest_shared = 4;

std::span<const std::uint64_t> lowest(const TextPrint& print) {
  return std::span(print.sketch).first(std::min(print.sketch.size(), looked_up));
}
constexpr std::uint64_t kept_bytes = 16U << 20U;

}  // namespace

void Doubles::add_stored(const std::string& path, TextPrint print) {
  if (print.words < fewest_words) return;
  keep(path, std::move(print));
}

void Doubles::keep(const std::string& path, TextPrint print) {
  const std::size_t number = known_.size();
  by_hash_.emplace(print.hash, number);
  for (const std::uint64_t it : lowest(print)) {
    Run& run = runs_[it];
    if (run.count == most_holders) continue;
    holders_.push_back({static_cast<std::uint32_t>(number), run.latest});
    run = {static_cast<std::uint32_t>(holders_.size()), run.count + 1};
  }
  known_.push_back({path, std::move(print)});
}

const Doubles::Known* Doubles::nearest(const TextPrint& print, double& best) const {
  std::map<std::uint32_t, std::size_t> shared;
  for (const std::uint64_t it : lowest(print)) {
    const auto run = runs_.find(it);
    if (run == runs_.end()) continue;
    for (std::uint32_t at = run->second.latest; at != 0; at = holders_[at - 1].before)
      ++shared[holders_[at - 1].document];
  }
  const Known* found = nullptr;
  for (const auto& [number, count] : shared) {
    if (count < std::min(fewest_shared, lowest(print).size() / 2)) continue;
    const double like = likeness(known_[number].print, print);
    if (like < near_enough || like <= best) continue;
    best = like;
    found = &known_[number];
  }
  return found;
}

Doubles::Verdict Doubles::add(const std::string& path, TextPrint print) {
  if (print.words < fewest_words) return {};
  if (const auto it = by_hash_.find(print.hash); it != by_hash_.end())
    return {said("heeft dezelfde tekst als '{}' en is niet nog eens ingelezen; haal een van "
                 "beide weg",
                 known_[it->second].path),
            true};
  Verdict verdict;
  double like = 0;
  if (const Known* const other = nearest(print, like))
    verdict.message = said("lijkt voor {} % op '{}'; beide tellen mee, kijk of dat de bedoeling is",
                           static_cast<int>(like * 100), other->path);
  keep(path, std::move(print));
  return verdict;
}

namespace {

// Reads what is new; the documents stay with their items as long as there is room.
std::vector<std::optional<TextPrint>> prints_of(std::vector<Item>& items, const Study& study,
                                                const WordTable& words,
                                                const IngestOptions& options) {
  SharedReader read(study.profiles(), read_options(study.settings), words);
  std::vector<std::optional<TextPrint>> prints(items.size());
  std::atomic<std::uint64_t> kept = 0;
  in_parallel(items.size(), options.jobs, [&](std::size_t i) {
    Item& item = items[i];
    if (!item.is_new || (options.stop && options.stop->load())) return;
    auto document = read(item);
    if (!document) return;  // is read again, and refused, in its turn
    // Stored texts are known by what they say without names.
    prints[i] = print_of(options.pseudonymise ? (*options.pseudonymise)(*document).source
                                              : document->source);
    const std::uint64_t size = document->source.size();
    if ((kept += size) < kept_bytes)
      item.document = std::make_shared<const Document>(std::move(*document));
  });
  return prints;
}

}  // namespace

void take_out_doubles(Plan& plan, const std::vector<StoredDocument>& stored,
                      std::map<DocumentId, TextPrint> prints, const Study& study,
                      const WordTable& words, const IngestOptions& options) {
  auto of_items = prints_of(plan.items, study, words, options);
  Doubles doubles;
  for (const StoredDocument& document : stored)
    if (const auto it = prints.find(document.id); it != prints.end())
      doubles.add_stored(document.path, std::move(it->second));
  std::vector<Item> items;
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    Item& item = plan.items[i];
    Doubles::Verdict verdict;
    if (of_items[i]) verdict = doubles.add(item.path, *std::move(of_items[i]));
    if (!verdict.message.empty())
      plan.outcomes.push_back({item.path, "warning", item.stamp.hash, verdict.message});
    plan.doubles += verdict.is_double ? 1 : 0;
    if (!verdict.is_double) items.push_back(std::move(item));
  }
  plan.items = std::move(items);
}

}  // namespace pipeline
