// Packed documents for tests, made from their parts in memory: {{"word/document.xml", "<w:..."},
// ...} becomes the bytes of a ZIP file. docx(), odt() and epub() add what every such file has.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace pipeline {

using Parts = std::vector<std::pair<std::string, std::string>>;

// With a password each part is encrypted.
inline std::string packed(const Parts& parts, const char* password = nullptr) {
  const std::unique_ptr<archive, decltype(&archive_write_free)> to(archive_write_new(),
                                                                   &archive_write_free);
  archive_write_set_format_zip(to.get());
  if (password != nullptr) {
    archive_write_set_options(to.get(), "zip:encryption=traditional");
    archive_write_set_passphrase(to.get(), password);
  }
  std::string bytes;
  archive_write_set_bytes_in_last_block(to.get(), 1);
  archive_write_open2(
      to.get(), &bytes, nullptr,
      [](archive*, void* user, const void* block, std::size_t size) {
        static_cast<std::string*>(user)->append(static_cast<const char*>(block), size);
        return static_cast<la_ssize_t>(size);
      },
      nullptr, nullptr);
  for (const auto& [name, text] : parts) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                              &archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    if (archive_write_header(to.get(), entry.get()) != ARCHIVE_OK ||
        archive_write_data(to.get(), text.data(), text.size()) < 0)
      throw std::runtime_error(archive_error_string(to.get()));
  }
  archive_write_close(to.get());
  return bytes;
}

inline std::string relation(const std::string& id, const std::string& kind,
                            const std::string& target) {
  return "<Relationship Id=\"" + id +
         "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind +
         "\" Target=\"" + target + "\"/>";
}

// A Word document with `body` within <w:body>, the relations of that part, and other parts.
inline Parts docx_parts(const std::string& body, const std::string& relations = {},
                        const Parts& others = {}) {
  Parts parts{
      {"_rels/.rels", "<Relationships>" + relation("r1", "officeDocument", "word/document.xml") +
                          relation("r2", "core-properties", "docProps/core.xml") +
                          "</Relationships>"},
      {"word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document><w:body>" +
                                body + "</w:body></w:document>"},
      {"word/_rels/document.xml.rels", "<Relationships>" + relations + "</Relationships>"}};
  parts.insert(parts.end(), others.begin(), others.end());
  return parts;
}
inline std::string docx(const std::string& body, const std::string& relations = {},
                        const Parts& others = {}) {
  return packed(docx_parts(body, relations, others));
}

// An OpenDocument text with `body` within <office:text> and `styles` as its automatic styles.
inline std::string odt(const std::string& body, const std::string& styles = {},
                       const Parts& others = {}) {
  Parts parts{{"mimetype", "application/vnd.oasis.opendocument.text"},
              {"content.xml",
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content>"
               "<office:automatic-styles>" +
                   styles + "</office:automatic-styles><office:body><office:text>" + body +
                   "</office:text></office:body></office:document-content>"}};
  parts.insert(parts.end(), others.begin(), others.end());
  return packed(parts);
}

// A book with two pages and a note in its manifest (a, b, n) and `spine` as the order of reading.
inline std::string epub(const std::string& spine, const Parts& others) {
  Parts parts{
      {"mimetype", "application/epub+zip"},
      {"META-INF/container.xml",
       "<container><rootfiles><rootfile full-path='EPUB/boek.opf'/></rootfiles></container>"},
      {"EPUB/boek.opf",
       "<package><metadata><dc:title>Verhalen</dc:title><dc:creator>A. de Boer</dc:creator>"
       "</metadata><manifest><item id='a' href='een.xhtml'/><item id='b' href='deel%202.xhtml#x'/>"
       "<item id='n' href='../EPUB/noot.xhtml'/></manifest><spine>" +
           spine + "</spine></package>"}};
  parts.insert(parts.end(), others.begin(), others.end());
  return packed(parts);
}

}  // namespace pipeline
