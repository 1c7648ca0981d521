#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <map>
#include <optional>
#include <pugixml.hpp>

#include "pipeline/read/ascii.h"
#include "pipeline/read/package.h"
#include "pipeline/read/paragraphs.h"
#include "pipeline/read/properties.h"
#include "pipeline/read/readers.h"
#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

// "<title/>" in XHTML is an empty element; as HTML it would begin one that takes in the rest of the
// page. Elements that are empty in HTML as well ("<br/>") may stay.
std::string with_end_tags(std::string_view page) {
  constexpr std::array<std::string_view, 9> emptied{
      "title", "script", "style", "textarea", "a", "iframe", "noscript", "noframes", "xmp"};
  std::string html;
  while (!page.empty()) {
    const std::size_t begin = page.find('<');
    const std::size_t end = begin == std::string_view::npos ? begin : page.find('>', begin);
    if (end == std::string_view::npos) break;
    const std::string_view tag = page.substr(begin + 1, end - begin - 1);
    const std::string name = lower_ascii(tag.substr(0, tag.find_first_of(" \t\r\n/")));
    const bool is_emptied =
        tag.ends_with('/') && std::find(emptied.begin(), emptied.end(), name) != emptied.end();
    html += page.substr(0, end + 1);
    if (is_emptied) html.replace(html.size() - 2, 2, "></" + name + ">");
    page.remove_prefix(end + 1);
  }
  html += page;
  return html;
}

// "deel%201.xhtml#kop" -> "deel 1.xhtml".
std::string path_of(std::string_view address) {
  address = address.substr(0, address.find('#'));
  std::string path;
  for (std::size_t at = 0; at < address.size(); ++at) {
    unsigned char byte = 0;
    const char* const digits = address.data() + at + 1;
    const bool is_escape = address[at] == '%' && at + 2 < address.size() &&
                           std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
    path += is_escape ? static_cast<char>(byte) : address[at];
    if (is_escape) at += 2;
  }
  return path;
}

class EpubReader {
 public:
  EpubReader(const Package& package, const std::string& name, const ReadLimits& limits)
      : package_(package), name_(name), limits_(limits) {}

  Result<Document> read() {
    if (const Said lock = protection(); !lock.empty())
      return failure(
          said("dit e-boek is beveiligd ({}) en niet te lezen; vraag een exemplaar zonder "
               "beveiliging",
               lock),
          name_);
    const auto container = part("META-INF/container.xml");
    if (!container) return tl::unexpected(container.error());
    const auto files = child_of((*container)->document_element(), "rootfiles");
    const std::string contents(value_of(child_of(files, "rootfile"), "full-path"));
    const auto opf = part(contents);
    if (!opf) return tl::unexpected(opf.error());
    folder_ = fs::path(contents).parent_path();
    const pugi::xml_node package = (*opf)->document_element();
    for (const pugi::xml_node& property : child_of(package, "metadata").children())
      set_property(document_.attributes, local_name(property), property.text().get());
    for (const pugi::xml_node& item : child_of(package, "manifest").children())
      addresses_[std::string(value_of(item, "id"))] = value_of(item, "href");
    // What stands outside the order of reading (notes, answers) comes behind it.
    for (const bool is_linear : {true, false})
      for (const pugi::xml_node& place : child_of(package, "spine").children())
        if (local_name(place) == "itemref" && (value_of(place, "linear") != "no") == is_linear)
          if (auto error = add(value_of(place, "idref"))) return tl::unexpected(std::move(*error));
    document_.source = text_.take();
    return std::move(document_);
  }

 private:
  Result<XmlDocument> part(const std::string& path) const {
    if (package_.part(path) == nullptr)
      return failure(
          path.empty()
              ? said("dit is geen EPUB-boek of het is beschadigd: het deel met de inhoud ontbreekt")
              : said("dit is geen EPUB-boek of het is beschadigd: het deel {} ontbreekt", path),
          name_);
    return parse_xml(*package_.part(path), path, name_, limits_);
  }

  // By name; empty where pages are not encrypted. Fonts that are scrambled hinder nobody.
  Said protection() const {
    if (package_.part("META-INF/sinf.xml") != nullptr) return said("DRM van Apple, FairPlay");
    const std::string* const encryption = package_.part("META-INF/encryption.xml");
    if (encryption == nullptr) return {};
    const auto xml = parse_xml(*encryption, "META-INF/encryption.xml", name_, limits_);
    if (!xml) return said("DRM van onbekende soort");
    bool hides_pages = false;
    for (const pugi::xml_node& data : (*xml)->document_element().children()) {
      if (local_name(data) != "EncryptedData") continue;
      const auto method = value_of(child_of(data, "EncryptionMethod"), "Algorithm");
      hides_pages = hides_pages || (method != "http://www.idpf.org/2008/embedding" &&
                                    method != "http://ns.adobe.com/pdf/enc#RC");
    }
    if (!hides_pages) return {};
    if (encryption->find("readium.org") != std::string::npos) return said("DRM van Readium, LCP");
    if (package_.part("META-INF/rights.xml") != nullptr) return said("DRM van Adobe, ADEPT");
    return said("DRM van onbekende soort");
  }

  std::optional<Error> add(std::string_view id) {
    const auto it = addresses_.find(id);
    if (it == addresses_.end()) return std::nullopt;
    const std::string path = (folder_ / path_of(it->second)).lexically_normal().string();
    addresses_.erase(it);  // a page that is named twice is read once
    const std::string* const page = package_.part(path);
    if (page == nullptr) {
      document_.warnings.push_back(said("het deel {} ontbreekt in het boek", path));
      return std::nullopt;
    }
    const auto read = read_html(with_end_tags(*page), name_, limits_);
    if (!read) return read.error();
    for (const Said& warning : read->warnings)
      document_.warnings.push_back(Said(path + ": ").add(warning));
    text_.add_finished(read->source);
    return std::nullopt;
  }

  const Package& package_;
  const std::string& name_;
  const ReadLimits& limits_;
  fs::path folder_;
  std::map<std::string, std::string, std::less<>> addresses_;
  Paragraphs text_;
  Document document_;
};

}  // namespace

Result<Document> read_epub(std::string_view bytes, const std::string& name,
                           const ReadLimits& limits) {
  const auto package = Package::unpack(bytes, name, limits);
  if (!package) return tl::unexpected(package.error());
  return EpubReader(*package, name, limits).read();
}

}  // namespace pipeline
