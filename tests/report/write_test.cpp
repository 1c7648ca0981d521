#include "pipeline/report/write.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "pipeline/report/frequency.h"
#include "pipeline/report/html.h"
#include "pipeline/report/text_width.h"
#include "tests/report/example_facts.h"

namespace pipeline {
namespace {

Table example_table() {
  FrequencySpec spec;
  spec.columns = "case";
  spec.valence = ValenceView::split;
  auto table = frequency(example_facts(), example_factors(), spec, {});
  EXPECT_TRUE(table);
  table->notes = {"Geteld: coderingen; een codering is een factor in een zin.", "Run 3."};
  return *table;
}

Table small_table(std::vector<Row> rows) {
  return {"Proef",
          {{"naam", "Naam"}, {"n", "n"}, {"saldo", "saldo", 2, "", ColumnRole::balance}},
          std::move(rows),
          {}};
}

// A reader of RFC 4180, for what the writer wrote.
std::vector<std::vector<std::string>> read_csv(std::string_view csv, char separator) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string cell;
  for (std::size_t at = 0; at < csv.size();) {
    if (csv[at] == '"') {
      for (++at; csv.substr(at, 1) != "\"" || csv.substr(at, 2) == "\"\""; ++at) {
        cell += csv[at];
        if (csv[at] == '"') ++at;
      }
      ++at;
    } else if (csv[at] == separator) {
      row.push_back(std::exchange(cell, {}));
      ++at;
    } else if (csv.substr(at, 2) == "\r\n") {
      row.push_back(std::exchange(cell, {}));
      rows.push_back(std::exchange(row, {}));
      at += 2;
    } else {
      cell += csv[at++];
    }
  }
  return rows;
}

TEST(TableFormats, AreFoundByName) {
  for (const TableFormat& format : table_formats()) {
    const auto found = table_format(format.name);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->write, format.write);
    const std::string written = format.write(example_table(), {});
    EXPECT_EQ(format.is_text, written.back() == '\n') << format.name;
    EXPECT_EQ(table_format_of(format.ending)->name, format.name);
  }
  EXPECT_EQ(to_string(table_format("xls").error()),
            "'xls' is geen uitvoervorm; kies tekst, csv, json, tsv, jsonl, markdown, xlsx, latex "
            "of html");
  EXPECT_EQ(table_format_of(".pdf"), nullptr);
}

TEST(WriteText, AlignsUnderGroupsAndBreaksAWideTableIntoParts) {
  EXPECT_EQ(write_text(example_table(), {}), R"(Coderingen per factor en case

                      kadewijk                 westerbeek               (geen)
Factor                succes  faal  neutraal   succes  faal  neutraal   succes  faal  neutraal
──────────────────────────────────────────────────────────────────────────────────────────────
Vertrouwen                 2     0         1        2     2         0        0     0         0
Rol van de gemeente        0     0         0        1     1         0        0     0         0
eigen-vondst               0     0         0        0     0         0        0     1         0
──────────────────────────────────────────────────────────────────────────────────────────────
Totaal                     2     0         1        3     3         0        0     1         0

                      totaal
Factor                succes  faal  neutraal  aantal
────────────────────────────────────────────────────
Vertrouwen                 4     2         1      7
Rol van de gemeente        1     1         0      2°
eigen-vondst               0     1         0      1°
────────────────────────────────────────────────────
Totaal                     5     4         1     10

Geteld: coderingen; een codering is een factor in een zin.
Run 3.
)");
}

TEST(WriteText, BreaksAGroupThatFitsNowhereAndWrapsNotes) {
  Table table = example_table();
  std::erase_if(table.rows, [](const Row& row) { return !row.is_total; });
  for (Row& row : table.rows) row.cells.erase(row.cells.begin() + 2, row.cells.begin() + 11);
  table.columns.erase(table.columns.begin() + 2, table.columns.begin() + 11);
  WriteOptions options;
  options.width = 25;
  EXPECT_EQ(write_text(table, options), R"(Coderingen per factor en case

         totaal
Factor   succes  faal
─────────────────────
Totaal        5     4

        totaal
Factor  neutraal  aantal
────────────────────────
Totaal         1      10

Geteld: coderingen; een
  codering is een factor
  in een zin.
Run 3.
)");
}

TEST(WriteText, NeverBreaksWithoutAWidth) {
  WriteOptions options;
  options.width = 0;
  Table table{"Breed", {{"naam", "Naam"}}, {{{std::string(90, 'x')}, false}}, {"noot"}};
  std::string titles = "Naam" + std::string(86, ' ');
  std::string numbers = std::string(90, 'x');
  for (std::int64_t i = 10; i < 40; ++i) {
    table.columns.push_back({std::to_string(i), std::to_string(i)});
    table.rows[0].cells.emplace_back(i);
    titles += "  " + std::to_string(i);
    numbers += "  " + std::to_string(i);
  }
  std::string rule;
  for (std::size_t i = 0; i < numbers.size(); ++i) rule += "─";
  EXPECT_EQ(write_text(table, options),
            "Breed\n\n" + titles + "\n" + rule + "\n" + numbers + "\n\nnoot\n");
}

TEST(WriteText, CutsNamesThatWouldLeaveNoRoom) {
  WriteOptions options;
  options.width = 44;
  const Table table = small_table(
      {{{"map/een-heel-lange-naam-van-een-bestand.txt", std::int64_t{3}, Cell{}}, false}});
  EXPECT_EQ(write_text(table, options), R"(Proef

Naam                    n  saldo
────────────────────────────────
map/een-he…bestand.txt  3
)");
}

TEST(WriteText, WritesNumbersAsDutchReadersDo) {
  const Table table = small_table({{{"één", std::int64_t{1234}, 0.333}, false},
                                   {{"cafe\u0301", std::int64_t{0}, -0.001}, false},
                                   {{"会议", Cell{}, Cell{}}, false}});
  EXPECT_EQ(write_text(table, {}), R"(Proef

Naam     n  saldo
─────────────────
één   1234   0,33
café     0   0,00
会议
)");
}

TEST(WriteText, ColoursWhenAsked) {
  WriteOptions options;
  options.colour = true;
  Table table =
      small_table({{{"a", std::int64_t{0}, 0.5}, false}, {{"b", std::int64_t{3}, -0.5}, false}});
  table.columns[1].role = ColumnRole::failure;
  EXPECT_EQ(write_text(table, options),
            "\x1b[1mProef\x1b[0m\n"
            "\n"
            "Naam  n  saldo\n"
            "──────────────\n"
            "a     \x1b[2m0\x1b[0m   \x1b[38;5;36m0,50\x1b[0m\n"
            "b     \x1b[38;5;166m3\x1b[0m  \x1b[38;5;166m-0,50\x1b[0m\n");
}

TEST(WriteMarkdown, IsATableThatMarkdownReads) {
  Table table = small_table(
      {{{"a|b *c*", std::int64_t{3}, 0.5}, false}, {{"Totaal", std::int64_t{3}, Cell{}}, true}});
  table.columns[2].group = "west";
  table.notes = {"Een <noot>."};
  EXPECT_EQ(write_markdown(table, {}),
            "**Proef**\n"
            "\n"
            "| Naam | n | west saldo |\n"
            "| --- | ---: | ---: |\n"
            "| a\\|b \\*c\\* | 3 | 0,50 |\n"
            "| **Totaal** | **3** |  |\n"
            "\n"
            "- Een \\<noot>.\n");
}

TEST(WriteCsv, HasKeysLabelsAndNumbers) {
  FrequencySpec spec;
  spec.valence = ValenceView::balance;
  const auto table = frequency(example_facts(), example_factors(), spec, {});
  ASSERT_TRUE(table);
  EXPECT_EQ(write_csv(*table, {}),
            "factor,label,saldo,aantal\r\n"
            "vertrouwen,Vertrouwen,0.333333,7\r\n"
            "gemeente,Rol van de gemeente,0,2\r\n"
            "eigen-vondst,eigen-vondst,-1,1\r\n"
            "Totaal,Totaal,0.111111,10\r\n");
}

TEST(WriteCsv, ComesBackThroughAReader) {
  const std::vector<std::string> names{"gewoon",       "met;punt", "met,komma", "met \"quote\"",
                                       "twee\nregels", "",         " spatie ",  "één"};
  std::vector<Row> rows;
  for (const auto& name : names) rows.push_back({{name, std::int64_t{-7}, 0.25}, false});
  for (const char separator : {',', ';'})
    for (const bool decimal_comma : {false, true}) {
      WriteOptions options;
      options.separator = separator;
      options.decimal_comma = decimal_comma;
      const auto read = read_csv(write_csv(small_table(rows), options), separator);
      ASSERT_EQ(read.size(), names.size() + 1);
      EXPECT_EQ(read[0], (std::vector<std::string>{"naam", "n", "saldo"}));
      for (std::size_t i = 0; i < names.size(); ++i)
        EXPECT_EQ(read[i + 1],
                  (std::vector<std::string>{names[i], "-7", decimal_comma ? "0,25" : "0.25"}));
    }
}

TEST(WriteCsv, DisarmsFormulas) {
  const struct {
    std::string text, expected;
  } cases[] = {
      {"=1+1", "'=1+1"}, {"+31 6", "'+31 6"}, {"-", "'-"},           {"@naam", "'@naam"},
      {"\tx", "'\tx"},   {"-12", "-12"},      {"+3,5", "+3,5"},      {"-1.5", "-1.5"},
      {"-1.", "'-1."},   {"1=1", "1=1"},      {"- punt", "'- punt"},
  };
  for (const auto& [text, expected] : cases) {
    Table table = small_table({{{text, Cell{}, Cell{}}, false}});
    table.columns[1].name = text;
    const auto read = read_csv(write_csv(table, {}), ',');
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[1][0], expected);
    EXPECT_EQ(read[0][1], expected);
  }
}

TEST(WriteCsv, MarksTheByteOrderWhenAsked) {
  WriteOptions options;
  options.byte_order_mark = true;
  EXPECT_EQ(write_csv(small_table({}), options), "\xEF\xBB\xBFnaam,n,saldo\r\n");
}

TEST(WriteJson, HoldsTheWholeTable) {
  const Table table = small_table(
      {{{"a \"b\"", std::int64_t{3}, 0.25}, false}, {{"Totaal", Cell{}, Cell{}}, true}});
  EXPECT_EQ(write_json(table, {}),
            R"({"format":"samenspel-table","version":1,
"title":"Proef",
"columns":[
  {"name":"naam","title":"Naam","group":"","role":"plain","decimals":0},
  {"name":"n","title":"n","group":"","role":"plain","decimals":0},
  {"name":"saldo","title":"saldo","group":"","role":"balance","decimals":2}],
"rows":[
  {"total":false,"cells":["a \"b\"",3,0.25]},
  {"total":true,"cells":["Totaal",null,null]}],
"notes":[]}
)");
}

TEST(WriteJson, IsReadByAParserWhateverTheNames) {
  Table table = example_table();
  table.rows[0].cells[1] = std::string("stuk\xFF");
  const auto json = nlohmann::json::parse(write_json(table, {}));
  EXPECT_EQ(json["format"], "samenspel-table");
  EXPECT_EQ(json["columns"].size(), table.columns.size());
  EXPECT_EQ(json["rows"].size(), table.rows.size());
  EXPECT_EQ(json["rows"][0]["cells"][0], "vertrouwen");
  EXPECT_EQ(json["notes"][1], "Run 3.");
}

TEST(WriteLines, EscapeWhatWouldBreakALineSoThatItCanBeReadBack) {
  const Table table = small_table(
      {{{"a\tb\nc\rd\\ne", std::int64_t{3}, 0.25}, false}, {{"Totaal", Cell{}, Cell{}}, true}});
  EXPECT_EQ(write_tsv(table, {}), "naam\tn\tsaldo\na\\tb\\nc\\rd\\\\ne\t3\t0.25\nTotaal\t\t\n");
  EXPECT_EQ(write_jsonl(table, {}),
            R"({"naam":"a\tb\nc\rd\\ne","n":3,"saldo":0.25}
{"naam":"Totaal","n":null,"saldo":null,"total":true}
)");
}

TEST(WriteXlsx, IsTheSameEveryTime) {
  const std::string book = write_xlsx(example_table(), {});
  EXPECT_TRUE(book.starts_with("PK"));
  EXPECT_EQ(write_xlsx(example_table(), {}), book);
}

TEST(WriteXlsx, CutsACellThatExcelWouldRefuse) {
  const Table table = small_table({{{std::string(40'000, 'x') + "é", Cell{}, Cell{}}, false},
                                   {{"stuk\xFF\x01", Cell{}, Cell{}}, false}});
  EXPECT_TRUE(write_xlsx(table, {}).starts_with("PK"));
}

TEST(WriteLatex, SetsGroupsTotalsAndSignsOfItsOwn) {
  Table table = small_table({{{"50% & meer_{x}", std::int64_t{3}, 0.25}, false},
                             {{"Totaal", std::int64_t{3}, Cell{}}, true}});
  table.columns[1].group = table.columns[2].group = "oost";
  table.notes = {"Run 3."};
  EXPECT_EQ(write_latex(table, {}), R"(% \usepackage{booktabs}
\begin{table}
\centering
\caption{Proef}
\begin{tabular}{lrr}
\toprule
\multicolumn{1}{c}{} & \multicolumn{2}{c}{oost} \\
\cmidrule(lr){2-3}
Naam & n & saldo \\
\midrule
50\% \& meer\_\{x\} & 3 & 0,25 \\
\midrule
Totaal & 3 &  \\
\bottomrule
\end{tabular}

\par\footnotesize
Run 3.
\end{table}
)");
}

TEST(WriteHtml, EscapesWhatItShowsAndAsksNothingOfANetwork) {
  Table table = small_table({{{"<b>a & b</b>", std::int64_t{3}, 0.25}, false}});
  table.notes = {"x < y"};
  const std::string page = write_html(table, {});
  EXPECT_NE(page.find("<td>&lt;b&gt;a &amp; b&lt;/b&gt;</td><td class=\"getal\">3</td>"
                      "<td class=\"getal\">0,25</td>"),
            std::string::npos)
      << page;
  EXPECT_NE(page.find("<li>x &lt; y</li>"), std::string::npos);
  for (const char* outward : {"http:", "https:", "src=", "href=", "@import", "url("})
    EXPECT_EQ(page.find(outward), std::string::npos) << outward;
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
}

TEST(HtmlTable, LeadsCellsWhereItIsTold) {
  const Table table = small_table({{{"a", std::int64_t{3}, 0.25}, false}});
  const std::string html = html_table(table, [](std::size_t row, std::size_t column) {
    return row == 0 && column == 1 ? std::string("#a\"b") : std::string();
  });
  EXPECT_NE(html.find("<td>a</td><td class=\"getal\"><a href=\"#a&quot;b\">3</a></td>"
                      "<td class=\"getal\">0,25</td>"),
            std::string::npos)
      << html;
}

TEST(TextWidth, CountsColumnsOfATerminal) {
  const struct {
    std::string text;
    std::size_t width;
  } cases[] = {{"", 0},     {"zorg", 4}, {"één", 3},      {"e\u0301", 1},
               {"会议", 4}, {"👍", 2},    {"a\u00adb", 2}, {"kapot\xFF", 6}};
  for (const auto& [text, width] : cases) EXPECT_EQ(text_width(text), width) << text;
  EXPECT_EQ(shortened("coöperatie", 10), "coöperatie");
  EXPECT_EQ(shortened("coöperatie", 4), "c…ie");
  EXPECT_EQ(shortened("coöperatie", 9), "coöp…atie");
  EXPECT_EQ(shortened("会议会议", 5), "会…议");
  EXPECT_EQ(shortened("会议会议", 4), "…议");
  EXPECT_EQ(shortened("abc", 1), "…");
}

}  // namespace
}  // namespace pipeline
