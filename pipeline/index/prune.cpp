#include "pipeline/index/prune.h"

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/index/fields.h"
#include "pipeline/index/passage_document.h"
#include "pipeline/index/values.h"

namespace pipeline {
namespace {

// The terms that hold for whole passages, read from their posting lists for a window of passages at
// a time: passages are asked for in order, and only a window's are in memory.
class WholeTerms {
 public:
  WholeTerms(const Xapian::Database& source, std::uint32_t window)
      : source_(source), size_(window) {
    for (const char letter : {prefix::attribute, prefix::speaker, prefix::speaker_kind,
                              prefix::part, prefix::page, prefix::language, prefix::path}) {
      const std::string start(1, letter);
      const auto end = source.allterms_end(start);
      for (auto term = source.allterms_begin(start); term != end; ++term) terms_.push_back(*term);
    }
  }

  const std::vector<std::string>& of(Xapian::docid passage) {
    if (passage >= first_ + window_.size()) read_window(passage);
    found_.clear();
    for (const std::uint32_t term : window_[passage - first_]) found_.push_back(terms_[term]);
    return found_;
  }

 private:
  void read_window(Xapian::docid first) {
    first_ = first;
    window_.assign(size_, {});
    for (std::uint32_t term = 0; term < terms_.size(); ++term) {
      const auto end = source_.postlist_end(terms_[term]);
      auto it = source_.postlist_begin(terms_[term]);
      for (it.skip_to(first); it != end && *it - first < size_; ++it)
        window_[*it - first].push_back(term);
    }
  }

  const Xapian::Database& source_;
  std::vector<std::string> terms_, found_;
  const Xapian::docid size_;
  Xapian::docid first_ = 0;
  std::vector<std::vector<std::uint32_t>> window_;  // places in terms_, by passage
};

void copy_metadata(const Xapian::Database& source, const std::set<DocumentId>& documents,
                   Xapian::WritableDatabase& target) {
  for (auto it = source.metadata_keys_begin(); it != source.metadata_keys_end(); ++it) {
    const auto document = document_in_key(*it);
    if (!document || !documents.contains(*document))
      target.set_metadata(*it, source.get_metadata(*it));
  }
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
                  const std::filesystem::path& target, std::uint32_t window) {
  Xapian::WritableDatabase copy(target.string(), Xapian::DB_CREATE_OR_OVERWRITE |
                                                     Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST);
  copy_metadata(source, documents, copy);
  WholeTerms whole(source, window);
  std::vector<StreamTerm> terms;
  auto dates = source.valuestream_begin(slot::date);
  auto streams = source.valuestream_begin(slot::stream);
  for (auto ids = source.valuestream_begin(slot::passage);
       ids != source.valuestream_end(slot::passage); ++ids) {
    if (documents.contains(document_of(passage_in_value(*ids)))) continue;
    const Xapian::docid passage = ids.get_docid();
    const PassageValues values{*ids, value_of(dates, passage), value_of(streams, passage)};
    copy.add_document(passage_document(values, whole.of(passage), terms));
  }
  copy.close();
}

}  // namespace pipeline
