#include "pipeline/publish/docx.h"

#include <gtest/gtest.h>

#include "pipeline/read/read.h"

namespace pipeline {
namespace {

std::string written() {
  DocxWriter docx("Citaten & meer", "nl-NL");
  docx.add(ParagraphStyle::title, "Citaten & meer");
  docx.add(ParagraphStyle::heading1, "Vertrouwen");
  docx.add(ParagraphStyle::quotation, {{"\u201cEerst. ", false, true}, {"<Nu> \x07 wel.", true}});
  return docx.bytes();
}

// Our own reader of Word documents finds what was put in.
TEST(Docx, IsReadBack) {
  const auto read = read_bytes(written(), "citaten.docx");
  ASSERT_TRUE(read) << to_string(read.error());
  // Behind the body stands the foot, with the number of a page.
  EXPECT_EQ(read->source, "Citaten & meer\n\nVertrouwen\n\n\u201cEerst. <Nu>   wel.\n\n1");
}

TEST(Docx, IsTheSameBytesEveryTime) {
  EXPECT_EQ(written(), written());
}

}  // namespace
}  // namespace pipeline
