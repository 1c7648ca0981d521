#include "pipeline/read/pdf_file.h"

#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <Object.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <TextOutputDev.h>
#include <UTF.h>

#include <algorithm>
#include <array>

#include "pipeline/model/utf8.h"

namespace pipeline {
namespace {

// Without what would end or hide a line.
std::string one_line(std::string_view from) {
  std::string text;
  for (const char c : from)
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) text += c;
  return text;
}

bool is_character(Unicode point) {
  return point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
}

void add(std::string& text, Unicode point) {
  append(text, static_cast<char32_t>(is_character(point) ? point : 0xFFFD));
}

// A string of a PDF, which is in UTF-16 with a mark or in PDF's own code.
std::string utf8_of(const std::string& pdf_string) {
  Unicode* points = nullptr;
  const int count = TextStringToUCS4(pdf_string, &points);
  std::string text;
  for (int i = 0; i < count; ++i) add(text, points[i]);
  gfree(points);
  return text;
}

// "D:20260119092115+01'00'" -> "2026-01-19".
std::string day_of(const std::string& date) {
  const std::string digits = date.starts_with("D:") ? date.substr(2) : date;
  if (digits.size() < 8 || digits.find_first_not_of("0123456789") < 8) return {};
  return digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6, 2);
}

// Hebrew and Arabic with their forms, and the scripts beyond U+FFFF that go the same way.
bool is_from_right_to_left(Unicode point) {
  return (point >= 0x590 && point <= 0x8FF) || (point >= 0xFB1D && point <= 0xFDFF) ||
         (point >= 0xFE70 && point <= 0xFEFF) || (point >= 0x10800 && point <= 0x10FFF) ||
         (point >= 0x1E800 && point <= 0x1EFFF);
}

// Letters lie on the page from left to right; where they are not read so, poppler turns them.
std::string text_of(const TextWord& word) {
  std::string text;
  bool to_turn = false, is_whole = true;
  for (int i = 0; i < word.getLength(); ++i) {
    const Unicode point = *word.getChar(i);
    add(text, point);
    to_turn = to_turn || is_from_right_to_left(point);
    is_whole = is_whole && is_character(point);
  }
  if (!to_turn || !is_whole) return one_line(text);
  const std::unique_ptr<GooString> turned(word.getText());
  return one_line(turned->toStr());
}

PdfWord word_of(const TextWord& from) {
  double left = 0, top = 0, right = 0, bottom = 0;
  from.getBBox(&left, &top, &right, &bottom);
  const auto side = [](double a) { return static_cast<float>(a); };
  return {{side(std::min(left, right)), side(std::min(top, bottom)), side(std::max(left, right)),
           side(std::max(top, bottom))},
          static_cast<std::uint8_t>(from.getRotation() & 3),
          from.hasSpaceAfter(),
          text_of(from)};
}

// "Anna: Klopt dit?"; nothing of what says nothing.
std::string words_of(const Object& annotation) {
  if (!annotation.isDict()) return {};
  const Object kind = annotation.dictLookup("Subtype");
  constexpr std::array others{"Link", "Widget", "Popup"};
  if (std::any_of(others.begin(), others.end(), [&](const char* it) { return kind.isName(it); }))
    return {};
  const auto told = [&](const char* key) {
    const Object value = annotation.dictLookup(key);
    return value.isString() ? utf8_of(value.getString()->toStr()) : std::string();
  };
  const std::string words = told("Contents"), author = told("T");
  return words.empty() || author.empty() ? words : author + ": " + words;
}

}  // namespace

struct PdfFile::Library {
  explicit Library(std::string_view bytes)
      : document(
            new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull))) {}

  PDFDoc document;
  TextOutputDev device{nullptr, false, 0, false, false};
};

PdfFile::PdfFile(std::string_view bytes) {
  globalParams = std::make_unique<GlobalParams>();
  // What the library has to say is not for the terminal.
  globalParams->setErrQuiet(true);
  library_ = std::make_unique<Library>(bytes);
}

PdfFile::~PdfFile() = default;

PdfState PdfFile::state() const {
  PDFDoc& document = library_->document;
  if (!document.isOk())
    return document.getErrorCode() == errEncrypted ? PdfState::locked : PdfState::broken;
  return document.getNumPages() <= 0 ? PdfState::no_pages : PdfState::read;
}

std::vector<std::pair<std::string, std::string>> PdfFile::properties() const {
  std::vector<std::pair<std::string, std::string>> properties;
  const auto put = [&](const char* name, const std::string& value) {
    if (!value.empty()) properties.emplace_back(name, value);
  };
  const auto told = [&](const char* key) {
    const auto value = library_->document.getDocInfoStringEntry(key);
    return value ? one_line(utf8_of(value->toStr())) : std::string();
  };
  put("title", told("Title"));
  put("author", told("Author"));
  put("subject", told("Subject"));
  put("keywords", told("Keywords"));
  put("date", day_of(told("CreationDate")));
  return properties;
}

int PdfFile::pages() const {
  return library_->document.getNumPages();
}

std::optional<PdfPage> PdfFile::page(int number) {
  Page* const page = library_->document.getPage(number);
  if (page == nullptr) return std::nullopt;
  PdfPage it;
  it.width = static_cast<float>(page->getCropWidth());
  it.height = static_cast<float>(page->getCropHeight());
  if (page->getRotate() % 180 != 0) std::swap(it.width, it.height);
  constexpr double points_an_inch = 72;
  library_->document.displayPageSlice(&library_->device, number, points_an_inch, points_an_inch, 0,
                                      false, false, false, -1, -1, -1, -1);
  const std::unique_ptr<TextWordList> words = library_->device.makeWordList();
  for (int i = 0; words && i < words->getLength(); ++i)
    if (PdfWord word = word_of(*words->get(i)); !word.text.empty())
      it.words.push_back(std::move(word));
  return it;
}

std::vector<PdfComment> PdfFile::comments(int number) {
  std::vector<PdfComment> comments;
  Page* const page = library_->document.getPage(number);
  const Object all = page == nullptr ? Object(objNull) : page->getAnnotsObject();
  for (int i = 0; all.isArray() && i < all.arrayGetLength(); ++i)
    if (std::string words = words_of(all.arrayGet(i)); !words.empty())
      comments.push_back({static_cast<std::uint32_t>(number), std::move(words)});
  return comments;
}

}  // namespace pipeline
