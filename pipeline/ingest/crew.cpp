#include "pipeline/ingest/crew.h"

#include <malloc.h>

#include <algorithm>
#include <exception>
#include <map>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "pipeline/index/index.h"
#include "pipeline/ingest/hash.h"
#include "pipeline/ingest/parts.h"
#include "pipeline/ingest/print.h"
#include "pipeline/ingest/stages.h"
#include "pipeline/model/counted.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

// A shard is held in memory until it is written.
constexpr std::uint64_t largest_shard = 1'500'000, smallest_batch = 500'000;

struct Batch {
  std::size_t first, last;  // items [first, last)
};

std::vector<Batch> cut(const std::vector<Item>& items, unsigned jobs) {
  std::uint64_t all = 0;
  for (const Item& item : items) all += item.bytes;
  const std::uint64_t share = std::clamp(all / (4 * jobs), smallest_batch, largest_shard);
  std::vector<Batch> batches;
  for (std::size_t i = 0; i < items.size();) {
    Batch batch{i, i};
    std::uint64_t bytes = 0;
    while (batch.last < items.size() && (batch.last == batch.first || bytes < share))
      bytes += items[batch.last++].bytes;
    batches.push_back(batch);
    i = batch.last;
  }
  return batches;
}

void merge_attributes(Document& document, const CaseRow& row) {
  for (const auto& [name, value] : row.attributes) document.attributes[name] = value;
}

// A file that cannot be read any more leaves what is stored of it, and that follows the lexicon.
Item as_stored(Item item) {
  item.work = std::exchange(item.otherwise, Work::nothing);
  item.key = item.stored_key;
  item.keeps_attributes = true;
  item.people.reset();
  return item;
}

// Where attributes cannot simply be written, as the index lost the document.
Item from_text(Item item) {
  if (item.work == Work::attributes) item.work = Work::tag;
  return item;
}

const People& people_of(const Item& item) {
  static const People nobody;
  return item.people ? *item.people : nobody;
}

std::vector<std::string> names_of(const Segmented& segmented) {
  std::vector<std::string> names;
  for (const Speaker& speaker : segmented.speakers) names.push_back(speaker.name);
  return names;
}

// What all threads share.
class Crew {
 public:
  Crew(const std::vector<Item>& items, const CrewResources& resources, IngestReport& report,
       unsigned jobs)
      : items_(items), resources_(resources), report_(report), batches_(cut(items, jobs)) {
    progress_.all_documents = items.size();
    for (const Item& item : items) progress_.all_bytes += item.bytes;
  }

  void work() noexcept {
    try {
      Stages stages(resources_.words, resources_.lexicon, resources_.study.settings);
      PartReader parts(resources_.study.profiles(), read_options(resources_.study.settings),
                       resources_.words);
      for (std::size_t i = next_++; i < batches_.size() && !is_stopped(); i = next_++)
        do_batch(i, stages, parts);
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      has_failed_ = true;
    }
  }

  std::vector<fs::path> finish() {
    if (failure_) std::rethrow_exception(failure_);
    report_.was_stopped = is_stopped();
    std::ranges::stable_sort(report_.outcomes, {}, &Outcome::path);
    std::vector<fs::path> shards;
    for (const auto& [place, shard] : shards_) shards.push_back(shard);
    return shards;
  }

 private:
  bool is_stopped() const {
    return has_failed_ || (resources_.options.stop && resources_.options.stop->load());
  }

  void do_batch(std::size_t batch, Stages& stages, PartReader& parts) {
    std::optional<IndexShard> shard;
    std::optional<Index> former;  // where only attributes change
    std::uint64_t bytes = 0;
    std::size_t part = 0;
    for (std::size_t i = batches_[batch].first; i < batches_[batch].last && !is_stopped(); ++i) {
      if (!shard) {
        stages.renew_if_large();
        shard.emplace(open_shard(batch, part++), stages.vocabulary(), index_options());
        bytes = 0;
      }
      const bool is_done =
          items_[i].work == Work::attributes && do_attributes(items_[i], former, *shard);
      bytes += is_done ? items_[i].bytes : do_item(from_text(items_[i]), stages, parts, *shard);
      step(items_[i]);
      if (bytes < largest_shard && !stages.is_large()) continue;
      finish(shard);
    }
    if (shard) finish(shard);
  }

  // Gives back at once what the shard held, so that memory does not grow with the corpus.
  static void finish(std::optional<IndexShard>& shard) {
    shard->finish();
    shard.reset();
    malloc_trim(0);
  }

  IndexOptions index_options() const { return {resources_.study.settings.exact_search}; }

  fs::path open_shard(std::size_t batch, std::size_t part) {
    fs::path folder = resources_.study.temporary() /
                      ("shard-" + std::to_string(batch) + "-" + std::to_string(part));
    const std::lock_guard lock(mutex_);
    shards_.emplace(std::pair(batch, part), folder);
    return folder;
  }

  // False: the index does not hold the document, and it is as it was.
  bool do_attributes(const Item& item, std::optional<Index>& former, IndexShard& shard) {
    if (!former)
      if (auto opened = Index::open(resources_.study.index())) former.emplace(std::move(*opened));
    std::optional<CodedDocument> it;
    {
      const std::lock_guard lock(mutex_);
      it = resources_.store.load_frame(item.id);
    }
    if (!former || !it || !it->own_attributes) return false;
    it->document.attributes = *it->own_attributes;
    merge_attributes(it->document, item.row);
    // Kinds stay as they are: where they might not, the document is coded anew.
    std::vector<Speaker>& speakers = it->segmented.speakers;
    std::vector<SpeakerKind> kinds;
    for (const Speaker& speaker : speakers) kinds.push_back(speaker.kind);
    give_attributes(speakers, it->document.attributes, item.row.speakers, people_of(item));
    for (std::size_t i = 0; i < kinds.size(); ++i)
      if (speakers[i].kind != kinds[i]) return false;
    it->stamp = item.stamp;
    it->key = item.key;
    if (!shard.copy(*former, {it->id, it->path, it->key, it->document.attributes}, it->segmented))
      return false;
    const std::lock_guard lock(mutex_);
    resources_.store.save_attributes(*it);
    ++report_.attributes;
    report_.outcomes.push_back({item.path, "changed", item.stamp.hash, said("alleen kenmerken")});
    return true;
  }

  // Returns the size of the document's text.
  std::uint64_t do_item(const Item& item, Stages& stages, PartReader& parts, IndexShard& shard) {
    CodedDocument it;
    SpeakerAttributes speakers;
    if (!prepare(item, parts, it, speakers))
      return item.otherwise == Work::nothing ? 0 : do_item(as_stored(item), stages, parts, shard);
    Staged staged = stages(it.document, speakers, people_of(item));
    if (item.people)
      it.key = with_row(it.key, with_people(item.row, *item.people, names_of(staged.segmented)));
    if (staged.segmented.sentences.size() > max_ordinal || staged.codings.size() > max_ordinal) {
      note({item.path, "refused", item.stamp.hash,
            said("heeft meer dan een miljoen zinnen; knip het bestand in delen")});
      return 0;
    }
    if (item.work != Work::index) {
      put_into(it, staged);
      it.text_hash = hash_of(it.document.source);
      if (it.print.hash.empty()) it.print = print_of(it.document.source);
      save(item, it, staged);
    } else {
      staged.codings = to_clean(std::move(it.codings), staged.clean.map);
    }
    shard.add({it.id, it.path, it.key, it.document.attributes}, staged.segmented, staged.analysed,
              staged.codings);
    return it.document.source.size();
  }

  bool prepare(const Item& item, PartReader& parts, CodedDocument& it,
               SpeakerAttributes& speakers) {
    if (item.work == Work::read) {
      auto document = item.document ? Result<Document>(*item.document) : parts(item);
      if (!document) {
        note({item.path, "refused", item.stamp.hash, document.error().message});
        return false;
      }
      it.document = without_names(std::move(*document));
      it.own_attributes = it.document.attributes;
      merge_attributes(it.document, item.row);
      speakers = item.row.speakers;
      if (item.keeps_attributes) keep_attributes(item.id, it, speakers);
      it.path = item.path;
      it.stamp = item.stamp;
    } else {
      const std::lock_guard lock(mutex_);
      auto stored = resources_.store.load(item.id);
      if (!stored) return false;
      it = std::move(*stored);
      if (item.work == Work::tag) {
        it.document = without_names(std::move(it.document));
        remove_names(it.own_attributes);
      }
      it.path = item.path;
      speakers = without_names(speaker_rows(it.segmented));
      if (!item.keeps_attributes && it.own_attributes) {
        it.document.attributes = *it.own_attributes;
        merge_attributes(it.document, item.row);
        speakers = item.row.speakers;
        it.stamp = item.stamp;
      }
    }
    it.id = item.id;
    it.key = item.key;
    return true;
  }

  Document without_names(Document document) const {
    const Pseudonymiser* pseudonymise = resources_.options.pseudonymise;
    return pseudonymise == nullptr ? std::move(document) : (*pseudonymise)(document);
  }

  SpeakerAttributes without_names(SpeakerAttributes rows) const {
    const Pseudonymiser* pseudonymise = resources_.options.pseudonymise;
    return pseudonymise == nullptr ? std::move(rows) : pseudonymise->speakers(std::move(rows));
  }

  void remove_names(std::optional<Attributes>& attributes) const {
    const Pseudonymiser* pseudonymise = resources_.options.pseudonymise;
    if (pseudonymise != nullptr && attributes) pseudonymise->replace(*attributes);
  }

  void keep_attributes(DocumentId id, CodedDocument& it, SpeakerAttributes& speakers) {
    const std::lock_guard lock(mutex_);
    const auto stored = resources_.store.load(id);
    if (!stored) return;
    Attributes attributes = stored->document.attributes;
    if (resources_.options.pseudonymise != nullptr)
      resources_.options.pseudonymise->replace(attributes);
    for (const auto& [name, value] : attributes) it.document.attributes[name] = value;
    speakers = without_names(speaker_rows(stored->segmented));
  }

  void save(const Item& item, const CodedDocument& it, Staged& staged) {
    const std::lock_guard lock(mutex_);
    const Pseudonymiser* pseudonymise = resources_.options.pseudonymise;
    const auto rename = [&](std::string_view text) { return pseudonymise->text(text); };
    Saved saved = resources_.store.save(it, pseudonymise ? Store::Renamed(rename) : nullptr);
    if (!item.is_new) staged.codings = to_clean(std::move(saved.codings), staged.clean.map);
    count(item, it, saved);
    for (const auto& warnings : {it.document.warnings, staged.segmented.warnings})
      for (const Said& warning : warnings)
        report_.outcomes.push_back({item.path, "warning", item.stamp.hash, warning});
  }

  // Under the lock.
  void count(const Item& item, const CodedDocument& it, const Saved& saved) {
    const char* kind = item.is_new ? "added" : item.work == Work::read ? "changed" : "refreshed";
    ++(item.is_new ? report_.added : item.work == Work::read ? report_.changed : report_.refreshed);
    report_.outcomes.push_back({item.path, kind, item.stamp.hash, ""});
    report_.passages += it.segmented.passages.size();
    report_.sentences += it.segmented.sentences.size();
    for (std::size_t i = 0; i < it.words.size(); ++i) {
      report_.words += it.words[i];
      if (!it.segmented.passages[i].is_foreign) continue;
      ++report_.foreign_passages;
      report_.foreign_words += it.words[i];
    }
    for (const Coding& coding : it.codings)
      ++report_.codings[static_cast<std::size_t>(coding.valence)];
    report_.set_aside += saved.set_aside;
    const auto warn = [&](const Said& message) {
      report_.outcomes.push_back({item.path, "warning", item.stamp.hash, message});
    };
    if (item.is_from_elsewhere)
      warn(
          said("de tekst komt nu uit een andere map (--vervang); coderingen van mensen die met hun "
               "woorden mee zijn gegaan: {}",
               saved.moved));
    if (saved.set_aside > 0)
      warn(said_counted(
          saved.set_aside,
          "codering van een mens heeft geen plaats meer in de gewijzigde tekst en is apart "
          "gezet",
          "coderingen van mensen hebben geen plaats meer in de gewijzigde tekst en zijn "
          "apart gezet"));
  }

  void note(Outcome outcome) {
    const std::lock_guard lock(mutex_);
    report_.outcomes.push_back(std::move(outcome));
  }

  void step(const Item& item) {
    const std::lock_guard lock(mutex_);
    ++progress_.documents;
    progress_.bytes += item.bytes;
    if (resources_.options.progress) resources_.options.progress(progress_);
  }

  const std::vector<Item>& items_;
  const CrewResources& resources_;
  IngestReport& report_;
  const std::vector<Batch> batches_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> has_failed_ = false;
  std::mutex mutex_;  // store, report, shards, progress, failure
  std::map<std::pair<std::size_t, std::size_t>, fs::path> shards_;
  Progress progress_;
  std::exception_ptr failure_;
};

}  // namespace

std::vector<fs::path> do_items(const std::vector<Item>& items, const CrewResources& resources,
                               IngestReport& report) {
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const unsigned jobs = resources.options.jobs == 0 ? cores : resources.options.jobs;
  Crew crew(items, resources, report, jobs);
  const auto wanted = std::min<std::size_t>(jobs, items.size());
  std::vector<std::thread> others;
  others.reserve(wanted);
  try {
    while (others.size() + 1 < wanted) others.emplace_back([&crew] { crew.work(); });
  } catch (const std::system_error&) {
    // The system gives no more: the work is done by fewer, which takes longer.
  }
  crew.work();
  for (std::thread& other : others) other.join();
  return crew.finish();
}

}  // namespace pipeline
