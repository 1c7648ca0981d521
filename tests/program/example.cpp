#include "tests/program/example.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "pipeline/store/store.h"
#include "tests/support/packed.h"

namespace pipeline {

namespace fs = std::filesystem;

std::string example::docx_of(const std::vector<std::string>& paragraphs) {
  std::string body;
  for (const std::string& text : paragraphs)
    body += "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
  return docx(body);
}

ExampleStudy::ExampleStudy() {
  write("documents/cases.csv", example::cases);
  write("documents/westerbeek/interview.txt", example::interview);
  write("documents/westerbeek/gesprek.vtt", example::subtitles);
  write("documents/heuvelsdal/memo.md", example::memo);
  write("documents/heuvelsdal/pagina.html", example::page);
  write("documents/heuvelsdal/gesprek.srt", example::captions);
  write("documents/algemeen/verslag.docx",
        example::docx_of(
            {std::begin(example::report_paragraphs), std::end(example::report_paragraphs)}));
  write("lexicon/lexicon.toml", example::lexicon_about);
  write("lexicon/relatie.toml", example::lexicon_relation);
  write("lexicon/visie.toml", example::lexicon_vision);
  write("lexicon/context.toml", example::lexicon_cues);
}

void ExampleStudy::create() const {
  const Ran ran = samenspel({"new", text("study"), "--lexicon", text("lexicon")});
  ASSERT_EQ(ran.status, 0) << ran;
}

Ran ExampleStudy::ingest(const Arguments& more) const {
  Arguments arguments{"ingest", text("documents")};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run(arguments);
}

void ExampleStudy::fill() const {
  create();
  const Ran ran = ingest();
  ASSERT_EQ(ran.status, 0) << ran;
}

Ran ExampleStudy::run(Arguments arguments, const RunOptions& options) const {
  arguments.insert(arguments.end(), {"--study", text("study")});
  return samenspel(arguments, options);
}

std::string dump(const fs::path& study) {
  const SQLite::Database database((study / "study.db").string());
  std::vector<std::string> tables;
  SQLite::Statement names(database,
                          "SELECT name FROM sqlite_master WHERE type='table' AND name NOT IN "
                          "('run','outcome') AND name NOT LIKE 'sqlite_%' ORDER BY name");
  while (names.executeStep()) tables.push_back(names.getColumn(0).getString());
  std::string text;
  for (const std::string& table : tables) {
    std::vector<std::string> lines;
    SQLite::Statement rows(database, "SELECT * FROM " + table);
    while (rows.executeStep()) {
      std::string line = table;
      for (int i = 0; i < rows.getColumnCount(); ++i)
        line += '|' + (rows.getColumn(i).isNull() ? "null" : rows.getColumn(i).getString());
      lines.push_back(line + '\n');
    }
    std::ranges::sort(lines);
    for (const std::string& line : lines) text += line;
  }
  return text;
}

namespace {

void print(std::ostream& out, const Attributes& attributes) {
  for (const auto& [name, value] : attributes) out << ' ' << name << '=' << value;
  out << '\n';
}

void print(std::ostream& out, const Coding& coding) {
  out << "coding " << coding.passage << ' ' << coding.span.begin << '-' << coding.span.end << ' '
      << coding.factor << ' ' << to_string(coding.valence) << ' ' << to_string(coding.modality)
      << ' ' << coding.coder << ' ' << static_cast<int>(coding.status) << '\n';
  for (const Evidence& evidence : coding.evidence)
    out << "  because " << static_cast<int>(evidence.kind) << ' ' << evidence.rule << ' '
        << evidence.source << ' ' << evidence.match.begin << '-' << evidence.match.end << '\n';
}

void print(std::ostream& out, const CodedDocument& it) {
  out << "document " << it.path << ' ' << it.document.format << ' ' << it.key << ' '
      << it.stamp.hash << ' ' << it.text_hash << '\n'
      << it.document.source << '\n';
  print(out, it.document.attributes);
  for (const Speaker& speaker : it.segmented.speakers) {
    out << "speaker " << speaker.name << ' ' << static_cast<int>(speaker.kind);
    print(out, speaker.attributes);
  }
  for (std::size_t i = 0; i < it.segmented.passages.size(); ++i) {
    const Passage& passage = it.segmented.passages[i];
    out << "passage " << static_cast<int>(passage.kind) << ' ' << passage.span.begin << '-'
        << passage.span.end << ' ' << passage.speaker.value_or(99) << ' '
        << passage.start_ms.value_or(-1) << ' ' << passage.first_sentence << '-'
        << passage.end_sentence << ' ' << it.words[i] << '\n';
  }
  for (const Sentence& sentence : it.segmented.sentences)
    out << "sentence " << sentence.span.begin << '-' << sentence.span.end << '\n';
  for (const Coding& coding : it.codings) print(out, coding);
}

}  // namespace

std::string dump_by_path(const fs::path& study) {
  const auto store = Store::open(study / "study.db", false);
  if (!store) return to_string(store.error());
  std::map<std::string, std::string> documents;
  for (const StoredDocument& document : store->documents()) {
    std::ostringstream out;
    if (const auto it = store->load(document.id)) print(out, *it);
    documents[document.path] = out.str();
  }
  std::string text;
  for (const auto& [path, lines] : documents) text += lines;
  return text;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string answers(const fs::path& study) {
  std::string text;
  const std::vector<Arguments> questions{
      {"search", "vertrouwen", "--format", "json", "--volgorde", "document"},
      {"search", "factor:vertrouwen/faal OF geen overleg", "--volgorde", "document"},
      {"search", "vertrouwen", "--facet", "case", "--format", "csv"},
      {"documents", "--format", "csv"},
      {"table", "--columns", "case", "--format", "csv"}};
  for (Arguments question : questions) {
    question.insert(question.end(), {"--study", study.string()});
    const Ran ran = samenspel(question);
    EXPECT_NE(ran.status, 2) << ran;
    text += ran.out + ran.err;
  }
  return text;
}

}  // namespace pipeline
