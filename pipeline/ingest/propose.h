// What was learned, said of the sentences of a study: as codings of the coder "learned@HASH" or
// "combined@HASH" with a probability, apart from those of all others; or only listed, to be read.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/ingest/models.h"
#include "pipeline/language/word_table.h"
#include "pipeline/lexicon/lexicon.h"
#include "pipeline/store/store.h"

namespace pipeline {

// One factor in one sentence that a model thinks of, probable enough to be proposed or not.
struct LikelyCoding {
  PassageId passage{};
  Span sentence;  // of the source
  Proposal proposal;
  bool is_probable = false;  // it passes the model's threshold
  bool is_coded = false;     // the lexicon or a person coded something of this factor there
  bool is_decided = false;   // a person coded it, or accepted or rejected it
};

// A document that does not resemble what was learned from.
struct Stranger {
  std::string path;
  double known = 0;  // share of its words that the model knows
};

struct ProposeReport {
  std::uint64_t documents = 0, sentences = 0, proposed = 0, decided = 0, withdrawn = 0;
  std::map<FactorId, std::uint64_t> by_factor;
  std::vector<Stranger> strangers;
};

class ProposingStudy {
 public:
  // All must outlive it.
  ProposingStudy(const Study& study, const WordTable& words, const Lexicon& lexicon,
                 KeptModel& model)
      : study_(study), words_(words), lexicon_(lexicon), model_(model) {}

  // Into the store, a document in a transaction. What people decided or coded stays as it is, and
  // is not proposed again; what learners proposed before goes.
  ProposeReport propose(Store& store, Proposer proposer) const;
  // Those with at least this probability, highest first.
  std::vector<LikelyCoding> candidates(const Store& store, Proposer proposer, double least) const;

 private:
  struct Document;
  template <typename Take>
  void for_each(const Store& store, Proposer proposer, double least, Take take) const;

  const Study& study_;
  const WordTable& words_;
  const Lexicon& lexicon_;
  KeptModel& model_;
};

// Takes back all that learners proposed and nobody decided on; returns how many those were.
std::uint64_t withdraw_learned(Store& store);

// Those that a decision on would teach most: the model doubts, and has few examples of the factor.
// Best first.
std::vector<LikelyCoding> read_next(std::vector<LikelyCoding> candidates, const Model& model,
                                    std::size_t most);

// Whether the model may speak of this lexicon's factors. The error says what to do.
std::optional<Error> unfit(const Model& model, const Lexicon& lexicon, const std::string& where);

}  // namespace pipeline
