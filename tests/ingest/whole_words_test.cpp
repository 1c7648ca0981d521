#include "pipeline/ingest/whole_words.h"

#include <gtest/gtest.h>

#include "tests/support/pdf_pages.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/word_table.h"

namespace pipeline {
namespace {

TEST(WholeWords, AreInTheSourceOfAPdf) {
  const TemporaryFolder folder;
  const auto file = folder.write(
      "a.pdf", pdf({{{60, 100, "Er was een gedeel-"},
                     {60, 114, "de visie en een re\xEFntegratie-"},
                     {60, 128, "eis in Zuid-"},
                     {60, 142, "Holland, voor de pati\xEBnten-"},
                     {60, 156, "en cli\xEBntenraad van het langetermijnzorgverlenings-"},
                     {60, 170, "contract"}}}));
  const auto document = read_whole(file, {}, word_table());
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->source,
            "Er was een gedeelde visie en een reïntegratie-eis in Zuid-Holland, voor de patiënten- "
            "en cliëntenraad van het langetermijnzorgverleningscontract");
}

TEST(WholeWords, AreInTheCleanTextAloneOfOtherFormats) {
  const TemporaryFolder folder;
  const auto document =
      read_whole(folder.write("a.txt", "een gedeel-\nde visie"), {}, word_table());
  ASSERT_TRUE(document);
  EXPECT_EQ(document->source, "een gedeel-\nde visie");
}

TEST(WholeWords, MovePagesAndPartsWithThem) {
  Document document;
  document.source = "een gedeel-\nde visie\n\n1 Zie daar.";
  document.pages = {{0, 1}, {12, 2}};
  document.parts = {{{22, 33}, PartKind::note}};
  document.format = "pdf";
  document = with_whole_words(std::move(document), word_table());
  EXPECT_EQ(document.source, "een gedeelde visie\n\n1 Zie daar.");
  EXPECT_EQ(document.pages, (std::vector<PageStart>{{0, 1}, {10, 2}}));
  EXPECT_EQ(slice(document.source, document.parts[0].span), "1 Zie daar.");
}

}  // namespace
}  // namespace pipeline
