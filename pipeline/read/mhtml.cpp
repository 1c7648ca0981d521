#include <algorithm>
#include <cctype>
#include <charconv>

#include "pipeline/read/ascii.h"
#include "pipeline/read/inserted.h"

namespace pipeline {
namespace {

struct MailPart {
  std::string type, boundary, packing;
  std::string_view body;
};

// "multipart/related; boundary="x"" -> the value behind "boundary=".
std::string parameter(const std::string& header, std::string_view name) {
  std::size_t at = lower_ascii(header).find(std::string(name) + '=');
  if (at == std::string::npos) return {};
  at += name.size() + 1;
  const bool is_quoted = at < header.size() && header[at] == '"';
  if (is_quoted) ++at;
  const std::size_t end = header.find_first_of(is_quoted ? "\"" : "; \t", at);
  return header.substr(at, end == std::string::npos ? end : end - at);
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Headers up to a blank line; one that begins with a space goes on from the line before.
MailPart mail_part(std::string_view text) {
  MailPart part;
  std::string header;
  auto keep = [&] {
    const std::string lower = lower_ascii(header);
    if (lower.starts_with("content-type:")) {
      part.type = lower;
      part.boundary = parameter(header, "boundary");
    }
    if (lower.starts_with("content-transfer-encoding:")) part.packing = lower;
  };
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    const bool goes_on = line.starts_with(' ') || line.starts_with('\t');
    if (!goes_on) {
      keep();
      header.clear();
    }
    if (line.empty()) break;
    header += line;
  }
  part.body = text;
  return part;
}

// "pati=C3=ABnt=" at the end of a line goes on on the next.
std::string from_quoted_printable(std::string_view packed) {
  std::string bytes;
  for (std::size_t at = 0; at < packed.size(); ++at) {
    if (packed[at] != '=') {
      bytes += packed[at];
      continue;
    }
    unsigned char byte = 0;
    const char* const digits = packed.data() + at + 1;
    if (at + 2 < packed.size() && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      bytes += static_cast<char>(byte);
      at += 2;
    } else {
      at = std::min(packed.find('\n', at), packed.size());
    }
  }
  return bytes;
}

std::string from_base64(std::string_view packed) {
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  unsigned count = 0;
  for (const char c : packed) {
    const std::size_t value = alphabet.find(c);
    if (value == std::string_view::npos) continue;
    bits = (bits << 6U | static_cast<unsigned>(value)) & 0xFFFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFFU);
  }
  return bytes;
}

std::string page_in(const MailPart& part) {
  if (part.type.find("text/html") == std::string::npos) return {};
  if (part.packing.find("quoted-printable") != std::string::npos)
    return from_quoted_printable(part.body);
  if (part.packing.find("base64") != std::string::npos) return from_base64(part.body);
  return std::string(part.body);
}

}  // namespace

std::string page_of_mhtml(std::string_view bytes) {
  const std::string start = lower_ascii(bytes.substr(0, 4096));
  if (start.find("content-type:") == std::string::npos || start.find('<') < start.find("content-"))
    return {};
  const MailPart whole = mail_part(bytes);
  if (whole.boundary.empty()) return page_in(whole);
  const std::string edge = "--" + whole.boundary;
  std::string_view rest = whole.body;
  for (std::size_t at = rest.find(edge); at != std::string_view::npos; at = rest.find(edge)) {
    rest.remove_prefix(at + edge.size());
    take_line(rest);
    if (std::string page = page_in(mail_part(rest.substr(0, rest.find(edge)))); !page.empty())
      return page;
  }
  return {};
}

}  // namespace pipeline
