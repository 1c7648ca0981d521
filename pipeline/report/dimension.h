// One way to tell codings apart: by factor, by document, by the attribute "rol" ... as a list of
// values and, for every passage or every coding, the number of its value: with values {bestuurder,
// wethouder}, the passage of an alderman has 1.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/coded_document.h"
#include "pipeline/model/factor.h"
#include "pipeline/model/result.h"
#include "pipeline/model/tr.h"

namespace pipeline {

inline constexpr std::string_view no_value = tr_later("(geen)");

struct DimensionValue {
  std::string key;    // "gedeelde-visie"; "(geen)" where a passage has none
  std::string label;  // "Gedeelde visie"; as the key where there is no better name
};

// What becomes of values that nothing in a table has.
enum class EmptyValues : std::uint8_t { dropped, on_request, kept };

struct Dimension {
  std::string name;          // "factor", "rol"
  std::string title;         // "Factor", "Rol"
  std::string noun;          // within a sentence: "factor", in English "theme"
  bool of_passages = false;  // else of codings
  EmptyValues empty_values = EmptyValues::dropped;
  bool has_labels = false;             // other than the keys
  std::vector<DimensionValue> values;  // in the order of a table
  std::vector<std::uint32_t> of;       // value of each passage, or of each coding, of the facts

  std::uint32_t value(const CorpusFacts& facts, std::size_t coding) const {
    return of[of_passages ? facts.codings[coding].passage : coding];
  }
};

// Names are those of dimension_names() and their English equals ("theme", "speaker").
Result<Dimension> dimension(std::string_view name, const CorpusFacts& facts,
                            std::span<const Factor> factors);

// Of the value with this key; values.size() where there is none.
std::size_t place_of(const Dimension& dimension, std::string_view key);

// Drops the values that are not `used` (one entry a value) and numbers the rest anew.
void keep_used(Dimension& dimension, const std::vector<bool>& used);

}  // namespace pipeline
