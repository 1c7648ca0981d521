#include "pipeline/pseudonymise/identifiers.h"

#include <gtest/gtest.h>

#include <string>

#include "pipeline/pseudonymise/numbers.h"

namespace pipeline {
namespace {

// "e-mail(a@b.nl)": what is found, in order.
std::string found_in(const std::string& text) {
  std::string found;
  for (const Identifier& it : find_identifiers(text))
    found += (found.empty() ? "" : " ") + std::string(row_of(it.kind).name) + "(" +
             std::string(slice(text, it.span)) + ")";
  return found;
}

struct Case {
  const char *text, *expected;
};

TEST(FindIdentifiers, FindsWhatPointsToAPerson) {
  const Case cases[] = {
      {"Mail mij: joke.v.d.veen@zorg-oost.nl.", "e-mail(joke.v.d.veen@zorg-oost.nl)"},
      {"06-12345678", "telefoon(06-12345678)"},
      {"tel06-12345678en", "telefoon(06-12345678)"},
      {"bel 06 12 34 56 78, of", "telefoon(06 12 34 56 78)"},
      {"(020) 123 45 67", "telefoon((020) 123 45 67)"},
      {"+31 (0)6 12345678 en 0031612345678", "telefoon(+31 (0)6 12345678) telefoon(0031612345678)"},
      {"0512-345678", "telefoon(0512-345678)"},
      {"+32 475 12 34 56", "telefoon(+32 475 12 34 56)"},
      {"BSN 123456782", "bsn(123456782)"},
      {"BSN: 123456789", "bsn(123456789)"},
      {"nummer 1234.56.782.", "bsn(1234.56.782)"},
      {"NL91 ABNA 0417 1643 00", "iban(NL91 ABNA 0417 1643 00)"},
      {"nl91abna0417164300,", "iban(nl91abna0417164300)"},
      {"NL91 ABNA 0417 1643 01", "iban(NL91 ABNA 0417 1643 01)"},
      {"8012 XZ 14a in", "postcode(8012 XZ 14a)"},
      {"8012XZ", "postcode(8012XZ)"},
      {"geboren op 3 mei 1956 in", "geboortedatum(3 mei 1956)"},
      {"geb. 03-05-1956", "geboortedatum(03-05-1956)"},
      {"geboortedatum: 3/5/56", "geboortedatum(3/5/56)"},
      {"Zij woont Dorpsstraat 12a.", "adres(Dorpsstraat 12a)"},
      {"volg @joke_veen", "account(@joke_veen)"},
      {"zie https://www.linkedin.com/in/joke-veen.",
       "webpagina(https://www.linkedin.com/in/joke-veen)"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(found_in(text), expected) << text;
}

TEST(FindIdentifiers, PassesOverOtherNumbers) {
  for (const char* text :
       {"op 01-02-2023 10 mensen", "in 2020 we", "12.345.678 euro", "€ 123.456.782", "123456789",
        "art. 2.1.3 lid 4", "1500 MB", "van 2015 tot 2020", "00:12:04.000", "0800-1234",
        "https://www.zorg.nl/plan/123456782", "a@b", "10 @ 5", "[TELEFOON-1] en [E-MAIL]",
        "3 mei 1956", "weg 12", "1234567890123456"})
    EXPECT_EQ(found_in(text), "") << text;
}

TEST(Numbers, KnowTheirChecks) {
  EXPECT_TRUE(is_bsn("123456782"));
  EXPECT_FALSE(is_bsn("123456783"));
  EXPECT_FALSE(is_bsn("000000000"));
  EXPECT_TRUE(is_iban("NL91ABNA0417164300"));
  EXPECT_FALSE(is_iban("NL92ABNA0417164300"));
  EXPECT_FALSE(is_iban("N191ABNA0417164300"));
  EXPECT_TRUE(is_dutch_phone("0612345678"));
  EXPECT_FALSE(is_dutch_phone("0012345678"));
  EXPECT_FALSE(is_foreign_phone("0032475123456"));
}

}  // namespace
}  // namespace pipeline
