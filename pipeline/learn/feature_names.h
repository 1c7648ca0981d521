// The features that models know sentences by, numbered: "w:overleggen" (a lemma), "d:werk" (a part
// of a compound), "g:partij" (a word group), "p:koffie staan" (two words next to each other). Names
// are kept in models and packs, and are what an explanation is made of.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pipeline {

using FeatureId = std::uint32_t;

class FeatureNames {
 public:
  FeatureNames() = default;
  FeatureNames(FeatureNames&&) = default;
  FeatureNames& operator=(FeatureNames&&) = default;

  // The number of a name, a new one the first time; none for a new one once they are frozen.
  std::optional<FeatureId> operator()(std::string_view name);
  void freeze() { is_frozen_ = true; }
  const std::string& name(FeatureId id) const { return names_[id]; }
  std::size_t size() const { return names_.size(); }

 private:
  std::deque<std::string> names_;  // addresses stay
  std::unordered_map<std::string_view, FeatureId> numbers_;
  bool is_frozen_ = false;
};

}  // namespace pipeline
