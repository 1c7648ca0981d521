#include "pipeline/read/readers.h"
#include "pipeline/read/refusals.h"
#include "pipeline/read/rtf_text.h"
#include "pipeline/read/rtf_tokens.h"

namespace pipeline {

Result<Document> read_rtf(std::string_view bytes, const std::string& name, const ReadLimits& limits,
                          const ReadOptions& options) {
  RtfTokens tokens(bytes);
  RtfText text(limits, options);
  RtfText::End end = RtfText::End::none;
  while (end == RtfText::End::none) end = text.add(tokens.next());
  if (end == RtfText::End::too_deep) return failure(nested_too_deep(limits), name);
  if (end == RtfText::End::cut_off)
    return failure(said("het bestand is beschadigd of afgekapt: het houdt op midden in de tekst; "
                        "open het in een tekstverwerker en sla het opnieuw op"),
                   name);
  return text.take();
}

}  // namespace pipeline
