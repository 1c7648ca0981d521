#include "pipeline/read/pdf.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/model/utf8.h"
#include "pipeline/read/pdf_text.h"
#include "pipeline/read/pdf_words.h"
#include "pipeline/read/properties.h"
#include "pipeline/read/readers.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view program = "samenspel-pdf";

// Beside the program that runs, or where it is installed with it; tests lie a folder deeper.
std::optional<std::string> find_reader() {
  std::error_code problem;
  const fs::path self = fs::read_symlink("/proc/self/exe", problem).parent_path();
  if (problem) return std::nullopt;
  std::vector<fs::path> places{self / program, self.parent_path() / "libexec/samenspel" / program};
  if (self.filename() == "tests") places.push_back(self.parent_path() / program);
  for (const fs::path& place : places)
    if (fs::is_regular_file(place, problem)) return place.string();
  return std::nullopt;
}

Said why_not(ChildEnd end) {
  if (end == ChildEnd::too_slow)
    return said(
        "het lezen van de PDF is na 30 seconden niet klaar; sla het document opnieuw op als PDF, "
        "of als .docx of .txt");
  if (end == ChildEnd::too_much)
    return said(
        "de PDF geeft te veel tekst; deel het document in stukken, of sla het document opnieuw op "
        "als PDF, of als .docx of .txt");
  return said(
      "de PDF is niet te lezen; is het bestand beschadigd? sla het document opnieuw op als PDF, of "
      "als .docx of .txt");
}

Said why_refused(PdfState state) {
  if (state == PdfState::locked)
    return said("de PDF is met een wachtwoord versleuteld; sla hem op zonder wachtwoord");
  if (state == PdfState::no_pages) return said("de PDF heeft geen bladzijden; sla hem opnieuw op");
  return why_not(ChildEnd::failed);
}

// Pages that are pictures, and letters that nobody can tell.
void warn(const PdfContent& content, Document& document) {
  const auto bare = std::count_if(content.pages.begin(), content.pages.end(),
                                  [](const PdfPage& page) { return page.words.empty(); });
  if (bare > 0)
    document.warnings.push_back(
        said("op {} van de {} bladzijden staat geen tekst; zijn ze gescand, laat dan de tekst "
             "herkennen (OCR)",
             bare, content.pages.size()));
  if (content.is_damaged)
    document.warnings.emplace_back(
        said("de PDF is beschadigd; er kan tekst ontbreken: sla het document liever opnieuw op"));
  std::size_t unknown = 0, all = 0;
  for (std::size_t at = 0; at < document.source.size(); ++all) {
    const CodePoint c = code_point_at(document.source, at);
    unknown += c.value == 0xFFFD || (c.value >= 0xE000 && c.value <= 0xF8FF) ? 1 : 0;
    at += c.size;
  }
  if (unknown * 50 > all)
    document.warnings.push_back(
        said("{} tekens van de PDF zijn niet als letters te herkennen; staat er onzin, laat dan de "
             "tekst herkennen (OCR)",
             unknown));
}

}  // namespace

Result<Document> read_pdf(std::string_view bytes, const std::string& name,
                          const ReadLimits& limits) {
  const auto reader = find_reader();
  if (!reader)
    return failure(
        said("PDF wordt gelezen met het hulpprogramma {}, en dat staat niet bij samenspel; "
             "bouw of installeer samenspel opnieuw",
             program),
        name);
  ChildLimits child;
  child.output_bytes = std::min(child.output_bytes, limits.unpacked_bytes);
  return read_pdf_by(*reader, bytes, name, child);
}

Result<Document> read_pdf_by(const std::string& path, std::string_view bytes,
                             const std::string& name, const ChildLimits& limits) {
  const ChildOutput output = run_child(path, {}, bytes, limits);
  if (output.end != ChildEnd::done) return failure(why_not(output.end), name);
  return read_pdf_lines(output.text, name);
}

Result<Document> read_pdf_lines(std::string_view lines, const std::string& name) {
  const auto content = from_lines(lines);
  if (!content) return failure(why_not(ChildEnd::failed), name);
  if (content->state != PdfState::read) return failure(why_refused(content->state), name);
  Document document = text_of_pages(*content);
  if (document.source.find_first_not_of(" \t\n") == std::string::npos)
    return failure(
        said(
            "er staat geen tekst in de PDF, alleen beeld; laat de tekst herkennen (OCR) en sla het "
            "resultaat op als PDF of .docx"),
        name);
  for (const auto& [property, value] : content->properties)
    set_property(document.attributes, property, value);
  warn(*content, document);
  return document;
}

}  // namespace pipeline
