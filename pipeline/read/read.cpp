#include "pipeline/read/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include "pipeline/read/ascii.h"
#include "pipeline/read/compound.h"
#include "pipeline/read/decode.h"
#include "pipeline/read/readers.h"
#include "pipeline/read/refusals.h"
#include "pipeline/read/repeats.h"

namespace pipeline {
namespace {

using Reader = Result<Document> (*)(std::string_view, const std::string&, const ReadLimits&);

constexpr std::string_view zip = "PK";
constexpr std::string_view rtf = "{\\rtf";
constexpr std::string_view old_office = "\xD0\xCF\x11\xE0";
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
      {{"txt", {".txt", ".text"}, "platte tekst"}, read_plain_text, any},
      {{"md", {".md", ".markdown"}, "Markdown, zonder de opmaaktekens"}, read_markdown, any},
      {{"html", {".html", ".htm", ".xhtml"}, "webpagina, alleen de hoofdtekst"}, read_html, any},
      {{"docx", {".docx", ".docm"}, "Word-document"}, read_docx, zip},
      {{"odt", {".odt", ".ott"}, "OpenDocument-tekst (LibreOffice)"}, read_odt, zip},
      {{"rtf", {".rtf"}, "RTF-document"}, read_rtf, rtf},
      {{"doc", {".doc"}, "oud Word-document (met het programma catdoc)"}, read_doc, old_office},
      {{"pdf", {".pdf"}, "PDF met tekst, niet gescand"}, read_pdf, pdf},
      {{"epub", {".epub"}, "e-boek zonder beveiliging"}, read_epub, zip},
      {{"vtt", {".vtt"}, "WebVTT-ondertitels (Teams, Zoom)"}, read_webvtt, any},
      {{"srt", {".srt"}, "SRT-ondertitels"}, read_srt, any},
      {{"json", {".json"}, "transcript van Whisper, WhisperX of Amberscript"},
       read_transcript_json,
       any},
      {{"otr", {".otr"}, "oTranscribe"}, read_otranscribe, any},
      {{"eaf", {".eaf"}, "ELAN, de lagen met wat er gezegd wordt"}, read_elan, any},
      {{"xml", {".xml"}, "spraak in TEI of FoLiA"}, read_speech_xml, any},
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

// Why files with this ending are not read; empty for those that are.
std::string refused_ending(const std::string& ending) {
  if (row_of(ending) != nullptr) return {};
  if (std::string why = why_refused(ending); !why.empty()) return why;
  std::string known;
  for (const Row& row : table()) known += (known.empty() ? "" : ", ") + row.format.endings.front();
  return fmt::format("{}; leesbaar zijn {}",
                     ending.empty() ? std::string("het bestand heeft geen uitgang")
                                    : fmt::format("de uitgang {} is onbekend", ending),
                     known);
}

// Whether the first bytes belong to another format than the ending says.
std::string wrong_ending(std::string_view bytes, const Row& row, const std::string& ending) {
  const std::string_view kind = kind_by_signature(bytes);
  const CompoundKind compound = compound_kind(bytes);
  if (row.signature == zip && compound != CompoundKind::none)
    return fmt::format(
        "de uitgang is {}, maar dit is {}; geef het de juiste uitgang, of sla het zonder "
        "wachtwoord "
        "op als .{}",
        ending, name_of(compound), row.format.name);
  if (row.signature == old_office && bytes.starts_with(zip) &&
      bytes.find("word/document.xml") != std::string_view::npos)
    return fmt::format(
        "de uitgang is {}, maar dit is een Word-document (.docx); geef het de juiste uitgang",
        ending);
  if (!bytes.starts_with(row.signature))
    return fmt::format(
        "de uitgang is {}, maar dit is {}; geef het de juiste uitgang of sla het opnieuw op",
        ending, kind.empty() ? "iets anders" : kind);
  if (row.signature.empty() && !kind.empty())
    return fmt::format("de uitgang is {}, maar dit is {}; geef het de juiste uitgang", ending,
                       kind);
  return {};
}

bool has_words(std::string_view text) {
  return text.find_first_not_of(" \t\n\f\v") != std::string_view::npos;
}

// What every document keeps to, whatever its file held. Captions are so by themselves: their spans
// must not move.
void make_regular(std::string& source) {
  if (!is_valid_utf8(source)) source = repaired_utf8(source);
  constexpr std::string_view mark = "\uFEFF";
  while (source.starts_with(mark)) source.erase(0, mark.size());
}

// The bytes of a file, or why there are none.
Result<std::string> bytes_of(const std::filesystem::path& path, const ReadLimits& limits) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status))
    return failure("het bestand bestaat niet; kijk het pad na", path.string());
  if (std::filesystem::is_directory(status))
    return failure("dit is een map, geen bestand", path.string());
  if (!std::filesystem::is_regular_file(status))
    return failure("dit is geen gewoon bestand", path.string());
  // Before the file is opened: an hour of video need not be loaded to be refused.
  if (auto why = refused_ending(ending_of(path.string())); !why.empty())
    return failure(std::move(why), path.string());
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (!error && size > limits.file_bytes) return failure(file_too_large(limits), path.string());
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::string bytes(error ? 0 : static_cast<std::size_t>(size), '\0');
  if (file) file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (error || !file)
    return failure(
        fmt::format("het bestand is niet te lezen ({}); kijk de rechten na", std::strerror(errno)),
        path.string());
  return bytes;
}

}  // namespace

Result<Document> read(const std::filesystem::path& path, const ReadLimits& limits) {
  const auto bytes = bytes_of(path, limits);
  if (!bytes) return tl::unexpected(bytes.error());
  return read_bytes(*bytes, path.string(), limits);
}

Result<Document> read_bytes(std::string_view bytes, const std::string& name,
                            const ReadLimits& limits) {
  const std::string ending = ending_of(name);
  if (auto why = refused_ending(ending); !why.empty()) return failure(std::move(why), name);
  const Row* const row = row_of(ending);
  if (bytes.empty()) return failure("het bestand is leeg", name);
  if (bytes.size() > limits.file_bytes) return failure(file_too_large(limits), name);
  if (const std::string why = wrong_ending(bytes, *row, ending); !why.empty())
    return failure(why, name);
  auto document = row->read(bytes, name, limits);
  if (!document) return document;
  document->format = row->format.name;
  make_regular(document->source);
  warn_of_repeats(*document);
  if (!has_words(document->source))
    return failure("er staat geen tekst in het bestand; is het gescand, of bestaat het uit beeld?",
                   name);
  return document;
}

const std::vector<Format>& formats() {
  static const std::vector<Format> all = [] {
    std::vector<Format> list;
    for (const Row& row : table()) list.push_back(row.format);
    return list;
  }();
  return all;
}

}  // namespace pipeline
