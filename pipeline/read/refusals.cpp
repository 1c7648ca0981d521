#include "pipeline/read/refusals.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "pipeline/read/compound.h"

namespace pipeline {
namespace {

struct Refused {
  std::string_view ending, why;
};
constexpr std::string_view transcribe =
    "een opname wordt niet gelezen; maak er een transcript van en geef dat als .vtt, .srt, .docx "
    "of "
    ".txt";
constexpr std::string_view no_image =
    "een afbeelding wordt niet gelezen; laat de tekst herkennen (OCR) en sla die op als .docx of "
    ".txt";
constexpr std::array<Refused, 25> refused{
    {{".dot", "een oud Word-sjabloon wordt niet gelezen; sla het document op als .docx"},
     {".wpd", "WordPerfect wordt niet gelezen; sla het document op als .docx of .odt"},
     {".pages", "Pages wordt niet gelezen; exporteer het document als .docx"},
     {".xls", "een oud rekenblad wordt niet gelezen; sla het op als .xlsx of .csv"},
     {".pptx", "presentaties worden niet gelezen; sla de tekst op als .docx of .txt"},
     {".ppt", "presentaties worden niet gelezen; sla de tekst op als .docx of .txt"},
     {".odp", "presentaties worden niet gelezen; sla de tekst op als .odt of .txt"},
     {".7z", "een archief wordt niet gelezen; pak het uit en geef de map"},
     {".rar", "een archief wordt niet gelezen; pak het uit en geef de map"},
     {".gz", "een archief wordt niet gelezen; pak het uit en geef de map"},
     {".eml", "e-mail wordt niet gelezen; sla het bericht op als .html of .txt"},
     {".msg", "e-mail wordt niet gelezen; sla het bericht op als .html of .txt"},
     {".qdpx",
      "een REFI-QDA-project wordt hier niet gelezen; exporteer de documenten als .docx of .txt"},
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
    {{0, "%PDF-", "een PDF-bestand"},
     {0, "{\\rtf", "een RTF-bestand"},
     {0, {"PK\x03\x04", 4}, "een ZIP-bestand (zoals .docx en .odt zijn)"},
     {0, "\xD0\xCF\x11\xE0", "een oud of met een wachtwoord beveiligd Office-bestand"},
     {0, "\x1F\x8B", "een gzip-archief"},
     {0, "7z\xBC\xAF", "een 7-Zip-archief"},
     {0, "Rar!", "een RAR-archief"},
     {0, "\x89PNG", "een PNG-afbeelding"},
     {0, "\xFF\xD8\xFF", "een JPEG-afbeelding"},
     {0, "GIF8", "een GIF-afbeelding"},
     {0, {"II*\0", 4}, "een TIFF-afbeelding"},
     {0, "ID3", "een geluidsopname (MP3)"},
     {0, "OggS", "een geluidsopname (Ogg)"},
     {0, "fLaC", "een geluidsopname (FLAC)"},
     {8, "WAVE", "een geluidsopname (WAV)"},
     {4, "ftyp", "een geluids- of beeldopname (MP4)"},
     {0, {"SQLite format 3\0", 16}, "een SQLite-databank"}}};

}  // namespace

std::string why_refused(std::string_view ending) {
  const auto* const row = std::find_if(refused.begin(), refused.end(),
                                       [&](const Refused& r) { return r.ending == ending; });
  return row == refused.end() ? std::string() : std::string(row->why);
}

std::string_view kind_by_signature(std::string_view bytes) {
  for (const Signature& signature : signatures)
    if (bytes.size() > signature.at && bytes.substr(signature.at).starts_with(signature.bytes))
      return signature.kind;
  return {};
}

std::string wrong_ending(std::string_view bytes, std::string_view signature,
                         const std::string& ending, const std::string& format) {
  const std::string_view kind = kind_by_signature(bytes);
  const CompoundKind compound = compound_kind(bytes);
  if (signature == signature_of_zip && compound != CompoundKind::none)
    return fmt::format(
        "de uitgang is {}, maar dit is {}; geef het de juiste uitgang, of sla het zonder "
        "wachtwoord "
        "op als .{}",
        ending, name_of(compound), format);
  if (signature == signature_of_old_office && bytes.starts_with(signature_of_zip) &&
      bytes.find("word/document.xml") != std::string_view::npos)
    return fmt::format(
        "de uitgang is {}, maar dit is een Word-document (.docx); geef het de juiste uitgang",
        ending);
  if (!bytes.starts_with(signature))
    return fmt::format(
        "de uitgang is {}, maar dit is {}; geef het de juiste uitgang of sla het opnieuw op",
        ending, kind.empty() ? "iets anders" : kind);
  if (signature.empty() && !kind.empty())
    return fmt::format("de uitgang is {}, maar dit is {}; geef het de juiste uitgang", ending,
                       kind);
  return {};
}

std::string file_too_large(const ReadLimits& limits) {
  return fmt::format("het bestand is groter dan {} MB, de grens per document; deel het in stukken",
                     limits.file_bytes >> 20);
}

std::string encrypted_file() {
  return "het bestand is met een wachtwoord versleuteld; sla het op zonder wachtwoord";
}

std::string unpacked_too_large(const ReadLimits& limits) {
  return fmt::format(
      "uitgepakt wordt het bestand te groot (grens: {} MB, {} keer de ingepakte grootte, {} "
      "delen); dit "
      "lijkt een ZIP-bom: sla het document opnieuw op",
      limits.unpacked_bytes >> 20, limits.expansion_ratio, limits.packed_entries);
}

std::string page_too_wild(const ReadLimits& limits) {
  return fmt::format(
      "de webpagina is niet te ontleden: elementen zijn dieper dan {} keer genest of vergen meer "
      "dan {} "
      "MB; sla de tekst op als .txt",
      limits.nesting, limits.unpacked_bytes >> 20);
}

std::string nested_too_deep(const ReadLimits& limits) {
  return fmt::format(
      "elementen zijn dieper dan {} keer in elkaar genest; sla het document opnieuw op, of als "
      ".txt",
      limits.nesting);
}

}  // namespace pipeline
