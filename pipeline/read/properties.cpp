#include "pipeline/read/properties.h"

#include <algorithm>
#include <array>
#include <string>

#include "pipeline/read/ascii.h"
#include "pipeline/read/decode.h"
#include "pipeline/read/paragraphs.h"

namespace pipeline {
namespace {

struct Property {
  std::string_view name, attribute;
};
constexpr std::array<Property, 17> properties{{{"title", "titel"},
                                               {"titel", "titel"},
                                               {"creator", "auteur"},
                                               {"initial-creator", "auteur"},
                                               {"author", "auteur"},
                                               {"auteur", "auteur"},
                                               {"created", "datum"},
                                               {"creation-date", "datum"},
                                               {"dcterms.created", "datum"},
                                               {"date", "datum"},
                                               {"datum", "datum"},
                                               {"subject", "onderwerp"},
                                               {"onderwerp", "onderwerp"},
                                               {"keywords", "trefwoorden"},
                                               {"keyword", "trefwoorden"},
                                               {"trefwoorden", "trefwoorden"},
                                               {"dc.creator", "auteur"}}};

}  // namespace

void set_property(Attributes& attributes, std::string_view property, std::string_view value) {
  const std::string name = lower_ascii(property);
  const auto* const row = std::find_if(properties.begin(), properties.end(),
                                       [&](const Property& p) { return p.name == name; });
  if (row == properties.end()) return;
  std::string text = repaired_utf8(folded_line(value));
  if (row->attribute == "datum") text = text.substr(0, text.find('T'));
  if (text.empty()) return;
  const auto [it, is_new] = attributes.try_emplace(std::string(row->attribute), text);
  // OpenDocument has an element for each keyword.
  if (!is_new && name == "keyword") it->second += ", " + text;
}

}  // namespace pipeline
