#include "pipeline/read/refusals.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "pipeline/read/compound.h"

namespace pipeline {
namespace {

struct Refused {
  std::string_view ending, why;
};
constexpr std::string_view transcribe = tr_later(
    "een opname wordt niet gelezen; maak er een transcript van en geef dat als .vtt, .srt, .docx "
    "of .txt");
constexpr std::string_view no_image = tr_later(
    "een afbeelding wordt niet gelezen; laat de tekst herkennen (OCR) en sla die op als .docx of "
    ".txt");
constexpr std::array<Refused, 25> refused{
    {{".dot", tr_later("een oud Word-sjabloon wordt niet gelezen; sla het document op als .docx")},
     {".wpd", tr_later("WordPerfect wordt niet gelezen; sla het document op als .docx of .odt")},
     {".pages", tr_later("Pages wordt niet gelezen; exporteer het document als .docx")},
     {".xls", tr_later("een oud rekenblad wordt niet gelezen; sla het op als .xlsx of .csv")},
     {".pptx", tr_later("presentaties worden niet gelezen; sla de tekst op als .docx of .txt")},
     {".ppt", tr_later("presentaties worden niet gelezen; sla de tekst op als .docx of .txt")},
     {".odp", tr_later("presentaties worden niet gelezen; sla de tekst op als .odt of .txt")},
     {".7z", tr_later("een archief wordt niet gelezen; pak het uit en geef de map")},
     {".rar", tr_later("een archief wordt niet gelezen; pak het uit en geef de map")},
     {".gz", tr_later("een archief wordt niet gelezen; pak het uit en geef de map")},
     {".eml", tr_later("e-mail wordt niet gelezen; sla het bericht op als .html of .txt")},
     {".msg", tr_later("e-mail wordt niet gelezen; sla het bericht op als .html of .txt")},
     {".qdpx", tr_later("een REFI-QDA-project wordt hier niet gelezen; exporteer de documenten als "
                        ".docx of .txt")},
     {".mp3", transcribe},
     {".wav", transcribe},
     {".m4a", transcribe},
     {".ogg", transcribe},
     {".flac", transcribe},
     {".mp4", transcribe},
     {".mov", transcribe},
     {".mkv", transcribe},
     {".jpg", no_image},
     {".jpeg", no_image},
     {".png", no_image},
     {".tif", no_image}}};

struct Signature {
  std::size_t at;
  std::string_view bytes, kind;
};
constexpr std::array<Signature, 17> signatures{
    {{0, "%PDF-", tr_later("een PDF-bestand")},
     {0, "{\\rtf", tr_later("een RTF-bestand")},
     {0, {"PK\x03\x04", 4}, tr_later("een ZIP-bestand (zoals .docx en .odt zijn)")},
     {0, "\xD0\xCF\x11\xE0", tr_later("een oud of met een wachtwoord beveiligd Office-bestand")},
     {0, "\x1F\x8B", tr_later("een gzip-archief")},
     {0, "7z\xBC\xAF", tr_later("een 7-Zip-archief")},
     {0, "Rar!", tr_later("een RAR-archief")},
     {0, "\x89PNG", tr_later("een PNG-afbeelding")},
     {0, "\xFF\xD8\xFF", tr_later("een JPEG-afbeelding")},
     {0, "GIF8", tr_later("een GIF-afbeelding")},
     {0, {"II*\0", 4}, tr_later("een TIFF-afbeelding")},
     {0, "ID3", tr_later("een geluidsopname (MP3)")},
     {0, "OggS", tr_later("een geluidsopname (Ogg)")},
     {0, "fLaC", tr_later("een geluidsopname (FLAC)")},
     {8, "WAVE", tr_later("een geluidsopname (WAV)")},
     {4, "ftyp", tr_later("een geluids- of beeldopname (MP4)")},
     {0, {"SQLite format 3\0", 16}, tr_later("een SQLite-databank")}}};

}  // namespace

Said why_refused(std::string_view ending) {
  const auto* const row = std::find_if(refused.begin(), refused.end(),
                                       [&](const Refused& r) { return r.ending == ending; });
  return row == refused.end() ? Said() : said(row->why);
}

std::string_view kind_by_signature(std::string_view bytes) {
  for (const Signature& signature : signatures)
    if (bytes.size() > signature.at && bytes.substr(signature.at).starts_with(signature.bytes))
      return signature.kind;
  return {};
}

Said wrong_ending(std::string_view bytes, std::string_view signature, const std::string& ending,
                  const std::string& format) {
  const std::string_view kind = kind_by_signature(bytes);
  const CompoundKind compound = compound_kind(bytes);
  if (signature == signature_of_zip && compound != CompoundKind::none)
    return said(
        "de uitgang is {}, maar dit is {}; geef het de juiste uitgang, of sla het zonder "
        "wachtwoord op als .{}",
        ending, said(name_of(compound)), format);
  if (signature == signature_of_old_office && bytes.starts_with(signature_of_zip) &&
      bytes.find("word/document.xml") != std::string_view::npos)
    return said(
        "de uitgang is {}, maar dit is een Word-document (.docx); geef het de juiste uitgang",
        ending);
  if (!bytes.starts_with(signature))
    return said(
        "de uitgang is {}, maar dit is {}; geef het de juiste uitgang of sla het opnieuw op",
        ending, said(kind.empty() ? tr_later("iets anders") : kind));
  if (signature.empty() && !kind.empty())
    return said("de uitgang is {}, maar dit is {}; geef het de juiste uitgang", ending, said(kind));
  return {};
}

Said file_too_large(const ReadLimits& limits) {
  return said("het bestand is groter dan {} MB, de grens per document; deel het in stukken",
              limits.file_bytes >> 20);
}

Said encrypted_file() {
  return said("het bestand is met een wachtwoord versleuteld; sla het op zonder wachtwoord");
}

Said unpacked_too_large(const ReadLimits& limits) {
  return said(
      "uitgepakt wordt het bestand te groot (grens: {} MB, {} keer de ingepakte grootte, {} "
      "delen); dit lijkt een ZIP-bom: sla het document opnieuw op",
      limits.unpacked_bytes >> 20, limits.expansion_ratio, limits.packed_entries);
}

Said page_too_wild(const ReadLimits& limits) {
  return said(
      "de webpagina is niet te ontleden: elementen zijn dieper dan {} keer genest of vergen meer "
      "dan {} MB; sla de tekst op als .txt",
      limits.nesting, limits.unpacked_bytes >> 20);
}

Said nested_too_deep(const ReadLimits& limits) {
  return said(
      "elementen zijn dieper dan {} keer in elkaar genest; sla het document opnieuw op, of als "
      ".txt",
      limits.nesting);
}

}  // namespace pipeline
