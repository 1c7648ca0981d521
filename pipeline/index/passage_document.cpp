#include "pipeline/index/passage_document.h"

#include <xapian.h>

#include <algorithm>

#include "pipeline/index/common_words.h"
#include "pipeline/index/fields.h"

namespace pipeline {

Xapian::Document passage_document(const PassageValues& values, std::span<const std::string> whole,
                                  std::vector<StreamTerm>& terms) {
  read_stream(values.stream, terms);
  const std::string common = common_part(terms);
  // Each term is given to Xapian once, with its count.
  std::sort(terms.begin(), terms.end(),
            [](const StreamTerm& a, const StreamTerm& b) { return a.term < b.term; });
  Xapian::Document passage;
  for (auto it = terms.begin(); it != terms.end();) {
    const auto next = std::find_if(
        it, terms.end(), [&it](const StreamTerm& other) { return other.term != it->term; });
    passage.add_term(std::string(it->term), static_cast<Xapian::termcount>(next - it));
    it = next;
  }
  for (const std::string& term : whole) passage.add_boolean_term(term);
  passage.add_value(slot::passage, values.id);
  if (!values.date.empty()) passage.add_value(slot::date, values.date);
  passage.add_value(slot::stream, values.stream);
  if (!common.empty()) passage.add_value(slot::common, common);
  return passage;
}

}  // namespace pipeline
