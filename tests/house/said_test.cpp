// What a person reads can be translated: every literal that holds words stands in tr(...) or
// another place that tests/house/messages.sh takes texts from. This looks at each literal alone, so
// that a text that was forgotten is found where no test happens to print it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/house/literals.h"
#include "tests/house/sources.h"

namespace {

using pipeline::Literal;
using pipeline::literals_in;

// Words that are no text of ours to read, and why. `file`: from pipeline/, or how files of a room
// begin; `begin`: how the words begin.
struct Exception {
  std::string file, begin, why;
};
const std::vector<Exception> exceptions{
    {"cli/completion.cpp", "    {}) words=", "a script"},
    {"cli/completion.cpp", "_samenspel() {{", "a script"},
    {"cli/evaluate_sentences.cpp", "lexicon: ", "the same in both languages"},
    {"cli/explanation.cpp", "valse vriend", "a code in JSON"},
    {"cli/explanation.cpp", "zonder steun", "a code in JSON"},
    {"cli/explanation.cpp", "in kop", "a code in JSON"},
    {"cli/lexicon_exchange.cpp", "Overgenomen uit ", "stored in a lexicon"},
    {"cli/main.cpp", "A subcommand is required", "what CLI11 says"},
    {"cli/main.cpp", " is required", "what CLI11 says"},
    {"cli/main.cpp", "samenspel: ", "a name"},
    {"cli/progress.cpp", "{}:{:02} min", "the same in both languages"},
    {"cli/session.cpp", "samenspel ", "a name"},
    {"cli/session.cpp", "samenspel: ", "a name"},
    {"cli/usage.cpp", "", "for Dutch alone, in the place of what CLI11 says"},
    {"cli/verify.cpp", "{\\n  \\\"format", "how a file begins"},
    {"cli/verify.cpp", "% \\\\usepackage", "how a file begins"},
    {"cli/words.cpp", "valentie:succes OF", "a query"},
    {"chart/svg.cpp", "", "SVG"},
    {"explore/", "p Holm", "the same in both languages"},
    {"ingest/ingest.cpp", "langste_passage={}", "stored with a run"},
    {"ingest/output_record.cpp", "", "the mark, in both languages there"},
    {"ingest/study_lessons.cpp", "voorbeelden van ", "stored in a model"},
    {"language/compile/", "", "of a program for who builds"},
    {"learn/observe.cpp", "h:", "stored in a model; learn/explain.cpp says it in words"},
    {"learn/observe.cpp", "s:", "stored in a model; learn/explain.cpp says it in words"},
    {"lexicon/lexicon.cpp", "lexicon ", "stored as the name of a coder"},
    {"lexicon/lexicon_reader.cpp", " (groepen.toml)", "a file"},
    {"model/coder.h", "lexicon ", "stored as the name of a coder"},
    {"publish/docx.cpp", "Body Text", "what Word calls its styles"},
    {"publish/docx.cpp", "heading ", "what Word calls its styles"},
    {"publish/loaders.cpp", "", "R, SPSS and Stata"},
    {"publish/recipe.cpp", "", "a recipe, which is the same in both languages"},
    {"publish/report_page.cpp", "\nh1 {", "CSS"},
    {"publish/report_page.cpp", "\nfunction show", "a script"},
    {"publish/report_method.cpp", "lexicon ", "stored as the name of a coder"},
    {"read/columns.cpp", "", "kept in a profile of columns"},
    {"read/compound.cpp", "PowerPoint Document", "how such a file begins"},
    {"read/doc.cpp", "[File is encrypted", "what catdoc says"},
    {"read/eight_bit.cpp", "Mac Roman", "a name"},
    {"read/html_links.cpp", "", "words that stand over links in Dutch pages"},
    {"read/number_format.cpp", "yyyy-mm-dd", "a format"},
    {"read/pdf_", "", "between this program and the one that reads PDF"},
    {"read/profile.cpp", "", "kept in a profile of columns"},
    {"read/refusals.cpp", "SQLite format", "how such a file begins"},
    {"read/repeats.cpp", "Ondertitel", "words of Dutch captions"},
    {"report/dimension.cpp", "lexicon ", "stored as the name of a coder"},
    {"report/frequency_layout.cpp", "p Holm", "the same in both languages"},
    {"report/html.cpp", "\n:root", "CSS"},
    {"report/html.cpp", " class=", "HTML"},
    {"report/html.cpp", " faal", "HTML"},
    {"report/html.cpp", " succes", "HTML"},
    {"report/html.cpp", "\\", "HTML"},
    {"report/html.cpp", "script-src", "HTML"},
    {"report/html.cpp", "style-src", "HTML"},
    {"report/outcome_table.cpp", "p Holm", "the same in both languages"},
    {"report/write_latex.cpp", "% ", "LaTeX"},
    {"search/field_values.cpp", "lexicon *", "a query"},
    {"segment/", "", "words of Dutch texts"},
    {"store/store_read.cpp", "database: ", "the same in both languages"},
    {"store/store_open.cpp", "study.db: ", "a name"},
    {"store/study.cpp", "# De instellingen", "study.toml"},
    {"store/study.cpp", "\\n\\n[tekst]", "study.toml"},
    {"tag/clause_words.cpp", "", "words of Dutch sentences"},
    {"translate/formats.cpp", "", "names of programs and files"},
    {"translate/to_lexicon.cpp", "", "written into a lexicon"},
};

// The arguments that messages.sh takes from a call: of -ktr_plural:2,3 the second and the third.
// What ends in "t" says how many arguments the call has.
const std::map<std::string, std::set<unsigned>>& takes_text() {
  static const auto all = [] {
    static const std::regex keyword(R"(-k(\w+):(\d+)(?:,(\d+)(t)?)?)");
    const std::string script =
        pipeline::text_of(std::filesystem::path(SAMENSPEL_SOURCE_DIR) / "tests/house/messages.sh");
    const auto place = [](const std::string& number) {
      return static_cast<unsigned>(std::stoul(number)) - 1;
    };
    std::map<std::string, std::set<unsigned>> taken;
    for (std::sregex_iterator it(script.begin(), script.end(), keyword), end; it != end; ++it) {
      const std::smatch& found = *it;
      auto& places = taken[found[1]];
      places.insert(place(found[2]));
      if (found[3].matched && !found[4].matched) places.insert(place(found[3]));
    }
    return taken;
  }();
  return all;
}

bool is_taken(const Literal& literal) {
  const auto it = takes_text().find(literal.call);
  return literal.is_argument && it != takes_text().end() && it->second.contains(literal.argument);
}

// SQL and tags of HTML and XML.
bool is_code(const std::string& text) {
  static const std::regex code(
      R"(^(\\n|;|\s)*((SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|PRAGMA) |(\{\})?<[!?/A-Za-z]))");
  return std::regex_search(text, code);
}

// "{} van {}", but not "{}:{:>4}" or "tekst": a space, and letters that begin no format.
bool has_words(const std::string& text) {
  if (is_code(text)) return false;
  static const std::regex place(R"(\{[^{}]*\}|\\.)"), word("[a-z]{2}");
  const std::string rest = std::regex_replace(text, place, "");
  return rest.find(' ') != std::string::npos && std::regex_search(rest, word);
}

bool is_excepted(const std::string& file, const std::string& text) {
  return std::ranges::any_of(exceptions, [&](const Exception& it) {
    return file.starts_with(it.file) && text.starts_with(it.begin);
  });
}

std::vector<std::string> untranslated(const std::string& file, const std::string& source) {
  std::vector<std::string> found;
  for (const Literal& it : literals_in(source))
    if (has_words(it.text) && !is_taken(it) && !is_excepted(file, it.text))
      found.push_back("pipeline/" + file + ":" + std::to_string(it.line) + ": \"" + it.text + "\"");
  return found;
}

std::map<std::string, std::string> all_sources() {
  const auto root = std::filesystem::path(SAMENSPEL_SOURCE_DIR) / "pipeline";
  std::map<std::string, std::string> sources;
  pipeline::for_each_source([&](const std::filesystem::path& path) {
    sources[std::filesystem::relative(path, root).string()] = pipeline::text_of(path);
  });
  return sources;
}

TEST(WhatIsSaid, IsFoundWhereverItStandsInASource) {
  const std::vector<std::pair<std::string, bool>> sources{
      {R"(complain("er is niets");)", false},
      {R"(complain(tr("er is niets"));)", true},
      {R"x(fmt::print("{} (van {})\n", a, b);)x", false},
      {R"(fmt::print("{}: {:>4}\n", a, b);)", true},
      {R"(return is_one ? "een codering" : tr("geen codering");)", false},
      {R"(tr("{} is er", is_one ? "een codering" : "");)", false},
      {R"(tr("dit is " + name);)", false},
      {R"(tr("dit is "  // een begin
             "een zin");)",
       true},
      {R"(tr_plural(n, "{} zin telt", "{} zinnen tellen", n);)", true},
      {R"(tr_plural(n, "{} zin telt", many, "{} zinnen tellen");)", false},
      {R"(// "dit is niets"
          f(1'000, '"', "a:b");)",
       true},
      {"f(R\"(dit is tekst)\");", false}};
  for (const auto& [source, is_well] : sources)
    EXPECT_EQ(untranslated("cli/x.cpp", source).empty(), is_well) << source;
}

TEST(WhatIsSaid, CanBeTranslated) {
  EXPECT_TRUE(takes_text().contains("tr"));
  const auto sources = all_sources();
  ASSERT_GT(sources.size(), 100U);
  for (const auto& [file, source] : sources)
    for (const std::string& place : untranslated(file, source))
      ADD_FAILURE() << place << " is in no tr(...)";
}

TEST(WhatIsSaid, HasNoExceptionThatIsNotNeeded) {
  const auto sources = all_sources();
  for (const Exception& it : exceptions) {
    ASSERT_FALSE(it.why.empty()) << it.begin;
    const auto excuses = [&](const Literal& literal) {
      return literal.text.starts_with(it.begin) && has_words(literal.text) && !is_taken(literal);
    };
    EXPECT_TRUE(std::ranges::any_of(sources,
                                    [&](const auto& source) {
                                      return source.first.starts_with(it.file) &&
                                             std::ranges::any_of(literals_in(source.second),
                                                                 excuses);
                                    }))
        << it.file << ": " << it.begin;
  }
}

}  // namespace
