// What is wrong with a user's data, as a value: the file or query, the place in it, what is wrong
// and what to do. Printed as "lexicon/relatie.toml:12:9: patroon 'vertrouw(': haakje ontbreekt".
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "pipeline/model/said.h"

namespace pipeline {

struct Error {
  Said message;         // one sentence, says what to do where that is not plain
  std::string where;    // file or part of the input; empty: nowhere in particular
  unsigned line = 0;    // from 1; 0: unknown
  unsigned column = 0;  // from 1, in code points; 0: unknown

  friend bool operator==(const Error&, const Error&) = default;
};

// "where:line:column: message", leaving out what is unknown. Of a text of one line, such as a
// query: "zoekvraag, teken 8: message".
std::string to_string(const Error& error);
Said said_of(const Error& error);  // the same, to be stored

template <typename T>
using Result = tl::expected<T, Error>;

// For input whose mistakes are reported together, such as a lexicon or cases.csv. Never empty.
using Errors = std::vector<Error>;
template <typename T>
using Checked = tl::expected<T, Errors>;

inline tl::unexpected<Error> failure(Said message, std::string where = {}, unsigned line = 0,
                                     unsigned column = 0) {
  return tl::unexpected<Error>(Error{std::move(message), std::move(where), line, column});
}

}  // namespace pipeline
