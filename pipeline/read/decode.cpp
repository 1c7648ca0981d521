#include "pipeline/read/decode.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include "pipeline/read/eight_bit.h"

namespace pipeline {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::size_t sample_bytes = 1 << 16;

// How many bytes from the start are ASCII.
std::size_t ascii_prefix(std::string_view text) {
  std::size_t at = 0;
  constexpr std::size_t block = 32;
  for (; at + block <= text.size(); at += block) {
    std::array<std::uint64_t, block / 8> words;
    std::memcpy(words.data(), text.data() + at, block);
    if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080ULL) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

struct Step {
  std::size_t bytes;
  bool is_valid;
};

// The character beyond ASCII at the front of `text`, by the table of well-formed sequences in the
// Unicode standard; or else the longest stretch that can be no beginning of one.
Step character_at_front(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  const std::size_t length = lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4);
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (std::size_t i = 1; i < length; ++i) {
    if (i == text.size() || byte(i) < low || byte(i) > high) return {i, false};
    low = 0x80;
    high = 0xBF;
  }
  return {length, true};
}

struct Utf8Count {
  std::size_t characters = 0;  // beyond ASCII
  std::size_t broken = 0;      // stretches that are no UTF-8
};

// Calls seen(where, step) for all that is not ASCII.
template <typename Seen>
void each_beyond_ascii(std::string_view text, Seen seen) {
  std::size_t at = ascii_prefix(text);
  while (at < text.size()) {
    const Step step = character_at_front(text.substr(at));
    seen(at, step);
    at += step.bytes;
    if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
      at += ascii_prefix(text.substr(at));
  }
}

Utf8Count count_utf8(std::string_view text) {
  Utf8Count count;
  each_beyond_ascii(
      text, [&](std::size_t, Step step) { ++(step.is_valid ? count.characters : count.broken); });
  return count;
}

std::string with_line_feeds(std::string text) {
  const std::size_t first = text.find('\r');
  if (first == std::string::npos) return text;
  std::size_t out = first;
  for (std::size_t at = first; at < text.size(); ++at) {
    if (text[at] != '\r')
      text[out++] = text[at];
    else if (at + 1 == text.size() || text[at + 1] != '\n')
      text[out++] = '\n';
  }
  text.resize(out);
  return text;
}

// In UTF-16 of European text every other byte is zero; which one says the byte order.
std::optional<std::string> utf16_order(std::string_view bytes) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const std::string_view sample = bytes.substr(0, sample_bytes);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1U : 0U;
  const std::size_t units = sample.size() / 2;
  if (zeros[1] * 10 > units * 6 && zeros[0] * 100 <= units) return "UTF-16LE";
  if (zeros[0] * 10 > units * 6 && zeros[1] * 100 <= units) return "UTF-16BE";
  return std::nullopt;
}

bool is_mostly_control(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, sample_bytes);
  const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  });
  return static_cast<std::size_t>(controls) * 20 > sample.size();
}

tl::unexpected<Error> binary(const std::string& name) {
  return failure(said("binair bestand: dit zijn geen leesbare tekens; sla het document op als "
                      ".docx, .odt of .txt (UTF-8)"),
                 name);
}

// Twice encoded: "Ã«" for "ë", "â€™" for "’".
bool looks_twice_encoded(std::string_view text) {
  for (const std::string_view mark : {"\xC3\x83\xC2", "\xC3\xA2\xE2\x82\xAC"})
    if (text.find(mark) != std::string_view::npos) return true;
  return false;
}

Decoded finished(std::string text, std::string encoding, std::vector<Said> warnings) {
  std::size_t replaced = 0;
  for (std::size_t at = text.find(replacement); at != std::string::npos;
       at = text.find(replacement, at + replacement.size()))
    ++replaced;
  if (replaced > 0)
    warnings.push_back(
        said("{} onleesbare tekens staan als \u201C\uFFFD\u201D in de tekst; controleer de "
             "codering van het bestand",
             replaced));
  if (looks_twice_encoded(text))
    warnings.push_back(
        said("de tekst lijkt tweemaal gecodeerd (\u201CÃ«\u201D voor \u201Cë\u201D); herstel het "
             "bestand in het programma waar het uit komt"));
  return {with_line_feeds(std::move(text)), std::move(encoding), std::move(warnings)};
}

Decoded utf8(std::string_view bytes) {
  const std::size_t ascii = ascii_prefix(bytes);
  if (ascii == bytes.size()) return {with_line_feeds(std::string(bytes)), "UTF-8", {}};
  if (is_valid_utf8(bytes.substr(ascii))) return finished(std::string(bytes), "UTF-8", {});
  return finished(repaired_utf8(bytes), "UTF-8", {});
}

// By ICU; what is no character of `encoding` becomes U+FFFD. Nothing for an encoding ICU has not.
std::optional<std::string> converted(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(encoding.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  std::string text;
  std::array<UChar, 4096> units;
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  icu::UnicodeString piece;
  do {
    UChar* out = units.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &out, units.data() + units.size(), &at, end, nullptr, 1,
                   &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return std::nullopt;
    piece.append(units.data(), static_cast<std::int32_t>(out - units.data()));
    // A pair of surrogates must not be parted over two pieces.
    std::int32_t whole = piece.length();
    if (status == U_BUFFER_OVERFLOW_ERROR && whole > 0 && U16_IS_LEAD(piece[whole - 1])) --whole;
    piece.tempSubString(0, whole).toUTF8String(text);
    piece.remove(0, whole);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return text;
}

struct ByteOrderMark {
  std::string_view bytes;
  const char* encoding;
};
// The mark of UTF-32LE begins with that of UTF-16LE.
constexpr std::array<ByteOrderMark, 5> byte_order_marks{{{{"\xEF\xBB\xBF", 3}, "UTF-8"},
                                                         {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                                         {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                                         {{"\xFF\xFE", 2}, "UTF-16LE"},
                                                         {{"\xFE\xFF", 2}, "UTF-16BE"}}};

Result<Decoded> decode_unicode(std::string_view bytes, const std::string& encoding,
                               const std::string& name, std::vector<Said> warnings) {
  if (encoding == "UTF-8") {
    if (bytes.find('\0') != std::string_view::npos) return binary(name);
    return utf8(bytes);
  }
  const auto text = converted(bytes, encoding);
  if (!text || text->find('\0') != std::string::npos) return binary(name);
  return finished(*text, encoding, std::move(warnings));
}

std::optional<Result<Decoded>> decode_by_mark(std::string_view bytes, const std::string& name) {
  for (const auto& mark : byte_order_marks)
    if (bytes.starts_with(mark.bytes))
      return decode_unicode(bytes.substr(mark.bytes.size()), mark.encoding, name, {});
  return std::nullopt;
}

// One broken byte in a long text does not make it another encoding.
bool is_damaged_utf8(const Utf8Count& count) {
  return count.characters >= 8 && count.broken * 20 < count.characters;
}

Result<Decoded> decode_eight_bit(std::string_view bytes, const std::string& encoding,
                                 std::vector<Said> warnings, const std::string& name) {
  auto text = converted(bytes, encoding);
  if (!text) return failure(said("de codering {} is onbekend", encoding), name);
  return finished(std::move(*text), encoding, std::move(warnings));
}

}  // namespace

std::optional<std::string> decode_as(std::string_view bytes, const std::string& encoding) {
  return converted(bytes, encoding);
}

bool is_valid_utf8(std::string_view text) {
  return count_utf8(text).broken == 0;
}

std::string repaired_utf8(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size() + replacement.size());
  std::size_t kept = 0;
  each_beyond_ascii(text, [&](std::size_t at, Step step) {
    if (step.is_valid) return;
    repaired += text.substr(kept, at - kept);
    repaired += replacement;
    kept = at + step.bytes;
  });
  repaired += text.substr(kept);
  return repaired;
}

Result<Decoded> decode(std::string_view bytes, const std::string& name) {
  return decode_labelled(bytes, {}, name);
}

Result<Decoded> decode_labelled(std::string_view bytes, std::string_view label,
                                const std::string& name) {
  if (auto marked = decode_by_mark(bytes, name)) return std::move(*marked);
  if (bytes.find('\0') != std::string_view::npos) {
    const auto order = utf16_order(bytes);
    if (!order) return binary(name);
    return decode_unicode(bytes, *order, name,
                          {said("gelezen als {}, al zegt het bestand dat niet", *order)});
  }
  if (is_mostly_control(bytes)) return binary(name);
  const Utf8Count count = count_utf8(bytes);
  if (count.broken == 0 || is_damaged_utf8(count)) return utf8(bytes);
  if (const auto encoding = eight_bit_of_label(label))
    return decode_eight_bit(bytes, *encoding, {}, name);
  const EightBitGuess guess = guess_eight_bit(bytes);
  return decode_eight_bit(bytes, guess.encoding, guess.warnings, name);
}

void make_regular(std::string& text) {
  if (!is_valid_utf8(text)) text = repaired_utf8(text);
  constexpr std::string_view mark = "\uFEFF";
  while (text.starts_with(mark)) text.erase(0, mark.size());
}

}  // namespace pipeline
