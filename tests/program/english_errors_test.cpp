// What goes wrong, in English, room by room; and that a study is the same whatever language its
// researcher reads.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "tests/program/example.h"
#include "tests/program/json.h"
#include "tests/support/packed.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* one_story =
    "Wij hadden vertrouwen in elkaar en in de gemeente, en dat bleef zo tot het einde van het "
    "tweede jaar, toen de wethouder vertrok en er een ander kwam.\n";

// Files with something to tell of each, and what is told in English.
struct Trouble {
  std::string file, bytes, words;
};
const std::vector<Trouble>& troubles() {
  static const std::vector<Trouble> all{
      {"leeg.txt", "", "the file is empty"},
      {"foto.jpg", "x", "an image is not read; have its text recognised (OCR)"},
      {"lijst.xyz", "x", "the ending .xyz is unknown; what can be read is .txt, .md"},
      {"brief.docx", "%PDF-1.4", "the ending is .docx, but this is a PDF file; give it the right"},
      {"kapot.docx", "PK\x03\x04kapot", "the file is damaged and cannot be unpacked"},
      {"stuk.pdf", "%PDF-1.4 stuk", "the PDF "},
      {"latijn.txt", "De pati\xEBnt had vertrouwen.\n", "not UTF-8; read as windows-1252"},
      {"tijden.vtt",
       "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Anna>Er was vertrouwen.\n\n"
       "00:99 --> x\nEn toen?\n",
       "line 6: no valid times; the words are in the text without a time"},
      {"enquete.csv",
       "id;rol;datum;Wat ging er goed in de samenwerking?\n"
       "1;arts;gisteren;Wij hadden een gedeelde visie en dat hielp ons elke dag weer verder.\n"
       "2;arts;eergisteren;Het overleg was goed en iedereen kwam er graag en op tijd naartoe.\n"
       "3;buur;2026-01-02;\n",
       "2 values in the column 'datum' are not dates and do not count"},
      {"map.zip", packed({{"a.txt", "Er was vertrouwen.\n"}, {"geluid.mp3", "x"}}),
       "a recording is not read; make a transcript of it"},
      {"stuk.zip", packed({{"a.txt", "Er was vertrouwen.\n"}}).substr(0, 40),
       "is damaged and cannot be unpacked; make the archive"},
      {"ingevoegd.docx",
       docx("<w:p><w:r><w:t>Er was vertrouwen.</w:t></w:r></w:p><w:altChunk r:id=\"d\"/>",
            relation("d", "aFChunk", "stuk.docx"), {{"word/stuk.docx", "PK"}}),
       "inserted document: "},
      {"een.txt", one_story, ""},
      {"twee.txt", one_story, "has the same text as 'een.txt' and was not taken in again"},
      {"vraag.txt", "R: Er was vertrouwen.\nI: Hoe dan?\n", ""},
      {"cases.csv",
       "bestand;rol;datum\neen.txt;arts;morgen\n{} {9}.txt;arts;\nlatijn.txt;arts;;x\n",
       "line 2: “morgen” is not a date; write year-month-day, such as 2026-03-12"},
      {"speakers.csv", "spreker;bestand;interviewer\nAna;tijden.vtt;\nR;vraag.txt;wel\n",
       "speaker 'Ana' is not in tijden.vtt; do you mean 'Anna'?"},
  };
  return all;
}

std::string rows_of(const fs::path& study, const char* select) {
  const SQLite::Database database((study / "study.db").string());
  SQLite::Statement row(database, select);
  std::string text;
  while (row.executeStep()) {
    for (int i = 0; i < row.getColumnCount(); ++i) text += row.getColumn(i).getString() + '|';
    text += '\n';
  }
  return text;
}
std::string outcomes(const fs::path& study) {
  return rows_of(study, "SELECT path,kind,hash,message FROM outcome ORDER BY rowid");
}

// All that a study holds but when its run was.
std::string whole(const fs::path& study) {
  std::string text = dump(study) + outcomes(study) +
                     rows_of(study,
                             "SELECT id,program,lexicon,lexicon_hash,settings,documents,refused,"
                             "warnings FROM run");
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(study))
    if (entry.path().extension() == ".toml")
      files[entry.path().lexically_relative(study).string()] = bytes_of(entry.path());
  EXPECT_TRUE(files.contains("kolommen/enquete.kolommen.toml"));
  for (const auto& [name, bytes] : files) text += name + '\n' + bytes;
  return text;
}

class EnglishIngest : public testing::Test {
 protected:
  void SetUp() override {
    for (const Trouble& it : troubles()) study_.write("lastig/" + it.file, it.bytes);
    for (const char* language : {"en", "nl"}) {
      fs::create_directories(study_.path(language));
      ASSERT_EQ(run(language, {"new", "studie", "--lexicon", study_.text("lexicon")}).status, 0);
    }
  }
  // Each in a folder of its language, as a message may hold the path of its study.
  Ran run(const std::string& language, Arguments arguments) const {
    RunOptions options;
    options.folder = study_.path(language);
    arguments.insert(arguments.end(), {"--lang", language});
    return samenspel(arguments, options);
  }
  Ran ingest(const std::string& language, const Arguments& more = {}) const {
    Arguments arguments{"ingest", study_.text("lastig"), "--study", "studie"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(language, arguments);
  }
  fs::path folder(const char* language) const { return study_.path(language) / "studie"; }

  ExampleStudy study_;
};

TEST_F(EnglishIngest, TellsOfEachFileWhatIsWrong) {
  const Ran ran = ingest("en");
  for (const Trouble& it : troubles()) EXPECT_THAT(ran.out, HasSubstr(it.words)) << it.file;
  EXPECT_THAT(ran.out, HasSubstr("'{} {9}.txt' is not among the files"));
  EXPECT_THAT(ran.out, HasSubstr("“interviewer” says “wel”; write ja (yes) or nee (no)"));
}

TEST_F(EnglishIngest, MakesTheSameStudyAsADutchOne) {
  ingest("en");
  EXPECT_THAT(ingest("nl").out, HasSubstr("heeft dezelfde tekst als 'een.txt'"));
  EXPECT_EQ(whole(folder("en")), whole(folder("nl")));
  EXPECT_THAT(outcomes(folder("en")), HasSubstr("heeft dezelfde tekst als 'een.txt'"));
  EXPECT_THAT(outcomes(folder("en")), HasSubstr("bedoelt u 'Anna'?"));
}

TEST_F(EnglishIngest, StoresTheSameWhereNamesAreReplaced) {
  const std::string names =
      study_.write("names.csv", "naam;soort;pseudoniem\nAnna;persoon;[PERSOON-1]\n").string();
  for (const char* language : {"en", "nl"}) ingest(language, {"--pseudonymise", names});
  EXPECT_THAT(outcomes(folder("en")), HasSubstr("|refused|"));
  EXPECT_THAT(outcomes(folder("en")), testing::Not(HasSubstr("Anna")));
  EXPECT_EQ(outcomes(folder("en")), outcomes(folder("nl")));
}

// A command with something wrong in it, and what is said of that in English.
struct Mistake {
  Arguments command;
  std::string words;
};

TEST(EnglishErrors, OfQueriesHaveTheirPlace) {
  const ExampleStudy study;
  study.fill();
  const Mistake mistakes[] = {
      {{"search", "factor:vertrouwn"},
       "query, character 8: unknown factor 'vertrouwn'; do you mean 'vertrouwen'?"},
      {{"search", "rool:arts"}, "query, character 1: unknown field 'rool'"},
      {{"search", "rol:bestuurer"}, "unknown value of rol: 'bestuurer'; do you mean 'bestuurder'?"},
      {{"search", "(vertrouwen"}, "query, character 1: a bracket opens and does not close"},
      {{"search", "NEAR"}, "'NEAR' connects two words: one is missing before it"},
      {{"search", "datum:gisteren"}, "'gisteren' is not a date or period; write 2026, 2026-03"},
      {{"search", "a*"}, "'a*' matches too many words: give at least "},
      {{"search", "binnen:{}"}, "'{}' is not a place to search within"},
      {{"search", "@weg"}, "there is no saved query '@weg'"},
      {{"kwic", "vertrouwen", "--sort", "{0}"}, "--sort: '{0}' is not something to sort by"},
      {{"table", "--cell", "factor"}, "cell:1:"},
      {{"table", "--coder", "{}"}, "no coding is by coder '{}'"},
      {{"contrast", "--by", "valentie"}, "'valentie' belongs to codings and divides no people"},
  };
  for (const Mistake& it : mistakes) {
    Arguments command = it.command;
    command.insert(command.end(), {"--lang", "en"});
    const Ran ran = study.run(command);
    EXPECT_EQ(ran.status, 2) << it.words << ran;
    EXPECT_THAT(ran.err, HasSubstr(it.words));
  }
}

TEST(EnglishErrors, OfALexiconHaveFileLineAndColumn) {
  const ExampleStudy study;
  study.write("lexicon/relatie.toml",
              "thema = \"relatie\"\n\n[[factor]]\nid = \"vertrouwen\"\nlabel = \"Vertrouwen\"\n"
              "definitie = \"x\"\nsucces = ['vertrouw(', 'a {} b', '<weg> x']\n"
              "[[factor]]\nid = \"leeg\"\nlabel = \"Leeg\"\ndefinitie = \"y\"\nkleur = \"rood\"\n");
  const Ran ran = samenspel({"lexicon", "check", study.text("lexicon"), "--lang", "en"});
  EXPECT_EQ(ran.status, 2) << ran;
  const std::string said = ran.out + ran.err;
  EXPECT_THAT(said, HasSubstr("relatie.toml:7:21: pattern 'vertrouw(': a word is missing here"));
  EXPECT_THAT(said, HasSubstr("'{' does not belong in a word; punctuation does not count"));
  EXPECT_THAT(said, HasSubstr("pattern '<weg> x': word group <weg> does not exist"));
  EXPECT_THAT(said, HasSubstr("factor 'leeg' has no patterns; add some under succes, faal"));
  EXPECT_THAT(said, HasSubstr("relatie.toml:12:1: unknown key 'kleur'"));
}

TEST(EnglishErrors, OfALexiconsDoubtsArePlain) {
  const ExampleStudy study;
  study.write(
      "lexicon/relatie.toml",
      "thema = \"relatie\"\n\n[[factor]]\nid = \"vertrouwen\"\nlabel = \"Vertrouwen\"\n"
      "definitie = \"x\"\nsucces = ['vertrouwen', '(vertrouwen)', 'qqxq', 'vertrouwen_ww']\n");
  const Ran ran = samenspel({"lexicon", "check", study.text("lexicon"), "--lang", "en"});
  const std::string said = ran.out + ran.err;
  EXPECT_THAT(said, HasSubstr("pattern '(vertrouwen)' is with this factor already as 'vertrouwen' ("
                              "relatie.toml:7); take one out"));
  EXPECT_THAT(said, HasSubstr("'qqxq' is not in the word table and is no known compound"));
}

TEST(EnglishErrors, OfOtherProgramsDictionariesNameLineAndReason) {
  const ExampleStudy study;
  const auto import = [&](const std::string& name, const std::string& text) {
    const Ran ran = samenspel({"lexicon", "import", study.write(name, text).string(), "--naar",
                               study.text("naar"), "--lang", "en"});
    return ran.out + ran.err;
  };
  EXPECT_THAT(import("a.dic", "woord\t1\n"),
              HasSubstr("a.dic:1: a LIWC file begins with a line % and the list of categories"));
  EXPECT_THAT(import("b.yml", "a: [b\n"), HasSubstr("this is not YAML: "));
  EXPECT_THAT(import("c.abc", "x"), HasSubstr("it cannot be seen which program this comes from"));
}

TEST(EnglishErrors, OfStudyAndIndexSayWhatToDo) {
  const ExampleStudy study;
  EXPECT_THAT(study.run({"search", "x", "--lang", "en"}).err, HasSubstr("there is no study here"));
  study.fill();
  fs::remove_all(study.path("study/index"));
  EXPECT_THAT(study.run({"search", "x", "--lang", "en"}).err,
              HasSubstr("there is no index yet; make it with 'samenspel reindex'"));
  {
    SQLite::Database database(study.text("study/study.db"), SQLite::OPEN_READWRITE);
    database.exec("UPDATE passage SET end=100000 WHERE id=(SELECT max(id) FROM passage)");
  }
  EXPECT_THAT(study.run({"check", "--lang", "en"}).out, HasSubstr("1 passage outside its text"));
  study.write("study/study.db", "this is no database, and has been so for a long time");
  EXPECT_THAT(study.run({"check", "--lang", "en"}).err,
              HasSubstr("the data file is damaged or is no database; put back a backup"));
}

TEST(EnglishErrors, OfWordsThatAreGoneSayHowToGetThem) {
  const ExampleStudy study;
  study.fill();
  study.write("gegevens/words.bin", "iets");
  RunOptions options;
  options.environment["SAMENSPEL_DATA"] = study.text("gegevens");
  EXPECT_THAT(study.run({"tag", "--lang", "en"}, options).err,
              HasSubstr("words.bin: the word table is cut off; make it again with"));
}

TEST(EnglishErrors, OfFilesThatAreReadAlone) {
  const ExampleStudy study;
  for (const Trouble& it : troubles()) {
    const fs::path file = study.write("een/" + it.file, it.bytes);
    const Ran ran = samenspel({"read", file.string(), "--lang", "en"});
    if (it.file == "twee.txt" || it.file == "speakers.csv" || it.file == "cases.csv")
      continue;  // said within a study alone
    EXPECT_THAT(ran.err, HasSubstr(it.words)) << it.file << ran;
  }
  const Ran help = samenspel({"read", "--help", "--lang", "en"});
  EXPECT_THAT(help.out, HasSubstr("Kinds of files:\n  txt       plain text\n"));
  EXPECT_THAT(help.out, HasSubstr("table of answers, a document for each row or answer"));
}

}  // namespace
}  // namespace pipeline
