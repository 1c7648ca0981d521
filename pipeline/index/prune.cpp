#include "pipeline/index/prune.h"

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "pipeline/index/fields.h"
#include "pipeline/index/passage_document.h"
#include "pipeline/index/values.h"

namespace pipeline {
namespace {

// The terms that hold for whole passages, by Xapian's number of the passage.
using WholeTerms = std::vector<std::vector<std::string>>;

WholeTerms whole_terms(const Xapian::Database& source) {
  WholeTerms terms(std::size_t{source.get_lastdocid()} + 1);
  for (const char letter :
       {prefix::attribute, prefix::speaker, prefix::speaker_kind, prefix::path}) {
    const std::string start(1, letter);
    const auto end = source.allterms_end(start);
    for (auto term = source.allterms_begin(start); term != end; ++term)
      for (auto it = source.postlist_begin(*term); it != source.postlist_end(*term); ++it)
        terms[*it].push_back(*term);
  }
  return terms;
}

void copy_metadata(const Xapian::Database& source, const std::set<DocumentId>& documents,
                   Xapian::WritableDatabase& target) {
  for (auto it = source.metadata_keys_begin(); it != source.metadata_keys_end(); ++it) {
    const auto document = document_in_key(*it);
    if (!document || !documents.contains(*document))
      target.set_metadata(*it, source.get_metadata(*it));
  }
}

// The slot's value of a passage; passages are asked for in order.
std::string value_of(Xapian::ValueIterator& values, Xapian::docid passage) {
  if (values == Xapian::ValueIterator()) return {};
  values.skip_to(passage);
  if (values == Xapian::ValueIterator() || values.get_docid() != passage) return {};
  return *values;
}

}  // namespace

std::set<DocumentId> documents_in(const Xapian::Database& database) {
  std::set<DocumentId> documents;
  const std::string keys(metadata::document);
  for (auto it = database.metadata_keys_begin(keys); it != database.metadata_keys_end(keys); ++it)
    documents.insert(document_in_key(*it).value());
  return documents;
}

void copy_without(const Xapian::Database& source, const std::set<DocumentId>& documents,
                  const std::filesystem::path& target) {
  Xapian::WritableDatabase copy(target.string(), Xapian::DB_CREATE_OR_OVERWRITE |
                                                     Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST);
  copy_metadata(source, documents, copy);
  const WholeTerms whole = whole_terms(source);
  std::vector<StreamTerm> terms;
  auto dates = source.valuestream_begin(slot::date);
  auto streams = source.valuestream_begin(slot::stream);
  for (auto ids = source.valuestream_begin(slot::passage);
       ids != source.valuestream_end(slot::passage); ++ids) {
    if (documents.contains(document_of(passage_in_value(*ids)))) continue;
    const Xapian::docid passage = ids.get_docid();
    const PassageValues values{*ids, value_of(dates, passage), value_of(streams, passage)};
    copy.add_document(passage_document(values, whole[passage], terms));
  }
  copy.close();
}

}  // namespace pipeline
