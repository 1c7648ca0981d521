#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "pipeline/model/utf8.h"
#include "pipeline/read/child.h"
#include "pipeline/read/compound.h"
#include "pipeline/read/doc_fields.h"
#include "pipeline/read/paragraphs.h"
#include "pipeline/read/readers.h"

namespace pipeline {
namespace {

// Half of a pair of surrogates that catdoc wrote as if it were a character, or 0.
std::uint32_t surrogate_at(std::string_view text, std::size_t at) {
  if (text.size() - at < 3 || text[at] != '\xED') return 0;
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i]));
  };
  if (byte(1) < 0xA0 || byte(1) > 0xBF || begins_code_point(text[at + 2])) return 0;
  return 0xD000U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
}

// With such pairs joined to the characters beyond U+FFFF that they mean.
std::string with_whole_characters(std::string_view text) {
  std::string whole;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t next = std::min(text.find('\xED', at), text.size());
    whole += text.substr(at, next - at);
    at = next;
    if (at == text.size()) break;
    const std::uint32_t first = surrogate_at(text, at);
    const std::uint32_t second =
        first >= 0xD800 && first < 0xDC00 && at + 3 < text.size() ? surrogate_at(text, at + 3) : 0;
    if (second >= 0xDC00) {
      append(whole, 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00));
      at += 6;
    } else {
      whole += text[at++];
    }
  }
  return whole;
}

// catdoc gives each paragraph as a line, and a page as a form feed.
std::string paragraphs_of(std::string_view lines) {
  Paragraphs text;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find_first_of("\n\f"), lines.size());
    text.add(without_instructions(lines.substr(0, end)));
    text.end_paragraph();
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return text.take();
}

Said why_not(ChildEnd end) {
  if (end == ChildEnd::too_slow)
    return said(
        "het programma catdoc is er na 30 seconden niet mee klaar; open het in een tekstverwerker "
        "en sla het op als .docx of .odt");
  if (end == ChildEnd::too_much)
    return said(
        "het programma catdoc maakt er te veel tekst van; open het in een tekstverwerker en sla "
        "het op als .docx of .odt");
  return said(
      "het programma catdoc kan dit bestand niet lezen; is het beschadigd? open het in een "
      "tekstverwerker en sla het op als .docx of .odt");
}

}  // namespace

Result<Document> read_doc(std::string_view bytes, const std::string& name,
                          const ReadLimits& limits) {
  const CompoundKind kind = compound_kind(bytes);
  if (kind != CompoundKind::word)
    return failure(said("dit is geen Word-document maar {}", said(name_of(kind))), name);
  const auto catdoc = find_program("catdoc");
  if (!catdoc)
    return failure(
        said("het oude Word-formaat (.doc) wordt gelezen met het programma catdoc, en dat is hier "
             "niet ge\u00EFnstalleerd; installeer het (apt install catdoc), of open het in een "
             "tekstverwerker en sla het op als .docx of .odt"),
        name);
  ChildLimits child;
  child.output_bytes = std::min(child.output_bytes, limits.unpacked_bytes);
  ChildOutput output = run_child(*catdoc, {"-d", "utf-8", "-w"}, bytes, child);
  if (output.end != ChildEnd::done) return failure(why_not(output.end), name);
  if (output.text.starts_with("[File is encrypted"))
    return failure(
        said("het bestand is met een wachtwoord versleuteld; sla het op zonder wachtwoord"), name);
  Document document;
  document.source = paragraphs_of(with_whole_characters(output.text));
  document.warnings.emplace_back(said(
      "gelezen met catdoc: noten en kopteksten staan soms op een andere plaats; sla het liever op "
      "als .docx"));
  return document;
}

}  // namespace pipeline
