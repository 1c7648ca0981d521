#include "pipeline/read/decode.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

using namespace std::string_literals;

std::string joined(const std::vector<Said>& warnings) {
  std::string all;
  for (const std::string& warning : warnings) all += warning + '\n';
  return all;
}

struct Row {
  std::string bytes, text, encoding;
};

TEST(Decode, ReadsEachEncoding) {
  const std::vector<Row> rows{
      {"geen zorg", "geen zorg", "UTF-8"},
      {"pati\xC3\xABnt", "patiënt", "UTF-8"},
      {"\xEF\xBB\xBFpati\xC3\xABnt", "patiënt", "UTF-8"},
      {"\xFF\xFE\xEB\0n\0"s, "ën", "UTF-16LE"},
      {"\xFE\xFF\0\xEB\0n"s, "ën", "UTF-16BE"},
      {"\xFF\xFE\0\0\xEB\0\0\0"s, "ë", "UTF-32LE"},
      {"p\0a\0t\0i\0\xEB\0n\0t\0"s, "patiënt", "UTF-16LE"},
      {"\0p\0a\0t\0i\0\xEB\0n\0t"s, "patiënt", "UTF-16BE"},
      {"de pati\xEBnt zei: \x93z\xF3 niet\x94, \x80 12", "de patiënt zei: “zó niet”, € 12",
       "windows-1252"},
      {"de pati\x89nt en de co\x94rdinator", "de patiënt en de coördinator", "ibm-850_P100-1995"},
      {"de pati\x91nt en de co\x9Ardinator", "de patiënt en de coördinator", "macintosh"}};
  for (const Row& row : rows) {
    const auto decoded = decode(row.bytes, "a.txt");
    ASSERT_TRUE(decoded) << row.text;
    EXPECT_EQ(decoded->text, row.text);
    EXPECT_EQ(decoded->encoding, row.encoding);
  }
}

TEST(Decode, MakesEveryLineEndALineFeed) {
  EXPECT_EQ(decode("a\r\nb\rc\n\r\nd\r", "a.txt")->text, "a\nb\nc\n\nd\n");
}

TEST(Decode, SaysWhatItAssumedOrReplaced) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"z\xF3 niet", "windows-1252"},
      {"pati\x89nt en co\x94rdinator", "codepagina 850"},
      {"p\0a\0t\0i\0"s, "UTF-16LE"},
      {"pati\xC3\x83\xC2\xABnt", "tweemaal gecodeerd"},
      {"\xEF\xBB\xBFz\xC3 niet", "1 onleesbare tekens"},
      {"éééééééééééééééééééé éééé \xC3 kapot", "1 onleesbare tekens"}};
  for (const auto& [bytes, said] : rows) {
    const auto decoded = decode(bytes, "a.txt");
    ASSERT_TRUE(decoded) << said;
    EXPECT_NE(joined(decoded->warnings).find(said), std::string::npos)
        << said << " / " << joined(decoded->warnings);
  }
  EXPECT_TRUE(decode("pati\xC3\xABnt", "a.txt")->warnings.empty());
}

// The Cyrillic letters stand in windows-1251 as they do in Unicode, from 0xC0 on.
std::string in_windows_1251(std::u16string_view text) {
  std::string bytes;
  for (const char16_t c : text) bytes += static_cast<char>(c < 0x80 ? c : c - u'А' + 0xC0);
  return bytes;
}

TEST(Decode, ReadsOtherScriptsByIcu) {
  const auto decoded =
      decode(in_windows_1251(
                 u"Мы работаем вместе уже три года, и это непросто. Сначала никто не доверял "
                 u"другим, но потом мы стали говорить о том, что для нас важно в этой работе."),
             "a.txt");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->encoding, "windows-1251");
  EXPECT_TRUE(decoded->text.starts_with("Мы работаем"));
}

TEST(Decode, RefusesWhatIsNoText) {
  for (const std::string& bytes :
       {"a\0b"s, "\x01\x02\x03\x04 abc"s, "\xFF\xFE\0\0\0\0\0\0"s, "\xEF\xBB\xBF a\0"s}) {
    const auto decoded = decode(bytes, "opname.txt");
    ASSERT_FALSE(decoded);
    EXPECT_EQ(decoded.error().where, "opname.txt");
    EXPECT_NE(decoded.error().message.find("binair bestand"), std::string::npos);
  }
}

TEST(Decode, BelievesALabelOnlyWhereTheBytesAllowIt) {
  EXPECT_EQ(decode_labelled("\xE9\xE9n", "ISO-8859-1", "a.html")->text, "één");
  EXPECT_EQ(decode_labelled("\x93z\xF3\x94", "iso-8859-1", "a.html")->text, "“zó”");
  EXPECT_EQ(decode_labelled("\xC3\xA9\xC3\xA9n", "iso-8859-1", "a.html")->text, "één");
  EXPECT_EQ(decode_labelled("\xE9\xE9n", "utf-8", "a.html")->text, "één");
  EXPECT_EQ(decode_labelled("\xE9\xE9n", "geen-code", "a.html")->text, "één");
  EXPECT_EQ(decode_labelled("\xC4\xEE\xE1", "windows-1251", "a.html")->text, "Доб");
}

TEST(Utf8, IsValidOnlyInItsShortestForm) {
  for (const char* good : {"", "a", "\xC2\x80", "\xED\x9F\xBF", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF"})
    EXPECT_TRUE(is_valid_utf8(good)) << good;
  for (const char* bad :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE2\x82",
        "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3x"})
    EXPECT_FALSE(is_valid_utf8(bad));
}

TEST(Utf8, IsRepairedAStretchAtATime) {
  EXPECT_EQ(repaired_utf8("a\xE2\x82z\xFF"), "a\uFFFDz\uFFFD");
  EXPECT_EQ(repaired_utf8("gaaf één"), "gaaf één");
  const std::string long_text(100, 'x');
  EXPECT_EQ(repaired_utf8(long_text + "\xC3"), long_text + "\uFFFD");
}

}  // namespace
}  // namespace pipeline
