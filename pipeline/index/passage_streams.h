// The streams (stream.h) of single passages, for who looks at a few of all: a page of hits, the
// lines of a concordance. Who reads those of all passages does so in the index's own order
// (passage_words.h).
#pragma once

#include <memory>
#include <string>

#include "pipeline/index/index.h"

namespace pipeline {

class PassageStreams {
 public:
  // `index` must outlive it.
  explicit PassageStreams(const Index& index);
  ~PassageStreams();
  PassageStreams(PassageStreams&&) noexcept;

  // Empty: the index does not have it, or it has no words. The first call reads the ids of all
  // passages; after it, passages cost least in rising order.
  std::string operator()(PassageId passage);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pipeline
