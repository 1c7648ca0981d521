#include "pipeline/chart/png.h"

#include <fmt/format.h>

#include "pipeline/model/tr.h"
#include "pipeline/read/child.h"

namespace pipeline {

Result<std::string> png_of(std::string_view svg, double zoom) {
  const auto program = find_program("rsvg-convert");
  if (!program)
    return failure(tr(
        "voor PNG is het programma rsvg-convert nodig; installeer het pakket librsvg2-bin, of kies "
        "een naam op .svg"));
  ChildOutput output = run_child(*program, {"--format", "png", "--zoom", fmt::format("{}", zoom)},
                                 svg, ChildLimits{});
  if (output.end != ChildEnd::done || output.text.empty())
    return failure(tr("rsvg-convert kon van deze grafiek geen PNG maken; kies een naam op .svg"));
  return std::move(output.text);
}

}  // namespace pipeline
