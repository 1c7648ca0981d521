#include "pipeline/report/cell.h"

#include <fmt/core.h>

#include <algorithm>

#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/model/utf8.h"
#include "pipeline/report/dimension.h"
#include "pipeline/report/scope.h"

namespace pipeline {
namespace {

unsigned column_of(std::string_view text, std::size_t at) {
  return static_cast<unsigned>(count_code_points(text.substr(0, at))) + 1;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// Reads "name=value,name=value" from front to back.
class CellReader {
 public:
  explicit CellReader(std::string_view text) : text_(text) {}

  Result<std::vector<CellCondition>> read() {
    std::vector<CellCondition> conditions;
    while (true) {
      auto condition = read_condition();
      if (!condition) return tl::unexpected(condition.error());
      conditions.push_back(std::move(*condition));
      if (at_ == text_.size()) return conditions;
      ++at_;  // the comma
    }
  }

 private:
  Result<CellCondition> read_condition() {
    const std::size_t start = at_;
    const std::size_t equals = text_.find_first_of("=,", at_);
    if (equals == std::string_view::npos || text_[equals] == ',')
      return wrong(start, tr("hier hoort kenmerk=waarde te staan, zoals factor=vertrouwen"));
    const std::string_view name = trimmed(text_.substr(start, equals - start));
    if (name.empty()) return wrong(start, tr("voor '=' ontbreekt het kenmerk"));
    at_ = std::min(text_.find_first_not_of(' ', equals + 1), text_.size());
    if (at_ < text_.size() && text_[at_] == '"') {
      auto value = read_quoted();
      if (!value) return tl::unexpected(value.error());
      return CellCondition{std::string(name), std::move(*value)};
    }
    const std::size_t end = std::min(text_.find(',', at_), text_.size());
    const std::string_view value = trimmed(text_.substr(at_, end - at_));
    at_ = end;
    return CellCondition{std::string(name), std::string(value)};
  }

  // From the opening quote to the comma or the end after the closing one.
  Result<std::string> read_quoted() {
    const std::size_t open = at_++;
    std::string value;
    for (;; ++at_) {
      if (at_ == text_.size()) return wrong(open, tr("dit aanhalingsteken wordt niet gesloten"));
      if (text_[at_] == '"' && (++at_ == text_.size() || text_[at_] != '"')) break;
      value += text_[at_];
    }
    at_ = std::min(text_.find_first_not_of(' ', at_), text_.size());
    if (at_ < text_.size() && text_[at_] != ',')
      return wrong(at_, tr("hier hoort een komma te staan"));
    return value;
  }

  tl::unexpected<Error> wrong(std::size_t at, std::string message) const {
    return failure(std::move(message), tr("cel"), 1, column_of(text_, at));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::string lower(std::string_view text) {
  std::string folded(text);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return folded;
}

Result<std::uint32_t> find_value(const Dimension& dimension, const std::string& wanted) {
  const std::string key = wanted.empty() ? std::string(no_value) : wanted;
  std::vector<std::string> known;
  for (std::uint32_t i = 0; i < dimension.values.size(); ++i)
    if (dimension.values[i].key == key) return i;
  for (std::uint32_t i = 0; i < dimension.values.size(); ++i) {
    const DimensionValue& value = dimension.values[i];
    if (lower(value.key) == lower(key) || lower(value.label) == lower(key)) return i;
    known.push_back(value.key);
  }
  return failure(tr("{} '{}' komt niet voor{}", dimension.noun, key, suggest(key, known)),
                 tr("cel"));
}

}  // namespace

Result<std::vector<CellCondition>> parse_cell(std::string_view text) {
  return CellReader(text).read();
}

Result<std::vector<CodingId>> cell(const CorpusFacts& facts, std::span<const Factor> factors,
                                   std::span<const CellCondition> conditions,
                                   const FrequencyScope& scope) {
  auto selection = select(facts, scope);
  if (!selection) return tl::unexpected(selection.error());
  std::vector<std::uint32_t>& codings = selection->codings;
  for (const CellCondition& condition : conditions) {
    const auto by = dimension(condition.dimension, facts, factors);
    if (!by) return failure(by.error().message, tr("cel"));
    const auto wanted = find_value(*by, condition.value);
    if (!wanted) return tl::unexpected(wanted.error());
    std::erase_if(codings, [&](std::uint32_t i) { return by->value(facts, i) != *wanted; });
  }
  std::vector<CodingId> ids;
  for (const std::uint32_t coding : codings) ids.push_back(facts.codings[coding].id);
  return ids;
}

}  // namespace pipeline
