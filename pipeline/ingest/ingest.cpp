#include "pipeline/ingest/ingest.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "pipeline/index/fields.h"
#include "pipeline/index/generation.h"
#include "pipeline/index/index.h"
#include "pipeline/ingest/crew.h"
#include "pipeline/ingest/find.h"
#include "pipeline/ingest/hash.h"
#include "pipeline/ingest/plan.h"
#include "pipeline/ingest/stages.h"
#include "pipeline/lexicon/lexicon_file.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

std::string now() {
  return fmt::format(
      "{:%Y-%m-%dT%H:%M:%SZ}",
      fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

std::string settings_of(const Study& study) {
  return fmt::format("langste_passage={} interviewers={} exact={}", study.settings.longest_passage,
                     fmt::join(study.settings.interviewers, ","), study.settings.exact_search);
}

// All that a document's codings and index entry depend on besides its file and its row.
std::string context_of(const Study& study, const WordTable& words, const Lexicon& lexicon) {
  return hash_of(fmt::format("{} {} {} {} {}", analysis_version, index_format, words.size(),
                             lexicon.hash, settings_of(study)))
      .substr(0, 16);
}

// An index that is absent or of another format holds nothing.
std::map<DocumentId, std::string> indexed_in(const Study& study) {
  const auto index = Index::open(study.index());
  return index ? index->documents() : std::map<DocumentId, std::string>{};
}

Errors one(Error error) {
  return {std::move(error)};
}

// A run from lock to record; what is to be done is filled in by the three commands.
class Run {
 public:
  static Checked<Run> begin(const Study& study, const WordTable& words,
                            const IngestOptions& options, FormerIndex former = FormerIndex::kept) {
    auto lock = WriterLock::take(study);
    if (!lock) return tl::unexpected(one(lock.error()));
    auto lexicon = read_lexicon(study.lexicon());
    if (!lexicon) return tl::unexpected(lexicon.error());
    auto store = Store::open(study.database(), true);
    if (!store) return tl::unexpected(one(store.error()));
    return Run(study, words, options, std::move(*lock), std::move(*lexicon), std::move(*store),
               former);
  }

  const std::string& context() const { return context_; }
  const std::vector<StoredDocument>& stored() const { return stored_; }
  const std::map<DocumentId, std::string>& indexed() const { return indexed_; }

  IngestReport finish(const Plan& plan) {
    IngestReport report;
    report.unchanged = plan.unchanged;
    report.missing = plan.missing;
    report.outcomes = plan.outcomes;
    report.run = {0,
                  now(),
                  "",
                  options_.program,
                  lexicon_.id + "@" + lexicon_.version,
                  lexicon_.hash,
                  settings_of(study_),
                  0,
                  0,
                  0};
    report.run.id = store_.begin_run(report.run);
    store_.keep_factors(lexicon_.hash, lexicon_.factors);
    for (const auto& [document, stamp] : plan.restamped) store_.restamp(document, stamp);
    clear_temporary();
    const CrewResources resources{study_, words_, lexicon_, store_, options_};
    const std::vector<fs::path> shards = do_items(plan.items, resources, report);
    // Half an index must not take the place of a whole one.
    report.index_is_former = former_ == FormerIndex::replaced && report.was_stopped;
    if (!report.index_is_former) update_index(shards, plan.items.size());
    clear_temporary();
    record(report);
    return report;
  }

 private:
  Run(const Study& study, const WordTable& words, const IngestOptions& options, WriterLock lock,
      Lexicon lexicon, Store store, FormerIndex former)
      : study_(study),
        words_(words),
        options_(options),
        lock_(std::move(lock)),
        lexicon_(std::move(lexicon)),
        store_(std::move(store)),
        context_(context_of(study, words, lexicon_)),
        stored_(store_.documents()),
        former_(former) {
    if (former == FormerIndex::kept) indexed_ = indexed_in(study);
  }

  void clear_temporary() const {
    std::error_code ignored;
    fs::remove_all(study_.temporary(), ignored);
  }

  void update_index(const std::vector<fs::path>& shards, std::size_t documents) {
    std::vector<DocumentId> removed;  // in the index, no longer in the store
    for (const auto& [document, key] : indexed_)
      if (std::ranges::find(stored_, document, &StoredDocument::id) == stored_.end())
        removed.push_back(document);
    if (shards.empty() && removed.empty() && !indexed_.empty()) {
      // A run that was killed right after its merge had no time to clear up.
      remove_leftovers(study_.index());
      return;
    }
    if (options_.progress) options_.progress({documents, documents, 0, 0, true});
    merge_index(study_.index(), shards, removed, former_);
  }

  void record(IngestReport& report) {
    report.run.finished = report.was_stopped ? "" : now();
    report.run.documents = store_.documents().size();
    report.run.refused = report.refused();
    report.run.warnings =
        static_cast<std::uint64_t>(std::ranges::count(report.outcomes, "warning", &Outcome::kind));
    store_.end_run(report.run, report.outcomes);
  }

  const Study& study_;
  const WordTable& words_;
  const IngestOptions& options_;
  WriterLock lock_;
  Lexicon lexicon_;
  Store store_;
  std::string context_;
  std::vector<StoredDocument> stored_;
  std::map<DocumentId, std::string> indexed_;
  FormerIndex former_;
};

}  // namespace

std::uint64_t IngestReport::refused() const {
  return static_cast<std::uint64_t>(std::ranges::count(outcomes, "refused", &Outcome::kind));
}

Checked<IngestReport> ingest(const Study& study, std::span<const fs::path> inputs,
                             const WordTable& words, const IngestOptions& options) {
  auto run = Run::begin(study, words, options);
  if (!run) return tl::unexpected(run.error());
  auto finding = find_files(inputs, options.cases, run->stored());
  if (!finding) return tl::unexpected(finding.error());
  Plan plan = make_plan(*finding, run->stored(), run->indexed(), run->context(), options.same_name);
  *finding = {};  // thousands of paths, not needed while the run lasts
  add_stored(plan, run->stored(), run->indexed(), run->context());
  return run->finish(plan);
}

Checked<IngestReport> retag(const Study& study, const WordTable& words,
                            const IngestOptions& options) {
  auto run = Run::begin(study, words, options);
  if (!run) return tl::unexpected(run.error());
  Plan plan;
  add_stored(plan, run->stored(), run->indexed(), run->context());
  plan.unchanged = run->stored().size() - plan.items.size();
  return run->finish(plan);
}

Checked<IngestReport> reindex(const Study& study, const WordTable& words,
                              const IngestOptions& options) {
  auto run = Run::begin(study, words, options, FormerIndex::replaced);
  if (!run) return tl::unexpected(run.error());
  Plan plan;
  add_stored(plan, run->stored(), run->indexed(), run->context());
  return run->finish(plan);
}

}  // namespace pipeline
