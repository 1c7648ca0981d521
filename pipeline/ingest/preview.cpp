#include "pipeline/ingest/preview.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "pipeline/identify/identify.h"
#include "pipeline/ingest/cut.h"
#include "pipeline/ingest/doubles.h"
#include "pipeline/ingest/in_parallel.h"
#include "pipeline/ingest/parts.h"
#include "pipeline/ingest/print.h"
#include "pipeline/language/analyse.h"
#include "pipeline/normalise/fold.h"
#include "pipeline/read/read.h"

namespace pipeline {
namespace {

// What the study holds, as far as a preview is held against it.
struct Held {
  std::vector<StoredDocument> documents;
  std::map<DocumentId, std::string> keys;
  std::map<DocumentId, TextPrint> prints;
  std::map<std::string, CodedDocument> frames;  // by path; of those that no table is about
  std::map<std::string, std::size_t> places;    // by path

  const StoredDocument* find(const std::string& path) const {
    const auto it = places.find(path);
    return it == places.end() ? nullptr : &documents[it->second];
  }
};

Held held_by(const Store& store) {
  Held held;
  held.documents = store.documents();
  store.describe(held.documents);
  held.prints = store.prints();
  // As if the index had them all: whether it does is no matter of the files.
  for (const StoredDocument& document : held.documents) held.keys[document.id] = document.key;
  for (std::size_t i = 0; i < held.documents.size(); ++i) held.places[held.documents[i].path] = i;
  return held;
}

// Files are compared with what the study made of them, whatever lexicon it was made with.
std::string context_of(const Held& held) {
  if (held.documents.empty()) return "voorproef";
  const std::string& key = held.documents.front().key;
  return key.substr(key.rfind('.') + 1);
}

bool is_named(const SpeakerAttributes& rows, const People& people, const std::string& name) {
  const std::string folded = fold(name);
  return people.find(name) != nullptr ||
         std::ranges::any_of(rows, [&](const auto& row) { return fold(row.first) == folded; });
}

class Previewer {
 public:
  Previewer(const Finding& finding, const Plan& plan, const Held& held, const Settings& settings,
            const WordTable& words, SharedReader& read)
      : finding_(finding),
        plan_(plan),
        held_(held),
        settings_(settings),
        words_(words),
        read_(read) {
    for (const Item& item : plan.items) items_.emplace(item.path, &item);
  }

  // For one file; the print of its text goes to `print` where it is a new document.
  DocumentPreview operator()(std::size_t number, std::optional<TextPrint>& print) const {
    const FoundFile& found = finding_.files[number];
    DocumentPreview it;
    it.file = found.file;
    it.inner = found.inner;
    it.path = plan_.paths[number].empty() ? found.path : plan_.paths[number];
    if (plan_.paths[number].empty()) {
      it.state = DocumentState::refused;
      it.refusal = refusal_of(found.path);
      return it;
    }
    auto document = read_(found);
    if (!document) {
      it.state = DocumentState::refused;
      it.refusal = document.error().message;
      return it;
    }
    it.state = state_of(it.path);
    if (it.state == DocumentState::added) print = print_of(document->source);
    describe(found, *document, it);
    return it;
  }

 private:
  Said refusal_of(const std::string& path) const {
    for (const Outcome& outcome : plan_.outcomes)
      if (outcome.kind == "refused" && outcome.path == path) return outcome.message;
    return {};
  }

  DocumentState state_of(const std::string& path) const {
    const auto item = items_.find(path);
    const StoredDocument* const stored = held_.find(path);
    if (!stored) return DocumentState::added;
    if (item == items_.end()) return DocumentState::unchanged;
    if (item->second->stamp.hash != stored->stamp.hash) return DocumentState::changed;
    return item->second->work == Work::attributes || item->second->work == Work::tag
               ? DocumentState::attributes
               : DocumentState::unchanged;
  }

  std::string language_of(const CutText& cut) const {
    const std::string& text = cut.clean.text;
    Vocabulary vocabulary(words_);
    const Analysed analysed = analyse(text, cut.segmented, vocabulary);
    return LanguageIdentifier(settings_.languages)(text, cut.segmented, analysed, vocabulary)
        .document;
  }

  void describe(const FoundFile& found, Document& document, DocumentPreview& it) const {
    const auto row = row_of(finding_, found, it.path);
    SpeakerAttributes speakers;
    if (row) {
      for (const auto& [name, value] : row->attributes) document.attributes[name] = value;
      speakers = row->speakers;
      it.has_row = row->line != 0;
    } else if (const auto frame = held_.frames.find(it.path); frame != held_.frames.end()) {
      for (const auto& [name, value] : frame->second.document.attributes)
        document.attributes[name] = value;
      for (const Speaker& speaker : frame->second.segmented.speakers)
        speakers[speaker.name] = speaker.attributes;
    }
    const CutText cut = Cutter(settings_, words_)(document, speakers, *finding_.people);
    it.language = language_of(cut);
    it.format = document.format;
    it.encoding = document.encoding;
    it.attributes = std::move(document.attributes);
    it.warnings = document.warnings;
    it.warnings.insert(it.warnings.end(), cut.segmented.warnings.begin(),
                       cut.segmented.warnings.end());
    it.passages = cut.segmented.passages.size();
    for (const Speaker& speaker : cut.segmented.speakers)
      it.speakers.push_back(
          {speaker, 0, row && is_named(speakers, *finding_.people, speaker.name)});
    for (const Passage& passage : cut.segmented.passages) {
      const std::uint32_t words = count_words(cut.segmented, passage);
      it.words += words;
      it.has_times |= passage.start_ms.has_value();
      if (passage.speaker) it.speakers[*passage.speaker].words += words;
    }
  }

  const Finding& finding_;
  const Plan& plan_;
  const Held& held_;
  Settings settings_;
  const WordTable& words_;
  SharedReader& read_;
  std::map<std::string, const Item*> items_;
};

void tell_doubles(const Held& held, const std::vector<std::optional<TextPrint>>& prints,
                  std::vector<DocumentPreview>& documents) {
  Doubles doubles;
  for (const StoredDocument& document : held.documents)
    if (const auto it = held.prints.find(document.id); it != held.prints.end())
      doubles.add_stored(document.path, it->second);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (!prints[i]) continue;
    Doubles::Verdict verdict = doubles.add(documents[i].path, *prints[i]);
    if (verdict.is_double) documents[i].state = DocumentState::duplicate;
    if (!verdict.message.empty()) documents[i].warnings.push_back(std::move(verdict.message));
  }
}

void add_outcomes(const Plan& plan, const Held& held, Preview& preview) {
  std::map<std::string, std::vector<std::string>> speakers;
  for (const StoredDocument& document : held.documents)
    for (const StoredSpeaker& speaker : document.speakers)
      speakers[document.path].push_back(speaker.name);
  for (const DocumentPreview& document : preview.documents) {
    if (document.state == DocumentState::refused) continue;
    auto& names = speakers[document.path];
    names.clear();
    for (const SpeakerPreview& it : document.speakers) names.push_back(it.speaker.name);
  }
  const auto is_shown = [&](const Outcome& outcome) {
    return std::ranges::any_of(preview.documents, [&](const DocumentPreview& document) {
      return document.path == outcome.path && document.refusal == outcome.message;
    });
  };
  for (const Outcome& outcome : plan.outcomes)
    if (!is_shown(outcome)) preview.outcomes.push_back(outcome);
  for (Outcome& outcome : unfounded(plan.claims, speakers))
    preview.outcomes.push_back(std::move(outcome));
  std::ranges::stable_sort(preview.outcomes, {}, &Outcome::path);
}

}  // namespace

std::uint64_t Preview::refused() const {
  const auto in_documents =
      std::ranges::count(documents, DocumentState::refused, &DocumentPreview::state);
  const auto in_outcomes = std::ranges::count(outcomes, "refused", &Outcome::kind);
  return static_cast<std::uint64_t>(in_documents + in_outcomes);
}

Checked<Preview> preview(const Study* study, std::span<const std::filesystem::path> inputs,
                         const WordTable& words, const PreviewOptions& options) {
  Held held;
  std::optional<Store> store;
  if (study) {
    auto opened = Store::open(study->database(), false);
    if (!opened) return tl::unexpected(Errors{opened.error()});
    store.emplace(std::move(*opened));
    held = held_by(*store);
  }
  // Without a folder for profiles none is written.
  const auto finding = find_files(inputs, options.tables, held.documents);
  if (!finding) return tl::unexpected(finding.error());
  const Plan plan =
      make_plan(*finding, held.documents, held.keys, context_of(held), options.same_name);
  for (std::size_t i = 0; i < plan.paths.size(); ++i)
    if (const StoredDocument* const stored = held.find(plan.paths[i]))
      if (!row_of(*finding, finding->files[i], stored->path))
        if (auto frame = store->load_frame(stored->id))
          held.frames.emplace(stored->path, std::move(*frame));
  Settings settings = study ? study->settings : Settings{};
  if (!study) settings.languages = {"nl"};
  SharedReader read({}, read_options(settings), words);
  const Previewer look(*finding, plan, held, settings, words, read);
  Preview preview;
  preview.documents.resize(finding->files.size());
  std::vector<std::optional<TextPrint>> prints(finding->files.size());
  in_parallel(prints.size(), options.jobs,
              [&](std::size_t i) { preview.documents[i] = look(i, prints[i]); });
  tell_doubles(held, prints, preview.documents);
  add_outcomes(plan, held, preview);
  return preview;
}

}  // namespace pipeline
