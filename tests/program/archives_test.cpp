// Archives as sources of documents.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"
#include "tests/support/packed.h"

namespace pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Archives : public testing::Test {
 protected:
  void SetUp() override { study_.create(); }
  nlohmann::json ingest(const std::string& bytes) const {
    study_.write("in/map.zip", bytes);
    return ingest();
  }
  nlohmann::json ingest() const {
    return json_of(study_.run({"ingest", study_.text("in"), "--format", "json"}));
  }
  static std::vector<std::string> kinds(const nlohmann::json& run) {
    std::vector<std::string> all;
    for (const auto& outcome : run["outcomes"])
      all.push_back(outcome["kind"].get<std::string>() + " " + outcome["path"].get<std::string>());
    return all;
  }
  ExampleStudy study_;
};

TEST_F(Archives, GiveADocumentAFileWithItsRowOfCases) {
  Parts parts{{"oost/interview.txt", example::interview},
              {"oost/verslag.docx", example::docx_of({"Er was vertrouwen."})},
              {"oost/cases.csv", "bestand;case\ninterview.txt;oost\nkwijt.txt;oost\n"}};
  const auto first = ingest(packed(parts));
  EXPECT_THAT(kinds(first),
              ElementsAre(HasSubstr("oost/cases.csv"), "added map.zip/oost/interview.txt",
                          "added map.zip/oost/verslag.docx"));
  EXPECT_THAT(first["outcomes"][0]["message"].get<std::string>(),
              HasSubstr("regel 3: 'kwijt.txt' is niet bij de bestanden"));
  EXPECT_THAT(study_.run({"search", "case:oost gedeelde"}).out,
              HasSubstr("1. map.zip/oost/interview.txt"));
  EXPECT_EQ(ingest()["unchanged"], 2);

  parts[1].second = example::docx_of({"Er was overleg."});
  parts[2].second = "bestand;case\ninterview.txt;west\n";
  parts.push_back({"west.txt", "Niemand belde."});
  const auto second = ingest(packed(parts));
  EXPECT_THAT(kinds(second),
              ElementsAre("changed map.zip/oost/interview.txt", "changed map.zip/oost/verslag.docx",
                          "added map.zip/west.txt"));
  parts.erase(parts.begin());
  const auto third = ingest(packed(parts));
  EXPECT_EQ(third["unchanged"], 2);
  EXPECT_EQ(third["missing"], 1);
  EXPECT_EQ(study_.run({"check"}).status, 0);
}

TEST_F(Archives, NameWhatIsBadEachTimeAndReadTheRest) {
  const Parts parts{
      {"../a.txt", "x"}, {"b.txt", "Er was vertrouwen."}, {"bom.txt", std::string(3 << 20, 'x')}};
  for (const char* kind : {"added", "unchanged"}) {
    const auto json = ingest(packed(parts));
    EXPECT_EQ(json[kind], 1) << kind;
    EXPECT_THAT(json["outcomes"][0]["path"].get<std::string>(), HasSubstr("map.zip/../a.txt"));
    EXPECT_EQ(json["outcomes"].back()["kind"], "refused");
    EXPECT_THAT(json["outcomes"].back()["message"].get<std::string>(), HasSubstr("ZIP-bom"));
  }
}

TEST_F(Archives, ThatAreEncryptedOrCutOffAreRefused) {
  const auto locked = ingest(packed({{"a.txt", "x"}}, "geheim"));
  ASSERT_EQ(locked["outcomes"].size(), 1U);
  EXPECT_EQ(locked["outcomes"][0]["path"], "map.zip/a.txt");
  EXPECT_THAT(locked["outcomes"][0]["message"].get<std::string>(),
              HasSubstr("met een wachtwoord versleuteld"));
  const std::string whole = packed({{"a.txt", "Er was vertrouwen."}});
  EXPECT_EQ(ingest(whole)["added"], 1);
  const auto cut = ingest(whole.substr(0, whole.size() / 2));
  EXPECT_EQ(cut["outcomes"][0]["path"], "map.zip");
  EXPECT_THAT(cut["outcomes"][0]["message"].get<std::string>(), HasSubstr("is beschadigd"));
  EXPECT_EQ(cut["missing"], 0);
  EXPECT_EQ(ingest(whole)["unchanged"], 1);
}

TEST_F(Archives, WithTheNameOfOneFromElsewhereAreRefusedOnce) {
  ingest(packed({{"a.txt", "Er was vertrouwen."}, {"b.txt", "Er was overleg."}}));
  study_.write("anders/map.zip", packed({{"a.txt", "Nee."}, {"b.txt", "Ja."}}));
  const auto json = json_of(study_.run({"ingest", study_.text("anders"), "--format", "json"}));
  ASSERT_EQ(json["outcomes"].size(), 1U);
  EXPECT_EQ(json["outcomes"][0]["path"], "map.zip");
  EXPECT_THAT(json["outcomes"][0]["message"].get<std::string>(), HasSubstr("uit een andere map"));
  EXPECT_EQ(json_of(study_.run(
                {"ingest", study_.text("anders"), "--vervang", "--format", "json"}))["changed"],
            2);
}

}  // namespace
}  // namespace pipeline
