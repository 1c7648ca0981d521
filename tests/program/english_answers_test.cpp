// Every command that answers people, in English, on a study whose own words are few and known: what
// else it says holds no Dutch. A word counts as Dutch if the same command says it in Dutch too, and
// it is no word of our English texts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <regex>
#include <set>

#include "tests/program/example.h"
#include "tests/program/json.h"
#include "tests/support/po.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using Words = std::set<std::string>;

// Without numbers and hashes.
Words words_in(std::string text) {
  static const std::regex mixed("[A-Za-z]*[0-9][0-9A-Za-z]*"),
      form("([A-Za-z]|\xC3[\x80-\xBF]){2,}");
  text = std::regex_replace(text, mixed, " ");
  Words words;
  for (std::sregex_iterator it(text.begin(), text.end(), form), end; it != end; ++it) {
    std::string word = it->str();
    for (char& c : word)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    words.insert(word);
  }
  return words;
}

// What is quoted ('samenspel tag'), options (--uitvoer), fields of queries (valentie:faal) and the
// words that an option takes are the same in every language.
std::string without_quoted(const std::string& text) {
  static const std::regex quoted(
      "'[^'\n]*'|--lang [a-z]+|--?[a-z-]+|[a-z]+:[a-z]+|there is: [^\n]*");
  return std::regex_replace(text, quoted, " ");
}

// What English texts of ours say: words that some translation has and its Dutch has not, and those
// that both have, unless another text translates them ("documenten" is also a word that an option
// takes).
const Words& english_words() {
  static const Words words = [] {
    static const std::regex line_end(R"(\\n)");
    const auto said = [](const std::string& text) {
      return words_in(without_quoted(std::regex_replace(text, line_end, " ")));
    };
    Words english, both, dutch;
    for (const auto& [id, message] :
         messages_in(bytes_of(std::string(SAMENSPEL_SOURCE_DIR) + "/translations/en.po"))) {
      std::string translated;
      for (const std::string& text : message.translations) translated += text + '\n';
      const Words from = said(message.id + '\n' + message.plural), to = said(translated);
      std::ranges::set_difference(to, from, std::inserter(english, english.end()));
      std::ranges::set_difference(from, to, std::inserter(dutch, dutch.end()));
      std::ranges::set_intersection(to, from, std::inserter(both, both.end()));
    }
    std::ranges::set_difference(both, dutch, std::inserter(english, english.end()));
    return english;
  }();
  return words;
}

// The same in both languages: what scripts and command lines use, terms, and lemmas of the study's
// words.
const Words same{"anna",     "beurt",    "gemengd", "lemma",     "ontbreekt",  "passages",
                 "per",      "zin",      "bloeien", "case",      "csv",        "faal",
                 "factor",   "groeien",  "heersen", "html",      "id",         "json",
                 "jsonl",    "lang",     "latex",   "lexicon",   "likelihood", "marit",
                 "markdown", "noord",    "samen",   "samenspel", "smeulen",    "succes",
                 "svg",      "tekst",    "toml",    "tsv",       "txt",        "utf",
                 "verify",   "herkomst", "jaccard", "werkten",   "verlopen",   "vertrouw",
                 "xlsx",     "zuid"};

// A study of twenty words.
class Answers : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(study_.path("documents"));
    study_.write("documents/cases.csv",
                 "bestand;case;datum\n"
                 "noord.txt;noord;2026-01-15\n"
                 "zuid.txt;zuid;2026-05-20\n");
    study_.write(
        "documents/noord.txt",
        "I: Vertrouwen?\nR: Vertrouwen groeide. Wantrouwen heerste. Vertrouwen bloeide.\n");
    study_.write("documents/zuid.txt",
                 "I: Overleg?\nR: Overleg verliep. Wantrouwen smeulde. Vertrouwen.\n");
    study_.write("codings.tsv",
                 "document\tcitaat\tfactor\tvalentie\tmodaliteit\n"
                 "noord.txt\tVertrouwen groeide.\toverleg\tsucces\tfeit\n"
                 "zuid.txt\tWantrouwen smeulde.\toverleg\tfaal\tfeit\n");
    study_.write("sentences.tsv",
                 "id\tdoc\tsentence\ns1\tm\tVertrouwen groeide.\n"
                 "s2\tm\tOverleg verliep.\n");
    study_.write("anna.tsv", "id\tfactor\tvalence\ns1\tvertrouwen\tsucces\ns2\t-\t-\n");
    study_.write("marit.tsv", "id\tfactor\tvalence\ns1\tvertrouwen\tfaal\ns2\t-\t-\n");
    study_.write("names.csv", "naam;soort;pseudoniem;varianten\nNoord;plaats;;\n");
    study_.write("words.csv", "vertrouwen,relatie\n");
    study_.fill();
    for (const char* name : {"documents/noord.txt", "documents/zuid.txt", "documents/cases.csv",
                             "lexicon/relatie.toml", "lexicon/visie.toml", "lexicon/context.toml",
                             "lexicon/lexicon.toml"})
      own_.merge(words_in(bytes_of(study_.path(name))));
  }

  Ran in(const char* language, Arguments arguments) const {
    arguments.insert(arguments.end(), {"--lang", language});
    return study_.run(arguments);
  }

  Ran without_folder(Ran ran) const {
    const std::string folder = study_.path().string();
    for (std::string* text : {&ran.out, &ran.err})
      for (std::size_t at = 0; (at = text->find(folder)) != std::string::npos;)
        text->erase(at, folder.size());
    return ran;
  }

  // What is Dutch in the second of the answers to the same question.
  Words dutch_in(const Ran& dutch, const Ran& english, const Arguments& arguments) const {
    const Words known = words_in(without_quoted(dutch.out + dutch.err));
    Words asked;
    for (const std::string& argument : arguments) asked.merge(words_in(argument));
    Words found;
    for (const std::string& word : words_in(without_quoted(english.out + english.err)))
      if (known.contains(word) && !english_words().contains(word) && !own_.contains(word) &&
          !same.contains(word) && !asked.contains(word))
        found.insert(word);
    return found;
  }
  void expect_english(const std::vector<Arguments>& commands) const {
    for (const Arguments& command : commands) {
      const Ran dutch = without_folder(in("nl", command)),
                english = without_folder(in("en", command));
      const std::string asked = testing::PrintToString(command);
      EXPECT_EQ(english.status, dutch.status) << asked << english;
      EXPECT_NE(english.out + english.err, "") << asked;
      EXPECT_EQ(dutch_in(dutch, english, command), Words{}) << asked << english;
    }
  }
  // Of the lexicon's first coding.
  std::string coding() const {
    const auto rows =
        json_of(study_.run({"codings", "list", "--coder", "lexicon", "--format", "json"}));
    return rows["rows"][0]["cells"][0];
  }
  std::string text(const char* name) const { return study_.text(name); }

  ExampleStudy study_;
  Words own_;
};

TEST_F(Answers, AreEnglishAboutDocuments) {
  expect_english({{"documents"},
                  {"ingest", text("documents")},
                  {"ingest", "--proef", text("documents")},
                  {"reindex"},
                  {"check"},
                  {"names"},
                  {"names", text("documents")},
                  {"tag"}});
}

TEST_F(Answers, AreEnglishOnWhatWasTakenIn) {
  const Arguments ingest{"ingest", text("documents")};
  study_.write("documents/oost.txt", "R: Vertrouwen groeide.\n");
  const Ran dutch = without_folder(in("nl", ingest));
  study_.write("documents/west.txt", "R: Wantrouwen groeide. Vertrouwen.\n");
  const Ran english = without_folder(in("en", ingest));
  EXPECT_THAT(dutch.out, HasSubstr("zinnen"));
  EXPECT_EQ(dutch_in(dutch, english, ingest), Words{}) << english;
}

TEST_F(Answers, HaveEnglishHeadingsOverWarningsAndRefusals) {
  study_.write("documents/leeg.docx", "leeg");
  study_.write("documents/tijden.srt", "1\n00:00:02,000 --> 00:00:05,000\nVertrouwen.\n");
  for (const Arguments& command : {Arguments{"ingest", "--proef", text("documents")},
                                   Arguments{"ingest", text("documents")}}) {
    const Ran ran = in("en", command);
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.out, HasSubstr("\nWarnings:\n  tijden.srt: "));
    EXPECT_THAT(ran.out, HasSubstr("\nRefused:\n  leeg.docx: "));
  }
}

TEST_F(Answers, AreEnglishToQueries) {
  expect_english({{"search", "vertrouwen"},
                  {"search", "vertrouwen", "-n", "1"},
                  {"search", "vertrouwen", "--facet", "case"},
                  {"search", "vertrouw*", "--uitgevouwen"},
                  {"search", "onvindbaar"},
                  {"search", "overleg datum:1999"},
                  {"kwic", "vertrouwen"},
                  {"kwic", "onvindbaar"},
                  {"forms", "vertrouwen"},
                  {"forms", "'(vertrouwen|overleg)'"},
                  {"queries", "list"},
                  {"queries", "save", "noord", "vertrouwen"},
                  {"queries", "save", "noord", "overleg"},
                  {"queries", "show", "noord"},
                  {"queries", "list"}});
}

TEST_F(Answers, AreEnglishInTablesAndAnalyses) {
  expect_english({{"table", "--columns", "case"},
                  {"table", "--columns", "case", "--share", "rows", "--share", "columns"},
                  {"table", "--columns", "case", "--share", "documents", "--share", "cases"},
                  {"table", "--columns", "case", "--per-1000"},
                  {"table", "--cell", "factor=vertrouwen"},
                  {"table", "--cell", "factor=vertrouwen", "--format", "markdown"},
                  {"matrix"},
                  {"matrix", "--cell", "factor=vertrouwen,case=noord"},
                  {"matrix", "--confirm", "factor=vertrouwen,case=noord", "--rating", "+1",
                   "--reason", "noord", "--by", "marit"},
                  {"matrix", "--cell", "factor=vertrouwen,case=noord"},
                  {"keyness"},
                  {"cooccurrence"},
                  {"collocates", "vertrouwen"},
                  {"dispersion"},
                  {"timeline"},
                  {"words"},
                  {"contrast", "--by", "case"}});
}

TEST_F(Answers, AreEnglishOnWhy) {
  const std::string id = coding();
  expect_english({{"why", id},
                  {"why", "--not", "vertrouwen", "Wantrouwen heerste."},
                  {"why", "--not", "gedeelde-visie", "Overleg verliep."},
                  {"why", "--not", "vertrouwen", "Vertrouwen bloeide."}});
}

TEST_F(Answers, AreEnglishOnTheLexicon) {
  fs::copy(study_.path("lexicon"), study_.path("other"));
  study_.write(
      "other/visie.toml",
      "thema = \"visie\"\n\n[[factor]]\nid = \"gedeelde-visie\"\nlabel = \"Gedeelde visie\"\n"
      "definitie = \"Partijen willen hetzelfde.\"\nsucces = ['groeide']\n");
  expect_english({{"lexicon", "list"},
                  {"lexicon", "show"},
                  {"lexicon", "show", "vertrouwen"},
                  {"lexicon", "show", "vertrouwen", "--format", "markdown"},
                  {"lexicon", "check"},
                  {"lexicon", "diff", text("other")},
                  {"lexicon", "suggest", "vertrouwen", "--minimum", "1", "--drempel", "0"}});
  for (const char* language : {"nl", "en"}) {
    const std::string made = text(language);
    const Ran ran = in(language, {"lexicon", "export", "--formaat", "csv", "--naar", made});
    EXPECT_EQ(ran.status, 0) << ran;
    const Ran back = samenspel({"lexicon", "import", made, "--formaat", "csv", "--naar",
                                made + "-lexicon", "--lang", language});
    EXPECT_EQ(back.status, 0) << back;
    if (std::string(language) == "en") {
      EXPECT_THAT(ran.out, HasSubstr("is now in"));
      EXPECT_THAT(back.out, HasSubstr("Look it over with 'samenspel lexicon check"));
    }
  }
}

TEST_F(Answers, AreEnglishOnPeople) {
  const std::string id = coding();
  const Arguments sentences{"evaluate",        "--sentences",    text("sentences.tsv"),
                            "--codings",       text("anna.tsv"), "--codings",
                            text("marit.tsv"), "--lexicon",      text("lexicon")};
  for (const char* by : {"overzicht", "factor", "valentie", "patroon"}) {
    Arguments command = sentences;
    command.insert(command.end(), {"--per", by, "--toon", "2"});
    expect_english({command});
  }
  expect_english({{"codings", "import", text("codings.tsv"), "--coder", "anna"},
                  {"codings", "accept", id, "--by", "marit"},
                  {"codings", "accept", id, "--by", "marit"},
                  {"codings", "reject", id, "--by", "marit"},
                  {"codings", "list"},
                  {"codings", "list", "--stand", "besloten"},
                  {"why", id},
                  {"evaluate"},
                  {"evaluate", "--per", "factor"},
                  {"evaluate", "--per", "valentie"},
                  {"evaluate", "--per", "patroon"},
                  {"evaluate", "--patterns"},
                  {"evaluate", "--patterns", "--zonder-treffer"},
                  {"learn"},
                  {"learn", "--leercurve"},
                  {"learn", "--per", "factor"},
                  {"learn", "--per", "valentie"},
                  {"propose", "--terug"}});
  EXPECT_THAT(in("en", {"codings", "withdraw", id, "--by", "marit"}).out,
              HasSubstr(": decision taken back\n"));
}

TEST_F(Answers, AreEnglishOnTheCommonestMistakes) {
  expect_english({{"why", "99:9"},
                  {"why", "vertrouwen"},
                  {"why", "--not", "vertrouwn", "Overleg."},
                  {"codings", "accept", "99:9", "--by", "marit"},
                  {"codings", "accept", "negen", "--by", "marit"},
                  {"codings", "list", "--coder", "niemand"},
                  {"codings", "list", "--factor", "vertrouwn"},
                  {"codings", "import", text("weg.tsv"), "--coder", "anna"},
                  {"kwic", "vertrouwen", "--context", "veel"},
                  {"kwic", "vertrouwen", "--kolom", "rool"},
                  {"matrix", "--cell", "factor=vertrouwn,case=noord"},
                  {"matrix", "--confirm", "factor=vertrouwen,case=noord", "--rating", "9"},
                  {"lexicon", "show", "vertrouwn"},
                  {"evaluate", "--patterns", "--sort", "omvang"},
                  {"learn", "--sentences", text("weg.tsv"), "--codings", text("anna.tsv")},
                  {"queries", "save", "9", "vertrouwen"},
                  {"queries", "show", "weg"},
                  {"search", "factor:vertrouwn"},
                  {"search", "vertrouwen OR ("},
                  {"search", "datum:gisteren"},
                  {"table", "--where", "rol:wethouder"},
                  {"export", "quotes", "--where", "case:oost", "-o", text("leeg.csv")},
                  {"propose"},
                  {"ingest", text("weg")},
                  {"tag", "--sentences", text("weg.tsv")},
                  {"chart", "timeline", "--datum", "dag", "-o", text("tijd.svg")},
                  {"read", text("documents/weg.txt")},
                  {"report", "-o", text("weg/rapport.html")},
                  {"verify", text("documents/noord.txt")},
                  {"table", "--overschrijven"},
                  {"table", "--format", "word"},
                  {"search"},
                  {"search", "vertrouwen", "-n", "0"}});
}

TEST_F(Answers, SayThatAnAnswerIsTheSameOrWhatHasChanged) {
  const std::string file = text("table.json");
  ASSERT_EQ(in("en", {"table", "-o", file}).status, 0);
  EXPECT_THAT(bytes_of(file), HasSubstr("\"Mark "));
  EXPECT_THAT(bytes_of(file), Not(HasSubstr("Kenmerk")));
  expect_english({{"verify", file}});
  study_.write("documents/zuid.txt", "I: Overleg?\nR: Overleg verliep.\n");
  ASSERT_EQ(in("nl", {"ingest", text("documents")}).status, 0);
  expect_english({{"verify", file}});
  EXPECT_THAT(in("en", {"verify", file}).out,
              HasSubstr("documents have changed: zuid.txt (changed)"));
}

TEST_F(Answers, CountOneAndMoreInBothLanguages) {
  const std::string one = text("one.tsv"), two = text("codings.tsv");
  study_.write(
      "one.tsv",
      "document\tcitaat\tfactor\tvalentie\nnoord.txt\tVertrouwen groeide.\toverleg\tsucces\n");
  const auto imported = [&](const char* language, const std::string& file) {
    return in(language, {"codings", "import", file, "--coder", "anna"}).out;
  };
  imported("nl", two);
  EXPECT_THAT(imported("nl", one),
              HasSubstr("1 codering stond er al en is niet nog eens toegevoegd."));
  EXPECT_THAT(imported("nl", two),
              HasSubstr("2 coderingen stonden er al en zijn niet nog eens toegevoegd."));
  EXPECT_THAT(imported("en", one),
              HasSubstr("1 coding was there already and was not added again."));
  EXPECT_THAT(imported("en", two),
              HasSubstr("2 codings were there already and were not added again."));
}

}  // namespace
}  // namespace pipeline
