#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>

#include "pipeline/read/cases.h"
#include "tests/support/packed.h"
#include "tests/support/reading.h"

namespace pipeline {
namespace {

// Bytes, half of them in pieces that mean something to some reader.
rc::Gen<std::string> any_bytes() {
  static const std::vector<std::string> pieces{"<p>",
                                               "</p>",
                                               "<b>",
                                               "<table><tr><td>",
                                               "</div>",
                                               "<div hidden>",
                                               "<!--",
                                               "&euml;",
                                               "&#xD800;",
                                               "\r\n",
                                               "\n\n",
                                               "é",
                                               "\xEB",
                                               "\xC3",
                                               "\xEF\xBB\xBF",
                                               "# ",
                                               "- ",
                                               "```\n",
                                               "| a ",
                                               "> ",
                                               "WEBVTT\n",
                                               "00:01.000 --> 00:02.000\n",
                                               "<v Jan>",
                                               "{\\an8}",
                                               "[x](y)",
                                               "---\n",
                                               "bestand;",
                                               "\"",
                                               ";",
                                               "<w:p><w:r><w:t>",
                                               "</w:t></w:r></w:p>",
                                               "<text:p>",
                                               "</text:p>",
                                               "woord "};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(
                          rc::gen::elementOf(pieces), rc::gen::string<std::string>())),
                      [](const std::vector<std::string>& parts) {
                        std::string all;
                        for (const std::string& part : parts) all += part;
                        return all;
                      });
}

RC_GTEST_PROP(Reading, KeepsItsPromisesForAnyBytes, ()) {
  const std::string bytes = *any_bytes();
  for (const Format& format : formats())
    RC_ASSERT(broken_promise(bytes, "a" + format.endings.front()) == "");
}

RC_GTEST_PROP(Reading, KeepsItsPromisesForAnyPartsOfAPackage, ()) {
  const std::string bytes = *any_bytes();
  RC_ASSERT(broken_promise(docx(bytes), "a.docx") == "");
  RC_ASSERT(broken_promise(odt(bytes), "a.odt") == "");
}

RC_GTEST_PROP(Reading, LeavesPlainTextAsItIs, (std::vector<bool> ascii)) {
  std::string text = "begin";
  for (const bool is_ascii : ascii) text += is_ascii ? " woord\n" : "één\u2028😀";
  RC_ASSERT(read_bytes(text, "a.txt")->source == text);
}

RC_GTEST_PROP(Reading, GivesTheSameForTheSameBytes, ()) {
  const std::string bytes = *any_bytes();
  for (const char* name : {"a.html", "a.md", "a.vtt"})
    RC_ASSERT((read_bytes(bytes, name) == read_bytes(bytes, name)));
}

RC_GTEST_PROP(Decoding, GivesUtf8WithLineFeedsForAnyBytes, (const std::string& bytes)) {
  const auto decoded = decode(bytes, "a");
  if (!decoded) return;
  RC_ASSERT(is_valid_utf8(decoded->text));
  RC_ASSERT(decoded->text.find('\r') == std::string::npos);
  RC_ASSERT(is_valid_utf8(repaired_utf8(bytes)));
}

RC_GTEST_PROP(Cases, GiveCasesOrErrorsForAnyBytes, ()) {
  const auto cases = read_cases("bestand;spreker;datum\n" + *any_bytes(), "cases.csv");
  if (!cases) {
    RC_ASSERT(!cases.error().empty());
    return;
  }
  for (const auto& [file, row] : cases->files) {
    RC_ASSERT(!file.empty());
    RC_ASSERT(row.line > 1U);
  }
}

}  // namespace
}  // namespace pipeline
