// Yoshikoder (.ykd) and Lexicoder 2 (.lcd): XML, <cnode name> is a category, <pnode name> a word.
#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "pipeline/translate/formats.h"

namespace pipeline {
namespace {

constexpr std::size_t deepest = 64;

class YoshikoderReader {
 public:
  // False: nested too deep.
  bool read(const pugi::xml_node& node, std::vector<std::string>& path) {
    if (path.size() > deepest) return false;
    for (const pugi::xml_node child : node.children()) {
      const std::string kind = child.name(), name(trimmed(child.attribute("name").as_string()));
      if (kind == "cnode") {
        path.push_back(name);
        read_.result.category(path).definition = child.attribute("desc").as_string();
        if (!read(child, path)) return false;
        path.pop_back();
      } else if (kind == "pnode" && !name.empty()) {
        put(path, name);
      }
    }
    return true;
  }
  Translated<Dictionary> take() {
    std::erase_if(read_.result.categories,
                  [](const DictionaryCategory& it) { return it.terms.empty(); });
    return std::move(read_);
  }
  void leave(std::string text, std::string reason) {
    read_.left_out.push_back({"", std::move(text), std::move(reason)});
  }

 private:
  void put(const std::vector<std::string>& path, const std::string& name) {
    if (path.empty()) return leave(name, tr("een woord zonder categorie"));
    auto& terms = read_.result.category(path).terms;
    const DictionaryTerm term{name, false, 0};
    if (std::find(terms.begin(), terms.end(), term) != terms.end())
      return leave(name, tr("staat al in categorie {}", path.back()));
    terms.push_back(term);
  }

  Translated<Dictionary> read_;
};

void write_node(const DictionaryNode& node, pugi::xml_node& parent) {
  pugi::xml_node written = parent.append_child("cnode");
  written.append_attribute("name") = node.name.c_str();
  written.append_attribute("desc") =
      node.category != nullptr ? node.category->definition.c_str() : "";
  if (node.category != nullptr)
    for (const DictionaryTerm& term : node.category->terms)
      written.append_child("pnode").append_attribute("name") = term.text.c_str();
  for (const DictionaryNode& child : node.children) write_node(child, written);
}

}  // namespace

ReadDictionary read_yoshikoder(std::string_view text, const std::string& name) {
  pugi::xml_document document;
  const auto result =
      document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  const pugi::xml_node root = document.child("dictionary");
  if (!result || !root)
    return failure(
        tr("dit is geen woordenboek van Yoshikoder: <dictionary> met <cnode> en <pnode>"), name);
  YoshikoderReader reader;
  std::vector<std::string> path;
  if (!reader.read(root, path))
    return failure(tr("de categorieën staan meer dan 64 diep in elkaar"), name);
  if (std::string_view(root.attribute("patternengine").as_string()) == "substring")
    reader.leave("patternengine=\"substring\"",
                 tr("gelezen als hele woorden; schrijf *woord* waar ook delen van woorden tellen"));
  auto read = reader.take();
  if (read.result.categories.empty()) return failure(tr("hier staat geen enkel woord"), name);
  return read;
}

std::string write_yoshikoder(const Dictionary& dictionary) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("dictionary");
  root.append_attribute("style") = "050805";
  root.append_attribute("patternengine") = "substring";
  for (const DictionaryNode& node : tree_of(dictionary).children) write_node(node, root);
  std::ostringstream out;
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
  return out.str();
}

}  // namespace pipeline
