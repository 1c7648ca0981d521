#include "pipeline/ingest/output_record.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

OutputRecord example_record() {
  OutputRecord record;
  record.words = {"table", "--where", "a_b \"c\" & <d> 50% é\n~", "--test", ""};
  record.documents = "0123456789ab";
  record.lexicon = "33931039948c";
  record.settings = record.decisions = "ffffffffffff";
  record.program = "0.1.0";
  record.run = 12;
  record.started = "2026-11-29T19:42:48Z";
  record.content = "abcdefabcdef";
  return record;
}

TEST(OutputRecord, IsFoundAgainAmongOtherWordsAndBrokenLines) {
  std::string line = line_of(example_record());
  EXPECT_EQ(line.find_first_of("_&<>\"'%~\\$#{}*`[|\n"), std::string::npos)
      << "nothing that a form of table would escape: " << line;
  for (std::size_t at = line.find(' ', 60); at != std::string::npos; at = line.find(' ', at + 60))
    line.replace(at, 1, "\n  ");
  const auto found = find_record("Kenmerk van de cases; opdracht: geen.\n" + line + "\nmeer");
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->record == example_record());
  EXPECT_TRUE(found->is_intact);
}

TEST(OutputRecord, IsReadInEitherLanguageWhateverIsSpoken) {
  OutputRecord record = example_record();
  record.language = Language::english;
  record.queries = "0f0f0f0f0f0f";
  const std::string line = line_of(record);
  EXPECT_TRUE(line.starts_with("Mark " + id_of(record) + "; command: table ")) << line;
  EXPECT_TRUE(line.ends_with("; to be checked with samenspel verify.")) << line;
  EXPECT_TRUE(is_record_line(line));
  EXPECT_TRUE(is_record_line(line_of(example_record())));
  EXPECT_FALSE(is_record_line("Counted: codings."));
  for (const Language language : {Language::dutch, Language::english}) {
    const Speaking speaking(language);
    const auto found = find_record("Kenmerk van de cases.\n" + line);
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->record == record);
    EXPECT_TRUE(found->is_intact);
  }
}

TEST(OutputRecord, HasWhatSavedQueriesSayWhereItRestsOnThem) {
  OutputRecord record = example_record();
  record.queries = "0f0f0f0f0f0f";
  EXPECT_NE(id_of(record), id_of(example_record()));
  const auto found = find_record(line_of(record));
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->record == record);
  EXPECT_TRUE(found->is_intact);
}

TEST(OutputRecord, KnowsThatItsIdIsNotItsOwn) {
  std::string line = line_of(example_record());
  line.replace(line.find("33931039948c"), 1, "4");
  const auto found = find_record(line);
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->is_intact);
}

TEST(OutputRecord, IsNotFoundWhereItIsNotWhole) {
  const std::string line = line_of(example_record());
  for (std::size_t size = 0; size < line.size(); ++size)
    EXPECT_FALSE(find_record(line.substr(0, size))) << size;
  EXPECT_FALSE(find_record(""));
}

TEST(OutputRecord, HasAnIdOfAllThatItRestsOnButNotOfTheRun) {
  const std::string id = id_of(example_record());
  OutputRecord other = example_record();
  other.run = 13;
  other.started = "later";
  EXPECT_EQ(id_of(other), id);
  for (std::string OutputRecord::*part :
       {&OutputRecord::documents, &OutputRecord::lexicon, &OutputRecord::settings,
        &OutputRecord::decisions, &OutputRecord::program}) {
    OutputRecord changed = example_record();
    changed.*part = "x";
    EXPECT_NE(id_of(changed), id);
  }
  OutputRecord asked = example_record();
  asked.words.pop_back();
  EXPECT_NE(id_of(asked), id);
}

TEST(ContentHash, IsOfCellsAndMarksAndNotOfNotes) {
  Table table{"T", {{"a", "a"}}, {{{Cell{std::int64_t{1}}}}}, {"noot"}};
  const std::string hash = content_hash(table);
  table.notes.clear();
  EXPECT_EQ(content_hash(table), hash);
  table.rows[0].marks = {"°"};
  EXPECT_NE(content_hash(table), hash);
  table.rows[0] = {{Cell{std::int64_t{2}}}};
  EXPECT_NE(content_hash(table), hash);
}

}  // namespace
}  // namespace pipeline
