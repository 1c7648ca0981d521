#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>

#include "pipeline/read/docx_graphics.h"
#include "pipeline/read/docx_package.h"
#include "pipeline/read/docx_text.h"
#include "pipeline/read/inserted.h"
#include "pipeline/read/parted_text.h"
#include "pipeline/read/properties.h"
#include "pipeline/read/readers.h"

namespace pipeline {
namespace {

class DocxReader {
 public:
  DocxReader(const Package& package, const std::string& name, const ReadLimits& limits,
             const ReadOptions& options)
      : package_(package, name, limits), name_(name), limits_(limits), options_(options) {}

  Result<Document> read() {
    const auto root = package_.relations_of("");
    if (!root) return tl::unexpected(root.error());
    const std::string main = target_of(*root, "officeDocument");
    if (main.empty() || package_.bytes(main) == nullptr) return package_.no_word_document();
    const auto body = package_.part(main);
    if (!body) return tl::unexpected(body.error());
    if (local_name((*body)->document_element()) != "document") return package_.no_word_document();
    const auto relations = package_.relations_of(main);
    if (!relations) return tl::unexpected(relations.error());
    relations_ = *relations;
    take_styles();
    if (auto error = add_all(**body)) return tl::unexpected(std::move(*error));
    take_properties(target_of(*root, "core-properties"));
    text_.put_into(document_);
    return std::move(document_);
  }

 private:
  using Error = std::optional<pipeline::Error>;

  void take_styles() {
    const std::string styles = target_of(relations_, "styles");
    if (package_.bytes(styles) != nullptr)
      if (const auto xml = package_.part(styles)) styles_ = DocxStyles((*xml)->document_element());
    const std::string numbering = target_of(relations_, "numbering");
    if (package_.bytes(numbering) != nullptr)
      if (const auto xml = package_.part(numbering))
        numbering_ = DocxNumbering((*xml)->document_element(), styles_);
  }

  DocxText text_with(const Relations& relations) {
    return {{styles_, numbering_, options_.changes},
            [this, &relations](std::string_view id, Paragraphs& into) {
              insert(relation_of(relations, id), into);
            }};
  }

  // The body, and the parts around it in an order that does not hang on how the file was written.
  Error add_all(const pugi::xml_document& body) {
    DocxText text = text_with(relations_);
    text.add_blocks(body);
    text_.add_body(text.text());
    if (auto error = add_around("header", PartKind::header)) return error;
    if (auto error = add_around("footer", PartKind::footer)) return error;
    if (auto error = add_notes(text, notes_named_in(body))) return error;
    return each_in("comments", [this](const pugi::xml_node& comment, DocxText& into) {
      add_comment(comment, into);
    });
  }

  // Headers or footers; one of them serves many pages, and the same text may be written twice.
  Error add_around(std::string_view kind, PartKind part) {
    std::set<std::string> targets;
    for (const Relation& relation : relations_)
      if (relation.kind == kind && package_.bytes(relation.target) != nullptr)
        targets.insert(relation.target);
    std::set<std::string> seen;
    for (const std::string& target : targets) {
      const auto xml = package_.part(target);
      if (!xml) return xml.error();
      const auto relations = package_.relations_of(target);
      if (!relations) return relations.error();
      DocxText text = text_with(*relations);
      text.add_blocks(**xml);
      std::string words = text.text().take();
      if (seen.insert(words).second) text_.add(part, std::move(words));
    }
    return std::nullopt;
  }

  // Calls use(item, text) for all that stands in the part of this kind (notes, comments).
  template <typename Use>
  Error each_in(std::string_view kind, Use use) {
    const std::string target = target_of(relations_, kind);
    if (package_.bytes(target) == nullptr) return std::nullopt;
    const auto xml = package_.part(target);
    if (!xml) return xml.error();
    const auto relations = package_.relations_of(target);
    if (!relations) return relations.error();
    for (const pugi::xml_node& item : (*xml)->document_element().children()) {
      DocxText text = text_with(*relations);
      use(item, text);
    }
    return std::nullopt;
  }

  // In the order in which the text points at them, then those it does not point at. What only
  // deleted or hidden text points at is gone with it.
  Error add_notes(const DocxText& body, const std::set<DocxNote>& named) {
    std::map<DocxNote, std::string> notes;
    std::vector<DocxNote> order;
    for (const std::string kind : {"footnote", "endnote"}) {
      auto error = each_in(kind + "s", [&](const pugi::xml_node& item, DocxText& text) {
        if (local_name(item) != kind) return;
        const DocxNote note{kind, std::string(value_of(item, "id"))};
        text.add_note(item);
        notes[note] = text.text().take();
        order.push_back(note);
      });
      if (error) return error;
    }
    std::set<DocxNote> added;
    auto add = [&](const DocxNote& note, const std::string& mark) {
      const std::string& words = notes[note];
      if (added.insert(note).second && !words.empty()) text_.add(PartKind::note, mark + words);
    };
    for (std::size_t i = 0; i < body.notes().size(); ++i)
      add(body.notes()[i], note_mark(i + 1) + ' ');
    for (const DocxNote& note : body.marked_notes()) add(note, {});
    for (const DocxNote& note : order)
      if (!named.contains(note)) add(note, {});
    return std::nullopt;
  }

  // Who wrote it stands before its words.
  void add_comment(const pugi::xml_node& comment, DocxText& text) {
    text.add_blocks(comment);
    const std::string words = text.text().take();
    const std::string author(value_of(comment, "author"));
    if (words.empty()) return;
    text_.add(PartKind::comment, author.empty() ? words : author + ": " + words);
  }

  // What stands in a part of its own, once: a file that names a large part a thousand times would
  // make a text without end.
  void insert(const Relation* relation, Paragraphs& into) {
    if (relation == nullptr || !inserted_.insert(relation->target).second) return;
    if (relation->is_outside) {
      if (relation->kind == "subDocument")
        document_.warnings.push_back(said(
            "het subdocument {} staat in een ander bestand; lees dat ook in", relation->target));
      return;
    }
    const std::string* const bytes = package_.bytes(relation->target);
    if (bytes != nullptr && (relation->kind == "chart" || relation->kind == "diagramData")) {
      if (const auto xml = package_.part(relation->target))
        add_words_of_graphic((*xml)->document_element(), into);
      return;
    }
    const Inserted inserted = inserted_document(bytes, relation->target, name_, limits_, options_);
    into.add_finished(inserted.text);
    for (const Said& warning : inserted.warnings) document_.warnings.push_back(warning);
  }

  void take_properties(const std::string& target) {
    if (package_.bytes(target) == nullptr) return;
    const auto xml = package_.part(target);
    if (!xml) return;  // what a file says of itself is not worth refusing it for
    for (const pugi::xml_node& property : (*xml)->document_element().children())
      set_property(document_.attributes, local_name(property), property.text().get());
  }

  const DocxPackage package_;
  const std::string& name_;
  const ReadLimits& limits_;
  const ReadOptions& options_;
  Relations relations_;
  DocxStyles styles_;
  DocxNumbering numbering_;
  std::set<std::string> inserted_;
  PartedText text_;
  Document document_;
};

}  // namespace

Result<Document> read_docx(std::string_view bytes, const std::string& name,
                           const ReadLimits& limits, const ReadOptions& options) {
  const auto package = Package::unpack(bytes, name, limits);
  if (!package) return tl::unexpected(package.error());
  return read_docx_package(*package, name, limits, options);
}

Result<Document> read_docx_package(const Package& package, const std::string& name,
                                   const ReadLimits& limits, const ReadOptions& options) {
  return DocxReader(package, name, limits, options).read();
}

}  // namespace pipeline
