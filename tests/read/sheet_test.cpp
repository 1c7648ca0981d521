#include "pipeline/read/sheet.h"

#include <gtest/gtest.h>

#include "tests/support/sheets.h"

namespace pipeline {
namespace {

using Read = Result<std::vector<Sheet>>;

// "1: a|b / 3: c", with a * behind what a merged cell repeats; or the error.
std::string shown(const Read& sheets, std::size_t sheet = 0) {
  if (!sheets) return to_string(sheets.error());
  std::string text;
  for (const SheetRow& row : sheets->at(sheet).rows) {
    text += (text.empty() ? "" : " / ") + std::to_string(row.number) + ":";
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      text += (i == 0 ? " " : "|") + row.cells[i].text + (row.cells[i].is_merged ? "*" : "");
  }
  return text;
}
Read csv(const std::string& bytes) {
  return read_csv_sheet(bytes, "a.csv", {});
}
Read workbook(const std::string& rows, const std::string& strings = {},
              const std::string& behind = {}) {
  return read_xlsx(xlsx(rows, strings, behind), "a.xlsx", {});
}
Read tables(const std::string& xml, const std::string& styles = {}) {
  return read_ods(ods(xml, styles), "a.ods", {});
}
std::string table(const std::string& rows) {
  return "<table:table table:name='Blad1'>" + rows + "</table:table>";
}

struct Row {
  std::string bytes, shown;
};

TEST(CsvSheet, ReadsEachWayToPartCells) {
  const std::vector<Row> rows{
      {"naam;zin\nx;y\n", "1: naam|zin / 2: x|y"},
      {"naam,zin\r\nx,\"y, z\"\r\n", "1: naam|zin / 2: x|y, z"},
      {"naam\tzin\nx\ty;z\n", "1: naam|zin / 2: x|y;z"},
      {"\"Wat, en hoe, ging het?\";b\nx;y\n", "1: Wat, en hoe, ging het?|b / 2: x|y"},
      {"\xEF\xBB\xBFnaam;zin\nx;co\xC3\xB6p\n", "1: naam|zin / 2: x|coöp"},
      {"naam;zin\nx;co\xF6p\n", "1: naam|zin / 2: x|coöp"},
      {"sep=;\nnaam;zin\nx;y\n", "2: naam|zin / 3: x|y"},
      {"naam;zin\n\nx;\"een \"\"twee\"\"\ndrie\"\ny;z\n",
       "1: naam|zin / 3: x|een \"twee\"\ndrie / 4: y|z"},
      {"naam;zin;\n;;\nx;;\n", "1: naam|zin / 3: x"}};
  for (const Row& row : rows) EXPECT_EQ(shown(csv(row.bytes)), row.shown);
  EXPECT_EQ(shown(csv("a;b\nx;\"y\n")),
            "a.csv:2: een aanhalingsteken is niet gesloten of staat midden in een cel; zet de hele "
            "cel tussen aanhalingstekens en verdubbel die er binnen");
}

TEST(CsvSheet, KeepsTheLargestCellOfASpreadsheetWhole) {
  const std::string cell(32'767, 'x');
  const auto sheets = csv("naam;zin\n1;" + cell + "\n");
  ASSERT_TRUE(sheets);
  EXPECT_EQ(sheets->front().rows[1].cells[1].text, cell);
}

TEST(Xlsx, ReadsWhatCellsShow) {
  const std::string strings =
      "<si><t>naam</t></si>"
      "<si><r><t xml:space='preserve'>Geen </t></r><r><rPr><b/></rPr><t>visie</t></r>"
      "<rPh sb='0' eb='1'><t>weg</t></rPh></si>";
  const std::vector<Row> rows{
      {"<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c></row>",
       "1: naam||Geen visie"},
      {"<row r='2'><c r='A2' t='inlineStr'><is><t>een</t></is></c><c r='B2' t='str'><f>A1</f>"
       "<v>twee</v></c></row>",
       "2: een|twee"},
      {"<row r='1'><c r='A1' s='1'><v>46093</v></c><c r='B1' s='2'><v>0.256</v></c><c "
       "r='C1'><v>0.30000000000000004</v></c></row>",
       "1: 2026-03-12|25,60%|0,3"},
      {"<row r='1'><c r='A1' t='b'><v>1</v></c><c r='B1' t='b'><v>0</v></c><c r='C1' "
       "t='d'><v>2026-03-12T00:00:00.000</v></c></row>",
       "1: WAAR|ONWAAR|2026-03-12"},
      {"<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>",
       "1: 1|2 / 3: 3"},
      {"<row r='4'><c r='A4' t='inlineStr'><is><t>a_x000D_&#10;b_x005F_c</t></is></c></row>",
       "4: a\nb_c"},
      {"<row r='1'><c r='A1' t='s'><v>9</v></c><c r='B1'><v>x</v></c></row>", "1: |x"}};
  for (const Row& row : rows) EXPECT_EQ(shown(workbook(row.bytes, strings)), row.shown);
}

TEST(Xlsx, ReadsStrictWorkbooksFrom1904WithPrefixes) {
  Parts parts = xlsx_parts("");
  parts[1].second =
      "<x:workbook conformance='strict'><x:workbookPr date1904='1'/><x:sheets><x:sheet name='Een' "
      "sheetId='1' r:id='s1'/></x:sheets></x:workbook>";
  parts[5].second =
      "<x:worksheet><x:sheetData><x:row r='1'><x:c r='A1' s='1'><x:v>44631</x:v></x:c></x:row>"
      "</x:sheetData></x:worksheet>";
  EXPECT_EQ(shown(read_xlsx(packed(parts), "a.xlsx", {})), "1: 2026-03-12");
}

TEST(Xlsx, TellsWhatItLeavesOut) {
  const auto sheets = workbook(
      "<row r='1'><c t='inlineStr'><is><t>zichtbaar</t></is></c></row>"
      "<row r='2' hidden='1'><c><v>1</v></c></row>"
      "<row r='3'><c><f>A1</f></c><c t='e'><v>#N/A</v></c><c><v>2</v></c></row>");
  EXPECT_EQ(shown(sheets), "1: zichtbaar / 3: ||2");
  ASSERT_EQ(sheets->front().warnings.size(), 3U);
  EXPECT_EQ(sheets->front().warnings[0],
            "1 verborgen rij is niet gelezen; maak die zichtbaar als die mee moet doen");
  EXPECT_EQ(sheets->front().warnings[1], "1 cel toont een fout van een formule en telt als leeg");
  EXPECT_TRUE(sheets->front().warnings[2].starts_with("1 formule heeft geen bewaarde uitkomst;"));
}

TEST(Xlsx, CountsTheRowsThatItLeavesOut) {
  const auto sheets = workbook(
      "<row r='1'><c t='inlineStr'><is><t>zichtbaar</t></is></c></row>"
      "<row r='2' hidden='1'><c><v>1</v></c></row><row r='3' hidden='1'><c><v>1</v></c></row>");
  EXPECT_EQ(sheets->front().warnings,
            std::vector<Said>{
                "2 verborgen rijen zijn niet gelezen; maak ze zichtbaar als ze mee moeten doen"});
}

TEST(Xlsx, LeavesHiddenSheetsOutAndReadsSeveral) {
  Parts parts = xlsx_parts("<row><c><v>1</v></c></row>");
  parts[1].second =
      "<workbook><sheets><sheet name='Een' r:id='s1'/><sheet name='Weg' state='veryHidden' "
      "r:id='s1'/><sheet name='Twee' r:id='s1'/></sheets></workbook>";
  const auto sheets = read_xlsx(packed(parts), "a.xlsx", {});
  ASSERT_TRUE(sheets);
  ASSERT_EQ(sheets->size(), 2U);
  EXPECT_EQ(sheets->at(1).name, "Twee");
  EXPECT_EQ(
      sheets->at(0).warnings.front(),
      "het verborgen blad \u201CWeg\u201D is niet gelezen; maak het zichtbaar als het mee moet "
      "doen");
}

TEST(Xlsx, RepeatsWhatAMergedCellShows) {
  EXPECT_EQ(
      shown(workbook("<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row><row "
                     "r='2'><c r='B2'><v>3</v></c></row><row r='4'><c r='B4'><v>4</v></c></row>",
                     "", "<mergeCells><mergeCell ref='A1:A3'/></mergeCells>")),
      "1: 1|2 / 2: 1*|3 / 4: |4");
}

TEST(Xlsx, RefusesWhatIsBroken) {
  EXPECT_EQ(shown(read_xlsx("PK geen zip", "a.xlsx", {})).substr(0, 32),
            "a.xlsx: het bestand is beschadig");
  EXPECT_EQ(shown(read_xlsx(docx(""), "a.xlsx", {})).substr(0, 40),
            "a.xlsx: dit is geen rekenblad (.xlsx) ma");
  Parts parts = xlsx_parts("");
  parts[5].second = "<worksheet><sheetData>";
  EXPECT_EQ(shown(read_xlsx(packed(parts), "a.xlsx", {})).substr(0, 44),
            "a.xlsx: het deel xl/worksheets/sheet1.xml in");
  parts.pop_back();
  EXPECT_EQ(shown(read_xlsx(packed(parts), "a.xlsx", {})).substr(0, 51),
            "a.xlsx: het deel xl/worksheets/sheet1.xml ontbreekt");
  EXPECT_EQ(shown(read_xlsx(packed(xlsx_parts(""), "geheim"), "a.xlsx", {})),
            "a.xlsx: het bestand is met een wachtwoord versleuteld; sla het op zonder wachtwoord");
}

TEST(Xlsx, RefusesASheetThatWouldFillTheMemory) {
  std::string rows;
  for (int i = 1; i <= 300; ++i)
    rows += "<row><c r='XFD" + std::to_string(i) + "'><v>1</v></c></row>";
  EXPECT_EQ(shown(workbook(rows)),
            "a.xlsx: het rekenblad heeft meer dan vier miljoen cellen; deel het in stukken, of wis "
            "lege rijen en kolommen aan het einde");
}

TEST(Ods, ReadsWhatCellsShow) {
  const std::vector<Row> rows{
      {"<table:table-row><table:table-cell office:value-type='string'><text:p>een</text:p>"
       "<text:p>twee</text:p></table:table-cell><table:table-cell office:value-type='float' "
       "office:value='12.5'><text:p>12,50</text:p></table:table-cell></table:table-row>",
       "1: een\ntwee|12,50"},
      {"<table:table-row><table:table-cell office:value-type='date' "
       "office:date-value='2026-03-12'><text:p>12 "
       "maart</text:p></table:table-cell><table:table-cell "
       "office:value-type='date' office:date-value='2026-03-12T14:05:00'><text:p>x</text:p>"
       "</table:table-cell></table:table-row>",
       "1: 2026-03-12|2026-03-12 14:05:00"},
      {"<table:table-row table:number-rows-repeated='2'><table:table-cell "
       "table:number-columns-repeated='2'><text:p>x</text:p></table:table-cell></table:table-row>"
       "<table:table-row table:number-rows-repeated='1048574'><table:table-cell "
       "table:number-columns-repeated='16384'/></table:table-row>",
       "1: x|x / 2: x|x"},
      {"<table:table-header-rows><table:table-row><table:table-cell><text:p>kop</text:p>"
       "<office:annotation><text:p>weg</text:p></office:annotation></table:table-cell>"
       "</table:table-row></table:table-header-rows><table:table-row-group><table:table-row>"
       "<table:table-cell/><table:table-cell><text:p>b</text:p></table:table-cell></"
       "table:table-row>"
       "</table:table-row-group>",
       "1: kop / 2: |b"},
      {"<table:table-row><table:table-cell table:number-rows-spanned='2'><text:p>oost</text:p>"
       "</table:table-cell><table:table-cell><text:p>a</text:p></table:table-cell></"
       "table:table-row>"
       "<table:table-row><table:covered-table-cell/><table:table-cell><text:p>b</text:p>"
       "</table:table-cell></table:table-row><table:table-row><table:table-cell/><table:table-cell>"
       "<text:p>c</text:p></table:table-cell></table:table-row>",
       "1: oost|a / 2: oost*|b / 3: |c"}};
  for (const Row& row : rows) EXPECT_EQ(shown(tables(table(row.bytes))), row.shown);
}

TEST(Ods, RepairsTheNameOfASheet) {
  const auto sheets = tables("<table:table table:name='\xEC\x32lad'/>");
  ASSERT_TRUE(sheets);
  EXPECT_EQ(sheets->front().name, "\uFFFD\x32lad");
}

TEST(Ods, LeavesOutWhatIsHidden) {
  const auto sheets = tables(
      table("<table:table-row table:visibility='filter'><table:table-cell><text:p>weg</text:p>"
            "</table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>x</"
            "text:p>"
            "</table:table-cell></table:table-row>") +
          "<table:table table:name='Geheim' table:style-name='t1'/>",
      "<style:style style:name='t1'><style:table-properties table:display='false'/></style:style>");
  EXPECT_EQ(shown(sheets), "2: x");
  ASSERT_EQ(sheets->size(), 1U);
  ASSERT_EQ(sheets->front().warnings.size(), 2U);
  EXPECT_TRUE(sheets->front().warnings[0].starts_with("1 verborgen rij is niet gelezen"));
  EXPECT_TRUE(sheets->front().warnings[1].starts_with("het verborgen blad \u201CGeheim\u201D"));
}

TEST(Ods, RefusesWhatIsBroken) {
  EXPECT_EQ(shown(read_ods(odt(""), "a.ods", {})).substr(0, 37),
            "a.ods: dit is geen rekenblad (.ods) m");
  EXPECT_EQ(shown(read_ods(ods("", "", {{"META-INF/manifest.xml", "<x encryption-data='1'/>"}}),
                           "a.ods", {})),
            "a.ods: het bestand is met een wachtwoord versleuteld; sla het op zonder wachtwoord");
  EXPECT_EQ(
      shown(tables(table("<table:table-row table:number-rows-repeated='1000000'><table:table-cell "
                         "table:number-columns-repeated='9'><text:p>x</text:p>"
                         "</table:table-cell></table:table-row>")))
          .substr(0, 32),
      "a.ods: het rekenblad heeft meer ");
}

}  // namespace
}  // namespace pipeline
