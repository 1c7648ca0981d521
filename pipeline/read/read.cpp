#include "pipeline/read/read.h"

#include <algorithm>
#include <system_error>

#include "pipeline/read/ascii.h"
#include "pipeline/read/container.h"
#include "pipeline/read/decode.h"
#include "pipeline/read/file_bytes.h"
#include "pipeline/read/readers.h"
#include "pipeline/read/refusals.h"
#include "pipeline/read/repeats.h"

namespace pipeline {
namespace {

using Reading = Result<Document>(std::string_view, const std::string&, const ReadLimits&);
using ReadingByChoice = Result<Document>(std::string_view, const std::string&, const ReadLimits&,
                                         const ReadOptions&);

// Most formats leave nothing to choose.
class Reader {
 public:
  Reader(Reading* read) : plain_(read) {}
  Reader(ReadingByChoice* read) : by_choice_(read) {}

  Result<Document> operator()(std::string_view bytes, const std::string& name,
                              const ReadLimits& limits, const ReadOptions& options) const {
    return plain_ != nullptr ? plain_(bytes, name, limits)
                             : by_choice_(bytes, name, limits, options);
  }

 private:
  Reading* plain_ = nullptr;
  ReadingByChoice* by_choice_ = nullptr;
};

constexpr std::string_view zip = signature_of_zip;
constexpr std::string_view rtf = "{\\rtf";
constexpr std::string_view old_office = signature_of_old_office;
constexpr std::string_view pdf = "%PDF-";
constexpr std::string_view any;

// THE table of formats, with what their files begin with. Those that may begin with anything must
// not look like one that has a signature.
struct Row {
  Format format;
  Reader read;
  std::string_view signature;
};

const std::vector<Row>& table() {
  static const std::vector<Row> rows{
      {{"txt", {".txt", ".text"}, tr_later("platte tekst")}, read_plain_text, any},
      {{"md", {".md", ".markdown"}, tr_later("Markdown, zonder de opmaaktekens")},
       read_markdown,
       any},
      {{"html", {".html", ".htm", ".xhtml"}, tr_later("webpagina, alleen de hoofdtekst")},
       read_html,
       any},
      {{"docx", {".docx", ".docm"}, tr_later("Word-document")}, read_docx, zip},
      {{"odt", {".odt", ".ott"}, tr_later("OpenDocument-tekst (LibreOffice)")}, read_odt, zip},
      {{"fodt", {".fodt", ".fott"}, tr_later("OpenDocument-tekst in één XML-bestand")},
       read_flat_odt,
       any},
      {{"rtf", {".rtf"}, tr_later("RTF-document")}, read_rtf, rtf},
      {{"doc", {".doc"}, tr_later("oud Word-document (met het programma catdoc)")},
       read_doc,
       old_office},
      {{"pdf", {".pdf"}, tr_later("PDF met tekst, niet gescand")}, read_pdf, pdf},
      {{"epub", {".epub"}, tr_later("e-boek zonder beveiliging")}, read_epub, zip},
      {{"vtt", {".vtt"}, tr_later("WebVTT-ondertitels (Teams, Zoom)")}, read_webvtt, any},
      {{"srt", {".srt"}, tr_later("SRT-ondertitels")}, read_srt, any},
      {{"tsv", {".tsv"}, tr_later("transcript van Whisper")}, read_whisper_tsv, any},
      {{"json", {".json"}, tr_later("transcript van Whisper, WhisperX of Amberscript")},
       read_transcript_json,
       any},
      {{"otr", {".otr"}, "oTranscribe"}, read_otranscribe, any},
      {{"eaf", {".eaf"}, tr_later("ELAN, de lagen met wat er gezegd wordt")}, read_elan, any},
      {{"xml",
        {".xml"},
        tr_later("spraak in TEI of FoLiA, of een Word-document in één XML-bestand")},
       read_xml,
       any},
  };
  return rows;
}

std::string ending_of(const std::string& name) {
  return lower_ascii(std::filesystem::path(name).extension().string());
}

const Row* row_of(const std::string& ending) {
  const auto it = std::find_if(table().begin(), table().end(), [&](const Row& row) {
    const auto& endings = row.format.endings;
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
  });
  return it == table().end() ? nullptr : &*it;
}

bool has_words(std::string_view text) {
  return text.find_first_not_of(" \t\n\f\v") != std::string_view::npos;
}

}  // namespace

Result<Document> read(const std::filesystem::path& path, const ReadLimits& limits,
                      const ReadOptions& options) {
  // Before the file is opened: an hour of video need not be loaded to be refused.
  std::error_code ignored;
  if (std::filesystem::is_regular_file(path, ignored))
    if (auto why = why_unread(path.string()); !why.empty())
      return failure(std::move(why), path.string());
  const auto bytes = file_bytes(path, limits);
  if (!bytes) return tl::unexpected(bytes.error());
  return read_bytes(*bytes, path.string(), limits, options);
}

Result<Document> read_bytes(std::string_view bytes, const std::string& name,
                            const ReadLimits& limits, const ReadOptions& options) {
  const std::string ending = ending_of(name);
  if (auto why = why_unread(name); !why.empty()) return failure(std::move(why), name);
  const Row* const row = row_of(ending);
  if (bytes.empty()) return failure(said("het bestand is leeg"), name);
  if (bytes.size() > limits.file_bytes) return failure(file_too_large(limits), name);
  if (const Said why = wrong_ending(bytes, row->signature, ending, row->format.name); !why.empty())
    return failure(why, name);
  auto document = row->read(bytes, name, limits, options);
  if (!document) return document;
  document->format = row->format.name;
  make_regular(document->source);
  warn_of_repeats(*document);
  if (!has_words(document->source))
    return failure(
        said("er staat geen tekst in het bestand; is het gescand, of bestaat het uit beeld?"),
        name);
  return document;
}

const std::vector<std::string>& change_names() {
  static const std::vector<std::string> names{"geaccepteerd", "geweigerd"};
  return names;
}

Said why_unread(const std::string& name) {
  const std::string ending = ending_of(name);
  if (row_of(ending) != nullptr) return {};
  if (is_container(name))
    return said(
        "hierin staan meer documenten; noem er een, zoals BESTAND/rij-0001 of "
        "BESTAND/map/verslag.docx ('samenspel read BESTAND' toont ze)");
  if (Said why = why_refused(ending); !why.empty()) return why;
  std::string known;
  for (const Format& format : formats())
    known += (known.empty() ? "" : ", ") + format.endings.front();
  return said("{}; leesbaar zijn {}",
              ending.empty() ? said("het bestand heeft geen uitgang")
                             : said("de uitgang {} is onbekend", ending),
              known);
}

const std::vector<Format>& formats() {
  static const std::vector<Format> all = [] {
    std::vector<Format> list;
    for (const Row& row : table()) list.push_back(row.format);
    for (const Format& format : container_formats()) list.push_back(format);
    return list;
  }();
  return all;
}

}  // namespace pipeline
