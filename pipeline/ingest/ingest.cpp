#include "pipeline/ingest/ingest.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/index/fields.h"
#include "pipeline/index/generation.h"
#include "pipeline/index/index.h"
#include "pipeline/ingest/crew.h"
#include "pipeline/ingest/doubles.h"
#include "pipeline/ingest/find.h"
#include "pipeline/ingest/hash.h"
#include "pipeline/ingest/plan.h"
#include "pipeline/ingest/pseudonyms.h"
#include "pipeline/ingest/stages.h"
#include "pipeline/lexicon/lexicon_file.h"
#include "pipeline/model/part.h"
#include "pipeline/model/time_now.h"
#include "pipeline/segment/labels.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

std::string settings_of(const Study& study) {
  std::vector<std::string_view> left_out;
  for (const PartKind kind : study.settings.left_out) left_out.push_back(part_name(kind));
  return fmt::format("langste_passage={} interviewers={} talen={} exact={} weglaten={}",
                     study.settings.longest_passage, fmt::join(study.settings.interviewers, ","),
                     fmt::join(study.settings.languages, ","), study.settings.exact_search,
                     fmt::join(left_out, ","));
}

// All that a document's codings and index entry depend on besides its file and its row.
std::string context_of(const Study& study, const WordTable& words, const Lexicon& lexicon,
                       const std::optional<PseudonymMark>& pseudonyms) {
  return hash_of(fmt::format("{} {} {} {} {}{}", analysis_version, index_format, words.size(),
                             lexicon.hash, settings_of(study),
                             pseudonyms ? to_string(*pseudonyms) : ""))
      .substr(0, 16);
}

// An index that is absent or of another format holds nothing.
std::map<DocumentId, std::string> indexed_in(const Study& study) {
  const auto index = Index::open(study.index());
  return index ? index->documents() : std::map<DocumentId, std::string>{};
}

// What files are called in the study, and what cases.csv says of them.
void remove_names(Finding& finding, const Pseudonymiser& pseudonymise) {
  for (FoundFile& file : finding.files) file.pseudonym = pseudonymise.path(file.path);
  for (CasesFile& cases : finding.cases)
    for (auto& [path, row] : cases.cases.files) {
      pseudonymise.replace(row.attributes);
      row.speakers = pseudonymise.speakers(std::move(row.speakers));
    }
  People people;
  for (SpeakersFile& speakers : finding.speakers)
    for (SpeakerRow& row : speakers.table.rows) {
      row.name = pseudonymise.speaker(row.name);
      pseudonymise.replace(row.attributes);
      if (row.file.empty() && !is_usual_label(row.name)) people.add(row);
    }
  finding.people = std::make_shared<const People>(std::move(people));
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

  bool has_pseudonyms() const { return former_mark_.has_value(); }
  const Pseudonymiser* pseudonymise() const { return options_.pseudonymise; }
  const std::string& context() const { return context_; }
  const std::vector<StoredDocument>& stored() const { return stored_; }
  const std::map<DocumentId, std::string>& indexed() const { return indexed_; }
  std::map<DocumentId, TextPrint> prints() const { return store_.prints(); }

  IngestReport finish(Plan plan) {
    if (pseudonymise() != nullptr)
      rename_documents(plan, stored_,
                       [this](std::string_view path) { return pseudonymise()->path(path); });
    IngestReport report;
    report.unchanged = plan.unchanged;
    report.missing = plan.missing;
    report.doubles = plan.doubles;
    report.outcomes = plan.outcomes;
    report.run = {0,
                  time_now(),
                  "",
                  options_.program,
                  lexicon_.id + "@" + lexicon_.version,
                  lexicon_.hash,
                  settings_of(study_) + (mark_ ? ' ' + to_string(*mark_) : std::string()),
                  0,
                  0,
                  0};
    report.run.id = store_.begin_run(report.run);
    store_.keep_factors(lexicon_.hash, lexicon_.factors);
    store_.restamp(plan.restamped);
    clear_temporary();
    const CrewResources resources{study_, words_, lexicon_, store_, options_};
    const std::vector<fs::path> shards = do_items(plan.items, resources, report);
    if (!report.was_stopped) settle(plan, report);
    if (pseudonymise() != nullptr) remove_names(report);
    // Half an index must not take the place of a whole one.
    report.index_is_former = former_ == FormerIndex::replaced && report.was_stopped;
    if (!report.index_is_former) update_index(shards, plan.items.size());
    clear_temporary();
    add_unfounded(plan.claims, report);
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
        stored_(store_.documents()),
        former_(former) {
    const std::optional<RunRecord> last = store_.last_run();
    mark_ = former_mark_ = pseudonym_mark(last);
    if (pseudonymise() != nullptr)
      mark_ = mark_of(*pseudonymise(), former_mark_);
    else if (mark_ && last->finished.empty())
      mark_->print = 0;  // some of it may still be of another list, which only an ingest can mend
    is_without_names_ = !last || (!last->finished.empty() && mark_ == former_mark_);
    context_ = context_of(study, words, lexicon_, mark_);
    store_.describe(stored_);
    if (former == FormerIndex::kept) indexed_ = indexed_in(study);
  }

  void clear_temporary() const {
    std::error_code ignored;
    fs::remove_all(study_.temporary(), ignored);
  }

  // Containers that are in the study whole need not be opened again.
  void settle(const Plan& plan, const IngestReport& report) {
    std::vector<std::string> refused;
    for (const Outcome& outcome : report.outcomes)
      if (outcome.kind == "refused") refused.push_back(outcome.path + '/');
    for (const Settlement& settlement : plan.settlements)
      if (std::ranges::none_of(refused, [&](const std::string& path) {
            return path.starts_with(settlement.container + '/');
          }))
        store_.restamp(settlement.stamps);
  }

  void update_index(const std::vector<fs::path>& shards, std::size_t documents) {
    std::vector<DocumentId> removed;  // in the index, no longer in the store; both are by id
    for (const auto& [document, key] : indexed_)
      if (!std::ranges::binary_search(stored_, document, {}, &StoredDocument::id))
        removed.push_back(document);
    if (shards.empty() && removed.empty() && !indexed_.empty()) {
      // A run that was killed right after its merge had no time to clear up.
      remove_leftovers(study_.index());
      return;
    }
    if (options_.progress) options_.progress({documents, documents, 0, 0, true});
    merge_index(study_.index(), shards, removed, former_);
  }

  // What speakers.csv says of speakers whom nobody turned out to be.
  void add_unfounded(const std::vector<SpeakerClaim>& claims, IngestReport& report) const {
    if (claims.empty() || report.was_stopped) return;
    std::vector<StoredDocument> documents = store_.documents();
    store_.describe(documents);
    std::map<std::string, std::vector<std::string>> speakers;
    for (const StoredDocument& document : documents) {
      auto& names = speakers[document.path];
      for (const StoredSpeaker& speaker : document.speakers) names.push_back(speaker.name);
    }
    for (Outcome& outcome : unfounded(claims, speakers))
      report.outcomes.push_back(std::move(outcome));
    std::ranges::stable_sort(report.outcomes, {}, &Outcome::path);
  }

  void record(IngestReport& report) {
    report.run.finished = report.was_stopped ? "" : time_now();
    report.run.documents = store_.documents().size();
    report.run.refused = report.refused();
    report.run.warnings =
        static_cast<std::uint64_t>(std::ranges::count(report.outcomes, "warning", &Outcome::kind));
    store_.end_run(report.run, report.outcomes);
    if (pseudonymise() != nullptr) store_.empty_log();
  }

  // What the runs before this one left of names that are on the list now.
  void remove_names(IngestReport& report) {
    for (Outcome& outcome : report.outcomes) {
      outcome.path = pseudonymise()->path(outcome.path);
      outcome.message = without_names(*pseudonymise(), outcome.message);
    }
    if (is_without_names_) return;
    store_.rewrite([this](const std::string& text) {
      return pseudonym_mark(text) ? text : without_names(*pseudonymise(), text);
    });
    store_.forget_what_was_deleted();
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
  std::optional<PseudonymMark> former_mark_, mark_;  // of the last run, of this one
  bool is_without_names_ = true;  // nothing in the study was made with another list, or none
};

}  // namespace

std::uint64_t IngestReport::refused() const {
  return static_cast<std::uint64_t>(std::ranges::count(outcomes, "refused", &Outcome::kind));
}

Checked<IngestReport> ingest(const Study& study, std::span<const fs::path> inputs,
                             const WordTable& words, const IngestOptions& options) {
  auto run = Run::begin(study, words, options);
  if (!run) return tl::unexpected(run.error());
  if (run->has_pseudonyms() && options.pseudonymise == nullptr)
    return tl::unexpected(one(
        {tr("in deze studie zijn namen vervangen; geef de namenlijst ook nu, met --pseudonymise"),
         study.folder.string()}));
  auto finding = find_files(inputs, options.tables, run->stored(), study.profiles());
  if (!finding) return tl::unexpected(finding.error());
  if (options.pseudonymise != nullptr) remove_names(*finding, *options.pseudonymise);
  Plan plan = make_plan(*finding, run->stored(), run->indexed(), run->context(), options.same_name,
                        study.settings.rejects_changes ? "-geweigerd" : "");
  *finding = {};  // thousands of paths, not needed while the run lasts
  if (std::ranges::any_of(plan.items, &Item::is_new))
    take_out_doubles(plan, run->stored(), run->prints(), study, words, options);
  add_stored(plan, run->stored(), run->indexed(), run->context());
  return run->finish(std::move(plan));
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

Checked<IngestReport> reindex(const Study& study, const WordTable& words,
                              const IngestOptions& options, const std::set<DocumentId>& documents) {
  auto run = Run::begin(study, words, options);
  if (!run) return tl::unexpected(run.error());
  // What the index has of them is as good as nothing.
  std::map<DocumentId, std::string> indexed = run->indexed();
  for (const DocumentId it : documents) indexed.erase(it);
  Plan plan;
  add_stored(plan, run->stored(), indexed, run->context());
  return run->finish(plan);
}

}  // namespace pipeline
