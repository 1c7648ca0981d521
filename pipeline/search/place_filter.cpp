#include "pipeline/search/place_filter.h"

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/index/common_words.h"
#include "pipeline/index/fields.h"
#include "pipeline/index/stream.h"

namespace pipeline {
namespace {

using Kind = MatchNode::Kind;

// With more of them the streams had better be read.
constexpr Xapian::doccount most_with_others = 5'000;

bool is_of_words(const MatchNode& node) {
  return !node.children.empty() &&
         std::all_of(node.children.begin(), node.children.end(),
                     [](const MatchNode& child) { return child.kind == Kind::terms; });
}

struct CommonParts {
  std::vector<CommonQuery::Words> words;  // by child
  std::vector<std::string> others;        // the terms that are no common words
};

CommonParts common_parts(const MatchNode& node) {
  CommonParts parts;
  for (const MatchNode& child : node.children) {
    parts.words.emplace_back();
    for (const std::string& term : child.terms) {
      if (const auto word = common_word(term))
        parts.words.back().push_back(*word);
      else
        parts.others.push_back(term);
    }
  }
  return parts;
}

// None where some word of the node cannot be a common one: it finds few candidates.
std::optional<CommonQuery> common_query(const MatchNode& node, const CommonParts& parts) {
  if (std::ranges::any_of(parts.words, [](const auto& words) { return words.empty(); }))
    return std::nullopt;
  if (node.kind == Kind::phrase && parts.words.size() <= CommonQuery::longest_sequence)
    return CommonQuery::sequence(parts.words);
  if (node.kind == Kind::near || node.kind == Kind::adjacent)
    return CommonQuery::window(parts.words[0], parts.words[1], node.distance,
                               node.kind == Kind::adjacent);
  return std::nullopt;
}

// The value of a passage that is not before the last one asked for; empty: none.
std::string value_of(Xapian::ValueIterator& values, Xapian::docid passage) {
  if (values == Xapian::ValueIterator()) return {};
  values.skip_to(passage);
  if (values == Xapian::ValueIterator() || values.get_docid() != passage) return {};
  return *values;
}

class PlaceFilter : public Xapian::PostingSource {
 public:
  explicit PlaceFilter(MatchNode node);

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
  Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }

  void init(const Xapian::Database& database) override;
  void next(double) override { go_to_match(passage_ + 1); }
  void skip_to(Xapian::docid passage, double) override { go_to_match(passage); }
  bool check(Xapian::docid passage, double) override;
  bool at_end() const override { return is_at_end_; }
  Xapian::docid get_docid() const override { return passage_; }

 private:
  void go_to_match(Xapian::docid passage);
  bool matches(Xapian::docid passage);
  void find_passages_of_others(std::vector<std::string> others);

  MatchNode node_;
  std::vector<std::vector<std::string>> sequence_;  // of a phrase of nothing but words
  std::optional<CommonQuery> common_query_;         // where the node has no other words
  // A word of a query may have rare readings beside a common one ("was": zijn, wassen). The
  // passages that have any of these, rising; common_query_ tells of all others.
  std::vector<Xapian::docid> has_others_;
  Xapian::Database database_;
  Xapian::ValueIterator stream_, common_;
  Xapian::docid passage_ = 0;
  bool is_at_end_ = false;
};

PlaceFilter::PlaceFilter(MatchNode node) : node_(std::move(node)) {
  if (node_.kind == Kind::phrase && is_of_words(node_))
    for (const MatchNode& word : node_.children) sequence_.push_back(word.terms);
}

void PlaceFilter::init(const Xapian::Database& database) {
  database_ = database;
  stream_ = database_.valuestream_begin(slot::stream);
  common_ = database_.valuestream_begin(slot::common);
  passage_ = 0;
  is_at_end_ = false;
  common_query_.reset();
  if (!is_of_words(node_)) return;
  CommonParts parts = common_parts(node_);
  common_query_ = common_query(node_, parts);
  if (common_query_) find_passages_of_others(std::move(parts.others));
}

void PlaceFilter::find_passages_of_others(std::vector<std::string> others) {
  has_others_.clear();
  Xapian::doccount count = 0;
  for (const std::string& term : others) count += database_.get_termfreq(term);
  if (count > most_with_others) return common_query_.reset();
  for (const std::string& term : others)
    for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term); ++it)
      has_others_.push_back(*it);
  std::ranges::sort(has_others_);
}

bool PlaceFilter::check(Xapian::docid passage, double) {
  passage_ = passage;
  return matches(passage);
}

void PlaceFilter::go_to_match(Xapian::docid passage) {
  const Xapian::ValueIterator end;
  if (stream_ != end) stream_.skip_to(passage);
  while (stream_ != end && !matches(stream_.get_docid())) ++stream_;
  is_at_end_ = stream_ == end;
  if (!is_at_end_) passage_ = stream_.get_docid();
}

bool PlaceFilter::matches(Xapian::docid passage) {
  if (common_query_) {
    if (common_query_->stands_in(value_of(common_, passage))) return true;
    if (!std::ranges::binary_search(has_others_, passage)) return false;
  }
  const std::string stream = value_of(stream_, passage);
  return sequence_.empty() ? !stretches(node_, stream).empty() : has_sequence(stream, sequence_);
}

}  // namespace

Xapian::Query place_filter(const MatchNode& node) {
  return Xapian::Query((new PlaceFilter(node))->release());
}

}  // namespace pipeline
