#include "pipeline/read/html_shortened.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "pipeline/read/html.h"
#include "pipeline/read/html_markup.h"
#include "tests/support/unshortened.h"

namespace pipeline {
namespace {

const std::string stretch = "Wij hebben samen een huis gebouwd waar iedereen terecht kan";

TEST(MarkupOfAPage, EndsWhereTheTokeniserEndsIt) {
  using enum Markup::Kind;
  struct Row {
    std::string html;
    Markup::Kind kind;
    std::string name;
    std::size_t attributes;
    std::string rest;
  };
  const std::vector<Row> rows{{"<p>x", start_tag, "p", 0, "x"},
                              {"</Div >x", end_tag, "Div", 0, "x"},
                              {"<p title='a > b' hidden>x", start_tag, "p", 2, "x"},
                              {"<p title = \"a > b\">x", start_tag, "p", 1, "x"},
                              {"<p title= a'b>'x", start_tag, "p", 1, "'x"},
                              {"<p a'b>'x", start_tag, "p", 1, "'x"},
                              {"<p =a>x", start_tag, "p", 1, "x"},
                              {"<br/>x", start_tag, "br", 0, "x"},
                              {"<a href=/b/>x", start_tag, "a", 1, "x"},
                              {"<p title='x", start_tag, "p", 1, ""},
                              {"<!-- a > b -->x", comment, "", 0, "x"},
                              {"<!-->x", comment, "", 0, "x"},
                              {"<!--->x", comment, "", 0, "x"},
                              {"<!-- a --!>x", comment, "", 0, "x"},
                              {"<!-- a", comment, "", 0, ""},
                              {"<!doctype html>x", comment, "", 0, "x"},
                              {"<?xml a='>'?>x", comment, "", 0, "'?>x"},
                              {"</3>x", comment, "", 0, "x"},
                              {"< p>x", none, "", 0, " p>x"},
                              {"<3 x", none, "", 0, "3 x"},
                              {"<", none, "", 0, ""}};
  for (const auto& [html, kind, name, attributes, rest] : rows) {
    const Markup markup = markup_at(html, 0);
    EXPECT_EQ(markup.kind, kind) << html;
    EXPECT_EQ(markup.name, name) << html;
    EXPECT_EQ(markup.attributes, attributes) << html;
    EXPECT_EQ(html.substr(markup.end), rest) << html;
  }
}

TEST(MarkupOfAPage, EndsRawTextAtItsOwnEndTagOnly) {
  EXPECT_EQ(end_of_raw_text("a </b></scripts></SCRIPT >x", 0, "script"), 16U);
  EXPECT_EQ(end_of_raw_text("a </b>", 0, "script"), 6U);
}

TEST(ShortenedPage, HasAMarkForALongStretchOfText) {
  const std::string html = "<p title='" + stretch + "'>\n " + stretch + "</p>kort<!--" + stretch +
                           "--><b>" + stretch + "</b>";
  const ShortenedPage page = shortened(html);
  EXPECT_EQ(page.stretches, (std::vector<std::string_view>{stretch, stretch}));
  EXPECT_EQ(page.html, "<p title='" + stretch + "'>\n \uE0F1AAAAA</p>kort<!--" + stretch +
                           "--><b>\uE0F1AAAAB</b>");
  EXPECT_EQ(lengthened("a \uE0F1AAAAB b\uE0F1AAAAA", page.stretches).text,
            "a " + stretch + " b" + stretch);
  EXPECT_EQ(lengthened("\uE0F1AAAAB\uE0F1AAAAZ\uE0F1", page.stretches).marks, 1U);
}

TEST(ShortenedPage, LeavesReferencesAndLineEndsOfOthersInPlace) {
  EXPECT_EQ(shortened(stretch + "&amp;\r\n" + stretch).html, "\uE0F1AAAAA&amp;\r\n\uE0F1AAAAB");
  EXPECT_EQ(shortened("&euml; " + stretch).html, "&euml; \uE0F1AAAAA");
  EXPECT_EQ(shortened(stretch + "\u00A0één").html, "\uE0F1AAAAA\u00A0één");
}

TEST(ShortenedPage, KeepsInScriptsWhatMayEndThem) {
  EXPECT_EQ(shortened("<script>" + stretch + "</p> " + stretch + "</script>" + stretch).html,
            "<script>\uE0F1AAAAA</p> \uE0F1AAAAB</script>\uE0F1AAAAC");
  const std::string doubt = "<script><!-- <script> </script> --></script>";
  EXPECT_EQ(shortened(doubt).html, doubt);
}

TEST(ShortenedPage, GivesThePageThatHasTheSignItselfAsItIs) {
  const std::string html = "<p>\uE0F1AAAAA " + stretch + "</p>";
  EXPECT_EQ(shortened(html).html, html);
  EXPECT_EQ(html_text(html, "a.html", {})->source, "\uE0F1AAAAA " + stretch);
}

// What the page's tags seem to be and what they are differs here, so that marks get lost.
TEST(ShortenedPage, GivesTheTextOfPagesThatDeceive) {
  for (const std::string& html :
       {"<frameset>" + stretch + "</frameset>" + stretch,
        "<xmp><a title='</xmp><p title=' " + stretch + " '>" + stretch,
        "&#xE0F1;AAAAA<p>" + stretch, "<p>&#xE0F1;AAAAA</p><frameset>" + stretch,
        "<math><![CDATA[ > " + stretch + " ]]> " + stretch + "<p>" + stretch,
        "<svg><![CDATA[ > " + stretch + " ]]></svg><table>" + stretch + "<tr><td>" + stretch})
    EXPECT_EQ(text_of_page(html), text_of_unshortened_page(html)) << html;
}

RC_GTEST_PROP(ShortenedPage, HasTheTextOfTheWholePage, ()) {
  static const std::vector<std::string> pieces{
      "<p>",        "</p>",        "<b>",      "</b>",      "<table>",  "<tr><td>",  "</table>",
      "<div>",      "</div>",      "<pre>",    "</pre>",    "<script>", "</script>", "<style>",
      "<textarea>", "</textarea>", "<title>",  "</title>",  "<xmp>",    "</xmp>",    "<select>",
      "<option>",   "<svg>",       "</svg>",   "<![CDATA[", "]]>",      "<!--",      "-->",
      "<a href='",  "'",           "\"",       "=",         ">",        "<",         "&",
      "&euml;",     "&#xE0F1;",    "&#057585", "AAAAA",     "\r\n",     "\n",        "\f",
      "\u00A0",     "\uFFFE",      "\x01",     " ",         "</",       "/>",        "<frameset>",
      "<template>", "<noscript>",  "<iframe>", "<head>",    "<body>",   "</html>",   "<math><mi>",
      "één",        stretch};
  std::string html;
  for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(
           rc::gen::elementOf(pieces), rc::gen::just(" " + stretch), rc::gen::just(stretch))))
    html += piece;
  RC_ASSERT(text_of_page(html) == text_of_unshortened_page(html));
}

}  // namespace
}  // namespace pipeline
