#include <gtest/gtest.h>

#include "pipeline/read/read.h"

namespace pipeline {
namespace {

std::string text_of(const std::string& html) {
  const auto document = read_bytes(html, "a.html");
  return document ? document->source : to_string(document.error());
}

TEST(Html, MakesParagraphsOfBlocks) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"<h1>Kern</h1><p>Geen <b>z</b>org\n  hier</p>", "Kern\n\nGeen zorg hier"},
      {"een<br>twee<hr>drie", "een\ntwee\n\ndrie"},
      {"<ul><li>een<li>twee</ul>", "een\n\ntwee"},
      {"<table><tr><th>rol<td><p>wethouder</p><tr><td>x<td>y</table>", "rol\twethouder\n\nx\ty"},
      {"<pre>I:  ja\nR: nee</pre>", "I:  ja\nR: nee"},
      {"<div>een<div>twee</div>drie</div>", "een\n\ntwee\n\ndrie"},
      {"co&ouml;peratie&nbsp;&#8364; &lt;3", "coöperatie\u00A0€ <3"},
      {"vertrouwen<sup><a href='#n1'>1</a></sup> is m<sup>2</sup>", "vertrouwen is m2"},
      {"<del>oude</del><ins>nieuwe</ins> tekst", "nieuwe tekst"}};
  for (const auto& [html, text] : rows) EXPECT_EQ(text_of(html), text) << html;
}

TEST(Html, LeavesOutThePageAroundTheText) {
  const std::vector<std::string> furniture{
      "<nav>Home</nav>",
      "<header><h1>Site</h1><a href=/>Home</a></header>",
      "<footer>Contact</footer>",
      "<aside>Meer lezen</aside>",
      "<script>let a = 1;</script>",
      "<style>p { }</style>",
      "<form><label>Zoek</label><input><button>Ga</button></form>",
      "<div class='cookie-bar'>Wij gebruiken cookies</div>",
      "<div id='site_CookieConsent consent'>Akkoord?</div>",
      "<div hidden>weg</div>",
      "<p aria-hidden=true>weg</p>",
      "<p style='color: red; display: none'>weg</p>",
      "<ul class='breadcrumb'><li><a href=/>Home</a></ul>",
      "<div role=navigation>Home</div>",
      "<div class=mainMenu><a href=/>Home</a> <a href=/nieuws>Nieuws</a></div>",
      "<ul><li><a href=/>Home</a><li><a href=/nieuws>Nieuws</a><li><a href=/wie>Wie zijn "
      "wij</a></ul>",
      "<ol><li><a href=#a>De lange weg naar een huis in het dorp</a><li><a href=#b>Geld</a>"
      "<li><a href=#c>Wat wij nog niet weten</a></ol>",
      "<h3>Lees ook</h3> <ul><li><a href=x>De brug die er half ligt in Slingewoude</a></ul>",
      "<p><strong>Lees ook: </strong><a href=x>De brug die er half ligt in Slingewoude</a></p>",
      "<div class='relatedArticles'><h2>Meer</h2><a href=x>De brug die er half ligt</a></div>",
      "<template><p>weg</p></template>",
      "<noscript>Zet script aan</noscript>",
      "<dialog>Nieuwsbrief?</dialog>",
      "<svg><title>logo</title></svg>",
      "<!-- opmerking -->",
      "<p>"};
  for (const std::string& piece : furniture)
    EXPECT_EQ(text_of("<body>" + piece + "<p>Geen zorg</p>"), "Geen zorg") << piece;
}

TEST(Html, LeavesOutMenusOfAnyLength) {
  std::string links;
  for (int i = 0; i < 500; ++i) links += "<li><a href=/zorg>Zorg en welzijn</a>";
  EXPECT_EQ(text_of("<div class=sidebar><ul>" + links + "</ul></div><p>Geen zorg"), "Geen zorg");
  EXPECT_EQ(text_of("<ul>" + links + "</ul><p>Geen zorg"), "Geen zorg");
}

TEST(Html, KeepsWhatOnlyLooksLikeThePageAroundIt) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"<article><header><h1>Kop</h1></header>tekst</article>", "Kop\n\ntekst"},
      {"<header><h1>Titel</h1></header><p>tekst", "Titel\n\ntekst"},
      {"<form><h1>Kop</h1><p>tekst</form>", "Kop\n\ntekst"},
      {"<aside role=doc-endnotes>noot</aside>tekst", "noot\n\ntekst"},
      {"<div class=menu>Op het menu stond <a href=x>soep</a>, zei de kok.</div>",
       "Op het menu stond soep, zei de kok."},
      {"<body class='cookie-ok'>tekst", "tekst"},
      {"<p>ervoor</p><main><p>hoofdtekst</main><p>erna", "hoofdtekst"},
      {"<p>ervoor</p><main></main>", "ervoor"},
      {"<blockquote>Kom mee-eten.<footer>de wethouder</footer></blockquote>",
       "Kom mee-eten.\n\nde wethouder"},
      {"<ul><li><a href=x>Wij</a> begonnen<li><a href=x>Zij</a> niet<li><a href=y>Jij</a> wel</ul>",
       "Wij begonnen\n\nZij niet\n\nJij wel"},
      {"<article><ul><li><a href=x>Linde</a><li><a href=y>Kade</a><li><a href=z>Dal</a></ul>",
       "Linde\n\nKade\n\nDal"},
      {"<ul><li><a href=x>De brug die er half ligt in Slingewoude</a><li><a href=y>Het huis dat er "
       "nooit kwam in Terpwier</a><li><a href=z>Een keuken vol ruzie in Kadewijk</a></ul>",
       "De brug die er half ligt in Slingewoude\n\nHet huis dat er nooit kwam in Terpwier\n\n"
       "Een keuken vol ruzie in Kadewijk"},
      {"<p>Lees ook wat <a href=x>zij</a> schreef", "Lees ook wat zij schreef"},
      {"<h3>Lees ook</h3><p>Dat deed hij nooit.", "Lees ook\n\nDat deed hij nooit."}};
  for (const auto& [html, text] : rows) EXPECT_EQ(text_of(html), text) << html;
}

TEST(Html, TakesAttributesFromItsHead) {
  const auto document = read_bytes(
      "<title>Nota \n zorg</title><meta name=Author content='A. de Boer'>"
      "<meta name=date content='2026-03-12T10:00'><meta name=x content=y><p>tekst",
      "a.html");
  ASSERT_TRUE(document);
  EXPECT_EQ(
      document->attributes,
      (Attributes{{"titel", "Nota zorg"}, {"auteur", "A. de Boer"}, {"datum", "2026-03-12"}}));
}

TEST(Html, IsUtf8WhateverItsReferencesSay) {
  const auto document =
      read_bytes("<title>a&#xFEFFEFFF;</title><p>x&#xFEFFEFFF;&#xD800;", "a.html");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->source, "x\uFFFD\uFFFD");
  EXPECT_EQ(document->attributes.at("titel"), "a\uFFFD");
}

TEST(Html, BelievesMarkThenBytesThenMeta) {
  EXPECT_EQ(text_of("\xEF\xBB\xBF<meta charset=iso-8859-1>\xC3\xA9\xC3\xA9n"), "één");
  EXPECT_EQ(text_of("<meta charset=\"windows-1252\">\xE9\xE9n \x93zo\x94"), "één “zo”");
  EXPECT_EQ(
      text_of("<meta http-equiv=content-type content='text/html; charset=ISO-8859-1'>\xE9\xE9n"),
      "één");
  EXPECT_EQ(text_of("<?xml version='1.0' encoding='windows-1251'?><p>\xC4\xEE\xE1</p>"), "Доб");
}

TEST(Html, RefusesAbsurdNesting) {
  std::string html;
  for (int i = 0; i < 300; ++i) html += "<div>";
  EXPECT_NE(text_of(html + "diep").find("dieper dan 256"), std::string::npos);
  for (int i = 0; i < 300'000; ++i) html += "<div>";
  EXPECT_NE(text_of(html + "diep").find("dieper dan 256"), std::string::npos);
}

TEST(Html, RefusesAnElementOfThousandsOfAttributes) {
  std::string html = "<p ";
  for (int i = 0; i < 5000; ++i) html += "a" + std::to_string(i) + "=1 ";
  EXPECT_NE(text_of(html + ">x").find("niet te ontleden"), std::string::npos);
  EXPECT_EQ(text_of("<p title=\"" + html + "\">x"), "x");
}

TEST(Html, BoundsTheMemoryOfAPageThatUnfolds) {
  // Each paragraph opens all unclosed marks again.
  std::string html = "<p>";
  for (int i = 0; i < 200; ++i) html += "<font a=" + std::to_string(i) + ">";
  for (int i = 0; i < 2000; ++i) html += "<p>x";
  ReadLimits limits;
  limits.unpacked_bytes = 4 << 20;
  const auto document = read_bytes(html, "a.html", limits);
  ASSERT_FALSE(document);
  EXPECT_NE(document.error().message.find("4 MB"), std::string::npos);
}

}  // namespace
}  // namespace pipeline
