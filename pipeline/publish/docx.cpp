#include "pipeline/publish/docx.h"

#include <fmt/format.h>

#include <array>
#include <pugixml.hpp>
#include <sstream>

#include "pipeline/publish/zip_writer.h"
#include "pipeline/report/html.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

constexpr const char* word_namespace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view xml_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

constexpr std::string_view content_types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>
)";

constexpr std::string_view relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>
)";

constexpr std::string_view document_relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>
</Relationships>
)";

constexpr std::string_view footer =
    R"(<w:ftr xmlns:w="{}"><w:p><w:pPr><w:jc w:val="right"/></w:pPr>)"
    R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>)"
    R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>)"
    R"(<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>)";

// By ParagraphStyle: the id and name that Word knows, and what it looks like.
struct StyleRow {
  const char *id, *name, *paragraph, *run;
};
constexpr std::array style_rows{
    StyleRow{"Title", "Title", R"(<w:spacing w:after="120"/>)", R"(<w:b/><w:sz w:val="40"/>)"},
    StyleRow{"Heading1", "heading 1",
             R"(<w:keepNext/><w:spacing w:before="480" w:after="120"/><w:outlineLvl w:val="0"/>)",
             R"(<w:b/><w:sz w:val="30"/>)"},
    StyleRow{"Heading2", "heading 2",
             R"(<w:keepNext/><w:spacing w:before="280" w:after="120"/><w:outlineLvl w:val="1"/>)",
             R"(<w:b/><w:sz w:val="24"/>)"},
    StyleRow{"BodyText", "Body Text", R"(<w:spacing w:after="80"/>)", ""},
    StyleRow{
        "Quote", "Quote",
        R"(<w:keepNext/><w:keepLines/><w:spacing w:before="160" w:after="20"/><w:ind w:left="340"/>)",
        ""},
    StyleRow{"Bron", "Bron", R"(<w:keepLines/><w:spacing w:after="60"/><w:ind w:left="340"/>)",
             R"(<w:color w:val="595959"/><w:sz w:val="18"/>)"},
};

std::string styles(const std::string& language) {
  std::string xml = fmt::format(
      R"(<w:styles xmlns:w="{}"><w:docDefaults><w:rPrDefault><w:rPr>)"
      R"(<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/>)"
      R"(<w:lang w:val="{}"/></w:rPr></w:rPrDefault></w:docDefaults>)"
      R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>)",
      word_namespace, language);
  for (const StyleRow& row : style_rows)
    xml += fmt::format(
        R"(<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="Normal"/>)"
        R"(<w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>)",
        row.id, row.name, row.paragraph, row.run);
  return xml + "</w:styles>";
}

std::string properties(const std::string& title, const std::string& language) {
  return fmt::format(
      R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
      R"(xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>)",
      html_escaped(printable(title)), language);
}

}  // namespace

struct DocxWriter::State {
  std::string title, language;
  pugi::xml_document document;
  pugi::xml_node body;
};

DocxWriter::DocxWriter(std::string title, std::string language)
    : state_(std::make_unique<State>()) {
  state_->title = std::move(title);
  state_->language = std::move(language);
  pugi::xml_node root = state_->document.append_child("w:document");
  root.append_attribute("xmlns:w") = word_namespace;
  root.append_attribute("xmlns:r") =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  state_->body = root.append_child("w:body");
}
DocxWriter::~DocxWriter() = default;
DocxWriter::DocxWriter(DocxWriter&&) noexcept = default;
DocxWriter& DocxWriter::operator=(DocxWriter&&) noexcept = default;

void DocxWriter::add(ParagraphStyle style, const std::vector<Run>& runs) {
  pugi::xml_node paragraph = state_->body.append_child("w:p");
  paragraph.append_child("w:pPr").append_child("w:pStyle").append_attribute("w:val") =
      style_rows[static_cast<std::size_t>(style)].id;
  for (const Run& it : runs) {
    if (it.text.empty()) continue;
    pugi::xml_node run = paragraph.append_child("w:r");
    if (it.is_bold || it.is_faint) {
      pugi::xml_node look = run.append_child("w:rPr");
      if (it.is_bold) look.append_child("w:b");
      if (it.is_faint) look.append_child("w:color").append_attribute("w:val") = "595959";
    }
    pugi::xml_node text = run.append_child("w:t");
    text.append_attribute("xml:space") = "preserve";
    text.text() = printable(it.text).c_str();
  }
}

void DocxWriter::add(ParagraphStyle style, std::string_view text) {
  add(style, std::vector<Run>{{std::string(text)}});
}

std::string DocxWriter::bytes() const {
  // The last of a body: A4 with margins of 2.5 cm and the footer.
  pugi::xml_node section = state_->body.append_child("w:sectPr");
  pugi::xml_node reference = section.append_child("w:footerReference");
  reference.append_attribute("w:type") = "default";
  reference.append_attribute("r:id") = "rId2";
  pugi::xml_node size = section.append_child("w:pgSz");
  size.append_attribute("w:w") = "11906";
  size.append_attribute("w:h") = "16838";
  pugi::xml_node margins = section.append_child("w:pgMar");
  for (const char* side : {"w:top", "w:right", "w:bottom", "w:left"})
    margins.append_attribute(side) = "1418";
  for (const char* side : {"w:header", "w:footer"}) margins.append_attribute(side) = "708";
  margins.append_attribute("w:gutter") = "0";
  std::ostringstream text;
  state_->document.save(text, "", pugi::format_raw | pugi::format_no_declaration);
  state_->body.remove_child(section);  // more may still be added
  const std::string head(xml_head);
  return zipped({{"[Content_Types].xml", head + std::string(content_types)},
                 {"_rels/.rels", head + std::string(relations)},
                 {"docProps/core.xml", head + properties(state_->title, state_->language)},
                 {"word/_rels/document.xml.rels", head + std::string(document_relations)},
                 {"word/document.xml", head + text.str()},
                 {"word/footer1.xml", head + fmt::format(footer, word_namespace)},
                 {"word/styles.xml", head + styles(state_->language)}});
}

}  // namespace pipeline
