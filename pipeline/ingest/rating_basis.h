// The sentences that a person's rating of a cell rests on, as one hash: it is another one as soon
// as a text or a coding behind the cell is.
#pragma once

#include <span>
#include <string>

#include "pipeline/store/store.h"

namespace pipeline {

// Whatever the order and the ids of the codings.
std::string rating_basis(const Store& store, std::span<const CodingId> codings);

}  // namespace pipeline
