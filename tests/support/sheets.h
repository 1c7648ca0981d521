// Spreadsheets for tests, made from the XML within their sheets, as packed.h makes documents.
#pragma once

#include <string>

#include "tests/support/packed.h"

namespace pipeline {

// A workbook with one sheet, "Antwoorden", with `rows` within <sheetData>; `behind` follows that.
inline Parts xlsx_parts(const std::string& rows, const std::string& strings = {},
                        const std::string& behind = {}) {
  return {{"_rels/.rels", "<Relationships>" + relation("r1", "officeDocument", "xl/workbook.xml") +
                              "</Relationships>"},
          {"xl/workbook.xml",
           "<workbook><sheets><sheet name=\"Antwoorden\" sheetId=\"1\" "
           "r:id=\"s1\"/></sheets></workbook>"},
          {"xl/_rels/workbook.xml.rels",
           "<Relationships>" + relation("s1", "worksheet", "worksheets/sheet1.xml") +
               relation("s2", "sharedStrings", "sharedStrings.xml") +
               relation("s3", "styles", "styles.xml") + "</Relationships>"},
          {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"},
          {"xl/styles.xml",
           "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"d mmmm yyyy\"/></numFmts>"
           "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/></cellXfs>"
           "</styleSheet>"},
          {"xl/worksheets/sheet1.xml",
           "<worksheet><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>"}};
}
inline std::string xlsx(const std::string& rows, const std::string& strings = {},
                        const std::string& behind = {}) {
  return packed(xlsx_parts(rows, strings, behind));
}

// An OpenDocument sheet with `tables` within <office:spreadsheet>.
inline std::string ods(const std::string& tables, const std::string& styles = {},
                       const Parts& others = {}) {
  Parts parts{
      {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
      {"content.xml", "<office:document-content><office:automatic-styles>" + styles +
                          "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
                          "</office:spreadsheet></office:body></office:document-content>"}};
  parts.insert(parts.end(), others.begin(), others.end());
  return packed(parts);
}

}  // namespace pipeline
