#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <pugixml.hpp>
#include <set>

#include "pipeline/read/docx_text.h"
#include "pipeline/read/package.h"
#include "pipeline/read/properties.h"
#include "pipeline/read/readers.h"
#include "pipeline/read/relations.h"
#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

class DocxReader {
 public:
  DocxReader(const Package& package, const std::string& name, const ReadLimits& limits)
      : package_(package), name_(name), limits_(limits) {}

  Result<Document> read() {
    const auto root = relations_of(package_, "", name_, limits_);
    if (!root) return tl::unexpected(root.error());
    const std::string main = target_of(*root, "officeDocument");
    if (main.empty() || package_.part(main) == nullptr) return no_word_document();
    const auto body = part(main);
    if (!body) return tl::unexpected(body.error());
    if (local_name((*body)->document_element()) != "document") return no_word_document();
    const auto relations = relations_of(package_, main, name_, limits_);
    if (!relations) return tl::unexpected(relations.error());
    relations_ = *relations;
    find_hidden_styles();
    add(**body);
    // The parts around the body, in an order that does not hang on how the file was written.
    for (const char* kind : {"header", "footer", "footnotes", "endnotes", "comments"})
      if (auto error = add_all(kind)) return tl::unexpected(std::move(*error));
    take_properties(target_of(*root, "core-properties"));
    document_.source = text_.take();
    return std::move(document_);
  }

 private:
  Result<XmlDocument> part(const std::string& name) const {
    return parse_xml(*package_.part(name), name, name_, limits_);
  }

  tl::unexpected<Error> no_word_document() const {
    std::string_view what = "een ander soort ZIP-bestand";
    if (package_.part("xl/workbook.xml") != nullptr) what = "een rekenblad (Excel)";
    if (package_.part("ppt/presentation.xml") != nullptr) what = "een presentatie (PowerPoint)";
    if (package_.part("content.xml") != nullptr) what = "een OpenDocument-bestand (.odt)";
    return failure(
        fmt::format("dit is geen Word-document maar {}; geef het de juiste uitgang of sla het op "
                    "als .docx",
                    what),
        name_);
  }

  void find_hidden_styles() {
    const std::string styles = target_of(relations_, "styles");
    if (package_.part(styles) == nullptr) return;
    if (const auto xml = part(styles))
      hidden_styles_ = hidden_styles_of((*xml)->document_element());
  }

  // Adds the text of a part, unless the same was added before: one header serves many pages.
  void add(const pugi::xml_node& xml) {
    DocxText text(hidden_styles_,
                  [this](std::string_view id, Paragraphs& into) { insert(id, into); });
    text.add_blocks(xml);
    std::string paragraphs = text.take();
    if (seen_.insert(paragraphs).second) text_.add_finished(paragraphs);
  }

  std::optional<Error> add_all(std::string_view kind) {
    std::set<std::string> targets;
    for (const Relation& relation : relations_)
      if (relation.kind == kind && package_.part(relation.target) != nullptr)
        targets.insert(relation.target);
    for (const std::string& target : targets) {
      const auto xml = part(target);
      if (!xml) return xml.error();
      add(**xml);
    }
    return std::nullopt;
  }

  // A web page or plain text that Word would merge in when it next saves the document.
  void insert(std::string_view id, Paragraphs& into) {
    const auto it = std::find_if(relations_.begin(), relations_.end(),
                                 [&](const Relation& r) { return r.id == id; });
    const std::string* bytes = it == relations_.end() ? nullptr : package_.part(it->target);
    if (bytes == nullptr || bytes->starts_with("PK") || it->target.ends_with(".xml")) {
      document_.warnings.emplace_back(
          "een ingevoegd document staat niet in de tekst; open het "
          "bestand in Word en sla het opnieuw op");
      return;
    }
    const bool is_text = it->target.ends_with(".txt");
    const auto inserted =
        is_text ? read_plain_text(*bytes, name_, limits_) : read_html(*bytes, name_, limits_);
    if (inserted)
      into.add_finished(inserted->source);
    else
      document_.warnings.push_back("ingevoegd document: " + inserted.error().message);
  }

  void take_properties(const std::string& target) {
    if (package_.part(target) == nullptr) return;
    const auto xml = part(target);
    if (!xml) return;  // what a file says of itself is not worth refusing it for
    for (const pugi::xml_node& property : (*xml)->document_element().children())
      set_property(document_.attributes, local_name(property), property.text().get());
  }

  const Package& package_;
  const std::string& name_;
  const ReadLimits& limits_;
  std::vector<Relation> relations_;
  std::set<std::string, std::less<>> hidden_styles_;
  std::set<std::string> seen_;
  Paragraphs text_;
  Document document_;
};

}  // namespace

Result<Document> read_docx(std::string_view bytes, const std::string& name,
                           const ReadLimits& limits) {
  const auto package = Package::unpack(bytes, name, limits);
  if (!package) return tl::unexpected(package.error());
  return DocxReader(*package, name, limits).read();
}

}  // namespace pipeline
