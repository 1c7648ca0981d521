#include "pipeline/index/values.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

TEST(Values, KeepTheOrderOfPassages) {
  const PassageId ids[] = {
      passage_id(DocumentId{0}, 1),   passage_id(DocumentId{1}, 1),
      passage_id(DocumentId{1}, 255), passage_id(DocumentId{1}, 256),
      passage_id(DocumentId{300}, 1), passage_id(DocumentId{0xFFFFFFFF}, max_ordinal)};
  std::string before;
  for (const PassageId id : ids) {
    const std::string value = passage_value(id);
    EXPECT_EQ(passage_in_value(value), id);
    EXPECT_LT(before, value);
    before = value;
  }
}

TEST(Values, NameDocumentsInKeys) {
  EXPECT_EQ(document_in_key(document_key(DocumentId{4294967295})), DocumentId{4294967295});
  for (const char* const key : {"format", "document:", "document:1x", "document:99999999999"})
    EXPECT_FALSE(document_in_key(key).has_value()) << key;
}

}  // namespace
}  // namespace pipeline
