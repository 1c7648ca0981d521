// What users get wrong, and what the program says of it. Nothing else of the study changes.
#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <functional>

#include "tests/program/example.h"
#include "tests/program/json.h"
#include "tests/support/packed.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// A study, and a way to see whether anything of it changed.
class BadInput : public testing::Test {
 protected:
  void SetUp() override {
    study_.fill();
    record_ = dump(study_.path("study"));
    said_ = answers(study_.path("study"));
  }
  void expect_unchanged() const {
    EXPECT_EQ(dump(study_.path("study")), record_);
    EXPECT_EQ(answers(study_.path("study")), said_);
    EXPECT_EQ(study_.run({"check"}).status, 0);
  }
  ExampleStudy study_;
  std::string record_, said_;
};

// A small file that unpacks to very much: text that repeats packs a thousandfold.
std::string zip_bomb() {
  return packed(
      docx_parts("<w:p><w:r><w:t>" + std::string(300U << 20, 'a') + "</w:t></w:r></w:p>"));
}

struct Refused {
  std::string name, bytes, words;
};

TEST_F(BadInput, FilesAreRefusedByNameWithTheReason) {
  const std::string broken = example::docx_of({"vertrouwen"});
  const std::vector<Refused> rows{
      {"leeg.txt", "", "het bestand is leeg"},
      {"wit.txt", " \n\t\n", "er staat geen tekst in het bestand"},
      {"binair.txt",
       std::string("\x7f"
                   "ELF\x02\x01\x01\x00\x00\x00\x00\x01\x02\x03",
                   14),
       ""},
      {"plaatje.txt", "\x89PNG\r\n\x1a\n....",
       "de uitgang is .txt, maar dit is een PNG-afbeelding"},
      {"verslag.pdf", "%PDF-1.7", "de PDF is niet te lezen; is het bestand beschadigd?"},
      {"brief.rtf", "{\\rtf1 hallo", "afgekapt"},
      {"oud.doc", "\xD0\xCF\x11\xE0", "dit is geen Word-document"},
      {"opname.mp3", "ID3", "een opname wordt niet gelezen"},
      {"iets.xyz", "tekst", "de uitgang .xyz is onbekend; leesbaar zijn .txt"},
      {"zonder", "tekst zonder uitgang", "het bestand heeft geen uitgang"},
      {"tekst.docx", "gewoon tekst",
       "de uitgang is .docx, maar dit is iets anders; geef het de juiste uitgang"},
      {"half.docx", broken.substr(0, broken.size() / 2), ""},
      {"ander.docx", packed({{"data.txt", "x"}}), ""},
      {"bom.docx", zip_bomb(), "dit lijkt een ZIP-bom"},
      {"kapot.docx", packed(docx_parts("<w:p><w:r><w:t>a</w:t>")), ""}};
  for (const Refused& row : rows) study_.write("fout/" + row.name, row.bytes);
  const Ran ran = study_.run({"ingest", study_.text("fout"), "--format", "json"});
  EXPECT_EQ(ran.status, 2) << ran;
  const auto json = json_of(ran);
  EXPECT_EQ(json["added"], 0);
  std::map<std::string, std::string> reasons;
  for (const auto& outcome : json["outcomes"]) {
    EXPECT_EQ(outcome["kind"], "refused");
    reasons[outcome["path"]] = outcome["message"];
  }
  EXPECT_EQ(reasons.size(), rows.size());
  for (const Refused& row : rows) {
    EXPECT_THAT(reasons[row.name], HasSubstr(row.words)) << row.name;
    EXPECT_GT(reasons[row.name].size(), 10U) << row.name;
    // The same by itself, as `read` says it.
    const Ran alone = samenspel({"read", study_.text("fout/" + row.name)});
    EXPECT_EQ(alone.status, 2) << row.name << alone;
    EXPECT_THAT(alone.err, HasSubstr(row.name + ": " + reasons[row.name]));
  }
  expect_unchanged();
}

TEST_F(BadInput, PathsThatAreNotThereOrMayNotBeReadAreNamed) {
  const auto closed = study_.write("dicht/geheim.txt", "vertrouwen");
  study_.write("open/dicht.txt", "vertrouwen");
  fs::permissions(closed.parent_path(), fs::perms::none);
  fs::permissions(study_.path("open/dicht.txt"), fs::perms::none);
  const Ran missing = study_.run({"ingest", study_.text("nergens")});
  EXPECT_EQ(missing.status, 2) << missing;
  EXPECT_THAT(missing.out, HasSubstr("nergens: bestaat niet"));
  expect_unchanged();

  // As somebody without rights, who has a study of their own.
  fs::permissions(study_.path(), fs::perms::all);
  RunOptions nobody;
  nobody.as_nobody = true;
  ASSERT_EQ(
      samenspel({"new", study_.text("mijn"), "--lexicon", study_.text("lexicon")}, nobody).status,
      0);
  const Ran ran = samenspel(
      {"ingest", study_.text("dicht"), study_.text("open"), "--study", study_.text("mijn")},
      nobody);
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.out, HasSubstr("dicht: geen toestemming om dit te lezen"));
  EXPECT_THAT(ran.out, HasSubstr("dicht.txt: kan niet worden gelezen; controleer de rechten"));
  const Ran read = samenspel({"read", study_.text("open/dicht.txt")}, nobody);
  EXPECT_EQ(read.status, 2) << read;
  EXPECT_THAT(read.err, HasSubstr("kijk de rechten na"));
  fs::permissions(closed.parent_path(), fs::perms::owner_all);
}

TEST_F(BadInput, AStudyThatMayNotBeWrittenIsSaidSo) {
  const fs::perms folder = fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
                           fs::perms::others_read | fs::perms::others_exec;
  fs::permissions(study_.path(), folder);
  if (!is_root())
    fs::permissions(study_.path("study"), fs::perms::owner_read | fs::perms::owner_exec);
  RunOptions nobody;
  nobody.as_nobody = true;
  const Ran ran = study_.run({"ingest", study_.text("documents")}, nobody);
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.err, HasSubstr("de studie kan niet worden beschreven; controleer de rechten"));
  for (const Arguments& arguments : std::vector<Arguments>{{"search", "vertrouwen"},
                                                           {"table", "--columns", "case"},
                                                           {"why", "1:1"},
                                                           {"documents"},
                                                           {"check"}}) {
    const Ran reader = study_.run(arguments, nobody);
    const Ran owner = study_.run(arguments);
    EXPECT_EQ(reader.status, 0) << reader;
    EXPECT_EQ(reader.out, owner.out);
    EXPECT_EQ(reader.err, "");
  }
  // What a writer left in the log would be missed.
  study_.write("study/study.db-wal", "iets");
  const Ran behind = study_.run({"documents"}, nobody);
  EXPECT_EQ(behind.status, 2) << behind;
  EXPECT_THAT(behind.err, HasSubstr("de studie mag hier alleen worden gelezen, en er wordt in "
                                    "geschreven of een schrijver is plotseling gestopt"));
  fs::permissions(study_.path("study"), fs::perms::owner_all);
  fs::remove(study_.path("study/study.db-wal"));
  expect_unchanged();
}

TEST_F(BadInput, AnotherEncodingIsReadWithAWarning) {
  study_.write("fout/latijn.txt",
               "De co\xF6peratie had vertrouwen in de re\xEB"
               "ele plannen.\n");
  const Ran ran = study_.run({"ingest", study_.text("fout")});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("Waarschuwingen:\n  latijn.txt: "));
  EXPECT_THAT(study_.run({"search", "coöperatie"}).out, HasSubstr("latijn.txt"));
}

TEST_F(BadInput, AllMistakesOfALexiconAreNamedWithTheirPlace) {
  study_.write(
      "study/lexicon/relatie.toml",
      "thema = \"relatie\"\n\n[[factor]]\nid = \"vertrouwen\"\nlabel = \"Vertrouwen\"\n"
      "definite = \"Partijen kunnen op elkaar aan.\"\n"
      "succes = ['vertrouw(', '<partij> vertrouwen']\nfaal = ['wantrouw*', 'wantrouw*']\n");
  study_.write("study/lexicon/context.toml",
               "[[cue]]\nklasse = \"ontkening\"\nrichting = \"vooruit\"\npatronen = ['geen']\n");
  const std::vector<std::string> wanted{
      "relatie.toml:6:1: onbekende sleutel 'definite'; bedoelt u 'definitie'?",
      "'definitie' ontbreekt",
      "relatie.toml:7:",
      "patroon 'vertrouw('",
      "woordgroep <partij> bestaat niet",
      "relatie.toml:8:22: patroon 'wantrouw*' staat al op regel 8",
      "context.toml:2:10: onbekende klasse 'ontkening'; bedoelt u 'ontkenning'"};
  for (const Arguments& arguments : std::vector<Arguments>{{"ingest", study_.text("documents")},
                                                           {"tag"},
                                                           {"reindex"},
                                                           {"search", "vertrouwen"},
                                                           {"table"}}) {
    const Ran ran = study_.run(arguments);
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_EQ(ran.out, "");
    for (const std::string& words : wanted) EXPECT_THAT(ran.err, HasSubstr(words)) << arguments[0];
  }
  study_.write("study/lexicon/relatie.toml", example::lexicon_relation);
  study_.write("study/lexicon/context.toml", example::lexicon_cues);
  expect_unchanged();
}

TEST_F(BadInput, MistakesInTheAttributesAreNamedByLine) {
  struct Row {
    std::string csv, words;
  };
  // The whole file cannot be used: nothing is read.
  for (const Row& row :
       {Row{"document;case\na.txt;x\n", "cases.csv:1: de kolom “bestand” ontbreekt"},
        Row{"bestand;case;case\na.txt;x;y\n", "cases.csv:1: de kolom “case” staat er tweemaal"},
        Row{"bestand;case\n\"a.txt;x\n", "cases.csv:2: een aanhalingsteken is niet gesloten"},
        Row{"", "cases.csv: het bestand is leeg"}}) {
    study_.write("documents/cases.csv", row.csv);
    const Ran ran = study_.ingest();
    EXPECT_EQ(ran.status, 2) << row.words << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.words));
    expect_unchanged();
  }
  study_.write("documents/cases.csv", example::cases);
  const Ran missing =
      study_.run({"ingest", study_.text("documents"), "--cases", study_.text("geen.csv")});
  EXPECT_EQ(missing.status, 2) << missing;
  EXPECT_THAT(missing.err, HasSubstr("geen.csv: het bestand is niet te lezen"));
  expect_unchanged();

  // A row cannot be used: it is left out, and said so.
  study_.write("documents/cases.csv",
               std::string(example::cases) + "a.txt;;x;y;31-31-2026;\n;;x;;;\na.txt;;x;y;;;;;z\n");
  const Ran ran = study_.ingest();
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("cases.csv: regel 9: “31-31-2026” is geen datum"));
  EXPECT_THAT(ran.out, HasSubstr("cases.csv: regel 10: in deze regel is “bestand” leeg"));
  EXPECT_THAT(ran.out, HasSubstr("cases.csv: regel 11: deze regel heeft 9 cellen en de kop 6"));
  expect_unchanged();
}

TEST_F(BadInput, QueriesAreRefusedWithThePlaceAndWhatComesNear) {
  struct Row {
    std::string query, words;
  };
  const std::vector<Row> rows{
      {"factor:vertrouwn", "teken 8: onbekende factor 'vertrouwn'; bedoelt u 'vertrouwen'?"},
      {"factor:vertrouwen/foal", "onbekende valentie 'foal'; bedoelt u 'faal'?"},
      {"rool:bestuurder", "teken 1: onbekend veld 'rool'; bedoelt u 'rol'?"},
      {"rol:bestuurdr", "onbekende waarde van rol: 'bestuurdr'; bedoelt u 'bestuurder'?"},
      {"valentie:goed", "onbekende valentie 'goed'; er is: succes, faal, neutraal"},
      {"spreker:marlos", "onbekende spreker 'marlos'; bedoelt u 'marloes'?"},
      {"thema:relaties", "onbekend thema 'relaties'; bedoelt u 'relatie'?"},
      {"datum:2026-13", "'2026-13' is geen datum of periode; schrijf 2026"},
      {"(vertrouwen OF overleg", "teken 1: haakje openen zonder haakje sluiten"},
      {"vertrouwen)", "teken 11: haakje sluiten zonder haakje openen"},
      {"\"gedeelde visie", "teken 1: aanhalingsteken openen zonder sluiten"},
      {"vertrouwen NEAR/ gemeente", "na de schuine streep hoort een getal van 1 tot en met 99"},
      {"vertrouwen EN", "teken 14: aan het eind ontbreekt wat gezocht wordt"},
      {"", "de zoekvraag is leeg"}};
  for (const Row& row : rows) {
    const Ran ran = samenspel({"search", "--study", study_.text("study"), "--", row.query});
    EXPECT_EQ(ran.status, 2) << row.query << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.words)) << row.query;
    EXPECT_EQ(ran.out, "") << row.query;
  }
  const Ran ran = study_.run({"search", "visie factor:vertrouwn"});
  EXPECT_THAT(ran.err, HasSubstr("\n  visie factor:vertrouwn\n               ^\n"));
  const Ran facet = study_.run({"search", "vertrouwen", "--facet", "rool"});
  EXPECT_EQ(facet.status, 2) << facet;
  EXPECT_THAT(facet.err,
              HasSubstr("--facet: 'rool' is geen kenmerk om op te tellen; bedoelt u 'rol'?"));
}

// Every command that needs a study says so alike.
TEST_F(BadInput, AFolderWithoutAStudyIsSaidSo) {
  for (const Arguments& arguments : std::vector<Arguments>{{"ingest", "."},
                                                           {"search", "a"},
                                                           {"table"},
                                                           {"why", "1:1"},
                                                           {"documents"},
                                                           {"tag"},
                                                           {"reindex"},
                                                           {"check"}}) {
    Arguments all = arguments;
    all.insert(all.end(), {"--study", study_.text("documents")});
    const Ran ran = samenspel(all);
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.err, HasSubstr("documents: hier is geen studie; maak er een met 'samenspel new "
                                   "MAP', of wijs een map aan met --study"));
    EXPECT_EQ(ran.out, "");
  }
}

TEST_F(BadInput, AStudyOfANewerVersionIsRefused) {
  {
    SQLite::Database database(study_.text("study/study.db"), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA user_version=99");
  }
  for (const Arguments& arguments : std::vector<Arguments>{
           {"ingest", study_.text("documents")}, {"search", "vertrouwen"}, {"table"}, {"check"}}) {
    const Ran ran = study_.run(arguments);
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.err, HasSubstr("nieuwere versie van samenspel (schema 99, deze versie kent 4); "
                                   "werk samenspel bij"));
  }
  {
    SQLite::Database database(study_.text("study/study.db"), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA user_version=4");
  }
  expect_unchanged();
}

TEST_F(BadInput, ADatabaseThatIsNoneOrAnotherOrBrokenIsSaidSo) {
  const std::string whole = bytes_of(study_.path("study/study.db"));
  fs::remove(study_.path("study/study.db-wal"));
  study_.write("study/study.db", "dit is geen database, maar wel een bestand van enige lengte");
  Ran ran = study_.run({"documents"});
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.err,
              HasSubstr("study.db: het databestand is beschadigd of geen database; zet een "
                        "reservekopie terug"));

  fs::remove(study_.path("study/study.db"));
  {
    SQLite::Database(study_.text("study/study.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE iets(a)");
  }
  ran = study_.run({"documents"});
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.err, HasSubstr("dit is geen databestand van samenspel"));

  // The pages with the schema are whole, the rest is not.
  std::string damaged = whole;
  constexpr std::size_t page = 4096;
  for (std::size_t at = page; at + page <= damaged.size(); at += page)
    if (damaged.substr(at, page).find("CREATE ") == std::string::npos)
      damaged.replace(at, page, page, '\x5A');
  study_.write("study/study.db", damaged);
  for (const Arguments& arguments : std::vector<Arguments>{
           {"table"}, {"documents"}, {"check"}, {"ingest", study_.text("documents")}}) {
    ran = study_.run(arguments);
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.err, HasSubstr("study.db is beschadigd; zet een reservekopie terug"));
  }
  study_.write("study/study.db", whole);
  expect_unchanged();
}

TEST_F(BadInput, SettingsWithMistakesAreNamedByLine) {
  struct Row {
    std::string toml, words;
  };
  for (const Row& row :
       {Row{"titel = \"x\n", "study.toml:1:"},
        Row{"[tekst]\nlangste_passage = 12\n",
            "study.toml:2:19: langste_passage: schrijf een getal van 200 tot 1000000"},
        Row{"[tekst]\ninterviewers = \"I\"\n", "study.toml:2:16: interviewers: schrijf een lijst"},
        Row{"[index]\nexact = \"ja\"\n", "study.toml:2:9: exact: schrijf true of false"}}) {
    const std::string before = bytes_of(study_.path("study/study.toml"));
    study_.write("study/study.toml", row.toml);
    const Ran ran = study_.ingest();
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.words));
    study_.write("study/study.toml", before);
    expect_unchanged();
  }
}

TEST_F(BadInput, ASecondWriterIsToldToWaitAndReadersAreNot) {
  const int lock = open(study_.text("study/study.lock").c_str(), O_RDWR | O_CREAT, 0644);
  ASSERT_EQ(flock(lock, LOCK_EX | LOCK_NB), 0);
  study_.write("documents/nieuw.txt", "Er was vertrouwen.");
  for (const Arguments& arguments :
       std::vector<Arguments>{{"ingest", study_.text("documents")}, {"tag"}, {"reindex"}}) {
    const Ran ran = study_.run(arguments);
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.err, HasSubstr("de studie wordt al beschreven door een andere samenspel"));
    EXPECT_THAT(ran.err, HasSubstr("wacht tot die klaar is"));
  }
  expect_unchanged();  // and everything that reads still answers
  close(lock);
  EXPECT_EQ(study_.ingest().status, 0);
}

TEST_F(BadInput, WordsThatAreGoneOrDamagedAreSaidSo) {
  const std::string words = bytes_of(fs::path(SAMENSPEL_BINARY_DIR) / "words.bin");
  ASSERT_GT(words.size(), 100'000U);
  std::string flipped = words;
  flipped[words.size() / 2] = static_cast<char>(~flipped[words.size() / 2]);
  const std::vector<std::pair<std::string, std::string>> rows{
      {"", "woordtabel"},
      {words.substr(0, words.size() / 2), "woordtabel"},
      {"iets", "woordtabel"}};
  fs::create_directories(study_.path("gegevens"));
  RunOptions options;
  options.environment["SAMENSPEL_DATA"] = study_.text("gegevens");
  Ran ran = study_.run({"ingest", study_.text("documents")}, options);
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.err, HasSubstr("words.bin"));
  for (const auto& [bytes, said] : rows) {
    study_.write("gegevens/words.bin", bytes);
    for (const Arguments& arguments : std::vector<Arguments>{
             {"ingest", study_.text("documents")}, {"search", "vertrouwen"}, {"tag"}}) {
      ran = study_.run(arguments, options);
      EXPECT_EQ(ran.status, 2) << ran;
      EXPECT_THAT(ran.err, HasSubstr(said));
    }
  }
  expect_unchanged();
}

}  // namespace
}  // namespace pipeline
