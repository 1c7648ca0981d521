#include "pipeline/read/paragraphs.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

TEST(Paragraphs, StandApartByABlankLine) {
  Paragraphs text;
  text.add("  eerste ");
  text.end_paragraph();
  text.end_paragraph();
  text.add(" tweede");
  text.end_line();
  text.add("regel");
  EXPECT_EQ(text.take(), "eerste\n\ntweede\nregel");
}

TEST(Paragraphs, FoldWhiteSpaceOnlyWhereAsked) {
  Paragraphs text;
  text.add("twee  spaties\ten een tab");
  text.end_paragraph();
  text.add_folded("\n  geen \n zorg\u00A0 ");
  text.add_folded("over\tpapier ");
  EXPECT_EQ(text.take(), "twee  spaties\ten een tab\n\ngeen zorg\u00A0 over papier");
}

TEST(Paragraphs, TakeLineEndsAndControlCharactersOutOfWords) {
  Paragraphs text;
  text.add("een\r\ntwee\rdrie\x01vier");
  EXPECT_EQ(text.take(), "een\ntwee\ndrie vier");
}

TEST(Paragraphs, PutTheCellsOfARowOnALine) {
  Paragraphs text;
  text.add("boven");
  text.begin_row();
  for (const char* cell : {"rol", "", "bestuurder"}) {
    text.end_paragraph();
    text.add(cell);
    text.end_paragraph();
    text.end_cell();
  }
  text.end_row();
  text.begin_row();
  text.end_cell();
  text.add("tweede rij");
  text.end_cell();
  text.end_row();
  text.add("onder");
  EXPECT_EQ(text.take(), "boven\n\nrol\t\tbestuurder\n\ntweede rij\n\nonder");
}

TEST(Paragraphs, KeepTheParagraphsWithinACell) {
  Paragraphs text;
  text.begin_row();
  text.add("links");
  text.end_cell();
  text.add("een");
  text.end_paragraph();
  text.add("twee");
  text.end_cell();
  text.end_row();
  EXPECT_EQ(text.take(), "links\teen\n\ntwee");
}

TEST(Paragraphs, AreEmptyWithNothingButWhiteSpace) {
  Paragraphs text;
  text.add(" \t ");
  text.end_paragraph();
  text.add_folded(" \n");
  EXPECT_TRUE(text.empty());
  EXPECT_EQ(text.take(), "");
}

}  // namespace
}  // namespace pipeline
