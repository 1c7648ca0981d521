// What reading promises for whatever bytes it is given; used by the fuzz entries and by the
// property tests. Empty where all holds, otherwise what does not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/model/utf8.h"
#include "pipeline/read/decode.h"
#include "pipeline/read/read.h"

namespace pipeline {

inline std::string broken_promise(const Document& document) {
  const std::string_view source = document.source;
  if (!is_valid_utf8(source)) return "the source is not UTF-8";
  if (source.find('\r') != std::string_view::npos) return "the source has a carriage return";
  if (source.starts_with("\uFEFF")) return "the source begins with a byte order mark";
  if (source.find_first_not_of(" \t\n") == std::string_view::npos) return "there are no words";
  std::uint32_t end = 0;
  for (const Caption& caption : document.captions) {
    if (caption.span.begin < end || caption.span.end <= caption.span.begin ||
        caption.span.end > source.size())
      return "captions overlap or leave the source";
    end = caption.span.end;
    if (caption.start_ms && caption.end_ms && *caption.start_ms > *caption.end_ms)
      return "a caption ends too soon";
    // An answer to a bold question has paragraphs, but no times.
    if (caption.start_ms && slice(source, caption.span).find('\n') != std::string_view::npos)
      return "a caption has two lines";
  }
  end = 0;
  for (const TextPart& part : document.parts) {
    if (part.span.begin < end || part.span.end <= part.span.begin || part.span.end > source.size())
      return "parts overlap or leave the source";
    end = part.span.end;
  }
  for (std::size_t i = 0; i < document.pages.size(); ++i)
    if (document.pages[i].begin >= source.size() ||
        !begins_code_point(source[document.pages[i].begin]) ||
        (i > 0 && document.pages[i].begin <= document.pages[i - 1].begin))
      return "pages are not in order or leave the source";
  for (const auto& [name, value] : document.attributes)
    if (name.empty() || value.empty() || !is_valid_utf8(value))
      return "an attribute is not regular";
  return {};
}

inline std::string broken_promise(std::string_view bytes, const std::string& name,
                                  const ReadLimits& limits = {}) {
  const auto document = read_bytes(bytes, name, limits);
  if (document) return broken_promise(*document);
  if (document.error().where != name) return "the error does not name the file";
  return document.error().message.empty() ? "the error says nothing" : "";
}

}  // namespace pipeline
