#include "pipeline/statistics/figure.h"

#include "pipeline/model/tr.h"

namespace pipeline {

std::string_view to_string(Undefined reason) {
  switch (reason) {
    case Undefined::nothing_counted:
      return translated("er is niets geteld");
    case Undefined::nothing_shared:
      return translated("geen eenheid is door twee codeurs beoordeeld");
    case Undefined::one_category:
      return translated("alles valt in één categorie");
    case Undefined::one_part:
      return translated("er is maar één deel");
    case Undefined::empty_margin:
      return translated("een rij of kolom is leeg");
    case Undefined::never_together:
      return translated("ze komen nooit samen voor");
  }
  return "";
}

}  // namespace pipeline
