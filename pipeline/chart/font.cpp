#include "pipeline/chart/font.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "pipeline/model/tr.h"
#include "pipeline/model/utf8.h"

namespace pipeline {
namespace {

// Where Debian 12 and its successor put it.
constexpr std::array folders{"/usr/share/fonts/truetype/liberation2/",
                             "/usr/share/fonts/truetype/liberation/"};

struct Library {
  FT_Library handle = nullptr;
  Library() { FT_Init_FreeType(&handle); }
  ~Library() { FT_Done_FreeType(handle); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

// The width of every character that occurs is asked once.
class Face {
 public:
  bool open(FT_Library library, const std::string& name) {
    for (const char* folder : folders)
      if (FT_New_Face(library, (folder + name).c_str(), 0, &handle_) == 0) return true;
    return false;
  }
  Face() = default;
  ~Face() {
    if (handle_ != nullptr) FT_Done_Face(handle_);
  }
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  // Of the height of a line of the font.
  double width(char32_t character) const {
    const auto [it, is_new] = widths_.try_emplace(character, 0.0);
    if (is_new) it->second = measured(character);
    return it->second;
  }

 private:
  double measured(char32_t character) const {
    const FT_UInt glyph = FT_Get_Char_Index(handle_, character);
    constexpr double of_unknown = 0.9;
    if (glyph == 0 || FT_Load_Glyph(handle_, glyph, FT_LOAD_NO_SCALE) != 0) return of_unknown;
    return static_cast<double>(handle_->glyph->metrics.horiAdvance) /
           static_cast<double>(handle_->units_per_EM);
  }

  FT_Face handle_ = nullptr;
  mutable std::unordered_map<char32_t, double> widths_;
};

}  // namespace

struct Font::Faces {
  Library library;
  Face regular, bold;
};

Result<Font> Font::open() {
  auto faces = std::make_shared<Faces>();
  if (!faces->regular.open(faces->library.handle, "LiberationSans-Regular.ttf") ||
      !faces->bold.open(faces->library.handle, "LiberationSans-Bold.ttf"))
    return failure(tr(
        "het lettertype Liberation Sans ontbreekt, waarmee grafieken worden opgemaakt; installeer "
        "het pakket fonts-liberation2"));
  return Font(std::move(faces));
}

double Font::width(std::string_view text, double size, Weight weight) const {
  const Face& face = weight == Weight::bold ? faces_->bold : faces_->regular;
  double sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t size_of_it = well_formed_size(text, at);
    sum += face.width(size_of_it == 0 ? U'\uFFFD' : code_point_at(text, at).value);
    at += std::max<std::uint32_t>(size_of_it, 1);
  }
  return sum * size;
}

namespace {

// Behind the first blank, '/' or '-' where a line may end: "--coder" is one word.
std::size_t end_of_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_hyphen = text[at] == '-';
    if (is_hyphen && (at == 0 || text[at - 1] == '-' || text.substr(at + 1).starts_with('-')))
      continue;
    if (is_hyphen || text[at] == ' ' || text[at] == '/') return at + 1;
  }
  return text.size();
}

}  // namespace

std::vector<std::string> Font::lines(std::string_view text, double width, double size,
                                     Weight weight) const {
  std::vector<std::string> lines(1);
  const auto trimmed = [](std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
  };
  while (!text.empty()) {
    const std::string_view word = text.substr(0, end_of_word(text));
    text.remove_prefix(word.size());
    std::string& line = lines.back();
    const std::string longer = line + std::string(word);
    if (!line.empty() && this->width(trimmed(longer), size, weight) > width)
      lines.emplace_back(word);
    else
      line = longer;
  }
  for (std::string& line : lines) line = trimmed(std::move(line));
  return lines;
}

}  // namespace pipeline
