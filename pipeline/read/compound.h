// Compound files, in which Office kept documents before 2007 and keeps encrypted ones today: what
// stands in one is told by the names of its streams.
#pragma once

#include <string_view>

namespace pipeline {

enum class CompoundKind { none, word, encrypted, sheet, slides, other };

// `none` for bytes that are no compound file.
CompoundKind compound_kind(std::string_view bytes);
// For a message, to be translated: "een oud Word-document (.doc)".
std::string_view name_of(CompoundKind kind);

}  // namespace pipeline
