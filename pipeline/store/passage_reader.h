// Passages of a study one after another, to be shown. What hangs on their document, its text and
// who speaks in it, is read once for all that follow each other:
//   PassageReader read(store);  for (const PassageId id : found) show(read(id));
#pragma once

#include <memory>
#include <optional>

#include "pipeline/store/store.h"

namespace pipeline {

class PassageReader {
 public:
  // `store` must outlive it, and not be written to. Holds the text of one document at most.
  explicit PassageReader(const Store& store);
  ~PassageReader();
  PassageReader(PassageReader&&) noexcept;

  // None where the store does not have it. Cost, for another document than the last: its text.
  std::optional<ShownPassage> operator()(PassageId passage);
  // Its text, where it stands and when it was said alone; path, speaker, attributes and language
  // are left empty. For those who read thousands.
  std::optional<ShownPassage> words(PassageId passage);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pipeline
