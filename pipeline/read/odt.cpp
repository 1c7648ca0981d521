#include <pugixml.hpp>
#include <set>

#include "pipeline/read/odt_objects.h"
#include "pipeline/read/odt_text.h"
#include "pipeline/read/package.h"
#include "pipeline/read/parted_text.h"
#include "pipeline/read/properties.h"
#include "pipeline/read/readers.h"
#include "pipeline/read/refusals.h"
#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

// The roots of the files in a package, or of the one file that holds them all.
struct OdtFile {
  XmlDocument content, styles, meta;  // the last two may be missing
};

class OdtReader {
 public:
  // `package` is nullptr for a flat file.
  OdtReader(OdtFile file, const Package* package, const std::string& name, const ReadLimits& limits,
            const ReadOptions& options)
      : file_(std::move(file)),
        package_(package),
        name_(name),
        limits_(limits),
        options_(options) {}

  Result<Document> read() {
    const auto root = file_.content->document_element();
    const auto body = child_of(root, "body");
    if (!child_of(body, "text")) return no_text_document(body);
    if (file_.styles) styles_.add(file_.styles->document_element());
    if (file_.styles != file_.content) styles_.add(root);
    add_all(child_of(body, "text"));
    take_properties();
    text_.put_into(document_);
    return std::move(document_);
  }

 private:
  tl::unexpected<Error> no_text_document(const pugi::xml_node& body) const {
    Said what = said("een ander soort bestand");
    if (child_of(body, "spreadsheet")) what = said("een rekenblad (.ods)");
    if (child_of(body, "presentation")) what = said("een presentatie (.odp)");
    return failure(
        said("dit is geen OpenDocument-tekst maar {}; geef het de juiste uitgang of sla het op "
             "als .odt",
             what),
        name_);
  }

  // Body, headers, footers, notes, comments.
  void add_all(const pugi::xml_node& body) {
    OdtText text(styles_, options_.changes,
                 [this](const pugi::xml_node& object, Paragraphs& into) { embed(object, into); });
    text.add(body);
    text_.add_body(text.text());
    if (file_.styles) {
      const auto masters = child_of(file_.styles->document_element(), "master-styles");
      add_around(masters, "header", PartKind::header);
      add_around(masters, "footer", PartKind::footer);
    }
    // A note can have comments, but no notes of its own.
    const auto notes = text.notes();
    for (std::size_t i = 0; i < notes.size(); ++i) {
      text.add(child_of(notes[i], "note-body"));
      const std::string words = text.text().take();
      if (!words.empty()) text_.add(PartKind::note, note_mark(i + 1) + ' ' + words);
    }
    const auto comments = text.comments();
    for (const pugi::xml_node& comment : comments) add_comment(comment, text);
  }

  // Headers or footers ("header", "header-first", "header-left") of all kinds of page, each text
  // once.
  void add_around(const pugi::xml_node& masters, std::string_view kind, PartKind part) {
    std::set<std::string> seen;
    for (const pugi::xml_node& page : masters.children())
      for (const pugi::xml_node& around : page.children()) {
        const std::string_view name = local_name(around);
        if (!name.starts_with(kind) || value_of(around, "display") == "false") continue;
        OdtText text(
            styles_, options_.changes,
            [this](const pugi::xml_node& object, Paragraphs& into) { embed(object, into); });
        text.add(around);
        std::string words = text.text().take();
        if (seen.insert(words).second) text_.add(part, std::move(words));
      }
  }

  // Who wrote it stands before its words, the date is left out.
  void add_comment(const pugi::xml_node& comment, OdtText& text) {
    for (const pugi::xml_node& child : comment.children()) {
      const std::string_view name = local_name(child);
      if (name == "p" || name == "h" || name == "list") text.add_block(child);
    }
    const std::string words = text.text().take();
    const std::string author = child_of(comment, "creator").text().get();
    if (words.empty()) return;
    text_.add(PartKind::comment, author.empty() ? words : author + ": " + words);
  }

  // A text or sheet, chart or formula within the text: a part of the package ("./Object 1"), or,
  // in a flat file, within the element.
  void embed(const pugi::xml_node& object, Paragraphs& into) {
    std::string_view address = value_of(object, "href");
    if (address.starts_with("./")) address.remove_prefix(2);
    const std::string content = std::string(address) + "/content.xml";
    if (package_ == nullptr) return add_object(object.first_child(), into);
    if (address.empty() || package_->part(content) == nullptr) return;
    // Once: a file that names a large part a thousand times would make a text without end.
    if (!embedded_.insert(content).second) return;
    const auto xml = parse_xml(*package_->part(content), content, name_, limits_);
    if (!xml) {
      document_.warnings.push_back(said("ingevoegd document: {}", xml.error().message));
      return;
    }
    add_object((*xml)->document_element(), into);
  }

  void add_object(pugi::xml_node root, Paragraphs& into) {
    while (root && local_name(root).empty()) root = root.next_sibling();
    Paragraphs words;
    if (local_name(root) == "math") add_formula(root, words);
    const auto body = child_of(root, "body");
    add_chart(child_of(body, "chart"), words);
    into.add_finished(words.take());
    // What is embedded in it again is left, lest it be itself.
    OdtText text(styles_, options_.changes, [](const pugi::xml_node&, Paragraphs&) {});
    for (const char* kind : {"text", "spreadsheet", "presentation"}) text.add(child_of(body, kind));
    into.add_finished(text.text().take());
  }

  void take_properties() {
    if (!file_.meta) return;
    for (const pugi::xml_node& property :
         child_of(file_.meta->document_element(), "meta").children()) {
      // dc:date is when it was last changed.
      if (local_name(property) != "date")
        set_property(document_.attributes, local_name(property), property.text().get());
    }
  }

  const OdtFile file_;
  const Package* package_;
  const std::string& name_;
  const ReadLimits& limits_;
  const ReadOptions& options_;
  OdtStyles styles_;
  std::set<std::string> embedded_;
  PartedText text_;
  Document document_;
};

tl::unexpected<Error> no_open_document(const Package& package, const std::string& name) {
  return failure(
      said("dit is geen OpenDocument-tekst maar {}; geef het de juiste uitgang of sla het "
           "op als .odt",
           package.part("word/document.xml") != nullptr ? said("een Word-document (.docx)")
                                                        : said("een ander soort ZIP-bestand")),
      name);
}

}  // namespace

Result<Document> read_odt(std::string_view bytes, const std::string& name, const ReadLimits& limits,
                          const ReadOptions& options) {
  const auto package = Package::unpack(bytes, name, limits);
  if (!package) return tl::unexpected(package.error());
  if (is_encrypted_opendocument(*package)) return failure(encrypted_file(), name);
  if (package->part("content.xml") == nullptr) return no_open_document(*package, name);
  OdtFile file;
  auto content = parse_xml(*package->part("content.xml"), "content.xml", name, limits);
  if (!content) return tl::unexpected(content.error());
  file.content = *content;
  if (package->part("styles.xml") != nullptr) {
    auto styles = parse_xml(*package->part("styles.xml"), "styles.xml", name, limits);
    if (!styles) return tl::unexpected(styles.error());
    file.styles = *styles;
  }
  // What a file says of itself is not worth refusing it for.
  if (package->part("meta.xml") != nullptr)
    if (auto meta = parse_xml(*package->part("meta.xml"), "meta.xml", name, limits))
      file.meta = *meta;
  return OdtReader(std::move(file), &*package, name, limits, options).read();
}

Result<Document> read_flat_odt(std::string_view bytes, const std::string& name,
                               const ReadLimits& limits, const ReadOptions& options) {
  auto whole = parse_xml(std::string(bytes), "", name, limits);
  if (!whole) return tl::unexpected(whole.error());
  return OdtReader({*whole, *whole, *whole}, nullptr, name, limits, options).read();
}

}  // namespace pipeline
