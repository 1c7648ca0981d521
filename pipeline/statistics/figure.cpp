#include "pipeline/statistics/figure.h"

namespace pipeline {

std::string_view to_string(Undefined reason) {
  switch (reason) {
    case Undefined::nothing_counted:
      return "er is niets geteld";
    case Undefined::nothing_shared:
      return "geen eenheid is door twee codeurs beoordeeld";
    case Undefined::one_category:
      return "alles valt in één categorie";
    case Undefined::one_part:
      return "er is maar één deel";
    case Undefined::empty_margin:
      return "een rij of kolom is leeg";
    case Undefined::never_together:
      return "ze komen nooit samen voor";
  }
  return "";
}

}  // namespace pipeline
