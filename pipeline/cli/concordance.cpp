#include "pipeline/cli/concordance.h"

#include <algorithm>

#include "pipeline/publish/passage_line.h"
#include "pipeline/search/places.h"

namespace pipeline {
namespace {

bool has_column(const WantedLines& wanted, std::string_view name) {
  return std::ranges::find(wanted.columns, name) != wanted.columns.end();
}

WantedParts parts_for(const WantedLines& wanted) {
  const bool needs_details = std::ranges::any_of(wanted.columns, [](const std::string& column) {
    return column != "tijd" && column != "valentie";
  });
  return {.codings = has_column(wanted, "valentie"), .details = needs_details};
}

// Of the coding whose sentence the node is in; the first one where there are several.
std::string valence_at(const FoundPassage& it, Span node) {
  for (const ShownCoding& coding : it.codings) {
    const std::uint32_t begin = it.passage.span.begin;
    const Span span{coding.coding.span.begin - begin, coding.coding.span.end - begin};
    if (coding.coding.status != CodingStatus::rejected && overlap(span, node))
      return word_of(coding.coding.valence);
  }
  return {};
}

std::string value_of(const FoundPassage& it, Span node, const std::string& column) {
  if (column == "document") return it.passage.path;
  if (column == "spreker") return it.passage.speaker;
  if (column == "tijd") return it.passage.start_ms ? clock_time(*it.passage.start_ms) : "";
  if (column == "valentie") return valence_at(it, node);
  const auto attribute = it.passage.attributes.find(column);
  return attribute == it.passage.attributes.end() ? std::string() : attribute->second;
}

class LineMaker {
 public:
  LineMaker(const Searcher& searcher, const PreparedQuery& query, const WantedLines& wanted)
      : query_(query),
        wanted_(wanted),
        is_of_words_(!asks_for_codings(query)),
        find_(searcher, query, parts_for(wanted)) {}

  // None where the store does not have the passage any more.
  std::optional<std::vector<KwicLine>> lines(PassageId id) {
    const auto found = find_(id);
    if (!found) return std::nullopt;
    auto lines = kwic_lines(found->passage.text, found->found, id, wanted_.window);
    for (KwicLine& line : lines)
      for (const std::string& column : wanted_.columns)
        line.values.push_back(value_of(*found, line.span, column));
    return lines;
  }

  // How many lines that would be: by the index alone where it can tell.
  std::optional<std::size_t> count(PassageId id) {
    if (is_of_words_)
      if (const auto known = count_lines(positions_of(query_, find_.stream(id)))) return known;
    const auto made = lines(id);
    return made ? std::optional(made->size()) : std::nullopt;
  }

 private:
  const PreparedQuery& query_;
  const WantedLines& wanted_;
  bool is_of_words_;
  PassageFinder find_;
};

Concordance first_lines(LineMaker& make, const std::vector<PassageId>& passages,
                        const WantedLines& wanted) {
  Concordance result;
  FirstLines first(wanted.most, wanted.keys);
  for (const PassageId id : passages) {
    if (!first.takes_more()) {
      const auto counted = make.count(id);
      result.passages += counted ? 1 : 0;
      result.all += counted.value_or(0);
      continue;
    }
    auto lines = make.lines(id);
    if (!lines) continue;
    ++result.passages;
    result.all += lines->size();
    for (KwicLine& line : *lines) first.add(std::move(line));
  }
  result.lines = first.take();
  return result;
}

// All are counted before any is drawn.
Concordance drawn_lines(LineMaker& make, const std::vector<PassageId>& passages,
                        const WantedLines& wanted) {
  Concordance result;
  std::vector<std::uint32_t> counts;
  for (const PassageId id : passages) {
    const auto counted = make.count(id);
    counts.push_back(static_cast<std::uint32_t>(counted.value_or(0)));
    result.passages += counted ? 1 : 0;
    result.all += counts.back();
  }
  const auto drawn = draw_places(result.all, wanted.sample, wanted.seed);
  FirstLines first(wanted.most, wanted.keys);
  auto place = drawn.begin();
  for (std::uint64_t begin = 0, i = 0; place != drawn.end(); begin += counts[i++]) {
    if (*place >= begin + counts[i]) continue;
    auto lines = make.lines(passages[i]);
    for (; place != drawn.end() && *place < begin + counts[i]; ++place)
      if (lines && *place - begin < lines->size()) first.add(std::move((*lines)[*place - begin]));
  }
  result.lines = first.take();
  return result;
}

}  // namespace

Concordance concordance_of(const Searcher& searcher, const PreparedQuery& query,
                           const WantedLines& wanted) {
  LineMaker make(searcher, query, wanted);
  const std::vector<PassageId> passages = searcher.search.all(query);
  return wanted.sample > 0 ? drawn_lines(make, passages, wanted)
                           : first_lines(make, passages, wanted);
}

}  // namespace pipeline
