#include "pipeline/ingest/check.h"

#include "pipeline/index/index.h"
#include "pipeline/ingest/hash.h"
#include "pipeline/model/utf8.h"
#include "pipeline/store/store.h"

namespace pipeline {
namespace {

bool is_boundary(std::string_view text, std::uint32_t offset) {
  return offset <= text.size() && (offset == text.size() || begins_code_point(text[offset]));
}

bool lies_in(std::string_view text, Span span) {
  return span.begin <= span.end && is_boundary(text, span.begin) && is_boundary(text, span.end);
}

void check_document(const CodedDocument& it, CheckReport& report) {
  const std::string& text = it.document.source;
  const auto wrong = [&](const std::string& what) {
    report.found.push_back(it.path + ": " + what);
  };
  if (hash_of(text) != it.text_hash)
    wrong(tr("de opgeslagen tekst is veranderd of beschadigd; lees het document opnieuw in"));
  for (const Passage& passage : it.segmented.passages)
    if (!lies_in(text, passage.span)) return wrong(tr("een passage valt buiten de tekst"));
  for (const Sentence& sentence : it.segmented.sentences)
    if (!lies_in(text, sentence.span)) return wrong(tr("een zin valt buiten de tekst"));
  for (const Coding& coding : it.codings) {
    if (!lies_in(text, coding.span) || coding.passage >= it.segmented.passages.size() ||
        !contains(it.segmented.passages[coding.passage].span, coding.span))
      return wrong(tr("een codering valt buiten haar passage"));
    for (const Evidence& evidence : coding.evidence)
      if (!lies_in(text, evidence.match))
        return wrong(tr("bewijs van een codering valt buiten de tekst"));
  }
  report.passages += it.segmented.passages.size();
  report.codings += it.codings.size();
}

void check_index(const Study& study, const std::vector<StoredDocument>& stored,
                 CheckReport& report) {
  const auto index = Index::open(study.index());
  if (!index) {
    if (!stored.empty()) report.found.push_back(tr("index: {}", index.error().message));
    return;
  }
  auto indexed = index->documents();
  std::uint64_t stale = 0;
  for (const StoredDocument& document : stored) {
    const auto it = indexed.find(document.id);
    if (it == indexed.end() || it->second != document.key) ++stale;
    if (it != indexed.end()) indexed.erase(it);
  }
  if (stale > 0)
    report.found.push_back(tr_plural(
        stale, "index: {} document ontbreekt of is verouderd; draai 'samenspel reindex'",
        "index: {} documenten ontbreken of zijn verouderd; draai 'samenspel reindex'", stale));
  if (!indexed.empty())
    report.found.push_back(tr_plural(
        indexed.size(), "index: {} document staat niet in de studie; draai 'samenspel reindex'",
        "index: {} documenten staan niet in de studie; draai 'samenspel reindex'", indexed.size()));
  if (stale == 0 && indexed.empty() && index->passages() != report.passages)
    report.found.push_back(
        tr("index: {} passages, de studie heeft er {}; draai 'samenspel reindex'",
           index->passages(), report.passages));
}

}  // namespace

Result<CheckReport> check_study(const Study& study) {
  const auto store = Store::open(study.database(), false);
  if (!store) return tl::unexpected(store.error());
  CheckReport report;
  report.found = store->check();
  const std::vector<StoredDocument> stored = store->documents();
  report.documents = stored.size();
  for (const StoredDocument& document : stored)
    if (const auto it = store->load(document.id)) check_document(*it, report);
  check_index(study, stored, report);
  return report;
}

}  // namespace pipeline
