// What points to a person by its very form, whatever the name: mail addresses, telephone numbers,
// BSN (with its check), IBAN (with its check), postcodes with a house number, dates of birth,
// streets with a number, accounts of social media. "Bel 06-12345678" has a telephone number.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/model/span.h"
#include "pipeline/model/tr.h"

namespace pipeline {

enum class IdentifierKind : std::uint8_t {
  mail,
  phone,
  bsn,
  iban,
  postcode,
  birth_date,
  address,
  account,
  web_page
};

// How it is called, what stands for it, and whether it is replaced without being listed.
struct IdentifierRow {
  IdentifierKind kind;
  std::string_view name, tag;
  bool is_replaced;
};
inline constexpr std::array<IdentifierRow, 9> identifier_rows{{
    {IdentifierKind::mail, tr_later("e-mail"), "[E-MAIL]", true},
    {IdentifierKind::phone, tr_later("telefoon"), "[TELEFOON]", true},
    {IdentifierKind::bsn, tr_later("bsn"), "[BSN]", true},
    {IdentifierKind::iban, tr_later("iban"), "[IBAN]", true},
    {IdentifierKind::postcode, tr_later("postcode"), "[POSTCODE]", true},
    {IdentifierKind::birth_date, tr_later("geboortedatum"), "[GEBOORTEDATUM]", false},
    {IdentifierKind::address, tr_later("adres"), "[ADRES]", false},
    {IdentifierKind::account, tr_later("account"), "[ACCOUNT]", false},
    {IdentifierKind::web_page, tr_later("webpagina"), "[WEBPAGINA]", false},
}};
constexpr const IdentifierRow& row_of(IdentifierKind kind) {
  return identifier_rows[static_cast<std::size_t>(kind)];
}

struct Identifier {
  Span span;
  IdentifierKind kind{};

  friend bool operator==(const Identifier&, const Identifier&) = default;
};

// In order, not overlapping. `clean` is normalised. Linear.
std::vector<Identifier> find_identifiers(std::string_view clean);

}  // namespace pipeline
