#include "pipeline/chart/codings_to_draw.h"

#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/frequency_notes.h"

namespace pipeline {

Result<CodingsToDraw> codings_to_draw(const FactsToDraw& from, const std::string& factor,
                                      CountUnit unit) {
  auto selection = select(from.facts, from.scope);
  if (!selection) return tl::unexpected(selection.error());
  auto by = dimension("factor", from.facts, from.factors);
  if (!by) return tl::unexpected(by.error());
  CodingsToDraw drawn{std::move(*selection), std::move(*by), {}, {}, {}};
  std::optional<std::uint32_t> wanted;
  std::vector<std::string> known;
  for (std::uint32_t i = 0; i < drawn.factor.values.size(); ++i) {
    const DimensionValue& value = drawn.factor.values[i];
    known.push_back(value.key);
    if (value.key != factor && value.label != factor) continue;
    wanted = i;
    drawn.factor_label = value.label;
  }
  if (!factor.empty() && !wanted)
    return failure(tr("factor '{}' komt niet voor", factor) + suggest(factor, known));
  for (const std::uint32_t coding : drawn.selection.codings)
    if (!wanted || drawn.factor.of[coding] == *wanted) drawn.codings.push_back(coding);
  drawn.notes = count_notes(unit, from.facts, drawn.selection, from.scope, from.run);
  return drawn;
}

}  // namespace pipeline
