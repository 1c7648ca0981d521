#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

// Every byte that any form could trip over.
const Arguments hard{
    "table",   "--columns", "case", "--where", "\"vertrouwen\" OR (wantrouw* OR =overleg)",
    "--share", "rows"};

Arguments with(Arguments arguments, std::initializer_list<std::string> more) {
  arguments.insert(arguments.end(), more);
  return arguments;
}

TEST(VerifyCommand, FindsATableIdenticalInEveryForm) {
  const ExampleStudy study;
  study.fill();
  for (const char* form : {"txt", "json", "md", "xlsx", "tex", "html"}) {
    const std::string file = study.text(std::string("tabel.") + form);
    ASSERT_EQ(study.run(with(hard, {"--uitvoer", file})).status, 0);
    const Ran ran = study.run({"verify", file});
    EXPECT_EQ(ran.status, 0) << form << ran;
    EXPECT_THAT(ran.out, HasSubstr("identiek aan wat de studie nu geeft (kenmerk "));
  }
}

TEST(VerifyCommand, FindsIdenticalWhatWasIngestedAgainWithoutAChange) {
  const ExampleStudy study;
  study.fill();
  const std::string file = study.text("matrix.html");
  ASSERT_EQ(study.run({"matrix", "--cells", "-o", file}).status, 0);
  ASSERT_EQ(study.ingest().status, 0);
  ASSERT_EQ(study.run({"reindex"}).status, 0);
  const Ran ran = study.run({"verify", file});
  EXPECT_EQ(ran.status, 0) << ran;
}

TEST(VerifyCommand, GivesTheSameIdWhateverTheFormAndTheOrderOfWords) {
  const ExampleStudy study;
  study.fill();
  const std::string one = study.text("a.json"), other = study.text("b.md");
  study.run({"table", "--columns", "case", "--rows", "thema", "-o", one});
  study.run({"table", "--rows", "thema", "--columns", "case", "-o", other});
  const auto a = json_of(study.run({"verify", one, "--format", "json"}));
  const auto b = json_of(study.run({"verify", other, "--format", "json"}));
  EXPECT_EQ(a["format"], "samenspel-verify");
  EXPECT_EQ(a["id"], b["id"]);
  EXPECT_EQ(a["identical"], true);
  EXPECT_EQ(a["words"], (nlohmann::json{"table", "--rows", "thema", "--columns", "case"}));
}

TEST(VerifyCommand, SaysWhichDocumentsChanged) {
  const ExampleStudy study;
  study.fill();
  const std::string file = study.text("tabel.html");
  study.run({"table", "-o", file});
  study.write("documents/heuvelsdal/memo.md", "# Memo\n\nEr was vertrouwen.\n");
  ASSERT_EQ(study.ingest().status, 0);
  const Ran ran = study.run({"verify", file});
  EXPECT_EQ(ran.status, 1) << ran;
  EXPECT_THAT(ran.out, HasSubstr("documenten zijn veranderd: heuvelsdal/memo.md (gewijzigd)"));
  EXPECT_THAT(ran.out, HasSubstr("de studie geeft nu andere cellen dan toen"));
  EXPECT_THAT(ran.out, Not(HasSubstr("lexicon is veranderd")));
}

TEST(VerifyCommand, SaysThatTheLexiconChangedThoughTheCellsDidNot) {
  const ExampleStudy study;
  study.fill();
  const std::string file = study.text("tabel.txt");
  study.run({"table", "-o", file});
  std::string lexicon = bytes_of(study.path("study/lexicon/relatie.toml"));
  ASSERT_FALSE(lexicon.empty());
  study.write("study/lexicon/relatie.toml", lexicon + "# een opmerking\n");
  std::string vision = example::lexicon_vision;
  vision.replace(vision.find("['gedeelde visie']"), 18, "['gedeelde visie', 'zelfde droom']");
  study.write("study/lexicon/visie.toml", vision);
  ASSERT_EQ(study.run({"tag"}).status, 0);
  const Ran ran = study.run({"verify", file});
  EXPECT_EQ(ran.status, 1) << ran;
  EXPECT_THAT(ran.out, HasSubstr("het lexicon is veranderd (toen "));
  EXPECT_THAT(ran.out, HasSubstr("de cellen die de studie geeft zijn dezelfde gebleven"));
}

TEST(VerifyCommand, SaysThatAPersonDecidedSince) {
  const ExampleStudy study;
  study.fill();
  const std::string file = study.text("matrix.xlsx");
  ASSERT_EQ(study.run({"matrix", "-o", file}).status, 0);
  ASSERT_EQ(study
                .run({"matrix", "--confirm", "factor=overleg,case=westerbeek", "--rating", "-2",
                      "--reason", "Elke week ruzie", "--by", "Noor"})
                .status,
            0);
  const Ran ran = study.run({"verify", file});
  EXPECT_EQ(ran.status, 1) << ran;
  EXPECT_THAT(ran.out, HasSubstr("wat mensen codeerden of vaststelden is veranderd"));
}

TEST(VerifyCommand, SaysThatTheFileWasEdited) {
  const ExampleStudy study;
  study.fill();
  const std::string file = study.text("tabel.txt");
  study.run({"table", "-o", file});
  std::string text = bytes_of(file);
  const auto at = text.find("Vertrouwen");
  text.replace(at, 10, "Wantrouwen");
  std::ofstream(file, std::ios::binary) << text;
  const Ran ran = study.run({"verify", file});
  EXPECT_EQ(ran.status, 1) << ran;
  EXPECT_THAT(ran.out, HasSubstr("het bestand is bewerkt nadat samenspel het schreef (regel 5)"));
  const auto program = text.find("programma ");
  text.replace(program, 11, "programma 9");
  std::ofstream(file, std::ios::binary) << text;
  EXPECT_THAT(study.run({"verify", file}).out,
              HasSubstr("het kenmerk in het bestand is zelf gewijzigd"));
}

TEST(VerifyCommand, FindsSearchesAndConcordancesIdenticalInEveryForm) {
  const ExampleStudy study;
  study.fill();
  const std::vector<Arguments> answers{
      {"search", "-\"gedeelde visie\" (vertrouwen OF overleg)", "--volgorde", "datum", "-n", "4"},
      {"search", "vertrouwen", "--facet", "case"},
      {"kwic", "vertrouwen", "--kolom", "rol", "--sort", "R1,rol", "--steekproef", "3"}};
  for (const Arguments& answer : answers)
    for (const char* form : {"txt", "json", "md", "xlsx", "tex", "html", "csv", "tsv", "jsonl"}) {
      const std::string file = study.text(std::string("antwoord.") + form);
      ASSERT_EQ(study.run(with(answer, {"-o", file, "--overschrijf"})).status, 0) << form;
      const Ran ran = study.run({"verify", file});
      EXPECT_EQ(ran.status, 0) << answer[0] << ' ' << form << ran;
      EXPECT_EQ(ran.err, "");
    }
}

TEST(VerifyCommand, FindsChartsIdenticalAndSaysWhatChanged) {
  const ExampleStudy study;
  study.fill();
  const std::vector<Arguments> charts{{"chart", "bars", "--where", "case:westerbeek OF case:h*"},
                                      {"chart", "heatmap", "--columns", "case", "--titel", "A & B"},
                                      {"chart", "matrix", "--sterk-coderingen", "1"},
                                      {"chart", "strips"}};
  for (const Arguments& chart : charts) {
    const std::string file = study.text(chart[1] + ".svg");
    ASSERT_EQ(study.run(with(chart, {"-o", file})).status, 0) << chart[1];
    const Ran ran = study.run({"verify", file});
    EXPECT_EQ(ran.status, 0) << chart[1] << ran;
  }
  ASSERT_EQ(study.ingest().status, 0);
  EXPECT_EQ(study.run({"verify", study.text("strips.svg")}).status, 0) << "a run without changes";
  study.write("documents/heuvelsdal/memo.md", "# Memo\n\nEr was vertrouwen.\n");
  ASSERT_EQ(study.ingest().status, 0);
  const Ran changed = study.run({"verify", study.text("strips.svg")});
  EXPECT_EQ(changed.status, 1) << changed;
  EXPECT_THAT(changed.out, HasSubstr("documenten zijn veranderd: heuvelsdal/memo.md (gewijzigd)"));
}

const std::vector<Arguments> analyses{
    {"keyness", "--min", "1", "--eenheid", "zin"},
    {"cooccurrence", "--eenheid", "document", "--matrix"},
    {"collocates", "factor:vertrouwen OR gemeente", "--min", "1"},
    {"dispersion", "--over", "cases"},
    {"timeline", "--by", "datum:jaar", "--elke-factor"},
    {"words", "--lengte", "2", "--where", "case:westerbeek OR case:h*", "--aantal", "7"},
    {"contrast", "--by", "case", "--min", "1"},
    {"contrast", "--tegenspraak", "--by", "document"}};

TEST(VerifyCommand, FindsAnalysesIdenticalInEveryForm) {
  const ExampleStudy study;
  study.fill();
  for (const Arguments& analysis : analyses)
    for (const char* form : {"txt", "json", "xlsx", "csv", "tsv"}) {
      const std::string file = study.text(std::string("analyse.") + form);
      const Ran made = study.run(with(analysis, {"-o", file, "--overschrijf"}));
      ASSERT_EQ(made.status, 0) << analysis[0] << form << made;
      const Ran ran = study.run({"verify", file});
      EXPECT_EQ(ran.status, 0) << analysis[0] << ' ' << form << ran;
      EXPECT_EQ(ran.err, "");
    }
}

TEST(VerifyCommand, SaysOfEachAnalysisWhetherItWasEditedOrTheStudyChanged) {
  const ExampleStudy study;
  study.fill();
  const auto file = [&](std::size_t i) { return study.text("a" + std::to_string(i) + ".md"); };
  for (std::size_t i = 0; i < analyses.size(); ++i) {
    ASSERT_EQ(study.run(with(analyses[i], {"-o", file(i)})).status, 0);
    const std::string written = bytes_of(file(i));
    std::ofstream(file(i), std::ios::binary) << "Zie hier:\n" + written;
    const Ran edited = study.run({"verify", file(i)});
    EXPECT_EQ(edited.status, 1) << analyses[i][0] << edited;
    EXPECT_THAT(edited.out, HasSubstr("het bestand is bewerkt nadat samenspel het schreef"));
    std::ofstream(file(i), std::ios::binary) << written;
  }
  ASSERT_EQ(study.ingest().status, 0);
  EXPECT_EQ(study.run({"verify", file(0)}).status, 0) << "a run without changes";
  study.write("documents/heuvelsdal/memo.md", "# Memo\n\nEr was vertrouwen in de gemeente.\n");
  ASSERT_EQ(study.ingest().status, 0);
  for (std::size_t i = 0; i < analyses.size(); ++i) {
    const Ran changed = study.run({"verify", file(i)});
    EXPECT_EQ(changed.status, 1) << analyses[i][0] << changed;
    EXPECT_THAT(changed.out, HasSubstr("documenten zijn veranderd: heuvelsdal/memo.md"));
  }
}

TEST(VerifyCommand, FindsAReportIdenticalWhateverItsRecipeCameFrom) {
  const ExampleStudy study;
  study.fill();
  const std::string recipe = study.text("recept.toml");
  const std::vector<Arguments> reports{
      {"report", "-o", study.text("een.html"), "--columns", "rol", "--titel", "A & \"B\"",
       "--bewaar-recept", recipe},
      {"report", "-o", study.text("twee.html"), "--recipe", recipe, "--where", "case:westerbeek"},
      {"report", "-o", study.text("drie.html"), "--lang", "en"}};
  for (const Arguments& report : reports) {
    ASSERT_EQ(study.run(report).status, 0);
    const Ran ran = study.run({"verify", report[2]});
    EXPECT_EQ(ran.status, 0) << report[2] << ran;
  }
  fs::remove(recipe);
  EXPECT_EQ(study.run({"verify", study.text("twee.html")}).status, 0) << "it holds its recipe";
  ASSERT_EQ(study.ingest().status, 0);
  EXPECT_EQ(study.run({"verify", study.text("een.html")}).status, 0) << "a run without changes";
  std::string page = bytes_of(study.text("een.html"));
  page.replace(page.find("<h1>"), 4, "<h1 >");
  std::ofstream(study.text("een.html"), std::ios::binary) << page;
  EXPECT_THAT(study.run({"verify", study.text("een.html")}).out,
              HasSubstr("het bestand is bewerkt nadat samenspel het schreef (regel "));
  study.write("documents/heuvelsdal/memo.md", "# Memo\n\nEr was vertrouwen.\n");
  ASSERT_EQ(study.ingest().status, 0);
  const Ran changed = study.run({"verify", study.text("drie.html")});
  EXPECT_EQ(changed.status, 1) << changed;
  EXPECT_THAT(changed.out, HasSubstr("documenten zijn veranderd: heuvelsdal/memo.md (gewijzigd)"));
}

TEST(VerifyCommand, FindsQuotationsIdenticalInEveryForm) {
  const ExampleStudy study;
  study.fill();
  for (const char* form : {"docx", "txt", "json", "md", "xlsx", "tex", "html", "csv", "jsonl"}) {
    const std::string file = study.text(std::string("citaten.") + form);
    ASSERT_EQ(study
                  .run({"export", "quotes", "-o", file, "--cell", "factor=vertrouwen", "--where",
                        "case:westerbeek OR case:heuvelsdal"})
                  .status,
              0);
    const Ran ran = study.run({"verify", file});
    EXPECT_EQ(ran.status, 0) << form << ran;
    EXPECT_EQ(ran.err, "") << form;
  }
  const std::string document = study.text("citaten.docx");
  std::string bytes = bytes_of(document);
  const auto at = bytes.rfind("word/styles.xml");
  ASSERT_NE(at, std::string::npos);
  bytes.replace(at, 15, "word/stylez.xml");
  std::ofstream(document, std::ios::binary) << bytes;
  EXPECT_THAT(study.run({"verify", document}).out,
              HasSubstr("bewerkt nadat samenspel het schreef, of door een ander programma"));
  const std::string lines = study.text("citaten.csv");
  std::ofstream(lines, std::ios::binary | std::ios::app) << "erbij\r\n";
  EXPECT_THAT(study.run({"verify", lines}).out, HasSubstr("het bestand is bewerkt"));
  study.write("documents/heuvelsdal/memo.md", "# Memo\n\nEr was vertrouwen.\n");
  ASSERT_EQ(study.ingest().status, 0);
  for (const std::string& file : {document, lines, study.text("citaten.xlsx")}) {
    const Ran changed = study.run({"verify", file});
    EXPECT_EQ(changed.status, 1) << changed;
    EXPECT_THAT(changed.out, HasSubstr("documenten zijn veranderd: heuvelsdal/memo.md"));
  }
}

TEST(VerifyCommand, NeedsNoFileBesideQuotationsThatSayNotTo) {
  const ExampleStudy study;
  study.fill();
  const std::string file = study.text("citaten.csv"), origin = file + ".herkomst.json";
  study.write("citaten.csv.herkomst.json", "van iemand anders");
  const Ran refused = study.run({"export", "quotes", "-o", file});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("citaten.csv.herkomst.json: dit bestand bestaat al"));
  EXPECT_EQ(study.run({"export", "quotes", "-o", file, "--zonder-herkomst"}).status, 0);
  EXPECT_EQ(bytes_of(origin), "van iemand anders");
}

TEST(VerifyCommand, HoldsEachFileOfAFolderAgainstItself) {
  const ExampleStudy study;
  study.fill();
  const std::vector<Arguments> folders{
      {"export", "matrix", "-o", study.text("cases"), "--by", "case", "--values", "present"},
      {"export", "quotes", "-o", study.text("citaten"), "--where", "vertrouwen"}};
  for (const Arguments& folder : folders) {
    ASSERT_EQ(study.run(folder).status, 0);
    EXPECT_EQ(study.run({"verify", folder[3]}).status, 0);
    EXPECT_EQ(study.run({"verify", folder[3] + "/"}).status, 0);
    EXPECT_EQ(study.run({"verify", folder[3] + "/LEESMIJ.txt"}).status, 0);
  }
  const fs::path cases = study.path("cases");
  const Ran part = study.run({"verify", (cases / "matrix.csv").string()});
  EXPECT_EQ(part.status, 2) << part;
  EXPECT_THAT(part.err, HasSubstr("dit hoort bij de map waarin het staat; geef die aan verify"));
  study.write("cases/eigen.txt", "van mij");
  EXPECT_EQ(study.run({"verify", cases.string()}).status, 0) << "what is not ours is left alone";
  std::ofstream(cases / "matrix.csv", std::ios::binary | std::ios::app) << "erbij\r\n";
  fs::remove(cases / "laad.do");
  const Ran edited = study.run({"verify", cases.string()});
  EXPECT_EQ(edited.status, 1) << edited;
  EXPECT_THAT(edited.out, HasSubstr("in de map is iets bewerkt of weggehaald nadat samenspel haar "
                                    "schreef: laad.do (ontbreekt), matrix.csv (regel 5)"));
  study.write("documents/heuvelsdal/memo.md", "# Memo\n\nEr was vertrouwen.\n");
  ASSERT_EQ(study.ingest().status, 0);
  const Ran changed = study.run({"verify", study.text("citaten")});
  EXPECT_EQ(changed.status, 1) << changed;
  EXPECT_THAT(changed.out, HasSubstr("documenten zijn veranderd: heuvelsdal/memo.md"));
  EXPECT_THAT(study.run({"verify", study.text("documents")}).err,
              HasSubstr("in deze map staat geen LEESMIJ.txt met een kenmerk"));
}

TEST(VerifyCommand, FindsTheRecordOfAFileWithoutNotesBesideIt) {
  const ExampleStudy study;
  study.fill();
  const std::string file = study.text("tabel.csv"), origin = file + ".herkomst.json";
  const Arguments table{"table", "--share",          "rows", "-o", file, "--scheiding",
                        ";",     "--decimale-komma", "--bom"};
  ASSERT_EQ(study.run(table).status, 0);
  EXPECT_EQ(study.run({"verify", file}).status, 0);
  EXPECT_EQ(study.run({"verify", origin}).status, 0) << "either of the two may be named";
  const auto json = nlohmann::json::parse(bytes_of(origin));
  EXPECT_EQ(json["format"], "samenspel-herkomst");
  EXPECT_EQ(json["file"], "tabel.csv");
  EXPECT_EQ(json["separator"], ";");
  EXPECT_THAT(json["notes"][0].get<std::string>(), HasSubstr("Geteld: coderingen"));
  std::ofstream(file, std::ios::binary | std::ios::app) << "erbij\r\n";
  const Ran edited = study.run({"verify", file});
  EXPECT_EQ(edited.status, 1) << edited;
  EXPECT_THAT(edited.out, HasSubstr("het bestand is bewerkt nadat samenspel het schreef"));
}

TEST(VerifyCommand, LeavesAFileAloneThatStandsWhereTheRecordWouldGo) {
  const ExampleStudy study;
  study.fill();
  const std::string file = study.text("tabel.csv"), origin = file + ".herkomst.json";
  study.write("tabel.csv.herkomst.json", "van iemand anders");
  const Ran refused = study.run({"table", "-o", file});
  EXPECT_EQ(refused.status, 2) << refused;
  EXPECT_THAT(refused.err, HasSubstr("tabel.csv.herkomst.json: dit bestand bestaat al"));
  EXPECT_FALSE(fs::exists(file));
  EXPECT_EQ(study.run({"table", "-o", file, "--zonder-herkomst"}).status, 0);
  EXPECT_EQ(bytes_of(origin), "van iemand anders");
  // Its own record of a table that is gone is in nobody's way.
  fs::remove(file);
  fs::remove(origin);
  ASSERT_EQ(study.run({"table", "-o", file}).status, 0);
  fs::remove(file);
  EXPECT_EQ(study.run({"table", "--columns", "case", "-o", file}).status, 0);
  EXPECT_EQ(study.run({"verify", file}).status, 0);
}

TEST(VerifyCommand, SaysWhyItCannot) {
  const ExampleStudy study;
  study.fill();
  const std::string csv = study.text("tabel.csv");
  study.run({"table", "-o", csv});
  fs::remove(csv + ".herkomst.json");
  const Ran no_record = study.run({"verify", csv});
  EXPECT_EQ(no_record.status, 2);
  EXPECT_THAT(
      no_record.err,
      HasSubstr("hierin staat geen kenmerk, en tabel.csv.herkomst.json staat er niet naast"));
  const Ran no_file = study.run({"verify", study.text("weg.txt")});
  EXPECT_EQ(no_file.status, 2);
  EXPECT_THAT(no_file.err, HasSubstr("weg.txt"));
  // A file may not make the program do anything but answer.
  const std::string tail =
      "; documenten a, lexicon b, instellingen c, oordelen d, programma e, run 1 van f, inhoud g; "
      "na "
      "te gaan met samenspel verify.\n";
  const struct {
    const char *command, *says;
  } rows[] = {{"ingest /tmp", "'ingest' is geen opdracht die opnieuw te doen is"},
              {"matrix --withdraw factor=3Da", "in het kenmerk staat '--withdraw'"},
              {"table --uitvoer=3D/tmp/x", "in het kenmerk staat '--uitvoer=/tmp/x'"},
              {"search x --overschrijf", "in het kenmerk staat '--overschrijf'"},
              {"report --recipe /etc/hostname", "in het kenmerk staat '--recipe'"},
              {"export quotes --overschrijf", "in het kenmerk staat '--overschrijf'"},
              {"queries remove x", "'queries' is geen opdracht die opnieuw te doen is"},
              {"table --kolommen x", "deze versie kent de opdracht niet meer zo"},
              {"table --rows niets", "de opdracht geeft nu geen antwoord meer"}};
  for (const auto& [command, says] : rows) {
    const auto file =
        study.write("vreemd.txt", std::string("Kenmerk 0; opdracht: ") + command + tail);
    const Ran ran = study.run({"verify", file.string()});
    EXPECT_EQ(ran.status, 2) << command << ran;
    EXPECT_THAT(ran.err, HasSubstr(says));
  }
}

}  // namespace
}  // namespace pipeline
