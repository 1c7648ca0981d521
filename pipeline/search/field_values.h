// The fields of a query (factor:, rol:, datum: ...) and the values that they can have in a study.
// What does not exist is refused with the names that come near: "factor:vertrouwn".
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/index/index.h"
#include "pipeline/model/factor.h"
#include "pipeline/model/result.h"
#include "pipeline/search/match.h"
#include "pipeline/search/query.h"

namespace pipeline {

class FieldValues {
 public:
  // `index` must outlive it.
  FieldValues(const Index& index, std::span<const Factor> factors);

  // `field` is a field node of the query `text`, which errors point into.
  Result<MatchNode> resolve(const QueryNode& field, std::string_view text) const;

 private:
  using Resolved = tl::expected<MatchNode, std::string>;  // the error's message

  Resolved factor(const std::string& value) const;
  Resolved theme(const std::string& value) const;
  Resolved valence(const std::string& value) const;
  Resolved modality(const std::string& value) const;
  Resolved coder(const std::string& value) const;
  Resolved speaker(const std::string& value) const;
  Resolved speaker_kind(const std::string& value) const;
  Resolved language(const std::string& value) const;
  Resolved part(const std::string& value) const;
  Resolved pages(const std::string& value) const;
  Resolved document(const std::string& value) const;
  Resolved dates(const std::string& value) const;
  Resolved attribute(const std::string& name, const std::string& value) const;
  // The terms behind `prefix` and `start` whose rest is `value`, or begins so where it ends in '*';
  // `what` opens the message if there are none, and is translated.
  Resolved among(char prefix, const std::string& start, std::string value,
                 std::string_view what) const;

  const Index& index_;
  std::vector<std::string> factors_, themes_, attributes_;
  std::map<std::string, std::vector<std::string>> factors_of_;  // by theme
  std::map<std::string, Resolved (FieldValues::*)(const std::string&) const> fields_;
};

}  // namespace pipeline
