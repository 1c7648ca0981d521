#include <fmt/format.h>

#include <pugixml.hpp>
#include <set>

#include "pipeline/read/odt_text.h"
#include "pipeline/read/package.h"
#include "pipeline/read/properties.h"
#include "pipeline/read/readers.h"
#include "pipeline/read/refusals.h"
#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

class OdtReader {
 public:
  OdtReader(const Package& package, const std::string& name, const ReadLimits& limits)
      : package_(package), name_(name), limits_(limits) {}

  Result<Document> read() {
    if (is_encrypted_opendocument(package_)) return failure(encrypted_file(), name_);
    if (package_.part("content.xml") == nullptr) return no_text_document({});
    const auto content = part("content.xml");
    if (!content) return tl::unexpected(content.error());
    const auto body = child_of((*content)->document_element(), "body");
    if (!child_of(body, "text")) return no_text_document(body);
    XmlDocument styles;
    if (package_.part("styles.xml") != nullptr) {
      const auto parsed = part("styles.xml");
      if (!parsed) return tl::unexpected(parsed.error());
      styles = *parsed;
      add_hidden_styles(styles->document_element(), hidden_styles_);
    }
    add_hidden_styles((*content)->document_element(), hidden_styles_);
    add_all(body, styles.get());
    take_properties();
    return std::move(document_);
  }

 private:
  Result<XmlDocument> part(const std::string& name) const {
    return parse_xml(*package_.part(name), name, name_, limits_);
  }

  tl::unexpected<Error> no_text_document(const pugi::xml_node& body) const {
    std::string_view what = "een ander soort ZIP-bestand";
    if (child_of(body, "spreadsheet")) what = "een rekenblad (.ods)";
    if (child_of(body, "presentation")) what = "een presentatie (.odp)";
    if (package_.part("word/document.xml") != nullptr) what = "een Word-document (.docx)";
    return failure(
        fmt::format(
            "dit is geen OpenDocument-tekst maar {}; geef het de juiste uitgang of sla het op "
            "als .odt",
            what),
        name_);
  }

  OdtText text_reader() {
    return {hidden_styles_,
            [this](std::string_view address, Paragraphs& into) { embed(address, into); }};
  }

  // Body, headers, footers, notes, comments.
  void add_all(const pugi::xml_node& body, const pugi::xml_document* styles) {
    OdtText text = text_reader();
    text.add(body);
    Paragraphs all;
    all.add_finished(text.take());
    if (styles != nullptr) {
      const auto masters = child_of(styles->document_element(), "master-styles");
      for (const std::string_view kind : {"header", "footer"}) add_around(masters, kind, all);
    }
    // A note can have comments, but no notes of its own.
    const auto notes = text.notes();
    for (const pugi::xml_node& note : notes) text.add(child_of(note, "note-body"));
    all.add_finished(text.take());
    const auto comments = text.comments();
    for (const pugi::xml_node& comment : comments) add_comment(comment, text);
    all.add_finished(text.take());
    document_.source = all.take();
  }

  // Headers or footers ("header", "header-first", "header-left") of all kinds of page, each text
  // once.
  void add_around(const pugi::xml_node& masters, std::string_view kind, Paragraphs& all) {
    std::set<std::string> seen;
    for (const pugi::xml_node& page : masters.children())
      for (const pugi::xml_node& part : page.children()) {
        const std::string_view name = local_name(part);
        if (!name.starts_with(kind) || value_of(part, "display") == "false") continue;
        OdtText text = text_reader();
        text.add(part);
        std::string paragraphs = text.take();
        if (seen.insert(paragraphs).second) all.add_finished(paragraphs);
      }
  }

  // Who wrote it and when stands before a comment's paragraphs.
  static void add_comment(const pugi::xml_node& comment, OdtText& text) {
    for (const pugi::xml_node& child : comment.children()) {
      const std::string_view name = local_name(child);
      if (name == "p" || name == "h" || name == "list") text.add_block(child);
    }
  }

  // A text or sheet within the text ("./Object 1"); charts and formulas have no running text.
  void embed(std::string_view address, Paragraphs& into) {
    if (address.starts_with("./")) address.remove_prefix(2);
    const std::string content = std::string(address) + "/content.xml";
    if (address.empty() || package_.part(content) == nullptr) return;
    const auto xml = part(content);
    if (!xml) {
      document_.warnings.push_back("ingevoegd document: " + xml.error().message);
      return;
    }
    const auto body = child_of((*xml)->document_element(), "body");
    // What is embedded in it again is left, lest it be itself.
    OdtText text(hidden_styles_, [](std::string_view, Paragraphs&) {});
    for (const char* kind : {"text", "spreadsheet", "presentation"}) text.add(child_of(body, kind));
    into.add_finished(text.take());
  }

  void take_properties() {
    if (package_.part("meta.xml") == nullptr) return;
    const auto xml = part("meta.xml");
    if (!xml) return;  // what a file says of itself is not worth refusing it for
    for (const pugi::xml_node& property : child_of((*xml)->document_element(), "meta").children()) {
      // dc:date is when it was last changed.
      if (local_name(property) != "date")
        set_property(document_.attributes, local_name(property), property.text().get());
    }
  }

  const Package& package_;
  const std::string& name_;
  const ReadLimits& limits_;
  OdtText::Styles hidden_styles_;
  Document document_;
};

}  // namespace

Result<Document> read_odt(std::string_view bytes, const std::string& name,
                          const ReadLimits& limits) {
  const auto package = Package::unpack(bytes, name, limits);
  if (!package) return tl::unexpected(package.error());
  return OdtReader(*package, name, limits).read();
}

}  // namespace pipeline
