// A coding as a reader wants it quoted: the sentence that was coded within what was said around it.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "pipeline/store/store.h"

namespace pipeline {

struct Quotation {
  ShownCoding coding;
  // Of the passage, each on one line: what was coded, and what stands around it, cut at a blank
  // with "…" where more was said.
  std::string before, sentence, after;
};

// At most `around` bytes on either side of what was coded.
Quotation quotation_of(ShownCoding coding, std::size_t around);

// One after the other, in the order of `codings`; what the store has no more is passed over.
void for_each_quotation(const Store& store, std::span<const CodingId> codings, std::size_t around,
                        const std::function<void(const Quotation&)>& take);

}  // namespace pipeline
